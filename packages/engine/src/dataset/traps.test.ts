/** 悄悄改变结果的写法 — data that read well and mean something else: each is said, with its cell or an example, and nothing is guessed. */
import type { Finding } from '@muheng/finding';
import { describe, expect, test } from 'vitest';
import { codesOf, statusOf } from '../fixtures/look.js';
import { datasetOf, readTables, type Sections, type Sides, schemeOf, tableOf } from '../fixtures/scheme.js';
import { scoreSubjects } from '../stages/scored.js';
import type { DatasetRead } from './datasetFrom.js';

type Row = readonly (string | number | boolean | null)[];

const only = (from: { readonly findings: readonly Finding[] }, code: string): readonly Finding[] =>
  from.findings.filter((finding) => finding.code === code);
const readWith = (sections: Sections, header: readonly string[], rows: readonly Row[], sides: Sides = {}): DatasetRead =>
  readTables(schemeOf(sections), [tableOf(header, rows)], { sides });
const scoredFindings = (sections: Sections, header: readonly string[], rows: readonly Row[], sides: Sides = {}) =>
  scoreSubjects(schemeOf(sections), datasetOf(schemeOf(sections), header, rows, sides));

const taxPerMu =
  'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 100, benchmark: { from: mean, kind: of_values, of: this_year, within: group }, clause: doc#c }';
const who = (include: string, undetermined = 'pending'): string =>
  `who: { include: '${include}', undetermined: ${undetermined}, clause: doc#c }`;
const bySize = (below: string): string =>
  `groups: { above: { name: 规上, when: 规模 = "规上", clause: doc#c }, below: { name: 规下, when: ${below}, clause: doc#c } }`;

describe('a column nobody can be graded without', () => {
  const missing = (sections: Sections, header: readonly string[], row: Row): readonly string[] =>
    readWith(sections, header, [row])
      .findings.filter((finding) => finding.severity === 'error')
      .map((finding) => finding.code);

  test('[S50] [R86] one the scope needs is an error, and stands before all other findings', () => {
    const lenient = 'absent: no_points';
    const scope = who('用地面积 >= 3 亩 and 得数 > 0');
    const read = readWith({ who: scope, absent: lenient }, ['id', '得数', '备注'], [['a', '?', 'x']]);
    expect(read.findings[0]).toMatchObject({ code: 'column_missing_for_all', severity: 'error' });
    expect(missing({ who: who('用地面积 >= 3 亩', 'out'), absent: lenient }, ['id', '得数'], ['a', 1])).toEqual([
      'column_missing_for_all',
    ]);
  });

  test('[S50] one that others can make up for is a warning', () => {
    for (const scope of [
      who('用地面积 >= 3 亩 or 得数 > 0'),
      who('用地面积 >= 3 亩', 'in'),
      who('missing(用地面积) or 用地面积 > 1 亩'),
    ])
      expect(missing({ who: scope, absent: 'absent: no_points' }, ['id', '得数'], ['a', 1])).toEqual([]);
  });

  test('[S20] [S50] one the groups need, with or without otherwise; a group of its own saves it', () => {
    for (const below of ['规模 = "规下"', 'otherwise'])
      expect(missing({ groups: bySize(below) }, ['id', '得数'], ['a', 1])).toEqual(['column_missing_for_all']);
    expect(missing({ groups: bySize('得数 > 0') }, ['id', '得数'], ['a', 1])).toEqual([]);
  });

  test('[S37] benchmarks nobody stands behind are not reported on top of it; lacking data of last year are', () => {
    const header = ['id', '评价税收'];
    const nobody = scoredFindings({ indicators: taxPerMu, who: who('用地面积 >= 3 亩') }, header, [['a', 1]]);
    expect(codesOf(nobody.findings)).not.toContain('benchmark_not_positive');
    expect(codesOf(scoredFindings({ indicators: taxPerMu }, header, [['a', 1]]).findings)).not.toContain(
      'benchmark_not_positive',
    );
    const lastYear = taxPerMu.replace('this_year', 'last_year');
    expect(codesOf(scoredFindings({ indicators: lastYear }, [...header, '用地面积'], [['a', 1, 1]]).findings)).toContain(
      'benchmark_not_positive',
    );
    const zero = scoredFindings({ indicators: taxPerMu }, [...header, '用地面积'], [['a', 0, 1]]);
    expect(codesOf(zero.findings)).toContain('benchmark_not_positive');
  });
});

