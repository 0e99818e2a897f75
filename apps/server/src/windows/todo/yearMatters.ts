/** 年度的待办 — duties and tasks of the reader's unit by deadline; whoever runs the year sees besides who is late and what waits to be closed. */
import { listCycles, listDuties, listOwnDays, listStages } from '../../corridors/year/queries/cycles.js';
import { countLateTasks, listTasks } from '../../corridors/year/queries/tasks.js';
import { type At, stageStanding, taskStanding } from '../../corridors/year/standing.js';
import type { Reading } from '../../forms/route.js';
import type { Matter } from './contract.js';
import type { Found } from './routes.js';

const most = 50;
const counted = 1000;

export async function yearMatters(reading: Reading): Promise<Found> {
  const { tx, actor, house } = reading;
  const days = await listOwnDays(tx, actor.officeId);
  const at: At = { now: house.now(), own: new Map(days.map(({ day, works }) => [day, works])) };
  const stages = await stageMatters(reading, at);
  const tasks = await taskMatters(reading, at);
  return { items: [...stages, ...tasks.items], more: tasks.more };
}

async function stageMatters({ tx, actor }: Reading, at: At): Promise<Matter[]> {
  const { officeId, organisationId } = actor;
  const runs = actor.permissions.has('year.manage');
  const items: Matter[] = [];
  for (const cycle of await listCycles(tx, officeId)) {
    if (cycle.state === 'closed') continue;
    const duties = await listDuties(tx, officeId, cycle.cycle_id);
    for (const row of await listStages(tx, officeId, cycle.cycle_id)) {
      const stage = stageStanding(row, duties, at);
      if (stage.state !== 'current' && stage.state !== 'late') continue;
      const title = `${cycle.name} · ${stage.name}`;
      const common = { title, lastDay: stage.lastDay, daysLate: stage.workingDaysLate, link: '/year' };
      const own = stage.duties.find((duty) => duty.organisationId === organisationId && duty.doneAt === null);
      if (own !== undefined && actor.permissions.has('year.report'))
        items.push({
          ...common,
          key: `duty ${stage.stageId}`,
          kind: 'duty',
          note: `本单位尚未报告完成（${own.organisation}）`,
          verb: '去报告',
        });
      const waiting = stage.duties.filter((duty) => duty.doneAt === null && duty.organisationId !== organisationId);
      const leads = runs || stage.leadOrganisationId === organisationId;
      if (!leads || stage.state !== 'late') continue;
      const names = waiting.map(({ organisation }) => organisation);
      const note =
        names.length === 0
          ? stage.duties.length === 0
            ? '已过截止日，尚未确认结束'
            : '分工都已完成，请确认这一阶段结束'
          : `${names.length} 个单位未完成：${names.join('、')}`;
      items.push({
        ...common,
        key: `stage ${stage.stageId}`,
        kind: 'stage',
        note,
        verb: names.length === 0 ? '去确认' : '去催办',
      });
    }
  }
  return items;
}

async function taskMatters({ tx, actor, house }: Reading, at: At): Promise<Found> {
  const { officeId, organisationId } = actor;
  const items: Matter[] = [];
  const more: Found['more'][number][] = [];
  const add = (
    rows: Awaited<ReturnType<typeof listTasks>>,
    of: (task: ReturnType<typeof taskStanding>) => Pick<Matter, 'kind' | 'note' | 'verb'>,
  ): void => {
    for (const row of rows) {
      const task = taskStanding(row, [], at);
      const key = `task ${task.taskId}`;
      if (items.some((one) => one.key === key)) continue;
      items.push({
        ...of(task),
        key,
        title: task.title,
        lastDay: task.lastDay,
        daysLate: task.workingDaysLate,
        link: '/year',
      });
    }
  };
  if (organisationId !== null && actor.permissions.has('year.report')) {
    const own = await listTasks(tx, officeId, { state: 'open', organisationId, limit: counted });
    add(own.slice(0, most), ({ lead }) => ({
      ...{ kind: 'task', verb: '报告进度' },
      note: lead.organisationId === organisationId ? '本单位牵头' : `配合${lead.organisation}`,
    }));
    if (own.length > most) more.push({ kind: 'task', count: own.length - most, link: '/year' });
  }
  if (actor.permissions.has('year.manage')) {
    const reported = await listTasks(tx, officeId, { state: 'reported', limit: counted });
    if (reported.length > most) more.push({ kind: 'task_to_close', count: reported.length - most, link: '/year' });
    add(reported.slice(0, most), ({ lead }) => ({
      kind: 'task_to_close',
      note: `${lead.organisation}报告已完成`,
      verb: '办结或退回',
    }));
    const late = await listTasks(tx, officeId, { lateAt: house.now(), limit: most });
    add(late, ({ lead }) => ({ kind: 'task', note: `${lead.organisation}牵头`, verb: '去催办' }));
    const count = late.length < most ? late.length : await countLateTasks(tx, officeId, house.now());
    if (count > late.length) more.push({ kind: 'task', count: count - late.length, link: '/year' });
  }
  return { items, more };
}
