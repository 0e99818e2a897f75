/** 读数提示语 — what reading plain tables into a dataset finds. */
import { type FindingText, findingsOf } from '@muheng/finding';

const datasetTexts = {
  id_column_missing: {
    severity: 'error',
    message: '表中没有编号列，无法知道每一行是谁。',
    remedy: '请增加一列，列名写 id 或 统一社会信用代码。',
  },
  id_from_name: {
    severity: 'warning',
    message: '表中没有编号列，以“{column}”列作为编号。',
    remedy: '名称可能重复或变更，建议改用统一社会信用代码。',
  },
  id_missing: { severity: 'error', message: '这一行没有编号，没有读入。', remedy: '请补填编号。' },
  id_damaged: {
    severity: 'error',
    message: '编号“{value}”{why}，已不是完整的编号，这一行没有读入。',
    remedy: '请把编号列的单元格设为“文本”，重新填写完整的编号。',
  },
  column_unknown: {
    severity: 'note',
    message: '以下列办法没有用到，也不认识，没有读入：{columns}。',
    remedy: '如应读入，请把列名改为办法中的指标名称。',
  },
  column_twice: {
    severity: 'error',
    message: '“{column}”与前面的列都是“{term}”，只读入前一列。',
    remedy: '请删去其中一列，或改正列名。',
  },
  column_missing: {
    severity: 'warning',
    message: '办法用到的“{term}”没有对应的列，全部按缺数据处理。',
    remedy: '请补充这一列，列名写“{term}”。',
  },
  column_missing_for_all: {
    severity: 'error',
    message: '办法用到的“{term}”没有对应的列，没有一个对象能够评定。',
    remedy: '请补充这一列，列名写“{term}”。',
  },
  header_unit_unreadable: {
    severity: 'error',
    message: '列名“{column}”中的单位“{unit}”无法换算成“{working}”，这一列没有读入。',
    remedy: '请改正单位。',
  },
  derived_column_ignored: {
    severity: 'note',
    message: '“{term}”由公式算出，数据中的这一列没有采用。',
    remedy: '如应以填报数为准，请修改办法。',
  },
  year_unknown: { severity: 'error', message: '不知道数据是哪一年度的。', remedy: '请增加“年度”列，或指定数据年度。' },
  year_unreadable: { severity: 'error', message: '年度“{value}”无法识别，这一行没有读入。', remedy: '请写成四位数的年份。' },
  year_without_rows: { severity: 'error', message: '数据中没有 {year} 年度的行。', remedy: '请核对数据年度。' },
  year_differs: {
    severity: 'warning',
    message: '办法的数据年度是 {scheme}，这里按 {year} 年度计算。',
    remedy: '请确认是否有意如此。',
  },
  only_earlier_years: {
    severity: 'note',
    message: '{count} 个对象只有其他年度的数据（{years}），不在本年度评价中，例如 {example}。{means}',
    remedy: '如应参评，请补充本年度数据；上年均值应含这些对象的，请在办法中写明公布的数（published）。',
  },
  duplicate_rows: {
    severity: 'error',
    message: '编号“{id}”{year} 年度有两行而内容不同：第 {first} 行与第 {second} 行（{differing}）。评价不能进行。',
    remedy: '请核对后只保留正确的一行。',
  },
  duplicate_rows_alike: {
    severity: 'warning',
    message: '编号“{id}”{year} 年度有内容相同的两行：第 {first} 行与第 {second} 行，按一行计。',
    remedy: '请删去重复的一行。',
  },
  fact_conflict: {
    severity: 'error',
    message: '编号“{id}”的“{term}”在两张表中不同：{first} 为 {one}，{second} 为 {other}。评价不能进行。',
    remedy: '请核对后改正其中一处。',
  },
  total_row: {
    severity: 'note',
    message: '这一行是汇总行（{why}），不作为评价对象。',
    remedy: '如确是评价对象，请改正其编号和名称。',
  },
  total_row_differs: {
    severity: 'note',
    message: '汇总行的“{column}”为 {total}，其余各行合计为 {sum}，相差 {gap}。',
    remedy: '请核对是否漏行、重行或改过数；汇总行本身不参加评价。',
  },
  text_in_number: {
    severity: 'error',
    message: '“{term}”应为数字，单元格里是“{value}”，按缺数据处理。',
    remedy: '请改成数字；不适用请写“不适用”，未报请写“未报”。',
  },
  spaced_number: {
    severity: 'warning',
    message: '“{term}”单元格里是“{value}”，数字中间有空格，读作 {read}。',
    remedy: '请核对是不是两个数，并去掉空格。',
  },
  not_a_date: {
    severity: 'error',
    message: '“{term}”应为日期，单元格里是“{value}”，按缺数据处理。',
    remedy: '请写成 2025-03-01 这样的日期。',
  },
  date_two_digit_year: {
    severity: 'warning',
    message: '“{term}”单元格里是“{value}”，年份只有两位，读作 {read}。',
    remedy: '请写成 2025-03-01 这样的日期。',
  },
  not_a_flag: {
    severity: 'error',
    message: '“{term}”应为是或否，单元格里是“{value}”，按缺数据处理。',
    remedy: '请写“是”或“否”。',
  },
  cell_unused_unreadable: {
    severity: 'warning',
    message: '“{term}”应为{kind}，单元格里是“{value}”，读不出来；办法没有规则用到这一项，按缺数据处理，不当作零。',
    remedy: '请核对这一格；不影响按本办法评价。',
  },
  ambiguous_blank: {
    severity: 'warning',
    message: '“{term}”单元格里是“{value}”，意思不明确，按缺数据处理，不当作零。',
    remedy: '请写明 0、缺、不适用 或 未报。',
  },
  date_serial: {
    severity: 'note',
    message: '“{term}”中有数字日期，按表格软件的 1900 日期系统读入，例如 {value} 读作 {date}。',
    remedy: '请核对；建议写成 2025-03-01。',
  },
  text_not_listed: {
    severity: 'warning',
    message: '“{term}”中的“{value}”不在规定的取值（{values}）之内，共 {count} 处。',
    remedy: '请核对写法。',
  },
  text_not_listed_in_scope: {
    severity: 'error',
    message: '“{term}”中的“{value}”不在规定的取值（{values}）之内，共 {count} 处；评价范围或分组要看这一项，这些对象会被分错。',
    remedy: '请改成规定的写法。',
  },
  fact_implausible: {
    severity: 'warning',
    message: '“{term}”为 {value} {unit}，超出常见范围 {least}～{most}。',
    remedy: '请核对单位和数值。',
  },
  and_more: {
    severity: 'note',
    message: '“{term}”还有 {count} 处同样的问题没有逐条列出。',
    remedy: '请改正列出的各处后重新读入，再看其余。',
  },
  side_rows_unmatched: {
    severity: 'warning',
    message: '{table}附表有 {count} 行的{fields}与办法的写法都不符，没有起作用，例如 {examples}。',
    remedy: '请核对写法；办法中的写法是：{known}。',
  },
  history_grade_unknown: {
    severity: 'warning',
    message: '历年评定中的“{value}”不是办法中的类别（{grades}），共 {count} 处，不会被当作任何一类。',
    remedy: '请写类别的代号或名称。',
  },
  side_subject_unknown: {
    severity: 'note',
    message: '附表中有 {count} 行的编号不在评价数据中，没有读入，例如 {example}。',
    remedy: '如应读入，请核对编号。',
  },
} satisfies Readonly<Record<string, FindingText>>;

export type DatasetCode = keyof typeof datasetTexts;

export const found = findingsOf<DatasetCode>(datasetTexts);
