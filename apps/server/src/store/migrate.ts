/**
 * 升级 — forward only: each migration runs once, in its own transaction, in the order of the list; what ran is kept with the hash of
 * its text, so that an edited one is refused, as is a database that a newer Muheng has written. A kill leaves before or after.
 * @source trust R55, R72
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { migrations } from './migrations/index.js';
import { refuseStore } from './texts.zh.js';

export interface Migration {
  /** `0010_people`: number first, never used twice. */
  readonly id: string;
  readonly sql: string;
}

/** Any number that only we use: two servers that start at once migrate one after the other. */
const migrationLock = 7_268_361_991;

/** Ids that ran now. @throws Error when the database is newer or was migrated by other texts. */
export async function migrate(client: pg.Client, list: readonly Migration[] = migrations): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  try {
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (id text COLLATE "C" PRIMARY KEY, hash text NOT NULL, at timestamptz NOT NULL)',
    );
    const { rows } = await client.query<{ id: string; hash: string }>('SELECT id, hash FROM migration ORDER BY id');
    checkHistory(rows, list);
    const done = new Set(rows.map(({ id }) => id));
    const ran: string[] = [];
    for (const migration of list) if (!done.has(migration.id)) ran.push(await runOne(client, migration));
    return ran;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
  }
}

function checkHistory(rows: readonly { id: string; hash: string }[], list: readonly Migration[]): void {
  const known = new Map(list.map((migration) => [migration.id, hashOf(migration)]));
  for (const { id, hash } of rows) {
    if (!known.has(id)) throw refuseStore('database_newer', { id });
    if (known.get(id) !== hash) throw refuseStore('migration_edited', { id });
  }
}

async function runOne(client: pg.Client, migration: Migration): Promise<string> {
  await client.query('BEGIN');
  try {
    await client.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");
    await client.query('SET LOCAL citus.enable_local_reference_table_foreign_keys = off');
    await client.query(migration.sql);
    await client.query('INSERT INTO migration (id, hash, at) VALUES ($1, $2, now())', [migration.id, hashOf(migration)]);
    await client.query('COMMIT');
  } catch (error) {
    // A connection that broke has rolled back already.
    await client.query('ROLLBACK').catch(() => undefined);
    const why = error instanceof Error ? error.message : String(error);
    throw Object.assign(refuseStore('migration_failed', { id: migration.id, why }), { cause: error });
  }
  return migration.id;
}

const hashOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex');
