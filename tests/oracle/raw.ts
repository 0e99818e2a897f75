/** The scheme file as YAML gives it, as far as the oracle reads it. Nothing here is checked: the reader under test does that. */
import type { Rounding } from './judge.js';

export type Row = readonly (string | number | boolean | null)[];
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export interface FactDoc {
  readonly id?: string;
  readonly type?: 'number' | 'text' | 'date' | 'flag';
  readonly unit?: string;
  readonly must_be?: 'positive' | 'not_negative' | 'any';
  readonly merged?: 'sum' | 'first' | 'most' | 'least' | 'mean';
  readonly formula?: string;
  readonly round?: Rounding;
}

export type Limit = 'none' | { readonly points: number } | { readonly times_weight: number };
export type PerGroup<T> = T | Readonly<Record<string, T>>;
export type Action = string | { readonly points: number } | { readonly share: string };
export type Absence = Action | Readonly<Record<'missing' | 'not_applicable' | 'not_reported' | 'not_computable', Action>>;
export type TieRule = 'min' | 'dense' | 'average' | 'max';
export type AllEqual = 'full' | 'half' | 'least';

export type RuleDoc =
  | { readonly by: 'ratio' | 'inverse' | 'marks' | 'raw' }
  | { readonly by: 'minmax'; readonly least_share: string; readonly all_equal: AllEqual }
  | {
      readonly by: 'goalposts';
      readonly low: PerGroup<number>;
      readonly high: PerGroup<number>;
      readonly least_share: string;
      readonly clamp: boolean;
    }
  | {
      readonly by: 'zscore';
      readonly sd: 'n' | 'n-1';
      readonly centre: string;
      readonly per_sd: string;
      readonly all_equal: AllEqual;
    }
  | {
      readonly by: 'rank';
      readonly falls: 'by_place' | 'to_zero' | 'by_value';
      readonly ties: TieRule;
      readonly single: 'full' | 'none';
    }
  | { readonly by: 'percentile'; readonly kind: 'inclusive' | 'exclusive' | 'midpoint'; readonly single: 'full' | 'none' }
  | { readonly by: 'distance'; readonly span: PerGroup<number> }
  | {
      readonly by: 'steps';
      readonly at: number;
      readonly base: string;
      readonly every: number;
      readonly points: number;
      readonly most: string;
      readonly least: string;
    }
  | {
      readonly by: 'bands';
      readonly of: 'value' | 'ratio';
      readonly edge: 'in' | 'out';
      readonly bands: readonly { readonly from: number; readonly points: number }[];
      readonly below: number;
    }
  | { readonly by: 'count'; readonly points_each: number }
  | { readonly by: 'formula'; readonly points: string };

export interface BenchmarkDoc {
  readonly from: 'published' | 'mean' | 'best' | 'quantile' | 'table' | 'formula';
  readonly value?: PerGroup<number>;
  readonly kind?: 'of_values' | 'of_sums';
  readonly of?: 'this_year' | 'last_year';
  readonly within?: 'pool' | 'group' | 'all';
  readonly times?: number;
  readonly round?: Rounding;
  readonly published?: PerGroup<number>;
  readonly at?: string;
  readonly type?: 'R1' | 'R6' | 'R7';
  readonly table?: string;
  readonly by?: string;
  readonly otherwise?: number | 'not_computable';
  readonly formula?: string;
}

export interface IndicatorDoc {
  readonly id: string;
  readonly name: string;
  readonly weight: PerGroup<number>;
  readonly children?: readonly IndicatorDoc[];
  readonly aggregate?: 'sum' | 'weighted_mean' | 'geometric';
  readonly formula?: string;
  readonly unit?: string;
  readonly better?: 'higher' | 'lower';
  readonly value_round?: Rounding;
  readonly benchmark?: number | BenchmarkDoc | Readonly<Record<string, number>>;
  readonly score?: RuleDoc | Readonly<Record<string, RuleDoc>>;
  readonly cap?: Limit;
  readonly floor?: Limit;
  readonly round?: Rounding;
  readonly absent?: Absence;
  readonly nonpositive?: 'as_computed' | 'no_points' | { readonly points: number };
}

export interface BonusItemDoc {
  readonly id: string;
  readonly kind?: string;
  readonly when?: string;
  readonly points?: number | string;
  readonly titles?: {
    readonly names: readonly string[];
    readonly levels: Readonly<Record<string, number>>;
    readonly take: 'best' | 'sum';
    readonly valid: string;
  };
  readonly events?: { readonly where: string; readonly first: number; readonly further: number };
  readonly most?: number;
  readonly least?: number;
  readonly groups?: readonly string[];
}

export type Places = 'down' | 'nearest' | 'up';
export type Shares = Readonly<Record<string, string>>;
export interface ShareCutDoc {
  readonly by: 'share';
  readonly base: 'graded' | 'graded_without_off_quota' | { readonly graded_and: readonly string[] };
  readonly shares: Shares;
  readonly count: 'each' | 'cumulative';
  readonly round: Places | Readonly<Record<string, Places>>;
  readonly edge: 'in' | 'out';
  readonly ties_across_cut: 'better' | 'worse' | 'split';
  readonly smallest?: { readonly size: number; readonly then: 'ungraded' | { readonly all: string } };
}
export interface TwoStageDoc extends Omit<ShareCutDoc, 'by' | 'shares' | 'smallest'> {
  readonly by: 'two_stage';
  readonly first: { readonly by: readonly string[]; readonly share: string; readonly round: Places };
  readonly upper: { readonly by: readonly string[]; readonly shares: Shares };
  readonly lower: { readonly by: readonly string[]; readonly shares: Shares };
}
export type CutDoc =
  | ShareCutDoc
  | TwoStageDoc
  | {
      readonly by: 'threshold';
      readonly on: string;
      readonly better: 'higher' | 'lower';
      readonly lines: Readonly<Record<string, number | string>>;
      readonly edge: 'in' | 'out';
    }
  | {
      readonly by: 'rules';
      readonly rules: readonly { readonly grade: string; readonly when: string }[];
      readonly otherwise: string;
    }
  | { readonly by: 'none' };

