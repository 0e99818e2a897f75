/** What holds for every formula: prose reads back, kernels and row evaluation agree, no value is ever infinite. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulas } from './fixtures/grammar.js';
import { deep, frames } from './fixtures/random.js';
import { space } from './fixtures/space.js';
import { compile } from './kernel/compile.js';
import { formulaInWords } from './prose.js';
import { readFormula } from './read.js';
import { evaluateRow } from './row.js';
import { traceRow } from './trace.js';
import type { Formula, ValueType } from './tree.js';

const runs = deep ? 20_000 : 1_500;
const names = space();
const kinds: readonly (readonly [fc.Arbitrary<string>, ValueType])[] = [
  [formulas.money, 'number'],
  [formulas.area, 'number'],
  [formulas.pure, 'number'],
  [formulas.flag, 'flag'],
  [formulas.date, 'date'],
  [formulas.text, 'text'],
];
const typed = fc.oneof(...kinds.map(([text, type]) => fc.record({ text, type: fc.constant(type) })));

/** Beyond the limits of R25 or of exact ratios, or a bare number beside a percentage: refused, not wrong. */
const refusals = new Set([
  'formula_too_large',
  'formula_too_deep',
  'formula_too_long',
  'unit_too_large',
  'years_too_many',
  'unit_needed',
]);

function readOrRefused(text: string, type: ValueType): Formula | undefined {
  const { formula, findings } = readFormula(text, names, { type });
  if (formula === undefined)
    expect(
      findings.filter((finding) => !refusals.has(finding.code)),
      text,
    ).toEqual([]);
  return formula;
}

test('prose reads back to the same tree', () => {
  const seen = { read: 0, kinds: new Set<string>() };
  fc.assert(
    fc.property(typed, ({ text, type }) => {
      const formula = readOrRefused(text, type);
      if (formula === undefined) return;
      const prose = formulaInWords(formula);
      const again = readFormula(prose, names, { type });
      if (prose.length > 2000) return;
      expect(again.findings, `${text}\n${prose}`).toEqual([]);
      expect(again.formula?.tree, `${text}\n${prose}`).toEqual(formula.tree);
      expect(formulaInWords(again.formula!)).toBe(prose);
      seen.read++;
      for (const kind of JSON.stringify(formula.tree).matchAll(/"(?:kind|op)":"(\w+)"/g)) seen.kinds.add(kind[1]!);
    }),
    { numRuns: runs, seed: 20221231 },
  );
  console.log(
    `prose round trips: ${seen.read} of ${runs}, ${seen.kinds.size} node kinds and operations: ${[...seen.kinds].sort().join(' ')}`,
  );
  expect(seen.read).toBeGreaterThan(runs * 0.8);
});

test('the kernel gives the bits of the row evaluation, and never an infinite value', () => {
  const seen = { cells: 0, absent: 0 };
  fc.assert(
    fc.property(typed, frames, ({ text, type }, frame) => {
      const formula = readOrRefused(text, type);
      if (formula === undefined) return;
      const column = compile(formula).run(frame);
      for (let row = 0; row < frame.rows; row++) {
        const cell = evaluateRow(formula, frame, row);
        expect([column.values[row], column.absence[row]], `${text} row ${row}`).toEqual([cell.value, cell.absence]);
        expect(Number.isFinite(cell.value), text).toBe(cell.absence === 0);
        seen.cells++;
        if (cell.absence !== 0) seen.absent++;
      }
    }),
    { numRuns: runs, seed: 42 },
  );
  console.log(`cells compared: ${seen.cells}, absent ${seen.absent}`);
  expect(seen.absent).toBeGreaterThan(seen.cells * 0.05);
});

test('a trace shows the value of the evaluation, at every row', () => {
  fc.assert(
    fc.property(typed, frames, ({ text, type }, frame) => {
      const formula = readOrRefused(text, type);
      if (formula === undefined) return;
      const cell = evaluateRow(formula, frame, 0);
      const trace = traceRow(formula, frame, 0);
      expect([trace.value, trace.absence], text).toEqual([cell.value, cell.absence]);
      expect(trace.line).toBe(`${trace.shown} = ${trace.text}`);
    }),
    { numRuns: Math.ceil(runs / 5), seed: 7 },
  );
});
