/** SQL over the keys of resent requests. */
import { sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { IdempotencyKeyTable } from '../tables.js';

export const findKey = (tx: Tx, { officeId, userId, key }: { officeId: string; userId: string; key: string }) =>
  tx
    .selectFrom('idempotency_key')
    .select(['operation', 'request_hash', 'answer'])
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();

export const insertKey = (tx: Tx, row: IdempotencyKeyTable) => tx.insertInto('idempotency_key').values(row).execute();

/** Held to the end of the transaction, whatever that is; false when another one holds it. */
export async function tryLock(tx: Tx, lock: bigint): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`SELECT pg_try_advisory_xact_lock(${lock}) AS held`.execute(tx);
  return rows[0]?.held === true;
}

export const deleteOldKeys = (tx: Tx, officeId: string, before: Date) =>
  tx.deleteFrom('idempotency_key').where('office_id', '=', officeId).where('created_at', '<', before).execute();
