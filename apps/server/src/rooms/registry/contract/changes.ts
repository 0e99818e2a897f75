/** 登记与变更 — registering, editing, ledgers, contacts, claims between areas. */
import { z } from 'zod';
import { type Route, route } from '../../../forms/route.js';
import * as kinds from '../kinds.js';
import { day, id, type Ledger, type LedgerName, ledgers, text } from '../shapes.js';
import { after, changed, limit, made, maybe, page, reason, rowId, version } from './common.js';
import { oneSubject } from './subjects.js';

export const registerInput = z.strictObject({
  kind: z.enum(kinds.subjectKinds),
  name: text(100),
  creditCode: maybe(z.string().trim().max(40)),
  regionId: maybe(id),
  parkId: maybe(id),
  industryCode: ledgers.industry.fields.code.nullish(),
  address: maybe(text(200)),
  foundedOn: maybe(day),
  productionFrom: maybe(day),
  note: maybe(text(500)),
});

export const registerSubject = route({
  method: 'POST',
  path: '/registry/subjects',
  operation: 'registerSubject',
  summary: '登记一户',
  may: 'registry.edit',
  body: registerInput,
  answer: z.strictObject({ subjectId: id }),
  idempotent: true,
  refusals: ['registry.credit_code_wrong', 'registry.identifier_taken', 'registry.region_outside'],
});

export const editSubject = route({
  method: 'PATCH',
  path: '/registry/subjects/:subjectId',
  operation: 'editSubject',
  summary: '修改基本情况',
  may: 'registry.edit',
  params: oneSubject,
  body: registerInput
    .omit({ creditCode: true, name: true, regionId: true, industryCode: true })
    .partial()
    .extend({ endedOn: maybe(day), version, reason: reason.optional() }),
  answer: changed,
  refusals: ['door.version_differs', 'door.not_found'],
});

export const renameSubject = route({
  method: 'POST',
  path: '/registry/subjects/:subjectId/rename',
  operation: 'renameSubject',
  summary: '更名（保留曾用名）',
  may: 'registry.edit',
  params: oneSubject,
  body: z.strictObject({ name: text(100), on: day.describe('更名之日'), basis: maybe(text(200)), version }),
  answer: changed,
  refusals: ['door.version_differs', 'registry.name_unchanged'],
});

/** Adding, editing, closing and removing rows of one ledger. */
export interface LedgerRoutes {
  readonly add: Route;
  readonly edit: Route;
  readonly close: Route | null;
  readonly remove: Route;
}
function routesOfLedger({ noun, word, title, fields, dated }: Ledger): LedgerRoutes {
  const { subjectId: _subject, ...editable } = fields;
  const path = `/registry/${noun}` as const;
  const usual = { may: 'registry.edit' as const, refusals: ['door.not_found', 'door.version_differs'] };
  return {
    add: route({
      ...{ method: 'POST', path, operation: `add${word}`, summary: `登记${title}`, idempotent: true, ...usual },
      ...{ body: z.strictObject(fields), answer: made },
    }),
    edit: route({
      ...{ method: 'PATCH', path: `${path}/:rowId`, operation: `edit${word}`, summary: `修改${title}`, ...usual },
      ...{
        params: rowId,
        body: z.strictObject(editable).partial().extend({ version, reason: reason.optional() }),
        answer: changed,
      },
    }),
    close: dated
      ? route({
          ...{ method: 'POST', path: `${path}/:rowId/close`, operation: `close${word}`, summary: `截止${title}`, ...usual },
          ...{ params: rowId, body: z.strictObject({ until: day, version, reason: reason.optional() }), answer: changed },
        })
      : null,
    remove: route({
      ...{ method: 'DELETE', path: `${path}/:rowId`, operation: `remove${word}`, summary: `删除误登的${title}`, ...usual },
      ...{ params: rowId, body: z.strictObject({ version, reason }), answer: z.strictObject({}) },
    }),
  };
}
const everyLedger = <T>(of: (ledger: Ledger) => T): Readonly<Record<LedgerName, T>> => ({
  identifier: of(ledgers.identifier),
  place: of(ledgers.place),
  status: of(ledgers.status),
  industry: of(ledgers.industry),
  scale: of(ledgers.scale),
  title: of(ledgers.title),
  transition: of(ledgers.transition),
  relation: of(ledgers.relation),
  park: of(ledgers.park),
  building: of(ledgers.building),
  contract: of(ledgers.contract),
  occupancy: of(ledgers.occupancy),
  meter: of(ledgers.meter),
  meterShare: of(ledgers.meterShare),
  survey: of(ledgers.survey),
});
export const ledgerRoutes = everyLedger(routesOfLedger);

