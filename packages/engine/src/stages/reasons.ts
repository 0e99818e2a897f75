/** 理由 — why a subject is not graded; kept only for subjects that have one, equal reasons share one object. */
import { absenceInWords, absenceKindOf, type Formula } from '@muheng/formula';
import type { Citation } from '@muheng/scheme';
import { PRESENT } from '../absence.js';
import type { Reason } from '../result.js';
import type { StageFrame } from './stage.js';

export class Reasons {
  private readonly known = new Map<string, Reason>();
  /** Which row was given which reason, in the order they were given. */
  private readonly distinct: Reason[] = [];
  private readonly numbers = new Map<Reason, number>();
  private rows = new Int32Array(64);
  private given = new Int32Array(64);
  private count = 0;
  private listed: ReadonlyMap<number, readonly Reason[]> | undefined;

  add(row: number, reason: GivenReason): void {
    this.give(row, this.shared(reason));
  }

  /** The one object for this reason. */
  shared({ code, words, cited }: GivenReason): Reason {
    const key = `${code}\n${words}`;
    const reason = this.known.get(key) ?? { code, words, clause: clauseOf(cited) };
    this.known.set(key, reason);
    return reason;
  }

  give(row: number, shared: Reason): void {
    this.giveNumber(row, this.numberOf(shared));
  }

  /** The reason by its number: who gives it to many asks for that once. */
  giveNumber(row: number, number: number): void {
    if (this.count === this.rows.length) {
      this.rows = grown(this.rows);
      this.given = grown(this.given);
    }
    this.rows[this.count] = row;
    this.given[this.count++] = number;
    this.listed = undefined;
  }

  numberOf(reason: Reason): number {
    const known = this.numbers.get(reason);
    if (known !== undefined) return known;
    this.numbers.set(reason, this.distinct.length);
    return this.distinct.push(reason) - 1;
  }

  /** How far it has got: whatever is given after it can be taken back. */
  get mark(): number {
    return this.count;
  }

  takeBack(mark: number): void {
    this.count = mark;
    this.listed = undefined;
  }

  /** By row, each once, in the order they were given; listed when asked for. */
  get all(): ReadonlyMap<number, readonly Reason[]> {
    this.listed ??= this.byRow();
    return this.listed;
  }

  private byRow(): ReadonlyMap<number, readonly Reason[]> {
    const byRow = new Map<number, Reason[]>();
    for (let at = 0; at < this.count; at++) {
      const own = byRow.get(this.rows[at]!);
      const reason = this.distinct[this.given[at]!]!;
      if (own === undefined) byRow.set(this.rows[at]!, [reason]);
      else if (!own.includes(reason)) own.push(reason);
    }
    return byRow;
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

export interface GivenReason {
  readonly code: string;
  readonly words: string;
  readonly cited: Citation;
}

/** Where the rule stands, in words; for an assumed one, what is assumed. */
export function clauseOf(cited: Citation): string {
  if (cited.words !== '') return cited.words;
  return cited.assumed === undefined ? '' : `假定的规定：${cited.assumed}`;
}

/** `评价税收（缺）、用地面积（未报）` — the facts a formula reads that are absent in this row; empty when all are there. */
export function absentFacts(frame: StageFrame, formula: Formula, row: number): string {
  return formula.references
    .map(({ id, yearsBack }) => {
      const kind = absenceKindOf(frame.column(id, yearsBack).absence[row] ?? PRESENT);
      return kind === undefined
        ? ''
        : `${frame.termOf(id)}${yearsBack === 0 ? '' : `（${yearsBack} 年前）`}（${absenceInWords[kind]}）`;
    })
    .filter((words, at, all) => words !== '' && all.indexOf(words) === at)
    .join('、');
}

/** 所缺数据的组合 — what is absent of these facts in a row: rows with the same pattern have the same `absentFacts`. NaN: too many to tell. */
export function absencePattern(absences: readonly Uint8Array[], row: number): number {
  if (absences.length > patternsOfAtMost) return Number.NaN;
  let pattern = 0;
  for (let fact = 0; fact < absences.length; fact++) pattern = pattern * 5 + absences[fact]![row]!;
  return pattern;
}

/** 5^18 is exact in a double, with room for what callers add. */
const patternsOfAtMost = 18;

/** The absences that `absentFacts` looks at. */
export const absencesOf = (frame: StageFrame, formula: Formula): readonly Uint8Array[] =>
  formula.references.map(({ id, yearsBack }) => frame.column(id, yearsBack).absence);
