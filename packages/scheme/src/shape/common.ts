/** The small words of the scheme file that many rules share: citation, share, rounding, per-group values. Read `shape/scheme.ts` first. */
import { z } from 'zod';

/** `document-key#clause-key`, both defined in the scheme's source.yaml. */
export const clauseReference = z.string().regex(/^[a-z0-9][a-z0-9-]*#[^\s#]+$/, '写成 文件键#条款键，例如 notice-2022#scope');

/** Every rule says where it stands, or why it is assumed. `check` refuses a rule with neither. */
export const cited = {
  clause: z.union([clauseReference, z.array(clauseReference).min(1)]).optional(),
  assumed: z.string().min(2).optional(),
};

export interface CitedFile {
  readonly clause?: string | string[] | undefined;
  readonly assumed?: string | undefined;
}

/** A share written `20%` or `33.3%`: kept exact. */
export const share = z
  .string({ error: ({ input }) => `写成百分数，例如 ${typeof input === 'number' ? percentOf(input) : '20%'}` })
  .regex(/^-?\d{1,4}(\.\d{1,6})?%$/, '写成百分数，例如 20%');
/** 20 and 0.2 were both meant as 20%. */
const percentOf = (given: number): string => `${Number((Math.abs(given) < 1 ? given * 100 : given).toPrecision(12))}%`;

export const rounding = z.union(
  [z.literal('none'), z.strictObject({ to: z.int().min(0).max(12), by: z.enum(['excel', 'gbt8170', 'up', 'down']) })],
  '写成 none 或 { to: 2, by: excel }',
);
export const formula = z.string().min(1);
export const identifier = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, '用小写英文字母、数字和下划线，以字母开头');
/** A grade's letter: A, B, C, D, A+, C-, 甲, 1 … */
export const gradeKey = z.string().min(1).max(8);

/** One value for all groups, or one for each group that has it. */
export const perGroup = <T extends z.ZodType>(value: T) => z.union([value, z.record(identifier, value)]);

/** A limit in points or as a multiple of the weight. */
export const limit = z.union(
  [z.literal('none'), z.strictObject({ points: z.number() }), z.strictObject({ times_weight: z.number() })],
  '写成 none、{ points: 45 } 或 { times_weight: 1.5 }',
);
