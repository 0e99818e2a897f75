/** 数据列 — the few ways columns are made: NaN and the kind of absence always go together. */
import { type Column, MISSING, NOT_COMPUTABLE, PRESENT } from './absence.js';

export const emptyColumn = (rows: number): Column => ({ values: new Float64Array(rows), absence: new Uint8Array(rows) });

/** Absent in every row. */
export const absentColumn = (rows: number, code: number): Column => ({
  values: new Float64Array(rows).fill(Number.NaN),
  absence: new Uint8Array(rows).fill(code),
});

/** Values of a stage as a column: NaN becomes `code`. */
export function columnOf(values: Float64Array, code: number = MISSING): Column {
  const absence = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) absence[row] = code;
  return { values, absence };
}

export const copyColumn = (column: Column): Column => ({ values: column.values.slice(), absence: column.absence.slice() });

/** Puts a value into a column that is being built; a value that is not finite becomes 算不出. */
export function put(column: Column, row: number, value: number): void {
  const finite = Number.isFinite(value);
  column.values[row] = finite ? value : Number.NaN;
  column.absence[row] = finite ? PRESENT : NOT_COMPUTABLE;
}

export function putAbsent(column: Column, row: number, code: number): void {
  column.values[row] = Number.NaN;
  column.absence[row] = code;
}

/** The rows `from[0..]` of a column in that order; −1 gives a missing cell. */
export function pickRows(column: Column, from: Int32Array): Column {
  const picked = emptyColumn(from.length);
  for (let row = 0; row < from.length; row++) {
    const old = from[row]!;
    picked.values[row] = old < 0 ? Number.NaN : column.values[old]!;
    picked.absence[row] = old < 0 ? MISSING : column.absence[old]!;
  }
  return picked;
}

/** A text, date or number column holds this value in this row. */
export const isPresent = (column: Column, row: number): boolean => column.absence[row] === PRESENT;
