/** 人员 — accounts, posts, administrators apart, sessions that end, through the door on a real database. */
import { createHash } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { testPassword } from './fixtures/testHouse.js';
import { administratorRoles } from './makeOffice.js';
import { findUser, setFactor } from './queries/users.js';
import { newTotp } from './signIn/totp.js';

let own: TestDoor;
let system: Browser;
let security: Browser;
const start = new Date('2025-03-10T01:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
beforeAll(async () => {
  own = await testDoor();
  system = await own.browser('system_admin');
  security = await own.browser('security_admin');
});
afterAll(() => own.drop());

let made = 0;
/** A user with a password and a browser that is signed in by it. */
async function newUser(post?: object): Promise<{ userId: string; login: string; browser: Browser; postId: string }> {
  const login = `user${++made}`;
  const { userId, secret } = (
    await system.post('/people/users', { login, name: '张三', organisationId: null, phone: '13800138000' })
  ).json;
  const { postId } = post === undefined ? { postId: '' } : (await give(userId, post)).json;
  const browser = own.stranger();
  const first = await browser.post('/people/first-password', { secret, password: testPassword });
  expect(first.status).toBe(200);
  return { userId, login, browser, postId };
}
const give = (userId: string, post: object) =>
  security.post(`/people/users/${userId}/posts`, { from: '2025-01-01', reason: '分工调整', ...post });

describe('accounts', () => {
  it('[R1] login names are one after NFKC, lower case and trimming', async () => {
    const add = (login: string) => system.post('/people/users', { login, name: '张三', organisationId: null });
    expect((await add('Zhang3')).status).toBe(200);
    for (const login of ['zhang３', 'zhang3 ', 'ZHANG3', ' Zhang3'])
      expect(await add(login)).toMatchObject({ status: 409, json: { code: 'people.login_taken' } });
    expect((await add('zhang33')).status).toBe(200);
    expect((await add('zhang 3')).status).toBe(422);
  });

  it('[R38] a phone lies sealed in the table and shows masked', async () => {
    const { userId } = await newUser();
    const { json } = await system.get('/people/users?limit=200');
    expect(json.items.find((one: { userId: string }) => one.userId === userId)).toMatchObject({ phoneMasked: '138****8000' });
    const row = await inScope(own.store, wholeOffice(own.office.officeId), (tx) => findUser(tx, own.office.officeId, userId));
    expect(row?.phone_sealed?.toString('latin1')).not.toContain('13800138000');
  });

  it('[R62] the second of two editors is told both versions, and nothing is lost among twenty', async () => {
    const { userId } = await newUser();
    const edit = (version: number, name: string) =>
      system.send({ method: 'PATCH', url: `/api/v1/people/users/${userId}`, payload: { name, version } });
    expect(await edit(1, '甲')).toMatchObject({ status: 200, json: { version: 2 } });
    expect(await edit(1, '乙')).toMatchObject({
      status: 409,
      json: { code: 'door.version_differs', details: { yours: 1, theirs: 2 } },
    });
    const rounds = await Promise.all(Array.from({ length: 20 }, (_, at) => edit(2, `同时${at}`)));
    expect(rounds.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(rounds.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it('lists page by page without loss or repetition', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { json } = await system.get(`/people/users?limit=2${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`);
      seen.push(...json.items.map((one: { login: string }) => one.login));
      after = json.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await system.get('/people/users?limit=200')).json.items.length);
  });
});

describe('posts', () => {
  it('[R9] the three administrators are three people, and none holds a post of the work', async () => {
    for (const held of administratorRoles)
      for (const wanted of ['system_admin', 'security_admin', 'audit_admin', 'lead_clerk', 'enterprise_user'] as const) {
        const { userId } = await newUser({ role: held });
        const answer = await give(userId, { role: wanted, subjectId: userId });
        expect([held, wanted, answer.status]).toEqual([held, wanted, held === wanted ? 200 : 409]);
        if (held !== wanted) expect(answer.json.code).toBe('people.roles_exclude');
        const reverse = await newUser({ role: wanted, subjectId: userId });
        if (held !== wanted) expect((await give(reverse.userId, { role: held })).json.code).toBe('people.roles_exclude');
      }
  });

  it('[R9] not even both at once, and posts that do not meet in time do not exclude each other', async () => {
    const { userId } = await newUser();
    const both = await Promise.all([give(userId, { role: 'system_admin' }), give(userId, { role: 'audit_admin' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const other = (await newUser({ role: 'leader', until: '2026-01-01' })).userId;
    expect((await give(other, { role: 'audit_admin', from: '2026-01-01' })).status).toBe(200);
    expect((await give(other, { role: 'audit_admin', from: '2025-12-31' })).status).toBe(409);
  });

  it('[R15] a post says where it reaches, and posts of different reach do not mix', async () => {
    const { userId } = await newUser();
    for (const role of ['area_officer', 'enterprise_user', 'department_officer'])
      expect(await give(userId, { role })).toMatchObject({ status: 422, json: { code: 'people.post_incomplete' } });
    expect((await give(userId, { role: 'area_officer', regionId: own.office.rootRegionId })).status).toBe(200);
    expect(await give(userId, { role: 'leader' })).toMatchObject({ status: 409, json: { code: 'people.reaches_differ' } });
    expect((await give(userId, { role: 'area_officer', regionId: userId })).json.code).toBe('people.region_not_found');
  });

  it('[R4] giving a post needs a second factor and a fresh proof', async () => {
    const { userId } = await newUser();
    const weak = await own.again(security.actor, false);
    expect(
      await weak.post(`/people/users/${userId}/posts`, { role: 'leader', from: '2025-01-01', reason: '分工' }),
    ).toMatchObject({
      status: 403,
      json: { code: 'door.second_factor_needed' },
    });
    const stale = await own.again(security.actor);
    own.setNow(minutes(11));
    expect(
      await stale.post(`/people/users/${userId}/posts`, { role: 'leader', from: '2025-01-01', reason: '分工' }),
    ).toMatchObject({
      status: 403,
      json: { code: 'door.proof_needed' },
    });
    const { sealed, secret } = newTotp(own.house);
    const { officeId, userId: self } = security.actor;
    await inScope(own.store, wholeOffice(officeId), (tx) =>
      setFactor(tx, {
        office_id: officeId,
        user_id: self,
        totp_sealed: sealed,
        confirmed_at: start,
        last_step: 0,
        created_at: start,
      }),
    );
    const code = generateSync({ secret, epoch: own.house.now().getTime() / 1000 });
    expect((await stale.post('/people/me/proof', { code: '000000' })).json.code).toBe('people.proof_failed');
    expect((await stale.post('/people/me/proof', { code })).status).toBe(200);
    expect((await stale.post('/people/me/proof', { code })).status).toBe(401);
    expect(
      (await stale.post(`/people/users/${userId}/posts`, { role: 'leader', from: '2025-01-01', reason: '分工' })).status,
    ).toBe(200);
    own.setNow(start);
  });

  it('the last administrator of a kind can neither be stopped nor lose the post, nor give posts to themselves', async () => {
    const { json } = await system.get('/people/users?limit=200');
    const auditors = json.items.filter((one: { posts: { role: string }[]; disabled: boolean }) =>
      one.posts.some(({ role }) => role === 'audit_admin'),
    );
    const results: number[] = [];
    for (const { userId } of auditors)
      results.push((await system.post(`/people/users/${userId}/disable`, { reason: '离任' })).status);
    expect(results.slice(0, -1).every((status) => status === 200)).toBe(true);
    expect(results.at(-1)).toBe(409);
    expect((await give(security.actor.userId, { role: 'security_admin' })).json.code).toBe('people.own_account');
  });
});

describe('sessions', () => {
  it('[R6] [R11] end with sign-out, disabling, a new or ended post, a new password, and by the security administrator', async () => {
    const events: Readonly<Record<string, (user: Awaited<ReturnType<typeof newUser>>) => Promise<{ status: number }>>> = {
      signOut: ({ browser }) => browser.send({ method: 'POST', url: '/api/v1/people/sign-out' }),
      disable: ({ userId }) => system.post(`/people/users/${userId}/disable`, { reason: '离任' }),
      post: ({ userId }) => give(userId, { role: 'leader' }),
      endPost: ({ postId }) => security.post(`/people/posts/${postId}/end`, { reason: '调岗' }),
      secret: ({ userId }) => system.post(`/people/users/${userId}/first-secret`),
      password: ({ browser }) => browser.post('/people/me/password', { current: testPassword, password: `${testPassword}新` }),
      forced: ({ userId }) => security.post(`/people/users/${userId}/end-sessions`, { reason: '异常' }),
    };
    for (const [name, event] of Object.entries(events)) {
      const user = await newUser({ role: 'lead_clerk' });
      const old = own.stranger();
      expect((await old.post('/people/sign-in', { login: user.login, password: testPassword })).status).toBe(200);
      const { cookie, csrf } = name === 'signOut' ? user.browser : old;
      expect([name, (await event(user)).status]).toEqual([name, 200]);
      expect([name, (await withCookie(cookie, csrf).get('/people/me')).status]).toEqual([name, 401]);
    }
  });

  it('[R6] end after 15 idle minutes and after 8 hours, and are stored only as hashes', async () => {
    const { browser } = await newUser({ role: 'leader' });
    own.setNow(minutes(14.9));
    expect((await browser.get('/people/me')).status).toBe(200);
    own.setNow(minutes(29.7));
    expect((await browser.get('/people/me')).status).toBe(200);
    own.setNow(minutes(45));
    expect((await browser.get('/people/me')).status).toBe(401);
    own.setNow(start);
    const busy = (await newUser({ role: 'leader' })).browser;
    for (let at = 10; at < 480; at += 10) {
      own.setNow(minutes(at));
      expect((await busy.get('/people/me')).status).toBe(200);
    }
    const token = Buffer.from(busy.cookie.split('=')[1] ?? '', 'base64url');
    own.setNow(minutes(480.5));
    expect((await busy.get('/people/me')).status).toBe(401);
    own.setNow(start);
    const dump = await own.store.asOwner(async (client) => {
      await client.query("SELECT set_config('muheng.office', $1, false)", [own.office.officeId]);
      const { rows } = await client.query<{ row: string }>('SELECT session::text AS row FROM session');
      return rows.map(({ row }) => row).join('\n');
    });
    // Bytes are written as hex: the token is not there, its hash is.
    expect(dump).not.toContain(token.subarray(16).toString('hex'));
    expect(dump).toContain(createHash('sha256').update(token).digest('hex'));
  });

  it('[R68] a clock set back two hours or forward a year opens nothing that was closed', async () => {
    const one = (await newUser({ role: 'leader' })).browser;
    own.setNow(minutes(-120));
    expect((await one.get('/people/me')).status).toBe(401);
    own.setNow(new Date(start.getTime() + 365 * 86_400_000));
    expect((await one.get('/people/me')).status).toBe(401);
    own.setNow(start);
  });

  it('[R11] a post that ends tonight is gone at midnight in Beijing, without anybody doing anything', async () => {
    const { login } = await newUser({ role: 'lead_clerk', until: '2025-03-11' });
    own.setNow(new Date('2025-03-10T15:55:00Z'));
    const browser = own.stranger();
    await browser.post('/people/sign-in', { login, password: testPassword });
    expect((await browser.get('/people/organisations')).status).toBe(200);
    own.setNow(new Date('2025-03-10T16:00:00Z'));
    expect(await browser.get('/people/organisations')).toMatchObject({ status: 403, json: { code: 'door.not_permitted' } });
    own.setNow(start);
  });

  it('[R3] the security administrator opens a locked account', async () => {
    const { userId, login } = await newUser({ role: 'leader' });
    for (let at = 0; at < 6; at++) await own.stranger().post('/people/sign-in', { login, password: 'Wrong-guess-1' });
    expect((await own.stranger().post('/people/sign-in', { login, password: testPassword })).status).toBe(423);
    expect((await security.post(`/people/users/${userId}/unlock`)).status).toBe(200);
    expect((await own.stranger().post('/people/sign-in', { login, password: testPassword })).status).toBe(200);
  });

  it('[R2] a password of 91 days opens nothing but its own change under djbh, everything under asvs', async () => {
    const { login } = await newUser({ role: 'lead_clerk' });
    const late = new Date(start.getTime() + 91 * 86_400_000);
    own.setNow(late);
    const browser = own.stranger();
    expect(await browser.post('/people/sign-in', { login, password: testPassword })).toMatchObject({
      json: { passwordOld: true, permissions: [] },
    });
    expect((await browser.get('/people/organisations')).status).toBe(403);
    expect(
      (await browser.post('/people/me/password', { current: testPassword, password: `${testPassword}换` })).json,
    ).toMatchObject({ passwordOld: false });
    expect((await browser.get('/people/organisations')).status).toBe(200);
    own.setNow(start);
  });
});

function withCookie(cookie: string, csrf: string): Browser {
  const browser = own.stranger();
  browser.cookie = cookie;
  browser.csrf = csrf;
  return browser;
}
