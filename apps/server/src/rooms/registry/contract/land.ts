/** 宗地、核查单、合并评价、核对、口径. */
import { z } from 'zod';
import { signature, signDigest, signRefusals, signSheet } from '../../../corridors/people/contract/signOff.js';
import { fileAnswer, route } from '../../../forms/route.js';
import * as kinds from '../kinds.js';
import { day, decimal, id, ledgers, percent, text } from '../shapes.js';
import { after, changed, limit, maybe, page, reason, version } from './common.js';
import { contractRow, occupancyRow, row, subjectItem, surveyRow } from './subjects.js';

export const parcelFields = {
  number: text(60).describe('宗地号'),
  certificateNo: maybe(text(100).describe('不动产权证号')),
  holderId: maybe(id),
  parkId: maybe(id),
  regionId: maybe(id),
  location: maybe(text(200)),
  use: z.enum(kinds.landUses),
  tenure: z.enum(kinds.tenures),
  siteKind: maybe(z.enum(kinds.siteKinds)),
  idleKind: maybe(z.enum(kinds.idleKinds)),
  idleSince: maybe(day),
  measureGroup: maybe(z.enum(kinds.measureGroups)),
  vacatedOn: maybe(day),
  laterUse: maybe(text(200).describe('腾退后用途')),
  certificateAreaSqm: maybe(decimal),
  actualAreaSqm: maybe(decimal),
  suppliedAreaSqm: maybe(decimal),
  surveyedAreaSqm: maybe(decimal),
  buildState: z.enum(kinds.buildStates),
  completionDue: maybe(day),
  acquiredOn: maybe(day),
  note: maybe(text(500)),
  from: maybe(day),
  until: maybe(day),
};
const oneParcel = z.strictObject({ parcelId: id });
export const parcelItem = z.strictObject({
  ...parcelFields,
  parcelId: id,
  version: z.int(),
  holderName: z.string().nullable(),
  regionName: z.string().nullable(),
});
export const parcelSorts = ['number', 'region', 'area'] as const;
export const listParcels = route({
  method: 'GET',
  path: '/registry/parcels',
  operation: 'listParcels',
  summary: '宗地名单',
  may: 'registry.read',
  query: z.strictObject({
    regionId: id.optional(),
    holderId: id.optional(),
    siteKind: z.enum(kinds.siteKinds).optional(),
    idleKind: z.enum(kinds.idleKinds).optional(),
    tenure: z.enum(kinds.tenures).optional(),
    q: z.string().trim().min(2).max(60).optional().describe('宗地号或证号的开头'),
    sort: z.enum(parcelSorts).default('number'),
    limit,
    after,
  }),
  answer: page(parcelItem),
});
export const getParcel = route({
  method: 'GET',
  path: '/registry/parcels/:parcelId',
  operation: 'getParcel',
  summary: '一宗地',
  may: 'registry.read',
  params: oneParcel,
  answer: z.strictObject({
    parcel: parcelItem,
    buildings: z.array(row(ledgers.building)),
    occupancies: z.array(occupancyRow),
    contracts: z.array(contractRow),
    surveys: z.array(surveyRow),
    /** 出租层级 — leases with those that sublet from them. */
    leaseTree: z.array(
      z.strictObject({
        leaseId: id,
        parentLeaseId: id.nullable(),
        depth: z.int(),
        lessor: z.string(),
        lessee: z.string(),
        floorAreaSqm: z.string().nullable(),
        landAreaSqm: z.string().nullable(),
        from: z.string().nullable(),
        until: z.string().nullable(),
        current: z.boolean(),
      }),
    ),
    /** Today: 证载、出租 …; what is left of floor space. */
    floorSqm: z.strictObject({ total: z.string().nullable(), let: z.string(), left: z.string().nullable() }),
  }),
});
export const addParcel = route({
  method: 'POST',
  path: '/registry/parcels',
  operation: 'addParcel',
  summary: '登记宗地',
  may: 'registry.edit',
  body: z.strictObject(parcelFields),
  answer: z.strictObject({ parcelId: id }),
  idempotent: true,
  refusals: ['registry.parcel_number_taken'],
});
export const editParcel = route({
  method: 'PATCH',
  path: '/registry/parcels/:parcelId',
  operation: 'editParcel',
  summary: '修改宗地',
  may: 'registry.edit',
  params: oneParcel,
  body: z.strictObject(parcelFields).partial().extend({ version, reason: reason.optional() }),
  answer: changed,
  refusals: ['door.version_differs'],
});

