/** Every stored number comes out of the printed explanation again, by a calculator that shares no code with the engine. */
import { describe, expect, it } from 'vitest';
import { reckonLine } from '../../../../tests/explanations/reckon.js';
import type { Cell } from '../dataset.js';
import { evaluate } from '../evaluate.js';
import { datasetOf, type Sections, type Sides, schemeOf } from '../fixtures/scheme.js';
import { resultAsJson } from '../json.js';
import { explainer } from './explain.js';
import { explanationInWords } from './words.js';

const header = ['id', '规模', '得数', '另数', '评价税收(万元)', '用地面积(亩)', '研发占比(%)'];

/** Numbers of every kind: equal ones, zero, negative, absent. */
function rowsOf(count: number, seed: number): Cell[][] {
  let state = seed;
  const next = (most: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % most;
  };
  return Array.from({ length: count }, (_, at) => {
    const value = next(12) === 0 ? 0 : (next(4000) - 400) / 97;
    return [
      `s${String(at).padStart(3, '0')}`,
      next(3) === 0 ? '规下' : '规上',
      value,
      next(8) === 0 ? null : next(50) / 7,
      next(5000) / 11,
      1 + next(900) / 13,
      next(60) / 10,
    ];
  });
}

const two =
  'groups:\n  above: { name: 规上企业, when: 规模 = "规上", clause: doc#c }\n  below: { name: 规下企业, when: otherwise, clause: doc#c }';
const ranked = 'rank: { within: [group], by: [总分 desc, 另数 desc], ties: TIES, on: rounded, clause: doc#c }';
const absent =
  'absent: { missing: group_mean_score, not_applicable: no_points, not_reported: no_points, not_computable: no_points, clause: doc#c }';
const total = 'total: { by: sum, least: 0, most: 140, round: { to: 2, by: excel }, clause: doc#c }';

const base: Sections = { groups: two, rank: ranked.replace('TIES', 'min'), absent, total };
const leaf = (more: string): string =>
  `indicators:\n  - { id: x, name: 亩均得数, formula: 得数 + 另数, unit: "", weight: { above: 30, below: 50 }, ${more}, clause: doc#c }\n  - { id: y, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 元/㎡, weight: 40, benchmark: 20, cap: { times_weight: 1.2 }, round: { to: 4, by: gbt8170 }, clause: doc#c }`;
const scored = (rule: string, more = ''): Sections => ({ ...base, indicators: leaf(`${more}score: ${rule}`) });
const benchmark =
  'benchmark: { from: mean, kind: of_values, of: this_year, within: group, times: 2, round: { to: 4, by: excel }, clause: doc#c }, ';

