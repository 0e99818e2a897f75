/** One random case from a seed: scheme, source and catalogue as YAML text, plain tables, and the same read back for the oracle. */
import { parse, stringify } from 'yaml';
import type { CatalogueDoc, Given, SchemeDoc, Table } from '../raw.js';
import { makeData } from './data.js';
import { assumed, Dice, maybe } from './dice.js';
import { catalogue, condition, source } from './facts.js';
import { makeGrading } from './grades.js';
import { makeAbsence, makeBonus, makeIndicators, makeLimit, makeRule, makeTables, rounding } from './indicators.js';
import { makeLand, makeLandTables } from './land.js';

type Part = Record<string, unknown>;

export interface Case {
  readonly seed: number;
  readonly schemeText: string;
  readonly sourceText: string;
  readonly catalogueText: string;
  readonly tables: readonly Table[];
  readonly sideTables: Readonly<Record<string, readonly Table[]>>;
  readonly year: number;
}

const year = 2022;

/** `subjects`: how many; else a few, as chance has it. */
export function makeCase(seed: number, subjects?: number): Case {
  const dice = new Dice(seed);
  const scheme = makeScheme(dice);
  const data = makeData(dice, { year, merging: 'merge' in scheme, subjects });
  const land = 'land' in scheme ? makeLandTables(dice, data.ids, year) : {};
  return {
    seed,
    schemeText: stringify(scheme, { lineWidth: 0, aliasDuplicateObjects: false }),
    sourceText: stringify(source),
    catalogueText: stringify(catalogue),
    tables: data.tables,
    sideTables: { ...data.sideTables, ...land },
    year,
  };
}

/** What the oracle reads: the texts parsed again, so that both sides start from the same bytes. */
export function givenOf(one: Case): Given {
  return {
    scheme: parse(one.schemeText) as SchemeDoc,
    catalogue: parse(one.catalogueText) as CatalogueDoc,
    tables: one.tables,
    sideTables: one.sideTables,
    year: one.year,
  };
}

function makeScheme(dice: Dice): Part {
  const { groups, ids, pools } = makeGroups(dice);
  const totalBy = dice.pick(['sum', 'sum', 'sum', 'weighted_mean', 'geometric']);
  const { indicators, leaves } = makeIndicators(dice, { groups: ids });
  const statuses = makeStatuses();
  return {
    language: 1,
    id: 'random-case',
    title: '随机评价办法',
    place: { region: '331003', name: '随机区', work: '亩均效益综合评价', office: '区亩均办' },
    source: 'source.yaml',
    subject: { kind: 'enterprise', noun: '工业企业', measure: '户' },
    years: { data: year, work: year + 1 },
    reference_day: dice.pick(['12-31', '06-30', '02-28']),
    facts: makeFacts(dice),
    lists: {
      重点行业: { id: 'key_industries', entries: ['13', '131', '26'], match: 'exact', ...assumed },
      白名单: { id: 'white_list', dated: true, ...assumed },
    },
    tables: makeTables(dice),
    land: makeLand(dice),
    ...maybe(dice, 0.2, () => ({
      merge: { by: '集团名称', ...maybe(dice, 0.4, () => ({ when: '规模 = "规下"' })), ...assumed },
    })),
    statuses,
    who: makeWho(dice, Object.keys(statuses)),
    groups,
    indicators,
    score: {
      rule: makeRule(dice, { measure: { formula: '', unit: '', constants: [1, 2] }, groups: [], better: 'higher' }),
      cap: makeLimit(dice, [1, 1.5]),
      floor: makeLimit(dice, [0, -1]),
      round: rounding(dice),
      value_round: rounding(dice, 0.8),
      ...assumed,
    },
    absent: makeAbsence(dice),
    ...maybe(dice, 0.6, () => ({ bonus: makeBonus(dice, ids, leaves) })),
    total: {
      by: totalBy,
      ...(totalBy === 'sum' ? {} : { full: 100 }),
      ...maybe(dice, 0.2, () => ({ factor: dice.pick(['if 失信标记 then 0.5 else 1', '若 规模 = "规上" 则 1.1 否则 1']) })),
      least: dice.pick(['none', 'none', 0]),
      most: dice.pick(['none', 'none', 100]),
      round: dice.chance(0.2) ? 'none' : { to: dice.int(0, 2), by: dice.pick(['excel', 'gbt8170', 'up', 'down']) },
      ...assumed,
    },
    ...makeGrading(dice, { groups: ids, pools, leaves, statuses: [...Object.keys(statuses), 'pending'] }),
    robustness: { weights: '5%', draws: 10 },
  };
}

