/**
 * 评价办法 — the shape of a scheme file (YAML, language 1). This zod schema is the only definition of the shape: the reader
 * validates with it, the JSON Schema for editors is printed from it. What a field means is said in docs/reference/scheme.md.
 */
import { z } from 'zod';
import { cited, formula, gradeKey, identifier, perGroup, rounding, share } from './common.js';
import { facts, land, lists, merge, tables } from './facts.js';
import { grades, overrides, rank } from './grades.js';
import { absence, indicator, score } from './indicators.js';

export const subjectKinds = ['enterprise', 'workshop', 'park', 'small_park', 'town', 'department', 'county'] as const;

/** 评价状态 — a kind of standing beside “graded”. */
const status = z.strictObject({
  name: z.string(),
  /** Scores are computed and shown. */
  computed: z.boolean(),
  /** Stands in the ranking. */
  ranked: z.boolean(),
  /** Gets a grade from the cut. */
  graded: z.boolean(),
  /** 按某类管理: policies treat it as this grade. */
  treated_as: gradeKey.optional(),
  ...cited,
});

const exception = z.strictObject({ id: identifier, when: formula, status: identifier, reason: z.string(), ...cited });

const who = z.strictObject({
  include: formula,
  /** What an enterprise is whose inclusion cannot be decided because a fact is absent. */
  undetermined: z.enum(['pending', 'out', 'in']),
  /** In this order; the first that holds decides. */
  except: z.array(exception).optional(),
  ...cited,
});

const group = z.strictObject({
  name: z.string(),
  when: formula, // or the word `otherwise`
  /** Groups with one pool name are ranked and cut together. */
  pool: identifier.optional(),
  ...cited,
});

const bonusItem = z.strictObject({
  id: identifier,
  name: z.string(),
  /** 同类只取最高: items of one kind, only the best counts. */
  kind: z.string().optional(),
  when: formula.optional(),
  /** Exactly one of points, titles, events. */
  points: z.union([z.number(), formula]).optional(),
  titles: z
    .strictObject({
      names: z.array(z.string()).min(1),
      levels: z.record(z.string(), z.number()),
      take: z.enum(['best', 'sum']),
      /** Valid on the reference day, or held at any time of the data year. */
      valid: z.enum(['on_reference_day', 'in_data_year', 'new_in_data_year']),
    })
    .optional(),
  events: z.strictObject({ where: formula, first: z.number(), further: z.number() }).optional(),
  most: z.number().optional(),
  least: z.number().optional(),
  groups: z.array(identifier).optional(),
  ...cited,
});

const bonus = z.strictObject({
  /** Limits of the sum of all items. */
  most: z.union([z.number(), z.literal('none')]),
  least: z.union([z.number(), z.literal('none')]),
  absent: z.enum(['no_points', 'pending']),
  items: z.array(bonusItem).min(1, '至少 1 项；没有加减分就删去 bonus'),
  ...cited,
});

const total = z.strictObject({
  by: z.enum(['sum', 'weighted_mean', 'geometric']),
  /** The points a perfect indicator score makes, for weighted_mean and geometric; for sum it is the sum of the weights. */
  full: z.number().positive().optional(),
  /** Multiplies the indicator part before bonus. */
  factor: formula.optional(),
  least: z.union([z.number(), z.literal('none')]),
  most: z.union([z.number(), z.literal('none')]),
  round: rounding,
  ...cited,
});

const robustness = z.strictObject({
  weights: share,
  facts: z.record(z.string(), share).optional(),
  draws: z.int().min(10).max(100_000),
});

/** 办法标识. */
export const schemeId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{1,63}$/,
    '由小写字母、数字、连字符组成的标识（2 至 64 个字符，以字母或数字开头），例如 our-city-2024',
  );

export const isSchemeId = (text: string): boolean => schemeId.safeParse(text).success;

export const schemeShape = z.strictObject({
  language: z.literal(1),
  id: schemeId,
  title: z.string(),
  place: z.strictObject({ region: z.string(), name: z.string(), work: z.string(), office: z.string() }),
  /** File beside this one with the documents and clauses. */
  source: z.string(),
  subject: z.strictObject({ kind: z.enum(subjectKinds), noun: z.string(), measure: z.string() }),
  /** 数据年度, 实施年度, 政策执行期. */
  years: z.strictObject({
    data: z.union([z.int().min(1990).max(2100), z.literal('any')]),
    work: z.int().optional(),
    policy: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  }),
  /** 基准日 `MM-DD` of the data year: years since, validity and membership are asked on this day. */
  reference_day: z.string().regex(/^\d\d-\d\d$/, '写成 MM-DD，例如 12-31'),
  /** S18 试评价: the result is for reference. */
  trial: z.string().optional(),
  facts: facts.optional(),
  lists: lists.optional(),
  tables: tables.optional(),
  land: land.optional(),
  merge: merge.optional(),
  statuses: z.record(identifier, status).optional(),
  who,
  groups: z.record(identifier, group),
  indicators: z.array(indicator).min(1),
  score: score.optional(),
  absent: absence.optional(),
  bonus: bonus.optional(),
  total,
  rank,
  grades,
  overrides: overrides.optional(),
  robustness: robustness.optional(),
  /** Facts that are collected and shown but used by no rule. */
  also_collect: z.array(z.string()).optional(),
  notes: z.array(z.string()).optional(),
});

export type GroupFile = z.infer<typeof group>;
export type BonusItemFile = z.infer<typeof bonusItem>;
export type SchemeFile = z.infer<typeof schemeShape>;
export { perGroup };
