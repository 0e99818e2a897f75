/** 汇总行 — 合计、全市、平均 … among the subjects: recognised by its name, or because every number in it is the sum of the others. */
import type { ReadColumn } from './readColumn.js';

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

/** True when the row is by its id or name the sum of all others. */
export const isWholeSum = (texts: readonly string[]): boolean => texts.some((text) => sumWords.has(wordOf(text)));

const wordOf = (text: string): string => text.replace(/[\s::]/g, '').toLowerCase();

/** What a total word may begin with, as it stands in a file: 1 by UTF-16 unit. */
export const totalInitials = new Uint8Array(0x10000);
for (const word of [...totalWords, ':']) for (const letter of [word, word.toUpperCase()]) totalInitials[letter.charCodeAt(0)] = 1;

/** The plain text itself when it makes its row a total row, or undefined. */
export const totalWord = (text: string): string | undefined =>
  totalInitials[text.charCodeAt(0)] === 1 && totalWords.has(wordOf(text)) ? text : undefined;

/** A sum is met when it differs by no more than rounding in the file may make it. */
const closeness = 1e-9;
/** A total row is the sum in so many columns. */
const fewestMet = 3;

export interface TotalSearch {
  readonly columns: readonly ReadColumn[];
  /** 1 = the row is read. */
  readonly rows: Uint8Array;
  /** Year of each row: sums are taken within a year. */
  readonly years: Int32Array;
  /** All rows are read, all of this year. */
  readonly only: number | undefined;
}

/** Rows whose every number, in at least three columns, is the sum of the other rows of the year, several of which have one there. */
export function totalRowsBySum({ columns, rows, years, only }: TotalSearch): readonly number[] {
  if (columns.filter((column) => only === undefined || mayHoldSum(column)).length < fewestMet) return [];
  const found = new Candidates(rows, years, only);
  for (const { values } of columns) {
    found.keep(values);
    if (found.rows.length === 0) return [];
  }
  return [...found.rows.filter((_, at) => found.met[at]! >= fewestMet)];
}

/**
 * Of a table of one year. A total is the sum of the others, so all together come to twice the total: where nothing is below zero, no
 * value is that large once the first rows exceed twice the largest, and few rows mostly do.
 */
function mayHoldSum({ values, within }: ReadColumn): boolean {
  if (within === undefined || within[0] < 0) return true;
  const enough = within[1] * (2 + 2 * closeness);
  let sum = 0;
  for (let row = 0; row < values.length && sum <= enough; row++) if (!Number.isNaN(values[row]!)) sum += values[row]!;
  return sum <= enough;
}

/** Rows that may still be totals after the columns looked at: after one or two hardly any is left. */
class Candidates {
  /** Undefined before a column was looked at: all that are read. */
  private list: readonly number[] | undefined;
  /** In how many columns each is the sum. */
  met: readonly number[] = [];
  private readonly known: ReadonlySet<number>;

  constructor(
    private readonly read: Uint8Array,
    private readonly years: Int32Array,
    only: number | undefined,
  ) {
    this.known = only === undefined ? yearsOf(read, years) : new Set([only]);
  }

  get rows(): readonly number[] {
    return this.list ?? [];
  }

  /** Those that have no number in the column, or the sum. */
  keep(values: Float64Array): void {
    const { list: before, read } = this;
    const sums = new Map([...this.known].map((year): [number, Sum] => [year, this.sumOf(values, year)]));
    const left: number[] = [];
    const met: number[] = [];
    const count = before?.length ?? read.length;
    let year = Number.NaN;
    let sum: Sum = { of: 0, nonzero: 0 };
    for (let at = 0; at < count; at++) {
      const row = before === undefined ? at : before[at]!;
      if (before === undefined && read[row] !== 1) continue;
      const value = values[row]!;
      if (this.years[row] !== year) {
        year = this.years[row]!;
        sum = sums.get(year) ?? sum;
      }
      const isAbsent = Number.isNaN(value);
      if (!isAbsent && (sum.nonzero < 4 || Math.abs(sum.of - 2 * value) > closeness * Math.abs(value))) continue;
      left.push(row);
      met.push((this.met[at] ?? 0) + (isAbsent ? 0 : 1));
    }
    this.list = left;
    this.met = met;
  }

  /** Rows that are not read have no numbers. */
  private sumOf(values: Float64Array, year: number): Sum {
    const { years, known } = this;
    const only = known.size === 1;
    let of = 0;
    let nonzero = 0;
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!;
      if (Number.isNaN(value) || (!only && years[row] !== year)) continue;
      of += value;
      if (value !== 0) nonzero++;
    }
    return { of, nonzero };
  }
}

interface Sum {
  readonly of: number;
  /** How many values are not zero, the total itself among them. */
  readonly nonzero: number;
}

function yearsOf(read: Uint8Array, years: Int32Array): ReadonlySet<number> {
  const known = new Set<number>();
  let last = Number.NaN;
  for (let row = 0; row < read.length; row++) {
    if (read[row] !== 1 || years[row] === last) continue;
    last = years[row]!;
    known.add(last);
  }
  return known;
}
