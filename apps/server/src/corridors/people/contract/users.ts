/** 用户与岗位 — routes. */
import { z } from 'zod';
import { route } from '../../../forms/route.js';
import {
  changedShape,
  dayShape,
  doneShape,
  idShape,
  instantShape,
  pageOf,
  pageQuery,
  personName,
  phone,
  roleShape,
  versionShape,
} from './shapes.js';

const login = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[^\s/\\<>"']+$/u, '登录名不能含空格、斜线、引号和尖括号。')
  .describe('登录名');
export const reason = z.string().trim().min(2).max(200).describe('理由');
export const ofUser = { params: z.strictObject({ userId: idShape }) };
const ofPost = { params: z.strictObject({ postId: idShape }) };

const postShape = z.strictObject({
  postId: idShape,
  role: roleShape,
  title: z.string(),
  regionId: idShape.nullable(),
  organisationId: idShape.nullable(),
  subjectId: idShape.nullable(),
  from: dayShape,
  until: dayShape.nullable(),
});

export const userShape = z.strictObject({
  userId: idShape,
  login: z.string(),
  name: z.string(),
  organisationId: idShape.nullable(),
  /** 138****8000 */
  phoneMasked: z.string().nullable(),
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  /** How many outside identities open this account. */
  identities: z.int().min(0),
  lastSignInAt: instantShape.nullable(),
  posts: z.array(postShape),
  version: versionShape,
});

const secretShape = z.strictObject({
  userId: idShape,
  /** 开通码: shown this once. */
  secret: z.string(),
  expiresAt: instantShape,
});

export const listUsers = route({
  ...{ method: 'GET', path: '/people/users', operation: 'listUsers', summary: '用户名册', may: 'office.users' },
  query: z.strictObject({
    ...pageQuery,
    name: z.string().max(40).optional().describe('姓名'),
    organisationId: idShape.optional().describe('单位'),
  }),
  answer: pageOf(userShape),
});

export const listRoles = route({
  ...{ method: 'GET', path: '/people/roles', operation: 'listRoles', summary: '岗位一览', may: 'office.users' },
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        role: roleShape,
        title: z.string(),
        reach: z.string(),
        secondFactor: z.boolean(),
        permissions: z.array(z.string()),
        excludes: z.array(roleShape),
      }),
    ),
  }),
});

export const createUser = route({
  ...{ method: 'POST', path: '/people/users', operation: 'createUser', summary: '开通用户', may: 'office.administer' },
  body: z.strictObject({ login, name: personName, organisationId: idShape.nullable().describe('单位'), phone: phone.optional() }),
  answer: secretShape,
  refusals: ['people.login_taken', 'people.organisation_not_found'],
});

export const editUser = route({
  ...{
    method: 'PATCH',
    path: '/people/users/:userId',
    operation: 'editUser',
    summary: '修改用户',
    may: 'office.administer',
    ...ofUser,
  },
  body: z.strictObject({
    name: personName.optional(),
    organisationId: idShape.nullable().optional().describe('单位'),
    phone: phone.nullable().optional(),
    version: versionShape,
  }),
  answer: changedShape,
  refusals: ['people.user_not_found', 'people.organisation_not_found', 'door.version_differs'],
});

export const disableUser = route({
  ...{
    method: 'POST',
    path: '/people/users/:userId/disable',
    operation: 'disableUser',
    summary: '停用用户',
    may: 'office.administer',
    ...ofUser,
  },
  body: z.strictObject({ reason }),
  answer: changedShape,
  refusals: ['people.user_not_found', 'people.own_account', 'people.last_administrator'],
});

export const enableUser = route({
  ...{
    method: 'POST',
    path: '/people/users/:userId/enable',
    operation: 'enableUser',
    summary: '恢复用户',
    may: 'office.administer',
    ...ofUser,
  },
  body: z.strictObject({ reason }),
  answer: changedShape,
  refusals: ['people.user_not_found'],
});

export const issueFirstSecret = route({
  ...{ method: 'POST', path: '/people/users/:userId/first-secret', operation: 'issueFirstSecret', summary: '重发开通码' },
  ...{ may: 'office.administer', ...ofUser },
  answer: secretShape,
  refusals: ['people.user_not_found', 'people.own_account'],
});

export const givePost = route({
  ...{
    method: 'POST',
    path: '/people/users/:userId/posts',
    operation: 'givePost',
    summary: '授予岗位',
    may: 'office.secure',
    ...ofUser,
  },
  body: z.strictObject({
    role: roleShape,
    regionId: idShape.optional().describe('区域'),
    organisationId: idShape.optional().describe('单位'),
    subjectId: idShape.optional().describe('企业'),
    from: dayShape.describe('起日期'),
    until: dayShape.optional().describe('止日期'),
    reason,
  }),
  answer: z.strictObject({ postId: idShape }),
  refusals: [
    ...['people.user_not_found', 'people.own_account', 'people.roles_exclude', 'people.reaches_differ', 'people.post_incomplete'],
    ...['people.region_not_found', 'people.organisation_not_found', 'people.dates_reversed'],
  ],
});

export const endPost = route({
  ...{
    method: 'POST',
    path: '/people/posts/:postId/end',
    operation: 'endPost',
    summary: '终止岗位',
    may: 'office.secure',
    ...ofPost,
  },
  body: z.strictObject({ reason }),
  answer: doneShape,
  refusals: ['people.post_not_found', 'people.own_account', 'people.last_administrator'],
});

export const unlockUser = route({
  ...{
    method: 'POST',
    path: '/people/users/:userId/unlock',
    operation: 'unlockUser',
    summary: '解除登录锁定',
    may: 'office.secure',
    ...ofUser,
  },
  answer: doneShape,
  refusals: ['people.user_not_found'],
});

export const endSessions = route({
  ...{
    method: 'POST',
    path: '/people/users/:userId/end-sessions',
    operation: 'endSessions',
    summary: '强制退出',
    may: 'office.secure',
    ...ofUser,
  },
  body: z.strictObject({ reason }),
  answer: z.strictObject({ ended: z.int() }),
  refusals: ['people.user_not_found'],
});

export const resetFactor = route({
  ...{
    method: 'POST',
    path: '/people/users/:userId/reset-factor',
    operation: 'resetFactor',
    summary: '解除动态口令',
    may: 'office.secure',
    ...ofUser,
  },
  body: z.strictObject({ reason }),
  answer: doneShape,
  refusals: ['people.user_not_found', 'people.own_account'],
});
