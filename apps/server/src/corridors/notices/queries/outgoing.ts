/** SQL over what leaves the house, the channels it takes, and who wants it. */
import type { Insertable, Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { Channel } from '../kinds.js';
import type { NoticeWishTable, OutgoingChannelTable, OutgoingTable } from '../tables.js';

export const insertOutgoing = (tx: Tx, rows: readonly OutgoingTable[]) => tx.insertInto('outgoing').values(rows).execute();

export interface Claim {
  readonly at: Date;
  /** The claim ends by itself then. */
  readonly until: Date;
  /** This one and no other, due or not. */
  readonly only?: string | undefined;
}

/** The next one due that nobody has in hand, now in ours; another process takes another. */
export async function claimDue(tx: Tx, officeId: string, { at, until, only }: Claim) {
  let due = tx
    .selectFrom('outgoing')
    .select('outgoing_id')
    .where('office_id', '=', officeId)
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('sending_until', 'is', null), eb('sending_until', '<=', at)]));
  due = only === undefined ? due.where('next_at', '<=', at) : due.where('outgoing_id', '=', only);
  const found = await due.orderBy('next_at').orderBy('outgoing_id').limit(1).forUpdate().skipLocked().executeTakeFirst();
  if (found === undefined) return undefined;
  return tx
    .updateTable('outgoing')
    .set((set) => ({ sending_until: until, attempts: set('attempts', '+', 1) }))
    .where('office_id', '=', officeId)
    .where('outgoing_id', '=', found.outgoing_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** False when the claim ran out meanwhile and another process took it. */
export async function settleOutgoing(
  tx: Tx,
  officeId: string,
  { id, until, change }: { readonly id: string; readonly until: Date; readonly change: Updateable<OutgoingTable> },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outgoing')
    .set({ ...change, sending_until: null })
    .where('office_id', '=', officeId)
    .where('outgoing_id', '=', id)
    .where('sending_until', '=', until)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export const findOutgoing = (tx: Tx, officeId: string, id: string) =>
  tx.selectFrom('outgoing').selectAll().where('office_id', '=', officeId).where('outgoing_id', '=', id).executeTakeFirst();

/** Newest first. */
export function listOutgoing(
  tx: Tx,
  officeId: string,
  { state, after, limit }: { readonly state?: string | undefined; readonly after?: string | undefined; readonly limit: number },
) {
  let query = tx.selectFrom('outgoing').selectAll().where('office_id', '=', officeId);
  if (state === 'waiting' || state === 'sent' || state === 'given_up') query = query.where('state', '=', state);
  if (after !== undefined) query = query.where('outgoing_id', '<', after);
  return query.orderBy('outgoing_id', 'desc').limit(limit).execute();
}

export const countOutgoing = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('outgoing')
    .select(['channel', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .groupBy(['channel', 'state'])
    .orderBy('channel')
    .orderBy('state')
    .execute();

/** Tried again from the beginning. False when it is not given up. */
export async function renewOutgoing(tx: Tx, officeId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outgoing')
    .set({ state: 'waiting', attempts: 0, next_at: at, sending_until: null })
    .where('office_id', '=', officeId)
    .where('outgoing_id', '=', id)
    .where('state', '=', 'given_up')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export const findChannel = (tx: Tx, officeId: string, channel: Channel) =>
  tx
    .selectFrom('outgoing_channel')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('channel', '=', channel)
    .executeTakeFirst();

export const listChannels = (tx: Tx, officeId: string) =>
  tx.selectFrom('outgoing_channel').selectAll().where('office_id', '=', officeId).orderBy('channel').execute();

export const insertChannel = (tx: Tx, row: Insertable<OutgoingChannelTable>) =>
  tx
    .insertInto('outgoing_channel')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();

export const updateChannel = (
  tx: Tx,
  officeId: string,
  {
    channel,
    version,
    set,
  }: { readonly channel: Channel; readonly version: number; readonly set: Updateable<OutgoingChannelTable> },
) =>
  tx
    .updateTable('outgoing_channel')
    .set({ ...set, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('channel', '=', channel)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

export const findWish = (tx: Tx, officeId: string, userId: string) =>
  tx.selectFrom('notice_wish').selectAll().where('office_id', '=', officeId).where('user_id', '=', userId).executeTakeFirst();

export const wishesOf = (tx: Tx, officeId: string, userIds: readonly string[]) =>
  tx
    .selectFrom('notice_wish')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('user_id', 'in', userIds)
    .orderBy('user_id')
    .execute();

export const loginsOf = (tx: Tx, officeId: string, userIds: readonly string[]) =>
  tx
    .selectFrom('user_account')
    .select('login')
    .where('office_id', '=', officeId)
    .where('user_id', 'in', userIds)
    .orderBy('login')
    .execute();

export const insertWish = (tx: Tx, row: NoticeWishTable) =>
  tx
    .insertInto('notice_wish')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();

export const updateWish = (
  tx: Tx,
  officeId: string,
  { userId, version, set }: { readonly userId: string; readonly version: number; readonly set: Updateable<NoticeWishTable> },
) =>
  tx
    .updateTable('notice_wish')
    .set({ ...set, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
