/** 数据列 — the few ways columns are made: NaN and the kind of absence always go together. */
import { type Column, MISSING, NOT_COMPUTABLE, PRESENT } from './absence.js';

export const emptyColumn = (rows: number): Column => ({ values: new Float64Array(rows), absence: new Uint8Array(rows) });

/** Absent in every row. */
export const absentColumn = (rows: number, code: number): Column => ({
  values: new Float64Array(rows).fill(Number.NaN),
  absence: new Uint8Array(rows).fill(code),
});

/** Values of a stage as a column: NaN becomes `code`. The absences are spelt out when a formula first asks for them. */
export const columnOf = (values: Float64Array, code: number = MISSING): Column => new SpeltLater(values, code);

class SpeltLater implements Column {
  private spelt: Uint8Array | undefined;

  constructor(
    readonly values: Float64Array,
    private readonly code: number,
  ) {}

  get absence(): Uint8Array {
    this.spelt ??= absencesOf(this.values, this.code);
    return this.spelt;
  }
}

function absencesOf(values: Float64Array, code: number): Uint8Array {
  const absence = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) absence[row] = code;
  return absence;
}

/** A column that is made when a formula first asks for it. */
export const lazyColumn = (make: () => Column): Column => new MadeLater(make);

class MadeLater implements Column {
  private made: Column | undefined;

  constructor(private readonly make: () => Column) {}

  get values(): Float64Array {
    return this.column.values;
  }

  get absence(): Uint8Array {
    return this.column.absence;
  }

  private get column(): Column {
    this.made ??= this.make();
    return this.made;
  }
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
