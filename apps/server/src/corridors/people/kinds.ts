/** 种类 — of regions, organisations, contacts and positions in the leading group, with their official words. */

export const regionKinds = ['province', 'city', 'county', 'town', 'park', 'village', 'area'] as const;
export type RegionKind = (typeof regionKinds)[number];
export const regionKindTitles: Readonly<Record<RegionKind, string>> = {
  province: '省',
  city: '设区市',
  county: '县（市、区）',
  town: '镇、街道',
  park: '园区、开发区',
  village: '村、社区',
  area: '片区',
};

export const organisationKinds = ['lead_office', 'department', 'area_office', 'superior', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
export const organisationKindTitles: Readonly<Record<OrganisationKind, string>> = {
  lead_office: '牵头办公室',
  department: '部门',
  area_office: '镇街、园区',
  superior: '上级单位',
  other: '其他单位',
};

export const contactRoles = ['head', 'liaison', 'backbone', 'data_officer', 'finance'] as const;
export type ContactRole = (typeof contactRoles)[number];
export const contactRoleTitles: Readonly<Record<ContactRole, string>> = {
  head: '分管负责人',
  liaison: '联络员',
  backbone: '业务骨干',
  data_officer: '数据员',
  finance: '财务',
};

export const groupPositions = ['leader', 'deputy_leader', 'office_director', 'office_deputy', 'member'] as const;
export type GroupPosition = (typeof groupPositions)[number];
export const groupPositionTitles: Readonly<Record<GroupPosition, string>> = {
  leader: '组长',
  deputy_leader: '副组长',
  office_director: '办公室主任',
  office_deputy: '办公室副主任',
  member: '成员单位',
};
