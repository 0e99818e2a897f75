import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.js';
import { parseJson } from './json.js';

test('numbers, keys and texts stand as RFC 8785 prints them', () => {
  const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0, 1e21, 123456789012345680000];
  expect(canonicalJson({ numbers })).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,123456789012345680000]}');
  expect(canonicalJson({ '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 })).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  );
  expect(canonicalJson('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  expect(canonicalJson({ b: undefined, a: new Map([['z', null]]) })).toBe('{"a":{"z":null}}');
});

test('what has no canonical text is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, { a: Number.NEGATIVE_INFINITY }])
    expect(() => canonicalJson(value)).toThrow(RangeError);
  for (const value of [1n, Symbol('a'), () => 1]) expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('any JSON value reads back as it was, and its text does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      const again = parseJson(text, 'x');
      expect(canonicalJson(again)).toBe(text);
      expect(canonicalJson(turned(again))).toBe(text);
    }),
    { numRuns: 500, seed: 8785 },
  );
});

/** The same value with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}
