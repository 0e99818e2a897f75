/** 待办 — what is mine by deadline, then what changed since I was here last: one question, one answer. @source ui.md 2 */
import { z } from 'zod';
import { route } from '../../forms/route.js';

export const matterKinds = [
  ...(['duty', 'stage', 'task', 'task_to_close', 'sign', 'claim', 'move', 'correction', 'import', 'check', 'duplicate'] as const),
  ...(['document', 'outgoing'] as const),
] as const;
export type MatterKind = (typeof matterKinds)[number];

export const matter = z.strictObject({
  /** The same matter has the same key tomorrow. */
  key: z.string(),
  kind: z.enum(matterKinds),
  title: z.string(),
  note: z.string(),
  /** Last day that is still in time; null: no deadline. */
  lastDay: z.iso.date().nullable(),
  daysLate: z.int(),
  /** 去认领 */
  verb: z.string(),
  /** A path inside this system. */
  link: z.string(),
});
export type Matter = z.infer<typeof matter>;

export const changeGroup = z.strictObject({
  title: z.string(),
  count: z.int(),
  at: z.iso.datetime().describe('最近一次'),
  /** Of the latest. */
  summary: z.string(),
  names: z.array(z.string()).describe('由谁'),
  link: z.string().nullable(),
});
export type ChangeGroup = z.infer<typeof changeGroup>;

export const readTodo = route({
  ...{ method: 'GET', path: '/todo', operation: 'readTodo', summary: '待办', may: 'signed_in' },
  answer: z.strictObject({
    items: z.array(matter),
    /** Matters beyond those listed, by kind: they stand on the page of the kind. */
    more: z.array(z.strictObject({ kind: z.enum(matterKinds), count: z.int(), link: z.string() })),
    /** Null at the first visit. */
    since: z.iso.datetime().nullable(),
    changes: z.array(changeGroup),
    /** Tell `noteVisit` that somebody looked. */
    visitDue: z.boolean(),
  }),
});
