/** SQL of files and of what they use. */
import type { Insertable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { FileTable } from '../tables.js';

export const addFile = (tx: Tx, row: Insertable<FileTable>) => tx.insertInto('file').values(row).execute();

export const findFile = (tx: Tx, officeId: string, fileId: string) =>
  tx.selectFrom('file').selectAll().where('office_id', '=', officeId).where('file_id', '=', fileId).executeTakeFirst();

export const lockFile = (tx: Tx, officeId: string, fileId: string) =>
  tx
    .selectFrom('file')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('file_id', '=', fileId)
    .forUpdate()
    .executeTakeFirst();

export const removeFileRow = (tx: Tx, officeId: string, fileId: string) =>
  tx.deleteFrom('file').where('office_id', '=', officeId).where('file_id', '=', fileId).execute();

export interface Mine {
  readonly userId: string;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export function findFilesOf(tx: Tx, officeId: string, { userId, after, limit }: Mine) {
  const of = tx.selectFrom('file').selectAll().where('office_id', '=', officeId).where('uploaded_by', '=', userId);
  return (after === undefined ? of : of.where('file_id', '<', after)).orderBy('file_id', 'desc').limit(limit).execute();
}

/** Adds to what a holder uses and tells the new sum; its row is locked until the end, so that two at once cannot both fit. */
export async function addUsage(
  tx: Tx,
  officeId: string,
  { holderId, bytes }: { readonly holderId: string; readonly bytes: number },
) {
  const { bytes: sum } = await tx
    .insertInto('file_usage')
    .values({ office_id: officeId, holder_id: holderId, bytes })
    .onConflict((conflict) =>
      conflict
        .columns(['office_id', 'holder_id'])
        .doUpdateSet((set) => ({ bytes: set('file_usage.bytes', '+', set.ref('excluded.bytes')) })),
    )
    .returning('bytes')
    .executeTakeFirstOrThrow();
  return sum;
}

export const takeUsage = (tx: Tx, officeId: string, { holderId, bytes }: { readonly holderId: string; readonly bytes: number }) =>
  tx
    .updateTable('file_usage')
    .set((set) => ({ bytes: set('bytes', '-', bytes) }))
    .where('office_id', '=', officeId)
    .where('holder_id', '=', holderId)
    .execute();

/** Each content once, in order, after a hash. */
export function findContents(tx: Tx, officeId: string, { after, limit }: { readonly after: string; readonly limit: number }) {
  const of = tx.selectFrom('file').select('sha256').distinct().where('office_id', '=', officeId);
  return of.where('sha256', '>', after).orderBy('sha256').limit(limit).execute();
}

export const markChecked = (
  tx: Tx,
  officeId: string,
  { contents, at }: { readonly contents: readonly string[]; readonly at: Date },
) =>
  tx
    .updateTable('file')
    .set({ checked_at: at, damaged_at: null })
    .where('office_id', '=', officeId)
    .where('sha256', 'in', contents)
    .execute();

/** Those that were not known to be damaged. */
export const markDamaged = (tx: Tx, officeId: string, { sha256, at }: { readonly sha256: string; readonly at: Date }) =>
  tx
    .updateTable('file')
    .set({ damaged_at: at })
    .where('office_id', '=', officeId)
    .where('sha256', '=', sha256)
    .where('damaged_at', 'is', null)
    .returning(['file_id', 'name'])
    .execute();

export const findDamaged = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('file')
    .select(['file_id', 'name', 'sha256', 'damaged_at'])
    .where('office_id', '=', officeId)
    .where('damaged_at', 'is not', null)
    .orderBy('damaged_at')
    .orderBy('file_id')
    .execute();

export interface Overseen {
  readonly purpose?: string | undefined;
  readonly damaged?: boolean | undefined;
  readonly words?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Every file of the office with who sent it, newest first. */
export function findOfficeFiles(tx: Tx, officeId: string, { purpose, damaged, words, after, limit }: Overseen) {
  let query = tx
    .selectFrom('file')
    .leftJoin('user_account', (join) =>
      join.on('user_account.office_id', '=', officeId).onRef('user_account.user_id', '=', 'file.uploaded_by'),
    )
    .selectAll('file')
    .select('user_account.name as sender')
    .where('file.office_id', '=', officeId);
  if (purpose !== undefined) query = query.where('file.purpose', '=', purpose);
  if (damaged === true) query = query.where('file.damaged_at', 'is not', null);
  if (after !== undefined) query = query.where('file.file_id', '<', after);
  if (words !== undefined && words !== '') {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) => where.or([where('file.name', 'like', like), where('user_account.name', 'like', like)]));
  }
  return query.orderBy('file.file_id', 'desc').limit(limit).execute();
}

/** What is kept for each purpose, how much of it is damaged, and since when all of it is known to be whole. */
export const sumByPurpose = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('file')
    .select(({ fn }) => [
      'purpose',
      fn.countAll<number>().as('files'),
      fn.sum<number>('bytes').as('bytes'),
      fn.count<number>('damaged_at').as('damaged'),
      fn.min('checked_at').as('checked_since'),
    ])
    .where('office_id', '=', officeId)
    .groupBy('purpose')
    .orderBy('purpose')
    .execute();

export async function usageOf(tx: Tx, officeId: string, holderId: string): Promise<number> {
  const row = await tx
    .selectFrom('file_usage')
    .select('bytes')
    .where('office_id', '=', officeId)
    .where('holder_id', '=', holderId)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

export async function countContents(tx: Tx, officeId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('file')
    .select(({ fn }) => fn.count<number>('sha256').distinct().as('count'))
    .where('office_id', '=', officeId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
