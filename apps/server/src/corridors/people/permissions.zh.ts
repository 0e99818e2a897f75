/** 权限的叫法 — as a refusal names it to the person who lacks it, with the posts that hold it. */
import { type Permission, roles, roleTable } from './roles.js';

const titles: Readonly<Record<Permission, string>> = {
  'office.administer': '系统管理',
  'office.secure': '安全管理',
  'office.audit': '查看审计台账',
  'office.users': '查看用户名册',
  'people.read': '查看通讯录',
  'people.edit': '维护通讯录',
  'people.unmask': '查看未遮盖的联系电话',
  'year.read': '查看年度安排',
  'year.manage': '编排年度安排',
  'year.report': '报告任务进度',
  'year.decide': '审定',
  'documents.read': '查看文件库',
  'documents.edit': '维护文件库',
  'documents.seal': '电子签章',
  'notices.send': '发送通知',
  'files.upload': '上传附件',
  'files.oversee': '管理附件与空间',
  'views.share': '设置共用视图',
  'jobs.read': '查看任务进度',
  'registry.read': '查看企业用地库',
  'registry.edit': '登记、更正企业和用地',
  'registry.merge': '合并、拆分和成批修改企业',
  'registry.export': '导出企业用地库',
  'registry.unmask': '查看未遮盖的企业联系人',
  'registry.own': '办理本企业事项',
};

/** Which rule stops, and who can: the blanks of `door.not_permitted`. */
export const permissionInWords = (permission: Permission): { readonly what: string; readonly who: string } => ({
  what: titles[permission],
  who: roles
    .filter((role) => roleTable[role].permissions.includes(permission))
    .map((role) => roleTable[role].title)
    .join('、'),
});
