/**
 * 发通知 — a shared step: notices, and what leaves the house because of them, are written in the transaction of the action that causes
 * them. Everybody has the bell; mail and SMS reach those who asked for this kind; a webhook tells the office's other system once.
 */
import type { Step } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { seal, unseal } from '../../forms/seal.js';
import type { NoticeKind } from './kinds.js';
import { type Message, outgoingSeal, wishSeal } from './outgoing/settings.js';
import { insertNotices, usersOfOrganisation } from './queries/notices.js';
import { insertOutgoing, listChannels, loginsOf, wishesOf } from './queries/outgoing.js';

/** What of an action's step is needed: the night has no action. */
export interface Telling extends Pick<Step, 'tx' | 'house' | 'now' | 'newId'> {
  readonly actor: Pick<Actor, 'officeId'>;
}

export interface Notice {
  readonly title: string;
  readonly words: string;
  /** A path inside this system. */
  readonly link: string;
}

export type To = ({ readonly userIds: readonly string[] } | { readonly organisationId: string }) & {
  /** `reminder` unless said otherwise. */
  readonly kind?: NoticeKind;
};

/** How many readers it has. */
export async function notify(step: Telling, to: To, notice: Notice): Promise<number> {
  const { tx, actor, now } = step;
  const readers =
    'userIds' in to ? to.userIds : (await usersOfOrganisation(tx, actor.officeId, to.organisationId)).map((user) => user.user_id);
  const userIds = [...new Set(readers)];
  const rows = userIds.map((user_id) => ({
    ...{ office_id: actor.officeId, notice_id: step.newId(), user_id, at: now, ...notice, read_at: null },
  }));
  if (rows.length === 0) return 0;
  await insertNotices(tx, rows);
  await sendOut(step, await messagesOf(step, { userIds, kind: to.kind ?? 'reminder', notice }));
  return rows.length;
}

interface Told {
  readonly userIds: readonly string[];
  readonly kind: NoticeKind;
  readonly notice: Notice;
}

/** An SMS carries the title and nothing more: it is read on the way. */
async function messagesOf({ tx, actor, house }: Telling, { userIds, kind, notice }: Told): Promise<Message[]> {
  const open = new Set((await listChannels(tx, actor.officeId)).filter(({ enabled }) => enabled).map(({ channel }) => channel));
  if (open.size === 0) return [];
  const messages: Message[] = [];
  const { title, words, link } = notice;
  for (const wish of await wishesOf(tx, actor.officeId, userIds)) {
    if (open.has('mail') && wish.mail_sealed !== null && wish.mail_kinds.includes(kind)) {
      const to = unseal(house, wishSeal.mail, wish.mail_sealed);
      messages.push({ channel: 'mail', to, subject: title, words: `${title}\n\n${words}\n\n请登录系统查看（${link}）。` });
    }
    if (open.has('sms') && wish.phone_sealed !== null && wish.sms_kinds.includes(kind)) {
      const phone = unseal(house, wishSeal.sms, wish.phone_sealed);
      messages.push({ channel: 'sms', phone, words: `${title}。请登录系统查看。` });
    }
  }
  if (open.has('webhook')) {
    const readers = (await loginsOf(tx, actor.officeId, userIds)).map(({ login }) => login);
    messages.push({ channel: 'webhook', event: `notice.${kind}`, payload: { title, words, link, readers } });
  }
  return messages;
}

/** 外发 — sent after the commit, at least once; nothing leaves when the action rolls back. Gives the ids. */
export async function sendOut({ tx, actor, now, house, newId }: Telling, messages: readonly Message[]): Promise<string[]> {
  const rows = messages.map((message) => ({
    ...{ office_id: actor.officeId, outgoing_id: newId(), channel: message.channel },
    ...{ sealed: seal(house, outgoingSeal, JSON.stringify(message)), state: 'waiting' as const, attempts: 0, next_at: now },
    ...{ sending_until: null, last_error: '', created_at: now, sent_at: null },
  }));
  if (rows.length > 0) await insertOutgoing(tx, rows);
  return rows.map(({ outgoing_id }) => outgoing_id);
}
