/**
 * 排序划类 — from scored subjects to grades: ranking → cut → rules before and after it. `gradingPlan` prepares what stays when only
 * totals change (who is in, conditions on facts); `gradeByPlan` runs it, once for a result, a thousand times for robustness.
 */
import { type Column, compile, type Formula } from '@muheng/formula';
import type { Override, Scheme } from '@muheng/scheme';
import { cutPool } from './cut/cut.js';
import { type Ends, Removed } from './cut/lines.js';
import { type PreparedCut, prepareCut } from './cut/prepare.js';
import { type Members, membersOf } from './members.js';
import { type AfterTask, moveAfterCut, readsGrade } from './moves/after.js';
import { type BeforeTask, cutWithRules, type Fixed, fixBeforeCut, isOffQuota, recordBefore } from './moves/before.js';
import { type MoveRecord, noRecord } from './moves/record.js';
import { type RuleRows, ruleRows, UNDECIDED } from './moves/rules.js';
import { type KeySource, keyColumns } from './ranking/keys.js';
import { orderPools, type PoolOrder } from './ranking/order.js';
import { rankInto } from './ranking/ranks.js';
import { newScratch, type Scratch, takeRoom } from './ranking/sort.js';
import type { Scored, StageFrame } from './stage.js';

/** What a scheme's totals look like in one run; the frame reads the same totals. */
export interface Standing {
  readonly frame: StageFrame;
  readonly total: Float64Array;
  readonly fullTotal: Float64Array;
  /** The order of the ranked members by these totals, where it is known already. */
  readonly order?: PoolOrder | null;
  /** Where final grades are written; room of its own if left out. */
  readonly grade?: Int16Array | undefined;
}

export interface Graded {
  /** 0 = not ranked. */
  readonly rank: Float64Array;
  readonly computed: Int16Array;
  readonly grade: Int16Array;
  /** The graded members, best first. */
  readonly order: PoolOrder;
  readonly cuts: readonly PreparedCut[];
  /** Per pool: graded members, number that shares are taken of, subjects graded off quota. */
  readonly members: Int32Array;
  readonly base: Int32Array;
  readonly offQuota: Int32Array;
}

export interface GradingPlan {
  readonly scored: Scored;
  readonly members: Members;
  /** Columns of formulas over facts alone: computed once. */
  readonly kept: Map<Formula, Column>;
  /** Where rules over facts alone hold: found once. */
  readonly keptRules: Map<Override, RuleRows>;
  /** What the rules before the cut decide, where no total changes it. */
  fixed: FixedByPool | undefined;
  readonly rowOf: (id: string) => number;
  /** Working room of the ranking, lent to one run after the other. */
  readonly scratch: Scratch;
  removed: Removed | undefined;
}

export function gradingPlan(scored: Scored): GradingPlan {
  let rows: Map<string, number> | undefined;
  const rowOf = (id: string): number => {
    rows ??= new Map([
      ...scored.frame.dataset.subjects.map((subject, row): [string, number] => [subject, row]),
      ...scored.mergedInto,
    ]);
    return rows.get(id) ?? -1;
  };
  return {
    scored,
    members: membersOf(scored),
    kept: new Map(),
    keptRules: new Map(),
    fixed: undefined,
    rowOf,
    scratch: newScratch(),
    removed: undefined,
  };
}

export function gradeByPlan(plan: GradingPlan, standing: Standing, record: MoveRecord): Graded {
  const { scored, members } = plan;
  const columns = columnsOf(plan, standing.frame);
  const { scheme } = scored;
  const source: KeySource = {
    values: (formula) => columns(formula).values,
    totals: standing,
    totalRound: scheme.total.round,
    on: scheme.rank.on,
  };
  const orderOf = (rows: Uint8Array, keys: Scheme['rank']['by']): PoolOrder =>
    orderPools(
      { poolOf: scored.pools.of, pools: scored.pools.ids.length, members: rows, keys: keyColumns(keys, source) },
      plan.scratch,
    );
  const ranking = standing.order ?? orderOf(members.ranked, scheme.rank.by);
  let numbers: Float64Array | undefined;
  const rank = (): Float64Array => {
    const rows = scored.status.length;
    const isLast = record !== noRecord;
    numbers ??= rankInto(ranking, scheme.rank.ties, isLast ? takeRoom(plan.scratch, rows) : new Float64Array(rows));
    return numbers;
  };
  const order = members.alike ? ranking : orderOf(members.graded, scheme.rank.by);
  const ranked: Standing = needsRank(scheme)
    ? {
        total: standing.total,
        fullTotal: standing.fullTotal,
        frame: standing.frame.with(new Map([['rank', rankColumn(rank())]])),
      }
    : standing;
  const rankedColumns = ranked === standing ? columns : columnsOf(plan, ranked.frame);
  const cuts = preparedCuts(plan, {
    order,
    orderBy: (keys) => orderOf(members.graded, keys),
    values: (formula) => rankedColumns(formula).values,
  });
  return gradePools({ plan, standing: ranked, columns: rankedColumns, record, room: standing.grade }, { rank, order, cuts });
}

