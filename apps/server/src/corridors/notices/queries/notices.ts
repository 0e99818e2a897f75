/** SQL over notices and what is to leave the house. */
import type { Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { NoticeTable, OutgoingTable } from '../tables.js';

export const insertNotices = (tx: Tx, rows: readonly NoticeTable[]) => tx.insertInto('notice').values(rows).execute();

export interface NoticePage {
  readonly userId: string;
  readonly limit: number;
  readonly unreadOnly: boolean;
  readonly before?: { readonly at: Date; readonly noticeId: string } | undefined;
}

/** Newest first. */
export function listNotices(tx: Tx, officeId: string, { userId, limit, unreadOnly, before }: NoticePage) {
  let query = tx.selectFrom('notice').selectAll().where('office_id', '=', officeId).where('user_id', '=', userId);
  if (unreadOnly) query = query.where('read_at', 'is', null);
  if (before !== undefined)
    query = query.where((eb) => eb(eb.refTuple('at', 'notice_id'), '<', eb.tuple(before.at, before.noticeId)));
  return query.orderBy('at', 'desc').orderBy('notice_id', 'desc').limit(limit).execute();
}

export const countUnread = async (tx: Tx, officeId: string, userId: string): Promise<number> => {
  const row = await tx
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.unread);
};

/** How many were unread among these; of the reader alone. */
export async function markRead(tx: Tx, of: { officeId: string; userId: string; ids: readonly string[]; at: Date }) {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ read_at: of.at })
    .where('office_id', '=', of.officeId)
    .where('user_id', '=', of.userId)
    .where('notice_id', 'in', of.ids)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Users of an organisation with an account that is not disabled. */
export const usersOfOrganisation = (tx: Tx, officeId: string, organisationId: string) =>
  tx
    .selectFrom('user_account')
    .select('user_id')
    .where('office_id', '=', officeId)
    .where('organisation_id', '=', organisationId)
    .where('disabled_at', 'is', null)
    .orderBy('user_id')
    .execute();

export const insertOutgoing = (tx: Tx, row: OutgoingTable) => tx.insertInto('outgoing').values(row).execute();

/** Those due, locked until the end of the transaction; another process takes others. */
export const takeDue = (tx: Tx, officeId: string, { at, limit }: { readonly at: Date; readonly limit: number }) =>
  tx
    .selectFrom('outgoing')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .orderBy('outgoing_id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();

export const updateOutgoing = (tx: Tx, officeId: string, id: string, change: Updateable<OutgoingTable>) =>
  tx.updateTable('outgoing').set(change).where('office_id', '=', officeId).where('outgoing_id', '=', id).execute();
