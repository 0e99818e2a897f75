/** docs/reference/scheme.md says every key and every word that the shape allows, and its examples are right. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { schemeJsonSchema } from './make/jsonSchema.js';
import { cut } from './shape/grades.js';
import { scoreRule } from './shape/indicators.js';
import { schemeShape } from './shape/scheme.js';
import { sourceShape, standings } from './shape/source.js';

const page = readFileSync(new URL('../../../docs/reference/scheme.md', import.meta.url), 'utf8');

/** Property names and fixed words of a printed schema. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties' && typeof value === 'object' && value !== null)
      return [...Object.keys(value), ...Object.values(value).flatMap(wordsOf)];
    if (key === 'const') return [String(value)];
    if (key === 'enum' && Array.isArray(value)) return value.map(String);
    return wordsOf(value);
  });
}

test('every key and word of scheme.yaml and source.yaml is explained', () => {
  const words = new Set([...wordsOf(schemeJsonSchema()), ...wordsOf(z.toJSONSchema(sourceShape)), ...standings]);
  const unsaid = [...words].filter(
    (word) => !new RegExp(`(^|[^a-zA-Z_])${word.replace(/[-/.]/g, '\\$&')}($|[^a-zA-Z_])`).test(page),
  );
  expect(unsaid).toEqual([]);
  expect(words.size).toBeGreaterThan(150);
});

/** `{ … }` examples in backticks that begin with this word. */
const examples = (first: string): string[] =>
  [...page.matchAll(/`(\{[^`]*\})`/g)]
    .map(([, text = '']) => text.replace(/\\\|/g, '|'))
    .filter((text) => text.startsWith(`{ ${first}`));
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

test('the examples in tables have the shape that the reader wants', () => {
  const shapes: readonly (readonly [string, z.ZodType, number])[] = [
    ['by: ratio }', scoreRule, 1],
    ['by: (?:inverse|minmax|goalposts|zscore|rank|percentile|distance|steps|bands|count|marks|raw|formula)', scoreRule, 13],
    ['from: ', schemeShape.shape.indicators.element, 6],
  ];
  let seen = 0;
  for (const [first, shape, least] of shapes) {
    const found = [...page.matchAll(/`(\{[^`]*\})`/g)]
      .map(([, text = '']) => text.replace(/\\\|/g, '|'))
      .filter((text) => new RegExp(`^\\{ ${first}`).test(text));
    expect(found.length, first).toBeGreaterThanOrEqual(least);
    for (const text of found) {
      const value: unknown = parse(text.replace('clause: …', 'clause: a#b'));
      const whole = first === 'from: ' ? { id: 'x', name: '甲', weight: 1, benchmark: value } : value;
      expect(shape.safeParse(whole).error?.issues, text).toBeUndefined();
      seen++;
    }
  }
  for (const text of examples('by: threshold').concat(examples('by: rules'), examples('by: none'))) {
    expect(cut.safeParse(parse(text.replace('clause: …', 'clause: a#b'))).error?.issues, text).toBeUndefined();
    seen++;
  }
  expect(seen).toBeGreaterThanOrEqual(22);
});

test('the yaml blocks have the shape that the reader wants', () => {
  let seen = 0;
  for (const text of blocks) {
    const value: unknown = parse(text, { uniqueKeys: false });
    if (typeof value !== 'object' || value === null) throw new Error(text);
    for (const [key, part] of Object.entries(value)) {
      const shape = key === 'documents' ? sourceShape : key === 'cut' ? cut : new Map(Object.entries(schemeShape.shape)).get(key);
      if (shape === undefined) throw new Error(`${key} is no key of a scheme`);
      expect(shape.safeParse(key === 'documents' ? { documents: part } : part).error?.issues, `${key}: ${text}`).toBeUndefined();
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(20);
});
