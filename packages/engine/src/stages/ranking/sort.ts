/**
 * 排序原语 — puts rows in ascending order of one key; equal keys stay in row order, which is the order of id bytes. Whole numbers by
 * their digits; others in small segments by insertion, in middle ones by merging, in large ones by the digits of their bits.
 */
import { stretch } from '../../stretch.js';

/** One key, least = best after `sign`; NaN = absent, comes last. */
export interface KeyColumn {
  readonly values: Float64Array;
  readonly sign: 1 | -1;
  /** Compared exactly as whole numbers of value × power; null: as it is, neighbours within the tolerance are equal. */
  readonly power: number | null;
}

export function keyAt({ values, sign, power }: KeyColumn, row: number): number {
  const value = values[row]!;
  if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
  return sign * (power === null ? value : Math.round(value * power)) + 0;
}

/** Which rows, and by what. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly key: KeyColumn;
}

/** So many are sorted by insertion. */
export const fewRows = 16;
const radixFrom = 8192;

/** Working space, lent to every sort of one order; each part is made when first needed. */
export interface Scratch {
  merging: Pairs | undefined;
  merged: Pairs | undefined;
  words: Uint32Array | undefined;
  otherWords: Words | undefined;
  /** What the words stand in. */
  room: ArrayBuffer | undefined;
  fetched: Fetched | undefined;
}
/** Keys by place, of whoever shares a block. */
export interface Fetched {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}
interface Pairs {
  readonly keys: Float64Array;
  readonly rows: Int32Array;
}
export interface Words {
  readonly words: Uint32Array;
  readonly rows: Int32Array;
}

/** Room for the largest pool, before the first is sorted: not one room after the other as pools get larger. */
export function makeRoom(scratch: Scratch, size: number, rows: number): void {
  if (scratch.words !== undefined && scratch.words.length >= size) return;
  const room = new ArrayBuffer(Math.max(3 * size * Uint32Array.BYTES_PER_ELEMENT, rows * Float64Array.BYTES_PER_ELEMENT));
  const part = (at: number): Uint32Array => new Uint32Array(room, at * size * Uint32Array.BYTES_PER_ELEMENT, size);
  const rowsAt = 2 * size * Uint32Array.BYTES_PER_ELEMENT;
  scratch.room = room;
  scratch.words = part(0);
  scratch.otherWords = { words: part(1), rows: new Int32Array(room, rowsAt, size) };
}

/** The room for numbers of so many rows, all 0: of whoever sorts no more, as a run has much to clear away without that. */
export function takeRoom(scratch: Scratch, rows: number): Float64Array {
  const { room } = scratch;
  scratch.room = undefined;
  scratch.words = undefined;
  scratch.otherWords = undefined;
  if (room === undefined || room.byteLength < rows * Float64Array.BYTES_PER_ELEMENT) return new Float64Array(rows);
  return new Float64Array(room, 0, rows).fill(0);
}

export const newScratch = (): Scratch => ({
  ...{ merging: undefined, merged: undefined, words: undefined, otherWords: undefined, room: undefined, fetched: undefined },
});

const newPairs = (): Pairs => ({ keys: new Float64Array(radixFrom), rows: new Int32Array(radixFrom) });
const wordsFor = (known: Words | undefined, size: number): Words =>
  known !== undefined && known.rows.length >= size ? known : { words: new Uint32Array(size), rows: new Int32Array(size) };

/**
 * The worst so many whole numbers are told apart by their digits; what lies beyond them is left to comparing. Short of 32 bits by more
 * than the steps between doubles as large as a total can be, so that no difference wraps round.
 */
const widest = 0xf0000000;

/**
 * Sorts `rows[from..to)`, which stand in row order, by whole numbers and opens a block at each new number. Gives how many of the
 * first, the best beyond the widest spread, are still in row order.
 */
export function sortByWhole(
  order: { readonly rows: Int32Array; readonly opens: Uint8Array },
  { from, to, key }: Segment,
  scratch: Scratch,
): number {
  const size = to - from;
  const rows = order.rows.subarray(from, to);
  const words = scratch.words ?? new Uint32Array(size);
  const other = wordsFor(scratch.otherWords, size);
  const { values, sign } = key;
  const power = key.power ?? 1;
  const { least, most } = extremes(rows, key);
  const first = Math.max(least, most - widest) - 1;
  const absent = most < least ? 0 : most - first + 1;
  const taking: Wholes = { values, sign, power, first, most, absent };
  let beyond = 0;
  for (let at = 0; at < size; at += stretch)
    beyond += takeWholes({ words, rows }, taking, { from: at, to: Math.min(size, at + stretch) });
  const sorted = sortWords({ words, rows }, other, { size, most: absent });
  if (sorted.rows !== rows) rows.set(sorted.rows.subarray(0, size));
  const opens = order.opens.subarray(from, to);
  for (let at = 1; at < size; at += stretch) openBlocks(sorted.words, opens, { from: at, to: Math.min(size, at + stretch) });
  return beyond;
}

