/**
 * 计分 — one rule over the rows of one group: `switch` once, then a plain loop. Writes points before limits into `out`;
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

export interface ScoringRows {
  readonly leaf: Leaf;
  readonly rule: ScoreRule;
  readonly groupId: string;
  readonly weight: number;
  readonly rows: Int32Array;
  /** With 0 for absences that count as zero. */
  readonly values: Float64Array;
  /** Of each of `rows`, in their order. */
  readonly benchmark: Float64Array;
  readonly samples: PoolSamples;
  readonly frame: StageFrame;
}

/** 池内样本 — the ranked values of each pool, gathered when a rule first asks for them. */
export class PoolSamples {
  private readonly samples: (Sample | undefined)[] = [];
  private readonly orders: (Order | undefined)[] = [];

  constructor(
    private readonly values: Float64Array,
    readonly pools: Population,
  ) {}

  sample(pool: number): Sample {
    const sample = this.samples[pool] ?? sampleOf(this.values, this.pools, pool);
    this.samples[pool] = sample;
    return sample;
  }

  order(pool: number): Order {
    const order = this.orders[pool] ?? orderOf(this.sample(pool).values);
    this.orders[pool] = order;
    return order;
  }
}

export function scoreRows(scoring: ScoringRows, out: Float64Array): void {
  const { rule, rows, values, benchmark, weight } = scoring;
  const lower = scoring.leaf.better === 'lower';
  switch (rule.by) {
    case 'ratio':
      for (let at = 0; at < rows.length; at++) out[rows[at]!] = pointsByRatio(values[rows[at]!]!, benchmark[at]!, weight, lower);
      return;
    case 'inverse':
      for (let at = 0; at < rows.length; at++) out[rows[at]!] = pointsByInverse(values[rows[at]!]!, benchmark[at]!, weight);
      return;
    case 'distance': {
      const span = rule.span.get(scoring.groupId) ?? Number.NaN;
      for (let at = 0; at < rows.length; at++)
        out[rows[at]!] = pointsByDistance(values[rows[at]!]!, benchmark[at]!, weight, span);
      return;
    }
    case 'marks':
      for (let at = 0; at < rows.length; at++) out[rows[at]!] = pointsByMarks(values[rows[at]!]!, weight);
      return;
    case 'raw':
      for (let at = 0; at < rows.length; at++) out[rows[at]!] = values[rows[at]!]!;
      return;
    case 'count':
      for (let at = 0; at < rows.length; at++) out[rows[at]!] = pointsByCount(values[rows[at]!]!, rule.pointsEach);
      return;
    case 'steps':
      for (let at = 0; at < rows.length; at++) out[rows[at]!] = pointsBySteps(values[rows[at]!]!, weight, rule, lower);
      return;
    case 'bands':
      scoreBands(scoring, rule, out);
      return;
    case 'goalposts':
      scoreGoalposts(scoring, rule, out);
      return;
    case 'minmax':
    case 'zscore':
      scoreSpread(scoring, rule, out);
      return;
    case 'rank':
    case 'percentile':
      scoreOrder(scoring, rule, out);
      return;
    case 'formula':
      scoreFormula(scoring, rule, out);
      return;
  }
}

function scoreBands(
  { rows, values, benchmark, leaf }: ScoringRows,
  rule: Extract<ScoreRule, { by: 'bands' }>,
  out: Float64Array,
): void {
  const lower = leaf.better === 'lower';
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const measured = rule.of === 'value' ? values[row]! : benchmark[at]! > 0 ? values[row]! / benchmark[at]! : Number.NaN;
    out[row] = pointsByBands(measured, rule, lower);
  }
}

function scoreGoalposts(
  { rows, values, weight, leaf, groupId }: ScoringRows,
  rule: Extract<ScoreRule, { by: 'goalposts' }>,
  out: Float64Array,
): void {
  const posts = { low: rule.low.get(groupId) ?? Number.NaN, high: rule.high.get(groupId) ?? Number.NaN };
  const how = { floor: shareOf(rule.least), clamp: rule.clamp, lower: leaf.better === 'lower' };
  for (let at = 0; at < rows.length; at++) out[rows[at]!] = pointsByGoalposts(values[rows[at]!]!, posts, weight, how);
}

