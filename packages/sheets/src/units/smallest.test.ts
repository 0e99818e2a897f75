import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt } from './smallest.js';

test('the value at every place is the one that sorting puts there, also among equal and ordered numbers', () => {
  const numbers = fc.oneof(
    fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 60 }),
    fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 1, max: 60 }).map((count) => Array.from({ length: count }, (_, at) => at)),
    fc.integer({ min: 1, max: 60 }).map((count) => Array.from({ length: count }, (_, at) => -at)),
  );
  fc.assert(
    fc.property(numbers, fc.nat(), (given, place) => {
      const sorted = Float64Array.from(given).sort();
      const at = place % given.length;
      expect(valueAt(Float64Array.from(given), at) + 0).toBe(sorted[at]! + 0);
    }),
    { seed: 50, numRuns: 2_000 },
  );
});

test('a million ordered numbers', () => {
  const numbers = Float64Array.from({ length: 1_000_000 }, (_, at) => at);
  expect([valueAt(numbers, 500_000), valueAt(numbers, 50_000), valueAt(numbers, 999_999)]).toEqual([500_000, 50_000, 999_999]);
});
