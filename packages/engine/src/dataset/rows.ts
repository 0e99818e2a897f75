/** 逐行读入 — which rows of a table are subjects, whose and of which year; what is blank, a total or without id is left out. */
import type { Cell, SourceTable } from '../dataset.js';
import { plainText } from './cells.js';
import type { Collector } from './collector.js';
import { damagedId } from './damagedId.js';
import { fileRow, placeOf, type TablePlan, type Wanted } from './headers.js';
import { lazyTexts } from './lazyTexts.js';
import { cellAt, isBlankRow, rowCountOf } from './sourceTable.js';
import { found } from './texts.zh.js';
import { totalInitials, totalWord } from './totalRows.js';

export interface TableRows {
  /** By table row; '' where the row has none. */
  readonly ids: readonly string[];
  /** The ids stand in the order of their bytes, each once; undefined when that is not known. */
  readonly ascending: true | undefined;
  /** Made when asked for; undefined when the table has no such column. */
  readonly names: (() => RowNames) | undefined;
  readonly years: Int32Array;
  /** 1 = the row is read. */
  readonly read: Uint8Array;
  /** All rows are read, all of this year; undefined also when nobody has looked. */
  readonly only: number | undefined;
  /** Total rows by their name. */
  readonly totals: readonly number[];
}

export interface RowNames {
  /** By table row; '' where the row has none. */
  readonly texts: readonly string[];
  /** Every row has one. */
  readonly whole: boolean;
}

/** `year` of the table: for rows without one of their own; undefined when nobody knows it. */
export function readRows(plan: TablePlan<Wanted>, year: number | undefined, collector: Collector): TableRows {
  const { table } = plan;
  const count = rowCountOf(table);
  const years = new Int32Array(count);
  const read = new Uint8Array(count);
  const totals: number[] = [];
  const unusual = plan.id < 0 ? [] : unusualRows(plan);
  const ids = plan.id < 0 ? new Array<string>(count).fill('') : plainTexts(table, { column: plan.id, unusual });
  const yearAt = yearReader(plan, year);
  const look = (row: number): void => {
    const verdict = verdictOn(plan, { row, id: ids[row]!, yearAt }, collector);
    read[row] = typeof verdict === 'number' ? 1 : 0;
    years[row] = typeof verdict === 'number' ? verdict : 0;
    if (verdict === 'total') totals.push(row);
  };
  if (unusual === undefined) for (let row = 0; row < count; row++) look(row);
  else {
    if (plan.id >= 0) read.fill(1);
    if (plan.id >= 0) years.fill(year ?? 0);
    unusual.forEach(look);
  }
  const bytes = 'rows' in table || unusual?.length !== 0 ? undefined : table.texts(plan.id);
  const ascending = bytes?.ascending() === true ? true : undefined;
  const only = unusual?.length === 0 && plan.id >= 0 ? (year ?? 0) : undefined;
  return { ids, ascending, names: namesOf(table, plan.name), years, read, only, totals };
}

/** What becomes of a row: its year, or why it is not read. */
function verdictOn(
  plan: TablePlan<Wanted>,
  { row, id, yearAt }: { readonly row: number; readonly id: string; readonly yearAt: (row: number) => number | undefined },
  collector: Collector,
): number | 'total' | 'not_read' {
  const { table } = plan;
  if (id === '' && isBlankRow(table, row)) return 'not_read';
  const word = totalWord(id) ?? (plan.name < 0 ? undefined : totalWord(plainText(cellAt(table, row, plan.name))));
  if (word !== undefined) {
    collector.add(found('total_row', rowPlace(table, row), { why: `名称为“${word}”` }));
    return 'total';
  }
  if (id === '') {
    collector.add(found('id_missing', rowPlace(table, row)));
    return 'not_read';
  }
  if (damagedId(plan, { row, cell: cellAt(table, row, plan.id), text: id }, collector)) return 'not_read';
  const own = yearAt(row);
  if (own !== undefined) return own;
  collector.add(found('year_unreadable', rowPlace(table, row), { value: plainText(cellAt(table, row, plan.year)) }));
  return 'not_read';
}

/** The only rows that may be anything but a subject of the table's year; undefined: any may. */
function unusualRows({ table, id, name, year }: TablePlan<Wanted>): readonly number[] | undefined {
  const ids = 'rows' in table || year >= 0 ? undefined : table.texts(id);
  const names = 'rows' in table || name < 0 || name === id ? undefined : table.texts(name);
  if (ids === undefined || (name >= 0 && name !== id && names === undefined)) return undefined;
  const rows = [...ids.unusual(), ...ids.beginning(totalInitials), ...(names?.beginning(totalInitials) ?? [])];
  return [...new Set(rows)].sort((a, b) => a - b);
}

function namesOf(table: SourceTable, column: number): TableRows['names'] {
  if (column < 0) return undefined;
  const given = 'rows' in table ? undefined : table.texts(column);
  if (given === undefined) {
    const texts = plainTexts(table, { column, unusual: undefined });
    return () => ({ texts, whole: !texts.includes('') });
  }
  const plain = {
    at: (row: number) => plainText(given.at(row)),
    get texts() {
      return given.texts.map(plainText);
    },
  };
  return () => ({ texts: lazyTexts(plain, rowCountOf(table)), whole: !given.hasBlank() });
}

const rowPlace = (table: SourceTable, row: number) => ({ ...placeOf(table), row: fileRow(table, row) });

/** A column as plain texts. `unusual`: no others need a look. */
function plainTexts(
  table: SourceTable,
  { column, unusual }: { readonly column: number; readonly unusual: readonly number[] | undefined },
): readonly string[] {
  const count = rowCountOf(table);
  const cells = 'rows' in table ? undefined : table.texts(column);
  if (cells === undefined) return Array.from({ length: count }, (_, row) => plainText(cellAt(table, row, column)));
  if (unusual?.length === 0) return lazyTexts(cells, count);
  const given = cells.texts;
  if (unusual === undefined) return given.map(plainText);
  const texts = given.slice();
  for (const row of unusual) texts[row] = plainText(given[row]!);
  return texts;
}

/** Of a row: 0 when the table has no year and none is known yet; undefined when the cell cannot be read. Most rows repeat the last. */
function yearReader(plan: TablePlan<Wanted>, year: number | undefined): (row: number) => number | undefined {
  if (plan.year < 0) return () => year ?? 0;
  let last: Cell | undefined;
  let own: number | undefined;
  return (row) => {
    const cell = cellAt(plan.table, row, plan.year);
    if (cell === last) return own;
    last = cell;
    const text = plainText(cell);
    const written = /^(\d{4})年?度?$/.exec(text);
    own = text === '' ? (year ?? 0) : written === null ? undefined : Number(written[1]);
    return own;
  };
}
