/** Routes of imports: the file is kept, tried and then brought in by jobs that can be left, cancelled and found again. @source trust R61; ui.md 8 */
import { z } from 'zod';
import { uploadRefusals } from '../../../corridors/files/contract.js';
import { jobStates } from '../../../corridors/jobs/contract.js';
import { fileAnswer, route } from '../../../forms/route.js';
import { id } from '../shapes.js';
import { importKinds, importOutcome } from './bulk.js';
import { limit, reason } from './common.js';

export const importStates = ['looking', 'looked', 'failed', 'running', 'done', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];

/** 不能撤销的一处 — `touched`: changed since; `used`: something that stands now names it. */
export const undoBlock = z.strictObject({
  how: z.enum(['touched', 'used']),
  what: z.string().describe('哪类登记'),
  name: z.string().nullable().describe('企业'),
  subjectId: id.nullable(),
  at: z.iso.datetime().nullable(),
  byName: z.string().nullable(),
  title: z.string().nullable().describe('哪项办理'),
});
export type UndoBlock = z.infer<typeof undoBlock>;
export const undoBlocked = z.strictObject({ count: z.int(), items: z.array(undoBlock) });

export const importAnswer = z.strictObject({
  importId: id,
  number: z.int().describe('第几号导入'),
  kind: z.enum(importKinds),
  fileName: z.string(),
  sha256: z.string(),
  madeByName: z.string(),
  madeAt: z.iso.datetime(),
  /** Only whoever began it may go on with it. */
  mine: z.boolean(),
  state: z.enum(importStates),
  /** What the job said last: progress, or why it did not come about. */
  words: z.string(),
  job: z.strictObject({
    jobId: id,
    state: z.enum(jobStates),
    done: z.int(),
    total: z.int().nullable(),
    unit: z.string(),
    cancelRequested: z.boolean(),
    /** Started by the reader, who may cancel it. */
    mine: z.boolean(),
  }),
  outcome: importOutcome.nullable(),
  goodRowsOnly: z.boolean(),
  actionId: id.nullable(),
  doneAt: z.iso.datetime().nullable(),
  /** The newest attempt to take it back; `blocked`: what stood in its way. */
  undo: z
    .strictObject({ byName: z.string(), reason: z.string(), at: z.iso.datetime().nullable(), blocked: undoBlocked.nullable() })
    .nullable(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

const began = z.strictObject({ importId: id, jobId: id });
const one = z.strictObject({ importId: id });

export const beginImport = route({
  method: 'POST',
  path: '/registry/imports',
  operation: 'beginImport',
  summary: '交导入文件并试运行',
  may: 'registry.edit',
  takes: 'file',
  query: z.strictObject({
    kind: z.enum(importKinds),
    again: z.enum(['true', 'false']).default('false').describe('导入过的文件仍再查一遍'),
  }),
  answer: began,
  idempotent: true,
  refusals: ['registry.import_done_before', ...uploadRefusals],
});

export const listImports = route({
  method: 'GET',
  path: '/registry/imports',
  operation: 'listImports',
  summary: '导入记录',
  may: 'registry.edit',
  query: z.strictObject({
    limit,
    after: z
      .string()
      .regex(/^[0-9]{1,9}$/)
      .optional()
      .describe('从第几号之前'),
  }),
  answer: z.strictObject({ items: z.array(importAnswer), next: z.string().nullable() }),
});

export const getImport = route({
  method: 'GET',
  path: '/registry/imports/:importId',
  operation: 'getImport',
  summary: '一次导入',
  may: 'registry.edit',
  params: one,
  answer: importAnswer,
  refusals: ['registry.import_not_found'],
});

export const lookAgain = route({
  method: 'POST',
  path: '/registry/imports/:importId/looks',
  operation: 'lookAgain',
  summary: '重新试运行',
  may: 'registry.edit',
  params: one,
  answer: began,
  idempotent: true,
  refusals: ['registry.import_not_found', 'registry.import_running', 'registry.import_done_already'],
});

export const runImport = route({
  method: 'POST',
  path: '/registry/imports/:importId/runs',
  operation: 'runImport',
  summary: '导入',
  may: 'registry.edit',
  params: one,
  body: z.strictObject({
    digest: z.string().max(100).describe('试运行给出的'),
    goodRowsOnly: z.boolean().default(false).describe('只收合格行'),
  }),
  answer: began,
  idempotent: true,
  refusals: [
    'registry.import_not_found',
    'registry.import_not_looked',
    'registry.import_stops',
    'registry.import_changed_since',
    'registry.import_running',
    'registry.import_done_already',
  ],
});

export const undoImport = route({
  method: 'POST',
  path: '/registry/imports/:importId/undo',
  operation: 'undoImport',
  summary: '撤销导入',
  may: 'registry.merge',
  params: one,
  body: z.strictObject({ reason }),
  answer: began,
  idempotent: true,
  refusals: [
    'registry.import_not_found',
    'registry.import_not_done',
    'registry.import_undone_already',
    'registry.import_undo_running',
  ],
});

export const importFindings = route({
  method: 'GET',
  path: '/registry/imports/:importId/findings',
  operation: 'importFindings',
  summary: '下载疑点清单',
  may: 'registry.edit',
  params: one,
  answer: fileAnswer,
  gives: 'file',
  refusals: ['registry.import_not_found', 'registry.import_not_looked'],
});
