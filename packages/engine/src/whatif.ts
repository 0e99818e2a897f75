/**
 * 权重模拟 — what totals and grades would be under other weights, without scoring anew: every indicator keeps its share of the weight
 * (得分率), so caps, floors and absence rules stay as they were. Exact where points are proportional to the weight; for bands, marks
 * and other rules in points it means “the same rate of the new weight”. Simulated figures, never a result.
 */
import { compile } from '@muheng/formula';
import { type DeclaredRounding, exponential, naturalLogarithm, roundColumn, roundedIntegers } from '@muheng/quantity';
import type { Indicator } from '@muheng/scheme';
import { columnOf, lazyColumn } from './columns.js';
import { within } from './stages/bonus/bonus.js';
import { type Graded, type GradingPlan, gradeByPlan, gradingPlan, readsScores, type Standing } from './stages/grading.js';
import { noRecord } from './stages/moves/record.js';
import { KeptOrder } from './stages/ranking/keptOrder.js';
import type { PoolOrder } from './stages/ranking/order.js';
import type { KeyColumn } from './stages/ranking/sort.js';
import type { Scored, StageFrame } from './stages/stage.js';

/** New weight ÷ old weight of leaf `leaf` (position in the scheme) for group `group`. */
export type Factors = (leaf: number, group: number) => number;

export interface WhatIf {
  readonly plan: GradingPlan;
  /** Grades are written into `room` where it is given, an array as long as there are subjects. */
  grade(factors: Factors, room?: Int16Array): Outlook;
  /** Weights by indicator id, for all groups that have the indicator; those not named stay. */
  gradeWithWeights(weights: ReadonlyMap<string, number>): Outlook;
}

/** Ranks and 测算类别 are made when they are first read; a RangeError when that is after the next run. */
export type Outlook = Pick<Graded, 'rank' | 'computed' | 'grade'>;

export function prepareWhatIf(scored: Scored): WhatIf {
  const plan = gradingPlan(scored);
  const { scheme } = scored;
  const kept = keptOrder(plan);
  const places = kept?.order.places ?? membersInRows(plan);
  const totals = new PlaceTotals(scored, places);
  const whole = new Float64Array(places.length);
  const arranged = (full: Float64Array): KeptOrder | null => {
    if (kept === null) return null;
    roundedIntegers(full, kept.rounding, whole);
    return kept.order.arrange(whole, kept.sign) ? kept.order : null;
  };
  let runs = 0;
  const grade = (factors: Factors, room?: Int16Array): Outlook => {
    const full = totals.under(factors);
    const run = ++runs;
    const standing = new PlacedStanding(scored, { places, full, order: arranged(full), grade: room });
    const graded = gradeByPlan(plan, standing, noRecord);
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

interface Kept {
  readonly order: KeptOrder;
  readonly sign: 1 | -1;
  readonly rounding: DeclaredRounding;
}

/** Only where totals rank first, as whole numbers, and no rule, line or further key reads what they change. */
function keptOrder(plan: GradingPlan): Kept | null {
  const { scored, members } = plan;
  const { scheme, pools, frame } = scored;
  const [first, ...further] = scheme.rank.by;
  const rounding = scheme.total.round;
  const isTotal = first?.formula.tree.kind === 'name' && first.formula.tree.id === 'total';
  if (!isTotal || rounding === 'none' || scheme.rank.on !== 'rounded' || readsTotals(scored)) return null;
  const keys = further.map(({ formula, order }): KeyColumn => {
    const { values } = compile(formula).run(frame);
    return { values, sign: order === 'desc' ? -1 : 1, power: null };
  });
  const order = new KeptOrder({ poolOf: pools.of, pools: pools.ids.length, members: members.ranked, keys });
  return { order, sign: first.order === 'desc' ? -1 : 1, rounding };
}

/** Everybody who stands in the ranking or gets a grade. */
function membersInRows({ members: { ranked, graded } }: GradingPlan): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < ranked.length; row++) if ((ranked[row]! | graded[row]!) === 1) rows.push(row);
  return Int32Array.from(rows);
}

interface Run {
  readonly places: Int32Array;
  /** By place, before rounding. */
  readonly full: Float64Array;
  readonly order: PoolOrder | null;
  readonly grade: Int16Array | undefined;
}

