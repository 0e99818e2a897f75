/**
 * 办理员 — takes messages off the queue in this process; any number of processes may. Jobs that a dead process left are found again when
 * their lease is over. Stopping gives running jobs back at their checkpoint. @source trust R20, R98
 */

import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { House } from '../../forms/house.js';
import { newId } from '../../store/ids.js';
import { everyOfficeId } from '../../store/installation.js';
import { readInScope, wholeOffice } from '../../store/scope.js';
import type { AnyJobKind } from './jobKind.js';
import { findOpen } from './queries/jobs.js';
import { bossOf, queueName, sendAgain } from './queue.js';
import { runJob, type Workshop } from './runJob.js';

export interface WorkerWish extends Pick<Workshop, 'actorOf' | 'onFault'> {
  readonly kinds: readonly AnyJobKind[];
  /** Jobs at once in this process. */
  readonly atOnce?: number;
  readonly heavyAtOnce?: number;
  readonly leaseSeconds?: number;
}

export interface Worker {
  /** Jobs that run are asked to stop and given back. */
  stop(): Promise<void>;
}

const message = z.object({ officeId: z.uuid(), jobId: z.uuid() });
const comeAgainSeconds = 1;
const idleMilliseconds = 400;
const troubleMilliseconds = 2000;

export async function startWorker(house: House, wish: WorkerWish): Promise<Worker> {
  const { kinds, actorOf, onFault, atOnce = 3, heavyAtOnce = 1, leaseSeconds = 45 } = wish;
  const stopping = new AbortController();
  const shop: Workshop = {
    ...{ house, actorOf, onFault, heavyAtOnce, leaseSeconds, workerId: newId(Date.now()), stopping: stopping.signal },
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
  };
  const boss = bossOf(house.store);
  boss.on('error', (error) => onFault(error, ''));
  await boss.start();
  // pg-boss's own loop leaves the end of a message unwatched: a database that goes away just then would end the process.
  const loops = Array.from({ length: atOnce }, async () => {
    while (!stopping.signal.aborted) {
      const took = await takeOne(shop, boss).catch((error: unknown) => {
        onFault(error, '');
        return 'trouble' as const;
      });
      if (took !== 'one') await pause(took === 'none' ? idleMilliseconds : troubleMilliseconds, stopping.signal);
    }
  });
  const look = (): Promise<void> => findLeft(house, boss).catch((error: unknown) => onFault(error, ''));
  await look();
  const looking = setInterval(() => void look(), Math.min(15, leaseSeconds) * 1000).unref();
  return {
    async stop() {
      clearInterval(looking);
      stopping.abort();
      await Promise.all(loops);
      await boss.stop({ graceful: true, close: false, timeout: 10_000 });
    },
  };
}

async function takeOne(shop: Workshop, boss: ReturnType<typeof bossOf>): Promise<'one' | 'none'> {
  const [taken] = await boss.fetch(queueName, { batchSize: 1 });
  if (taken === undefined) return 'none';
  const told = message.parse(taken.data);
  const end = await runJob(shop, told).catch((error: unknown) => {
    shop.onFault(error, told.jobId);
    return 'busy' as const;
  });
  if (end === 'busy') await sendAgain(boss, told, comeAgainSeconds);
  await boss.complete(queueName, taken.id);
  return 'one';
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);

/** Jobs without a living worker get a message; one that has one already gets none more. */
async function findLeft(house: House, boss: ReturnType<typeof bossOf>): Promise<void> {
  for (const officeId of await everyOfficeId(house.store)) {
    const open = await readInScope(house.store, wholeOffice(officeId), (tx) => findOpen(tx, officeId));
    for (const { job_id: jobId } of open) await sendAgain(boss, { officeId, jobId }, 0);
  }
}
