/**
 * The dirt of real life: each kind once, with how often it is planted and what an intake must do about it. How a kind is applied
 * stands beside: codes.ts, names.ts, numbers.ts, dates.ts for cells; rows.ts and layout.ts for lines and sheets.
 */

/**
 * find — it must be named with its place, and the value must not be used as it stands.
 * ask — it can be read in two ways, or looks like a slip of unit: a person must decide, nothing is changed silently.
 * tolerate — it must be read as if it were clean.
 */
export type Intake = 'find' | 'ask' | 'tolerate';
export type DirtScope = 'cell' | 'row' | 'header' | 'column' | 'sheet' | 'file';

export interface DirtKind {
  readonly scope: DirtScope;
  readonly intake: Intake;
  /** Of the cells, rows, headers, columns, sheets or files that it can befall. */
  readonly probability: number;
  readonly means: string;
}

const row = (scope: DirtScope, intake: Intake, probability: number, means: string): DirtKind => ({
  scope,
  intake,
  probability,
  means,
});

export const dirtKinds = {
  code_number: row('cell', 'find', 0.02, '全数字代码被存成数值，末三位丢失（9.13E+17）'),
  code_scientific: row('cell', 'find', 0.012, 'CSV 中代码成了科学计数法文字 9.134E+17'),
  code_letter_for_digit: row('cell', 'find', 0.004, '代码中 0、1、2 写成 O、I、Z'),
  code_short: row('cell', 'find', 0.002, '代码少一位，17 位'),
  code_long: row('cell', 'find', 0.002, '代码多一位，19 位'),
  code_wrong_check: row('cell', 'find', 0.003, '代码抄错一位，校验码不符'),
  code_suffix: row('cell', 'find', 0.002, '代码后带“(1/1)”'),
  code_old_9: row('cell', 'find', 0.003, '旧 9 位组织机构代码'),
  code_old_15: row('cell', 'find', 0.002, '旧 15 位税号'),
  code_name: row('cell', 'find', 0.002, '代码栏填了企业名称'),
  code_person: row('cell', 'find', 0.002, '代码栏填了个人身份证号'),
  code_blank: row('cell', 'find', 0.003, '代码空着'),
  code_former: row('cell', 'tolerate', 0.2, '用了曾用代码（登记信息中有）'),
  code_lower: row('cell', 'tolerate', 0.005, '代码字母小写'),
  code_full_width: row('cell', 'tolerate', 0.003, '代码全角'),
  code_spaces: row('cell', 'tolerate', 0.006, '代码前后或中间有空格、制表符、不换行空格、零宽空格'),

  name_former: row('cell', 'tolerate', 0.15, '用了曾用名（登记信息中有）'),
  name_typo: row('cell', 'find', 0.004, '名称与登记不符：漏字或“有限责任”与“有限”混用'),
  name_traditional: row('cell', 'tolerate', 0.003, '名称写成繁体'),
  name_individual: row('cell', 'find', 0.002, '名称栏写“个人”'),
  holders_joined: row('cell', 'ask', 0.015, '多个权利人用顿号、逗号、斜线或点连写在一格'),
  name_brackets: row('cell', 'tolerate', 0.25, '名称中全角括号写成半角'),
  name_spaces: row('cell', 'tolerate', 0.006, '名称前后或中间有空格、全角空格、不换行空格'),
  town_short: row('cell', 'tolerate', 0.01, '镇街名称缺“街道”“镇”“乡”'),

  number_unit_slip: row('cell', 'ask', 0.0012, '单独一格用错单位（万元栏填元、平方米栏填亩、千瓦时栏填万千瓦时）'),
  number_lost: row('cell', 'find', 0.0015, '应有的数空着'),
  number_negative: row('cell', 'find', 0.0006, '不应为负的数带负号'),
  number_error: row('cell', 'find', 0.0007, '错误值单元格 #DIV/0!、#REF!、#N/A'),
  number_formula: row('cell', 'find', 0.04, '合计栏是公式，带缓存值（值可用，须标明）'),
  number_text: row('cell', 'tolerate', 0.004, '数存成文字'),
  number_thousands: row('cell', 'tolerate', 0.003, '带千分位逗号的文字'),
  number_wan_suffix: row('cell', 'tolerate', 0.002, '“12.5万”：平方米、千瓦时、立方米栏中的万'),
  number_yi_suffix: row('cell', 'ask', 0.004, '万元栏中写“1.2亿”，可能是亿元'),
  number_percent: row('cell', 'tolerate', 0.05, '百分比栏写“30%”'),
  number_full_width: row('cell', 'tolerate', 0.0015, '全角数字'),
  number_spaces: row('cell', 'tolerate', 0.002, '数前后有空格或不换行空格'),
  absent_dash: row('cell', 'tolerate', 0.3, '没有的数写“-”（不是零）'),
  absent_slash: row('cell', 'tolerate', 0.25, '没有的数写“/”（不是零）'),
  absent_none: row('cell', 'tolerate', 0.2, '没有的数写“无”（不是零）'),
  absent_spaces: row('cell', 'tolerate', 0.15, '没有的数只有空格'),

  date_slash: row('cell', 'tolerate', 0.02, '日期文字 2024/3/5'),
  date_dot: row('cell', 'tolerate', 0.015, '日期文字 2024.3.5'),
  date_chinese: row('cell', 'tolerate', 0.02, '日期文字 2024年3月5日'),
  date_compact: row('cell', 'tolerate', 0.015, '日期文字 20240305'),
  date_compact_number: row('cell', 'tolerate', 0.01, '日期数值 20240305'),
  date_serial: row('cell', 'tolerate', 0.01, '日期成了常规格式的序列数'),
  date_with_time: row('cell', 'tolerate', 0.01, '日期文字带时刻 2024-03-05 00:00:00'),
  date_han: row('cell', 'find', 0.003, '汉字日期 二〇二四年三月五日'),
  date_two_digit_year: row('cell', 'ask', 0.004, '两位年份 24年3月5日'),
  date_month_only: row('cell', 'ask', 0.004, '只有年月 2024年3月'),
  date_ambiguous: row('cell', 'find', 0.004, '日月不分 03/04/2024'),
  date_open: row('cell', 'tolerate', 0.15, '没有止期写“长期”“至今”'),

  row_missing: row('row', 'find', 0.003, '这一户在本表漏了'),
  row_duplicate_same: row('row', 'find', 0.004, '整行重复'),
  row_duplicate_differs: row('row', 'ask', 0.003, '同一户两行，数不同'),
  row_other_district: row('row', 'ask', 0.003, '外区企业的行'),
  row_cancelled: row('row', 'find', 0.003, '早已注销、登记信息中没有的企业'),
  row_repeated_header: row('row', 'tolerate', 0.35, '每页重复表头（这张表是否如此）'),
  row_subtotal: row('row', 'tolerate', 0.35, '按镇街的小计行（这张表是否如此）'),
  row_total: row('row', 'tolerate', 0.5, '合计行（这张表是否如此）'),
  row_blank: row('row', 'tolerate', 0.002, '空行'),

  layout_title: row('row', 'tolerate', 0.75, '表头上有标题行（合并）'),
  layout_note: row('row', 'tolerate', 0.3, '表头上有填报说明行'),
  layout_unit: row('row', 'tolerate', 0.4, '表头上有“单位：万元”行，表头不再写单位'),
  layout_footer: row('row', 'tolerate', 0.5, '表尾有填表人、审核人、日期'),
  layout_two_line_header: row('row', 'tolerate', 0.7, '两行合并表头'),
  header_wording: row('header', 'tolerate', 0.2, '表头用了别名'),
  header_brackets: row('header', 'tolerate', 0.25, '表头单位用全角括号'),
  header_line_break: row('header', 'tolerate', 0.15, '表头内换行或夹空格'),
  header_unit_above: row('header', 'tolerate', 1, '单位只写在表头上方（随单位行）'),
  column_unit_slip: row('column', 'ask', 0.07, '整张表用错单位（表头写万元，数是元；平方米是亩；千瓦时是万千瓦时）'),
  column_remark: row('column', 'tolerate', 0.3, '末尾多一列备注'),
  column_merged_town: row('column', 'tolerate', 0.3, '镇街列纵向合并，只有第一行有值'),
  sheet_hidden: row('sheet', 'tolerate', 0.2, '另有隐藏工作表（往年旧数）'),
  sheet_cover: row('sheet', 'tolerate', 0.25, '前面另有说明工作表'),
  file_1904: row('file', 'tolerate', 0.15, '1904 日期系统的工作簿'),
} as const satisfies Readonly<Record<string, DirtKind>>;

export type DirtName = keyof typeof dirtKinds;

export const kindOf = (name: DirtName): DirtKind => dirtKinds[name];
