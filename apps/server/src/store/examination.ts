/** 体检用的查询 — what the database says of itself, for doctor: as its owner, changing nothing. @source trust R16, R52, R96 */
import type pg from 'pg';
import { migrations } from './migrations/index.js';

/** Tables of an office that row-level security does not close, or closes not for their owner. */
export async function findOpenTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'office_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'office_directory'
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) = 1)
    ORDER BY c.relname`);
  return rows.map(({ name }) => name);
}

/** Rights with which what was written could be changed or removed. */
export async function findLooseRights(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ right: string }>(`
    SELECT table_name || ' ' || privilege_type AS right FROM information_schema.role_table_grants
    WHERE grantee IN ('muheng_app', 'PUBLIC') AND table_schema = 'public' AND table_name IN ('audit_row', 'superseded')
      AND privilege_type NOT IN ('SELECT', 'INSERT') ORDER BY 1`);
  return rows.map(({ right }) => right);
}

/** Steps that this version has and the database has not, or the other way round. */
export async function findMigrationGaps(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM migration ORDER BY id');
  const done = new Set(rows.map(({ id }) => id));
  const known = new Set(migrations.map(({ id }) => id));
  return [...[...known].filter((id) => !done.has(id)), ...[...done].filter((id) => !known.has(id))].sort();
}

export async function clockOf(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]!.now;
}

/** What the installation remembers under a name. */
export async function installationValue(client: pg.Client, name: string): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>('SELECT value FROM installation WHERE name = $1', [name]);
  return rows[0]?.value;
}
