/** 合并、拆分、成批修改、撤销、导入、导出 — what changes many at once. */
import { z } from 'zod';
import { fileAnswer, route } from '../../../forms/route.js';
import * as kinds from '../kinds.js';
import { day, id, ledgers, text } from '../shapes.js';
import { registerInput } from './changes.js';
import { limit, maybe, reason, version } from './common.js';
import { subjectFilter, subjectItem, subjectSorts } from './subjects.js';

export const mergeSubjects = route({
  method: 'POST',
  path: '/registry/merges',
  operation: 'mergeSubjects',
  summary: '合并重复登记的企业',
  may: 'registry.merge',
  body: z.strictObject({ intoId: id, intoVersion: version, fromId: id, fromVersion: version, reason }),
  answer: z.strictObject({ actionId: id, moved: z.int() }),
  idempotent: true,
  refusals: ['registry.merge_of_members', 'registry.merge_in_evaluations', 'door.version_differs'],
});
export const splitSubject = route({
  method: 'POST',
  path: '/registry/splits',
  operation: 'splitSubject',
  summary: '拆出一户',
  may: 'registry.merge',
  body: z.strictObject({
    subjectId: id,
    version,
    newSubject: registerInput,
    /** Rows that go along: ids of any ledger. */
    rowIds: z.array(id).max(500),
    reason,
  }),
  answer: z.strictObject({ actionId: id, subjectId: id }),
  idempotent: true,
  refusals: [
    'door.not_found',
    'door.version_differs',
    'registry.subject_merged',
    'registry.credit_code_wrong',
    'registry.identifier_taken',
    'registry.region_outside',
    'registry.split_rows_moved',
  ],
});

export const bulkChange = z.strictObject({
  regionId: id.optional(),
  parkId: id.nullable().optional(),
  industryCode: ledgers.industry.fields.code.optional(),
  scale: z.strictObject({ year: z.int().min(1990).max(2100), scale: z.enum(kinds.scales) }).optional(),
  status: z.strictObject({ kind: z.enum(kinds.statusKinds), from: day, basis: maybe(text(200)) }).optional(),
});
const bulkWhom = { filter: z.strictObject(subjectFilter).optional(), subjectIds: z.array(id).min(1).max(5000).optional() };
export const previewBulk = route({
  method: 'POST',
  path: '/registry/bulk/preview',
  operation: 'previewBulk',
  summary: '成批修改预览',
  may: 'registry.merge',
  body: z.strictObject({ ...bulkWhom, change: bulkChange }),
  answer: z.strictObject({
    count: z.int(),
    unchanged: z.int(),
    digest: z.string().describe('提交时原样带回'),
    examples: z.array(
      z.strictObject({
        subjectId: id,
        name: z.string(),
        field: z.string(),
        before: z.string().nullable(),
        now: z.string().nullable(),
      }),
    ),
  }),
});
export const applyBulk = route({
  method: 'POST',
  path: '/registry/bulk',
  operation: 'applyBulk',
  summary: '成批修改',
  may: 'registry.merge',
  body: z.strictObject({ ...bulkWhom, change: bulkChange, digest: z.string(), reason }),
  answer: z.strictObject({ actionId: id, count: z.int() }),
  idempotent: true,
  refusals: ['registry.bulk_changed_since'],
});
export const undoAction = route({
  method: 'POST',
  path: '/registry/undo',
  operation: 'undoRegistryAction',
  summary: '撤销合并、拆分或成批修改',
  may: 'registry.merge',
  body: z.strictObject({ actionId: id, reason }),
  answer: z.strictObject({ restored: z.int() }),
  idempotent: true,
  refusals: ['registry.undo_touched', 'registry.undo_used_since', 'registry.undo_unknown', 'registry.undo_import_apart'],
});
export const duplicateGroup = z.strictObject({
  kind: z.enum(kinds.duplicateKinds),
  words: z.string(),
  key: z.string(),
  subjects: z.array(subjectItem),
});
export const listDuplicates = route({
  method: 'GET',
  path: '/registry/duplicates',
  operation: 'listDuplicates',
  summary: '疑似重复登记',
  may: 'registry.read',
  query: z.strictObject({ limit }),
  answer: z.strictObject({ items: z.array(duplicateGroup) }),
});

export const importKinds = ['subjects', 'parcels', 'leases', 'meters', 'titles', 'scales'] as const;
export const importFinding = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  cell: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
});
export const importOutcome = z.strictObject({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int().describe('不能采用的行'),
  /** Rows that cannot be taken and the person did not say 只收合格行: nothing is imported. */
  stops: z.boolean(),
  digest: z.string(),
  findings: z.array(importFinding),
  moreFindings: z.int(),
  groups: z.array(
    z.strictObject({
      ...{ code: z.string(), severity: z.enum(['error', 'warning', 'note']), count: z.int() },
      ...{ message: z.string().describe('其中一条'), remedy: z.string() },
    }),
  ),
  examples: z.array(z.strictObject({ row: z.int(), name: z.string(), what: z.string() })),
});
export type ImportOutcome = z.infer<typeof importOutcome>;
export const importTemplate = route({
  method: 'GET',
  path: '/registry/import-templates/:kind',
  operation: 'importTemplate',
  summary: '下载空白导入表',
  may: 'registry.read',
  params: z.strictObject({ kind: z.enum(importKinds) }),
  answer: fileAnswer,
  gives: 'file',
});

export const exportColumns = [
  'name',
  'creditCode',
  'formerNames',
  'kind',
  'regionName',
  'parkName',
  'industryCode',
  'scale',
  'status',
  'address',
  'foundedOn',
  'productionFrom',
  'powerAccounts',
  'taxNumbers',
  'ownLandSqm',
  'leasedInSqm',
  'leasedOutSqm',
  'contacts',
] as const;
export const exportSubjects = route({
  method: 'POST',
  path: '/registry/exports',
  operation: 'exportSubjects',
  summary: '导出企业名单',
  may: 'registry.export',
  body: z.strictObject({
    filter: z.strictObject(subjectFilter).optional(),
    sort: z.enum(subjectSorts).default('name'),
    columns: z.array(z.enum(exportColumns)).min(1).max(exportColumns.length),
    format: z.enum(['xlsx', 'csv']),
  }),
  answer: fileAnswer,
  gives: 'file',
  refusals: ['registry.export_too_many'],
});
