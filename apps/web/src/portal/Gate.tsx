/** 企业登录 — by password (and code), or by the one-time link /portal/enter#…, which is taken out of the address at once. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { ask } from '../api/ask.js';
import { asProblem, type Problem } from '../api/problem.js';
import type { Who } from './Portal.js';
import { portalTexts } from './texts.zh.js';

interface GateProps {
  readonly ended: boolean;
  onEntered(who: Who): void;
}

export function Gate({ ended, onEntered }: GateProps): ReactNode {
  const [token] = useState(takeToken);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const enter = async (step: () => Promise<Who>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onEntered(await step());
    } catch (error) {
      const met = asProblem(error);
      if (met.code === 'people.code_needed') setCode('');
      else setProblem(met);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void enter(() =>
      token === null
        ? ask('signIn', { body: { login, password, ...(code === null || code === '' ? {} : { code }) } })
        : ask('signInByLink', { body: { token } }),
    );
  };

  return (
    <form className="portal-card" onSubmit={submit}>
      <h1>{token === null ? '企业登录' : '一次性链接登录'}</h1>
      {ended && <p className="portal-warn">{portalTexts.ended}</p>}
      {problem !== null && (
        <p className="portal-warn" role="alert">
          <b>{problem.message}</b> {problem.remedy}
        </p>
      )}
      {token !== null && <p>此链接只能使用一次，请确认是发给您本人的。</p>}
      {token === null && code === null && (
        <>
          <label>
            登录名
            <input autoComplete="username" value={login} onChange={(event) => setLogin(event.target.value)} />
          </label>
          <label>
            密码
            <input
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
        </>
      )}
      {code !== null && (
        <label>
          动态口令（6 位数字）
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
      )}
      <button type="submit" className="portal-button" disabled={busy || (token === null && (login === '' || password === ''))}>
        {busy ? '正在登录…' : token === null ? '登录' : '进入'}
      </button>
      <p className="quiet">还没有账号，请联系所属镇街（园区）开通。</p>
    </form>
  );
}

function takeToken(): string | null {
  const text = decodeURIComponent(location.hash.slice(1));
  if (text === '') return null;
  history.replaceState(history.state, '', '/portal');
  return text;
}
