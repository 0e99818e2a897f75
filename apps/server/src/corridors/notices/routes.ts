/** 通知的接口。 */
import { perform } from '../../forms/action.js';
import { acts, type Bound, reads } from '../../forms/route.js';
import { readInScope } from '../../store/scope.js';
import { markNoticesAction, noteVisitAction, sendReminderAction } from './actions/notices.js';
import { sendAgainAction, setChannelAction, setWishesAction, testChannelAction } from './actions/outgoing.js';
import * as contract from './contract.js';
import { sendOne } from './outgoing/send.js';
import { countUnread, listNotices } from './queries/notices.js';
import { findOutgoing } from './queries/outgoing.js';
import { readChannelList, readOwnWishes, readSendings } from './reads.js';

export const noticeRoutes: readonly Bound[] = [
  reads(contract.readNotices, async ({ tx, actor }, { query }) => {
    const { officeId, userId } = actor;
    const { limit } = query;
    const rows = await listNotices(tx, officeId, {
      ...{ userId, limit, unreadOnly: query.unread === 'true', before: beforeOf(query.after) },
    });
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => ({
        ...{ noticeId: row.notice_id, at: row.at.toISOString(), title: row.title, words: row.words, link: row.link },
        readAt: row.read_at?.toISOString() ?? null,
      })),
      unread: await countUnread(tx, officeId, userId),
      next: last === undefined ? null : `${last.at.toISOString()}_${last.notice_id}`,
    };
  }),
  acts(contract.markNotices, markNoticesAction, ({ body }) => body),
  acts(contract.sendReminder, sendReminderAction, ({ body }) => body),
  acts(contract.noteVisit, noteVisitAction, () => ({})),
  reads(contract.readChannels, (reading) => readChannelList(reading)),
  acts(contract.setChannel, setChannelAction, ({ body }) => body),
  {
    route: contract.testChannel,
    /** Sent when the action is committed: nothing waits in a transaction for another machine. A resent request is not sent twice. */
    async answer(asked, request) {
      const body = contract.testChannel.body.parse(request.body);
      const { outgoingId } = await perform(testChannelAction, body, asked);
      const { officeId } = asked.actor;
      await sendOne(asked.house, officeId, { wire: {}, only: outgoingId });
      const row = await readInScope(asked.house.store, asked.actor, (tx) => findOutgoing(tx, officeId, outgoingId));
      return { sent: row?.state === 'sent', trouble: row === undefined || row.last_error === '' ? null : row.last_error };
    },
  },
  reads(contract.listSendings, (reading, { query }) => readSendings(reading, query)),
  acts(contract.sendAgain, sendAgainAction, ({ params }) => params),
  reads(contract.readWishes, (reading) => readOwnWishes(reading)),
  acts(contract.setWishes, setWishesAction, ({ body }) => body),
];

function beforeOf(text: string | undefined): { at: Date; noticeId: string } | undefined {
  const [instant, noticeId] = (text ?? '').split('_');
  const at = new Date(instant ?? '');
  return noticeId === undefined || Number.isNaN(at.getTime()) ? undefined : { at, noticeId };
}
