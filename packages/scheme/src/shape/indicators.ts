/** Indicators, benchmarks, scores and absence: how a value becomes points. */
import { z } from 'zod';
import { cited, formula, identifier, limit, perGroup, rounding, share } from './common.js';

/** What happens to an indicator whose value is absent. */
const absenceAction = z.union([
  /** 待补数据: the subject cannot be graded until the fact comes. */
  z.literal('pending'),
  z.literal('no_points'),
  z.literal('full_points'),
  /** S50. */
  z.literal('group_mean_score'),
  /** The item drops out and the others are scaled so that full marks stay the same. */
  z.literal('reweigh'),
  /** The value counts as 0. */
  z.literal('as_zero'),
  z.strictObject({ points: z.number() }),
  z.strictObject({ share: share }),
]);
export const absence = z.union([
  absenceAction,
  z.strictObject({
    missing: absenceAction,
    not_applicable: absenceAction,
    not_reported: absenceAction,
    not_computable: absenceAction,
    ...cited,
  }),
]);

const benchmarkOver = {
  of: z.enum(['this_year', 'last_year']),
  /** Whose values: the ranking pool, the group, or all that are computed. */
  within: z.enum(['pool', 'group', 'all']),
  times: z.number().positive().optional(),
  round: rounding.optional(),
  /** The figure that was published for it; then nothing is computed from data. */
  published: perGroup(z.number()).optional(),
};
const benchmarkFrom = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('published'), value: perGroup(z.number()), ...cited }),
  z.strictObject({ from: z.literal('mean'), kind: z.enum(['of_values', 'of_sums']), ...benchmarkOver, ...cited }),
  z.strictObject({ from: z.literal('best'), ...benchmarkOver, ...cited }),
  z.strictObject({ from: z.literal('quantile'), at: share, type: z.enum(['R1', 'R6', 'R7']), ...benchmarkOver, ...cited }),
  /** S39: by a text fact, from a lookup table. */
  z.strictObject({
    from: z.literal('table'),
    table: z.string(),
    by: z.string(),
    otherwise: z.union([z.number(), z.literal('not_computable')]),
    ...cited,
  }),
  z.strictObject({ from: z.literal('formula'), formula, ...cited }),
]);
/** A number, a number for each group, or how it is found. */
const benchmark = z.union([z.number(), benchmarkFrom, z.record(identifier, z.number())]);
export type BenchmarkFile = z.infer<typeof benchmark>;

const allEqual = z.enum(['full', 'half', 'least']);

/** How a value becomes points. w = weight in points, v = value, b = benchmark. */
export const scoreRule = z.discriminatedUnion('by', [
  /** w·v/b; lower is better: w·b/v. */
  z.strictObject({ by: z.literal('ratio') }),
  /** w·(f+(1−f)·(v−min)/(max−min)) over the pool's values, S42. */
  z.strictObject({ by: z.literal('minmax'), least_share: share, all_equal: allEqual }),
  /** The same between frozen goalposts, clamped or not; S40 with base and target. */
  z.strictObject({
    by: z.literal('goalposts'),
    low: perGroup(z.number()),
    high: perGroup(z.number()),
    least_share: share,
    clamp: z.boolean(),
  }),
  /** w·(2−v/b), S43. */
  z.strictObject({ by: z.literal('inverse') }),
  /** w·(centre + per_sd·(v−mean)/sd). */
  z.strictObject({ by: z.literal('zscore'), sd: z.enum(['n', 'n-1']), centre: share, per_sd: share, all_equal: allEqual }),
  /** S44: by_place w·(n−r+1)/n; to_zero w·(n−r)/(n−1); by_value w·v/vmax. */
  z.strictObject({
    by: z.literal('rank'),
    falls: z.enum(['by_place', 'to_zero', 'by_value']),
    ties: z.enum(['min', 'dense', 'average', 'max']),
    single: z.enum(['full', 'none']),
  }),
  /** w·percent rank: inclusive (less)/(n−1), exclusive less+1/(n+1), midpoint (less+½equal)/n. */
  z.strictObject({
    by: z.literal('percentile'),
    kind: z.enum(['inclusive', 'exclusive', 'midpoint']),
    single: z.enum(['full', 'none']),
  }),
  /** w·max(0, 1−|v−b|/span). */
  z.strictObject({ by: z.literal('distance'), span: perGroup(z.number().positive()) }),
  /** S46: base share of w at value `at`; each further whole `every` ± `points`; at most `most` share of w, at least `least`. */
  z.strictObject({
    by: z.literal('steps'),
    at: z.number(),
    base: share,
    every: z.number().positive(),
    points: z.number(),
    most: share,
    least: share,
  }),
  /** First band whose line the value reaches. `of` value or value÷benchmark. Bands from high to low. */
  z.strictObject({
    by: z.literal('bands'),
    of: z.enum(['value', 'ratio']),
    edge: z.enum(['in', 'out']),
    bands: z.array(z.strictObject({ from: z.number(), points: z.number() })).min(1),
    below: z.number(),
  }),
  /** S45: v × points. */
  z.strictObject({ by: z.literal('count'), points_each: z.number() }),
  /** S47: the value is the points; above the weight is a finding. */
  z.strictObject({ by: z.literal('marks') }),
  /** S30: the raw value is the score. */
  z.strictObject({ by: z.literal('raw') }),
  /** Names 值 基准 权重 besides the facts. */
  z.strictObject({ by: z.literal('formula'), points: formula }),
]);

