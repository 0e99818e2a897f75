/** The ledger's own routes: who may, what they leave behind, what leaves the house. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor, House } from '../../forms/house.js';
import { type TestStore, testStore } from '../../store/fixtures/testStore.js';
import { newId } from '../../store/ids.js';
import { exportLedgerAction, readLedgerAction, signLedgerAction, verifyLedgerAction } from './actions/ledger.js';
import { appendDenial } from './append.js';
import { ledgerPage } from './contract.js';
import { testActor, testHouse, testOrigin } from './fixtures/ledger.js';
import { auditRoutes } from './routes.js';

let own: TestStore;
let house: House;
let auditor: Actor;
const folder = mkdtempSync(join(tmpdir(), 'muheng-audit-'));
beforeAll(async () => {
  own = await testStore();
  house = testHouse(own.store, folder);
  auditor = { ...testActor(newId(Date.now()), ['office.audit']), name: '审计员', reach: { kind: 'none' } };
  for (let at = 0; at < 5; at++)
    await appendDenial(house, {
      ...{ actor: auditor, origin: testOrigin, action: 'tried.route', title: '试', object: { kind: 'thing', id: String(at) } },
      ...{ code: 'door.not_permitted', summary: at === 0 ? '=HYPERLINK("http://x")' : '不能' },
    });
});
afterAll(async () => {
  await own.drop();
  rmSync(folder, { recursive: true });
});
const asked = () => ({ house, actor: auditor, origin: testOrigin });

it('[R54] reading, exporting, verifying and signing the ledger each leave a row in it', async () => {
  const first = await perform(readLedgerAction, { limit: 3 }, asked());
  expect(ledgerPage.parse(first).items.map(({ seq }) => seq)).toEqual([5, 4, 3]);
  const rest = await perform(readLedgerAction, { limit: 3, after: Number(first.next) }, asked());
  expect([rest.items.map(({ seq }) => seq), rest.next]).toEqual([[2, 1], null]);
  await perform(exportLedgerAction, {}, asked());
  await perform(verifyLedgerAction, { heads: [] }, asked());
  await perform(signLedgerAction, {}, asked());
  const { items } = await perform(readLedgerAction, { limit: 10, outcome: 'done' }, asked());
  const left = ['audit.sign_head', 'audit.verify_ledger', 'audit.export_ledger', 'audit.read_ledger', 'audit.read_ledger'];
  expect(items.map(({ action }) => action)).toEqual(left);
});

it('[R54] filters meet in one page', async () => {
  const { items } = await perform(readLedgerAction, { limit: 10, objectKind: 'thing', objectId: '3' }, asked());
  expect(items).toMatchObject([{ objectId: '3', outcome: 'denied', userName: '审计员' }]);
  const none = await perform(readLedgerAction, { limit: 10, until: '2020-01-01T00:00:00Z' }, asked());
  expect(none.items).toEqual([]);
});

it('[R34] the export is a CSV that no spreadsheet runs', async () => {
  const { name, content } = await perform(exportLedgerAction, { objectKind: 'thing' }, asked());
  expect(name).toMatch(/^审计台账-\d{4}-\d\d-\d\d\.csv$/);
  const text = Buffer.from(content instanceof Uint8Array ? content : []).toString('utf8');
  expect(text).toContain('"\'=HYPERLINK(""http://x"")"');
  const [comment, ...lines] = text.trim().split('\r\n');
  expect(comment).toBe('# 数据级别：一般，含个人信息');
  expect(lines).toHaveLength(6);
});

it('[R53] a forged head that somebody brings is told, and so is a chain that does not meet a real one', async () => {
  const { items } = await perform(signLedgerAction, {}, asked());
  const good = await perform(verifyLedgerAction, { heads: items }, asked());
  expect(good).toMatchObject({ firstBad: null, headsMet: items.length * 2 });
  const forged = { ...items[0]!, hash: 'a'.repeat(64) };
  const bad = await perform(verifyLedgerAction, { heads: [forged] }, asked());
  expect(bad.firstBad).toMatchObject({ kind: 'head_forged', words: '签出的链头签名无效' });
});

it('[R9] only the audit administrator comes in', async () => {
  for (const { route } of auditRoutes) expect(route.may).toBe('office.audit');
  const clerk = testActor(auditor.officeId, ['registry.edit', 'office.administer']);
  await expect(perform(readLedgerAction, { limit: 1 }, { ...asked(), actor: clerk })).rejects.toMatchObject({ status: 403 });
});

it('[R34] an export that cannot hold all says so, and from which row to go on', async () => {
  const officeId = newId(Date.now());
  const clerk = { ...testActor(officeId, ['office.audit']), reach: { kind: 'none' } as const };
  await own.store.asOwner(async (client) => {
    await client.query(`SET muheng.office = '${officeId}'`);
    await client.query(
      `INSERT INTO audit_row SELECT $1, n, gen_random_uuid(), now(), NULL, '甲', '', 'tried.route', '试', 'done', 'thing', n::text, '',
         '', NULL, '', '', false, '', '' FROM generate_series(1, 50002) n`,
      [officeId],
    );
    await client.query("INSERT INTO audit_head VALUES ($1, 50002, '')", [officeId]);
  });
  const textOf = async (after?: number): Promise<string[]> => {
    const { content } = await perform(exportLedgerAction, { after }, { ...asked(), actor: clerk });
    const text = Buffer.from(content instanceof Uint8Array ? content : []).toString('utf8');
    return text.trim().split('\r\n');
  };
  const first = await textOf();
  expect(first).toHaveLength(50_003);
  expect(first[1]).toContain('只列出最新的 50000 条，第 3 条之前的没有列出');
  const rest = await textOf(3);
  expect(rest.map((line) => line.split(',')[0])).toEqual([expect.stringContaining('数据级别'), expect.any(String), '2', '1']);
});
