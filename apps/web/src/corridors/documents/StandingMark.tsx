/** 效力标记 — shape, word and colour of what a document was on the chosen day; the whole sentence on hover. */
import type { ReactNode } from 'react';
import type { Item } from '../../api/ask.js';
import './documents.css';
import { stateMarks, stateWords } from './words.zh.js';

type Row = Item<'readDocuments'>;

export function StandingMark({ of }: { readonly of: Pick<Row, 'state' | 'standingWords'> }): ReactNode {
  return (
    <span className={`standing standing-${of.state}`} title={of.standingWords}>
      <i aria-hidden="true">{stateMarks[of.state]}</i>
      {stateWords[of.state]}
    </span>
  );
}
