/** Units inside formulas: one dimension, exact conversion, no number without its unit. */
import { describe, expect, test } from 'vitest';
import { codesOf, computed, read } from './fixtures/reading.js';
import { space, unit } from './fixtures/space.js';

const inUnit = (text: string) => ({ expected: { type: 'number', unit: unit(text) } }) as const;

describe('[S31] ratio of two fields with units', () => {
  test('the result is converted to the declared unit, exactly', () => {
    expect(computed('评价税收 / 用地面积', { tax_evaluated: 490, land: 40000 / 3 }, inUnit('万元/亩'))).toBeCloseTo(24.5, 12);
    expect(computed('评价税收 / 占地面积', { tax_evaluated: 490, land_mu: 20 }, inUnit('万元/亩'))).toBe(24.5);
    expect(computed('销售收入 / 综合能耗', { sales: 2, energy: 1000 }, inUnit('万元/tce'))).toBe(20);
    expect(computed('实缴税金 / 用电量', { tax: 3, power: 6 }, inUnit('元/kWh'))).toBe(0.5);
    expect(computed('销售收入 / 年平均职工人数', { sales: 1, workers: 50 }, inUnit('万元/人'))).toBe(200);
  });

  test('another dimension is refused, with both units named', () => {
    expect(codesOf('评价税收 / 综合能耗', { type: 'number', unit: unit('万元/亩') })).toEqual(['result_unit_mismatch']);
    expect(codesOf('评价税收', { type: 'number', unit: unit('万元/亩') })).toEqual(['result_unit_mismatch']);
    expect(codesOf('5', { type: 'number', unit: unit('分') })).toEqual(['result_unit_mismatch']);
    expect(codesOf('评价税收 > 1 万元', { type: 'number', unit: unit('万元') })).toEqual(['result_type_mismatch']);
  });

  test('division by zero land is 算不出, missing land is 缺', () => {
    expect(computed('评价税收 / 用地面积', { tax_evaluated: 490, land: 0 }, inUnit('万元/亩'))).toBe('not_computable');
    expect(computed('评价税收 / 用地面积', { tax_evaluated: 490 }, inUnit('万元/亩'))).toBe('missing');
  });
});

test('[S3] an electricity threshold in another unit than the fact', () => {
  expect(computed('用电量 >= 10万度', { power: 10 })).toBe(1);
  expect(computed('用电量 >= 10万度', { power: 9.9999 })).toBe(0);
  expect(computed('用电量 不低于 100000 kWh', { power: 10 })).toBe(1);
  expect(codesOf('用电量 >= 10', { type: 'flag' })).toEqual(['unit_needed']);
});

test('[S53] the minimum of several sources; one not applicable is left out, one missing is not', () => {
  expect(computed('最小(实缴税金, 留抵退税, 销售收入)', { tax: 30, tax_refund: 250000, sales: 0.01 }, inUnit('万元'))).toBe(25);
  expect(computed('最小(实缴税金, 评价税收)', { tax: 30, tax_evaluated: { absent: 'not_applicable' } })).toBe(30);
  expect(computed('最小(实缴税金, 评价税收)', { tax: 30 })).toBe('missing');
});

test('[S54] a tax corrected by a refund in another unit; an absent refund is replaced only when said', () => {
  expect(computed('实缴税金 + 留抵退税', { tax: 100, tax_refund: 55000 })).toBe(105.5);
  expect(computed('实缴税金 + 留抵退税', { tax: 100 })).toBe('missing');
  expect(computed('实缴税金 + 否则取(留抵退税, 0)', { tax: 100 })).toBe(100);
});

describe('[R85] the mu divisor of the scheme', () => {
  const at = (mu: '2000/3' | '666.67' | '667', text: string, land: number) =>
    computed(text, { land }, { expected: { type: 'flag' }, space: space({ mu }) });

  test('2000 ㎡ against a 3-mu line', () => {
    expect(at('2000/3', '用地面积 >= 3 亩', 2000)).toBe(1);
    expect(at('667', '用地面积 >= 3 亩', 2000)).toBe(0);
    expect(at('666.67', '用地面积 >= 3 亩', 2000)).toBe(0);
  });

  test('6667 ㎡ against 10 mu', () => {
    expect(at('2000/3', '用地面积 >= 10 亩', 6667)).toBe(1);
    expect(at('667', '用地面积 >= 10 亩', 6667)).toBe(0);
  });
});

