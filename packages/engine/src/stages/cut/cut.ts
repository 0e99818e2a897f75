/**
 * 划类 — gives the listed subjects of one pool their classes. Called once for all graded (测算类别) and again for those that no
 * rule has fixed; `removed` rows are not in the list and `taken` places are used up already.
 */
import type { PoolOrder } from '../ranking/order.js';
import { type Ends, gradeByLines, type List, Removed, sizeOf } from './lines.js';
import type { ByShare, ByTwoStage, PreparedCut } from './prepare.js';
import { handOut, type Quota, quotaPlaces } from './quota.js';

export interface CutTask {
  readonly pool: number;
  /** All graded members of the pool. */
  readonly members: number;
  /** The number that shares are taken of. */
  readonly base: number;
  readonly removed: Removed | null;
  readonly taken: Int32Array;
  /** How `out` stands from the cut over everybody, where that is by shares. */
  readonly known?: Ends | undefined;
}

/** Writes class codes of the listed rows into `out`; −1 for none. Gives where classes by shares end in the order. */
export function cutPool(cut: PreparedCut, task: CutTask, out: Int16Array): Ends | undefined {
  if (cut.by === 'share') return cutByShare(cut, task, out);
  if (cut.by === 'two_stage') cutInTwo(cut, task, out);
  else {
    const grade = cut.by === 'none' ? null : cut.grade;
    forListed(listOf(cut.order, task), (row) => {
      out[row] = grade === null ? -1 : grade[row]!;
    });
  }
  return undefined;
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

const listOf = (order: PoolOrder, { pool, removed }: Pick<CutTask, 'pool' | 'removed'>): List => ({
  order,
  from: order.starts[pool]!,
  to: order.starts[pool + 1]!,
  removed,
});

function cutByShare(cut: ByShare, task: CutTask, out: Int16Array): Ends | undefined {
  const list = listOf(cut.order, task);
  const { smallest } = cut;
  if (smallest !== null && task.members < smallest.size) {
    forListed(list, (row) => {
      out[row] = smallest.grade;
    });
    return undefined;
  }
  const sizes = handOut(cut.quota, quotaPlaces(cut.quota, task.base), { size: sizeOf(list), taken: task.taken });
  return gradeByLines(list, { sizes, ties: cut.ties }, out, task.known);
}

/** The first so many by one key, then each half cut by its own keys with shares of the whole base (S68). */
function cutInTwo(cut: ByTwoStage, task: CutTask, out: Int16Array): void {
  const above = Math.min(sizeOf(listOf(cut.first, task)), cut.upperPlaces(task.base));
  const half = new Uint8Array(out.length);
  let place = 0;
  forListed(listOf(cut.first, task), (row) => {
    half[row] = place++ < above ? inUpper : inLower;
  });
  let taken = task.taken;
  for (const side of [cut.upper, cut.lower]) {
    const own = side === cut.upper ? inUpper : inLower;
    const removed = new Removed(half.length);
    forListed(listOf(side.order, { pool: task.pool, removed: null }), (row) => {
      if (half[row] !== own) removed.add(row);
    });
    const list = listOf(side.order, { pool: task.pool, removed });
    const places = quotaPlaces(side.quota, task.base);
    gradeByLines(list, { sizes: handOut(side.quota, places, { size: sizeOf(list), taken }), ties: cut.ties }, out);
    taken = taken.map((used, at) => Math.max(0, used - (places[at] ?? 0)));
  }
}

const inUpper = 1;
const inLower = 2;

function forListed({ order, from, to, removed }: List, visit: (row: number) => void): void {
  for (let at = from; at < to; at++) if (removed?.has(order.rows[at]!) !== true) visit(order.rows[at]!);
}
