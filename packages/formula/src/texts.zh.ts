/** Chinese texts of the formula language: findings, type and operator words, words of a trace. */
import { type FindingText, findingsOf } from '@muheng/finding';
import type { Operation } from './functions.js';
import type { ValueType } from './tree.js';

const error = (message: string, remedy: string): FindingText => ({ severity: 'error', message, remedy });

const texts = {
  formula_empty: error('公式是空的。', '请写出公式，例如：评价税收 ÷ 用地面积。'),
  formula_too_long: error('公式有 {length} 个字符，超过上限 {most}。', '请把公式拆成几个指标或中间项，再引用它们。'),
  formula_too_deep: error('括号或函数一层套一层超过 {most} 层。', '请把内层拆成中间项，再引用它。'),
  formula_too_large: error('公式的项数超过上限 {most}。', '请把公式拆成几个中间项，再引用它们。'),
  character_unknown: error('公式里不能用字符“{character}”。', '请删去它；名称中有特殊字符时写成「名称」。'),
  power_not_allowed: error('公式里没有乘方“{operator}”。', '请改写为相乘，例如 x × x；开方用 平方根(x)。'),
  text_not_closed: error('文字的引号没有收尾。', '请在文字末尾补上引号，例如 “规上”。'),
  name_not_closed: error('名称的「没有对应的」。', '请补上 」。'),
  number_too_long: error('数字“{number}”太长，数字最多 {most} 位。', '请核对数字；大数请用 万元、亿元 等单位。'),
  number_unit_unknown: error(
    '数字后面的“{word}”不是计量单位。',
    '请写认识的单位，例如 500 万元、3 亩、5%、3 年；不是单位时请补上运算符。{near}',
  ),
  date_invalid: error('“{date}”不是有效的日期。', '请写成 2022-12-31 的样子。'),
  something_expected: error('这里应当是{expected}，却是{found}。', '请补上{expected}，或删去多余的部分。'),
  comparison_chained: error('不能把两个比较连着写。', '请写成 x 介于 a 与 b，或用“且”把两个比较连起来。'),
  name_unknown: error('不认识名称“{name}”。', '请核对名称。{near}'),
  function_unknown: error('没有函数“{name}”。', '请核对函数名。{near}'),
  table_unknown: error('没有附表“{name}”。', '请核对附表名称。{near}'),
  list_unknown: error('没有名单或代码表“{name}”。', '请核对名称，或先在评价办法里列出它。{near}'),
  field_unknown: error('附表“{table}”没有字段“{name}”。', '请核对字段名。{near}'),
  field_outside_table: error(
    '附表字段“{table}.{name}”不能单独使用：一个评价对象在附表里可能有多行。',
    '请写明怎样汇总，例如 合计({table}.{name})、最大({table}.{name} 其中 …)。',
  ),
  table_as_value: error('附表“{name}”不能直接当数值用。', '请写成 件数({name} 其中 …) 或 合计({name}.字段)。'),
  list_as_value: error('名单“{name}”不能直接当数值用。', '请写成 x 属于 表({name}) 或 列入({name})。'),
  list_misplaced: error('清单只能写在“属于”后面或 开头是() 里。', '请写成 x 属于 [“甲”, “乙”]。'),
  arguments_wrong: error('函数 {name} 要 {count} 个参数，这里写了 {found} 个。', '请照例子补齐或删去：{example}'),
  type_mismatch: error('{what}应当是{wanted}，却是{found}。', '请核对用的是不是这一项。'),
  types_differ: error('{what}两边的种类不同：左边是{left}，右边是{right}。', '请让两边同为数、文字、日期或是否。'),
  order_not_defined: error('{type}不能比大小。', '请用 = 或 ≠，或用“属于”。'),
  unit_mismatch: error('单位对不上：{left}与{right}不能{doing}。', '请核对两边各是什么量；不同的量先用乘除换成同一种。'),
  unit_needed: error(
    '数 {number} 没有单位，不能与以“{unit}”计的量{doing}。',
    '请写上单位，例如写成 {number} {unit}；写成同一种量的其他单位也可以，会自动换算。',
  ),
  unit_needed_here: error('不带单位的量不能与以“{unit}”计的量{doing}。', '请给没有单位的一边写上单位，例如乘以 1 {unit}。'),
  unit_must_be_pure: error('{name} 只能用于没有单位的数，这里的单位是“{unit}”。', '请先除以同单位的量，例如基准值。'),
  unit_too_large: error('这一步的单位太复杂，无法精确换算。', '请把公式拆开，或先换成常用单位。'),
  result_unit_mismatch: error('公式的结果以{found}计，而这里要求{wanted}。', '请核对公式，或改正这一项声明的单位。'),
  result_type_mismatch: error('公式的结果是{found}，而这里要求{wanted}。', '请核对公式写在了该写的位置。'),
  text_not_allowed: error('“{name}”没有“{text}”这个取值。', '可用的取值：{values}。{near}'),
  constant_needed: error('{what}只能写固定的值。', '请直接写出数、日期或文字。'),
  digits_wrong: error('保留的小数位数只能是 0 到 12 的整数。', '请写成例如 修约(x, 2)。'),
  rounding_unknown: error('没有修约方式“{name}”。', '请写 “excel”、“gbt8170”、“up” 或 “down”。'),
  years_wrong: error('年数应当是 1 到 {most} 的整数。', '请写成例如 往年(x, 1 年)、连续(条件, 3 年)。'),
  years_too_many: error('公式一共要回看 {years} 年，超过上限 {most} 年。', '请减少回看的年数。'),
  prior_not_available: error('“{name}”没有往年数据，不能放在 往年、增长率 或 连续 里。', '请换用有往年数据的项。'),
  prior_not_possible: error('{what}不能放在 往年、增长率 或 连续 里。', '请把它移到外面。'),
  step_wrong: error('日期只能加减整数的 年、月 或 天。', '请写成例如 投产日期 + 3 年。'),
  day_must_be_fixed: error('名单的日期对所有评价对象要相同。', '请写固定的日期，例如 2022-12-31，或 基准日。'),
  list_without_entries: error('“{name}”是按评价对象查的名单，没有可比对的代码。', '请写成 列入({name})。'),
  list_with_entries: error('“{name}”是代码表，不是评价对象的名单。', '请写成 x 属于 表({name})。'),
  aggregate_one_value: error('汇总附表的 {name} 只能有一项。', '请写成例如 合计(附表.字段 其中 条件)。'),
  aggregate_nested: error('汇总里面不能再汇总附表。', '请把里面的汇总拆成中间项。'),
  aggregate_two_tables: error('一次汇总只能用一张附表，这里有“{first}”和“{second}”。', '请分开汇总后再相加。'),
  aggregate_not_possible: error('函数 {name} 不能汇总附表。', '请用 件数、存在、合计、最大、最小 或 平均。'),
  valid_on_outside: error('有效于() 只能写在附表的“其中”后面。', '请写成例如 存在(称号 其中 有效于(基准日))。'),
  valid_on_fields: error('附表“{table}”没有起止日期字段，不能用 有效于()。', '请直接写出日期条件。'),
  code_low_high: error('代码“{low}”到“{high}”应当位数相同，且从小到大。', '请写成例如 代码介于(行业代码, “06”, “46”)。'),
} satisfies Record<string, FindingText>;

