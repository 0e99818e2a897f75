/** 单位设置 — names, work settings, and what a public page may show: through the door, on a real database. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { historyOf } from '../audit/history.js';
import { publicMapOf } from './publicPage.js';

let own: TestDoor;
let system: Browser;
beforeAll(async () => {
  own = await testDoor();
  system = await own.browser('system_admin');
});
afterAll(() => own.drop());

const patch = (browser: Browser, path: string, payload: object) =>
  browser.send({ method: 'PATCH', url: `/api/v1${path}`, payload });
const office = async () => (await system.get('/people/office')).json;
const publicPage = async (slug = 'test') => {
  const answer = await own.door.inject({ method: 'GET', url: `/api/v1/people/offices/${slug}/public` });
  return { status: answer.statusCode, json: answer.json() };
};

it('[R48] without a 审图号 no public page carries a map; with one it does, and the number stands beside it', async () => {
  expect(publicMapOf({ mapApprovalNumber: '' })).toBeNull();
  expect(publicMapOf({ mapApprovalNumber: '  ' })).toBeNull();
  expect(await publicPage()).toMatchObject({ status: 200, json: { map: null } });
  const set = async (mapApprovalNumber: string) =>
    patch(system, '/people/office/settings', { mapApprovalNumber, version: (await office()).version });
  expect((await set('苏S（2024）012号')).status).toBe(200);
  expect(await publicPage()).toMatchObject({ json: { map: { approvalNumber: '苏S（2024）012号' } } });
  expect((await set('')).status).toBe(200);
  expect(await publicPage()).toMatchObject({ json: { map: null } });
  for (const wrong of ['012', '审图号待批', '苏S2024-012', '<b>苏S（2024）012号</b>'])
    expect((await set(wrong)).status, wrong).toBe(422);
  expect((await publicPage()).json.map).toBeNull();
});

it('[R48] [R39] the public page tells names and the map, nothing else of the office, and no office that is not there', async () => {
  expect(Object.keys((await publicPage()).json).sort()).toEqual(['map', 'officeName', 'workName']);
  expect(await publicPage('nobody')).toMatchObject({ status: 404, json: { code: 'people.office_not_found' } });
});

it('the full name is changed by the document that orders it: in the ledger, in the history, and on the sign-in page', async () => {
  const before = await office();
  const name = '通州湾示范区资源集约利用评价工作领导小组办公室';
  const rename = (browser: Browser, more: object = {}) =>
    browser.send({
      ...{
        method: 'POST',
        url: '/api/v1/people/office/name',
        headers: { 'idempotency-key': `rename-${Math.random()}`.slice(0, 20).replace('.', '-') },
      },
      payload: { name, basis: '通编〔2025〕3号', version: before.version, ...more },
    });
  expect((await rename(await own.browser('lead_clerk'))).status).toBe(403);
  expect((await rename(system, { basis: '' })).status).toBe(422);
  expect((await rename(system, { name: before.name })).json.code).toBe('people.name_unchanged');
  expect((await rename(system)).status).toBe(200);
  expect(await office()).toMatchObject({ name, version: before.version + 1 });
  expect((await rename(system, { name: `${name}二` })).json.code).toBe('door.version_differs');
  const listed = (await own.door.inject({ method: 'GET', url: '/api/v1/people/offices' })).json();
  expect(listed.items.find((one: { slug: string }) => one.slug === 'test')).toMatchObject({ name });
  const { officeId } = own.office;
  const history = await readInScope(own.store, wholeOffice(officeId), (tx) =>
    historyOf(tx, officeId, { kind: 'office', id: officeId }),
  );
  expect(JSON.stringify(history)).toContain(before.name);
  const rows = await readInScope(own.store, wholeOffice(officeId), (tx) =>
    tx
      .selectFrom('audit_row')
      .select(['reason', 'summary'])
      .where('office_id', '=', officeId)
      .where('action', '=', 'people.rename_office')
      .where('outcome', '=', 'done')
      .execute(),
  );
  expect(rows).toEqual([{ reason: '通编〔2025〕3号', summary: expect.stringContaining(name) }]);
});

it('[R16] an office renames its own line in the directory and no other, whatever the statement says', async () => {
  const other = await own.anotherOffice('bieqv');
  const nameOf = async (slug: string) =>
    (await own.store.db.selectFrom('office_directory').select('name').where('slug', '=', slug).executeTakeFirstOrThrow()).name;
  const before = await nameOf('bieqv');
  const { officeId } = own.office;
  const theirs = inScope(own.store, wholeOffice(officeId), (tx) =>
    tx.updateTable('office_directory').set({ name: '冒名' }).where('office_id', '=', other.officeId).execute(),
  );
  await expect(theirs).rejects.toMatchObject({ code: '42501' });
  const moved = inScope(own.store, wholeOffice(officeId), (tx) =>
    sql`UPDATE office_directory SET office_id = ${officeId} WHERE office_id = ${other.officeId}`.execute(tx),
  );
  await expect(moved).rejects.toMatchObject({ code: '42501' });
  expect(await nameOf('bieqv')).toBe(before);
});

it('names of the work and short name are changed at once; the security administrator sets sign-in and not the work', async () => {
  const { version, settings } = await office();
  expect((await patch(system, '/people/office', { shortName: '评价办', version })).status).toBe(200);
  expect(await office()).toMatchObject({ shortName: '评价办', workName: '亩均论英雄', settings });
  const security = await own.browser('security_admin');
  const now = (await office()).version;
  expect((await patch(security, '/people/office/settings', { mergedRule: 'none', version: now })).status).toBe(403);
  expect((await patch(system, '/people/office/security', { passwordProfile: 'asvs', version: now })).status).toBe(403);
  expect(
    (await patch(security, '/people/office/security', { passwordProfile: 'asvs', mergedRule: 'none', version: now })).status,
  ).toBe(422);
  expect((await patch(security, '/people/office/security', { passwordProfile: 'asvs', version: now })).status).toBe(200);
  expect((await office()).settings).toMatchObject({ passwordProfile: 'asvs', mergedRule: 'by_application' });
});
