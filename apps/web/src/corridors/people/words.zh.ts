/** 人员用语 — official words of the kinds that the contract knows. */
import type { Answer, Body, Item } from '../../api/ask.js';

type Words<Kind extends string> = Readonly<Record<Kind, string>>;

export const regionKindWords: Words<Item<'listRegions'>['kind']> = {
  province: '省',
  city: '设区市',
  county: '县（市、区）',
  town: '镇、街道',
  park: '园区、开发区',
  village: '村、社区',
  area: '片区',
};
export const organisationKindWords: Words<Item<'listOrganisations'>['kind']> = {
  lead_office: '牵头办公室',
  department: '部门',
  area_office: '镇街、园区',
  superior: '上级单位',
  other: '其他单位',
};
export const contactRoleWords: Words<Body<'addContact'>['role']> = {
  head: '分管负责人',
  liaison: '联络员',
  backbone: '业务骨干',
  data_officer: '数据员',
  finance: '财务',
};
export const positionWords: Words<Answer<'readLeadingGroup'>['members'][number]['position']> = {
  leader: '组长',
  deputy_leader: '副组长',
  office_director: '办公室主任',
  office_deputy: '办公室副主任',
  member: '成员单位',
};
