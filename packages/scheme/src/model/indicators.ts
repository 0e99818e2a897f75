/** 指标体系 — indicators, benchmarks, score rules, absence. */
import type { Formula } from '@muheng/formula';
import type { Ratio, Rounding, Unit } from '@muheng/quantity';
import type { Citation, PerGroup, Ties } from './basis.js';
import type { LookupTable } from './data.js';

export type AbsenceAction =
  | { readonly do: 'pending' | 'no_points' | 'full_points' | 'group_mean_score' | 'reweigh' | 'as_zero' }
  | { readonly do: 'points'; readonly points: number }
  | { readonly do: 'share'; readonly share: Ratio };
export interface AbsenceRule {
  readonly missing: AbsenceAction;
  readonly not_applicable: AbsenceAction;
  readonly not_reported: AbsenceAction;
  readonly not_computable: AbsenceAction;
  readonly cited: Citation;
}

interface BenchmarkOver {
  readonly of: 'this_year' | 'last_year';
  readonly within: 'pool' | 'group' | 'all';
  readonly times: number;
  readonly round: Rounding;
  readonly published?: PerGroup<number>;
  readonly cited: Citation;
}
export type Benchmark =
  | { readonly from: 'published'; readonly value: PerGroup<number>; readonly cited: Citation }
  | ({ readonly from: 'mean'; readonly kind: 'of_values' | 'of_sums' } & BenchmarkOver)
  | ({ readonly from: 'best' } & BenchmarkOver)
  | ({ readonly from: 'quantile'; readonly at: Ratio; readonly type: 'R1' | 'R6' | 'R7' } & BenchmarkOver)
  | {
      readonly from: 'table';
      readonly table: LookupTable;
      readonly by: string;
      readonly otherwise: number | 'not_computable';
      readonly cited: Citation;
    }
  | { readonly from: 'formula'; readonly formula: Formula; readonly cited: Citation };

export type AllEqual = 'full' | 'half' | 'least';
export type ScoreRule =
  | { readonly by: 'ratio' | 'inverse' | 'marks' | 'raw' }
  | { readonly by: 'minmax'; readonly least: Ratio; readonly allEqual: AllEqual }
  | {
      readonly by: 'goalposts';
      readonly low: PerGroup<number>;
      readonly high: PerGroup<number>;
      readonly least: Ratio;
      readonly clamp: boolean;
    }
  | {
      readonly by: 'zscore';
      readonly sd: 'n' | 'n-1';
      readonly centre: Ratio;
      readonly perSd: Ratio;
      readonly allEqual: AllEqual;
    }
  | {
      readonly by: 'rank';
      readonly falls: 'by_place' | 'to_zero' | 'by_value';
      readonly ties: Ties;
      readonly single: 'full' | 'none';
    }
  | { readonly by: 'percentile'; readonly kind: 'inclusive' | 'exclusive' | 'midpoint'; readonly single: 'full' | 'none' }
  | { readonly by: 'distance'; readonly span: PerGroup<number> }
  | {
      readonly by: 'steps';
      readonly at: number;
      readonly base: Ratio;
      readonly every: number;
      readonly points: number;
      readonly most: Ratio;
      readonly least: Ratio;
    }
  | {
      readonly by: 'bands';
      readonly of: 'value' | 'ratio';
      readonly edge: 'in' | 'out';
      readonly bands: readonly { readonly from: number; readonly points: number }[];
      readonly below: number;
    }
  | { readonly by: 'count'; readonly pointsEach: number }
  /** The formula reads `indicator_value` 值, `indicator_benchmark` 基准, `indicator_weight` 权重. */
  | { readonly by: 'formula'; readonly points: Formula };
/** In points, none, or a multiple of the weight. */
export type Limit =
  | { readonly kind: 'none' }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'times_weight'; readonly times: number };

interface IndicatorBase {
  readonly id: string;
  readonly name: string;
  readonly weight: PerGroup<number>;
  readonly cited: Citation;
  readonly parent: string | null;
  readonly path: string;
}
export interface Branch extends IndicatorBase {
  readonly kind: 'branch';
  readonly children: readonly Indicator[];
  readonly aggregate: 'sum' | 'weighted_mean' | 'geometric';
  readonly choose?: { readonly least: number; readonly most: number };
}
export interface Leaf extends IndicatorBase {
  readonly kind: 'leaf';
  readonly formula: Formula;
  readonly unit: Unit;
  readonly printedUnit?: string;
  readonly better: 'higher' | 'lower';
  readonly valueRound: Rounding;
  readonly benchmark?: Benchmark;
  /** Where the two sides of `a / b` are known, for `of_sums` means. */
  readonly sides?: { readonly over: Formula; readonly under: Formula };
  readonly score: PerGroup<ScoreRule>;
  /** Of the score rule: the indicator's own, or that of the whole scheme. */
  readonly scoreCited: Citation;
  readonly cap: Limit;
  readonly floor: Limit;
  readonly round: Rounding;
  readonly absent: AbsenceRule;
  readonly nonpositive: { readonly do: 'as_computed' | 'no_points' } | { readonly do: 'points'; readonly points: number };
  readonly by?: string;
  readonly show: number;
}
export type Indicator = Branch | Leaf;
