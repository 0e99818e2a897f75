/** 区划、单位、联系人、领导小组、设置 — through the door on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { historyOf } from '../audit/history.js';
import { regionCodesOn } from './queries/regions.js';
import { newOfficeSettings } from './settings.js';

let own: TestDoor;
let system: Browser;
let clerk: Browser;
beforeAll(async () => {
  own = await testDoor();
  system = await own.browser('system_admin');
  clerk = await own.browser('lead_clerk');
});
afterAll(() => own.drop());

const patch = (browser: Browser, path: string, payload: object) =>
  browser.send({ method: 'PATCH', url: `/api/v1${path}`, payload });
const addRegion = (name: string, more: object = {}) =>
  system.post('/people/regions', { parentId: own.office.rootRegionId, kind: 'town', name, from: '2020-01-01', ...more });

describe('regions', () => {
  it('[R83] a code counts only for its period; the office’s own areas stand beside', async () => {
    const { regionId } = (await addRegion('三余镇', { code: '320683109' })).json;
    expect((await system.post(`/people/regions/${regionId}/codes`, { code: '320612109', from: '2020-07-01' })).status).toBe(200);
    const codeOn = async (on: string) =>
      (await clerk.get(`/people/regions?on=${on}`)).json.items.find((one: { regionId: string }) => one.regionId === regionId)
        ?.code;
    expect([await codeOn('2020-06-30'), await codeOn('2020-07-01'), await codeOn('2019-12-31')]).toEqual([
      '320683109',
      '320612109',
      undefined,
    ]);
    const { officeId } = own.office;
    const bearer = (code: string, day: string) =>
      readInScope(own.store, wholeOffice(officeId), (tx) => regionCodesOn(tx, officeId, day)).then(
        (rows) => rows.find((row) => row.code === code)?.region_id,
      );
    expect([await bearer('320683109', '2020-06-30'), await bearer('320683109', '2020-07-01')]).toEqual([regionId, undefined]);
    expect((await addRegion('高新区', { kind: 'park' })).status).toBe(200);
  });

  it('[R83] one code belongs to one region at a time; a given-up one may be given again', async () => {
    const { regionId } = (await addRegion('东灶港镇')).json;
    const give = (code: string, from: string) => system.post(`/people/regions/${regionId}/codes`, { code, from });
    expect(await give('320612109', '2021-01-01')).toMatchObject({
      status: 409,
      json: { code: 'people.code_overlaps', title: expect.stringContaining('三余镇') },
    });
    expect((await give('320683109', '2020-07-01')).status).toBe(200);
    expect((await give('320683109', '2020-06-30')).status).toBe(409);
  });

  it('[R15] an area officer reaches the area and what lies below it today', async () => {
    const town = (await addRegion('四甲镇')).json.regionId;
    const village = (await addRegion('头桥村', { kind: 'village', parentId: town })).json.regionId;
    const officer = await own.browser('area_officer', { regionIds: [town] });
    expect((await officer.get('/people/me')).json.reach).toEqual({
      kind: 'regions',
      words: '四甲镇',
      regionIds: [town, village].sort(),
      subjectIds: [],
    });
    const { version } = (await clerk.get('/people/regions')).json.items.find(
      (one: { regionId: string }) => one.regionId === village,
    );
    expect((await patch(system, `/people/regions/${village}`, { until: '2025-03-10', version })).status).toBe(200);
    expect((await officer.get('/people/me')).json.reach.regionIds).toEqual([town]);
  });

  it('a region is never below itself, and dates do not run backwards', async () => {
    const town = (await addRegion('余东镇')).json.regionId;
    const village = (await addRegion('富民村', { kind: 'village', parentId: town })).json.regionId;
    expect(await patch(system, `/people/regions/${town}`, { parentId: village, version: 1 })).toMatchObject({
      json: { code: 'people.region_loop' },
    });
    expect(await patch(system, `/people/regions/${town}`, { parentId: town, version: 1 })).toMatchObject({
      json: { code: 'people.region_loop' },
    });
    expect(await patch(system, `/people/regions/${town}`, { until: '2020-01-01', version: 1 })).toMatchObject({
      json: { code: 'people.dates_reversed' },
    });
    expect((await patch(system, `/people/regions/${town}`, { until: '2020-01-02', version: 1 })).status).toBe(200);
  });
});

describe('leading group', () => {
  it('[TZ-10] leader, deputies, office director, and 15 member units, each with a named contact: who is missing shows', async () => {
    const add = (body: object) => clerk.post('/people/leading-group/members', { from: '2022-01-01', ...body });
    const empty = (await clerk.get('/people/leading-group')).json;
    expect(empty).toMatchObject({
      units: 0,
      vacant: [{ title: '组长' }, { title: '副组长' }, { title: '办公室主任' }, { title: '成员单位' }],
    });
    await add({ position: 'leader', name: '王某', postTitle: '党工委书记', sort: 1 });
    await add({ position: 'deputy_leader', name: '李某', postTitle: '管委会副主任', sort: 2 });
    await add({ position: 'office_director', name: '赵某', postTitle: '经发局局长', sort: 3 });
    const units = Array.from({ length: 15 }, (_, at) => `示范区第${at + 1}局`);
    for (const [at, name] of units.entries()) {
      const { organisationId } = (
        await system.post('/people/organisations', { name, shortName: `${at + 1}局`, kind: 'department' })
      ).json;
      await add({ position: 'member', organisationId, name: `局长${at + 1}`, sort: 10 + at });
      if (at < 14)
        await clerk.post(`/people/organisations/${organisationId}/contacts`, {
          role: 'backbone',
          name: `骨干${at + 1}`,
          from: '2022-01-01',
          phone: '13800138000',
        });
    }
    const { json } = await clerk.get('/people/leading-group');
    expect(json).toMatchObject({ units: 15, vacant: [], withoutContact: [{ name: '示范区第15局' }] });
    expect(json.members.map((one: { positionTitle: string }) => one.positionTitle).slice(0, 4)).toEqual([
      '组长',
      '副组长',
      '办公室主任',
      '成员单位',
    ]);
    expect(json.members[3].contacts).toMatchObject([{ name: '骨干1', phoneMasked: '138****8000', roleTitle: '业务骨干' }]);
  });

  it('[TZ-10] who was responsible on a day can be said afterwards', async () => {
    const organisation = (await clerk.get('/people/organisations')).json.items.find(
      (one: { name: string }) => one.name === '示范区第1局',
    );
    const { organisationId } = organisation;
    await clerk.post(`/people/organisations/${organisationId}/contacts`, {
      role: 'backbone',
      name: '接任者',
      from: '2025-03-01',
    });
    const namesOn = async (on: string) =>
      (await clerk.get(`/people/leading-group?on=${on}`)).json.members
        .find((one: { organisationId: string }) => one.organisationId === organisationId)
        .contacts.map((one: { name: string }) => one.name);
    expect([await namesOn('2025-02-28'), await namesOn('2025-03-01')]).toEqual([['骨干1'], ['接任者']]);
  });
});

describe('contacts', () => {
  it('[R38] show masked; the whole number is a permission and leaves a row in the ledger', async () => {
    const { items } = (await clerk.get('/people/organisations')).json;
    const contact = items
      .flatMap((one: { contacts: { phoneMasked: string | null; contactId: string }[] }) => one.contacts)
      .find((one: { phoneMasked: string | null }) => one.phoneMasked !== null);
    const leader = await own.browser('leader');
    expect((await leader.get('/people/organisations')).text).not.toContain('13800138000');
    expect((await leader.post(`/people/contacts/${contact.contactId}/unmask`)).status).toBe(403);
    expect((await clerk.post(`/people/contacts/${contact.contactId}/unmask`)).json).toEqual({ phone: '13800138000' });
    const rows = await inScope(own.store, wholeOffice(own.office.officeId), (tx) =>
      tx
        .selectFrom('audit_row')
        .select(['outcome', 'user_id'])
        .where('object_id', '=', contact.contactId)
        .orderBy('seq')
        .execute(),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'denied', 'done']);
    expect(rows[2]?.user_id).toBe(clerk.actor.userId);
  });

  it('keeps what was before an edit', async () => {
    const { organisationId } = (await system.post('/people/organisations', { name: '改名前', shortName: '前', kind: 'other' }))
      .json;
    expect((await patch(system, `/people/organisations/${organisationId}`, { name: '改名后', version: 1 })).status).toBe(200);
    expect((await patch(system, `/people/organisations/${organisationId}`, { name: '示范区第1局', version: 2 })).json.code).toBe(
      'people.organisation_name_taken',
    );
    const { officeId } = own.office;
    const [last] = await readInScope(own.store, wholeOffice(officeId), (tx) =>
      historyOf(tx, officeId, { kind: 'organisation', id: organisationId }),
    );
    expect(last).toMatchObject({ before: { name: '改名前', version: 1 }, title: '修改单位', userName: '系统管理员' });
  });
});

describe('own people see their own part', () => {
  it('[ALL-4] an enterprise reads neither the directory nor users, a town no users, and all that is changed is on the trail', async () => {
    const enterprise = await own.browser('enterprise_user', { subjectIds: ['01957dc7-c900-7b58-a9fa-9357894956a0'] });
    for (const path of ['/people/organisations', '/people/leading-group', '/people/users'])
      expect((await enterprise.get(path)).status).toBe(403);
    const town = await own.browser('area_officer');
    expect((await town.get('/people/users')).status).toBe(403);
    expect((await town.get('/people/organisations')).status).toBe(200);
    expect((await enterprise.get('/people/me')).json.reach).toMatchObject({ kind: 'subjects', words: '本企业' });
  });

  it('[R2] [R6] the security administrator sets the rules of passwords and sessions, the system administrator does not', async () => {
    const security = await own.browser('security_admin');
    expect((await patch(system, '/people/office/security', { idleMinutes: 30, version: 1 })).status).toBe(403);
    expect((await patch(security, '/people/office/security', { idleMinutes: 61, version: 1 })).json.errors[0]).toMatchObject({
      where: '无操作退出（分钟）',
    });
    expect(
      (await patch(security, '/people/office/security', { idleMinutes: 30, passwordProfile: 'asvs', version: 1 })).json,
    ).toEqual({ version: 2 });
    expect((await clerk.get('/people/office')).json.settings).toEqual({
      ...newOfficeSettings,
      passwordProfile: 'asvs',
      idleMinutes: 30,
    });
    expect((await patch(system, '/people/office', { workName: '资源集约利用综合评价', version: 1 })).status).toBe(409);
    expect((await patch(system, '/people/office', { workName: '资源集约利用综合评价', version: 2 })).status).toBe(200);
  });
});

describe('dates', () => {
  it('[R66] days of 1900 and of the summer time of 1988 come back as they were written', async () => {
    for (const day of ['1900-01-01', '1988-07-01', '2024-02-29']) {
      const { regionId } = (await addRegion(`自 ${day}`, { from: day, code: undefined })).json;
      const { items } = (await clerk.get('/people/regions')).json;
      expect(items.find((one: { regionId: string }) => one.regionId === regionId)?.from).toBe(day);
    }
    expect((await addRegion('不存在的日子', { from: '2025-02-29' })).status).toBe(422);
  });
});
