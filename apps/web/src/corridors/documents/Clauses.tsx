/** 条款 — the text by clause, in the order of the document; edited as a whole, so that numbers stay unique and the order is one. @source ALL-7 */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { moved } from '../../furniture/lines.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { useSharedForm } from '../../office/sharedForm.js';
import { useYear } from '../../office/year.js';
import { TaskForm } from '../year/TaskForm.js';
import { clausesOf, clauseTrouble, type Draft, draftsOf, mergeClauses, rowsOf } from './clauseDrafts.js';

type Whole = Answer<'readDocument'>;

export function Clauses({ document }: { readonly document: Whole }): ReactNode {
  const edits = useMay('documents.edit');
  const tasks = useMay('year.manage');
  const [editing, setEditing] = useState(false);
  const [tasking, setTasking] = useState<string | null>(null);
  const { cycle } = useYear();
  const name = document.number === '' ? `《${document.title}》` : document.number;
  const [words, setWords] = useState('');
  const found = (text: string): boolean => words.trim() !== '' && text.includes(words.trim());
  if (editing) return <EditClauses document={document} onClose={() => setEditing(false)} />;
  return (
    <Block
      title={`条款（${document.clauses.length}）`}
      actions={
        <>
          {document.clauses.length > 5 && (
            <Input
              size="small"
              allowClear
              className="desk-words"
              placeholder="在条款中找"
              aria-label="在条款中找"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          {edits && <Button onClick={() => setEditing(true)}>{document.clauses.length === 0 ? '录入条款' : '修改条款'}</Button>}
        </>
      }
    >
      {document.clauses.length === 0 ? (
        <p className="quiet">还没有录入条款。任务、规则引用的是条款，请把要引用的各条照原文录入。</p>
      ) : (
        <ol className="clauses">
          {document.clauses.map((clause) => (
            <li key={clause.path} id={`clause-${clause.path}`} className={found(clause.path + clause.text) ? 'clause-found' : ''}>
              <b>{clause.path}</b>
              <p className="clause-text">{clause.text}</p>
              {tasks && (
                <Button
                  size="small"
                  type="link"
                  className="screen-only"
                  aria-label={`把 ${clause.path} 分解为任务`}
                  onClick={() => setTasking(`${name} ${clause.path}`)}
                >
                  分解为任务
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {tasking !== null && (
        <TaskForm task={null} cycleId={cycle?.cycleId ?? null} clause={tasking} onClose={() => setTasking(null)} />
      )}
    </Block>
  );
}

function EditClauses({ document, onClose }: { readonly document: Whole; onClose(): void }): ReactNode {
  const tell = useTell();
  const queries = useQueryClient();
  const path = { documentId: document.documentId };
  const form = useSharedForm<readonly Draft[]>({
    start: { given: draftsOf(document.clauses), version: document.version },
    send: (drafts, version) => ask('setClauses', { path, body: { version, clauses: clausesOf(drafts) } }),
    read: async () => {
      const now = await ask('readDocument', { path });
      return { given: draftsOf(now.clauses), version: now.version };
    },
    merge: mergeClauses,
    onSaved: async (drafts) => {
      await queries.invalidateQueries({ queryKey: ['documents'] });
      tell({ words: `已保存条款 ${clausesOf(drafts).length} 条。` });
      onClose();
    },
  });
  const { given: drafts, busy, error, set: setDrafts } = form;
  const change = (key: number, more: Partial<Draft>): void =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...more } : draft)));
  const add = (): void => setDrafts([...drafts, { key: 1 + Math.max(-1, ...drafts.map(({ key }) => key)), path: '', text: '' }]);
  const troubles = drafts.map((draft) => clauseTrouble(draft, drafts));
  const wrong = troubles.filter((trouble) => trouble !== undefined).length;
  return (
    <Block
      title="修改条款"
      actions={
        <>
          <Button onClick={onClose}>不保存</Button>
          <Button type="primary" loading={busy} disabled={wrong > 0} onClick={() => void form.save()}>
            {wrong > 0 ? `还有 ${wrong} 处要改` : '保存条款'}
          </Button>
        </>
      }
    >
      <TroubleLine error={error} />
      {drafts.map((draft, place) => (
        <div key={draft.key} className="clause-edit">
          <Input
            aria-label={`第 ${place + 1} 条的条款号`}
            placeholder="如 二(七)"
            maxLength={40}
            value={draft.path}
            onChange={(event) => change(draft.key, { path: event.target.value })}
          />
          <Input.TextArea
            aria-label={`第 ${place + 1} 条的原文`}
            placeholder="照原文"
            rows={rowsOf(draft.text)}
            maxLength={4000}
            value={draft.text}
            onChange={(event) => change(draft.key, { text: event.target.value })}
          />
          <span className="clause-moves">
            <Button
              size="small"
              aria-label={`第 ${place + 1} 条上移`}
              disabled={place === 0}
              onClick={() => setDrafts(moved(drafts, place, -1))}
            >
              ↑
            </Button>
            <Button
              size="small"
              aria-label={`第 ${place + 1} 条下移`}
              disabled={place === drafts.length - 1}
              onClick={() => setDrafts(moved(drafts, place, 1))}
            >
              ↓
            </Button>
            <Button
              size="small"
              aria-label={`删去第 ${place + 1} 条`}
              onClick={() => setDrafts(drafts.filter((one) => one.key !== draft.key))}
            >
              删去
            </Button>
          </span>
          {troubles[place] !== undefined && <p className="clause-wrong">{troubles[place]}</p>}
        </div>
      ))}
      <p className="block-gap">
        <Button onClick={add}>增加一条</Button>
      </p>
      {form.conflict}
    </Block>
  );
}
