/** 列的去处 — what takes the cells of one column while bytes are read, where they go, and what is noted of them. */

/** 一列的地方 — by row, as long as there is room for rows; empty where the column needs no such place. Zero is nothing: present, no row. */
export interface ColumnRoom {
  /** Numbers, or codes of words. */
  readonly values: Float64Array;
  readonly absence: Uint8Array;
  /** How a text begins: its first UTF-16 unit where that is plain, `blankText` for none, 0 = to be looked at. */
  readonly firsts: Uint16Array;
}

export interface Sink {
  /** Cells go there from now on. */
  into(room: ColumnRoom): void;
  /** The rows that follow are counted from this one, their bytes are not more than so many. */
  begin(row: number, bytes: number): void;
  /** The cell that begins at `at`; where it ends. */
  take(bytes: Uint8Array, at: number, row: number): number;
  whole(cell: Uint8Array, row: number): void;
  /** The row ends before this column. */
  blank(row: number): void;
  /** What was noted since `begin`. Raises NotPlain. */
  notes(): Notes;
}

/** 一段列的附记 — of the rows of a piece, counted from its first; can be posted. */
export type Notes = NumberNotes | TextNotes | { readonly kind: 'none' };

export interface NumberNotes {
  readonly kind: 'number';
  /** Rows in which something else than a number stands, ascending, and as which of the column's words. */
  readonly rows: Int32Array;
  readonly codes: Int32Array;
  /** Of its numbers; turned round when there is none. */
  readonly least: number;
  readonly most: number;
}

export interface TextNotes {
  readonly kind: 'text';
  /** A line feed behind each text. */
  readonly bytes: Uint8Array;
  /** Rows whose text is blank or holds unusual signs, ascending. */
  readonly unusual: Int32Array;
  /** Texts that cannot stand in a line, or that lose an apostrophe; their line is blank, or not what counts. */
  readonly odd: readonly (readonly [number, string])[];
  /** Each text comes behind the one before; false also when that is not known. */
  readonly ascending: boolean;
}

export const nothingNoted: Notes = { kind: 'none' };

export const lineFeed = 10;
export const carriageReturn = 13;
/** No text begins so. */
export const blankText = lineFeed;

/** Where the cell ends that begins at `at`. The bytes end with a line end. */
export function endOf(bytes: Uint8Array, at: number, split: number): number {
  let end = at;
  for (let code = bytes[end]!; code !== split && code !== lineFeed && code !== carriageReturn; code = bytes[end]!) end++;
  return end;
}
