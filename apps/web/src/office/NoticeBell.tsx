/** 通知 — one's own, newest first, read when opened; the number is of those not read. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Item } from '../api/ask.js';
import { TroubleLine } from '../furniture/states.js';
import { formatInstant } from '../furniture/values.js';
import { useAct } from './act.js';
import './NoticeBell.css';

type Notice = Item<'readNotices'>;
const everyMinute = 60_000;

export function NoticeBell(): ReactNode {
  const [open, setOpen] = useState(false);
  const { error, run } = useAct();
  const queries = useQueryClient();
  const notices = useQuery({
    queryKey: ['notices', 'bell'],
    queryFn: () => ask('readNotices', { query: { limit: 30 } }),
    refetchInterval: everyMinute,
  });
  const unread = notices.data?.unread ?? 0;
  const mark = async (noticeIds: string[]): Promise<void> => {
    if (noticeIds.length === 0) return;
    await run(() => ask('markNotices', { body: { noticeIds } }));
    await queries.invalidateQueries({ queryKey: ['notices'] });
  };
  const items = notices.data?.items ?? [];
  const fresh = items.filter((notice) => notice.readAt === null).map((notice) => notice.noticeId);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={
        <span className="notice-title">
          通知
          {fresh.length > 0 && (
            <Button size="small" type="link" onClick={() => void mark(fresh)}>
              列出的 {fresh.length} 条标为已读
            </Button>
          )}
        </span>
      }
      content={
        <div className="notices">
          <TroubleLine error={error ?? notices.error} />
          {notices.data !== undefined && items.length === 0 && (
            <p className="quiet">没有通知。期限、办理结果、别人交给您的事项会出现在这里。</p>
          )}
          {items.map((notice) => (
            <One
              key={notice.noticeId}
              notice={notice}
              onOpen={() => {
                setOpen(false);
                if (notice.readAt === null) void mark([notice.noticeId]);
              }}
            />
          ))}
          <Link to="/notices" className="notice-all" onClick={() => setOpen(false)}>
            全部通知
          </Link>
        </div>
      }
    >
      <button type="button" className="top-icon" aria-label={`通知，${unread} 条未读`} title="通知">
        <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <path d="M4 13V8a5 5 0 0110 0v5l1 1H3zM7.5 16.2h3" strokeLinejoin="round" strokeLinecap="round" />
        </svg>
        {unread > 0 && <i className="notice-count">{unread > 99 ? '99+' : unread}</i>}
      </button>
    </Popover>
  );
}

function One({ notice, onOpen }: { readonly notice: Notice; onOpen(): void }): ReactNode {
  return (
    <Link to={notice.link} className={`notice${notice.readAt === null ? ' notice-new' : ''}`} onClick={onOpen}>
      <b>{notice.title}</b>
      <span>{notice.words}</span>
      <small className="quiet">{formatInstant(notice.at)}</small>
    </Link>
  );
}
