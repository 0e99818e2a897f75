/** 归集提示语 — what the readers of files say: what happened, where, what to do next. */
import { type Blanks, type FindingText, fillBlanks, findingsOf } from '@muheng/finding';
import type { ReadableKind } from './sniff/sniff.js';

const error = (message: string, remedy: string): FindingText => ({ severity: 'error', message, remedy });
const warning = (message: string, remedy: string): FindingText => ({ severity: 'warning', message, remedy });
const note = (message: string, remedy: string): FindingText => ({ severity: 'note', message, remedy });

const saveAgain = (message: string): FindingText => ({
  severity: 'error',
  message,
  remedy: '请用 Excel 或 WPS 打开后另存为 .xlsx，或另存为 CSV（UTF-8）再提供。',
});

export const kindWords: Readonly<Record<ReadableKind, string>> = {
  xlsx: '.xlsx 工作簿',
  xls: '旧版 .xls 工作簿',
  text: '文本（CSV）',
};

const fileTexts = {
  file_empty: error('文件是空的。', '请确认导出成功后重新提供文件。'),
  file_not_readable: saveAgain('文件打不开：{why}。'),
  file_type_unknown: error('认不出文件类型：内容不是工作簿，也不是文本。', '请提供 .xlsx、.xls 或 CSV 文件。'),
  file_encrypted: error('文件设有打开密码，无法读取。', '请用 Excel 或 WPS 打开，取消密码后另存再提供。'),
  file_with_macros: error('文件中带有宏，不予接收。', '请另存为不带宏的 .xlsx 再提供。'),
  file_with_files_inside: error('文件中嵌有其他文件，不予接收。', '请删去嵌入的附件，或另建工作簿只复制数据，再提供。'),
  file_of_two_kinds: error('文件内容不止一种（{why}），不予接收。', '请用 Excel 或 WPS 重新另存后再提供。'),
  file_is_xlsb: error('这是二进制工作簿 .xlsb。', '请另存为 .xlsx 再提供。'),
  file_is_ods: error('这是 OpenDocument 表格 .ods。', '请另存为 .xlsx 再提供。'),
  file_is_word: error('这是文字文档（Word），不是表格。', '请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx 再提供。'),
  file_is_slides: error('这是演示文稿，不是表格。', '请提供其中数据的 Excel 文件。'),
  file_is_pdf: error('这是 PDF，无法可靠地读出数据。', '请提供生成它的 Excel 文件；PDF 可作为佐证材料另行上传。'),
  file_is_picture: error('这是图片，不是表格。', '请提供 Excel 或 CSV 文件；图片可作为佐证材料另行上传。'),
  file_is_ofd: error('这是 OFD 版式文件，无法可靠地读出数据。', '请提供生成它的 Excel 文件；OFD 可作为佐证材料另行上传。'),
  file_is_html: error(
    '这个文件名为表格，内容其实是网页。',
    '有的系统导出的“.xls”是网页格式。请用 Excel 或 WPS 打开后另存为 .xlsx 再提供。',
  ),
  file_is_xml_spreadsheet: saveAgain('这是 2003 版 XML 表格。'),
  file_is_archive: error('这是压缩包，不是表格。', '请解压后逐个提供其中的表格。'),
  file_is_ancient_xls: saveAgain('这是 Excel 95 或更早的工作簿。'),
  file_too_large: error('文件超过 {most} MB。', '请拆成几个文件，或只保留需要的列。'),
  file_extension_differs: note('文件名的扩展名是 .{extension}，内容是{kind}，已按内容读取。', '不影响读取；建议改正扩展名。'),
  archive_too_many_entries: saveAgain('文件内部有 {count} 个部件，超过 {most} 个。'),
  archive_too_large: error('文件解压后超过 {most}，不予读取。', '请拆成几个文件，或删去没有数据的格式和空行后另存。'),
  archive_ratio: saveAgain('文件内部“{name}”的压缩比超过 {most} 倍，不像正常的工作簿。'),
  archive_path: saveAgain('文件内部有不正常的路径“{name}”，不予读取。'),
  archive_lies: saveAgain('文件内部自相矛盾：{why}。'),
  archive_method: saveAgain('文件内部“{name}”的压缩方法不能读取。'),
  xml_doctype: saveAgain('文件内部“{part}”带有 DOCTYPE 声明，不予读取。'),
  xls_formulas_unseen: note(
    '旧版 .xls 看不出哪些单元格是公式、哪些行列是隐藏的，均按保存的结果读取。',
    '如有疑问，请另存为 .xlsx 再提供。',
  ),
} satisfies Readonly<Record<string, FindingText>>;

