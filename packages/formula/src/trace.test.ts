/** Explanations: what is printed can be recomputed from what is printed. */
import { describe, expect, test } from 'vitest';
import { absent, type Entries, frame } from './fixtures/frame.js';
import { read } from './fixtures/reading.js';
import { space, unit } from './fixtures/space.js';
import { formatNumber } from './print.js';
import { readFormula } from './read.js';
import { evaluateRow } from './row.js';
import { traceRow } from './trace.js';
import type { Expected, Trace } from './tree.js';

const lineOf = (text: string, row: Entries, options: { readonly expected?: Expected; readonly title?: string } = {}): string =>
  traceRow(read(text, options.expected ?? { type: 'number' }), frame({ rows: [row] }), 0, options.title).line;

describe('lines', () => {
  test('numbers stand behind their names', () => {
    const expected = { type: 'number', unit: unit('万元/亩') } as const;
    expect(lineOf('评价税收 / 占地面积', { tax_evaluated: 490, land_mu: 20 }, { expected, title: '亩均税收' })).toBe(
      '亩均税收 24.5 = 评价税收 490 ÷ 占地面积 20',
    );
  });

  const lines: readonly (readonly [text: string, row: Entries, line: string])[] = [
    ['评价税收 + 留抵退税', { tax_evaluated: 1, tax_refund: 25000 }, '3.5 = 评价税收 1 + 留抵退税 25000 ÷ 10000'],
    ['增长率(实缴税金)', { tax: 110, 'tax~1': 100 }, '0.1 = (实缴税金 110 - 实缴税金(1 年前) 100) ÷ 实缴税金(1 年前) 100'],
    ['上年(实缴税金 + 评价税收)', { 'tax~1': 1, 'tax_evaluated~1': 2 }, '3 = 实缴税金(1 年前) 1 + 评价税收(1 年前) 2'],
    ['实缴税金 × 5%', { tax: 100 }, '5 = 实缴税金 100 × 0.05'],
    ['评价税收 / 用地面积', { tax_evaluated: 5, land: absent('not_reported') }, '未报 = 评价税收 5 ÷ 用地面积 未报'],
    ['评价税收 / 用地面积', { tax_evaluated: 5, land: 0 }, '算不出 = 评价税收 5 ÷ 用地面积 0'],
    ['件数(事件 其中 类别 = "安全事故") × 2', {}, '0 = 件数(事件 其中 类别 = “安全事故”) 0 × 2'],
    ['最大(综合指数, 1)', { index: 0.5 }, '1 = 最大(综合指数 0.5, 1)'],
    ['综合指数 × (综合指数 - 1)', { index: 3 }, '6 = 综合指数 3 × (综合指数 3 - 1)'],
  ];
  test.each(lines)('%s on %j', (text, row, line) => {
    expect(lineOf(text, row)).toBe(line);
  });

  const flags: readonly (readonly [text: string, row: Entries, line: string])[] = [
    ['用地面积 >= 3 亩', { land: 2000 }, '是 = 用地面积 2000 在 2000 ㎡ 以上'],
    [
      '规模 = "规上" 且 投产日期 <= 2020-01-01',
      { scale: '规上', started: '2020-01-02' },
      '否 = 规模 “规上” = “规上” 且 投产日期 2020-01-02 不晚于 2020-01-01',
    ],
    ['连续(实缴税金 < 10 万元, 2 年)', { tax: 9, 'tax~1': 8 }, '是 = 实缴税金 9 低于 10 万元 且 实缴税金(1 年前) 8 低于 10 万元'],
    ['列入(科技型企业)', { 'list:tech_firms': true }, '是 = 列入(科技型企业) 是'],
  ];
  test.each(flags)('%s on %j', (text, row, line) => {
    expect(lineOf(text, row, { expected: { type: 'flag' } })).toBe(line);
  });
});

/** Recomputes the right side of a line from its printed numbers: names are dropped, the rest is read as a formula. */
function recomputed(trace: Trace): number {
  const numbersOnly = trace.text.replace(/\p{Script=Han}+(?:\(\d 年前\))? (?=-?\d)/gu, '');
  const { formula } = readFormula(numbersOnly, space(), { type: 'number' });
  expect(formula, numbersOnly).toBeDefined();
  return evaluateRow(formula!, frame({ rows: [{}] }), 0).value;
}

test('every line can be recomputed from what it prints, with at most 15 digits', () => {
  const texts = [
    '评价税收 / 用地面积',
    '评价税收 + 留抵退税 × 3',
    '(实缴税金 - 销售收入) / 综合能耗',
    '增长率(实缴税金)',
    '综合指数 × 综合指数 ÷ 7',
  ];
  let state = 12345;
  const random = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  for (let round = 0; round < 200; round++) {
    const row = Object.fromEntries(
      ['tax', 'tax~1', 'tax_evaluated', 'tax_refund', 'sales', 'land', 'energy', 'index'].map((id) => [
        id,
        random() * 10 ** Math.floor(random() * 9) + 0.001,
      ]),
    );
    for (const text of texts) {
      const trace = traceRow(read(text), frame({ rows: [row] }), 0);
      const again = recomputed(trace);
      expect(Math.abs(again - trace.value), trace.line).toBeLessThanOrEqual(1e-9 * Math.abs(trace.value));
    }
  }
});

test('steps open the tree down to the facts', () => {
  const trace = traceRow(
    read('评价税收 / (用地面积 + 占地面积)'),
    frame({ rows: [{ tax_evaluated: 1, land: 1000, land_mu: 3 }] }),
    0,
  );
  expect(trace.steps.map((step) => step.line)).toEqual(['1 = 评价税收 1', '3000 = 用地面积 1000 + 占地面积 3 × 2000 ÷ 3']);
  expect(trace.steps[1]?.steps[1]?.steps[0]?.line).toBe('3 = 占地面积 3');
  expect(trace.steps[0]?.unit.text).toBe('万元');
});

test('numbers are printed without exponents and without noise', () => {
  const printed: readonly (readonly [number, string])[] = [
    [0.1 + 0.2, '0.3'],
    [24.5, '24.5'],
    [1e15, '1000000000000000'],
    [123456789012345680000, '123456789012346000000'],
    [1.5e-7, '0.00000015'],
    [-0, '0'],
    [-1234.5, '-1234.5'],
    [1 / 3, '0.333333333333333'],
    [100, '100'],
  ];
  for (const [value, text] of printed) expect(formatNumber(value)).toBe(text);
});
