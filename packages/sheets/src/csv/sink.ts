/** 列的去处 — what takes the cells of one column while bytes are read, and where a cell ends. */

export interface Sink {
  /** The cell that begins at `at`; where it ends. */
  take(bytes: Uint8Array, at: number, row: number): number;
  whole(cell: Uint8Array, row: number): void;
  /** The row ends before this column. */
  blank(row: number): void;
  room(rows: number): void;
  /** Bytes that are kept of the cells so far. */
  readonly length: number;
  /** All that was taken, for another thread; the sink is used up. Raises NotPlain. */
  part(rows: number): SinkPart;
  /** What another sink of the same kind has taken: each call puts a stretch of it behind what is here. */
  join(part: SinkPart): (stretch: Stretch) => void;
}

/** 一段列 — what a sink has taken; can be posted. */
export type SinkPart =
  | {
      readonly kind: 'number';
      readonly values: Float64Array;
      readonly absence: Uint8Array;
      /** Rows in which something else stands, ascending, and as which of the words. */
      readonly rows: Int32Array;
      readonly codes: Int32Array;
      readonly words: PackedWords;
    }
  | { readonly kind: 'word'; readonly codes: Int32Array; readonly words: PackedWords }
  | { readonly kind: 'text'; readonly bytes: Uint8Array; readonly odd: readonly (readonly [number, string])[] }
  | { readonly kind: 'none' };

/** Words one behind the other, and where each ends. */
export interface PackedWords {
  readonly bytes: Uint8Array;
  readonly ends: Int32Array;
}

/** Rows of a part, the bytes it keeps of them, and the row here that the first of them becomes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly bytesFrom: number;
  readonly bytesTo: number;
  readonly at: number;
}

export const lineFeed = 10;
export const carriageReturn = 13;

/** Where the cell ends that begins at `at`. The bytes end with a line end. */
export function endOf(bytes: Uint8Array, at: number, split: number): number {
  let end = at;
  for (let code = bytes[end]!; code !== split && code !== lineFeed && code !== carriageReturn; code = bytes[end]!) end++;
  return end;
}

/** The longer room, with what was there. */
export function widened<T extends Float64Array | Int32Array | Uint8Array>(old: T, room: T): T {
  room.set(old.subarray(0, room.length));
  return room;
}
