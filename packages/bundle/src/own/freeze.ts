/**
 * 冻结 — gathers what one subject's score needs of others out of a run over all. The writer then recomputes the subject from it and
 * refuses to give out a bundle that would not verify.
 */
import {
  countAtMost,
  countLess,
  type Dataset,
  PoolSamples,
  placeOf,
  type Result,
  rankedOfPools,
  type Scored,
  scoreSubjects,
  spreadsOf,
} from '@muheng/engine';
import type { AbsenceAction, Leaf, Scheme } from '@muheng/scheme';
import { canonicalJson } from '../canonical.js';
import type { SubjectFigures } from '../figures.js';
import { absenceNames, type OwnFacts, type OwnValue } from './facts.js';
import type { Family } from './family.js';
import type { Frozen, Statistic } from './frozen.js';
import { gradeDependsOnOthers, readsComputedGrade, recomputeOwn } from './recompute.js';
import { comparesWithOthers, isSampled, landDependsOnOthers, landFacts, ruleValue } from './substitute.js';

export interface Run {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: Result;
}

/** Prepares once for many subjects of one run. */
export function freezer(
  run: Run,
): (row: number, own: { readonly family: Family; readonly facts: OwnFacts; readonly given: SubjectFigures }) => Frozen {
  const scored = scoreSubjects(run.scheme, run.dataset);
  const means = meanScores(run);
  const samples = new Map<string, PoolSamples>();
  return (row, { family, facts, given }) => {
    const freezing: Freezing = { run, scored, means, samples, row };
    const frozen = {
      ...frozenIndicators(freezing, given),
      land: frozenLand(freezing),
      pool: frozenPool(freezing),
      recut: null,
      mergedInto: family.mergedInto,
    };
    return { ...frozen, recut: recutOf(run.scheme, { facts, frozen, given }) };
  };
}

interface Freezing {
  readonly run: Run;
  readonly scored: Scored;
  /** By indicator, what an absent value got for the mean of the others. */
  readonly means: ReadonlyMap<string, Float64Array>;
  readonly samples: Map<string, PoolSamples>;
  readonly row: number;
}

function frozenIndicators(freezing: Freezing, given: SubjectFigures): Pick<Frozen, 'benchmarks' | 'statistics' | 'meanScores'> {
  const { run, scored, row } = freezing;
  const benchmarks: Record<string, number | null> = {};
  const statistics: Record<string, Statistic> = {};
  const means: Record<string, number | null> = {};
  const { group } = given;
  run.scheme.leaves.forEach((leaf, at) => {
    if (group === null || (leaf.weight.get(group) ?? 0) <= 0) return;
    const found = scored.leaves[at]!;
    if (isSampled(leaf, group)) benchmarks[leaf.id] = orNull(found.benchmark[row]!);
    const statistic = statisticOf(freezing, leaf, group);
    if (statistic !== undefined) statistics[leaf.id] = statistic;
    const mean = freezing.means.get(leaf.id);
    if (mean !== undefined && found.how[row] === absenceRule) means[leaf.id] = orNull(mean[row]!);
  });
  return { benchmarks, statistics, meanScores: means };
}

/** `LeafResult.how` of a score an absence rule gave. */
const absenceRule = 3;
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value + 0);

function statisticOf({ scored, samples, row }: Freezing, leaf: Leaf, group: string): Statistic | undefined {
  const rule = leaf.score.get(group);
  const pool = scored.pools.of[row]!;
  const column = scored.leaves.find(({ id }) => id === leaf.id)?.value;
  if (!comparesWithOthers(rule) || column === undefined || pool < 0) return undefined;
  const sample = samples.get(leaf.id) ?? new PoolSamples(column.values, scored.populations.pool);
  samples.set(leaf.id, sample);
  if (rule.by === 'minmax' || rule.by === 'zscore') {
    const spread = spreadsOf(sample, rule)[pool]!;
    return rule.by === 'minmax'
      ? { by: 'minmax', least: orNull(spread.least), most: orNull(spread.most) }
      : { by: 'zscore', mean: orNull(spread.mean), deviation: spread.deviation };
  }
  const value = ruleValue(leaf, { value: column.values[row]!, absence: column.absence[row]! });
  const order = sample.order(pool);
  const count = order.sorted.length;
  const lower = leaf.better === 'lower';
  if (Number.isNaN(value)) return undefined;
  if (rule.by === 'rank') {
    if (rule.falls === 'by_value') return { by: 'best', count, best: (lower ? order.sorted[0] : order.sorted[count - 1]) ?? 0 };
    return { by: 'place', count, place: placeOf(value, order, rule.ties, lower) };
  }
  const below = countLess(order.sorted, value);
  const upTo = countAtMost(order.sorted, value);
  return { by: 'percentile', count, less: lower ? count - upTo : below, equal: upTo - below };
}

