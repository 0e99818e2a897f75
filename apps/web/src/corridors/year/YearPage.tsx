/** 年度安排 — the cycle's stages with who has done what, the tasks of clauses, what is late. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Item } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import { useYear } from '../../office/year.js';
import { NewCycle } from './NewCycle.js';
import './year.css';
import { cycleStateWords, stageStateWords, taskStateWords } from './words.zh.js';

type Whole = Answer<'readCycle'>;
type Task = Item<'readTasks'>;

export function YearPage(): ReactNode {
  const { cycle, cycles } = useYear();
  const manages = useMay('year.manage');
  const [making, setMaking] = useState(false);
  return (
    <Page
      title={cycle?.name ?? '年度安排'}
      help="year"
      note={
        cycle === undefined
          ? undefined
          : `数据年度 ${cycle.dataYear} · 实施年度 ${cycle.workYear} · ${cycleStateWords[cycle.state]}`
      }
      actions={manages && <Button onClick={() => setMaking(true)}>新建年度评价</Button>}
    >
      {cycle === undefined ? (
        <Empty
          title="还没有年度评价"
          action={manages ? <Button onClick={() => setMaking(true)}>新建年度评价</Button> : undefined}
        >
          这里将是一年的各个阶段、期限和任务。第一步：由牵头办公室新建年度评价。
        </Empty>
      ) : (
        <>
          <Stages cycleId={cycle.cycleId} manages={manages} />
          <Tasks cycleId={cycle.cycleId} manages={manages} />
        </>
      )}
      {making && <NewCycle before={cycles[0]} onClose={() => setMaking(false)} />}
    </Page>
  );
}

function Stages({ cycleId, manages }: { readonly cycleId: string; readonly manages: boolean }): ReactNode {
  const page = useQuery({ queryKey: ['year', 'cycle', cycleId], queryFn: () => ask('readCycle', { path: { cycleId } }) });
  const queries = useQueryClient();
  const { error, run } = useAct();
  const mark = async (stage: Whole['stages'][number]): Promise<void> => {
    await run(() =>
      ask('markStage', { path: { stageId: stage.stageId }, body: { version: stage.version, done: stage.doneAt === null } }),
    );
    await queries.invalidateQueries({ queryKey: ['year'] });
  };
  if (page.isPending) return <Loading what="各阶段" />;
  if (page.data === undefined) return <Trouble error={page.error} again={() => void page.refetch()} />;
  return (
    <Block title="各阶段">
      <TroubleLine error={error} />
      {page.data.stages.length === 0 && <p className="quiet">还没有编排阶段。</p>}
      <ol className="stages">
        {page.data.stages.map((stage) => (
          <li key={stage.stageId} className={`stage-row stage-row-${stage.state}`}>
            <span className="stage-state">{stageStateWords[stage.state]}</span>
            <div>
              <b>{stage.name}</b>{' '}
              <span className="quiet">
                {formatDate(stage.firstDay)} 至 {formatDate(stage.lastDay)}
                {stage.state === 'late' && `，逾期 ${stage.workingDaysLate} 个工作日`}
                {stage.state === 'current' && `，还有 ${stage.workingDaysLeft} 个工作日`}
              </span>
              {stage.duties.length > 0 && (
                <p className="stage-duties">
                  {stage.duties.map((duty) => (
                    <span key={duty.organisationId} className={duty.late ? 'duty-late' : duty.doneAt !== null ? 'duty-done' : ''}>
                      {duty.doneAt !== null ? '✓' : duty.late ? '!' : '○'} {duty.organisation}
                    </span>
                  ))}
                </p>
              )}
            </div>
            {manages && stage.state !== 'coming' && (
              <Button size="small" onClick={() => void mark(stage)}>
                {stage.doneAt === null ? '标记完成' : '取消完成'}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Tasks({ cycleId, manages }: { readonly cycleId: string; readonly manages: boolean }): ReactNode {
  const who = useWho();
  const reports = useMay('year.report');
  const [doing, setDoing] = useState<{ readonly task: Task; readonly step: 'report' | 'end' } | null>(null);
  const tasks = useQuery({
    queryKey: ['year', 'tasks', cycleId],
    queryFn: () => ask('readTasks', { query: { cycleId, limit: 200 } }),
  });
  const own = who.organisation?.organisationId;
  const involved = (task: Task): boolean =>
    own !== undefined && [task.lead, ...task.supporters].some((one) => one.organisationId === own);
  return (
    <Block title="任务表">
      {tasks.isPending ? (
        <p className="quiet">正在取任务…</p>
      ) : tasks.data === undefined ? (
        <Trouble error={tasks.error} again={() => void tasks.refetch()} />
      ) : tasks.data.items.length === 0 ? (
        <p className="quiet">没有任务。办法中的每一条要求都可以分解成任务，写明牵头、配合单位和期限。</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                {['任务', '依据', '牵头', '配合', '截止', '状态', '进展'].map((title) => (
                  <th key={title}>{title}</th>
                ))}
                <th aria-label="办理" />
              </tr>
            </thead>
            <tbody>
              {tasks.data.items.map((task) => (
                <tr key={task.taskId}>
                  <td>{task.title}</td>
                  <td>{task.clause}</td>
                  <td>{task.lead.organisation}</td>
                  <td>{task.supporters.map((one) => one.organisation).join('、')}</td>
                  <td className={task.workingDaysLate > 0 ? 'duty-late' : ''}>
                    {formatDate(task.lastDay)}
                    {task.workingDaysLate > 0 && `（逾期 ${task.workingDaysLate} 个工作日）`}
                  </td>
                  <td>{taskStateWords[task.state]}</td>
                  <td>{task.progress}</td>
                  <td className="row-actions">
                    {reports && involved(task) && task.state === 'open' && (
                      <Button size="small" type="link" onClick={() => setDoing({ task, step: 'report' })}>
                        报告进度
                      </Button>
                    )}
                    {manages && task.state !== 'done' && task.state !== 'cancelled' && (
                      <Button size="small" type="link" onClick={() => setDoing({ task, step: 'end' })}>
                        办结
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {doing !== null && <Step {...doing} onClose={() => setDoing(null)} />}
    </Block>
  );
}

function Step({ task, step, onClose }: { readonly task: Task; readonly step: 'report' | 'end'; onClose(): void }): ReactNode {
  const [words, setWords] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const path = { taskId: task.taskId };
  const save = async (finished: boolean): Promise<void> => {
    const text = words.trim();
    const done = await run(() =>
      step === 'report'
        ? ask('reportTask', { path, body: { version: task.version, progress: text, reported: finished } })
        : ask('endTask', { path, body: { version: task.version, state: finished ? 'done' : 'cancelled', reason: text } }),
    );
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['year'] });
    tell({ words: '已保存。' });
    onClose();
  };
  const [first, second] = step === 'report' ? ['只报进度', '报告完成'] : ['取消任务', '办结'];
  return (
    <Dialog
      open
      title={step === 'report' ? `报告进度：${task.title}` : `办结：${task.title}`}
      onClose={onClose}
      foot={
        <>
          <Button loading={busy} disabled={words.trim() === ''} onClick={() => void save(false)}>
            {first}
          </Button>
          <Button type="primary" loading={busy} disabled={words.trim() === ''} onClick={() => void save(true)}>
            {second}
          </Button>
        </>
      }
    >
      <Fields>
        <TroubleLine error={error} />
        <Field label={step === 'report' ? '进展' : '理由'} name="words" needed>
          <Input.TextArea id="words" rows={3} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
