/** CSV 写出 — UTF-8 with BOM, or GB18030 for old systems; CRLF lines: what Excel and WPS open without a question. @source R34, R35 */
import Papa from 'papaparse';
import { encodeGb18030 } from '../csv/gb18030.js';
import type { Cell } from '../table.js';
import { safeCell, safeText } from './neutral.js';

export interface CsvOut {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** `#` lines above the header. */
  readonly comments?: readonly string[];
  readonly encoding: 'utf-8' | 'gb18030';
}

export function csvBytes({ columns, rows, comments = [], encoding }: CsvOut): Uint8Array {
  const above = comments.map((line) => [`# ${line.replace(/[\r\n]+/g, ' ')}`]);
  const lines: unknown[][] = [...above, columns.map(safeText), ...rows.map((row) => row.map(safeCell))];
  const text = `${Papa.unparse(lines)}\r\n`;
  return encoding === 'utf-8' ? new TextEncoder().encode(`\ufeff${text}`) : encodeGb18030(text);
}

/** UTF-8 with BOM. */
export const writeCsv = (
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  comments: readonly string[] = [],
): Uint8Array => csvBytes({ columns, rows, comments, encoding: 'utf-8' });
