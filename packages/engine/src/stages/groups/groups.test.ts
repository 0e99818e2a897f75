/** 分组 — S20–S30: groups, pools, group-specific indicators and weights, hierarchies. */
import { describe, expect, test } from 'vitest';
import { groupOf, reasonsOf, scoresOf, statusOf, tidy, totalOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';
import type { Scored } from '../stage.js';

type Row = readonly (string | number | boolean | null)[];

function run(sections: Sections, header: readonly string[], rows: readonly Row[]): Scored {
  const scheme = schemeOf(sections);
  return scoreSubjects(scheme, datasetOf(scheme, ['id', ...header], rows));
}
const groupsOf = (scored: Scored): readonly (string | undefined)[] =>
  scored.frame.dataset.subjects.map((id) => groupOf(scored, id));
const poolOf = (scored: Scored): readonly (string | undefined)[] => [...scored.pools.of].map((pool) => scored.pools.ids[pool]);
const bySize =
  'groups: { above: { name: 规上企业, when: 规模 = "规上", clause: doc#c }, below: { name: 规下企业, when: 规模 = "规下", clause: doc#c } }';
const rankWithin = (within: string): string =>
  `rank: { within: [${within}], by: [总分 desc], ties: min, on: full, clause: doc#c }`;

describe('groups', () => {
  const sizes: readonly Row[] = [
    ['a', 1, '规上'],
    ['b', 1, '规下'],
    ['c', 1, null],
  ];

  test('[S20] 规上 and 规下 by a fact; who fits neither is out with the reason', () => {
    const scored = run({ groups: bySize }, ['得数', '规模'], [...sizes.slice(0, 2), ['c', 1, '小微']]);
    expect(groupsOf(scored)).toEqual(['above', 'below', undefined]);
    expect([statusOf(scored, 'c'), reasonsOf(scored, 'c')]).toEqual(['out', ['不符合任何分组的条件']]);
  });

  test('[S20] [S50] a group that cannot be known leaves the subject pending and names the fact, also before otherwise', () => {
    const otherwise =
      'groups: { above: { name: 规上企业, when: 规模 = "规上", clause: doc#c }, below: { name: 规下企业, when: otherwise, clause: doc#c } }';
    for (const groups of [bySize, otherwise]) {
      const scored = run({ groups }, ['得数', '规模'], sizes);
      expect(groupsOf(scored)).toEqual(['above', 'below', undefined]);
      expect([statusOf(scored, 'c'), reasonsOf(scored, 'c')]).toEqual(['pending', ['无法判断属于哪个分组：规模（缺）']]);
      expect([totalOf(scored, 'c'), poolOf(scored)[2]]).toEqual([Number.NaN, undefined]);
      expect(scored.findings.map((finding) => finding.code)).toContain('group_undetermined');
    }
  });

  test('[S20] [S50] a later group that surely fits is taken, with a note that an earlier one could not be decided', () => {
    const groups =
      'groups: { dirty: { name: 重点排污, when: 行业 = "印染", clause: doc#c }, above: { name: 规上, when: 规模 = "规上", clause: doc#c }, rest: { name: 其他, when: otherwise, clause: doc#c } }';
    const scored = run(
      { groups },
      ['得数', '行业', '规模'],
      [
        ['a', 1, null, '规上'],
        ['b', 1, null, '规下'],
        ['c', 1, '机械', '规下'],
      ],
    );
    expect(groupsOf(scored)).toEqual(['above', undefined, 'rest']);
    expect(scored.frame.dataset.subjects.map((id) => statusOf(scored, id))).toEqual(['graded', 'pending', 'graded']);
    expect(reasonsOf(scored, 'b')).toEqual(['无法判断属于哪个分组：行业（缺）']);
    const note = scored.findings.find((finding) => finding.code === 'condition_undetermined');
    expect(note?.message).toContain('1 个对象因数据缺失无法判断“分组 重点排污”');
  });

  test('[S12] [S50] a status that stands neither in ranking nor in cut stays when the group cannot be known', () => {
    const scored = run(
      {
        groups: bySize,
        statuses: 'statuses: { t: { name: 暂不评, computed: true, ranked: false, graded: false, clause: doc#c } }',
        who: 'who: { include: "1 = 1", undetermined: pending, except: [{ id: water, when: \'行业 = "供水"\', status: t, reason: 公用事业, clause: doc#c }], clause: doc#c }',
      },
      ['得数', '行业', '规模'],
      [['a', 1, '供水', null]],
    );
    expect([statusOf(scored, 'a'), groupsOf(scored)]).toEqual(['t', [undefined]]);
  });

  test('[S21] key polluters are a group with an indicator of their own', () => {
    const scored = run(
      {
        lists: 'lists: { 重点排污单位: { id: polluters, dated: true, clause: doc#c } }',
        groups:
          'groups: { dirty: { name: 重点排污, when: 行业 = "印染", clause: doc#c }, other: { name: 其他, when: otherwise, clause: doc#c } }',
        indicators: `indicators:
  - { id: x, name: 指标, formula: 得数, unit: "", weight: { dirty: 60, other: 100 }, benchmark: 10, clause: doc#c }
  - { id: y, name: 排放, formula: 另数, unit: "", weight: { dirty: 40 }, benchmark: 10, clause: doc#c }`,
      },
      ['得数', '另数', '行业'],
      [
        ['a', 10, 5, '印染'],
        ['b', 10, 5, '机械'],
      ],
    );
    expect(scoresOf(scored, 'y')).toEqual([20, Number.NaN]);
    expect([totalOf(scored, 'a'), totalOf(scored, 'b')]).toEqual([80, 100]);
    expect([...(scored.leaves[1]?.value.absence ?? [])]).toEqual([0, 2]);
  });

  test('[S22] tenants without land, and less than 3 亩; the edge belongs to the larger', () => {
    const groups =
      'groups: { small: { name: 小, when: 用地面积 < 3 亩, clause: doc#c }, tenant: { name: 无地, when: missing(用地面积) or not_applicable(用地面积), clause: doc#c }, rest: { name: 其他, when: otherwise, clause: doc#c } }';
    expect(
      groupsOf(
        run(
          { groups },
          ['得数', '用地面积'],
          [
            ['a', 1, 2.99],
            ['b', 1, 3],
            ['c', 1, '不适用'],
            ['d', 1, null],
          ],
        ),
      ),
    ).toEqual(['small', 'rest', 'tenant', 'tenant']);
  });

  test('[S23] multi-storey tenants by a fact the scheme declares itself', () => {
    const facts = 'facts: { 承租楼层: { id: storey, type: number, unit: 层, must_be: any, merged: first, clause: doc#c } }';
    const groups =
      'groups: { upper: { name: 高层承租, when: 承租楼层 >= 2 层, clause: doc#c }, rest: { name: 其他, when: otherwise, clause: doc#c } }';
    expect(
      groupsOf(
        run(
          { facts, groups },
          ['得数', '承租楼层'],
          [
            ['a', 1, 2],
            ['b', 1, 1],
          ],
        ),
      ),
    ).toEqual(['upper', 'rest']);
  });

  test('[S24] industry × size: the first group that holds', () => {
    const groups = `groups: { textile: { name: 纺织, when: '开头是(行业, "17")', clause: doc#c }, machine: { name: 机械, when: '代码介于(行业, "34", "35")', clause: doc#c }, rest: { name: 其他, when: otherwise, clause: doc#c } }`;
    expect(
      groupsOf(
        run(
          { groups },
          ['得数', '行业'],
          [
            ['a', 1, '1751'],
            ['b', 1, '3490'],
            ['c', 1, '3599'],
            ['d', 1, '3600'],
          ],
        ),
      ),
    ).toEqual(['textile', 'machine', 'machine', 'rest']);
  });

  test('[S25] a group cut by a rule of its own keeps its own pool', () => {
    const scored = run(
      { groups: bySize, rank: rankWithin('group') },
      ['得数', '规模'],
      [
        ['a', 1, '规上'],
        ['b', 1, '规下'],
      ],
    );
    expect(scored.pools.groupOf).toEqual(['above', 'below']);
    expect(scored.pools.names).toEqual(['规上企业', '规下企业']);
  });

  test('[S26] size groups with one pool name are ranked and measured together', () => {
    const groups =
      'groups: { above: { name: 规上, when: 规模 = "规上", pool: joint, clause: doc#c }, below: { name: 规下, when: 规模 = "规下", pool: joint, clause: doc#c } }';
    const indicators =
      'indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 100, benchmark: { from: mean, kind: of_values, of: this_year, within: pool, times: 1, round: none, clause: doc#c }, clause: doc#c }';
    const rows: Row[] = [
      ['a', 10, '规上'],
      ['b', 30, '规下'],
    ];
    expect([
      ...(run({ groups, indicators, rank: rankWithin('pool') }, ['得数', '规模'], rows).leaves[0]?.benchmark ?? []),
    ]).toEqual([20, 20]);
    const apart = run({ groups: bySize, indicators, rank: rankWithin('group') }, ['得数', '规模'], rows);
    expect([...(apart.leaves[0]?.benchmark ?? [])]).toEqual([10, 30]);
    expect(poolOf(run({ groups, rank: rankWithin('pool') }, ['得数', '规模'], rows))).toEqual(['joint', 'joint']);
  });

  test('[S27] pools per county, numbered by group and then by name; without a county under 未填', () => {
    const scored = run(
      { groups: bySize, rank: rankWithin('group, 县区') },
      ['得数', '规模', '县区'],
      [
        ['a', 1, '规下', '乙县'],
        ['b', 1, '规上', '甲县'],
        ['c', 1, '规上', '乙县'],
        ['d', 1, '规上', null],
      ],
    );
    expect(scored.pools.ids).toEqual(['above·乙县', 'above·未填', 'above·甲县', 'below·乙县']);
    expect(poolOf(scored)).toEqual(['below·乙县', 'above·甲县', 'above·乙县', 'above·未填']);
    expect(scored.findings.map((finding) => finding.code)).toContain('pool_text_absent');
  });

  test('[S28] an indicator inside another: 知识产权 3 of 研发 10', () => {
    const indicators = `indicators:
  - { id: x, name: 亩均, formula: 得数, unit: "", weight: 90, benchmark: 10, clause: doc#c }
  - id: rd
    name: 研发
    weight: 10
    aggregate: sum
    clause: doc#c
    children:
      - { id: y, name: 研发占比分, formula: 另数, unit: "", weight: 7, benchmark: 10 }
      - { id: z, name: 知识产权, formula: 另数, unit: "", weight: 3, benchmark: 20 }`;
    const scored = run({ indicators }, ['得数', '另数'], [['a', 10, 10]]);
    expect([scoresOf(scored, 'y'), scoresOf(scored, 'z'), scoresOf(scored, 'rd'), totalOf(scored, 'a')]).toEqual([
      [7],
      [1.5],
      [8.5],
      98.5,
    ]);
  });

  test('[S29] 70 points fixed by the province, 30 of local indicators: both add up to the total', () => {
    const indicators = `indicators:
  - { id: x, name: 省定, formula: 得数, unit: "", weight: 70, benchmark: 10, clause: doc#c }
  - id: local
    name: 自选
    weight: 30
    aggregate: sum
    choose: { least: 1, most: 3 }
    clause: doc#c
    children:
      - { id: y, name: 自选一, formula: 另数, unit: "", weight: 10, benchmark: 10 }
      - { id: z, name: 自选二, formula: 另数, unit: "", weight: 20, benchmark: 10 }`;
    expect(totalOf(run({ indicators }, ['得数', '另数'], [['a', 10, 5]]), 'a')).toBe(85);
  });

  test('[S30] a group with one indicator, scored by its raw value', () => {
    const indicators =
      'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 100, score: { by: raw }, clause: doc#c }';
    expect(totalOf(run({ indicators }, ['评价税收', '用地面积'], [['a', 37.5, 5]]), 'a')).toBe(7.5);
  });
});

describe('hierarchies', () => {
  const tree = (aggregate: string): string => `indicators:
  - id: top
    name: 综合
    weight: 100
    aggregate: ${aggregate}
    clause: doc#c
    children:
      - { id: x, name: 甲, formula: 得数, unit: "", weight: 30, benchmark: 10 }
      - { id: y, name: 乙, formula: 另数, unit: "", weight: 10, benchmark: 10 }`;

  test('[S28] weighted and geometric means of what the children reach of their weights', () => {
    const rows: Row[] = [
      ['a', 5, 20],
      ['b', 0, 10],
    ];
    expect(scoresOf(run({ indicators: tree('weighted_mean') }, ['得数', '另数'], rows), 'top')).toEqual([87.5, 25]);
    expect(scoresOf(run({ indicators: tree('geometric') }, ['得数', '另数'], rows), 'top')).toEqual([
      tidy(100 * Math.sqrt(Math.sqrt(0.25))),
      0,
    ]);
  });

  test('[S28] the total by means makes `full` points of a perfect score', () => {
    const indicators =
      'indicators:\n  - { id: x, name: 甲, formula: 得数, unit: "", weight: 3, benchmark: 10, clause: doc#c }\n  - { id: y, name: 乙, formula: 另数, unit: "", weight: 1, benchmark: 10, clause: doc#c }';
    const total = (by: string): string =>
      `total: { by: ${by}, full: 100, least: none, most: none, round: { to: 2, by: excel }, clause: doc#c }`;
    expect(totalOf(run({ indicators, total: total('weighted_mean') }, ['得数', '另数'], [['a', 5, 20]]), 'a')).toBe(87.5);
    expect(totalOf(run({ indicators, total: total('geometric') }, ['得数', '另数'], [['a', 5, 20]]), 'a')).toBe(70.71);
  });

  test('[S11] a factor multiplies the indicator part only; an absent one leaves pending', () => {
    const sections = {
      total: 'total: { by: sum, factor: 另数, least: none, most: 120, round: { to: 1, by: excel }, clause: doc#c }',
    };
    const scored = run(
      sections,
      ['得数', '另数'],
      [
        ['a', 10, 1.1],
        ['b', 10, 2],
        ['c', 10, null],
      ],
    );
    expect([totalOf(scored, 'a'), totalOf(scored, 'b'), statusOf(scored, 'c')]).toEqual([110, 120, 'pending']);
    expect(reasonsOf(scored, 'c')).toEqual(['总分的系数算不出：另数（缺）']);
  });
});
