/** 依据文件 — the shape of source.yaml: documents with number, issuer, standing and dates, and their clauses by key. */
import { z } from 'zod';

/** 效力. `invented` marks a made-up basis for demonstrations; it reaches every output. */
export const standings = [
  'in_force',
  'extended',
  'trial',
  'draft',
  'expired',
  'superseded',
  'void',
  'interpretation',
  'notice',
  'invented',
  'unknown',
] as const;

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2022-07-01');
const clause = z.strictObject({
  /** Official place in the text: 第三条, 二(八), 附件2. */
  at: z.string().min(1),
  /** Short official wording; never the whole document. */
  text: z.string().max(600).optional(),
});

const document = z.strictObject({
  title: z.string().min(1),
  /** 文号. */
  number: z.string().optional(),
  issuer: z.string().min(1),
  standing: z.enum(standings),
  issued: isoDay.optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
  /** Where it can be read. */
  where: z.string().optional(),
  clauses: z.record(z.string().regex(/^[^\s#]+$/, '条款键不能有空格和 #'), clause),
});

export const sourceShape = z.strictObject({
  documents: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '文件键用小写英文字母、数字和连字符'), document),
});
export type SourceFile = z.infer<typeof sourceShape>;
