/** Routes of files: sending one, one's own files, taking one back. What rooms attach is opened by the rooms. */
import { z } from 'zod';
import { fileAnswer, route } from '../../forms/route.js';
import { filePurposes } from './kinds.js';

export const keptFile = z.strictObject({
  fileId: z.uuid(),
  sha256: z.string(),
  sizeBytes: z.int(),
  name: z.string(),
  kind: z.string(),
  purpose: z.enum(filePurposes),
  uploadedAt: z.iso.datetime(),
  /** Its bytes are no longer those that were received. */
  damaged: z.boolean(),
});
export type KeptFileAnswer = z.infer<typeof keptFile>;

const takes = ['empty', 'too_large', 'kind_not_taken', 'kind_unknown', 'name_lies', 'broken', 'encrypted', 'with_macros'];
const more = [
  'with_files_inside',
  'of_two_kinds',
  'archive_unsafe',
  'image_too_large',
  'infected',
  'scan_failed',
  'quota_person',
  'quota_office',
];

export const uploadFile = route({
  ...{ method: 'POST', path: '/files', operation: 'uploadFile', summary: '上传文件', may: 'files.upload', takes: 'file' },
  query: z.strictObject({ purpose: z.enum(filePurposes) }),
  answer: keptFile,
  refusals: [...takes, ...more].map((code) => `files.${code}`),
});

export const listMyFiles = route({
  ...{ method: 'GET', path: '/files', operation: 'listMyFiles', summary: '我上传的文件', may: 'files.upload' },
  query: z.strictObject({ after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.strictObject({ items: z.array(keptFile), next: z.string().nullable() }),
});

const one = z.strictObject({ fileId: z.uuid() });

export const downloadMyFile = route({
  ...{
    method: 'GET',
    path: '/files/:fileId/content',
    operation: 'downloadMyFile',
    summary: '下载我上传的文件',
    may: 'files.upload',
  },
  params: one,
  answer: fileAnswer,
  gives: 'file',
  refusals: ['files.not_found', 'files.damaged'],
});

export const removeMyFile = route({
  ...{ method: 'DELETE', path: '/files/:fileId', operation: 'removeMyFile', summary: '删除我上传的文件', may: 'files.upload' },
  params: one,
  answer: z.strictObject({}),
  refusals: ['files.not_found', 'files.in_use'],
});
