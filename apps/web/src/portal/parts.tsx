/** 企业端的构件 — cards, lines, fields and words for a phone; no component library here. */
import { cloneElement, type FormEvent, type ReactElement, type ReactNode, useId } from 'react';
import type { Problem } from '../api/problem.js';
import { follow, hrefOf, type Place } from './view.js';

export type Line = readonly [title: string, value: ReactNode];

interface CardProps {
  readonly title: string;
  /** A link or button beside the title. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, beside, children }: CardProps): ReactNode {
  return (
    <section className="portal-card">
      <header className="portal-head">
        <h2>{title}</h2>
        {beside !== undefined && <span className="screen-only">{beside}</span>}
      </header>
      {children}
    </section>
  );
}

export function Lines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  return (
    <dl>
      {lines.map(([name, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a ledger may hold two lines alike
        <div key={`${name}${place}`} className="portal-line">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function To({ to, children }: { readonly to: Partial<Place>; readonly children: ReactNode }): ReactNode {
  return (
    <a className="portal-to" href={hrefOf(to)} onClick={follow(to)}>
      {children}
    </a>
  );
}

/** The way back to the record, above the title of every other page. */
export function PageTitle({ title, note }: { readonly title: string; readonly note?: ReactNode }): ReactNode {
  return (
    <section className="portal-title">
      <span className="screen-only">
        <To to={{ view: 'record' }}>‹ 返回</To>
      </span>
      <h1>{title}</h1>
      {note !== undefined && <p className="quiet">{note}</p>}
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>;
}

export function Field({ label, help, error, children }: FieldProps): ReactNode {
  const id = useId();
  const words = error ?? help;
  return (
    <div className="portal-field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        ...(words === undefined ? {} : { 'aria-describedby': `${id}-words` }),
        'aria-invalid': error !== undefined,
      })}
      {words !== undefined && (
        <small id={`${id}-words`} className={error === undefined ? 'quiet' : 'portal-error'}>
          {words}
        </small>
      )}
    </div>
  );
}

interface FormProps {
  readonly problem: Problem | null;
  readonly verb: string;
  readonly busy: boolean;
  readonly ready: boolean;
  onSend(): void;
  readonly children: ReactNode;
}

export function Form({ problem, verb, busy, ready, onSend, children }: FormProps): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !busy) onSend();
  };
  return (
    <form className="portal-form" onSubmit={submit}>
      {problem !== null && <Warn problem={problem} />}
      {children}
      <button type="submit" className="portal-button" disabled={busy || !ready}>
        {busy ? '请稍候…' : verb}
      </button>
    </form>
  );
}

export function Warn({ problem }: { readonly problem: Problem }): ReactNode {
  return (
    <p className="portal-warn" role="alert">
      <b>{problem.message}</b> {problem.remedy}
    </p>
  );
}

export function Waiting({ words = '正在打开，请稍候…' }: { readonly words?: string }): ReactNode {
  return (
    <p className="quiet portal-wait" role="status">
      {words}
    </p>
  );
}
