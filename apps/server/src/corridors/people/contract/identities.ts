/** 统一身份关联 — which outside identities open an account: routes. The answer of a sign-in is in signIn.ts. */
import { z } from 'zod';
import { route } from '../../../forms/route.js';
import { doneShape, idShape, instantShape, personName } from './shapes.js';
import { ofUser, reason } from './users.js';

export const identityShape = z.strictObject({
  identityId: idShape,
  /** 认证服务 */
  issuer: z.string(),
  /** 身份标识 — as the service calls the person. */
  subject: z.string(),
  linkedAt: instantShape,
  linkedByName: personName,
  /** The house still asks this service: otherwise the identity opens nothing. */
  served: z.boolean(),
});

export const listIdentities = route({
  ...{ method: 'GET', path: '/people/users/:userId/identities', operation: 'listIdentities', summary: '账号关联的统一身份' },
  ...{ may: 'office.users', ...ofUser },
  answer: z.strictObject({
    items: z.array(identityShape),
    /** The service that the house asks; null where none is set up. */
    service: z.string().nullable(),
    /** Without a password the person gets in by an identity only. */
    passwordSet: z.boolean(),
  }),
  refusals: ['people.user_not_found'],
});

/** 我的统一身份 — everybody sees what opens their own account. */
export const listOwnIdentities = route({
  ...{ method: 'GET', path: '/people/me/identities', operation: 'listOwnIdentities', summary: '我的统一身份', may: 'signed_in' },
  answer: listIdentities.answer,
});

export const linkIdentity = route({
  ...{ method: 'POST', path: '/people/users/:userId/identities', operation: 'linkIdentity', summary: '关联统一身份' },
  ...{ may: 'office.administer', ...ofUser },
  body: z.strictObject({
    issuer: z.url({ error: '认证服务应是网址，如 https://id.example.gov.cn。' }).max(300).describe('认证服务'),
    subject: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .regex(/^\P{Cc}+$/u, '身份标识不能换行，请原样复制。')
      .describe('身份标识'),
  }),
  answer: z.strictObject({ identityId: idShape }),
  refusals: [
    ...['people.user_not_found', 'people.identity_taken', 'people.identity_linked', 'people.issuer_unknown'],
    'people.identity_not_served',
  ],
});

export const unlinkIdentity = route({
  ...{ method: 'POST', path: '/people/identities/:identityId/unlink', operation: 'unlinkIdentity', summary: '解除统一身份' },
  may: 'office.administer',
  params: z.strictObject({ identityId: idShape }),
  body: z.strictObject({ reason }),
  answer: doneShape,
  refusals: ['people.identity_not_found'],
});
