/** SQL over offices and their directory. */

import type { Tx } from '../../../store/scope.js';
import type { Store } from '../../../store/store.js';
import { newOfficeSettings, type OfficeSettings, settingsOf } from '../settings.js';
import type { OfficeTable } from '../tables.js';

/** 单位名录 — what the sign-in page offers. Needs nobody signed in. */
export function listOffices(store: Store): Promise<{ slug: string; office_id: string; name: string }[]> {
  return store.db.selectFrom('office_directory').select(['slug', 'office_id', 'name']).orderBy('slug').execute();
}

/** The office and its line in the directory: only the owner of the tables may. */
export async function insertOffice(tx: Tx, row: OfficeTable): Promise<void> {
  await tx.insertInto('office_directory').values({ slug: row.slug, office_id: row.office_id, name: row.name }).execute();
  await tx.insertInto('office').values(row).execute();
}

export async function readOffice(tx: Tx, officeId: string) {
  const { settings, ...office } = await tx
    .selectFrom('office')
    .selectAll()
    .where('office_id', '=', officeId)
    .executeTakeFirstOrThrow();
  return { ...office, settings: settingsOf(settings) };
}

/** The usual ones where an office has not been made yet. */
export async function readSettings(tx: Tx, officeId: string): Promise<OfficeSettings> {
  const row = await tx.selectFrom('office').select('settings').where('office_id', '=', officeId).executeTakeFirst();
  return row === undefined ? newOfficeSettings : settingsOf(row.settings);
}

export interface OfficeChange {
  readonly name?: string;
  readonly short_name?: string;
  readonly work_name?: string;
  readonly settings?: OfficeSettings;
}

/** The name that the sign-in page shows: the policy of the table lets an office change its own line only. */
export const renameInDirectory = (tx: Tx, officeId: string, name: string) =>
  tx.updateTable('office_directory').set({ name }).where('office_id', '=', officeId).execute();

/** Undefined when the version is not the stored one. */
export function updateOffice(tx: Tx, officeId: string, version: number, change: OfficeChange) {
  const { settings, ...names } = change;
  return tx
    .updateTable('office')
    .set({ ...names, ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }), version: version + 1 })
    .where('office_id', '=', officeId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
}
