/** 区划、单位、联系人、领导小组、本单位设置 — routes. */
import { z } from 'zod';
import { route } from '../../../forms/route.js';
import { contactRoles, groupPositions, organisationKinds, regionKinds } from '../kinds.js';
import { officeSettings, securitySettings, workSettings } from '../settings.js';
import { changedShape, dayShape, idShape, personName, phone, postTitle, versionShape } from './shapes.js';

const onDay = z.strictObject({ on: dayShape.optional().describe('哪一天') });
const name = z.string().trim().min(1).max(80).describe('名称');
const sort = z.int().min(0).max(100_000).describe('次序');
const regionCode = z
  .string()
  .regex(/^\d{2,12}$/, '区划代码是 2 到 12 位数字。')
  .describe('区划代码');

export const regionShape = z.strictObject({
  regionId: idShape,
  parentId: idShape.nullable(),
  kind: z.enum(regionKinds),
  kindTitle: z.string(),
  name: z.string(),
  sort: z.int(),
  from: dayShape,
  until: dayShape.nullable(),
  /** Valid on the day asked for. */
  code: z.string().nullable(),
  codes: z.array(z.strictObject({ code: z.string(), from: dayShape, until: dayShape.nullable() })),
  version: versionShape,
});

export const listRegions = route({
  ...{ method: 'GET', path: '/people/regions', operation: 'listRegions', summary: '行政区域和片区', may: 'signed_in' },
  query: onDay,
  answer: z.strictObject({ items: z.array(regionShape) }),
});

export const addRegion = route({
  ...{ method: 'POST', path: '/people/regions', operation: 'addRegion', summary: '新增区域', may: 'office.administer' },
  body: z.strictObject({
    parentId: idShape.describe('上级区域'),
    kind: z.enum(regionKinds).describe('类别'),
    ...{ name, sort: sort.default(0), from: dayShape.describe('起日期') },
    code: regionCode.optional(),
  }),
  answer: z.strictObject({ regionId: idShape }),
  refusals: ['people.region_not_found', 'people.code_overlaps'],
});

export const editRegion = route({
  ...{
    method: 'PATCH',
    path: '/people/regions/:regionId',
    operation: 'editRegion',
    summary: '修改区域',
    may: 'office.administer',
  },
  params: z.strictObject({ regionId: idShape }),
  body: z.strictObject({
    name: name.optional(),
    kind: z.enum(regionKinds).optional().describe('类别'),
    parentId: idShape.optional().describe('上级区域'),
    sort: sort.optional(),
    until: dayShape.nullable().optional().describe('止日期'),
    version: versionShape,
  }),
  answer: changedShape,
  refusals: ['people.region_not_found', 'people.region_loop', 'people.dates_reversed', 'door.version_differs'],
});

export const giveRegionCode = route({
  ...{
    method: 'POST',
    path: '/people/regions/:regionId/codes',
    operation: 'giveRegionCode',
    summary: '变更区划代码',
    may: 'office.administer',
  },
  params: z.strictObject({ regionId: idShape }),
  body: z.strictObject({ code: regionCode, from: dayShape.describe('起日期'), until: dayShape.optional().describe('止日期') }),
  answer: changedShape,
  refusals: ['people.region_not_found', 'people.code_overlaps', 'people.dates_reversed'],
});

export const contactShape = z.strictObject({
  contactId: idShape,
  role: z.enum(contactRoles),
  roleTitle: z.string(),
  name: z.string(),
  postTitle: z.string(),
  phoneMasked: z.string().nullable(),
  from: dayShape,
  until: dayShape.nullable(),
  version: versionShape,
});

export const organisationShape = z.strictObject({
  organisationId: idShape,
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(organisationKinds),
  kindTitle: z.string(),
  regionId: idShape.nullable(),
  sort: z.int(),
  closedOn: dayShape.nullable(),
  contacts: z.array(contactShape),
  version: versionShape,
});

export const listOrganisations = route({
  ...{
    method: 'GET',
    path: '/people/organisations',
    operation: 'listOrganisations',
    summary: '单位和联系人',
    may: 'people.read',
  },
  query: onDay,
  answer: z.strictObject({ items: z.array(organisationShape) }),
});