const textTexts = {
  text_encoding_unknown: error('文本编码既不是 UTF-8 也不是 GB18030。', '请用 Excel 或 WPS 另存为“CSV UTF-8”再提供。'),
  text_read_as_gb18030: note('文件按 GB18030 编码读取，例如“{sample}”。', '请核对汉字是否正确，特别是单位名称中的生僻字。'),
  text_read_as_utf16: note('文件按 UTF-16 编码读取，例如“{sample}”。', '请核对汉字是否正确。'),
  text_mojibake: error(
    '文件内容是乱码（“{sample}”，{why}），没有读入。',
    '文件在提供之前已用错误的编码保存过。请从原系统重新导出。',
  ),
  text_mojibake_suspected: warning('文件中可能有乱码：“{sample}”，{why}。', '请核对这些文字；如确是乱码，请从原系统重新导出。'),
  csv_quote_open: error('CSV 第 {row} 行的引号没有成对，其后的内容无法拆分。', '请检查该行的引号。'),
  csv_row_ragged: error(
    '这一行有 {count} 格，其他行至多 {usual} 格，可能是数字中的千位逗号没有加引号。',
    '请检查这一行的逗号；建议直接提供 .xlsx。',
  ),
} satisfies Readonly<Record<string, FindingText>>;

const sheetTexts = {
  sheet_without_header: error('没有找到带表头的工作表。', '请写明列名，其中一列是统一社会信用代码。'),
  sheet_hidden: warning('工作表是隐藏的，没有读取。', '如其中有应报送的数据，请取消隐藏后再提供。'),
  sheet_too_many_rows: error('数据超过 {most} 行，没有读入。', '请拆成几个文件。'),
  sheet_too_many_columns: error('数据超过 {most} 列，没有读入。', '请只保留需要的列。'),
  sheet_too_many_cells: error('有内容的单元格超过 {most} 个，没有读入。', '请拆成几个文件，或只保留需要的列。'),
  sheet_too_many_sheets: error('工作表超过 {most} 张，没有读入。', '请只保留有数据的工作表。'),
  sheet_cell_too_long: error('单元格文字超过 {most} 字，没有读入。', '请检查这一格；CSV 中多半是引号没有成对。'),
  sheet_text_too_much: error('文件中的文字总量过大，没有读入。', '请拆成几个文件。'),
  sheet_reference_bad: saveAgain('工作表内部有误：{what}。'),
  rows_far_away: warning('离表格很远处还有 {count} 行内容，没有读入。', '如是数据，请移到表格中；如是误填，请删去。'),
  cells_far_away: warning('离表格很远处还有 {count} 个单元格有内容，没有读入。', '如是数据，请移到表格中；如是误填，请删去。'),
  columns_hidden: warning('隐藏的列中有数据：{columns} 列，已照常读入。', '请确认这些列是否应当使用。'),
  rows_hidden: warning(
    '有 {count} 行是隐藏的（如第 {example} 行），已照常读入。',
    '请确认这些行是否应当使用；筛选后隐藏的行也在其中。',
  ),
  header_merged: warning('{columns} 列的表头是合并单元格，共用一个列名。', '请拆开合并单元格，分别写明列名。'),
  cells_merged_in_data: warning(
    '数据区有 {count} 处上下合并的单元格，只有第一行有值，其余行按空白读取。',
    '请取消合并，逐行填写。',
  ),
  column_without_header: warning('{columns} 列有数据而没有列名，没有使用。', '如应使用，请补写列名。'),
  row_total_by_word: note('这一行写有“{what}”，是汇总行，没有读入。', '如确是评价对象，请改正其名称或填写代码。'),
  row_total_by_sum: warning(
    '这一行（“{what}”）没有代码，各数恰好是上面各行之和，作为汇总行没有读入。',
    '如确是评价对象，请填写代码。',
  ),
  row_repeated_header: note('这一行（“{what}”…）与表头重复，没有读入。', '不影响读取。'),
  row_footnote: note('这一行（“{what}”）是注释或签章，没有读入。', '如确是数据，请检查这一行。'),
  row_comment: note('这一行（“{what}”）以 # 开头，是说明，没有读入。', '如确是数据，请去掉 #。'),
  row_second_table: warning('从这一行起是另一张表（表头不同），没有读入。', '请把两张表放在两个工作表中。'),
  and_more: note('“{what}”还有 {count} 处同样的问题没有逐条列出。', '请先改正已列出的，再重新提供文件。'),
} satisfies Readonly<Record<string, FindingText>>;

