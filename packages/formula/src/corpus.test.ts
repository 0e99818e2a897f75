/** [R75] Formulas that were interesting once end as they did: as a formula that both ways of computing agree on, or in the same findings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptCount, keptFormulas } from './fixtures/corpus.js';
import { frames } from './fixtures/random.js';
import { space } from './fixtures/space.js';
import { compile } from './kernel/compile.js';
import { readFormula } from './read.js';
import { evaluateRow } from './row.js';

const names = space();
const frame = fc.sample(frames, { numRuns: 1, seed: 3 })[0]!;

test('[R75] the number of kept formulas never falls, and none is kept twice', () => {
  expect(keptFormulas.length).toBe(keptCount);
  expect(keptCount).toBeGreaterThanOrEqual(60);
  expect(new Set(keptFormulas.map(({ text }) => text)).size).toBe(keptCount);
  console.log(`corpus: ${keptCount} formulas`);
});

test.each(keptFormulas)('[R75] $text', ({ text, codes }) => {
  const { formula, findings } = readFormula(text, names, { type: 'number' });
  expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(codes);
  expect(formula === undefined).toBe(codes.length > 0);
  if (formula === undefined) return;
  const column = compile(formula).run(frame);
  const cell = evaluateRow(formula, frame, 0);
  expect([column.values[0], column.absence[0]]).toEqual([cell.value, cell.absence]);
});
