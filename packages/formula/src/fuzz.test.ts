/** [R25] Whatever is typed gives a formula or findings within the limits: nothing crashes, nothing hangs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulas } from './fixtures/grammar.js';
import { deep, frames } from './fixtures/random.js';
import { space } from './fixtures/space.js';
import { functionNames, functions } from './functions.js';
import { compile } from './kernel/compile.js';
import { limits } from './limits.js';
import { formulaInWords } from './prose.js';
import { readFormula } from './read.js';
import { evaluateRow } from './row.js';
import type { Frame } from './tree.js';
import { keywords } from './vocabulary.js';

const count = deep ? 100_000 : 5_000;
const names = space();
const types = ['number', 'flag', 'date', 'text'] as const;
const seen = { texts: 0, formulas: 0 };

function tryOne(text: string, frame: Frame): void {
  seen.texts++;
  const types = ['number', 'flag'] as const;
  for (const type of types) {
    const { formula, findings } = readFormula(text, names, { type });
    expect(formula === undefined, text).toBe(findings.length > 0);
    for (const finding of findings) {
      expect(finding.remedy.length, finding.code).toBeGreaterThan(0);
      expect(finding.where.column).toBeGreaterThanOrEqual(1);
      expect(finding.where.column).toBeLessThanOrEqual(Math.min(text.length, limits.length) + 1);
      expect(`${finding.message}${finding.remedy}`).not.toMatch(/\{[a-zA-Z]+\}|undefined/);
    }
    if (formula === undefined) continue;
    seen.formulas++;
    const column = compile(formula).run(frame);
    const cell = evaluateRow(formula, frame, 0);
    expect([column.values[0], column.absence[0]], text).toEqual([cell.value, cell.absence]);
    expect(formulaInWords(formula).length).toBeGreaterThan(0);
  }
}

/** A text that fails is printed as a line for fixtures/corpus.ts. */
function kept(text: string): void {
  try {
    tryOne(text, oneFrame);
  } catch (error) {
    console.error(`fuzz: to keep it in fixtures/corpus.ts: { text: ${JSON.stringify(text)}, codes: [], why: '' },`);
    throw error;
  }
}

const oneFrame = fc.sample(frames, { numRuns: 1, seed: 3 })[0]!;

/** Words of the language and of the name space, thrown together. */
const soupWords = [
  ...keywords.keys(),
  ...functionNames().flatMap((name) => [name, functions[name].term]),
  ...names.names(),
  ...[
    '"规上"',
    '“A”',
    '1',
    '3 亩',
    '500 万元',
    '5%',
    '2022-12-31',
    '3 年',
    '「实缴税金」',
    '表',
    '.',
    '\n',
    '（',
    '）',
    '，',
    '.5',
    '1e9',
    '\u0000',
    '𠮷',
    '"',
  ],
];
const soup = fc
  .array(fc.constantFrom(...soupWords), { maxLength: 40 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')));
const bytes = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'()[]"“”「」.,*^+-'), maxLength: 100 }),
);
const valid = fc.oneof(formulas.money, formulas.flag, formulas.pure);
const mutated = fc
  .tuple(
    valid,
    fc.nat(),
    fc.nat({ max: 4 }),
    fc.oneof(fc.constant(''), fc.constantFrom(...soupWords), fc.string({ maxLength: 3 })),
  )
  .map(([text, at, cut, put]) => {
    const where = at % (text.length + 1);
    return text.slice(0, where) + put + text.slice(where + cut);
  });

test('[R25] [R75] random bytes, token soup and mutated formulas never crash or hang', () => {
  const started = performance.now();
  fc.assert(
    fc.property(
      fc.oneof({ weight: 1, arbitrary: bytes }, { weight: 2, arbitrary: soup }, { weight: 3, arbitrary: mutated }),
      (text) => kept(text),
    ),
    { numRuns: count, seed: 25 },
  );
  const spent = performance.now() - started;
  console.log(`fuzzed ${seen.texts} texts, ${seen.formulas} readings were formulas, ${(spent / seen.texts).toFixed(2)} ms each`);
  expect(seen.formulas).toBeGreaterThan(count / 50);
  expect(spent / count).toBeLessThan(50);
}, 600_000);

const nasty: readonly (readonly [text: string, code: string])[] = [
  ['9^9^9^9', 'power_not_allowed'],
  ['9**9', 'power_not_allowed'],
  ['('.repeat(100_000), 'formula_too_long'],
  ['('.repeat(1_000), 'formula_too_deep'],
  [`${'('.repeat(33)}1${')'.repeat(33)}`, 'formula_too_deep'],
  [`${'-'.repeat(1_999)}1`, 'formula_too_deep'],
  ['非'.repeat(1_999), 'formula_too_deep'],
  ['['.repeat(1_500), 'formula_too_deep'],
  ['max('.repeat(400), 'formula_too_deep'],
  [`1${'+1'.repeat(999)}`, 'formula_too_large'],
  ['若是则'.repeat(600), 'formula_too_deep'],
  ['constructor', 'name_unknown'],
  ['__proto__', 'name_unknown'],
  ['toString', 'name_unknown'],
  ['hasOwnProperty + valueOf', 'name_unknown'],
  ['toString()', 'function_unknown'],
  ['constructor.constructor("return 1")()', 'something_expected'],
  ['index.__proto__', 'table_unknown'],
  ['9'.repeat(400), 'number_too_long'],
  ['连续(连续(连续(连续(index > 1, 20), 20), 20), 20)', 'years_too_many'],
  [`${'增长率('.repeat(12)}index${')'.repeat(12)}`, 'formula_too_large'],
  ['   \n\t ', 'formula_empty'],
  ['index; index', 'character_unknown'],
  ['index = "\u0000', 'text_not_closed'],
];

test.each(nasty)('[R25] %.20s … gives a clear finding', (text, code) => {
  for (const type of types) {
    const { formula, findings } = readFormula(text, names, { type });
    expect(formula).toBeUndefined();
    expect(findings.map((finding) => finding.code)).toContain(code);
  }
});

test('[R25] the limits themselves are reached, one more is refused', () => {
  const deepest = (levels: number): string => `${'('.repeat(levels)}1${')'.repeat(levels)}`;
  expect(readFormula(deepest(limits.depth), names, { type: 'number' }).formula).toBeDefined();
  expect(readFormula(deepest(limits.depth + 1), names, { type: 'number' }).formula).toBeUndefined();
  const chain = (terms: number): string => `1${'+1'.repeat(terms - 1)}`;
  expect(readFormula(chain(limits.nodes / 2), names, { type: 'number' }).formula).toBeDefined();
  expect(readFormula(chain(limits.nodes / 2 + 1), names, { type: 'number' }).formula).toBeUndefined();
  const padded = (length: number): string => `1${' '.repeat(length - 1)}`;
  expect(readFormula(padded(limits.length), names, { type: 'number' }).formula).toBeDefined();
  expect(readFormula(padded(limits.length + 1), names, { type: 'number' }).formula).toBeUndefined();
});
