/** 登录 — through the door, on a real database. */
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';
import { openDoor } from '../../door/openDoor.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { testPassword } from './fixtures/testHouse.js';
import { makeLink } from './signIn/links.js';

let own: TestDoor;
const start = new Date('2025-03-10T01:00:00Z');
beforeAll(async () => {
  own = await testDoor();
});
afterAll(() => own.drop());

const secretOf = (role: string) => own.office.firstSecrets.find((one) => one.role === role)?.secret ?? '';
const codeAt = (secret: string) => generateSync({ secret, epoch: Math.floor(own.house.now().getTime() / 1000) });

describe('first secret', () => {
  it('[R5] is spent once for a password of one’s own; reused or expired it is 410', async () => {
    const browser = own.stranger();
    const weak = await browser.post('/people/first-password', { secret: secretOf('system_admin'), password: 'Password123' });
    expect(weak).toMatchObject({ status: 422, json: { code: 'people.password_unfit' } });
    const first = await browser.post('/people/first-password', { secret: secretOf('system_admin'), password: testPassword });
    expect(first).toMatchObject({
      status: 200,
      json: { login: 'xitong', secondFactor: { needed: true, enrolled: false, used: false } },
    });
    expect(
      await own.stranger().post('/people/first-password', { secret: secretOf('system_admin'), password: `${testPassword}2` }),
    ).toMatchObject({
      status: 410,
      json: { code: 'people.link_spent' },
    });
    own.setNow(new Date(start.getTime() + 73 * 3_600_000));
    const late = await own.stranger().post('/people/first-password', { secret: secretOf('audit_admin'), password: testPassword });
    expect(late.status).toBe(410);
    own.setNow(start);
  });

  it('[R5] no account opens with a default password', async () => {
    const browser = own.stranger();
    for (const login of ['admin', 'root', 'xitong', 'muheng', 'test'])
      for (const password of ['admin', 'admin123', '123456', 'muheng', 'password', '12345678', 'xitong', '', 'root', 'Admin@123'])
        expect([401, 422, 423]).toContain((await browser.post('/people/sign-in', { login, password })).status);
  });
});

