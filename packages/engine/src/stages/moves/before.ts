/**
 * 划线前定档 — subjects that rules grade whatever their total (S70, S71, S74), and grades that rules bar (S72, S73). Direct ones
 * leave the list, on or off the quota; barred ones are cut and then lifted, leaving their place or having the line cut anew.
 */
import type { OverridesRule } from '@muheng/scheme';
import { cutPool } from '../cut/cut.js';
import type { Ends, Removed } from '../cut/lines.js';
import type { PreparedCut } from '../cut/prepare.js';
import type { MoveRecord, MoveWord } from './record.js';
import { blockerOf, HOLDS, type RuleRows, UNDECIDED } from './rules.js';

/** Rules that stand before the cut, laid over the rows. */
export interface Fixed {
  /** Rows that a direct rule grades. */
  readonly direct: ReadonlyMap<number, Direct>;
  /** Rows with a bar; bit k set: class k is barred. */
  readonly barred: ReadonlyMap<number, number>;
  /** Rows with a bar or a direct grade. */
  readonly rows: Int32Array;
  /** Class the line in force gave a barred row before it was lifted, −1 none; written by `cutWithRules`. */
  readonly lined: Map<number, number>;
}

/** Class position a direct rule gives, and position of that rule in the scheme's list. */
export interface Direct {
  readonly grade: number;
  readonly rule: number;
}

export interface BeforeTask {
  readonly overrides: OverridesRule;
  readonly rules: ReadonlyMap<string, RuleRows>;
  readonly classOf: (key: string) => number;
}

export function fixBeforeCut({ overrides, rules, classOf }: BeforeTask): Fixed {
  const fixed = { direct: new Map<number, Direct>(), barred: new Map<number, number>() };
  const touched = new Set<number>();
  overrides.rules.forEach((rule, at) => {
    const found = rules.get(rule.id);
    if (rule.at !== 'before_cut' || found === undefined) return;
    for (const row of found.rows) {
      if (found.standing.get(row) !== HOLDS || blockerOf(rule, row, rules) !== undefined) continue;
      touched.add(row);
      if (rule.effect.kind === 'direct' && (overrides.order === 'last_wins' || !fixed.direct.has(row)))
        fixed.direct.set(row, { grade: classOf(rule.effect.grade), rule: at });
      else if (rule.effect.kind === 'not')
        fixed.barred.set(row, (fixed.barred.get(row) ?? 0) | bitsOf(rule.effect.grades, classOf));
    }
  });
  return { ...fixed, rows: Int32Array.from(touched).sort(), lined: new Map() };
}

export const bitsOf = (grades: readonly string[], classOf: (key: string) => number): number =>
  grades.reduce((bits, key) => bits | (1 << classOf(key)), 0);

/** 就近改列 — the nearest better class that is not barred, otherwise the nearest worse; the same when all are barred. */
export function liftedGrade(grade: number, barred: number, classes: number): number {
  for (let better = grade - 1; better >= 0; better--) if ((barred & (1 << better)) === 0) return better;
  for (let worse = grade + 1; worse < classes; worse++) if ((barred & (1 << worse)) === 0) return worse;
  return grade;
}

export interface PoolTask {
  readonly pool: number;
  readonly cut: PreparedCut;
  readonly members: number;
  readonly base: number;
  /** Fixed rows of this pool. */
  readonly rows: readonly number[];
  readonly classes: number;
  /** See `CutTask`. */
  readonly known?: Ends | undefined;
}

/** Cuts one pool with the rules before the cut in force. `removed` is lent, empty, and left with the rows taken out. */
export function cutWithRules(
  task: PoolTask,
  { fixed, task: rules }: { fixed: Fixed; task: BeforeTask },
  out: { grade: Int16Array; removed: Removed },
): void {
  const taken = new Int32Array(task.classes);
  const barred: number[] = [];
  for (const row of task.rows) {
    const direct = fixed.direct.get(row);
    if (direct !== undefined) {
      out.removed.add(row);
      if (!isOffQuota(rules.overrides, direct.rule)) taken[direct.grade]!++;
    } else if (fixed.barred.has(row)) barred.push(row);
  }
  const { cut, pool, members, base } = task;
  const recut = (known?: Ends): void => {
    cutPool(cut, { pool, members, base, removed: out.removed, taken, known }, out.grade);
  };
  recut(task.known);
  if (rules.overrides.vacated === 'refill') refill({ barred, fixed, taken, classes: task.classes, rules }, out, recut);
  else {
    for (const row of barred) {
      fixed.lined.set(row, out.grade[row]!);
      liftRow(row, { fixed, classes: task.classes }, out.grade);
    }
  }
  for (const row of task.rows) out.grade[row] = fixed.direct.get(row)?.grade ?? out.grade[row]!;
}

export function isOffQuota(overrides: OverridesRule, at: number): boolean {
  const effect = overrides.rules[at]?.effect;
  return effect?.kind === 'direct' && effect.offQuota;
}

function liftRow(row: number, { fixed, classes }: { fixed: Fixed; classes: number }, grade: Int16Array): boolean {
  const cut = grade[row]!;
  const barred = fixed.barred.get(row) ?? 0;
  if (cut < 0 || (barred & (1 << cut)) === 0) return false;
  grade[row] = liftedGrade(cut, barred, classes);
  return grade[row] !== cut;
}

interface Refill {
  readonly barred: readonly number[];
  readonly fixed: Fixed;
  readonly taken: Int32Array;
  readonly classes: number;
  readonly rules: BeforeTask;
}

