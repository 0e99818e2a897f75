/** What the database stops is told in words: the table of constraints against the migrated database, and two at once on it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addOrganisation } from '../corridors/people/actions/organisations.js';
import { type TestHouse, testHouse } from '../corridors/people/fixtures/testHouse.js';
import { allRoutes } from '../door/rooms.js';
import { namedBy, onceOf } from '../store/constraints.zh.js';
import { serverKinds } from '../store/fixtures/testStore.js';
import { readInScope, wholeOffice } from '../store/scope.js';
import { perform } from './action.js';
import { columnOf, violationRefusal } from './violations.js';

/** Ids and marks that the house makes, and rows that it writes so that a second one changes the first: no person can bring these about. */
const ownMaking = [
  ...['audit_head_pkey', 'audit_row_pkey', 'audit_row_office_id_audit_id_key', 'superseded_office_id_action_id_kind_row_id_key'],
  ...['file_usage_pkey', 'idempotency_key_pkey', 'job_lane_pkey', 'office_pkey', 'sign_in_guard_pkey', 'subject_term_pkey'],
  ...['session_office_id_token_hash_key', 'one_time_link_office_id_token_hash_key', 'visit_pkey'],
];

describe.each(serverKinds)('%s', (kind) => {
  let own: TestHouse;
  beforeAll(async () => {
    own = await testHouse(kind);
  });
  afterAll(() => own.drop());
  const query = async <Row extends object>(text: string): Promise<Row[]> =>
    (await own.store.asOwner((client) => client.query<Row>(text))).rows;

  const foreignKeys = () =>
    query<{ name: string; table: string }>(`
      SELECT conname AS name, conrelid::regclass::text AS table FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`);

  it('[R22] every key that two people may want at once has its words; none is left of keys that are gone', async () => {
    const rows = await query<{ name: string; table: string; columns: string }>(`
      SELECT x.relname AS name, c.relname AS table, (i.indisprimary AND i.indnatts = 2)::int || ' ' || a.attname AS columns
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[i.indnatts - 1]
      WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('migration', 'installation')`);
    const naming = new Set((await foreignKeys()).map(({ table, name }) => `${table}.${columnOf(table, name)}`));
    // (office_id, task_id) of table task: one id, and it names no other table.
    const madeHere = (row: (typeof rows)[number]): boolean =>
      /^1 \w+_id$/.test(row.columns) && !naming.has(`${row.table}.${row.columns.slice(2)}`);
    const wanted = rows.filter((row) => !madeHere(row) && !ownMaking.includes(row.name)).map(({ name }) => name);
    expect(wanted.sort()).toEqual(Object.keys(onceOf).sort());
    expect(ownMaking.filter((name) => rows.every((row) => row.name !== name))).toEqual([]);
  });

  it('[R22] every foreign key says what it names', async () => {
    const rows = await foreignKeys();
    const columns = rows.map(({ table, name }) => columnOf(table, name));
    expect(rows.filter((_, place) => !Object.hasOwn(namedBy, columns[place] ?? ''))).toEqual([]);
    expect(Object.keys(namedBy).filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('[R22, R62] a real violation becomes a refusal with its words and field; values of rows stay out of it', async () => {
    const { officeId, rootRegionId } = own.office;
    const error = await own.store
      .asOwner(async (client) => {
        await client.query(`SET muheng.office = '${officeId}'`);
        return client.query('INSERT INTO region_code SELECT * FROM region_code WHERE office_id = $1 AND region_id = $2', [
          officeId,
          rootRegionId,
        ]);
      })
      .then(() => undefined)
      .catch((thrown: unknown) => thrown);
    const refusal = violationRefusal(error);
    expect(refusal).toMatchObject({
      code: 'door.already_there',
      status: 409,
      message: expect.stringContaining('区域同日起用的代码'),
    });
    expect(refusal?.details).toMatchObject({ errors: [{ path: 'body.code' }] });
    expect(JSON.stringify(refusal)).not.toContain('320685');
    const gone = await own.store
      .asOwner(async (client) => {
        await client.query(`SET muheng.office = '${officeId}'`);
        return client.query('DELETE FROM region WHERE office_id = $1 AND region_id = $2', [officeId, rootRegionId]);
      })
      .then(() => undefined)
      .catch((thrown: unknown) => thrown);
    expect(violationRefusal(gone)).toMatchObject({ code: 'door.named_elsewhere', status: 409 });
  });

  it('[R22] two at once name an organisation alike: one is made, the other is told, and the ledger holds one', async () => {
    const admin = await own.actor('system_admin');
    const input = { name: '经济发展局', shortName: '经发局', kind: 'department' as const, regionId: null, sort: 0 };
    const both = await Promise.allSettled([0, 1].map(() => perform(addOrganisation, input, own.asked(admin))));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } });
    const kept = await readInScope(own.store, wholeOffice(own.office.officeId), (tx) =>
      tx
        .selectFrom('organisation')
        .select('organisation_id')
        .where('office_id', '=', own.office.officeId)
        .where('name', '=', input.name)
        .execute(),
    );
    expect(kept).toHaveLength(1);
  });

  it('[R22] what no person brings about stays a fault', () => {
    const error = (more: object) => Object.assign(new Error('duplicate key'), { severity: 'ERROR', ...more });
    expect(violationRefusal(error({ code: '23505', table: 'task', constraint: 'task_pkey' }))).toBeUndefined();
    expect(violationRefusal(error({ code: '23505' }))).toBeUndefined();
    expect(violationRefusal(error({ code: '23502', table: 'task', column: 'title' }))).toBeUndefined();
    expect(violationRefusal(error({ code: '23503', table: 'task', constraint: 'constructor' }))).toBeUndefined();
    expect(violationRefusal('a text')).toBeUndefined();
  });
});

it('[R22] a field that a key speaks of is a field of some form', () => {
  const fields = new Set(
    allRoutes.flatMap(({ route }) => (route.body instanceof z.ZodObject ? Object.keys(route.body.shape) : [])),
  );
  expect(
    Object.values(onceOf)
      .flatMap(({ field }) => field ?? [])
      .filter((field) => !fields.has(field)),
  ).toEqual([]);
});
