/** 统一身份认证回来 /sign-in/identity — the identity service has sent the browser back: its answer is taken out of the address and handed to the server once. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ask, keepSession } from '../api/ask.js';
import { Loading, TroubleLine } from '../furniture/states.js';
import { takeFlow } from './identityFlow.js';
import { Gate } from './SignIn.js';
import { whoKey } from './session.js';

export function SignInIdentity(): ReactNode {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [astray, setAstray] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    // An answer is good for one time: drawing twice must not send it twice.
    if (begun.current) return;
    begun.current = true;
    const answer = location.search;
    const flow = takeFlow();
    history.replaceState(history.state, '', location.pathname);
    if (flow === null || answer === '') {
      setAstray(true);
      return;
    }
    const finish = async (): Promise<void> => {
      const who = await ask('finishIdentity', { body: { answer, flow } });
      keepSession(who);
      queries.clear();
      queries.setQueryData(whoKey, who);
      await navigate({ to: '/todo', replace: true });
    };
    finish().catch(setError);
  }, [queries, navigate]);
  const failed = astray || error !== null;
  return (
    <Gate title="统一身份认证登录">
      {!failed && <Loading what="认证结果" />}
      <TroubleLine error={error} />
      {astray && <p className="warn-line">这次认证不是从本页开始的，或已经用过，不能登录。请重新登录。</p>}
      {failed && <a href="/">回到登录页</a>}
    </Gate>
  );
}
