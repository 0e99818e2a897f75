/** 更正申请 — what enterprises say is not right on their record: read, put right on the enterprise's page, answered here. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, firstPage, type Item } from '../../api/ask.js';
import { More } from '../../furniture/More.js';
import { Empty, Loading, Trouble } from '../../furniture/states.js';
import { formatInstant } from '../../furniture/values.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { AnswerCorrection } from './AnswerCorrection.js';
import './registry.css';
import { correctionStateWords, correctionTopicWords } from './words.zh.js';

export type Correction = Item<'listCorrections'>;
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
                          {one.answer}（{[one.answeredFor, one.answeredBy].filter((word) => word !== null).join(' ')}）
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
      {answering !== null && <AnswerCorrection correction={answering} onClose={() => setAnswering(null)} />}
    </Page>
  );
}
