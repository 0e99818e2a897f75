import { expect, test } from 'vitest';
import { atLeast, atMost, comparisonTolerance, equalNumbers, lessThan, moreThan } from './compare.js';
import { roundTo } from './rounding.js';

test.each([
  [0.1 + 0.2, 0.3, true],
  [6667 / (2000 / 3), 10.0005, true],
  [1, 1 + 0.9e-12, true],
  [1, 1 + 2e-12, false],
  [1e15, 1e15 + 900, true],
  [1e15, 1e15 + 2000, false],
  [0, 1e-300, false],
  [0, -0, true],
  [-5, 5, false],
  [Number.NaN, Number.NaN, false],
  [Number.POSITIVE_INFINITY, 5, false],
  [1.7e308, -1.7e308, false],
])('[R88] %d equals %d: %s', (a, b, equal) => {
  expect(equalNumbers(a, b)).toBe(equal);
  expect(equalNumbers(b, a)).toBe(equal);
  expect([atLeast(a, b), atMost(a, b)]).toEqual(equal ? [true, true] : [a > b, a < b]);
  expect([moreThan(a, b), lessThan(a, b)]).toEqual(equal ? [false, false] : [a > b, a < b]);
});

test('[R88] 9.9996 stays below 10 unrounded and reaches it rounded to 2 decimals: which one decides must be declared', () => {
  const shown = roundTo(9.9996, { to: 2, by: 'excel' });
  expect(shown.toFixed(2)).toBe('10.00');
  expect(atLeast(9.9996, 10)).toBe(false);
  expect(atLeast(shown, 10)).toBe(true);
});

test('[R88] an absent value passes no comparison', () => {
  for (const compare of [equalNumbers, atLeast, atMost, moreThan, lessThan]) {
    expect(compare(Number.NaN, 10)).toBe(false);
    expect(compare(10, Number.NaN)).toBe(false);
  }
  expect(comparisonTolerance).toBe(1e-12);
});
