/** 进度 — where a cycle stands on an instant: which stage is current, what is late and by how many working days. Pure. */

import { businessDay } from '../../forms/day.js';
import type { StageAnswer, TaskAnswer } from './contract.js';
import type { StageTable, TaskTable } from './tables.js';
import { lastClockOf, lastDayOf, type OwnDays, workingDaysLate, workingDaysLeft } from './workingDays.js';

export interface At {
  readonly now: Date;
  readonly own: OwnDays;
}

export interface Duty {
  readonly stage_id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly done_at: Date | null;
}

export interface StageRow extends StageTable {
  readonly lead_name: string | null;
}

export function stageStanding(stage: StageRow, duties: readonly Duty[], { now, own }: At): StageAnswer {
  const done = stage.done_at !== null;
  const late = !done && now >= stage.ends_at;
  return {
    ...{ stageId: stage.stage_id, kind: stage.kind, name: stage.name },
    ...{ leadOrganisationId: stage.lead_organisation_id, lead: stage.lead_name },
    ...{
      firstDay: businessDay(stage.starts_at),
      lastDay: lastDayOf(stage.ends_at),
      ...lastClockOf(stage.ends_at),
      endsAt: stage.ends_at.toISOString(),
    },
    doneAt: stage.done_at?.toISOString() ?? null,
    state: done ? 'done' : late ? 'late' : now >= stage.starts_at ? 'current' : 'coming',
    workingDaysLeft: done ? 0 : workingDaysLeft(stage.ends_at, now, own),
    workingDaysLate: done ? 0 : workingDaysLate(stage.ends_at, now, own),
    duties: duties
      .filter((duty) => duty.stage_id === stage.stage_id)
      .map((duty) => ({
        ...{ organisationId: duty.organisation_id, organisation: duty.name, doneAt: duty.done_at?.toISOString() ?? null },
        late: duty.done_at === null && late,
      })),
    version: stage.version,
  };
}

export interface TaskRow extends TaskTable {
  readonly lead_name: string;
}

export function taskStanding(
  task: TaskRow,
  supporters: readonly { readonly task_id: string; readonly organisation_id: string; readonly name: string }[],
  { now, own, cited = [] }: At & { readonly cited?: TaskAnswer['cited'] },
): TaskAnswer {
  const ended = task.state === 'done' || task.state === 'cancelled';
  return {
    ...{ taskId: task.task_id, title: task.title, clause: task.clause, cycleId: task.cycle_id, state: task.state },
    lead: { organisationId: task.lead_organisation_id, organisation: task.lead_name },
    supporters: supporters
      .filter((one) => one.task_id === task.task_id)
      .map((one) => ({ organisationId: one.organisation_id, organisation: one.name })),
    ...{ lastDay: lastDayOf(task.due_at), progress: task.progress, version: task.version },
    workingDaysLeft: ended ? 0 : workingDaysLeft(task.due_at, now, own),
    workingDaysLate: ended ? 0 : workingDaysLate(task.due_at, now, own),
    cited: [...cited],
  };
}
