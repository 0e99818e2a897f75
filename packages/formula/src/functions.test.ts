/** Each function on present and absent operands; kernel and row evaluator are compared at every step (fixtures/reading.ts). */
import { describe, expect, test } from 'vitest';
import { absent, day, type Entries } from './fixtures/frame.js';
import { computed } from './fixtures/reading.js';

const na = absent('not_applicable');
const unreported = absent('not_reported');
const nc = absent('not_computable');

type Row = readonly [formula: string, row: Entries, result: number | string];

const arithmetic: readonly Row[] = [
  ['index + 1', { index: 2 }, 3],
  ['index - 5', { index: 2 }, -3],
  ['-index × 3', { index: 2 }, -6],
  ['index ÷ 4', { index: 2 }, 0.5],
  ['index / 0', { index: 2 }, 'not_computable'],
  ['0 / index', { index: 0 }, 'not_computable'],
  ['1 / 0', {}, 'not_computable'],
  ['index * 2', {}, 'missing'],
  ['index + rd_share', { index: na, rd_share: unreported }, 'not_applicable'],
  ['index + rd_share', { rd_share: unreported }, 'not_reported'],
  ['index + rd_share', { rd_share: nc }, 'missing'],
  ['exp(index)', { index: 1000 }, 'not_computable'],
  ['index × index', { index: 1e200 }, 'not_computable'],
];

const gathering: readonly Row[] = [
  ['min(index, 3, -1)', { index: 2 }, -1],
  ['最大(index, 3, -1)', { index: 2 }, 3],
  ['合计(index, 0.5)', { index: 2 }, 2.5],
  ['平均(index, 1)', { index: 2 }, 1.5],
  ['合计(index, rd_share)', { index: 2, rd_share: na }, 2],
  ['平均(index, rd_share)', { index: 2, rd_share: na }, 2],
  ['最小(index, rd_share)', { index: na, rd_share: 50 }, 0.5],
  ['最大(index, rd_share)', { index: na, rd_share: na }, 'not_applicable'],
  ['合计(index, rd_share)', { index: 2 }, 'missing'],
  ['合计(index, rd_share)', { index: unreported, rd_share: na }, 'not_reported'],
  ['最大(投产日期, 2020-01-01)', { started: '2019-05-05' }, day('2020-01-01')],
];

const functionsOfOne: readonly Row[] = [
  ['round(index, 2)', { index: 1.005 }, 1.01],
  ['修约(index, 2, "gbt8170")', { index: 0.125 }, 0.12],
  ['修约(index, 0, "up")', { index: 1.2 }, 2],
  ['修约(index, 0, “down”)', { index: 1.8 }, 1],
  ['floor(index)', { index: -1.2 }, -2],
  ['向下取整(index × 10)', { index: 0.1 + 0.7 }, 8],
  ['ceil(index)', { index: 1.2 }, 2],
  ['向上取整(index)', { index: -1.2 }, -1],
  ['绝对值(index)', { index: -1.2 }, 1.2],
  ['ln(index)', { index: 1 }, 0],
  ['ln(index)', { index: 0 }, 'not_computable'],
  ['自然对数(index)', { index: -1 }, 'not_computable'],
  ['log10(index)', { index: 1000 }, Math.log10(1000)],
  ['常用对数(index)', { index: -1 }, 'not_computable'],
  ['自然指数(index)', { index: 0 }, 1],
  ['平方根(index)', { index: 9 }, 3],
  ['sqrt(index)', { index: -9 }, 'not_computable'],
  ['限于(index, 0, 1.5)', { index: 2 }, 1.5],
  ['clamp(index, 0, 1.5)', { index: -2 }, 0],
  ['clamp(index, 3, 1)', { index: 2 }, 'not_computable'],
  ['clamp(index, 0, 1.5)', { index: unreported }, 'not_reported'],
];

