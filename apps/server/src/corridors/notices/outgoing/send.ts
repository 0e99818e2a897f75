/**
 * 发送 — takes what is due, sends it, and notes how it went: at least once, again after growing pauses, given up after a day. Any
 * number of processes may run it at once.
 */
import type { House } from '../../../forms/house.js';
import { unseal } from '../../../forms/seal.js';
import { inScope, wholeOffice } from '../../../store/scope.js';
import { outgoingSeal } from '../notify.js';
import { takeDue, updateOutgoing } from '../queries/notices.js';
import { allowlistOf } from './allowlist.js';
import { message, postOf } from './channels.js';
import { type PostTrouble, post, type Wire } from './post.js';

export const troubleWords: Readonly<Record<PostTrouble, string>> = {
  not_allowed: '对方地址不在外联白名单（数据目录 outbound.json）中',
  address_refused: '对方主机解析到不允许的地址',
  redirected: '对方要求转到别处，未跟随',
  refused: '对方没有接收',
  unreachable: '连接不上对方',
  too_slow: '对方没有在规定时间内应答',
};

/** Minutes until the next try. */
const pauses = [1, 5, 15, 60, 180, 360, 720];
const atOnce = 20;

export interface SentCount {
  readonly sent: number;
  readonly failed: number;
}

export async function sendDue(house: House, officeId: string, wire: Partial<Wire> = {}): Promise<SentCount> {
  const allowed = wire.allowed ?? allowlistOf(house);
  return inScope(house.store, wholeOffice(officeId), async (tx) => {
    const count = { sent: 0, failed: 0 };
    for (const row of await takeDue(tx, officeId, { at: house.now(), limit: atOnce })) {
      const words = message.parse(JSON.parse(unseal(house, outgoingSeal, row.sealed)));
      const trouble = await post(postOf(words, { id: row.outgoing_id, at: row.created_at }), { ...wire, allowed });
      const now = house.now();
      const attempts = row.attempts + 1;
      if (trouble === undefined) {
        await updateOutgoing(tx, officeId, row.outgoing_id, { state: 'sent', attempts, sent_at: now, last_error: '' });
        count.sent++;
        continue;
      }
      const pause = pauses[attempts - 1];
      const next = pause === undefined ? row.next_at : new Date(now.getTime() + pause * 60_000);
      const state = pause === undefined ? ('given_up' as const) : ('waiting' as const);
      await updateOutgoing(tx, officeId, row.outgoing_id, { state, attempts, next_at: next, last_error: troubleWords[trouble] });
      count.failed++;
    }
    return count;
  });
}
