/** CSV lines (CRLF, quotes where needed) and their bytes: GB18030 with its four-byte characters, UTF-8 with and without a mark. */
import iconv from 'iconv-lite';
import type { CellValue, FileFormat, Line } from '../table.js';

export function csvLine(line: Line): string {
  return `${line.cells.map((one) => quoted(csvText(one.value))).join(',')}\r\n`;
}

/** What a cell is in a CSV: everything is text there. */
export function csvText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if ('date' in value) return value.date;
  return 'error' in value ? value.error : String(value.result);
}

/** `first`: the opening bytes of the file come with it. */
export function csvBytes(text: string, format: FileFormat, first: boolean): Buffer {
  if (format === 'csv_gb18030') return iconv.encode(text, 'gb18030');
  return Buffer.from(first && format === 'csv_utf8_bom' ? `\ufeff${text}` : text, 'utf8');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