/** Share that all get when no value differs. */
export const allEqualShare = (allEqual: AllEqual, least: number): number => ({ full: 1, half: 0.5, least })[allEqual];

function scoreSpread(scoring: ScoringRows, rule: Extract<ScoreRule, { by: 'minmax' | 'zscore' }>, out: Float64Array): void {
  const { rows, values, weight, leaf, samples } = scoring;
  const lower = leaf.better === 'lower';
  const spreads = spreadsOf(samples, rule);
  const { of } = samples.pools;
  if (rule.by === 'minmax') {
    const floor = shareOf(rule.least);
    const how = { floor, allEqual: allEqualShare(rule.allEqual, floor), lower };
    for (let at = 0; at < rows.length; at++)
      out[rows[at]!] = pointsByMinmax(values[rows[at]!]!, spreads[of[rows[at]!]!]!, weight, how);
    return;
  }
  const how = { centre: shareOf(rule.centre), perSd: shareOf(rule.perSd), allEqual: allEqualShare(rule.allEqual, 0), lower };
  for (let at = 0; at < rows.length; at++)
    out[rows[at]!] = pointsByZscore(values[rows[at]!]!, spreads[of[rows[at]!]!]!, weight, how);
}

export interface PoolSpread {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  /** 0 when all values are equal within the tolerance. */
  readonly deviation: number;
}

/** Extremes and spread of every pool; NaN for an empty one. */
export function spreadsOf(samples: PoolSamples, rule: Extract<ScoreRule, { by: 'minmax' | 'zscore' }>): readonly PoolSpread[] {
  return samples.pools.ids.map((_, pool) => {
    const sample = samples.sample(pool);
    const least = leastOf(sample.values);
    const most = mostOf(sample.values);
    const mean = rule.by === 'zscore' ? meanOf(sample) : Number.NaN;
    const equal = most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most));
    return { least, most, mean, deviation: rule.by === 'zscore' && !equal ? deviationOf(sample, rule.sd) : 0 };
  });
}

function scoreOrder(scoring: ScoringRows, rule: Extract<ScoreRule, { by: 'rank' | 'percentile' }>, out: Float64Array): void {
  const { rows, values, weight, leaf, samples } = scoring;
  const lower = leaf.better === 'lower';
  const ranking = rule.by === 'rank' ? { ...rule, lower } : undefined;
  const percentile = rule.by === 'percentile' ? { ...rule, lower } : undefined;
  const { of } = samples.pools;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const value = values[row]!;
    const pool = of[row]!;
    if (Number.isNaN(value) || pool < 0) out[row] = Number.NaN;
    else if (ranking !== undefined) out[row] = pointsByRank(value, samples.order(pool), weight, ranking);
    else if (percentile !== undefined) out[row] = pointsByPercentile(value, samples.order(pool), weight, percentile);
  }
}

/** The points formula sees 值, 基准 and 权重 as columns. */
function scoreFormula(scoring: ScoringRows, rule: Extract<ScoreRule, { by: 'formula' }>, out: Float64Array): void {
  const { rows, values, benchmark, weight, frame } = scoring;
  const benchmarks = new Float64Array(frame.rows).fill(Number.NaN);
  for (let at = 0; at < rows.length; at++) benchmarks[rows[at]!] = benchmark[at]!;
  const columns = new Map([
    ['indicator_value', columnOf(values)],
    ['indicator_benchmark', columnOf(benchmarks)],
    ['indicator_weight', columnOf(new Float64Array(frame.rows).fill(weight))],
  ]);
  const points = compile(rule.points).run(frame.with(columns));
  for (let at = 0; at < rows.length; at++) out[rows[at]!] = points.values[rows[at]!]!;
}
