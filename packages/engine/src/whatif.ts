/**
 * 权重模拟 — what totals and grades would be under other weights, without scoring anew: every indicator keeps its share of the weight
 * (得分率), so caps, floors and absence rules stay as they were. Exact where points are proportional to the weight; for bands, marks
 * and other rules in points it means “the same rate of the new weight”. Simulated figures, never a result.
 */
import { compile } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import { columnOf, lazyColumn } from './columns.js';
import { type Graded, type GradingPlan, gradeByPlan, gradingPlan, readsScores, type Standing } from './stages/grading.js';
import { noRecord } from './stages/moves/record.js';
import type { PoolOrder } from './stages/ranking/order.js';
import type { KeyColumn } from './stages/ranking/sort.js';
import type { Scored, StageFrame } from './stages/stage.js';
import { KeptOrder } from './whatif/keptOrder.js';
import { MemberTotals } from './whatif/totals.js';
import type { Factors } from './whatif/tree.js';

export type { Factors } from './whatif/tree.js';

export interface WhatIf {
  readonly plan: GradingPlan;
  /** Grades are written into `room` where it is given, an array as long as there are subjects. */
  grade(factors: Factors, room?: Int16Array): Outlook;
  /** Weights by indicator id, for all groups that have the indicator; those not named stay. */
  gradeWithWeights(weights: ReadonlyMap<string, number>): Outlook;
}

/** Ranks and 测算类别 are made when they are first read; a RangeError when that is after the next run. */
export type Outlook = Pick<Graded, 'rank' | 'computed' | 'grade'>;

/** For many runs; `once` saves the preparation where there is one. */
export function prepareWhatIf(scored: Scored, once?: 'once'): WhatIf {
  const plan = gradingPlan(scored);
  const { scheme } = scored;
  const kept = once === undefined ? keptOrder(plan) : null;
  const { order, totals } = kept ?? { order: null, totals: allTotals(plan) };
  let runs = 0;
  const grade = (factors: Factors, room?: Int16Array): Outlook => {
    const run = ++runs;
    totals.use(factors);
    order?.begin();
    const graded = gradeByPlan(plan, new WeighedStanding(scored, { totals, order, grade: room }), noRecord);
    return new LentOutlook(graded, () => run === runs);
  };
  const gradeWithWeights = (weights: ReadonlyMap<string, number>): Outlook =>
    grade((leaf, group) => {
      const rule = scheme.leaves[leaf]!;
      const old = rule.weight.get(scored.groupIds[group]!) ?? 0;
      const named = weights.get(rule.id);
      return named === undefined || old === 0 ? 1 : named / old;
    });
  return { plan, grade, gradeWithWeights };
}

/** Runs share their room: what is made later needs it as this run left it. A class, as a run makes many of them. */
class LentOutlook implements Outlook {
  private ranks: Float64Array | undefined;
  private byCut: Int16Array | undefined;

  constructor(
    private readonly graded: Graded,
    private readonly isLast: () => boolean,
  ) {}

  get grade(): Int16Array {
    return this.graded.grade;
  }

  get rank(): Float64Array {
    this.ranks ??= this.inTime().rank;
    return this.ranks;
  }

  get computed(): Int16Array {
    this.byCut ??= this.inTime().computed;
    return this.byCut;
  }

  private inTime(): Graded {
    if (!this.isLast()) throw new RangeError('ranks and grades by the cut are read before the next run');
    return this.graded;
  }
}

/** Only where totals rank first, the most best, as whole numbers, and no rule, line or further key reads what they change. */
function keptOrder({ scored, members }: GradingPlan): { readonly order: KeptOrder; readonly totals: MemberTotals } | null {
  const { scheme, pools, frame } = scored;
  const [first, ...further] = scheme.rank.by;
  const { round: rounding, least, most } = scheme.total;
  const isTotal = first?.formula.tree.kind === 'name' && first.formula.tree.id === 'total' && first.order === 'desc';
  if (!isTotal || !members.alike || rounding === 'none' || scheme.rank.on !== 'rounded' || readsTotals(scored)) return null;
  const keys = further.map(({ formula, order }): KeyColumn => {
    const { values } = compile(formula).run(frame);
    return { values, sign: order === 'desc' ? -1 : 1, power: null };
  });
  const order = { poolOf: pools.of, pools: pools.ids.length, members: members.ranked, keys };
  const totals = new MemberTotals(scored, { members: members.ranked, pools: { of: pools.of, count: pools.ids.length } });
  const limits = { rounding, least, most, classes: scheme.grades.classes.length };
  return { order: new KeptOrder({ ...order, totals, limits }), totals };
}

/** Of everybody who stands in the ranking or gets a grade. */
function allTotals({ scored, members: { ranked, graded } }: GradingPlan): MemberTotals {
  return new MemberTotals(scored, { members: ranked.map((stands, row) => stands | graded[row]!), pools: null });
}

interface Run {
  readonly totals: MemberTotals;
  readonly order: PoolOrder | null;
  readonly grade: Int16Array | undefined;
}

/** Totals by row, and a frame that reads them, for rules that ask. */
class WeighedStanding implements Standing {
  readonly frame: StageFrame;
  readonly order: PoolOrder | null;
  readonly grade: Int16Array | undefined;
  private full: Float64Array | undefined;
  private rounded: Float64Array | undefined;

  constructor(
    private readonly scored: Scored,
    private readonly run: Run,
  ) {
    this.order = run.order;
    this.grade = run.grade;
    this.frame =
      run.order === null ? scored.frame.with(new Map([['total', lazyColumn(() => columnOf(this.total))]])) : scored.frame;
  }

  get total(): Float64Array {
    if (this.rounded === undefined) {
      this.rounded = this.fullTotal.slice();
      roundColumn(this.rounded, this.scored.scheme.total.round);
    }
    return this.rounded;
  }

  get fullTotal(): Float64Array {
    this.full ??= this.run.totals.byRow();
    return this.full;
  }
}

/** Some rule, line or further key reads the total in a formula of its own. */
function readsTotals({ scheme }: Scored): boolean {
  const rules = scheme.overrides?.rules.map((rule) => rule.when) ?? [];
  const cuts = [...scheme.grades.cut.values()].flatMap((cut) => {
    if (cut.by === 'threshold') return [cut.on];
    if (cut.by === 'rules') return cut.rules.map((rule) => rule.when);
    return cut.by === 'two_stage' ? [...cut.first.by, ...cut.upper.by, ...cut.lower.by].map((key) => key.formula) : [];
  });
  return [...rules, ...cuts, ...scheme.rank.by.slice(1).map((key) => key.formula)].some(readsScores);
}
