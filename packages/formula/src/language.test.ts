/** What is read and what is refused: names, literals, positions of findings, suggestions. */
import { describe, expect, test } from 'vitest';
import { codesOf, read } from './fixtures/reading.js';
import { facts, space, unit } from './fixtures/space.js';
import { formulaInWords } from './prose.js';
import { readFormula } from './read.js';
import type { NameInfo, ValueType } from './tree.js';

const sameReading: readonly (readonly [written: string, prose: string, type: ValueType])[] = [
  ['tax_evaluated/land', '评价税收 ÷ 用地面积', 'number'],
  ['实缴税金/用地面积', '实缴税金 ÷ 用地面积', 'number'],
  ['本年固定资产投资（不含地价）＞＝１亿元', '本年固定资产投资(不含地价) 在 1 亿元 以上', 'flag'],
  ['「本年固定资产投资(不含地价)」 > 3000万元', '本年固定资产投资(不含地价) 超过 3000 万元', 'flag'],
  ['用地面积不低于3亩', '用地面积 在 3 亩 以上', 'flag'],
  ['用地面积 3 亩以上', '用地面积 在 3 亩 以上', 'flag'],
  ['用地面积 在 3 亩 以下', '用地面积 在 3 亩 以下', 'flag'],
  ['用地面积 <= 3 亩', '用地面积 在 3 亩 以下', 'flag'],
  ['用地面积 < 3 亩', '用地面积 低于 3 亩', 'flag'],
  ['用地面积 > 3 亩', '用地面积 超过 3 亩', 'flag'],
  ['若规模="规上"则1否则2', '若 规模 = “规上” 则 1 否则 2', 'number'],
  ['if index>1 then 1 else if index>0 then 2 else 3', '若 综合指数 超过 1 则 1 否则 若 综合指数 超过 0 则 2 否则 3', 'number'],
  ['index=1 and (index=2 or index=3) and not high_tech', '综合指数 = 1 且 (综合指数 = 2 或 综合指数 = 3) 且 非 高新企业', 'flag'],
  ['index - (index - 1)', '综合指数 - (综合指数 - 1)', 'number'],
  ['index / (index * 2)', '综合指数 ÷ (综合指数 × 2)', 'number'],
  ['-(index + 1)', '-(综合指数 + 1)', 'number'],
  ['投产日期 <= 2019年12月31日', '投产日期 不晚于 2019-12-31', 'flag'],
  ['上年(index)', '往年(综合指数, 1 年)', 'number'],
  [
    'count(events where kind = "安全事故" and level in ["较大","重大"])',
    '件数(事件 其中 类别 = “安全事故” 且 等级 属于 [“较大”, “重大”])',
    'number',
  ],
  ['sum(occupancy.area where tenure = "自有")', '合计(用地.面积 其中 取得方式 = “自有”)', 'number'],
  ['亩均税收基准值 > 30 万元/亩', '亩均税收基准值 超过 30 万元/亩', 'flag'],
  ['round(index, 2, "gbt8170")', '修约(综合指数, 2, “gbt8170”)', 'number'],
];

test.each(sameReading)('%s is read, and printed as %s', (written, prose, type) => {
  const formula = read(written, { type });
  expect(formulaInWords(formula)).toBe(prose);
  expect(read(prose, { type }).tree).toEqual(formula.tree);
});

const refused: readonly (readonly [text: string, code: string, column: number])[] = [
  ['用地面机 ÷ 实缴税金', 'name_unknown', 1],
  ['实缴税金 ÷ 用地面机', 'name_unknown', 8],
  ['实缴税金总额 ÷ 用地面积', 'name_unknown', 1],
  ['1 +', 'something_expected', 4],
  ['(1 + 2', 'something_expected', 7],
  ['1 2', 'something_expected', 3],
  ['最大(1, 2', 'something_expected', 8],
  ['若 是 则 1', 'something_expected', 8],
  ['税总(1)', 'function_unknown', 1],
  ['500 万 + 实缴税金', 'number_unit_unknown', 5],
  ['index > 1 > 0', 'comparison_chained', 11],
  ['1 + "甲"', 'type_mismatch', 5],
  ['2022-02-30', 'date_invalid', 1],
  ['index + 日期"昨天"', 'date_invalid', 11],
  ['ln(1, 2)', 'arguments_wrong', 1],
  ['上年(index, 2 年)', 'arguments_wrong', 1],
  ['修约(index, 13)', 'digits_wrong', 11],
  ['修约(index, 2, "随便")', 'rounding_unknown', 14],
  ['往年(index, 0 年)', 'years_wrong', 11],
  ['往年(index, 1.5 年)', 'years_wrong', 11],
  ['往年(亩均税收基准值, 1 年)', 'prior_not_available', 4],
  ['往年(数据年度, 1 年)', 'prior_not_possible', 4],
  ['投产日期 + 1.5 年', 'step_wrong', 8],
  ['投产日期 + index', 'step_wrong', 8],
  ['列入(没有的名单)', 'list_unknown', 4],
  ['列入(公用事业)', 'list_with_entries', 4],
  ['列入(科技型企业, 投产日期)', 'day_must_be_fixed', 11],
  ['行业代码 属于 表(科技型企业)', 'list_without_entries', 9],
  ['行业代码 属于 [规模]', 'constant_needed', 10],
  ['公用事业', 'list_as_value', 1],
  ['["A"]', 'list_misplaced', 1],
  ['事件', 'table_as_value', 1],
  ['事件.损失', 'field_outside_table', 1],
  ['合计(事件.没有)', 'field_unknown', 4],
  ['件数(没有的表)', 'table_unknown', 4],
  ['合计(事件.损失 + 用地.面积)', 'aggregate_two_tables', 12],
  ['合计(事件.损失, 事件.损失)', 'aggregate_one_value', 1],
  ['绝对值(index 其中 是)', 'aggregate_not_possible', 1],
  ['件数(事件 其中 件数(称号) > 0)', 'aggregate_nested', 10],
  ['连续(件数(事件) > 0, 2 年)', 'prior_not_possible', 4],
  ['有效于(基准日)', 'valid_on_outside', 1],
  ['存在(事件 其中 有效于(基准日))', 'valid_on_fields', 10],
  ['代码介于(行业代码, "46", "06")', 'code_low_high', 12],
  ['代码介于(行业代码, "6", "46")', 'code_low_high', 12],
  ['规模 > "规上"', 'order_not_defined', 1],
  ['规模 = "规上企业"', 'text_not_allowed', 6],
  ['规模 属于 ["规上企业"]', 'text_not_allowed', 8],
  ['规模 = 1', 'types_differ', 6],
  ['若 index 则 1 否则 2', 'type_mismatch', 3],
  ['若 是 则 1 否则 "甲"', 'types_differ', 12],
  ['"甲', 'text_not_closed', 1],
  ['「甲', 'name_not_closed', 1],
  ['index @ 2', 'character_unknown', 7],
];

