/** 外发渠道、试发、重发、外发意愿. Secrets and addresses are sealed, and never stand in the ledger. */
import { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { seal } from '../../../forms/seal.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { sendAgain, setChannel, setWishes, testChannel } from '../contract.js';
import { type Channel, channelTitles } from '../kinds.js';
import { sendOut } from '../notify.js';
import { type ChannelSettings, type Message, secretSeal, wishSeal } from '../outgoing/settings.js';
import * as rows from '../queries/outgoing.js';
import { refuseNotices, testWords } from '../texts.zh.js';

/** The history says whether there was a secret or an address, never which. */
const bare = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, key.endsWith('_sealed') ? value !== null : value]));

type Wanted = z.infer<typeof setChannel.body>;

/** Mail may do without where no account is asked for; a webhook without a secret could not be told from a forgery. */
function needsSecret(settings: ChannelSettings): boolean {
  return settings.channel === 'mail' ? settings.user !== '' : settings.channel === 'webhook';
}

export const setChannelAction: Action<Wanted, { version: number }> = {
  ...{ name: 'notices.set_channel', title: '设置外发渠道', may: 'office.administer', strong: true, input: setChannel.body },
  async run(step, { version, enabled, settings, secret }) {
    const { tx, actor, house, now } = step;
    const { channel } = settings;
    const before = await rows.findChannel(tx, actor.officeId, channel);
    if ((before?.version ?? 0) !== version) throw refuseForm('version_differs', {}, { version: before?.version ?? 0 });
    if (settings.channel === 'mail' && settings.security === 'none' && settings.user !== '') throw refuseNotices('mail_open');
    if (channel === 'webhook' && secret !== undefined && secret.length < 16)
      throw refuseNotices('secret_missing', { channel: channelTitles[channel] });
    const secret_sealed = secret === undefined ? (before?.secret_sealed ?? null) : seal(house, secretSeal(channel), secret);
    if (enabled && needsSecret(settings) && secret_sealed === null)
      throw refuseNotices('secret_missing', { channel: channelTitles[channel] });
    const set = { enabled, settings: JSON.stringify(settings), secret_sealed, updated_at: now };
    const kept =
      before === undefined
        ? await rows.insertChannel(tx, { office_id: actor.officeId, channel, version: 1, ...set })
        : await rows.updateChannel(tx, actor.officeId, { channel, version, set });
    if (kept === undefined) throw refuseForm('version_differs');
    await keepBefore(step, { kind: 'outgoing_channel', id: channel }, before === undefined ? null : bare(before));
    return {
      output: kept,
      object: { kind: 'outgoing_channel', id: actor.officeId },
      summary: `${channelTitles[channel]}：${enabled ? '启用' : '停用'}${secret === undefined ? '' : '，更换口令'}`,
      change: { enabled, settings, secretChanged: secret !== undefined },
    };
  },
};

function testMessage(channel: Channel, to: string): Message {
  const wrong = () => refuseNotices('address_wrong', { to });
  const { title, words } = testWords;
  if (channel === 'webhook') return { channel, event: 'test', payload: { title, words } };
  if (channel === 'sms') {
    if (!/^1\d{10}$/.test(to)) throw wrong();
    return { channel, phone: to, words: `${title}。${words}` };
  }
  if (!z.email().safeParse(to).success) throw wrong();
  return { channel, to, subject: title, words };
}

/** Makes the message; the route sends it when this is committed. */
export const testChannelAction: Action<z.infer<typeof testChannel.body>, { outgoingId: string }> = {
  ...{ name: 'notices.test_channel', title: '试发一条', may: 'office.administer', input: testChannel.body },
  async run(step, { channel, to }) {
    const { tx, actor } = step;
    if ((await rows.findChannel(tx, actor.officeId, channel))?.enabled !== true)
      throw refuseNotices('channel_not_set', { channel: channelTitles[channel] });
    const [outgoingId = ''] = await sendOut(step, [testMessage(channel, to)]);
    return {
      output: { outgoingId },
      object: { kind: 'outgoing', id: outgoingId },
      summary: `${channelTitles[channel]}试发`,
      change: { channel },
    };
  },
};

export const sendAgainAction: Action<z.infer<typeof sendAgain.params>, Record<string, never>> = {
  ...{ name: 'notices.send_again', title: '重新外发', may: 'office.administer', input: sendAgain.params },
  async run({ tx, actor, now }, { outgoingId }) {
    const row = await rows.findOutgoing(tx, actor.officeId, outgoingId);
    if (row === undefined) throw refuseForm('not_found');
    if (!(await rows.renewOutgoing(tx, actor.officeId, outgoingId, now))) throw refuseNotices('not_given_up');
    return { output: {}, object: { kind: 'outgoing', id: outgoingId }, summary: '重新外发', change: { channel: row.channel } };
  },
};

export const setWishesAction: Action<z.infer<typeof setWishes.body>, { version: number }> = {
  ...{ name: 'notices.set_wishes', title: '设置外发意愿', may: 'signed_in', input: setWishes.body },
  async run(step, { version, mail, phone, mailKinds, smsKinds }) {
    const { tx, actor, house } = step;
    const { officeId, userId } = actor;
    const before = await rows.findWish(tx, officeId, userId);
    if ((before?.version ?? 0) !== version) throw refuseForm('version_differs', {}, { version: before?.version ?? 0 });
    const sealed = (given: string | null | undefined, purpose: string, was: Buffer | null): Buffer | null =>
      given === undefined ? was : given === null ? null : seal(house, purpose, given);
    const set = {
      mail_sealed: sealed(mail, wishSeal.mail, before?.mail_sealed ?? null),
      phone_sealed: sealed(phone, wishSeal.sms, before?.phone_sealed ?? null),
      ...{ mail_kinds: [...new Set(mailKinds)].sort(), sms_kinds: [...new Set(smsKinds)].sort() },
    };
    if (mailKinds.length > 0 && set.mail_sealed === null) throw refuseNotices('address_missing', { what: '邮件' });
    if (smsKinds.length > 0 && set.phone_sealed === null) throw refuseNotices('address_missing', { what: '短信' });
    const kept =
      before === undefined
        ? await rows.insertWish(tx, { office_id: officeId, user_id: userId, version: 1, ...set })
        : await rows.updateWish(tx, officeId, { userId, version, set });
    if (kept === undefined) throw refuseForm('version_differs');
    await keepBefore(step, { kind: 'notice_wish', id: userId }, before === undefined ? null : bare(before));
    return {
      output: kept,
      object: { kind: 'user', id: userId },
      summary: `邮件 ${mailKinds.length} 种，短信 ${smsKinds.length} 种`,
      change: { mailKinds, smsKinds, addressesChanged: mail !== undefined || phone !== undefined },
    };
  },
};
