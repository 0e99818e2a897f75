/** Jobs on the real queue: counted, cancelled, one heavy at a time, gone on with after a kill, each step once. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor, House } from '../../forms/house.js';
import { type TestStore, testStore } from '../../store/fixtures/testStore.js';
import { newId } from '../../store/ids.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { testActor, testHouse, testOrigin } from '../audit/fixtures/ledger.js';
import { cancelJobAction } from './actions/cancel.js';
import type { JobAnswer } from './contract.js';
import { type Counting, counting, countingHeavily, startCounting, startCountingHeavily } from './fixtures/counting.js';
import { findJob } from './queries/jobs.js';
import { jobRoutes } from './routes.js';
import { startWorker, type Worker, type WorkerWish } from './worker.js';

let own: TestStore;
let house: House;
let actor: Actor;
let workers: Worker[] = [];
const faults: unknown[] = [];
beforeAll(async () => {
  own = await testStore();
  house = testHouse(own.store);
});
beforeEach(async () => {
  actor = await newOffice();
  faults.length = 0;
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});
afterAll(() => own.drop());

async function newOffice(): Promise<Actor> {
  const made = testActor(newId(Date.now()), ['jobs.read']);
  await own.store.asOwner((client) =>
    client.query('INSERT INTO office_directory (slug, office_id, name) VALUES ($1, $2, $3)', [
      made.officeId,
      made.officeId,
      '试',
    ]),
  );
  return made;
}
const actors = new Map<string, Actor>();
const asked = (who = actor) => {
  actors.set(who.userId, who);
  return { house, actor: who, origin: testOrigin };
};
const work = async (wish: Partial<WorkerWish> = {}): Promise<Worker> => {
  const worker = await startWorker(house, {
    ...{ kinds: [counting, countingHeavily], leaseSeconds: 2, onFault: (fault: unknown) => void faults.push(fault) },
    actorOf: async (_, { userId }) => actors.get(userId),
    ...wish,
  });
  workers.push(worker);
  return worker;
};
const start = (given: Partial<Counting> = {}, { heavy = false, who = actor } = {}): Promise<string> => {
  const input = { to: 5, milliseconds: 5, holderId: newId(Date.now()), ...given };
  return perform(heavy ? startCountingHeavily : startCounting, input, asked(who));
};
const jobOf = (jobId: string, who = actor) =>
  readInScope(own.store, wholeOffice(who.officeId), (tx) => findJob(tx, who.officeId, jobId));
async function until(jobId: string, holds: (job: NonNullable<Awaited<ReturnType<typeof jobOf>>>) => boolean, who = actor) {
  for (let tries = 0; tries < 600; tries++) {
    const job = await jobOf(jobId, who);
    if (job !== undefined && holds(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`job ${jobId} stands at ${JSON.stringify(await jobOf(jobId, who))}`);
}
const over = (jobId: string, who = actor) => until(jobId, ({ finished_at }) => finished_at !== null, who);
const stepsOf = async (holderId: string): Promise<number> => {
  const row = await inScope(own.store, wholeOffice(actor.officeId), (tx) =>
    tx
      .selectFrom('file_usage')
      .select('bytes')
      .where('office_id', '=', actor.officeId)
      .where('holder_id', '=', holderId)
      .executeTakeFirst(),
  );
  return row?.bytes ?? 0;
};

it('a job is done with real counts and its result, and its queue message holds two ids and nothing else', async () => {
  const jobId = await start({ to: 7 });
  const { rows } = await own.store.asOwner((client) =>
    client.query("SELECT data FROM pgboss.job WHERE data->>'jobId' = $1", [jobId]),
  );
  expect(rows).toEqual([{ data: { officeId: actor.officeId, jobId } }]);
  await work();
  expect(await over(jobId)).toMatchObject({ state: 'done', done: 7, total: 7, message: '已完成', result: { counted: 7 } });
});

it('a job stands or falls with the action that starts it', async () => {
  const refused = {
    ...startCounting,
    run: async (...given: Parameters<typeof startCounting.run>) => {
      await startCounting.run(...given);
      throw new Error('turned back');
    },
  };
  await expect(perform(refused, { to: 1, milliseconds: 1, holderId: newId(Date.now()) }, asked())).rejects.toThrow('turned back');
  const { rows } = await own.store.asOwner((client) =>
    client.query("SELECT 1 FROM pgboss.job WHERE data->>'officeId' = $1", [actor.officeId]),
  );
  expect(rows).toEqual([]);
});

it('[R20] five heavy jobs of one office run one after the other, another office does not wait', async () => {
  const other = await newOffice();
  const mine = await Promise.all(Array.from({ length: 5 }, () => start({ to: 3, milliseconds: 40 }, { heavy: true })));
  const theirs = await start({ to: 3, milliseconds: 40 }, { heavy: true, who: other });
  await work({ atOnce: 4 });
  await work({ atOnce: 4 });
  const ended = await Promise.all(mine.map((jobId) => over(jobId)));
  const spans = ended
    .map(({ started_at, finished_at }) => [started_at!.getTime(), finished_at!.getTime()] as const)
    .sort((a, b) => a[0] - b[0]);
  spans.forEach(([from], at) => void (at > 0 && expect(from).toBeGreaterThanOrEqual(spans[at - 1]![1])));
  const foreign = await over(theirs, other);
  expect(foreign.finished_at!.getTime()).toBeLessThan(spans.at(-1)![1]);
});

it('a running job is cancelled after its present step, a waiting one at once, an ended one not', async () => {
  const waiting = await start({ to: 1000 });
  await perform(cancelJobAction, { jobId: waiting }, asked());
  expect(await jobOf(waiting)).toMatchObject({ state: 'cancelled', done: 0 });
  await work();
  const holderId = newId(Date.now());
  const running = await start({ to: 1000, milliseconds: 10, holderId });
  await until(running, ({ done }) => done >= 3);
  await perform(cancelJobAction, { jobId: running }, asked());
  const ended = await over(running);
  expect(ended).toMatchObject({ state: 'cancelled', message: '已取消', result: null });
  expect(await stepsOf(holderId)).toBe(ended.done);
  await expect(perform(cancelJobAction, { jobId: running }, asked())).rejects.toMatchObject({ code: 'jobs.already_over' });
});

it('[R98] a process that stops gives its job back and the next goes on at the checkpoint', async () => {
  const holderId = newId(Date.now());
  const jobId = await start({ to: 60, milliseconds: 15, holderId });
  const first = await work();
  await until(jobId, ({ done }) => done >= 5);
  await first.stop();
  expect(await jobOf(jobId)).toMatchObject({ state: 'queued', attempts: 0 });
  await work();
  expect(await over(jobId)).toMatchObject({ state: 'done', done: 60 });
  expect(await stepsOf(holderId)).toBe(60);
});

it('[R55] kill −9 in the middle: found again, gone on with, and each step happened once', async () => {
  const holderId = newId(Date.now());
  const jobId = await start({ to: 80, milliseconds: 15, holderId }, { heavy: true });
  const { app, owner } = own.address;
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const script = fileURLToPath(new URL('./fixtures/workElsewhere.ts', import.meta.url));
  const child = spawn(process.execPath, [tsx, script, app, owner, JSON.stringify(actor)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let pid = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    pid = (JSON.parse(line) as { pid: number }).pid;
    break;
  }
  const cut = await until(jobId, ({ done }) => done >= 5);
  process.kill(pid, 'SIGKILL');
  await gone;
  expect(cut.state).toBe('running');
  await work();
  const ended = await over(jobId);
  expect(ended).toMatchObject({ state: 'done', done: 80, attempts: 2 });
  expect(await stepsOf(holderId)).toBe(80);
});

it('a refusal tells its sentence, a fault only the number of the job, and is told to the log', async () => {
  await work();
  const refused = await start({ to: 1, end: 'refused' });
  const broken = await start({ to: 1, end: 'broken' });
  expect((await over(refused)).message).toContain('“台账.xlsx”是空的。');
  expect((await over(broken)).message).toBe(`系统异常，任务没有完成。请把任务号 ${broken} 告知系统管理员。`);
  expect(faults).toMatchObject([{ message: 'broken on purpose' }]);
});

it('[R11] a job of somebody who lost the right meanwhile is not done', async () => {
  const jobId = await start();
  actors.set(actor.userId, { ...actor, permissions: new Set() });
  await work();
  expect(await over(jobId)).toMatchObject({ state: 'failed', done: 0, message: expect.stringContaining('岗位已变') });
});

it('[R17] jobs of another office are not found; who reaches one town sees only what he started', async () => {
  const jobId = await start();
  const route = (operation: string) => jobRoutes.find((bound) => bound.route.operation === operation)!;
  const get = (who: Actor) => route('getJob').answer(asked(who), { params: { jobId }, query: {}, body: {} });
  const list = async (who: Actor) => {
    const page = await route('listJobs').answer(asked(who), { params: {}, query: { limit: 50, mine: 'false' }, body: {} });
    return (page as { items: JobAnswer[] }).items.map((item) => item.jobId);
  };
  const stranger = testActor(newId(Date.now()), ['jobs.read']);
  const town: Actor = { ...actor, userId: newId(Date.now()), reach: { kind: 'regions', regionIds: [] } };
  for (const who of [stranger, town]) {
    await expect(get(who)).rejects.toMatchObject({ code: 'jobs.not_found' });
    await expect(perform(cancelJobAction, { jobId }, asked(who))).rejects.toMatchObject({ code: 'jobs.not_found' });
    expect(await list(who)).toEqual([]);
  }
  expect(await list(actor)).toEqual([jobId]);
  expect(await get(actor)).toMatchObject({ jobId, state: 'queued', unit: '步' });
});