const columnTexts = {
  column_not_recognised: note('列“{column}”不认识，没有使用。', '如应使用，请改用规定的列名，或在对列表中写明它是什么。'),
  column_nearly_recognised: warning('列“{column}”与{terms}相近，但不相同，没有使用。', '请确认是不是同一项，在对列表中写明。'),
  column_twice: error(
    '有几列都是“{term}”而内容或单位不同：{columns}，都没有使用。',
    '请在对列表中写明用哪一列，或删去多余的列。',
  ),
  column_twice_alike: note('有几列都是“{term}”且内容相同：{columns}，用了前一列。', '不影响读取。'),
  column_twice_best_taken: warning('有几列都可作“{term}”：{columns}，用了 {taken} 列。', '请确认；如不对，请在对列表中写明。'),
  column_unit_differs: error(
    '列“{column}”的单位“{unit}”不能换算成“{working}”，这一列没有使用。',
    '请改正单位，或在对列表中写明。',
  ),
  column_unit_not_stated: warning('列“{column}”没有写单位，暂按“{unit}”理解。', '请确认单位，在列名后用括号写明，或写入对列表。'),
  code_column_by_content: warning(
    '列“{column}”的内容是统一社会信用代码，已按代码列使用。',
    '请把列名改为“统一社会信用代码”，或在对列表中写明。',
  ),
  mapping_unreadable: error('对列表无法读取。', '对列表是 JSON 文件，写法见说明；可用程序导出一份再修改。'),
  mapping_row_unreadable: error(
    '对列表中“{column}”的写法不对，没有采用。',
    '请写“认作”（数据项编号或 null）和可以识别的“单位”。',
  ),
  mapping_cell_unreadable: error(
    '对列表中“格”的“{cell}”写法不对，没有采用。',
    '请写“取”（照用 或 不用）或“单位”（可以识别的单位）二者之一，并保留“原值”。',
  ),
  mapping_fact_unknown: error('对列表把“{column}”认作“{fact}”，没有这个数据项。', '请改用数据项目录中的编号。'),
} satisfies Readonly<Record<string, FindingText>>;