export const getSurveySheet = route({
  method: 'GET',
  path: '/registry/surveys/:surveyId/sheet',
  operation: 'getSurveySheet',
  summary: '用地核查单（打印）',
  may: 'registry.read',
  params: z.strictObject({ surveyId: id }),
  answer: z.strictObject({
    survey: surveyRow,
    subject: subjectItem,
    parcel: parcelItem.nullable(),
    occupancies: z.array(occupancyRow),
    /** 签字人: names masked. */
    signers: z.array(z.strictObject({ party: z.enum(kinds.surveyParties), nameMasked: z.string() })),
    checkCode: z.string().describe('登记内容的校验码，印在纸上'),
    scan: z.strictObject({ name: z.string(), sizeBytes: z.int(), uploadedAt: z.iso.datetime(), sha256: z.string() }).nullable(),
  }),
});
const oneSurvey = z.strictObject({ surveyId: id });
export const signer = z.strictObject({ party: z.enum(kinds.surveyParties).describe('签字方'), name: text(40).describe('姓名') });
export type Signer = z.infer<typeof signer>;
/** The code as it stands on the paper: what was signed is what is registered, or it is refused. */
export const signSurvey = route({
  method: 'POST',
  path: '/registry/surveys/:surveyId/sign',
  operation: 'signSurvey',
  summary: '核查单签字归档',
  may: 'registry.edit',
  params: oneSurvey,
  body: z.strictObject({
    signedOn: day.describe('签字日期'),
    checkCode: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-F]{8}$/, '请照纸上右下角填写 8 位校验码')
      .describe('纸上校验码'),
    signers: z.array(signer).min(1, '请至少填写一名签字人').max(20).describe('签字人'),
    scanFileId: maybe(id).describe('扫描件'),
    version,
  }),
  answer: changed,
  refusals: [
    'door.not_found',
    'door.version_differs',
    'registry.survey_signed',
    'registry.survey_changed',
    'registry.survey_too_early',
    'registry.survey_scan_unknown',
  ],
});
/** The scan that comes after the signature; another one in its place needs a reason. */
export const archiveSurveyScan = route({
  method: 'POST',
  path: '/registry/surveys/:surveyId/scan',
  operation: 'archiveSurveyScan',
  summary: '核查单扫描件归档',
  may: 'registry.edit',
  params: oneSurvey,
  body: z.strictObject({ scanFileId: id.describe('扫描件'), version, reason: reason.optional() }),
  answer: changed,
  refusals: [
    'door.not_found',
    'door.version_differs',
    'registry.survey_unsigned',
    'registry.survey_scan_there',
    'registry.survey_scan_unknown',
  ],
});
export const downloadSurveyScan = route({
  method: 'GET',
  path: '/registry/surveys/:surveyId/scan',
  operation: 'downloadSurveyScan',
  summary: '下载核查单扫描件',
  may: 'registry.read',
  params: oneSurvey,
  answer: fileAnswer,
  gives: 'file',
  refusals: ['door.not_found', 'registry.survey_scan_missing', 'files.damaged'],
});
export const applyMergedEvaluation = route({
  method: 'POST',
  path: '/registry/merged-evaluations',
  operation: 'applyMergedEvaluation',
  summary: '合并评价申请',
  may: 'registry.edit',
  body: z.strictObject({
    name: text(100),
    leadId: id,
    members: z
      .array(z.strictObject({ subjectId: id, sharePercent: maybe(percent) }))
      .min(2)
      .max(100),
    appliedOn: day,
    application: maybe(text(500)),
  }),
  answer: z.strictObject({ mergedEvaluationId: id }),
  idempotent: true,
});
export const decideMergedEvaluation = route({
  method: 'POST',
  path: '/registry/merged-evaluations/:mergedEvaluationId',
  operation: 'decideMergedEvaluation',
  summary: '不同意、解除合并评价',
  may: 'registry.merge',
  params: z.strictObject({ mergedEvaluationId: id }),
  body: z.strictObject({
    step: z.enum(['refuse', 'dissolve']),
    on: day,
    by: maybe(text(100)),
    decisionNumber: maybe(text(80)),
    because: maybe(text(300)),
    version,
  }),
  answer: z.strictObject({ state: z.enum(kinds.mergedStates) }),
});
const oneMerged = z.strictObject({ mergedEvaluationId: id });
/** What somebody else than the one who entered the application signs: the figures, who belongs to it, and the digest of all. @source trust R12 */
export const readMergedSheet = route({
  method: 'GET',
  path: '/registry/merged-evaluations/:mergedEvaluationId/sheet',
  operation: 'readMergedSheet',
  summary: '合并评价签发单',
  may: 'registry.read',
  params: oneMerged,
  answer: signSheet.extend({
    name: z.string(),
    appliedOn: z.string(),
    application: z.string().nullable(),
    members: z.array(
      z.strictObject({
        ...{ subjectId: id, name: z.string(), creditCode: z.string().nullable(), leads: z.boolean() },
        ...{ sharePercent: z.string().nullable(), ownLandSqm: z.string().nullable() },
      }),
    ),
  }),
  refusals: ['people.sign_nothing_open'],
});
export const signMergedEvaluation = route({
  method: 'POST',
  path: '/registry/merged-evaluations/:mergedEvaluationId/sign',
  operation: 'signMergedEvaluation',
  summary: '签发合并评价（同意）',
  may: 'year.decide',
  params: oneMerged,
  body: z.strictObject({ digest: signDigest, on: day, by: text(100).describe('决定机构'), decisionNumber: maybe(text(80)) }),
  answer: z.strictObject({ state: z.enum(kinds.mergedStates), signed: signature }),
  idempotent: true,
  refusals: [...signRefusals, 'registry.merged_step_wrong'],
});
export const checkItem = z.strictObject({
  kind: z.enum(kinds.checkKinds),
  message: z.string(),
  remedy: z.string(),
  subjectId: id.nullable(),
  subjectName: z.string().nullable(),
  parcelId: id.nullable(),
  parcelNumber: z.string().nullable(),
  rowIds: z.array(id),
});
export const listChecks = route({
  method: 'GET',
  path: '/registry/checks',
  operation: 'listChecks',
  summary: '用地核对',
  may: 'registry.read',
  query: z.strictObject({
    kind: z.enum(kinds.checkKinds).optional(),
    year: z.coerce.number().int().min(1990).max(2100).optional().describe('宗地合计核对用的数据年度'),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.strictObject({ items: z.array(checkItem), counts: z.partialRecord(z.enum(kinds.checkKinds), z.int()) }),
});

export const landRule = z.strictObject({
  muDivisor: z.enum(['2000/3', '666.67', '667']),
  round: z.strictObject({ to: z.int().min(0).max(6), by: z.enum(['excel', 'gbt8170']) }).nullable(),
  basis: z.enum(['certificate', 'actual', 'supplied', 'larger_of_certificate_and_actual']),
  monthsBy: z.enum(['months', 'days', 'reference_day']),
  floorPerMu: decimal.nullable().describe('承租建筑面积每多少平方米折一亩；空为不折'),
  excess: z.enum(['ignore', 'add']),
  method: z.enum(['enterprise', 'parcel']),
  collective: z.enum(['add', 'ignore']),
  overdueAfterMonths: z.int().min(0).max(60).nullable().describe('在建用地逾期几个月后全额计入；空为一律计入'),
  sumCheck: z.boolean().describe('核对宗地合计'),
  clause: text(200).describe('依据'),
});
const yearParam = z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) });
export const getLandRule = route({
  method: 'GET',
  path: '/registry/land-rules/:year',
  operation: 'getLandRule',
  summary: '用地口径',
  may: 'registry.read',
  params: yearParam,
  answer: landRule.extend({ version: z.int() }).nullable(),
});
export const setLandRule = route({
  method: 'PUT',
  path: '/registry/land-rules/:year',
  operation: 'setLandRule',
  summary: '设定用地口径',
  may: 'year.manage',
  params: yearParam,
  body: landRule.extend({ version: z.int().min(0).describe('首次为 0') }),
  answer: changed,
});
