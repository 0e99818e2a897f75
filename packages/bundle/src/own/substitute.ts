/**
 * 冻结后的办法 — the scheme with everything that depends on others replaced by its frozen figure, so that the engine itself recomputes one
 * subject: sampled benchmarks become published ones, mean scores become points, places and extremes become the points they give.
 */
import type { AbsenceAction, AbsenceRule, Cut, Indicator, LandRule, Leaf, PerGroup, Scheme, ScoreRule } from '@muheng/scheme';
import type { Frozen } from './frozen.js';
import { type Measured, pointsAmongOthers } from './points.js';

const byPopulation: ReadonlySet<ScoreRule['by']> = new Set(['minmax', 'zscore', 'rank', 'percentile']);
export const comparesWithOthers = (
  rule: ScoreRule | undefined,
): rule is Extract<ScoreRule, { by: 'minmax' | 'zscore' | 'rank' | 'percentile' }> =>
  rule !== undefined && byPopulation.has(rule.by);

/** The benchmark of the group is a statistic of subjects, not a published figure, a table entry or a formula. */
export const isSampled = (leaf: Leaf, group: string): boolean =>
  leaf.benchmark !== undefined &&
  (leaf.benchmark.from === 'mean' || leaf.benchmark.from === 'best' || leaf.benchmark.from === 'quantile') &&
  leaf.benchmark.published?.has(group) !== true;

/** 净用地按宗地 — whether a leased floor counts depends on who holds the parcel. */
export const landDependsOnOthers = (scheme: Scheme): boolean => scheme.land?.net?.method === 'parcel';

/** First step: all but the rules that compare with others; gives the values those rules need. */
export function withoutOthers(scheme: Scheme, frozen: Frozen, group: string | null): Scheme {
  const changed = mapLeaves(scheme, (leaf) => frozenLeaf(leaf, frozen, group));
  if (scheme.land === undefined || !landDependsOnOthers(scheme)) return changed;
  const { net: _frozen, plotRatio: _too, ...land }: LandRule = scheme.land;
  const facts = new Map(
    [...scheme.facts].map(([id, rule]) => [id, landFacts.includes(id) ? { ...rule, merged: 'first' as const } : rule]),
  );
  return { ...changed, land, facts };
}

/** What the occupancy table gives; frozen as it came out for all members together, so it is not added up again. */
export const landFacts: readonly string[] = ['land_used', 'plot_ratio'];

/** Second step: the rules that compare with others become the points they give for the subject's own value. */
export function withOwnPoints(
  scheme: Scheme,
  of: { readonly frozen: Frozen; readonly group: string; readonly value: (leaf: string) => Measured },
): Scheme {
  return mapLeaves(scheme, (leaf) => {
    const rule = leaf.score.get(of.group);
    const statistic = of.frozen.statistics[leaf.id];
    if (!comparesWithOthers(rule) || statistic === undefined) return leaf;
    const weight = leaf.weight.get(of.group) ?? 0;
    const below = pointsAmongOthers({
      rule,
      statistic,
      weight,
      lower: leaf.better === 'lower',
      value: ruleValue(leaf, of.value(leaf.id)),
    });
    const points: ScoreRule = { by: 'bands', of: 'value', edge: 'in', bands: [], below };
    return { ...leaf, score: new Map([...leaf.score, [of.group, points]]) };
  });
}

/** 缺项按零计: the rule sees 0. */
export function ruleValue(leaf: Leaf, { value, absence }: Measured): number {
  const kinds = [leaf.absent.missing, leaf.absent.not_applicable, leaf.absent.not_reported, leaf.absent.not_computable];
  return absence !== 0 && kinds[absence - 1]?.do === 'as_zero' ? 0 : value;
}

/** Third step: the cut of every group gives this class, or none. */
export function withCutGiving(scheme: Scheme, grade: string | null): Scheme {
  const cutOf = (cut: Cut): Cut =>
    grade === null ? { by: 'none', cited: cut.cited } : { by: 'rules', rules: [], otherwise: grade, cited: cut.cited };
  const cuts = [...scheme.grades.cut].map(([group, cut]): [string, Cut] => [group, cutOf(cut)]);
  return { ...scheme, grades: { ...scheme.grades, cut: new Map(cuts) } };
}

function frozenLeaf(leaf: Leaf, frozen: Frozen, group: string | null): Leaf {
  const benchmark = frozen.benchmarks[leaf.id];
  const mean = frozen.meanScores[leaf.id];
  if (group === null || (benchmark === undefined && mean === undefined)) return leaf;
  const value: PerGroup<number> = new Map(typeof benchmark === 'number' ? [[group, benchmark]] : []);
  return {
    ...leaf,
    ...(benchmark === undefined || leaf.benchmark === undefined
      ? {}
      : { benchmark: { from: 'published', value, cited: leaf.benchmark.cited } }),
    ...(typeof mean === 'number' ? { absent: withMean(leaf.absent, mean) } : {}),
  };
}

function withMean(rule: AbsenceRule, points: number): AbsenceRule {
  const given = (action: AbsenceAction): AbsenceAction => (action.do === 'group_mean_score' ? { do: 'points', points } : action);
  return {
    missing: given(rule.missing),
    not_applicable: given(rule.not_applicable),
    not_reported: given(rule.not_reported),
    not_computable: given(rule.not_computable),
    cited: rule.cited,
  };
}

/** In the list of leaves and in the tree alike. */
function mapLeaves(scheme: Scheme, change: (leaf: Leaf) => Leaf): Scheme {
  const changed = new Map(scheme.leaves.map((leaf) => [leaf.id, change(leaf)]));
  const inTree = (indicator: Indicator): Indicator =>
    indicator.kind === 'leaf'
      ? (changed.get(indicator.id) ?? indicator)
      : { ...indicator, children: indicator.children.map(inTree) };
  return {
    ...scheme,
    leaves: scheme.leaves.map((leaf) => changed.get(leaf.id) ?? leaf),
    indicators: scheme.indicators.map(inTree),
  };
}
