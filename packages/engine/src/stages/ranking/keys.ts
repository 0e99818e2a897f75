/** 排序键 — turns the sort keys of a scheme into columns where ascending means better and an absent key comes last. */
import type { Formula } from '@muheng/formula';
import { type Rounding, roundedInteger } from '@muheng/quantity';
import type { SortKey } from '@muheng/scheme';
import type { KeyColumn } from './order.js';

export interface KeySource {
  /** Values of a number formula; NaN = absent. */
  values(formula: Formula): Float64Array;
  readonly total: Float64Array;
  readonly fullTotal: Float64Array;
  readonly totalRound: Rounding;
  readonly on: 'rounded' | 'full';
}

/** `总分` alone reads the rounded total as whole numbers of its last decimal, or the full total; every other key its formula. */
export const keyColumns = (keys: readonly SortKey[], source: KeySource): KeyColumn[] => keys.map((key) => keyColumn(key, source));

function keyColumn({ formula, order }: SortKey, source: KeySource): KeyColumn {
  const isTotal = formula.tree.kind === 'name' && formula.tree.id === 'total';
  if (!isTotal) return oriented(source.values(formula), order);
  if (source.on === 'full') return oriented(source.fullTotal, order);
  return source.totalRound === 'none' ? oriented(source.total, order) : wholeTotals(source, order);
}

function oriented(from: Float64Array, order: SortKey['order']): KeyColumn {
  const values = new Float64Array(from.length);
  const sign = order === 'desc' ? -1 : 1;
  for (let row = 0; row < from.length; row++)
    values[row] = Number.isNaN(from[row]!) ? Number.POSITIVE_INFINITY : sign * from[row]!;
  return { values, whole: false };
}

function wholeTotals({ total, totalRound }: KeySource, order: SortKey['order']): KeyColumn {
  const values = new Float64Array(total.length);
  if (totalRound === 'none') return { values, whole: false };
  const sign = order === 'desc' ? -1 : 1;
  const power = roundedInteger(1, { to: totalRound.to, by: 'excel' });
  for (let row = 0; row < total.length; row++) {
    values[row] = Number.isNaN(total[row]!) ? Number.POSITIVE_INFINITY : sign * Math.round(total[row]! * power) + 0;
  }
  return { values, whole: true };
}
