/** The year through its actions, on the real database. */

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import type { Bound } from '../../forms/route.js';
import { newId } from '../../store/ids.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { historyOf } from '../audit/history.js';
import { editDocumentAction, makeDocumentAction } from '../documents/actions/documents.js';
import { makeDocument } from '../documents/contract.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import {
  editCycleAction,
  makeCycleAction,
  markDutyAction,
  markStageAction,
  setOwnDayAction,
  setStagesAction,
} from './actions/cycles.js';
import { editTaskAction, endTaskAction, makeTaskAction, reportTaskAction } from './actions/tasks.js';
import { type CyclePage, makeCycleBody, type readLate, type readTasks, type StageInput } from './contract.js';
import { updateStage } from './queries/cycles.js';
import { yearRoutes } from './routes.js';

let own: TestHouse;
let clerk: Actor;
let taxOfficer: Actor;
let tax: string;
let land: string;

beforeAll(async () => {
  own = await testHouse();
  clerk = await own.actor('lead_clerk');
  tax = await organisation('税务局', 1);
  land = await organisation('自然资源和规划局', 2);
  taxOfficer = await own.actor('department_officer', { organisationId: tax });
});
afterAll(() => own.drop());

async function organisation(name: string, sort: number): Promise<string> {
  const { officeId } = own.office;
  const id = newId(own.house.now().getTime());
  await inScope(own.store, wholeOffice(officeId), (tx) =>
    tx
      .insertInto('organisation')
      .values({
        ...{ office_id: officeId, organisation_id: id, name, short_name: name, kind: 'department', region_id: null },
        ...{ sort, closed_on: null, version: 1 },
      })
      .execute(),
  );
  return id;
}

async function read<T>(operation: string, actor: Actor, request: { params?: object; query?: object } = {}): Promise<T> {
  const bound = yearRoutes.find((one: Bound) => one.route.operation === operation)!;
  const checked = {
    params: bound.route.params.parse(request.params ?? {}),
    query: bound.route.query.parse(request.query ?? {}),
    body: {},
  };
  return bound.route.answer.parse(await bound.answer(own.asked(actor), checked)) as T;
}

const collection = (): StageInput => ({
  ...{ kind: 'collection', name: '数据归集', firstDay: '2025-01-10', lastDay: '2025-03-31', leadOrganisationId: null },
  duties: [tax, land],
});
const evaluation: StageInput = {
  ...{ kind: 'pre_evaluation', name: '预评价', firstDay: '2025-04-01', lastDay: '2025-05-31', leadOrganisationId: null },
  duties: [],
};

const cycleOf = (name: string, more: object = {}): z.infer<typeof makeCycleBody> =>
  makeCycleBody.parse({ name, subjectKind: 'enterprise', dataYear: 2024, workYear: 2025, ...more });

