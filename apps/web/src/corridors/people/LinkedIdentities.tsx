/** 已关联的统一身份 — whose word opens an account: to the administrators, and to the person on their own page. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { formatInstant } from '../../furniture/values.js';
import { Block } from '../../office/Page.js';
import './Identities.css';

export type Identity = Item<'listIdentities'>;

interface LinkedProps {
  readonly items: readonly Identity[];
  onLeave?(identity: Identity): void;
}

export function LinkedIdentities({ items, onLeave }: LinkedProps): ReactNode {
  if (items.length === 0) return <p className="unlinked">还没有关联统一身份，只能用登录名和密码登录。</p>;
  return (
    <ul className="line-list" aria-label="已关联的统一身份">
      {items.map((one) => (
        <li key={one.identityId}>
          <div>
            <b className="hash">{one.subject}</b>
            <p className="quiet">
              {one.issuer} · {formatInstant(one.linkedAt)} {one.linkedByName}关联
            </p>
            {!one.served && <p className="warn-line">本系统已不接入这个认证服务，这个身份不能登录。</p>}
          </div>
          {onLeave !== undefined && (
            <div className="row-actions">
              <Button size="small" danger onClick={() => onLeave(one)}>
                解除
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** 我的账号 — nothing where the house asks no identity service and never did for this account. */
export function OwnIdentities(): ReactNode {
  const own = useQuery({ queryKey: ['people', 'identities', 'own'], queryFn: () => ask('listOwnIdentities', {}) });
  if (own.data?.service === null && own.data.items.length === 0) return null;
  return (
    <Block title="统一身份">
      {own.isPending ? (
        <Loading what="关联的统一身份" />
      ) : own.error !== null ? (
        <Trouble error={own.error} again={() => void own.refetch()} />
      ) : (
        <>
          <LinkedIdentities items={own.data.items} />
          <p className="quiet">关联和解除由系统管理员办理；有不是您本人的，请立即联系安全管理员。</p>
        </>
      )}
    </Block>
  );
}
