/** SQL of imports: the rows that say which file was tried and brought in. */
import type { Insertable, Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { RegisterImportTable } from '../tables.js';

/** The caller holds the office's row of file usage: numbers are given one after the other. */
export async function nextImportNumber(tx: Tx, officeId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('register_import')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('office_id', '=', officeId)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

export const insertImport = (tx: Tx, row: Insertable<RegisterImportTable>) =>
  tx.insertInto('register_import').values(row).execute();

const short = [
  ...(['office_id', 'import_id', 'number', 'kind', 'file_id', 'sha256', 'file_name', 'made_by', 'made_by_name'] as const),
  ...(['made_at', 'look_job_id', 'outcome', 'run_job_id', 'good_rows_only', 'action_id', 'done_at', 'undone_at'] as const),
  ...(['undo_job_id', 'undo_blocked'] as const),
] as const;

export const findImport = (tx: Tx, officeId: string, importId: string) =>
  tx
    .selectFrom('register_import')
    .select(short)
    .where('office_id', '=', officeId)
    .where('import_id', '=', importId)
    .executeTakeFirst();

/** The one that an action brought in. */
export const findImportOf = (tx: Tx, officeId: string, actionId: string) =>
  tx
    .selectFrom('register_import')
    .select(['import_id', 'number'])
    .where('office_id', '=', officeId)
    .where('action_id', '=', actionId)
    .executeTakeFirst();

/** Until the transaction ends nobody else decides about it. */
export const lockImport = (tx: Tx, officeId: string, importId: string) =>
  tx
    .selectFrom('register_import')
    .select(short)
    .where('office_id', '=', officeId)
    .where('import_id', '=', importId)
    .forUpdate()
    .executeTakeFirst();

export const findFindings = (tx: Tx, officeId: string, importId: string) =>
  tx
    .selectFrom('register_import')
    .select(['findings', 'number', 'made_by'])
    .where('office_id', '=', officeId)
    .where('import_id', '=', importId)
    .executeTakeFirst();

/** The same bytes for the same ledger, brought in and not taken back. */
export const findSameFile = (tx: Tx, officeId: string, { sha256, kind }: { readonly sha256: string; readonly kind: string }) =>
  tx
    .selectFrom('register_import')
    .select(['import_id', 'number', 'made_by_name', 'done_at'])
    .where('office_id', '=', officeId)
    .where('sha256', '=', sha256)
    .where('kind', '=', kind)
    .where('done_at', 'is not', null)
    .where('undone_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Newest first. */
export function findImports(
  tx: Tx,
  officeId: string,
  { madeBy, after, limit }: { readonly madeBy?: string | undefined; readonly after?: number | undefined; readonly limit: number },
) {
  let query = tx.selectFrom('register_import').select(short).where('office_id', '=', officeId);
  if (madeBy !== undefined) query = query.where('made_by', '=', madeBy);
  if (after !== undefined) query = query.where('number', '<', after);
  return query.orderBy('number', 'desc').limit(limit).execute();
}

export const updateImport = (tx: Tx, officeId: string, importId: string, set: Updateable<RegisterImportTable>) =>
  tx.updateTable('register_import').set(set).where('office_id', '=', officeId).where('import_id', '=', importId).execute();

export const markUndone = (tx: Tx, officeId: string, { actionId, at }: { readonly actionId: string; readonly at: Date }) =>
  tx
    .updateTable('register_import')
    .set({ undone_at: at })
    .where('office_id', '=', officeId)
    .where('action_id', '=', actionId)
    .execute();