/** Where a number differs from the one before; nothing is open in there yet. */
function openBlocks(words: Uint32Array, opens: Uint8Array, { from, to }: Places): void {
  for (let at = from; at < to; at++) opens[at] = Number(words[at] !== words[at - 1]);
}

interface Places {
  readonly from: number;
  readonly to: number;
}

interface Wholes {
  readonly values: Float64Array;
  readonly sign: number;
  readonly power: number;
  readonly first: number;
  readonly most: number;
  readonly absent: number;
}

/** The words of some rows; gives how many lie beyond the widest spread. */
function takeWholes({ words, rows }: Words, { values, sign, power, first, most, absent }: Wholes, { from, to }: Places): number {
  let beyond = 0;
  for (let at = from; at < to; at++) {
    const number = sign * Math.round(values[rows[at]!]! * power);
    if (number <= first) beyond++;
    words[at] = number <= first ? 0 : number <= most ? number - first : absent;
  }
  return beyond;
}

/** Least and most of the whole numbers: rounding keeps the order, so the values themselves are compared. */
function extremes(rows: Int32Array, { values, sign, power }: KeyColumn): { readonly least: number; readonly most: number } {
  const ends = Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  for (let at = 0; at < rows.length; at += stretch)
    widen(ends, { rows, values }, { from: at, to: Math.min(rows.length, at + stretch) });
  const numberOf = (value: number): number => sign * Math.round(value * (power ?? 1));
  const [low = 0, high = 0] = ends;
  return sign > 0 ? { least: numberOf(low), most: numberOf(high) } : { least: numberOf(high), most: numberOf(low) };
}

/** `ends`: least and most so far. */
function widen(
  ends: Float64Array,
  { rows, values }: { readonly rows: Int32Array; readonly values: Float64Array },
  { from, to }: Places,
): void {
  let low = ends[0]!;
  let high = ends[1]!;
  for (let at = from; at < to; at++) {
    const value = values[rows[at]!]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  ends[0] = low;
  ends[1] = high;
}

/** Least significant digit first, with as many bits to a digit as make all digits alike; gives the side that holds the result. */
export function sortWords(one: Words, other: Words, { size, most }: { readonly size: number; readonly most: number }): Words {
  const bits = 32 - Math.clz32(most);
  const passes = Math.ceil(bits / (size < 1024 ? 8 : 11));
  const width = Math.ceil(bits / passes);
  const counts = Array.from({ length: passes }, () => new Int32Array((1 << width) + 1));
  for (let at = 0; at < size; at += stretch)
    countDigits(one.words, { width, counts }, { from: at, to: Math.min(size, at + stretch) });
  let [from, to] = [one, other];
  for (let pass = 0; pass < passes; pass++) {
    const next = counts[pass]!;
    const shift = pass * width;
    const mask = next.length - 2;
    if (next[((from.words[0]! >>> shift) & mask) + 1] === size) continue;
    for (let digit = 1; digit <= mask; digit++) next[digit]! += next[digit - 1]!;
    for (let at = 0; at < size; at += stretch) passByDigit(from, to, { shift, next, from: at, to: Math.min(size, at + stretch) });
    [from, to] = [to, from];
  }
  return from;
}

/** How many words have each digit, one place further up; a digit does not change while words move, so all are counted at once. */
function countDigits(
  words: Uint32Array,
  { width, counts }: { readonly width: number; readonly counts: readonly Int32Array[] },
  { from, to }: Places,
): void {
  const mask = (1 << width) - 1;
  const [first, second, third, fourth] = counts;
  for (let at = from; at < to; at++) {
    const word = words[at]!;
    if (first !== undefined) first[(word & mask) + 1]!++;
    if (second !== undefined) second[((word >>> width) & mask) + 1]!++;
    if (third !== undefined) third[((word >>> (2 * width)) & mask) + 1]!++;
    if (fourth !== undefined) fourth[((word >>> (3 * width)) & mask) + 1]!++;
  }
}

/** Some of one stable pass; `next` holds where the next word of each digit is put. */
function passByDigit(
  { words, rows }: Words,
  { words: toWords, rows: toRows }: Words,
  { shift, next, from, to }: Places & { readonly shift: number; readonly next: Int32Array },
): void {
  const mask = next.length - 2;
  for (let at = from; at < to; at++) {
    const word = words[at]!;
    const digit = (word >>> shift) & mask;
    const place = next[digit]!;
    next[digit] = place + 1;
    toWords[place] = word;
    toRows[place] = rows[at]!;
  }
}

/** Sorts `rows[from..to)` by the key, then by row. */
export function sortSegment(rows: Int32Array, segment: Segment, scratch: Scratch): void {
  const { from, to, key } = segment;
  const size = to - from;
  if (size <= fewRows) {
    sortFew(rows, segment);
    return;
  }
  if (size >= radixFrom) {
    sortByBits(rows.subarray(from, to), key);
    return;
  }
  scratch.merging ??= newPairs();
  scratch.merged ??= newPairs();
  const { keys, rows: held } = scratch.merging;
  for (let at = 0; at < size; at++) {
    held[at] = rows[from + at]!;
    keys[at] = keyAt(key, held[at]!);
  }
  for (let run = 0; run < size; run += fewRows) sortRun(scratch.merging, run, Math.min(run + fewRows, size));
  rows.set(mergeRuns(scratch.merging, scratch.merged, size).subarray(0, size), from);
}

/** Insertion, looking keys up as it goes. */
function sortFew(rows: Int32Array, { from, to, key }: Segment): void {
  for (let at = from + 1; at < to; at++) {
    const row = rows[at]!;
    const own = keyAt(key, row);
    let hole = at - 1;
    while (hole >= from) {
      const other = rows[hole]!;
      const theirs = keyAt(key, other);
      if (theirs < own || (theirs === own && other < row)) break;
      rows[hole + 1] = other;
      hole--;
    }
    rows[hole + 1] = row;
  }
}

/** A few rows with their keys, which begin at place `base`; equal keys stay in row order. */
export function sortFetched(
  rows: Int32Array,
  keys: Float64Array,
  { from, to, base }: { readonly from: number; readonly to: number; readonly base: number },
): void {
  for (let at = from + 1; at < to; at++) {
    const row = rows[at]!;
    const key = keys[at - base]!;
    let hole = at;
    while (hole > from && keys[hole - 1 - base]! > key) {
      rows[hole] = rows[hole - 1]!;
      keys[hole - base] = keys[hole - 1 - base]!;
      hole--;
    }
    rows[hole] = row;
    keys[hole - base] = key;
  }
}

/** Puts `rows[from..to)` back into row order. */
export function sortByRow(rows: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    if (rows[at - 1]! > rows[at]!) {
      rows.subarray(from, to).sort();
      return;
    }
  }
}

