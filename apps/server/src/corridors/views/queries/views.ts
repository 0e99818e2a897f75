/** SQL of saved views. */
import type { Insertable, Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { SavedViewTable, UsualViewTable } from '../tables.js';

/** One's own and the shared ones of a list, by name: nobody has more than fifty, and few may share. */
export const listViews = (tx: Tx, officeId: string, { page, userId }: { readonly page: string; readonly userId: string }) =>
  tx
    .selectFrom('saved_view')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('page', '=', page)
    .where((eb) => eb.or([eb('owner_id', '=', userId), eb('shared', '=', true)]))
    .orderBy('name')
    .orderBy('view_id')
    .execute();

export const countOwn = async (
  tx: Tx,
  officeId: string,
  { page, userId }: { readonly page: string; readonly userId: string },
) => {
  const { count } = await tx
    .selectFrom('saved_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .where('page', '=', page)
    .where('owner_id', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(count);
};

export const lockView = (tx: Tx, officeId: string, viewId: string) =>
  tx
    .selectFrom('saved_view')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('view_id', '=', viewId)
    .forUpdate()
    .executeTakeFirst();

/** Undefined when the owner has one of this name there already. */
export const insertView = (tx: Tx, row: Insertable<SavedViewTable>) =>
  tx
    .insertInto('saved_view')
    .values(row)
    .onConflict((conflict) => conflict.columns(['office_id', 'page', 'owner_id', 'name']).doNothing())
    .returning('version')
    .executeTakeFirst();

export const findNamed = (
  tx: Tx,
  officeId: string,
  { page, ownerId, name }: { readonly page: string; readonly ownerId: string; readonly name: string },
) =>
  tx
    .selectFrom('saved_view')
    .select('view_id')
    .where('office_id', '=', officeId)
    .where('page', '=', page)
    .where('owner_id', '=', ownerId)
    .where('name', '=', name)
    .executeTakeFirst();

export const updateView = (tx: Tx, officeId: string, viewId: string, set: Updateable<SavedViewTable>) =>
  tx.updateTable('saved_view').set(set).where('office_id', '=', officeId).where('view_id', '=', viewId).execute();

export const deleteView = (tx: Tx, officeId: string, viewId: string) =>
  tx.deleteFrom('saved_view').where('office_id', '=', officeId).where('view_id', '=', viewId).execute();

export const findUsual = (tx: Tx, officeId: string, { page, userId }: { readonly page: string; readonly userId: string }) =>
  tx
    .selectFrom('usual_view')
    .select('view_id')
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('page', '=', page)
    .executeTakeFirst();

export const putUsual = (tx: Tx, row: UsualViewTable) =>
  tx
    .insertInto('usual_view')
    .values(row)
    .onConflict((conflict) => conflict.columns(['office_id', 'user_id', 'page']).doUpdateSet({ view_id: row.view_id }))
    .execute();

export const dropUsual = (tx: Tx, officeId: string, { page, userId }: { readonly page: string; readonly userId: string }) =>
  tx.deleteFrom('usual_view').where('office_id', '=', officeId).where('user_id', '=', userId).where('page', '=', page).execute();

/** Nobody opens a list with a view that goes, or that the others may no longer see. */
export const dropUsualsOf = (
  tx: Tx,
  officeId: string,
  { viewId, but }: { readonly viewId: string; readonly but?: string | undefined },
) => {
  const all = tx.deleteFrom('usual_view').where('office_id', '=', officeId).where('view_id', '=', viewId);
  return (but === undefined ? all : all.where('user_id', '!=', but)).execute();
};
