/** 取值要求 — a number that must be positive (or not negative) and is not becomes 算不出; never an Infinity later on. */

import type { FactRule } from '@muheng/scheme';
import { type Column, NOT_COMPUTABLE } from '../absence.js';
import { copyColumn } from '../columns.js';
import { stretch } from '../stretch.js';

export type MustBe = FactRule['mustBe'];

/** The column itself when every value is within bounds, else a copy in which the others are 算不出. */
export function withinBounds(column: Column, mustBe: MustBe): Column {
  const first = firstOutside(column, mustBe, 0);
  if (first < 0) return column;
  const copy = copyColumn(column);
  for (let row = first; row >= 0; row = firstOutside(column, mustBe, row + 1)) {
    copy.values[row] = Number.NaN;
    copy.absence[row] = NOT_COMPUTABLE;
  }
  return copy;
}

/** Least and most of columns whose maker has seen every value, or less and more. Apart from the columns, which are all of one shape. */
const known = new WeakMap<Column, readonly [number, number]>();

/** The column is not changed any more. */
export function keepBounds(column: Column, within: readonly [number, number]): void {
  known.set(column, within);
}

/** First row at or after `from` whose value is outside, −1 when there is none. */
export function firstOutside(column: Column, mustBe: MustBe, from: number): number {
  const least = { positive: Number.MIN_VALUE, not_negative: 0, any: Number.NEGATIVE_INFINITY }[mustBe];
  const [ownLeast = Number.NEGATIVE_INFINITY] = known.get(column) ?? [];
  if (ownLeast >= least) return -1;
  const { values } = column;
  for (let start = from; start < values.length; start += stretch) {
    const row = firstBelow(values, least, { from: start, to: Math.min(values.length, start + stretch) });
    if (row >= 0) return row;
  }
  return -1;
}

function firstBelow(values: Float64Array, least: number, { from, to }: { readonly from: number; readonly to: number }): number {
  let row = from;
  // Hardly ever is one below: eight are looked at together.
  for (; row + 8 <= to; row += 8) {
    const below =
      Number(values[row]! < least) |
      Number(values[row + 1]! < least) |
      Number(values[row + 2]! < least) |
      Number(values[row + 3]! < least) |
      Number(values[row + 4]! < least) |
      Number(values[row + 5]! < least) |
      Number(values[row + 6]! < least) |
      Number(values[row + 7]! < least);
    if (below !== 0) break;
  }
  for (; row < to; row++) if (values[row]! < least) return row;
  return -1;
}

/** First row at or after `from` whose value lies outside of both ends, −1 when there is none. Absences do not. */
export function nextBeyond(values: Float64Array, [least, most]: readonly [number, number], from: number): number {
  for (let row = from; row < values.length; row++) {
    const value = values[row]!;
    if (value < least || value > most) return row;
  }
  return -1;
}
