/** 旁页 — pages beside the rooms, and which permission each needs. */
import type { Permission } from './session.js';

export interface SidePage {
  readonly to: '/account' | '/year' | '/people/places' | '/people/users' | '/people/leading-group' | '/audit';
  readonly title: string;
  readonly may: readonly Permission[] | null;
}

export const sidePages: readonly SidePage[] = [
  { to: '/year', title: '年度安排', may: ['year.read'] },
  { to: '/people/leading-group', title: '领导小组', may: ['people.read'] },
  { to: '/people/places', title: '区域与单位', may: ['people.read', 'office.administer'] },
  { to: '/people/users', title: '用户与岗位', may: ['office.users'] },
  { to: '/audit', title: '审计台账', may: ['office.audit'] },
  { to: '/account', title: '我的账号', may: null },
];
