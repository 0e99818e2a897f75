/**
 * 排序 — the members of every pool, best first, with the blocks of those equal in all keys. Rank, cut and ties all read this one
 * order. Whole-number first keys (totals at the scheme's decimals) are sorted by their digits, without comparing; further keys are
 * only looked at where the earlier ones are equal.
 */

import { equalNumbers } from '@muheng/quantity';
import { stretch } from '../../stretch.js';
import type { LinesRule, List } from '../cut/lines.js';
import { eachSpan } from '../walk.js';
import {
  type Fetched,
  fewRows,
  type KeyColumn,
  keyAt,
  makeRoom,
  newScratch,
  type Scratch,
  type Segment,
  sortByRow,
  sortByWhole,
  sortFetched,
  sortSegment,
} from './sort.js';

export interface PoolOrder {
  /** Rows, pool after pool, best first; those equal in all keys in row order (id bytes). */
  readonly rows: Int32Array;
  /** Pool p stands at positions starts[p] … starts[p + 1]. */
  readonly starts: Int32Array;
  /** 1 where a block of equals begins (every pool's first position too). */
  readonly opens: Uint8Array;
  /** Only of an order that is sorted when `rows` or `opens` are read (keptOrder.ts): gives a pool its classes without sorting all of it. */
  gradeByLines?(list: Pick<List, 'from' | 'removed'>, rule: LinesRule, out: Int16Array): void;
}

export interface OrderTask {
  /** Pool of each row, −1 none. */
  readonly poolOf: Int32Array;
  readonly pools: number;
  /** 1 for the rows that take part. */
  readonly members: Uint8Array;
  readonly keys: readonly KeyColumn[];
}

/** `scratch` of an order before this one saves making it anew. */
export function orderPools(task: OrderTask, scratch: Scratch = newScratch()): PoolOrder {
  const { starts, rows } = placeByRow(task);
  const order: PoolOrder = { rows, starts, opens: new Uint8Array(rows.length) };
  const first = task.keys[0];
  const isWhole = first !== undefined && first.power !== null;
  if (isWhole)
    makeRoom(
      scratch,
      starts.reduce((most, start, pool) => Math.max(most, start - (starts[pool - 1] ?? 0)), 0),
      task.poolOf.length,
    );
  for (let pool = 0; pool < task.pools; pool++) {
    const [from, to] = [starts[pool]!, starts[pool + 1]!];
    if (from === to) continue;
    order.opens[from] = 1;
    const unsorted = isWhole ? from + sortByWhole(order, { from, to, key: first }, scratch) : to;
    refineBlock(order, { from, to: unsorted, level: 0, scratch }, task.keys);
    refineBlocks(order, { from: unsorted, to, level: 1, scratch }, task.keys);
  }
  return order;
}

/**
 * The members of each pool in row order. Who is no member counts for a place −1 that is never read: pools alternate from row to row,
 * and a branch that a processor cannot foresee costs more than arithmetic.
 */
function placeByRow({ poolOf, pools, members }: OrderTask): Pick<PoolOrder, 'starts' | 'rows'> {
  const counts = new Int32Array(pools + 1);
  eachSpan(poolOf.length, { poolOf, members, counts }, countSpan);
  const starts = new Int32Array(pools + 1);
  for (let pool = 0; pool < pools; pool++) starts[pool + 1] = starts[pool]! + counts[pool + 1]!;
  const size = starts[pools]!;
  const next = Int32Array.of(size, ...starts.subarray(0, pools));
  const rows = new Int32Array(size + 1);
  eachSpan(poolOf.length, { poolOf, members, next, rows }, placeSpan);
  return { starts, rows: rows.subarray(0, size) };
}

type Standings = Pick<OrderTask, 'poolOf' | 'members'>;

function countSpan({ poolOf, members, counts }: Standings & { readonly counts: Int32Array }, start: number, end: number): void {
  for (let row = start; row < end; row++) counts[(poolOf[row]! + 1) * members[row]!]!++;
}

interface Placing extends Standings {
  /** By pool + 1: where its next member is put; first that of who is no member. */
  readonly next: Int32Array;
  readonly rows: Int32Array;
}

function placeSpan({ poolOf, members, next, rows }: Placing, start: number, end: number): void {
  for (let row = start; row < end; row++) {
    const pool = (poolOf[row]! + 1) * members[row]!;
    const place = next[pool]!;
    rows[place] = row;
    next[pool] = place + Number(pool > 0);
  }
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly scratch: Scratch;
}