const absences: readonly Row[] = [
  ['缺(index)', { index: 0 }, 0],
  ['缺(index)', {}, 1],
  ['missing(index)', { index: na }, 1],
  ['missing(index / 0)', { index: 1 }, 1],
  ['不适用(index)', { index: na }, 1],
  ['不适用(index)', {}, 0],
  ['未报(index)', { index: unreported }, 1],
  ['not_reported(index)', { index: na }, 0],
  ['算不出(1 / index)', { index: 0 }, 1],
  ['算不出(index)', {}, 0],
  ['否则取(index, 7)', {}, 7],
  ['否则取(index, 7)', { index: 0 }, 0],
  ['or_else(index, rd_share)', { rd_share: na }, 'not_applicable'],
];

const conditions: readonly Row[] = [
  ['index >= 1 and index < 3', { index: 2 }, 1],
  ['index >= 1 且 rd_share >= 5%', { index: 0 }, 0],
  ['index >= 1 且 rd_share >= 5%', { index: 2 }, 'missing'],
  ['index >= 1 或 rd_share >= 5%', { index: 2 }, 1],
  ['index >= 1 或 rd_share >= 5%', { index: 0, rd_share: na }, 'not_applicable'],
  ['非 高新企业', { high_tech: true }, 0],
  ['not high_tech', { high_tech: unreported }, 'not_reported'],
  ['index = 0.3', { index: 0.1 + 0.2 }, 1],
  ['index 超过 0.3', { index: 0.1 + 0.2 }, 0],
  ['index 不低于 0.3', { index: 0.3 - 1e-17 }, 1],
  ['index between 1 and 3', { index: 3 }, 1],
  ['index 介于 1 与 3 之间', { index: 3.0001 }, 0],
  ['index in [1, 2, 3]', { index: 2 }, 1],
  ['index not in [1, 2]', { index: 2 }, 0],
  ['研发占比 属于 [3%, 0.05 倍]', { rd_share: 5 }, 1],
  ['index = 2 or 高新企业 = 是', { index: 1, high_tech: true }, 1],
  ['若 index > 1 则 10 否则 20', { index: 2 }, 10],
  ['if index > 1 then 10 else if index > 0 then 15 else 20', { index: 0.5 }, 15],
  ['若 index > 1 则 10 否则 20', { index: na }, 'not_applicable'],
  ['若 index > 1 则 rd_share 否则 20%', { index: 0 }, 20],
  ['index <> 2', { index: 2 }, 0],
  ['index ≠ 2', {}, 'missing'],
];

const texts: readonly Row[] = [
  ['规模 = "规上"', { scale: '规上' }, 1],
  ['规模 ≠ “规上”', { scale: '规下' }, 1],
  ['规模 属于 ["规上", "规下"]', { scale: unreported }, 'not_reported'],
  ['评价类别 = "没有出现过"', { grade: 'A' }, 0],
  ['评价类别 不属于 ["C", "D"]', { grade: 'A' }, 1],
  ['开头是(行业代码, "13")', { industry: '1310' }, 1],
  ['starts_with(行业代码, ["14", "15"])', { industry: '1310' }, 0],
  ['开头是(行业代码, 表(公用事业))', { industry: '4412' }, 1],
  ['代码介于(行业代码, "06", "46")', { industry: '0610' }, 1],
  ['代码介于(行业代码, "06", "46")', { industry: '4690' }, 1],
  ['code_between(industry, "06", "46")', { industry: '4700' }, 0],
  ['code_between(industry, "06", "46")', { industry: '4' }, 0],
  ['code_between(industry, "06", "46")', { industry: na }, 'not_applicable'],
  ['行业代码 属于 表(公用事业)', { industry: '44' }, 1],
  ['industry in table(utilities)', { industry: '4412' }, 0],
  ['industry in 公用事业', { industry: '4610' }, 1],
];

const dates: readonly Row[] = [
  ['满年数(投产日期)', { started: '2019-12-31' }, 3],
  ['满年数(投产日期)', { started: '2020-01-01' }, 2],
  ['years_since(started)', {}, 'missing'],
  ['投产日期 + 3 年 <= 基准日', { started: '2019-12-31' }, 1],
  ['投产日期 + 6 个月 晚于 2022-12-31', { started: '2022-07-01' }, 1],
  ['2020-02-29 + 1 年', {}, day('2021-02-28')],
  ['投产日期 - 30 天', { started: '2022-01-31' }, day('2022-01-01')],
  ['reference_date - 投产日期', { started: '2022-12-01' }, 30],
  ['投产日期 早于 日期"2020年1月1日"', { started: '2019-12-31' }, 1],
  ['投产日期 属于 [2019-12-31]', { started: '2019-12-31' }, 1],
  ['data_year - 2000', {}, 22],
];

