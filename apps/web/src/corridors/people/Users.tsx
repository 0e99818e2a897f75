/** 用户与岗位 — the system administrator opens accounts, the security administrator gives posts: never one person both. @source trust R9 */

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, firstPage } from '../../api/ask.js';
import { More } from '../../furniture/More.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { GivePost } from './GivePost.js';
import { Identities } from './Identities.js';
import { FirstSecret, OpenAccount } from './OpenAccount.js';
import { type Post, type Step, type User, UserTable } from './UserTable.js';
import { WithReason } from './WithReason.js';

const reasonedWords = {
  disableUser: '停用',
  enableUser: '恢复',
  endSessions: '强制退出',
  resetFactor: '解除动态口令',
} as const;
type Doing =
  | { readonly what: 'create' }
  | { readonly what: 'givePost' | 'identities' | keyof typeof reasonedWords; readonly user: User }
  | { readonly what: 'endPost'; readonly user: User; readonly post: Post }
  | { readonly what: 'secret'; readonly given: Answer<'createUser'>; readonly name: string };

export function Users(): ReactNode {
  const administers = useMay('office.administer');
  const [name, setName] = useState('');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const offices = useQuery({ queryKey: ['offices'], queryFn: () => ask('listOffices', {}) });
  const list = useInfiniteQuery({
    queryKey: ['people', 'users', name.trim()],
    queryFn: ({ pageParam }) =>
      ask('listUsers', {
        query: {
          limit: 100,
          ...(name.trim() === '' ? {} : { name: name.trim() }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
  });
  const users = list.data?.pages.flatMap((page) => page.items) ?? [];
  const withIdentities = offices.data?.identityService === true || users.some((user) => user.identities > 0);
  const again = (): void =>
    void queries.invalidateQueries({
      predicate: ({ queryKey: [room, what] }) => room === 'people' && (what === 'users' || what === 'identities'),
    });
  /** Steps that need no dialog, or whose dialog comes after. */
  const act = async (done: () => Promise<unknown>, words: string): Promise<void> => {
    if ((await run(() => done().then(() => true))) !== true) return;
    tell({ words });
    again();
  };
  const reissue = async ({ userId, name: whose }: User): Promise<void> => {
    const given = await run(() => ask('issueFirstSecret', { path: { userId } }));
    if (given !== undefined) setDoing({ what: 'secret', given, name: whose });
  };
  const takeBack = (identityId: string): void =>
    void act(() => ask('unlinkIdentity', { path: { identityId }, body: { reason: '撤销刚才的关联' } }), '已撤销关联。');
  const step = (what: Step, user: User): void => {
    if (what === 'issueFirstSecret') void reissue(user);
    else if (what === 'unlockUser')
      void act(() => ask('unlockUser', { path: { userId: user.userId } }), `已解除 ${user.name} 的登录锁定。`);
    else setDoing({ what, user });
  };
  const close = (): void => setDoing(null);
  return (
    <Page
      title="用户与岗位"
      help="people"
      note={
        administers
          ? '开通、停用用户由系统管理员办理；岗位由安全管理员授予。'
          : '岗位由安全管理员授予和终止；开通用户由系统管理员办理。'
      }
      actions={
        administers && (
          <Button type="primary" onClick={() => setDoing({ what: 'create' })}>
            开通用户
          </Button>
        )
      }
    >
      <TroubleLine error={error} />
      <Block
        title="用户名册"
        actions={
          <Input
            size="small"
            allowClear
            placeholder="姓名"
            aria-label="姓名"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        }
      >
        {list.isPending ? (
          <Loading what="用户名册" />
        ) : list.error !== null ? (
          <Trouble error={list.error} again={() => void list.refetch()} />
        ) : (
          <UserTable
            users={users}
            withIdentities={withIdentities}
            onStep={step}
            onEndPost={(post, user) => setDoing({ what: 'endPost', user, post })}
          />
        )}
        <More list={list} words="更多" />
      </Block>
      {doing?.what === 'create' && (
        <OpenAccount
          onClose={close}
          onMade={(given, made) => {
            again();
            setDoing({ what: 'secret', given, name: made });
          }}
        />
      )}
      {doing?.what === 'secret' && <FirstSecret given={doing.given} name={doing.name} onClose={close} />}
      {doing !== null && 'user' in doing && <OfUser doing={doing} onDone={again} onTakeBack={takeBack} onClose={close} />}
    </Page>
  );
}

interface OfUserProps {
  readonly doing: Extract<Doing, { readonly user: User }>;
  onDone(): void;
  onTakeBack(identityId: string): void;
  onClose(): void;
}

function OfUser({ doing, onDone, onTakeBack, onClose }: OfUserProps): ReactNode {
  const tell = useTell();
  if (doing.what === 'endPost')
    return (
      <WithReason
        verb="终止岗位"
        name={doing.user.name}
        send={(reason) => ask('endPost', { path: { postId: doing.post.postId }, body: { reason } })}
        onDone={onDone}
        onClose={onClose}
      >
        <p>终止“{doing.post.title}”立即生效，本人须重新登录；办过的都保留。需要时可以重新授予。</p>
      </WithReason>
    );
  const { what, user } = doing;
  if (what === 'givePost') return <GivePost user={user} onClose={onClose} onDone={onDone} />;
  if (what === 'identities')
    return (
      <Identities
        user={user}
        onClose={onClose}
        onUnlinked={() => {
          onDone();
          onClose();
        }}
        onLinked={(identityId) => {
          tell({ words: `已关联，${user.name} 可以用统一身份认证登录。`, undo: () => onTakeBack(identityId) });
          onDone();
          onClose();
        }}
      />
    );
  return (
    <WithReason
      verb={reasonedWords[what]}
      name={user.name}
      send={(reason) => ask(what, { path: { userId: user.userId }, body: { reason } })}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
