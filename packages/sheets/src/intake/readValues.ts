/** 读值 — all cells of the matched columns of a table, row by row: values, findings by cell, and which rows are rejected. */
import type { Place } from '@muheng/finding';
import type { DateSystem } from '@muheng/quantity';
import { FORMULA, markAt, type SheetRow } from '../book/book.js';
import type { Collector } from '../collector.js';
import type { ColumnMatch } from '../columns/match.js';
import { type Cell, cellAddress } from '../table.js';
import { storedText } from '../text.js';
import { found } from '../texts.zh.js';
import { neutral, readerOf } from './cellReaders.js';
import type { RejectedRow } from './intakeTable.js';

export interface ValuesToRead {
  readonly data: readonly SheetRow[];
  readonly columns: readonly ColumnMatch[];
  readonly width: number;
  readonly dateSystem: DateSystem;
  readonly where: Place;
  readonly collector: Collector;
}

export interface ReadValues {
  /** One for each row of `data`. */
  readonly rows: readonly (readonly Cell[])[];
  readonly rejected: readonly RejectedRow[];
}

export function readValues({ data, columns, width, dateSystem, where, collector }: ValuesToRead): ReadValues {
  const readers = columns.map((column) => ({ column, read: readerOf(column, dateSystem) }));
  const rejected: RejectedRow[] = [];
  const corrected = new Map<string, { count: number; first: string; what: string; value: string; read: string }>();
  let formulas = 0;
  const rows = data.map((row) => {
    const cells: Cell[] = [];
    for (let column = 0; column < width; column++) cells.push(plain(row.cells[column] ?? null));
    if (row.marks !== undefined) for (const mark of row.marks) if ((mark & FORMULA) !== 0) formulas++;
    const reasons: string[] = [];
    for (const { column, read } of readers) {
      const { value, trouble, notes } = read(row.cells[column.index] ?? null, markAt(row, column.index));
      cells[column.index] = value;
      const cell = cellAddress(row.row, column.index + 1);
      if (trouble !== undefined) {
        reasons.push(trouble.code);
        collector.cell(trouble.code, { ...where, row: row.row, cell }, { ...trouble.blanks, what: column.term.term });
      }
      for (const note of notes ?? []) {
        const key = `${note.code}\n${column.index}\n${note.code === 'number_mark' ? note.blanks.value : ''}`;
        const known = corrected.get(key);
        if (known === undefined) corrected.set(key, { count: 1, first: cell, what: column.term.term, value: String(note.blanks.value), read: String(note.blanks.read ?? '') });
        else known.count++;
      }
    }
    if (reasons.length > 0) rejected.push({ row: row.row, reasons });
    return cells;
  });
  for (const [key, { first, ...blanks }] of corrected) collector.add(found(codeOf(key), { ...where, cell: first }, blanks));
  if (formulas > 0) collector.add(found('cell_from_formula', where, { count: formulas }));
  return { rows, rejected };
}

const noteCodesSeen = [
  'number_own_unit', 'number_mark', 'date_two_digit_year', 'date_time_dropped', 'date_from_serial', 'date_before_march_1900', 'code_normalised', 'code_organisation_part', 'code_copy_suffix',
] as const;
const codeOf = (key: string): (typeof noteCodesSeen)[number] => noteCodesSeen.find((code) => key.startsWith(`${code}\n`)) ?? 'number_mark';

/** A cell of a column that nobody matched: the file's own value. */
const plain = (cell: Cell): Cell => {
  const value = neutral(cell);
  return typeof value === 'string' ? storedText(value) : value;
};
