/** 各阶段 — who has done what, what is left or late in working days; a unit reports its own part, the lead office closes the stage. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate, formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import type { Cycle } from '../../office/year.js';
import { EditStages } from './EditStages.js';
import { stageStateWords } from './words.zh.js';

type Stage = Answer<'readCycle'>['stages'][number];
type Duty = Stage['duties'][number];

export function Stages({ cycle, manages }: { readonly cycle: Cycle; readonly manages: boolean }): ReactNode {
  const { cycleId } = cycle;
  const page = useQuery({ queryKey: ['year', 'cycle', cycleId], queryFn: () => ask('readCycle', { path: { cycleId } }) });
  const [arranging, setArranging] = useState(false);
  const queries = useQueryClient();
  const { busy, error, run } = useAct();
  const tell = useTell();
  const open = cycle.state !== 'closed';
  const after = async (done: unknown, words: string, undo?: () => void): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['year'] });
    if (done !== undefined) tell({ words, ...(undo === undefined ? {} : { undo }) });
  };
  const mark = async (stage: Stage): Promise<void> => {
    const done = stage.doneAt === null;
    const answer = await run(() =>
      ask('markStage', { path: { stageId: stage.stageId }, body: { version: stage.version, done } }),
    );
    await after(answer, done ? `“${stage.name}”已完成。` : `“${stage.name}”已重新打开。`);
  };
  const report = async (stage: Stage, { organisationId, organisation }: Duty, done: boolean): Promise<void> => {
    const answer = await run(() => ask('markDuty', { path: { stageId: stage.stageId }, body: { organisationId, done } }));
    const words = done ? `${organisation}已报“${stage.name}”完成。` : `${organisation}已撤回“${stage.name}”的完成报告。`;
    const duty = { organisationId, organisation, doneAt: null, late: false };
    await after(answer, words, done ? () => void report(stage, duty, false) : undefined);
  };

  if (page.isPending) return <Loading what="各阶段" />;
  if (page.data === undefined) return <Trouble error={page.error} again={() => void page.refetch()} />;
  const { stages } = page.data;
  return (
    <Block
      title="各阶段"
      actions={
        manages &&
        open && (
          <Button size="small" onClick={() => setArranging(true)}>
            编排阶段
          </Button>
        )
      }
    >
      <TroubleLine error={error} />
      {stages.length === 0 && (
        <p className="quiet">
          还没有编排阶段。{manages ? '按“编排阶段”逐个增加；' : '由牵头办公室编排；'}编好后，页面顶部的阶段条即按此显示。
        </p>
      )}
      <ol className="stages">
        {stages.map((stage) => (
          <li key={stage.stageId} className={`stage-row stage-row-${stage.state}`}>
            <span className="stage-state">{stageStateWords[stage.state]}</span>
            <div>
              <b>{stage.name}</b> <Dates stage={stage} />
              {stage.lead !== null && <span className="quiet">　牵头 {stage.lead}</span>}
              <Duties stage={stage} busy={busy} open={open} onReport={(duty, done) => void report(stage, duty, done)} />
            </div>
            {manages && open && stage.state !== 'coming' && (
              <Button size="small" loading={busy} onClick={() => void mark(stage)}>
                {stage.doneAt === null ? '标记完成' : '取消完成'}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {arranging && <EditStages cycle={page.data} onClose={() => setArranging(false)} />}
    </Block>
  );
}

function Dates({ stage }: { readonly stage: Stage }): ReactNode {
  return (
    <span className="quiet">
      {formatDate(stage.firstDay)} 至 {formatDate(stage.lastDay)} {stage.lastClock ?? ''}
      {stage.state === 'late' && <b className="duty-late">　逾期 {stage.workingDaysLate} 个工作日</b>}
      {stage.state === 'current' && `　还有 ${stage.workingDaysLeft} 个工作日`}
      {stage.doneAt !== null && `　${formatInstant(stage.doneAt)} 完成`}
    </span>
  );
}

interface DutiesProps {
  readonly stage: Stage;
  readonly busy: boolean;
  readonly open: boolean;
  onReport(duty: Duty, done: boolean): void;
}

/** 分工 — one's own can be reported here, and by the lead office for every unit. */
function Duties({ stage, busy, open, onReport }: DutiesProps): ReactNode {
  const who = useWho();
  const reports = useMay('year.report');
  const manages = useMay('year.manage');
  if (stage.duties.length === 0) return null;
  const done = stage.duties.filter((duty) => duty.doneAt !== null).length;
  return (
    <>
      <p className="quiet">
        分工 {stage.duties.length} 家，已完成 {done} 家
      </p>
      <ul className="stage-duties">
        {stage.duties.map((duty) => {
          const own = duty.organisationId === who.organisation?.organisationId;
          return (
            <li key={duty.organisationId} className={duty.late ? 'duty-late' : duty.doneAt !== null ? 'duty-done' : ''}>
              <span title={duty.doneAt === null ? undefined : `${formatInstant(duty.doneAt)} 报告完成`}>
                {duty.doneAt !== null ? '✓' : duty.late ? '!' : '○'} {duty.organisation}
                <span className="hidden-word">{duty.doneAt !== null ? '已完成' : duty.late ? '逾期' : '未完成'}</span>
              </span>
              {reports && open && (own || manages) && (
                <Button
                  size="small"
                  type="link"
                  disabled={busy}
                  aria-label={`${duty.organisation}${duty.doneAt === null ? '报告完成' : '撤回'}`}
                  onClick={() => onReport(duty, duty.doneAt === null)}
                >
                  {duty.doneAt === null ? (own ? '报告完成' : '代报完成') : '撤回'}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
