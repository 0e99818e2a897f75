/** 登录已失效 — over the page, not instead of it: what was typed stays, and goes on after signing in again. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Dialog } from '../furniture/Dialog.js';
import { SignInForm } from './SignIn.js';
import type { Who } from './session.js';

interface ExpiredProps {
  readonly login: string;
  readonly office: string;
  onEntered(who: Who): void;
}

export function SessionExpired({ login, office, onEntered }: ExpiredProps): ReactNode {
  return (
    <Dialog
      open
      firm
      title="登录已失效，请重新登录"
      onClose={() => {}}
      foot={<Button onClick={() => location.assign('/')}>换一个账号</Button>}
    >
      <p className="expired-words">本页内容都还在，没有保存的也没有丢；登录后请再点一次刚才的按钮。</p>
      <SignInForm known={{ login, office }} onEntered={onEntered} />
    </Dialog>
  );
}
