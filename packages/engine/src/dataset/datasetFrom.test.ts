/** 坏数据 — every kind of bad input has a defined, explained outcome: nothing bad enters silently, nothing good is lost. */

import type { Finding } from '@muheng/finding';
import { describe, expect, test } from 'vitest';
import type { PlainTable } from '../dataset.js';
import { codesOf, statusOf, totalOf } from '../fixtures/look.js';
import { datasetOf, readTables, schemeOf, tableOf } from '../fixtures/scheme.js';
import { scoreSubjects } from '../stages/scored.js';
import type { DatasetRead } from './datasetFrom.js';

type Row = readonly (string | number | boolean | null)[];

const taxed = schemeOf({
  indicators:
    'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 100, benchmark: 10, clause: doc#c }',
  years: 'years: { data: any }',
});
const read = (header: readonly string[], rows: readonly Row[], year?: number): DatasetRead =>
  readTables(taxed, [tableOf(header, rows)], { year: year ?? 2022 });
const values = (from: DatasetRead, fact = 'tax', year = 2022): readonly number[] => [
  ...(from.dataset?.facts.get(year)?.get(fact)?.values ?? []),
];
const kinds = (from: DatasetRead, fact = 'tax'): readonly number[] => [
  ...(from.dataset?.facts.get(2022)?.get(fact)?.absence ?? []),
];
const only = (from: DatasetRead, code: string): readonly Finding[] => from.findings.filter((finding) => finding.code === code);

describe('columns', () => {
  test('[R86] a column is named by fact id, term or alias, with its unit in brackets of any width', () => {
    for (const name of ['tax', '评价税收', '税收', ' 评价 税收 '])
      expect(values(read(['id', name, '用地面积'], [['a', 5, 1]]))).toEqual([5]);
    for (const name of ['评价税收（元）', '评价税收(元)', '评价税收[元]', '评价税收【单位：元】', 'tax(元)'])
      expect(values(read(['id', name, '用地面积'], [['a', 50000, 1]]))).toEqual([5]);
    expect(values(read(['id', '评价税收', '用地面积(公顷)'], [['a', 5, 2]]), 'land_used')).toEqual([30]);
  });

  test('[R86] brackets that belong to the term are no unit; a unit may follow them', () => {
    const scheme = schemeOf({
      who: "who: { include: '「本年固定资产投资(不含地价)」 >= 3000 万元', undetermined: pending, clause: doc#c }",
    });
    const of = (name: string, value: number): readonly number[] => [
      ...(datasetOf(scheme, ['id', '得数', name], [['a', 1, value]])
        .facts.get(2022)
        ?.get('investment')?.values ?? []),
    ];
    expect([
      of('本年固定资产投资(不含地价)', 7),
      of('本年固定资产投资（不含地价）（亿元）', 1),
      of('investment(元)', 30000),
    ]).toEqual([[7], [10000], [3]]);
  });

  test('[R86] a unit that does not fit is an error and the column is not read', () => {
    const result = read(['id', '评价税收(吨)', '用地面积'], [['a', 5, 1]]);
    expect([codesOf(result.findings), values(result)]).toEqual([expect.arrayContaining(['header_unit_unreadable']), []]);
  });

  test('unknown columns are named in one note, a second column of a fact is refused', () => {
    const result = read(['id', '名称', '评价税收', '备注', '颜色', '税收', '用地面积'], [['a', '甲', 5, 'x', 'y', 6, 1]]);
    expect(only(result, 'column_unknown')[0]?.message).toContain('备注、颜色');
    expect([codesOf(result.findings).includes('column_twice'), values(result), result.dataset?.names]).toEqual([
      true,
      [5],
      ['甲'],
    ]);
  });

  test('[S50] a missing column: all absent with a warning, an error when nobody can then be graded', () => {
    expect(only(read(['id', '用地面积'], [['a', 1]]), 'column_missing_for_all').map((each) => each.severity)).toEqual(['error']);
    const lenient = schemeOf({ absent: 'absent: no_points' });
    const result = readTables(lenient, [tableOf(['id'], [['a']])]);
    expect(only(result, 'column_missing').map((each) => each.severity)).toEqual(['warning']);
    expect(totalOf(scoreSubjects(lenient, datasetOf(lenient, ['id'], [['a']])), 'a')).toBe(0);
  });

  test('without an id column there is an error; with a name column it stands in, with a warning', () => {
    expect(codesOf(read(['评价税收', '用地面积'], [[5, 1]]).findings)).toContain('id_column_missing');
    const named = read(['企业名称', '评价税收', '用地面积'], [['甲', 5, 1]]);
    expect([named.dataset?.subjects, codesOf(named.findings)]).toEqual([['甲'], ['id_from_name']]);
  });
});

