/** 待办 — each role's matters from the real rows of every room, by deadline; what others did since the last visit, as far as one reaches. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsv } from '@muheng/sheets';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDocumentAction } from '../../corridors/documents/actions/documents.js';
import { makeDocument } from '../../corridors/documents/contract.js';
import { startWorker, type Worker } from '../../corridors/jobs/worker.js';
import { noteVisitAction } from '../../corridors/notices/actions/notices.js';
import { addOrganisation } from '../../corridors/people/actions/organisations.js';
import { actorOfUser } from '../../corridors/people/signIn/actorOfUser.js';
import { editCycleAction, makeCycleAction } from '../../corridors/year/actions/cycles.js';
import { makeTaskAction } from '../../corridors/year/actions/tasks.js';
import { makeCycleBody } from '../../corridors/year/contract.js';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { proposeMoveAction } from '../../rooms/registry/actions/claims.js';
import { beginImportAction, startImportAction } from '../../rooms/registry/actions/imports.js';
import { applyMergedAction } from '../../rooms/registry/actions/merged.js';
import { type TestRegister, testRegister } from '../../rooms/registry/fixtures/register.js';
import { lookImportJob, runImportJob } from '../../rooms/registry/imports/jobs.js';
import { readImport } from '../../rooms/registry/reads/imports.js';
import { newId } from '../../store/ids.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { readTodo } from './contract.js';
import { todoRoutes } from './routes.js';

let at: TestRegister;
let taxOfficer: Actor;
let taxBureau: string;
beforeAll(async () => {
  at = await testRegister();
  const admin = await at.own.actor('system_admin');
  const bureau = { name: '税务局', shortName: '税务', kind: 'department', regionId: null, sort: 0 } as const;
  taxBureau = (await perform(addOrganisation, bureau, at.own.asked(admin))).organisationId;
  taxOfficer = await at.own.actor('department_officer', { organisationId: taxBureau });
});
let worker: Worker | undefined;
afterAll(async () => {
  await worker?.stop();
  await at.drop();
});

type Todo = (typeof readTodo.answer)['_output'];
async function todo(who: Actor): Promise<Todo> {
  const [bound] = todoRoutes;
  return readTodo.answer.parse(await bound!.answer(at.own.asked(who), { params: {}, query: {}, body: {} }));
}
const kinds = ({ items }: Todo): string[] => items.map(({ kind }) => kind);
const visit = (who: Actor) => perform(noteVisitAction, {}, at.own.asked(who));
const pass = (days: number): void => at.own.setNow(new Date(at.own.house.now().getTime() + days * 86_400_000));

it('[ALL-6] duties and tasks come to the unit that has them, late ones first with their days, and to whoever runs the year', async () => {
  expect((await todo(taxOfficer)).items).toEqual([]);
  const cycle = makeCycleBody.parse({
    ...{ name: '2024年度', subjectKind: 'enterprise', dataYear: 2024, workYear: 2025 },
    stages: [{ kind: 'collection', name: '数据归集', firstDay: '2025-03-01', lastDay: '2025-03-14', duties: [taxBureau] }],
  });
  const { cycleId } = await perform(makeCycleAction, cycle, at.own.asked(at.clerk));
  const { copyFrom: _copied, stages: _stages, ...fields } = cycle;
  await perform(editCycleAction, { ...fields, cycleId, version: 1, state: 'running' }, at.own.asked(at.clerk));
  const task = {
    title: '核对规上税收',
    clause: '',
    cycleId: null,
    leadOrganisationId: taxBureau,
    supporterIds: [],
    lastDay: '2025-03-12',
  };
  await perform(makeTaskAction, task, at.own.asked(at.clerk));
  const now = await todo(taxOfficer);
  expect(now.items.map(({ kind, title, lastDay, daysLate }) => [kind, title, lastDay, daysLate])).toEqual([
    ['task', '核对规上税收', '2025-03-12', 0],
    ['duty', '2024年度 · 数据归集', '2025-03-14', 0],
  ]);
  expect(kinds(await todo(at.clerk))).toEqual([]); // nothing is late, nothing is the lead office's
  pass(10);
  const late = await todo(taxOfficer);
  expect(late.items.map(({ kind, daysLate }) => [kind, daysLate > 0])).toEqual([
    ['task', true],
    ['duty', true],
  ]);
  expect(late.items[0]!.daysLate).toBeGreaterThan(late.items[1]!.daysLate);
  const lead = await todo(at.clerk);
  expect(lead.items.map(({ kind, note }) => [kind, note])).toEqual([
    ['task', '税务局牵头'],
    ['stage', '1 个单位未完成：税务局'],
  ]);
});

it('more tasks than one list holds are counted, not left out in silence', async () => {
  const task = (n: number) => ({
    title: `任务${n}`,
    clause: '',
    cycleId: null,
    leadOrganisationId: taxBureau,
    supporterIds: [],
    lastDay: '2025-03-13',
  });
  for (let n = 0; n < 59; n++) await perform(makeTaskAction, task(n), at.own.asked(at.clerk));
  const { items, more } = await todo(taxOfficer);
  expect(items.filter(({ kind }) => kind === 'task')).toHaveLength(50);
  expect(more).toEqual([{ kind: 'task', count: 10, link: '/year' }]);
  expect((await todo(at.clerk)).more).toEqual([{ kind: 'task', count: 10, link: '/year' }]);
  const officeId = at.own.office.officeId;
  const setAll = (state: 'open' | 'reported') =>
    inScope(at.own.store, wholeOffice(officeId), (tx) =>
      tx.updateTable('task').set({ state }).where('office_id', '=', officeId).execute(),
    );
  await setAll('reported');
  expect((await todo(at.clerk)).more).toContainEqual({ kind: 'task_to_close', count: 10, link: '/year' });
  await setAll('open');
});

it('[TZ-4] a claim is to be answered by the receiving town, waits for the giving one, and is nothing to a third', async () => {
  const [giver, taker] = at.officers;
  const subjectId = await at.register('划转一号有限公司');
  await perform(
    proposeMoveAction,
    { subjectId, role: 'producing', toRegionId: at.towns[1], from: '2025-03-01', basis: '已搬迁' },
    at.own.asked(giver),
  );
  const taking = await todo(taker);
  expect(taking.items.find(({ kind }) => kind === 'claim')).toMatchObject({
    title: '划转一号有限公司：属地待认领',
    verb: '去认领',
  });
  const giving = await todo(giver);
  expect(giving.items.find(({ kind }) => kind === 'move')).toMatchObject({ title: '划转等对方认领 1 件' });
  expect(kinds(giving)).not.toContain('claim');
  expect(kinds(await todo(taxOfficer))).not.toContain('claim');
});

it('[R12] what somebody put forward waits for the head, and not for whoever put it forward', async () => {
  const members = [{ subjectId: await at.register('甲联合厂') }, { subjectId: await at.register('乙联合厂') }];
  const [lead] = members;
  const asked = { name: '甲联合', appliedOn: '2025-03-01', leadId: lead?.subjectId ?? '', members };
  await perform(applyMergedAction, asked, at.own.asked(at.clerk));
  const head = await at.own.actor('lead_head');
  expect((await todo(head)).items.find(({ kind }) => kind === 'sign')).toMatchObject({
    ...{ title: '甲联合：合并评价待签发', verb: '看签发单', link: `/registry/enterprises/${lead?.subjectId}` },
  });
  for (const other of [at.clerk, taxOfficer, at.officers[0]]) expect(kinds(await todo(other))).not.toContain('sign');
});

it('a document that ends or is to be examined again comes up before its day', async () => {
  const document = makeDocument.body.parse({
    ...{ number: '通政办发〔2022〕47号', title: '亩均评价办法', issuer: '办公室', standing: 'in_force', issuedOn: '2022-01-01' },
    ...{ effectiveFrom: '2022-01-01', effectiveUntil: '2025-04-16' },
  });
  await perform(makeDocumentAction, document, at.own.asked(at.clerk));
  expect((await todo(at.clerk)).items.find(({ kind }) => kind === 'document')).toMatchObject({
    lastDay: '2025-04-15',
    daysLate: 0,
  });
  pass(40);
  expect((await todo(at.clerk)).items.find(({ kind }) => kind === 'document')?.daysLate).toBeGreaterThan(0);
  expect(kinds(await todo(taxOfficer))).not.toContain('document');
});

it('[R17] what changed since the last visit: by others, within reach, the same until the next visit; the first visit has none', async () => {
  const [officer, neighbour] = at.officers;
  expect(await todo(officer)).toMatchObject({ since: null, changes: [], visitDue: true });
  await visit(officer);
  expect(await visit(officer)).toEqual({ noted: false });
  expect(await todo(officer)).toMatchObject({ since: null, visitDue: false });
  pass(1);
  await at.register('新登记一号有限公司', { actor: at.clerk });
  await at.register('新登记二号有限公司', { actor: at.clerk });
  await at.register('本人登记有限公司', { actor: officer });
  await visit(officer);
  const { changes, since } = await todo(officer);
  expect(since).not.toBeNull();
  expect(changes.map(({ title, count, names }) => [title, count, names])).toEqual(
    [['登记', 2, [at.clerk.name]]].map((one) => [expect.any(String), one[1], one[2]]),
  );
  expect(changes[0]?.link).toMatch(/^\/registry\/enterprises\//);
  expect((await todo(officer)).changes).toEqual(changes);
  await visit(neighbour);
  pass(1);
  await at.register('浣峙又一户有限公司', { actor: at.clerk });
  expect((await todo(neighbour)).changes).toEqual([]); // of the other town
  expect((await todo(officer)).changes[0]).toMatchObject({ count: 1 });
  const stranger = await at.own.actor('lead_clerk', { office: await at.own.anotherOffice('bieqv') });
  await visit(stranger);
  pass(1);
  expect(await todo(stranger)).toMatchObject({ items: [], changes: [] });
});

it('what is not listed is counted in full: corrections asked for, and how often something was done since', async () => {
  const officeId = at.own.office.officeId;
  const subjectId = await at.register('更正很多有限公司');
  const who = at.clerk.userId;
  const rows = Array.from({ length: 230 }, (_, n) => ({
    ...{ office_id: officeId, region_id: at.towns[0], version: 1, correction_id: newId(Date.parse('2025-03-01') + n) },
    ...{
      subject_id: subjectId,
      topic: 'other' as const,
      words: `第 ${n} 件`,
      state: 'open' as const,
      asked_at: new Date('2025-03-01'),
      asked_by: who,
    },
    ...{ answer: null, answered_at: null, answered_by: null },
  }));
  await inScope(at.own.store, wholeOffice(officeId), (tx) => tx.insertInto('subject_correction').values(rows).execute());
  const head = await at.own.actor('lead_head');
  await visit(head);
  pass(1);
  for (let n = 0; n < 23; n++) await at.register(`计数${n}号有限公司`, { actor: at.clerk });
  await visit(head);
  const { items, more } = await todo(at.clerk);
  expect(items.filter(({ kind }) => kind === 'correction')).toHaveLength(20);
  expect(more).toContainEqual({ kind: 'correction', count: 210, link: '/registry/corrections' });
  expect((await todo(head)).changes).toMatchObject([{ count: 23, names: [at.clerk.name] }]);
});

it('an import waits until it is decided, and reminds of rows it left out until the next one of its kind', async () => {
  worker = await startWorker(at.own.house, {
    ...{ kinds: [lookImportJob, runImportJob], actorOf: actorOfUser, leaseSeconds: 10 },
    onFault: (fault: unknown) => expect(fault).toBeUndefined(),
  });
  const reminders = async () => (await todo(at.clerk)).items.filter(({ kind }) => kind === 'import').map(({ note }) => note);
  const standing = (importId: string) => at.reading((reading) => readImport(reading, importId));
  const until = async (importId: string, state: 'looked' | 'done') => {
    for (let tries = 0; tries < 1500 && (await standing(importId)).state !== state; tries++)
      await new Promise((resolve) => setTimeout(resolve, 30));
    return standing(importId);
  };
  const bring = async (rows: readonly (readonly string[])[]) => {
    const path = join(at.own.house.folder, `todo-${rows.length}-${rows[0]?.[0]}`);
    writeFileSync(path, writeCsv(['企业名称', '镇街'], rows));
    const file = { path, name: '名单.csv', sizeBytes: 1 };
    const { importId } = await perform(beginImportAction, { file, kind: 'subjects', again: false }, at.own.asked(at.clerk));
    const { outcome } = await until(importId, 'looked');
    return { importId, digest: outcome?.digest ?? '' };
  };
  const first = await bring([
    ['待办一号有限公司', '浣峙街道'],
    ['待办二号有限公司', '没有的镇'],
  ]);
  expect(await reminders()).toEqual([expect.stringContaining('尚未导入')]);
  await perform(startImportAction, { ...first, goodRowsOnly: true }, at.own.asked(at.clerk));
  await until(first.importId, 'done');
  expect(await reminders()).toEqual(['1 行没有采用，请改正后补导']);
  expect((await todo(at.officers[0])).items.filter(({ kind }) => kind === 'import')).toEqual([]);
  const second = await bring([['待办二号有限公司', '浣峙街道']]);
  await perform(startImportAction, { ...second, goodRowsOnly: false }, at.own.asked(at.clerk));
  await until(second.importId, 'done');
  expect(await reminders()).toEqual([]);
});
