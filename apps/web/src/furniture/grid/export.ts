/**
 * 导出 — what is on the screen, as CSV that Excel and WPS open: the shown columns in their order, unit in the header, the four absences
 * in words. Text that a spreadsheet would take for a formula is neutralised; numbers stay numbers. @source trust R34, R35. Pure.
 */
import { absenceWords, isAbsent, type Value } from '../values.js';
import type { Column } from './columns.js';

export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ title, unit }) => textField(unit === undefined ? title : `${title}（${unit}）`));
  const lines = rows.map((row) => columns.map((column) => field(column.value(row), column.kind === 'number')).join(','));
  return `\uFEFF${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

function field(value: Value, numeric: boolean): string {
  if (value === null) return '';
  if (isAbsent(value)) return textField(absenceWords[value.absent].mark);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (numeric && /^-?\d+(?:\.\d+)?$/.test(String(value))) return String(value);
  return textField(String(value));
}

const dangerous = /^[=+\-@\t\r\0]/;

function textField(text: string): string {
  const safe = dangerous.test(text) || dangerous.test(text.normalize('NFKC')) ? `'${text}` : text;
  const longDigits = /^\d{12,}$/.test(safe) ? `\t${safe}` : safe;
  return /[",\r\n]/.test(longDigits) ? `"${longDigits.replaceAll('"', '""')}"` : longDigits;
}
