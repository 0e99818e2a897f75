/** 所引文件 — a basis that names a document which may not be relied on says so: beside the field while it is chosen, and in every list. @source ALL-7 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { useMay } from '../../office/session.js';
import { StandingMark } from './StandingMark.js';

type Cited = Item<'findCited'>;

/** Of documents that hold nothing is said. */
export function CitedWarnings({ items }: { readonly items: readonly Cited[] }): ReactNode {
  const wrong = items.filter(({ valid }) => !valid);
  if (wrong.length === 0) return null;
  return (
    <ul className="cited-warnings" aria-label="依据有误">
      {wrong.map((one) => (
        <li key={one.documentId}>
          <StandingMark of={one} /> {one.standingWords}，不能作为依据：
          <Link to="/documents/$documentId" params={{ documentId: one.documentId }}>
            {one.number === '' ? `《${one.title}》` : one.number}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Below the field in which a basis is written. */
export function BasisCheck({ words }: { readonly words: string }): ReactNode {
  const reads = useMay('documents.read');
  const asked = useDeferredValue(words.trim());
  const cited = useQuery({
    queryKey: ['documents', 'cited', asked],
    queryFn: ({ signal }) => ask('findCited', { query: { words: asked }, signal }),
    enabled: reads && asked !== '',
  });
  if (asked !== '' && cited.error !== null) return <p className="quiet basis-check">没有查到所引文件的效力，请到文件库核对。</p>;
  if (asked === '' || cited.data === undefined) return null;
  const { items } = cited.data;
  return (
    <div className="basis-check" role="status">
      {items.some(({ valid }) => !valid) ? (
        <>
          <CitedWarnings items={items} />
          <p>请换成现行有效的文件；确须引用的，可以照旧保存，以后每次打开都会提示。</p>
        </>
      ) : items.length > 0 ? (
        <p className="quiet">✓ {items.map(({ number, title }) => number || `《${title}》`).join('、')} 现行有效。</p>
      ) : (
        <p className="quiet">文件库里没有这个文号，没有核对效力。</p>
      )}
    </div>
  );
}
