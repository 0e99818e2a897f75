/** 时间轴 — what happened to one thing, newest first: when, who, what; the value before and after where one changed. */
import type { ReactNode } from 'react';
import './TimeLine.css';
import { formatDate, formatInstant, formatKept } from './values.js';

export interface Moment {
  readonly id: string;
  /** An instant with offset, or a date. */
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly changes?: readonly {
    readonly key?: string;
    readonly field: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Said below, without a before and after. */
  readonly notes?: readonly string[];
  readonly action?: ReactNode;
}

export function TimeLine({ moments }: { readonly moments: readonly Moment[] }): ReactNode {
  return (
    <ol className="time-line">
      {moments.map((moment) => (
        <li key={moment.id}>
          <time dateTime={moment.at}>{moment.at.includes('T') ? formatInstant(moment.at) : formatDate(moment.at)}</time>
          <div>
            <b>{moment.what}</b> <span className="quiet">{moment.who}</span> {moment.action}
            {moment.notes?.map((note) => (
              <p key={note} className="quiet">
                {note}
              </p>
            ))}
            {moment.changes !== undefined && moment.changes.length > 0 && (
              <ul>
                {moment.changes.map((change) => (
                  <li key={change.key ?? change.field}>
                    {change.field}：<s>{change.before === '' ? '（空）' : formatKept(change.before)}</s> →{' '}
                    {change.after === '' ? '（空）' : formatKept(change.after)}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
