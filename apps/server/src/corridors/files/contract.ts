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

const notTaken = ['empty', 'too_large', 'kind_not_taken', 'kind_unknown', 'name_lies', 'broken', 'encrypted', 'with_macros'];
const unsafe = [
  'with_files_inside',
  'of_two_kinds',
  'archive_unsafe',
  'image_too_large',
  'infected',
  'scan_failed',
  'quota_person',
  'quota_office',
];

/** What any route that takes a file to keep may answer. */
export const uploadRefusals = [...notTaken, ...unsafe].map((code) => `files.${code}`);

export const uploadFile = route({
  ...{ method: 'POST', path: '/files', operation: 'uploadFile', summary: '上传文件', may: 'files.upload', takes: 'file' },
  query: z.strictObject({ purpose: z.enum(filePurposes) }),
  answer: keptFile,
  refusals: uploadRefusals,
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

const purposeUse = z.strictObject({ purpose: z.enum(filePurposes), title: z.string(), files: z.int(), bytes: z.int() });
const room = z.strictObject({ usedBytes: z.int(), quotaBytes: z.int() });

export const readFileUsage = route({
  ...{ method: 'GET', path: '/files/usage', operation: 'readFileUsage', summary: '空间使用', may: 'signed_in' },
  answer: z.strictObject({
    own: room,
    /** Null for an enterprise: what the office keeps is not its affair. */
    office: room
      .extend({
        byPurpose: z.array(purposeUse),
        files: z.int(),
        damaged: z.int(),
        /** Every file was found whole at this time or later; null when there is none. */
        checkedSince: z.iso.datetime().nullable(),
      })
      .nullable(),
    /** What each purpose takes. */
    takes: z.array(
      z.strictObject({ purpose: z.enum(filePurposes), title: z.string(), kinds: z.array(z.string()), mostMegabytes: z.int() }),
    ),
  }),
});

export const overseenFile = keptFile.extend({
  uploadedByName: z.string(),
  checkedAt: z.iso.datetime(),
  damagedAt: z.iso.datetime().nullable(),
});

export const listOfficeFiles = route({
  ...{ method: 'GET', path: '/files/all', operation: 'listOfficeFiles', summary: '本单位的文件', may: 'files.oversee' },
  query: z.strictObject({
    purpose: z.enum(filePurposes).optional().describe('用途'),
    damaged: z.enum(['true']).optional().describe('只看损坏的'),
    words: z.string().trim().max(80).optional().describe('文件名或上传人中的字'),
    after: z.uuid().optional().describe('从哪一条之后'),
    limit: z.coerce.number().int().min(1).max(200).default(100).describe('每页条数'),
  }),
  answer: z.strictObject({ items: z.array(overseenFile), next: z.string().nullable() }),
});

export const downloadOfficeFile = route({
  ...{
    method: 'GET',
    path: '/files/all/:fileId/content',
    operation: 'downloadOfficeFile',
    summary: '下载本单位的文件',
    may: 'files.oversee',
  },
  params: one,
  answer: fileAnswer,
  gives: 'file',
  refusals: ['files.not_found', 'files.damaged'],
});

export const checkFilesNow = route({
  ...{ method: 'POST', path: '/files/checks', operation: 'checkFilesNow', summary: '立即核对全部文件', may: 'files.oversee' },
  answer: z.strictObject({ jobId: z.uuid() }),
  idempotent: true,
});
