/**
 * 排序 — the members of every pool, best first, with the blocks of those equal in all keys. Rank, cut and ties all read this one
 * order. Whole-number first keys (totals at the scheme's decimals) are placed by counting, without comparing.
 */
import { equalNumbers } from '@muheng/quantity';
import { newScratch, type Scratch, sortByRow, sortSegment } from './sort.js';

/** One key, ascending = better, +Infinity = absent. `whole`: integers, compared exactly; otherwise neighbours within the tolerance are equal. */
export interface KeyColumn {
  readonly values: Float64Array;
  readonly whole: boolean;
}

export interface PoolOrder {
  /** Rows, pool after pool, best first; those equal in all keys in row order (id bytes). */
  readonly rows: Int32Array;
  /** Pool p stands at positions starts[p] … starts[p + 1]. */
  readonly starts: Int32Array;
  /** 1 where a block of equals begins (every pool's first position too). */
  readonly opens: Uint8Array;
}

export interface OrderTask {
  /** Pool of each row, −1 none. */
  readonly poolOf: Int32Array;
  readonly pools: number;
  /** 1 for the rows that take part. */
  readonly members: Uint8Array;
  readonly keys: readonly KeyColumn[];
}

export function orderPools(task: OrderTask): PoolOrder {
  const starts = poolStarts(task);
  const size = starts[task.pools]!;
  const rows = new Int32Array(size);
  const opens = new Uint8Array(size);
  const order: PoolOrder = { rows, starts, opens };
  const first = task.keys[0];
  if (first?.whole && placeByCounting(task, first.values, order)) refineBlocks(order, task.keys, 1);
  else {
    placeByRow(task, order);
    for (let pool = 0; pool < task.pools; pool++) {
      if (starts[pool]! < starts[pool + 1]!) opens[starts[pool]!] = 1;
    }
    refineBlocks(order, task.keys, 0);
  }
  return order;
}

function poolStarts({ poolOf, pools, members }: OrderTask): Int32Array {
  const starts = new Int32Array(pools + 1);
  for (let row = 0; row < poolOf.length; row++) if (members[row] === 1 && poolOf[row]! >= 0) starts[poolOf[row]! + 1]!++;
  for (let pool = 0; pool < pools; pool++) starts[pool + 1]! += starts[pool]!;
  return starts;
}

function placeByRow({ poolOf, members }: OrderTask, order: PoolOrder): void {
  const next = order.starts.slice();
  for (let row = 0; row < poolOf.length; row++) {
    if (members[row] !== 1 || poolOf[row]! < 0) continue;
    order.rows[next[poolOf[row]!]!++] = row;
  }
}

/** Counting sort over pools × whole numbers; false when the numbers spread too wide for it. */
function placeByCounting(task: OrderTask, values: Float64Array, order: PoolOrder): boolean {
  const { poolOf, members, pools } = task;
  const span = spanOfPools(task, values);
  const buckets = span.offset[pools]!;
  if (!(buckets <= 4 * poolOf.length + 65536)) return false;
  const next = new Int32Array(buckets + 1);
  for (let row = 0; row < poolOf.length; row++) {
    if (members[row] === 1 && poolOf[row]! >= 0) next[bucketOf(span, poolOf[row]!, values[row]!) + 1]!++;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    if (next[bucket + 1]! > 0) order.opens[next[bucket]!] = 1;
    next[bucket + 1]! += next[bucket]!;
  }
  for (let row = 0; row < poolOf.length; row++) {
    if (members[row] === 1 && poolOf[row]! >= 0) order.rows[next[bucketOf(span, poolOf[row]!, values[row]!)]!++] = row;
  }
  return true;
}

interface Span {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** First bucket of each pool; the last bucket of a pool holds the absent. */
  readonly offset: Float64Array;
}

function bucketOf(span: Span, pool: number, value: number): number {
  return value === Number.POSITIVE_INFINITY ? span.offset[pool + 1]! - 1 : span.offset[pool]! + value - span.least[pool]!;
}

function spanOfPools({ poolOf, pools, members }: OrderTask, values: Float64Array): Span {
  const least = new Float64Array(pools).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(pools).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < poolOf.length; row++) {
    const pool = poolOf[row]!;
    const value = values[row]!;
    if (members[row] !== 1 || pool < 0 || value === Number.POSITIVE_INFINITY) continue;
    if (value < least[pool]!) least[pool] = value;
    if (value > most[pool]!) most[pool] = value;
  }
  const offset = new Float64Array(pools + 1);
  for (let pool = 0; pool < pools; pool++) offset[pool + 1] = offset[pool]! + 1 + Math.max(0, most[pool]! - least[pool]! + 1);
  return { least, most, offset };
}

/** Sorts every block by the keys from `level` on and opens a block wherever a key differs. */
function refineBlocks(order: PoolOrder, keys: readonly KeyColumn[], level: number): void {
  if (level >= keys.length) return;
  const scratch = newScratch();
  const { rows, opens } = order;
  let from = 0;
  while (from < rows.length) {
    let to = from + 1;
    while (to < rows.length && opens[to] === 0) to++;
    refineBlock(order, { from, to, level, scratch }, keys);
    from = to;
  }
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly scratch: Scratch;
}

function refineBlock(order: PoolOrder, { from, to, level, scratch }: Block, keys: readonly KeyColumn[]): void {
  const key = keys[level];
  if (to - from < 2) return;
  if (key === undefined) {
    sortByRow(order.rows, from, to);
    return;
  }
  sortSegment(order.rows, { from, to, values: key.values }, scratch);
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && sameKey(key, order.rows[at - 1]!, order.rows[at]!)) continue;
    if (at < to) order.opens[at] = 1;
    if (at - start > 1) refineBlock(order, { from: start, to: at, level: level + 1, scratch }, keys);
    start = at;
  }
}

function sameKey(key: KeyColumn, a: number, b: number): boolean {
  const left = key.values[a]!;
  const right = key.values[b]!;
  return left === right || (!key.whole && equalNumbers(left, right));
}

/** The positions of one pool without the removed rows; a block opens where one opened among the removed. */
export function withoutRows(order: PoolOrder, pool: number, removed: Uint8Array): PoolOrder {
  const from = order.starts[pool]!;
  const to = order.starts[pool + 1]!;
  const rows = new Int32Array(to - from);
  const opens = new Uint8Array(to - from);
  let size = 0;
  let opened = 1;
  for (let at = from; at < to; at++) {
    const row = order.rows[at]!;
    if (order.opens[at] === 1) opened = 1;
    if (removed[row] === 1) continue;
    rows[size] = row;
    opens[size] = opened;
    opened = 0;
    size++;
  }
  return { rows: rows.subarray(0, size), starts: Int32Array.of(0, size), opens: opens.subarray(0, size) };
}