export type ScoreRuleFile = z.infer<typeof scoreRule>;
export type AbsenceFile = z.infer<typeof absence>;
export type AbsenceActionFile = z.infer<typeof absenceAction>;

/** For all indicators that do not say otherwise. */
export const score = z.strictObject({
  rule: scoreRule,
  cap: limit,
  floor: limit,
  round: rounding,
  value_round: rounding,
  ...cited,
});

const leaf = {
  formula: formula.optional(),
  unit: z.string().optional(),
  /** Unit as the document prints it when that looks wrong (the checker warns). */
  printed_unit: z.string().optional(),
  better: z.enum(['higher', 'lower']).optional(),
  value_round: rounding.optional(),
  benchmark: benchmark.optional(),
  score: perGroup(scoreRule).optional(),
  cap: limit.optional(),
  floor: limit.optional(),
  round: rounding.optional(),
  absent: absence.optional(),
  /** S51: a value of zero or less. */
  nonpositive: z.union([z.literal('as_computed'), z.literal('no_points'), z.strictObject({ points: z.number() })]).optional(),
  /** Department that determines it. */
  by: z.string().optional(),
  /** Decimals on screen; numbers stay whole. */
  show: z.int().min(0).max(8).optional(),
};

export interface IndicatorFile {
  id: string;
  name: string;
  weight: number | Record<string, number>;
  clause?: string | string[] | undefined;
  assumed?: string | undefined;
  children?: IndicatorFile[] | undefined;
  aggregate?: 'sum' | 'weighted_mean' | 'geometric' | undefined;
  choose?: { least: number; most: number } | undefined;
  formula?: string | undefined;
  unit?: string | undefined;
  printed_unit?: string | undefined;
  better?: 'higher' | 'lower' | undefined;
  value_round?: z.infer<typeof rounding> | undefined;
  benchmark?: z.infer<typeof benchmark> | undefined;
  score?: z.infer<typeof scoreRule> | Record<string, z.infer<typeof scoreRule>> | undefined;
  cap?: z.infer<typeof limit> | undefined;
  floor?: z.infer<typeof limit> | undefined;
  round?: z.infer<typeof rounding> | undefined;
  absent?: z.infer<typeof absence> | undefined;
  nonpositive?: 'as_computed' | 'no_points' | { points: number } | undefined;
  by?: string | undefined;
  show?: number | undefined;
}

/** A leaf has formula and unit; a branch has children and says how they add up (S28, S29 `choose`). */
export const indicator: z.ZodType<IndicatorFile> = z.strictObject({
  id: identifier,
  name: z.string(),
  weight: perGroup(z.number().min(0)),
  ...leaf,
  aggregate: z.enum(['sum', 'weighted_mean', 'geometric']).optional(),
  choose: z.strictObject({ least: z.int(), most: z.int() }).optional(),
  get children() {
    return z.array(indicator).min(1).optional();
  },
  ...cited,
}) as z.ZodType<IndicatorFile>;
