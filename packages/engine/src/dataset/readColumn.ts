/** 读一列 — the cells of one column as values in the working unit, with a finding for each cell that a person must see. */
import { isoDate } from '@muheng/quantity';
import { type Column, PRESENT } from '../absence.js';
import { emptyColumn } from '../columns.js';
import type { PlainTable } from '../dataset.js';
import {
  type CellTrouble,
  convertBy,
  newReading,
  plainText,
  type Reading,
  readDate,
  readFlag,
  readNumber,
  readText,
} from './cells.js';
import type { Collector } from './collector.js';
import { cellPlace, type FieldColumn, type Wanted } from './headers.js';
import type { TextPool } from './textPool.js';
import { found } from './texts.zh.js';

export interface ColumnReading {
  readonly table: PlainTable;
  /** 1 = the row is read. */
  readonly rows: Uint8Array;
  readonly texts: TextPool;
  readonly collector: Collector;
  /** Facts that scope or groups are decided by; none in a side table. */
  readonly deciding?: ReadonlySet<string>;
}

export interface Field extends Wanted {
  readonly values?: readonly string[];
}

/** As many rows as the table has; rows that are not read stay absent. Text columns hold numbers of `texts`. */
export function readColumn(column: FieldColumn<Field>, from: ColumnReading): Column {
  const { table, rows } = from;
  const out = emptyColumn(table.rows.length);
  const reading = newReading();
  const allowed = column.field.values === undefined ? undefined : new Set(column.field.values);
  const unlisted = new Map<string, { count: number; readonly row: number }>();
  let serial: { readonly row: number; readonly day: number } | undefined;
  for (let row = 0; row < table.rows.length; row++) {
    out.values[row] = Number.NaN;
    out.absence[row] = 1;
    if (rows[row] !== 1) continue;
    readCell(column, { cell: table.rows[row]?.[column.index] ?? null, allowed }, reading);
    if (reading.trouble === 'date_serial') serial ??= { row, day: reading.value };
    else if (reading.trouble !== undefined) report(column, from, { row, trouble: reading.trouble, read: reading.value });
    out.absence[row] = reading.absence;
    if (reading.absence !== PRESENT) continue;
    out.values[row] = column.field.type === 'text' ? from.texts.codeOf(reading.text) : convertBy(reading.value, column.ratio);
    if (column.field.type !== 'text' || allowed === undefined || allowed.has(reading.text)) continue;
    const seen = unlisted.get(reading.text);
    if (seen === undefined) unlisted.set(reading.text, { count: 1, row });
    else seen.count++;
  }
  for (const [value, { count, row }] of unlisted) {
    const values = (column.field.values ?? []).join('、');
    const code = from.deciding?.has(column.field.id) === true ? 'text_not_listed_in_scope' : 'text_not_listed';
    from.collector.add(found(code, cellPlace(table, row, column.index), { term: column.field.term, value, values, count }));
  }
  if (serial !== undefined) {
    const value = plainText(table.rows[serial.row]?.[column.index] ?? null);
    from.collector.add(
      found('date_serial', cellPlace(table, serial.row, column.index), {
        term: column.field.term,
        value,
        date: isoDate(serial.day),
      }),
    );
  }
  return out;
}

function readCell(
  column: FieldColumn<Field>,
  given: { readonly cell: string | number | boolean | null; readonly allowed: ReadonlySet<string> | undefined },
  reading: Reading,
): void {
  switch (column.field.type) {
    case 'number':
      readNumber(given.cell, column.percent, reading);
      return;
    case 'date':
      readDate(given.cell, reading);
      return;
    case 'flag':
      readFlag(given.cell, reading);
      return;
    case 'text':
      readText(given.cell, given.allowed, reading);
      return;
  }
}

function report(
  column: FieldColumn<Field>,
  { table, collector }: ColumnReading,
  at: { readonly row: number; readonly trouble: Exclude<CellTrouble, 'date_serial'>; readonly read: number },
): void {
  const value = plainText(table.rows[at.row]?.[column.index] ?? null).slice(0, 40);
  collector.cell(at.trouble, cellPlace(table, at.row, column.index), { term: column.field.term, value, read: at.read });
}
