/**
 * 权重模拟 — what totals and grades would be under other weights, without scoring anew: every indicator keeps its share of the weight
 * (得分率), so caps, floors and absence rules stay as they were. Exact where points are proportional to the weight; for bands, marks
 * and other rules in points it means “the same rate of the new weight”. Simulated figures, never a result.
 */
import { compile } from '@muheng/formula';
import { exponential, naturalLogarithm, roundColumn } from '@muheng/quantity';
import type { Indicator } from '@muheng/scheme';
import { columnOf } from './columns.js';
import { within } from './stages/bonus/bonus.js';
import { type Graded, type GradingPlan, gradeByPlan, gradingPlan, readsScores } from './stages/grading.js';
import { noRecord } from './stages/moves/record.js';
import type { Scored } from './stages/stage.js';

/** New weight ÷ old weight of leaf `leaf` (position in the scheme) for group `group`. */
export type Factors = (leaf: number, group: number) => number;

export interface WhatIf {
  readonly plan: GradingPlan;
  /** Totals before rounding under other weights, into `out`. */
  totals(factors: Factors, out: Float64Array): void;
  grade(factors: Factors): Graded;
  /** Weights by indicator id, for all groups that have the indicator; those not named stay. */
  gradeWithWeights(weights: ReadonlyMap<string, number>): Graded;
}

interface GroupRows {
  /** Rows whose indicators are all scored, and rows where one dropped out. */
  readonly plain: Int32Array;
  readonly special: Int32Array;
  readonly leaves: readonly { readonly at: number; readonly score: Float64Array }[];
}

export function prepareWhatIf(scored: Scored): WhatIf {
  const plan = gradingPlan(scored);
  const { scheme } = scored;
  const groups = scored.groupIds.map((id, group) => groupRows(scored, id, group));
  const flat = scheme.total.by === 'sum' && allSums(scheme.indicators);
  const factor = scheme.total.factor === undefined ? undefined : compile(scheme.total.factor).run(scored.frame).values;
  const needsFrame = readsTotals(scored);
  const totals = (factors: Factors, out: Float64Array): void => {
    out.fill(Number.NaN);
    groups.forEach((rows, group) => {
      if (flat) addFlat(rows, { group, factors, out });
      const tree: TreeTask = { scored, group, factors, groupId: scored.groupIds[group]! };
      for (const row of rows.special)
        out[row] = togetherOf(tree, { by: scheme.total.by, full: scheme.total.full, parts: scheme.indicators }, row).points;
      if (!flat)
        for (const row of rows.plain)
          out[row] = togetherOf(tree, { by: scheme.total.by, full: scheme.total.full, parts: scheme.indicators }, row).points;
    });
    const { least, most } = scheme.total;
    for (let row = 0; row < out.length; row++) {
      const base = factor === undefined ? out[row]! : out[row]! * factor[row]!;
      out[row] = within(base + scored.bonusTotal[row]!, least, most);
    }
  };
  const fullTotal = new Float64Array(scored.total.length);
  const total = new Float64Array(scored.total.length);
  const grade = (factors: Factors): Graded => {
    totals(factors, fullTotal);
    roundColumn(fullTotal, scheme.total.round, total);
    const frame = needsFrame ? scored.frame.with(new Map([['total', columnOf(total)]])) : scored.frame;
    return gradeByPlan(plan, { frame, total, fullTotal }, noRecord);
  };
  const gradeWithWeights = (weights: ReadonlyMap<string, number>): Graded =>
    grade((leaf, group) => {
      const rule = scheme.leaves[leaf]!;
      const old = rule.weight.get(scored.groupIds[group]!) ?? 0;
      const named = weights.get(rule.id);
      return named === undefined || old === 0 ? 1 : named / old;
    });
  return { plan, totals, grade, gradeWithWeights };
}

const allSums = (indicators: readonly Indicator[]): boolean =>
  indicators.every((each) => each.kind === 'leaf' || (each.aggregate === 'sum' && allSums(each.children)));

/** Some rule or key reads the total in a formula of its own. */
function readsTotals({ scheme }: Scored): boolean {
  const rules = scheme.overrides?.rules.map((rule) => rule.when) ?? [];
  const cuts = [...scheme.grades.cut.values()].flatMap((cut) =>
    cut.by === 'threshold' ? [cut.on] : cut.by === 'rules' ? cut.rules.map((rule) => rule.when) : [],
  );
  return [...rules, ...cuts, ...scheme.rank.by.map((key) => key.formula)].some(readsScores);
}

function groupRows(scored: Scored, id: string, group: number): GroupRows {
  const leaves = scored.scheme.leaves.flatMap((leaf, at) =>
    (leaf.weight.get(id) ?? 0) > 0 ? [{ at, score: scored.leaves[at]!.score }] : [],
  );
  const plain: number[] = [];
  const special: number[] = [];
  for (let row = 0; row < scored.group.length; row++) {
    if (scored.group[row] !== group || Number.isNaN(scored.total[row]!)) continue;
    (leaves.some(({ score }) => Number.isNaN(score[row]!)) ? special : plain).push(row);
  }
  return { plain: Int32Array.from(plain), special: Int32Array.from(special), leaves };
}

function addFlat(
  { plain, leaves }: GroupRows,
  { group, factors, out }: { group: number; factors: Factors; out: Float64Array },
): void {
  for (let at = 0; at < plain.length; at++) out[plain[at]!] = 0;
  for (const leaf of leaves) {
    const factor = factors(leaf.at, group);
    const { score } = leaf;
    for (let at = 0; at < plain.length; at++) {
      const row = plain[at]!;
      out[row] = out[row]! + score[row]! * factor;
    }
  }
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
