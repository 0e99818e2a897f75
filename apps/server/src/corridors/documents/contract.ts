/** Routes of the document library. @source ALL-7 */
import { z } from 'zod';
import { fileAnswer, route } from '../../forms/route.js';
import { reviewKinds, standings } from './kinds.js';

const id = z.guid().describe('编号');
const day = z.iso.date().describe('日期');
const version = z.int().min(1).describe('版本');

const documentFields = {
  number: z.string().trim().max(80).describe('文号'),
  title: z.string().trim().min(1).max(200).describe('标题'),
  issuer: z.string().trim().max(100).describe('制发机关'),
  standing: z.enum(standings).describe('效力'),
  issuedOn: day.nullable().default(null).describe('印发日期'),
  effectiveFrom: day.nullable().default(null).describe('施行起'),
  effectiveUntil: day.nullable().default(null).describe('失效日（不含）'),
  supersededBy: id.nullable().default(null).describe('被哪份文件替代'),
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
export const reviewInput = z.strictObject(reviewFields);

const documentAnswer = z.strictObject({
  documentId: id,
  ...documentFields,
  valid: z.boolean(),
  standingWords: z.string(),
  clauses: z.int(),
  version,
});
export type DocumentAnswer = z.infer<typeof documentAnswer>;

export const documentPage = documentAnswer.omit({ clauses: true }).extend({
  clauses: z.array(clauseShape),
  reviews: z.array(z.strictObject({ reviewId: id, ...reviewFields })),
});

export const documentsQuery = z.strictObject({
  words: z.string().trim().max(80).optional().describe('文号、标题或条款中的字'),
  standing: z.enum(standings).optional().describe('效力'),
  on: day.optional().describe('按哪一天看效力'),
});

export const readDocuments = route({
  ...{ method: 'GET', path: '/documents', operation: 'readDocuments', summary: '政策文件库', may: 'documents.read' },
  query: documentsQuery,
  answer: z.strictObject({ items: z.array(documentAnswer) }),
});

export const exportDocuments = route({
  ...{ method: 'GET', path: '/documents/export', operation: 'exportDocuments', summary: '导出文件目录', may: 'documents.read' },
  query: documentsQuery,
  answer: fileAnswer,
  gives: 'file',
});

export const readDocument = route({
  ...{ method: 'GET', path: '/documents/:documentId', operation: 'readDocument', summary: '文件和条款', may: 'documents.read' },
  params: z.strictObject({ documentId: id }),
  answer: documentPage,
  refusals: ['documents.document_not_found'],
});

export const makeDocument = route({
  ...{ method: 'POST', path: '/documents', operation: 'makeDocument', summary: '登记文件', may: 'documents.edit' },
  body: documentInput.extend({ clauses: z.array(clauseShape).max(500).default([]).describe('条款') }),
  answer: z.strictObject({ documentId: id }),
  idempotent: true,
  refusals: ['documents.number_taken', 'documents.dates_reversed', 'documents.clause_twice', 'documents.document_not_found'],
});

export const editDocument = route({
  ...{ method: 'PUT', path: '/documents/:documentId', operation: 'editDocument', summary: '修改文件', may: 'documents.edit' },
  params: z.strictObject({ documentId: id }),
  body: documentInput.extend({ version }),
  answer: z.strictObject({ version }),
  refusals: [
    'documents.document_not_found',
    'documents.number_taken',
    'documents.dates_reversed',
    'documents.supersedes_itself',
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
  params: z.strictObject({ documentId: id }),
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
  params: z.strictObject({ documentId: id }),
  body: reviewInput,
  answer: z.strictObject({ reviewId: id }),
  idempotent: true,
  refusals: ['documents.document_not_found'],
});
