/** 企业页 — everything known of one enterprise on one page; each room adds its part as it comes. Today: the register and its time line. */
import { z } from 'zod';
import { route } from '../../forms/route.js';
import { historyEntry, subjectPage } from '../../rooms/registry/contract.js';

export const timeLineEntry = z.strictObject({
  on: z.string().describe('日期，或变更的时刻'),
  kind: z.enum(['life', 'land', 'title', 'status', 'change']),
  words: z.string(),
  actionId: z.uuid().nullable(),
  undoable: z.boolean().describe('可撤销的合并、拆分'),
});

export const enterprisePage = z.strictObject({
  registry: subjectPage,
  timeLine: z.array(timeLineEntry),
  /** The latest changes with before and after. */
  latest: z.array(historyEntry),
});
export type EnterprisePage = z.infer<typeof enterprisePage>;

export const getEnterprisePage = route({
  method: 'GET',
  path: '/enterprise-pages/:subjectId',
  operation: 'getEnterprisePage',
  summary: '企业页',
  may: 'registry.read',
  params: z.strictObject({ subjectId: z.uuid() }),
  answer: enterprisePage,
  refusals: ['door.not_found'],
});
