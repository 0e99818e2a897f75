/** 一份文件 — what it was on the chosen day, its clauses, originals, seals, reviews, and what came before and after. @source ALL-7 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { Citations } from './Citations.js';
import { Clauses } from './Clauses.js';
import { DocumentForm } from './DocumentForm.js';
import './documents.css';
import { Originals } from './Originals.js';
import { Reviews } from './Reviews.js';
import { StandingMark } from './StandingMark.js';
import { kindWords, standingWords } from './words.zh.js';

type Whole = Answer<'readDocument'>;

/** Each document begins anew: what was typed for one never reaches the next. */
export function DocumentPage(): ReactNode {
  const { documentId } = useParams({ from: '/office/documents/$documentId' });
  return <One key={documentId} documentId={documentId} />;
}

function One({ documentId }: { readonly documentId: string }): ReactNode {
  const edits = useMay('documents.edit');
  const [day, setDay] = useState('');
  const [editing, setEditing] = useState(false);
  const page = useQuery({
    queryKey: ['documents', 'one', documentId, day],
    queryFn: () => ask('readDocument', { path: { documentId }, query: day === '' ? {} : { on: day } }),
    placeholderData: keepPreviousData,
  });
  const whole = page.data;
  if (whole === undefined)
    return (
      <Page title="文件" help="documents">
        {page.isPending ? <Loading what="文件" /> : <Trouble error={page.error} again={() => void page.refetch()} />}
      </Page>
    );
  return (
    <Page
      title={whole.title}
      help="documents"
      note={
        <>
          <Link to="/documents">文件库</Link>
          {` · ${whole.number === '' ? '无文号' : whole.number}${whole.issuer === '' ? '' : ` · ${whole.issuer}`}`}
        </>
      }
      actions={
        <>
          <Button onClick={() => window.print()}>打印</Button>
          {edits && (
            <Button type="primary" onClick={() => setEditing(true)}>
              修改
            </Button>
          )}
        </>
      }
    >
      <Standing whole={whole} onDay={setDay} />
      <Clauses document={whole} />
      <Citations document={whole} />
      <Originals document={whole} />
      <Reviews document={whole} />
      {editing && <DocumentForm document={whole} onClose={() => setEditing(false)} onDone={() => undefined} />}
    </Page>
  );
}

function Standing({ whole, onDay }: { readonly whole: Whole; onDay(day: string): void }): ReactNode {
  return (
    <Block title="效力">
      <div className="document-standing">
        <label className="day-choice" htmlFor="standing-day">
          看哪一天
          <Input id="standing-day" size="small" type="date" value={whole.on} onChange={(event) => onDay(event.target.value)} />
        </label>
        <StandingMark of={whole} />
        <b>{whole.standingWords}</b>
        {!whole.valid && <span className="status-late">这一天不能作为依据</span>}
      </div>
      <dl className="document-facts">
        <Fact title="种类">{kindWords[whole.kind]}</Fact>
        <Fact title="登记的效力">{standingWords[whole.standing]}</Fact>
        <Fact title="印发日期">{dayOf(whole.issuedOn)}</Fact>
        <Fact title="施行起">{dayOf(whole.effectiveFrom)}</Fact>
        <Fact title="失效日">{whole.effectiveUntil === null ? '长期' : dayOf(whole.effectiveUntil)}</Fact>
        <Fact title="复审期限">
          {whole.reviewDueOn === null ? '未定' : dayOf(whole.reviewDueOn)}
          {whole.reviewOverdue && <b className="status-late"> 逾期未复审</b>}
        </Fact>
        {whole.source !== '' && (
          <Fact title="出处">
            {/^https?:\/\//.test(whole.source) ? (
              <a href={whole.source} rel="noreferrer noopener" target="_blank">
                {whole.source}
              </a>
            ) : (
              whole.source
            )}
          </Fact>
        )}
        {whole.note !== '' && <Fact title="备注">{whole.note}</Fact>}
      </dl>
      {(whole.successor !== null || whole.predecessors.length > 0) && (
        <ul className="related block-gap">
          {whole.successor !== null && <Related words="已由此替代" of={whole.successor} />}
          {whole.predecessors.map((one) => (
            <Related key={one.documentId} words="替代了" of={one} />
          ))}
        </ul>
      )}
    </Block>
  );
}

const dayOf = (day: string | null): string => (day === null ? '—' : formatDate(day));

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Related({ words, of }: { readonly words: string; readonly of: Whole['predecessors'][number] }): ReactNode {
  return (
    <li>
      {words}：
      <Link to="/documents/$documentId" params={{ documentId: of.documentId }}>
        {of.title}
      </Link>
      {of.number !== '' && ` ${of.number}`}
      {of.effectiveFrom !== null && <span className="quiet">（{formatDate(of.effectiveFrom)} 起施行）</span>}
    </li>
  );
}
