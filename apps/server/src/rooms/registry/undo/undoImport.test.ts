import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cancelJobAction } from '../../../corridors/jobs/actions/cancel.js';
import { endPost } from '../../../corridors/people/actions/posts.js';
import { perform } from '../../../forms/action.js';
import type { Actor } from '../../../forms/house.js';
import { newId } from '../../../store/ids.js';
import { ledgerActions } from '../actions/ledgers.js';
import { startUndoImportAction } from '../actions/startUndoImport.js';
import { editAction } from '../actions/subjects.js';
import { undoAction } from '../actions/undo.js';
import { undoImportAction } from '../actions/undoImport.js';
import type { ImportAnswer } from '../contract.js';
import { childWorker } from '../fixtures/childWorker.js';
import { type FileRow, importDesk, isOver } from '../fixtures/importDesk.js';
import { type TestRegister, testRegister } from '../fixtures/register.js';
import { readSubjects } from '../reads/lists.js';

const rounds = process.env.MUHENG_TIER === 'deep' ? 60 : 5;
const header = ['企业名称', '镇街', '行业代码', '住所', '曾用名'] as const;

describe('撤销导入', () => {
  let at: TestRegister;
  const { faults, work, rest, begin, stands, until, looked, run, count } = importDesk(() => at, header);
  beforeAll(async () => {
    at = await testRegister();
  });
  afterEach(async () => {
    await rest();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(() => at.drop());

  /** Handed in and tried. */
  const tried = async (rows: readonly FileRow[], actor?: Actor): Promise<string> => {
    const { importId } = await begin(rows, actor === undefined ? {} : { actor });
    await looked(importId);
    return importId;
  };
  /** And brought in. */
  const brought = async (rows: readonly FileRow[]): Promise<string> => {
    const importId = await tried(rows);
    expect((await stands(importId)).outcome?.refused).toBe(0);
    await run(importId);
    await until(importId, ({ state }) => state === 'done');
    return importId;
  };
  const undo = (importId: string, actor: Actor = at.clerk) =>
    perform(startUndoImportAction, { importId, reason: '表是旧的' }, at.own.asked(actor));
  const find = async (q: string) => (await at.reading((r) => readSubjects(r, { q, sort: 'name', limit: 50 }))).items;
  const names = (prefix: string, many: number): FileRow[] =>
    Array.from({ length: many }, (_, n) => [`${prefix}${n}号有限公司`, '浣峙街道', 'C3311', `${prefix}路 ${n} 号`, null]);
  const audits = (action: string) =>
    at.reading(({ tx }) =>
      tx
        .selectFrom('audit_row')
        .select(['user_name', 'reason', 'summary'])
        .where('office_id', '=', at.own.office.officeId)
        .where('action', '=', action)
        .orderBy('seq')
        .execute(),
    );

  it('[R51] [R61] rows it made go, rows it changed are as they were; who and why stand in the ledger, both are told', async () => {
    await work();
    await brought(names('岚屿甲', 3));
    const before = await find('岚屿甲');
    const changing: FileRow[] = [
      ['岚屿甲0号有限公司', '溧浦镇', 'C1711', '新路 1 号', null],
      ['岚屿甲2号有限公司', '浣峙街道', 'C1713', '新路 2 号', null],
      ...names('岚屿乙', 4),
    ];
    const importId = await brought(changing);
    expect((await stands(importId)).outcome).toMatchObject({ added: 4, changed: 2 });
    expect((await at.page(before[0]!.subjectId)).subject).toMatchObject({ address: '新路 1 号', industryCode: 'C1711' });
    const { jobId } = await undo(importId);
    const { state, undo: taken, job } = await until(importId, (one) => isOver(one) && one.job.jobId === jobId);
    expect([state, taken?.byName, taken?.reason]).toEqual(['undone', at.clerk.name, '表是旧的']);
    expect(job.done).toBe(job.total);
    expect(job.total).toBeGreaterThan(8);
    const plain = (list: Awaited<ReturnType<typeof find>>) => list.map(({ version: _version, updatedAt: _at, ...one }) => one);
    expect(plain(await find('岚屿甲'))).toEqual(plain(before));
    expect(await find('岚屿乙')).toEqual([]);
    expect((await at.page(before[0]!.subjectId)).subject).toMatchObject({ address: '岚屿甲路 0 号', industryCode: 'C3311' });
    const [ledger] = await audits('registry.undo_import');
    expect(ledger).toMatchObject({
      user_name: at.clerk.name,
      reason: '表是旧的',
      summary: expect.stringMatching(/撤销第 \d+ 号导入，恢复 \d+ 条/),
    });
    expect((await audits('registry.start_undo_import')).at(-1)).toMatchObject({ reason: '表是旧的' });
  });

  it('[ALL-5] two imports, one upon the other, are taken back the newer first; the older before the newer is refused with the list', async () => {
    await work();
    const older = await brought(names('岚屿壬', 3));
    const newer = await brought([
      ['岚屿壬1号有限公司', '溧浦镇', 'C1711', '后来的路', null],
      ['岚屿壬3号有限公司', '浣峙街道', null, null, null],
    ]);
    await undo(older);
    const refused = await until(older, isOver);
    expect(refused.undo?.blocked?.items.map(({ how, what, name, title }) => [how, what, name, title])).toEqual(
      expect.arrayContaining([
        ['touched', '基本情况', '岚屿壬1号有限公司', '导入'],
        ['used', '行业', '岚屿壬1号有限公司', '导入'],
      ]),
    );
    await undo(newer);
    expect((await until(newer, isOver)).state).toBe('undone');
    expect(await find('岚屿壬')).toHaveLength(3);
    await undo(older);
    const end = await until(older, isOver);
    expect([end.state, end.undo?.blocked]).toEqual(['undone', null]);
    expect(await find('岚屿壬')).toEqual([]);
  });

  it('[ALL-5] what was changed or used since is listed by enterprise, person and step, and not one row is taken back; mended, it goes', async () => {
    await work();
    const importId = await brought(names('岚屿丙', 6));
    const [one, two] = await find('岚屿丙');
    const before = await count();
    const title = await at.add('title', { subjectId: one!.subjectId, name: '专精特新', level: 'county' });
    const { officeId, userId } = await at.own.actor('enterprise_user', { subjectIds: [two!.subjectId] });
    await undo(importId);
    const refused = await until(importId, isOver);
    expect(refused).toMatchObject({
      state: 'done',
      job: { state: 'failed' },
      words: expect.stringContaining('有 2 处又被改过或用到'),
    });
    expect(refused.undo?.blocked).toEqual({
      count: 2,
      items: expect.arrayContaining([
        expect.objectContaining({ how: 'used', what: '称号', name: one!.name, subjectId: one!.subjectId, byName: at.clerk.name }),
        expect.objectContaining({ how: 'used', what: '企业账号', name: two!.name, subjectId: two!.subjectId }),
      ]),
    });
    expect(await count()).toBe(before);
    expect((await audits('registry.undo_import_blocked')).at(-1)?.summary).toContain('2 处');
    await perform(ledgerActions.get('title')!.remove, { rowId: title, version: 1, reason: '误登' }, at.own.asked(at.clerk));
    // Under the lock the account is seen again: one may be given after the list was made.
    const directly = () => perform(undoImportAction, { importId, reason: '表是旧的' }, at.own.asked(at.clerk));
    await expect(directly()).rejects.toMatchObject({ code: 'registry.undo_used_since' });
    expect(await count()).toBe(before);
    // A day later it is closed: its post stays as ended, and is in nobody's way.
    const today = at.own.house.now();
    at.own.setNow(new Date(today.getTime() + 86_400_000));
    const post = () =>
      at.reading(({ tx }) =>
        tx
          .selectFrom('user_post')
          .select(['user_post_id', 'until'])
          .where('office_id', '=', officeId)
          .where('user_id', '=', userId)
          .executeTakeFirstOrThrow(),
      );
    const ending = { postId: (await post()).user_post_id, reason: '企业账号收回' };
    await perform(endPost, ending, at.own.asked(await at.own.actor('security_admin')));
    expect((await post()).until).toBe('2025-03-11');
    await undo(importId);
    expect((await until(importId, isOver)).state).toBe('undone');
    expect(await find('岚屿丙')).toEqual([]);
    at.own.setNow(today);

    const second = await brought(names('岚屿丁', 4));
    const [edited] = await find('岚屿丁');
    const { version } = (await at.page(edited!.subjectId)).subject;
    await perform(editAction, { subjectId: edited!.subjectId, version, address: '改过的路' }, at.own.asked(at.clerk));
    await undo(second);
    expect((await until(second, isOver)).undo?.blocked).toMatchObject({
      count: 1,
      items: [{ how: 'touched', what: '基本情况', name: edited!.name, byName: at.clerk.name, title: editAction.title }],
    });
    // Touched after the list was made: seen again under the lock, and nothing is taken back.
    await expect(
      perform(undoImportAction, { importId: second, reason: '表是旧的' }, at.own.asked(at.clerk)),
    ).rejects.toMatchObject({ code: 'registry.undo_touched' });
    expect(await find('岚屿丁')).toHaveLength(4);
  });

  it('[R10] refused: what was not brought in, what is taken back already or just now, an officer of a town, an import that is not there, the way for small steps', async () => {
    await work();
    const waiting = await tried(names('岚屿戊', 2));
    await expect(undo(waiting)).rejects.toMatchObject({ code: 'registry.import_not_done' });
    const importId = await brought(names('岚屿己', 2));
    await expect(undo(importId, at.officers[0])).rejects.toMatchObject({ code: 'door.not_permitted' });
    await expect(undo(newId(Date.now()))).rejects.toMatchObject({ code: 'registry.import_not_found' });
    const { actionId } = await stands(importId);
    await expect(perform(undoAction, { actionId: actionId!, reason: '错' }, at.own.asked(at.clerk))).rejects.toMatchObject({
      ...{ code: 'registry.undo_import_apart', details: { importId } },
    });
    await rest();
    const twice = await Promise.allSettled([undo(importId), undo(importId)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(undo(importId)).rejects.toMatchObject({ code: 'registry.import_undo_running' });
    expect(await stands(importId)).toMatchObject({ state: 'undoing', job: { state: 'queued', mine: true } });
    await work();
    expect((await until(importId, isOver)).state).toBe('undone');
    await expect(undo(importId)).rejects.toMatchObject({ code: 'registry.import_undone_already' });
  });

  it('five thousand rows: counts are told, other requests are answered, a cancel in the middle leaves the import whole', async () => {
    await work();
    const before = await count();
    const importId = await brought(names('岚屿庚', 5000));
    const seen = new Set<number>();
    let slowest = 0;
    const watch = async (holds: (one: ImportAnswer) => boolean): Promise<ImportAnswer> => {
      for (;;) {
        const begun = performance.now();
        const one = await stands(importId);
        slowest = Math.max(slowest, performance.now() - begun);
        if (one.job.done > 0) seen.add(one.job.done);
        if (holds(one)) return one;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    // Somebody holds the last enterprise: the undo stands in the middle of its work until they let go.
    await at.own.store.asOwner(async (client) => {
      await client.query(`BEGIN; SET LOCAL muheng.office = '${at.own.office.officeId}'; SET LOCAL muheng.reach = 'office'`);
      const held = await client.query("SELECT subject_id FROM subject WHERE name = '岚屿庚4999号有限公司' FOR UPDATE");
      expect(held.rows).toHaveLength(1);
      const { jobId } = await undo(importId);
      await watch(({ words, job }) => words === '正在恢复登记' && job.done > 0);
      const waits = 'SELECT FROM pg_locks WHERE NOT granted';
      while ((await client.query(waits)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await perform(cancelJobAction, { jobId }, at.own.asked(at.clerk));
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await stands(importId)).toMatchObject({ state: 'undoing', job: { state: 'running', cancelRequested: true } });
      await client.query('ROLLBACK');
    });
    expect(await watch(isOver)).toMatchObject({ state: 'done', job: { state: 'cancelled' } });
    expect(await count()).toBe(before + 5000);
    const begun = performance.now();
    await undo(importId);
    expect((await watch(isOver)).state).toBe('undone');
    expect(await count()).toBe(before);
    const took = Math.round(performance.now() - begun);
    console.log(`undo of 5 000 rows: ${took} ms, ${seen.size} counts seen, slowest other request ${Math.round(slowest)} ms`);
    expect(seen.size).toBeGreaterThan(1);
  }, 400_000);

  it('[R55] kill −9 at any moment: before or after, done once after the restart, and the import says so', async () => {
    let took = 0;
    let killedBefore = 0;
    for (let round = 0; round < rounds; round++) {
      await work();
      const before = await count();
      const importId = await brought(names(`岚屿断${round}之`, 500));
      await rest();
      const done = (await audits('registry.undo_import')).length;
      const elsewhere = childWorker(at.own);
      await elsewhere.ready;
      const begun = performance.now();
      await undo(importId);
      if (round > 0) {
        await new Promise((resolve) => setTimeout(resolve, (took * round) / (rounds - 1)));
        await elsewhere.kill();
        const there = await count();
        const { state } = await stands(importId);
        expect([before, before + 500]).toContain(there);
        expect(state === 'undone').toBe(there === before);
        expect((await audits('registry.undo_import')).length).toBe(there === before ? done + 1 : done);
        if (there > before) killedBefore++;
        await work();
      }
      await until(importId, ({ job }) => job.state === 'done');
      if (round === 0) {
        took = performance.now() - begun;
        await elsewhere.kill();
      }
      expect([await count(), (await stands(importId)).state]).toEqual([before, 'undone']);
      expect((await audits('registry.undo_import')).length).toBe(done + 1);
      await rest();
    }
    console.log(
      `undo of an import: ${rounds - 1} kills, ${killedBefore} before it was written, one takes ${Math.round(took)} ms`,
    );
  }, 600_000);
});
