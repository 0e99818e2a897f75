/** What the readers of files say. */
import { findingsOf } from '@muheng/finding';

export const found = findingsOf({
  file_empty: { severity: 'error', message: '文件是空的。', remedy: '请确认导出成功后重新提供文件。' },
  file_not_readable: {
    severity: 'error',
    message: '文件打不开：{why}。',
    remedy: '请用 Excel 或 WPS 打开后另存为 .xlsx，或另存为 CSV（UTF-8）再提供。',
  },
  file_type_unknown: {
    severity: 'error',
    message: '认不出文件类型：内容不是 .xlsx，也不是文本。',
    remedy: '请提供 .xlsx 或 CSV 文件；加密或改过扩展名的文件请先另存。',
  },
  file_type_old_xls: {
    severity: 'error',
    message: '这是旧版 .xls 或加密的工作簿。',
    remedy: '请用 Excel 或 WPS 打开后另存为 .xlsx 再提供。',
  },
  text_encoding_unknown: {
    severity: 'error',
    message: '文本编码既不是 UTF-8 也不是 GB18030。',
    remedy: '请用 Excel 或 WPS 另存为“CSV UTF-8”再提供。',
  },
  text_read_as_gb18030: { severity: 'note', message: '文件按 GB18030 编码读取。', remedy: '请核对单位名称中的生僻字。' },
  csv_broken: { severity: 'error', message: 'CSV 第 {row} 行无法拆分：{why}。', remedy: '请检查该行的引号和逗号。' },
  sheet_without_header: {
    severity: 'error',
    message: '第一张工作表没有表头。',
    remedy: '请在第一行写列名，其中一列是 id 或统一社会信用代码。',
  },
  cell_error_value: {
    severity: 'error',
    message: '单元格是错误值 {value}，已按缺失处理。',
    remedy: '请在原表中改正公式或直接填写数值。',
  },
  cell_from_formula: {
    severity: 'note',
    message: '{count} 个单元格由公式得出，按文件中保存的结果读取。',
    remedy: '请确认文件保存前已重新计算。',
  },
});
