/** 更正申请 — what enterprises say is not right on their record: read, put right on the enterprise's page, answered here. */

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, firstPage, type Item } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { More } from '../../furniture/More.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import './registry.css';
import { correctionStateWords, correctionTopicWords } from './words.zh.js';

type Correction = Item<'listCorrections'>;
type Shown = 'open' | 'answered';

export function CorrectionList(): ReactNode {
  const edits = useMay('registry.edit');
  const [state, setState] = useState<Shown>('open');
  const [answering, setAnswering] = useState<Correction | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['registry', 'corrections', state],
    queryFn: ({ pageParam }) =>
      ask('listCorrections', { query: { state, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = list.data?.pages[0]?.open ?? 0;
  return (
    <Page
      title="更正申请"
      help="corrections"
      note="企业在手机上提出的登记不符之处；核实后在企业页更正，再在这里答复，企业立即可见。"
      actions={
        <Radio.Group
          optionType="button"
          value={state}
          options={[
            { value: 'open', label: open > 0 ? `待核实 ${open}` : '待核实' },
            { value: 'answered', label: '已答复' },
          ]}
          onChange={(event) => setState(event.target.value === 'answered' ? 'answered' : 'open')}
        />
      }
    >
      {list.isPending ? (
        <Loading what="更正申请" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <Empty title={state === 'open' ? '没有待核实的更正申请' : '还没有答复过更正申请'}>
          企业登录企业端，认为登记有误时点“有误”提出；提出后这里和铃铛都会提醒。
        </Empty>
      ) : (
        <Block title={state === 'open' ? `待核实 ${open} 件` : '已答复'}>
          <div className="table-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  {['企业', '事项', '企业说明', '提出时间', state === 'open' ? '状态' : '答复'].map((title) => (
                    <th key={title}>{title}</th>
                  ))}
                  {edits && state === 'open' && <th aria-label="办理" />}
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.correctionId}>
                    <td>
                      <Link to="/registry/enterprises/$subjectId" params={{ subjectId: one.subjectId }}>
                        {one.subjectName}
                      </Link>
                      {one.regionName !== null && <p className="quiet">{one.regionName}</p>}
                    </td>
                    <td className="day">{correctionTopicWords[one.topic]}</td>
                    <td className="correction-words">{one.words}</td>
                    <td className="day">{formatInstant(one.askedAt)}</td>
                    <td>
                      <span className="status-mark day">{correctionStateWords[one.state]}</span>
                      {one.answer !== null && (
                        <p className="quiet">
                          {one.answer}（{one.answeredBy}）
                        </p>
                      )}
                    </td>
                    {edits && state === 'open' && (
                      <td className="row-actions">
                        <Button size="small" type="link" onClick={() => setAnswering(one)}>
                          答复
                        </Button>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <More list={list} words="再看 50 件" />
        </Block>
      )}
      {answering !== null && <Answering correction={answering} onClose={() => setAnswering(null)} />}
    </Page>
  );
}

function Answering({ correction, onClose }: { readonly correction: Correction; onClose(): void }): ReactNode {
  const [state, setState] = useState<'corrected' | 'declined' | null>(null);
  const [answer, setAnswer] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const ready = state !== null && answer.trim() !== '';
  const send = async (): Promise<void> => {
    if (state === null) return;
    const body = { state, answer: answer.trim(), version: correction.version };
    const done = await run(() => ask('answerCorrection', { path: { correctionId: correction.correctionId }, body }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: `已答复 ${correction.subjectName}。` });
    onClose();
  };
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
