/** 外发渠道 — mail, short messages, another system: set, allowed by the operator or not, tried, and what has left or has not. @source trust R23 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { ChannelForm } from './ChannelForm.js';
import './settings.css';
import { TryChannel } from './TryChannel.js';

export type Channel = Item<'readChannels'>;
type Sending = Item<'listSendings'>;
type Doing = { readonly what: 'set' | 'try'; readonly channel: Channel };

const sendingWords: Readonly<Record<Sending['state'], string>> = { waiting: '等待', sent: '已发出', given_up: '已放弃' };

export function Channels(): ReactNode {
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = useQuery({ queryKey: ['notices', 'channels'], queryFn: () => ask('readChannels', {}) });
  return (
    <Block title="外发渠道">
      <p className="quiet">
        系统默认不连接任何外部地址。渠道的主机和端口还须由运维人员写进数据目录的 outbound.json，才真正发得出去。
      </p>
      {list.data === undefined ? (
        list.isPending ? (
          <Loading what="渠道" />
        ) : (
          <Trouble error={list.error} again={() => void list.refetch()} />
        )
      ) : (
        <ul className="line-list">
          {list.data.items.map((channel) => (
            <li key={channel.channel}>
              <div>
                <p>
                  <b>{channel.title}</b> <State channel={channel} />
                </p>
                {channel.address !== null && (
                  <p className="quiet">
                    {channel.address} · 已发 {channel.sent} · 等待 {channel.waiting} · 放弃 {channel.givenUp}
                  </p>
                )}
              </div>
              <div className="row-actions">
                <Button size="small" onClick={() => setDoing({ what: 'set', channel })}>
                  {channel.settings === null ? '设置' : '修改'}
                </Button>
                {channel.enabled && (
                  <Button size="small" onClick={() => setDoing({ what: 'try', channel })}>
                    试发
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <Sendings />
      {doing?.what === 'set' && <ChannelForm channel={doing.channel} onClose={() => setDoing(null)} />}
      {doing?.what === 'try' && <TryChannel channel={doing.channel} onClose={() => setDoing(null)} />}
    </Block>
  );
}

function State({ channel }: { readonly channel: Channel }): ReactNode {
  if (channel.settings === null) return <span className="quiet">未设置</span>;
  if (!channel.enabled) return <span className="quiet">已停用</span>;
  if (!channel.allowed)
    return <span className="status-late">✕ 不在外联白名单，发不出去：请运维人员把 {channel.address} 写进 outbound.json</span>;
  return <span className="standing standing-in_force">● 已开通</span>;
}

function Sendings(): ReactNode {
  const { error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ['notices', 'sendings'],
    queryFn: () => ask('listSendings', { query: { limit: 20 } }),
    refetchInterval: 30_000,
  });
  const items = list.data?.items ?? [];
  const again = async ({ outgoingId }: Sending): Promise<void> => {
    const done = await run(() => ask('sendAgain', { path: { outgoingId } }));
    await queries.invalidateQueries({ queryKey: ['notices'] });
    if (done !== undefined) tell({ words: '已重新排队，半分钟内再发。' });
  };
  if (items.length === 0) return null;
  return (
    <div className="sending-list">
      <h3>最近外发</h3>
      <TroubleLine error={error} />
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              {['时间', '渠道', '情况', '试过', '原因'].map((title) => (
                <th key={title}>{title}</th>
              ))}
              <th aria-label="办理" />
            </tr>
          </thead>
          <tbody>
            {items.map((sending) => (
              <tr key={sending.outgoingId}>
                <td className="day">{formatInstant(sending.createdAt)}</td>
                <td>{channelWords[sending.channel]}</td>
                <td className={sending.state === 'given_up' ? 'status-late' : ''}>{sendingWords[sending.state]}</td>
                <td>{sending.attempts} 次</td>
                <td>{sending.lastError === '' ? '—' : sending.lastError}</td>
                <td>
                  {sending.state === 'given_up' && (
                    <Button size="small" onClick={() => void again(sending)}>
                      重新外发
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const channelWords: Readonly<Record<Channel['channel'], string>> = { mail: '邮件', sms: '短信', webhook: '系统对接' };