const cellTexts = {
  cell_error_value: error('单元格是错误值 {value}，这一行不能采用。', '请在原表中改正公式或直接填写数值。'),
  cell_unused_unreadable: warning(
    '{trouble}；办法没有规则用到“{what}”，这一格按缺数据处理，不当作零，这一行照收。',
    '请核对这一格；不影响按本办法评价。',
  ),
  cell_from_formula: note(
    '{column} 列有 {count} 格由公式得出（{cells}），按文件中保存的结果读取。',
    '请确认文件保存前已重新计算。',
  ),
  cell_formula_without_value: error(
    '单元格是公式，文件中没有保存结果，这一行不能采用。',
    '请用 Excel 或 WPS 打开，重新计算并保存后再提供。',
  ),
  cell_formula_taken_as_missing: warning(
    '“{what}”一格是公式，文件中没有保存结果，按缺数据处理，不当作零。',
    '请用 Excel 或 WPS 打开，重新计算并保存后再提供；结果本来就是空的，不影响读取。',
  ),
  number_unreadable: error(
    '“{what}”应为数字，单元格里是“{value}”，这一行不能采用。',
    '请改成数字；不适用请写“不适用”，未报请写“未报”。',
  ),
  number_separators_ambiguous: error(
    '“{what}”中的“{value}”有两种读法（逗号、句点或空格），这一行不能采用。',
    '请去掉分隔符，小数点用英文句点。',
  ),
  number_brackets_ambiguous: error(
    '“{what}”中的“{value}”带括号，可能是负数，这一行不能采用。',
    '如是负数请写负号，否则去掉括号。',
  ),
  number_suffix_ambiguous: error(
    '“{what}”中的“{value}”带有“万”或“亿”，而本列单位是“{unit}”，不知是否重复，这一行不能采用。',
    '请只写数字，或写全单位，如“1.2亿元”。',
  ),
  number_unit_differs: error('“{what}”中的“{value}”的单位与本列单位“{unit}”不能换算，这一行不能采用。', '请按本列单位填写数字。'),
  number_not_exact: error('“{what}”中的“{value}”不是准确的数，这一行不能采用。', '请填写准确的数。'),
  number_is_date: error('“{what}”应为数字，单元格是日期 {value}，这一行不能采用。', '请把单元格格式改为“常规”，核对数值。'),
  number_own_unit: warning('“{what}”中的“{value}”自带单位，已换算为本列单位，读作 {read}。', '请核对。'),
  number_blank: warning(
    '“{what}”几乎每行都有数，这一格空着，按缺数据处理，不当作零。',
    '请补填；确实没有的请写 0、不适用 或 未报。',
  ),
  number_negative: error('“{what}”不应为负，单元格里是 {value}，这一行不能采用。', '请核对数值。'),
  number_not_positive: error('“{what}”应大于零，单元格里是 {value}，这一行不能采用。', '请核对数值；没有的请留空或写“不适用”。'),
  name_is_individual: warning('“{what}”写的是“{value}”，不是企业名称。', '请填写证照上的全称。'),
  name_several: warning('“{what}”一格中像有几个名称：“{value}”。', '请分行填写，每行一个，并写明各自的份额。'),
  number_mark: warning(
    '“{what}”有 {count} 格写“{value}”，意思不明确，按缺数据处理，不当作零。',
    '请写明 0、缺、不适用 或 未报。',
  ),
  cell_decided_as_is: note('“{what}”为“{value}”，按对列表的决定照用。', '不影响读取。'),
  cell_decided_missing: warning(
    '“{what}”为“{value}”，按对列表的决定不用，按缺数据处理，不当作零。',
    '请部门补报正确的数；补报后请从对列表中删去这一条。',
  ),
  cell_decided_unit: note('“{what}”为“{value}”，按对列表的决定以“{unit}”为单位，读作 {read}。', '不影响读取。'),
  cell_decision_outdated: warning(
    '对列表对这一格有决定，但那时的原值是“{was}”，现在是“{value}”，没有照办。',
    '数据已经变了：请重新核对这一格，改正或删去对列表中的这一条。',
  ),
  cell_decision_unfit: warning(
    '对列表对这一格（“{what}”）的决定用不上：{why}，没有照办。',
    '代码和名称请在原表中改正；单位只能写给有单位的数字列。',
  ),
  date_unreadable: error('“{what}”应为日期，单元格里是“{value}”，这一行不能采用。', '请写成 2025-03-01 这样的日期。'),
  date_order_ambiguous: error('“{what}”中的“{value}”分不清年月日的先后，这一行不能采用。', '请写成 2025-03-01 这样的日期。'),
  date_day_missing: error('“{what}”中的“{value}”没有写到日，这一行不能采用。', '请写成 2025-03-01 这样的日期。'),
  date_no_such_day: error('“{what}”中的“{value}”没有这一天，这一行不能采用。', '请改正日期。'),
  date_serial_60: error('“{what}”中的序列号 60 是表格软件虚设的 1900年2月29日，这一行不能采用。', '请改正日期。'),
  date_two_digit_year: warning('“{what}”中的“{value}”年份只写两位，读作 {read}。', '请核对年份。'),
  date_chinese_numerals: warning('“{what}”中的“{value}”是汉字日期，读作 {read}。', '请核对；建议写成 2025-03-01。'),
  date_open: note('“{what}”有 {count} 格写“{value}”，按没有止期读取。', '不影响读取。'),
  date_time_dropped: note('“{what}”有 {count} 格带有时刻，只取日期，例如“{value}”读作 {read}。', '不影响读取。'),
  date_from_serial: warning(
    '“{what}”有 {count} 格是数字，按表格软件的日期序列号读取，例如 {value} 读作 {read}。',
    '请核对；建议把单元格格式设为日期。',
  ),
  date_before_march_1900: warning(
    '“{what}”中的“{value}”读作 {read}，早于 1900年3月1日，表格软件在此之前的日期不可靠。',
    '请核对日期。',
  ),
} satisfies Readonly<Record<string, FindingText>>;