describe('findings say where', () => {
  test.each(refused)('%s → %s in column %i', (text, code, column) => {
    const { formula, findings } = readFormula(text, space(), { type: 'number' });
    expect(formula).toBeUndefined();
    expect(findings.map((finding) => [finding.code, finding.where.column])).toContainEqual([code, column]);
  });

  test('the column goes on from the place of the formula', () => {
    const place = { file: 'scheme.yaml', line: 12, column: 14, path: 'indicators[0].formula' };
    const [finding] = readFormula('实缴税金 ÷ 用地面机', space(), { type: 'number', place }).findings;
    expect(finding?.where).toEqual({ ...place, column: 14 + 7 });
  });

  test('a near name is offered, the text is Chinese', () => {
    const remedyOf = (text: string): string | undefined => readFormula(text, space(), { type: 'number' }).findings[0]?.remedy;
    expect(remedyOf('用地面机 + 1 亩')).toContain('“用地面积”');
    expect(remedyOf('tax_evaluted')).toContain('“tax_evaluated”');
    expect(remedyOf('税收')).toContain('“评价税收”');
    expect(remedyOf('rond(index, 2)')).toContain('“round”');
    expect(remedyOf('件数(事件 其中 类型 = "x")')).toContain('“类别”');
    expect(remedyOf('量子纠缠')).not.toContain('是不是');
  });

  test('all unknown names are reported at once', () => {
    expect(codesOf('甲一 + 乙二 × 丙三')).toEqual(['name_unknown', 'name_unknown', 'name_unknown']);
  });
});

describe('names', () => {
  const withNames = (...terms: readonly string[]) => {
    const more = terms.map((term, index): NameInfo => ({ id: `extra_${index}`, term, type: 'number', prior: true }));
    return space({ facts: [...facts, ...more] });
  };

  test('the longest known name wins', () => {
    const names = withNames('税', '税收', '税收增长', '最大负荷', '不适用面积', '2021年税收', 'R&D经费', '或有负债', 'tax-2');
    const idOf = (text: string): unknown => read(text, { type: 'number' }, names).references.map((reference) => reference.id);
    expect(idOf('税收增长+税收')).toEqual(['extra_2', 'extra_1']);
    expect(idOf('最大(最大负荷, 不适用面积)')).toEqual(['extra_3', 'extra_4']);
    expect(idOf('2021年税收 × 2')).toEqual(['extra_5']);
    expect(idOf('R&D经费')).toEqual(['extra_6']);
    expect(idOf('或有负债')).toEqual(['extra_7']);
    expect(codesOf('税收总额', { type: 'number' }, names)).toEqual(['name_unknown']);
  });

  test('odd names are printed so that they read back', () => {
    const odd = ['合计', '且', '税 收', '1号指标', '表', '基准+', '（甲）', '"引"'];
    const names = withNames(...odd);
    odd.forEach((term, index) => {
      const formula = read(`extra_${index} + 1`, { type: 'number' }, names);
      expect(read(formulaInWords(formula), { type: 'number' }, names).tree, term).toEqual(formula.tree);
    });
  });

  test('fields of the table come before facts inside 其中', () => {
    const formula = read('合计(称号.加分 其中 points > 1 分)', { type: 'number' });
    expect(formula.references).toEqual([]);
    expect(read('合计(称号.加分 其中 加分 > 得分)', { type: 'number' }).references).toEqual([{ id: 'points', yearsBack: 0 }]);
  });
});

test('a formula tells what it reads', () => {
  const formula = read(
    '增长率(实缴税金) 超过 5% 且 连续(销售收入 超过 1 亿元, 3 年) 且 列入(科技型企业, 2021-12-31) 且 件数(事件) = 0 且 行业代码 属于 表(公用事业)',
    { type: 'flag' },
  );
  expect(formula.references).toEqual([
    { id: 'tax', yearsBack: 0 },
    { id: 'tax', yearsBack: 1 },
    { id: 'sales', yearsBack: 0 },
    { id: 'sales', yearsBack: 1 },
    { id: 'sales', yearsBack: 2 },
    { id: 'industry', yearsBack: 0 },
  ]);
  expect(formula.aggregates.map((node) => node.key)).toEqual(['件数(事件)']);
  expect(formula.lists).toEqual([{ list: 'tech_firms', day: { from: 18992, moves: [] } }]);
  expect(formula.tables).toEqual(['utilities']);
  expect(formula.texts).toEqual(['44', '45', '4610']);
  expect(formula.unit).toEqual(unit(''));
});
