/** 评价范围与评价状态 — S1–S19, and the land conversions a scope compares with. */
import { describe, expect, test } from 'vitest';
import { reasonsOf, statusOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, type Sides, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';
import type { Scored } from '../stage.js';

type Row = readonly (string | number | boolean | null)[];

function run(sections: Sections, header: readonly string[], rows: readonly Row[], sides: Sides = {}): Scored {
  const scheme = schemeOf(sections);
  return scoreSubjects(
    scheme,
    datasetOf(
      scheme,
      ['id', '得数', ...header],
      rows.map(([id = null, ...rest]) => [id, 1, ...rest]),
      sides,
    ),
  );
}

const statuses = (scored: Scored): readonly string[] => scored.frame.dataset.subjects.map((id) => statusOf(scored, id));
const who = (include: string, rest = ''): string => `who: { include: '${include}', undetermined: pending, clause: doc#c${rest} }`;
const except = (when: string, status: string): string =>
  `, except: [ { id: rule, when: '${when}', status: ${status}, reason: 例外情形, clause: doc#c } ]`;

describe('scope', () => {
  const tongzhouwan = who('(应税销售收入 >= 500 万元 or 用地面积 >= 3 亩) and 满年数(投产日期) >= 3 年');

  test('[S1] sales or land, and three full years of production; each edge ± the smallest step', () => {
    const scored = run(
      { who: tongzhouwan },
      ['应税销售收入', '用地面积', '投产日期'],
      [
        ['a 以上含本数', 500, 1, '2019-12-31'],
        ['b 少一分', 499.999999, 2.9999, '2019-12-31'],
        ['c 三亩', 0, 3, '2019-12-31'],
        ['d 晚一天', 500, 3, '2020-01-01'],
      ],
    );
    expect(statuses(scored)).toEqual(['graded', 'out', 'graded', 'out']);
    expect(reasonsOf(scored, 'd 晚一天').join()).toContain('投产日期');
    expect(reasonsOf(scored, 'd 晚一天').join()).not.toContain('应税销售收入');
    expect(reasonsOf(scored, 'b 少一分').join()).toContain('应税销售收入');
  });

  test('[TZ-1] whoever is left out carries a reason with the clause', () => {
    const scored = run(
      { who: tongzhouwan },
      ['应税销售收入', '用地面积', '投产日期'],
      [
        ['a', 1, 1, '2010-01-01'],
        ['b', 900, 9, '2010-01-01'],
      ],
    );
    expect(scored.reasons.get(0)?.map((reason) => [reason.code, reason.clause.includes('第一条')])).toEqual([
      ['not_in_scope', true],
    ]);
    expect(scored.reasons.has(1)).toBe(false);
  });

  test('[TZ-1] the reason carries the figures and their lines, names an absent fact, and leaves out what was met', () => {
    const scored = run(
      {
        statuses: 'statuses: { exempt: { name: 免评, computed: false, ranked: false, graded: false, clause: doc#c } }',
        who: tongzhouwan.replace(/ }$/, except('行业 = "水电气" or 用地面积 > 10 亩', 'exempt').concat(' }')),
      },
      ['应税销售收入', '用地面积', '投产日期', '行业'],
      [
        ['a', 499, 2.9985, '2010-01-01', '机械'],
        ['b', 500, 2.9985, '2020-01-01', '机械'],
        ['c', 499, 2.9985, null, '机械'],
        ['d', 499, 10.5, '2010-01-01', '机械'],
      ],
    );
    expect(reasonsOf(scored, 'a')).toEqual([
      '不符合“应税销售收入 在 500 万元 以上 或 用地面积 在 3 亩 以上”：应税销售收入 499 万元，低于 500 万元；用地面积 2.9985 亩，低于 3 亩',
    ]);
    expect(reasonsOf(scored, 'b')).toEqual([
      '不符合“满年数(投产日期) 在 3 年 以上”：满年数(投产日期 2020-01-01) 2 年，低于 3 年',
    ]);
    expect(reasonsOf(scored, 'c').join()).toContain('。无法判断“满年数(投产日期) 在 3 年 以上”：投产日期 缺');
    expect(reasonsOf(scored, 'd')).toEqual(['例外情形（用地面积 10.5 亩，超过 10 亩）']);
  });

  test('[S3] electricity of at least 100 000 kWh, delivered in 万kWh', () => {
    const scored = run(
      { who: who('用电量 >= 10 万kWh') },
      ['用电量（万kWh）'],
      [
        ['a', 10],
        ['b', 9.9999],
      ],
    );
    expect(statuses(scored)).toEqual(['graded', 'out']);
  });

  test('[S4] founded for at least four years on the reference day', () => {
    const scored = run(
      { who: who('满年数(投产日期) >= 4 年') },
      ['投产日期'],
      [
        ['a', '2018-12-31'],
        ['b', '2019-01-01'],
      ],
    );
    expect(statuses(scored)).toEqual(['graded', 'out']);
  });

  test('[S5] industry codes 06–46 by their first two digits', () => {
    const scored = run(
      { who: who('代码介于(行业, "06", "46")') },
      ['行业'],
      [
        ['a', '0610'],
        ['b', '4690'],
        ['c', '4710'],
        ['d', '0510'],
      ],
    );
    expect(statuses(scored)).toEqual(['graded', 'graded', 'out', 'out']);
  });

  test('[S6] listed in the statistics library on 31 December, not on 1 January after', () => {
    const lists = 'lists: { 统计名录库: { id: library, dated: true, clause: doc#c } }';
    const sides = {
      lists: {
        header: ['id', '名单名称', '列入日期', '移出日期'],
        rows: [
          ['a', '统计名录库', '2022-12-31', null],
          ['b', '统计名录库', '2023-01-01', null],
          ['c', '统计名录库', '2020-01-01', '2022-12-30'],
        ],
      },
    };
    expect(statuses(run({ lists, who: who('列入(统计名录库)') }, [], [['a'], ['b'], ['c'], ['d']], sides))).toEqual([
      'graded',
      'out',
      'out',
      'out',
    ]);
  });

  test('[S7] 规下 only inside a park', () => {
    const scored = run(
      { who: who('规模 = "规上" or 在园区') },
      ['规模', '在园区'],
      [
        ['a', '规上', '否'],
        ['b', '规下', '是'],
        ['c', '规下', '否'],
      ],
    );
    expect(statuses(scored)).toEqual(['graded', 'graded', 'out']);
  });

  test('[S8] bodies that are no firms are subjects by any id; a flag decides', () => {
    const facts = 'facts: { 主体类型: { id: body, type: text, values: [企业, 自然人, 用地单位], clause: doc#c } }';
    const scored = run(
      { facts, who: who('主体类型 in ["企业", "自然人"]') },
      ['主体类型'],
      [
        ['自然人-张', '自然人'],
        ['企业1', '企业'],
        ['村集体', '用地单位'],
      ],
    );
    expect(statuses(scored)).toEqual(['graded', 'out', 'graded']);
  });

  test('[S9] included although not producing once the agreed date has passed', () => {
    const facts = 'facts: { 约定投产日期: { id: due, type: date, clause: doc#c } }';
    const scored = run(
      { facts, who: who('not missing(投产日期) or 约定投产日期 < 基准日') },
      ['投产日期', '约定投产日期'],
      [
        ['a', null, '2022-12-30'],
        ['b', null, '2022-12-31'],
        ['c', '2021-01-01', '2023-01-01'],
      ],
    );
    expect(statuses(scored)).toEqual(['graded', 'out', 'graded']);
  });

  test('[S10] skipped only on an application that was approved', () => {
    const rule = 'any(决定 其中 决定事项 = "政策性搬迁免评")';
    const custom = 'statuses: { exempt: { name: 免评, computed: false, ranked: false, graded: false, clause: doc#c } }';
    const sides = {
      decisions: {
        header: ['id', '决定事项'],
        rows: [
          ['a', '政策性搬迁免评'],
          ['b', '其他'],
        ],
      },
    };
    const scored = run({ statuses: custom, who: who('1 = 1', except(rule, 'exempt')) }, [], [['a'], ['b']], sides);
    expect(statuses(scored)).toEqual(['exempt', 'graded']);
  });

  test('[S11] parks are subjects like any other; one park delivered as four rows is four subjects', () => {
    const head = `language: 1
id: parks-2022
title: 园区考核
place: { region: "150400", name: 测试市, work: 园区考核, office: 园区办 }
source: source.yaml
subject: { kind: park, noun: 园区, measure: 个 }
`;
    expect(statuses(run({ head }, [], [['园区A'], ['园区B-1'], ['园区B-2'], ['园区B-3'], ['园区B-4']]))).toHaveLength(5);
  });

  test('[R84] a scope that cannot be decided leaves pending, or out, or in, as declared', () => {
    const of = (undetermined: string): Scored =>
      run(
        { who: `who: { include: '用地面积 >= 3 亩', undetermined: ${undetermined}, clause: doc#c }` },
        ['用地面积'],
        [
          ['a', null],
          ['b', 3],
        ],
      );
    expect(statuses(of('pending'))).toEqual(['pending', 'graded']);
    expect(statuses(of('out'))).toEqual(['out', 'graded']);
    expect(statuses(of('in'))).toEqual(['graded', 'graded']);
    expect(reasonsOf(of('pending'), 'a')).toEqual(['无法判断是否属于评价范围：用地面积（缺）']);
  });
});

