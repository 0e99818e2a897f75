/** 页面、日志、代理、健康 — what the door does besides routes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reads, route } from '../forms/route.js';
import { type TestDoor, testDoor } from './fixtures/testDoor.js';
import { openLog } from './log.js';
import { allRoutes } from './rooms.js';

const web = mkdtempSync(join(tmpdir(), 'muheng-web-'));
const lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, next) {
    lines.push(String(chunk));
    next();
  },
});
const broken = reads(
  route({
    ...{ method: 'GET', path: '/people/broken', operation: 'broken', summary: '出错', may: 'signed_in' },
    answer: z.strictObject({}),
  }),
  async () => {
    throw Object.assign(new Error('duplicate key (phone)=(13900009999)'), {
      severity: 'ERROR',
      code: '23505',
      detail: '(phone)=(13900009999)',
      table: 'contact',
    });
  },
);

let own: TestDoor;
let sick: string | null = null;
beforeAll(async () => {
  mkdirSync(join(web, 'assets'));
  const page = (name: string) =>
    `<html><meta nonce="CSP_NONCE_OF_THIS_ANSWER"><script nonce="CSP_NONCE_OF_THIS_ANSWER"></script>${name}</html>`;
  writeFileSync(join(web, 'index.html'), page('office'));
  writeFileSync(join(web, 'portal.html'), page('portal'));
  writeFileSync(join(web, 'mark.svg'), '<svg/>');
  writeFileSync(join(web, 'assets', 'office-abc.js'), `//${'x'.repeat(5000)}`);
  own = await testDoor({
    ...{ webFolder: web, logger: openLog(sink), routes: [...allRoutes, broken], trustedProxies: ['10.0.0.1'] },
    ...{ limits: { strangerPerMinute: 3 }, checks: { backup: async () => sick } },
  });
});
afterAll(async () => {
  await own.drop();
  rmSync(web, { recursive: true, force: true });
});

const get = (url: string, more: object = {}) => own.door.inject({ method: 'GET', url, ...more });

describe('pages', () => {
  it('[R21] each answer of a page carries a fresh value for its own styles; nothing else is let in, nothing is kept', async () => {
    const nonces = new Set<string>();
    for (const url of ['/', '/registry/enterprises', '/sign-in/once', '/portal', '/portal/confirm']) {
      const { body, headers, statusCode } = await get(url);
      expect(statusCode).toBe(200);
      expect(body.includes(url.startsWith('/portal') ? 'portal' : 'office')).toBe(true);
      const nonce = /nonce="([\w-]+)"/.exec(body)?.[1] ?? '';
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['cache-control']).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(5);
  });

  it('[R21] hashed parts are kept a year and sent compressed; what is missing, outside or not a page is 404', async () => {
    const { headers } = await get('/assets/office-abc.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' });
    expect((await get('/mark.svg')).headers['content-type']).toContain('svg');
    for (const url of [
      '/assets/none.js',
      '/assets/..%2findex.html',
      '/assets/%2e%2e%2findex.html',
      '/assets/',
      '/api/none',
      '/api/v1/none',
      '/health/none',
    ])
      expect([url, (await get(url)).body.includes('office')]).toEqual([url, false]);
    expect((await own.door.inject({ method: 'POST', url: '/registry' })).statusCode).toBe(404);
  });

  it('[R20] the parts of a page are not rationed, asking for offices is', async () => {
    for (let at = 0; at < 30; at++) expect((await get('/mark.svg')).statusCode).toBe(200);
    const statuses: number[] = [];
    for (let at = 0; at < 5; at++) statuses.push((await get('/api/v1/people/offices')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });
});

describe('proxies', () => {
  it('[R19] only a listed proxy says where a request came from: neither the limit nor the ledger is fooled by others', async () => {
    const ask = (remoteAddress: string, forwarded: string) =>
      get('/api/v1/people/offices', { remoteAddress, headers: { 'x-forwarded-for': forwarded } });
    const forged: number[] = [];
    for (let at = 0; at < 5; at++) forged.push((await ask('203.0.113.5', `198.51.100.${at}`)).statusCode);
    expect(forged).toEqual([200, 200, 200, 429, 429]);
    const honest: number[] = [];
    for (let at = 0; at < 5; at++) honest.push((await ask('10.0.0.1', `198.51.100.${at}`)).statusCode);
    expect(honest).toEqual([200, 200, 200, 200, 200]);
    await own.door.inject({
      ...{
        method: 'POST',
        url: '/api/v1/people/sign-in',
        remoteAddress: '203.0.113.9',
        headers: { 'x-forwarded-for': '9.9.9.9' },
      },
      payload: { login: 'xitong', password: 'wrong-Password-1' },
    });
    const ips = await own.store.asOwner(async (client) => {
      await client.query("SELECT set_config('muheng.office', $1, false)", [own.office.officeId]);
      return (
        await client.query<{ ip: string }>("SELECT ip FROM audit_row WHERE action = 'people.sign_in' ORDER BY seq")
      ).rows.map(({ ip }) => ip);
    });
    expect(ips).toEqual(['203.0.113.9']);
  });
});

describe('log', () => {
  it('[R38] tells what happened, never a telephone, a password, a token, a name or a query', async () => {
    const admin = await own.browser('system_admin');
    await admin.post('/people/users', { login: 'canarylogin', name: '金丝雀姓名', organisationId: null, phone: '13900009999' });
    await admin.get('/people/users?name=金丝雀姓名');
    await admin.get('/people/broken');
    await own.stranger().post('/people/sign-in', { login: 'canarylogin', password: 'Canary-Password-1' });
    const text = lines.join('');
    const token = admin.cookie.split('=')[1] ?? '';
    for (const secret of ['13900009999', 'Canary-Password-1', 'canarylogin', '金丝雀姓名', token, admin.csrf, 'name='])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    const told = lines.map(
      (line) =>
        JSON.parse(line) as { operation?: string; status?: number; err?: { code?: string; table?: string; stack: string } },
    );
    expect(told.some(({ operation, status }) => operation === 'createUser' && status === 200)).toBe(true);
    expect(told.find(({ err }) => err?.code === '23505')?.err).toMatchObject({
      table: 'contact',
      stack: expect.stringContaining('pages.test.ts'),
    });
  });
});

describe('health', () => {
  it('[R97] one failed check is degraded, not ok, and is named; without the database it is not ready', async () => {
    expect((await get('/health/ready')).json()).toMatchObject({ status: 'ok', checks: { backup: 'ok' } });
    sick = '最近一次备份在 9 天前。';
    const { statusCode, body } = await get('/health/ready');
    expect([statusCode, JSON.parse(body)]).toMatchObject([200, { status: 'degraded', checks: { backup: sick, database: 'ok' } }]);
    sick = null;
  });
});

describe('a house that lags', () => {
  it('[R20] turns new work away in words; its pages and whether it lives are still answered', async () => {
    const busy = await testDoor({ webFolder: web, limits: { eventLoopDelay: 20 } });
    const until = performance.now() + 10_000;
    const ask = async (url: string) => (await busy.door.inject({ method: 'GET', url })).statusCode;
    const lag = (): void => {
      const end = performance.now() + 150;
      while (performance.now() < end);
    };
    let refused = 0;
    while (refused !== 503 && performance.now() < until) {
      lag();
      await new Promise((resolve) => setImmediate(resolve));
      refused = await ask('/api/v1/people/offices');
    }
    expect(refused).toBe(503);
    expect([await ask('/'), await ask('/assets/office-abc.js'), await ask('/health/live')]).toEqual([200, 200, 200]);
    await busy.drop();
  });
});
