/** 排序键 — the columns that the sort keys of a scheme compare, and which way round. */
import type { Formula } from '@muheng/formula';
import { type Rounding, roundedInteger } from '@muheng/quantity';
import type { SortKey } from '@muheng/scheme';
import type { KeyColumn } from './sort.js';

export interface KeySource {
  /** Values of a number formula; NaN = absent. */
  values(formula: Formula): Float64Array;
  readonly totals: { readonly total: Float64Array; readonly fullTotal: Float64Array };
  readonly totalRound: Rounding;
  readonly on: 'rounded' | 'full';
}

/** `总分` alone reads the rounded total as whole numbers of its last decimal, or the full total; every other key its formula. */
export const keyColumns = (keys: readonly SortKey[], source: KeySource): KeyColumn[] => keys.map((key) => keyColumn(key, source));

function keyColumn({ formula, order }: SortKey, source: KeySource): KeyColumn {
  const sign = order === 'desc' ? -1 : 1;
  const isTotal = formula.tree.kind === 'name' && formula.tree.id === 'total';
  if (!isTotal) return { values: source.values(formula), sign, power: null };
  if (source.on === 'full') return { values: source.totals.fullTotal, sign, power: null };
  const { totals, totalRound } = source;
  return { values: totals.total, sign, power: totalRound === 'none' ? null : powerOfTen(totalRound.to) };
}

/** 10^decimals, as rounding counts them. */
const powerOfTen = (decimals: number): number => roundedInteger(1, { to: decimals, by: 'excel' });
