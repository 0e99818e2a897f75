/** 加减分与总分 — S55–S61, limits of the sum and of the total, rounding of the total. */
import { describe, expect, test } from 'vitest';
import { codesOf, reasonsOf, statusOf, totalOf } from '../../fixtures/look.js';
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
      rows.map(([id = null, ...rest]) => [id, 10, ...rest]),
      sides,
    ),
  );
}
const bonus = (items: string, limits = 'most: none, least: none, absent: no_points'): string =>
  `bonus:\n  ${limits.split(', ').join('\n  ')}\n  clause: doc#c\n  items:\n${items}`;
const bonusOf = (scored: Scored): readonly number[] => [...scored.bonusTotal];
const titles = (rows: readonly Row[]): Sides => ({
  titles: { header: ['id', '称号名称', '级别', '有效期起', '有效期止', '件数'], rows },
});
const titleItem = (more: string): string =>
  `    - { id: green, name: 绿色工厂, titles: { names: [绿色工厂, 绿色供应链], levels: { 国家级: 5, 省级: 2, 市级: 1 }, ${more} }, clause: doc#c }\n`;

describe('bonus', () => {
  test('[S55] nine kinds, the best of a kind counts; penalties of a kind all count', () => {
    const item = (id: string, kind: string, points: number): string =>
      `    - { id: ${id}, name: ${id}, kind: ${kind}, points: ${points}, clause: doc#c }\n`;
    const scored = run(
      {
        bonus: bonus(
          item('a', '品牌', 2) +
            item('b', '品牌', 5) +
            item('c', '品牌', 5) +
            item('d', '技改', 1) +
            item('e', '品牌', -3) +
            item('f', '品牌', -1),
        ),
      },
      [],
      [['x']],
    );
    expect(bonusOf(scored)).toEqual([2]);
    expect(scored.bonus.map((each) => [each.raw[0], each.counted[0]])).toEqual([
      [2, 0],
      [5, 5],
      [5, 0],
      [1, 1],
      [-3, -3],
      [-1, -1],
    ]);
  });

  test('[S56] 国家/省/市 → 5/2/1, best or sum with the number of pieces', () => {
    const rows: Row[] = [
      ['a', '绿色工厂', '省级', null, null, null],
      ['a', '绿色供应链', '市级', null, null, 3],
      ['b', '绿色工厂', '国家级', null, null, null],
      ['c', '别的', '国家级', null, null, null],
      ['d', '绿色工厂', '县级', null, null, null],
    ];
    const of = (take: string): readonly number[] =>
      bonusOf(
        run(
          { bonus: bonus(titleItem(`take: ${take}, valid: on_reference_day`)) },
          [],
          [['a'], ['b'], ['c'], ['d']],
          titles(rows),
        ),
      );
    expect(of('best')).toEqual([3, 5, 0, 0]);
    expect(of('sum')).toEqual([5, 5, 0, 0]);
  });

  test('[S57] valid on 31 December: expired the day before or begun the day after is nothing', () => {
    const rows: Row[] = [
      ['a', '绿色工厂', '省级', '2020-01-01', '2022-12-31', null],
      ['b', '绿色工厂', '省级', '2020-01-01', '2022-12-30', null],
      ['c', '绿色工厂', '省级', '2023-01-01', null, null],
      ['d', '绿色工厂', '省级', '2022-12-31', null, null],
    ];
    const of = (valid: string): readonly number[] =>
      bonusOf(run({ bonus: bonus(titleItem(`take: best, valid: ${valid}`)) }, [], [['a'], ['b'], ['c'], ['d']], titles(rows)));
    expect(of('on_reference_day')).toEqual([2, 0, 0, 2]);
    expect(of('in_data_year')).toEqual([2, 2, 0, 2]);
    expect(of('new_in_data_year')).toEqual([0, 0, 0, 2]);
  });

  test('[S58] a penalty per event without limit', () => {
    const item =
      '    - { id: sublet, name: 违规转租, events: { where: 事件类型 = "违规转租", first: -5, further: -5 }, clause: doc#c }\n';
    const events = {
      events: { header: ['id', '事件类型'], rows: [...Array.from({ length: 30 }, (): Row => ['a', '违规转租']), ['b', '其他']] },
    };
    expect(bonusOf(run({ bonus: bonus(item) }, [], [['a'], ['b']], events))).toEqual([-150, 0]);
  });

  test('[S59] the first event and further ones count differently, by the size of the landlord', () => {
    const item = (id: string, scale: string, first: number, further: number): string =>
      `    - { id: ${id}, name: 转租${id}, when: 规模 = "${scale}", events: { where: 事件类型 = "转租", first: ${first}, further: ${further} }, clause: doc#c }\n`;
    const events = {
      events: {
        header: ['id', '事件类型'],
        rows: [
          ['a', '转租'],
          ['a', '转租'],
          ['a', '转租'],
          ['b', '转租'],
          ['b', '转租'],
        ],
      },
    };
    expect(
      bonusOf(
        run(
          { bonus: bonus(item('up', '规上', -2, -1) + item('down', '规下', -4, -3)) },
          ['规模'],
          [
            ['a', '规上'],
            ['b', '规下'],
            ['c', '规下'],
          ],
          events,
        ),
      ),
    ).toEqual([-4, -7, 0]);
  });

  test('[S60] items for some groups only, and limits of the sum', () => {
    const groups =
      'groups: { above: { name: 规上, when: 规模 = "规上", clause: doc#c }, below: { name: 规下, when: otherwise, clause: doc#c } }';
    const items =
      '    - { id: county, name: 县定扣分, points: -8, groups: [below], clause: doc#c }\n    - { id: extra, name: 县定加分, points: 得数, clause: doc#c }\n';
    const scored = run(
      { groups, bonus: bonus(items, 'most: 6, least: 3, absent: no_points') },
      ['规模'],
      [
        ['a', '规上'],
        ['b', '规下'],
      ],
    );
    expect(bonusOf(scored)).toEqual([6, 3]);
    expect([...(scored.bonus[0]?.raw ?? [])]).toEqual([0, -8]);
  });

  test('[S61] a reward for going 规上: this year and not last year', () => {
    const item = '    - { id: grown, name: 小升规, when: 规模 = "规上" and 往年(规模) = "规下", points: 3, clause: doc#c }\n';
    const scheme = schemeOf({ bonus: bonus(item) });
    const dataset = datasetOf(
      scheme,
      ['id', '年度', '得数', '规模'],
      [
        ['a', 2022, 10, '规上'],
        ['a', 2021, 10, '规下'],
        ['b', 2022, 10, '规上'],
        ['b', 2021, 10, '规上'],
        ['c', 2022, 10, '规上'],
      ],
    );
    const scored = scoreSubjects(scheme, dataset);
    expect(bonusOf(scored)).toEqual([3, 0, 0]);
    expect(codesOf(scored.findings)).toContain('condition_undetermined');
  });

  test('[S61] a bonus that cannot be decided gives nothing or leaves pending, as declared', () => {
    const item = '    - { id: much, name: 税收大户, when: 评价税收 >= 500 万元, points: 3, most: 2, clause: doc#c }\n';
    const rows: Row[] = [
      ['a', 500],
      ['b', 499.99],
      ['c', null],
    ];
    expect(bonusOf(run({ bonus: bonus(item) }, ['评价税收'], rows))).toEqual([2, 0, 0]);
    const waiting = run({ bonus: bonus(item, 'most: none, least: none, absent: pending') }, ['评价税收'], rows);
    expect([statusOf(waiting, 'c'), reasonsOf(waiting, 'c')]).toEqual(['pending', ['税收大户无法判断：评价税收（缺）']]);
    expect(totalOf(waiting, 'c')).toBeNaN();
  });
});

describe('total', () => {
  test('[S48] limits of the total hold after bonus, rounding once at the end', () => {
    const total = 'total: { by: sum, least: 0, most: 130, round: { to: 2, by: excel }, clause: doc#c }';
    const facts = 'facts: { 评价税收: { unit: 万元, clause: doc#c } }';
    const points = bonus('    - { id: plus, name: 加分, points: 评价税收 / 1 万元, clause: doc#c }\n');
    const scored = run(
      { facts, total, bonus: points },
      ['评价税收'],
      [
        ['a', 40],
        ['b', -200],
        ['c', 0.005],
        ['d', 1.0049],
      ],
    );
    expect(['a', 'b', 'c', 'd'].map((id) => totalOf(scored, id))).toEqual([130, 0, 100.01, 101]);
    expect(scored.fullTotal[3]).toBe(101.0049);
  });
});
