/** 理由 — why a subject is not graded; kept only for subjects that have one, equal reasons share one object. */
import { absenceInWords, absenceKindOf, type Formula } from '@muheng/formula';
import type { Citation } from '@muheng/scheme';
import { PRESENT } from '../absence.js';
import type { Reason } from '../result.js';
import type { StageFrame } from './stage.js';

export class Reasons {
  private readonly known = new Map<string, Reason>();
  private readonly rows: number[] = [];
  private readonly given: Reason[] = [];
  private listed: ReadonlyMap<number, readonly Reason[]> | undefined;

  add(row: number, reason: GivenReason): void {
    this.give(row, this.shared(reason));
  }

  /** The one object for this reason: who gives it to many asks once. */
  shared({ code, words, cited }: GivenReason): Reason {
    const key = `${code}\n${words}`;
    const reason = this.known.get(key) ?? { code, words, clause: clauseOf(cited) };
    this.known.set(key, reason);
    return reason;
  }

  give(row: number, shared: Reason): void {
    this.rows.push(row);
    this.given.push(shared);
    this.listed = undefined;
  }

  /** By row, each once, in the order they were given; listed when asked for. */
  get all(): ReadonlyMap<number, readonly Reason[]> {
    this.listed ??= this.byRow();
    return this.listed;
  }

  private byRow(): ReadonlyMap<number, readonly Reason[]> {
    const byRow = new Map<number, Reason[]>();
    this.rows.forEach((row, at) => {
      const own = byRow.get(row);
      const reason = this.given[at]!;
      if (own === undefined) byRow.set(row, [reason]);
      else if (!own.includes(reason)) own.push(reason);
    });
    return byRow;
  }
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

/** 所缺数据的组合 — what is absent of these facts in a row: rows with the same pattern have the same `absentFacts`. */
export function absencePattern(absences: readonly Uint8Array[], row: number): string {
  let pattern = '';
  for (let fact = 0; fact < absences.length; fact++) pattern += absences[fact]![row]!;
  return pattern;
}

/** The absences that `absentFacts` looks at. */
export const absencesOf = (frame: StageFrame, formula: Formula): readonly Uint8Array[] =>
  formula.references.map(({ id, yearsBack }) => frame.column(id, yearsBack).absence);
