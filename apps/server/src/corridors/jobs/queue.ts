/** 队列 — pg-boss in its own schema: one queue, messages with two ids, at most one waiting message for a job. */
import PgBoss from 'pg-boss';
import type { Tx } from '../../store/scope.js';
import type { Store } from '../../store/store.js';
import { executorOf } from './queries/jobs.js';

export const queueName = 'house';

export interface Message {
  readonly officeId: string;
  readonly jobId: string;
}

/** Migrations make its tables; here it may neither make nor drop anything. */
export function bossOf({ db }: Pick<Store, 'db'>): PgBoss {
  return new PgBoss({
    db: executorOf(db),
    schema: 'pgboss',
    migrate: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 60,
  });
}

/** In the transaction of the action: no job without a message, no message without a job. */
export async function sendIn(tx: Tx, message: Message): Promise<void> {
  const on = executorOf(tx);
  const boss = new PgBoss({ db: on, schema: 'pgboss', migrate: false, schedule: false, supervise: false });
  await boss.send(queueName, { ...message }, { singletonKey: message.jobId, db: on });
}

export async function sendAgain(boss: PgBoss, message: Message, afterSeconds: number): Promise<void> {
  await boss.send(queueName, { ...message }, { singletonKey: message.jobId, startAfter: afterSeconds });
}
