/** 附件与空间 — what the office keeps and how much room is left, checked on demand with real counts, and who may see it. */
import { rmSync, writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import type { FileAnswer } from '../../forms/route.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { receive } from '../documents/fixtures/addFile.js';
import { findJob } from '../jobs/queries/jobs.js';
import { startWorker, type Worker } from '../jobs/worker.js';
import { editWorkSettings } from '../people/actions/office.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { actorOfUser } from '../people/signIn/actorOfUser.js';
import { receiveFile } from './actions/upload.js';
import { placeOf } from './blobs.js';
import { checkFilesAction, checkFilesJob } from './checkJob.js';
import { pdf, png } from './fixtures/bytes.js';
import { fileRoutes } from './routes.js';

let own: TestHouse;
let clerk: Actor;
let officer: Actor;
let worker: Worker;
beforeAll(async () => {
  own = await testHouse();
  clerk = await own.actor('lead_clerk');
  officer = await own.actor('department_officer');
  worker = await startWorker(own.house, {
    kinds: [checkFilesJob],
    actorOf: actorOfUser,
    onFault: (fault) => console.error(fault),
  });
});
afterAll(async () => {
  await worker.stop();
  await own.drop();
});

/** A second apart, so that newest first is an order. */
function send(bytes: Buffer, name: string, who: Actor) {
  own.setNow(new Date(own.house.now().getTime() + 1000));
  return receiveFile(own.asked(who), { purpose: 'evidence', file: receive(own, name, bytes) });
}

async function read<T>(operation: string, who: Actor, { params = {}, query = {} }: { params?: object; query?: object } = {}) {
  const bound = fileRoutes.find((one) => one.route.operation === operation)!;
  return (await bound.answer(own.asked(who), { params, query: bound.route.query.parse(query), body: {} })) as T;
}
interface Usage {
  own: { usedBytes: number; quotaBytes: number };
  office: {
    usedBytes: number;
    quotaBytes: number;
    files: number;
    damaged: number;
    byPurpose: { purpose: string; bytes: number }[];
  } | null;
}
interface List {
  items: { fileId: string; name: string; uploadedByName: string; damagedAt: string | null }[];
  next: string | null;
}

async function check(): Promise<{ done: number; total: number | null; result: unknown; state: string }> {
  const { jobId } = await perform(checkFilesAction, {}, own.asked(clerk));
  for (let tries = 0; tries < 400; tries++) {
    const job = await readInScope(own.store, wholeOffice(own.office.officeId), (tx) => findJob(tx, own.office.officeId, jobId));
    if (job?.finished_at != null) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`job ${jobId} does not end`);
}

it('[R33] says what is used and what is left, for the person and the office, by purpose', async () => {
  const [one, two] = [pdf('/U 1'), png()];
  await send(one, '甲.pdf', clerk);
  await send(two, '乙.png', officer);
  const mine = await read<Usage>('readFileUsage', clerk);
  expect(mine.own).toEqual({ usedBytes: one.length, quotaBytes: 2048 * 1_048_576 });
  expect(mine.office).toMatchObject({
    ...{ usedBytes: one.length + two.length, quotaBytes: 51_200 * 1_048_576, files: 2, damaged: 0 },
    byPurpose: [{ purpose: 'evidence', title: '佐证材料', files: 2, bytes: one.length + two.length }],
  });
  const enterprise = await own.actor('enterprise_user', { subjectIds: [] });
  expect(await read<Usage>('readFileUsage', enterprise)).toMatchObject({ own: { usedBytes: 0 }, office: null });
});

it('[R33] the quota is the one that the office has set, from the next upload on', async () => {
  const admin = await own.actor('system_admin');
  const set = (settings: object, version: number) => perform(editWorkSettings, { ...settings, version }, own.asked(admin));
  await expect(set({ personQuotaMegabytes: 200, officeQuotaMegabytes: 100 }, 1)).rejects.toMatchObject({
    code: 'people.quota_reversed',
  });
  await set({ personQuotaMegabytes: 10, officeQuotaMegabytes: 100 }, 1);
  expect((await read<Usage>('readFileUsage', clerk)).own.quotaBytes).toBe(10 * 1_048_576);
  const large = Buffer.concat([pdf(`/V ${'x'.repeat(11 * 1_048_576)}`)]);
  await expect(send(large, '大.pdf', clerk)).rejects.toMatchObject({
    code: 'files.quota_person',
    message: expect.stringContaining('10 MB'),
  });
  await set({ personQuotaMegabytes: 20, officeQuotaMegabytes: 100 }, 2);
  expect((await send(large, '大.pdf', clerk)).sizeBytes).toBe(large.length);
});

it('[R36] [R50] who oversees finds every file with its sender, page by page; others only their own', async () => {
  const first = await read<List>('listOfficeFiles', clerk, { query: { limit: '2' } });
  expect(first.items.map(({ name }) => name)).toEqual(['大.pdf', '乙.png']);
  const rest = await read<List>('listOfficeFiles', clerk, { query: { limit: '2', after: first.next } });
  expect(rest).toMatchObject({ items: [{ name: '甲.pdf', uploadedByName: '牵头办经办' }], next: null });
  expect((await read<List>('listOfficeFiles', clerk, { query: { words: '部门数据员' } })).items.map(({ name }) => name)).toEqual([
    '乙.png',
  ]);
  expect((await read<List>('listOfficeFiles', clerk, { query: { words: '%' } })).items).toEqual([]);
  const { fileId } = first.items[1]!;
  const { content } = await read<FileAnswer>('downloadOfficeFile', clerk, { params: { fileId } });
  expect((await buffer(content as Readable)).equals(png())).toBe(true);
  const noted = await inScope(own.store, wholeOffice(own.office.officeId), (tx) =>
    tx
      .selectFrom('audit_row')
      .select(['action', 'user_id', 'object_id'])
      .where('office_id', '=', own.office.officeId)
      .where('action', '=', 'files.open_any')
      .execute(),
  );
  expect(noted).toEqual([{ action: 'files.open_any', user_id: clerk.userId, object_id: fileId }]);
  for (const operation of ['listOfficeFiles', 'downloadOfficeFile'])
    await expect(read(operation, officer, { params: { fileId } })).rejects.toMatchObject({ code: 'door.not_permitted' });
  const stranger = await own.actor('lead_clerk', { office: await own.anotherOffice('qita') });
  await expect(read('downloadOfficeFile', stranger, { params: { fileId } })).rejects.toMatchObject({ code: 'files.not_found' });
  expect((await read<List>('listOfficeFiles', stranger)).items).toEqual([]);
});

it('[R36] a check by day counts each content, raises the alarm for a flipped byte, and takes it back when it is whole again', async () => {
  expect(await check()).toMatchObject({ state: 'done', done: 3, total: 3, result: { contents: 3, damaged: 0 } });
  const bytes = pdf('/U 1');
  const kept = (await read<List & { items: { sha256: string }[] }>('listOfficeFiles', clerk, { query: { words: '甲' } }))
    .items[0]!;
  const place = placeOf(own.house, { officeId: own.office.officeId, sha256: kept.sha256 });
  writeFileSync(place, Buffer.concat([Buffer.of(bytes[0]! ^ 1), bytes.subarray(1)]));
  expect(await check()).toMatchObject({ state: 'done', result: { contents: 3, damaged: 1 } });
  expect((await read<Usage>('readFileUsage', clerk)).office).toMatchObject({ damaged: 1 });
  expect((await read<List>('listOfficeFiles', clerk, { query: { damaged: 'true' } })).items).toMatchObject([{ name: '甲.pdf' }]);
  await expect(read('downloadOfficeFile', clerk, { params: { fileId: kept.fileId } })).rejects.toMatchObject({
    code: 'files.damaged',
  });
  rmSync(place);
  await send(bytes, '甲（重传）.pdf', clerk);
  expect(await check()).toMatchObject({ result: { damaged: 0 } });
  expect((await read<Usage>('readFileUsage', clerk)).office).toMatchObject({ damaged: 0 });
});
