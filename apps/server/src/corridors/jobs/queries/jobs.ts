/** SQL of jobs. Leases are told by the database's clock: it is the one that all processes share. */
import { CompiledQuery, type Insertable, sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { Store } from '../../../store/store.js';
import type { JobTable } from '../tables.js';

export const addJob = (tx: Tx, row: Insertable<JobTable>) => tx.insertInto('job').values(row).execute();

export const findJob = (tx: Tx, officeId: string, jobId: string) =>
  tx.selectFrom('job').selectAll().where('office_id', '=', officeId).where('job_id', '=', jobId).executeTakeFirst();

export const lockJob = (tx: Tx, officeId: string, jobId: string) =>
  tx.selectFrom('job').selectAll().where('office_id', '=', officeId).where('job_id', '=', jobId).forUpdate().executeTakeFirst();

/** Those of these ids, for pages of the rooms that started them. */
export const findJobsById = (tx: Tx, officeId: string, jobIds: readonly string[]) =>
  tx.selectFrom('job').selectAll().where('office_id', '=', officeId).where('job_id', 'in', jobIds).orderBy('job_id').execute();

export interface JobsWanted {
  /** Only those of one person. */
  readonly startedBy?: string | undefined;
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export function findJobs(tx: Tx, officeId: string, { startedBy, state, after, limit }: JobsWanted) {
  let query = tx.selectFrom('job').selectAll().where('office_id', '=', officeId);
  if (startedBy !== undefined) query = query.where('started_by', '=', startedBy);
  if (state !== undefined) query = query.where('state', '=', state);
  if (after !== undefined) query = query.where('job_id', '<', after);
  return query.orderBy('job_id', 'desc').limit(limit).execute();
}

/** From here to the end of the transaction no other claim is decided in this office. */
export async function lockLane(tx: Tx, officeId: string): Promise<void> {
  await tx
    .insertInto('job_lane')
    .values({ office_id: officeId })
    .onConflict((conflict) => conflict.column('office_id').doNothing())
    .execute();
  await tx.selectFrom('job_lane').select('office_id').where('office_id', '=', officeId).forUpdate().execute();
}

/** Of the statement, not of its transaction: a claim that waited for its turn begins when it has it. */
const now = sql<Date>`statement_timestamp()`;
const leaseOf = (seconds: number) => sql<Date>`statement_timestamp() + make_interval(secs => ${seconds})`;

export async function countHeavyRunning(tx: Tx, officeId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('job')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .where('state', '=', 'running')
    .where('heavy', '=', true)
    .where('lease_until', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Has a living worker? */
export async function isHeld(tx: Tx, officeId: string, jobId: string): Promise<boolean> {
  const of = tx.selectFrom('job').select('job_id').where('office_id', '=', officeId).where('job_id', '=', jobId);
  return (await of.where('state', '=', 'running').where('lease_until', '>', now).executeTakeFirst()) !== undefined;
}

export interface Hold {
  readonly jobId: string;
  readonly workerId: string;
}

export const takeJob = (tx: Tx, officeId: string, { jobId, workerId, seconds }: Hold & { readonly seconds: number }) =>
  tx
    .updateTable('job')
    .set((set) => ({
      ...{ state: 'running', worker_id: workerId, lease_until: leaseOf(seconds), attempts: set('attempts', '+', 1) },
      started_at: set.fn.coalesce('started_at', now),
    }))
    .where('office_id', '=', officeId)
    .where('job_id', '=', jobId)
    .execute();

export interface Advance extends Hold {
  readonly seconds: number;
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  readonly message?: string | undefined;
  readonly unit?: string | undefined;
  /** JSON text. */
  readonly checkpoint?: string | undefined;
}

/** Renews the lease; undefined when the job is no longer this worker's. */
export async function advanceJob(tx: Tx, officeId: string, given: Advance) {
  const { jobId, workerId, seconds, done, total, message, unit, checkpoint } = given;
  return tx
    .updateTable('job')
    .set({
      lease_until: leaseOf(seconds),
      ...(done === undefined ? {} : { done }),
      ...(total === undefined ? {} : { total }),
      ...(message === undefined ? {} : { message }),
      ...(unit === undefined ? {} : { unit }),
      ...(checkpoint === undefined ? {} : { checkpoint }),
    })
    .where('office_id', '=', officeId)
    .where('job_id', '=', jobId)
    .where('worker_id', '=', workerId)
    .where('state', '=', 'running')
    .returning('cancel_requested')
    .executeTakeFirst();
}

export interface Ending extends Hold {
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly message: string;
  /** JSON text. */
  readonly result: string | null;
}

/** False when the job is no longer this worker's. */
export async function endJob(tx: Tx, officeId: string, { jobId, workerId, ...ending }: Ending): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ ...ending, finished_at: now, lease_until: null, worker_id: null })
    .where('office_id', '=', officeId)
    .where('job_id', '=', jobId)
    .where('worker_id', '=', workerId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Another run goes on at the checkpoint; `counts`: this one counts as broken off, as it does not when the process stops. */
export const giveBack = (tx: Tx, officeId: string, { jobId, workerId, counts }: Hold & { readonly counts: boolean }) =>
  tx
    .updateTable('job')
    .set((set) => ({ state: 'queued', lease_until: null, worker_id: null, attempts: set('attempts', '-', counts ? 0 : 1) }))
    .where('office_id', '=', officeId)
    .where('job_id', '=', jobId)
    .where('worker_id', '=', workerId)
    .execute();

export const endUnstarted = (tx: Tx, officeId: string, { jobId, ...ending }: Omit<Ending, 'workerId'>) =>
  tx
    .updateTable('job')
    .set({ ...ending, finished_at: now, lease_until: null, worker_id: null })
    .where('office_id', '=', officeId)
    .where('job_id', '=', jobId)
    .execute();

export const askToCancel = (tx: Tx, officeId: string, jobId: string) =>
  tx.updateTable('job').set({ cancel_requested: true }).where('office_id', '=', officeId).where('job_id', '=', jobId).execute();

/** Waiting, or left by a process that died. */
export const findOpen = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('job')
    .select('job_id')
    .where('office_id', '=', officeId)
    .where((where) =>
      where.or([
        where('state', '=', 'queued'),
        where.and([where('state', '=', 'running'), where.or([where('lease_until', 'is', null), where('lease_until', '<', now)])]),
      ]),
    )
    .orderBy('job_id')
    .limit(1000)
    .execute();

/** What pg-boss runs its SQL on: our connections, or the transaction of an action. */
export const executorOf = (db: Store['db'] | Tx) => ({
  async executeSql(text: string, values: unknown[] = []) {
    const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
    return { rows: rows ?? [], rowCount: rows?.length ?? 0 };
  },
});
