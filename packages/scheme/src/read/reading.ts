/** What the reader knows while it resolves a scheme file, and what it gathers on the way: findings, assumptions, citations used. */
import type { Blanks, Finding } from '@muheng/finding';
import { type Formula, type NameSpace, readFormula, type ValueType } from '@muheng/formula';
import { knownUnitTexts, type MuDivisor, parseUnit, pureUnit, type Ratio, type Unit } from '@muheng/quantity';
import type { Assumption, Citation, SourceDocument } from '../model.js';
import type { CitedFile } from '../shape/common.js';
import type { SchemeFile } from '../shape/scheme.js';
import type { SchemeTextCode } from '../texts.zh.js';
import { type Path, type Positions, pathInWords } from '../yaml/document.js';
import { nearest } from '../yaml/near.js';
import { documentInWords } from './documents.js';
import { Gathering } from './gathering.js';

export interface FormulaWish {
  readonly type: ValueType;
  readonly unit?: Unit;
  readonly path: Path;
  /** Characters before the author's text in a text that was wrapped. */
  readonly shift?: number;
}

export interface CiteWish {
  readonly path: Path;
  /** What is cited, in Chinese: 分组“规上企业”. */
  readonly what: string;
  /** Taken when the rule says nothing itself. */
  readonly from?: Citation;
}

export class Reading {
  private readonly gathering: Gathering;
  readonly assumptions: Assumption[] = [];
  readonly clausesUsed = new Set<string>();
  /** Formulas that could not be read: what they would have used is not known. */
  unreadable = 0;
  readonly mu: MuDivisor;

  constructor(
    readonly file: SchemeFile,
    readonly positions: Positions,
    readonly documents: ReadonlyMap<string, SourceDocument>,
  ) {
    this.mu = muOf(file);
    this.gathering = new Gathering(positions);
  }

  get findings(): readonly Finding[] {
    return this.gathering.findings;
  }

  report(code: SchemeTextCode, path: Path, blanks: Blanks = {}): void {
    this.gathering.report(code, path, blanks);
  }

  /** A formula that cannot be read is reported and replaced by a constant; the scheme is refused anyway. */
  formula(text: string, space: NameSpace, wish: FormulaWish): Formula {
    const read = readFormula(text, space, {
      type: wish.type,
      ...(wish.unit === undefined ? {} : { unit: wish.unit }),
      place: { column: 0 },
    });
    for (const finding of read.findings) {
      const offset = Math.max(0, (finding.where.column ?? 0) - (wish.shift ?? 0));
      this.gathering.findings.push({ ...finding, where: this.positions.insideText(wish.path, offset) });
    }
    if (read.formula === undefined) this.unreadable++;
    return read.formula ?? standIn(text, wish);
  }

  /** 分值公式 — a formula that gives points: a pure number, or one in 分. */
  points(text: string, space: NameSpace, wish: Omit<FormulaWish, 'type' | 'unit'>): Formula {
    const free = readFormula(text, space, { type: 'number' }).formula;
    return this.formula(text, space, { ...wish, type: 'number', unit: free?.unit.dimension === 'points' ? free.unit : pureUnit });
  }

  unit(text: string, path: Path): Unit {
    const unit = parseUnit(text, { mu: this.mu });
    if (unit === undefined) this.report('unit_unknown', path, { unit: text, hint: didYouMean(text, knownUnitTexts()) });
    return unit ?? pureUnit;
  }

  knownUnit(text: string): Unit | undefined {
    return parseUnit(text, { mu: this.mu });
  }

  /** Clause, assumption, or what is inherited; a rule with none of them is reported. */
  cite(cited: CitedFile, wish: CiteWish): Citation {
    const references = cited.clause === undefined ? [] : Array.isArray(cited.clause) ? cited.clause : [cited.clause];
    if (cited.assumed !== undefined) this.assumptions.push({ path: pathInWords(wish.path), what: wish.what, why: cited.assumed });
    if (references.length === 0 && cited.assumed === undefined) {
      if (wish.from === undefined) this.report('rule_uncited', wish.path, { what: wish.what });
      return wish.from ?? nothingCited;
    }
    const words = references.map((reference) => this.clause(reference, wish.path)).filter((text) => text !== '');
    return { words: words.join('；'), references, ...(cited.assumed === undefined ? {} : { assumed: cited.assumed }) };
  }

  private clause(reference: string, path: Path): string {
    const [key = '', clauseKey = ''] = reference.split('#');
    const document = this.documents.get(key);
    const clause = document?.clauses.get(clauseKey);
    if (document === undefined || clause === undefined) {
      const known = [...this.documents].flatMap(([documentKey, { clauses }]) =>
        [...clauses.keys()].map((name) => `${documentKey}#${name}`),
      );
      this.report('clause_unknown', [...path, 'clause'], { reference, hint: didYouMean(reference, known) });
      return '';
    }
    this.clausesUsed.add(reference);
    return `${documentInWords(document)}${clause.at}`;
  }
}

export const nothingCited: Citation = { words: '', references: [] };

export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `是不是“${near}”？`;
}

/** Letters are too short to guess among: all are named. */
export const allOf = (what: string, known: readonly string[]): string => `${what}有 ${known.join('、')}。`;

/** 百分数 — kept exact: `33.3%` is 333/1000. */
export function shareOf(text: string): Ratio {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?%$/.exec(text) ?? [];
  let over = Number(whole + part);
  let under = Number(`1${'0'.repeat(part.length + 2)}`);
  for (const prime of [2, 5]) {
    while (over % prime === 0 && under % prime === 0 && over !== 0) [over, under] = [over / prime, under / prime];
  }
  return over === 0 ? { over: 0, under: 1 } : { over: sign === '-' ? -over : over, under };
}

function muOf(file: SchemeFile): MuDivisor {
  const divisor = file.land?.mu.divisor ?? '2000/3';
  if (divisor === 667) return '667';
  return divisor === 666.67 ? '666.67' : divisor;
}

function standIn(text: string, wish: FormulaWish): Formula {
  const unit = wish.unit ?? pureUnit;
  return {
    text,
    type: wish.type,
    unit,
    tree: { kind: 'constant', value: Number.NaN, type: wish.type, unit },
    references: [],
    aggregates: [],
    lists: [],
    tables: [],
    texts: [],
  };
}
