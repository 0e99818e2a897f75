/** 汇总行核对 — the total row of a table against the sums of its rows: a row left out, doubled or changed shows here. */
import type { Scheme } from '@muheng/scheme';
import { type Column, PRESENT } from '../absence.js';
import { convertBy, newReading, plainText, readNumber } from './cells.js';
import type { Collector } from './collector.js';
import { cellPlace, type FieldColumn, type TablePlan } from './headers.js';
import type { Field } from './readColumn.js';
import type { TableRows } from './rows.js';
import { cellAt } from './sourceTable.js';
import { found } from './texts.zh.js';
import { isWholeSum } from './totalRows.js';

export interface Totals {
  readonly plan: TablePlan<Field>;
  readonly rows: TableRows;
  /** As `plan.columns`. */
  readonly columns: readonly Column[];
  readonly scheme: Scheme;
}

/** Only where it is clear of what the row is the sum: one such row, all rows of one year. Ratios and texts have no sum. */
export function compareTotals({ plan, rows, columns, scheme }: Totals, collector: Collector): void {
  if (rows.totals.length === 0) return;
  const names = rows.names?.().texts;
  const sums = rows.totals.filter((row) => isWholeSum([rows.ids[row]!, names?.[row] ?? '']));
  const [row] = sums;
  if (row === undefined || sums.length > 1) return;
  const years = new Set(rows.years.filter((_, at) => rows.read[at] === 1));
  if (years.size !== 1) return;
  plan.columns.forEach((column, at) => {
    const rule = scheme.facts.get(column.field.id);
    if (rule?.type === 'number' && rule.merged === 'sum')
      compareTotal({ plan, rows, row, column, values: columns[at]! }, collector);
  });
}

interface OneTotal {
  readonly plan: TablePlan<Field>;
  readonly rows: TableRows;
  readonly row: number;
  readonly column: FieldColumn<Field>;
  readonly values: Column;
}

/** In the unit of the file, as the total stands there. */
function compareTotal({ plan, rows, row, column, values }: OneTotal, collector: Collector): void {
  const cell = cellAt(plan.table, row, column.index);
  const reading = newReading();
  readNumber(cell, column.written, reading);
  if (reading.absence !== PRESENT) return;
  const total = reading.value;
  const sum = convertBy(sumOfRead(rows, values), { over: column.ratio.under, under: column.ratio.over });
  const allowed = halfOfLastDigit(cell) + closeness * Math.max(Math.abs(sum), Math.abs(total));
  if (Number.isNaN(sum) || Math.abs(sum - total) <= allowed) return;
  const written = plan.table.header[column.index] ?? column.field.term;
  const blanks = { column: written, total: shown(total), sum: shown(sum), gap: Number(Math.abs(sum - total).toPrecision(6)) };
  collector.add(found('total_row_differs', cellPlace(plan.table, row, column.index), blanks));
}

/** In the working unit; NaN when no row has a value. */
function sumOfRead(rows: TableRows, { values, absence }: Column): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (rows.read[row] !== 1 || absence[row] !== PRESENT) continue;
    sum += values[row]!;
    count++;
  }
  return count === 0 ? Number.NaN : sum;
}

/** Of the addition itself. */
const closeness = 1e-11;

/** A total written with two decimals may be off by half a hundredth. */
function halfOfLastDigit(cell: Parameters<typeof plainText>[0]): number {
  const [, decimals = ''] = /\.(\d+)/.exec(plainText(cell)) ?? [];
  return Number(`0.5e-${decimals.length}`);
}

const shown = (value: number): number => Number(value.toPrecision(12));
