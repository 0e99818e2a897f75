/** Stage 14 of the oracle: direct grades, bars, and the moves after the cut. */
import { type CutResult, cutOf, cutPool } from './cut.js';
import { type Exact, exactOrder } from './exact.js';
import type { OverrideDoc } from './raw.js';
import type { Run, Standing } from './run.js';
import { compareIds } from './subjects.js';

export interface PoolOutcome {
  readonly pool: string;
  readonly graded: number;
  readonly base: number;
  readonly offQuota: number;
  readonly places: ReadonlyMap<string, number>;
}

export function gradeAll(run: Run): PoolOutcome[] {
  const outcomes = [...run.pools].map(([pool, members]) => gradePool(run, pool, members));
  for (const rule of run.given.scheme.overrides?.rules ?? [])
    if (rule.at === 'before_cut' && !isFixed(rule)) throw new TypeError('a move before the cut');
  afterCut(run);
  return outcomes;
}

const rulesOf = (run: Run): readonly OverrideDoc[] => run.given.scheme.overrides?.rules ?? [];
const isFixed = (rule: OverrideDoc): boolean => rule.effect.direct !== undefined || rule.effect.not !== undefined;
const classesOf = (run: Run): readonly string[] => Object.keys(run.given.scheme.grades.classes);

/** The rule's own condition, for a subject of its groups. */
const holdsFor = (run: Run, rule: OverrideDoc, standing: Standing): boolean =>
  (rule.groups === undefined || rule.groups.includes(standing.group ?? '')) && run.holds(rule.when, standing);

function applies(run: Run, rule: OverrideDoc, standing: Standing): boolean {
  if (!holdsFor(run, rule, standing)) return false;
  const blocked = (rule.unless ?? []).some((id) =>
    rulesOf(run).some((other) => other.id === id && holdsFor(run, other, standing)),
  );
  if (blocked) run.judge.note('unless');
  return !blocked;
}

function gradePool(run: Run, pool: string, members: readonly Standing[]): PoolOutcome {
  const all = members.filter((standing) => run.status(standing.status).graded);
  const cut = cutOf(run, members);
  const computed = cutPool(run, cut, { all, listed: all, offQuota: 0, taken: {}, pool: members });
  for (const [standing, grade] of computed.grades) standing.computedGrade = grade;

  const before = rulesOf(run).filter((rule) => rule.at === 'before_cut');
  const direct = new Map<Standing, OverrideDoc>();
  for (const standing of all) {
    const found = before.filter((rule) => rule.effect.direct !== undefined && applies(run, rule, standing));
    if (found.length > 1) run.judge.note('two direct rules hold');
    const winner = run.given.scheme.overrides?.order === 'last_wins' ? found.at(-1) : found[0];
    if (winner !== undefined) direct.set(standing, winner);
  }
  const taken: Record<string, number> = {};
  for (const [standing, rule] of direct) {
    const grade = rule.effect.direct ?? '';
    standing.grade = grade;
    if (rule.off_quota !== true) taken[grade] = (taken[grade] ?? 0) + 1;
  }
  const offQuota = [...direct.values()].filter((rule) => rule.off_quota === true).length;
  const result = cutWithBars(run, { all, listed: all.filter((standing) => !direct.has(standing)), offQuota, taken, members });
  for (const [standing, grade] of result.grades) standing.grade = grade;
  return { pool, graded: all.length, base: result.base, offQuota, places: result.places };
}

interface Barring {
  readonly all: readonly Standing[];
  readonly listed: readonly Standing[];
  readonly offQuota: number;
  readonly taken: Record<string, number>;
  readonly members: readonly Standing[];
}

function cutWithBars(run: Run, { all, listed, offQuota, taken, members }: Barring): CutResult {
  const refill = run.given.scheme.overrides?.vacated === 'refill';
  const cut = cutOf(run, members);
  const lifted = new Map<Standing, string>();
  for (;;) {
    const inList = listed.filter((standing) => !lifted.has(standing));
    const result = cutPool(run, cut, { all, listed: inList, offQuota, taken, pool: members });
    const moved = new Map<Standing, { readonly grade: string; readonly offQuota: boolean }>();
    for (const [standing, grade] of result.grades) {
      const bars = rulesOf(run).filter(
        (rule) => rule.at === 'before_cut' && rule.effect.not !== undefined && applies(run, rule, standing),
      );
      const target = allowedNear(run, grade, bars);
      if (target !== grade)
        moved.set(standing, {
          grade: target,
          offQuota: bars.find((rule) => rule.effect.not?.includes(grade))?.off_quota === true,
        });
    }
    if (moved.size > 0) run.judge.note(refill ? 'a place refilled' : 'a place left empty');
    for (const [standing, { grade, offQuota: free }] of moved) {
      if (!refill) result.grades.set(standing, grade);
      else {
        lifted.set(standing, grade);
        if (!free) taken[grade] = (taken[grade] ?? 0) + 1;
      }
    }
    if (refill && moved.size > 0) continue;
    for (const [standing, grade] of lifted) result.grades.set(standing, grade);
    return result;
  }
}

