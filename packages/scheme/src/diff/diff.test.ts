/** No change of a scheme goes untold: every key of the shape is changed in some scheme that stays valid, and the difference is not empty. */
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { richSource, richText } from '../fixtures/rich.js';
import { readText, schemeOf } from '../fixtures/scheme.js';
import { schemeJsonSchema } from '../make/jsonSchema.js';
import type { Scheme } from '../model.js';
import { isJsonSchema, type JsonSchema } from '../yaml/keys.js';
import { diffSchemes } from './diffSchemes.js';

type Path = readonly (string | number)[];
const read = (text: string): Scheme | undefined => readText(text, richSource).scheme;
const rich: unknown = parse(richText);

const schema: unknown = schemeJsonSchema();
if (!isJsonSchema(schema)) throw new Error('no schema');
const top = schema;
/** `parent.key` of every key, and the sets of words one of which may stand somewhere. */
const pairs = new Set<string>();
const names = new Set<string>();
const choices: string[][] = [];
const seen = new Set<string>();

/** The same keys stand in these places, read by the same code. */
const alike: Readonly<Record<string, string>> = {
  children: 'indicators',
  cut: 'groups',
  rule: 'score',
  missing: 'absent',
  not_applicable: 'absent',
  not_reported: 'absent',
  not_computable: 'absent',
};
const meant = (parent: string): string => alike[parent] ?? parent;
/** Has parts of its own, which are asked for one by one. */
const isWhole = (part: JsonSchema): boolean => JSON.stringify(part).includes('"properties"');

function walk(node: JsonSchema & { readonly enum?: readonly unknown[] }, parent: string): void {
  if (node.$ref !== undefined) {
    const mark = `${parent} ${node.$ref}`;
    if (seen.has(mark)) return;
    seen.add(mark);
    walk(node.$ref === '#' ? top : (top.$defs?.[node.$ref.replace('#/$defs/', '')] ?? {}), parent);
  }
  if (node.enum !== undefined) choices.push(node.enum.map(String));
  const forms = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  const consts = forms.flatMap((form) => (typeof form.const === 'string' ? [form.const] : []));
  if (consts.length > 1) choices.push(consts);
  for (const form of forms) walk(form, parent);
  if (typeof node.items === 'object') walk(node.items, parent);
  if (typeof node.additionalProperties === 'object') walk(node.additionalProperties, parent);
  for (const [key, part] of Object.entries(node.properties ?? {})) {
    names.add(key);
    if (parent === '' || !isWhole(part)) pairs.add(`${meant(parent)}.${key}`);
    walk(part, key);
  }
}
walk(top, '');

/** The pair of keys that a path ends in: names of groups, classes and lists are left out. */
function pairOf(path: Path): string {
  const known = path.filter((step) => typeof step === 'string' && names.has(step));
  return `${meant(String(known.at(-2) ?? ''))}.${known.at(-1) ?? ''}`;
}

function* leavesOf(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (Array.isArray(value) && !value.some((part) => typeof part === 'object')) yield { path, value };
  if (typeof value !== 'object' || value === null) yield { path, value };
  else
    for (const [key, part] of Object.entries(value)) yield* leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key]);
}

function mutationsOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value / 2];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value))
    return [value.slice(0, -1), [...value].reverse(), [...value, 'A'], value.map((part) => mutationsOf(part)[0])];
  if (typeof value !== 'string') return [];
  return [
    ...choices.filter((words) => words.includes(value)).flatMap((words) => words.filter((word) => word !== value)),
    ...(/%$/.test(value) ? [`${Number(value.slice(0, -1)) - 1}%`, `${Number(value.slice(0, -1)) + 1}%`] : []),
    ...(/^\d\d-\d\d$/.test(value) ? ['06-30'] : []),
    ...(/^\d{4}-\d\d-\d\d$/.test(value) ? [value.replace(/\d\d$/, '28')] : []),
    ...(/^[\w-]+#/.test(value)
      ? [value.replace(/#.*/, '#other'), ...['rules', 'scope', 'b'].map((name) => value.replace(/#.*/, `#${name}`))]
      : []),
    { 亩: '㎡', '㎡': '亩', 万元: '元', '万元/亩': '元/亩', '%': '', 项: '个', 人: '万人' }[value] ?? `${value}改`,
    `(${value}) 且 是`,
    `(${value}) + (${value})`,
    `非 (${value})`,
    value.replace(/ desc$/, ' asc'),
    `${value}_x`,
    `${value}x`,
    'B',
    'C',
    'none',
    '用电量',
    '县区',
    '出租方',
  ].filter((other) => other !== value);
}

function withLeaf(file: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(file)) return file.map((part, at) => (at === step ? withLeaf(part, rest, value) : part));
  if (typeof file !== 'object' || file === null) return file;
  return Object.fromEntries(Object.entries(file).map(([key, part]) => [key, key === step ? withLeaf(part, rest, value) : part]));
}