const organisationBody = {
  name,
  shortName: z.string().trim().min(1).max(20).describe('简称'),
  kind: z.enum(organisationKinds).describe('类别'),
  regionId: idShape.nullable().describe('所在区域'),
  sort,
};

export const addOrganisation = route({
  ...{
    method: 'POST',
    path: '/people/organisations',
    operation: 'addOrganisation',
    summary: '新增单位',
    may: 'office.administer',
  },
  body: z.strictObject({ ...organisationBody, regionId: organisationBody.regionId.default(null), sort: sort.default(0) }),
  answer: z.strictObject({ organisationId: idShape }),
  refusals: ['people.organisation_name_taken', 'people.region_not_found'],
});

export const editOrganisation = route({
  ...{
    method: 'PATCH',
    path: '/people/organisations/:organisationId',
    operation: 'editOrganisation',
    summary: '修改单位',
    may: 'office.administer',
  },
  params: z.strictObject({ organisationId: idShape }),
  body: z
    .strictObject({ ...organisationBody, closedOn: dayShape.nullable().describe('撤销日期') })
    .partial()
    .extend({ version: versionShape }),
  answer: changedShape,
  refusals: [
    'people.organisation_not_found',
    'people.organisation_name_taken',
    'people.region_not_found',
    'door.version_differs',
  ],
});

export const addContact = route({
  ...{
    method: 'POST',
    path: '/people/organisations/:organisationId/contacts',
    operation: 'addContact',
    summary: '指定联系人',
    may: 'people.edit',
  },
  params: z.strictObject({ organisationId: idShape }),
  body: z.strictObject({
    role: z.enum(contactRoles).describe('职责'),
    ...{ name: personName, postTitle: postTitle.default(''), phone: phone.optional() },
    from: dayShape.describe('起日期'),
    replaces: z.boolean().default(true).describe('接替原联系人'),
  }),
  answer: z.strictObject({ contactId: idShape }),
  refusals: ['people.organisation_not_found'],
});

export const editContact = route({
  ...{
    method: 'PATCH',
    path: '/people/contacts/:contactId',
    operation: 'editContact',
    summary: '修改联系人',
    may: 'people.edit',
  },
  params: z.strictObject({ contactId: idShape }),
  body: z.strictObject({
    name: personName.optional(),
    postTitle: postTitle.optional(),
    phone: phone.nullable().optional(),
    until: dayShape.nullable().optional().describe('止日期'),
    version: versionShape,
  }),
  answer: changedShape,
  refusals: ['people.contact_not_found', 'people.dates_reversed', 'door.version_differs'],
});

export const unmaskContact = route({
  ...{
    method: 'POST',
    path: '/people/contacts/:contactId/unmask',
    operation: 'unmaskContact',
    summary: '查看联系电话',
    may: 'people.unmask',
  },
  params: z.strictObject({ contactId: idShape }),
  answer: z.strictObject({ phone: z.string().nullable() }),
  refusals: ['people.contact_not_found'],
});

export const readLeadingGroup = route({
  ...{ method: 'GET', path: '/people/leading-group', operation: 'readLeadingGroup', summary: '领导小组', may: 'people.read' },
  query: onDay,
  answer: z.strictObject({
    members: z.array(
      z.strictObject({
        memberId: idShape,
        position: z.enum(groupPositions),
        positionTitle: z.string(),
        organisationId: idShape.nullable(),
        organisationName: z.string().nullable(),
        name: z.string(),
        postTitle: z.string(),
        sort: z.int(),
        from: dayShape,
        until: dayShape.nullable(),
        /** 业务骨干 of the member unit, on the day asked for. */
        contacts: z.array(contactShape),
        version: versionShape,
      }),
    ),
    /** Member units, each counted once. */
    units: z.int(),
    /** Positions that nobody holds. */
    vacant: z.array(z.strictObject({ position: z.enum(groupPositions), title: z.string() })),
    /** Member units that have named nobody. */
    withoutContact: z.array(z.strictObject({ organisationId: idShape, name: z.string() })),
  }),
});

