/** 我的账号 — the own password, the one-time codes (a phone opens its own verifier by a link: no second camera needed), the look. */
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { type Answer, ask } from '../api/ask.js';
import { chooseTheme, onTheme, type ThemeChoice, themeChoice } from '../theme/preference.js';
import { useDoing } from './asking.js';
import { NewPassword } from './Gate.js';
import type { Who } from './Portal.js';
import { Card, Field, Form, PageTitle } from './parts.js';
import { portalTexts } from './texts.zh.js';

interface AccountProps {
  readonly who: Who;
  /** Something here must be done before anything else. */
  readonly first: boolean;
  onEntered(who: Who): void;
}

export function OwnAccount({ who, first, onEntered }: AccountProps): ReactNode {
  const factorFirst = who.secondFactor.needed && !who.secondFactor.used;
  return (
    <>
      {first ? (
        <section className="portal-title">
          <h1>请先完成下面的事项</h1>
        </section>
      ) : (
        <PageTitle title="我的账号" note={`${who.login} · ${who.name}`} />
      )}
      {factorFirst && <Factor who={who} onEntered={onEntered} />}
      <Password who={who} onEntered={onEntered} />
      {!factorFirst && <Factor who={who} onEntered={onEntered} />}
      <Look />
    </>
  );
}

type Part = Omit<AccountProps, 'first'>;

function Password({ who, onEntered }: Part): ReactNode {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [done, setDone] = useState(false);
  const { busy, problem, run } = useDoing();
  const change = async (): Promise<void> => {
    setDone(false);
    const next = await run(() => ask('changePassword', { body: { current, password } }));
    if (next === undefined) return;
    setCurrent('');
    setPassword('');
    setAgain('');
    setDone(true);
    onEntered(next);
  };
  return (
    <Card title="修改密码">
      {who.passwordOld && <p className="portal-warn">{portalTexts.passwordOld}</p>}
      {done && (
        <p className="portal-good" role="status">
          ✓ 密码已修改，其他地方的登录已退出。
        </p>
      )}
      <Form
        problem={problem}
        verb="修改密码"
        busy={busy}
        ready={current !== '' && password !== '' && again === password}
        onSend={() => void change()}
      >
        <Field label="现在的密码">
          <input
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <NewPassword password={password} again={again} onPassword={setPassword} onAgain={setAgain} />
      </Form>
    </Card>
  );
}

function Factor({ who, onEntered }: Part): ReactNode {
  const { enrolled, used, needed } = who.secondFactor;
  const [begun, setBegun] = useState<Answer<'beginFactor'> | null>(null);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { busy, problem, run } = useDoing();
  const begin = async (): Promise<void> => {
    const started = await run(async () => {
      await ask('proveIdentity', { body: { password } });
      return ask('beginFactor', {});
    });
    setPassword('');
    if (started !== undefined) setBegun(started);
  };
  const confirmCode = async (): Promise<void> => {
    const next = await run(() => ask('confirmFactor', { body: { code } }));
    if (next === undefined) return;
    setBegun(null);
    onEntered(next);
  };
  if (enrolled)
    return (
      <Card title="动态口令">
        <p>
          ✓ 已绑定，登录时除密码外还要输入 6 位数字。{needed && !used && '请退出后用动态口令重新登录。'}
          换手机的，请联系所属镇街（园区）转安全管理员解除后重新绑定。
        </p>
      </Card>
    );
  return (
    <Card title="动态口令">
      <p>
        {needed
          ? '您的账号须绑定动态口令之后才能办理。'
          : '绑定之后，别人知道密码也登录不了。需要手机上有验证器（不少手机系统自带），不需要联网。'}
      </p>
      {begun === null ? (
        <Form problem={problem} verb="开始绑定" busy={busy} ready={password !== ''} onSend={() => void begin()}>
          <Field label="登录密码" help="先确认是您本人">
            <input
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </Form>
      ) : (
        <Form problem={problem} verb="完成绑定" busy={busy} ready={code.length === 6} onSend={() => void confirmCode()}>
          <p>
            1 <a href={begun.uri}>在本机的验证器中添加</a>；打不开的，在验证器里手工输入密钥：
          </p>
          <p>
            <code className="portal-code">{begun.secret}</code>
          </p>
          <Field label="2 输入验证器显示的 6 位数字">
            <input
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        </Form>
      )}
    </Card>
  );
}

const looks: readonly (readonly [ThemeChoice, string])[] = [
  ['system', '随手机'],
  ['light', '浅色'],
  ['dark', '深色'],
];

function Look(): ReactNode {
  const chosen = useSyncExternalStore(onTheme, themeChoice);
  return (
    <Card title="外观">
      <fieldset className="portal-looks">
        <legend className="hidden-word">外观</legend>
        {looks.map(([look, word]) => (
          <label key={look}>
            <input type="radio" name="look" checked={look === chosen} onChange={() => chooseTheme(look)} />
            {word}
          </label>
        ))}
      </fieldset>
    </Card>
  );
}
