/**
 * 平均得分 — S50: mean of the plain scores of each pool, after limits, then rounded; of subjects that are ranked and have a value. Taken
 * while the indicators are scored where every pool is of one group, so that its scores come in row order; else in a walk before that.
 */
import { type BlockReader, type BlockResult, blockRows, compile } from '@muheng/formula';
import { roundTo } from '@muheng/quantity';
import type { Scoring } from '../scoring.js';
import { ScopeSums } from '../statistics.js';
import { eachBlock, noGroup, stretchRows, type Visits } from '../walk.js';
import type { PreparedLeaf } from './prepareLeaf.js';
import { type LeafSheet, newSheet, type RowBlock, scoreLeaf } from './scoreLeaf.js';
import type { MeansLater } from './settle.js';

export const needsMeans = ({ actions }: PreparedLeaf): boolean => actions.some((action) => action?.do === 'group_mean_score');

/** By pool; NaN where nobody has a score. */
export function poolMeans(scoring: Scoring, prepared: PreparedLeaf): Float64Array {
  const adding = new Adding(scoring, prepared);
  eachBlock(scoring, adding, intoMeans);
  return meansOf(scoring, prepared, adding.sums);
}

const intoMeans: Visits<Adding> = {
  visit: (adding, block, group) => adding.score(block, group),
  after: (adding, start, end) => adding.addShared(start, end),
};

/** The walk of one indicator for its means. */
class Adding {
  readonly sums: ScopeSums;
  private readonly reader: BlockReader;
  private readonly sheet: LeafSheet;
  /** Of a stretch; groups may share a pool, and then what they leave is added in the order of the rows. */
  private readonly plain = new Float64Array(stretchRows).fill(Number.NaN);
  private readonly isAlone: boolean;

  constructor(
    private readonly scoring: Scoring,
    private readonly prepared: PreparedLeaf,
  ) {
    this.sums = new ScopeSums(scoring.pools.ids.length);
    this.reader = compile(prepared.leaf.formula).over(scoring.frame);
    this.sheet = newSheet(prepared);
    this.isAlone = prepared.groups.filter((of) => of !== undefined).length === 1;
  }

  score(block: RowBlock, group: number): void {
    const of = this.prepared.groups[group];
    if (group === noGroup || of === undefined) return;
    const { rows, from, count } = block;
    const { sheet, plain, isAlone } = this;
    const result = this.reader.results[0]!;
    this.reader.pick(rows, from, from + count);
    scoreLeaf(this.prepared, of, { block, result, sheet });
    for (let at = 0; at < count; at++) {
      const points = Number.isNaN(result.values[at]!) ? Number.NaN : sheet.score[at]!;
      if (isAlone) this.add(rows[from + at]!, points);
      else plain[rows[from + at]! % stretchRows] = points;
    }
  }

  addShared(start: number, end: number): void {
    if (this.isAlone) return;
    for (let row = start; row < end; row++) this.add(row, this.plain[row - start]!);
    this.plain.fill(Number.NaN);
  }

  private add(row: number, points: number): void {
    const { pools, standing, status } = this.scoring;
    if (!Number.isNaN(points) && standing.ranked[status[row]!] === 1 && pools.of[row]! >= 0)
      this.sums.add(pools.of[row]!, row, points);
  }
}

const meansOf = ({ pools }: Scoring, { leaf }: PreparedLeaf, sums: ScopeSums): Float64Array =>
  Float64Array.from(pools.ids, (_, pool) => roundTo(sums.mean(pool), leaf.round));

/** No two groups share a pool. */
export const poolsAreApart = ({ rank: { within }, groups }: Scoring['scheme']): boolean =>
  groups.length === 1 ||
  (within.some((part) => part === 'group' || part === 'pool') &&
    new Set(groups.map((group) => group.pool)).size === groups.length);

/** Means that are taken while the indicators are scored, and the subjects that have to be scored again when all are known. */
export class MeansUnderway {
  /** By indicator; undefined where no absence takes the mean. */
  readonly of: readonly (MeanUnderway | undefined)[];
  private readonly waits = new Uint8Array(blockRows);
  private readonly listed: number[][];

  constructor(
    private readonly scoring: Scoring,
    private readonly prepared: readonly PreparedLeaf[],
  ) {
    this.of = prepared.map((leaf) =>
      needsMeans(leaf) ? new MeanUnderway(scoring, this.waits, leaf.asZero !== undefined) : undefined,
    );
    this.listed = scoring.groupIds.map(() => []);
  }

  /** All indicators of the block are scored. */
  endBlock(group: number, { rows, from, count }: RowBlock): void {
    const listed = this.listed[group]!;
    for (let at = 0; at < count; at++) if (this.waits[at] === 1) listed.push(rows[from + at]!);
    this.waits.fill(0, 0, count);
  }

  /** By group: whoever waits for a mean, in row order. */
  get waiting(): readonly Int32Array[] {
    return this.listed.map((rows) => Int32Array.from(rows));
  }

  /** By indicator and pool. */
  means(): readonly (Float64Array | undefined)[] {
    return this.of.map((mean, at) => (mean === undefined ? undefined : meansOf(this.scoring, this.prepared[at]!, mean.sums)));
  }
}

class MeanUnderway implements MeansLater {
  readonly sums: ScopeSums;
  readonly pools: Uint8Array;

  constructor(
    private readonly scoring: Scoring,
    readonly waits: Uint8Array,
    private readonly countsAbsent: boolean,
  ) {
    this.sums = new ScopeSums(scoring.pools.ids.length);
    this.pools = new Uint8Array(scoring.pools.ids.length);
  }

  /** Plain scores of a block, before absences are settled. */
  add({ rows, from, count }: RowBlock, { values }: BlockResult, { score }: LeafSheet): void {
    const { pools, standing, status } = this.scoring;
    // Where no absence counts as zero there are points only for a value that is present.
    const present = this.countsAbsent ? values : score;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at]!;
      if (Number.isNaN(present[at]!) || Number.isNaN(score[at]!) || standing.ranked[status[row]!] !== 1) continue;
      this.sums.add(pools.of[row]!, row, score[at]!);
    }
  }

  /** Nobody of a pool has a score, and somebody waits for the mean of it. */
  isVain(means: Float64Array): boolean {
    return means.some((mean, pool) => Number.isNaN(mean) && this.pools[pool] === 1);
  }
}
