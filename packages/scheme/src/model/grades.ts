/** 加减分、总分、排名、划档与调档. */
import type { Formula } from '@muheng/formula';
import type { Ratio, Rounding } from '@muheng/quantity';
import type { Citation, PerGroup, Ties } from './basis.js';

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
      readonly round: PerGrade<Places>;
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
