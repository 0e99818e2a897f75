/** 渠道设置和外发内容 — what the administrator sets for each channel, and what a message of it carries. Secrets stand apart, sealed. */
import { z } from 'zod';
import { type Channel, mailSecurities } from '../kinds.js';

const web = z
  .url({ protocol: /^https?$/, error: '请填写 http 或 https 地址。' })
  .max(300)
  .describe('接收地址');

/** 无 only where the post office stands in the office's own network: the words then travel open. */
export const channelSettings = z.discriminatedUnion('channel', [
  z.strictObject({
    ...{ channel: z.literal('mail'), host: z.string().trim().min(1).max(253).describe('邮件服务器') },
    ...{ port: z.int().min(1).max(65535).describe('端口'), security: z.enum(mailSecurities).describe('加密方式') },
    ...{
      from: z.email('请填写发件邮箱。').max(200).describe('发件邮箱'),
      user: z.string().trim().max(200).default('').describe('账号'),
    },
    authority: z.string().max(20_000).default('').describe('自建证书机构（PEM）'),
  }),
  z.strictObject({ channel: z.literal('sms'), url: web }),
  z.strictObject({ channel: z.literal('webhook'), url: web }),
]);
export type ChannelSettings = z.infer<typeof channelSettings>;
export type MailSettings = Extract<ChannelSettings, { channel: 'mail' }>;

export const message = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('mail'), to: z.email(), subject: z.string(), words: z.string() }),
  z.strictObject({ channel: z.literal('sms'), phone: z.string(), words: z.string() }),
  z.strictObject({ channel: z.literal('webhook'), event: z.string(), payload: z.record(z.string(), z.unknown()) }),
]);
export type Message = z.infer<typeof message>;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where a channel connects to: this must stand on the allowlist. */
export function addressOf(settings: ChannelSettings): Address {
  if (settings.channel === 'mail') return { host: settings.host.toLowerCase(), port: settings.port };
  const { hostname, port, protocol } = new URL(settings.url);
  return {
    host: hostname.replace(/^\[|\]$/g, '').toLowerCase(),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
}

/** Purposes of the seals. */
export const outgoingSeal = 'notices.outgoing';
export const secretSeal = (channel: Channel): string => `notices.channel.${channel}`;
export const wishSeal = { mail: 'notices.wish.mail', sms: 'notices.wish.phone' } as const;
