/**
 * 计分 — one rule over a block of rows of one group: `switch` once, then a plain loop. Writes points before limits into `out`;
 * NaN where the value is absent or the points cannot be computed.
 */
import { compile } from '@muheng/formula';
import type { AllEqual, Leaf, ScoreRule } from '@muheng/scheme';
import { columnOf } from '../../columns.js';
import type { Population } from '../scoring.js';
import type { StageFrame } from '../stage.js';
import { deviationOf, leastOf, meanOf, mostOf, type Order, orderOf, type Sample, sampleOf } from '../statistics.js';
import {
  pointsByBands,
  pointsByCount,
  pointsByDistance,
  pointsByGoalposts,
  pointsByInverse,
  pointsByMarks,
  pointsByMinmax,
  pointsByPercentile,
  pointsByRank,
  pointsByRatio,
  pointsBySteps,
  pointsByZscore,
  shareOf,
} from './points.js';

/** The rule of one group, with all it measures by. */
export interface GroupRule {
  readonly leaf: Leaf;
  readonly groupId: string;
  readonly weight: number;
  /** By place in the block. */
  readonly benchmark: Float64Array;
  readonly samples: PoolSamples;
  /** Points of every row by the rule's formula: only for rules that are one. */
  readonly points: Float64Array | undefined;
}

/** Up to 1 024 rows of one group, side by side: place p of the block is row `rows[from + p]`. */
export interface ValueBlock {
  readonly rows: Int32Array;
  readonly from: number;
  readonly count: number;
  /** By place, with 0 for absences that count as zero. */
  readonly values: Float64Array;
}

/** A rule, its block and where its points go. */
interface Scoring {
  readonly of: GroupRule;
  readonly block: ValueBlock;
  readonly out: Float64Array;
}

/** 池内样本 — the ranked values of each pool, gathered when a rule first asks for them. */
export class PoolSamples {
  private readonly samples: (Sample | undefined)[] = [];
  private readonly orders: (Order | undefined)[] = [];
  private readonly spreads = new Map<ScoreRule, readonly PoolSpread[]>();

  constructor(
    private readonly values: Float64Array | (() => Float64Array),
    readonly pools: Population,
  ) {}

  private get all(): Float64Array {
    return typeof this.values === 'function' ? this.values() : this.values;
  }

  sample(pool: number): Sample {
    const sample = this.samples[pool] ?? sampleOf(this.all, this.pools, pool);
    this.samples[pool] = sample;
    return sample;
  }

  order(pool: number): Order {
    const order = this.orders[pool] ?? orderOf(this.sample(pool).values);
    this.orders[pool] = order;
    return order;
  }

  spread(rule: SpreadRule): readonly PoolSpread[] {
    const spreads = this.spreads.get(rule) ?? spreadsOf(this, rule);
    this.spreads.set(rule, spreads);
    return spreads;
  }
}

type SpreadRule = Extract<ScoreRule, { by: 'minmax' | 'zscore' }>;

/** Writes the points before limits of every place into `out`. */
export function scoreBlock(rule: ScoreRule, { of, block, out }: Scoring): void {
  const { count, values } = block;
  const { benchmark, weight } = of;
  const lower = of.leaf.better === 'lower';
  switch (rule.by) {
    case 'ratio':
      if (lower) for (let at = 0; at < count; at++) out[at] = pointsByRatio(values[at]!, benchmark[at]!, weight, true);
      else for (let at = 0; at < count; at++) out[at] = pointsByRatio(values[at]!, benchmark[at]!, weight, false);
      return;
    case 'inverse':
      for (let at = 0; at < count; at++) out[at] = pointsByInverse(values[at]!, benchmark[at]!, weight);
      return;
    case 'distance': {
      const span = rule.span.get(of.groupId) ?? Number.NaN;
      for (let at = 0; at < count; at++) out[at] = pointsByDistance(values[at]!, benchmark[at]!, weight, span);
      return;
    }
    case 'marks':
      for (let at = 0; at < count; at++) out[at] = pointsByMarks(values[at]!, weight);
      return;
    case 'raw':
      for (let at = 0; at < count; at++) out[at] = values[at]!;
      return;
    case 'count':
      for (let at = 0; at < count; at++) out[at] = pointsByCount(values[at]!, rule.pointsEach);
      return;
    case 'steps':
      for (let at = 0; at < count; at++) out[at] = pointsBySteps(values[at]!, weight, rule, lower);
      return;
    case 'bands':
      scoreBands(rule, { of, block, out });
      return;
    case 'goalposts':
      scoreGoalposts(rule, { of, block, out });
      return;
    case 'minmax':
    case 'zscore':
      scoreSpread(rule, { of, block, out });
      return;
    case 'rank':
    case 'percentile':
      scoreOrder(rule, { of, block, out });
      return;
    case 'formula':
      for (let at = 0; at < count; at++) out[at] = of.points?.[block.rows[block.from + at]!] ?? Number.NaN;
      return;
  }
}

/** Rows of whole columns. */
export interface ScoringRows {
  readonly leaf: Leaf;
  readonly rule: ScoreRule;
  readonly groupId: string;
  readonly weight: number;
  readonly rows: Int32Array;
  /** By row. */
  readonly values: Float64Array;
  /** Of each of `rows`, in their order. */
  readonly benchmark: Float64Array;
  readonly samples: PoolSamples;
  readonly frame: StageFrame;
}

