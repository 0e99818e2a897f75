/**
 * 指标的准备 — what scoring an indicator needs before its first row: benchmarks, the sample of each pool, rule and weight of each
 * group. Values of the whole column are computed only where a statistic is taken of them, or when somebody reads them.
 */
import { absenceKinds, blockRows } from '@muheng/formula';
import type { AbsenceAction, AbsenceRule, Leaf, ScoreRule } from '@muheng/scheme';
import type { Column } from '../../absence.js';
import { type Benchmarks, benchmarksOf } from '../benchmarks/benchmarks.js';
import { indicatorValues } from '../indicators/values.js';
import { type Scoring, takesPart } from '../scoring.js';
import { leastPoints, mostPoints } from './limits.js';
import { formulaPoints, type GroupRule, PoolSamples } from './scoreRows.js';

export interface PreparedLeaf {
  readonly leaf: Leaf;
  readonly benchmarks: Benchmarks;
  readonly samples: PoolSamples;
  /** By group; undefined where the indicator takes no part. */
  readonly groups: readonly (LeafOfGroup | undefined)[];
  /** By the code of the absence; code 0 has none. */
  readonly actions: readonly (AbsenceAction | undefined)[];
  /** By the code: 1 = such a value counts as 0 for the rule. */
  readonly asZero: Uint8Array | undefined;
  /** Some absence leaves the weight to the other indicators. */
  readonly dropsOut: boolean;
  /** In the indicator's unit, of every subject. */
  value(): Column;
}

/** `benchmark`: of the rows of a block where they differ (see `fillBenchmark`). */
export interface LeafOfGroup extends GroupRule {
  readonly group: number;
  /** Undefined: nobody of the group gets points. */
  readonly rule: ScoreRule | undefined;
  readonly most: number;
  readonly least: number;
}

export function prepareLeaf(scoring: Scoring, leaf: Leaf): PreparedLeaf {
  let column: Column | undefined;
  const value = (): Column => {
    column ??= indicatorValues(scoring, leaf);
    return column;
  };
  const actions = actionsOf(leaf.absent);
  const asZero = actions.some((action) => action?.do === 'as_zero')
    ? Uint8Array.from(actions, (action) => (action?.do === 'as_zero' ? 1 : 0))
    : undefined;
  const benchmarks = benchmarksOf(scoring, leaf, () => value().values);
  const samples = new PoolSamples(() => value().values, scoring.populations.pool);
  const draft = { leaf, benchmarks, samples, actions, asZero, value };
  // Written out: an object put together from others has a shape of its own in every run, and what reads it would be compiled anew.
  return {
    leaf,
    benchmarks,
    samples,
    actions,
    asZero,
    value,
    groups: scoring.groupIds.map((groupId, group) =>
      takesPart(leaf, groupId) ? leafOfGroup(scoring, draft, { groupId, group }) : undefined,
    ),
    dropsOut: actions.some((action) => action?.do === 'reweigh'),
  };
}

const actionsOf = (rule: AbsenceRule): readonly (AbsenceAction | undefined)[] => [
  undefined,
  ...absenceKinds.map((kind) => rule[kind]),
];

type Draft = Omit<PreparedLeaf, 'groups' | 'dropsOut'>;

function leafOfGroup(scoring: Scoring, draft: Draft, of: { readonly groupId: string; readonly group: number }): LeafOfGroup {
  const { leaf, benchmarks, samples } = draft;
  const weight = leaf.weight.get(of.groupId) ?? 0;
  const rule = leaf.score.get(of.groupId);
  return {
    groupId: of.groupId,
    group: of.group,
    leaf,
    samples,
    weight,
    rule,
    most: mostPoints(leaf.cap, weight),
    least: leastPoints(leaf.floor, weight),
    benchmark: new Float64Array(blockRows).fill(benchmarks.ofGroups?.[of.group] ?? Number.NaN),
    points: rule?.by === 'formula' ? pointsByFormula(scoring, draft, { ...of, weight, rule }) : undefined,
  };
}

function pointsByFormula(
  scoring: Scoring,
  draft: Draft,
  of: { readonly group: number; readonly weight: number; readonly rule: Extract<ScoreRule, { by: 'formula' }> },
): Float64Array {
  const { benchmarks, asZero } = draft;
  const rows = scoring.rowsOf[of.group]!;
  const column = draft.value();
  const values = asZero === undefined ? column.values : column.values.slice();
  if (asZero !== undefined) for (const row of rows) if (asZero[column.absence[row]!] === 1) values[row] = 0;
  const benchmark = Float64Array.from(rows, (row) => benchmarks.of[row]!);
  return formulaPoints({ rows, values, benchmark, weight: of.weight, frame: scoring.frame }, of.rule);
}
