/**
 * 办理任务 — one run of one job by one process: claimed under the office's lane, held by a lease that is renewed while it works, ended
 * once. A run that lost its lease can commit nothing any more. @source trust R20, R55
 */
import { fillBlanks } from '@muheng/finding';
import type { Actor, House } from '../../forms/house.js';
import { Refusal } from '../../forms/refusal.js';
import { isPassing } from '../../store/passing.js';
import { inScope, type Tx, wholeOffice } from '../../store/scope.js';
import { type AnyJobKind, type JobStep, type JobStop, JobStopped, type Progress } from './jobKind.js';
import * as jobs from './queries/jobs.js';
import type { Message } from './queue.js';
import { jobWords } from './texts.zh.js';

export interface Starter {
  readonly officeId: string;
  readonly userId: string;
  /** The posts that want a second factor count. */
  readonly secondFactor: boolean;
}

export interface Workshop {
  readonly house: House;
  readonly kinds: ReadonlyMap<string, AnyJobKind>;
  readonly workerId: string;
  readonly leaseSeconds: number;
  /** 重任务 at once in one office. */
  readonly heavyAtOnce: number;
  /** The person as of now; undefined when the account is closed. */
  actorOf(house: House, who: Starter): Promise<Actor | undefined>;
  /** What was our fault, for the log. */
  onFault(fault: unknown, jobId: string): void;
  /** Aborted when the process stops. */
  readonly stopping: AbortSignal;
}

const mostAttempts = 3;
const showEveryMilliseconds = 500;

/** `over`: nothing left to do with this message; `busy`: the office has its heavy job, come again. */
export async function runJob(shop: Workshop, message: Message): Promise<'over' | 'busy'> {
  const claim = await inScope(shop.house.store, wholeOffice(message.officeId), (tx) => claimJob(tx, shop, message));
  if (typeof claim === 'string') return claim;
  return runClaimed(shop, message, claim);
}

type Job = NonNullable<Awaited<ReturnType<typeof jobs.findJob>>>;

async function claimJob(tx: Tx, shop: Workshop, { officeId, jobId }: Message): Promise<Job | 'over' | 'busy'> {
  await jobs.lockLane(tx, officeId);
  const job = await jobs.lockJob(tx, officeId, jobId);
  if (job === undefined || !['queued', 'running'].includes(job.state)) return 'over';
  if (await jobs.isHeld(tx, officeId, jobId)) return 'over';
  const end = async (state: 'failed' | 'cancelled', message: string): Promise<'over'> => {
    await jobs.endUnstarted(tx, officeId, { jobId, state, message, result: null });
    return 'over';
  };
  if (job.cancel_requested) return end('cancelled', jobWords.cancelled);
  if (job.attempts >= mostAttempts) return end('failed', fillBlanks(jobWords.gave_up, { jobId }));
  if (job.heavy && (await jobs.countHeavyRunning(tx, officeId)) >= shop.heavyAtOnce) return 'busy';
  await jobs.takeJob(tx, officeId, { jobId, workerId: shop.workerId, seconds: shop.leaseSeconds });
  return job;
}