function makeFacts(dice: Dice): Part {
  return {
    评价税收: { unit: dice.pick(['万元', '万元', '元']), ...assumed },
    用地面积: { unit: dice.pick(['亩', '亩', '㎡']), must_be: dice.pick(['positive', 'positive', 'any']), ...assumed },
    污染排放量: {
      must_be: dice.pick(['any', 'not_negative']),
      merged: dice.pick(['sum', 'most', 'least', 'mean', 'first']),
      ...assumed,
    },
    税收合计: {
      id: 'tax_sum',
      type: 'number',
      unit: '万元',
      formula: dice.pick(['评价税收 + 研发经费', '评价税收 × 50% + 研发经费']),
      round: rounding(dice),
      ...assumed,
    },
  };
}

interface Groups {
  readonly groups: Part;
  readonly ids: readonly string[];
  readonly pools: readonly string[];
}

function makeGroups(dice: Dice): Groups {
  const rows = dice.pick<[string, string][]>([
    [['all', 'otherwise']],
    [
      ['above', '规模 = "规上"'],
      ['below', 'otherwise'],
    ],
    [
      ['above', '规模 = "规上"'],
      ['below', '规模 = "规下" and 职工人数 >= 2 人'],
    ],
    [
      ['key', '行业代码 in 表(重点行业)'],
      ['above', '规模 = "规上"'],
      ['below', '规模 = "规下"'],
    ],
    [
      ['key', '行业代码 in 表(重点行业)'],
      ['below', 'otherwise'],
    ],
  ]);
  const joint = dice.chance(0.25);
  const groups = Object.fromEntries(
    rows.map(([id, when]) => [id, { name: `${id}组`, when, ...(joint ? { pool: 'joint' } : {}), ...assumed }]),
  );
  return { groups, ids: rows.map(([id]) => id), pools: joint ? ['joint'] : rows.map(([id]) => id) };
}

const makeStatuses = (): Part => ({
  not_fit: { name: '不适用类', computed: false, ranked: false, graded: false, ...assumed },
  shown: { name: '只算不评', computed: true, ranked: false, graded: false, ...assumed },
  watched: { name: '参排不评', computed: true, ranked: true, graded: false, ...assumed },
  special: { name: '单列参评', computed: true, ranked: true, graded: true, ...assumed },
});

const scopes = [
  '规模 in ["规上", "规下"]',
  '用地面积 >= 1 亩 or 销售收入 >= 5 万元',
  'years_since(投产日期) >= 1 年',
  '用地面积 between 1 亩 and 7 亩 or 规模 = "规上"',
  'not missing(规模)',
];

function makeWho(dice: Dice, statuses: readonly string[]): Part {
  const exceptions = Array.from({ length: dice.int(0, 2) }, (_, at) => ({
    id: `except_${at + 1}`,
    when: dice.chance(0.5) ? condition(dice) : dice.pick(['行业代码 = "2"', '职工人数 = 1 人', '列入(白名单)', '失信标记']),
    status: dice.pick(statuses),
    reason: '随机例外',
    ...assumed,
  }));
  return {
    include: dice.pick(scopes),
    undetermined: dice.pick(['pending', 'out', 'in']),
    ...(exceptions.length > 0 ? { except: exceptions } : {}),
    ...assumed,
  };
}
