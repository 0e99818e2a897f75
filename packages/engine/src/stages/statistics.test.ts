/** 统计量 — fixed sums, quantiles and places against plain definitions. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf } from './scores/points.js';
import {
  countAtMost,
  countLess,
  deviationOf,
  findStanding,
  leastOf,
  meanOf,
  mostOf,
  orderOf,
  quantileOf,
  sampleOf,
  sumOf,
} from './statistics.js';

const runs = process.env.MUHENG_TIER === 'deep' ? 5000 : 300;
const sampleFrom = (values: readonly number[]) => ({ rows: Int32Array.from(values.keys()), values: Float64Array.from(values) });

test('[R86] a sum depends on the rows, not on who else is there: chunks of 1 024 rows, added in order', () => {
  const values = Float64Array.from({ length: 5000 }, (_, row) => (row % 7 === 0 ? 1e16 : row / 3));
  let expected = 0;
  for (let chunk = 0; chunk < 5; chunk++) {
    let part = 0;
    for (let row = chunk * 1024; row < Math.min(5000, chunk * 1024 + 1024); row++) part += values[row]!;
    expected += part;
  }
  expect(sumOf({ rows: Int32Array.from(values.keys()), values })).toBe(expected);
});

test('[S37] a sum that cancels to within rounding is zero; a small one that does not cancel stays', () => {
  expect(0.1 + 0.2 - 0.3).not.toBe(0);
  expect(sumOf(sampleFrom([0.1, 0.2, -0.3]))).toBe(0);
  expect(sumOf(sampleFrom([1e-20, 1e-20]))).toBe(2e-20);
  expect(sumOf(sampleFrom([1, -1, 1e-11]))).toBe(1e-11);
});

test('[S37] a sample holds the present values of one scope in row order', () => {
  const population = {
    ids: ['p', 'q'],
    names: ['p', 'q'],
    of: Int32Array.from([0, 1, 0, 0]),
    rows: Int32Array.from([0, 2, 3, 1]),
    starts: Int32Array.from([0, 3, 4]),
  };
  const sample = sampleOf(Float64Array.from([1, 5, Number.NaN, 3]), population, 0);
  expect([[...sample.rows], [...sample.values], meanOf(sample), meanOf(sampleFrom([]))]).toEqual([[0, 3], [1, 3], 2, Number.NaN]);
});

test('[S40] deviation over n and n − 1; one value has none', () => {
  expect(
    [deviationOf(sampleFrom([1, 2, 3, 4]), 'n') ** 2, deviationOf(sampleFrom([1, 3]), 'n-1') ** 2].map(
      (square) => Math.round(square * 1e9) / 1e9,
    ),
  ).toEqual([1.25, 2]);
  expect([deviationOf(sampleFrom([5]), 'n'), deviationOf(sampleFrom([5]), 'n-1')]).toEqual([0, 0]);
});

test('[S38] extremes of nothing are NaN', () => {
  expect([
    leastOf(new Float64Array(0)),
    mostOf(new Float64Array(0)),
    leastOf(Float64Array.of(3, -1)),
    mostOf(Float64Array.of(3, -1)),
  ]).toEqual([Number.NaN, Number.NaN, -1, 3]);
});

test('[S38] quantiles stay within the values and grow with their share', () => {
  const seed = 20220922;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }),
      fc.constantFrom('R1', 'R6', 'R7'),
      fc.integer({ min: 0, max: 9 }),
      (values, type, tenth) => {
        const sorted = Float64Array.from(values).sort();
        const low = quantileOf(sorted, { over: tenth, under: 10 }, type);
        const high = quantileOf(sorted, { over: tenth + 1, under: 10 }, type);
        return low <= high && low >= sorted[0]! && high <= sorted[sorted.length - 1]!;
      },
    ),
    { numRuns: runs, seed },
  );
});

test('[S44] [R89] places by every handling of ties equal what counting gives', () => {
  const seed = 44;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 20 }), fc.boolean(), (numbers, lower) => {
      const order = orderOf(Float64Array.from(numbers));
      for (const value of numbers) {
        const better = numbers.filter((other) => (lower ? other < value : other > value));
        const equal = numbers.filter((other) => other === value).length;
        const expected = {
          min: better.length + 1,
          max: better.length + equal,
          average: better.length + (equal + 1) / 2,
          dense: new Set(better).size + 1,
        };
        for (const ties of ['min', 'max', 'average', 'dense'] as const)
          expect(placeOf(value, order, ties, lower)).toBe(expected[ties]);
      }
    }),
    { numRuns: runs, seed },
  );
});

test('[R89] values within the tolerance are one value for counting; one that nobody has stands between', () => {
  const order = orderOf(Float64Array.from([0.1 + 0.2, 0.3, 0.4]));
  const standing = (value: number) => {
    const out = { less: 0, atMost: 0, blocksBelow: 0 };
    findStanding(order, value, out);
    return [out.less, out.atMost, out.blocksBelow];
  };
  expect([standing(0.3), standing(0.35), standing(0.4), standing(0), standing(1)]).toEqual([
    [0, 2, 0],
    [2, 2, 1],
    [2, 3, 1],
    [0, 0, 0],
    [3, 3, 2],
  ]);
  expect([countLess(order.sorted, 0.3), countAtMost(order.sorted, 0.3)]).toEqual([0, 2]);
});
