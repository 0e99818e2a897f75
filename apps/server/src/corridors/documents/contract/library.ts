/** Routes of the document library. @source ALL-7 */
import { z } from 'zod';
import { fileAnswer, route } from '../../../forms/route.js';
import { dayStates, documentKinds, fileRoles, reviewKinds, standings } from '../kinds.js';

export const id = z.guid().describe('编号');
export const day = z.iso.date().describe('日期');
const version = z.int().min(1).describe('版本');

const documentFields = {
  number: z.string().trim().max(80).describe('文号'),
  title: z.string().trim().min(1).max(200).describe('标题'),
  issuer: z.string().trim().max(100).describe('制发机关'),
  kind: z.enum(documentKinds).default('other').describe('种类'),
  standing: z.enum(standings).describe('效力'),
  issuedOn: day.nullable().default(null).describe('印发日期'),
  effectiveFrom: day.nullable().default(null).describe('施行起'),
  effectiveUntil: day.nullable().default(null).describe('失效日（不含）'),
  supersededBy: id.nullable().default(null).describe('被哪份文件替代'),
  reviewDueOn: day.nullable().default(null).describe('复审期限'),
  source: z.string().trim().max(500).default('').describe('出处'),
  note: z.string().trim().max(1000).default('').describe('备注'),
};
export const documentInput = z.strictObject(documentFields);
export type DocumentInput = z.infer<typeof documentInput>;

export const clauseShape = z.strictObject({
  path: z.string().trim().min(1).max(40).describe('条款号'),
  text: z.string().trim().min(1).max(4000).describe('条款原文'),
});
const reviewFields = {
  kind: z.enum(reviewKinds).describe('审查类别'),
  reviewedOn: day.describe('审查日期'),
  reviewer: z.string().trim().min(1).max(100).describe('审查单位'),
  conclusion: z.string().trim().min(1).max(1000).describe('结论'),
};
export const reviewInput = z.strictObject({
  ...reviewFields,
  nextDueOn: day.nullable().optional().describe('下次复审期限'),
});

const documentAnswer = z.strictObject({
  documentId: id,
  ...documentFields,
  /** On the day asked for. */
  state: z.enum(dayStates),
  valid: z.boolean(),
  standingWords: z.string(),
  /** 复审逾期 on that day. */
  reviewOverdue: z.boolean(),
  clauses: z.int(),
  files: z.int(),
  version,
});
export type DocumentAnswer = z.infer<typeof documentAnswer>;

const related = z.strictObject({ documentId: id, number: z.string(), title: z.string(), effectiveFrom: day.nullable() });
const keptFile = z.strictObject({
  fileId: id,
  role: z.enum(fileRoles),
  name: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  addedByName: z.string(),
  addedAt: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  damaged: z.boolean(),
  /** A seal may be asked for. */
  sealable: z.boolean(),
});
const sealAnswer = z.strictObject({
  sealId: id,
  fileId: id,
  sealedFileId: id,
  sealedFileName: z.string(),
  sha256: z.string(),
  sealName: z.string(),
  algorithm: z.string(),
  keyFingerprint: z.string(),
  sealedByName: z.string(),
  sealedAt: z.iso.datetime(),
});
/** 电子签章 — which seals this office may use here, or why none is offered. */
const sealing = z.strictObject({
  seals: z.array(z.strictObject({ number: z.string(), name: z.string() })),
  whyNot: z.string().nullable(),
});

export const documentPage = documentAnswer.omit({ clauses: true, files: true }).extend({
  on: day.describe('效力按这一天'),
  clauses: z.array(clauseShape),
  reviews: z.array(z.strictObject({ reviewId: id, ...reviewFields })),
  successor: related.nullable(),
  predecessors: z.array(related),
  files: z.array(keptFile),
  seals: z.array(sealAnswer),
  sealing,
});
export type DocumentPage = z.infer<typeof documentPage>;

export const sortKeys = ['issuedOn', 'number', 'title', 'issuer', 'kind', 'state', 'effectiveUntil', 'reviewDueOn'] as const;
export type SortKey = (typeof sortKeys)[number];
export const sorts = sortKeys.flatMap((key) => [key, `-${key}`] as const);

