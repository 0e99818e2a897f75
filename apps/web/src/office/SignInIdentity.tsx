/** 统一身份认证回来 /sign-in/identity — the identity service has sent the browser back: its answer is taken out of the address and handed to the server once. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ask, keepSession } from '../api/ask.js';
import { asProblem } from '../api/problem.js';
import { Loading, TroubleLine } from '../furniture/states.js';
import { type Home, takeFlow } from './identityFlow.js';
import { identityIn, noteOf, type OutsideIdentity } from './identityNote.js';
import { Gate } from './SignIn.js';
import { whoKey } from './session.js';

export function SignInIdentity(): ReactNode {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [astray, setAstray] = useState(false);
  const [home, setHome] = useState<Home>('/');
  const begun = useRef(false);
  useEffect(() => {
    // An answer is good for one time: drawing twice must not send it twice.
    if (begun.current) return;
    begun.current = true;
    const answer = location.search;
    const begunHere = takeFlow();
    setHome(begunHere?.home ?? '/');
    history.replaceState(history.state, '', location.pathname);
    if (begunHere === null || answer === '') {
      setAstray(true);
      return;
    }
    const finish = async (): Promise<void> => {
      const who = await ask('finishIdentity', { body: { answer, flow: begunHere.flow } });
      keepSession(who);
      queries.clear();
      queries.setQueryData(whoKey, who);
      await navigate({ to: '/todo', replace: true });
    };
    finish().catch(setError);
  }, [queries, navigate]);
  const failed = astray || error !== null;
  const unknown = error === null ? null : identityIn(asProblem(error).details);
  return (
    <Gate title="统一身份认证登录">
      {!failed && <Loading what="认证结果" />}
      <TroubleLine error={error} />
      {unknown !== null && <HandOver identity={unknown} enterprise={home !== '/'} />}
      {astray && <p className="warn-line">这次认证不是从本页开始的，或已经用过，不能登录。请重新登录。</p>}
      {failed && <a href={home}>回到登录页</a>}
    </Gate>
  );
}

/** Nobody here knows this identity yet: what the administrator needs, to copy or to read out. */
function HandOver({
  identity,
  enterprise,
}: {
  readonly identity: OutsideIdentity;
  /** Come from the pages for enterprises, whose accounts the town's people ask for. */
  readonly enterprise: boolean;
}): ReactNode {
  const note = noteOf(identity);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (): void => {
    // Absent where the address is not encrypted.
    const copying = navigator.clipboard?.writeText(note) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <section className="hand-over" aria-label="交给系统管理员的内容">
      <pre>{note}</pre>
      <div className="gate-actions">
        <Button type="primary" onClick={copy}>
          复制
        </Button>
        <span className="quiet" role="status">
          {copied === true && `✓ 已复制，请发给${enterprise ? '所属镇街（园区）经办' : '系统管理员'}。`}
          {copied === false && '浏览器不让复制，请选中上面的文字复制。'}
        </span>
      </div>
      {enterprise && <p>企业账号请发给所属镇街（园区）经办，由其转系统管理员关联。</p>}
      <p className="quiet">账号还没有开通的，请先申请开通。关联好以后，再用“统一身份认证登录”就能进入。</p>
    </section>
  );
}
