/**
 * 评价办法, read and checked — what the engine computes with. Every formula is a typed tree, every share an exact ratio, every
 * per-group value spelled out for each group, every citation resolved. Made by `readScheme`; never built by hand.
 */
import type { Formula, NameInfo, NameSpace, ValueType } from '@muheng/formula';
import type { MuDivisor, Ratio, Rounding, Unit } from '@muheng/quantity';

/** Standing 效力 of a document. */
export type Standing =
  | 'in_force'
  | 'extended'
  | 'trial'
  | 'draft'
  | 'expired'
  | 'superseded'
  | 'void'
  | 'interpretation'
  | 'notice'
  | 'invented';

export interface SourceDocument {
  readonly key: string;
  readonly title: string;
  readonly number?: string;
  readonly issuer: string;
  readonly standing: Standing;
  /** ISO dates. */
  readonly issued?: string;
  readonly from?: string;
  readonly to?: string;
  readonly where?: string;
  /** Clause key → official place in the text and its short wording. */
  readonly clauses: ReadonlyMap<string, { readonly at: string; readonly text?: string }>;
}

/** Where a rule stands in a document, or why it is assumed. */
export interface Citation {
  /** `文件名〔文号〕 第二条(八)` in words; empty when only assumed. */
  readonly words: string;
  readonly references: readonly string[];
  readonly assumed?: string;
}

export interface Assumption {
  readonly path: string;
  readonly what: string;
  readonly why: string;
}

export interface FactRule {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly type: ValueType;
  /** The working unit: datasets carry the fact in this unit. Pure for non-numbers. */
  readonly unit: Unit;
  readonly from?: string;
  readonly confidential: string;
  readonly values?: readonly string[];
  readonly plausible?: readonly [number, number];
  readonly mustBe: 'positive' | 'not_negative' | 'any';
  readonly merged: 'sum' | 'first' | 'most' | 'least' | 'mean';
  /** Derived: computed from other facts, in `derivedOrder`. */
  readonly formula?: Formula;
  readonly round: Rounding;
  readonly cited: Citation;
  /** Some rule of the scheme reads it. */
  readonly used: boolean;
}

export interface ListRule {
  readonly id: string;
  readonly term: string;
  readonly dated: boolean;
  readonly entries: readonly string[];
  readonly match: 'exact' | 'prefix';
  readonly cited: Citation;
}
export interface LookupTable {
  readonly id: string;
  readonly term: string;
  readonly unit: Unit;
  readonly rows: ReadonlyMap<string, number>;
  readonly match: 'exact' | 'longest_prefix';
  readonly cited: Citation;
}

export type OccupancyPart = 'add' | 'subtract' | 'ignore';
export interface NetLandRule {
  readonly basis: 'certificate' | 'actual' | 'supplied' | 'larger_of_certificate_and_actual';
  readonly own: OccupancyPart;
  readonly leased_in: OccupancyPart;
  readonly leased_out: OccupancyPart;
  readonly collective: OccupancyPart;
  readonly by: 'months' | 'days' | 'reference_day';
  /** ㎡ of leased floor space per 亩 of land; null = floor space does not count. */
  readonly floorPerMu: number | null;
  readonly underConstruction?: {
    readonly inTerm: 'ignore' | 'whole';
    readonly overdueAfterMonths: number;
    readonly overdue: 'ignore' | 'whole';
  };
  readonly excess: 'ignore' | 'add';
  readonly method: 'enterprise' | 'parcel';
  readonly cited: Citation;
}
export interface LandRule {
  readonly mu: MuDivisor;
  readonly round: Rounding;
  readonly net?: NetLandRule;
  readonly transferred?: { readonly status: string; readonly cited: Citation };
  readonly powerFromMeters?: { readonly cited: Citation };
  readonly plotRatio?: { readonly tallFloorOver: number; readonly counts: number; readonly cited: Citation };
  readonly sumCheck: 'parcel' | 'none';
  readonly cited: Citation;
}

