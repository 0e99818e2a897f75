/** 登录与我的账号 — routes. */
import { z } from 'zod';
import { route } from '../../../forms/route.js';
import { doneShape, idShape, instantShape, permissionShape, personName, roleShape } from './shapes.js';

const password = z.string().min(1).max(1024).describe('密码');
const code = z
  .string()
  .regex(/^\d{6}$/, '动态口令是 6 位数字。')
  .describe('动态口令');
const token = z.string().min(1).max(200).describe('链接或开通码');

export const whoShape = z.strictObject({
  userId: idShape,
  name: personName,
  login: z.string(),
  office: z.strictObject({
    officeId: idShape,
    slug: z.string(),
    name: z.string(),
    workName: z.string(),
    rootRegionId: idShape.nullable(),
  }),
  /** True where the data folder holds the demonstration. */
  demonstration: z.boolean(),
  roles: z.array(z.strictObject({ role: roleShape, title: z.string() })),
  permissions: z.array(permissionShape),
  reach: z.strictObject({
    kind: z.enum(['office', 'regions', 'subjects', 'none']),
    /** 全区 · 三余镇、通州湾 · 本企业 */
    words: z.string(),
    regionIds: z.array(idShape),
    subjectIds: z.array(idShape),
  }),
  organisation: z.strictObject({ organisationId: idShape, name: z.string() }).nullable(),
  secondFactor: z.strictObject({
    enrolled: z.boolean(),
    used: z.boolean(),
    /** A post of this person works only with it. */
    needed: z.boolean(),
  }),
  /** The clock of the house: dates that a page proposes go by it. */
  now: z.iso.datetime(),
  /** The password is older than the office allows: nothing else works until it is changed. */
  passwordOld: z.boolean(),
  /** Goes back as `x-csrf-token` with everything that is not a GET. */
  csrfToken: z.string(),
  idleMinutes: z.int(),
  provedAt: instantShape,
});

const gateRefusals = ['people.sign_in_failed', 'people.locked', 'people.account_disabled'] as const;

export const listOffices = route({
  ...{ method: 'GET', path: '/people/offices', operation: 'listOffices', summary: '可登录的单位', may: 'anyone' },
  answer: z.strictObject({
    items: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    /** Whether sign-in through the government's own identity service is set up. */
    identityService: z.boolean(),
  }),
});

export const signIn = route({
  ...{ method: 'POST', path: '/people/sign-in', operation: 'signIn', summary: '登录', may: 'anyone', perMinute: 60 },
  body: z.strictObject({
    office: z.string().max(40).optional().describe('单位'),
    login: z.string().min(1).max(100).describe('登录名'),
    password,
    code: code.optional(),
  }),
  answer: whoShape,
  refusals: [...gateRefusals, 'people.office_unclear', 'people.code_needed', 'people.code_wrong'],
});

export const signInByLink = route({
  ...{
    method: 'POST',
    path: '/people/sign-in-link',
    operation: 'signInByLink',
    summary: '一次性链接登录',
    may: 'anyone',
    perMinute: 60,
  },
  body: z.strictObject({ token }),
  answer: whoShape,
  refusals: ['people.link_spent', 'people.account_disabled'],
});

export const setFirstPassword = route({
  ...{
    method: 'POST',
    path: '/people/first-password',
    operation: 'setFirstPassword',
    summary: '首次设置密码',
    may: 'anyone',
    perMinute: 60,
  },
  body: z.strictObject({ secret: token, password }),
  answer: whoShape,
  refusals: ['people.link_spent', 'people.password_unfit', 'people.account_disabled'],
});

export const startIdentity = route({
  ...{
    method: 'POST',
    path: '/people/identity/start',
    operation: 'startIdentity',
    summary: '转到统一身份认证',
    may: 'anyone',
    perMinute: 60,
  },
  body: z.strictObject({ office: z.string().max(40).optional().describe('单位') }),
  answer: z.strictObject({
    url: z.string(),
    /** The page keeps it until the browser comes back, and sends it with the result. */
    flow: z.string(),
  }),
  refusals: ['people.identity_off', 'people.office_unclear'],
});

export const finishIdentity = route({
  ...{
    method: 'POST',
    path: '/people/identity/finish',
    operation: 'finishIdentity',
    summary: '完成统一身份认证',
    may: 'anyone',
    perMinute: 60,
  },
  body: z.strictObject({
    /** The address that the identity service came back to: query string only, `?code=…&state=…`. */
    answer: z.string().min(1).max(4000).describe('认证结果'),
    flow: z.string().min(1).max(2000).describe('认证过程'),
  }),
  answer: whoShape,
  refusals: ['people.identity_off', 'people.identity_failed', 'people.identity_unknown', 'people.account_disabled'],
});

export const signOut = route({
  ...{ method: 'POST', path: '/people/sign-out', operation: 'signOut', summary: '退出登录', may: 'signed_in' },
  answer: doneShape,
});

export const whoAmI = route({
  ...{ method: 'GET', path: '/people/me', operation: 'whoAmI', summary: '我是谁', may: 'signed_in' },
  answer: whoShape,
});

export const prove = route({
  ...{
    method: 'POST',
    path: '/people/me/proof',
    operation: 'proveIdentity',
    summary: '再次确认身份',
    may: 'signed_in',
    perMinute: 60,
  },
  body: z.union([z.strictObject({ password }), z.strictObject({ code })]),
  answer: whoShape,
  refusals: ['people.proof_failed', 'people.locked'],
});

export const changePassword = route({
  ...{
    method: 'POST',
    path: '/people/me/password',
    operation: 'changePassword',
    summary: '修改密码',
    may: 'signed_in',
    perMinute: 60,
  },
  body: z.strictObject({ current: password, password: password.describe('新密码') }),
  answer: whoShape,
  refusals: ['people.proof_failed', 'people.locked', 'people.password_unfit'],
});

export const beginFactor = route({
  ...{ method: 'POST', path: '/people/me/factor', operation: 'beginFactor', summary: '开始绑定动态口令', may: 'signed_in' },
  answer: z.strictObject({ secret: z.string(), uri: z.string() }),
  refusals: ['people.factor_present', 'door.proof_needed'],
});

export const confirmFactor = route({
  ...{
    method: 'POST',
    path: '/people/me/factor/confirm',
    operation: 'confirmFactor',
    summary: '完成绑定动态口令',
    may: 'signed_in',
    perMinute: 10,
  },
  body: z.strictObject({ code }),
  answer: whoShape,
  refusals: ['people.factor_absent', 'people.factor_present', 'people.code_wrong', 'door.proof_needed'],
});
