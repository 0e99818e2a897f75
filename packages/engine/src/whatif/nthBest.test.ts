/** The nth largest by counting against sorting, whatever it is thought to be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawsOf } from '../robustness/random.js';
import { NthBest } from './nthBest.js';

const seed = 20261122;
const numRuns = process.env.MUHENG_TIER === 'deep' ? 5000 : 500;
const number = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(Number.NEGATIVE_INFINITY, 1e300, 7),
);
const guess = fc.oneof(
  fc.double({ min: -10, max: 10 }),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1e300),
);

describe('nth best', () => {
  it(`[S66] is the nth when all are sorted, with as many that are better (seed ${seed}, ${numRuns} runs)`, () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 300, size: 'max' }),
        fc.nat(),
        guess,
        guess,
        (numbers, at, low, high) => {
          const sorted = Float64Array.from(numbers).sort().reverse();
          const nth = 1 + (at % sorted.length);
          const best = new NthBest(sorted.length);
          best.clear();
          const half = numbers.length >> 1;
          best.add(Float64Array.from(numbers), 0, half);
          best.add(Float64Array.from(numbers), half, numbers.length);
          const found = best.find(nth, low, high);
          expect(found).toBe(sorted[nth - 1]! + 0);
          expect(best.better).toBe(sorted.filter((each) => each > found).length);
        },
      ),
      { seed, numRuns },
    );
  });

  it(`is found among many as among few (seed ${seed})`, () => {
    const draw = drawsOf(seed, 0);
    const values = Float64Array.from({ length: 20_000 }, () => 100 / (0.001 + draw()));
    const sorted = values.slice().sort().reverse();
    for (const nth of [1, 2, 137, 4_000, 13_000, 19_999, 20_000]) {
      const best = new NthBest(values.length);
      best.add(values, 0, values.length);
      expect(best.find(nth, 90, 3_000)).toBe(sorted[nth - 1]);
      expect(best.better).toBe(nth - 1);
    }
  });

  it('many equal ones, and one far from all others, are no trouble', () => {
    const best = new NthBest(100_000);
    best.add(new Float64Array(99_999).fill(100), 0, 99_999);
    best.add(Float64Array.of(1e12), 0, 1);
    expect(best.find(50_000, 0, 200)).toBe(100);
    expect(best.better).toBe(1);
  });
});
