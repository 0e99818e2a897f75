/** Facts, lists, lookup tables, land and merging: what a scheme says of its data. */
import { z } from 'zod';
import { cited, formula, identifier, rounding } from './common.js';

export const confidentialities = ['open', 'internal', 'enterprise', 'tax', 'statistics', 'personal'] as const;

/** Under the official term. A catalogue entry is narrowed (unit, range); an unknown term is declared and needs id, type, unit. */
const fact = z.strictObject({
  id: identifier.optional(),
  type: z.enum(['number', 'text', 'date', 'flag']).optional(),
  unit: z.string().optional(),
  also: z.array(z.string()).optional(),
  from: z.string().optional(),
  confidential: z.enum(confidentialities).optional(),
  /** Allowed texts. */
  values: z.array(z.string()).optional(),
  /** [least, most] that look right; outside is a finding, never a change. */
  plausible: z.tuple([z.number(), z.number()]).optional(),
  /** A value outside becomes 算不出 with a finding. */
  must_be: z.enum(['positive', 'not_negative', 'any']).optional(),
  /** How members add up when enterprises are evaluated as one (S85). */
  merged: z.enum(['sum', 'first', 'most', 'least', 'mean']).optional(),
  /** A derived fact (S32). */
  formula: formula.optional(),
  round: rounding.optional(),
  ...cited,
});
export const facts = z.record(z.string().min(1), fact);
export type FactFile = z.infer<typeof fact>;

/** 指标项目录 — the shape of the fact catalogue, `catalog/facts.yaml`. */
export const catalogueShape = z.strictObject({ facts });
export type CatalogueFile = z.infer<typeof catalogueShape>;

/** Named lists: fixed codes that a text fact is tested against, or a dated membership list filed beside the facts (side table `lists`). */
export const lists = z.record(
  z.string(),
  z.union([
    z.strictObject({ id: identifier, entries: z.array(z.string()).min(1), match: z.enum(['exact', 'prefix']), ...cited }),
    z.strictObject({ id: identifier, dated: z.literal(true), ...cited }),
  ]),
);

/** Lookup tables: a text key to a number, e.g. benchmarks by industry. */
export const tables = z.record(
  z.string(),
  z.strictObject({
    id: identifier,
    unit: z.string(),
    rows: z.record(z.string(), z.number()),
    match: z.enum(['exact', 'longest_prefix']),
    ...cited,
  }),
);

const occupancyPart = z.enum(['add', 'subtract', 'ignore']);

export const land = z.strictObject({
  /** 亩的换算口径, R85. */
  mu: z.strictObject({ divisor: z.union([z.enum(['2000/3', '666.67', '667']), z.literal(667), z.literal(666.67)]) }),
  /** Rounding of land in 亩 before anything compares or divides by it. */
  round: rounding,
  /** 用地面积 from the occupancy table; without it the fact stands as delivered. */
  net: z
    .strictObject({
      /** S82 which area of a parcel counts. */
      basis: z.enum(['certificate', 'actual', 'supplied', 'larger_of_certificate_and_actual']),
      own: occupancyPart,
      leased_in: occupancyPart,
      leased_out: occupancyPart,
      collective: occupancyPart,
      by: z.enum(['months', 'days', 'reference_day']),
      /** S2: leased floor space counts as land by dividing by this many ㎡ per 亩, or does not count. */
      floor_space: z.union([z.literal('ignore'), z.strictObject({ per_mu: z.number().positive() })]),
      /** S83. */
      under_construction: z
        .strictObject({
          in_term: z.enum(['ignore', 'whole']),
          overdue_after_months: z.int().min(0),
          overdue: z.enum(['ignore', 'whole']),
        })
        .optional(),
      /** S82 超占: the part of the actual area beyond the certificate. */
      excess: z.enum(['ignore', 'add']),
      /** S84: all occupants of a parcel as one holder, or each by its own occupancy. */
      method: z.enum(['enterprise', 'parcel']),
      ...cited,
    })
    .optional(),
  /** S86 a parcel transferred within the data year takes its holder out with this status. */
  transferred: z.strictObject({ status: identifier, ...cited }).optional(),
  /** S81, S87: 用电量 from the meters table: own + from others − to others, shared meters by their split. */
  power: z.strictObject({ from: z.literal('meters'), ...cited }).optional(),
  /** S88: 容积率 with floors above this many metres counted this many times. */
  plot_ratio: z.strictObject({ tall_floor_over: z.number().positive(), counts: z.number().positive(), ...cited }).optional(),
  /** TZ-1: the sum of net land on a parcel against the parcel. */
  sum_check: z.enum(['parcel', 'none']),
  ...cited,
});

/** S85 合并评价: subjects with one value of this text fact are one subject; members get its grade. */
export const merge = z.strictObject({ by: z.string(), when: formula.optional(), ...cited });