describe('another year than the scheme’s', () => {
  test('[S49] is asked about before anything else', () => {
    const read = readTables(schemeOf(), [tableOf(['id', '得数', '备注'], [['a', '?', 'x']])], { year: 2023 });
    expect(read.findings[0]).toMatchObject({ code: 'year_differs', severity: 'warning' });
    expect(codesOf(readTables(schemeOf(), [tableOf(['id', '得数'], [['a', 1]])], { year: 2022 }).findings)).toEqual([]);
  });
});

describe('rows of side tables that no rule speaks of', () => {
  const bonus = `bonus:
  most: none
  least: none
  absent: no_points
  clause: doc#c
  items:
    - { id: green, name: 绿色, titles: { names: [绿色工厂], levels: { 国家级: 3, 省级: 2 }, take: best, valid: on_reference_day }, clause: doc#c }`;
  const titled = (rows: readonly Row[]): DatasetRead =>
    readWith({ bonus }, ['id', '得数'], [['a', 1]], { titles: { header: ['id', '称号名称', '级别'], rows } });

  test('[S56] [S57] titles whose name or level matches no bonus are counted, with examples and the right writing', () => {
    const [finding, ...further] = only(
      titled([
        ['a', '省级绿色工厂', '省级'],
        ['a', '绿色工厂', '国家'],
        ['a', '绿色工厂', null],
        ['a', '绿色工厂', '国家'],
      ]),
      'side_rows_unmatched',
    );
    expect([finding?.severity, further]).toEqual(['warning', []]);
    expect(finding?.message).toContain('称号附表有 4 行');
    expect(finding?.message).toContain('“省级绿色工厂 省级”、“绿色工厂 国家”、“绿色工厂 空白”');
    expect(finding?.remedy).toContain('绿色工厂；级别 国家级、省级');
  });

  test('[S56] matching titles, and official levels that simply earn nothing, are in order', () => {
    expect(
      codesOf(
        titled([
          ['a', '绿色工厂', '国家级'],
          ['a', '绿色工厂', '市级'],
        ]).findings,
      ),
    ).toEqual([]);
  });

  const grave = '存在(事件 其中 事件类型 = "安全事故" 且 事件等级 属于 ["较大", "重大"] 且 事件日期 >= 2022-01-01)';
  const veto = `overrides:
  order: first_wins
  vacated: leave
  rules:
    - { id: veto, name: 一票否决, when: '${grave}', effect: { direct: C }, off_quota: false, at: before_cut, clause: doc#c }
    - { id: mended, name: 整改, when: '存在(决定 其中 决定事项 = "整改合格")', effect: { up: 1 }, at: after_cut, clause: doc#c }`;
  const events = (rows: readonly Row[]): DatasetRead =>
    readWith({ overrides: veto }, ['id', '得数'], [['a', 1]], {
      events: { header: ['id', '事件类型', '事件等级', '事件日期'], rows },
    });

  test('[S72] events a veto passes over by their words, not those that are too old or too light', () => {
    expect(
      only(
        events([
          ['a', '安全生产事故', '较大', '2022-05-01'],
          ['a', '安全事故', '较大事故', '2022-05-01'],
        ]),
        'side_rows_unmatched',
      ).map((finding) => finding.message),
    ).toEqual([expect.stringContaining('事件附表有 2 行')]);
    expect(
      codesOf(
        events([
          ['a', '安全事故', '一般', '2022-05-01'],
          ['a', '安全事故', '重大', '1999-05-01'],
        ]).findings,
      ),
    ).toEqual([]);
  });

  test('[S73] decisions and lists, by their words', () => {
    const decisions = { header: ['id', '决定事项'], rows: [['a', '整改已合格'] as Row] };
    expect(only(readWith({ overrides: veto }, ['id', '得数'], [['a', 1]], { decisions }), 'side_rows_unmatched')).toHaveLength(1);
    const sections = {
      lists: 'lists: { 统计名录库: { id: library, dated: true, clause: doc#c } }',
      who: who('列入(统计名录库)'),
    };
    const listed = (name: string): readonly string[] =>
      codesOf(
        readWith(sections, ['id', '得数'], [['a', 1]], { lists: { header: ['id', '名单名称'], rows: [['a', name]] } }).findings,
      );
    expect([listed('统计名录'), listed('统计名录库')]).toEqual([['side_rows_unmatched'], []]);
  });

  test('[S72] every table a rule reads and the data lack is a warning: events, decisions, past grades, parcels', () => {
    const twice = veto.replace(`'${grave}'`, '\'连续(类别 = "C", 2 年)\'').replace('before_cut', 'after_cut');
    const land =
      'land: { mu: { divisor: 2000/3 }, round: none, sum_check: none, transferred: { status: out, clause: doc#c }, clause: doc#c }';
    const lacking = (sections: Sections): readonly string[] =>
      only(scoredFindings(sections, ['id', '得数'], [['a', 1]]), 'side_table_not_supplied').map(
        ({ severity, message }) => `${severity} ${message.slice(6, 11)}`,
      );
    expect(lacking({ overrides: veto })).toEqual(['warning “事件”，', 'warning “决定”，']);
    expect(lacking({ land })).toEqual(['warning “用地”，']);
    expect(lacking({})).toEqual([]);
    expect(lacking({ overrides: twice }).join()).toContain('历年');
  });
});

