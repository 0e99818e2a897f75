/** A row of one office in every table there is, and nobody else who sees, changes, removes or forges it. */
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverKinds, type TestStore, testStore } from './fixtures/testStore.js';
import { newId } from './ids.js';
import { inScope, readInScope, type Scope, wholeOffice } from './scope.js';

const canary = 'CANARY-7f3a';
const values: Readonly<Record<string, string>> = {
  ...{
    text: `'${canary}'`,
    uuid: 'gen_random_uuid()',
    numeric: '1',
    smallint: '1',
    integer: '1',
    bigint: '1',
    'double precision': '1',
  },
  ...{ boolean: 'true', date: "'2020-01-01'", 'timestamp with time zone': 'now()', bytea: `'${canary}'::bytea`, ARRAY: "'{}'" },
  jsonb: `'{"is": "${canary}"}'`,
};

describe.each(serverKinds)('%s', (kind) => {
  let own: TestStore;
  const [mine, theirs] = [newId(Date.now()), newId(Date.now())];
  /** Table → the statement that puts the canary there. */
  const inserts = new Map<string, (office: string) => string>();
  const reached = new Set<string>();

  beforeAll(async () => {
    own = await testStore(kind);
    await own.store.asOwner(async (client) => {
      // What a row must mean is not asked here: only whose it is. The database is thrown away afterwards.
      const { rows: rules } = await client.query<{ drop: string }>(`
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')`);
      await client.query(rules.map(({ drop }) => drop).join(';'));
      const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(`
        SELECT c.table_name AS table, c.column_name AS name, c.data_type AS type FROM information_schema.columns c
        JOIN information_schema.columns o ON o.table_schema = 'public' AND o.table_name = c.table_name AND o.column_name = 'office_id'
        WHERE c.table_schema = 'public' AND c.table_name <> 'office_directory' AND c.is_generated = 'NEVER' AND c.column_name <> 'office_id'
        ORDER BY c.table_name, c.ordinal_position`);
      const tables = new Map<string, { name: string; type: string }[]>([['job_lane', []]]);
      for (const { table, ...column } of columns) tables.set(table, [...(tables.get(table) ?? []), column]);
      for (const [table, own] of tables) {
        const names = ['office_id', ...own.map(({ name }) => `"${name}"`)].join(', ');
        const row = own.map(({ type }) => values[type] ?? `no value for ${type}`);
        inserts.set(table, (office) => `INSERT INTO ${table} (${names}) VALUES (${[`'${office}'`, ...row].join(', ')})`);
      }
      const { rows } = await client.query<{ table: string }>(
        'SELECT DISTINCT polrelid::regclass::text AS table FROM pg_policy WHERE NOT polpermissive ORDER BY 1',
      );
      for (const { table } of rows) reached.add(table);
      for (const insert of inserts.values()) {
        await client.query('BEGIN');
        await client.query(`SET LOCAL muheng.office = '${mine}'; SET LOCAL muheng.reach = 'office'; ${insert(mine)}`);
        await client.query('COMMIT');
      }
    });
  });
  afterAll(() => own.drop());

  const run = <Row>(scope: Scope | undefined, text: string): Promise<readonly Row[]> => {
    const query: RawBuilder<Row> = sql.raw(text);
    if (scope === undefined) return query.execute(own.store.db).then(({ rows }) => rows);
    return inScope(own.store, scope, async (tx) => (await query.execute(tx)).rows);
  };
  const seenBy = async (scope: Scope | undefined): Promise<string[]> => {
    const seen: string[] = [];
    for (const table of inserts.keys()) if ((await run(scope, `SELECT * FROM ${table}`)).length > 0) seen.push(table);
    return seen;
  };

  it('[R16] without an office there are no rows, in any table', async () => {
    expect(inserts.size).toBeGreaterThan(20);
    expect(await seenBy(wholeOffice(mine))).toEqual([...inserts.keys()]);
    expect(await seenBy(undefined)).toEqual([]);
  });

  it('[R17] another office sees the canary in no table, whatever it reaches', async () => {
    expect(await seenBy(wholeOffice(theirs))).toEqual([]);
    const everything = (
      await run<{ row: string }>(
        wholeOffice(theirs),
        [...inserts.keys()].map((table) => `SELECT ${table}::text AS row FROM ${table}`).join(' UNION ALL '),
      )
    ).map(({ row }) => row);
    expect(everything.join()).not.toContain(canary);
  });

  it('[R13] a row can be neither made in another office, nor moved there, nor changed or removed from there', async () => {
    for (const [table, insert] of inserts) {
      await expect(run(wholeOffice(theirs), insert(mine)), table).rejects.toMatchObject({ code: '42501' });
      const may = await rightsOn(table);
      if (may.includes('UPDATE')) {
        expect(await run(wholeOffice(theirs), `UPDATE ${table} SET office_id = '${theirs}' RETURNING office_id`), table).toEqual(
          [],
        );
        await expect(run(wholeOffice(mine), `UPDATE ${table} SET office_id = '${theirs}'`), table).rejects.toMatchObject({
          code: '42501',
        });
      }
      if (may.includes('DELETE'))
        expect(await run(wholeOffice(theirs), `DELETE FROM ${table} RETURNING office_id`), table).toEqual([]);
    }
    expect(await seenBy(wholeOffice(mine))).toEqual([...inserts.keys()]);
  });

  it('[R15] who reaches no subject, or another region, sees none of the rows that belong to one', async () => {
    expect(reached.size).toBeGreaterThan(0);
    for (const reach of [
      { kind: 'none' },
      { kind: 'regions', regionIds: [newId(Date.now())] },
      { kind: 'subjects', subjectIds: [newId(Date.now())] },
    ] as const) {
      const seen = await seenBy({ officeId: mine, reach });
      expect(seen.filter((table) => reached.has(table))).toEqual([]);
    }
  });

  it('[R13] an office or reach that is no id never comes near the database', async () => {
    const nothing = async () => 1;
    for (const bad of ["x'; SET LOCAL muheng.office = 'y", '', `${mine}' --`, mine.toUpperCase(), '%'])
      await expect(readInScope(own.store, wholeOffice(bad), nothing)).rejects.toThrow('not an id');
    const reach = { kind: 'regions', regionIds: ["}' ; --"] } as const;
    await expect(readInScope(own.store, { officeId: mine, reach }, nothing)).rejects.toThrow('not an id');
  });

  it('a read cannot write', async () => {
    await expect(
      readInScope(own.store, wholeOffice(mine), (tx) => sql.raw(inserts.get('job_lane')!(mine)).execute(tx)),
    ).rejects.toMatchObject({ code: '25006' });
  });

  async function rightsOn(table: string): Promise<string[]> {
    const rows = await own.store.asOwner((client) =>
      client.query<{ right: string }>(
        `SELECT privilege_type AS right FROM information_schema.role_table_grants WHERE grantee = 'muheng_app' AND table_schema = 'public' AND table_name = $1`,
        [table],
      ),
    );
    return rows.rows.map(({ right }) => right);
  }
});
