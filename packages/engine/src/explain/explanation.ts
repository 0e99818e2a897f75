/**
 * 评定依据 — the shape of an explanation: figures at once, sentences when they are first read; `JSON.stringify` gives all of it as plain
 * data. Every `line` with a sign of equality can be recomputed from what is printed on it: `亩均税收 24.5 = 评价税收 490 ÷ 用地面积 20`.
 */
import type { Assumption } from '@muheng/scheme';
import type { CutLine, OverrideHit, Reason } from '../result.js';
import type { LandExplanation } from '../stages/land/explainLand.js';

/** 审计人员 sees all; 企业 its own figures and nobody else's; 公众 no base figures: grade, method, assumptions. */
export type Viewer = 'auditor' | 'enterprise' | 'public';

export interface FactLine {
  readonly id: string;
  readonly term: string;
  readonly year: number;
  /** Number, date, text, 是/否, or the kind of absence. */
  readonly shown: string;
  readonly unit: string;
  /** Department that delivers it. */
  readonly from: string | null;
  /** `file!sheet!F214`. */
  readonly source: string | null;
  /** Derived facts: the formula with numbers. */
  readonly lines: readonly string[];
  /** 用地面积 out of the occupancy table. */
  readonly land: LandExplanation | null;
}

export interface IndicatorExplanation {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly weight: number;
  readonly value: number | null;
  readonly benchmark: number | null;
  readonly score: number | null;
  readonly method: string;
  readonly clause: string;
  readonly facts: readonly FactLine[];
  /** How the benchmark came about. */
  readonly benchmarkHow: string | null;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

export interface PartExplanation {
  readonly id: string;
  readonly name: string;
  readonly points: number | null;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly clause: string;
}

export interface CutExplanation {
  readonly pool: string;
  readonly members: number;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly cuts: readonly CutLine[];
  readonly clause: string;
}

export interface Explanation {
  readonly scheme: {
    readonly id: string;
    readonly title: string;
    readonly place: string;
    readonly work: string;
    /** 量词 of the subjects, 户 or 个. */
    readonly measure: string;
    readonly trial: string | null;
  };
  readonly year: number;
  readonly viewer: Viewer;
  readonly subject: { readonly id: string; readonly name: string };
  readonly group: string | null;
  readonly status: { readonly id: string; readonly name: string };
  readonly grade: string | null;
  readonly computedGrade: string | null;
  readonly conclusion: string;
  readonly indicators: readonly IndicatorExplanation[];
  readonly branches: readonly PartExplanation[];
  readonly bonus: readonly PartExplanation[];
  readonly total: PartExplanation | null;
  readonly rank: PartExplanation | null;
  readonly cut: CutExplanation | null;
  readonly overrides: readonly OverrideHit[];
  readonly reasons: readonly Reason[];
  readonly assumptions: readonly Assumption[];
}