export const addMember = route({
  ...{
    method: 'POST',
    path: '/people/leading-group/members',
    operation: 'addGroupMember',
    summary: '增加领导小组成员',
    may: 'people.edit',
  },
  body: z.strictObject({
    position: z.enum(groupPositions).describe('职务类别'),
    organisationId: idShape.nullable().default(null).describe('成员单位'),
    ...{ name: personName, postTitle: postTitle.default(''), sort: sort.default(0), from: dayShape.describe('起日期') },
  }),
  answer: z.strictObject({ memberId: idShape }),
  refusals: ['people.organisation_not_found'],
});

export const editMember = route({
  ...{
    method: 'PATCH',
    path: '/people/leading-group/members/:memberId',
    operation: 'editGroupMember',
    summary: '修改领导小组成员',
    may: 'people.edit',
  },
  params: z.strictObject({ memberId: idShape }),
  body: z.strictObject({
    name: personName.optional(),
    postTitle: postTitle.optional(),
    position: z.enum(groupPositions).optional().describe('职务类别'),
    sort: sort.optional(),
    until: dayShape.nullable().optional().describe('止日期'),
    version: versionShape,
  }),
  answer: changedShape,
  refusals: ['people.member_not_found', 'people.dates_reversed', 'door.version_differs'],
});

export const readOffice = route({
  ...{ method: 'GET', path: '/people/office', operation: 'readOffice', summary: '本单位', may: 'signed_in' },
  answer: z.strictObject({
    officeId: idShape,
    slug: z.string(),
    name: z.string(),
    shortName: z.string(),
    workName: z.string(),
    rootRegionId: idShape.nullable(),
    settings: officeSettings,
    version: versionShape,
  }),
});

export const editOffice = route({
  ...{
    method: 'PATCH',
    path: '/people/office',
    operation: 'editOffice',
    summary: '修改工作名称和简称',
    may: 'office.administer',
  },
  body: z.strictObject({
    workName: z.string().trim().min(2).max(40).optional().describe('工作名称'),
    shortName: z.string().trim().min(1).max(20).optional().describe('简称'),
    version: versionShape,
  }),
  answer: changedShape,
  refusals: ['door.version_differs'],
});

export const editSecurity = route({
  ...{
    method: 'PATCH',
    path: '/people/office/security',
    operation: 'editOfficeSecurity',
    summary: '修改安全设置',
    may: 'office.secure',
  },
  body: z.strictObject({ ...securitySettings.partial().shape, version: versionShape }),
  answer: changedShape,
  refusals: ['door.version_differs'],
});

/** The full name stands on every paper: a change needs the document that ordered it. */
export const renameOffice = route({
  ...{
    method: 'POST',
    path: '/people/office/name',
    operation: 'renameOffice',
    summary: '变更单位全称',
    may: 'office.administer',
  },
  body: z.strictObject({
    name: z.string().trim().min(4).max(80).describe('全称'),
    basis: z.string().trim().min(2).max(200).describe('依据文件'),
    version: versionShape,
  }),
  answer: changedShape,
  idempotent: true,
  refusals: ['people.name_unchanged', 'door.version_differs'],
});

export const editWorkSettings = route({
  ...{
    method: 'PATCH',
    path: '/people/office/settings',
    operation: 'editOfficeSettings',
    summary: '修改业务设置',
    may: 'office.administer',
  },
  body: z.strictObject({ ...workSettings.partial().shape, version: versionShape }),
  answer: changedShape,
  refusals: ['people.quota_reversed', 'door.version_differs'],
});

/** 公开页的内容 — asked by anybody, before any sign-in. */
export const readPublicPage = route({
  ...{
    method: 'GET',
    path: '/people/offices/:slug/public',
    operation: 'readPublicPage',
    summary: '公开页可展示的内容',
    may: 'anyone',
  },
  params: z.strictObject({ slug: z.string().max(31).describe('单位代号') }),
  answer: z.strictObject({
    officeName: z.string(),
    workName: z.string(),
    /** Null: this page may carry no map. */
    map: z.strictObject({ approvalNumber: z.string() }).nullable(),
  }),
  refusals: ['people.office_not_found'],
});