type Columns = (formula: Formula) => Column;

/** Columns of formulas in one frame; those over facts alone are kept for the next run. */
function columnsOf(plan: GradingPlan, frame: StageFrame): Columns {
  return (formula) => {
    const known = plan.kept.get(formula);
    if (known !== undefined) return known;
    const { tree } = formula;
    const isName = tree.kind === 'name' && tree.from === 'subject';
    const column = isName ? frame.column(tree.id, 0) : compile(formula).run(frame);
    if (!readsScores(formula)) plan.kept.set(formula, column);
    return column;
  };
}

const changing = new Set(['total', 'base_total', 'bonus_total', 'rank', 'grade']);
export const readsScores = (formula: Formula): boolean =>
  formula.references.some(({ id, yearsBack }) => yearsBack === 0 && (changing.has(id) || id.startsWith('score.')));

/** Some formula asks for 名次. */
function needsRank(scheme: Scheme): boolean {
  const formulas = [
    ...(scheme.overrides?.rules.map((rule) => rule.when) ?? []),
    ...[...scheme.grades.cut.values()].flatMap((cut) =>
      cut.by === 'threshold' ? [cut.on] : cut.by === 'rules' ? cut.rules.map((rule) => rule.when) : [],
    ),
  ];
  return formulas.some((formula) => formula.references.some(({ id, yearsBack }) => id === 'rank' && yearsBack === 0));
}

function rankColumn(rank: Float64Array): Column {
  const values = new Float64Array(rank.length);
  const absence = new Uint8Array(rank.length);
  for (let row = 0; row < rank.length; row++) {
    values[row] = rank[row] === 0 ? Number.NaN : rank[row]!;
    absence[row] = rank[row] === 0 ? 2 : 0;
  }
  return { values, absence };
}

/** The cut of each pool; pools under one cut share its preparation. */
function preparedCuts(
  plan: GradingPlan,
  from: { order: PoolOrder; orderBy: (keys: Scheme['rank']['by']) => PoolOrder; values: (formula: Formula) => Float64Array },
): PreparedCut[] {
  const { scheme, pools, status } = plan.scored;
  const prepared = new Map<unknown, PreparedCut>();
  return pools.ids.map((_id, pool) => {
    const cut = scheme.grades.cut.get(pools.groupOf[pool]!);
    if (cut === undefined) return { by: 'none', order: from.order };
    const known = prepared.get(cut) ?? prepareCut(cut, { scheme, rows: status.length, ...from });
    prepared.set(cut, known);
    return known;
  });
}

interface Run {
  readonly plan: GradingPlan;
  readonly room: Int16Array | undefined;
  readonly standing: Standing;
  readonly columns: Columns;
  readonly record: MoveRecord;
}

interface Ordered extends Pick<Graded, 'order' | 'cuts'> {
  readonly rank: () => Float64Array;
}