describe('standing', () => {
  const custom = (flags: string, rest = ''): string => `statuses: { t: { name: T类, ${flags}${rest}, clause: doc#c } }`;
  const tScheme = (flags: string, rest = ''): Sections => ({
    statuses: custom(flags, rest),
    who: who('1 = 1', except('行业 = "水电气"', 't')),
  });
  const rows: readonly Row[] = [
    ['a', '水电气'],
    ['b', '机械'],
  ];

  test('[S12] T类: neither computed nor ranked nor graded', () => {
    const scored = run(tScheme('computed: false, ranked: false, graded: false'), ['行业'], rows);
    expect(statuses(scored)).toEqual(['t', 'graded']);
    expect(scored.total[0]).toBeNaN();
    expect(reasonsOf(scored, 'a')).toEqual(['例外情形（行业 “水电气”，是“水电气”）']);
  });

  test('[S13] 免评, 暂评, 不评价 as filed lists: the first exception that holds decides', () => {
    const lists =
      'lists: { 免评名单: { id: exempt_list, dated: true, clause: doc#c }, 暂评名单: { id: interim_list, dated: true, clause: doc#c } }';
    const named = `statuses:
  exempt: { name: 免评, computed: false, ranked: false, graded: false, clause: doc#c }
  interim: { name: 暂评, computed: true, ranked: false, graded: false, clause: doc#c }`;
    const rules = `who:
  include: "1 = 1"
  undetermined: pending
  clause: doc#c
  except:
    - { id: one, when: 列入(免评名单), status: exempt, reason: 免评名单, clause: doc#c }
    - { id: two, when: 列入(暂评名单), status: interim, reason: 暂评名单, clause: doc#c }`;
    const sides = {
      lists: {
        header: ['id', '名单名称'],
        rows: [
          ['a', '免评名单'],
          ['a', '暂评名单'],
          ['b', '暂评名单'],
        ],
      },
    };
    const scored = run({ lists, statuses: named, who: rules }, [], [['a'], ['b'], ['c']], sides);
    expect(statuses(scored)).toEqual(['exempt', 'interim', 'graded']);
    expect(reasonsOf(scored, 'a')).toEqual(['免评名单（列入(免评名单)）']);
  });

  test('[S14] a transition of three years ends on its day', () => {
    const scored = run(
      {
        statuses: custom('computed: true, ranked: false, graded: false'),
        who: who('1 = 1', except('满年数(投产日期) < 3 年', 't')),
      },
      ['投产日期'],
      [
        ['a', '2020-01-01'],
        ['b', '2019-12-31'],
      ],
    );
    expect(statuses(scored)).toEqual(['t', 'graded']);
  });

  test('[S15] computed and shown, but not ranked: it makes no mean and no place', () => {
    const sections = {
      ...tScheme('computed: true, ranked: false, graded: false'),
      score:
        'score: { rule: { by: rank, falls: by_place, ties: min, single: full }, cap: none, floor: none, round: none, value_round: none, clause: doc#c }',
    };
    const scheme = schemeOf(sections);
    const scored = scoreSubjects(
      scheme,
      datasetOf(
        scheme,
        ['id', '得数', '行业'],
        [
          ['a', 50, '水电气'],
          ['b', 10, '机械'],
          ['c', 5, '机械'],
        ],
      ),
    );
    expect([...scored.total]).toEqual([100, 100, 50]);
  });

  test('[S16] evaluated without a grade, treated as B', () => {
    const scored = run(tScheme('computed: true, ranked: false, graded: false', ', treated_as: B'), ['行业'], rows);
    expect(scored.scheme.statuses.get('t')?.treatedAs).toBe('B');
    expect(scored.total[0]).toBe(10);
  });

  test('[S17] data collected, nothing computed', () => {
    const scored = run(tScheme('computed: false, ranked: false, graded: false'), ['行业'], rows);
    expect([scored.leaves[0]?.value.values[0], scored.frame.column('v', 0).values[0]]).toEqual([Number.NaN, 1]);
  });

  test('[S18] a trial year computes like any other', () => {
    const trial = run({ notes: 'trial: 试评价，结果供参考' }, [], [['a']]);
    expect([trial.scheme.trial, trial.total[0]]).toEqual(['试评价，结果供参考', 10]);
  });

  test('[S19] a grave accident takes the whole subject out for the year, with the reason', () => {
    const rule = 'any(事件 其中 事件类型 = "生产安全事故" and 事件等级 = "重大")';
    const sides = {
      events: {
        header: ['id', '事件类型', '事件等级'],
        rows: [
          ['a', '生产安全事故', '重大'],
          ['b', '生产安全事故', '一般'],
        ],
      },
    };
    const scored = run({ who: who('1 = 1', except(rule, 'out')) }, [], [['a'], ['b']], sides);
    expect(statuses(scored)).toEqual(['out', 'graded']);
    expect(reasonsOf(scored, 'a')).toEqual(['例外情形（存在(事件 其中 事件类型 = “生产安全事故” 且 事件等级 = “重大”) 是）']);
  });

  test('[S13] an exception that cannot be decided does not hold, and says so', () => {
    const scored = run(tScheme('computed: false, ranked: false, graded: false'), ['行业'], [['a', null]]);
    expect(statuses(scored)).toEqual(['graded']);
    expect(scored.findings.map((finding) => finding.code)).toContain('condition_undetermined');
  });
});
