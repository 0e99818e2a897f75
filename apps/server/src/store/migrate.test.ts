/** Migrations: once, whole or not at all, one process at a time, never backwards. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slowSteps } from './fixtures/slowSteps.js';
import { serverKinds, type TestStore, testStore } from './fixtures/testStore.js';
import { type Migration, migrate } from './migrate.js';
import { migrations } from './migrations/index.js';

describe.each(serverKinds)('%s', (kind) => {
  let own: TestStore;
  beforeEach(async () => {
    own = await testStore(kind, { empty: true });
  });
  afterEach(() => own.drop());
  const run = (list: readonly Migration[]) => own.store.asOwner((client) => migrate(client, list));
  const tables = async (): Promise<string[]> => {
    const { rows } = await own.store.asOwner((client) =>
      client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
      ),
    );
    return rows.map(({ name }) => name);
  };

  it('an empty database becomes ours step by step, and the second time there is nothing to do', async () => {
    expect(await run(migrations)).toEqual(migrations.map(({ id }) => id));
    expect(await run(migrations)).toEqual([]);
    expect([...migrations].map(({ id }) => id).sort()).toEqual(migrations.map(({ id }) => id));
  });

  it('[R72] a database that a newer version has written, or whose steps were others, is refused and left as it is', async () => {
    const steps = slowSteps(0);
    await run(steps);
    const before = await tables();
    await expect(run(steps.slice(0, 1))).rejects.toMatchObject({ code: 'store.database_newer' });
    const edited = [steps[0]!, { id: '0002_second', sql: 'CREATE TABLE other (a int)' }];
    await expect(run(edited)).rejects.toMatchObject({ code: 'store.migration_edited' });
    expect(await tables()).toEqual(before);
  });

  it('[R72] a step that fails is turned back whole, those before it stay, and the next start goes on', async () => {
    const first: Migration = { id: '0001_first', sql: 'CREATE TABLE first (a int)' };
    const broken: Migration = { id: '0002_second', sql: 'CREATE TABLE second (a int); SELECT 1 / 0' };
    await expect(run([first, broken])).rejects.toMatchObject({ code: 'store.migration_failed' });
    expect(await tables()).toEqual(['first', 'migration']);
    expect(await run([first, { ...broken, sql: 'CREATE TABLE second (a int)' }])).toEqual(['0002_second']);
  });

  it('two servers that start at once migrate once', async () => {
    const ran = await Promise.all([run(migrations), run(migrations), run(migrations)]);
    expect(ran.flat().sort()).toEqual(migrations.map(({ id }) => id).sort());
  });

  it('[R55] kill −9 in the middle of a step leaves the state before it, and the next start goes on', async () => {
    const tsx = createRequire(import.meta.url).resolve('tsx/cli');
    const script = fileURLToPath(new URL('./fixtures/migrateSlowly.ts', import.meta.url));
    // tsx itself would outlive the kill of its child: node with its loader is one process.
    const loader = tsx.replace(/cli\.mjs$/, 'esm/index.mjs');
    const child = spawn(process.execPath, ['--import', `file://${loader}`, script, own.address.app, own.address.owner], {
      stdio: 'ignore',
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    for (let tries = 0; tries < 400 && !(await isAsleep()); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await isAsleep()).toBe(true);
    child.kill('SIGKILL');
    await gone;
    expect(await tables()).toEqual(['first', 'migration']);
    expect(await run(slowSteps(2))).toEqual(['0002_second']);
    expect(await tables()).toEqual(['first', 'migration', 'second', 'third']);
  });

  async function isAsleep(): Promise<boolean> {
    const { rows } = await own.store.asOwner((client) =>
      client.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"),
    );
    return rows.length > 0;
  }
});
