/** 外发的查看 — channels with what became of their messages, the record, and one's own wishes with masked addresses. */

import type { Reading } from '../../forms/route.js';
import { maskPhone, unseal } from '../../forms/seal.js';
import type { ChannelAnswer } from './contract.js';
import { channels, channelTitles, type NoticeKind, noticeKinds, noticeKindTitles } from './kinds.js';
import { type Allowed, allowlistOf, findAddress } from './outgoing/allowlist.js';
import { addressOf, channelSettings, wishSeal } from './outgoing/settings.js';
import { countOutgoing, findWish, listChannels, listOutgoing } from './queries/outgoing.js';

export async function readChannelList({ tx, actor, house }: Reading): Promise<{ items: ChannelAnswer[] }> {
  const rows = await listChannels(tx, actor.officeId);
  const counts = await countOutgoing(tx, actor.officeId);
  const allowed = allowedNow(house);
  return {
    items: channels.map((channel) => {
      const row = rows.find((one) => one.channel === channel);
      const settings = channelSettings.safeParse(row?.settings).data ?? null;
      const address = settings === null ? null : addressOf(settings);
      const count = (state: string): number =>
        Number(counts.find((one) => one.channel === channel && one.state === state)?.count ?? 0);
      return {
        ...{ channel, title: channelTitles[channel], enabled: row?.enabled ?? false, settings, version: row?.version ?? 0 },
        hasSecret: (row?.secret_sealed ?? null) !== null,
        address: address === null ? null : `${address.host}:${address.port}`,
        allowed: address !== null && findAddress(allowed, address) !== undefined,
        ...{ waiting: count('waiting'), sent: count('sent'), givenUp: count('given_up') },
      };
    }),
  };
}

/** An unreadable list allows nothing; doctor and the record of sending tell why. */
function allowedNow(house: Reading['house']): readonly Allowed[] {
  try {
    return allowlistOf(house);
  } catch {
    return [];
  }
}

interface SendingsAsked {
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function readSendings({ tx, actor }: Reading, asked: SendingsAsked) {
  const rows = await listOutgoing(tx, actor.officeId, asked);
  return {
    items: rows.map((row) => ({
      ...{ outgoingId: row.outgoing_id, channel: channels.find((one) => one === row.channel) ?? ('webhook' as const) },
      ...{ state: row.state, attempts: row.attempts, lastError: row.last_error, createdAt: row.created_at.toISOString() },
      nextAt: row.state === 'waiting' ? row.next_at.toISOString() : null,
      sentAt: row.sent_at?.toISOString() ?? null,
    })),
    next: rows.length === asked.limit ? (rows.at(-1)?.outgoing_id ?? null) : null,
  };
}

export async function readOwnWishes({ tx, actor, house }: Reading) {
  const wish = await findWish(tx, actor.officeId, actor.userId);
  const open = new Set((await listChannels(tx, actor.officeId)).filter(({ enabled }) => enabled).map(({ channel }) => channel));
  const of = (kinds: readonly string[]): NoticeKind[] => noticeKinds.filter((kind) => kinds.includes(kind));
  return {
    mailMasked: wish?.mail_sealed == null ? null : maskMail(unseal(house, wishSeal.mail, wish.mail_sealed)),
    phoneMasked: wish?.phone_sealed == null ? null : maskPhone(unseal(house, wishSeal.sms, wish.phone_sealed)),
    ...{ mailKinds: of(wish?.mail_kinds ?? []), smsKinds: of(wish?.sms_kinds ?? []) },
    ...{ mailOpen: open.has('mail'), smsOpen: open.has('sms'), version: wish?.version ?? 0 },
    kinds: noticeKinds.map((kind) => ({ kind, title: noticeKindTitles[kind] })),
  };
}

/** `wa****@example.cn` */
const maskMail = (mail: string): string => mail.replace(/^(.{0,2})[^@]*/, '$1****');
