/** 引用这份文件的 — tasks and rules that rest on it: looked at before it is made void or superseded, put right after. @source ALL-7 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { TroubleLine } from '../../furniture/states.js';
import { Block } from '../../office/Page.js';

export function Citations({ document }: { readonly document: Answer<'readDocument'> }): ReactNode {
  const { documentId, valid } = document;
  const list = useQuery({
    queryKey: ['year', 'citations', documentId],
    queryFn: () => ask('listCitations', { path: { documentId } }),
  });
  const items = list.data?.items ?? [];
  const waiting = items.filter(({ ended }) => !ended).length;
  const total = list.data?.total ?? 0;
  return (
    <Block title={list.data === undefined ? '引用这份文件的' : `引用这份文件的（${total}）`}>
      <TroubleLine error={list.error} />
      {list.isPending && <p className="quiet">正在查找…</p>}
      {list.data !== undefined && items.length === 0 && (
        <p className="quiet">还没有任务或口径引用它。引用时写明文号或《标题》，这里就会列出。</p>
      )}
      {!valid && waiting > 0 && (
        <p className="status-late">这份文件不能作为依据，仍有 {waiting} 处未办结的引用，请逐项换成现行有效的文件。</p>
      )}
      <ul className="related">
        {items.map((one) => (
          <li key={one.id} className={one.ended ? 'quiet' : ''}>
            <Link to={one.link}>{one.title}</Link>：{one.clause}
            {one.ended && '（已办结或取消）'}
          </li>
        ))}
      </ul>
      {total > items.length && <p className="quiet">只列出前 {items.length} 处。</p>}
    </Block>
  );
}
