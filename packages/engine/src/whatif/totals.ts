/**
 * 各户总分 — totals under other weights. Subjects are laid out once, pool after pool and group after group, with their scores side by
 * side, so that a run only multiplies and adds, and only over the places that somebody asks for.
 */
import { compile } from '@muheng/formula';
import type { Indicator } from '@muheng/scheme';
import { within } from '../stages/bonus/bonus.js';
import { orderPools } from '../stages/ranking/order.js';
import { newScratch, sortSegment } from '../stages/ranking/sort.js';
import type { Scored } from '../stages/stage.js';
import { eachSpan } from '../stages/walk.js';
import { type Factors, type Tree, type TreeTask, treeOf, treeTotal } from './tree.js';

/** The subjects of one pool and one group, by place: first `bounded`, then the other `plain`, then `special` ones, then the absent. */
export interface Segment {
  readonly pool: number;
  readonly group: number;
  readonly from: number;
  readonly to: number;
  /** Up to here the total lies between the least and the most factor times `keys`. */
  readonly bounded: number;
  /** Up to here the total is a plain sum. */
  readonly plain: number;
  /** Up to here the total is found the slow way; from here on it is absent. */
  readonly special: number;
  /** Totals under the weights of the scheme, of the bounded places, most first; none is negative. */
  readonly keys: Float64Array;
  /** Scores of the plain places. */
  readonly leaves: readonly Float64Array[];
}

/** What one run multiplies the scores of a group by: in the order of `leaves`. */
export interface Scales {
  readonly by: Float64Array;
  readonly least: number;
  readonly most: number;
}

const asBefore: Scales = { by: new Float64Array(0), least: 1, most: 1 };

/** Who is laid out. Without `pools` all stand in one, in row order, and nobody is bounded. */
export interface Laid {
  readonly members: Uint8Array;
  readonly pools: { readonly of: Int32Array; readonly count: number } | null;
}

export class MemberTotals {
  /** Row of each place. */
  readonly rows: Int32Array;
  readonly segments: readonly Segment[];
  /** By place, before rounding: as the last call of `evaluate` left them. */
  readonly values: Float64Array;
  private readonly after: After | null;
  private readonly leavesOf: readonly (readonly number[])[];
  private readonly tree: Tree;
  private readonly trees: TreeTask[] = [];
  private scales: readonly Scales[] = [];

  constructor(
    private readonly scored: Scored,
    { members, pools }: Laid,
  ) {
    const { scheme, groupIds } = scored;
    const groups = Math.max(1, groupIds.length);
    const poolOf = new Int32Array(members.length);
    eachSpan(members.length, { members, pools: pools?.of, group: scored.group, groups, poolOf }, takeGroups);
    const { rows, starts } = orderPools({ poolOf, pools: (pools?.count ?? 1) * groups, members, keys: [] });
    this.rows = rows;
    this.values = new Float64Array(rows.length);
    this.leavesOf = groupIds.map((id) => scheme.leaves.flatMap((leaf, at) => ((leaf.weight.get(id) ?? 0) > 0 ? [at] : [])));
    const source = sourceOf(scored, pools !== null);
    this.tree = treeOf(scheme, source.scores);
    this.segments = Array.from(starts.subarray(1), (_to, at) => at)
      .filter((at) => starts[at]! < starts[at + 1]!)
      .map((at) => {
        const [pool, group] = [Math.floor(at / groups), at % groups];
        return segmentOf(source, rows, {
          pool,
          group,
          from: starts[at]!,
          to: starts[at + 1]!,
          leaves: this.leavesOf[group] ?? [],
        });
      });
    this.after = source.after === null ? null : byPlace(source.after, rows);
  }

  /** The weights of the run. */
  use(factors: Factors): void {
    const { groupIds } = this.scored;
    this.scales = this.leavesOf.map((leaves, group) => {
      const by = Float64Array.from(leaves, (leaf) => factors(leaf, group));
      return by.length === 0 ? asBefore : { by, least: Math.min(...by), most: Math.max(...by) };
    });
    const { tree } = this;
    groupIds.forEach((groupId, group) => {
      this.trees[group] = { tree, group, groupId, factors };
    });
  }

  scalesOf({ group }: Segment): Scales {
    return this.scales[group] ?? asBefore;
  }

  /** Totals of the places `from` up to `to` of a segment; NaN where absent. */
  evaluate(segment: Segment, from: number, to: number): void {
    const { values, rows } = this;
    const plain = Math.min(to, segment.plain);
    if (from < plain)
      sumLeaves(values, { from, to: plain, shift: segment.from }, { leaves: segment.leaves, by: this.scalesOf(segment).by });
    const task = this.trees[segment.group];
    for (let at = Math.max(from, segment.plain); at < to; at++)
      values[at] = task === undefined || at >= segment.special ? Number.NaN : treeTotal(task, rows[at]!);
    this.finish(from, to);
  }

  /** Of every row, before rounding. */
  byRow(): Float64Array {
    const { rows, values } = this;
    for (const segment of this.segments) this.evaluate(segment, segment.from, segment.to);
    const full = new Float64Array(this.scored.status.length).fill(Number.NaN);
    for (let at = 0; at < rows.length; at++) full[rows[at]!] = values[at]!;
    return full;
  }

  private finish(from: number, to: number): void {
    if (this.after === null) return;
    const { values } = this;
    const { factor, bonus } = this.after;
    const { least, most } = this.scored.scheme.total;
    for (let at = from; at < to; at++) {
      const base = factor === null ? values[at]! : values[at]! * factor[at]!;
      values[at] = within(base + bonus[at]!, least, most);
    }
  }
}