const codeTexts = {
  code_is_number: error(
    '代码单元格是数字（{value}），表格软件只保留 15 位，代码已不可靠，这一行不能采用。',
    '请把代码列的单元格格式设为“文本”，重新填写代码。',
  ),
  code_scientific: error(
    '代码成了“{value}”，后面的位数已经丢失，这一行不能采用。',
    '请把代码列的单元格格式设为“文本”，重新填写代码。',
  ),
  code_letters_for_digits: error(
    '代码“{value}”中有字母误作数字，改作“{proposal}”即通过校验，这一行暂不采用。',
    '请核对执照，改正代码。',
  ),
  code_character_not_allowed: error(
    '代码“{value}”中有不会出现的字符（代码不用 I、O、S、V、Z），这一行不能采用。',
    '请核对执照，改正代码。',
  ),
  code_length: error('代码“{value}”是 {length} 位，应为 18 位，这一行不能采用。', '请核对执照，改正代码。'),
  code_check_character: error('代码“{value}”的校验码不对，至少有一位写错，这一行不能采用。', '请核对执照，改正代码。'),
  code_is_organisation_code: error('“{value}”是 9 位组织机构代码，这一行不能采用。', '请改填 18 位统一社会信用代码。'),
  code_is_licence_number: error('“{value}”是 15 位营业执照注册号，这一行不能采用。', '请改填 18 位统一社会信用代码。'),
  code_is_person_id: error(
    '代码列中是公民身份号码（{value}），这一行不能采用。',
    '请改填统一社会信用代码；身份号码请勿在表中提供。',
  ),
  code_is_text: error('代码列中是“{value}”，不是代码，这一行不能采用。', '请填写统一社会信用代码；没有代码的请单独说明。'),
  code_normalised: note('有 {count} 个代码的大小写、全角或空格已规范，例如“{value}”读作 {read}。', '不影响读取。'),
  code_organisation_part: warning('代码 {value} 中的组织机构代码部分校验不符。', '整个代码的校验码是对的；请核对执照。'),
  code_copy_suffix: warning('代码“{value}”带有副本号，已去掉，读作 {read}。', '请核对。'),
  code_missing: warning('这一行有数据而没有代码。', '请补填统一社会信用代码；没有代码的请单独说明。'),
  code_twice: error('代码 {what} 有几行而内容不同：第 {rows} 行（{differing}），都不能采用。', '请核对后只保留正确的一行。'),
  row_twice: warning('第 {rows} 行各格（序号除外）完全相同，可能是重复的行。', '请删去重复的行；确是两笔的，请写明区别。'),
  code_twice_alike: warning('代码 {what} 有内容相同的几行：第 {rows} 行。', '请删去重复的行。'),
} satisfies Readonly<Record<string, FindingText>>;

const unitTexts = {
  unit_slip_column: warning(
    '列“{column}”的中位数由上年 {before} 变为 {now}（{unit}），约为 {factor}，单位可能是“{proposal}”。',
    '请确认单位；确认前不会换算。',
  ),
  unit_slip_row: warning(
    '“{what}”为 {value}{unit}，与{against}相比约差 {factor}，是否应为 {proposal}？',
    '请核对单位和数值；确认前不会改动。照用、不用或换单位，可写入对列表的“格”。',
  ),
  unit_slip_plausible: warning(
    '列“{column}”半数以上超出常见范围 {least}～{most}（{unit}），中位数为 {now}，单位可能不对。',
    '请确认单位；确认前不会换算。',
  ),
} satisfies Readonly<Record<string, FindingText>>;

const sheetsTexts = { ...fileTexts, ...textTexts, ...sheetTexts, ...columnTexts, ...cellTexts, ...codeTexts, ...unitTexts };

export type SheetsCode = keyof typeof sheetsTexts;

export const found = findingsOf<SheetsCode>(sheetsTexts);

/** What is wrong with a cell, without what becomes of its row: for who knows better. The message itself where it says nothing of that. */
export const withoutConsequence = (message: string): string => message.replace(/，这一行(?:不能|暂不)采用。$/, '');

export const troubleInWords = (code: SheetsCode, blanks: Blanks): string =>
  withoutConsequence(fillBlanks(sheetsTexts[code].message, blanks));
