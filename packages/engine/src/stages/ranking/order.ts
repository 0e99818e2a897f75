/**
 * 排序 — the members of every pool, best first, with the blocks of those equal in all keys. Rank, cut and ties all read this one
 * order. Whole-number first keys (totals at the scheme's decimals) are sorted by their digits, without comparing; further keys are
 * only looked at where the earlier ones are equal.
 */
import { equalNumbers } from '@muheng/quantity';
import { type KeyColumn, keyAt, newScratch, type Scratch, sortByRow, sortByWhole, sortSegment } from './sort.js';

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

/** `scratch` of an order before this one saves making it anew. */
export function orderPools(task: OrderTask, scratch: Scratch = newScratch()): PoolOrder {
  const starts = poolStarts(task);
  const size = starts[task.pools]!;
  const order: PoolOrder = { rows: new Int32Array(size), starts, opens: new Uint8Array(size) };
  placeByRow(task, order);
  for (let pool = 0; pool < task.pools; pool++) {
    const [from, to] = [starts[pool]!, starts[pool + 1]!];
    if (from === to) continue;
    order.opens[from] = 1;
    const first = task.keys[0];
    const isWhole = first !== undefined && first.power !== null;
    const unsorted = isWhole ? from + sortByWhole(order, { from, to, key: first }, scratch) : to;
    refineBlock(order, { from, to: unsorted, level: 0, scratch }, task.keys);
    refineBlocks(order, { from: unsorted, to, level: 1, scratch }, task.keys);
  }
  return order;
}

function poolStarts({ poolOf, pools, members }: OrderTask): Int32Array {
  const starts = new Int32Array(pools + 1);
  for (let row = 0; row < poolOf.length; row++) if (members[row] === 1 && poolOf[row]! >= 0) starts[poolOf[row]! + 1]!++;
  for (let pool = 0; pool < pools; pool++) starts[pool + 1]! += starts[pool]!;
  return starts;
}

function placeByRow({ poolOf, members }: OrderTask, { rows, starts }: PoolOrder): void {
  const next = starts.slice();
  for (let row = 0; row < poolOf.length; row++) {
    const pool = poolOf[row]!;
    if (members[row] !== 1 || pool < 0) continue;
    const place = next[pool]!;
    rows[place] = row;
    next[pool] = place + 1;
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
  if (level >= keys.length) return;
  const { opens } = order;
  let start = from;
  while (start < to) {
    let end = start + 1;
    while (end < to && opens[end] === 0) end++;
    if (end - start > 1) refineBlock(order, { from: start, to: end, level, scratch }, keys);
    start = end;
  }
}

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

function sameKey(key: KeyColumn, a: number, b: number): boolean {
  const left = keyAt(key, a);
  const right = keyAt(key, b);
  return left === right || (key.power === null && equalNumbers(left, right));
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