export interface StatusRule {
  readonly id: string;
  readonly name: string;
  readonly computed: boolean;
  readonly ranked: boolean;
  readonly graded: boolean;
  readonly treatedAs?: string;
  readonly cited: Citation;
}

/** Statuses every scheme has. graded 参评, out 不在评价范围, pending 待补数据, merged 合并评价. */
export const builtInStatuses = ['graded', 'out', 'pending', 'merged'] as const;

export interface WhoRule {
  readonly include: Formula;
  readonly undetermined: 'pending' | 'out' | 'in';
  readonly except: readonly {
    readonly id: string;
    readonly when: Formula;
    readonly status: string;
    readonly reason: string;
    readonly cited: Citation;
  }[];
  readonly cited: Citation;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly when: Formula | 'otherwise';
  readonly pool: string;
  readonly cited: Citation;
}

/** A value for each group that has it. */
export type PerGroup<T> = ReadonlyMap<string, T>;

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
export type Ties = 'min' | 'dense' | 'average' | 'max';
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

export interface BonusItem {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly when?: Formula;
  readonly groups: readonly string[] | 'all';
  readonly source:
    | { readonly from: 'points'; readonly points: Formula }
    | {
        readonly from: 'titles';
        readonly names: readonly string[];
        readonly levels: ReadonlyMap<string, number>;
        readonly take: 'best' | 'sum';
        readonly valid: 'on_reference_day' | 'in_data_year' | 'new_in_data_year';
      }
    /** `count` is 件数(事件 其中 …): how many rows of the subject the author's condition `where` holds for. */
    | {
        readonly from: 'events';
        readonly where: string;
        readonly count: Formula;
        readonly table: string;
        readonly first: number;
        readonly further: number;
      };
  readonly most: number | null;
  readonly least: number | null;
  readonly cited: Citation;
}
export interface BonusRule {
  readonly most: number | null;
  readonly least: number | null;
  readonly absent: 'no_points' | 'pending';
  readonly items: readonly BonusItem[];
  readonly cited: Citation;
}

export interface TotalRule {
  readonly by: 'sum' | 'weighted_mean' | 'geometric';
  readonly full: number;
  readonly factor?: Formula;
  readonly least: number | null;
  readonly most: number | null;
  readonly round: Rounding;
  readonly cited: Citation;
}

/** A sort key: number formula (may read total, indicator values and scores) and direction. */
export interface SortKey {
  readonly text: string;
  readonly formula: Formula;
  readonly order: 'asc' | 'desc';
}
/** `group`, `pool`, or the id of a text fact. */
export interface RankRule {
  readonly within: readonly string[];
  readonly by: readonly SortKey[];
  readonly ties: Ties;
  readonly on: 'rounded' | 'full';
  readonly cited: Citation;
}

export type Places = 'down' | 'nearest' | 'up';
export type Shares = ReadonlyMap<string, Ratio | 'rest'>;
export type Base =
  | { readonly of: 'graded' | 'graded_without_off_quota' }
  | { readonly of: 'graded_and'; readonly statuses: readonly string[] };
interface ShareCut {
  readonly count: 'each' | 'cumulative';
  readonly edge: 'in' | 'out';
  readonly tiesAcrossCut: 'better' | 'worse' | 'split';
  readonly base: Base;
}
export type Cut =
  | ({
      readonly by: 'share';
      readonly shares: Shares;
      readonly round: PerGrade<Places>;
      readonly smallest?: { readonly size: number; readonly then: { readonly ungraded: true } | { readonly all: string } };
      readonly cited: Citation;
    } & ShareCut)
  | {
      readonly by: 'threshold';
      readonly on: Formula;
      readonly onText: string;
      readonly better: 'higher' | 'lower';
      readonly lines: ReadonlyMap<string, number | 'rest'>;
      readonly edge: 'in' | 'out';
      readonly cited: Citation;
    }
  | ({
      readonly by: 'two_stage';
      readonly first: { readonly by: readonly SortKey[]; readonly share: Ratio; readonly round: Places };
      readonly upper: { readonly by: readonly SortKey[]; readonly shares: Shares };
      readonly lower: { readonly by: readonly SortKey[]; readonly shares: Shares };
      readonly round: Places;
      readonly cited: Citation;
    } & ShareCut)
  | {
      readonly by: 'rules';
      readonly rules: readonly { readonly grade: string; readonly when: Formula; readonly cited: Citation }[];
      readonly otherwise: string;
      readonly cited: Citation;
    }
  | { readonly by: 'none'; readonly cited: Citation };