export interface EffectDoc {
  readonly direct?: string;
  readonly not?: readonly string[];
  readonly up?: number;
  readonly not_above?: string;
  readonly down?: number;
  readonly not_below?: string;
  readonly follow?: string;
  readonly share?: string;
  readonly grade?: 'best' | 'worst' | 'of_largest';
  readonly largest_by?: string;
}
export interface OverrideDoc {
  readonly id: string;
  readonly when: string;
  readonly effect: EffectDoc;
  readonly off_quota?: boolean;
  readonly at: 'before_cut' | 'after_cut';
  readonly unless?: readonly string[];
  readonly groups?: readonly string[];
}

export interface StatusDoc {
  readonly computed: boolean;
  readonly ranked: boolean;
  readonly graded: boolean;
}

export interface SchemeDoc {
  readonly reference_day: string;
  readonly facts?: Readonly<Record<string, FactDoc>>;
  readonly lists?: Readonly<
    Record<string, { readonly entries?: readonly string[]; readonly dated?: boolean; readonly match?: 'exact' | 'prefix' }>
  >;
  readonly tables?: Readonly<
    Record<
      string,
      { readonly unit: string; readonly rows: Readonly<Record<string, number>>; readonly match: 'exact' | 'longest_prefix' }
    >
  >;
  readonly land?: LandDoc;
  readonly merge?: { readonly by: string; readonly when?: string };
  readonly statuses?: Readonly<Record<string, StatusDoc>>;
  readonly who: {
    readonly include: string;
    readonly undetermined: 'pending' | 'out' | 'in';
    readonly except?: readonly { readonly when: string; readonly status: string }[];
  };
  readonly groups: Readonly<Record<string, { readonly when: string; readonly pool?: string }>>;
  readonly indicators: readonly IndicatorDoc[];
  readonly score?: {
    readonly rule: RuleDoc;
    readonly cap: Limit;
    readonly floor: Limit;
    readonly round: Rounding;
    readonly value_round: Rounding;
  };
  readonly absent?: Absence;
  readonly bonus?: {
    readonly most: number | 'none';
    readonly least: number | 'none';
    readonly absent: 'no_points' | 'pending';
    readonly items: readonly BonusItemDoc[];
  };
  readonly total: {
    readonly by: 'sum' | 'weighted_mean' | 'geometric';
    readonly full?: number;
    readonly factor?: string;
    readonly least: number | 'none';
    readonly most: number | 'none';
    readonly round: Rounding;
  };
  readonly rank: {
    readonly within: readonly string[];
    readonly by: readonly string[];
    readonly ties: TieRule;
    readonly on: 'rounded' | 'full';
  };
  readonly grades: {
    readonly classes: Readonly<Record<string, unknown>>;
    readonly cut: CutDoc | { readonly groups: Readonly<Record<string, CutDoc>> };
  };
  readonly overrides?: {
    readonly order: 'first_wins' | 'last_wins';
    readonly vacated: 'leave' | 'refill';
    readonly rules: readonly OverrideDoc[];
  };
}

export interface LandDoc {
  readonly mu: { readonly divisor: string };
  readonly round: Rounding;
  readonly net?: {
    readonly basis: string;
    readonly own: string;
    readonly leased_in: string;
    readonly leased_out: string;
    readonly collective: string;
    readonly by: 'months' | 'days' | 'reference_day';
    readonly floor_space: 'ignore' | { readonly per_mu: number };
    readonly under_construction?: {
      readonly in_term: 'ignore' | 'whole';
      readonly overdue_after_months: number;
      readonly overdue: 'ignore' | 'whole';
    };
    readonly excess: 'ignore' | 'add';
    readonly method: 'enterprise' | 'parcel';
  };
  readonly transferred?: { readonly status: string };
  readonly power?: { readonly from: 'meters' };
  readonly plot_ratio?: { readonly tall_floor_over: number; readonly counts: number };
}

export interface CatalogueDoc {
  readonly facts: Readonly<Record<string, FactDoc>>;
}

/** One whole case: everything an evaluation is made of, as files give it. */
export interface Given {
  readonly scheme: SchemeDoc;
  readonly catalogue: CatalogueDoc;
  readonly tables: readonly Table[];
  readonly sideTables: Readonly<Record<string, readonly Table[]>>;
  readonly year: number;
}

/** Maps and lists of the file that are one value for all groups or one for each. */
export function ofGroup<T>(value: PerGroup<T>, group: string, isOne: (value: PerGroup<T>) => value is T): T | undefined {
  return isOne(value) ? value : value[group];
}
export const isNumber = (value: PerGroup<number>): value is number => typeof value === 'number';
export const numberFor = (value: PerGroup<number>, group: string): number | undefined => ofGroup(value, group, isNumber);
