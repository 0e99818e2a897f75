/**
 * 登记项 — the fields of everything dated that the register keeps about a subject or a parcel, one row a ledger. From this table come
 * the routes, the actions, the answers and the history words: a new ledger is a row here, a table and its types.
 */
import { z } from 'zod';
import * as kinds from './kinds.js';

export const id = z.uuid();
export const day = z.iso.date().describe('日期');
/** A decimal as text, its unit in the name of the field. */
export const decimal = z.string().regex(/^\d{1,12}(?:\.\d{1,4})?$/, '请填写不小于 0 的数，最多四位小数');
export const text = (most: number) => z.string().trim().min(1).max(most);
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish();
export const percent = decimal.refine((value) => Number(value) > 0 && Number(value) <= 100, '比例应大于 0、不超过 100');

export const span = { from: maybe(day), until: maybe(day.describe('止（不含当日）')) };
const ofSubject = { subjectId: id };

export interface Ledger {
  readonly table: string;
  readonly idColumn: string;
  /** Path: `/registry/<noun>`. */
  readonly noun: string;
  /** In names of operations: `addIdentifier`. */
  readonly word: string;
  readonly title: string;
  /** What its rows belong to: a subject, or a parcel. */
  readonly owner: 'subject' | 'parcel';
  /** It has 起止 and can be closed. */
  readonly dated: boolean;
  readonly fields: z.ZodRawShape;
}

const floor = z.strictObject({ floor: z.int().min(-5).max(200), areaSqm: decimal, heightM: decimal });
const point = z.strictObject({
  name: text(40),
  longitude: z.string().regex(/^\d{2,3}\.\d{4,12}$/),
  latitude: z.string().regex(/^\d{1,2}\.\d{4,12}$/),
});
const areas = z.strictObject({
  certificateSqm: decimal.nullable(),
  actualSqm: decimal.nullable(),
  suppliedSqm: decimal.nullable(),
  illegalSqm: decimal.nullable(),
});