const schemes: Readonly<Record<string, Sections>> = {
  ratio: scored('{ by: ratio }', benchmark),
  'ratio, capped, floored, rounded': scored(
    '{ by: ratio }',
    'benchmark: 3, cap: { points: 35 }, floor: { points: 0 }, round: { to: 2, by: up }, value_round: { to: 3, by: excel }, ',
  ),
  'ratio, lower is better': scored('{ by: ratio }', 'better: lower, benchmark: 3, cap: { times_weight: 2 }, '),
  inverse: scored('{ by: inverse }', 'benchmark: 5, floor: { points: -10 }, '),
  distance: scored('{ by: distance, span: 7 }', 'benchmark: 9, '),
  minmax: scored('{ by: minmax, least_share: 20%, all_equal: half }'),
  'minmax, lower': scored('{ by: minmax, least_share: 0%, all_equal: full }', 'better: lower, '),
  goalposts: scored('{ by: goalposts, low: 1, high: { above: 20, below: 15 }, least_share: 10%, clamp: true }'),
  'goalposts, open and lower': scored('{ by: goalposts, low: 1, high: 20, least_share: 0%, clamp: false }', 'better: lower, '),
  zscore: scored('{ by: zscore, sd: n-1, centre: 60%, per_sd: 10%, all_equal: full }'),
  'zscore, lower': scored('{ by: zscore, sd: n, centre: 60%, per_sd: 10%, all_equal: full }', 'better: lower, '),
  'rank by place': scored('{ by: rank, falls: by_place, ties: average, single: full }'),
  'rank to zero': scored('{ by: rank, falls: to_zero, ties: min, single: full }'),
  'rank by value': scored('{ by: rank, falls: by_value, ties: min, single: full }'),
  percentile: scored('{ by: percentile, kind: midpoint, single: full }'),
  steps: scored('{ by: steps, at: 10, base: 80%, every: 2.5, points: 1, most: 150%, least: 0% }'),
  bands: scored('{ by: bands, of: value, edge: in, bands: [{ from: 15, points: 30 }, { from: 5, points: 12.5 }], below: -1 }'),
  count: scored('{ by: count, points_each: 1.5 }', 'cap: { points: 20 }, '),
  marks: scored('{ by: marks }'),
  raw: scored('{ by: raw }'),
  formula: scored('{ by: formula, points: 权重 * (0.6 + 0.4 * 值 / 20) }'),
  reweighed: { ...scored('{ by: ratio }', 'benchmark: 6, '), absent: absent.replace('group_mean_score', 'reweigh') },
  'nonpositive and as zero': {
    ...scored('{ by: ratio }', 'benchmark: 6, nonpositive: { points: -3 }, '),
    absent: absent.replace('group_mean_score', 'as_zero'),
  },
  'shares of the weight': {
    ...scored('{ by: ratio }', 'benchmark: 6, '),
    absent: absent.replace('group_mean_score', '{ share: 33.3% }'),
  },
  'branches by mean and geometric mean': {
    ...base,
    indicators: `indicators:
  - id: branch
    name: 质效
    weight: 60
    aggregate: weighted_mean
    clause: doc#c
    children:
      - { id: x, name: 得数分, formula: 得数, unit: "", weight: 40, benchmark: 20, floor: { points: 1 }, clause: doc#c }
      - { id: y, name: 税收强度, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 20, benchmark: 20, clause: doc#c }
  - id: other
    name: 创新
    weight: 40
    aggregate: geometric
    clause: doc#c
    children:
      - { id: z, name: R&D占比, formula: 研发占比, unit: "%", weight: 10, benchmark: 3, clause: doc#c }
      - { id: w, name: 另数分, formula: 另数, unit: "", weight: 30, benchmark: 4, clause: doc#c }`,
    total:
      'total: { by: geometric, full: 100, factor: 1 + 研发占比, least: none, most: none, round: { to: 3, by: excel }, clause: doc#c }',
    rank: ranked.replace('TIES', 'average'),
  },
  'bonus and penalty': {
    ...scored('{ by: ratio }', 'benchmark: 6, '),
    rank: ranked.replace('TIES', 'dense'),
    bonus: `bonus:
  most: 6
  least: -4
  absent: no_points
  items:
    - { id: up, name: 研发加分, kind: 创新, points: 研发占比 * 100 * 0.7, most: 3.5, clause: doc#c }
    - { id: title, name: 称号加分, kind: 创新, titles: { names: [高新技术企业], levels: { 国家级: 3, 省级: 2 }, take: sum, valid: on_reference_day }, clause: doc#c }
    - { id: sublet, name: 转租扣分, events: { where: "事件类型 = “转租”", first: -1, further: -2.5 }, clause: doc#c }
  clause: doc#c`,
  },
};

