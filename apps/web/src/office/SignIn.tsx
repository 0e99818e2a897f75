/** 登录 — password first, then the one-time code where the post needs it; a one-time link has its own page, /enter. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../api/ask.js';
import { asProblem } from '../api/problem.js';
import { Field, Fields } from '../furniture/Field.js';
import { TroubleLine } from '../furniture/states.js';
import { rememberFlow } from './identityFlow.js';
import './SignIn.css';
import type { Who } from './session.js';

interface SignInProps {
  onEntered(who: Who): void;
}

export function SignIn({ onEntered }: SignInProps): ReactNode {
  return (
    <Gate title="登录">
      <SignInForm onEntered={onEntered} />
      <a href="/enter">首次登录，使用开通码</a>
    </Gate>
  );
}

export function Gate({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <main className="gate">
      <section className="gate-card">
        <header>
          <img src="/mark.svg" alt="" width={36} height={36} />
          <div>
            <h1>亩衡</h1>
            <p className="quiet">资源集约利用综合评价</p>
          </div>
        </header>
        <h2>{title}</h2>
        {children}
      </section>
      <p className="quiet gate-foot">系统不会索要您的密码和动态口令。忘记密码请联系本单位系统管理员重发开通码。</p>
    </main>
  );
}

interface FormProps extends SignInProps {
  /** Set when a session has ended: the same person comes back. */
  readonly known?: { readonly login: string; readonly office: string };
}

export function SignInForm({ onEntered, known }: FormProps): ReactNode {
  const offices = useQuery({
    queryKey: ['offices'],
    queryFn: () => ask('listOffices', {}),
    enabled: known === undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [office, setOffice] = useState<string | undefined>(known?.office);
  const [login, setLogin] = useState(known?.login ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeWanted, setCodeWanted] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const list = offices.data?.items ?? [];
  const chosen = office ?? (list.length === 1 ? list[0]?.slug : undefined);

  const enter = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const given = {
        login,
        password,
        ...(chosen === undefined ? {} : { office: chosen }),
        ...(codeWanted && code !== '' ? { code } : {}),
      };
      onEntered(await ask('signIn', { body: given }));
    } catch (thrown) {
      if (asProblem(thrown).code === 'people.code_needed') setCodeWanted(true);
      else setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Fields onSubmit={() => void enter()}>
      <TroubleLine error={error} />
      {list.length > 1 && (
        <Field label="单位" name="office">
          <Select
            id="office"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="请选择单位"
            value={chosen ?? null}
            options={list.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={setOffice}
          />
        </Field>
      )}
      {codeWanted ? (
        <Field label="动态口令" name="code" help="手机验证器上的 6 位数字，每 30 秒更换">
          <Input
            id="code"
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
      ) : (
        <>
          <Field label="登录名" name="login">
            <Input
              id="login"
              autoFocus={known === undefined}
              autoComplete="username"
              disabled={known !== undefined}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          </Field>
          <Field label="密码" name="password">
            <Input.Password
              id="password"
              autoFocus={known !== undefined}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </>
      )}
      <div className="gate-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={login === '' || password === '' || (codeWanted && code.length !== 6)}
        >
          {codeWanted ? '登录' : '下一步'}
        </Button>
        {codeWanted && (
          <Button type="link" onClick={() => setCodeWanted(false)}>
            返回
          </Button>
        )}
        {offices.data?.identityService === true && <IdentityButton office={chosen} onTrouble={setError} />}
      </div>
    </Fields>
  );
}

function IdentityButton({
  office,
  onTrouble,
}: {
  readonly office: string | undefined;
  onTrouble(error: unknown): void;
}): ReactNode {
  const go = async (): Promise<void> => {
    try {
      const { url, flow } = await ask('startIdentity', { body: office === undefined ? {} : { office } });
      rememberFlow(flow);
      location.assign(url);
    } catch (error) {
      onTrouble(error);
    }
  };
  return <Button onClick={() => void go()}>统一身份认证登录</Button>;
}
