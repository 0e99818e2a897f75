/** 引用 — which tasks and rules of the office rest on a document: asked before it is made void or superseded. @source ALL-7 */
import { z } from 'zod';
import { route } from '../../forms/route.js';

const citation = z.strictObject({
  kind: z.enum(['task', 'land_rule']),
  id: z.uuid(),
  /** The task, or 2024 年用地口径. */
  title: z.string(),
  /** As it is written there. */
  clause: z.string(),
  /** Tasks that are done or cancelled rest on it no more. */
  ended: z.boolean(),
  /** Page of this system. */
  link: z.string(),
});
export type Citation = z.infer<typeof citation>;

export const listCitations = route({
  ...{ method: 'GET', path: '/documents/:documentId/citations', operation: 'listCitations', summary: '引用这份文件的任务和口径' },
  may: 'documents.read',
  params: z.strictObject({ documentId: z.guid() }),
  /** `total`: how many there are; at most 200 are listed, those not ended first. */
  answer: z.strictObject({ items: z.array(citation), total: z.int() }),
  refusals: ['documents.document_not_found'],
});