/** One score after the other within a row, three columns at a time: each sum is read and written once for them. */
function sumLeaves(sum: Float64Array, { from, to, shift }: Span, { leaves, by }: Weighed): void {
  sum.fill(0, from, to);
  for (let leaf = 0; leaf < leaves.length; leaf += 3) {
    const [one, byOne] = [leaves[leaf]!, by[leaf]!];
    const [two, byTwo] = [leaves[leaf + 1], by[leaf + 1]!];
    const [three, byThree] = [leaves[leaf + 2], by[leaf + 2]!];
    if (two === undefined) for (let at = from; at < to; at++) sum[at] = sum[at]! + one[at - shift]! * byOne;
    else if (three === undefined)
      for (let at = from; at < to; at++) sum[at] = sum[at]! + one[at - shift]! * byOne + two[at - shift]! * byTwo;
    else
      for (let at = from; at < to; at++)
        sum[at] = sum[at]! + one[at - shift]! * byOne + two[at - shift]! * byTwo + three[at - shift]! * byThree;
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Place of the first score. */
  readonly shift: number;
}

interface Weighed {
  readonly leaves: readonly Float64Array[];
  readonly by: Float64Array;
}

interface Taking {
  readonly members: Uint8Array;
  /** Of each row; undefined: all stand in one. */
  readonly pools: Int32Array | undefined;
  readonly group: Int16Array;
  readonly groups: number;
  readonly poolOf: Int32Array;
}

/** Every group of a pool is laid out as a pool of its own; −1 = is no member. */
function takeGroups({ members, pools, group, groups, poolOf }: Taking, start: number, end: number): void {
  for (let row = start; row < end; row++) {
    const pool = pools === undefined ? 0 : pools[row]!;
    poolOf[row] = members[row] === 1 ? pool * groups + Math.max(0, group[row]!) : -1;
  }
}

/** What comes upon the sum. */
interface After {
  readonly factor: Float64Array | null;
  readonly bonus: Float64Array;
}

function afterSum({ scheme, frame, bonusTotal }: Scored): After | null {
  const { factor, least, most } = scheme.total;
  if (factor === undefined && scheme.bonus === undefined && least === null && most === null) return null;
  return { factor: factor === undefined ? null : compile(factor).run(frame).values, bonus: bonusTotal };
}

const byPlace = ({ factor, bonus }: After, rows: Int32Array): After => ({
  factor: factor === null ? null : picked(factor, rows),
  bonus: picked(bonus, rows),
});

function picked(column: Float64Array, rows: Int32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) out[at] = column[rows[at]!]!;
  return out;
}

interface Source {
  readonly scores: readonly Float64Array[];
  readonly total: Float64Array;
  readonly after: After | null;
  readonly isFlat: boolean;
  readonly isBounded: boolean;
  /** Room: a key for each row, and what kind of place it takes. */
  readonly keys: Float64Array;
  readonly kinds: Uint8Array;
}

const allSums = (indicators: readonly Indicator[]): boolean =>
  indicators.every((each) => each.kind === 'leaf' || (each.aggregate === 'sum' && allSums(each.children)));

function sourceOf(scored: Scored, isBounded: boolean): Source {
  const { scheme, leaves, total } = scored;
  return {
    ...{ total, isBounded, scores: leaves.map((leaf) => leaf.score), after: afterSum(scored) },
    isFlat: scheme.total.by === 'sum' && allSums(scheme.indicators),
    keys: new Float64Array(total.length),
    kinds: new Uint8Array(total.length),
  };
}

type Stretch = Pick<Segment, 'pool' | 'group' | 'from' | 'to'> & { readonly leaves: readonly number[] };

const kinds = { bounded: 0, plain: 1, special: 2, absent: 3 } as const;

/** Puts the rows of one segment into their places. */
function segmentOf(source: Source, rows: Int32Array, { pool, group, from, to, leaves }: Stretch): Segment {
  const scores = leaves.map((leaf) => source.scores[leaf]!);
  const own = rows.slice(from, to);
  for (const row of own) source.kinds[row] = kindOf(source, row, scores);
  const ends = [from, from, from, from];
  let next = from;
  for (const kind of Object.values(kinds)) {
    for (const row of own) if (source.kinds[row] === kind) rows[next++] = row;
    ends[kind] = next;
  }
  const [bounded, plain, special] = [ends[kinds.bounded]!, ends[kinds.plain]!, ends[kinds.special]!];
  sortSegment(rows, { from, to: bounded, key: { values: source.keys, sign: -1, power: null } }, newScratch());
  return {
    ...{ pool, group, from, to, bounded, plain, special },
    keys: picked(source.keys, rows.subarray(from, bounded)),
    leaves: scores.map((score) => picked(score, rows.subarray(from, plain))),
  };
}

function kindOf({ isFlat, isBounded, total, after, keys }: Source, row: number, scores: readonly Float64Array[]): number {
  if (Number.isNaN(total[row]!)) return kinds.absent;
  let sum = 0;
  let least = 0;
  for (let leaf = 0; leaf < scores.length; leaf++) {
    const score = scores[leaf]![row]!;
    sum += score;
    least = Math.min(least, score);
  }
  if (!isFlat || Number.isNaN(sum)) return kinds.special;
  const factor = after?.factor?.[row] ?? 1;
  keys[row] = sum * factor;
  return isBounded && least >= 0 && factor >= 0 && (after?.bonus[row] ?? 0) === 0 ? kinds.bounded : kinds.plain;
}
