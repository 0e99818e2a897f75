/**
 * 企业登录 — the office first where a server has several, then password (and code); or by a link, whose token stands behind the `#` and
 * is taken out of the address at once: `#…` signs in once, `#first=…` sets the first password.
 */
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../api/ask.js';
import { asProblem, type Problem } from '../api/problem.js';
import { rememberFlow } from '../office/identityFlow.js';
import { useAsked } from './asking.js';
import type { Who } from './Portal.js';
import { Field, Form, Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';
import { slugOf } from './view.js';

type Offices = Answer<'listOffices'>;

interface GateProps {
  /** The session has ended: the same person comes back, what was typed stays behind. */
  readonly known: Pick<Who, 'login' | 'office'> | null;
  onEntered(who: Who): void;
}

export function Gate({ known, onEntered }: GateProps): ReactNode {
  const [token, setToken] = useState(takeToken);
  const offices = useAsked('offices', () => ask('listOffices', {}));
  if (token !== null) return <ByLink token={token} onEntered={onEntered} onOther={() => setToken(null)} />;
  if (offices.problem !== null && offices.data === null) return <Trouble problem={offices.problem} again={offices.again} />;
  if (offices.data === null) return <Waiting />;
  return <ByPassword known={known} offices={offices.data} onEntered={onEntered} />;
}

interface Token {
  readonly text: string;
  readonly first: boolean;
}

function takeToken(): Token | null {
  const text = decodeURIComponent(location.hash.slice(1));
  if (text === '') return null;
  history.replaceState(history.state, '', '/portal');
  return text.startsWith('first=') ? { text: text.slice(6), first: true } : { text, first: false };
}

function ByLink({ token, onEntered, onOther }: { readonly token: Token; onEntered(who: Who): void; onOther(): void }): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const enter = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onEntered(
        token.first
          ? await ask('setFirstPassword', { body: { secret: token.text, password } })
          : await ask('signInByLink', { body: { token: token.text } }),
      );
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <section className="portal-card">
      <h1>{token.first ? '首次登录，请设置密码' : '一次性链接登录'}</h1>
      <Form
        problem={problem}
        verb={token.first ? '设置并登录' : '进入'}
        busy={busy}
        ready={!token.first || (password !== '' && again === password)}
        onSend={() => void enter()}
      >
        {token.first ? (
          <>
            <p>您正在开通企业账号。密码由您自己设定，工作人员不会向您索要。</p>
            <NewPassword password={password} again={again} onPassword={setPassword} onAgain={setAgain} />
          </>
        ) : (
          <p>此链接只能使用一次，请确认是发给您本人的。</p>
        )}
      </Form>
      <button type="button" className="portal-plain" onClick={onOther}>
        已有密码，用登录名登录
      </button>
    </section>
  );
}

interface NewPasswordProps {
  readonly password: string;
  readonly again: string;
  onPassword(text: string): void;
  onAgain(text: string): void;
}

export function NewPassword({ password, again, onPassword, onAgain }: NewPasswordProps): ReactNode {
  return (
    <>
      <Field label="新密码" help={portalTexts.passwordHelp}>
        <input
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => onPassword(event.target.value)}
        />
      </Field>
      <Field label="再输一次" error={again !== '' && again !== password ? '两次输入不一致，请重新输入' : undefined}>
        <input type="password" autoComplete="new-password" value={again} onChange={(event) => onAgain(event.target.value)} />
      </Field>
    </>
  );
}

interface ByPasswordProps extends GateProps {
  readonly offices: Offices;
}

function ByPassword({ known, offices, onEntered }: ByPasswordProps): ReactNode {
  const { items } = offices;
  const linked = slugOf(location.pathname);
  const [office, setOffice] = useState(known?.office.slug ?? startOffice(items, linked));
  const [login, setLogin] = useState(known?.login ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const named = items.find(({ slug }) => slug === office);

  const enter = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const given = { login, password, ...(office === '' ? {} : { office }), ...(code === null ? {} : { code }) };
      onEntered(await ask('signIn', { body: given }));
    } catch (error) {
      const met = asProblem(error);
      if (met.code === 'people.code_needed') setCode('');
      else setProblem(met);
      setBusy(false);
      return;
    }
    setBusy(false);
  };

  return (
    <section className="portal-card">
      <h1>{known === null ? '企业登录' : '登录已失效，请重新登录'}</h1>
      {known === null ? named !== undefined && <p className="quiet">{named.name}</p> : <p>{portalTexts.ended}</p>}
      {linked !== null && known === null && !items.some(({ slug }) => slug === linked) && (
        <p className="portal-warn" role="alert">
          <b>没有代号为“{linked}”的办公室。</b>{' '}
          链接可能抄错了，请核对下面的办公室是不是您企业所在地的，或向所属镇街（园区）索取链接。
        </p>
      )}
      <Form
        problem={problem}
        verb={code === null ? '登录' : '验证并登录'}
        busy={busy}
        ready={login !== '' && password !== '' && office !== '' && (code === null || code.length === 6)}
        onSend={() => void enter()}
      >
        {code !== null ? (
          <Field label="动态口令" help="手机验证器上的 6 位数字，每 30 秒更换">
            <input
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        ) : (
          <>
            {items.length > 1 && known === null && (
              <Field label="办公室" help="您企业所在地的评价办公室">
                <select value={office} onChange={(event) => setOffice(event.target.value)}>
                  <option value="">请选择</option>
                  {items.map(({ slug, name }) => (
                    <option key={slug} value={slug}>
                      {name}
                    </option>
                  ))}
                </select>
              </Field>
            )}
            <Field label="登录名">
              <input
                autoComplete="username"
                autoCapitalize="none"
                disabled={known !== null}
                value={login}
                onChange={(event) => setLogin(event.target.value)}
              />
            </Field>
            <Field label="密码">
              <input
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </Field>
          </>
        )}
      </Form>
      {code !== null && (
        <button type="button" className="portal-plain" onClick={() => setCode(null)}>
          返回
        </button>
      )}
      {known === null && offices.identityService && code === null && <ByIdentity office={office} onTrouble={setProblem} />}
      {known === null ? (
        <p className="quiet">收到开通链接的，直接打开链接。还没有账号、忘记密码的，请联系所属镇街（园区）办理。</p>
      ) : (
        <button type="button" className="portal-plain" onClick={() => location.assign('/portal')}>
          换一个账号（没有提交的内容不保留）
        </button>
      )}
    </section>
  );
}

/** The one there is, or the one of the short link; otherwise it is chosen. */
const startOffice = (items: Offices['items'], linked: string | null): string =>
  items.find(({ slug }) => slug === linked)?.slug ?? (items.length === 1 ? (items[0]?.slug ?? '') : '');

function ByIdentity({ office, onTrouble }: { readonly office: string; onTrouble(problem: Problem): void }): ReactNode {
  const leave = async (): Promise<void> => {
    try {
      const { url, flow } = await ask('startIdentity', { body: office === '' ? {} : { office } });
      rememberFlow(flow);
      location.assign(url);
    } catch (error) {
      onTrouble(asProblem(error));
    }
  };
  return (
    <button type="button" className="portal-second" disabled={office === ''} onClick={() => void leave()}>
      统一身份认证登录
    </button>
  );
}
