/** Routes of a document's originals and its e-seals. @source ALL-7, trust R36, R46 */
import { z } from 'zod';
import { fileAnswer, route } from '../../../forms/route.js';
import { uploadRefusals } from '../../files/contract.js';
import { fileRoles } from '../kinds.js';
import { id, one } from './library.js';

const ofFile = one.extend({ fileId: id });
const ofSeal = one.extend({ sealId: id });

export const addDocumentFile = route({
  ...{
    method: 'POST',
    path: '/documents/:documentId/files',
    operation: 'addDocumentFile',
    summary: '存入文件原件',
    may: 'documents.edit',
  },
  takes: 'file',
  params: one,
  query: z.strictObject({ role: z.enum(fileRoles).default('official').describe('属于') }),
  answer: z.strictObject({ fileId: id, name: z.string(), sizeBytes: z.int(), sha256: z.string() }),
  idempotent: true,
  refusals: ['documents.document_not_found', 'documents.file_twice', ...uploadRefusals],
});

export const downloadDocumentFile = route({
  ...{
    method: 'GET',
    path: '/documents/:documentId/files/:fileId',
    operation: 'downloadDocumentFile',
    summary: '下载文件原件',
    may: 'documents.read',
  },
  params: ofFile,
  answer: fileAnswer,
  gives: 'file',
  refusals: ['files.not_found', 'files.damaged'],
});

export const removeDocumentFile = route({
  ...{
    method: 'DELETE',
    path: '/documents/:documentId/files/:fileId',
    operation: 'removeDocumentFile',
    summary: '撤下文件原件',
    may: 'documents.edit',
  },
  params: ofFile,
  answer: z.strictObject({}),
  refusals: ['documents.document_not_found', 'files.not_found', 'documents.file_sealed'],
});

export const requestSeal = route({
  ...{
    method: 'POST',
    path: '/documents/:documentId/seals',
    operation: 'requestSeal',
    summary: '申请电子签章',
    may: 'documents.seal',
  },
  params: one,
  body: z.strictObject({ fileId: id.describe('盖在哪个原件上'), sealNumber: z.string().max(60).describe('印章') }),
  answer: z.strictObject({ jobId: id }),
  idempotent: true,
  refusals: [
    'documents.document_not_found',
    'documents.seal_forbidden',
    'documents.seal_not_set_up',
    'documents.seal_set_up_wrong',
    'documents.seal_unknown',
    'documents.seal_wrong_file',
    'documents.seal_draft',
    'files.not_found',
  ],
});

const verdict = z.strictObject({
  holds: z.boolean(),
  /** What was found, and what to do. */
  words: z.string(),
  /** Of the bytes that were looked at. */
  sha256: z.string(),
  sealName: z.string(),
  sealedAt: z.iso.datetime(),
  algorithm: z.string(),
});
export type Verdict = z.infer<typeof verdict>;

export const verifySeal = route({
  ...{
    method: 'GET',
    path: '/documents/:documentId/seals/:sealId/verification',
    operation: 'verifySeal',
    summary: '验证留存的盖章件',
    may: 'documents.read',
  },
  params: ofSeal,
  answer: verdict,
  refusals: ['documents.seal_not_found'],
});

export const verifyCopy = route({
  ...{
    method: 'POST',
    path: '/documents/:documentId/seals/:sealId/verification',
    operation: 'verifyCopy',
    summary: '验证来件',
    may: 'documents.read',
  },
  takes: 'file',
  params: ofSeal,
  answer: verdict,
  refusals: ['documents.seal_not_found'],
});
