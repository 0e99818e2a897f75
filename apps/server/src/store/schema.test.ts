/** The migrated database as it stands: equal to the types, to the labels, and to what a cluster of shards needs. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allColumnLabels } from '../columns.js';
import { readTables, type TableTypes } from './fixtures/readTables.js';
import { serverKinds, type TestStore, testStore } from './fixtures/testStore.js';

/** Tables of no office: which office has which name, what ran, which secret belongs. */
const outside = ['office_directory', 'migration', 'installation'];

/** Read once: the compiler takes its time. */
let types: TableTypes | undefined;

describe.each(serverKinds)('%s', (kind) => {
  let own: TestStore;
  beforeAll(async () => {
    own = await testStore(kind);
  });
  afterAll(() => own.drop());
  const query = async <Row extends object>(text: string): Promise<Row[]> =>
    (await own.store.asOwner((client) => client.query<Row>(text))).rows;
  /** A list of what breaks the rule, so that a failure names it. */
  const none = async (text: string): Promise<void> => expect(await query(text)).toEqual([]);
  const ofOffices = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname NOT IN ('${outside.join("', '")}')`;

  const columns = () =>
    query<{ table: string; name: string; type: string; nullable: boolean }>(`
      SELECT table_name AS table, column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT IN ('migration', 'installation')
      ORDER BY table_name, column_name`);

  const kinds: Readonly<Record<string, string>> = {
    ...{ uuid: 'string', text: 'string', numeric: 'string', date: 'string', boolean: 'boolean', bytea: 'bytes', jsonb: 'json' },
    ...{ smallint: 'number', integer: 'number', bigint: 'number', 'double precision': 'number', ARRAY: 'strings' },
    'timestamp with time zone': 'date',
  };

  it('[R72] every table and column is in the types, with its kind and whether it may be null', async () => {
    types ??= readTables();
    const inTypes = [...types].flatMap(([table, of]) => [...of.keys()].map((name) => `${table}.${name}`)).sort();
    const inDatabase = await columns();
    expect(inTypes).toEqual(inDatabase.map(({ table, name }) => `${table}.${name}`).sort());
    const differing = inDatabase.flatMap(({ table, name, type, nullable }) => {
      const told = types?.get(table)?.get(name);
      const sameKind = told?.kind === kinds[type] || (type === 'jsonb' && told?.kind === 'strings');
      const same = sameKind && (told?.nullable ?? nullable) === nullable;
      return same
        ? []
        : [`${table}.${name}: ${type}${nullable ? ' NULL' : ''} in the database, ${JSON.stringify(told)} in the types`];
    });
    expect(differing).toEqual([]);
  });

  it('[R37] every column has a class and a purpose', async () => {
    const labelled = Object.entries(allColumnLabels).flatMap(([table, of]) => Object.keys(of).map((name) => `${table}.${name}`));
    const there = (await columns()).map(({ table, name }) => `${table}.${name}`);
    expect({
      lacking: there.filter((one) => !labelled.includes(one)),
      tooMany: labelled.filter((one) => !there.includes(one)),
    }).toEqual({
      ...{ lacking: [], tooMany: [] },
    });
    for (const of of Object.values(allColumnLabels))
      for (const { purpose } of Object.values(of)) expect(purpose).toMatch(/\p{Script=Han}/u);
  });

  it('[R16] every table of an office is closed by row-level security, for its owner too', async () => {
    await none(`
      SELECT c.relname FROM pg_class c WHERE ${ofOffices} AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
        SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd = '*'
          AND pg_get_expr(p.polqual, p.polrelid) LIKE '%office_id = (NULLIF(current_setting(''muheng.office''%'))`);
    // Permissive policies widen each other: a second one would open what the first closes.
    await none(
      `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polpermissive GROUP BY polrelid HAVING count(*) > 1`,
    );
  });

  it('[R16] office_id stands first in every key, unique constraint and index, and is never null', async () => {
    await none(`
      SELECT c.relname FROM pg_class c WHERE ${ofOffices} AND NOT EXISTS (
        SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'office_id' AND a.attnotnull AND a.atttypid = 'uuid'::regtype)`);
    await none(`
      SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
      WHERE ${ofOffices} AND m.amname = 'btree' AND a.attname IS DISTINCT FROM 'office_id'`);
    await none(`
      SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
      WHERE ${ofOffices} AND k.contype = 'f' AND (a.attname <> 'office_id' OR b.attname <> 'office_id')`);
    await none(
      `SELECT c.relname FROM pg_class c WHERE ${ofOffices} AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)`,
    );
  });

  it('nothing happens in the database by itself: no trigger, identity, sequence, or default that is not a constant', async () => {
    await none(`SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE ${ofOffices} AND NOT tgisinternal`);
    await none(`SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`);
    await none(
      `SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE ${ofOffices} AND a.attidentity <> ''`,
    );
    await none(`
      SELECT c.relname, a.attname, pg_get_expr(d.adbin, d.adrelid) AS given FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
      JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
      WHERE ${ofOffices} AND a.attgenerated = '' AND pg_get_expr(d.adbin, d.adrelid) ~ '\\('`);
    await none(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`);
  });

  it('texts that are keys or sorted by sort the same everywhere', async () => {
    await none(`
      SELECT DISTINCT c.relname, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
      JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      WHERE c.relnamespace = 'public'::regnamespace AND m.amname = 'btree' AND a.atttypid = 'text'::regtype AND l.collname <> 'C'`);
  });

  it('[R16] the application has rows and nothing else: no table of no office but the directory, to read', async () => {
    await none(`
      SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee IN ('muheng_app', 'PUBLIC')
        AND table_schema = 'public' AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`);
    await none(`
      SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee IN ('muheng_app', 'PUBLIC')
        AND table_name IN ('${outside.join("', '")}') AND (table_name, privilege_type) <> ('office_directory', 'SELECT')`);
    const rights = await query(`
      SELECT table_name AS table, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS rights FROM information_schema.role_table_grants
      WHERE grantee = 'muheng_app' AND table_name IN ('audit_row', 'superseded') GROUP BY table_name ORDER BY table_name`);
    expect(rights).toEqual([
      { table: 'audit_row', rights: 'INSERT SELECT' },
      { table: 'superseded', rights: 'INSERT SELECT' },
    ]);
    const app = await own.store.db.executeQuery(own.store.db.selectFrom('office_directory').select('slug').compile());
    expect(app.rows).toEqual([]);
    await expect(sql`CREATE TABLE mine (a int)`.execute(own.store.db)).rejects.toMatchObject({ code: '42501' });
  });
});
