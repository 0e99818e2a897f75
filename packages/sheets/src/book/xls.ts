/** .xls — old workbooks by the library. It does not say which cells are formulas or hidden rows; hidden sheets are known by `sniff/ole.ts`. */
import { readXls } from 'hucre';
import { CannotRead } from '../cannotRead.js';
import { type Limits, linesAbove } from '../limits.js';
import { type OleDirectory, oldWorkbookFacts } from '../sniff/ole.js';
import { type Cell, cellAddress } from '../table.js';
import { type Book, type BookSheet, DATE, ERROR, type SheetRow } from './book.js';

/** Raises CannotRead. */
export async function readXlsBook(bytes: Uint8Array, ole: OleDirectory, limits: Limits): Promise<Book> {
  if (bytes.length > limits.plainBytes)
    throw new CannotRead('file_too_large', { most: Math.round(limits.plainBytes / 1_048_576) });
  const book = await readXls(bytes);
  const listed = ole.workbook === undefined ? [] : oldWorkbookFacts(ole.workbook).sheets;
  const budget = { left: limits.cells };
  const sheets = book.sheets.map((sheet, index): BookSheet => {
    const visibility = listed[index]?.hidden === true ? 'hidden' : 'visible';
    const merges = (sheet.merges ?? [])
      .slice(0, limits.merges)
      .map((merge) => ({ top: merge.startRow + 1, left: merge.startCol + 1, bottom: merge.endRow + 1, right: merge.endCol + 1 }));
    const rows = visibility === 'hidden' ? [] : rowsOf(sheet.rows, limits, budget);
    return { name: sheet.name, visibility, rows, merges, hiddenRows: [], hiddenColumns: [], far: undefined };
  });
  return { sheets, dateSystem: '1900', formulasSeen: false };
}

const errorNames: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

function rowsOf(rows: readonly (readonly unknown[])[], limits: Limits, budget: { left: number }): SheetRow[] {
  const kept: SheetRow[] = [];
  rows.forEach((row, at) => {
    const cells: Cell[] = [];
    const marks = new Uint8Array(row?.length ?? 0);
    (row ?? []).forEach((value, column) => {
      const { cell, mark } = cellOf(value);
      if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return;
      if (column >= limits.columns)
        throw new CannotRead('sheet_too_many_columns', { most: limits.columns }, { cell: cellAddress(at + 1, column + 1) });
      if (typeof cell === 'string' && cell.length > limits.cellText)
        throw new CannotRead('sheet_cell_too_long', { most: limits.cellText }, { cell: cellAddress(at + 1, column + 1) });
      if (--budget.left < 0) throw new CannotRead('sheet_too_many_cells', { most: limits.cells });
      while (cells.length < column) cells.push(null);
      cells.push(cell);
      marks[column] = mark;
    });
    if (cells.length === 0) return;
    if (kept.length >= limits.rows + linesAbove) throw new CannotRead('sheet_too_many_rows', { most: limits.rows });
    kept.push({ row: at + 1, cells, marks: marks.some((mark) => mark !== 0) ? marks : undefined });
  });
  return kept;
}

function cellOf(value: unknown): { cell: Cell; mark: number } {
  if (typeof value === 'number' && !Number.isFinite(value)) return { cell: '#NUM!', mark: ERROR };
  if (typeof value === 'number' || typeof value === 'boolean') return { cell: value, mark: 0 };
  if (typeof value === 'string') return { cell: value, mark: errorNames.has(value) ? ERROR : 0 };
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return { cell: null, mark: 0 };
  const iso = value.toISOString();
  return { cell: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' '), mark: DATE };
}