export type FormulaCode = keyof typeof texts;
export const found = findingsOf(texts);

export const typeInWords: Readonly<Record<ValueType, string>> = {
  number: '数',
  text: '文字',
  date: '日期',
  flag: '判断（是/否）',
};

export const doingInWords = { add: '相加减', compare: '比较', choose: '放在一起' } as const;

/** What the parser can wait for. */
export const expectedInWords = {
  value: '一个数、名称或括号',
  close: '右括号“)”',
  close_list: '右方括号“]”',
  if_true: '“则”',
  if_false: '“否则”',
  with: '“与”',
  end: '运算符或公式结尾',
  edge: '“以上”或“以下”',
  list: '名单名称',
  field: '字段名称',
  set: '清单 [“甲”, “乙”] 或 表(名称)',
  end_of_formula: '公式结尾',
} as const;

export const unitShown = (text: string): string => (text === '' ? '没有单位的数' : `“${text}”`);
export const nearShown = (name: string | undefined): string => (name === undefined ? '' : `是不是“${name}”？`);

export const whatInWords = {
  condition: '条件',
  operand: '运算的对象',
  argument: (name: string): string => `${name} 的参数`,
  member_item: '清单里的值',
  builtIn: (name: string): string => `“${name}”`,
  aggregate: '附表的汇总',
  member: '列入()',
  years_since: '满年数()',
  branches: '若…则…否则…',
  among: '属于',
} as const;

export const words = {
  and: '且',
  or: '或',
  not: '非',
  if: '若',
  if_true: '则',
  if_false: '否则',
  among: '属于',
  between: '介于',
  with: '与',
  where: '其中',
  table: '表',
  yes: '是',
  no: '否',
  reference_date: '基准日',
  data_year: '数据年度',
  at: '在',
  or_more: '以上',
  or_less: '以下',
  year_before: '年前',
  none: '无',
} as const;