describe('年度评价', () => {
  let cycleId: string;

  it('[TZ-9] a cycle has stages in the order given; who did not deliver by 31 March is late, by working days', async () => {
    ({ cycleId } = await perform(
      makeCycleAction,
      cycleOf('2024 年度评价', { stages: [collection(), evaluation] }),
      own.asked(clerk),
    ));
    const page = await read<CyclePage>('readCycle', clerk, { params: { cycleId } });
    expect(page.stages.map((stage) => [stage.name, stage.state, stage.lastDay])).toEqual([
      ['数据归集', 'current', '2025-03-31'],
      ['预评价', 'coming', '2025-05-31'],
    ]);
    const edit = { ...cycleOf('2024 年度评价'), cycleId, version: page.version, state: 'running' as const };
    const { copyFrom: _, stages: __, ...input } = edit;
    await perform(editCycleAction, input, own.asked(clerk));
    await perform(markDutyAction, { stageId: page.stages[0]!.stageId, organisationId: tax, done: true }, own.asked(taxOfficer));
    expect((await read<z.infer<typeof readLate.answer>>('readLate', clerk)).items).toEqual([]);
    own.setNow(new Date('2025-04-07T01:00:00Z'));
    const { items } = await read<z.infer<typeof readLate.answer>>('readLate', clerk);
    // 1, 2, 3 and 7 April; 4–6 April is Qingming.
    expect(items.map((item) => [item.organisation, item.lastDay, item.workingDaysLate])).toEqual([
      ['自然资源和规划局', '2025-03-31', 4],
    ]);
  });

  it('[TZ-9] the order of stages is data: they can be put the other way round, keeping what was reported', async () => {
    const before = await read<CyclePage>('readCycle', clerk, { params: { cycleId } });
    const [first, second] = before.stages;
    const stages = [
      { ...evaluation, stageId: second!.stageId },
      { ...collection(), stageId: first!.stageId },
    ];
    await perform(setStagesAction, { cycleId, version: before.version, stages }, own.asked(clerk));
    const after = await read<CyclePage>('readCycle', clerk, { params: { cycleId } });
    expect(after.stages.map((stage) => stage.stageId)).toEqual([second!.stageId, first!.stageId]);
    expect(after.stages[1]!.duties.map((duty) => [duty.organisation, duty.doneAt !== null])).toEqual([
      ['税务局', true],
      ['自然资源和规划局', false],
    ]);
    await expect(perform(setStagesAction, { cycleId, version: before.version, stages }, own.asked(clerk))).rejects.toMatchObject({
      code: 'door.version_differs',
    });
  });

  it('a deadline at noon stays at noon when the stages are arranged anew and when next year copies them', async () => {
    const closing = { ...evaluation, name: '企业确认', kind: 'confirmation' as const, lastClock: '12:00' };
    const { cycleId: noon } = await perform(makeCycleAction, cycleOf('中午截止', { stages: [closing] }), own.asked(clerk));
    const page = await read<CyclePage>('readCycle', clerk, { params: { cycleId: noon } });
    expect(page.stages.map((stage) => [stage.lastDay, stage.lastClock, stage.endsAt])).toEqual([
      ['2025-05-31', '12:00', '2025-05-31T04:00:00.000Z'],
    ]);
    const stages = page.stages.map(({ stageId, kind, name, firstDay, lastDay, lastClock, leadOrganisationId }) => ({
      ...{ stageId, kind, name, firstDay, lastDay, leadOrganisationId, duties: [] },
      ...(lastClock === undefined ? {} : { lastClock }),
    }));
    await perform(setStagesAction, { cycleId: noon, version: page.version, stages }, own.asked(clerk));
    const copied = await perform(
      makeCycleAction,
      cycleOf('中午截止 次年', { dataYear: 2025, workYear: 2026, copyFrom: noon }),
      own.asked(clerk),
    );
    const next = await read<CyclePage>('readCycle', clerk, { params: copied });
    expect(next.stages.map((stage) => [stage.lastDay, stage.lastClock])).toEqual([['2026-05-31', '12:00']]);
  });

  it('[R62] a stage that somebody marks as done while the stages are arranged is not arranged over', async () => {
    const closing = { ...evaluation, name: '同时改动' };
    const { cycleId: both } = await perform(makeCycleAction, cycleOf('同时改动', { stages: [closing] }), own.asked(clerk));
    const { version, stages } = await read<CyclePage>('readCycle', clerk, { params: { cycleId: both } });
    const { officeId } = own.office;
    const { stageId, kind, firstDay, lastDay } = stages[0]!;
    const wanted: StageInput = { stageId, kind, name: '新名称', firstDay, lastDay, leadOrganisationId: null, duties: [] };
    let set: Promise<unknown> | undefined;
    await inScope(own.store, wholeOffice(officeId), async (tx) => {
      await updateStage(tx, { officeId, id: stageId, version: 1 }, { done_at: own.house.now() });
      set = perform(setStagesAction, { cycleId: both, version, stages: [wanted] }, own.asked(clerk)).catch((error) => error);
      const waits = () => sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`.execute(tx);
      await expect.poll(async () => (await waits()).rows[0]?.n).toBe(1);
    });
    expect(await set).toMatchObject({ code: 'door.version_differs' });
    const after = await read<CyclePage>('readCycle', clerk, { params: { cycleId: both } });
    expect([after.version, after.stages[0]?.name, after.stages[0]?.state]).toEqual([version, '同时改动', 'done']);
  });

  it('refuses a stage listed twice; what a unit had reported stays in the history when its duty ends', async () => {
    const before = await read<CyclePage>('readCycle', clerk, { params: { cycleId } });
    const { stageId } = before.stages.find((stage) => stage.name === '数据归集')!;
    const kept = { ...collection(), stageId };
    const set = (stages: StageInput[]) =>
      perform(setStagesAction, { cycleId, version: before.version, stages }, own.asked(clerk));
    await expect(set([kept, kept])).rejects.toMatchObject({
      code: 'year.stage_twice',
      message: expect.stringContaining('数据归集'),
    });
    expect((await read<CyclePage>('readCycle', clerk, { params: { cycleId } })).version).toBe(before.version);
    const others = before.stages
      .filter((stage) => stage.stageId !== stageId)
      .map((stage) => ({ ...evaluation, stageId: stage.stageId }));
    await set([...others, { ...kept, duties: [land] }]);
    const history = await inScope(own.store, wholeOffice(own.office.officeId), (tx) =>
      historyOf(tx, own.office.officeId, { kind: 'stage_duty', id: `${stageId}/${tax}` }),
    );
    // Newest first: its end, and before that the report.
    const row = { office_id: own.office.officeId, stage_id: stageId, organisation_id: tax };
    expect(history.map((one) => one.before)).toEqual([
      { ...row, done_at: '2025-03-10T01:00:00.000Z' },
      { ...row, done_at: null },
    ]);
    const after = await read<CyclePage>('readCycle', clerk, { params: { cycleId } });
    expect(after.stages.find((stage) => stage.stageId === stageId)?.duties.map((duty) => duty.organisationId)).toEqual([land]);
    await perform(setStagesAction, { cycleId, version: after.version, stages: [...others, kept] }, own.asked(clerk));
  });

  it("next year's cycle takes over the stages, a year later, none done", async () => {
    const made = await perform(
      makeCycleAction,
      cycleOf('2025 年度评价', { dataYear: 2025, workYear: 2026, copyFrom: cycleId }),
      own.asked(clerk),
    );
    const page = await read<CyclePage>('readCycle', clerk, { params: made });
    expect(page.stages.map((stage) => [stage.firstDay, stage.lastDay, stage.doneAt])).toEqual([
      ['2026-04-01', '2026-05-31', null],
      ['2026-01-10', '2026-03-31', null],
    ]);
    expect(page.stages[1]!.duties.every((duty) => duty.doneAt === null)).toBe(true);
  });

  it('refuses a second cycle of one name, reversed dates, and a unit that does not exist; nothing is left', async () => {
    await expect(perform(makeCycleAction, cycleOf('2024 年度评价'), own.asked(clerk))).rejects.toMatchObject({
      code: 'year.cycle_exists',
    });
    const reversed = { ...evaluation, lastDay: '2025-03-01' };
    await expect(perform(makeCycleAction, cycleOf('坏的', { stages: [reversed] }), own.asked(clerk))).rejects.toMatchObject({
      code: 'year.dates_reversed',
    });
    const unknown = { ...evaluation, duties: [own.office.officeId] };
    await expect(perform(makeCycleAction, cycleOf('坏的', { stages: [unknown] }), own.asked(clerk))).rejects.toMatchObject({
      code: 'year.organisation_unknown',
    });
    const { items } = await read<{ items: { name: string }[] }>('readCycles', clerk);
    expect(items.map((item) => item.name)).not.toContain('坏的');
  });

  it('[TZ-4] a department reports for itself only, and does not arrange the year', async () => {
    const page = await read<CyclePage>('readCycle', taxOfficer, { params: { cycleId } });
    const stageId = page.stages[1]!.stageId;
    await expect(
      perform(markDutyAction, { stageId, organisationId: land, done: true }, own.asked(taxOfficer)),
    ).rejects.toMatchObject({ code: 'year.other_organisation' });
    await expect(perform(markStageAction, { stageId, version: 1, done: true }, own.asked(taxOfficer))).rejects.toMatchObject({
      code: 'door.not_permitted',
    });
  });

  it('[ALL-4] nobody sees the year of another office', async () => {
    const other = await own.anotherOffice('bieqv');
    const stranger = await own.actor('lead_clerk', { office: other });
    await expect(read('readCycle', stranger, { params: { cycleId } })).rejects.toMatchObject({ code: 'year.cycle_not_found' });
    expect((await read<{ items: unknown[] }>('readCycles', stranger)).items).toEqual([]);
  });
});

describe('任务', () => {
  const task = () => ({
    ...{ title: '列规纳统企业摸排', clause: '通州湾办发〔2022〕47号 三.1', cycleId: null },
    ...{ leadOrganisationId: land, supporterIds: [tax], lastDay: '2025-06-30' },
  });

  it('[ALL-6] a clause becomes a task of one lead and its supporters; each reports, the lead office ends it', async () => {
    const { taskId } = await perform(makeTaskAction, task(), own.asked(clerk));
    const report = { taskId, version: 1, progress: '已比对税务登记 1 200 户', reported: false };
    const { version } = await perform(reportTaskAction, report, own.asked(taxOfficer));
    await perform(reportTaskAction, { ...report, version, progress: '名单已报', reported: true }, own.asked(taxOfficer));
    const { items } = await read<z.infer<typeof readTasks.answer>>('readTasks', clerk, { query: { organisationId: tax } });
    expect(items).toMatchObject([
      {
        lead: { organisation: '自然资源和规划局' },
        supporters: [{ organisation: '税务局' }],
        state: 'reported',
        lastDay: '2025-06-30',
      },
    ]);
    await perform(endTaskAction, { taskId, version: items[0]!.version, state: 'done', reason: '已核' }, own.asked(clerk));
    await expect(perform(reportTaskAction, { ...report, version: 4 }, own.asked(taxOfficer))).rejects.toMatchObject({
      code: 'year.task_ended',
    });
  });

  it('[ALL-6] what is not ended by its day is late; who is neither lead nor supporter may not report', async () => {
    const { taskId } = await perform(makeTaskAction, { ...task(), supporterIds: [], lastDay: '2025-04-03' }, own.asked(clerk));
    const late = await read<z.infer<typeof readTasks.answer>>('readTasks', clerk, { query: { late: 'true' } });
    expect(late.items.map((item) => [item.taskId, item.workingDaysLate])).toEqual([[taskId, 1]]);
    await expect(
      perform(reportTaskAction, { taskId, version: 1, progress: '代报', reported: true }, own.asked(taxOfficer)),
    ).rejects.toMatchObject({ code: 'year.other_organisation' });
    await perform(editTaskAction, { ...task(), taskId, version: 1 }, own.asked(clerk));
    expect((await read<z.infer<typeof readTasks.answer>>('readTasks', clerk, { query: { late: 'true' } })).items).toEqual([]);
  });

  it('[ALL-6] one task is read by its id, with lead and supporters; one of another office is not there', async () => {
    const { taskId } = await perform(makeTaskAction, task(), own.asked(clerk));
    expect(await read('readTask', taxOfficer, { params: { taskId } })).toMatchObject({
      ...{ taskId, lead: { organisation: '自然资源和规划局' }, supporters: [{ organisation: '税务局' }], version: 1 },
    });
    const stranger = await own.actor('lead_clerk', { office: await own.anotherOffice('linqv') });
    await expect(read('readTask', stranger, { params: { taskId } })).rejects.toMatchObject({ code: 'year.task_not_found' });
  });

  it('[ALL-7] a task that rests on a document which is void, superseded or lapsed says so, in the table and by itself', async () => {
    const make = (number: string, more: object) =>
      perform(
        makeDocumentAction,
        makeDocument.body.parse({ number, title: number, issuer: '通州湾', standing: 'in_force', ...more }),
        own.asked(clerk),
      );
    const { documentId } = await make('通州湾办发〔2022〕47号', { effectiveFrom: '2022-01-01' });
    const { taskId } = await perform(makeTaskAction, task(), own.asked(clerk));
    const table = async () =>
      (await read<z.infer<typeof readTasks.answer>>('readTasks', clerk, { query: {} })).items.find(
        (one) => one.taskId === taskId,
      );
    expect(await table()).toMatchObject({ cited: [{ documentId, valid: true, standingWords: '现行有效' }] });
    const { clauses: _, ...fields } = makeDocument.body.parse({
      number: '通州湾办发〔2022〕47号',
      title: '旧',
      issuer: '通州湾',
      standing: 'void',
    });
    await perform(editDocumentAction, { ...fields, documentId, version: 1 }, own.asked(clerk));
    expect(await table()).toMatchObject({ cited: [{ documentId, valid: false, state: 'void', standingWords: '废止' }] });
    expect(await read('readTask', taxOfficer, { params: { taskId } })).toMatchObject({ cited: [{ valid: false }] });
    const plain = await perform(makeTaskAction, { ...task(), clause: '领导小组会议议定' }, own.asked(clerk));
    expect(await read('readTask', clerk, { params: plain })).toMatchObject({ cited: [] });
  });

  it('[R67] a day of the office’s own stands beside what the State Council’s calendar says', async () => {
    await perform(setOwnDayAction, { day: '2025-05-06', works: false, note: '停工' }, own.asked(clerk));
    const { items } = await read<{ items: unknown[] }>('readOwnDays', clerk);
    expect(items).toEqual([{ day: '2025-05-06', works: false, usual: true, note: '停工' }]);
  });

  it('[R62] the second of two who edit is told what is stored now', async () => {
    const { taskId } = await perform(makeTaskAction, task(), own.asked(clerk));
    const edit = (title: string) => perform(editTaskAction, { ...task(), title, taskId, version: 1 }, own.asked(clerk));
    const ended = await Promise.allSettled([edit('甲'), edit('乙')]);
    const refused = ended.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ code: 'door.version_differs', details: { stored: { task_id: taskId } } });
  });
});
