/** 登记项的比对 — how the fields of one form read and are told apart when two people changed one row. Pure. */
import type { Problem } from '../../api/problem.js';
import { type FieldWords, tellNumber } from '../../furniture/threeWay.js';
import type { Given } from './FieldInput.js';
import { isNumeric, isPicked, type LedgerRow, shownValue } from './ledgerRow.js';
import type { FieldForm } from './ledgers.zh.js';

export type Values = Readonly<Record<string, Given>>;
/** Id → what it is called. */
export type Names = Readonly<Record<string, string>>;

/** 名称 · 代码 · 区域, as a picker offers it: the name is enough where two are compared. */
export const nameOfChoice = (label: string): string => label.split(' · ')[0] ?? label;

export const givenOf = (value: unknown): Given =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

export function ledgerWords(fields: readonly FieldForm[], names: Names): FieldWords<Values> {
  const of = new Map<string, FieldForm>(fields.map((field) => [field.key, field]));
  return {
    labels: Object.fromEntries(fields.map(({ key, label }) => [key, label])),
    wordOf(values, key) {
      const field = of.get(key);
      const value = values[key] ?? null;
      if (field === undefined) return '';
      return isPicked(field) && typeof value === 'string'
        ? (names[value] ?? value)
        : shownValue({ ...field, shownAs: key }, values);
    },
    tellOf(values, key) {
      const field = of.get(key);
      const text = String(values[key] ?? '').trim();
      // 1.10 and 1.1 are two contract numbers.
      return field !== undefined && isNumeric(field) ? tellNumber(text) : text;
    },
  };
}

/**
 * The row as it stands now, from the refusal of a second writer: columns of the table, so their names are turned into the contract's.
 * @throws the refusal itself when it does not tell
 */
export function rowInRefusal(refused: Problem): LedgerRow {
  const { now, version } = refused.details;
  if (typeof now !== 'object' || now === null || typeof version !== 'number') throw refused;
  const named = Object.entries(now).map(([column, value]) => [
    column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return { ...Object.fromEntries(named), id: '', version };
}