/** What a comparison found, written before its line. */
export const relationWords = {
  number: { less: '低于', at_least: '不低于', more: '超过', at_most: '不超过', equal: '等于', unequal: '不等于' },
  date: { less: '早于', at_least: '不早于', more: '晚于', at_most: '不晚于', equal: '是', unequal: '不是' },
  text: { less: '低于', at_least: '不低于', more: '超过', at_most: '不超过', equal: '是', unequal: '不是' },
} as const;

/** What a condition that is no comparison came to. */
export const decisionWords = { not: '不', not_yet: '未', holds: '，成立', fails: '，不成立' } as const;

/** One example of every function that is called by name; docs and findings print them. */
export const functionExamples = {
  min: '最小(实缴税金, 入库税金)',
  max: '最大(用地面积, 1 亩)',
  sum: '合计(自有用地, 承租用地)',
  avg: '平均(亩均税收得分, 亩均销售得分)',
  round: '修约(用地面积, 4)',
  floor: '向下取整(研发人数)',
  ceil: '向上取整(研发人数)',
  abs: '绝对值(利润总额)',
  ln: '自然对数(亩均税收 ÷ 1 万元/亩)',
  log10: '常用对数(销售收入 ÷ 1 万元)',
  exp: '自然指数(-0.5)',
  sqrt: '平方根(研发占比 × 税收占比)',
  clamp: '限于(亩均税收 ÷ 20 万元/亩, 0, 1.5)',
  missing: '缺(主要污染物排放量)',
  not_applicable: '不适用(综合能耗)',
  not_reported: '未报(主要污染物排放量)',
  not_computable: '算不出(实缴税金 ÷ 用地面积)',
  or_else: '否则取(留抵退税, 0 万元)',
  years_since: '满年数(投产日期)',
  prior: '往年(实缴税金, 1 年)',
  growth: '增长率(实缴税金)',
  consecutive: '连续(实缴税金 低于 10 万元, 2 年)',
  member: '列入(科技型企业, 2022-12-31)',
  starts_with: '开头是(行业代码, “13”)',
  code_between: '代码介于(行业代码, “06”, “46”)',
  count: '件数(事件 其中 类别 = “安全事故”)',
  any: '存在(称号 其中 名称 = “高新技术企业” 且 有效于(基准日))',
  valid_on: '有效于(基准日)',
} as const;

/** What each function gives, for the reference. */
export const functionMeanings: Readonly<Record<keyof typeof functionExamples, string>> = {
  min: '几个数（或日期）中最小的一个；不适用的不参加',
  max: '几个数（或日期）中最大的一个；不适用的不参加',
  sum: '几个数相加；不适用的不参加',
  avg: '几个数的平均；不适用的不参加，也不占个数',
  round:
    '四舍五入到指定的小数位（与 Excel、WPS 的 ROUND 一致）；第三个参数可写 “gbt8170”（四舍六入五成双）、“up”（进位）、“down”（舍尾）',
  floor: '不大于它的最大整数，按 15 位有效数字判断',
  ceil: '不小于它的最小整数，按 15 位有效数字判断',
  abs: '去掉负号',
  ln: '以 e 为底的对数；0 和负数算不出',
  log10: '以 10 为底的对数；0 和负数算不出',
  exp: 'e 的多少次方；太大时算不出',
  sqrt: '开平方；负数算不出',
  clamp: '低于下限取下限，超过上限取上限；下限大于上限时算不出',
  missing: '没有数值时为是，不论哪一种缺失；零是数值',
  not_applicable: '标为“不适用”时为是',
  not_reported: '标为“未报”时为是',
  not_computable: '因除以零等原因算不出时为是',
  or_else: '第一项没有数值时改用第二项（明确的替代，不写就不替代）',
  years_since: '到基准日已满的整年数',
  prior: '几年前的值；上年(x) 就是 往年(x, 1 年)',
  growth: '（本年 − 上年）÷ 上年；上年不大于零时算不出',
  consecutive: '条件在数据年度和之前各年都成立，一共几年',
  member: '评价对象在名单里；可写日期，不写时看基准日',
  starts_with: '文字（如行业代码）以它开头；也可写清单或 表(名称)',
  code_between: '代码的前几位在两个代码之间，两头都算',
  count: '附表里符合条件的行数；一行都没有时为 0',
  any: '附表里有没有符合条件的行',
  valid_on: '只写在“其中”后面：起始日期不晚于该日，终止日期不早于该日（终止日期空着视为仍有效）',
};

/** Signs of operators in prose and traces. Those of comparisons stand in prose.ts, they depend on the type. */
export const operatorSigns: Readonly<Partial<Record<Operation, string>>> = {
  add: '+',
  subtract: '-',
  days_between: '-',
  multiply: '×',
  divide: '÷',
  negate: '-',
  equal: '=',
  unequal: '≠',
};
