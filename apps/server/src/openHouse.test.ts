/** Opening a data folder: what is made, what is refused, and what a kill leaves. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { House } from './forms/house.js';
import { Refusal } from './forms/refusal.js';
import { type OpenedHouse, openHouse } from './openHouse.js';
import { stopDatabaseOf } from './store/embedded.js';
import { serverKinds, testStore } from './store/fixtures/testStore.js';
import { holderOf } from './store/folderLock.js';
import { newId } from './store/ids.js';
import { inScope, wholeOffice } from './store/scope.js';

let folder: string;
const officeId = newId(Date.now());
let open: OpenedHouse | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-open-'));
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  await open?.close();
  open = undefined;
});
afterAll(async () => {
  await stopDatabaseOf(folder);
  rmSync(folder, { recursive: true, force: true });
});

const start = async (wish: Partial<Parameters<typeof openHouse>[0]> = {}): Promise<OpenedHouse> => {
  open = await openHouse({ folder, ...wish });
  return open;
};
const lanesOf = ({ store }: House, office: string) =>
  inScope(store, wholeOffice(office), (tx) => tx.selectFrom('job_lane').select('office_id').execute());
const killDatabase = (): void => void process.kill(databasePid(), 'SIGKILL');
const databasePid = (): number => Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'opened',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
const superuser = async (text: string): Promise<void> => {
  const port = Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const { superuser: password } = JSON.parse(readFileSync(join(folder, 'database.secrets.json'), 'utf8'));
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'muheng' });
  await client.connect();
  for (const one of text.split(';')) await client.query(one);
  await client.end();
};

/** A house in a process of its own, which we may kill; `commits` names the office whose row it commits first. */
async function startElsewhere(commits?: string): Promise<{ kill(): Promise<void>; adopted: boolean }> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const script = fileURLToPath(new URL('./store/fixtures/holdHouse.ts', import.meta.url));
  const args = [tsx, script, folder, ...(commits === undefined ? [] : [commits])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    const { pid, adopted } = JSON.parse(line) as { pid: number; adopted: boolean };
    return {
      adopted,
      async kill() {
        process.kill(pid, 'SIGKILL');
        await gone;
      },
    };
  }
  throw new Error('the house did not open');
}

