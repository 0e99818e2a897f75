/**
 * 岗位 — the one table of who may do what. A permission is a verb on a room; which subjects it reaches comes from the post: the whole
 * office, regions, an organisation's ledgers, or one enterprise. @source trust R4, R9, R10, R15; design §8
 */

export const permissions = [
  'office.administer', // 系统管理: organisations, regions, users without their roles, settings
  'office.secure', // 安全管理: roles, lockouts, sessions of others
  'office.audit', // 安全审计: reads the audit ledger, nothing else
  'office.users', // 用户名册: who has which account and post
  'people.read', // 通讯录: organisations, contacts, regions, the leading group
  'people.edit', // 通讯录维护
  'people.unmask', // 查看未遮盖的联系电话
  'year.read',
  'year.manage', // 年度: cycles, stages, deadlines
  'year.report', // 报告进度: duties and tasks of one's own organisation
  'year.decide', // 审定
  'documents.read',
  'documents.edit',
  'documents.seal', // 电子签章, by a licensed system
  'notices.send',
  'files.upload',
  'files.oversee', // 附件与空间: every file the office keeps, and what is left of its quota
  'views.share', // 本单位共用的列表视图
  'jobs.read',
  'registry.read',
  'registry.edit', // 企业用地库: facts of identity and land within reach
  'registry.merge', // merging and splitting enterprises, bulk edits over the whole office
  'registry.export',
  'registry.unmask', // 查看未遮盖的联系人
  'registry.own', // the enterprise itself: its own page
] as const;
export type Permission = (typeof permissions)[number];

export const roles = [
  'lead_clerk',
  'lead_head',
  'department_officer',
  'area_officer',
  'leader',
  'enterprise_user',
  'outside_auditor',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const;
export type Role = (typeof roles)[number];

export interface RoleRow {
  readonly title: string;
  readonly reach: 'office' | 'regions' | 'organisation' | 'subjects' | 'none';
  readonly secondFactor: boolean;
  readonly permissions: readonly Permission[];
  /** Roles that the same person may not hold. */
  readonly excludes: readonly Role[];
}

/** 三员 — apart from each other and from all who do the work. */
export const administrators: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin'];
const others = (self: Role): Role[] => roles.filter((role) => role !== self);
const reading = ['people.read', 'year.read', 'documents.read', 'registry.read', 'jobs.read'] as const;

export const roleTable: Readonly<Record<Role, RoleRow>> = {
  lead_clerk: {
    ...{ title: '牵头办经办', reach: 'office', secondFactor: false, excludes: administrators },
    permissions: [
      ...reading,
      ...(['year.manage', 'year.report', 'documents.edit', 'notices.send', 'files.upload', 'files.oversee'] as const),
      'views.share',
      ...(['registry.edit', 'registry.merge', 'registry.export', 'registry.unmask'] as const),
      ...(['people.edit', 'people.unmask'] as const),
    ],
  },
  lead_head: {
    ...{ title: '牵头办负责人', reach: 'office', secondFactor: true, excludes: administrators },
    permissions: [
      ...reading,
      'year.manage',
      'year.report',
      'year.decide',
      'documents.edit',
      'documents.seal',
      'files.upload',
      'files.oversee',
      'registry.export',
      'registry.unmask',
      'views.share',
    ],
  },
  department_officer: {
    ...{ title: '部门数据员', reach: 'office', secondFactor: false, excludes: administrators },
    permissions: [...reading, 'year.report', 'files.upload'],
  },
  area_officer: {
    ...{ title: '镇街（园区）经办', reach: 'regions', secondFactor: false, excludes: administrators },
    permissions: [...reading, 'year.report', 'files.upload', 'registry.edit', 'registry.export', 'registry.unmask'],
  },
  leader: {
    ...{ title: '领导', reach: 'office', secondFactor: false, excludes: administrators },
    permissions: [...reading],
  },
  enterprise_user: {
    ...{ title: '企业', reach: 'subjects', secondFactor: false, excludes: others('enterprise_user') },
    permissions: ['registry.own', 'files.upload'],
  },
  outside_auditor: {
    ...{ title: '审计', reach: 'office', secondFactor: true, excludes: administrators },
    permissions: [...reading],
  },
  system_admin: {
    ...{ title: '系统管理员', reach: 'none', secondFactor: true, excludes: others('system_admin') },
    permissions: [
      'office.administer',
      'office.users',
      'people.read',
      'people.edit',
      'people.unmask',
      'year.read',
      'documents.read',
    ],
  },
  security_admin: {
    ...{ title: '安全管理员', reach: 'none', secondFactor: true, excludes: others('security_admin') },
    permissions: ['office.secure', 'office.users', 'people.read'],
  },
  audit_admin: {
    ...{ title: '安全审计员', reach: 'none', secondFactor: true, excludes: others('audit_admin') },
    permissions: ['office.audit'],
  },
};

export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => roleTable[role].permissions));
}
