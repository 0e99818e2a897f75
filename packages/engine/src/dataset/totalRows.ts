/** 汇总行 — 合计、全市、平均 … among the subjects: recognised by its name, or because every number in it is the sum of the others. */
import type { Column } from '../absence.js';
import type { PlainTable } from '../dataset.js';
import { plainText } from './cells.js';

const totalWords: ReadonlySet<string> = new Set([
  ...['合计', '总计', '小计', '累计', '汇总', '总和', '全部', '合计数', '总数'],
  ...['平均', '平均值', '均值', '平均数', '全市平均', '全区平均', '全县平均'],
  ...['全国', '全省', '全市', '全区', '全县', '全镇', '全园区', '全市合计', '全区合计', '全县合计'],
  ...['total', 'sum', 'average', 'subtotal', 'grandtotal'],
]);

/** Words for the sum of all rows of the table; 小计, 全省 or 平均 are something else. */
const sumWords: ReadonlySet<string> = new Set([
  '合计',
  '总计',
  '总和',
  '合计数',
  '总数',
  '汇总',
  '全部',
  'total',
  'sum',
  'grandtotal',
]);

/** True when the row is by its name the sum of all others. */
export const isWholeSum = (table: PlainTable, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => sumWords.has(plainWord(table, row, column)));

const plainWord = (table: PlainTable, row: number, column: number): string =>
  plainText(table.rows[row]?.[column] ?? null)
    .replace(/[\s::]/g, '')
    .toLowerCase();

/** The word that makes a row a total row, or undefined. */
export function totalWord(table: PlainTable, row: number, columns: readonly number[]): string | undefined {
  for (const column of columns) {
    if (totalWords.has(plainWord(table, row, column))) return plainText(table.rows[row]?.[column] ?? null);
  }
  return undefined;
}

/** A sum is met when it differs by no more than rounding in the file may make it. */
const closeness = 1e-9;

export interface TotalSearch {
  readonly columns: readonly Column[];
  /** 1 = the row is read. */
  readonly rows: Uint8Array;
  /** Year of each row: sums are taken within a year. */
  readonly years: Int32Array;
}

/** Rows whose every number, in at least three columns, is the sum of the other rows of the year, several of which have one there. */
export function totalRowsBySum({ columns, rows, years }: TotalSearch): readonly number[] {
  const sums = new Map<number, Sums>();
  for (let row = 0; row < rows.length; row++) {
    if (rows[row] !== 1) continue;
    const year = sums.get(years[row]!) ?? { of: new Float64Array(columns.length), nonzero: new Int32Array(columns.length) };
    for (let at = 0; at < columns.length; at++) {
      const value = columns[at]!.values[row]!;
      if (Number.isNaN(value)) continue;
      year.of[at]! += value;
      if (value !== 0) year.nonzero[at]!++;
    }
    sums.set(years[row]!, year);
  }
  const totals: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const year = rows[row] === 1 ? sums.get(years[row]!) : undefined;
    if (year !== undefined && isSum(columns, row, year)) totals.push(row);
  }
  return totals;
}

interface Sums {
  readonly of: Float64Array;
  /** How many values of each column are not zero, the total itself among them. */
  readonly nonzero: Int32Array;
}

function isSum(columns: readonly Column[], row: number, sums: Sums): boolean {
  let met = 0;
  for (let at = 0; at < columns.length; at++) {
    const value = columns[at]!.values[row]!;
    if (Number.isNaN(value)) continue;
    if (sums.nonzero[at]! < 4 || Math.abs(sums.of[at]! - 2 * value) > closeness * Math.abs(value)) return false;
    met++;
  }
  return met >= 3;
}
