/**
 * 划类 — gives the listed subjects of one pool their classes. Called once for all graded (测算类别) and again for those that no
 * rule has fixed; `removed` rows are not in the list and `taken` places are used up already.
 */
import { type PoolOrder, withoutRows } from '../ranking/order.js';
import { gradeByLines } from './lines.js';
import type { ByShare, ByTwoStage, PreparedCut } from './prepare.js';
import { handOut, type Quota, quotaPlaces } from './quota.js';

export interface CutTask {
  readonly pool: number;
  /** All graded members of the pool. */
  readonly members: number;
  /** The number that shares are taken of. */
  readonly base: number;
  readonly removed: Uint8Array | null;
  readonly taken: Int32Array;
}

/** Writes class codes of the listed rows into `out`; −1 for none. */
export function cutPool(cut: PreparedCut, task: CutTask, out: Int16Array): void {
  if (cut.by === 'share') cutByShare(cut, task, out);
  else if (cut.by === 'two_stage') cutInTwo(cut, task, out);
  else {
    const grade = cut.by === 'none' ? null : cut.grade;
    const { order, from, to } = listOf(cut.order, task);
    for (let at = from; at < to; at++) out[order.rows[at]!] = grade === null ? -1 : grade[order.rows[at]!]!;
  }
}

/** Places of each class, for the report: what `rest` stands for is what the others leave of the base. */
export function placesOfCut(cut: PreparedCut, task: Pick<CutTask, 'base' | 'members'>): (number | null)[] | null {
  if (cut.by === 'share')
    return cut.smallest !== null && task.members < cut.smallest.size ? null : withRest(cut.quota, task.base, task.base);
  if (cut.by !== 'two_stage') return null;
  const above = Math.min(task.base, cut.upperPlaces(task.base));
  const upper = withRest(cut.upper.quota, task.base, above);
  const lower = withRest(cut.lower.quota, task.base, task.base - above);
  return upper.map((places, at) => (places === null && lower[at] === null ? null : (places ?? 0) + (lower[at] ?? 0)));
}

function withRest(quota: Quota, base: number, size: number): (number | null)[] {
  const sizes = handOut(quota, quotaPlaces(quota, base), { size, taken: new Int32Array(quota.shares.length) });
  return quota.shares.map((share, at) => (share === null ? null : sizes[at]!));
}

interface List {
  readonly order: PoolOrder;
  readonly from: number;
  readonly to: number;
}

function listOf(order: PoolOrder, { pool, removed }: Pick<CutTask, 'pool' | 'removed'>): List {
  if (removed === null) return { order, from: order.starts[pool]!, to: order.starts[pool + 1]! };
  const left = withoutRows(order, pool, removed);
  return { order: left, from: 0, to: left.rows.length };
}

function cutByShare(cut: ByShare, task: CutTask, out: Int16Array): void {
  const list = listOf(cut.order, task);
  if (cut.smallest !== null && task.members < cut.smallest.size) {
    for (let at = list.from; at < list.to; at++) out[list.order.rows[at]!] = cut.smallest.grade;
    return;
  }
  const sizes = handOut(cut.quota, quotaPlaces(cut.quota, task.base), { size: list.to - list.from, taken: task.taken });
  gradeByLines(list, { sizes, ties: cut.ties }, out);
}

/** The first so many by one key, then each half cut by its own keys with shares of the whole base (S68). */
function cutInTwo(cut: ByTwoStage, task: CutTask, out: Int16Array): void {
  const all = listOf(cut.first, task);
  const size = all.to - all.from;
  const above = Math.min(size, cut.upperPlaces(task.base));
  const inUpper = new Uint8Array(out.length);
  for (let at = all.from; at < all.from + above; at++) inUpper[all.order.rows[at]!] = 1;
  let taken = task.taken;
  for (const half of [cut.upper, cut.lower]) {
    const others = new Uint8Array(out.length);
    const isUpper = half === cut.upper ? 1 : 0;
    for (let at = all.from; at < all.to; at++)
      others[all.order.rows[at]!] = 1 - (inUpper[all.order.rows[at]!]! === isUpper ? 1 : 0);
    const list = listOf(half.order, { pool: task.pool, removed: task.removed === null ? others : united(others, task.removed) });
    const places = quotaPlaces(half.quota, task.base);
    gradeByLines(list, { sizes: handOut(half.quota, places, { size: list.to - list.from, taken }), ties: cut.ties }, out);
    taken = taken.map((used, at) => Math.max(0, used - (places[at] ?? 0)));
  }
}

function united(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length);
  for (let row = 0; row < a.length; row++) both[row] = a[row]! | b[row]!;
  return both;
}