export type PerGrade<T> = ReadonlyMap<string, T>;

export interface GradeClass {
  readonly key: string;
  readonly name: string;
  readonly label?: string;
}
export interface GradesRule {
  readonly classes: readonly GradeClass[];
  readonly cut: PerGroup<Cut>;
  readonly limits: ReadonlyMap<string, { readonly least?: Ratio; readonly most?: Ratio }>;
  readonly cited: Citation;
}

export type OverrideEffect =
  | { readonly kind: 'direct'; readonly grade: string; readonly offQuota: boolean }
  | { readonly kind: 'not'; readonly grades: readonly string[]; readonly offQuota: boolean }
  | { readonly kind: 'up' | 'down'; readonly by: number; readonly limit: string | null }
  | { readonly kind: 'follow'; readonly fact: string }
  | {
      readonly kind: 'share';
      readonly fact: string;
      readonly grade: 'best' | 'worst' | 'of_largest';
      readonly largestBy: string | null;
    };
export interface Override {
  readonly id: string;
  readonly name: string;
  readonly when: Formula;
  readonly effect: OverrideEffect;
  readonly at: 'before_cut' | 'after_cut';
  readonly unless: readonly string[];
  readonly groups: readonly string[] | 'all';
  readonly cited: Citation;
}
export interface OverridesRule {
  readonly order: 'first_wins' | 'last_wins';
  readonly vacated: 'leave' | 'refill';
  readonly rules: readonly Override[];
}

export interface Scheme {
  readonly language: 1;
  readonly id: string;
  readonly title: string;
  readonly place: { readonly region: string; readonly name: string; readonly work: string; readonly office: string };
  readonly documents: readonly SourceDocument[];
  readonly subject: { readonly kind: string; readonly noun: string; readonly measure: string };
  readonly years: {
    readonly data: number | 'any';
    readonly work?: number;
    readonly policy?: { readonly from: string; readonly to: string };
  };
  readonly referenceDay: { readonly month: number; readonly day: number };
  readonly trial?: string;
  /** Declared, narrowed and used catalogue facts, by id; derived ones after what they read. */
  readonly facts: ReadonlyMap<string, FactRule>;
  readonly derivedOrder: readonly string[];
  readonly lists: ReadonlyMap<string, ListRule>;
  readonly tables: ReadonlyMap<string, LookupTable>;
  readonly land?: LandRule;
  readonly merge?: { readonly by: string; readonly when?: Formula; readonly cited: Citation };
  readonly statuses: ReadonlyMap<string, StatusRule>;
  readonly who: WhoRule;
  readonly groups: readonly Group[];
  /** Top of the tree, and all leaves in document order. */
  readonly indicators: readonly Indicator[];
  readonly leaves: readonly Leaf[];
  readonly bonus?: BonusRule;
  readonly total: TotalRule;
  readonly rank: RankRule;
  readonly grades: GradesRule;
  readonly overrides?: OverridesRule;
  readonly robustness?: { readonly weights: Ratio; readonly facts: ReadonlyMap<string, Ratio>; readonly draws: number };
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly string[];
  /** Names formulas of this scheme may use, for what-if formulas of a user. */
  readonly names: NameSpace;
  /** The scheme closure: plain JSON of the file, the catalogue entries, lists, tables and clauses used. Hashed for identity. */
  readonly closure: unknown;
}

/** Names that formulas after the score stage may read: ids `value.<indicator>`, `score.<indicator>`, `total`, `base_total`, `bonus_total`, `grade` (prior only, or computed in after_cut rules), `rank`. */
export const stageNames = ['total', 'base_total', 'bonus_total', 'rank', 'grade', 'group'] as const;
export type { NameInfo };
