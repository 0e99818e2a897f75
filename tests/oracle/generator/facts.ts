/** The words of random schemes: a tiny fact catalogue, the source file, and conditions over them. */
import type { Dice } from './dice.js';

export const catalogue = {
  facts: {
    评价税收: { id: 'tax_evaluated', type: 'number', unit: '万元', must_be: 'any', merged: 'sum' },
    工业增加值: { id: 'value_added', type: 'number', unit: '万元', must_be: 'any', merged: 'sum' },
    销售收入: { id: 'sales', type: 'number', unit: '万元', must_be: 'any', merged: 'sum' },
    研发经费: { id: 'rd_spent', type: 'number', unit: '万元', must_be: 'not_negative', merged: 'sum' },
    用地面积: { id: 'land_used', type: 'number', unit: '㎡', must_be: 'positive', merged: 'sum' },
    用电量: { id: 'power_used', type: 'number', unit: 'kWh', must_be: 'not_negative', merged: 'sum' },
    容积率: { id: 'plot_ratio', type: 'number', unit: '', must_be: 'any', merged: 'mean' },
    职工人数: { id: 'workers', type: 'number', unit: '人', must_be: 'not_negative', merged: 'sum' },
    污染排放量: { id: 'emission', type: 'number', unit: '吨', must_be: 'any', merged: 'most' },
    研发占比: { id: 'rd_ratio', type: 'number', unit: '%', must_be: 'any', merged: 'mean' },
    管理评分: { id: 'management_marks', type: 'number', unit: '', must_be: 'any', merged: 'least' },
    规模: { id: 'scale', type: 'text', values: ['规上', '规下'] },
    县区: { id: 'county', type: 'text' },
    行业代码: { id: 'industry', type: 'text' },
    宗地编号: { id: 'parcel_code', type: 'text' },
    集团名称: { id: 'group_company', type: 'text' },
    跟随对象: { id: 'follows', type: 'text' },
    投产日期: { id: 'started', type: 'date' },
    失信标记: { id: 'dishonest', type: 'flag' },
  },
} as const;

export const source = {
  documents: {
    sample: {
      title: '随机评价办法',
      number: '随〔2022〕1号',
      issuer: '核对组',
      standing: 'invented',
      issued: '2022-01-01',
      clauses: { one: { at: '一', text: '随机生成' } },
    },
  },
} as const;

/** An indicator's formula, its unit, and about how large it is in that unit. */
export interface Measure {
  readonly formula: string;
  readonly unit: string;
  readonly quotient?: boolean;
  readonly constants: readonly number[];
}