/**
 * What 同组平均得分 gives where it is asked for: a run in which no indicator drops out, so that its points stand unscaled.
 * The means are of subjects that have the value, and those are the same in both runs.
 */
function meanScores({ scheme, dataset }: Run): ReadonlyMap<string, Float64Array> {
  const asks = (leaf: Leaf, wanted: AbsenceAction['do']): boolean => kindsOf(leaf).some((action) => action.do === wanted);
  if (!scheme.leaves.some((leaf) => asks(leaf, 'group_mean_score'))) return new Map();
  const kept = (action: AbsenceAction): AbsenceAction => (action.do === 'reweigh' ? { do: 'no_points' } : action);
  const leaves = scheme.leaves.map(
    (leaf): Leaf => ({
      ...leaf,
      absent: {
        missing: kept(leaf.absent.missing),
        not_applicable: kept(leaf.absent.not_applicable),
        not_reported: kept(leaf.absent.not_reported),
        not_computable: kept(leaf.absent.not_computable),
        cited: leaf.absent.cited,
      },
    }),
  );
  const scored = scoreSubjects({ ...scheme, leaves }, dataset);
  return new Map(
    scored.leaves.filter((_, at) => asks(scheme.leaves[at]!, 'group_mean_score')).map(({ id, score }) => [id, score]),
  );
}

const kindsOf = ({ absent }: Leaf): readonly AbsenceAction[] => [
  absent.missing,
  absent.not_applicable,
  absent.not_reported,
  absent.not_computable,
];

function frozenLand({ run, scored, row }: Freezing): Frozen['land'] {
  if (!landDependsOnOthers(run.scheme)) return {};
  const years = new Set([run.dataset.year, ...run.dataset.facts.keys()]);
  const value = (fact: string, year: number): OwnValue => {
    const column = scored.frame.column(fact, run.dataset.year - year);
    const absence = column.absence[row]!;
    return absence === 0 ? column.values[row]! + 0 : { absent: absenceNames[absence] ?? '' };
  };
  const facts = landFacts.filter((fact) => run.scheme.facts.get(fact)?.formula === undefined && run.scheme.facts.has(fact));
  return Object.fromEntries(
    facts.map((fact) => [fact, Object.fromEntries([...years].map((year) => [String(year), value(fact, year)]))]),
  );
}

function frozenPool({ run, row }: Freezing): Frozen['pool'] {
  const at = run.result.pool[row]!;
  const pool = run.result.pools[at];
  if (pool === undefined) return null;
  const lines = pool.cuts.map(({ grade, lastRank, lastTotal }) => ({ grade, lastRank, lastTotal }));
  return { members: pool.members, ranked: rankedOfPools(run.result)[at]!, lines };
}

/**
 * The class of the cut from which the rules on own facts lead to the decided one; null when it is 测算类别 itself. Where rules read
 * 测算类别 the class after the cut cannot be told from outside: the decided one stands for it, and the grade is then taken as given.
 */
function recutOf(
  scheme: Scheme,
  own: { readonly facts: OwnFacts; readonly frozen: Frozen; readonly given: SubjectFigures },
): string | null {
  const { given, frozen } = own;
  if (frozen.mergedInto !== null || gradeDependsOnOthers(scheme, given)) return null;
  const wanted = canonicalJson([given.grade, given.overrides]);
  const leadsThere = (recut: string | null): boolean => {
    const { figures } = recomputeOwn({ scheme, ...own, frozen: { ...frozen, recut } });
    return canonicalJson([figures.grade, figures.overrides]) === wanted;
  };
  const others = scheme.grades.classes.map(({ key }) => key).filter((key) => key !== given.computedGrade);
  if (leadsThere(null)) return null;
  return readsComputedGrade(scheme) ? given.grade : (others.find(leadsThere) ?? null);
}
