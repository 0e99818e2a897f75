/** 给企业的通知 — what the office has told and nobody here has opened yet; each leads to the page it speaks of, and is read there. */
import type { ReactNode } from 'react';
import { ask, type Item } from '../api/ask.js';
import { formatInstant } from '../furniture/values.js';
import { type Asked, useDoing } from './asking.js';
import { Card, To, Warn } from './parts.js';
import { placeOf } from './view.js';

export type Notice = Item<'readNotices'>;
export type Unread = Asked<{ readonly items: readonly Notice[]; readonly unread: number }>;

/** The page of the portal that a notice leads to; others are of the office's side. */
export const placeOfNotice = ({ link }: Pick<Notice, 'link'>): ReturnType<typeof placeOf> | null =>
  link.startsWith('/portal?') ? placeOf(link.slice('/portal'.length)) : null;

export function Notices({ unread, subjectId }: { readonly unread: Unread; readonly subjectId: string }): ReactNode {
  const { busy, problem, run } = useDoing();
  const items = (unread.data?.items ?? []).filter((one) => [null, subjectId].includes(placeOfNotice(one)?.of ?? null));
  const read = async (notices: readonly Notice[]): Promise<void> => {
    await run(() => ask('markNotices', { body: { noticeIds: notices.map(({ noticeId }) => noticeId) } }));
    unread.again();
  };
  if (unread.problem !== null && unread.data === null) return <Warn problem={unread.problem} />;
  if (items.length === 0) return null;
  return (
    <Card
      title={`新通知 ${items.length}`}
      beside={
        <button type="button" className="portal-plain" disabled={busy} onClick={() => void read(items)}>
          都已看过
        </button>
      }
    >
      {problem !== null && <Warn problem={problem} />}
      <ul className="portal-notices">
        {items.map((one) => {
          const place = placeOfNotice(one);
          return (
            <li key={one.noticeId}>
              <b>{one.title}</b>
              <span>{one.words}</span>
              <small className="quiet">{formatInstant(one.at)}</small>
              {place !== null && <To to={place}>查看</To>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
