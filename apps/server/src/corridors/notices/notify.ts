/** 发通知 — a shared step: notices and what leaves the house are written in the transaction of the action that causes them. */
import type { Step } from '../../forms/action.js';
import { seal } from '../../forms/seal.js';
import type { Message } from './outgoing/channels.js';
import { insertNotices, insertOutgoing, usersOfOrganisation } from './queries/notices.js';

export interface Notice {
  readonly title: string;
  readonly words: string;
  /** A path inside this system. */
  readonly link: string;
}

export type To = { readonly userIds: readonly string[] } | { readonly organisationId: string };

/** How many readers it has. */
export async function notify(step: Step, to: To, notice: Notice): Promise<number> {
  const { tx, actor, now } = step;
  const readers =
    'userIds' in to ? to.userIds : (await usersOfOrganisation(tx, actor.officeId, to.organisationId)).map((user) => user.user_id);
  const rows = [...new Set(readers)].map((user_id) => ({
    ...{ office_id: actor.officeId, notice_id: step.newId(), user_id, at: now, ...notice, read_at: null },
  }));
  if (rows.length > 0) await insertNotices(tx, rows);
  return rows.length;
}

export const outgoingSeal = 'notices.outgoing';

/** 外发 — sent after the commit, at least once; nothing leaves when the action rolls back. */
export async function sendOut(step: Step, message: Message): Promise<void> {
  const { tx, actor, now, house } = step;
  await insertOutgoing(tx, {
    ...{ office_id: actor.officeId, outgoing_id: step.newId(), channel: message.channel },
    ...{ sealed: seal(house, outgoingSeal, JSON.stringify(message)), state: 'waiting', attempts: 0, next_at: now },
    ...{ last_error: '', created_at: now, sent_at: null },
  });
}
