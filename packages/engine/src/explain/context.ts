/** 解释的准备 — what all explanations of one result share: the frame with every stage's columns, samples of each indicator, places of each pool. */
import { absenceKindOf, type Column, compile } from '@muheng/formula';
import type { Branch, Indicator, Leaf, Scheme, SortKey } from '@muheng/scheme';
import { columnOf } from '../columns.js';
import type { Dataset } from '../dataset.js';
import type { LeafResult, Result } from '../result.js';
import { type Half, halvesOf } from '../stages/cut/halves.js';
import { type Graded, gradeByPlan, gradingPlan } from '../stages/grading.js';
import { noRecord } from '../stages/moves/record.js';
import { scoreSubjects } from '../stages/scored.js';
import { PoolSamples, scoreRows } from '../stages/scores/scoreRows.js';
import type { Scored, StageFrame } from '../stages/stage.js';
import { findText } from '../textOrder.js';

/** An expression that was reckoned, as printed. */
export interface SumSaid {
  readonly value: number;
  readonly expression: string;
}

export interface Explaining {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: Result;
  readonly scored: Scored;
  leafResult(id: string): LeafResult;
  samples(leaf: LeafResult): PoolSamples;
  /** The frame in which a points formula of this leaf reads 值, 基准 and 权重 for one group. */
  ruleFrame(leaf: Leaf, groupId: string): StageFrame;
  /** The rule itself, with 0 for an absence that counts as zero, gave points; otherwise they could not be computed. */
  ruleGivesPoints(leaf: Leaf, at: { readonly row: number; readonly groupId: string }): boolean;
  /** Ascending ranks of the ranked members of a pool. */
  ranks(pool: number): Float64Array;
  /** Who stands in which half of a pool cut in two stages; null for other pools. */
  halves(pool: number): Readonly<Record<Half, Int32Array>> | null;
  /** Column of a sort key. */
  keyValues(key: SortKey): Float64Array;
  /** Rows in the delivered dataset of the members of a merged subject, in id order; empty for a subject of its own. */
  membersOf(row: number): readonly number[];
  /** Σ behind a benchmark, by leaf and scope: reckoned once. */
  readonly sums: Map<string, SumSaid | null>;
  /** Points of a leaf or branch for a row; NaN when not scored. */
  pointsOf(indicator: Indicator, row: number): number;
}

export function explaining(given: { readonly scheme: Scheme; readonly dataset: Dataset; readonly result: Result }): Explaining {
  const { scheme, dataset, result } = given;
  const scored = scoreSubjects(scheme, dataset);
  const leaves = new Map(result.leaves.map((leaf) => [leaf.id, leaf]));
  const branches = new Map(result.branches.map((branch) => [branch.id, branch.score]));
  const samples = new Map<string, PoolSamples>();
  const ranks = new Map<number, Float64Array>();
  const frames = new Map<string, StageFrame>();
  const halves = new Map<number, Readonly<Record<Half, Int32Array>> | null>();
  const keys = new Map<SortKey, Float64Array>();
  let graded: Graded | undefined;
  let families: ReadonlyMap<number, readonly number[]> | undefined;
  const leafResult = (id: string): LeafResult => {
    const leaf = leaves.get(id);
    if (leaf === undefined) throw new RangeError(`result has no indicator ${id}`);
    return leaf;
  };
  return {
    ...given,
    scored,
    leafResult,
    sums: new Map(),
    membersOf(row) {
      families ??= familiesOf(scored, dataset);
      return families.get(row) ?? [];
    },
    samples(leaf) {
      const known = samples.get(leaf.id) ?? new PoolSamples(leaf.value.values, scored.populations.pool);
      samples.set(leaf.id, known);
      return known;
    },
    ruleFrame(leaf, groupId) {
      const key = `${leaf.id}@${groupId}`;
      const known = frames.get(key) ?? scored.frame.with(ruleColumns(leaf, leafResult(leaf.id), weightIn(leaf, groupId)));
      frames.set(key, known);
      return known;
    },
    ruleGivesPoints(leaf, { row, groupId }) {
      const rule = leaf.score.get(groupId);
      const found = leafResult(leaf.id);
      const points = new Float64Array(scored.frame.rows).fill(Number.NaN);
      const shared = { leaf, groupId, weight: weightIn(leaf, groupId), rows: Int32Array.of(row), frame: scored.frame };
      if (rule !== undefined)
        scoreRows(
          {
            ...shared,
            rule,
            values: valuesForRule(leaf, found),
            benchmark: Float64Array.of(found.benchmark[row]!),
            samples: this.samples(found),
          },
          points,
        );
      return !Number.isNaN(points[row]!);
    },
    ranks(pool) {
      const known = ranks.get(pool) ?? result.rank.filter((rank, row) => rank > 0 && result.pool[row] === pool).sort();
      ranks.set(pool, known);
      return known;
    },
    halves(pool) {
      const known = halves.get(pool);
      if (known !== undefined) return known;
      graded ??= gradeByPlan(gradingPlan(scored), scored, noRecord);
      const cut = graded.cuts[pool];
      const found = cut?.by === 'two_stage' ? halvesOf(cut, { pool, base: graded.base[pool]! }) : null;
      halves.set(pool, found);
      return found;
    },
    keyValues(key) {
      const known = keys.get(key) ?? compile(key.formula).run(scored.frame).values;
      keys.set(key, known);
      return known;
    },
    pointsOf: (indicator, row) =>
      indicator.kind === 'leaf' ? leafResult(indicator.id).score[row]! : (branches.get(indicator.id)?.[row] ?? Number.NaN),
  };
}

