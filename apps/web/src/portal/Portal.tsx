/** 企业端的外框 — who is there decides what is shown: the gate, the own record, or the reason why not. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type Answer, ask, keepSession, onSessionEnd } from '../api/ask.js';
import { asProblem, type Problem } from '../api/problem.js';
import { useOnline } from '../furniture/useOnline.js';
import { Gate } from './Gate.js';
import { Inside } from './Inside.js';
import './portal.css';
import { Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';

export type Who = Answer<'whoAmI'>;
type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'gate' }
  /** `ended`: the session is over, the page stands behind the gate with everything typed on it. */
  | { readonly kind: 'in'; readonly who: Who; readonly ended: boolean }
  | { readonly kind: 'trouble'; readonly problem: Problem };

export function Portal(): ReactNode {
  const [state, setState] = useState<State>({ kind: 'asking' });
  const online = useOnline();
  const enter = useCallback((who: Who) => {
    keepSession(who);
    setState((before) => {
      // Somebody else has signed in over the page of the first: nothing of it stays.
      if (before.kind === 'in' && before.who.userId !== who.userId) location.assign('/portal');
      return { kind: 'in', who, ended: false };
    });
  }, []);
  const look = useCallback(() => {
    setState({ kind: 'asking' });
    ask('whoAmI', {}).then(enter, (error: unknown) => {
      const problem = asProblem(error);
      setState(problem.kind === 'session' ? { kind: 'gate' } : { kind: 'trouble', problem });
    });
  }, [enter]);
  useEffect(() => {
    onSessionEnd(() => setState((before) => (before.kind === 'in' ? { ...before, ended: true } : { kind: 'gate' })));
    look();
  }, [look]);
  const leave = async (): Promise<void> => {
    await ask('signOut', {}).catch(() => undefined);
    location.assign('/portal');
  };
  const inside = state.kind === 'in' && !state.ended;

  return (
    <div className="portal">
      <header className="portal-top screen-only">
        <img src="/mark.svg" alt="" width={24} height={24} />
        <b>{state.kind === 'in' ? state.who.office.workName : portalTexts.name}</b>
        {inside && (
          <button type="button" onClick={() => void leave()}>
            退出
          </button>
        )}
      </header>
      {!online && (
        <p className="portal-offline" role="alert">
          {portalTexts.offline}
        </p>
      )}
      <main>
        {state.kind === 'asking' && <Waiting />}
        {state.kind === 'gate' && <Gate known={null} onEntered={enter} />}
        {state.kind === 'trouble' && <Trouble problem={state.problem} again={look} />}
        {state.kind === 'in' && state.ended && <Gate known={state.who} onEntered={enter} />}
        {state.kind === 'in' && (
          <div hidden={state.ended}>
            <Inside who={state.who} onEntered={enter} />
          </div>
        )}
      </main>
    </div>
  );
}
