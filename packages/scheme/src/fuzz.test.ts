/** Broken scheme texts: whatever is cut, doubled, swapped or written in, reading ends with a scheme or with findings, never with a crash. */

import { hasErrors } from '@muheng/finding';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { describeScheme } from './describe/index.zh.js';
import { diffSchemes } from './diff/diffSchemes.js';
import { chifengSource, chifengText } from './fixtures/chifeng.js';
import { readText, schemeText, sourceText } from './fixtures/scheme.js';
import { copyScheme } from './make/copyScheme.js';

const deep = process.env.MUHENG_TIER === 'deep';
const runs = deep ? 10_000 : 500;

/** Pieces that have hurt readers before. */
const pieces = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  '- ',
  '#',
  '&a ',
  '*a',
  '<<: ',
  '!!map ',
  '"',
  "'",
  '|',
  '>',
  '%',
  '\t',
  '\u0000',
  '\uFEFF',
  '�',
  '9e999',
  '-0',
  '.nan',
  '.inf',
  '~',
  'null',
  '__proto__',
  'constructor',
  'toString',
  'rest',
  'otherwise',
  '100%',
  '0%',
  '-5%',
  '9999%',
  '类别',
  '总分',
  '往年(',
  '1/0',
  '若',
  '；',
  '\r\n',
  '\n\n',
  '  ',
] as const;

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), piece: fc.constantFrom(...pieces) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(), to: fc.nat(), length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('swap_line' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('drop_line' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('replace_number' as const),
    at: fc.nat(),
    piece: fc.constantFrom('0', '-1', '1e308', '0.0000001', '999999999999', 'x', '{}', '[]'),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutated(text: string, change: Mutation): string {
  const lines = text.split('\n');
  const at = change.at % (text.length + 1);
  switch (change.kind) {
    case 'insert':
      return text.slice(0, at) + change.piece + text.slice(at);
    case 'cut':
      return text.slice(0, at) + text.slice(at + change.length);
    case 'move': {
      const piece = text.slice(at, at + change.length);
      const rest = text.slice(0, at) + text.slice(at + change.length);
      const to = change.to % (rest.length + 1);
      return rest.slice(0, to) + piece + rest.slice(to);
    }
    case 'swap_line': {
      const [from, to] = [change.at % lines.length, change.to % lines.length];
      [lines[from], lines[to]] = [lines[to] ?? '', lines[from] ?? ''];
      return lines.join('\n');
    }
    case 'drop_line':
      return lines.filter((_line, index) => index !== change.at % lines.length).join('\n');
    case 'replace_number': {
      const numbers = [...text.matchAll(/\d+(\.\d+)?/g)];
      const found = numbers[change.at % Math.max(1, numbers.length)];
      return found === undefined ? text : text.slice(0, found.index) + change.piece + text.slice(found.index + found[0].length);
    }
  }
}

const bases = [
  { text: schemeText, source: sourceText },
  { text: chifengText(), source: chifengSource },
] as const;

test('[R90] mutated scheme texts are read or refused with findings, never with a crash', () => {
  const property = fc.property(
    fc.constantFrom(...bases),
    fc.array(mutation, { minLength: 1, maxLength: 6 }),
    fc.boolean(),
    (base, changes, inSource) => {
      const broken = changes.reduce(mutated, inSource ? base.source : base.text);
      if (!inSource) copyScheme(broken, { id: 'copy-2023', title: '复制', dataYear: 2023 });
      readSafely(inSource ? { text: base.text, source: broken } : { text: broken, source: base.source });
    },
  );
  run('texts', property);
}, 600_000);

const whole = (text: string): unknown => parse(text);

/** Paths of every value below a value. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length === 0 ? [] : [path]),
    ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key])),
  ];
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? new Map(Object.entries(node)).get(key) : undefined),
    value,
  );

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((member, index) => (String(index) === key ? replaced(member, rest, by) : member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === key ? replaced(member, rest, by) : member]),
  );
}

const odd = [
  0,
  -1,
  1e9,
  0.1,
  true,
  null,
  '',
  'none',
  'rest',
  'otherwise',
  '20%',
  '120%',
  'A',
  'E',
  'above',
  '总分',
  '总分 desc',
  '评价税收',
  '类别 = "D"',
  '1 = 1',
  '1 = 2',
  'notice#rules',
  '万元',
  '%',
  [],
  {},
] as const;

test('[R90] schemes whose values stand in the wrong places are read or refused, never with a crash', () => {
  const parsed = bases.map(({ text, source }) => ({ source, value: whole(text), paths: pathsOf(whole(text)) }));
  const change = fc.record({ at: fc.nat(), from: fc.option(fc.nat(), { nil: undefined }), odd: fc.constantFrom(...odd) });
  const property = fc.property(
    fc.constantFrom(...parsed),
    fc.array(change, { minLength: 1, maxLength: 3 }),
    ({ value, paths, source }, changes) => {
      const wrong = changes.reduce<unknown>((before, { at, from, odd: piece }) => {
        const taken = from === undefined ? piece : valueAt(value, paths[from % paths.length] ?? []);
        return replaced(before, paths[at % paths.length] ?? [], taken);
      }, value);
      readSafely({ text: stringify(wrong, { aliasDuplicateObjects: false }), source });
    },
  );
  run('values', property);
}, 600_000);

let seen = { read: 0, refused: 0 };

/** A finding says what is wrong in whole Chinese sentences and where; what is read can be printed and compared. */
function readSafely({ text, source }: { readonly text: string; readonly source: string }): void {
  const { scheme, findings } = readText(text, source);
  expect(scheme === undefined).toBe(hasErrors(findings));
  for (const finding of findings) {
    expect(`${finding.message}${finding.remedy}`).not.toMatch(/\{[a-zA-Z]+\}|undefined|NaN/);
    expect(finding.where.line ?? 0).toBeGreaterThan(0);
  }
  seen[scheme === undefined ? 'refused' : 'read']++;
  if (scheme === undefined) return;
  expect(describeScheme(scheme)).not.toMatch(/undefined|\[object/);
  expect(diffSchemes(scheme, scheme)).toEqual([]);
}

function run(what: string, property: fc.IRawProperty<unknown[], false>): void {
  seen = { read: 0, refused: 0 };
  const details = fc.check(property, {
    numRuns: runs,
    ...(process.env.MUHENG_SEED === undefined ? {} : { seed: Number(process.env.MUHENG_SEED) }),
  });
  console.log(`scheme fuzz, ${what}: ${details.numRuns}, seed ${details.seed}, read ${seen.read}, refused ${seen.refused}`);
  if (details.failed)
    throw new Error(
      `seed ${details.seed}, path ${details.counterexamplePath}: ${JSON.stringify(details.counterexample?.slice(1))}`,
      { cause: details.errorInstance },
    );
  expect(seen.read).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(0);
}
