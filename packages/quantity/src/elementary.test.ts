import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonLogarithm, exponential, naturalLogarithm } from './elementary.js';

const seed = 20260722;
const runs = process.env.MUHENG_TIER === 'deep' ? 200_000 : 20_000;
/** Relative; the machine's own functions are themselves off by up to one place. */
const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 4.5e-16 * Math.max(Math.abs(a), Math.abs(b));
/** The double as hexadecimal digits. */
function bitsOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16);
}
const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });

describe('[R87] logarithm and exponential', () => {
  test(`[R87] as the machine has them, to the last place or two (seed ${seed}, ${runs} runs)`, () => {
    fc.assert(
      fc.property(positive, (x) => near(naturalLogarithm(x), Math.log(x)) && near(commonLogarithm(x), Math.log10(x))),
      { seed, numRuns: runs },
    );
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => near(exponential(x), Math.exp(x))),
      { seed, numRuns: runs },
    );
  });

  test('[R87] bits that never change', () => {
    expect([2, 3, 10, 0.1, 0.7, 1.0000000000000002, 12345.678, 5e-324].map(naturalLogarithm).map(bitsOf)).toEqual([
      '3fe62e42fefa39ef',
      '3ff193ea7aad030a',
      '40026bb1bbb55516',
      'c0026bb1bbb55515',
      'bfd6d3c324e13f50',
      '3cafffffffffffff',
      '4022d79559791e31',
      'c0874385446d71c3',
    ]);
    expect([1, -1, 0.5, 10, -20.5, 700, -745].map(exponential).map(bitsOf)).toEqual([
      '4005bf0a8b14576a',
      '3fd78b56362cef38',
      '3ffa61298e1e069c',
      '40d5829dcf950560',
      '3e157a3afeed00ab',
      '7f0d945df4f8ec8e',
      '1',
    ]);
  });

  test('[R87] whole powers of ten, and where there is no logarithm', () => {
    expect([1, 10, 1000, 1e15, 0.001, 1e-300].map(commonLogarithm)).toEqual([0, 1, 3, 15, -3, -300]);
    expect([0, -1, Number.NaN].map(naturalLogarithm)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([0, -1, Number.NaN].map(commonLogarithm)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([710, -746, 0].map(exponential)).toEqual([Number.POSITIVE_INFINITY, 0, 1]);
    expect(naturalLogarithm(1)).toBe(0);
  });
});
