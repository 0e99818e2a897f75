/** 全局检索 — one box over all kinds: enterprises by name, former name, code, pinyin, account; parcels by number; documents by number or title. */
import { z } from 'zod';
import { route } from '../../forms/route.js';
import { statusKinds, subjectKinds } from '../../rooms/registry/kinds.js';

export const hitKinds = ['subject', 'parcel', 'document'] as const;

export const hit = z.strictObject({
  kind: z.enum(hitKinds),
  id: z.uuid(),
  title: z.string(),
  /** Code, holder, standing … */
  detail: z.string(),
  regionName: z.string().nullable(),
  /** Of subjects. */
  subjectKind: z.enum(subjectKinds).nullable(),
  status: z.enum(statusKinds).nullable(),
});
export type Hit = z.infer<typeof hit>;

export const search = route({
  method: 'GET',
  path: '/search',
  operation: 'search',
  summary: '全局检索',
  may: 'registry.read',
  query: z.strictObject({
    q: z.string().trim().min(2).max(60),
    kind: z.enum(hitKinds).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.strictObject({ items: z.array(hit) }),
});
