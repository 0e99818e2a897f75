/** Routes of what leaves the house: channels, the record of sending, and what a person wants. */
import { z } from 'zod';
import { route } from '../../../forms/route.js';
import { channels, noticeKinds } from '../kinds.js';
import { channelSettings } from '../outgoing/settings.js';

const id = z.guid().describe('编号');
const channel = z.enum(channels);

export const channelAnswer = z.strictObject({
  channel,
  title: z.string(),
  enabled: z.boolean(),
  settings: channelSettings.nullable(),
  hasSecret: z.boolean(),
  /** host:port to put on the allowlist; null while nothing is set. */
  address: z.string().nullable(),
  /** It stands there. */
  allowed: z.boolean(),
  waiting: z.int(),
  sent: z.int(),
  givenUp: z.int(),
  version: z.int(),
});
export type ChannelAnswer = z.infer<typeof channelAnswer>;

export const readChannels = route({
  ...{ method: 'GET', path: '/notices/channels', operation: 'readChannels', summary: '外发渠道', may: 'office.administer' },
  answer: z.strictObject({ items: z.array(channelAnswer) }),
});

export const setChannel = route({
  ...{ method: 'PUT', path: '/notices/channels', operation: 'setChannel', summary: '设置外发渠道', may: 'office.administer' },
  body: z.strictObject({
    version: z.int().min(0).describe('版本，新设为 0'),
    enabled: z.boolean().describe('启用'),
    settings: channelSettings,
    /** Absent: as before. */
    secret: z.string().min(1).max(500).optional().describe('口令'),
  }),
  answer: z.strictObject({ version: z.int() }),
  refusals: ['notices.secret_missing', 'notices.mail_open', 'door.version_differs'],
});

export const testChannel = route({
  ...{ method: 'POST', path: '/notices/channels/tests', operation: 'testChannel', summary: '试发一条', may: 'office.administer' },
  body: z.strictObject({
    channel,
    /** An e-mail address or a phone number; nothing for a webhook. */
    to: z.string().trim().max(200).default('').describe('收件邮箱或手机号'),
  }),
  answer: z.strictObject({ sent: z.boolean(), trouble: z.string().nullable() }),
  idempotent: true,
  perMinute: 10,
  refusals: ['notices.channel_not_set', 'notices.address_wrong'],
});

export const outgoingAnswer = z.strictObject({
  outgoingId: id,
  channel,
  state: z.enum(['waiting', 'sent', 'given_up']),
  attempts: z.int(),
  lastError: z.string(),
  createdAt: z.iso.datetime(),
  nextAt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime().nullable(),
});

export const listSendings = route({
  ...{ method: 'GET', path: '/notices/outgoing', operation: 'listSendings', summary: '外发记录', may: 'office.administer' },
  query: z.strictObject({
    state: z.enum(['waiting', 'sent', 'given_up']).optional().describe('状态'),
    limit: z.coerce.number().int().min(1).max(200).default(50).describe('每页条数'),
    after: z.uuid().optional().describe('从哪一条之后'),
  }),
  answer: z.strictObject({ items: z.array(outgoingAnswer), next: z.string().nullable() }),
});

export const sendAgain = route({
  method: 'POST',
  path: '/notices/outgoing/:outgoingId/renewal',
  operation: 'sendAgain',
  summary: '重新外发',
  may: 'office.administer',
  params: z.strictObject({ outgoingId: id }),
  answer: z.strictObject({}),
  refusals: ['notices.not_given_up'],
});

const kinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length);
export const wishAnswer = z.strictObject({
  mailMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  mailKinds: kinds,
  smsKinds: kinds,
  /** Channels that the office has switched on. */
  mailOpen: z.boolean(),
  smsOpen: z.boolean(),
  kinds: z.array(z.strictObject({ kind: z.enum(noticeKinds), title: z.string() })),
  version: z.int(),
});

export const readWishes = route({
  ...{ method: 'GET', path: '/notices/wishes', operation: 'readWishes', summary: '我的外发意愿', may: 'signed_in' },
  answer: wishAnswer,
});

export const setWishes = route({
  ...{ method: 'PUT', path: '/notices/wishes', operation: 'setWishes', summary: '设置我的外发意愿', may: 'signed_in' },
  body: z.strictObject({
    version: z.int().min(0).describe('版本，新设为 0'),
    /** Absent: as before; null: taken away. */
    mail: z.email('请填写邮箱。').max(200).nullable().optional().describe('邮箱'),
    phone: z
      .string()
      .regex(/^1\d{10}$/, '请填写 11 位手机号。')
      .nullable()
      .optional()
      .describe('手机号'),
    mailKinds: kinds.describe('发邮件的种类'),
    smsKinds: kinds.describe('发短信的种类'),
  }),
  answer: z.strictObject({ version: z.int() }),
  refusals: ['notices.address_missing', 'door.version_differs'],
});
