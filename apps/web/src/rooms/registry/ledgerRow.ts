/** 登记的一行 — of any ledger, and how its values read. Pure but for the clock of `today`. */
import { formatDate } from '../../furniture/values.js';
import type { FieldForm } from './ledgers.zh.js';

export interface LedgerRow {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** As words: the official word of a kind, the name behind an id, a Chinese date. */
export function shownValue(field: FieldForm, row: Readonly<Record<string, unknown>>): string {
  const value = field.shownAs === undefined ? row[field.key] : (row[field.shownAs] ?? row[field.key]);
  if (value === null || value === undefined || value === '') return '';
  if (field.kind === 'yes') return value === true ? '是' : '否';
  if (field.kind === 'choice') return field.choices?.find((one) => one.value === value)?.label ?? String(value);
  return field.kind === 'day' ? formatDate(String(value)) : String(value);
}

/** The value is an id; its name stands elsewhere. */
export const isPicked = ({ kind }: FieldForm): boolean =>
  kind === 'subject' || kind === 'parcel' || kind === 'region' || kind === 'meter';

export const isNumeric = (field: FieldForm): boolean => field.kind === 'decimal' || field.kind === 'percent';