async function runClaimed(shop: Workshop, { officeId, jobId }: Message, job: Job): Promise<'over' | 'busy'> {
  const { house, workerId } = shop;
  const ownScope = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inScope(house.store, wholeOffice(officeId), work);
  const end = (state: 'done' | 'failed' | 'cancelled', message: string, result: unknown = null): Promise<boolean> =>
    ownScope((tx) =>
      jobs.endJob(tx, officeId, { jobId, workerId, state, message, result: result === null ? null : JSON.stringify(result) }),
    );
  const refuse = async (message: string): Promise<'over'> => {
    await end('failed', message);
    return 'over';
  };
  const kind = shop.kinds.get(job.kind);
  if (kind === undefined) return refuse(jobWords.kind_unknown);
  const actor = await shop.actorOf(house, { officeId, userId: job.started_by, secondFactor: job.second_factor });
  if (actor === undefined || !actor.permissions.has(kind.may)) return refuse(jobWords.starter_gone);
  const held = holdLease(shop, { officeId, jobId });
  const giveBack = (counts: boolean): Promise<unknown> =>
    ownScope((tx) => jobs.giveBack(tx, officeId, { jobId, workerId, counts }));
  try {
    const result = await runKind(kind, held.stepFor(actor, job), job.input);
    await held.last();
    await end('done', jobWords.done, result ?? null);
    return 'over';
  } catch (error) {
    await held.last();
    const why = error instanceof JobStopped ? error.why : held.stopped();
    if (why === 'cancelled') await end('cancelled', jobWords.cancelled);
    else if (why === 'stopping') await giveBack(false);
    if (why !== undefined) return 'over';
    if (error instanceof Refusal) return refuse(`${error.message}${error.remedy}`);
    shop.onFault(error, jobId);
    if (!isPassing(error)) return refuse(fillBlanks(jobWords.fault, { jobId }));
    await giveBack(true);
    return 'busy';
  }
}

/** The input was parsed by the kind's own shape when the job was started, and is again. */
const runKind = (kind: AnyJobKind, step: JobStep, stored: unknown): Promise<unknown> =>
  kind.run(step, kind.input.parse(stored) as never);

/** Renews the lease three times in its length, tells the person's wish to cancel, and writes progress now and then. */
function holdLease({ house, workerId, leaseSeconds, stopping }: Workshop, { officeId, jobId }: Message) {
  const stop = new AbortController();
  let why: JobStop | undefined;
  let waiting: Progress | undefined;
  let shownAt = 0;
  const halt = (reason: JobStop): void => {
    why ??= reason;
    stop.abort(new JobStopped(why));
  };
  const heed = (row: { readonly cancel_requested: boolean } | undefined): void => {
    if (row === undefined) halt('lost');
    else if (row.cancel_requested) halt('cancelled');
  };
  const advance = (tx: Tx, more: Omit<jobs.Advance, 'jobId' | 'workerId' | 'seconds'>) =>
    jobs.advanceJob(tx, officeId, { jobId, workerId, seconds: leaseSeconds, ...more });
  const show = async (): Promise<void> => {
    const told = waiting;
    waiting = undefined;
    shownAt = performance.now();
    heed(await inScope(house.store, wholeOffice(officeId), (tx) => advance(tx, told ?? {})));
  };
  // A database that is away for a moment does not end the run; the lease does when it stays away.
  const beat = setInterval(() => void show().catch(() => undefined), (leaseSeconds * 1000) / 3);
  const onStopping = (): void => halt('stopping');
  stopping.addEventListener('abort', onStopping);
  if (stopping.aborted) halt('stopping');
  const check = (): void => {
    if (why !== undefined) throw new JobStopped(why);
  };
  return {
    stopped: () => why,
    stepFor: (actor: Actor, job: Job): JobStep => ({
      ...{ house, actor, jobId, asked: { house, actor, origin: { ip: '', requestId: jobId } } },
      ...{ checkpoint: job.checkpoint, signal: stop.signal },
      async progress(progress) {
        check();
        waiting = progress;
        if (performance.now() - shownAt >= showEveryMilliseconds) await show();
        check();
      },
      async commit(work, { checkpoint, ...progress }) {
        check();
        const value = await inScope(house.store, actor, async (tx) => {
          const made = await work(tx);
          const row = await advance(tx, { ...progress, checkpoint: JSON.stringify(checkpoint) });
          heed(row);
          // Lost: nothing of this transaction may stay. Cancelled: this step stays, the next does not begin.
          if (row === undefined) throw new JobStopped('lost');
          return made;
        });
        waiting = undefined;
        return value;
      },
    }),
    /** Writes the last counts and lets go. */
    async last(): Promise<void> {
      clearInterval(beat);
      stopping.removeEventListener('abort', onStopping);
      if (waiting !== undefined && why === undefined) await show().catch(() => undefined);
    },
  };
}
