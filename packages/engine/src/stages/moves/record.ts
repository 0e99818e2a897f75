/**
 * 调档记录 — collects, per subject, which rule moved it from where to where and why another did not, and per rule whom it left
 * undecided. Runs that only want grades (robustness) use `noRecord`.
 */
import { type Finding, fillBlanks, findingsOf } from '@muheng/finding';
import type { GradeClass, Override } from '@muheng/scheme';
import type { OverrideHit, Reason } from '../../result.js';
import { clauseOf } from '../reasons.js';
import { gradingTexts, lineMoved, moveWords } from './texts.zh.js';

export const gradingFinding = findingsOf(gradingTexts);
export type MoveWord = keyof typeof moveWords;

export interface Move {
  readonly row: number;
  readonly rule: Override;
  /** Class positions, −1 none. */
  readonly from: number;
  readonly to: number;
  readonly applied: boolean;
  readonly word: MoveWord;
  readonly blanks?: Readonly<Record<string, string>>;
  /** Classes by the cut over everybody and by the line in force after others were graded directly: said when they differ. */
  readonly lined?: { readonly computed: number; readonly lined: number };
}

export interface MoveRecord {
  add(move: Move): void;
  reason(row: number, reason: Reason): void;
  /** One finding for all rows that share a trouble; the sentence names the first. */
  about(
    code: keyof typeof gradingTexts,
    rows: readonly number[] | Int32Array,
    blanks: Readonly<Record<string, string | number>>,
  ): void;
  found(finding: Finding): void;
}

export const noRecord: MoveRecord = { add() {}, reason() {}, about() {}, found() {} };

export interface KeptRecord extends MoveRecord {
  readonly hits: ReadonlyMap<number, readonly OverrideHit[]>;
  readonly reasons: ReadonlyMap<number, readonly Reason[]>;
  readonly findings: readonly Finding[];
}

export function keepRecord(
  classes: readonly GradeClass[],
  subjects: { readonly ids: readonly string[]; readonly names: readonly string[] },
): KeptRecord {
  const moves: Move[] = [];
  let hits: Map<number, OverrideHit[]> | undefined;
  const reasons = new Map<number, Reason[]>();
  const findings: Finding[] = [];
  return {
    reasons,
    findings,
    /** Put into words when somebody reads them. */
    get hits() {
      hits ??= hitsOf(moves, classes);
      return hits;
    },
    add(move) {
      moves.push(move);
      hits = undefined;
    },
    reason: (row, reason) => listIn(reasons, row).push(reason),
    about(code, rows, blanks) {
      if (rows.length === 0) return;
      const where = rows.length === 1 ? { subject: subjects.ids[rows[0]!]! } : {};
      findings.push(gradingFinding(code, where, { count: rows.length, names: namesOf(rows, subjects.names), ...blanks }));
    },
    found: (finding) => findings.push(finding),
  };
}

const namedAtMost = 5;

function namesOf(rows: readonly number[] | Int32Array, names: readonly string[]): string {
  const first = Array.from(rows.slice(0, namedAtMost), (row) => names[row]!);
  return rows.length > namedAtMost ? `${first.join('、')} 等` : first.join('、');
}

function listIn<T>(map: Map<number, T[]>, row: number): T[] {
  const known = map.get(row);
  if (known !== undefined) return known;
  const list: T[] = [];
  map.set(row, list);
  return list;
}

function hitsOf(moves: readonly Move[], classes: readonly GradeClass[]): Map<number, OverrideHit[]> {
  const hits = new Map<number, OverrideHit[]>();
  for (const move of moves) listIn(hits, move.row).push(hitOf(move, classes));
  return hits;
}

function hitOf({ rule, from, to, applied, word, blanks, lined }: Move, classes: readonly GradeClass[]): OverrideHit {
  const name = (code: number): string => classes[code]?.name ?? '未定类别';
  const plain = fillBlanks(moveWords[word], { rule: rule.name, from: name(from), to: name(to), ...blanks });
  const moved = lined !== undefined && lined.computed !== lined.lined;
  const words = moved ? plain + fillBlanks(lineMoved, { computed: name(lined.computed), lined: name(lined.lined) }) : plain;
  return {
    rule: rule.id,
    from: classes[from]?.key ?? null,
    to: classes[to]?.key ?? null,
    applied,
    words,
    clause: clauseOf(rule.cited),
  };
}
