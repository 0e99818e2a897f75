/**
 * What the stages hand to each other. subjects → land → status → groups → indicators → benchmarks → scores → bonus → total give
 * `Scored`; ranking → cut → moves turn it into `Result`. Each stage is pure: it makes new columns and changes none it was given.
 */
import type { Finding } from '@muheng/finding';
import type { Column, Frame } from '@muheng/formula';
import type { Scheme } from '@muheng/scheme';
import type { Dataset } from '../dataset.js';
import type { BenchmarkResult, BonusResult, BranchResult, LeafResult, Reason } from '../result.js';
import type { Scoring } from './scoring.js';

/** The dataset as formulas see it; stages add columns (`land_used`, `value.<indicator>`, `total` …) by making a new one. */
export interface StageFrame extends Frame {
  readonly dataset: Dataset;
  /** The same frame with more columns for the data year. */
  with(columns: ReadonlyMap<string, Column>): StageFrame;
  /** The same subjects as they stood `years` before: every column, 数据年度 and 基准日 move back. */
  back(years: number): StageFrame;
  /** Official term of a fact, name of an indicator for `value.<id>`; the id itself when it has none. */
  termOf(id: string): string;
}

/** Codes of the built-in statuses in every `statusIds`. */
export const statusCode = { graded: 0, out: 1, pending: 2, merged: 3 } as const;

export interface Pools {
  /** Pool of each subject by index into ids, -1 for none. Pool = pool name + the partition texts of rank.within. */
  readonly of: Int32Array;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Group whose cut applies to the pool. */
  readonly groupOf: readonly string[];
}

export interface Scored {
  readonly scheme: Scheme;
  readonly frame: StageFrame;
  /** Status code per subject, an index into `statusIds`; `graded` stands in ranking and cut, a custom status only where its rule says so. */
  readonly status: Uint8Array;
  /** First the built-in ones (`statusCode`), then the scheme's own in their order. */
  readonly statusIds: readonly string[];
  /** Group per subject, an index into `groupIds` (the scheme's order); −1 = in none. */
  readonly group: Int16Array;
  readonly groupIds: readonly string[];
  readonly pools: Pools;
  /** Whose values made means, extremes and places: for the explanation. */
  readonly populations: Scoring['populations'];
  readonly leaves: readonly LeafResult[];
  readonly branches: readonly BranchResult[];
  readonly benchmarks: readonly BenchmarkResult[];
  readonly bonus: readonly BonusResult[];
  readonly baseTotal: Float64Array;
  readonly bonusTotal: Float64Array;
  /** Rounded as the scheme says; NaN where not computed. */
  readonly total: Float64Array;
  /** Before rounding, for `rank.on: full`. */
  readonly fullTotal: Float64Array;
  /** By subject row; only subjects that have one. */
  readonly reasons: ReadonlyMap<number, readonly Reason[]>;
  /** Merged subjects: member id → merged subject row. */
  readonly mergedInto: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}
