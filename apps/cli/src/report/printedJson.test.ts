import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedJson } from './printedJson.js';

test('piece by piece the JSON is, byte for byte, what is printed at once', () => {
  const item = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(item), item, (head, subjects, last) => {
      const whole = { ...head, subjects, none: undefined, last };
      const texts = subjects.map((subject) => JSON.stringify(subject, null, 2).replaceAll('\n', '\n    '));
      const pieces = [...printedJson({ ...whole, subjects: [] }, new Map([['subjects', () => texts]]))];
      expect(pieces.join('\n')).toBe(JSON.stringify(whole, null, 2));
    }),
    { seed: 50, numRuns: 500 },
  );
  expect([...printedJson({}, new Map())]).toEqual(['{}']);
});
