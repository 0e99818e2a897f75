/** 任务 — a clause with its lead and supporting units: made and ended by the lead office, reported by the units. @source ALL-6 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { endTask, reportTask, type TaskInput, taskInput } from '../contract.js';
import { findCycle } from '../queries/cycles.js';
import * as sql from '../queries/tasks.js';
import type { TaskTable } from '../tables.js';
import { refuseYear } from '../texts.zh.js';
import { deadlineOf } from '../workingDays.js';

export const makeTaskAction: Action<TaskInput, { taskId: string }> = {
  ...{ name: 'year.make_task', title: '新建任务', may: 'year.manage', input: taskInput },
  async run(step, input) {
    const { tx, actor } = step;
    const taskId = step.newId();
    await checkInput(step, input);
    await sql.insertTask(tx, {
      ...{ office_id: actor.officeId, task_id: taskId, ...fieldsOf(input), state: 'open', progress: '' },
      ...{ reported_at: null, done_at: null, version: 1 },
    });
    await keepBefore(step, { kind: 'task', id: taskId }, null);
    await putSupporters(step, taskId, input);
    return { output: { taskId }, object: { kind: 'task', id: taskId }, summary: `新建任务“${input.title}”`, change: input };
  },
};

const editInput = taskInput.extend({ taskId: z.guid(), version: z.int() });

export const editTaskAction: Action<z.infer<typeof editInput>, { version: number }> = {
  ...{ name: 'year.edit_task', title: '修改任务', may: 'year.manage', input: editInput },
  async run(step, { taskId, version, ...input }) {
    await taskOf(step, taskId);
    await checkInput(step, input);
    const done = await change(step, { taskId, version, open: true }, fieldsOf(input));
    await sql.deleteSupporters(step.tx, step.actor.officeId, taskId);
    await putSupporters(step, taskId, input);
    return { output: done, object: { kind: 'task', id: taskId }, summary: `修改任务“${input.title}”`, change: input };
  },
};

const reportInput = reportTask.body.extend({ taskId: z.guid() });

export const reportTaskAction: Action<z.infer<typeof reportInput>, { version: number }> = {
  ...{ name: 'year.report_task', title: '报告任务进度', may: 'year.report', input: reportInput },
  async run(step, { taskId, version, progress, reported }) {
    const { tx, actor, now } = step;
    const task = await taskOf(step, taskId);
    const units = [
      task.lead_organisation_id,
      ...(await sql.listSupporters(tx, actor.officeId, [taskId])).map((one) => one.organisation_id),
    ];
    if (!actor.permissions.has('year.manage') && !units.includes(actor.organisationId ?? ''))
      throw refuseYear('other_organisation');
    const state = reported ? ('reported' as const) : ('open' as const);
    const done = await change(step, { taskId, version, open: true }, { progress, state, reported_at: reported ? now : null });
    const summary = `“${task.title}”${reported ? '报告完成' : '报告进度'}`;
    return { output: done, object: { kind: 'task', id: taskId }, summary, change: { progress, reported } };
  },
};

const endInput = endTask.body.extend({ taskId: z.guid() });
const endWords = { done: '办结', cancelled: '取消', open: '退回' } as const;

export const endTaskAction: Action<z.infer<typeof endInput>, { version: number }> = {
  ...{ name: 'year.end_task', title: '办结或取消任务', may: 'year.manage', input: endInput },
  async run(step, { taskId, version, state, reason }) {
    const { title } = await taskOf(step, taskId);
    const done = await change(step, { taskId, version, open: false }, { state, done_at: state === 'open' ? null : step.now });
    const summary = `${endWords[state]}“${title}”`;
    return { output: done, object: { kind: 'task', id: taskId }, summary, change: { state }, reason };
  },
};

function fieldsOf(input: TaskInput): Pick<TaskTable, 'title' | 'clause' | 'cycle_id' | 'lead_organisation_id' | 'due_at'> {
  const { title, clause, cycleId, leadOrganisationId, lastDay } = input;
  return { title, clause, cycle_id: cycleId, lead_organisation_id: leadOrganisationId, due_at: deadlineOf(lastDay) };
}

async function checkInput({ tx, actor, now }: Step, input: TaskInput): Promise<void> {
  const { cycleId, leadOrganisationId, supporterIds } = input;
  if (cycleId !== null && (await findCycle(tx, actor.officeId, cycleId)) === undefined) throw refuseYear('cycle_not_found');
  const ids = [...new Set([leadOrganisationId, ...supporterIds])];
  const open = await sql.openOrganisations(tx, actor.officeId, { ids, day: businessDay(now) });
  if (open.length !== ids.length) throw refuseYear('organisation_unknown', { what: '牵头或配合单位' });
}

async function putSupporters(
  { tx, actor }: Step,
  taskId: string,
  { leadOrganisationId, supporterIds }: TaskInput,
): Promise<void> {
  const others = [...new Set(supporterIds)].filter((id) => id !== leadOrganisationId);
  const rows = others.map((organisation_id) => ({ office_id: actor.officeId, task_id: taskId, organisation_id }));
  if (rows.length > 0) await sql.insertSupporters(tx, rows);
}

async function taskOf({ tx, actor }: Step, taskId: string): Promise<TaskTable> {
  const task = await sql.findTask(tx, actor.officeId, taskId);
  if (task === undefined) throw refuseYear('task_not_found');
  return task;
}

interface Target {
  readonly taskId: string;
  readonly version: number;
  /** The task must not have ended. */
  readonly open: boolean;
}

async function change(step: Step, { taskId, version, open }: Target, fields: Partial<TaskTable>): Promise<{ version: number }> {
  const before = await taskOf(step, taskId);
  if (open && (before.state === 'done' || before.state === 'cancelled')) throw refuseYear('task_ended');
  const done = await sql.updateTask(step.tx, { officeId: step.actor.officeId, id: taskId, version }, fields);
  if (done === undefined) throw refuseForm('version_differs', {}, { stored: before });
  await keepBefore(step, { kind: 'task', id: taskId }, { ...before });
  return done;
}