describe('past grades', () => {
  const grades = `grades:
  classes: { A: { name: A类 }, B: { name: B类 }, C: { name: 丙, label: 整治提升 } }
  cut: { by: share, base: graded, shares: { A: 20%, B: 60%, C: rest }, count: each, round: nearest, edge: in, ties_across_cut: better, clause: doc#c }
  clause: doc#c`;
  const history = (rows: readonly Row[]): DatasetRead =>
    readWith({ grades }, ['id', '得数'], [['a', 1]], { history: { header: ['id', '评价年度', '历年评定'], rows } });

  test('[S77] key, name, label, full width and “C类” are the class; anything else is asked about', () => {
    const read = history([
      ['a', 2015, 'C'],
      ['a', 2016, 'Ｃ'],
      ['a', 2017, 'C类'],
      ['a', 2018, '丙'],
      ['a', 2019, '整治提升'],
      ['a', 2020, '丁'],
      ['a', 2021, null],
      ['z', 2021, '戊'],
    ]);
    const column = read.dataset?.tables.get('history')?.fields.get('grade');
    expect([...(column?.values ?? [])].map((code) => read.dataset?.dictionary[code])).toEqual([
      'C',
      'C',
      'C',
      'C',
      'C',
      '丁',
      undefined,
    ]);
    expect(
      only(read, 'history_grade_unknown').map(({ severity, message, where }) => [severity, message.slice(0, 16), where.cell]),
    ).toEqual([['warning', '历年评定中的“丁”不是办法中的类', 'C7']]);
  });

  test('[S77] words the scheme itself compares past grades with stay', () => {
    const overrides = `overrides:
  order: first_wins
  vacated: leave
  rules:
    - { id: again, name: 连年, when: '件数(历年类别 其中 历年评定 属于 ["C类", "关停"]) >= 1', effect: { down: 1 }, at: after_cut, clause: doc#c }`;
    const rows: Row[] = [
      ['a', 2020, 'C类'],
      ['a', 2021, '关停'],
    ];
    const read = readWith({ overrides }, ['id', '得数'], [['a', 1]], {
      history: { header: ['id', '评价年度', '历年评定'], rows },
    });
    expect(codesOf(read.findings)).toEqual([]);
    expect(read.dataset?.dictionary).toContain('C类');
  });
});