const choice = z.strictObject({
  words: z.string().trim().max(80).optional().describe('文号、标题、机关或条款中的字'),
  kind: z.enum(documentKinds).optional().describe('种类'),
  standing: z.enum(standings).optional().describe('登记的效力'),
  state: z.enum(dayStates).optional().describe('那一天的效力'),
  due: z.enum(['true']).optional().describe('只看复审逾期'),
  on: day.optional().describe('按哪一天看效力'),
  sort: z.enum(sorts).default('-issuedOn').describe('排序'),
});
export type DocumentsChoice = z.infer<typeof choice>;

export const readDocuments = route({
  ...{ method: 'GET', path: '/documents', operation: 'readDocuments', summary: '政策文件库', may: 'documents.read' },
  query: choice.extend({ limit: z.coerce.number().int().min(1).max(2000).default(2000).describe('至多几份') }),
  /** `total`: how many there are; what is beyond the limit is not listed. */
  answer: z.strictObject({ on: day.describe('效力按这一天'), items: z.array(documentAnswer), total: z.int() }),
});

/** 所引文件 — a document that a basis names, and whether it may be relied on on the day. */
export const citedShape = z.strictObject({
  documentId: id,
  number: z.string(),
  title: z.string(),
  state: z.enum(dayStates),
  valid: z.boolean(),
  standingWords: z.string(),
});
export type Cited = z.infer<typeof citedShape>;

export const findCited = route({
  ...{ method: 'GET', path: '/documents/cited', operation: 'findCited', summary: '依据所引的文件', may: 'documents.read' },
  query: z.strictObject({
    words: z.string().trim().min(1).max(500).describe('依据，如“某发〔2022〕1号 三.1”'),
    on: day.optional().describe('按哪一天看效力'),
  }),
  answer: z.strictObject({ on: day.describe('效力按这一天'), items: z.array(citedShape) }),
});

export const exportDocuments = route({
  ...{ method: 'GET', path: '/documents/export', operation: 'exportDocuments', summary: '导出文件目录', may: 'documents.read' },
  query: choice,
  answer: fileAnswer,
  gives: 'file',
});

export const one = z.strictObject({ documentId: id });

export const readDocument = route({
  ...{ method: 'GET', path: '/documents/:documentId', operation: 'readDocument', summary: '文件和条款', may: 'documents.read' },
  params: one,
  query: z.strictObject({ on: day.optional().describe('按哪一天看效力') }),
  answer: documentPage,
  refusals: ['documents.document_not_found'],
});

export const makeDocument = route({
  ...{ method: 'POST', path: '/documents', operation: 'makeDocument', summary: '登记文件', may: 'documents.edit' },
  body: documentInput.extend({ clauses: z.array(clauseShape).max(500).default([]).describe('条款') }),
  answer: z.strictObject({ documentId: id }),
  idempotent: true,
  refusals: ['documents.number_taken', 'documents.dates_reversed', 'documents.clause_twice', 'documents.successor_not_found'],
});

export const editDocument = route({
  ...{ method: 'PUT', path: '/documents/:documentId', operation: 'editDocument', summary: '修改文件', may: 'documents.edit' },
  params: one,
  body: documentInput.extend({ version }),
  answer: z.strictObject({ version }),
  refusals: [
    'documents.document_not_found',
    'documents.number_taken',
    'documents.dates_reversed',
    'documents.successor_not_found',
    'documents.supersedes_itself',
    'documents.supersedes_in_circle',
    'door.version_differs',
  ],
});

export const setClauses = route({
  ...{
    method: 'PUT',
    path: '/documents/:documentId/clauses',
    operation: 'setClauses',
    summary: '录入条款',
    may: 'documents.edit',
  },
  params: one,
  body: z.strictObject({ version, clauses: z.array(clauseShape).max(500).describe('条款') }),
  answer: z.strictObject({ version }),
  refusals: ['documents.document_not_found', 'documents.clause_twice', 'door.version_differs'],
});

export const addReview = route({
  ...{
    method: 'POST',
    path: '/documents/:documentId/reviews',
    operation: 'addReview',
    summary: '登记审查',
    may: 'documents.edit',
  },
  params: one,
  body: reviewInput,
  answer: z.strictObject({ reviewId: id }),
  idempotent: true,
  refusals: ['documents.document_not_found', 'documents.review_due_reversed', 'door.version_differs'],
});
