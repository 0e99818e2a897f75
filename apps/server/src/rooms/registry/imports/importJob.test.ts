import { readBook, readTables } from '@muheng/sheets';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readApart, readingLimits } from '../../../corridors/files/reading/readApart.js';
import { cancelJobAction } from '../../../corridors/jobs/actions/cancel.js';
import { perform } from '../../../forms/action.js';
import { lookAgainAction } from '../actions/imports.js';
import { startUndoImportAction } from '../actions/startUndoImport.js';
import type { ImportAnswer } from '../contract.js';
import { childWorker } from '../fixtures/childWorker.js';
import { type FileRow, importDesk } from '../fixtures/importDesk.js';
import { type TestRegister, testRegister } from '../fixtures/register.js';
import { readFindings, readImports } from '../reads/imports.js';
import { importWords } from '../texts.zh.js';
import { vocabularies } from './vocabulary.js';

const rounds = process.env.MUHENG_TIER === 'deep' ? 60 : 5;
const header = ['企业名称', '镇街', '行业代码', '统一社会信用代码'] as const;

describe('导入任务', () => {
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

  const names = (prefix: string, many: number): FileRow[] =>
    Array.from({ length: many }, (_, n) => [`${prefix}${n}号有限公司`, '浣峙街道', 'C3311', null]);
  const audits = (action: string): Promise<number> =>
    at.reading(async ({ tx }) => {
      const rows = await tx
        .selectFrom('audit_row')
        .select('seq')
        .where('office_id', '=', at.own.office.officeId)
        .where('action', '=', action)
        .execute();
      return rows.length;
    });

  it('[R61] the trial writes nothing, the run does what it said, the same file again is told its number, undo takes it back', async () => {
    await work();
    const before = await count();
    const rows = names('岚屿甲', 30);
    const { importId } = await begin(rows);
    const trial = await looked(importId);
    expect(trial).toMatchObject({ number: 1, state: 'looked', mine: true, outcome: { rows: 30, added: 30, refused: 0 } });
    expect(await count()).toBe(before);
    await run(importId);
    expect((await until(importId, ({ state }) => state === 'done')).outcome).toEqual(trial.outcome);
    expect(await count()).toBe(before + 30);
    const refused = { code: 'registry.import_done_before', details: { number: 1, importId } };
    await expect(begin(rows)).rejects.toMatchObject(refused);
    await expect(begin(rows, { name: '换个名字.csv' })).rejects.toMatchObject(refused);
    const again = await begin(rows, { again: true });
    expect((await looked(again.importId)).outcome).toMatchObject({ added: 0, changed: 0, unchanged: 30 });
    const turned = await begin([...rows].reverse());
    expect((await looked(turned.importId)).outcome).toMatchObject({ added: 0, changed: 0, unchanged: 30 });
    await expect(run(importId)).rejects.toMatchObject({ code: 'registry.import_done_already' });
    await perform(startUndoImportAction, { importId, reason: '导错文件' }, at.own.asked(at.clerk));
    await until(importId, ({ state }) => state === 'undone');
    expect(await count()).toBe(before);
    await looked((await begin(rows)).importId); // taken back: it may come again
    const told = await at.reading(({ tx }) =>
      tx
        .selectFrom('notice')
        .select(['title', 'link'])
        .where('office_id', '=', at.own.office.officeId)
        .where('user_id', '=', at.clerk.userId)
        .execute(),
    );
    expect(told.map(({ title }) => title).sort()).toEqual(['导入完成', '第 1 号导入已撤销']);
    expect(new Set(told.map(({ link }) => link))).toEqual(new Set([`/registry/import/${importId}`]));
  });

  it('what needs a person is named by kind, and the whole list can be taken away as a workbook with the values', async () => {
    await work();
    const { importId } = await begin([
      ['岚屿乙一有限公司', '没有的镇', null, null],
      ['岚屿乙二有限公司', '也没有的镇', null, null],
      ['岚屿乙三有限公司', '浣峙街道', 'X99', null],
      [null, '浣峙街道', null, '91320621MA1MXW0Y42'],
      ['岚屿乙四有限公司', '浣峙街道', null, null],
    ]);
    const { outcome } = await looked(importId);
    expect(outcome).toMatchObject({ added: 1, refused: 4, stops: true });
    expect(outcome?.groups.map(({ code, count: many }) => [code, many])).toEqual([
      ['import_region_unknown', 2],
      ['import_industry_wrong', 1],
      ['import_name_missing', 1],
      ['code_missing', 4],
    ]);
    const file = await at.reading((reading) => readFindings(reading, importId));
    const bytes = file.content instanceof Uint8Array ? file.content : new Uint8Array();
    const above = (await readBook(bytes, 'x.xlsx')).book?.sheets[0]?.rows.slice(0, 2).map(({ cells: [first] }) => first);
    expect(above).toEqual([file.name.replace('.xlsx', '').replace(/\d+/, ' $& '), '数据级别：一般，含商业秘密']);
    const { tables } = await readTables(bytes, 'x.xlsx', {
      vocabulary: [
        { id: 'cell', term: '单元格', also: [], type: 'text' },
        { id: 'value', term: '表中的值', also: [], type: 'text' },
        { id: 'remedy', term: '处理办法', also: [], type: 'text' },
      ],
      rowsPerSubject: 'many',
    });
    const cells = tables[0]?.rows.map((row) => tables[0]!.columns.map(({ index }) => row[index])) ?? [];
    expect(cells).toHaveLength(8);
    expect(cells[0]).toEqual(['B2', '没有的镇', '请写区域全称；新增的区域请先在“区域”中登记。']);
    await expect(run(importId)).rejects.toMatchObject({ code: 'registry.import_stops' });
    await run(importId, true);
    expect((await until(importId, ({ state }) => state === 'done')).outcome).toMatchObject({ added: 1, refused: 4 });
    expect((await at.reading((r) => readImports(r, { limit: 1 }))).items[0]?.importId).toBe(importId);
  });

  it('[TZ-4] others neither see nor run it; a lead office sees it and may not run it either; a register that moved stops it', async () => {
    await work();
    const [officer, neighbour] = at.officers;
    const { importId } = await begin(names('岚屿丙', 2), { actor: officer });
    await looked(importId, officer);
    await expect(stands(importId, neighbour)).rejects.toMatchObject({ code: 'registry.import_not_found' });
    await expect(at.reading((r) => readFindings(r, importId), neighbour)).rejects.toMatchObject({
      code: 'registry.import_not_found',
    });
    expect((await at.reading((r) => readImports(r, { limit: 50 }), neighbour)).items).toEqual([]);
    expect(await stands(importId)).toMatchObject({ mine: false });
    await expect(run(importId)).rejects.toMatchObject({ code: 'registry.import_not_found' });
    await at.register('岚屿丙0号有限公司', { actor: officer });
    await run(importId, false, officer);
    const turned = await until(importId, ({ job }) => job.state === 'failed', officer);
    expect(turned).toMatchObject({ state: 'looked', words: expect.stringContaining('有变化') });
    await perform(lookAgainAction, { importId }, at.own.asked(officer));
    expect((await looked(importId, officer)).outcome).toMatchObject({ added: 1, changed: 1 });
  });

  it('a waiting import can be cancelled; nothing was written and it can be run later', async () => {
    const before = await count();
    await work();
    const { importId } = await begin(names('岚屿丁', 3));
    await looked(importId);
    await rest();
    const { jobId } = await run(importId);
    await expect(run(importId)).rejects.toMatchObject({ code: 'registry.import_running' });
    await perform(cancelJobAction, { jobId }, at.own.asked(at.clerk));
    expect(await stands(importId)).toMatchObject({ state: 'looked', words: '已取消' });
    expect(await count()).toBe(before);
    await work();
    await run(importId);
    await until(importId, ({ state }) => state === 'done');
    expect(await count()).toBe(before + 3);
  });

  it('five thousand rows: counts are told while it works, other requests are answered, a cancel in the middle leaves nothing', async () => {
    const before = await count();
    await work();
    const { importId } = await begin(names('岚屿戊', 5000));
    const seen = new Set<number>();
    let slowest = 0;
    const watch = async (over: (one: ImportAnswer) => boolean): Promise<ImportAnswer> => {
      for (;;) {
        const begun = performance.now();
        const one = await stands(importId);
        slowest = Math.max(slowest, performance.now() - begun);
        if (one.job.done > 0) seen.add(one.job.done);
        if (over(one)) return one;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const trial = await watch(({ state }) => state !== 'looking');
    expect(trial.outcome).toMatchObject({ rows: 5000, added: 5000 });
    const { jobId } = await run(importId);
    await watch(({ job, words }) => job.state === 'running' && words === '正在写入');
    await perform(cancelJobAction, { jobId }, at.own.asked(at.clerk));
    expect((await watch(({ job }) => !['queued', 'running'].includes(job.state))).job.state).toBe('cancelled');
    expect(await count()).toBe(before);
    await run(importId);
    await watch(({ state }) => state === 'done');
    expect(await count()).toBe(before + 5000);
    console.log(`5 000 rows: ${seen.size} counts seen, slowest other request ${Math.round(slowest)} ms`);
    expect(seen.size).toBeGreaterThan(1);
  }, 400_000);

  it('[R55] kill −9 at any moment of an import: all of it or nothing, done once after the restart, and the import says so', async () => {
    let took = 0;
    let killedBefore = 0;
    for (let round = 0; round < rounds; round++) {
      await work();
      const { importId } = await begin(names(`岚屿断${round}之`, 500));
      await looked(importId);
      await rest();
      const before = await count();
      const runs = await audits('registry.import');
      const elsewhere = childWorker(at.own);
      await elsewhere.ready;
      const begun = performance.now();
      await run(importId);
      if (round > 0) {
        await new Promise((resolve) => setTimeout(resolve, (took * round) / (rounds - 1)));
        await elsewhere.kill();
        const there = await count();
        const { state } = await stands(importId);
        expect([before, before + 500]).toContain(there);
        expect(state === 'done').toBe(there > before);
        expect(await audits('registry.import')).toBe(there > before ? runs + 1 : runs);
        if (there === before) killedBefore++;
        await work();
      }
      await until(importId, ({ job }) => job.state === 'done');
      if (round === 0) {
        took = performance.now() - begun;
        await elsewhere.kill();
      }
      expect(await count()).toBe(before + 500);
      expect(await audits('registry.import')).toBe(runs + 1);
      await rest();
    }
    console.log(`import: ${rounds - 1} kills, ${killedBefore} before it was written, run takes ${Math.round(took)} ms`);
  }, 600_000);

  it('[R28] while the file waits for its reader, and is read, no transaction stands open', async () => {
    await work();
    // Readers wait in line: while one of ours still does, the import that came after it does too.
    const enough = new AbortController();
    const line = Buffer.from(`企业名称,镇街\n${'岚屿排队有限公司,浣峙\n'.repeat(150_000)}`);
    const slow = {
      bytes: line,
      name: '排队.csv',
      options: { vocabulary: vocabularies.subjects, rowsPerSubject: 'many' as const },
    };
    let unread = 8;
    const readers = Array.from({ length: unread }, () =>
      readApart(slow, { ...readingLimits, signal: enough.signal }).then(
        () => void unread--,
        () => undefined,
      ),
    );
    const { importId } = await begin(names('岚屿慢', 3));
    await until(importId, ({ words }) => words === importWords.reading);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { rows } = await at.reading(({ tx }) =>
      sql`
        SELECT query FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()
          AND clock_timestamp() - xact_start > interval '150 milliseconds' ORDER BY pid`.execute(tx),
    );
    expect(unread).toBeGreaterThan(2);
    expect(rows).toEqual([]);
    enough.abort(new Error('enough'));
    await Promise.all(readers);
    expect(await looked(importId)).toMatchObject({ state: 'looked', outcome: { added: 3 } });
  });
});
