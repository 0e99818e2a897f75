/** 名单与一户 — lists, totals, everything about one subject, its history, its net land. */
import { z } from 'zod';
import { signature } from '../../../corridors/people/contract/signOff.js';
import { route } from '../../../forms/route.js';
import * as kinds from '../kinds.js';
import { id, ledgers } from '../shapes.js';
import { after, limit, page } from './common.js';

export const subjectSorts = ['name', 'code', 'region', 'updated', 'industry', 'status', 'founded', 'production'] as const;
export const filterOps = ['=', '≠', '>', '≥', '<', '≤', 'empty', 'notEmpty', 'contains', 'between'] as const;
export const filterFields = [
  'name',
  'creditCode',
  'industryCode',
  'regionId',
  'parkId',
  'status',
  'scale',
  'kind',
  'address',
  'foundedOn',
  'productionFrom',
  'endedOn',
  'updatedAt',
] as const;
/** `[{"field":"foundedOn","op":"≥","value":"2020-01-01"}]`; `between` takes two values. */
export const filterCondition = z.strictObject({
  field: z.enum(filterFields),
  op: z.enum(filterOps),
  value: z.union([z.string().max(200), z.array(z.string().max(200)).max(50)]).optional(),
});
export type FilterCondition = z.infer<typeof filterCondition>;

export const subjectFilter = {
  kind: z.enum(kinds.subjectKinds).optional(),
  regionId: id.optional().describe('含下级区域'),
  parkId: id.optional(),
  status: z.enum(kinds.statusKinds).optional(),
  scale: z.enum(kinds.scales).optional(),
  industry: z
    .string()
    .regex(/^[A-T]\d{0,4}$/)
    .optional()
    .describe('门类、大类、中类或小类'),
  title: z.string().max(100).optional().describe('现有称号'),
  inTransition: z.enum(['true', 'false']).optional(),
  q: z.string().trim().min(2).max(60).optional().describe('名称、曾用名、代码、拼音'),
  filter: z.string().max(4000).optional().describe('条件的 JSON 数组'),
};

export const subjectItem = z.strictObject({
  subjectId: id,
  kind: z.enum(kinds.subjectKinds),
  name: z.string(),
  creditCode: z.string().nullable(),
  regionId: id.nullable(),
  regionName: z.string().nullable(),
  parkId: id.nullable(),
  parkName: z.string().nullable(),
  industryCode: z.string().nullable(),
  industryName: z.string().nullable(),
  scale: z.enum(kinds.scales).nullable(),
  status: z.enum(kinds.statusKinds),
  address: z.string().nullable(),
  foundedOn: z.string().nullable(),
  productionFrom: z.string().nullable(),
  updatedAt: z.string(),
  version: z.int(),
});
export type SubjectItem = z.infer<typeof subjectItem>;

export const listSubjects = route({
  method: 'GET',
  path: '/registry/subjects',
  operation: 'listSubjects',
  summary: '企业名单',
  may: 'registry.read',
  query: z.strictObject({ ...subjectFilter, sort: z.enum(subjectSorts).default('name'), limit, after }),
  answer: page(subjectItem),
  refusals: ['registry.filter_unreadable', 'registry.cursor_unreadable'],
});

export const subjectTotals = route({
  method: 'GET',
  path: '/registry/subjects/totals',
  operation: 'subjectTotals',
  summary: '企业名单合计',
  may: 'registry.read',
  query: z.strictObject(subjectFilter),
  answer: z.strictObject({
    count: z.int(),
    byStatus: z.partialRecord(z.enum(kinds.statusKinds), z.int()),
    byScale: z.strictObject({ above: z.int(), below: z.int(), unknown: z.int() }),
  }),
  refusals: ['registry.filter_unreadable'],
});

export const oneSubject = z.strictObject({ subjectId: id });

export const row = <Fields extends z.ZodRawShape>({ fields }: { readonly fields: Fields }) =>
  z.strictObject(fields).extend({ id, version: z.int() });
export const place = row(ledgers.place).extend({ state: z.enum(kinds.claimStates), placeRegionName: z.string().nullable() });
export const contactRow = z.strictObject({
  id,
  version: z.int(),
  role: z.enum(kinds.enterpriseContactRoles),
  nameMasked: z.string(),
  phoneMasked: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
});
export const occupancyRow = row(ledgers.occupancy).extend({
  subjectName: z.string(),
  parcelNumber: z.string().nullable(),
  buildingName: z.string().nullable(),
  counterpart: z.string().nullable().describe('对方名称'),
});
export const meterShareRow = row(ledgers.meterShare).extend({ subjectName: z.string(), account: z.string() });
export const surveyRow = row(ledgers.survey).extend({
  state: z.enum(kinds.surveyStates),
  signedOn: z.string().nullable(),
  signedCode: z.string().nullable().describe('签字所据登记内容的校验码'),
  scanFileId: id.nullable(),
});
export const contractRow = row(ledgers.contract).extend({
  parcelNumber: z.string(),
  overdue: z.array(z.string()).describe('已逾期的约定'),
});
export const relationRow = row(ledgers.relation).extend({ otherName: z.string() });
export const mergedRow = z.strictObject({
  mergedEvaluationId: id,
  version: z.int(),
  name: z.string(),
  leadId: id,
  state: z.enum(kinds.mergedStates),
  appliedOn: z.string(),
  application: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  /** Who put it forward, who signed, and the digest of what was shown. */
  signature: signature.nullable(),
  dissolvedBecause: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  members: z.array(z.strictObject({ subjectId: id, name: z.string(), sharePercent: z.string().nullable() })),
});

