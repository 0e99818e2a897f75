/** The documented contract of the JSON: names, absences, keys; and what a person is told about keys and conditions that are absent. */
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.js';
import { datasetOf, schemeOf } from './fixtures/scheme.js';
import { resultAsJson } from './json.js';

const two =
  'groups:\n  above: { name: 规上企业, when: 规模 = "规上", clause: doc#c }\n  below: { name: 规下企业, when: otherwise, clause: doc#c }';
const scheme = schemeOf({
  groups: two,
  indicators:
    'indicators:\n  - { id: x, name: 得数分, formula: 得数 / 另数, unit: "", weight: 60, benchmark: 10, clause: doc#c }\n  - { id: y, name: 仅规上, formula: 得数, unit: "", weight: { above: 40 }, benchmark: 10, clause: doc#c }',
  absent:
    'absent: { missing: no_points, not_applicable: no_points, not_reported: no_points, not_computable: pending, clause: doc#c }',
  rank: 'rank: { within: [group], by: [总分 desc, 评价税收 desc], ties: min, on: full, clause: doc#c }',
  overrides:
    'overrides:\n  order: first_wins\n  vacated: leave\n  rules: [{ id: tax, name: 税收大户, when: 评价税收 > 100 万元, effect: { up: 1 }, at: after_cut, clause: doc#c }]',
});
const dataset = datasetOf(
  scheme,
  ['id', '企业名称', '规模', '得数', '另数', '评价税收(万元)'],
  [
    ['a', '甲厂', '规上', 20, 2, 50],
    ['b', '乙厂', '规上', null, 2, null],
    ['c', '丙厂', '规下', 30, 0, 10],
    ['d', '丁厂', '规下', 5, 1, 10],
  ],
);
const json = resultAsJson(evaluate(scheme, dataset), scheme);
const [a, b, c, d] = json.subjects;

describe('JSON contract', () => {
  it('[R86] is plain JSON without NaN or −0, subjects by the bytes of their ids', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json.subjects.map((subject) => subject.id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives value, benchmark, score and how of the indicators of the own group only', () => {
    expect(a?.indicators).toEqual({
      x: { value: 10, benchmark: 10, score: 60, how: 'plain' },
      y: { value: 20, benchmark: 10, score: 80, how: 'plain' },
    });
    expect(Object.keys(d?.indicators ?? {})).toEqual(['x']);
    expect(b?.indicators.x).toEqual({ value: null, benchmark: 10, score: 0, absence: 'missing', how: 'absence_rule' });
    expect([a?.total, a?.rank, a?.rankOf, a?.group, a?.pool]).toEqual([140, 1, 2, 'above', 'above']);
  });

  it('[R85] a division by zero leaves the subject pending with the reason, never Infinity', () => {
    expect(c).toMatchObject({ status: 'pending', total: null, rank: null, rankOf: null, computedGrade: null, grade: null });
    expect(c?.reasons.map((reason) => reason.code)).toEqual(['indicator_absent']);
    expect(c?.indicators.x?.absence).toBe('not_computable');
  });

  it('carries cuts, pools, benchmarks, assumptions and findings', () => {
    expect(json.pools.map((pool) => [pool.id, pool.members, pool.base])).toEqual([
      ['above', 2, 2],
      ['below', 1, 1],
    ]);
    expect(json.cuts.every((cut) => ['above', 'below'].includes(cut.pool))).toBe(true);
    expect(json.scheme.grades.map((grade) => grade.key)).toEqual(['A', 'B', 'C']);
    const codes = json.findings.map((finding) => finding.code);
    expect(codes).toContain('rank_key_absent');
    expect(codes).toContain('condition_undetermined');
    expect(b?.overrides).toMatchObject([{ rule: 'tax', applied: false }]);
  });
});
