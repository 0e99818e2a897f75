/** 答复更正申请 — once; who comes second sees what was answered beside what they wrote, and nothing of it is sent. @source trust R62 */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { keysOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import '../../furniture/Conflict.css';
import { useTell } from '../../furniture/Toast.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import type { Correction } from './CorrectionList.js';
import { correctionStateWords, correctionTopicWords } from './words.zh.js';

interface Answered {
  readonly state: Correction['state'];
  readonly answer: string;
  readonly by: string;
  readonly at: string;
}

export function AnswerCorrection({ correction, onClose }: { readonly correction: Correction; onClose(): void }): ReactNode {
  const [state, setState] = useState<'corrected' | 'declined' | null>(null);
  const [answer, setAnswer] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const ready = state !== null && answer.trim() !== '';
  const first = error === null ? null : answeredIn(error);
  const send = async (): Promise<void> => {
    if (state === null) return;
    const body = { state, answer: answer.trim(), version: correction.version };
    const done = await run(() => ask('answerCorrection', { path: { correctionId: correction.correctionId }, body }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['registry'] });
    const { subjectName: name } = correction;
    tell({
      words:
        done.readers > 0 ? `已答复 ${name}，已通知 ${done.readers} 人。` : `已答复 ${name}。该企业没有人使用企业端，请另行告知。`,
    });
    onClose();
  };
  const leave = async (): Promise<void> => {
    onClose();
    await queries.invalidateQueries({ queryKey: ['registry'] });
  };
  if (first !== null && state !== null)
    return (
      <Dialog
        open
        firm
        shape="wide"
        title={`已由他人答复：${correction.subjectName}`}
        onClose={() => void leave()}
        foot={
          <Button type="primary" autoFocus onClick={() => void leave()}>
            知道了
          </Button>
        }
      >
        <p>
          {first.by} 已于 {formatInstant(first.at)} 先答复了这一件；您填的没有发出。
        </p>
        <Both mine={{ state, answer: answer.trim() }} theirs={first} />
        <p className="quiet">
          一件申请只答复一次，企业看到的是“已答复”一列。确需改变答复的，请先与 {first.by} 商定，再由企业另提一件。
        </p>
      </Dialog>
    );
  return (
    <Dialog
      open
      title={`答复：${correction.subjectName}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => void send()}>
          答复
        </Button>
      }
    >
      <Fields onSubmit={() => ready && void send()}>
        <TroubleLine error={error} />
        <p>
          {correctionTopicWords[correction.topic]}：{correction.words}
        </p>
        <Field label="结果" name="state" needed help="选“已更正”之前，请先在企业页把登记改好">
          <Radio.Group
            id="state"
            value={state}
            options={[
              { value: 'corrected', label: '已更正' },
              { value: 'declined', label: '维持登记' },
            ]}
            onChange={(event) => setState(event.target.value === 'corrected' ? 'corrected' : 'declined')}
          />
        </Field>
        <Field label="答复" name="answer" needed help="写明依据；企业可见">
          <Input id="answer" maxLength={500} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}

type Side = Pick<Answered, 'state' | 'answer'>;

function Both({ mine, theirs }: { readonly mine: Side; readonly theirs: Side }): ReactNode {
  const rows = [
    { label: '结果', mine: correctionStateWords[mine.state], theirs: correctionStateWords[theirs.state] },
    { label: '答复', mine: mine.answer, theirs: theirs.answer },
  ];
  return (
    <div className="table-scroll">
      <table className="plain-table conflict-table">
        <thead>
          <tr>
            {['项目', '我填的', '已答复'].map((word) => (
              <th key={word}>{word}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td data-heading="我填的">{row.mine}</td>
              <td data-heading="已答复">{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands already, from the refusal of the second answer; null for any other trouble. */
function answeredIn(error: unknown): Answered | null {
  const { code, details } = asProblem(error);
  const now: unknown = details.now;
  if (code !== 'door.version_differs' && code !== 'registry.correction_answered') return null;
  if (typeof now !== 'object' || now === null) return null;
  const row = new Map<string, unknown>(Object.entries(now));
  const text = (column: string): string => String(row.get(column) ?? '');
  const state = keysOf(correctionStateWords).find((one) => one === row.get('state'));
  if (state === undefined || state === 'open') return null;
  return {
    state,
    answer: text('answer'),
    by: [text('answered_for'), text('answered_by')].join(' ').trim(),
    at: text('answered_at'),
  };
}
