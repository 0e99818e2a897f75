/** 一次性链接 /enter#… — the token stands behind the `#`, so it never reaches a log; it is taken out of the address before anything else. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, keepSession } from '../api/ask.js';
import { Field, Fields } from '../furniture/Field.js';
import { TroubleLine } from '../furniture/states.js';
import { Gate } from './SignIn.js';
import { type Who, whoKey } from './session.js';

/** `#token` signs in; `#first=token` sets the first password. */
export function Enter(): ReactNode {
  const [token, setToken] = useState(takeToken);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const enter = async (asking: () => Promise<Who>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const who = await asking();
      keepSession(who);
      queries.clear();
      queries.setQueryData(whoKey, who);
      await navigate({ to: '/todo' });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  if (token === null) return <AskSecret onGiven={(text) => setToken({ text, first: true })} />;
  if (!token.first)
    return (
      <Gate title="一次性链接登录">
        <TroubleLine error={error} />
        <p>此链接只能使用一次，请确认是发给您本人的。</p>
        <Button
          type="primary"
          loading={busy}
          onClick={() => void enter(() => ask('signInByLink', { body: { token: token.text } }))}
        >
          进入系统
        </Button>
      </Gate>
    );
  const differs = again !== '' && again !== password;
  return (
    <Gate title="首次登录，请设置密码">
      <Fields onSubmit={() => void enter(() => ask('setFirstPassword', { body: { secret: token.text, password } }))}>
        <TroubleLine error={error} />
        <Field label="新密码" name="password" help="不少于 12 位，请勿使用姓名、单位名称或常见密码">
          <Input.Password
            id="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Field label="再输一次" name="again" error={differs ? '两次输入不一致，请重新输入' : undefined}>
          <Input.Password
            id="again"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </Field>
        <Button type="primary" htmlType="submit" loading={busy} disabled={password === '' || again !== password}>
          设置并登录
        </Button>
      </Fields>
    </Gate>
  );
}

/** 开通码 on paper, typed or pasted. */
function AskSecret({ onGiven }: { onGiven(text: string): void }): ReactNode {
  const [text, setText] = useState('');
  return (
    <Gate title="首次登录">
      <Fields onSubmit={() => onGiven(text.trim())}>
        <Field label="开通码" name="secret" help="由本单位系统管理员提供，只能使用一次；收到的是链接的，直接打开链接即可">
          <Input id="secret" autoFocus autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>
          下一步
        </Button>
        <a href="/">已有密码，去登录</a>
      </Fields>
    </Gate>
  );
}

function takeToken(): { readonly text: string; readonly first: boolean } | null {
  const text = decodeURIComponent(location.hash.slice(1));
  history.replaceState(history.state, '', location.pathname);
  if (text === '') return null;
  return text.startsWith('first=') ? { text: text.slice(6), first: true } : { text, first: false };
}
