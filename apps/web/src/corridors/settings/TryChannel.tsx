/** 试发一条 — sent at once, and said what came of it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useAct } from '../../office/act.js';
import type { Channel } from './Channels.js';

const toWords: Readonly<Record<Channel['channel'], string | null>> = { mail: '收件邮箱', sms: '手机号', webhook: null };

export function TryChannel({ channel, onClose }: { readonly channel: Channel; onClose(): void }): ReactNode {
  const [to, setTo] = useState('');
  const [said, setSaid] = useState<Answer<'testChannel'> | null>(null);
  const { busy, error, run } = useAct();
  const queries = useQueryClient();
  const { at, rest } = fieldFaults(error, { 'notices.address_wrong': 'to' });
  const words = toWords[channel.channel];
  const send = async (): Promise<void> => {
    setSaid(null);
    const answer = await run(() => ask('testChannel', { body: { channel: channel.channel, to: to.trim() } }));
    if (answer !== undefined) setSaid(answer);
    await queries.invalidateQueries({ queryKey: ['notices'] });
  };
  return (
    <Dialog
      open
      title={`试发：${channel.title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button type="primary" loading={busy} disabled={words !== null && to.trim() === ''} onClick={() => void send()}>
            试发
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void send()}>
        <TroubleLine error={rest} />
        {words !== null && (
          <Field label={words} name="tryTo" needed error={at('to')}>
            <Input id="tryTo" maxLength={200} value={to} onChange={(event) => setTo(event.target.value)} />
          </Field>
        )}
        {words === null && <p>将向 {channel.address} 发一条试验消息。</p>}
        {said !== null && (
          <p role="status" className={said.sent ? 'good-line' : 'trouble-line'}>
            {said.sent ? '✓ 对方已接收。' : `✕ 没有发出：${said.trouble ?? ''}`}
          </p>
        )}
      </Fields>
    </Dialog>
  );
}