/** Totals by row, and a frame that reads them, for rules that ask. */
class PlacedStanding implements Standing {
  readonly frame: StageFrame;
  readonly order: PoolOrder | null;
  readonly grade: Int16Array | undefined;
  private totals: Float64Array | undefined;

  constructor(
    private readonly scored: Scored,
    private readonly run: Run,
  ) {
    this.order = run.order;
    this.grade = run.grade;
    this.frame = scored.frame.with(new Map([['total', lazyColumn(() => columnOf(this.total))]]));
  }

  get total(): Float64Array {
    this.totals ??= this.rounded();
    return this.totals;
  }

  get fullTotal(): Float64Array {
    const { places, full } = this.run;
    const fullTotal = new Float64Array(this.scored.total.length).fill(Number.NaN);
    for (let at = 0; at < places.length; at++) fullTotal[places[at]!] = full[at]!;
    return fullTotal;
  }

  private rounded(): Float64Array {
    const total = this.fullTotal;
    roundColumn(total, this.scored.scheme.total.round);
    return total;
  }
}

const allSums = (indicators: readonly Indicator[]): boolean =>
  indicators.every((each) => each.kind === 'leaf' || (each.aggregate === 'sum' && allSums(each.children)));

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

/** 各位置的总分 — before rounding, of the members in their places. Scores are kept side by side, so that a run only multiplies and adds. */
class PlaceTotals {
  private readonly groups: readonly GroupPlaces[];
  private readonly full: Float64Array;
  private readonly sum: Float64Array;
  private readonly after: After | null;

  constructor(
    private readonly scored: Scored,
    places: Int32Array,
  ) {
    this.full = new Float64Array(places.length).fill(Number.NaN);
    this.sum = new Float64Array(places.length);
    this.groups = scored.groupIds.map((id, group) => groupPlaces(scored, places, { id, group }));
    this.after = afterSum(scored, places);
  }

  /** Written over by the next run. */
  under(factors: Factors): Float64Array {
    const { full } = this;
    this.groups.forEach((places, group) => {
      this.add(places, { group, factors });
    });
    if (this.after === null) return full;
    const { factor, bonus } = this.after;
    const { least, most } = this.scored.scheme.total;
    for (let at = 0; at < full.length; at++) {
      const base = factor === null ? full[at]! : full[at]! * factor[at]!;
      full[at] = within(base + bonus[at]!, least, most);
    }
    return full;
  }

  private add({ plain, special, leaves, rows }: GroupPlaces, { group, factors }: { group: number; factors: Factors }): void {
    const { full, scored } = this;
    const { length } = plain;
    const isTogether = length > 0 && plain[length - 1]! - plain[0]! === length - 1;
    const sum = isTogether ? full.subarray(plain[0]!, plain[0]! + length) : this.sum;
    sum.fill(0, 0, length);
    for (let first = 0; first < leaves.length; first += 3)
      addScaled(
        sum,
        length,
        leaves.slice(first, first + 3).map(({ at, score }) => ({ score, by: factors(at, group) })),
      );
    if (!isTogether) for (let at = 0; at < length; at++) full[plain[at]!] = sum[at]!;
    const { scheme } = scored;
    const tree: TreeTask = { scored, group, factors, groupId: scored.groupIds[group]! };
    for (let at = 0; at < special.length; at++)
      full[special[at]!] = togetherOf(
        tree,
        { by: scheme.total.by, full: scheme.total.full, parts: scheme.indicators },
        rows[at]!,
      ).points;
  }
}

interface Scaled {
  readonly score: Float64Array;
  readonly by: number;
}

/** Up to three columns at a time, one after the other within a row: each sum is read and written once for them. */
function addScaled(sum: Float64Array, length: number, [one, two, three]: readonly Scaled[]): void {
  if (one === undefined) return;
  const { score, by } = one;
  if (two === undefined) for (let at = 0; at < length; at++) sum[at]! += score[at]! * by;
  else if (three === undefined) {
    const { score: second, by: bySecond } = two;
    for (let at = 0; at < length; at++) sum[at] = sum[at]! + score[at]! * by + second[at]! * bySecond;
  } else {
    const { score: second, by: bySecond } = two;
    const { score: third, by: byThird } = three;
    for (let at = 0; at < length; at++) sum[at] = sum[at]! + score[at]! * by + second[at]! * bySecond + third[at]! * byThird;
  }
}

