/** The night's work and the alarms of the ledger, on a house with an office. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workOfNight } from './beside.js';
import { appendDenial } from './corridors/audit/append.js';
import { auditChecks, verifyLedgers } from './corridors/audit/checks.js';
import { testActor, testHouse, testOrigin } from './corridors/audit/fixtures/ledger.js';
import { lockHead } from './corridors/audit/queries/chain.js';
import { keptHeads } from './corridors/audit/signedHead.js';
import { receiveFile } from './corridors/files/actions/upload.js';
import { placeOf } from './corridors/files/blobs.js';
import { pdf } from './corridors/files/fixtures/bytes.js';
import type { Actor, House } from './forms/house.js';
import { type TestStore, testStore } from './store/fixtures/testStore.js';
import { newId } from './store/ids.js';
import { inScope, wholeOffice } from './store/scope.js';

let own: TestStore;
let house: House;
let actor: Actor;
let now = new Date('2026-03-01T18:30:00Z');
const folder = mkdtempSync(join(tmpdir(), 'muheng-night-'));
const told: [unknown, string][] = [];
const tell = (trouble: unknown, what: string): void => void told.push([trouble, what]);
beforeAll(async () => {
  own = await testStore();
  house = { ...testHouse(own.store, folder), now: () => now };
  actor = testActor(newId(Date.now()), ['files.upload']);
  await own.store.asOwner((client) =>
    client.query('INSERT INTO office_directory (slug, office_id, name) VALUES ($1, $2, $3)', ['night', actor.officeId, '试']),
  );
  await appendDenial(house, {
    ...{ actor, origin: testOrigin, action: 'tried.route', title: '试', object: { kind: 'thing', id: '1' } },
    ...{ code: 'door.not_permitted', summary: '不能' },
  });
});
afterAll(async () => {
  await own.drop();
  rmSync(folder, { recursive: true });
});

it('[R53] each night every head is signed and kept, once', async () => {
  expect(await workOfNight(house, tell)).toEqual([actor.officeId]);
  expect(await workOfNight(house, tell)).toEqual([]);
  now = new Date('2026-03-02T18:30:00Z');
  expect(await workOfNight(house, tell)).toEqual([actor.officeId]);
  expect(keptHeads(house, actor.officeId).map(({ seq, at }) => [seq, at.slice(0, 10)])).toEqual([
    [1, '2026-03-01'],
    [1, '2026-03-02'],
  ]);
  expect(told).toEqual([]);
});

it('[R36] the night finds a file that was changed and a ledger that was, and tells', async () => {
  const path = join(folder, 'received');
  writeFileSync(path, pdf());
  const kept = await receiveFile(
    { house, actor, origin: testOrigin },
    { purpose: 'evidence', file: { path, name: 'a.pdf', sizeBytes: 1 } },
  );
  writeFileSync(placeOf(house, { officeId: actor.officeId, sha256: kept.sha256 }), 'changed');
  await own.store.asOwner(async (client) => {
    await client.query('ALTER TABLE audit_row NO FORCE ROW LEVEL SECURITY');
    await client.query("UPDATE audit_row SET summary = '别的' WHERE office_id = $1 AND seq = 1", [actor.officeId]);
    await client.query('ALTER TABLE audit_row FORCE ROW LEVEL SECURITY');
  });
  now = new Date('2026-03-03T18:30:00Z');
  await workOfNight(house, tell);
  expect(told).toEqual([
    ['第 1 条起：内容被改动', `审计台账 ${actor.officeId}`],
    [[{ fileId: kept.fileId, name: 'a.pdf' }], `文件 ${actor.officeId}`],
  ]);
  expect(await verifyLedgers(house)).toMatchObject([{ firstBad: { seq: 1, kind: 'edited' } }]);
});

it('[R47] the night leaves bytes alone that an upload may still be about to name', async () => {
  const young = placeOf(house, { officeId: actor.officeId, sha256: 'cd'.repeat(32) });
  mkdirSync(join(young, '..'), { recursive: true });
  writeFileSync(young, 'just arrived');
  now = new Date('2026-03-04T18:30:00Z');
  await workOfNight(house, tell);
  expect(existsSync(young)).toBe(true);
});

it('[R54] a ledger that cannot be written, or whose head somebody holds, is an alarm', async () => {
  const { audit } = auditChecks(house, 0);
  expect(await audit()).toBeNull();
  await own.store.asOwner((client) => client.query('REVOKE INSERT ON audit_row FROM muheng_app'));
  expect(await audit()).toContain('1 个单位');
  await own.store.asOwner((client) => client.query('GRANT INSERT ON audit_row TO muheng_app'));
  await inScope(own.store, wholeOffice(actor.officeId), async (tx) => {
    await lockHead(tx, actor.officeId);
    expect(await audit()).toContain('1 个单位');
  });
  expect(await audit()).toBeNull();
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM audit_row`.execute(own.store.db);
  expect(rows).toEqual([{ count: 0 }]);
});
