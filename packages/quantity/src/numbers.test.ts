import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type NumberReading, parseUnit, plainNumber, readNumber } from './index.js';

const unit = (text: string) => parseUnit(text, { mu: '2000/3' })!;
const inUnit = (text: string | number, of: string): NumberReading => readNumber(text, { unit: unit(of), mu: '2000/3' });
const bare = (text: string | number): NumberReading => readNumber(text, { mu: '2000/3' });
const shown = (reading: NumberReading): number | string =>
  reading.kind === 'number' ? reading.value : reading.kind === 'trouble' ? reading.why : reading.kind;

test.each([
  [1200, 1200],
  ['1200', 1200],
  ['1200.50', 1200.5],
  ['.5', 0.5],
  ['5.', 5],
  ['-5.2', -5.2],
  ['+3', 3],
  ['－5.2', -5.2],
  ['−5.2', -5.2],
  ['—5.2', -5.2],
  ['- 5.2', -5.2],
  ['１，２３４.５', 1234.5],
  ['１２３４．５', 1234.5],
  ['1,234', 1234],
  ['1,234,567.89', 1_234_567.89],
  ['1 234 567', 1_234_567],
  ['\u00a01,234\u3000', 1234],
  ['1.2e3', 1200],
  ['0', 0],
  ['-0', 0],
  ['1.2亿', 120_000_000],
  ['3500万', 35_000_000],
  ['1.2万亿', 1.2e12],
])('[R95] %j is the number %d', (text, value) => {
  expect(bare(text)).toEqual({ kind: 'number', value });
});

test.each([
  ['1.2亿', '元', 120_000_000],
  ['22.5364万', '千瓦时', 225_364],
  ['1.2亿元', '万元', 12_000],
  ['1,200万元', '万元', 1200],
  ['¥1,200.00', '元', 1200],
  ['35亩', '㎡', 70_000 / 3],
  ['3.5%', '%', 3.5],
  ['0.035', '%', 0.035],
  ['5‰', '%', 0.5],
  ['30 %', '%', 30],
])('[R95] %j in a column of %s is %d', (text, of, value) => {
  const reading = inUnit(text, of);
  expect(reading.kind === 'number' ? reading.value : reading).toBeCloseTo(value, 9);
});

test.each([
  ['', 'blank'],
  ['   ', 'blank'],
  ['\u3000', 'blank'],
  ['缺', 'absent'],
  ['不适用', 'absent'],
  ['N/A', 'absent'],
  ['未报', 'absent'],
  ['-', 'mark'],
  ['--', 'mark'],
  ['—', 'mark'],
  ['——', 'mark'],
  ['/', 'mark'],
  ['／', 'mark'],
  ['无', 'mark'],
  ['*', 'mark'],
  ['零', 'not_a_number'],
  ['约100', 'not_exact'],
  ['100以上', 'not_exact'],
  ['3-5', 'not_exact'],
  ['1,23', 'separators_ambiguous'],
  ['12,34,567', 'separators_ambiguous'],
  ['1.234.567', 'separators_ambiguous'],
  ['1.234,56', 'separators_ambiguous'],
  ['1 2', 'separators_ambiguous'],
  ['(5.2)', 'brackets_ambiguous'],
  ['（5.2）', 'brackets_ambiguous'],
  ['1e999', 'too_large'],
  ['abc', 'not_a_number'],
  ['12abc', 'not_a_number'],
  ['=1+1', 'not_a_number'],
])('[R95] %j is %s, never 0 and never guessed', (text, kind) => {
  expect(shown(bare(text))).toBe(kind);
});

test.each([
  ['1.2亿', '万元', 'suffix_ambiguous'],
  ['3万', '万kWh', 'suffix_ambiguous'],
  ['5万', '%', 'suffix_ambiguous'],
  ['35亩', '万元', 'unit_differs'],
  ['3%', '万元', 'unit_differs'],
  ['$100', '元', 'unit_differs'],
])('[R95] %j in a column of %s has two readings or none: %s', (text, of, why) => {
  expect(inUnit(text, of)).toEqual({ kind: 'trouble', why });
});

describe('always', () => {
  const numRuns = process.env.MUHENG_TIER === 'deep' ? 50_000 : 5_000;
  it('[R95] any double written by JavaScript reads back the same, with and without separators', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(bare(String(value))).toEqual({ kind: 'number', value: value + 0 });
        const grouped = Math.trunc(value % 1e15)
          .toString()
          .replace(/\B(?=(\d{3})+$)/g, ',');
        expect(shown(bare(grouped))).toBe(Math.trunc(value % 1e15) + 0);
      }),
      { numRuns, seed: 95 },
    );
    console.log(`numbers: seed 95, ${numRuns} doubles`);
  });

  it('[R95] no text raises or gives a value that is not finite, and what is quick agrees with what is thorough', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 20 }),
          fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE%万亿元亩 ()（）－，无/'), maxLength: 14 }),
        ),
        (text) => {
          const reading = bare(text);
          if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true);
          const quick = plainNumber(text);
          if (!Number.isNaN(quick)) expect(reading).toEqual({ kind: 'number', value: quick });
        },
      ),
      { numRuns, seed: 96 },
    );
  });
});
