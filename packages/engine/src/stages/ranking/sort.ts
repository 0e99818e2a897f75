/**
 * 排序原语 — puts rows in ascending order of one number column; equal numbers stay in row order, which is the order of id bytes.
 * Small segments by insertion, middle ones by the native sort, large ones by radix on the bits of the doubles. NaN is refused by
 * the callers: an absent key is +Infinity here and so comes last.
 */

const runLength = 16;
const radixFrom = 8192;
const digits = 65536;

/** Working space for segments below the radix size; made once and lent to every sort of one order. */
export interface Scratch {
  readonly keys: Float64Array;
  readonly rows: Int32Array;
  readonly otherKeys: Float64Array;
  readonly otherRows: Int32Array;
}

export function newScratch(): Scratch {
  const make = () => ({ keys: new Float64Array(radixFrom), rows: new Int32Array(radixFrom) });
  const [one, other] = [make(), make()];
  return { ...one, otherKeys: other.keys, otherRows: other.rows };
}

/** Sorts `rows[from..to)` by `values[row]`, then by row. */
export function sortSegment(
  rows: Int32Array,
  { from, to, values }: { readonly from: number; readonly to: number; readonly values: Float64Array },
  scratch: Scratch,
): void {
  const size = to - from;
  if (size >= radixFrom) {
    sortByRadix(rows.subarray(from, to), values);
    return;
  }
  const { keys, rows: held } = scratch;
  for (let at = 0; at < size; at++) {
    const row = rows[from + at]!;
    held[at] = row;
    keys[at] = values[row]!;
  }
  for (let run = 0; run < size; run += runLength) sortRun(scratch, run, Math.min(run + runLength, size));
  const sorted = size <= runLength ? held : mergeRuns(scratch, size);
  for (let at = 0; at < size; at++) rows[from + at] = sorted[at]!;
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

function sortRun({ keys, rows }: Scratch, from: number, to: number): void {
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
function mergeRuns(scratch: Scratch, size: number): Int32Array {
  let [keys, rows, toKeys, toRows] = [scratch.keys, scratch.rows, scratch.otherKeys, scratch.otherRows];
  for (let run = runLength; run < size; run *= 2) {
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

/** Least significant digit first over four 16-bit digits of the order-preserving bits; stable, so rows must come in row order. */
function sortByRadix(rows: Int32Array, values: Float64Array): void {
  const size = rows.length;
  sortByRow(rows, 0, size);
  const cell = new Float64Array(1);
  const bits = new Uint32Array(cell.buffer);
  const low = new Uint32Array(size);
  const high = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    cell[0] = values[rows[at]!]! + 0;
    const negative = (bits[1]! & 0x80000000) !== 0;
    low[at] = negative ? ~bits[0]! : bits[0]!;
    high[at] = negative ? ~bits[1]! : bits[1]! | 0x80000000;
  }
  let from: Pass = { rows, low, high };
  let to: Pass = { rows: new Int32Array(size), low: new Uint32Array(size), high: new Uint32Array(size) };
  for (let digit = 0; digit < 4; digit++) {
    if (!passByDigit(from, to, digit)) continue;
    [from, to] = [to, from];
  }
  if (from.rows !== rows) rows.set(from.rows);
}

interface Pass {
  readonly rows: Int32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** One counting pass; false when all rows share the digit and nothing was moved. */
function passByDigit(from: Pass, to: Pass, digit: number): boolean {
  const size = from.rows.length;
  const word = digit < 2 ? from.low : from.high;
  const shift = (digit & 1) * 16;
  const next = new Int32Array(digits + 1);
  for (let at = 0; at < size; at++) next[((word[at]! >>> shift) & 0xffff) + 1]!++;
  if (next[((word[0]! >>> shift) & 0xffff) + 1] === size) return false;
  for (let value = 1; value <= digits; value++) next[value]! += next[value - 1]!;
  for (let at = 0; at < size; at++) {
    const value = (word[at]! >>> shift) & 0xffff;
    const place = next[value]!;
    next[value] = place + 1;
    to.rows[place] = from.rows[at]!;
    to.low[place] = from.low[at]!;
    to.high[place] = from.high[at]!;
  }
  return true;
}
