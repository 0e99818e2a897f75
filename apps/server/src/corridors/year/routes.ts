/** 年度的接口。 */
import { acts, type Bound, type Reading, reads } from '../../forms/route.js';
import { citedBy } from '../documents/cited.js';
import * as cycles from './actions/cycles.js';
import * as tasks from './actions/tasks.js';
import type { CycleAnswer, LateItem } from './contract.js';
import * as contract from './contract.js';
import { findCycle, listCycles, listDuties, listOwnDays, listStages } from './queries/cycles.js';
import { countLateTasks, listSupporters, listTasks } from './queries/tasks.js';
import { type At, stageStanding, taskStanding } from './standing.js';
import type { CycleTable } from './tables.js';
import { refuseYear } from './texts.zh.js';
import { worksOn } from './workingDays.js';

export const yearRoutes: readonly Bound[] = [
  reads(contract.readCycles, async ({ tx, actor }) => ({ items: (await listCycles(tx, actor.officeId)).map(answerOf) })),
  reads(contract.readCycle, async (reading, { params }) => {
    const cycle = await findCycle(reading.tx, reading.actor.officeId, params.cycleId);
    if (cycle === undefined) throw refuseYear('cycle_not_found');
    return { ...answerOf(cycle), stages: await stagesOf(reading, cycle.cycle_id) };
  }),
  reads(contract.readLate, (reading) => lateItems(reading)),
  reads(contract.readTasks, readTasks),
  reads(contract.readTask, async (reading, { params: { taskId } }) => {
    const { tx, actor } = reading;
    const [row] = await listTasks(tx, actor.officeId, { taskId, limit: 1 });
    if (row === undefined) throw refuseYear('task_not_found');
    const [cited = []] = await citedBy(reading, [row.clause]);
    return taskStanding(row, await listSupporters(tx, actor.officeId, [taskId]), { ...(await atOf(reading)), cited });
  }),
  reads(contract.readOwnDays, async ({ tx, actor }) => ({
    items: (await listOwnDays(tx, actor.officeId)).map(({ day, works, note }) => ({
      day,
      works,
      usual: worksOn(day, new Map()),
      note,
    })),
  })),
  acts(contract.makeCycle, cycles.makeCycleAction, ({ body }) => body),
  acts(contract.editCycle, cycles.editCycleAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.setStages, cycles.setStagesAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.markStage, cycles.markStageAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.markDuty, cycles.markDutyAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.setOwnDay, cycles.setOwnDayAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.makeTask, tasks.makeTaskAction, ({ body }) => body),
  acts(contract.editTask, tasks.editTaskAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.reportTask, tasks.reportTaskAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.endTask, tasks.endTaskAction, ({ params, body }) => ({ ...params, ...body })),
];

const answerOf = (row: CycleTable): CycleAnswer => ({
  ...{ cycleId: row.cycle_id, name: row.name, subjectKind: row.subject_kind, dataYear: row.data_year, workYear: row.work_year },
  ...{ policyFrom: row.policy_from, policyUntil: row.policy_until, state: row.state, version: row.version },
});

async function atOf({ tx, actor, house }: Reading): Promise<At> {
  const days = await listOwnDays(tx, actor.officeId);
  return { now: house.now(), own: new Map(days.map(({ day, works }) => [day, works])) };
}

async function stagesOf(reading: Reading, cycleId: string) {
  const { tx, actor } = reading;
  const duties = await listDuties(tx, actor.officeId, cycleId);
  const at = await atOf(reading);
  return (await listStages(tx, actor.officeId, cycleId)).map((stage) => stageStanding(stage, duties, at));
}

/** Tasks of one answer; how many more are late is told, and the task table pages through them. */
const mostLate = 200;

/** 逾期: stages without duties, duties of stages, and tasks; longest late first. */
async function lateItems(reading: Reading): Promise<{ items: LateItem[]; more: number }> {
  const { tx, actor, house } = reading;
  const items: LateItem[] = [];
  for (const cycle of await listCycles(tx, actor.officeId)) {
    if (cycle.state !== 'running') continue;
    for (const stage of await stagesOf(reading, cycle.cycle_id)) {
      if (stage.state !== 'late') continue;
      const of = { id: stage.stageId, lastDay: stage.lastDay, workingDaysLate: stage.workingDaysLate };
      const title = `${cycle.name} · ${stage.name}`;
      const waiting = stage.duties.filter((duty) => duty.late);
      for (const { organisationId, organisation } of waiting)
        items.push({ kind: 'duty', ...of, title, organisationId, organisation });
      if (waiting.length === 0)
        items.push({ kind: 'stage', ...of, title, organisationId: stage.leadOrganisationId, organisation: stage.lead });
    }
  }
  const tasks = await listTasks(tx, actor.officeId, { lateAt: house.now(), limit: mostLate });
  const all = tasks.length < mostLate ? tasks.length : await countLateTasks(tx, actor.officeId, house.now());
  const at = await atOf(reading);
  for (const task of tasks) {
    const { taskId, title, lead, lastDay, workingDaysLate } = taskStanding(task, [], at);
    items.push({ kind: 'task', id: taskId, title, ...lead, lastDay, workingDaysLate });
  }
  items.sort((a, b) => b.workingDaysLate - a.workingDaysLate || (a.id < b.id ? -1 : 1));
  return { items, more: all - tasks.length };
}

async function readTasks(
  reading: Reading,
  { query }: { readonly query: (typeof contract.tasksQuery)['_output'] },
): Promise<{ items: contract.TaskAnswer[]; next: string | null }> {
  const { tx, actor, house } = reading;
  const rows = await listTasks(tx, actor.officeId, {
    ...{ state: query.state, organisationId: query.organisationId, cycleId: query.cycleId, limit: query.limit },
    lateAt: query.late === undefined ? undefined : house.now(),
    after: afterOf(query.after),
  });
  const ids = rows.map((row) => row.task_id);
  const supporters = ids.length === 0 ? [] : await listSupporters(tx, actor.officeId, ids);
  const at = await atOf(reading);
  const cited = await citedBy(
    reading,
    rows.map(({ clause }) => clause),
  );
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row, place) => taskStanding(row, supporters, { ...at, cited: cited[place] ?? [] })),
    next: last === undefined ? null : `${last.due_at.toISOString()}~${last.task_id}`,
  };
}

function afterOf(text: string | undefined): { dueAt: Date; taskId: string } | undefined {
  const [at, taskId] = (text ?? '').split('~');
  const dueAt = new Date(at ?? '');
  return taskId === undefined || Number.isNaN(dueAt.getTime()) ? undefined : { dueAt, taskId };
}