/** The same by row, for who asks about few of them. */
export function scoreRows(scoring: ScoringRows, out: Float64Array): void {
  const { rule, rows } = scoring;
  const values = Float64Array.from(rows, (row) => scoring.values[row]!);
  const points = rule.by === 'formula' ? formulaPoints(scoring, rule) : undefined;
  const scored = new Float64Array(rows.length);
  const block = { rows, from: 0, count: rows.length, values };
  scoreBlock(rule, { of: { ...scoring, points }, block, out: scored });
  for (let at = 0; at < rows.length; at++) out[rows[at]!] = scored[at]!;
}

function scoreBands(rule: Extract<ScoreRule, { by: 'bands' }>, { of, block, out }: Scoring): void {
  const { count, values } = block;
  const { benchmark } = of;
  const lower = of.leaf.better === 'lower';
  for (let at = 0; at < count; at++) {
    const measured = rule.of === 'value' ? values[at]! : benchmark[at]! > 0 ? values[at]! / benchmark[at]! : Number.NaN;
    out[at] = pointsByBands(measured, rule, lower);
  }
}

function scoreGoalposts(rule: Extract<ScoreRule, { by: 'goalposts' }>, { of, block, out }: Scoring): void {
  const { weight, groupId, leaf } = of;
  const posts = { low: rule.low.get(groupId) ?? Number.NaN, high: rule.high.get(groupId) ?? Number.NaN };
  const how = { floor: shareOf(rule.least), clamp: rule.clamp, lower: leaf.better === 'lower' };
  for (let at = 0; at < block.count; at++) out[at] = pointsByGoalposts(block.values[at]!, posts, weight, how);
}

/** Share that all get when no value differs. */
export const allEqualShare = (allEqual: AllEqual, least: number): number => ({ full: 1, half: 0.5, least })[allEqual];

function scoreSpread(rule: SpreadRule, { of, block, out }: Scoring): void {
  const { rows, from, count, values } = block;
  const { weight, leaf, samples } = of;
  const lower = leaf.better === 'lower';
  const spreads = samples.spread(rule);
  const pool = samples.pools.of;
  if (rule.by === 'minmax') {
    const floor = shareOf(rule.least);
    const how = { floor, allEqual: allEqualShare(rule.allEqual, floor), lower };
    for (let at = 0; at < count; at++) out[at] = pointsByMinmax(values[at]!, spreads[pool[rows[from + at]!]!]!, weight, how);
    return;
  }
  const how = { centre: shareOf(rule.centre), perSd: shareOf(rule.perSd), allEqual: allEqualShare(rule.allEqual, 0), lower };
  for (let at = 0; at < count; at++) out[at] = pointsByZscore(values[at]!, spreads[pool[rows[from + at]!]!]!, weight, how);
}

export interface PoolSpread {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  /** 0 when all values are equal within the tolerance. */
  readonly deviation: number;
}

/** Extremes and spread of every pool; NaN for an empty one. */
export function spreadsOf(samples: PoolSamples, rule: SpreadRule): readonly PoolSpread[] {
  return samples.pools.ids.map((_, pool) => {
    const sample = samples.sample(pool);
    const least = leastOf(sample.values);
    const most = mostOf(sample.values);
    const mean = rule.by === 'zscore' ? meanOf(sample) : Number.NaN;
    const equal = most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most));
    return { least, most, mean, deviation: rule.by === 'zscore' && !equal ? deviationOf(sample, rule.sd) : 0 };
  });
}

function scoreOrder(rule: Extract<ScoreRule, { by: 'rank' | 'percentile' }>, { of, block, out }: Scoring): void {
  const { rows, from, count, values } = block;
  const { weight, leaf, samples } = of;
  const lower = leaf.better === 'lower';
  const ranking = rule.by === 'rank' ? { ...rule, lower } : undefined;
  const percentile = rule.by === 'percentile' ? { ...rule, lower } : undefined;
  for (let at = 0; at < count; at++) {
    const value = values[at]!;
    const pool = samples.pools.of[rows[from + at]!]!;
    if (Number.isNaN(value) || pool < 0) out[at] = Number.NaN;
    else if (ranking !== undefined) out[at] = pointsByRank(value, samples.order(pool), weight, ranking);
    else if (percentile !== undefined) out[at] = pointsByPercentile(value, samples.order(pool), weight, percentile);
  }
}

/** 按公式计分 — the points formula sees 值, 基准 and 权重 as columns. */
export function formulaPoints(
  scoring: Pick<ScoringRows, 'rows' | 'values' | 'benchmark' | 'weight' | 'frame'>,
  rule: Extract<ScoreRule, { by: 'formula' }>,
): Float64Array {
  const { rows, values, benchmark, weight, frame } = scoring;
  const benchmarks = new Float64Array(frame.rows).fill(Number.NaN);
  for (let at = 0; at < rows.length; at++) benchmarks[rows[at]!] = benchmark[at]!;
  const columns = new Map([
    ['indicator_value', columnOf(values)],
    ['indicator_benchmark', columnOf(benchmarks)],
    ['indicator_weight', columnOf(new Float64Array(frame.rows).fill(weight))],
  ]);
  return compile(rule.points).run(frame.with(columns)).values;
}
