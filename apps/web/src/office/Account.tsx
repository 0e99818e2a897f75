/** 我的账号 — password, one-time codes with the picture drawn here and nowhere else, look. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import { type Answer, ask, keepSession } from '../api/ask.js';
import { OwnIdentities } from '../corridors/people/LinkedIdentities.js';
import { Field, Fields } from '../furniture/Field.js';
import { TroubleLine } from '../furniture/states.js';
import { useTell } from '../furniture/Toast.js';
import { chooseTheme, onTheme, type ThemeChoice, themeChoice } from '../theme/preference.js';
import { useAct } from './act.js';
import { Block, Page } from './Page.js';
import { useWho, type Who, whoKey } from './session.js';

const QRCode = lazy(() => import('antd/es/qr-code'));

export function Account(): ReactNode {
  const who = useWho();
  const theme = useSyncExternalStore(onTheme, themeChoice);
  return (
    <Page
      title="我的账号"
      help="account"
      note={`${who.login} · ${who.roles.map((role) => role.title).join('、')}${who.organisation === null ? '' : ` · ${who.organisation.name}`}`}
    >
      <Factor />
      <Password />
      <OwnIdentities />
      <Block title="外观">
        <Radio.Group
          value={theme}
          options={[
            { value: 'light', label: '浅色' },
            { value: 'dark', label: '深色' },
            { value: 'system', label: '随系统' },
          ]}
          onChange={(event) => chooseTheme(asChoice(event.target.value))}
        />
      </Block>
    </Page>
  );
}

const asChoice = (value: unknown): ThemeChoice => (value === 'light' || value === 'dark' ? value : 'system');

function useEntered(): (who: Who) => void {
  const queries = useQueryClient();
  return (who) => {
    keepSession(who);
    queries.setQueryData(whoKey, who);
  };
}

function Factor(): ReactNode {
  const { secondFactor } = useWho();
  const [begun, setBegun] = useState<Answer<'beginFactor'> | null>(null);
  const [code, setCode] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const entered = useEntered();
  const begin = async (): Promise<void> => {
    const answer = await run(() => ask('beginFactor', {}));
    if (answer !== undefined) setBegun(answer);
  };
  const confirm = async (): Promise<void> => {
    const who = await run(() => ask('confirmFactor', { body: { code } }));
    if (who === undefined) return;
    entered(who);
    setBegun(null);
    tell({ words: '动态口令已绑定。下次登录需要输入。' });
  };
  return (
    <Block title="动态口令">
      <TroubleLine error={error} />
      {secondFactor.enrolled ? (
        <p>
          ✓ 已绑定。{secondFactor.used ? '本次登录已使用。' : '本次登录没有使用；办理审定等事项请退出后用动态口令登录。'}
          换手机请联系安全管理员解除后重新绑定。
        </p>
      ) : begun === null ? (
        <>
          <p>{secondFactor.needed ? '您的岗位须绑定动态口令后才能办理。' : '绑定后登录更安全；审定、公示和管理岗位必须绑定。'}</p>
          <p className="quiet">需要一部装有验证器的手机（如系统自带的口令功能），不需要联网。</p>
          <Button type="primary" loading={busy} onClick={() => void begin()}>
            开始绑定
          </Button>
        </>
      ) : (
        <Fields onSubmit={() => void confirm()}>
          <p>1 用手机验证器扫描；2 输入手机上显示的 6 位数字。</p>
          <Suspense fallback={<p className="quiet">正在画二维码…</p>}>
            <QRCode value={begun.uri} size={180} bordered bgColor="#ffffff" color="#000000" />
          </Suspense>
          <p className="quiet">
            不能扫描时，手工输入密钥：<code>{begun.secret}</code>
          </p>
          <Field label="6 位数字" name="code" needed>
            <Input
              id="code"
              inputMode="numeric"
              maxLength={6}
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
          <div>
            <Button type="primary" htmlType="submit" loading={busy} disabled={code.length !== 6}>
              完成绑定
            </Button>
          </div>
        </Fields>
      )}
    </Block>
  );
}

function Password(): ReactNode {
  const { passwordOld } = useWho();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const entered = useEntered();
  const change = async (): Promise<void> => {
    const who = await run(() => ask('changePassword', { body: { current, password } }));
    if (who === undefined) return;
    entered(who);
    setCurrent('');
    setPassword('');
    setAgain('');
    tell({ words: '密码已修改，其他地方的登录已退出。' });
  };
  return (
    <Block title="修改密码">
      <Fields onSubmit={() => void change()}>
        {passwordOld && <p className="warn-line">密码已到更换期限，修改之后才能继续办理。</p>}
        <TroubleLine error={error} />
        <Field label="现在的密码" name="current" needed>
          <Input.Password
            id="current"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <Field label="新密码" name="password" needed help="不少于 12 位，请勿使用姓名、单位名称或常见密码">
          <Input.Password
            id="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Field
          label="再输一次"
          name="again"
          needed
          error={again !== '' && again !== password ? '两次输入不一致，请重新输入' : undefined}
        >
          <Input.Password
            id="again"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </Field>
        <div>
          <Button
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={current === '' || password === '' || again !== password}
          >
            修改密码
          </Button>
        </div>
      </Fields>
    </Block>
  );
}