function gradePools(run: Run, { rank, order, cuts }: Ordered): Graded {
  const { scored } = run.plan;
  const rows = scored.status.length;
  const classes = scored.scheme.grades.classes.length;
  const members = Int32Array.from(cuts, (_cut, pool) => order.starts[pool + 1]! - order.starts[pool]!);
  const further = furtherBase(run.plan, cuts);
  const base = members.map((count, pool) => count + further[pool]!);
  const nothing = new Int32Array(classes);
  const ends: (Ends | undefined)[] = [];
  const cutAll = (of: (pool: number) => boolean, room?: Int16Array): Int16Array => {
    const out = (room ?? new Int16Array(rows)).fill(-1);
    cuts.forEach((cut, pool) => {
      if (!of(pool)) return;
      ends[pool] = cutPool(cut, { pool, members: members[pool]!, base: base[pool]!, removed: null, taken: nothing }, out);
    });
    return out;
  };
  let byCut: Int16Array | undefined;
  const computed = (): Int16Array => {
    byCut ??= cutAll(() => true);
    return byCut;
  };
  const lists: Lists = { order, cuts, members, base: base.slice(), offQuota: new Int32Array(cuts.length) };
  const isKept = run.record !== noRecord;
  const early = movesTask(run, scored.scheme);
  const after = early === null ? null : withLateRules(run, early.after, computed);
  const moves = early === null || after === null ? null : { before: { ...early.before, rules: after.rules }, after };
  const fixed = moves === null ? null : fixedBy(run.plan, moves.before);
  const graded = new GradedLists(
    lists,
    isKept ? computed().slice() : cutAll((pool) => fixed?.rowsOf.has(pool) !== true, run.room),
    { rank, computed },
  );
  if (moves !== null && fixed !== null) applyMoves(run, { graded, moves, fixed, ends: isKept ? ends : [] });
  return graded;
}

type Lists = Pick<Graded, 'order' | 'cuts' | 'members' | 'base' | 'offQuota'>;

/** Ranks and 测算类别 when they are read. A class: a literal with getters would have a shape of its own for every run. */
class GradedLists implements Graded {
  readonly order: PoolOrder;
  readonly cuts: readonly PreparedCut[];
  readonly members: Int32Array;
  readonly base: Int32Array;
  readonly offQuota: Int32Array;

  constructor(
    lists: Lists,
    readonly grade: Int16Array,
    private readonly later: { readonly rank: () => Float64Array; readonly computed: () => Int16Array },
  ) {
    this.order = lists.order;
    this.cuts = lists.cuts;
    this.members = lists.members;
    this.base = lists.base;
    this.offQuota = lists.offQuota;
  }

  get rank(): Float64Array {
    return this.later.rank();
  }

  get computed(): Int16Array {
    return this.later.computed();
  }
}

/** Rules before and after the cut, upon the grades of the cut; pools that a rule before it touches are cut anew. */
function applyMoves(run: Run, { graded, moves, fixed, ends }: Moving): void {
  recutPools(run, { graded, moves, fixed, ends });
  if (run.record !== noRecord)
    recordBefore(moves.before, fixed.fixed, {
      ...{ computed: graded.computed, grade: graded.grade, classes: moves.after.classes, record: run.record },
      names: moves.after.namesOfClasses,
    });
  moveAfterCut(moves.after, graded.grade);
  for (const rule of run.record === noRecord ? [] : moves.after.rules.values()) {
    run.record.about(
      'condition_undetermined',
      rule.rows.filter((row) => rule.standing.get(row) === UNDECIDED),
      { rule: rule.rule.name },
    );
  }
}

interface Moving {
  readonly graded: Graded;
  readonly moves: Moves;
  readonly fixed: FixedByPool;
  /** By pool: where the classes end that everybody has by the cut alone. */
  readonly ends: readonly (Ends | undefined)[];
}

interface FixedByPool {
  readonly fixed: Fixed;
  /** The fixed rows of every pool that has some. */
  readonly rowsOf: ReadonlyMap<number, readonly number[]>;
}

/** What the rules before the cut decide; the same every time when none of them reads a total. */
function fixedBy(plan: GradingPlan, before: BeforeTask): FixedByPool {
  if (plan.fixed !== undefined) return { ...plan.fixed, fixed: { ...plan.fixed.fixed, lined: new Map() } };
  const fixed = fixBeforeCut(before);
  const rowsOf = new Map<number, number[]>();
  for (const row of fixed.rows) {
    const pool = plan.scored.pools.of[row]!;
    const rows = rowsOf.get(pool) ?? [];
    rowsOf.set(pool, rows);
    rows.push(row);
  }
  if (before.overrides.rules.every((rule) => plan.keptRules.has(rule))) plan.fixed = { fixed, rowsOf };
  return { fixed, rowsOf };
}