describe('cells', () => {
  const one = (cell: string | number | boolean | null): DatasetRead =>
    read(
      ['id', '评价税收', '用地面积'],
      [
        ['a', cell, 1],
        ['b', 5, 1],
      ],
    );

  test('[R86] numbers with thousands, full width, spaces, exponents', () => {
    expect(['1,234.5', '１２３', ' 12 ', '1e3', '-5', '−5', '+.5', '1 000'].map((cell) => values(one(cell))[0])).toEqual([
      1234.5, 123, 12, 1000, -5, -5, 0.5, 1000,
    ]);
  });

  test('[R86] text in a number is an error with its cell and value, and missing, never zero', () => {
    for (const cell of ['约500', '12.5亩', '1,23', '#N/A', true, '5%', 'Infinity', '1e999', '0x10', '１２。５万']) {
      const result = one(cell);
      expect([values(result)[0], kinds(result)[0]]).toEqual([Number.NaN, 1]);
      expect(only(result, 'text_in_number').map((each) => [each.where.cell, each.where.row])).toEqual([['B2', 2]]);
    }
  });

  test('[S50] words for absence are three kinds; a dash or 无 is unclear and missing', () => {
    expect(['缺', '', null, '不适用', 'N/A', '未报'].map((cell) => kinds(one(cell))[0])).toEqual([1, 1, 1, 2, 2, 3]);
    for (const cell of ['-', '—', '/', '无', '——'])
      expect([kinds(one(cell))[0], codesOf(one(cell).findings)]).toEqual([1, ['ambiguous_blank']]);
    expect([values(one(0))[0], kinds(one(0))[0]]).toEqual([0, 0]);
  });

  test('[R86] % in a cell or in the header of a share', () => {
    const scheme = schemeOf({
      indicators:
        'indicators:\n  - { id: x, name: 占比, formula: 研发占比, unit: "%", weight: 10, score: { by: raw }, clause: doc#c }',
    });
    const of = (name: string, cell: string | number): number | undefined =>
      datasetOf(scheme, ['id', name], [['a', cell]])
        .facts.get(2022)
        ?.get('research_share')?.values[0];
    expect([
      of('研发占比', '3.5%'),
      of('研发占比', 3.5),
      of('研发占比(%)', '3.5%'),
      of('研发占比(‰)', 35),
      of('研发占比(‰)', '3.5%'),
    ]).toEqual([3.5, 3.5, 3.5, 3.5, 3.5]);
  });

  test('[S4] dates in four writings and as a serial of the 1900 system, with a note; others are errors', () => {
    const scheme = schemeOf({ who: "who: { include: '满年数(投产日期) >= 3 年', undetermined: pending, clause: doc#c }" });
    const of = (cell: string | number): DatasetRead =>
      readTables(scheme, [tableOf(['id', '得数', '投产日期'], [['a', 1, cell]])]);
    const day = (cell: string | number): number | undefined =>
      of(cell).dataset?.facts.get(2022)?.get('production_from')?.values[0];
    expect(['2019-03-01', '2019年3月1日', '2019/3/1', 43525].map(day)).toEqual([17956, 17956, 17956, 17956]);
    expect(codesOf(of(43525).findings)).toEqual(['date_serial']);
    for (const cell of ['3/1/2019', '2019年', 12, '2019-02-30'])
      expect([day(cell), codesOf(of(cell).findings)]).toEqual([Number.NaN, ['not_a_date']]);
  });

  test('[S7] flags, and texts outside the listed ones', () => {
    const scheme = schemeOf({ who: 'who: { include: \'在园区 or 规模 = "规上"\', undetermined: pending, clause: doc#c }' });
    const result = readTables(scheme, [
      tableOf(
        ['id', '得数', '在园区', '规模'],
        [
          ['a', 1, '是', '规上'],
          ['b', 1, 'FALSE', '规模上'],
          ['c', 1, 1, '规模上'],
          ['d', 1, '也许', null],
        ],
      ),
    ]);
    expect([...(result.dataset?.facts.get(2022)?.get('in_park')?.values ?? [])]).toEqual([1, 0, 1, Number.NaN]);
    expect(codesOf(result.findings)).toEqual(['not_a_flag', 'text_not_listed_in_scope']);
    expect(only(result, 'text_not_listed_in_scope')[0]?.message).toContain('2 处');
  });

  test('[R88] a value outside the plausible range is a warning and stays', () => {
    const scheme = schemeOf({ who: "who: { include: '应税销售收入 >= 0 万元', undetermined: pending, clause: doc#c }" });
    const result = readTables(scheme, [
      tableOf(
        ['id', '得数', '应税销售收入'],
        [
          ['a', 1, 1000001],
          ['b', 1, 1000000],
        ],
      ),
    ]);
    expect(only(result, 'fact_implausible').map((each) => each.where)).toEqual([{ subject: 'a', cell: 'facts.csv!C2' }]);
    expect(result.dataset?.facts.get(2022)?.get('sales')?.values[0]).toBe(1000001);
  });

  test('more than a hundred alike findings are counted, not listed', () => {
    const rows = Array.from({ length: 150 }, (_, at): Row => [`s${at}`, 'x', 1]);
    const result = read(['id', '评价税收', '用地面积'], rows);
    expect([only(result, 'text_in_number').length, only(result, 'and_more')[0]?.message]).toEqual([
      100,
      expect.stringContaining('50 处'),
    ]);
  });
});

