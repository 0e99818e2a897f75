/** Routes of the audit ledger: for the audit administrator alone, and each use of them is in the ledger too. @source trust R9, R54 */
import { z } from 'zod';
import { fileAnswer, route } from '../../forms/route.js';
import { signedHead } from './signedHead.js';

const filter = {
  userId: z.uuid().optional(),
  action: z.string().max(200).optional(),
  outcome: z.enum(['done', 'denied', 'failed']).optional(),
  objectKind: z.string().max(200).optional(),
  objectId: z.string().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
};

/** `after`: the `next` of the page before. */
export const ledgerQuery = z.strictObject({
  ...filter,
  after: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type LedgerQuery = z.infer<typeof ledgerQuery>;

const ledgerRow = z.strictObject({
  seq: z.int(),
  auditId: z.uuid(),
  at: z.iso.datetime(),
  userId: z.uuid().nullable(),
  userName: z.string(),
  roles: z.array(z.string()),
  action: z.string(),
  title: z.string(),
  outcome: z.enum(['done', 'denied', 'failed']),
  objectKind: z.string(),
  objectId: z.string(),
  summary: z.string(),
  reason: z.string().nullable(),
  changeDigest: z.string(),
  ip: z.string(),
  requestId: z.string(),
  demonstration: z.boolean(),
  hash: z.string(),
});
export const ledgerPage = z.strictObject({ items: z.array(ledgerRow), next: z.string().nullable() });
export type LedgerPageAnswer = z.infer<typeof ledgerPage>;

export const readLedger = route({
  ...{ method: 'GET', path: '/audit/rows', operation: 'readAuditLedger', summary: '查看审计台账', may: 'office.audit' },
  query: ledgerQuery,
  answer: ledgerPage,
});

/** Newest first, at most 50 000 rows a file, which says so when there are more; `after` goes on below a row. */
export const exportQuery = z.strictObject({ ...filter, after: z.coerce.number().int().positive().optional() });

export const exportLedger = route({
  ...{ method: 'GET', path: '/audit/export', operation: 'exportAuditLedger', summary: '导出审计台账', may: 'office.audit' },
  query: exportQuery,
  answer: fileAnswer,
  gives: 'file',
});

/** Heads that somebody kept elsewhere: from a publication, or from an export. */
export const verifyBody = z.strictObject({ heads: z.array(signedHead).max(5000).default([]) });

export const verdict = z.strictObject({
  rows: z.int(),
  headsMet: z.int(),
  lastHash: z.string(),
  firstBad: z.strictObject({ seq: z.int(), kind: z.string(), words: z.string() }).nullable(),
});

export const verifyLedger = route({
  ...{
    method: 'POST',
    path: '/audit/verifications',
    operation: 'verifyAuditLedger',
    summary: '校验审计台账',
    may: 'office.audit',
  },
  body: verifyBody,
  answer: verdict,
  perMinute: 6,
});

export const signedHeads = z.strictObject({ publicKey: z.string(), items: z.array(signedHead) });

export const signLedger = route({
  ...{ method: 'POST', path: '/audit/heads', operation: 'signAuditHead', summary: '签出审计链头', may: 'office.audit' },
  answer: signedHeads,
});
