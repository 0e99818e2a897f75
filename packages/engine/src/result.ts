/**
 * 评价结果 — what one run of the engine gives: columns for every intermediate an official argues about, pools with their cut
 * lines, benchmarks and how they came, overrides and reasons per subject. `resultAsJson` prints the documented contract.
 */
import type { Finding } from '@muheng/finding';
import type { Column } from '@muheng/formula';

/** Raised only when numbers can change. */
export const engineSemantics = 1;

export interface LeafResult {
  readonly id: string;
  /** In the indicator's unit. */
  readonly value: Column;
  /** The benchmark each subject was measured against; NaN where the rule needs none. */
  readonly benchmark: Float64Array;
  /** Points after absence rule, cap, floor, rounding; NaN where not scored. */
  readonly score: Float64Array;
  /** Why the score is not the plain rule: 0 plain, 1 capped, 2 floored, 3 absence rule, 4 nonpositive rule, 5 reweighed. */
  readonly how: Uint8Array;
}
export interface BranchResult {
  readonly id: string;
  readonly score: Float64Array;
}
export interface BonusResult {
  readonly id: string /** Points before best-of-kind; */;
  readonly raw: Float64Array /** what counted. */;
  readonly counted: Float64Array;
}

export interface BenchmarkResult {
  readonly indicator: string;
  /** Group, pool or `all` it was computed for. */
  readonly scope: string;
  readonly value: number;
  /** `published`, `mean of 37 values of 2023 × 2`, in Chinese. */
  readonly how: string;
  readonly count: number;
}

export interface CutLine {
  readonly grade: string;
  /** Places the quota gives; null for thresholds. */
  readonly places: number | null;
  /** Subjects that got it by the cut, and after the rules. */
  readonly computed: number;
  readonly decided: number;
  /** Last rank and total inside; null when nobody. */
  readonly lastRank: number | null;
  readonly lastTotal: number | null;
  /** Threshold in force; in two stages the first key of the last subject in the half where the class ends; null for shares. */
  readonly line: number | null;
}
export interface PoolResult {
  /** e.g. `above` or `above·城东街道`. */
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly base: number;
  readonly offQuota: number;
  readonly cuts: readonly CutLine[];
}

export interface OverrideHit {
  readonly rule: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly applied: boolean /** Chinese: why, or why it did not apply. */;
  readonly words: string;
  readonly clause: string;
}
/** Reason why a subject is not graded or a rule stayed undecided. */
export interface Reason {
  readonly code: string;
  readonly words: string;
  readonly clause: string;
}

export interface Result {
  readonly schemeId: string;
  readonly year: number;
  readonly semantics: number;
  readonly subjects: readonly string[];
  readonly names: readonly string[];
  /** Status code per subject, an index into `statusIds`. */
  readonly status: Uint8Array;
  readonly statusIds: readonly string[];
  /** Group per subject, an index into `groupIds`; −1 = in none. */
  readonly group: Int16Array;
  readonly groupIds: readonly string[];
  /** Index into pools, -1 when in none. */
  readonly pool: Int32Array;
  readonly leaves: readonly LeafResult[];
  readonly branches: readonly BranchResult[];
  readonly bonus: readonly BonusResult[];
  readonly baseTotal: Float64Array;
  readonly bonusTotal: Float64Array;
  /** Rounded as the scheme says. */
  readonly total: Float64Array;
  /** 0 = not ranked. Average ties may give halves. */
  readonly rank: Float64Array;
  /** 测算类别 by the cut alone; 规则调档后 after the rules. */
  readonly computedGrade: Int16Array;
  readonly grade: Int16Array;
  /** Best first; the grade columns hold indexes into it, −1 = no grade. */
  readonly gradeKeys: readonly string[];
  /** By subject row; only subjects that have one. */
  readonly overrides: ReadonlyMap<number, readonly OverrideHit[]>;
  readonly reasons: ReadonlyMap<number, readonly Reason[]>;
  readonly pools: readonly PoolResult[];
  readonly benchmarks: readonly BenchmarkResult[];
  readonly findings: readonly Finding[];
}