export const contactInput = z.strictObject({
  subjectId: id,
  role: z.enum(kinds.enterpriseContactRoles),
  name: text(40),
  phone: maybe(z.string().regex(/^\+?[\d-]{5,20}$/, '请填写电话号码')),
  from: maybe(day),
  until: maybe(day),
});
export const addEnterpriseContact = route({
  method: 'POST',
  path: '/registry/contacts',
  operation: 'addEnterpriseContact',
  summary: '登记企业联系人',
  may: 'registry.edit',
  body: contactInput,
  answer: made,
  idempotent: true,
});
export const editEnterpriseContact = route({
  method: 'PATCH',
  path: '/registry/contacts/:rowId',
  operation: 'editEnterpriseContact',
  summary: '修改企业联系人',
  may: 'registry.edit',
  params: rowId,
  body: contactInput.omit({ subjectId: true }).partial().extend({ version }),
  answer: changed,
});
/** Leaves an audit row: POST. @source trust R38 */
export const unmaskEnterpriseContact = route({
  method: 'POST',
  path: '/registry/contacts/:rowId/unmask',
  operation: 'unmaskEnterpriseContact',
  summary: '查看未遮盖的联系人',
  may: 'registry.unmask',
  params: rowId,
  body: z.strictObject({ reason }),
  answer: z.strictObject({ name: z.string(), phone: z.string().nullable() }),
});

export const claimSteps = ['accept', 'refuse', 'dispute', 'withdraw'] as const;
export const proposeMove = route({
  method: 'POST',
  path: '/registry/claims',
  operation: 'proposeMove',
  summary: '提出属地划转',
  may: 'registry.edit',
  body: z.strictObject({
    subjectId: id,
    role: z.enum(kinds.placeRoles),
    toRegionId: id,
    address: maybe(text(200)),
    from: day,
    basis: text(200),
  }),
  answer: z.strictObject({ claimId: id }),
  idempotent: true,
});
export const claimItem = z.strictObject({
  claimId: id,
  subjectId: id,
  subjectName: z.string(),
  role: z.enum(kinds.placeRoles),
  fromRegionId: id.nullable(),
  fromRegionName: z.string().nullable(),
  toRegionId: id,
  toRegionName: z.string(),
  state: z.enum(kinds.claimStates),
  from: z.string().nullable(),
  basis: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
  /** What is left to do with it for whoever asks: another town's steps are not offered. */
  steps: z.array(z.enum(claimSteps)),
});
export const listClaims = route({
  method: 'GET',
  path: '/registry/claims',
  operation: 'listClaims',
  summary: '待认领与有争议的属地',
  may: 'registry.read',
  query: z.strictObject({ limit, after }),
  answer: page(claimItem),
});
export const decideClaim = route({
  method: 'POST',
  path: '/registry/claims/:claimId',
  operation: 'decideClaim',
  summary: '认领、不予认领、提出争议、撤回',
  may: 'registry.edit',
  params: z.strictObject({ claimId: id }),
  body: z.strictObject({ step: z.enum(claimSteps), note: maybe(text(300)), version }),
  answer: z.strictObject({ state: z.enum(kinds.claimStates) }),
});
