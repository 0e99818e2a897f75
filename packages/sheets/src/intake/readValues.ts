/** 读值 — all cells of the matched columns of a table, row by row: values, findings by cell, and which rows are rejected. */
import type { Place } from '@muheng/finding';
import type { DateSystem } from '@muheng/quantity';
import { FORMULA, markAt, type SheetRow, UNCALCULATED } from '../book/book.js';
import type { Collector } from '../collector.js';
import type { CellDecisions } from '../columns/decided.js';
import type { ColumnMatch } from '../columns/match.js';
import { creditCodeId, nameId } from '../columns/vocabulary.js';
import { type Cell, cellAddress, columnLetters } from '../table.js';
import { storedText } from '../text.js';
import { found, troubleInWords } from '../texts.zh.js';
import { neutral, readerOf, type Told } from './cellReaders.js';
import { decidedCells } from './decidedCells.js';
import type { RejectedRow } from './intakeTable.js';

export interface ValuesToRead {
  readonly data: readonly SheetRow[];
  readonly columns: readonly ColumnMatch[];
  readonly width: number;
  readonly dateSystem: DateSystem;
  readonly where: Place;
  readonly collector: Collector;
  readonly decisions: CellDecisions;
}

export interface ReadValues {
  /** One for each row of `data`. */
  readonly rows: readonly (readonly Cell[])[];
  readonly rejected: readonly RejectedRow[];
  /** Addresses of cells that a person has decided about: nothing more is asked. */
  readonly settled: ReadonlySet<string>;
}

export function readValues(from: ValuesToRead): ReadValues {
  const { data, columns, width, dateSystem, where, collector } = from;
  const decided = decidedCells(from);
  const readers = columns.map((column) => ({
    ...{ column, index: column.index, least: leastTaken(column), isNumber: column.term.type === 'number' },
    mayFail: column.term.unused === true && column.term.id !== creditCodeId && column.term.id !== nameId,
    read: readerOf(column, dateSystem),
  }));
  const matched = new Set(columns.map(({ index }) => index));
  const unread = Array.from({ length: width }, (_, column) => column).filter((column) => !matched.has(column));
  const blanks = columns.map((): number[] => []);
  const rejected: RejectedRow[] = [];
  const counted = new Counted();
  const rows = data.map((row, rowAt) => {
    const { cells } = row;
    while (cells.length < width) cells.push(null);
    const reasons: string[] = [];
    const ownDecisions = decided.rows.get(row.row);
    for (const column of unread) cells[column] = plain(cells[column] ?? null);
    for (let at = 0; at < readers.length; at++) {
      const { column, index, least, isNumber, mayFail, read } = readers[at]!;
      const cell = cells[index] ?? null;
      const mark = markAt(row, index);
      if (ownDecisions?.has(index) === true) {
        const taken = decided.take({ column, row: row.row, cell, mark });
        if (taken !== undefined) {
          cells[index] = taken.value;
          continue;
        }
      }
      if (isNumber && mark === 0 && (cell === null || (typeof cell === 'number' && cell >= least && cell < Infinity))) {
        cells[index] = cell === null ? null : cell + 0;
        if (cell === null) blanks[at]!.push(rowAt);
        continue;
      }
      const { value, trouble, notes } = read(cell, mark);
      const passedBy = trouble !== undefined && mayFail;
      cells[column.index] = passedBy ? '缺' : value;
      if (value === null && trouble === undefined) blanks[at]!.push(rowAt);
      if (trouble === undefined && (notes === undefined || notes.length === 0)) continue;
      const what = column.term.term;
      const place = { ...where, row: row.row, cell: cellAddress(row.row, column.index + 1) };
      if (passedBy) {
        const words = troubleInWords(trouble.code, { ...trouble.blanks, what });
        collector.cell('cell_unused_unreadable', place, { what, trouble: words });
        continue;
      }
      if (trouble !== undefined) {
        reasons.push(trouble.code);
        collector.cell(trouble.code, place, { ...trouble.blanks, what });
      }
      for (const note of notes ?? []) {
        if (note.counted === true) counted.add(note, { place, what, column: column.index });
        else collector.cell(note.code, place, { ...note.blanks, what });
      }
    }
    if (reasons.length > 0) rejected.push({ row: row.row, reasons });
    return cells;
  });
  counted.tell(collector);
  tellBlanks(from, blanks);
  tellFormulas(from);
  return { rows, rejected, settled: decided.settled };
}

