/**
 * 断电 — the whole server process killed at one statement after another of a merge, a bulk edit, an import and an upload, and while it
 * opens and migrates; then started again on what is left, every third time with the database killed as well, and sometimes killed
 * once more while it recovers. Afterwards the office stands before or after, its chain holds, and the request sent again is answered.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { pdf } from './corridors/files/fixtures/bytes.js';
import {
  beside,
  chainOf,
  filesAgree,
  newFolder,
  type OfficeOnDisk,
  officeOnDisk,
  removeFolder,
  rowsOfOffice,
} from './fixtures/officeOnDisk.js';
import {
  endVictims,
  killDatabase,
  killWhileOpening,
  moments,
  type Order,
  type Person,
  send,
  sendAgain,
  startServer,
  startVictim,
  type Told,
  type Victim,
} from './fixtures/victim.js';
import { perform } from './forms/action.js';
import { openHouse } from './openHouse.js';
import { ledgerActions } from './rooms/registry/actions/ledgers.js';
import { registerAction } from './rooms/registry/actions/subjects.js';
import { addressOfRunning, startEmbedded, stopDatabaseOf } from './store/embedded.js';
import { migrations } from './store/migrations/index.js';
import { readInScope, wholeOffice } from './store/scope.js';

const deep = process.env.MUHENG_TIER === 'deep';
const killsOfWork = deep ? 40 : 4;
const killsOfMigration = deep ? 40 : 4;

const folders: string[] = [];
const makeFolder = (name: string): string => {
  const folder = newFolder(name);
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  endVictims();
  for (const folder of folders) {
    await stopDatabaseOf(folder).catch(() => undefined);
    removeFolder(folder);
  }
});

type Sent = Parameters<typeof send>[2];
type Work = 'merge' | 'bulk' | 'import' | 'upload';
const works: readonly Work[] = ['merge', 'bulk', 'import', 'upload'];
const ofBulk = 6;

interface Prepared {
  readonly pairs: (readonly [string, string])[];
  readonly bulks: string[][];
}

/** Always two of them: a name of another length is found under another number of terms. */
const digits = (round: number): string => String(round + 10);

/** As many enterprises as the rounds will use up: each round does the same to others of the same kind. */
async function prepare(): Promise<OfficeOnDisk & Prepared> {
  const pairs: (readonly [string, string])[] = [];
  const bulks: string[][] = [];
  const made = await officeOnDisk(makeFolder('killed'), {
    async fill({ asked, office }) {
      const register = async (name: string): Promise<string> =>
        (await perform(registerAction, { kind: 'enterprise', name, regionId: office.rootRegionId }, asked)).subjectId;
      const title = ledgerActions.get('title');
      for (let round = 0; round < killsOfWork + 2; round++) {
        const [into, from] = [await register(`并入${digits(round)}号有限公司`), await register(`并出${digits(round)}号有限公司`)];
        for (let n = 0; n < 3; n++) await perform(title!.add, { subjectId: from, name: `称号${n}`, level: 'city' }, asked);
        pairs.push([into, from]);
        const ids: string[] = [];
        for (let n = 0; n < ofBulk; n++) ids.push(await register(`成批${digits(round)}之${n}有限公司`));
        bulks.push(ids);
      }
    },
  });
  return { ...made, pairs, bulks };
}

const fileOf = (bytes: Uint8Array | string, name: string): FormData => {
  const form = new FormData();
  form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name));
  return form;
};

/** The request of a round, with what must be asked before it. */
async function requestOf(work: Work, round: number, at: OfficeOnDisk & Prepared, url: string): Promise<Sent> {
  const key = `${work}-round-${round}`;
  if (work === 'merge') {
    const [intoId, fromId] = at.pairs[round]!;
    return { path: '/registry/merges', key, body: { intoId, intoVersion: 1, fromId, fromVersion: 1, reason: '断电' } };
  }
  if (work === 'upload') return { path: '/files?purpose=evidence', body: fileOf(pdf(`/Round ${round}`), `第${round}份.pdf`) };
  if (work === 'bulk') {
    const whom = { subjectIds: at.bulks[round]!, change: { industryCode: 'C3311' } };
    const seen = await sendAgain(url, at.person, { path: '/registry/bulk/preview', body: whom });
    return { path: '/registry/bulk', key, body: { ...whom, digest: seen.json.digest, reason: '断电' } };
  }
  const lines = Array.from({ length: ofImport }, (_, n) => `${importName(round)}${n}有限公司`);
  const body = fileOf(`企业名称\n${lines.join('\n')}\n`, `第${round}批.csv`);
  const begun = await sendAgain(url, at.person, { path: '/registry/imports?kind=subjects', key: `begin-import-${round}`, body });
  const path = `/registry/imports/${begun.json.importId}`;
  const { outcome } = await until(url, at.person, path, 'looked');
  return { path: `${path}/runs`, key, body: { digest: outcome.digest } };
}