/** 递补 — takes out whoever was cut into a barred class and cuts the rest anew, until nobody in the list is in a barred class. */
function refill(
  { barred, fixed, taken, classes, rules }: Refill,
  out: { grade: Int16Array; removed: Removed },
  recut: () => void,
): void {
  const lifted = new Map<number, number>();
  for (;;) {
    let moved = 0;
    for (const row of barred) {
      const cut = out.grade[row]!;
      if (lifted.has(row) || !liftRow(row, { fixed, classes }, out.grade)) continue;
      lifted.set(row, out.grade[row]!);
      fixed.lined.set(row, cut);
      out.removed.add(row);
      if (!barOffQuota(rules, row, cut)) taken[out.grade[row]!]!++;
      moved++;
    }
    if (moved === 0) break;
    recut();
  }
  for (const row of barred) if (!lifted.has(row)) fixed.lined.set(row, out.grade[row]!);
  for (const [row, grade] of lifted) out.grade[row] = grade;
}

/** Whether the first rule that bars the class of this row leaves the quota alone. */
function barOffQuota({ overrides, rules, classOf }: BeforeTask, row: number, grade: number): boolean {
  for (const rule of overrides.rules) {
    if (rule.at !== 'before_cut' || rule.effect.kind !== 'not' || rules.get(rule.id)?.standing.get(row) !== HOLDS) continue;
    if (blockerOf(rule, row, rules) === undefined && (bitsOf(rule.effect.grades, classOf) & (1 << grade)) !== 0)
      return rule.effect.offQuota;
  }
  return false;
}

interface Seen {
  readonly computed: Int16Array;
  readonly grade: Int16Array;
  readonly classes: number;
  readonly record: MoveRecord;
  readonly names: (codes: number) => string;
}

/**
 * Writes down what each rule before the cut changed, in list order: a direct rule against the cut over everybody, a bar against where
 * the line in force and the bars before it had left the subject.
 */
export function recordBefore({ overrides, rules, classOf }: BeforeTask, fixed: Fixed, seen: Seen): void {
  const conflicts = new Map<number, number[]>();
  const barredSoFar = new Map<number, number>();
  overrides.rules.forEach((rule, at) => {
    const found = rules.get(rule.id);
    if (rule.at !== 'before_cut' || found === undefined) return;
    const bits = rule.effect.kind === 'not' ? bitsOf(rule.effect.grades, classOf) : 0;
    const barred = seen.names(bits);
    for (const row of found.rows) {
      const direct = fixed.direct.get(row);
      const decider = direct === undefined ? undefined : overrides.rules[direct.rule];
      const lined = decider === undefined ? (fixed.lined.get(row) ?? seen.grade[row]!) : seen.computed[row]!;
      const before = barredSoFar.get(row) ?? 0;
      const from = afterBars(lined, before, seen.classes);
      const cut = { computed: seen.computed[row]!, lined };
      const add = (to: number, applied: boolean, { word, blanks }: Said): void =>
        seen.record.add({ row, rule, from, to, applied, word, blanks, lined: cut });
      const blocker = found.standing.get(row) === HOLDS ? blockerOf(rule, row, rules) : undefined;
      if (found.standing.get(row) === UNDECIDED) add(from, false, { word: 'undecided', blanks: none });
      else if (blocker !== undefined) add(from, false, { word: 'blocked', blanks: { other: blocker.name } });
      else if (rule.effect.kind === 'direct') {
        const decides = direct?.rule === at;
        const word = rule.effect.offQuota ? 'direct_off_quota' : 'direct';
        if (decides) add(direct.grade, true, { word, blanks: none });
        else add(from, false, { word: 'other_direct', blanks: { other: decider?.name ?? '' } });
      } else if (rule.effect.kind === 'not') {
        if (direct !== undefined && decider !== undefined) {
          if ((bits & (1 << direct.grade)) !== 0) listConflict(conflicts, direct.rule, row);
          add(from, false, { word: 'direct_prevails', blanks: { other: decider.name } });
        } else {
          barredSoFar.set(row, before | bits);
          const to = afterBars(lined, before | bits, seen.classes);
          add(to, to >= 0 && to !== from, { word: barWord(bits, from, to), blanks: { barred } });
        }
      }
    }
  });
  for (const [at, rows] of conflicts) {
    const rule = overrides.rules[at]!;
    seen.record.about('override_conflict', rows, {
      rule: rule.name,
      grade: rule.effect.kind === 'direct' ? rule.effect.grade : '',
    });
  }
}

/** The class of a subject that the line put into `lined` once these bars are in force. */
const afterBars = (lined: number, barred: number, classes: number): number =>
  lined >= 0 && (barred & (1 << lined)) !== 0 ? liftedGrade(lined, barred, classes) : lined;

function barWord(bits: number, from: number, to: number): MoveWord {
  if (to < 0) return 'no_grade';
  if (from !== to) return 'not';
  return from >= 0 && (bits & (1 << from)) !== 0 ? 'not_impossible' : 'not_needed';
}

interface Said {
  readonly word: MoveWord;
  readonly blanks: Readonly<Record<string, string>>;
}

const none: Said['blanks'] = {};

function listConflict(conflicts: Map<number, number[]>, rule: number, row: number): void {
  const rows = conflicts.get(rule);
  if (rows === undefined) conflicts.set(rule, [row]);
  else rows.push(row);
}
