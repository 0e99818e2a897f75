/** 逐户汇总 — the slow way to a total under other weights: trees with means, and rows where an indicator dropped out and left its weight to the others. */
import { exponential, naturalLogarithm } from '@muheng/quantity';
import type { Indicator } from '@muheng/scheme';
import type { Scored } from '../stages/stage.js';

/** New weight ÷ old weight of leaf `leaf` (position in the scheme) for group `group`. */
export type Factors = (leaf: number, group: number) => number;

export interface Tree {
  /** By position of the leaf in the scheme. */
  readonly scores: readonly Float64Array[];
  readonly leafAt: ReadonlyMap<string, number>;
  readonly scheme: Scored['scheme'];
}

export interface TreeTask {
  readonly tree: Tree;
  readonly group: number;
  readonly groupId: string;
  readonly factors: Factors;
}

export const treeOf = (scheme: Scored['scheme'], scores: readonly Float64Array[]): Tree => ({
  scheme,
  scores,
  leafAt: new Map(scheme.leaves.map((leaf, at) => [leaf.id, at])),
});

/** What all indicators of a row come to, before factor and bonus. */
export function treeTotal(task: TreeTask, row: number): number {
  const { total, indicators } = task.tree.scheme;
  return togetherOf(task, { by: total.by, full: total.full, parts: indicators }, row).points;
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
  const at = task.tree.leafAt.get(indicator.id) ?? -1;
  const factor = task.factors(at, task.group);
  return { points: task.tree.scores[at]![row]! * factor, old, weight: old * factor };
}
