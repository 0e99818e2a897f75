/** 经营状态标记 — 正常 stays quiet; what ends or blocks an enterprise stands out, in words. */
import type { ReactNode } from 'react';
import type { Item } from '../../api/ask.js';
import { statusWords } from './words.zh.js';

type Status = Item<'listSubjects'>['status'];
const grave: ReadonlySet<Status> = new Set(['cancelled', 'revoked', 'moved_out', 'secret', 'restructuring', 'seized']);

export function StatusMark({ status }: { readonly status: Status }): ReactNode {
  const tone = status === 'normal' ? ' status-normal' : grave.has(status) ? ' status-grave' : '';
  return <span className={`status-mark${tone}`}>{statusWords[status]}</span>;
}
