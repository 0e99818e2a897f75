/** 缺、零、错 — S50–S54: what the scheme says of values that are absent, zero or corrected; each kind of absence by itself. */
import { describe, expect, test } from 'vitest';
import { codesOf, reasonsOf, scoresOf, statusOf, tidy, totalOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, type Sides, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';
import type { Scored } from '../stage.js';

type Row = readonly (string | number | boolean | null)[];

function run(sections: Sections, header: readonly string[], rows: readonly Row[], sides: Sides = {}): Scored {
  const scheme = schemeOf(sections);
  return scoreSubjects(scheme, datasetOf(scheme, ['id', ...header], rows, sides));
}
const leaf = (more: string): Sections => ({
  indicators: `indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 10, benchmark: 10, ${more}, clause: doc#c }`,
});
const absent = (action: string, more = ''): readonly number[] =>
  scoresOf(
    run(
      leaf(`absent: ${action}${more}`),
      ['得数'],
      [
        ['a', 5],
        ['b', 15],
        ['c', null],
      ],
    ),
    'x',
  );
const how = (scored: Scored): readonly number[] => [...(scored.leaves[0]?.how ?? [])];

describe('absent values', () => {
  test('[S50] the group’s mean score, after cap and floor, then rounded', () => {
    expect(absent('group_mean_score')).toEqual([5, 15, 10]);
    expect(absent('group_mean_score', ', cap: { points: 10 }')).toEqual([5, 10, 7.5]);
    expect(absent('group_mean_score', ', cap: { points: 10 }, round: { to: 0, by: gbt8170 }')).toEqual([5, 10, 8]);
  });

  test('[S50] mean over the own group only; nobody to take a mean of leaves pending', () => {
    const sections = {
      ...leaf('absent: group_mean_score'),
      groups:
        'groups: { above: { name: 规上, when: 规模 = "规上", clause: doc#c }, below: { name: 规下, when: otherwise, clause: doc#c } }',
      rank: 'rank: { within: [group], by: [总分 desc], ties: min, on: full, clause: doc#c }',
    };
    const scored = run(
      sections,
      ['得数', '规模'],
      [
        ['a', 5, '规上'],
        ['b', null, '规上'],
        ['c', null, '规下'],
      ],
    );
    expect([scoresOf(scored, 'x'), statusOf(scored, 'c')]).toEqual([[5, 5, Number.NaN], 'pending']);
    expect(reasonsOf(scored, 'c')[0]).toContain('没有可取平均的得分');
  });

  test('[S50] pending names the facts that are absent and how; it takes no part in ranking but keeps its other scores', () => {
    const sections: Sections = {
      indicators:
        'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 50, benchmark: 10, clause: doc#c }\n  - { id: y, name: 乙, formula: 得数, unit: "", weight: 50, benchmark: 10, clause: doc#c }',
    };
    const scored = run(
      sections,
      ['评价税收', '用地面积', '得数'],
      [
        ['a', null, '未报', 10],
        ['b', 100, 10, 10],
      ],
    );
    expect([statusOf(scored, 'a'), statusOf(scored, 'b')]).toEqual(['pending', 'graded']);
    expect(reasonsOf(scored, 'a')).toEqual(['亩均税收无法计分：评价税收（缺）、用地面积（未报）']);
    expect([scoresOf(scored, 'y')[0], totalOf(scored, 'a'), totalOf(scored, 'b')]).toEqual([50, Number.NaN, 100]);
  });

  test('[S50] four kinds of absence, four answers', () => {
    const kinds =
      '{ missing: no_points, not_applicable: full_points, not_reported: { points: -3 }, not_computable: { share: 60% }, clause: doc#c }';
    const sections = {
      indicators: `indicators:\n  - { id: x, name: 指标, formula: 得数 / 另数, unit: "", weight: 10, benchmark: 10, absent: ${kinds}, clause: doc#c }`,
    };
    const rows: Row[] = [
      ['a', null, 1],
      ['b', '不适用', 1],
      ['c', '未报', 1],
      ['d', 1, 0],
      ['e', 20, 2],
    ];
    expect(scoresOf(run(sections, ['得数', '另数'], rows), 'x')).toEqual([0, 10, -3, 6, 10]);
    expect(how(run(sections, ['得数', '另数'], rows))).toEqual([3, 3, 3, 3, 0]);
  });

  test('[S51] zero or absent gives the declared negative points, which no floor lifts', () => {
    const more = 'absent: { points: -3 }, nonpositive: { points: -3 }, floor: { points: 0 }';
    const scored = run(
      leaf(more),
      ['得数'],
      [
        ['a', 0],
        ['b', -2],
        ['c', null],
        ['d', 0.01],
      ],
    );
    expect(scoresOf(scored, 'x')).toEqual([-3, -3, -3, 0.01]);
    expect(how(scored)).toEqual([4, 4, 3, 0]);
  });

  test('[S51] the declared points stand as written: no cap, floor or rounding touches them, in means neither', () => {
    const more =
      'absent: { missing: group_mean_score, not_applicable: pending, not_reported: pending, not_computable: pending }, nonpositive: { points: 2.345 }, cap: { points: 2 }, round: { to: 1, by: excel }';
    const rows: Row[] = [
      ['a', 0],
      ['b', 0.16],
      ['c', null],
    ];
    expect(scoresOf(run(leaf(more), ['得数'], rows), 'x')).toEqual([2.345, 0.2, 1.3]);
  });

  test('[S51] without such a rule zero is a value like any other', () => {
    expect(
      scoresOf(
        run(
          leaf('absent: pending'),
          ['得数'],
          [
            ['a', 0],
            ['b', -2],
          ],
        ),
        'x',
      ),
    ).toEqual([0, -2]);
    expect(
      scoresOf(
        run(
          leaf('absent: pending, nonpositive: no_points'),
          ['得数'],
          [
            ['a', 0],
            ['b', -2],
          ],
        ),
        'x',
      ),
    ).toEqual([0, 0]);
  });

  test('[S50] as zero goes through the rule but moves neither extremes nor places of the others', () => {
    const scored = run(
      leaf('absent: as_zero, score: { by: minmax, least_share: 0%, all_equal: full }'),
      ['得数'],
      [
        ['a', 10],
        ['b', 30],
        ['c', null],
      ],
    );
    expect(scoresOf(scored, 'x')).toEqual([0, 10, -5]);
  });

  test('[S50] reweigh: the others under one parent are scaled so that full marks stay the same', () => {
    const sections: Sections = {
      indicators: `indicators:
  - { id: x, name: 甲, formula: 得数, unit: "", weight: 60, benchmark: 10, absent: reweigh, clause: doc#c }
  - { id: y, name: 乙, formula: 另数, unit: "", weight: 40, benchmark: 10, absent: reweigh, clause: doc#c }`,
    };
    const scored = run(
      sections,
      ['得数', '另数'],
      [
        ['a', 10, 5],
        ['b', null, 5],
        ['c', 10, null],
        ['d', null, null],
      ],
    );
    expect(scoresOf(scored, 'y')).toEqual([20, 50, Number.NaN, Number.NaN]);
    expect(['a', 'b', 'c', 'd'].map((id) => totalOf(scored, id))).toEqual([80, 50, 100, Number.NaN]);
    expect([[...(scored.leaves[1]?.how ?? [])], statusOf(scored, 'd')]).toEqual([[0, 5, 3, 3], 'pending']);
  });

  test('[S50] reweigh inside a branch that is a mean leaves the weight to the others', () => {
    const sections: Sections = {
      indicators: `indicators:
  - id: top
    name: 综合
    weight: 100
    aggregate: weighted_mean
    clause: doc#c
    children:
      - { id: x, name: 甲, formula: 得数, unit: "", weight: 30, benchmark: 10, absent: reweigh }
      - { id: y, name: 乙, formula: 另数, unit: "", weight: 10, benchmark: 10 }`,
    };
    expect(
      scoresOf(
        run(
          sections,
          ['得数', '另数'],
          [
            ['a', null, 5],
            ['b', 10, 5],
          ],
        ),
        'top',
      ),
    ).toEqual([50, 87.5]);
  });

  test('[S50] a status that is computed but not ranked keeps its status when data are absent', () => {
    const sections: Sections = {
      ...leaf('absent: pending'),
      statuses: 'statuses: { t: { name: T类, computed: true, ranked: false, graded: false, clause: doc#c } }',
      who: `who: { include: "1 = 1", undetermined: pending, clause: doc#c, except: [ { id: one, when: 行业 = "水", status: t, reason: 供水, clause: doc#c } ] }`,
    };
    const scored = run(
      sections,
      ['得数', '行业'],
      [
        ['a', null, '水'],
        ['b', null, '机械'],
      ],
    );
    expect([statusOf(scored, 'a'), statusOf(scored, 'b')]).toEqual(['t', 'pending']);
  });
});

describe('corrected values', () => {
  test('[S52] under-reporting found by the office is an event with negative points', () => {
    const bonus =
      'bonus: { most: none, least: none, absent: no_points, clause: doc#c, items: [ { id: false_report, name: 瞒报, events: { where: 事件类型 = "瞒报漏报", first: -3, further: -1 }, clause: doc#c } ] }';
    const sides = {
      events: {
        header: ['id', '事件类型'],
        rows: [
          ['a', '瞒报漏报'],
          ['a', '瞒报漏报'],
          ['b', '其他'],
        ],
      },
    };
    const scored = run(
      { bonus },
      ['得数'],
      [
        ['a', 10],
        ['b', 10],
        ['c', 10],
      ],
      sides,
    );
    expect(['a', 'b', 'c'].map((id) => totalOf(scored, id))).toEqual([96, 100, 100]);
  });

  test('[S53] the least of several sources; 不适用 ones are left out, a missing one makes it missing', () => {
    const sections = {
      indicators:
        'indicators:\n  - { id: x, name: 技改, formula: "min(得数, 另数)", unit: "", weight: 10, benchmark: 10, absent: no_points, clause: doc#c }',
    };
    expect(
      scoresOf(
        run(
          sections,
          ['得数', '另数'],
          [
            ['a', 8, 5],
            ['b', 8, '不适用'],
            ['c', 8, null],
          ],
        ),
        'x',
      ),
    ).toEqual([5, 8, 0]);
  });

  test('[S54] 留抵退税 is added back to the tax, nothing when there was none', () => {
    const facts =
      'facts: { 留抵退税: { id: credit_refund, type: number, unit: 万元, must_be: not_negative, merged: sum, clause: doc#c }, 还原税收: { id: restored, type: number, unit: 万元, must_be: any, merged: sum, formula: "评价税收 + 否则取(留抵退税, 0 万元)", round: none, clause: doc#c } }';
    const sections = {
      facts,
      indicators:
        'indicators:\n  - { id: x, name: 税收, formula: 还原税收, unit: 万元, weight: 10, score: { by: raw }, clause: doc#c }',
    };
    const scored = run(
      sections,
      ['评价税收', '留抵退税(元)'],
      [
        ['a', 8, 25000],
        ['b', 8, null],
        ['c', 8, -1],
      ],
    );
    expect(scoresOf(scored, 'x').map(tidy)).toEqual([10.5, 8, 8]);
    expect(codesOf(scored.findings)).toContain('fact_negative');
  });
});
