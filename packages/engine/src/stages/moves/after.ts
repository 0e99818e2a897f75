/**
 * 划线后调档 — rules in list order upon the cut grades: notch up and down with limits (S75, S76), direct, barred, following another
 * subject (S78), one grade on one parcel (S79). Reads and writes `grade`; every outcome goes to the record.
 */
import type { Formula } from '@muheng/formula';
import type { Override, OverridesRule } from '@muheng/scheme';
import type { Dataset } from '../../dataset.js';
import { bitsOf, liftedGrade } from './before.js';
import { followers } from './follow.js';
import type { Move, MoveRecord } from './record.js';
import { blockerOf, HOLDS, type RuleRows, UNDECIDED } from './rules.js';
import { sharers } from './share.js';

/** What the rules of one evaluation look at. */
export interface AfterTask {
  readonly overrides: OverridesRule;
  readonly rules: ReadonlyMap<string, RuleRows>;
  readonly classes: number;
  readonly classOf: (key: string) => number;
  readonly graded: Uint8Array;
  readonly subjects: Pick<Dataset, 'names'>;
  readonly namesOfClasses: (bits: number) => string;
  /** Row of a subject by id, of the merged subject for a member; −1 unknown. */
  readonly rowOf: (id: string) => number;
  /** Text of a fact, null when absent. */
  readonly textOf: (fact: string, row: number) => string | null;
  readonly numberOf: (fact: string, row: number) => number;
  readonly record: MoveRecord;
}

/** One step: what becomes of one subject. */
export interface Outcome {
  readonly to: number;
  readonly word: Move['word'];
  readonly blanks?: Readonly<Record<string, string>>;
}

export function moveAfterCut(task: AfterTask, grade: Int16Array): void {
  const fixedBy = new Map<number, Override>();
  for (const rule of task.overrides.rules) {
    const found = task.rules.get(rule.id);
    if (rule.at !== 'after_cut' || found === undefined) continue;
    const rows = applicable(task, { rule, found, fixedBy }, grade);
    const outcomes = effects[rule.effect.kind](task, { rule, rows }, grade);
    for (const row of rows) {
      const from = grade[row]!;
      const outcome = outcomes.get(row) ?? { to: from, word: 'unchanged' };
      task.record.add({
        row,
        rule,
        from,
        ...outcome,
        applied: outcome.to !== from || (rule.effect.kind === 'direct' && outcome.to >= 0),
      });
    }
    for (const row of rows) grade[row] = outcomes.get(row)?.to ?? grade[row]!;
    if (rule.effect.kind === 'direct') for (const row of rows) fixedBy.set(row, rule);
  }
}

/** Rows where the rule really applies; the others are recorded with the reason. */
function applicable(
  task: AfterTask,
  { rule, found, fixedBy }: { rule: Override; found: RuleRows; fixedBy: ReadonlyMap<number, Override> },
  grade: Int16Array,
): number[] {
  const rows: number[] = [];
  for (const row of found.rows) {
    const still = { row, rule, from: grade[row]!, to: grade[row]!, applied: false };
    const blocker = found.standing.get(row) === HOLDS ? blockerOf(rule, row, task.rules) : undefined;
    const fixed = task.overrides.order === 'first_wins' ? fixedBy.get(row) : undefined;
    if (found.standing.get(row) === UNDECIDED) task.record.add({ ...still, word: 'undecided' });
    else if (blocker !== undefined) task.record.add({ ...still, word: 'blocked', blanks: { other: blocker.name } });
    else if (fixed !== undefined) task.record.add({ ...still, word: 'already_fixed', blanks: { other: fixed.name } });
    else rows.push(row);
  }
  return rows;
}

type Effect = (
  task: AfterTask,
  step: { readonly rule: Override; readonly rows: readonly number[] },
  grade: Int16Array,
) => ReadonlyMap<number, Outcome>;

const effects: Readonly<Record<Override['effect']['kind'], Effect>> = {
  direct: (task, { rule, rows }) => new Map(rows.map((row) => [row, directOutcome(task, rule)])),
  not: barRows,
  up: notchRows,
  down: notchRows,
  follow: (task, step, grade) => followers(task, step, grade),
  share: (task, step, grade) => sharers(task, step, grade),
};

function directOutcome({ classOf }: AfterTask, { effect }: Override): Outcome {
  const to = effect.kind === 'direct' ? classOf(effect.grade) : -1;
  return { to, word: effect.kind === 'direct' && effect.offQuota ? 'direct_off_quota' : 'direct' };
}

function barRows(
  task: AfterTask,
  { rule, rows }: { readonly rule: Override; readonly rows: readonly number[] },
  grade: Int16Array,
): Map<number, Outcome> {
  const bits = rule.effect.kind === 'not' ? bitsOf(rule.effect.grades, task.classOf) : 0;
  const unlifted: number[] = [];
  const outcomes = new Map<number, Outcome>();
  for (const row of rows) {
    const from = grade[row]!;
    const isBarred = from >= 0 && (bits & (1 << from)) !== 0;
    const to = isBarred ? liftedGrade(from, bits, task.classes) : from;
    if (isBarred && to === from) unlifted.push(row);
    const word = from < 0 ? 'no_grade' : !isBarred ? 'not_needed' : to === from ? 'not_impossible' : 'not';
    outcomes.set(row, { to, word, blanks: { barred: task.namesOfClasses(bits) } });
  }
  task.record.about('every_grade_barred', unlifted, {});
  return outcomes;
}

function notchRows(
  task: AfterTask,
  { rule, rows }: { readonly rule: Override; readonly rows: readonly number[] },
  grade: Int16Array,
): Map<number, Outcome> {
  return new Map(rows.map((row) => [row, notch(task, rule, grade[row]!)]));
}

/** 上调、下调 — within the classes; a limit that the subject has already passed leaves it where it is, never moves it the other way. */
function notch({ classes, classOf }: AfterTask, { effect }: Override, from: number): Outcome {
  if (effect.kind !== 'up' && effect.kind !== 'down') return { to: from, word: 'unchanged' };
  if (from < 0) return { to: from, word: 'no_grade' };
  const limit = effect.limit === null ? (effect.kind === 'up' ? 0 : classes - 1) : classOf(effect.limit);
  const to =
    effect.kind === 'up' ? Math.min(from, Math.max(from - effect.by, limit)) : Math.max(from, Math.min(from + effect.by, limit));
  return { to, word: to === from ? 'unchanged' : effect.kind };
}

/** A condition reads the grade of this year: it can only be asked after the cut. */
export const readsGrade = (formula: Formula): boolean =>
  formula.references.some(({ id, yearsBack }) => id === 'grade' && yearsBack === 0);
