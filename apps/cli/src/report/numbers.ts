/** Numbers on paper: same decimals in a column, thousands separated; absent values keep their own words. */
import { absenceInWords, absenceKindOf, type Column } from '@muheng/formula';
import type { Rounding } from '@muheng/quantity';

/** `1 234.50`, `−3.0`; `absent` where there is no value. */
export function numberInWords(value: number | null | undefined, decimals: number, absent = '—'): string {
  if (value === null || value === undefined || Number.isNaN(value)) return absent;
  const shown = Math.abs(value).toFixed(decimals);
  const [whole = '0', part] = shown.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
  const minus = value < 0 && Number(shown) !== 0 ? '−' : '';
  return `${minus}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** 缺, 不适用, 未报, 算不出; a dash where nothing is known. */
export function absenceWord(code: number | undefined): string {
  const kind = absenceKindOf(code ?? 0);
  return kind === undefined ? '—' : absenceInWords[kind];
}

/** A value, or the word of its absence. */
export function cellOf(column: Column, row: number): number | string {
  const value = column.values[row];
  return value === undefined || Number.isNaN(value) ? absenceWord(column.absence[row]) : value;
}

/** NaN of a points or total column as null. */
export const numberOrNull = (values: Float64Array, row: number): number | null => {
  const value = values[row];
  return value === undefined || Number.isNaN(value) ? null : value;
};

/** Decimals a rounded column is shown with; unrounded numbers get `unrounded`. */
export const decimalsOf = (rounding: Rounding, unrounded: number): number => (rounding === 'none' ? unrounded : rounding.to);

/** Ranks are whole unless ties share an average. */
export const rankInWords = (rank: number): string => (rank === 0 ? '—' : Number.isInteger(rank) ? String(rank) : rank.toFixed(1));

/** `20.0%` of a part; a dash of nothing. */
export const percentInWords = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;

/** A published constant as printed: up to six decimals, none that say nothing. */
export function plainNumber(value: number): string {
  const text = numberInWords(value, 6);
  return text.includes('.') ? text.replace(/(?<!0)0+$/, '').replace(/\.$/, '') : text;
}