/** 基数中另加的状态 — subjects of further statuses that count in the base of their pool; those that are graded stand in it already. */
function furtherBase({ scored, members }: GradingPlan, cuts: readonly PreparedCut[]): Int32Array {
  const further = new Int32Array(cuts.length);
  const counted = cuts.map((cut) => {
    const base = cut.by === 'share' || cut.by === 'two_stage' ? cut.base : null;
    return base?.of === 'graded_and' ? scored.statusIds.map((id) => base.statuses.includes(id)) : null;
  });
  if (counted.every((statuses) => statuses === null)) return further;
  for (let row = 0; row < scored.status.length; row++) {
    const pool = scored.pools.of[row]!;
    if (pool >= 0 && members.graded[row] !== 1 && counted[pool]?.[scored.status[row]!] === true) further[pool]!++;
  }
  return further;
}

interface Moves {
  readonly before: BeforeTask;
  readonly after: AfterTask;
}

function movesTask(run: Run, scheme: Scheme): Moves | null {
  const { overrides } = scheme;
  if (overrides === undefined || overrides.rules.length === 0) return null;
  const { scored, members, rowOf } = run.plan;
  const { frame } = run.standing;
  const keys = scheme.grades.classes.map((grade) => grade.key);
  const classOf = (key: string): number => keys.indexOf(key);
  const scope = { graded: members.graded, group: scored.group, groupIds: scored.groupIds };
  const early = overrides.rules.filter((rule) => !readsGrade(rule.when));
  const rowsOfRule = (rule: Override): RuleRows => {
    const known = run.plan.keptRules.get(rule);
    if (known !== undefined) return known;
    const found = ruleRows(rule, frame, scope);
    if (!readsScores(rule.when)) run.plan.keptRules.set(rule, found);
    return found;
  };
  const rules = new Map(early.map((rule): [string, RuleRows] => [rule.id, rowsOfRule(rule)]));
  const after: AfterTask = {
    overrides,
    rules,
    classes: keys.length,
    classOf,
    graded: members.graded,
    subjects: frame.dataset,
    namesOfClasses: (bits) =>
      scheme.grades.classes
        .filter((_grade, at) => (bits & (1 << at)) !== 0)
        .map((grade) => grade.name)
        .join('、'),
    rowOf,
    textOf(fact, row) {
      const column = frame.column(fact, 0);
      return column.absence[row] === 0 ? frame.textOf(column.values[row]!) : null;
    },
    numberOf: (fact, row) => frame.column(fact, 0).values[row]!,
    record: run.record,
  };
  return { before: { overrides, rules, classOf }, after };
}

/** Cuts anew every pool where a rule before the cut touches somebody. */
function recutPools({ plan }: Run, { graded, moves, fixed: { fixed, rowsOf }, ends }: Moving): void {
  const classes = moves.after.classes;
  for (const [pool, rows] of rowsOf) {
    const cut = graded.cuts[pool]!;
    const off = rows.filter((row) => isOffQuota(moves.before.overrides, fixed.direct.get(row)?.rule ?? -1)).length;
    graded.offQuota[pool] = off;
    if ((cut.by === 'share' || cut.by === 'two_stage') && cut.base.of === 'graded_without_off_quota') graded.base[pool]! -= off;
    plan.removed ??= new Removed(graded.grade.length);
    plan.removed.clear();
    const task = { pool, cut, members: graded.members[pool]!, base: graded.base[pool]!, rows, classes, known: ends[pool] };
    cutWithRules(task, { fixed, task: moves.before }, { grade: graded.grade, removed: plan.removed });
  }
}

/** Adds the rules that read 测算类别, what the cut alone gave: an earlier rule may yield to one of them. */
function withLateRules(run: Run, after: AfterTask, computedOf: () => Int16Array): AfterTask {
  const late = after.overrides.rules.filter((rule) => readsGrade(rule.when));
  if (late.length === 0) return after;
  const computed = computedOf();
  const { scored, members } = run.plan;
  const { frame } = run.standing;
  const codes = scored.scheme.grades.classes.map(({ key }) => frame.codeOf(key));
  const values = Float64Array.from(computed, (code) => (code < 0 ? Number.NaN : codes[code]!));
  const absence = Uint8Array.from(computed, (code) => (code < 0 ? 2 : 0));
  const seen = frame.with(new Map([['grade', { values, absence }]]));
  const scope = { graded: members.graded, group: scored.group, groupIds: scored.groupIds };
  return {
    ...after,
    rules: new Map([...after.rules, ...late.map((rule): [string, RuleRows] => [rule.id, ruleRows(rule, seen, scope)])]),
  };
}
