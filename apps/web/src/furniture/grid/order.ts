/** 排序 — rows held in the browser, by one column; what is absent stands last in either direction; equal rows keep their order. Pure. */
import { isAbsent, type Value } from '../values.js';
import { compare } from './filter.js';

export interface Sort {
  readonly key: string;
  readonly down: boolean;
}

export function sortRows<Row>(rows: readonly Row[], cellOf: (row: Row) => Value, down: boolean): Row[] {
  const absent = (value: Value): boolean => value === null || value === '' || isAbsent(value);
  const keyed = rows.map((row, place) => ({ row, place, value: cellOf(row) }));
  keyed.sort((a, b) => {
    const none = Number(absent(a.value)) - Number(absent(b.value));
    if (none !== 0) return none;
    if (a.value === null || b.value === null || isAbsent(a.value) || isAbsent(b.value)) return a.place - b.place;
    const order = compare(a.value, String(b.value));
    return order === 0 ? a.place - b.place : down ? -order : order;
  });
  return keyed.map(({ row }) => row);
}

/** One press sorts up, the next down, the third takes it back. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, down: false };
  return sort.down ? null : { key, down: true };
}

/** As the server takes it: `name` or `-name`. */
export const sortQuery = (sort: Sort | null): string | undefined =>
  sort === null ? undefined : `${sort.down ? '-' : ''}${sort.key}`;
