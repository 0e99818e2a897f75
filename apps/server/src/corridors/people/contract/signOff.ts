/** 会签的形式 — what a sheet to sign and a signature look like, for the contracts of the rooms. */
import { z } from 'zod';

export const signCount = z.strictObject({ what: z.string(), count: z.string(), unit: z.string() });
export const signDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, '请从签发单原样带回')
  .describe('签发单上的摘要');

/** 签发单 — as a page shows it before somebody signs. */
export const signSheet = z.strictObject({
  title: z.string(),
  counts: z.array(signCount),
  digest: signDigest,
  proposedBy: z.string().describe('提请人'),
  proposedAt: z.iso.datetime(),
  /** Whoever put it forward cannot sign it. */
  own: z.boolean(),
});
export type SignSheet = z.infer<typeof signSheet>;

export const signature = z.strictObject({
  ...{ digest: signDigest, counts: z.array(signCount), proposedBy: z.string(), proposedAt: z.iso.datetime() },
  ...{ signedBy: z.string(), signedAt: z.iso.datetime() },
});
export type Signature = z.infer<typeof signature>;

/** What a route that signs may answer besides its own. */
export const signRefusals = ['people.sign_nothing_open', 'people.sign_same_person', 'people.sign_changed_since'] as const;