describe('rows', () => {
  const header = ['id', '名称', '年度', '评价税收', '用地面积'];

  test('[R77] subjects are sorted by the bytes of their ids, whatever the order of the rows', () => {
    const rows: Row[] = [
      ['乙', '', 2022, 1, 1],
      ['a', '', 2022, 2, 1],
      ['\u{20000}', '', 2022, 3, 1],
      ['\uFF5E', '', 2022, 4, 1],
      ['A', '', 2022, 5, 1],
    ];
    expect(read(header, rows).dataset?.subjects).toEqual(
      ['A', 'a', '~', '乙', '\u{20000}'].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y))),
    );
    expect(values(read(header, [...rows].reverse()))).toEqual(values(read(header, rows)));
  });

  test('[S49] rows of several years; the data year is given, the scheme’s, or the latest', () => {
    const rows: Row[] = [
      ['a', '甲', 2021, 1, 1],
      ['a', '甲', '2022年度', 2, 1],
      ['b', '乙', 2021, 3, 1],
    ];
    const latest = readTables(taxed, [tableOf(header, rows)]);
    expect([latest.dataset?.year, latest.dataset?.subjects, values(latest), values(latest, 'tax', 2021)]).toEqual([
      2022,
      ['a'],
      [2],
      [1],
    ]);
    expect(codesOf(latest.findings)).toEqual(['only_earlier_years']);
    expect(read(header, rows, 2021).dataset?.subjects).toEqual(['a', 'b']);
    expect(codesOf(read(header, rows, 2019).findings)).toContain('year_without_rows');
    expect(codesOf(readTables(taxed, [tableOf(['id', '评价税收', '用地面积'], [['a', 1, 1]])]).findings)).toContain(
      'year_unknown',
    );
    expect(
      codesOf(
        read(header, [
          ['a', '甲', '去年', 1, 1],
          ['b', '乙', 2022, 1, 1],
        ]).findings,
      ),
    ).toContain('year_unreadable');
  });

  test('[S37] who has rows of earlier years only is counted by year; last year’s means that miss them are named', () => {
    const against = (published: string): ReturnType<typeof schemeOf> =>
      schemeOf({
        years: 'years: { data: any }',
        indicators: `indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 100, benchmark: { from: mean, kind: of_values, of: last_year, within: all, times: 1, round: none${published}, clause: doc#c }, clause: doc#c }`,
      });
    const rows: Row[] = [
      ['a', '甲', 2022, 1, 1],
      ['a', '甲', 2021, 4, 1],
      ['b', '乙', 2021, 2, 1],
      ['c', '丙', 2021, 2, 1],
      ['c', '丙', 2020, 2, 1],
    ];
    const of = (scheme: ReturnType<typeof schemeOf>): readonly Finding[] =>
      only(readTables(scheme, [tableOf(header, rows)]), 'only_earlier_years');
    const counted = '2 个对象只有其他年度的数据（2021 年 2 个、2020 年 1 个），不在本年度评价中，例如 b。';
    expect(of(against('')).map(({ message }) => message)).toEqual([`${counted}“亩均税收”用上年数据算出的基准值不含这些对象。`]);
    expect(of(against(', published: { all: 3 }')).map(({ message }) => message)).toEqual([counted]);
    expect(only(readTables(against(''), [tableOf(header, rows.slice(0, 2))]), 'only_earlier_years')).toEqual([]);
  });

  test('[R77] two equal rows count once, with a warning', () => {
    const result = read(header, [
      ['a', '甲', 2022, 1, 1],
      ['a', '甲', 2022, 1, 1],
    ]);
    expect([result.dataset?.subjects, codesOf(result.findings)]).toEqual([['a'], ['duplicate_rows_alike']]);
  });

  test('[R77] two differing rows of one subject refuse the evaluation and are both named', () => {
    const result = read(header, [
      ['a', '甲', 2022, 1, 1],
      ['b', '乙', 2022, 1, 1],
      ['a', '甲', 2022, 9, 1],
    ]);
    expect([result.dataset, only(result, 'duplicate_rows')[0]?.message]).toEqual([
      undefined,
      expect.stringMatching(/第 2 行与第 4 行（评价税收）/),
    ]);
    expect(
      read(header, [
        ['a', '甲', 2021, 1, 1],
        ['a', '甲', 2022, 9, 1],
      ]).dataset?.subjects,
    ).toEqual(['a']);
  });

  test('[R77] tables of two departments join by id; where they differ about a fact nothing is chosen', () => {
    const land: PlainTable = {
      file: 'land.xlsx',
      sheet: '用地',
      firstRow: 5,
      header: ['编号', '用地面积(㎡)'],
      rows: [
        ['b', 2000],
        ['a', 4000],
      ],
    };
    const tax = tableOf(
      ['id', '评价税收'],
      [
        ['a', 5],
        ['b', null],
      ],
    );
    const joined = readTables(taxed, [tax, land], { year: 2022 });
    expect([values(joined), values(joined, 'land_used')]).toEqual([
      [5, Number.NaN],
      [6, 3],
    ]);
    expect([
      joined.dataset?.source('land_used', 2022, 0),
      joined.dataset?.source('tax', 2022, 0),
      joined.dataset?.source('sales', 2022, 0),
    ]).toEqual(['land.xlsx!用地!B6', 'facts.csv!B2', null]);
    const more = (cell: number): DatasetRead =>
      readTables(
        taxed,
        [
          tax,
          land,
          {
            file: 'other.csv',
            header: ['id', '评价税收'],
            rows: [
              ['a', cell],
              ['b', 7],
            ],
          },
        ],
        { year: 2022 },
      );
    expect([values(more(5)), more(5).dataset?.source('tax', 2022, 1)]).toEqual([[5, 7], 'other.csv!B3']);
    expect([more(6).dataset, codesOf(more(6).findings)]).toEqual([undefined, ['fact_conflict']]);
  });

  test('[R76] a total row by its name, in either column, is left out and says why', () => {
    for (const word of ['合计', '全市', '总 计', '平均']) {
      const byId = read(header, [
        ['a', '甲', 2022, 1, 1],
        [word, '', 2022, 1, 1],
      ]);
      expect([byId.dataset?.subjects, codesOf(byId.findings)]).toEqual([['a'], ['total_row']]);
      expect(
        read(header, [
          ['a', '甲', 2022, 1, 1],
          ['x9', word, null, '—', 1],
        ]).dataset?.subjects,
      ).toEqual(['a']);
    }
    expect(read(header, [['合计镇企业', '甲', 2022, 1, 1]]).dataset?.subjects).toEqual(['合计镇企业']);
  });

  test('[R76] a row that is the sum of all others in every column is a total whatever it is called', () => {
    const scheme = schemeOf({
      who: "who: { include: '应税销售收入 >= 0 万元', undetermined: pending, clause: doc#c }",
      indicators:
        'indicators:\n  - { id: x, name: 指标, formula: 得数 + 另数, unit: "", weight: 100, benchmark: 10, clause: doc#c }',
    });
    const rows: Row[] = [
      ['a', 1, 10, 100],
      ['b', 2, 20, 200],
      ['c', 3, 30, 300.5],
      ['zz', 6, 60, 600.5],
    ];
    const of = (all: readonly Row[]): DatasetRead => readTables(scheme, [tableOf(['id', '得数', '另数', '应税销售收入'], all)]);
    expect([of(rows).dataset?.subjects, codesOf(of(rows).findings)]).toEqual([['a', 'b', 'c'], ['total_row']]);
    expect(of([...rows.slice(0, 3), ['zz', 6, 60, 601]]).dataset?.subjects).toEqual(['a', 'b', 'c', 'zz']);
  });

  test('[R76] rows without id are errors, blank rows are nothing, no rows at all refuse', () => {
    const result = read(header, [
      ['', '甲', 2022, 1, 1],
      [null, '', null, ' ', null],
      ['a', '甲', 2022, 1, 1],
    ]);
    expect([result.dataset?.subjects, codesOf(result.findings)]).toEqual([['a'], ['id_missing']]);
    expect(read(header, []).dataset).toBeUndefined();
  });

  test('[S56] rows of a side table for unknown subjects are left out with a note', () => {
    const sides = {
      events: {
        header: ['id', '事件类型', '事件日期'],
        rows: [
          ['z', 'x', '2022-01-01'],
          ['b', 'y', '2022-01-01'],
          ['a', 'x', '昨天'],
        ],
      },
    };
    const result = readTables(
      taxed,
      [
        tableOf(
          ['id', '评价税收', '用地面积'],
          [
            ['a', 1, 1],
            ['b', 1, 1],
          ],
        ),
      ],
      { sides, year: 2022 },
    );
    expect(codesOf(result.findings)).toEqual(['side_subject_unknown', 'not_a_date']);
    const events = result.dataset?.tables.get('events');
    expect([
      [...(events?.subject ?? [])],
      [...(events?.fields.get('kind')?.values ?? [])].map((code) => result.dataset?.dictionary[code]),
    ]).toEqual([
      [0, 1],
      ['x', 'y'],
    ]);
  });

  test('[S50] a bad cell leaves one subject pending and the others graded', () => {
    const result = read(
      ['id', '评价税收', '用地面积'],
      [
        ['a', '约5', 1],
        ['b', 5, 1],
      ],
    );
    const scored = scoreSubjects(taxed, result.dataset ?? datasetOf(taxed, ['id'], []));
    expect([statusOf(scored, 'a'), statusOf(scored, 'b')]).toEqual(['pending', 'graded']);
  });
});
