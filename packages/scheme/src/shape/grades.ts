/** Ranking, cuts and overrides: how totals become grades, and what stands above the cut. */
import { z } from 'zod';
import { cited, formula, gradeKey, identifier, share } from './common.js';

export const rank = z.strictObject({
  /** `group`, `pool` or text facts such as 县区 (S27). Empty = all together. */
  within: z.array(z.string()),
  /** Keys in order, `总分 desc`, `评价税收 desc` (S67); formulas over facts, indicators and 总分 are allowed. */
  by: z.array(z.string()).min(1),
  ties: z.enum(['min', 'dense', 'average', 'max']),
  /** Rank on the rounded total or on the full one. */
  on: z.enum(['rounded', 'full']),
  ...cited,
});

/** `rest` takes what the other shares leave. */
const shares = z.record(gradeKey, z.union([share, z.literal('rest')]));
const placesRounding = z.enum(['down', 'nearest', 'up']);

const cutByShare = z.strictObject({
  by: z.literal('share'),
  /** S66 the number that shares are taken of: graded subjects, without those off quota, or with these further statuses. */
  base: z.union([
    z.literal('graded'),
    z.literal('graded_without_off_quota'),
    z.strictObject({ graded_and: z.array(identifier) }),
  ]),
  shares,
  /** Each share by itself, or lines at the running sum (S63 “前20%、20–60%”). */
  count: z.enum(['each', 'cumulative']),
  round: z.union([placesRounding, z.record(gradeKey, placesRounding)]),
  /** S63: a place exactly on the line belongs to the better grade (in) or not (out). */
  edge: z.enum(['in', 'out']),
  ties_across_cut: z.enum(['better', 'worse', 'split']),
  /** A pool smaller than this is not cut by shares. */
  smallest: z
    .strictObject({
      size: z.int().min(1),
      // biome-ignore lint/suspicious/noThenProperty: a word of the scheme file, never a function
      then: z.union([z.literal('ungraded'), z.strictObject({ all: gradeKey })]),
    })
    .optional(),
  ...cited,
});

/** S69. Lines from best to worst; the last grade is `rest`. */
const cutByThreshold = z.strictObject({
  by: z.literal('threshold'),
  on: z.string(),
  better: z.enum(['higher', 'lower']),
  lines: z.record(gradeKey, z.union([z.number(), z.string()])),
  edge: z.enum(['in', 'out']),
  ...cited,
});

/** S68: the first so many by one key, then cut within both halves by other keys. Shares are of the whole pool. */
const cutInTwo = z.strictObject({
  by: z.literal('two_stage'),
  first: z.strictObject({ by: z.array(z.string()).min(1), share: share, round: placesRounding }),
  upper: z.strictObject({ by: z.array(z.string()).min(1), shares }),
  lower: z.strictObject({ by: z.array(z.string()).min(1), shares }),
  count: z.enum(['each', 'cumulative']),
  round: z.union([placesRounding, z.record(gradeKey, placesRounding)]),
  edge: z.enum(['in', 'out']),
  ties_across_cut: z.enum(['better', 'worse', 'split']),
  base: z.union([z.literal('graded'), z.literal('graded_without_off_quota')]),
  ...cited,
});

/** The first rule that holds gives the grade. */
const cutByRules = z.strictObject({
  by: z.literal('rules'),
  rules: z.array(z.strictObject({ grade: gradeKey, when: formula, ...cited })).min(1),
  otherwise: gradeKey,
  ...cited,
});
const noCut = z.strictObject({ by: z.literal('none'), ...cited });

export const cut = z.discriminatedUnion('by', [cutByShare, cutByThreshold, cutInTwo, cutByRules, noCut]);

export type CutFile = z.infer<typeof cut>;

export const grades = z.strictObject({
  /** Best first, S62. */
  classes: z.record(gradeKey, z.strictObject({ name: z.string(), label: z.string().optional() })),
  /** One cut, or one for each group or pool (S64) under `groups`. */
  cut: z.union([cut, z.strictObject({ groups: z.record(identifier, cut) })]),
  /** S65: checked on the result. */
  limits: z.record(gradeKey, z.strictObject({ least: share.optional(), most: share.optional() })).optional(),
  ...cited,
});

const effect = z.union([
  /** S70, S74. */
  z.strictObject({ direct: gradeKey }),
  /** S72, S73: these grades are barred; the nearest better one is taken, for barred best grades the nearest worse. */
  z.strictObject({ not: z.array(gradeKey).min(1) }),
  /** S75, S76. */
  z.strictObject({ up: z.int().min(1), not_above: gradeKey.optional() }),
  z.strictObject({ down: z.int().min(1), not_below: gradeKey.optional() }),
  /** S78: takes the grade of the subject whose id stands in this text fact. */
  z.strictObject({ follow: z.string() }),
  /** S79: subjects with one value of this text fact share a grade. */
  z.strictObject({ share: z.string(), grade: z.enum(['best', 'worst', 'of_largest']), largest_by: z.string().optional() }),
]);

const override = z.strictObject({
  id: identifier,
  name: z.string(),
  when: formula,
  effect,
  /** Needed for direct and not: does it take a place of the quota (S71)? */
  off_quota: z.boolean().optional(),
  at: z.enum(['before_cut', 'after_cut']),
  /** This rule yields to these (S73). */
  unless: z.array(identifier).optional(),
  groups: z.array(identifier).optional(),
  ...cited,
});

export type OverrideFile = z.infer<typeof override>;

export const overrides = z.strictObject({
  /** When two direct rules hold: the first or the last of the list decides. */
  order: z.enum(['first_wins', 'last_wins']),
  /** The place that a moved subject leaves: stays empty, or the line is cut anew. */
  vacated: z.enum(['leave', 'refill']),
  rules: z.array(override).min(1, '至少 1 项；没有调档规则就删去 overrides'),
});
