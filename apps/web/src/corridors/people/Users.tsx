/** 用户与岗位 — the system administrator opens accounts, the security administrator gives posts: never one person both. @source trust R9 */

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body, firstPage, type Item } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { More } from '../../furniture/More.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate, formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { SubjectPicker } from '../../rooms/registry/pickers.js';
import { regionChoices, useRegions } from '../../rooms/registry/regions.js';
import { useOrganisations } from './organisations.js';

type User = Item<'listUsers'>;
type Role = Item<'listRoles'>['role'];
type Reasoned = 'disableUser' | 'enableUser' | 'endSessions' | 'resetFactor';
const reasonedWords: Readonly<Record<Reasoned, string>> = {
  disableUser: '停用',
  enableUser: '恢复',
  endSessions: '强制退出',
  resetFactor: '解除动态口令',
};
type Doing =
  | { readonly what: 'create' }
  | { readonly what: 'post' | Reasoned; readonly user: User }
  | { readonly what: 'secret'; readonly given: Answer<'createUser'>; readonly name: string };

export function Users(): ReactNode {
  const administers = useMay('office.administer');
  const secures = useMay('office.secure');
  const [name, setName] = useState('');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
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
  const again = (): void => void queries.invalidateQueries({ queryKey: ['people', 'users'] });
  const endPost = async (postId: string): Promise<void> => {
    const done = await run(() => ask('endPost', { path: { postId }, body: { reason: '岗位调整' } }));
    if (done === undefined) return;
    tell({ words: '已终止岗位，下一次请求起生效。' });
    again();
  };
  const reissue = async (user: User): Promise<void> => {
    const given = await run(() => ask('issueFirstSecret', { path: { userId: user.userId } }));
    if (given !== undefined) setDoing({ what: 'secret', given, name: user.name });
  };
  const unlock = async (user: User): Promise<void> => {
    const done = await run(() => ask('unlockUser', { path: { userId: user.userId } }));
    if (done !== undefined) tell({ words: `已解除 ${user.name} 的登录锁定。` });
  };
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
          <div className="table-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  {['姓名', '登录名', '岗位', '动态口令', '最近登录'].map((title) => (
                    <th key={title}>{title}</th>
                  ))}
                  <th aria-label="办理" />
                </tr>
              </thead>
              <tbody>
                {users.map((user) => (
                  <tr key={user.userId} className={user.disabled ? 'row-ended' : ''}>
                    <td>
                      {user.name}
                      {user.disabled && '（已停用）'}
                    </td>
                    <td>{user.login}</td>
                    <td>
                      {user.posts.map((post) => (
                        <span key={post.postId} className="post">
                          {post.title} <small className="quiet">{formatDate(post.from)}起</small>
                          {secures && (
                            <Button size="small" type="link" danger onClick={() => void endPost(post.postId)}>
                              终止
                            </Button>
                          )}
                        </span>
                      ))}
                      {user.posts.length === 0 && <span className="quiet">没有岗位，登录后什么也不能办</span>}
                    </td>
                    <td>{user.secondFactor ? '✓ 已绑定' : '未绑定'}</td>
                    <td className="day">{user.lastSignInAt === null ? '从未' : formatInstant(user.lastSignInAt)}</td>
                    <td className="row-actions">
                      {secures && (
                        <>
                          <Button size="small" type="link" onClick={() => setDoing({ what: 'post', user })}>
                            授予岗位
                          </Button>
                          <Button size="small" type="link" onClick={() => void unlock(user)}>
                            解锁
                          </Button>
                          <Button size="small" type="link" onClick={() => setDoing({ what: 'endSessions', user })}>
                            强制退出
                          </Button>
                          {user.secondFactor && (
                            <Button size="small" type="link" onClick={() => setDoing({ what: 'resetFactor', user })}>
                              解除口令
                            </Button>
                          )}
                        </>
                      )}
                      {administers && (
                        <>
                          <Button size="small" type="link" onClick={() => void reissue(user)}>
                            重发开通码
                          </Button>
                          <Button
                            size="small"
                            type="link"
                            danger={!user.disabled}
                            onClick={() => setDoing({ what: user.disabled ? 'enableUser' : 'disableUser', user })}
                          >
                            {user.disabled ? '恢复' : '停用'}
                          </Button>
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <More list={list} words="更多" />
      </Block>
      {doing?.what === 'create' && (
        <Create
          onClose={() => setDoing(null)}
          onMade={(given, made) => {
            again();
            setDoing({ what: 'secret', given, name: made });
          }}
        />
      )}
      {doing?.what === 'secret' && <Secret given={doing.given} name={doing.name} onClose={() => setDoing(null)} />}
      {doing?.what === 'post' && <GivePost user={doing.user} onClose={() => setDoing(null)} onDone={again} />}
      {doing !== null &&
        (doing.what === 'disableUser' ||
          doing.what === 'enableUser' ||
          doing.what === 'endSessions' ||
          doing.what === 'resetFactor') && (
          <WithReason what={doing.what} user={doing.user} onClose={() => setDoing(null)} onDone={again} />
        )}
    </Page>
  );
}

/** Shown once: afterwards only its hash is known. */
function Secret({
  given,
  name,
  onClose,
}: {
  readonly given: Answer<'createUser'>;
  readonly name: string;
  onClose(): void;
}): ReactNode {
  const link = `${location.origin}/enter#first=${encodeURIComponent(given.secret)}`;
  return (
    <Dialog open firm title={`${name} 的开通链接`} onClose={onClose} foot={<Button onClick={onClose}>我已转交</Button>}>
      <p>请当面或通过政务通讯转交本人。只显示这一次，用后作废，{formatInstant(given.expiresAt)}前有效。</p>
      <p>
        <code className="secret-link">{link}</code>
      </p>
    </Dialog>
  );
}

function Create({ onMade, onClose }: { onMade(given: Answer<'createUser'>, name: string): void; onClose(): void }): ReactNode {
  const organisations = useOrganisations();
  const [given, setGiven] = useState<Body<'createUser'>>({ login: '', name: '', organisationId: null });
  const { busy, error, run } = useAct();
  const save = async (): Promise<void> => {
    const made = await run(() => ask('createUser', { body: given }));
    if (made !== undefined) onMade(made, given.name);
  };
  return (
    <Dialog
      open
      title="开通用户"
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={busy}
          disabled={given.login.trim() === '' || given.name.trim() === ''}
          onClick={() => void save()}
        >
          开通
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="姓名" name="userName" needed>
          <Input
            id="userName"
            maxLength={40}
            value={given.name}
            onChange={(event) => setGiven({ ...given, name: event.target.value })}
          />
        </Field>
        <Field label="登录名" name="userLogin" needed help="姓名拼音或工号，不分大小写">
          <Input
            id="userLogin"
            maxLength={60}
            value={given.login}
            onChange={(event) => setGiven({ ...given, login: event.target.value })}
          />
        </Field>
        <Field label="单位" name="userOrganisation">
          <Select
            id="userOrganisation"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={given.organisationId}
            options={organisations.map((one) => ({ value: one.organisationId, label: one.name }))}
            onChange={(organisationId) => setGiven({ ...given, organisationId: organisationId ?? null })}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}

interface OfUser {
  readonly user: User;
  onDone(): void;
  onClose(): void;
}

function GivePost({ user, onDone, onClose }: OfUser): ReactNode {
  const roles = useQuery({ queryKey: ['people', 'roles'], queryFn: () => ask('listRoles', {}) });
  const regions = useRegions();
  const [role, setRole] = useState<Role | null>(null);
  const [regionId, setRegion] = useState<string | null>(null);
  const [subjectId, setSubject] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const chosen = roles.data?.items.find((one) => one.role === role);
  const excluded = chosen?.excludes.filter((one) => user.posts.some((post) => post.role === one)) ?? [];
  const save = async (): Promise<void> => {
    if (role === null) return;
    const where = { ...(regionId === null ? {} : { regionId }), ...(subjectId === null ? {} : { subjectId }) };
    const done = await run(() =>
      ask('givePost', { path: { userId: user.userId }, body: { role, from: today(), reason: reason.trim(), ...where } }),
    );
    if (done === undefined) return;
    tell({ words: `已授予 ${user.name} ${chosen?.title ?? ''}岗位。` });
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={`授予岗位：${user.name}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={role === null || reason.trim().length < 2} onClick={() => void save()}>
          授予
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field
          label="岗位"
          name="postRole"
          needed
          help={chosen?.secondFactor === true ? '此岗位须绑定动态口令后才能办理' : undefined}
          error={excluded.length > 0 ? '与其现有岗位互斥，须先终止原岗位' : undefined}
        >
          <Select
            id="postRole"
            value={role}
            options={(roles.data?.items ?? []).map((one) => ({ value: one.role, label: one.title }))}
            onChange={setRole}
          />
        </Field>
        {chosen?.reach === 'regions' && (
          <Field label="管辖区域" name="postRegion" needed>
            <Select id="postRegion" value={regionId} options={regionChoices(regions)} onChange={setRegion} />
          </Field>
        )}
        {chosen?.reach === 'subjects' && (
          <Field label="企业" name="postSubject" needed>
            <SubjectPicker id="postSubject" value={subjectId} onChange={setSubject} />
          </Field>
        )}
        <Field label="理由" name="postReason" needed help="如任职文件">
          <Input id="postReason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}

function WithReason({ what, user, onDone, onClose }: OfUser & { readonly what: Reasoned }): ReactNode {
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const save = async (): Promise<void> => {
    const done = await run<unknown>(() => ask(what, { path: { userId: user.userId }, body: { reason: reason.trim() } }));
    if (done === undefined) return;
    tell({ words: `已${reasonedWords[what]}：${user.name}。` });
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={`${reasonedWords[what]}：${user.name}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={reason.trim().length < 2} onClick={() => void save()}>
          {reasonedWords[what]}
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="理由" name="reasonWords" needed>
          <Input id="reasonWords" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