const ofImport = 8;
const importName = (round: number): string => `导入${digits(round)}之`;

/** An import goes on by itself, also after a restart: waits until it has come to this state. */
async function until(url: string, person: Person, path: string, state: string): Promise<Told['json']> {
  for (let tries = 0; tries < 400; tries++) {
    const told = await send(url, person, { method: 'GET', path });
    if (told?.json.state === state) return told.json;
    if (told?.json.state === 'failed') throw new Error(JSON.stringify(told.json));
    await wait(50);
  }
  throw new Error(`${path} did not come to ${state}`);
}

/** Of an import all rows are there or none, and the import says which. */
async function importIsWhole({ folder, office }: OfficeOnDisk, path: string, round: number): Promise<boolean> {
  const importId = path.split('/')[3] ?? '';
  return beside(folder, (store) =>
    readInScope(store, wholeOffice(office.officeId), async (tx) => {
      const names = await tx
        .selectFrom('subject')
        .select('subject_id')
        .where('office_id', '=', office.officeId)
        .where('name', 'like', `${importName(round)}%`)
        .execute();
      const row = await tx
        .selectFrom('register_import')
        .select('action_id')
        .where('office_id', '=', office.officeId)
        .where('import_id', '=', importId)
        .executeTakeFirst();
      expect([0, ofImport]).toContain(names.length);
      expect(row?.action_id !== null).toBe(names.length === ofImport);
      return names.length === ofImport;
    }),
  );
}

type Rows = Awaited<ReturnType<typeof rowsOfOffice>>;
const grown = (before: Rows, after: Rows): Record<string, number> =>
  Object.fromEntries(
    [...after].flatMap(([table, { count }]) => {
      const more = count - (before.get(table)?.count ?? 0);
      return more === 0 ? [] : [[table, more]];
    }),
  );

/** Over all statements of the work; the last at its commit: nobody hears that it was done. */
function orderOf(kill: number, work: number, statements: number): Order {
  if (kill === killsOfWork - 1) return { statement: 'commit', moment: 'answered' };
  const statement = Math.max(1, Math.round((statements * (kill + 1)) / killsOfWork));
  return { statement, moment: moments[(kill + work) % moments.length]! };
}

/** After a kill: the power comes back, perhaps goes again in the middle of that, and comes back. */
async function startAgain(folder: string, kill: number): Promise<Victim> {
  if (kill % 3 === 1) killDatabase(folder);
  if (kill % 5 === 2) {
    await startVictim(folder, { statement: 1 + (kill % 17), moment: moments[kill % 3]! });
    killDatabase(folder);
  }
  if (kill % 7 === 3) {
    killDatabase(folder);
    await killWhileOpening(folder, 900 + ((kill * 130) % 900));
    killDatabase(folder);
  }
  return startServer(folder);
}

it(`[R55, R47, R60] the server killed at ${killsOfWork} statements each of ${works.join(', ')}: before or after, never between; sent again it is answered once`, async () => {
  const at = await prepare();
  const { folder, person, office } = at;
  const look = () =>
    beside(folder, async (store) => ({
      rows: await rowsOfOffice(store, office.officeId),
      chain: await chainOf(store, office.officeId),
    }));
  let server = await startServer(folder);
  const counts = { kills: 0, before: 0, after: 0, adopted: 0, again: 0 };
  for (const work of works) {
    // Once uncut: how many statements it takes, and what it adds.
    // The first upload of an office also makes its two rows of usage.
    if (work === 'upload') await send(server.url, person, await requestOf(work, -1, at, server.url));
    const first = await requestOf(work, 0, at, server.url);
    const was = await look();
    await server.arm({ statement: Number.MAX_SAFE_INTEGER, moment: 'before' });
    expect((await send(server.url, person, first))?.status).toBe(200);
    if (work === 'import') await until(server.url, person, first.path.replace('/runs', ''), 'done');
    const statements = await server.sent();
    const whole = grown(was.rows, (await look()).rows);
    expect(whole).toMatchObject({ audit_row: work === 'import' ? 2 : 1 });

    for (let kill = 0; kill < killsOfWork; kill++) {
      const request = await requestOf(work, kill + 1, at, server.url);
      const before = await look();
      const order = orderOf(kill, works.indexOf(work), statements);
      await server.arm(order);
      const answer = await send(server.url, person, request);
      // The run of an import begins after its answer.
      if (work === 'import') await Promise.race([server.gone, wait(1500)]);
      if (server.alive()) await server.kill();
      await server.gone;
      counts.kills++;
      server = await startAgain(folder, counts.kills);
      if (server.adopted) counts.adopted++;
      const words = `${work} killed at statement ${order.statement} of ${statements}, ${order.moment}`;
      await filesAgree(at);
      if (work === 'import') {
        counts[(await importIsWhole(at, request.path, kill + 1)) ? 'after' : 'before']++;
        const again = await sendAgain(server.url, person, request);
        expect(again.status, `${words}: ${JSON.stringify(again.json)}`).toBe(200);
        await until(server.url, person, request.path.replace('/runs', ''), 'done');
        const end = await look();
        expect(grown(before.rows, end.rows), words).toEqual(whole);
        expect(end.chain, words).toMatchObject({ holds: true, rows: before.chain.rows + 2 });
        continue;
      }
      const left = await look();
      expect(left.chain.holds, words).toBe(true);
      const done = left.chain.rows > before.chain.rows;
      if (answer?.status === 200) expect(done, words).toBe(true);
      if (done) expect(grown(before.rows, left.rows), words).toEqual(whole);
      else expect(left.rows, words).toEqual(before.rows);
      counts[done ? 'after' : 'before']++;
      if (work === 'upload' && done) continue;

      const again = await sendAgain(server.url, person, request);
      expect(again.status, `${words}: ${JSON.stringify(again.json)}`).toBe(200);
      const end = await look();
      expect(grown(before.rows, end.rows), words).toEqual(whole);
      expect(end.chain, words).toMatchObject({ holds: true, rows: before.chain.rows + 1 });
      if (done) {
        expect(end.rows, words).toEqual(left.rows);
        counts.again++;
      }
      if (work !== 'upload') expect(again.json.actionId, words).toBe(end.chain.lastId);
      await filesAgree(at);
    }
  }
  await server.stop();
  console.info(
    `${counts.kills} kills of the server: ${counts.before} stood before, ${counts.after} after; ${counts.adopted} databases adopted; ${counts.again} kept answers given again`,
  );
  expect(counts.before).toBeGreaterThan(0);
  expect(counts.after).toBeGreaterThan(0);
  expect(counts.again).toBeGreaterThanOrEqual(2);
}, 3_000_000);

