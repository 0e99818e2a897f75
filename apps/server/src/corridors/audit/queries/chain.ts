/** SQL of the chain: the head is locked, the row added, the head moved. */

import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { Store } from '../../../store/store.js';
import { noHash } from '../hash.js';
import type { AuditHeadTable, AuditRowTable } from '../tables.js';

export type Head = Pick<Selectable<AuditHeadTable>, 'seq' | 'hash'>;

/** The head of the office's chain, locked until the transaction ends; made when the office has none. */
export async function lockHead(tx: Tx, officeId: string): Promise<Head> {
  const find = tx.selectFrom('audit_head').select(['seq', 'hash']).where('office_id', '=', officeId).forUpdate();
  const head = await find.executeTakeFirst();
  if (head !== undefined) return head;
  await tx
    .insertInto('audit_head')
    .values({ office_id: officeId, seq: 0, hash: noHash })
    .onConflict((conflict) => conflict.column('office_id').doNothing())
    .execute();
  return find.executeTakeFirstOrThrow();
}

export async function addRow(tx: Tx, row: Insertable<AuditRowTable>): Promise<void> {
  await tx.insertInto('audit_row').values(row).execute();
  await tx.updateTable('audit_head').set({ seq: row.seq, hash: row.hash }).where('office_id', '=', row.office_id).execute();
}

export const findHead = (tx: Tx, officeId: string): Promise<Head | undefined> =>
  tx.selectFrom('audit_head').select(['seq', 'hash']).where('office_id', '=', officeId).executeTakeFirst();

/** Rows after `seq` in their order, the time as exact text. */
export const chainAfter = (tx: Tx, officeId: string, { seq, limit }: { readonly seq: number; readonly limit: number }) =>
  tx
    .selectFrom('audit_row')
    .select(['office_id', 'seq', 'audit_id', 'user_id', 'user_name', 'roles', 'action', 'title', 'outcome', 'object_kind'])
    .select(['object_id', 'summary', 'change_digest', 'reason', 'ip', 'request_id', 'demonstration', 'previous_hash', 'hash'])
    .select(sql<string>`to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'))
    .where('office_id', '=', officeId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();

/** A lock that somebody else holds is waited for no longer than this, in this transaction. */
export const waitAtMost = (tx: Tx, milliseconds: number) =>
  sql.raw(`SET LOCAL lock_timeout = ${Math.ceil(milliseconds)}`).execute(tx);

/** The clock of the machine that the database runs on. */
export async function databaseTime({ db }: Store): Promise<Date | undefined> {
  const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(db);
  return rows[0]?.now;
}

/** When the newest row was written, as its writer's clock had it. */
export const newestTime = async (tx: Tx, officeId: string): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom('audit_row')
      .select('at')
      .where('office_id', '=', officeId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.at;
