/**
 * 安装记录 — what a database remembers of the installation it belongs to: the fingerprint of its secret and whether it holds
 * demonstration data, so that neither is ever opened with the wrong half. Rows of no office; the application cannot read them.
 */
import type pg from 'pg';
import { fingerprintOf, secretFile } from './secret.js';
import type { Store } from './store.js';
import { refuseStore } from './texts.zh.js';

export interface Installation {
  readonly folder: string;
  readonly secret: Buffer;
  readonly demonstration: boolean;
}

/** True when anything was ever migrated here. */
export async function holdsData(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ made: boolean }>("SELECT to_regclass('migration') IS NOT NULL AS made");
  return rows[0]?.made === true;
}

/** Remembers at the first start, compares at every later one. @throws Refusal store.secret_differs, store.demonstration_differs */
export async function checkInstallation(client: pg.Client, { folder, secret, demonstration }: Installation): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS installation (name text COLLATE "C" PRIMARY KEY, value text NOT NULL)');
  const mine: readonly (readonly [string, string])[] = [
    ['secret_fingerprint', fingerprintOf(secret)],
    ['demonstration', String(demonstration)],
  ];
  for (const [name, value] of mine)
    await client.query('INSERT INTO installation (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [name, value]);
  const { rows } = await client.query<{ name: string; value: string }>('SELECT name, value FROM installation ORDER BY name');
  const kept = new Map(rows.map(({ name, value }) => [name, value]));
  if (kept.get('secret_fingerprint') !== fingerprintOf(secret)) throw refuseStore('secret_differs', { file: secretFile(folder) });
  if (kept.get('demonstration') !== String(demonstration))
    throw refuseStore('demonstration_differs', { folder, what: demonstration ? '里是正式数据' : '里是演示数据' });
}

/** For what concerns them all: daily heads, checks at the start. */
export async function everyOfficeId({ db }: Store): Promise<string[]> {
  const rows = await db.selectFrom('office_directory').select('office_id').distinct().orderBy('office_id').execute();
  return rows.map((row) => row.office_id);
}
