/**
 * The cells in which nothing was planted: a dirty file must read in each of them what its clean twin reads. Rows are paired as the two
 * answer keys have them, columns by their letters; a column that is no longer recognised has lost all of its cells.
 */
import { type IntakeTable, matchText, type TablesRead } from '@muheng/sheets';
import type { AnswerKey, KeyEntry } from '../../tools/seed/index.js';
import type { Delivery } from './delivery.js';

export interface GoodCells {
  /** Cells, and columns with their header, that read as in the clean file. */
  same: number;
  /** Of columns that the key calls slipped as a whole, or of a cell with dirt: not compared. */
  planted: number;
  readonly lost: string[];
}

/** Two words of a lease for one thing, which the joining takes alike. */
const alsoCalled: Readonly<Record<string, string>> = { allotted_land: 'leased_in_land' };

type Cell = IntakeTable['rows'][number][number];
type Sheet = AnswerKey['files'][number]['sheets'][number];

export function goodCells(clean: Delivery, dirty: Delivery): GoodCells {
  const good: GoodCells = { same: 0, planted: 0, lost: [] };
  for (const { path, sheets } of dirty.key.files)
    for (const [at, sheet] of sheets.entries()) {
      const twin = clean.key.files.find((file) => file.path === path)?.sheets[at];
      const own = dirty.key.entries.filter((entry) => entry.file === path && entry.sheet === sheet.sheet);
      const tables = [clean, dirty].map(({ read }) => tableOf(read.get(path), sheet.sheet));
      if (twin === undefined || tables[0] === undefined || tables[1] === undefined) good.lost.push(`${path} ${sheet.sheet}`);
      else compare({ place: `${path} ${sheet.sheet}`, own, rows: paired(twin, sheet, own) }, [tables[0], tables[1]], good);
    }
  return good;
}

const tableOf = (read: TablesRead | undefined, sheet: string): IntakeTable | undefined =>
  read?.tables.find((table) => table.sheet === undefined || table.sheet === sheet);

/** Rows that are not called inserted are the clean rows in order, without those that are called missing. */
function paired(clean: Sheet, dirty: Sheet, own: readonly KeyEntry[]): (readonly [clean: number, dirty: number])[] {
  const inserted = new Set(own.flatMap(({ row, scope }) => (scope === 'row' && row !== null ? [row] : [])));
  const missing = new Set(own.flatMap(({ kind, subject }) => (kind === 'row_missing' ? [subject] : [])));
  const [before, after] = [
    clean.rows.filter(([, subject]) => !missing.has(subject)),
    dirty.rows.filter(([row]) => !inserted.has(row)),
  ];
  if (before.length !== after.length || before.some(([, subject], at) => subject !== after[at]?.[1]))
    throw new Error(`the rows of ${dirty.sheet} cannot be paired`);
  return before.map(([row], at) => [row, after[at]![0]]);
}

interface Compared {
  readonly place: string;
  readonly own: readonly KeyEntry[];
  readonly rows: readonly (readonly [clean: number, dirty: number])[];
}

function compare({ place, own, rows }: Compared, [clean, dirty]: readonly [IntakeTable, IntakeTable], good: GoodCells): void {
  const planted = new Set(
    own.flatMap(({ column, row, scope }) => (scope === 'cell' || scope === 'column' ? [`${column}${row ?? ''}`] : [])),
  );
  const at = (table: IntakeTable, row: number, index: number): Cell => table.rows[row - table.firstRow]?.[index] ?? null;
  for (const { letters, index, term } of clean.columns) {
    const column = dirty.columns.find((one) => one.letters === letters);
    if (column === undefined || ![term.id, alsoCalled[term.id]].includes(column.term.id))
      good.lost.push(`${place} ${letters} “${term.term}” read as ${column?.term.term}`);
    else good.same++;
    for (const [before, after] of rows)
      if (planted.has(letters) || planted.has(`${letters}${after}`)) good.planted++;
      else if (column !== undefined && alike(at(clean, before, index), at(dirty, after, column.index))) good.same++;
      else good.lost.push(`${place} ${letters}${after}: ${at(clean, before, index)} ≠ ${at(dirty, after, column?.index ?? -1)}`);
  }
}

function alike(one: Cell, other: Cell): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 1e-9 * Math.abs(one);
  return typeof one === 'string' && typeof other === 'string' ? matchText(one) === matchText(other) : one === other;
}
