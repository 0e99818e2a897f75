/**
 * 期限提醒 — each working night the units whose duties or tasks end in three working days, in one, or ended one ago, are told once. Who
 * asked for it has it by mail or SMS too.
 */
import { businessDay } from '../../forms/day.js';
import type { House } from '../../forms/house.js';
import { newId } from '../../store/ids.js';
import { inScope, type Tx, wholeOffice } from '../../store/scope.js';
import { notify } from '../notices/notify.js';
import { wasTold } from '../notices/queries/notices.js';
import { listCycles, listDuties, listOwnDays, listStages } from './queries/cycles.js';
import { listTasks, type TaskFilter } from './queries/tasks.js';
import { type At, stageStanding, taskStanding } from './standing.js';
import { worksOn } from './workingDays.js';

const remindAt: ReadonlySet<number> = new Set([3, 1]);
const tasksAtOnce = 500;

interface Due {
  readonly organisationId: string;
  readonly what: string;
  readonly lastDay: string;
  readonly workingDaysLeft: number;
  readonly workingDaysLate: number;
}

/** How many were told. */
export function remindOfDeadlines(house: House, officeId: string): Promise<number> {
  const now = house.now();
  return inScope(house.store, wholeOffice(officeId), async (tx) => {
    const days = await listOwnDays(tx, officeId);
    const at: At = { now, own: new Map(days.map(({ day, works }) => [day, works])) };
    if (!worksOn(businessDay(now), at.own)) return 0;
    const due = [...(await dutiesOf(tx, officeId, at)), ...(await tasksOf(tx, officeId, at))];
    const step = { tx, house, now, newId: () => newId(now.getTime()), actor: { officeId } };
    let told = 0;
    for (const { organisationId, what, lastDay, workingDaysLeft, workingDaysLate } of due) {
      if (workingDaysLate === 0 ? !remindAt.has(workingDaysLeft) : workingDaysLate !== 1) continue;
      const title = workingDaysLate > 0 ? `已逾期：${what}` : `还有 ${workingDaysLeft} 个工作日：${what}`;
      // A night that was cut off begins again.
      if (await wasTold(tx, officeId, { organisationId, title, from: new Date(now.getTime() - halfDay) })) continue;
      const notice = { title, words: `截止 ${lastDay}，请办完后在“年度安排”中报告。`, link: '/year' };
      told += await notify(step, { organisationId, kind: 'year' }, notice);
    }
    return told;
  });
}

const halfDay = 12 * 3_600_000;

async function dutiesOf(tx: Tx, officeId: string, at: At): Promise<Due[]> {
  const due: Due[] = [];
  for (const cycle of await listCycles(tx, officeId)) {
    if (cycle.state === 'closed') continue;
    const duties = await listDuties(tx, officeId, cycle.cycle_id);
    for (const row of await listStages(tx, officeId, cycle.cycle_id)) {
      const { state, name, lastDay, workingDaysLeft, workingDaysLate, duties: own } = stageStanding(row, duties, at);
      if (state !== 'current' && state !== 'late') continue;
      for (const { organisationId, doneAt } of own)
        if (doneAt === null)
          due.push({ organisationId, what: `${cycle.name} · ${name}`, lastDay, workingDaysLeft, workingDaysLate });
    }
  }
  return due;
}

/** All of them, part by part: those long overdue stand before those that end this week. */
async function tasksOf(tx: Tx, officeId: string, at: At): Promise<Due[]> {
  const due: Due[] = [];
  for (let after: TaskFilter['after']; ; ) {
    const rows = await listTasks(tx, officeId, { state: 'open', after, limit: tasksAtOnce });
    for (const row of rows) {
      const { title, lead, lastDay, workingDaysLeft, workingDaysLate } = taskStanding(row, [], at);
      due.push({ organisationId: lead.organisationId, what: title, lastDay, workingDaysLeft, workingDaysLate });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < tasksAtOnce) return due;
    after = { dueAt: last.due_at, taskId: last.task_id };
  }
}
