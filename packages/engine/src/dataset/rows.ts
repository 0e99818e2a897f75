/** 逐行读入 — which rows of a table are subjects, whose and of which year; what is blank, a total or without id is left out. */

import { plainText } from './cells.js';
import type { Collector } from './collector.js';
import { damagedId } from './damagedId.js';
import { fileRow, placeOf, type TablePlan, type Wanted } from './headers.js';
import { found } from './texts.zh.js';
import { totalWord } from './totalRows.js';

export interface TableRows {
  /** By table row; '' where the row is not read. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly years: Int32Array;
  /** 1 = the row is read. */
  readonly read: Uint8Array;
  /** Total rows by their name. */
  readonly totals: readonly number[];
}

/** `year` of the table: for rows without one of their own; undefined when nobody knows it. */
export function readRows(plan: TablePlan<Wanted>, year: number | undefined, collector: Collector): TableRows {
  const { table } = plan;
  const ids: string[] = [];
  const names: string[] = [];
  const years = new Int32Array(table.rows.length);
  const read = new Uint8Array(table.rows.length);
  const totals: number[] = [];
  for (let row = 0; row < table.rows.length; row++) {
    const id = plan.id < 0 ? '' : plainText(table.rows[row]?.[plan.id] ?? null);
    const name = plan.name < 0 ? '' : plainText(table.rows[row]?.[plan.name] ?? null);
    ids.push(id);
    names.push(name);
    if (plan.id < 0 || blankRow(table.rows[row] ?? [])) continue;
    const where = { ...placeOf(table), row: fileRow(table, row) };
    const word = totalWord(table, row, plan.name < 0 ? [plan.id] : [plan.id, plan.name]);
    const own = yearOfRow(plan, row, year);
    if (word !== undefined) {
      totals.push(row);
      collector.add(found('total_row', where, { why: `名称为“${word}”` }));
    } else if (id === '') collector.add(found('id_missing', where));
    else if (damagedId(plan, row, collector)) continue;
    else if (own === undefined)
      collector.add(found('year_unreadable', where, { value: plainText(table.rows[row]?.[plan.year] ?? null) }));
    else {
      years[row] = own;
      read[row] = 1;
    }
  }
  return { ids, names, years, read, totals };
}

const blankRow = (cells: readonly unknown[]): boolean =>
  cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''));

/** 0 when the table has no year and none is known yet; undefined when the cell cannot be read. */
function yearOfRow(plan: TablePlan<Wanted>, row: number, year: number | undefined): number | undefined {
  const text = plan.year < 0 ? '' : plainText(plan.table.rows[row]?.[plan.year] ?? null);
  if (text === '') return year ?? 0;
  const found = /^(\d{4})年?度?$/.exec(text);
  return found === null ? undefined : Number(found[1]);
}
