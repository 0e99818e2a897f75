/** What the checker knows while it walks a syntax tree, and what it gathers on the way. */
import type { Blanks, Finding, Place } from '@muheng/finding';
import { limits } from '../limits.js';
import type { Syntax } from '../parse/syntax.js';
import { type FormulaCode, found } from '../texts.zh.js';
import type { AggregateNode, ListUse, NameInfo, NameSpace, Reference, TableInfo, TypedNode } from '../tree.js';
import type { Vocabulary } from '../vocabulary.js';

/** What is checked against, and the checks of all kinds of syntax: handed in by read.ts, so that no check imports another's caller. */
export interface Setting {
  readonly space: NameSpace;
  readonly vocabulary: Vocabulary;
  readonly place: Place;
  readonly checkKind: (checking: Checking, syntax: Syntax) => TypedNode | undefined;
}

export class Checking {
  readonly findings: Finding[] = [];
  readonly references = new Map<string, Reference>();
  readonly aggregates = new Map<string, AggregateNode>();
  readonly lists = new Map<string, ListUse>();
  readonly tables = new Set<string>();
  readonly texts = new Set<string>();
  /** What a name node stands for. */
  readonly infoOf = new Map<TypedNode, NameInfo>();
  /** The side table whose rows are being gathered. */
  table: TableInfo | undefined;
  /** The years back at which the present spot is evaluated; more than one inside 连续 and 增长率. */
  years: readonly number[] = [0];
  private unrolled = 0;

  readonly space: NameSpace;
  readonly vocabulary: Vocabulary;

  constructor(private readonly setting: Setting) {
    this.space = setting.space;
    this.vocabulary = setting.vocabulary;
  }

  /** Checks a part of the formula; undefined when something in it was refused. */
  check(syntax: Syntax): TypedNode | undefined {
    return this.count(syntax.at) ? this.setting.checkKind(this, syntax) : undefined;
  }

  /** Always undefined, so that a check can `return checking.refuse(…)`. */
  refuse(code: FormulaCode, at: number, blanks: Blanks = {}): undefined {
    this.findings.push(found(code, placeAt(this.setting.place, at), blanks));
    return undefined;
  }

  /** Inside 往年, 增长率, 连续. */
  get looksBack(): boolean {
    return this.years.length > 1 || this.years[0] !== 0;
  }

  /** Counts a node as often as it will be evaluated. */
  private count(at: number): boolean {
    this.unrolled += this.years.length;
    if (this.unrolled <= limits.unrolled) return true;
    if (this.unrolled - this.years.length <= limits.unrolled) this.refuse('formula_too_large', at, { most: limits.unrolled });
    return false;
  }

  /** Checks what lies inside a look back; every present year is combined with every added one. */
  lookingBack<Result>(added: readonly number[], at: number, check: () => Result): Result | undefined {
    const outer = this.years;
    if (outer.length * added.length > limits.unrolled) return this.refuse('formula_too_large', at, { most: limits.unrolled });
    const years = outer.flatMap((year) => added.map((more) => year + more));
    const most = Math.max(...years);
    if (most > limits.years) return this.refuse('years_too_many', at, { years: most, most: limits.years });
    this.years = years;
    const result = check();
    this.years = outer;
    return result;
  }
}

/** The place of an offset (from 0) in the formula: columns count from 1, and on from the place's own column. */
export const placeAt = (place: Place, at: number): Place => ({ ...place, column: (place.column ?? 1) + at });
