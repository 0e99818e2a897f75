/** 设置渠道 — address, account and secret of one way out; the secret is never shown again, only replaced. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { fieldMerge, type Merged } from '../../furniture/threeWay.js';
import { useSharedForm } from '../../office/sharedForm.js';
import type { Channel } from './Channels.js';

type Settings = Body<'setChannel'>['settings'];
type Mail = Required<Omit<Extract<Settings, { channel: 'mail' }>, 'channel'>>;

/** What one channel does not have stays blank and is not sent. */
interface Given extends Mail {
  readonly url: string;
  readonly enabled: boolean;
}

const blank: Omit<Given, 'enabled'> = {
  ...{ url: '', host: '', port: 465, security: 'tls', from: '', user: '', authority: '' },
};
const securities: readonly { value: Mail['security']; label: string }[] = [
  { value: 'tls', label: '加密连接（465）' },
  { value: 'starttls', label: '先连后加密（587）' },
  { value: 'none', label: '不加密（只限内网）' },
];
const secretWords: Readonly<Record<Channel['channel'], string>> = { mail: '口令', sms: '接口令牌', webhook: '签名密钥' };

export function ChannelForm({ channel, onClose }: { readonly channel: Channel; onClose(): void }): ReactNode {
  const [secret, setSecret] = useState('');
  const tell = useTell();
  const queries = useQueryClient();
  const form = useSharedForm<Given>({
    start: { given: givenOf(channel), version: channel.version },
    send: ({ enabled, ...settings }, version) =>
      ask('setChannel', {
        body: { version, enabled, settings: settingsOf(channel.channel, settings), ...(secret === '' ? {} : { secret }) },
      }),
    async read(refused) {
      const now = (await ask('readChannels', {})).items.find((one) => one.channel === channel.channel);
      if (now === undefined) throw refused;
      return { given: givenOf(now), version: now.version };
    },
    // A secret that is typed anew is sent in any case: nobody can see the one that is stored.
    merge: (sides) => withSecret(merge(sides), secret),
    async onSaved() {
      await queries.invalidateQueries({ queryKey: ['notices', 'channels'] });
      tell({ words: `已保存${channel.title}的设置。` });
      onClose();
    },
  });
  const { given, busy, error, save } = form;
  const set = (more: Partial<Given>): void => form.set({ ...given, ...more });
  const { at, rest } = fieldFaults(error, { 'notices.secret_missing': 'secret', 'notices.mail_open': 'settings.security' });
  return (
    <Dialog
      open
      title={`设置：${channel.title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        {channel.channel === 'mail' ? (
          <MailFields mail={given} at={at} onChange={set} />
        ) : (
          <Field label="接收地址" name="url" needed help="http 或 https 开头" error={at('settings.url')}>
            <Input id="url" maxLength={300} value={given.url} onChange={(event) => set({ url: event.target.value })} />
          </Field>
        )}
        <Field
          label={secretWords[channel.channel]}
          name="secret"
          help={channel.hasSecret ? '已存有，不显示；不改的留空' : '加密存放，以后不再显示'}
          error={at('secret')}
        >
          <Input.Password
            id="secret"
            autoComplete="new-password"
            maxLength={500}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        </Field>
        <Field label="启用" name="enabled">
          <Checkbox id="enabled" checked={given.enabled} onChange={(event) => set({ enabled: event.target.checked })}>
            开通这个渠道
          </Checkbox>
        </Field>
      </Fields>
      {form.conflict}
    </Dialog>
  );
}

const givenOf = ({ settings, enabled }: Channel): Given => ({
  ...{ ...blank, ...settings },
  // A channel that is not set yet is set to be used.
  enabled: settings === null ? true : enabled,
});

function settingsOf(channel: Channel['channel'], { url, ...mail }: Omit<Given, 'enabled'>): Settings {
  return channel === 'mail' ? { channel, ...mail } : { channel, url };
}

const merge = fieldMerge<Given>({
  labels: {
    ...{ url: '接收地址', host: '邮件服务器', security: '加密方式', port: '端口', from: '发件邮箱', user: '账号' },
    ...{ authority: '自建证书机构', enabled: '启用' },
  },
  wordOf(given, key) {
    if (key === 'enabled') return given.enabled ? '启用' : '停用';
    if (key === 'security') return securities.find((one) => one.value === given.security)?.label ?? '';
    return String(given[key]).trim();
  },
});

const withSecret = (merged: Merged<Given>, secret: string): Merged<Given> =>
  secret === '' ? merged : { ...merged, ahead: true };

interface MailProps {
  readonly mail: Mail;
  at(field: string): string | undefined;
  onChange(more: Partial<Mail>): void;
}

function MailFields({ mail, at, onChange }: MailProps): ReactNode {
  const set = (more: Partial<Mail>): void => onChange(more);
  return (
    <>
      <Field label="邮件服务器" name="host" needed error={at('settings.host')}>
        <Input id="host" maxLength={253} value={mail.host} onChange={(event) => set({ host: event.target.value })} />
      </Field>
      <Field label="加密方式" name="mailSecurity" error={at('settings.security')}>
        <Select id="mailSecurity" value={mail.security} options={[...securities]} onChange={(security) => set({ security })} />
      </Field>
      <Field label="端口" name="port" needed error={at('settings.port')}>
        <InputNumber
          id="port"
          min={1}
          max={65_535}
          precision={0}
          value={mail.port}
          onChange={(port) => set({ port: port ?? 465 })}
        />
      </Field>
      <Field label="发件邮箱" name="from" needed error={at('settings.from')}>
        <Input id="from" maxLength={200} value={mail.from} onChange={(event) => set({ from: event.target.value })} />
      </Field>
      <Field label="账号" name="user" help="通常与发件邮箱相同；不需要登录的留空" error={at('settings.user')}>
        <Input
          id="user"
          maxLength={200}
          autoComplete="off"
          value={mail.user ?? ''}
          onChange={(event) => set({ user: event.target.value })}
        />
      </Field>
      <Field
        label="自建证书机构"
        name="authority"
        help="内网邮件服务器用自己签发的证书时，粘贴其 PEM"
        error={at('settings.authority')}
      >
        <Input.TextArea
          id="authority"
          rows={2}
          maxLength={20_000}
          value={mail.authority ?? ''}
          onChange={(event) => set({ authority: event.target.value })}
        />
      </Field>
    </>
  );
}
