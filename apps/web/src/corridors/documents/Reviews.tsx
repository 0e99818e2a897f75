/** 审查与复审 — 公平竞争审查, 合法性审核 and the others as they were held, and the day by which it is examined again. @source ALL-7 */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { reviewWords } from './words.zh.js';

type Whole = Answer<'readDocument'>;
type Given = Body<'addReview'>;

/** Both are due on every rule that touches enterprises, since 2024-08-01. */
const wanted = ['fair_competition', 'legality'] as const;

export function Reviews({ document }: { readonly document: Whole }): ReactNode {
  const edits = useMay('documents.edit');
  const [adding, setAdding] = useState(false);
  const lacking = wanted.filter((kind) => !document.reviews.some((review) => review.kind === kind));
  const rules = ['rule', 'opinion', 'plan', 'notice'].includes(document.kind);
  return (
    <Block
      title={`审查与复审（${document.reviews.length}）`}
      actions={edits && <Button onClick={() => setAdding(true)}>登记审查</Button>}
    >
      {document.reviewOverdue && document.reviewDueOn !== null && (
        <p className="trouble-line">
          <b>复审已逾期：</b>应于{formatDate(document.reviewDueOn)}前复审。复审后在这里登记，并定下次期限。
        </p>
      )}
      {rules && document.valid && lacking.length > 0 && (
        <p className="quiet">没有登记{lacking.map((kind) => reviewWords[kind]).join('、')}的结论。</p>
      )}
      {document.reviews.length > 0 && (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                {['审查', '日期', '审查单位', '结论'].map((title) => (
                  <th key={title}>{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {document.reviews.map((review) => (
                <tr key={review.reviewId}>
                  <td>{reviewWords[review.kind]}</td>
                  <td className="day">{formatDate(review.reviewedOn)}</td>
                  <td>{review.reviewer}</td>
                  <td>{review.conclusion}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && <AddReview document={document} onClose={() => setAdding(false)} />}
    </Block>
  );
}

function AddReview({ document, onClose }: { readonly document: Whole; onClose(): void }): ReactNode {
  const [given, setGiven] = useState<Given>({
    ...{ kind: document.reviewOverdue ? 'reexamination' : 'fair_competition', reviewedOn: today(), reviewer: '', conclusion: '' },
  });
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const { at, rest } = fieldFaults(error, { 'documents.review_due_reversed': 'nextDueOn' });
  const set = (more: Partial<Given>): void => setGiven({ ...given, ...more });
  const save = async (): Promise<void> => {
    const done = await run(() => ask('addReview', { path: { documentId: document.documentId }, body: given }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['documents'] });
    tell({ words: `已登记${reviewWords[given.kind]}。` });
    onClose();
  };
  const again = given.kind === 'reexamination';
  return (
    <Dialog
      open
      title="登记审查"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={given.reviewer.trim() === '' || given.conclusion.trim() === ''}
            onClick={() => void save()}
          >
            登记
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        <Field label="审查" name="reviewKind" needed>
          <Select id="reviewKind" value={given.kind} options={choicesOf(reviewWords)} onChange={(kind) => set({ kind })} />
        </Field>
        <Field label="日期" name="reviewedOn" needed error={at('reviewedOn')}>
          <Input
            id="reviewedOn"
            type="date"
            value={given.reviewedOn}
            onChange={(event) => set({ reviewedOn: event.target.value })}
          />
        </Field>
        <Field label="审查单位" name="reviewer" needed error={at('reviewer')}>
          <Input
            id="reviewer"
            maxLength={100}
            value={given.reviewer}
            onChange={(event) => set({ reviewer: event.target.value })}
          />
        </Field>
        <Field label="结论" name="conclusion" needed error={at('conclusion')}>
          <Input.TextArea
            id="conclusion"
            rows={3}
            maxLength={1000}
            value={given.conclusion}
            onChange={(event) => set({ conclusion: event.target.value })}
          />
        </Field>
        <Field
          label="下次复审期限"
          name="nextDueOn"
          help={again ? '复审后须定下次期限；不再复审的留空' : '不改变期限的不必填'}
          error={at('nextDueOn')}
        >
          <Input
            id="nextDueOn"
            type="date"
            value={given.nextDueOn ?? ''}
            onChange={(event) => {
              const { nextDueOn: _, ...others } = given;
              const day = event.target.value;
              setGiven(day !== '' ? { ...others, nextDueOn: day } : others);
            }}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}
