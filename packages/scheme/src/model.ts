/**
 * 评价办法, read and checked — what the engine computes with. Every formula is a typed tree, every share an exact ratio, every
 * per-group value spelled out for each group, every citation resolved. Made by `readScheme`; never built by hand.
 */
import type { Formula, NameSpace } from '@muheng/formula';
import type { Ratio } from '@muheng/quantity';
import type { Assumption, Citation, SourceDocument } from './model/basis.js';
import type { FactRule, LandRule, ListRule, LookupTable } from './model/data.js';
import type { BonusRule, GradesRule, OverridesRule, RankRule, TotalRule } from './model/grades.js';
import type { Indicator, Leaf } from './model/indicators.js';
import type { Group, StatusRule, WhoRule } from './model/people.js';

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
export type { NameInfo } from '@muheng/formula';
export type * from './model/basis.js';
export type * from './model/data.js';
export type * from './model/grades.js';
export type * from './model/indicators.js';
export * from './model/people.js';
