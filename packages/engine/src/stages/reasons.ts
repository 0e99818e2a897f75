/** 理由 — why a subject is not graded; kept only for subjects that have one, equal reasons share one object. */
import { absenceInWords, absenceKindOf, type Formula } from '@muheng/formula';
import type { Citation } from '@muheng/scheme';
import { PRESENT } from '../absence.js';
import type { Reason } from '../result.js';
import type { StageFrame } from './stage.js';

export class Reasons {
  private readonly known = new Map<string, Reason>();
  private readonly byRow = new Map<number, Reason[]>();

  add(row: number, reason: { readonly code: string; readonly words: string; readonly cited: Citation }): void {
    const key = `${reason.code}\n${reason.words}`;
    const shared = this.known.get(key) ?? { code: reason.code, words: reason.words, clause: clauseOf(reason.cited) };
    this.known.set(key, shared);
    const own = this.byRow.get(row);
    if (own === undefined) this.byRow.set(row, [shared]);
    else if (!own.includes(shared)) own.push(shared);
  }

  get all(): ReadonlyMap<number, readonly Reason[]> {
    return this.byRow;
  }
}

/** Where the rule stands, in words; for an assumed one, what is assumed. */
export function clauseOf(cited: Citation): string {
  if (cited.words !== '') return cited.words;
  return cited.assumed === undefined ? '' : `推定：${cited.assumed}`;
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