interface GroupPlaces {
  /** Places whose points are a plain sum, and those that go the slow way, with their rows. */
  readonly plain: Int32Array;
  readonly special: Int32Array;
  readonly rows: Int32Array;
  /** Scores of the plain places, in their order. */
  readonly leaves: readonly { readonly at: number; readonly score: Float64Array }[];
}

function groupPlaces(scored: Scored, places: Int32Array, { id, group }: { id: string; group: number }): GroupPlaces {
  const { scheme, total } = scored;
  const isFlat = scheme.total.by === 'sum' && allSums(scheme.indicators);
  const leaves = scheme.leaves.flatMap((leaf, at) =>
    (leaf.weight.get(id) ?? 0) > 0 ? [{ at, score: scored.leaves[at]!.score }] : [],
  );
  const plain: number[] = [];
  const special: number[] = [];
  for (let place = 0; place < places.length; place++) {
    const row = places[place]!;
    if (scored.group[row] !== group || Number.isNaN(total[row]!)) continue;
    const isPlain = isFlat && leaves.every(({ score }) => !Number.isNaN(score[row]!));
    (isPlain ? plain : special).push(place);
  }
  return {
    plain: Int32Array.from(plain),
    special: Int32Array.from(special),
    rows: Int32Array.from(special, (place) => places[place]!),
    leaves: leaves.map(({ at, score }) => ({ at, score: Float64Array.from(plain, (place) => score[places[place]!]!) })),
  };
}

/** What comes upon the sum, by place. */
interface After {
  readonly factor: Float64Array | null;
  readonly bonus: Float64Array;
}

function afterSum({ scheme, frame, bonusTotal }: Scored, places: Int32Array): After | null {
  const { factor, least, most } = scheme.total;
  if (factor === undefined && scheme.bonus === undefined && least === null && most === null) return null;
  const factors = factor === undefined ? null : compile(factor).run(frame).values;
  return {
    factor: factors === null ? null : Float64Array.from(places, (row) => factors[row]!),
    bonus: Float64Array.from(places, (row) => bonusTotal[row]!),
  };
}

interface TreeTask {
  readonly scored: Scored;
  readonly group: number;
  readonly groupId: string;
  readonly factors: Factors;
}
interface Together {
  readonly by: 'sum' | 'weighted_mean' | 'geometric';
  readonly full: number;
  readonly parts: readonly Indicator[];
}
interface Part {
  readonly points: number;
  /** Old and new weight. */
  readonly old: number;
  readonly weight: number;
}

/** The slow way: trees with means, and rows where an indicator dropped out and left its weight to the others. */
function togetherOf(task: TreeTask, { by, full, parts }: Together, row: number): Part {
  const all = parts.filter((each) => (each.weight.get(task.groupId) ?? 0) > 0).map((each) => partOf(task, each, row));
  const present = all.filter((part) => !Number.isNaN(part.points));
  const sum = (of: readonly Part[], what: (part: Part) => number): number => of.reduce((total, part) => total + what(part), 0);
  const [old, weight] = [sum(all, (part) => part.old), sum(all, (part) => part.weight)];
  const [oldPresent, weightPresent] = [sum(present, (part) => part.old), sum(present, (part) => part.weight)];
  const newFull = full * (weight / old);
  const points = sum(present, (part) => part.points);
  if (by === 'sum')
    return {
      points: present.length === all.length ? points : (points * oldPresent * weight) / (old * weightPresent),
      old: full,
      weight: newFull,
    };
  if (by === 'weighted_mean') return { points: (newFull * points) / weightPresent, old: full, weight: newFull };
  if (present.some((part) => part.points <= 0)) return { points: 0, old: full, weight: newFull };
  const logs = sum(present, (part) => part.weight * naturalLogarithm(part.points / part.weight));
  return { points: newFull * exponential(logs / weightPresent), old: full, weight: newFull };
}

function partOf(task: TreeTask, indicator: Indicator, row: number): Part {
  const old = indicator.weight.get(task.groupId) ?? 0;
  if (indicator.kind === 'branch')
    return togetherOf(task, { by: indicator.aggregate, full: old, parts: indicator.children }, row);
  const at = task.scored.scheme.leaves.findIndex((leaf) => leaf.id === indicator.id);
  const factor = task.factors(at, task.group);
  return { points: task.scored.leaves[at]!.score[row]! * factor, old, weight: old * factor };
}
