/** 通知的接口。 */
import { acts, type Bound, reads } from '../../forms/route.js';
import { markNoticesAction, sendReminderAction } from './actions/notices.js';
import * as contract from './contract.js';
import { countUnread, listNotices } from './queries/notices.js';

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
      next: last === undefined ? null : `${last.at.toISOString()}~${last.notice_id}`,
    };
  }),
  acts(contract.markNotices, markNoticesAction, ({ body }) => body),
  acts(contract.sendReminder, sendReminderAction, ({ body }) => body),
];

function beforeOf(text: string | undefined): { at: Date; noticeId: string } | undefined {
  const [instant, noticeId] = (text ?? '').split('~');
  const at = new Date(instant ?? '');
  return noticeId === undefined || Number.isNaN(at.getTime()) ? undefined : { at, noticeId };
}