const sides: Sides = {
  titles: {
    file: 't.csv',
    header: ['id', 'name', 'level'],
    rows: [
      ['s001', '高新技术企业', '国家级'],
      ['s001', '高新技术企业', '省级'],
      ['s002', '高新技术企业', '省级'],
    ],
  },
  events: {
    file: 'e.csv',
    header: ['id', 'kind', 'date'],
    rows: [
      ['s003', '转租', '2022-03-01'],
      ['s003', '转租', '2022-04-01'],
      ['s004', '转租', '2022-05-01'],
    ],
  },
};

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe('[R44] recomputed from what is printed', () => {
  let lines = 0;
  let stored = 0;
  for (const [title, sections] of Object.entries(schemes)) {
    it(`every value, score, branch, bonus, total, rank and place: ${title}`, () => {
      const scheme = schemeOf(sections);
      const dataset = datasetOf(scheme, header, rowsOf(40, title.length * 7919), sides);
      const result = evaluate(scheme, dataset);
      const explain = explainer({ scheme, dataset, result });
      const names = [...scheme.facts.values()].map((fact) => fact.term).concat(scheme.leaves.map((each) => each.name));
      let gradedSubjects = 0;
      for (const subject of resultAsJson(result, scheme).subjects) {
        const found = new Map<string, number>();
        for (const line of explanationInWords(explain(subject.id, 'auditor')).split('\n')) {
          const reckoned = reckonLine(line.trim(), names);
          if (reckoned === null) continue;
          lines++;
          if (!near(reckoned.printed, reckoned.reckoned))
            throw new Error(`${title}, ${subject.id}: “${line.trim()}” gives ${reckoned.reckoned}`);
          found.set(reckoned.name, reckoned.printed);
        }
        for (const [name, value] of storedNumbers(scheme, subject)) {
          stored++;
          if (value !== null && !near(found.get(name) ?? Number.NaN, value))
            throw new Error(`${title}, ${subject.id}: ${name} is ${value}, printed ${found.get(name)}`);
        }
        if (subject.rank === null) continue;
        gradedSubjects++;
        for (const cut of result.pools[result.pool[result.subjects.indexOf(subject.id)]!]!.cuts.filter(
          ({ grade }) => grade !== 'C',
        ))
          expect(found.get(`${cut.grade}类名额`)).toBe(cut.places);
      }
      expect(gradedSubjects).toBeGreaterThan(20);
    });
  }

  it('a wrong number is noticed', () => {
    expect(reckonLine('亩均税收得分 30 = 10 ÷ 20 × 60', [])).toEqual({ name: '亩均税收得分', printed: 30, reckoned: 30 });
    expect(reckonLine('R&D占比(%) 2.01 = R&D占比(%) 1.005 × 2 - 转出(亩) 0', ['R&D占比(%)', '转出(亩)'])?.reckoned).toBe(2.01);
    expect(reckonLine('A类名额 8 = 修约(37 × 20 ÷ 100, 0)', [])).toEqual({ name: 'A类名额', printed: 8, reckoned: 7 });
    expect(reckonLine('数据：用地面积（2022） 20 亩', [])).toBeNull();
  });

  it('counts', () => {
    console.log(`explanations: ${Object.keys(schemes).length} schemes, ${lines} lines, ${stored} stored numbers recomputed`);
    expect(stored).toBeGreaterThan(5000);
  });
});

function storedNumbers(
  scheme: ReturnType<typeof schemeOf>,
  subject: ReturnType<typeof resultAsJson>['subjects'][number],
): [string, number | null][] {
  const leaves = scheme.leaves.flatMap((leaf): [string, number | null][] => {
    const indicator = subject.indicators[leaf.id];
    return indicator === undefined
      ? []
      : [
          [leaf.name, indicator.value],
          [`${leaf.name}得分`, indicator.score],
        ];
  });
  const branches = scheme.indicators
    .filter((each) => each.kind === 'branch')
    .map((branch): [string, number | null] => [`${branch.name}得分`, subject.branches[branch.id] ?? null]);
  if (subject.total === null) return [...leaves, ...branches];
  const bonus: [string, number | null][] = scheme.bonus === undefined ? [] : [['加减分', subject.bonusTotal]];
  return [...leaves, ...branches, ...bonus, ['基础分', subject.baseTotal], ['总分', subject.total], ['名次', subject.rank]];
}