/** The nearest better grade that no rule bars; for want of one the nearest worse. */
function allowedNear(run: Run, grade: string, bars: readonly OverrideDoc[]): string {
  const barred = new Set(bars.flatMap((rule) => rule.effect.not ?? []));
  if (!barred.has(grade)) return grade;
  const classes = classesOf(run);
  const at = classes.indexOf(grade);
  const better = classes.slice(0, at).reverse();
  return [...better, ...classes.slice(at + 1)].find((one) => !barred.has(one)) ?? grade;
}

function afterCut(run: Run): void {
  const rules = rulesOf(run).filter((rule) => rule.at === 'after_cut');
  const fixed = new Set<Standing>();
  const graded = run.standings.filter((standing) => standing.pool !== undefined && run.status(standing.status).graded);
  for (const rule of rules) {
    const free = graded.filter((standing) => !fixed.has(standing));
    const held = free.filter((standing) => applies(run, rule, standing));
    if (held.length > 0) run.judge.note(`after the cut: ${Object.keys(rule.effect)[0]}`);
    if (rule.effect.follow !== undefined) follow(run, rule.effect.follow, held);
    else if (rule.effect.share !== undefined) shareGrade(run, rule, held);
    else for (const standing of held) moveOne(run, rule, standing);
    if (rule.effect.direct !== undefined && run.given.scheme.overrides?.order === 'first_wins')
      for (const standing of held) fixed.add(standing);
  }
}

function moveOne(run: Run, { effect }: OverrideDoc, standing: Standing): void {
  if (effect.direct !== undefined) standing.grade = effect.direct;
  if (standing.grade === undefined) return;
  const classes = classesOf(run);
  const at = classes.indexOf(standing.grade);
  const edge = (grade: string | undefined, otherwise: number): number =>
    grade === undefined ? otherwise : classes.indexOf(grade);
  if (effect.up !== undefined)
    standing.grade = classes[Math.min(at, Math.max(at - effect.up, edge(effect.not_above, 0)))] ?? standing.grade;
  if (effect.down !== undefined)
    standing.grade =
      classes[Math.max(at, Math.min(at + effect.down, edge(effect.not_below, classes.length - 1)))] ?? standing.grade;
  if (effect.not !== undefined)
    standing.grade = allowedNear(run, standing.grade, [{ id: '', when: '', at: 'after_cut', effect }]);
}

/** Takes the grade of the subject named (of the merged one for a member); chains are followed to their end, a circle changes nothing. */
function follow(run: Run, fact: string, held: readonly Standing[]): void {
  const byId = new Map(
    run.standings.flatMap((standing) =>
      [...standing.subject.members, standing.subject.id].map((id): [string, Standing] => [id, standing]),
    ),
  );
  const before = new Map(run.standings.map((standing) => [standing, standing.grade]));
  for (const standing of held) {
    const path = new Set<Standing>([standing]);
    let at: Standing | undefined = standing;
    while (at !== undefined && held.includes(at)) {
      const named = run.fact(fact, at.subject, 0);
      at = named.kind === 'text' ? byId.get(named.text) : undefined;
      if (at === undefined) break;
      if (path.has(at)) {
        run.judge.note('a circle of followers');
        at = undefined;
        break;
      }
      path.add(at);
    }
    const grade = at === undefined ? undefined : before.get(at);
    if (path.size > 2) run.judge.note('a chain of followers');
    if (grade !== undefined) standing.grade = grade;
  }
}

function shareGrade(run: Run, { effect }: OverrideDoc, held: readonly Standing[]): void {
  const teams = new Map<string, Standing[]>();
  for (const standing of held) {
    const cell = run.fact(effect.share ?? '', standing.subject, 0);
    if (cell.kind === 'text') teams.set(cell.text, [...(teams.get(cell.text) ?? []), standing]);
  }
  const classes = classesOf(run);
  for (const team of teams.values()) {
    const graded = team
      .filter((standing) => standing.grade !== undefined)
      .sort((a, b) => classes.indexOf(a.grade ?? '') - classes.indexOf(b.grade ?? ''));
    const chosen =
      effect.grade === 'best'
        ? graded[0]
        : effect.grade === 'worst'
          ? graded.at(-1)
          : largest(run, graded, effect.largest_by ?? '');
    const grade = chosen?.grade;
    if (grade !== undefined) for (const standing of graded) standing.grade = grade;
  }
}

/** The one with the largest fact; the first id among equals, and when nobody has the fact. */
function largest(run: Run, some: readonly Standing[], fact: string): Standing | undefined {
  let found: { readonly standing: Standing; readonly x: Exact } | undefined;
  const byId = [...some].sort((a, b) => compareIds(a.subject.id, b.subject.id));
  for (const standing of byId) {
    const cell = run.ask(fact, standing);
    if (cell.kind === 'number' && (found === undefined || exactOrder(cell.x, found.x) > 0)) found = { standing, x: cell.x };
  }
  return found?.standing ?? byId[0];
}