describe('what may meet', () => {
  const refused: readonly (readonly [text: string, code: string])[] = [
    ['实缴税金 + 用地面积', 'unit_mismatch'],
    ['实缴税金 > 用地面积', 'unit_mismatch'],
    ['实缴税金 >= 500', 'unit_needed'],
    ['500 <= 实缴税金', 'unit_needed'],
    ['实缴税金 介于 1 与 2 万元', 'unit_needed'],
    ['实缴税金 属于 [5]', 'unit_needed'],
    ['实缴税金 + 综合指数', 'unit_needed_here'],
    ['最大(实缴税金, 用地面积)', 'unit_mismatch'],
    ['若 是 则 实缴税金 否则 用地面积', 'unit_mismatch'],
    ['限于(实缴税金, 0, 5)', 'unit_needed'],
    ['否则取(实缴税金, 1)', 'unit_needed'],
    ['研发占比 >= 3', 'unit_needed'],
    ['否则取(研发占比, 0.05)', 'unit_needed'],
    ['满年数(投产日期) >= 3', 'unit_needed'],
    ['年平均职工人数 > 20', 'unit_needed'],
    ['ln(实缴税金)', 'unit_must_be_pure'],
    ['sqrt(用地面积)', 'unit_must_be_pure'],
    ['用电量 + 综合能耗', 'unit_mismatch'],
    ['基准日 - 投产日期 > 3 年', 'unit_mismatch'],
    ['实缴税金 > 5%', 'unit_mismatch'],
    [`1${' × 实缴税金'.repeat(60)}`, 'unit_too_large'],
  ];
  test.each(refused)('%s is refused: %s', (text, code) => {
    expect([...codesOf(text, { type: 'number' }), ...codesOf(text, { type: 'flag' })]).toContain(code);
  });

  const accepted: readonly (readonly [text: string, row: Readonly<Record<string, number>>, value: number])[] = [
    ['实缴税金 >= 0', { tax: 0 }, 1],
    ['最大(实缴税金, 0)', { tax: -1 }, 0],
    ['实缴税金 / 销售收入 >= 5%', { tax: 500, sales: 1 }, 1],
    ['实缴税金 × 5%', { tax: 100 }, 5],
    ['实缴税金 × 研发占比', { tax: 100, rd_share: 3 }, 3],
    ['1 - 研发占比', { rd_share: 3 }, 97],
    ['1 - 5%', {}, 0.95],
    ['研发占比 >= 3%', { rd_share: 3 }, 1],
    ['研发占比 >= 0.03 倍', { rd_share: 3 }, 1],
    ['项目数量 >= 3', { projects: 3 }, 1],
    ['项目数量 >= 3 项', { projects: 3 }, 1],
    ['2 分 × 件数(事件)', {}, 0],
    ['件数(事件) = 0 件', {}, 1],
    ['ln(实缴税金 ÷ 1 万元)', { tax: 1 }, 0],
    ['用地面积 + 1 公顷', { land: 1 }, 10001],
    ['用地面积 / 占地面积', { land: 2000, land_mu: 3 }, 1],
    ['实缴税金 属于 [5 万元, 60000 元]', { tax: 6 }, 1],
    ['亩均税收基准值 × 占地面积', { benchmark: 20, land_mu: 3 }, 60],
  ];
  test.each(accepted)('%s on %j gives %d', (text, row, value) => {
    expect(computed(text, row)).toBeCloseTo(value, 12);
  });

  test('a plain number may stand for pieces, not for 万户', () => {
    const names = space({ facts: [{ id: 'households', term: '户数', type: 'number', unit: unit('万户'), prior: false }] });
    expect(codesOf('户数 > 3', { type: 'flag' }, names)).toEqual(['unit_needed']);
    expect(read('户数 > 3 万户', { type: 'flag' }, names).type).toBe('flag');
  });
});