/** By row of the merged subject. */
function familiesOf({ mergedInto, frame }: Scored, { subjects }: Dataset): ReadonlyMap<number, readonly number[]> {
  const families = new Map<number, number[]>();
  for (const [id, head] of mergedInto) {
    const own = findText(subjects, frame.dataset.subjects[head]!);
    const family = families.get(head) ?? (own < 0 ? [] : [own]);
    families.set(head, family);
    family.push(findText(subjects, id));
  }
  for (const family of families.values()) family.sort((a, b) => a - b);
  return families;
}

/** Values as the rule sees them: absences that count as zero are 0. */
const valuesForRule = (leaf: Leaf, found: LeafResult): Float64Array =>
  found.value.values.map((value, row) => {
    const kind = absenceKindOf(found.value.absence[row]!);
    return kind !== undefined && leaf.absent[kind].do === 'as_zero' ? 0 : value;
  });

function ruleColumns(leaf: Leaf, found: LeafResult, weight: number): ReadonlyMap<string, Column> {
  const values = valuesForRule(leaf, found);
  const weights = new Float64Array(values.length).fill(weight);
  return new Map([
    ['indicator_value', columnOf(values)],
    ['indicator_benchmark', columnOf(found.benchmark)],
    ['indicator_weight', columnOf(weights)],
  ]);
}

export const weightIn = (indicator: Pick<Leaf, 'weight'>, groupId: string): number => indicator.weight.get(groupId) ?? 0;

/** Indicators of a parent (or the top) that belong to the group. */
export const partsIn = (indicators: readonly Indicator[], groupId: string): Indicator[] =>
  indicators.filter((each) => weightIn(each, groupId) > 0);

export const branchesUnder = (indicators: readonly Indicator[]): Branch[] =>
  indicators.flatMap((each) => (each.kind === 'branch' ? [...branchesUnder(each.children), each] : []));

/** 重新分配权重 — sum of weights over sum of those present, for the siblings of an indicator; null when nothing dropped out. */
export function reweighing(
  context: Explaining,
  indicator: Indicator,
  at: { readonly row: number; readonly groupId: string },
): { readonly whole: number; readonly present: number } | null {
  const parent = branchesUnder(context.scheme.indicators).find((branch) => branch.id === indicator.parent);
  if ((parent?.aggregate ?? context.scheme.total.by) !== 'sum') return null;
  const siblings = partsIn(parent?.children ?? context.scheme.indicators, at.groupId);
  const present = siblings.filter((each) => !hasDroppedOut(context, each, at.row));
  if (present.length === siblings.length) return null;
  const weigh = (parts: readonly Indicator[]): number => parts.reduce((sum, each) => sum + weightIn(each, at.groupId), 0);
  return { whole: weigh(siblings), present: weigh(present) };
}

/** The scheme lets the indicator drop out for this kind of absence; other indicators without points leave the subject pending. */
function hasDroppedOut({ leafResult }: Explaining, indicator: Indicator, row: number): boolean {
  if (indicator.kind === 'branch') return false;
  const found = leafResult(indicator.id);
  if (!Number.isNaN(found.score[row]!)) return false;
  const kind = absenceKindOf(found.value.absence[row]!) ?? 'not_computable';
  const action = indicator.absent[kind].do;
  return (action === 'as_zero' ? indicator.absent.not_computable.do : action) === 'reweigh';
}
