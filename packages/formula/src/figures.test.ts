/** Conditions with the figures that decided them. */
import { describe, expect, test } from 'vitest';
import { conditionInFigures } from './figures.js';
import { type Entries, frame } from './fixtures/frame.js';
import { read } from './fixtures/reading.js';

const said = (text: string, row: Entries): string => conditionInFigures(read(text, { type: 'flag' }), frame({ rows: [row] }))(0);

describe('[TZ-1] a condition that fails or holds names value, unit and line', () => {
  const cases: readonly (readonly [text: string, row: Entries, words: string])[] = [
    [
      '(评价税收 >= 500 万元 或 用地面积 >= 3 亩) 且 满年数(投产日期) >= 3 年',
      { tax_evaluated: 499, land: 1999, started: '2010-01-01' },
      '评价税收 499 万元，低于 500 万元；用地面积 2.9985 亩（1999 ㎡），低于 3 亩',
    ],
    [
      '(评价税收 >= 500 万元 或 用地面积 >= 3 亩) 且 满年数(投产日期) >= 3 年',
      { tax_evaluated: 500, land: 1, started: '2020-01-01' },
      '满年数(投产日期 2020-01-01) 2 年，低于 3 年',
    ],
    ['评价税收 >= 500 万元 或 用地面积 >= 3 亩', { tax_evaluated: 500, land: 1 }, '评价税收 500 万元，不低于 500 万元'],
    ['评价税收 >= 500 万元 且 用地面积 >= 3 亩', { tax_evaluated: 499 }, '评价税收 499 万元，低于 500 万元'],
    ['用电量 > 10 万kWh', { power: 10 }, '用电量 10 万kWh，不超过 10 万kWh'],
    [
      '评价税收 / 占地面积 < 20 万元/亩',
      { tax_evaluated: 490, land_mu: 20 },
      '评价税收 490 ÷ 占地面积 20 = 24.5 万元/亩，不低于 20 万元/亩',
    ],
    ['规模 = "规上"', { scale: '规下' }, '规模 “规下”，不是“规上”'],
    ['行业代码 属于 ["51", "52"]', { industry: '51' }, '行业代码 “51”，属于 [“51”, “52”]'],
    ['非 行业代码 属于 ["51", "52"]', { industry: '51' }, '行业代码 “51”，属于 [“51”, “52”]'],
    ['行业代码 属于 ["51", "52"]', { industry: '53' }, '行业代码 “53”，不属于 [“51”, “52”]'],
    ['投产日期 <= 2020-01-01', { started: '2020-01-02' }, '投产日期 2020-01-02，晚于 2020-01-01'],
    ['评价税收 介于 1 万元 与 2 万元', { tax_evaluated: 3 }, '评价税收 3 万元，不介于 1 万元 与 2 万元'],
    ['连续(实缴税金 < 10 万元, 2 年)', { tax: 9, 'tax~1': 10 }, '实缴税金(1 年前) 10 万元，不低于 10 万元'],
    ['高新企业', { high_tech: false }, '高新企业 否'],
    ['列入(科技型企业)', { 'list:tech_firms': false }, '未列入(科技型企业)'],
    ['缺(投产日期)', { started: '2020-01-02' }, '缺(投产日期 2020-01-02)，不成立'],
    ['开头是(行业代码, "51")', { industry: '52' }, '开头是(行业代码 “52”, “51”)，不成立'],
  ];
  test.each(cases)('%s', (text, row, words) => {
    expect(said(text, row)).toBe(words);
  });

  test('names what is absent where the condition cannot be decided, and only then', () => {
    expect(said('评价税收 >= 500 万元 且 用地面积 >= 3 亩', { tax_evaluated: 500 })).toBe('用地面积 缺');
    expect(said('评价税收 / 占地面积 < 20 万元/亩', { tax_evaluated: 1, land_mu: 0 })).toBe('评价税收 1 ÷ 占地面积 0');
    expect(said('用地面积 >= 3 亩 或 评价税收 >= 500 万元', { tax_evaluated: 500 })).toBe('评价税收 500 万元，不低于 500 万元');
  });
});
