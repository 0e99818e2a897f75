/** SQL over notices inside the house. */
import type { Tx } from '../../../store/scope.js';
import type { NoticeTable, VisitTable } from '../tables.js';

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

/** Whether an organisation was told this already since an instant. */
export async function wasTold(
  tx: Tx,
  officeId: string,
  { organisationId, title, from }: { readonly organisationId: string; readonly title: string; readonly from: Date },
): Promise<boolean> {
  const row = await tx
    .selectFrom('notice')
    .innerJoin('user_account', (join) =>
      join.on('user_account.office_id', '=', officeId).onRef('user_account.user_id', '=', 'notice.user_id'),
    )
    .select('notice.notice_id')
    .where('notice.office_id', '=', officeId)
    .where('user_account.organisation_id', '=', organisationId)
    .where('notice.title', '=', title)
    .where('notice.at', '>=', from)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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

/** Link → the newest notice to the reader that leads there and is not read. */
export async function unreadByLink(
  tx: Tx,
  officeId: string,
  { userId, links }: { readonly userId: string; readonly links: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (links.length === 0) return new Map();
  const rows = await tx
    .selectFrom('notice')
    .select(['link', 'notice_id'])
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .where('link', 'in', links)
    .orderBy('at')
    .orderBy('notice_id')
    .execute();
  return new Map(rows.map(({ link, notice_id }) => [link, notice_id]));
}

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

export const findVisit = (tx: Tx, officeId: string, userId: string) =>
  tx.selectFrom('visit').selectAll().where('office_id', '=', officeId).where('user_id', '=', userId).executeTakeFirst();

export const putVisit = (tx: Tx, row: VisitTable) =>
  tx
    .insertInto('visit')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'user_id']).doUpdateSet({ seen_at: row.seen_at, before_at: row.before_at }),
    )
    .execute();
