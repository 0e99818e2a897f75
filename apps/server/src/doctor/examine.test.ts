/** Each thing broken on purpose gives exactly its finding; mended, none. */
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendDenial } from '../corridors/audit/append.js';
import { testActor, testOrigin } from '../corridors/audit/fixtures/ledger.js';
import { receiveFile } from '../corridors/files/actions/upload.js';
import { placeOf } from '../corridors/files/blobs.js';
import { pdf } from '../corridors/files/fixtures/bytes.js';
import type { Actor } from '../forms/house.js';
import { type OpenedHouse, openHouse } from '../openHouse.js';
import { newId } from '../store/ids.js';
import { type DoctorWish, examine } from './examine.js';
import type { DoctorCheck } from './texts.zh.js';

let folder: string;
let open: OpenedHouse;
let actor: Actor;
let sha256: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-doctor-'));
  chmodSync(folder, 0o711);
  open = await openHouse({ folder });
  actor = testActor(newId(Date.now()), ['files.upload']);
  await owner(`INSERT INTO office_directory (slug, office_id, name) VALUES ('doctor', '${actor.officeId}', '试')`);
  writeFileSync(join(folder, 'received'), pdf());
  const file = { path: join(folder, 'received'), name: '合同.pdf', sizeBytes: 1 };
  sha256 = (await receiveFile({ house: open.house, actor, origin: testOrigin }, { purpose: 'evidence', file })).sha256;
});
afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const owner = (text: string): Promise<unknown> => open.house.store.asOwner((client) => client.query(text));
async function superuser(...texts: string[]): Promise<void> {
  const port = Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const { superuser: password } = JSON.parse(readFileSync(join(folder, 'database.secrets.json'), 'utf8'));
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'muheng' });
  client.on('error', () => undefined);
  await client.connect();
  for (const text of texts) await client.query(text);
  await client.end();
}
const findings = async (wish: Partial<DoctorWish> = {}): Promise<DoctorCheck[]> =>
  (await examine({ folder, ...wish })).checks.flatMap(({ check, ok }) => (ok ? [] : [check]));
const summary = (words: string) => async () => {
  for (const text of [
    'ALTER TABLE audit_row NO FORCE ROW LEVEL SECURITY',
    `UPDATE audit_row SET summary = ${words} WHERE office_id = '${actor.officeId}' AND seq = 1`,
    'ALTER TABLE audit_row FORCE ROW LEVEL SECURITY',
  ])
    await owner(text);
};
const secret = (): string => join(folder, 'secret.key');

const faults: readonly (readonly [DoctorCheck, () => Promise<unknown> | unknown, () => Promise<unknown> | unknown])[] = [
  [
    'settings',
    () => superuser('ALTER SYSTEM SET fsync = off', 'SELECT pg_reload_conf()'),
    () => superuser('ALTER SYSTEM RESET fsync', 'SELECT pg_reload_conf()'),
  ],
  ['settings', () => superuser('ALTER ROLE muheng_app BYPASSRLS'), () => superuser('ALTER ROLE muheng_app NOBYPASSRLS')],
  [
    'isolation',
    () => owner('ALTER TABLE job NO FORCE ROW LEVEL SECURITY'),
    () => owner('ALTER TABLE job FORCE ROW LEVEL SECURITY'),
  ],
  ['isolation', () => owner('CREATE POLICY wide ON job USING (true)'), () => owner('DROP POLICY wide ON job')],
  [
    'audit_rights',
    () => owner('GRANT DELETE ON audit_row TO muheng_app'),
    () => owner('REVOKE DELETE ON audit_row FROM muheng_app'),
  ],
  [
    'audit_writable',
    () => owner('REVOKE INSERT ON audit_row FROM muheng_app'),
    () => owner('GRANT INSERT ON audit_row TO muheng_app'),
  ],
  ['audit_chain', summary("summary || ' '"), summary('rtrim(summary)')],
  [
    'migrations',
    () => owner("INSERT INTO migration VALUES ('9999_later', 'x', now())"),
    () => owner("DELETE FROM migration WHERE id = '9999_later'"),
  ],
  [
    'lock',
    () => renameSync(join(folder, 'lock'), join(folder, 'lock-away')),
    () => renameSync(join(folder, 'lock-away'), join(folder, 'lock')),
  ],
  ['secret', () => renameSync(secret(), `${secret()}-away`), () => renameSync(`${secret()}-away`, secret())],
  ['secret', () => chmodSync(secret(), 0o644), () => chmodSync(secret(), 0o600)],
  [
    'files',
    () => writeFileSync(placeOf({ folder }, { officeId: actor.officeId, sha256 }), 'x'),
    () => writeFileSync(placeOf({ folder }, { officeId: actor.officeId, sha256 }), pdf()),
  ],
];

it('[R96] a house that is well has no finding, beside the running house', async () => {
  const report = await examine({ folder });
  expect(report.ok).toBe(true);
  expect(report.checks.map(({ found }) => found)).toEqual(report.checks.map(() => '正常'));
  expect(report.checks.length).toBe(12);
});

it.each(faults)('[R96] %s broken (number %#) gives this finding and no other', async (check, spoil, mend) => {
  await spoil();
  // A setting is heard a moment after it was changed.
  await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    expect(await findings()).toEqual([check]);
  } finally {
    await mend();
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await findings()).toEqual([]);
});

it('[R96] a full disk and a clock that is off are findings too', async () => {
  expect(await findings({ leastFreeBytes: Number.MAX_SAFE_INTEGER })).toEqual(['disk']);
  expect(await findings({ now: () => new Date(Date.now() - 3_600_000) })).toEqual(['clock']);
});

it('[R68] a ledger that is ahead of the clock shows that the clock was set back', async () => {
  const house = { ...open.house, now: () => new Date(Date.now() + 86_400_000) };
  const denial = { actor, origin: testOrigin, action: 'tried.route', title: '试', object: { kind: 'thing', id: '1' } };
  await appendDenial(house, { ...denial, code: 'door.not_permitted', summary: '不能' });
  const report = await examine({ folder });
  expect(report.checks.filter(({ ok }) => !ok)).toMatchObject([{ check: 'clock', found: expect.stringContaining('将来') }]);
  await appendDenial(open.house, { ...denial, code: 'door.not_permitted', summary: '不能' });
  expect(await findings()).toEqual([]);
});

it('[R96] a folder without a database, and a server that does not answer, are one finding each', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'muheng-none-'));
  expect(await findings({ folder: empty })).toEqual(['database']);
  const url = 'postgres://muheng_app:x@127.0.0.1:1/muheng';
  expect(await findings({ databaseUrl: url, databaseOwnerUrl: url })).toEqual(['database']);
  rmSync(empty, { recursive: true });
});

it('[R96] a house that is shut is opened for the examination and shut again', async () => {
  await open.close();
  expect(await findings()).toEqual([]);
  open = await openHouse({ folder });
  expect(open.adopted).toBe(false);
});
