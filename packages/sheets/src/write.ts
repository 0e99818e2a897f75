/**
 * Tables → .xlsx and .csv. Numbers stay numbers, formulas are never written, and a text that a spreadsheet would take for a
 * formula is neutralised with a leading apostrophe. @source R34
 */
import { type CellStyle, type CellValue, writeXlsx } from 'hucre';
import Papa from 'papaparse';
import type { Cell } from './table.js';

export interface OutColumn {
  readonly header: string;
  /** Characters. */
  readonly width?: number;
  /** Number format, e.g. `0.00`. */
  readonly format?: string;
}
export interface OutSheet {
  readonly name: string;
  /** Lines above the table. */
  readonly title?: readonly string[];
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

const headStyle: CellStyle = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } }, alignment: { wrapText: true, vertical: 'center' } };
const titleStyle: CellStyle = { font: { bold: true, size: 13 } };

/** Styled headers, frozen panes, filters. A sheet's name is cut to what Excel takes. */
export async function writeWorkbook(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  return writeXlsx({ defaultFont: { name: '宋体', size: 11 }, sheets: sheets.map(sheetOf) });
}

function sheetOf(sheet: OutSheet): Parameters<typeof writeXlsx>[0]['sheets'][number] {
  const title = sheet.title ?? [];
  const head = title.length;
  const cells = new Map<string, { value: CellValue; style: CellStyle }>();
  title.forEach((line, at) => cells.set(`${at},0`, { value: safeText(line), style: titleStyle }));
  sheet.columns.forEach((column, at) => cells.set(`${head},${at}`, { value: safeText(column.header), style: headStyle }));
  return {
    name: sheetName(sheet.name),
    rows: [...title.map((line) => [safeText(line)]), sheet.columns.map((column) => safeText(column.header)), ...sheet.rows.map((row) => row.map(safeCell))],
    columns: sheet.columns.map((column) => ({ width: column.width ?? Math.min(40, Math.max(10, column.header.length * 2 + 2)), ...(column.format === undefined ? {} : { numFmt: column.format }) })),
    cells,
    freezePane: { rows: head + 1, columns: 1 },
  };
}

const sheetName = (name: string): string => name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);
const safeCell = (cell: Cell): CellValue => (typeof cell === 'string' ? safeText(cell) : typeof cell === 'number' && !Number.isFinite(cell) ? null : cell);

/** `=1+1` → `'=1+1`: also after NFKC, and for tab, CR and NUL. */
function safeText(text: string): string {
  return /^[=+\-@\t\r\0]/.test(text.normalize('NFKC')) ? `'${text}` : text;
}

/** UTF-8 with BOM, CRLF lines: what Excel and WPS open without a question. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const text = Papa.unparse([columns.map(safeText), ...rows.map((row) => row.map(safeCell))] as unknown[][]);
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}