const years: readonly Row[] = [
  ['上年(index)', { 'index~1': 4 }, 4],
  ['往年(index, 2 年)', { 'index~2': 5 }, 5],
  ['prior(index + rd_share, 1 年)', { 'index~1': 1, 'rd_share~1': 50 }, 1.5],
  ['prior(index, 1)', { index: 3 }, 'missing'],
  ['增长率(index)', { index: 110, 'index~1': 100 }, 0.1],
  ['growth(index)', { index: 110, 'index~1': 0 }, 'not_computable'],
  ['growth(index)', { index: 110, 'index~1': -5 }, 'not_computable'],
  ['growth(index)', { index: 110, 'index~1': na }, 'not_applicable'],
  ['连续(index < 1, 3 年)', { index: 0, 'index~1': 0, 'index~2': 0 }, 1],
  ['连续(index < 1, 3 年)', { index: 0, 'index~1': 2 }, 0],
  ['consecutive(index < 1, 2 年)', { index: 0 }, 'missing'],
  ['连续(增长率(index) < 0, 2 年)', { index: 1, 'index~1': 2, 'index~2': 3 }, 1],
];

const groups = { arithmetic, gathering, functionsOfOne, absences, conditions, texts, dates, years };
for (const [name, rows] of Object.entries(groups)) {
  describe(name, () => {
    test.each(rows)('%s on %j', (formula, row, result) => {
      const value = computed(formula, row);
      if (typeof result === 'number' && typeof value === 'number') expect(value).toBeCloseTo(result, 12);
      else expect(value).toBe(result);
    });
  });
}

test('[S6] a membership list is asked at its date', () => {
  const row = { 'list:tech_firms': false, [`list:tech_firms@${day('2021-12-31')}`]: true };
  expect(computed('列入(科技型企业, 2021-12-31)', row)).toBe(1);
  expect(computed('列入(科技型企业)', row)).toBe(0);
  expect(computed('member(tech_firms, 基准日 - 1 年)', row)).toBe(1);
});

test('[S77] a consecutive-year condition needs every year', () => {
  const poor = '连续(实缴税金 不超过 10 万元, 2 年)';
  expect(computed(poor, { tax: 10, 'tax~1': 9 })).toBe(1);
  expect(computed(poor, { tax: 10, 'tax~1': 10.01 })).toBe(0);
  expect(computed(poor, { tax: 11 })).toBe(0);
  expect(computed(poor, { tax: 10 })).toBe('missing');
});

test('[S1] a predicate of 或 and 且 on sales, land and years in production, with the edges in', () => {
  const scope = '(销售收入 >= 500 万元 或 用地面积 >= 3 亩) 且 满年数(投产日期) >= 3 年';
  expect(computed(scope, { sales: 0.05, land: 0, started: '2019-12-31' })).toBe(1);
  expect(computed(scope, { sales: 0.0499, land: 2000, started: '2019-12-31' })).toBe(1);
  expect(computed(scope, { sales: 0.0499, land: 1999, started: '2019-12-31' })).toBe(0);
  expect(computed(scope, { sales: 0.05, land: 2000, started: '2020-01-01' })).toBe(0);
  expect(computed(scope, { sales: 0.0499, started: '2019-12-31' })).toBe('missing');
});

test('[S5] an industry range on the first two digits, both ends in', () => {
  const industry = '代码介于(行业代码, "06", "46")';
  for (const [code, inside] of [
    ['0610', 1],
    ['4690', 1],
    ['0590', 0],
    ['4710', 0],
    ['06', 1],
    ['6', 0],
  ] as const) {
    expect(computed(industry, { industry: code }), code).toBe(inside);
  }
});
