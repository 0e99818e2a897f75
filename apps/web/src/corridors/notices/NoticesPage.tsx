/** 通知 — all of one's own, newest first; and by which way they leave the house, as each wishes. */

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, firstPage, type Item } from '../../api/ask.js';
import { More } from '../../furniture/More.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import './notices.css';
import { Wishes } from './Wishes.js';

type Notice = Item<'readNotices'>;
type Which = 'all' | 'unread';
/** The server takes so many. */
const mostAtOnce = 200;

export function NoticesPage(): ReactNode {
  const [which, setWhich] = useState<Which>('all');
  const { busy, error, run } = useAct();
  const queries = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['notices', 'page', which],
    queryFn: ({ pageParam }) =>
      ask('readNotices', {
        query: {
          limit: 50,
          ...(which === 'unread' ? { unread: 'true' as const } : {}),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const notices = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;
  const fresh = notices
    .filter((notice) => notice.readAt === null)
    .map((notice) => notice.noticeId)
    .slice(0, mostAtOnce);
  const mark = async (noticeIds: readonly string[]): Promise<void> => {
    await run(() => ask('markNotices', { body: { noticeIds: [...noticeIds] } }));
    await queries.invalidateQueries({ queryKey: ['notices'] });
  };
  return (
    <Page
      title="通知"
      help="notices"
      note={unread === 0 ? '没有未读的。' : `未读 ${unread} 条。`}
      actions={
        fresh.length > 0 && (
          <Button loading={busy} onClick={() => void mark(fresh)}>
            列出的 {fresh.length} 条标为已读
          </Button>
        )
      }
    >
      <div className="desk-filter">
        <Segmented<Which>
          size="small"
          value={which}
          onChange={setWhich}
          options={[
            { value: 'all', label: '全部' },
            { value: 'unread', label: '未读' },
          ]}
        />
      </div>
      <TroubleLine error={error} />
      {list.isPending ? (
        <Loading what="通知" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : notices.length === 0 ? (
        <Empty title={which === 'unread' ? '没有未读的通知' : '没有通知'}>
          期限、办理结果、别人交给您的事项会出现在这里，也在顶部铃铛下。
        </Empty>
      ) : (
        <Block title="收到的通知">
          <ul className="notice-list">
            {notices.map((notice) => (
              <One key={notice.noticeId} notice={notice} onOpen={() => notice.readAt === null && void mark([notice.noticeId])} />
            ))}
          </ul>
          <More list={list} />
        </Block>
      )}
      <Wishes />
    </Page>
  );
}

function One({ notice, onOpen }: { readonly notice: Notice; onOpen(): void }): ReactNode {
  return (
    <li className={notice.readAt === null ? 'notice-fresh' : ''}>
      <Link to={notice.link} onClick={onOpen}>
        {notice.readAt === null && <span className="hidden-word">未读：</span>}
        <b>{notice.title}</b>
      </Link>
      <p>{notice.words}</p>
      <p className="quiet">{formatInstant(notice.at)}</p>
    </li>
  );
}