const small = [0.5, 1, 2, 2.5, 4];
export const measures: readonly Measure[] = [
  { formula: '评价税收 / 用地面积', unit: '万元/亩', quotient: true, constants: small },
  { formula: '工业增加值 ÷ 用地面积', unit: '万元/亩', quotient: true, constants: small },
  { formula: '评价税收 / 用地面积', unit: '元/㎡', quotient: true, constants: [5, 10, 25] },
  { formula: '评价税收 / 用电量', unit: '元/kWh', quotient: true, constants: small },
  { formula: '工业增加值 / 职工人数', unit: '万元/人', quotient: true, constants: small },
  { formula: '工业增加值 / 污染排放量', unit: '万元/吨', quotient: true, constants: small },
  { formula: '研发经费 / 销售收入', unit: '%', quotient: true, constants: [20, 50, 100] },
  { formula: '研发占比', unit: '%', constants: [2, 3, 5] },
  { formula: '评价税收', unit: '万元', constants: [1, 2, 5] },
  { formula: '评价税收 + 研发经费 - 0.5 万元', unit: '元', constants: [10000, 25000] },
  { formula: 'growth(评价税收)', unit: '%', constants: [10, 50] },
  { formula: '评价税收 - prior(评价税收)', unit: '万元', constants: [1, 2] },
  { formula: '往年(销售收入, 2 年)', unit: '万元', constants: [2, 5] },
  { formula: 'max(评价税收, prior(评价税收, 1 年), 研发经费)', unit: '万元', constants: [2, 5] },
  { formula: 'min(评价税收, 工业增加值)', unit: '万元', constants: [1, 2] },
  { formula: 'sum(评价税收, 工业增加值, 研发经费) / 职工人数', unit: '元/人', quotient: true, constants: [10000, 20000] },
  { formula: 'avg(评价税收, 工业增加值)', unit: '万元', constants: [2, 3] },
  { formula: 'round(评价税收 / 职工人数, 2)', unit: '万元/人', constants: small },
  { formula: 'round(用地面积, 1, "gbt8170")', unit: '亩', constants: [2, 5] },
  { formula: 'floor(评价税收)', unit: '万元', constants: [2, 3] },
  { formula: 'ceil(销售收入) / 职工人数', unit: '万元/人', quotient: true, constants: small },
  { formula: 'abs(评价税收)', unit: '万元', constants: [2, 3] },
  { formula: 'clamp(评价税收, 1 万元, 6 万元)', unit: '万元', constants: [2, 4] },
  { formula: 'or_else(研发经费, 0 万元) / 销售收入', unit: '%', quotient: true, constants: [20, 50] },
  { formula: 'if 规模 = "规上" then 评价税收 else 销售收入 / 2', unit: '万元', constants: [2, 3] },
  { formula: '若 missing(污染排放量) 则 0 吨 否则 污染排放量', unit: '吨', constants: [1, 2] },
  { formula: 'years_since(投产日期)', unit: '年', constants: [2, 3] },
  { formula: 'count(events where kind = "安全事故")', unit: '', constants: [1] },
  { formula: 'sum(titles.count where level = "国家级")', unit: '项', constants: [1, 2] },
  { formula: 'sqrt(管理评分)', unit: '', constants: [1, 2] },
  { formula: 'ln(评价税收 / 1 万元)', unit: '', constants: [1, 1.5] },
  { formula: 'log10(销售收入 / 1 元)', unit: '', constants: [4, 5] },
  { formula: 'exp(0 - 研发占比)', unit: '', constants: [0.5, 1] },
  { formula: '管理评分', unit: '', constants: [2, 5] },
  { formula: '税收合计 / 用地面积', unit: '万元/亩', quotient: true, constants: small },
  { formula: '容积率', unit: '', constants: [1, 1.5] },
];

/** Conditions over plain facts: may stand anywhere. */
export const factConditions: readonly string[] = [
  '规模 in ["规上", "规下"]',
  '规模 = "规上"',
  '评价税收 >= 3 万元',
  '评价税收 > 30000 元',
  '销售收入 between 2 万元 and 8 万元',
  '用地面积 >= 3 亩 or 职工人数 >= 5 人',
  '用地面积 > 2000 ㎡ and not 失信标记',
  '行业代码 不属于 ["13", "2"]',
  '行业代码 in 表(重点行业)',
  '失信标记 = true',
  'years_since(投产日期) >= 3 年',
  '投产日期 > 2019-06-30',
  'count(events where kind = "安全事故") >= 1',
  'any(titles where level = "国家级" and count >= 2 项)',
  '列入(白名单)',
  '列入(白名单, 2021-06-30)',
  'missing(研发经费) or 研发经费 = 0 万元',
  'not_applicable(污染排放量)',
  'not_reported(污染排放量) and 研发占比 < 3%',
  'growth(评价税收) > 0%',
  'prior(评价税收) <= 2 万元',
  '往年(类别) = "D"',
  'sum(events.amount where level = "较大") >= 3 次',
  '评价税收 + 研发经费 <> 5 万元',
  'max(评价税收, 研发经费) × 2 <= 10 万元',
];

/** Conditions over what the evaluation has computed. */
export const stageConditions: readonly string[] = ['总分 >= 60', '总分 < 30', '名次 <= 2', '基础分 > 50', '加分 > 0'];

export const condition = (dice: Dice): string => dice.pick(factConditions);