describe('password and second factor', () => {
  let browser: Browser;
  let secret = '';

  it('[R4] an administrator without a second factor may nothing but enrol one', async () => {
    browser = own.stranger();
    own.setNow(new Date(start.getTime() + 3_600_000));
    const signed = await browser.post('/people/sign-in', { login: ' ＸITONG', password: testPassword });
    expect(signed).toMatchObject({ status: 200, json: { permissions: [] } });
    const begun = await browser.post('/people/me/factor');
    expect(begun).toMatchObject({ status: 200, json: { uri: expect.stringMatching(/^otpauth:\/\/totp\//) } });
    secret = begun.json.secret;
    expect(await browser.post('/people/me/factor/confirm', { code: '000000' })).toMatchObject({
      status: 401,
      json: { code: 'people.code_wrong' },
    });
    const before = browser.cookie;
    expect(await browser.post('/people/me/factor/confirm', { code: codeAt(secret) })).toMatchObject({
      status: 200,
      json: { secondFactor: { used: true }, permissions: expect.arrayContaining(['office.administer']) },
    });
    expect(browser.cookie).not.toBe(before);
  });

  it('[R4] a code is taken once, and signing in wants it', async () => {
    const at = new Date(start.getTime() + 3_700_000);
    own.setNow(at);
    const give = { login: 'xitong', password: testPassword };
    expect(await own.stranger().post('/people/sign-in', give)).toMatchObject({
      status: 401,
      json: { code: 'people.code_needed' },
    });
    const code = codeAt(secret);
    expect(await own.stranger().post('/people/sign-in', { ...give, code })).toMatchObject({ status: 200 });
    expect(await own.stranger().post('/people/sign-in', { ...give, code })).toMatchObject({
      status: 401,
      json: { code: 'people.code_wrong' },
    });
    own.setNow(new Date(at.getTime() + 31_000));
    expect((await own.stranger().post('/people/sign-in', { ...give, code })).status).toBe(401);
    expect((await own.stranger().post('/people/sign-in', { ...give, code: codeAt(secret) })).status).toBe(200);
  });
});

describe('guessing', () => {
  it('[R3] of 200 guesses at once five are judged, other users go on, time opens again', async () => {
    own.setNow(new Date(start.getTime() + 8_000_000));
    const { login } = await withPassword('lead_clerk');
    const other = await withPassword('leader');
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, at) => own.stranger().post('/people/sign-in', { login, password: `guess-${at}-Aa` })),
    );
    const count = (status: number) => guesses.filter((one) => one.status === status).length;
    expect([count(401), count(423)]).toEqual([5, 195]);
    expect((await own.stranger().post('/people/sign-in', { login, password: testPassword })).status).toBe(423);
    expect((await own.stranger().post('/people/sign-in', { login: other.login, password: testPassword })).status).toBe(200);
    // Whoever guesses from elsewhere does not shut the person out.
    const elsewhere = {
      method: 'POST',
      url: '/api/v1/people/sign-in',
      remoteAddress: '198.51.100.7',
      payload: { login, password: testPassword },
    } as const;
    expect((await own.stranger().send(elsewhere)).status).toBe(200);
    own.setNow(new Date(own.house.now().getTime() + 16 * 60_000));
    expect((await own.stranger().post('/people/sign-in', { login, password: testPassword })).status).toBe(200);
  });

  it('[R3] leaves audit rows of the denials, without the password or the login name', async () => {
    const rows = await inScope(own.store, wholeOffice(own.office.officeId), (tx) =>
      tx.selectFrom('audit_row').selectAll().where('action', '=', 'people.sign_in').where('outcome', '=', 'denied').execute(),
    );
    expect(rows.length).toBeGreaterThanOrEqual(201);
    expect(JSON.stringify(rows)).not.toContain('guess-');
  });
});

/** A user of this role with `testPassword`. */
async function withPassword(role: 'lead_clerk' | 'leader'): Promise<{ login: string }> {
  const { setPassword, findUser } = await import('./queries/users.js');
  const { hashPassword } = await import('./signIn/passwords.js');
  const { officeId, userId } = await own.actor(role);
  return inScope(own.store, wholeOffice(officeId), async (tx) => {
    await setPassword(tx, officeId, userId, { hash: await hashPassword(testPassword), at: own.house.now() });
    return { login: (await findUser(tx, officeId, userId))?.login ?? '' };
  });
}

describe('one-time links', () => {
  const linkFor = async (demonstration: boolean) => {
    const house = { ...own.house, demonstration };
    const { officeId, userId } = await own.actor('security_admin');
    const { token } = await inScope(own.store, wholeOffice(officeId), (tx) =>
      makeLink(tx, house, { officeId, userId, purpose: 'sign_in', hours: 1 }),
    );
    return { house, token };
  };

  it('[R5] open a session once, and not after their hour', async () => {
    own.setNow(start);
    const { token } = await linkFor(false);
    const opened = await own.stranger().post('/people/sign-in-link', { token });
    expect(opened).toMatchObject({
      status: 200,
      json: { roles: [{ role: 'security_admin' }], secondFactor: { used: false }, permissions: [] },
    });
    expect(await own.stranger().post('/people/sign-in-link', { token })).toMatchObject({
      status: 410,
      json: { code: 'people.link_spent' },
    });
    const late = (await linkFor(false)).token;
    own.setNow(new Date(start.getTime() + 3_600_001));
    expect((await own.stranger().post('/people/sign-in-link', { token: late })).status).toBe(410);
    expect((await own.stranger().post('/people/first-password', { secret: late, password: testPassword })).status).toBe(410);
    expect((await own.stranger().post('/people/sign-in-link', { token: 'x'.repeat(64) })).status).toBe(410);
    own.setNow(start);
  });

  it('of two who use one at the same moment, one gets in', async () => {
    const { token } = await linkFor(false);
    const both = await Promise.all([
      own.stranger().post('/people/sign-in-link', { token }),
      own.stranger().post('/people/sign-in-link', { token }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('[R4] only in a demonstration do they stand for the second factor and the fresh proof', async () => {
    const { house, token } = await linkFor(true);
    const door = await openDoor(house, { secure: true });
    const signed = await door.inject({ method: 'POST', url: '/api/v1/people/sign-in-link', payload: { token } });
    expect(signed.json()).toMatchObject({
      demonstration: true,
      secondFactor: { used: true },
      permissions: expect.arrayContaining(['office.secure']),
    });
    own.setNow(new Date(start.getTime() + 12 * 60_000));
    const headers = { cookie: String(signed.headers['set-cookie']).split(';')[0] ?? '', 'x-csrf-token': signed.json().csrfToken };
    const { userId } = await own.actor('leader');
    const payload = { reason: '换手机' };
    const reset = { method: 'POST', url: `/api/v1/people/users/${userId}/reset-factor`, headers, payload } as const;
    expect((await door.inject(reset)).statusCode).toBe(200);
    expect((await own.door.inject(reset)).json()).toMatchObject({ code: 'door.proof_needed' });
    await door.close();
    own.setNow(start);
  });
});
