/** 用户名册 — who has an account, what they may do, and the steps that the reader's post allows. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Item } from '../../api/ask.js';
import { formatDate, formatInstant } from '../../furniture/values.js';
import { useMay } from '../../office/session.js';
import './Identities.css';

export type User = Item<'listUsers'>;
export type Post = User['posts'][number];

/** What a row offers; `endPost` says which. */
export type Step =
  | 'givePost'
  | 'identities'
  | 'unlockUser'
  | 'issueFirstSecret'
  | 'disableUser'
  | 'enableUser'
  | 'endSessions'
  | 'resetFactor';

interface UserTableProps {
  readonly users: readonly User[];
  /** 统一身份认证 is set up, or was. */
  readonly withIdentities: boolean;
  onStep(step: Step, user: User): void;
  onEndPost(post: Post, user: User): void;
}

export function UserTable({ users, withIdentities, onStep, onEndPost }: UserTableProps): ReactNode {
  if (users.length === 0) return <p className="quiet">没有叫这个名字的用户。改一改姓名，或清空后看全部。</p>;
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            {['姓名', '登录名', '岗位', '动态口令', ...(withIdentities ? ['统一身份'] : []), '最近登录'].map((title) => (
              <th key={title}>{title}</th>
            ))}
            <th aria-label="办理" />
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow
              key={user.userId}
              user={user}
              withIdentities={withIdentities}
              onStep={(step) => onStep(step, user)}
              onEndPost={(post) => onEndPost(post, user)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface UserRowProps extends Pick<UserTableProps, 'withIdentities'> {
  readonly user: User;
  onStep(step: Step): void;
  onEndPost(post: Post): void;
}

function UserRow({ user, withIdentities, onStep, onEndPost }: UserRowProps): ReactNode {
  const secures = useMay('office.secure');
  return (
    <tr className={user.disabled ? 'row-ended' : ''}>
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
              <Button
                size="small"
                type="link"
                danger
                aria-label={`终止${user.name}的${post.title}岗位`}
                onClick={() => onEndPost(post)}
              >
                终止
              </Button>
            )}
          </span>
        ))}
        {user.posts.length === 0 && <span className="quiet">没有岗位，登录后什么也不能办</span>}
      </td>
      <td>{user.secondFactor ? '✓ 已绑定' : '未绑定'}</td>
      {withIdentities && (
        <td className="identity-cell">
          <Button size="small" type="link" aria-label={`${user.name}的统一身份`} onClick={() => onStep('identities')}>
            {user.identities > 0 ? '✓ 已关联' : '未关联'}
          </Button>
        </td>
      )}
      <td className="day">{user.lastSignInAt === null ? '从未' : formatInstant(user.lastSignInAt)}</td>
      <td className="row-actions">
        <Steps user={user} onStep={onStep} />
      </td>
    </tr>
  );
}

const words: Readonly<Record<Exclude<Step, 'identities'>, string>> = {
  givePost: '授予岗位',
  unlockUser: '解锁',
  endSessions: '强制退出',
  resetFactor: '解除口令',
  issueFirstSecret: '重发开通码',
  disableUser: '停用',
  enableUser: '恢复',
};

function Steps({ user, onStep }: Pick<UserRowProps, 'user' | 'onStep'>): ReactNode {
  const administers = useMay('office.administer');
  const secures = useMay('office.secure');
  const offered: (keyof typeof words)[] = [];
  if (secures) offered.push('givePost', 'unlockUser', 'endSessions');
  if (secures && user.secondFactor) offered.push('resetFactor');
  if (administers) offered.push('issueFirstSecret', user.disabled ? 'enableUser' : 'disableUser');
  return offered.map((step) => (
    <Button key={step} size="small" type="link" danger={step === 'disableUser'} onClick={() => onStep(step)}>
      {words[step]}
    </Button>
  ));
}
