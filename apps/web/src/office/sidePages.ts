/** 旁页 — pages beside the rooms, and which permission each needs. */
import type { Permission } from './session.js';

type DeskPath = '/documents' | '/files' | '/jobs' | '/notices' | '/settings';

export interface SidePage {
  readonly to: '/account' | '/year' | '/people/places' | '/people/users' | '/people/leading-group' | '/audit' | DeskPath;
  readonly title: string;
  readonly may: readonly Permission[] | null;
}

export const sidePages: readonly SidePage[] = [
  { to: '/year', title: '年度安排', may: ['year.read'] },
  { to: '/documents', title: '文件库', may: ['documents.read'] },
  { to: '/files', title: '附件与空间', may: ['files.upload', 'files.oversee'] },
  { to: '/jobs', title: '任务进度', may: ['jobs.read'] },
  { to: '/notices', title: '通知', may: null },
  { to: '/people/leading-group', title: '领导小组', may: ['people.read'] },
  { to: '/people/places', title: '区域与单位', may: ['people.read', 'office.administer'] },
  { to: '/people/users', title: '用户与岗位', may: ['office.users'] },
  { to: '/settings', title: '单位设置', may: ['office.administer', 'office.secure'] },
  { to: '/audit', title: '审计台账', may: ['office.audit'] },
  { to: '/account', title: '我的账号', may: null },
];
