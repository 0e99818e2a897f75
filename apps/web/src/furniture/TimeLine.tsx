/** 时间轴 — what happened to one thing, newest first: when, who, what; the value before and after where one changed. */
import type { ReactNode } from 'react';
import './TimeLine.css';
import { formatInstant } from './values.js';

export interface Moment {
  readonly id: string;
  /** Instant with offset. */
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly changes?: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly action?: ReactNode;
}

export function TimeLine({ moments }: { readonly moments: readonly Moment[] }): ReactNode {
  return (
    <ol className="time-line">
      {moments.map((moment) => (
        <li key={moment.id}>
          <time dateTime={moment.at}>{formatInstant(moment.at)}</time>
          <div>
            <b>{moment.what}</b> <span className="quiet">{moment.who}</span> {moment.action}
            {moment.changes !== undefined && moment.changes.length > 0 && (
              <ul>
                {moment.changes.map((change) => (
                  <li key={change.field}>
                    {change.field}：<s>{change.before === '' ? '（空）' : change.before}</s> →{' '}
                    {change.after === '' ? '（空）' : change.after}
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