export const subjectPage = z.strictObject({
  subject: subjectItem.extend({
    endedOn: z.string().nullable(),
    note: z.string().nullable(),
    mergedInto: id.nullable(),
    /** 不宜办理的事项 — from all open statuses. */
    blocks: z.array(z.enum(kinds.statusBlocks)),
  }),
  identifiers: z.array(row(ledgers.identifier)),
  formerNames: z.array(
    z.strictObject({
      id,
      name: z.string(),
      from: z.string().nullable(),
      until: z.string().nullable(),
      basis: z.string().nullable(),
    }),
  ),
  places: z.array(place),
  statuses: z.array(row(ledgers.status)),
  industries: z.array(row(ledgers.industry)),
  scales: z.array(row(ledgers.scale)),
  titles: z.array(row(ledgers.title)),
  transitions: z.array(row(ledgers.transition).extend({ endsOn: z.string().nullable(), warns: z.boolean() })),
  contacts: z.array(contactRow),
  parkProfiles: z.array(row(ledgers.park)),
  relations: z.array(relationRow),
  merged: z.array(mergedRow),
  occupancies: z.array(occupancyRow),
  contracts: z.array(contractRow),
  meters: z.array(row(ledgers.meter)),
  meterShares: z.array(meterShareRow),
  surveys: z.array(surveyRow),
  /** Enterprises in a park, buildings or land let to others. */
  tenants: z.array(occupancyRow),
});
export type SubjectPage = z.infer<typeof subjectPage>;

export const getSubject = route({
  method: 'GET',
  path: '/registry/subjects/:subjectId',
  operation: 'getSubject',
  summary: '一户的全部登记',
  may: 'registry.read',
  params: oneSubject,
  answer: subjectPage,
  refusals: ['door.not_found'],
});

export const historyEntry = z.strictObject({
  at: z.string(),
  actionId: id,
  title: z.string().nullable(),
  userName: z.string().nullable(),
  reason: z.string().nullable(),
  summary: z.string().nullable(),
  what: z.string().describe('登记项'),
  rowId: z.string(),
  /** Field by field, as words: 改前 → 改后; null = none. */
  changes: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), now: z.string().nullable() })),
  made: z.boolean(),
  /** 可撤销 — a merge or split on which nothing of this subject rests yet; the undo itself looks at all it touched. */
  undoable: z.boolean(),
});
export const subjectHistory = route({
  method: 'GET',
  path: '/registry/subjects/:subjectId/history',
  operation: 'subjectHistory',
  summary: '变更历史',
  may: 'registry.read',
  params: oneSubject,
  answer: z.strictObject({ items: z.array(historyEntry) }),
  refusals: ['door.not_found'],
});

export const landExplanation = z.strictObject({
  subjectId: id,
  year: z.int(),
  /** Null: the office has not declared how land is counted in this year. */
  rule: z.strictObject({ words: z.string(), clause: z.string() }).nullable(),
  lines: z.array(
    z.strictObject({
      occupancyId: id,
      parcel: z.string(),
      kind: z.string(),
      counterpart: z.string().nullable(),
      from: z.string().nullable(),
      until: z.string().nullable(),
      areaSqm: z.number(),
      excessSqm: z.number(),
      months: z.number(),
      byMonth: z.array(z.number()).describe('1–12 月，各月计入的平方米（带正负号）'),
      contributionSqm: z.number(),
      words: z.string(),
    }),
  ),
  byMonthSqm: z.array(z.number()),
  netSqm: z.number().nullable(),
  netMu: z.number().nullable(),
  roundedMu: z.number().nullable(),
  findings: z.array(z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() })),
});
export type LandExplanationAnswer = z.infer<typeof landExplanation>;
export const explainSubjectLand = route({
  method: 'GET',
  path: '/registry/subjects/:subjectId/land',
  operation: 'explainSubjectLand',
  summary: '净用地逐月来历',
  may: 'registry.read',
  params: oneSubject,
  query: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) }),
  answer: landExplanation,
  refusals: ['door.not_found'],
});

export const industryClass = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: z.int(),
  parent: z.string().nullable(),
});
export const listIndustryClasses = route({
  method: 'GET',
  path: '/registry/industry-classes',
  operation: 'listIndustryClasses',
  summary: '行业分类检索',
  may: 'registry.read',
  query: z.strictObject({ q: z.string().trim().min(1).max(40), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  answer: z.strictObject({ edition: z.string(), items: z.array(industryClass.extend({ chain: z.array(industryClass) })) }),
});
