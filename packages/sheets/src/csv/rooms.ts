/** 列的地方 — memory for the columns of a table. Shared by several threads, or of one's own; only what is written to takes memory. */
import type { ColumnUse } from '../table.js';
import { aligned } from './kernel/memory.js';
import type { ColumnRoom } from './sink.js';

export interface Rooms {
  /** Rows. */
  readonly capacity: number;
  /** Where rows begin in the file. */
  readonly starts: Uint32Array;
  readonly columns: readonly ColumnRoom[];
}

export interface RoomsWanted {
  readonly uses: readonly ColumnUse[];
  readonly capacity: number;
}

type Memory = ArrayBuffer | SharedArrayBuffer;
/** Memory for so many bytes, and where in it they begin. */
export type Giving = (bytes: number) => readonly [Memory, number];

export const ownMemory: Giving = (bytes) => [new ArrayBuffer(bytes), 0];
export const threadsMemory: Giving = (bytes) => [new SharedArrayBuffer(bytes), 0];

/** Parts of a memory, one behind the other. */
export function partsOf(memory: SharedArrayBuffer): Giving {
  let at = 0;
  return (bytes) => {
    at += aligned(bytes);
    return [memory, at - aligned(bytes)];
  };
}

export function roomsFor({ uses, capacity }: RoomsWanted, giving: Giving): Rooms {
  const bytes = (count: number): Uint8Array => new Uint8Array(...giving(count), count);
  const doubles = (count: number): Float64Array => new Float64Array(...giving(8 * count), count);
  const units = (count: number): Uint16Array => new Uint16Array(...giving(2 * count), count);
  return {
    capacity,
    starts: new Uint32Array(...giving(4 * capacity), capacity),
    columns: uses.map((use) => ({
      values: doubles(use === 'number' || use === 'word' ? capacity : 0),
      absence: bytes(use === 'number' ? capacity : 0),
      firsts: units(use === 'text' ? capacity : 0),
    })),
  };
}

/** Bytes that they take out of `partsOf`. */
export function roomBytes({ uses, capacity }: RoomsWanted): number {
  const each: Readonly<Record<ColumnUse, number>> = {
    number: aligned(8 * capacity) + aligned(capacity),
    word: aligned(8 * capacity),
    text: aligned(2 * capacity),
    none: 0,
  };
  return uses.reduce((sum, use) => sum + each[use], aligned(4 * capacity));
}

/** Longer ones of one's own, with what stands in the first rows. */
export function widerRooms(old: Rooms, { rows, capacity }: { readonly rows: number; readonly capacity: number }): Rooms {
  const wider = <T extends Float64Array | Uint8Array | Uint16Array | Uint32Array>(from: T, into: T): T => {
    into.set(from.subarray(0, rows));
    return into;
  };
  const length = (array: { readonly length: number }): number => (array.length === 0 ? 0 : capacity);
  return {
    capacity,
    starts: wider(old.starts, new Uint32Array(capacity)),
    columns: old.columns.map(({ values, absence, firsts }) => ({
      values: wider(values, new Float64Array(length(values))),
      absence: wider(absence, new Uint8Array(length(absence))),
      firsts: wider(firsts, new Uint16Array(length(firsts))),
    })),
  };
}

/** Rows `from` to `to` become the rows from `at` on. */
export function moveRows(
  { starts, columns }: Rooms,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
): void {
  if (from === at) return;
  starts.copyWithin(at, from, to);
  for (const { values, absence, firsts } of columns) {
    values.copyWithin(at, from, to);
    absence.copyWithin(at, from, to);
    firsts.copyWithin(at, from, to);
  }
}