export const ledgers = {
  identifier: {
    ...{ table: 'subject_identifier', idColumn: 'identifier_id', noun: 'identifiers', word: 'Identifier', title: '证照户号' },
    ...{ owner: 'subject', dated: true },
    fields: { ...ofSubject, kind: z.enum(kinds.identifierKinds), value: text(64), note: maybe(text(500)), ...span },
  },
  place: {
    ...{ table: 'subject_place', idColumn: 'place_id', noun: 'places', word: 'Place', title: '四地' },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      role: z.enum(kinds.placeRoles),
      placeRegionId: maybe(id),
      outside: maybe(text(100).describe('本办以外的地方')),
      address: maybe(text(200)),
      basis: maybe(text(200)),
      note: maybe(text(500)),
      ...span,
    },
  },
  status: {
    ...{ table: 'subject_status', idColumn: 'status_id', noun: 'statuses', word: 'Status', title: '经营状态' },
    ...{ owner: 'subject', dated: true },
    fields: { ...ofSubject, kind: z.enum(kinds.statusKinds), basis: maybe(text(200).describe('依据')), ...span },
  },
  industry: {
    ...{ table: 'subject_industry', idColumn: 'industry_id', noun: 'industries', word: 'Industry', title: '行业' },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      code: z.string().regex(/^[A-T]\d{2,4}$/, '请填写 GB/T 4754 的门类字母加 2–4 位数字，如 C3829'),
      name: maybe(text(100)),
      basis: maybe(text(200)),
      ...span,
    },
  },
  scale: {
    ...{ table: 'subject_scale', idColumn: 'scale_id', noun: 'scales', word: 'Scale', title: '规上规下' },
    ...{ owner: 'subject', dated: false },
    fields: {
      ...ofSubject,
      year: z.int().min(1990).max(2100),
      scale: z.enum(kinds.scales),
      enteredOn: maybe(day.describe('入库日期')),
      leftOn: maybe(day.describe('退库日期')),
      basis: maybe(text(200)),
    },
  },
  title: {
    ...{ table: 'subject_title', idColumn: 'title_id', noun: 'titles', word: 'Title', title: '称号' },
    ...{ owner: 'subject', dated: true },
    fields: { ...ofSubject, name: text(100), level: z.enum(kinds.titleLevels), document: maybe(text(200)), ...span },
  },
  transition: {
    ...{ table: 'transition_period', idColumn: 'transition_period_id', noun: 'transitions', word: 'Transition', title: '过渡期' },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      kind: z.enum(kinds.transitionKinds),
      basis: text(200),
      extendedUntil: maybe(day),
      extensionBasis: maybe(text(200)),
      meanwhile: maybe(text(300).describe('过渡期内适用的政策')),
      ...span,
    },
  },
  relation: {
    ...{ table: 'subject_relation', idColumn: 'relation_id', noun: 'relations', word: 'Relation', title: '关联企业' },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      otherId: id,
      kind: z.enum(kinds.relationKinds),
      sharePercent: maybe(percent),
      basis: maybe(text(200)),
      ...span,
    },
  },
  park: {
    ...{ table: 'park_profile', idColumn: 'park_profile_id', noun: 'park-profiles', word: 'ParkProfile', title: '园区情况' },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      level: z.enum(kinds.titleLevels),
      operator: maybe(text(100).describe('运营单位')),
      leadingIndustries: maybe(text(300).describe('主导产业')),
      plannedAreaSqm: maybe(decimal),
      builtAreaSqm: maybe(decimal),
      openedOn: maybe(day.describe('开园日期')),
      starRating: maybe(z.int().min(1).max(5).describe('星级')),
      ratedOn: maybe(day),
      facilities: maybe(text(500).describe('配套设施（五通、七通、九通一平，污水、固废处置）')),
      note: maybe(text(500)),
      ...span,
    },
  },
  building: {
    ...{ table: 'building', idColumn: 'building_id', noun: 'buildings', word: 'Building', title: '厂房' },
    ...{ owner: 'parcel', dated: true },
    fields: {
      parcelId: id,
      name: text(60),
      floors: maybe(z.int().min(1).max(200)),
      floorAreaSqm: maybe(decimal),
      tallFloorAreaSqm: maybe(decimal.describe('层高超过 8 米部分的建筑面积')),
      floorHeightM: maybe(decimal),
      floorList: maybe(z.array(floor).max(200)),
      builtOn: maybe(day),
      note: maybe(text(500)),
      ...span,
    },
  },
  contract: {
    ...{ table: 'land_contract', idColumn: 'land_contract_id', noun: 'contracts', word: 'LandContract', title: '用地合同' },
    ...{ owner: 'subject', dated: false },
    fields: {
      ...ofSubject,
      parcelId: id,
      kind: z.enum(kinds.contractKinds),
      number: text(80),
      signedOn: maybe(day),
      investmentPromisedWanYuan: maybe(decimal),
      outputPromisedWanYuan: maybe(decimal),
      taxPromisedWanYuan: maybe(decimal),
      taxPromisedWanYuanPerMu: maybe(decimal),
      startDue: maybe(day),
      startedOn: maybe(day),
      completionDue: maybe(day),
      completedOn: maybe(day),
      productionDue: maybe(day.describe('约定投产验收日期')),
      productionAcceptedOn: maybe(day),
      breachLetterNumber: maybe(text(80)),
      breachLetterOn: maybe(day),
      breach: maybe(text(500)),
      penaltyYuan: maybe(decimal),
      penaltyPaidOn: maybe(day),
      idleFoundOn: maybe(day),
      idleDisposal: maybe(text(500)),
      idleDisposedOn: maybe(day),
      note: maybe(text(500)),
    },
  },
  occupancy: {
    ...{
      table: 'occupancy',
      idColumn: 'occupancy_id',
      noun: 'occupancies',
      word: 'Occupancy',
      title: '用地（自有、承租、出租）',
    },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      kind: z.enum(kinds.occupancyKinds),
      parcelId: maybe(id),
      buildingId: maybe(id),
      counterpartId: maybe(id),
      counterpartName: maybe(text(100)),
      lessorKind: maybe(z.enum(kinds.lessorKinds)),
      leaseId: maybe(id),
      parentLeaseId: maybe(id),
      contractNo: maybe(text(80)),
      sharePercent: maybe(percent),
      landAreaSqm: maybe(decimal),
      floorAreaSqm: maybe(decimal),
      floorHeightM: maybe(decimal),
      rentYuanPerSqmMonth: maybe(decimal),
      transferredOn: maybe(day),
      note: maybe(text(500)),
      ...span,
    },
  },
  meter: {
    ...{ table: 'meter', idColumn: 'meter_id', noun: 'meters', word: 'Meter', title: '户号' },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      kind: z.enum(kinds.meterKinds),
      account: text(40),
      address: maybe(text(200)),
      voltage: maybe(text(40)),
      note: maybe(text(500)),
      ...span,
    },
  },
  meterShare: {
    ...{ table: 'meter_share', idColumn: 'meter_share_id', noun: 'meter-shares', word: 'MeterShare', title: '共用表分摊' },
    ...{ owner: 'subject', dated: true },
    fields: {
      ...ofSubject,
      meterId: id,
      sharePercent: percent,
      basis: z.enum(kinds.splitBases),
      note: maybe(text(500)),
      ...span,
    },
  },
  survey: {
    ...{ table: 'survey', idColumn: 'survey_id', noun: 'surveys', word: 'Survey', title: '用地核查单' },
    ...{ owner: 'subject', dated: false },
    fields: {
      ...ofSubject,
      parcelId: maybe(id),
      number: text(60),
      surveyedOn: day,
      method: maybe(text(100)),
      thirdParty: maybe(text(100)),
      points: maybe(z.array(point).max(200)),
      sketchFileId: maybe(id),
      areas: maybe(areas),
      conclusion: maybe(text(1000)),
      disputed: z.boolean(),
    },
  },
} as const satisfies Readonly<Record<string, Ledger>>;

export type LedgerName = keyof typeof ledgers;
export const ledgerNames = Object.keys(ledgers).filter((name): name is LedgerName => Object.hasOwn(ledgers, name));

/** Columns that hold JSON. */
export const jsonColumns: ReadonlySet<string> = new Set(['floor_list', 'points', 'areas']);
