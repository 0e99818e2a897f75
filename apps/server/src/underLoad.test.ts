/** The database killed under load, again and again: what was acknowledged is there, what was not is whole or absent. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { testActor, testOrigin } from './corridors/audit/fixtures/ledger.js';
import { keepBefore } from './corridors/audit/history.js';
import { verifyChain } from './corridors/audit/verifyChain.js';
import { addUsage } from './corridors/files/queries/files.js';
import { counting, startCounting } from './corridors/jobs/fixtures/counting.js';
import { findJob } from './corridors/jobs/queries/jobs.js';
import { startWorker } from './corridors/jobs/worker.js';
import { type Action, perform } from './forms/action.js';
import { type OpenedHouse, openHouse } from './openHouse.js';
import { newId } from './store/ids.js';
import { readInScope, wholeOffice } from './store/scope.js';

const kills = process.env.MUHENG_TIER === 'deep' ? 20 : 3;
let open: OpenedHouse;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-load-'));
  chmodSync(folder, 0o711);
  open = await openHouse({ folder });
});
afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Three statements over three tables, then the ledger. */
const step: Action<{ readonly id: string }, string> = {
  ...{ name: 'tried.step', title: '一步', may: 'registry.edit', input: z.strictObject({ id: z.uuid() }) },
  async run(at, { id }) {
    await keepBefore(at, { kind: 'thing', id }, { was: 1 });
    await addUsage(at.tx, at.actor.officeId, { holderId: id, bytes: 1 });
    await addUsage(at.tx, at.actor.officeId, { holderId: at.actor.officeId, bytes: 1 });
    return { output: at.actionId, object: { kind: 'thing', id }, summary: '一步', change: { id } };
  },
};

it('[R55] a job goes on by itself when the database was killed under it, and each step happens once', async () => {
  const { house } = open;
  const actor = testActor(newId(Date.now()), ['jobs.read']);
  const { officeId } = actor;
  await house.store.asOwner((client) =>
    client.query("INSERT INTO office_directory (slug, office_id, name) VALUES ('load', $1, '试')", [officeId]),
  );
  const worker = await startWorker(house, {
    kinds: [counting],
    leaseSeconds: 2,
    onFault: () => undefined,
    actorOf: async () => actor,
  });
  const holderId = newId(Date.now());
  const jobId = await perform(startCounting, { to: 150, milliseconds: 10, holderId }, { house, actor, origin: testOrigin });
  const job = () => readInScope(house.store, wholeOffice(officeId), (tx) => findJob(tx, officeId, jobId)).catch(() => undefined);
  const until = async (holds: (now: Awaited<ReturnType<typeof job>>) => boolean) => {
    for (let tries = 0; tries < 600 && !holds(await job()); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  for (const at of [5, 60]) {
    await until((now) => now !== undefined && now.done >= at);
    process.kill(Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  }
  await until((now) => now !== undefined && now.finished_at !== null);
  expect(await job()).toMatchObject({ state: 'done', done: 150 });
  const used = await readInScope(house.store, wholeOffice(officeId), (tx) =>
    tx
      .selectFrom('file_usage')
      .select('bytes')
      .where('office_id', '=', officeId)
      .where('holder_id', '=', holderId)
      .executeTakeFirst(),
  );
  expect(used?.bytes).toBe(150);
  await worker.stop();
});

it(`[R55] ${kills} kills of the database under eight writers: nothing acknowledged is lost, nothing is half there`, async () => {
  const { house } = open;
  const actor = testActor(newId(Date.now()), ['registry.edit']);
  const { officeId } = actor;
  const acknowledged: string[] = [];
  let turnedAway = 0;
  let going = true;
  const write = async (): Promise<void> => {
    while (going) {
      const id = newId(Date.now());
      await perform(step, { id }, { house, actor, origin: testOrigin }).then(
        () => acknowledged.push(id),
        () => {
          turnedAway++;
          return new Promise((resolve) => setTimeout(resolve, 50));
        },
      );
    }
  };
  const writers = Array.from({ length: 8 }, write);
  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged.length;
    for (let tries = 0; tries < 600 && acknowledged.length < before + 25; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(acknowledged.length).toBeGreaterThanOrEqual(before + 25);
    process.kill(Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const before = acknowledged.length;
  for (let tries = 0; tries < 600 && acknowledged.length < before + 5; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  going = false;
  await Promise.all(writers);
  expect(turnedAway).toBeGreaterThan(0);
  await readInScope(house.store, wholeOffice(officeId), async (tx) => {
    const rows = await tx
      .selectFrom('audit_row')
      .select(['audit_id', 'object_id'])
      .where('office_id', '=', officeId)
      .orderBy('seq')
      .execute();
    const there = new Set(rows.map(({ object_id }) => object_id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    const kept = await tx.selectFrom('superseded').select(['action_id', 'row_id']).where('office_id', '=', officeId).execute();
    expect(kept.map(({ action_id }) => action_id).sort()).toEqual(rows.map(({ audit_id }) => audit_id).sort());
    const used = await tx.selectFrom('file_usage').select(['holder_id', 'bytes']).where('office_id', '=', officeId).execute();
    expect(used.find(({ holder_id }) => holder_id === officeId)?.bytes).toBe(rows.length);
    expect(used).toHaveLength(rows.length + 1);
    const verdict = await verifyChain(tx, officeId, []);
    expect(verdict).toMatchObject({ rows: rows.length });
    expect(verdict.firstBad).toBeUndefined();
  });
  console.info(`${kills} kills, ${acknowledged.length} acknowledged, ${turnedAway} turned away`);
});