function sortRun({ keys, rows }: Pairs, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const row = rows[at]!;
    const key = keys[at]!;
    let hole = at - 1;
    while (hole >= from && (keys[hole]! > key || (keys[hole]! === key && rows[hole]! > row))) {
      keys[hole + 1] = keys[hole]!;
      rows[hole + 1] = rows[hole]!;
      hole--;
    }
    keys[hole + 1] = key;
    rows[hole + 1] = row;
  }
}

/** Merges ever longer sorted runs; gives the array that holds the rows at the end. */
function mergeRuns(one: Pairs, other: Pairs, size: number): Int32Array {
  let [{ keys, rows }, { keys: toKeys, rows: toRows }] = [one, other];
  for (let run = fewRows; run < size; run *= 2) {
    for (let start = 0; start < size; start += 2 * run) {
      const middle = Math.min(start + run, size);
      const end = Math.min(start + 2 * run, size);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takeLeft =
          left < middle &&
          (right >= end || keys[left]! < keys[right]! || (keys[left]! === keys[right]! && rows[left]! < rows[right]!));
        const from = takeLeft ? left++ : right++;
        toKeys[at] = keys[from]!;
        toRows[at] = rows[from]!;
      }
    }
    [keys, rows, toKeys, toRows] = [toKeys, toRows, keys, rows];
  }
  return rows;
}

/** By the lower, then by the higher half of the order-preserving bits of the doubles; stable, so rows are put in row order first. */
function sortByBits(rows: Int32Array, key: KeyColumn): void {
  const size = rows.length;
  sortByRow(rows, 0, size);
  const other: Words = { words: new Uint32Array(size), rows: new Int32Array(size) };
  const words = new Uint32Array(size);
  for (const half of [0, 1] as const) {
    wordsOfKeys(rows, { key, half }, words);
    const sorted = sortWords({ words, rows }, other, { size, most: 0xffffffff });
    if (sorted.rows !== rows) rows.set(sorted.rows);
  }
}

/** One half of the bits of every key, turned so that they sort as unsigned numbers as the keys do. */
function wordsOfKeys(
  rows: Int32Array,
  { key, half }: { readonly key: KeyColumn; readonly half: 0 | 1 },
  words: Uint32Array,
): void {
  const cell = new Float64Array(1);
  const bits = new Uint32Array(cell.buffer);
  for (let at = 0; at < rows.length; at++) {
    cell[0] = keyAt(key, rows[at]!);
    const negative = (bits[1]! & 0x80000000) !== 0;
    const turned = half === 0 ? bits[0]! : negative ? bits[1]! : bits[1]! | 0x80000000;
    words[at] = negative ? ~turned : turned;
  }
}
