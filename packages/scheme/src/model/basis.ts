/** 依据与假定, and the small forms that many rules share. */
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
  | 'invented'
  | 'unknown';

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

/** A value for each group that has it. */
export type PerGroup<T> = ReadonlyMap<string, T>;

/** Places of equal rank keys: 1224, 1223, the mean, 1334. */
export type Ties = 'min' | 'dense' | 'average' | 'max';