/** Plain numbers from here on are taken as they stand, whatever the column; the rest is for its reader. */
function leastTaken({ term: { mustBe } }: ColumnMatch): number {
  if (mustBe === undefined || mustBe === 'any') return -Number.MAX_VALUE;
  return mustBe === 'positive' ? Number.MIN_VALUE : 0;
}

/** Notes that are told once for a column, with how often and the first place. */
class Counted {
  private readonly notes = new Map<
    string,
    { readonly note: Told; readonly place: Place; readonly what: string; count: number }
  >();

  add(note: Told, { place, what, column }: { place: Place; what: string; column: number }): void {
    const key = `${note.code}\n${column}\n${note.code === 'number_mark' ? note.blanks.value : ''}`;
    const known = this.notes.get(key);
    if (known === undefined) this.notes.set(key, { note, place, what, count: 1 });
    else known.count++;
  }

  tell(collector: Collector): void {
    for (const { note, place, what, count } of this.notes.values())
      collector.add(found(note.code, place, { ...note.blanks, what, count }));
  }
}

/** A column in which hardly any row is blank: the few that are, are named. The code column names all of its blanks. */
const mostlyFilled = 0.75;

/** `blanks`: by column the places in `data`. */
function tellBlanks({ columns, data, where, collector }: ValuesToRead, blanks: readonly (readonly number[])[]): void {
  for (const [place, column] of columns.entries()) {
    const isCode = column.term.id === creditCodeId;
    if (!isCode && column.term.type !== 'number') continue;
    const found = blanks[place]!;
    if (found.length === 0 || (!isCode && (data.length < 5 || found.length > data.length * (1 - mostlyFilled)))) continue;
    for (const at of found) {
      const { row } = data[at]!;
      collector.cell(
        isCode ? 'code_missing' : 'number_blank',
        { ...where, row, cell: cellAddress(row, column.index + 1) },
        { what: column.term.term },
      );
    }
  }
}

/** Spans of rows that are listed for a column of formulas. */
const mostSpans = 1_000;

/** Cached results of formulas: used, and shown by column with their rows. @source R31 */
export function tellFormulas({ data, where, collector }: Pick<ValuesToRead, 'data' | 'where' | 'collector'>): void {
  const byColumn = new Map<number, number[]>();
  for (const row of data)
    row.marks?.forEach((mark, column) => {
      if ((mark & FORMULA) !== 0 && (mark & UNCALCULATED) === 0) {
        const rows = byColumn.get(column);
        if (rows === undefined) byColumn.set(column, [row.row]);
        else rows.push(row.row);
      }
    });
  for (const [column, rows] of byColumn) {
    const cells = spans(rows).map(([first, last]) =>
      first === last ? cellAddress(first, column + 1) : `${cellAddress(first, column + 1)}–${cellAddress(last, column + 1)}`,
    );
    const told = cells.length > mostSpans ? [...cells.slice(0, mostSpans), '…'] : cells;
    collector.add(
      found(
        'cell_from_formula',
        { ...where, cell: cellAddress(rows[0]!, column + 1) },
        { count: rows.length, column: columnLetters(column + 1), cells: told.join('、') },
      ),
    );
  }
}

function spans(rows: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const row of rows) {
    const last = found[found.length - 1];
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** A cell of a column that nobody matched: the file's own value. */
const plain = (cell: Cell): Cell => {
  const value = neutral(cell);
  return typeof value === 'string' ? storedText(value) : value;
};