describe('damaged cells', () => {
  test('[R86] an id in scientific notation or beyond 15 digits is an error with its cell, and the row is not read', () => {
    const read = readWith(
      {},
      ['id', '得数'],
      [
        ['9.13308E+17', 1],
        [913308000000000100, 1],
        ['913308000000000101', 1],
        ['9133E12345', 1],
        [912345, 1],
      ],
    );
    expect(read.dataset?.subjects).toEqual(['912345', '913308000000000101', '9133E12345']);
    expect(only(read, 'id_damaged').map(({ severity, where }) => [severity, where.cell])).toEqual([
      ['error', 'A2'],
      ['error', 'A3'],
    ]);
    const side = { events: { header: ['id', '事件类型'], rows: [['9.1E+17', 'x'] as Row] } };
    expect(codesOf(readWith({}, ['id', '得数'], [['a', 1]], side).findings)).toEqual(['id_damaged']);
  });

  test('[R86] a space within a number is asked about; thousands with commas are not', () => {
    const read = readWith(
      {},
      ['id', '得数'],
      [
        ['a', '5 200'],
        ['b', '5,200'],
        ['c', ' 5200 '],
      ],
    );
    expect([...(read.dataset?.facts.get(2022)?.get('v')?.values ?? [])]).toEqual([5200, 5200, 5200]);
    expect(
      only(read, 'spaced_number').map(({ severity, where, message }) => [severity, where.cell, message.includes('读作 5200')]),
    ).toEqual([['warning', 'B2', true]]);
    expect(codesOf(read.findings)).toEqual(['spaced_number']);
  });

  test('[S24] a slip in a text that groups or scope are decided by is an error, elsewhere a warning', () => {
    const rows: Row[] = [
      ['a', 1, '规模以上'],
      ['b', 1, '规上'],
    ];
    const severity = (sections: Sections): readonly string[] =>
      readWith(sections, ['id', '得数', '规模'], rows).findings.map((each) => each.severity);
    expect(severity({ groups: bySize('otherwise') })).toEqual(['error']);
    expect(severity({ who: who('规模 = "规上" or 得数 > 0') })).toEqual(['error']);
    const derived = 'facts: { 大户: { id: big, type: flag, formula: 规模 = "规上", clause: doc#c } }';
    expect(severity({ facts: derived, who: who('大户 or 得数 > 0') })).toEqual(['error']);
    const bonus =
      'bonus: { most: none, least: none, absent: no_points, clause: doc#c, items: [{ id: s, name: 规上加分, when: 规模 = "规上", points: 1, clause: doc#c }] }';
    expect(severity({ bonus })).toEqual(['warning']);
  });
});

describe('total rows', () => {
  const indicators =
    'indicators:\n  - { id: x, name: 指标, formula: 用地面积 / 1 亩 + 另数 + 研发占比, unit: "", weight: 100, benchmark: 10, clause: doc#c }';
  const header = ['id', '用地面积(㎡)', '另数', '研发占比'];
  const rows: Row[] = [
    ['a', 2000, 5, 1],
    ['b', 4000.4, 5, 1],
  ];
  const notes = (...totals: readonly Row[]): readonly Finding[] =>
    only(readWith({ indicators }, header, [...rows, ...totals]), 'total_row_differs');

  test('[R76] one square metre off is said with both sums; a rounded total, ratios and maxima are in order', () => {
    expect(notes(['合计', 6000, 99, 99])).toEqual([]);
    const [finding, ...further] = notes(['合计', 6001, 99, 99]);
    expect([finding?.severity, finding?.where.cell, further]).toEqual(['note', 'B4', []]);
    expect(finding?.message).toContain('“用地面积(㎡)”为 6001，其余各行合计为 6000.4，相差 0.6');
    expect(notes(['合计', '6000.40', null, null])).toEqual([]);
    expect(notes(['合计', '6000.00', null, null])).toHaveLength(1);
  });

  test('[R76] only a whole sum is compared: no average, no subtotal, not two sums', () => {
    for (const word of ['平均', '小计', '全省']) expect(notes([word, 1, 1, 1])).toEqual([]);
    expect(notes(['合计', 1, 1, 1], ['总计', 2, 2, 2])).toEqual([]);
  });
});

test('[S50] a subject whose scope and group cannot be known waits for the data', () => {
  const scored = scoredFindings(
    { who: who('用地面积 >= 3 亩'), groups: bySize('规模 = "规下"') },
    ['id', '得数', '规模', '用地面积'],
    [
      ['a', 1, '规上', 5],
      ['b', 1, null, null],
    ],
  );
  expect([statusOf(scored, 'a'), statusOf(scored, 'b')]).toEqual(['graded', 'pending']);
});
