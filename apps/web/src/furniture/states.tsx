/** 页面的几种样子 — loading, empty, refused, failed, offline, not found: each says what is so and what to do next. No dead ends. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.js';
import { stateTexts } from './texts.zh.js';
import './states.css';

interface StateProps {
  readonly mark: string;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

function State({ mark, title, children, action }: StateProps): ReactNode {
  return (
    <section className="state" role="status">
      <span className="state-mark" aria-hidden="true">
        {mark}
      </span>
      <h2>{title}</h2>
      {children !== undefined && <div className="state-words">{children}</div>}
      {action}
    </section>
  );
}

export function Loading({ what }: { readonly what: string }): ReactNode {
  return (
    <section className="state state-loading" role="status" aria-live="polite">
      <span className="state-lines" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <p className="quiet">正在取{what}…</p>
    </section>
  );
}

/** What would be here, and the first step. */
export function Empty({ title, children, action }: Omit<StateProps, 'mark'>): ReactNode {
  return (
    <State mark="空" title={title} action={action}>
      {children}
    </State>
  );
}

/** Any trouble that came back instead of the content: refused, not found, offline, or our own fault. */
export function Trouble({ error, again }: { readonly error: unknown; readonly again?: (() => void) | undefined }): ReactNode {
  const problem = asProblem(error);
  const kind = problem.kind;
  return (
    <State
      mark={stateTexts[kind].mark}
      title={problem.message}
      action={
        again !== undefined && kind !== 'refused' && kind !== 'absent' ? (
          <Button type="primary" onClick={again}>
            再试一次
          </Button>
        ) : undefined
      }
    >
      <p>{problem.remedy}</p>
      {kind === 'refused' && <p className="quiet">{stateTexts.refused.after}</p>}
      {problem.requestId !== null && kind === 'fault' && <p className="quiet">编号 {problem.requestId}，报修时请提供。</p>}
    </State>
  );
}

/** The same, on one line, beside a form or above a list. */
export function TroubleLine({ error }: { readonly error: unknown }): ReactNode {
  if (error === null || error === undefined) return null;
  const { message, remedy, fields } = asProblem(error);
  return (
    <div className="trouble-line" role="alert">
      <b>{message}</b> {remedy}
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={`${field.path} ${field.message}`}>{field.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