describe('a data folder', () => {
  it('[R58] is made whole at the first start: secret for us alone, database with checksums, nothing unsafe', async () => {
    const { house, migrated, unsafe, adopted } = await start();
    expect(house.secret).toHaveLength(32);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(migrated.length).toBeGreaterThan(0);
    expect({ unsafe, adopted }).toEqual({ unsafe: [], adopted: false });
  });

  it('opens again with the same secret, and migrates nothing', async () => {
    const first = (await start()).house.secret;
    await open?.close();
    const again = await start();
    expect([again.house.secret.equals(first), again.migrated]).toEqual([true, []]);
  });

  it('[R59] a second process is refused while one runs, and told who; a command sees the holder', async () => {
    await start();
    expect(await refusalOf(openHouse({ folder, what: '备份' }))).toBe('store.folder_in_use');
    expect(holderOf(folder)).toMatchObject({ pid: process.pid, what: '服务' });
    await open?.close();
    expect(holderOf(folder)).toBeUndefined();
  });

  it('[R59] of two that start at once one opens and the other is refused', async () => {
    const results = await Promise.allSettled([openHouse({ folder }), openHouse({ folder })]);
    const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(opened).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'store.folder_in_use' });
    await opened[0]?.close();
  });

  it('[R59] with the folder’s lock gone the database still keeps a second process out', async () => {
    await start();
    unlinkSync(join(folder, 'lock'));
    expect(await refusalOf(openHouse({ folder }))).toBe('store.database_in_use');
  });

  it('[R59] after kill −9 the next start adopts the database and everything committed is there', async () => {
    const office = newId(Date.now());
    const first = await startElsewhere(office);
    expect(await refusalOf(openHouse({ folder }))).toBe('store.folder_in_use');
    await first.kill();
    const second = await startElsewhere();
    expect(second.adopted).toBe(true);
    await second.kill();
    const { adopted, house } = await start();
    expect(adopted).toBe(true);
    expect(await lanesOf(house, office)).toEqual([{ office_id: office }]);
    await open?.close();
    await (await startElsewhere()).kill();
    killDatabase();
    const recovered = await start();
    expect(recovered.adopted).toBe(false);
    expect(await lanesOf(recovered.house, office)).toEqual([{ office_id: office }]);
  });

  it('[R59] the database killed under a running house comes back by itself, with what was committed', async () => {
    const { house } = await start();
    const office = newId(Date.now());
    await inScope(house.store, wholeOffice(office), (tx) => tx.insertInto('job_lane').values({ office_id: office }).execute());
    killDatabase();
    let rows: unknown;
    for (let tries = 0; tries < 200 && rows === undefined; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      rows = await lanesOf(house, office).catch(() => undefined);
    }
    expect(rows).toEqual([{ office_id: office }]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    unlinkSync(join(folder, 'lock'));
    expect(await refusalOf(openHouse({ folder }))).toBe('store.database_in_use');
  });

  it.each([
    ['fsync', 'ALTER SYSTEM SET fsync = off', 'ALTER SYSTEM RESET fsync'],
    ['full_page_writes', 'ALTER SYSTEM SET full_page_writes = off', 'ALTER SYSTEM RESET full_page_writes'],
    [
      'synchronous_commit',
      'ALTER ROLE muheng_app SET synchronous_commit = off',
      'ALTER ROLE muheng_app RESET synchronous_commit',
    ],
    ['muheng_app', 'ALTER ROLE muheng_app SUPERUSER', 'ALTER ROLE muheng_app NOSUPERUSER'],
    ['BYPASSRLS', 'ALTER ROLE muheng_app BYPASSRLS', 'ALTER ROLE muheng_app NOBYPASSRLS'],
    ['拥有表', 'GRANT muheng_owner TO muheng_app', 'REVOKE muheng_owner FROM muheng_app'],
  ])('[R58] %s: refused when unsafe, allowed only by the override', async (word, spoil, mend) => {
    const { house: safe } = await start();
    await safe.store.asOwner((client) =>
      client.query("INSERT INTO office_directory (slug, office_id, name) VALUES ('x', $1, '试') ON CONFLICT DO NOTHING", [
        officeId,
      ]),
    );
    await superuser(`${spoil};SELECT pg_reload_conf()`);
    await open?.close();
    await expect(openHouse({ folder })).rejects.toMatchObject({
      code: 'store.database_unsafe',
      message: expect.stringContaining(word),
    });
    const { unsafe, house } = await start({ allowUnsafeDatabase: true });
    expect(unsafe).toHaveLength(1);
    const rows = await inScope(house.store, wholeOffice(officeId), (tx) =>
      tx.selectFrom('audit_row').select(['action', 'summary']).orderBy('seq', 'desc').limit(1).execute(),
    );
    expect(rows).toEqual([{ action: 'store.allow_unsafe_database', summary: expect.stringContaining(word) }]);
    await superuser(`${mend};SELECT pg_reload_conf()`);
    await open?.close();
    expect((await start()).unsafe).toEqual([]);
  });

  it('is not opened without its secret, with another’s, or one that others can read', async () => {
    const file = join(folder, 'secret.key');
    const own = readFileSync(file);
    unlinkSync(file);
    expect(await refusalOf(openHouse({ folder }))).toBe('store.secret_missing');
    writeFileSync(file, Buffer.alloc(32, 7), { mode: 0o600 });
    expect(await refusalOf(openHouse({ folder }))).toBe('store.secret_differs');
    writeFileSync(file, Buffer.alloc(31));
    expect(await refusalOf(openHouse({ folder }))).toBe('store.secret_unusable');
    writeFileSync(file, own);
    chmodSync(file, 0o644);
    expect(await refusalOf(openHouse({ folder }))).toBe('store.secret_unusable');
    chmodSync(file, 0o600);
    expect(await refusalOf(openHouse({ folder, demonstration: true }))).toBe('store.demonstration_differs');
    await start();
  });

  it('[R47] bytes that a kill left without a row are gone after the next start', async () => {
    const shelf = join(folder, 'files', officeId, 'ab');
    mkdirSync(shelf, { recursive: true });
    writeFileSync(join(shelf, 'cd'.repeat(31)), 'cut off');
    await start();
    expect(existsSync(join(shelf, 'cd'.repeat(31)))).toBe(false);
  });

  it('half a database that a kill left while it was made does not stand in the way', async () => {
    const other = mkdtempSync(join(tmpdir(), 'muheng-half-'));
    chmodSync(other, 0o711);
    mkdirSync(join(other, 'database.making-0123'));
    writeFileSync(join(other, 'database.making-0123', 'PG_VERSION'), '18\n');
    const opened = await openHouse({ folder: other });
    expect(existsSync(join(other, 'database.making-0123'))).toBe(false);
    await opened.close();
    rmSync(other, { recursive: true });
  });

  it.runIf(userInfo().uid === 0)('names the parent folder that the database’s user cannot enter', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'muheng-closed-'));
    await expect(openHouse({ folder: join(closed, 'data') })).rejects.toMatchObject({
      code: 'store.folder_not_reachable',
      message: expect.stringContaining(closed),
    });
    rmSync(closed, { recursive: true });
  });

  it.each(serverKinds)('a database by URL (%s) is shared by several servers, with one secret among them', async (kind) => {
    const other = mkdtempSync(join(tmpdir(), 'muheng-url-'));
    const own = await testStore(kind, { empty: true });
    const wish = { folder: other, databaseUrl: own.address.app, databaseOwnerUrl: own.address.owner };
    const first = await openHouse(wish);
    const second = await openHouse(wish);
    expect(first.migrated.length).toBeGreaterThan(0);
    expect([second.migrated, second.unsafe, second.house.secret.equals(first.house.secret)]).toEqual([[], [], true]);
    await second.close();
    await first.close();
    unlinkSync(join(other, 'secret.key'));
    expect(await refusalOf(openHouse(wish))).toBe('store.secret_missing');
    await own.drop();
    rmSync(other, { recursive: true });
  });

  it('a folder that cannot be made is said so', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await refusalOf(openHouse({ folder: join(file, 'data') }))).toBe('store.folder_not_writable');
  });

  it('a server by URL needs its two users and must answer', async () => {
    const databaseUrl = 'postgres://muheng_app:x@127.0.0.1:1/muheng';
    const other = mkdtempSync(join(tmpdir(), 'muheng-url-'));
    expect(await refusalOf(openHouse({ folder: other, databaseUrl }))).toBe('store.owner_url_missing');
    expect(await refusalOf(openHouse({ folder: other, databaseUrl, databaseOwnerUrl: databaseUrl }))).toBe(
      'store.database_not_reachable',
    );
    rmSync(other, { recursive: true });
  });
});
