/** The store on both kinds of PostgreSQL. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverKinds, type TestStore, testStore } from './fixtures/testStore.js';
import { newId } from './ids.js';
import { inScope, wholeOffice } from './scope.js';

describe.each(serverKinds)('%s', (kind) => {
  let own: TestStore;
  beforeAll(async () => {
    own = await testStore(kind);
  });
  afterAll(() => own.drop());

  it('[R16] the application is neither superuser nor exempt, and owns nothing', async () => {
    const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean; owns: number }>`
      SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owns
      FROM pg_roles WHERE rolname = current_user`.execute(own.store.db);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owns: 0 }]);
  });

  it('[R16] the office of a transaction does not outlive it, even an aborted one', async () => {
    const office = newId(Date.now());
    const current = sql<{ office: string | null }>`SELECT nullif(current_setting('muheng.office', true), '') AS office`;
    await expect(
      inScope(own.store, wholeOffice(office), async (tx) => {
        expect((await current.execute(tx)).rows[0]?.office).toBe(office);
        throw new Error('turned back');
      }),
    ).rejects.toThrow('turned back');
    for (let at = 0; at < 20; at++) expect((await current.execute(own.store.db)).rows[0]?.office).toBeNull();
  });
});
