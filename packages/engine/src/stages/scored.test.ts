/** 从数据到总分 — what must hold of any data: order of rows, better values, absences, no infinities. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesOf } from '../fixtures/look.js';
import { datasetOf, schemeOf } from '../fixtures/scheme.js';
import { scoreSubjects } from './scored.js';

const runs = process.env.MUHENG_TIER === 'deep' ? 1500 : 80;
const rules = [
  'benchmark: 7',
  'better: lower, benchmark: 7',
  'benchmark: { from: mean, kind: of_values, of: this_year, within: pool, times: 2, round: none, clause: doc#c }',
  'benchmark: { from: mean, kind: of_sums, of: this_year, within: group, times: 1, round: none, clause: doc#c }',
  'benchmark: { from: best, of: this_year, within: all, times: 1, round: none, clause: doc#c }',
  'benchmark: 3, score: { by: inverse }',
  'score: { by: minmax, least_share: 20%, all_equal: half }',
  'score: { by: zscore, sd: n-1, centre: 50%, per_sd: 20%, all_equal: least }',
  'score: { by: rank, falls: by_place, ties: average, single: none }',
  'score: { by: rank, falls: to_zero, ties: dense, single: full }',
  'score: { by: percentile, kind: midpoint, single: full }',
  'score: { by: steps, at: 1, base: 80%, every: 0.5, points: 1, most: 150%, least: 0% }',
  'score: { by: count, points_each: 2 }, cap: { times_weight: 1 }',
];
const schemeWith = (rule: string, absent: string) =>
  schemeOf({
    groups:
      'groups: { above: { name: 规上, when: 规模 = "规上", clause: doc#c }, below: { name: 规下, when: otherwise, clause: doc#c } }',
    rank: 'rank: { within: [group], by: [总分 desc], ties: min, on: full, clause: doc#c }',
    indicators: `indicators:
  - { id: x, name: 甲, formula: 得数 / 另数, unit: "", weight: 60, ${rule}, absent: ${absent}, clause: doc#c }
  - { id: y, name: 乙, formula: 另数, unit: "", weight: 40, benchmark: 5, absent: ${absent}, clause: doc#c }`,
  });
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '不适用', '未报') },
);
const rows = fc.array(fc.tuple(cell, cell, fc.constantFrom('规上', '规下')), { minLength: 1, maxLength: 12 });
const actions = [
  'pending',
  'no_points',
  'full_points',
  'group_mean_score',
  'reweigh',
  'as_zero',
  '{ points: -3 }',
  '{ share: 50% }',
];

test('[R77] [R76] any rule, any absence rule, any data: the order of rows changes nothing, no number is infinite, every gap has a reason', () => {
  const seed = 77;
  const known = rules.flatMap((rule) =>
    actions.map((action) => ({ name: `${rule} ${action}`, scheme: schemeWith(rule, action) })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...known), rows, fc.nat(), ({ scheme }, cells, turn) => {
      const table = cells.map(([v, u, scale], at): (string | number)[] => [`s${at}`, v, u, scale]);
      const turned = [...table.slice(turn % table.length), ...table.slice(0, turn % table.length)].reverse();
      const one = scoreSubjects(scheme, datasetOf(scheme, ['id', '得数', '另数', '规模'], table));
      const other = scoreSubjects(scheme, datasetOf(scheme, ['id', '得数', '另数', '规模'], turned));
      expect(other.total).toEqual(one.total);
      expect(other.status).toEqual(one.status);
      expect([...one.reasons]).toEqual([...other.reasons]);
      for (let row = 0; row < one.total.length; row++) {
        const graded = one.statusIds[one.status[row]!] === 'graded';
        expect(Number.isFinite(one.total[row]!)).toBe(graded);
        expect(one.reasons.has(row)).toBe(!graded);
      }
    }),
    { numRuns: runs, seed },
  );
});

test('[R77] a better value never lowers the score of its subject', () => {
  const seed = 78;
  const known = rules
    .filter((rule) => !rule.includes('inverse') && !rule.includes('lower'))
    .map((rule) => schemeWith(rule, 'no_points'));
  const numbers = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 2,
    maxLength: 10,
  });
  fc.assert(
    fc.property(fc.constantFrom(...known), numbers, fc.integer({ min: 1, max: 9 }), (scheme, cells, more) => {
      const table = (first: number) =>
        cells.map(([v, u], at): (string | number)[] => [`s${at}`, at === 0 ? v + first : v, u, '规上']);
      const of = (first: number): number =>
        scoreSubjects(scheme, datasetOf(scheme, ['id', '得数', '另数', '规模'], table(first))).leaves[0]!.score[0]!;
      expect(of(more)).toBeGreaterThanOrEqual(of(0) - 1e-9);
    }),
    { numRuns: runs, seed },
  );
});

test('[S50] [R77] the dataset is left as it was', () => {
  const scheme = schemeOf({
    land: 'land: { mu: { divisor: 667 }, round: { to: 0, by: excel }, sum_check: none, clause: doc#c }',
    indicators:
      'indicators:\n  - { id: x, name: 用地, formula: 用地面积, unit: 亩, weight: 1, score: { by: raw }, round: { to: 0, by: up }, clause: doc#c }',
  });
  const dataset = datasetOf(
    scheme,
    ['id', '用地面积'],
    [
      ['a', 1.4],
      ['b', -1],
    ],
  );
  const scored = scoreSubjects(scheme, dataset);
  expect([...(dataset.facts.get(2022)?.get('land_used')?.values ?? [])]).toEqual([1.4, -1]);
  expect([...scored.frame.column('land_used', 0).values]).toEqual([1, Number.NaN]);
  expect([...(scored.leaves[0]?.score ?? [])]).toEqual([1, Number.NaN]);
});

test('[S20] an empty group is a note, an empty side table another; nothing fails', () => {
  const scheme = schemeOf({
    groups:
      'groups: { above: { name: 规上, when: 规模 = "规上", clause: doc#c }, below: { name: 规下, when: otherwise, clause: doc#c } }',
    bonus:
      'bonus: { most: none, least: none, absent: no_points, clause: doc#c, items: [ { id: t, name: 称号, titles: { names: [x], levels: { 省级: 1 }, take: best, valid: on_reference_day }, clause: doc#c } ] }',
  });
  const scored = scoreSubjects(scheme, datasetOf(scheme, ['id', '得数', '规模'], [['a', 10, '规下']]));
  expect(codesOf(scored.findings)).toEqual(expect.arrayContaining(['group_empty', 'side_table_not_supplied']));
  expect(scored.total[0]).toBe(100);
});
