/** 期限提醒 — on real rows: told once at three days, at one, and when late; not on days of rest, not when done. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { newId } from '../../store/ids.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { addOrganisation } from '../people/actions/organisations.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { makeCycleAction, markDutyAction } from './actions/cycles.js';
import { makeCycleBody } from './contract.js';
import { remindOfDeadlines } from './reminders.js';

let own: TestHouse;
let officer: Actor;
let bureau: string;
let stageId: string;
beforeAll(async () => {
  own = await testHouse();
  const [clerk, admin] = [await own.actor('lead_clerk'), await own.actor('system_admin')];
  const made = { name: '税务局', shortName: '税务', kind: 'department', regionId: null, sort: 0 } as const;
  bureau = (await perform(addOrganisation, made, own.asked(admin))).organisationId;
  officer = await own.actor('department_officer', { organisationId: bureau });
  const cycle = makeCycleBody.parse({
    ...{ name: '2024年度', subjectKind: 'enterprise', dataYear: 2024, workYear: 2025 },
    stages: [{ kind: 'collection', name: '数据归集', firstDay: '2025-03-01', lastDay: '2025-03-14', duties: [bureau] }],
  });
  const { cycleId } = await perform(makeCycleAction, cycle, own.asked(clerk));
  stageId = (
    await inScope(own.store, wholeOffice(own.office.officeId), (tx) =>
      tx
        .selectFrom('stage')
        .select('stage_id')
        .where('office_id', '=', own.office.officeId)
        .where('cycle_id', '=', cycleId)
        .executeTakeFirstOrThrow(),
    )
  ).stage_id;
});
afterAll(() => own.drop());

/** Two o'clock at night, Beijing time. */
const night = async (day: string): Promise<number> => {
  own.setNow(new Date(`${day}T02:00:00+08:00`));
  return remindOfDeadlines(own.house, own.office.officeId);
};
const titles = async () => {
  const rows = await inScope(own.store, wholeOffice(own.office.officeId), (tx) =>
    tx
      .selectFrom('notice')
      .select('title')
      .where('office_id', '=', own.office.officeId)
      .where('user_id', '=', officer.userId)
      .orderBy('at')
      .execute(),
  );
  return rows.map(({ title }) => title);
};

it('[S89] a unit is told three working days before, one before, and once when late; a night begun again tells nobody twice', async () => {
  for (const day of [
    '2025-03-08',
    '2025-03-09',
    '2025-03-10',
    '2025-03-11',
    '2025-03-12',
    '2025-03-13',
    '2025-03-14',
    '2025-03-15',
  ]) {
    await night(day);
    expect(await night(day)).toBe(0);
  }
  const before = await titles();
  expect(before.map((title) => title.slice(0, 9))).toEqual(['还有 3 个工作日', '还有 1 个工作日']);
  for (const day of ['2025-03-16', '2025-03-17', '2025-03-18', '2025-03-19']) await night(day);
  expect((await titles()).slice(2)).toEqual(['已逾期：2024年度 · 数据归集']);
});

it('who has reported is left in peace', async () => {
  await perform(markDutyAction, { stageId, organisationId: bureau, done: true }, own.asked(officer));
  const before = await titles();
  for (const day of ['2025-03-13', '2025-03-17', '2025-03-18']) await night(day);
  expect(await titles()).toEqual(before);
});

it('[S89] what ends this week is not lost behind a thousand tasks that are long overdue', async () => {
  const { officeId } = own.office;
  const task = (n: number, due: string) => ({
    ...{ office_id: officeId, task_id: newId(Date.parse('2025-01-02') + n), title: `任务 ${n}`, clause: '', cycle_id: null },
    ...{ lead_organisation_id: bureau, due_at: new Date(`${due}T00:00:00+08:00`), progress: '', state: 'open' as const },
    ...{ reported_at: null, done_at: null, version: 1 },
  });
  const rows = [...Array.from({ length: 1001 }, (_, n) => task(n, '2025-01-02')), task(1001, '2025-04-12')];
  await inScope(own.store, wholeOffice(officeId), (tx) => tx.insertInto('task').values(rows).execute());
  expect(await night('2025-04-09')).toBe(1);
  expect((await titles()).at(-1)).toBe('还有 3 个工作日：任务 1001');
});
