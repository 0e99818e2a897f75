/** 企业端的外框 — who is there decides what is shown: the gate, the own record, or the reason why not. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type Answer, ask, keepCsrf, onSessionEnd } from '../api/ask.js';
import { asProblem, type Problem } from '../api/problem.js';
import { useOnline } from '../furniture/useOnline.js';
import { Gate } from './Gate.js';
import { OwnRecord } from './OwnRecord.js';
import './portal.css';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';

export type Who = Answer<'whoAmI'>;
type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'gate'; readonly ended: boolean }
  | { readonly kind: 'in'; readonly who: Who }
  | { readonly kind: 'trouble'; readonly problem: Problem };

export function Portal(): ReactNode {
  const [state, setState] = useState<State>({ kind: 'asking' });
  const online = useOnline();
  const enter = useCallback((who: Who) => {
    keepCsrf(who.csrfToken);
    setState({ kind: 'in', who });
  }, []);
  const look = useCallback(() => {
    setState({ kind: 'asking' });
    ask('whoAmI', {}).then(enter, (error: unknown) => {
      const problem = asProblem(error);
      setState(problem.kind === 'session' ? { kind: 'gate', ended: false } : { kind: 'trouble', problem });
    });
  }, [enter]);
  useEffect(() => {
    onSessionEnd(() => setState({ kind: 'gate', ended: true }));
    look();
  }, [look]);
  const leave = async (): Promise<void> => {
    await ask('signOut', {}).catch(() => undefined);
    setState({ kind: 'gate', ended: false });
  };

  return (
    <div className="portal">
      <header className="portal-top screen-only">
        <img src="/mark.svg" alt="" width={24} height={24} />
        <b>{state.kind === 'in' ? state.who.office.workName : portalTexts.name}</b>
        {state.kind === 'in' && (
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
        {state.kind === 'asking' && (
          <p className="quiet portal-wait" role="status">
            {portalTexts.asking}
          </p>
        )}
        {state.kind === 'gate' && <Gate ended={state.ended} onEntered={enter} />}
        {state.kind === 'trouble' && <Trouble problem={state.problem} again={look} />}
        {state.kind === 'in' && (state.who.permissions.includes('registry.own') ? <OwnRecord who={state.who} /> : <Staff />)}
      </main>
    </div>
  );
}

/** 工作人员走错了门. */
function Staff(): ReactNode {
  return (
    <section className="portal-card">
      <h2>{portalTexts.staffTitle}</h2>
      <p>
        {portalTexts.staff} <a href="/">进入办公端</a>
      </p>
    </section>
  );
}