/** Both words mean the ranking pool. */
const sameMeaning = new Set(['rank.within']);
/** One value only, or words that cannot change alone in a valid scheme: what they choose is covered by its own keys. */
const fixed = new Set([
  '.language',
  'facts.type',
  'lists.dated',
  'power.from',
  'statuses.treated_as',
  'except.status',
  'benchmark.from',
  'benchmark.table',
  'score.by',
  'groups.by',
  'groups.better',
  'then.all',
  'rank.within',
  'effect.not_above',
]);

test('every key of the shape, changed alone, is told', { timeout: 120_000 }, () => {
  const before = schemeOf(richText, richSource);
  const done = new Set<string>();
  const tries = new Map<string, number>();
  const silent: string[] = [];
  for (const { path, value } of leavesOf(rich)) {
    const pair = pairOf(path);
    const tried = tries.get(pair) ?? 0;
    if (done.has(pair) || tried > 1) continue;
    tries.set(pair, tried + 1);
    for (const other of mutationsOf(value)) {
      if (JSON.stringify(other) === JSON.stringify(value)) continue;
      const changed = read(stringify(withLeaf(rich, path, other), { lineWidth: 0, aliasDuplicateObjects: false }));
      if (changed === undefined) continue;
      const differences = diffSchemes(before, changed);
      if (differences.length === 0 && sameMeaning.has(pair)) continue;
      if (differences.length === 0) silent.push(`${path.join('.')}: ${String(value)} → ${String(other)}`);
      for (const { words } of differences) expect(words).not.toMatch(/undefined|NaN|\[object/);
      done.add(pair);
      break;
    }
  }
  expect(silent).toEqual([]);
  const partsDone = (pair: string): boolean => [...done].some((other) => other.startsWith(`${meant(pair.split('.')[1] ?? '')}.`));
  expect([...pairs].filter((pair) => !done.has(pair) && !fixed.has(pair) && !partsDone(pair))).toEqual([]);
  expect(done.size).toBeGreaterThan(120);
});

test.each([
  ['how members are merged', 'merged: sum', 'merged: most', '指标项“人数”的合并评价时的取值由“相加”改为“取最大”'],
  [
    'absence in the bonus',
    'absent: no_points\n  clause',
    'absent: pending\n  clause',
    '加分扣分·缺数据由“no_points”改为“pending”',
  ],
  ['the check of parcels', 'sum_check: parcel', 'sum_check: none', '用地口径·宗地面积核对由“parcel”改为“none”'],
  ['department', 'from: 自然资源局', 'from: 住建局', '指标项“用地面积”的提供部门由“自然资源局”改为“住建局”'],
])('%s is told in words, once', (_name, from, to, words) => {
  expect(richText.split(from).length).toBeGreaterThan(1);
  const after = schemeOf(
    richText.replace(from, () => to),
    richSource,
  );
  expect(diffSchemes(schemeOf(richText, richSource), after).map((difference) => difference.words)).toEqual([words]);
});

test('the wording of a clause is told, an assumption that is gone too', () => {
  const before = schemeOf(richText, richSource);
  const [clause, ...more] = diffSchemes(before, schemeOf(richText, richSource.replace('分别评价', '一并评价')));
  expect(clause?.words).toBe(
    '依据文件“notice”的条款“scope”由“第二条：规上企业和规下企业分别评价。”改为“第二条：规上企业和规下企业一并评价。”',
  );
  expect(more).toEqual([]);
  const plain = schemeOf(richText.replace(/(\ntotal:[\s\S]*?)\n {2}assumed: 按公示/, '$1'), richSource);
  expect(diffSchemes(before, plain).map(({ words }) => words)).toEqual(['总分·假定由“按公示”改为“未写”']);
});