/** Sorts every block by the keys from `level` on and opens a block wherever a key differs. */
function refineBlocks(order: PoolOrder, { from, to, level, scratch }: Block, keys: readonly KeyColumn[]): void {
  const key = keys[level];
  if (key === undefined) return;
  for (let start = from; start < to; ) {
    const end = endOfBlocks(order.opens, start, to);
    if (end - start > stretch) refineBlock(order, { from: start, to: end, level, scratch }, keys);
    else refineStretch(order, { from: start, to: end, level, scratch }, keys);
    start = end;
  }
}

/** As many whole blocks as a stretch holds, or one that it cannot hold. */
function endOfBlocks(opens: Uint8Array, start: number, to: number): number {
  if (to - start <= stretch) return to;
  let end = start + stretch;
  while (end > start && opens[end] === 0) end--;
  if (end > start) return end;
  end = start + stretch + 1;
  while (end < to && opens[end] === 0) end++;
  return end;
}

/**
 * The keys of all who share a block are fetched first, one after the other from all over a column: a processor waits for many at once,
 * where one comparison after the other would wait for each.
 */
function refineStretch(order: PoolOrder, { from, to, level, scratch }: Block, keys: readonly KeyColumn[]): void {
  const { rows, opens } = order;
  const key = keys[level]!;
  scratch.fetched ??= { keys: new Float64Array(stretch), places: new Int32Array(stretch) };
  const count = fetchShared(order, { from, to, key }, scratch.fetched);
  const { keys: fetched, places } = scratch.fetched;
  for (let place = 0; place < count; ) {
    const start = places[place]!;
    let end = start + 1;
    while (end < to && opens[end] === 0) end++;
    place += end - start;
    if (end - start > fewRows) refineBlock(order, { from: start, to: end, level, scratch }, keys);
    else {
      sortFetched(rows, fetched, { from: start, to: end, base: from });
      let first = start;
      for (let at = start + 1; at <= end; at++) {
        if (at < end && isSame(key, fetched[at - 1 - from]!, fetched[at - from]!)) continue;
        if (at < end) opens[at] = 1;
        if (at - first > 1) refineBlock(order, { from: first, to: at, level: level + 1, scratch }, keys);
        first = at;
      }
    }
  }
}

/**
 * Gives how many share a block; they are listed. Places first: whether a block is shared cannot be foreseen, and what comes behind a
 * wrong guess is not waited for meanwhile. Most stand alone: eight are looked at together.
 */
function fetchShared({ rows, opens }: PoolOrder, { from, to, key }: Segment, { keys, places }: Fetched): number {
  let count = 0;
  for (let at = from; at < to; ) {
    const end = Math.min(to, at + 8);
    if (at + 8 < to && areOpen(opens, at)) {
      at = end;
      continue;
    }
    for (; at < end; at++) {
      places[count] = at;
      count += 1 - (opens[at]! & (at + 1 < to ? opens[at + 1]! : 1));
    }
  }
  for (let place = 0; place < count; place++) {
    const at = places[place]!;
    keys[at - from] = keyAt(key, rows[at]!);
  }
  return count;
}

/** Eight places and the next one. */
const areOpen = (opens: Uint8Array, at: number): boolean =>
  (opens[at]! &
    opens[at + 1]! &
    opens[at + 2]! &
    opens[at + 3]! &
    opens[at + 4]! &
    opens[at + 5]! &
    opens[at + 6]! &
    opens[at + 7]! &
    opens[at + 8]!) ===
  1;

function refineBlock(order: PoolOrder, { from, to, level, scratch }: Block, keys: readonly KeyColumn[]): void {
  const key = keys[level];
  if (to - from < 2) return;
  if (key === undefined) {
    sortByRow(order.rows, from, to);
    return;
  }
  sortSegment(order.rows, { from, to, key }, scratch);
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && sameKey(key, order.rows[at - 1]!, order.rows[at]!)) continue;
    if (at < to) order.opens[at] = 1;
    if (at - start > 1) refineBlock(order, { from: start, to: at, level: level + 1, scratch }, keys);
    start = at;
  }
}

const sameKey = (key: KeyColumn, a: number, b: number): boolean => isSame(key, keyAt(key, a), keyAt(key, b));

const isSame = ({ power }: KeyColumn, left: number, right: number): boolean =>
  left === right || (power === null && equalNumbers(left, right));
