/**
 * 读一张表 — the first visible table of a file as it stands: header found, comment lines skipped, nothing matched, no row left out.
 * For files of one's own; `readTables` is for what departments send. Raises nothing.
 */
import type { Finding } from '@muheng/finding';
import { DATE, ERROR, markAt, NO_DAY, PERCENT, type SheetRow, UNCALCULATED } from '../book/book.js';
import { Collector } from '../collector.js';
import { vocabularyOf } from '../columns/vocabulary.js';
import { type ByteSource, sourceOf } from '../csv/byteSource.js';
import { readCsvColumns } from '../csv/columnTable.js';
import type { OtherReaders } from '../csv/parts.js';
import { localLimits } from '../limits.js';
import { findHeader, withoutComments } from '../table/header.js';
import { type Cell, type ColumnTable, type ColumnUse, cellAddress, type PlainTable } from '../table.js';
import { found, troubleInWords } from '../texts.zh.js';
import { neutral } from './cellReaders.js';
import { readBook } from './read.js';
import { tellFormulas } from './readValues.js';

export interface ReadOutcome {
  readonly table?: PlainTable;
  readonly findings: readonly Finding[];
}

export interface LargeOutcome {
  readonly table?: PlainTable | ColumnTable;
  readonly findings: readonly Finding[];
}

export type UnusedColumns = (header: readonly string[]) => ReadonlySet<number>;

export interface LargeReading {
  readonly uses: (header: readonly string[]) => readonly ColumnUse[];
  /** Columns of which nothing is made: an error value in them is asked about, no more. None when not given. */
  readonly unused?: UnusedColumns;
  /** Threads that read parts of the same bytes. */
  readonly others?: OtherReaders | undefined;
}

/** 读一张大表 — the same cells and findings; a plain UTF-8 CSV comes by columns, as `uses` wants them for its header. */
export async function readLargeTable(
  given: Uint8Array | ByteSource,
  file: string,
  { uses, unused, others }: LargeReading,
): Promise<LargeOutcome> {
  const source = sourceOf(given);
  const columns = await readCsvColumns({ source, file, limits: localLimits, uses }, others);
  return columns ?? (await readTable(source.read(0, source.length), file, unused));
}

const subjectsOnly = vocabularyOf([]);

export async function readTable(bytes: Uint8Array, file: string, unused: UnusedColumns = () => new Set()): Promise<ReadOutcome> {
  const { book, findings } = await readBook(bytes, file, localLimits);
  if (book === undefined) return { findings };
  const collector = new Collector();
  collector.add(...findings);
  for (const sheet of book.sheets) {
    if (sheet.visibility !== 'visible') continue;
    const rows = withoutComments(sheet.rows);
    const header = findHeader({ ...sheet, rows }, subjectsOnly);
    if (header === undefined) continue;
    const where = { file, ...(sheet.name === undefined ? {} : { sheet: sheet.name }) };
    const data = rows.slice(header.dataFrom);
    const passedBy = unused(header.texts);
    const firstRow = (rows[header.dataFrom - 1]?.row ?? 0) + 1;
    const all: Cell[][] = Array.from({ length: (data[data.length - 1]?.row ?? firstRow - 1) - firstRow + 1 }, () => []);
    for (const row of data) {
      all[row.row - firstRow] = plainRow(row, header.texts.length, (value, column) => {
        const what = header.texts[column] ?? '';
        const place = { ...where, cell: cellAddress(row.row, column + 1) };
        if (value === null) collector.cell('cell_formula_taken_as_missing', place, { what });
        else if (!passedBy.has(column)) collector.cell('cell_error_value', place, { value, what });
        else
          collector.cell('cell_unused_unreadable', place, { what, trouble: troubleInWords('cell_error_value', { value, what }) });
      });
    }
    tellFormulas({ data, where, collector });
    return { table: { ...where, header: header.texts, rows: all, firstRow }, findings: collector.all };
  }
  return { findings: [...collector.all, found('sheet_without_header', { file })] };
}

/** `tell`: of an error value, or of a formula without a stored result (null). */
function plainRow(row: SheetRow, width: number, tell: (value: string | null, column: number) => void): Cell[] {
  const cells: Cell[] = [];
  const last = Math.max(width, row.cells.length);
  for (let column = 0; column < last; column++) {
    const mark = markAt(row, column);
    const cell = row.cells[column] ?? null;
    if ((mark & ERROR) !== 0) tell(String(cell), column);
    else if ((mark & UNCALCULATED) !== 0) tell(null, column);
    if ((mark & (ERROR | UNCALCULATED)) !== 0) cells.push(null);
    else if ((mark & PERCENT) !== 0 && typeof cell === 'number') cells.push(`${Number((cell * 100).toPrecision(15))}%`);
    else if ((mark & (DATE | NO_DAY)) !== 0) cells.push(cell);
    else cells.push(neutral(cell));
  }
  return cells;
}
