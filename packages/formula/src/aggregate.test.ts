/** Side tables: rows gathered per subject, with conditions, absences and facts of the subject. */
import { describe, expect, test } from 'vitest';
import { absent, type Entries, frame } from './fixtures/frame.js';
import { computed, read } from './fixtures/reading.js';
import { compile } from './kernel/compile.js';

const events: readonly Entries[] = [
  { kind: '安全事故', level: '较大', day: '2022-03-01', loss: 10 },
  { kind: '安全事故', level: '一般', day: '2022-05-01', loss: 5 },
  { kind: '环保处罚', level: absent('not_applicable'), day: '2021-12-31', loss: absent('not_applicable') },
];
const on = (text: string, rows: readonly Entries[] = events, subject: Entries = {}): number | string =>
  computed(text, subject, { tables: { events: [rows], titles: [rows], occupancy: [rows] } });

describe('rows that fit', () => {
  test('are counted, added, compared, averaged', () => {
    expect(on('件数(事件)')).toBe(3);
    expect(on('count(events where kind = "安全事故" and level in ["较大", "重大"])')).toBe(1);
    expect(on('合计(事件.损失 其中 类别 = "安全事故")')).toBe(15);
    expect(on('最大(事件.损失)')).toBe(10);
    expect(on('min(events.loss)')).toBe(5);
    expect(on('平均(事件.损失)')).toBe(7.5);
    expect(on('存在(事件 其中 等级 = "一般")')).toBe(1);
    expect(on('最大(事件.发生日期)')).toBe(19113);
    expect(on('合计(事件.损失 × 2 其中 发生日期 介于 2022-01-01 与 2022-03-31)')).toBe(20);
  });

  test('none: nothing counted and nothing added, but no largest and no mean', () => {
    const none = '其中 类别 = "没有这种"';
    expect(on(`件数(事件 ${none})`)).toBe(0);
    expect(on(`合计(事件.损失 ${none})`)).toBe(0);
    expect(on(`存在(事件 ${none})`)).toBe(0);
    expect(on(`最大(事件.损失 ${none})`)).toBe('missing');
    expect(on(`最小(事件.损失 ${none})`)).toBe('missing');
    expect(on(`平均(事件.损失 ${none})`)).toBe('missing');
    expect(on('件数(事件)', [])).toBe(0);
  });
});

describe('absent cells', () => {
  const unknown: readonly Entries[] = [
    { kind: '安全事故', loss: 3 },
    { kind: '安全事故', level: '较大' },
  ];

  test('a condition nobody can judge makes the count absent; a condition decided otherwise does not', () => {
    expect(on('件数(事件 其中 等级 = "较大")', unknown)).toBe('missing');
    expect(on('件数(事件 其中 类别 = "其他" 且 等级 = "较大")', unknown)).toBe(0);
    expect(on('存在(事件 其中 等级 = "较大")', unknown)).toBe(1);
    expect(on('存在(事件 其中 等级 = "重大")', unknown)).toBe('missing');
  });

  test('a missing value shows, a not applicable one is left out', () => {
    expect(on('合计(事件.损失)', unknown)).toBe('missing');
    expect(on('合计(事件.损失)')).toBe(15);
    expect(on('合计(事件.损失 其中 类别 = "环保处罚")')).toBe('not_applicable');
    expect(on('件数(事件 其中 等级 = "较大")')).toBe(1);
  });
});

test('[S57] a title counts only while it is valid', () => {
  const titles: readonly Entries[] = [
    { name: '高新技术企业', points: 3, valid_from: '2020-01-01', valid_to: '2022-12-31' },
    { name: '小巨人', points: 5, valid_from: '2022-06-01' },
    { name: '冠军', points: 9, valid_from: '2023-01-01', valid_to: '2025-12-31' },
  ];
  expect(on('最大(称号.加分 其中 有效于(基准日))', titles)).toBe(5);
  expect(on('件数(称号 其中 有效于(2022-12-31))', titles)).toBe(2);
  expect(on('件数(称号 其中 有效于(2023-01-01))', titles)).toBe(2);
  expect(
    on('any(titles where name = "高新技术企业" and valid_from <= reference_date and valid_to >= reference_date)', titles),
  ).toBe(1);
  expect(on('存在(称号 其中 名称 = "高新技术企业" 且 有效于(基准日 + 1 天))', titles)).toBe(0);
});

test('facts of the subject stand beside the fields, texts across two dictionaries', () => {
  expect(on('件数(事件 其中 损失 >= 实缴税金)', events, { tax: 10 })).toBe(1);
  expect(on('件数(事件 其中 等级 = 评价类别)', events, { grade: '一般' })).toBe(1);
  expect(on('件数(事件 其中 等级 = 评价类别)', events, { grade: '没见过' })).toBe(0);
  expect(on('合计(事件.损失 其中 列入(科技型企业))', events, { 'list:tech_firms': false })).toBe(0);
});

test('each subject sees its own rows, also with none at all', () => {
  const formula = read('合计(用地.面积 × 用地.月数 ÷ 12)', { type: 'number' });
  const parcels = [
    [
      { area: 1200, months: 12 },
      { area: 600, months: 6 },
    ],
    [],
    [{ area: 100, months: 3 }],
  ];
  const column = compile(formula).run(frame({ rows: [{}, {}, {}], tables: { occupancy: parcels } }));
  expect([...column.values]).toEqual([1500, 0, 25]);
  expect([...column.absence]).toEqual([0, 0, 0]);
});