/** Tables, columns, indexes, policies and what has run, as one text. */
async function schemaOf(folder: string): Promise<unknown> {
  return beside(folder, (store) =>
    store.asOwner(async (client) => {
      const ask = async (text: string): Promise<unknown[]> => (await client.query(text)).rows;
      return [
        await ask(`SELECT table_schema, table_name, column_name, data_type, is_nullable FROM information_schema.columns
          WHERE table_schema IN ('public', 'pgboss') ORDER BY 1, 2, 3`),
        await ask(`SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2`),
        await ask(`SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY 1, 2`),
        await ask('SELECT id, hash FROM migration ORDER BY 1'),
      ];
    }),
  );
}

it(`[R55, R59] the server killed ${killsOfMigration} times while it opens and migrates: the next start goes on and ends where an uncut one does`, async () => {
  const folder = makeFolder('migrated');
  const first = await startServer(folder);
  const statements = await first.sent();
  const whole = await schemaOf(folder);
  await first.stop();
  const counts = { died: 0, steps: 0 };
  for (let kill = 0; kill < killsOfMigration; kill++) {
    await emptyDatabase(folder);
    const order: Order = {
      statement: Math.max(1, Math.round((statements * (kill + 0.5)) / killsOfMigration)),
      moment: moments[kill % moments.length]!,
    };
    const victim = await startVictim(folder, order);
    if (victim === undefined) counts.died++;
    else await victim.kill();
    if (kill % 3 === 1) killDatabase(folder);
    if (kill % 4 === 3) await killWhileOpening(folder, 1000 + ((kill * 170) % 1500));
    const opened = await openHouse({ folder });
    const words = `killed at statement ${order.statement} of ${statements}, ${order.moment}`;
    expect(opened.migrated, words).toEqual(migrations.slice(migrations.length - opened.migrated.length).map(({ id }) => id));
    counts.steps += opened.migrated.length;
    expect(await schemaOf(folder), words).toEqual(whole);
    await opened.close();
  }
  expect(counts.died).toBeGreaterThan(0);
  console.info(
    `${killsOfMigration} kills while opening, ${counts.died} before it was ready; ${counts.steps} steps of ${killsOfMigration * migrations.length} were left to the next start`,
  );
}, 3_000_000);

/** The server’s database as it was before the first step; it stays running, to be adopted. */
async function emptyDatabase(folder: string): Promise<void> {
  const { address } = await startEmbedded(folder);
  expect(await addressOfRunning(folder)).toBeDefined();
  const { superuser } = JSON.parse(readFileSync(join(folder, 'database.secrets.json'), 'utf8')) as { superuser: string };
  const client = new pg.Client({
    ...{
      host: '127.0.0.1',
      port: Number(new URL(address.owner).port),
      user: 'postgres',
      password: superuser,
      database: 'postgres',
    },
  });
  await client.connect();
  await client.query('DROP DATABASE muheng WITH (FORCE)');
  await client.end();
}
