/** 重复行 — two rows of one code (and year) in a file: named by row; neither wins when they differ. @source R81 */
import type { Place } from '@muheng/finding';
import type { SheetRow } from '../book/book.js';
import { isCreditCode } from '../codes/creditCode.js';
import type { Collector } from '../collector.js';
import type { ColumnMatch } from '../columns/match.js';
import { creditCodeId } from '../columns/vocabulary.js';
import { type Cell, cellAddress } from '../table.js';
import type { RejectedRow } from './intakeTable.js';

export interface RowsToCompare {
  readonly data: readonly SheetRow[];
  readonly rows: readonly (readonly Cell[])[];
  readonly columns: readonly ColumnMatch[];
  readonly where: Place;
  readonly collector: Collector;
}

/** Rows to reject: all of a code whose rows differ. Rows that are alike are only told. */
export function findDuplicates({ data, rows, columns, where, collector }: RowsToCompare): RejectedRow[] {
  const code = columns.find(({ term }) => term.id === creditCodeId);
  if (code === undefined) return [];
  const year = columns.find(({ term }) => term.id === 'year');
  if (ascend(rows, code.index)) return [];
  const compared = columns.filter((column) => column !== code);
  const firsts = new Map<string, number>();
  const groups = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const value = row[code.index];
    if (typeof value !== 'string') return;
    const key = year === undefined ? value : `${value}\n${String(row[year.index] ?? '')}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, at);
    else if (isCreditCode(value)) groups.set(key, [...(groups.get(key) ?? [first]), at]);
  });
  const rejected: RejectedRow[] = [];
  for (const [key, places] of [...groups].sort(([, a], [, b]) => a[0]! - b[0]!)) {
    const [first, ...others] = places;
    if (first === undefined || others.length === 0) continue;
    const differing = compared.filter((column) =>
      others.some((other) => rows[other]?.[column.index] !== rows[first]?.[column.index]),
    );
    const blanks = {
      what: key.split('\n')[0]!,
      rows: places.map((at) => data[at]!.row).join('、'),
      differing: differing.map(({ term }) => term.term).join('、'),
    };
    const place = { ...where, row: data[first]!.row, cell: cellAddress(data[first]!.row, code.index + 1) };
    collector.cell(differing.length === 0 ? 'code_twice_alike' : 'code_twice', place, blanks);
    if (differing.length > 0) for (const at of places) rejected.push({ row: data[at]!.row, reasons: ['code_twice'] });
  }
  return rejected;
}

/** Each row has a text behind the one before it: none stands there twice. */
function ascend(rows: readonly (readonly Cell[])[], column: number): boolean {
  let last = '';
  for (const row of rows) {
    const cell = row[column];
    if (typeof cell !== 'string' || cell <= last) return false;
    last = cell;
  }
  return true;
}

/** In ledgers, where a code may stand several times: rows that are alike in every cell but their order number. */
export function findAlikeRows({
  data,
  rows,
  columns,
  where,
  collector,
  ignored,
}: RowsToCompare & { readonly ignored: ReadonlySet<number> }): void {
  const groups = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const key = JSON.stringify(row.map((cell, column) => (ignored.has(column) ? null : cell)));
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [at]);
    else known.push(at);
  });
  const code = columns.find(({ term }) => term.id === creditCodeId)?.index ?? 0;
  for (const places of groups.values()) {
    if (places.length < 2) continue;
    const numbers = places.map((at) => data[at]!.row);
    const later = numbers[1]!;
    collector.cell(
      'row_twice',
      { ...where, row: later, cell: cellAddress(later, code + 1) },
      { what: '', rows: numbers.join('、') },
    );
  }
}
