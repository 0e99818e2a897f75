/** 年度安排 — who is late, the cycle's stages with who has done what, the tasks of clauses, the office's own working days. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { type Cycle, useYear } from '../../office/year.js';
import { EditCycle } from './EditCycle.js';
import { LateRoster } from './Late.js';
import { NewCycle } from './NewCycle.js';
import { OwnDays } from './OwnDays.js';
import { Stages } from './Stages.js';
import { Tasks } from './Tasks.js';
import './year.css';
import { cycleStateWords, subjectKindWords } from './words.zh.js';

export function YearPage(): ReactNode {
  const { cycle, cycles } = useYear();
  const manages = useMay('year.manage');
  const [doing, setDoing] = useState<'new' | 'edit' | null>(null);
  return (
    <Page
      title={cycle?.name ?? '年度安排'}
      help="year"
      note={cycle === undefined ? undefined : noteOf(cycle)}
      actions={
        manages && (
          <>
            {cycle !== undefined && <Button onClick={() => setDoing('edit')}>修改年度评价</Button>}
            <Button onClick={() => setDoing('new')}>新建年度评价</Button>
          </>
        )
      }
    >
      {cycle === undefined ? (
        <Empty
          title="还没有年度评价"
          action={manages ? <Button onClick={() => setDoing('new')}>新建年度评价</Button> : undefined}
        >
          这里将是一年的各个阶段、期限和任务。第一步：由牵头办公室新建年度评价。
        </Empty>
      ) : (
        <>
          <LateRoster cycle={cycle} />
          <Stages cycle={cycle} manages={manages} />
        </>
      )}
      <Tasks cycleId={cycle?.cycleId ?? null} manages={manages} />
      <OwnDays manages={manages} />
      {doing === 'new' && <NewCycle before={cycles[0]} onClose={() => setDoing(null)} />}
      {doing === 'edit' && cycle !== undefined && <EditCycle cycle={cycle} onClose={() => setDoing(null)} />}
    </Page>
  );
}

function noteOf({ subjectKind, dataYear, workYear, state, policyFrom, policyUntil }: Cycle): string {
  const period =
    policyFrom === null && policyUntil === null
      ? '政策执行期未定'
      : `政策执行期 ${policyFrom === null ? '未定' : formatDate(policyFrom)} 至 ${policyUntil === null ? '未定' : `${formatDate(policyUntil)}（不含）`}`;
  return `评价${subjectKindWords[subjectKind]} · 数据年度 ${dataYear} · 实施年度 ${workYear} · ${period} · ${cycleStateWords[state]}`;
}
