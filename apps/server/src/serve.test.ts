/** 提供服务 — a real listener on a real data folder: pages, cookies on loopback and under TLS, limits of connections, stopping in order. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeOffice } from './corridors/people/makeOffice.js';
import type { House } from './forms/house.js';
import { type Bound, route } from './forms/route.js';
import { type Served, serve } from './serve.js';

const slow: Bound = {
  route: route({
    ...{ method: 'GET', path: '/people/slow', operation: 'slow', summary: '慢', may: 'signed_in' },
    answer: z.strictObject({ done: z.boolean() }),
  }),
  async answer() {
    await wait(700);
    return { done: true };
  },
};

let folder = '';
const { allRoutes } = await import('./door/rooms.js');
const start = (more: object = {}): Promise<Served> =>
  serve({ folder, port: 0, log: null, door: { routes: [...allRoutes, slow], limits: { requestTimeout: 1_500 } }, ...more });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-serve-'));
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function newPerson(house: House) {
  const made = await makeOffice(house, {
    ...{
      slug: `o${Date.now() % 1e9}`,
      name: '某区亩均办',
      workName: '亩均论英雄',
      region: { kind: 'county', name: '某区', code: '320685' },
    },
    organisation: { name: '某区亩均办', shortName: '亩均办' },
    administrators: {
      system_admin: { login: 'x', name: '甲' },
      security_admin: { login: 'a', name: '乙' },
      audit_admin: { login: 's', name: '丙' },
    },
  });
  return made.firstSecrets[0]!.secret;
}

const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

describe('on loopback', () => {
  let served: Served;
  let cookie = '';
  beforeAll(async () => {
    served = await start();
    const signed = await post(`${served.url}/api/v1/people/first-password`, {
      secret: await newPerson(served.opened.house),
      password: '海安亩均2025-Xq7',
    });
    expect(signed.status).toBe(200);
    cookie = signed.headers.get('set-cookie') ?? '';
  });
  afterAll(() => served.close());

  it('[R7] without TLS the cookie has no __Host- and no Secure, so that browsers keep it, but stays HttpOnly and Strict', () => {
    expect(cookie).toMatch(/^muheng=[\w-]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('[R97] says that it lives and is ready, and what is wrong when something is', async () => {
    expect((await fetch(`${served.url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${served.url}/health/ready`)).json()).toEqual({
      status: 'ok',
      checks: { database: 'ok', disk: 'ok', audit: 'ok', clock: 'ok', files: 'ok' },
    });
    expect(await (await fetch(`${served.url}/metrics`)).text()).toContain(
      'muheng_http_seconds_count{route="setFirstPassword",status="200"} 1',
    );
    expect((await fetch(`${served.url}/metrics`, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(404);
  });

  it('[R19] a sender who dawdles is cut off', async () => {
    const { port } = new URL(served.url);
    const began = Date.now();
    const told = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          'POST /api/v1/people/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nContent-Type: application/json\r\n\r\n{',
        ),
      );
      let text = '';
      socket.on('data', (data) => {
        text += data.toString();
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
    });
    expect(told === '' || /^HTTP\/1\.1 408/.test(told)).toBe(true);
    expect(Date.now() - began).toBeLessThan(60_000);
  });

  it('[R59] a second server on the same folder is refused', async () => {
    await expect(start()).rejects.toMatchObject({ code: 'store.folder_in_use' });
  });

  it('[R98] stopping lets the request that runs finish', async () => {
    const running = fetch(`${served.url}/api/v1/people/slow`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    await wait(200);
    const began = Date.now();
    const closing = served.close();
    expect(await (await running).json()).toEqual({ done: true });
    await closing;
    expect(Date.now() - began).toBeLessThan(30_000);
    await expect(fetch(`${served.url}/health/live`)).rejects.toThrow();
  });
});

describe('elsewhere', () => {
  it('[R7] plain HTTP is refused on any other address, before anything is opened', async () => {
    for (const host of ['0.0.0.0', '192.168.1.9', '::', 'example.test'])
      await expect(start({ host })).rejects.toMatchObject({ code: 'serve.plain_http' });
  });

  it('[R7] [R21] over TLS with a certificate of its own the cookie is __Host- and HSTS is sent', async () => {
    const served = await start({ selfSigned: true });
    const authority = readFileSync(served.authorityFile ?? '', 'utf8');
    try {
      expect(served.url).toMatch(/^https:/);
      const secret = await newPerson(served.opened.house);
      const body = JSON.stringify({ secret, password: '海安亩均2025-Xq7' });
      const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
        const options = { method: 'POST', ca: authority, headers: { 'content-type': 'application/json' } };
        const asked = request(`${served.url}/api/v1/people/first-password`, options, (answer) => {
          answer.resume();
          resolve(answer.headers);
        });
        asked.on('error', reject);
        asked.end(body);
      });
      expect([headers['set-cookie']].flat().join()).toMatch(
        /^__Host-muheng=[\w-]{64}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(headers['strict-transport-security']).toBeDefined();
    } finally {
      await served.close();
    }
  });

  it('a certificate that does not fit, or a port that is taken, is said in words', async () => {
    await expect(start({ tls: { certificate: 'x', key: 'y' } })).rejects.toMatchObject({ code: 'serve.certificate_unusable' });
    const other = await start();
    const port = Number(new URL(other.url).port);
    const elsewhere = mkdtempSync(join(tmpdir(), 'muheng-serve-'));
    chmodSync(elsewhere, 0o711);
    await expect(start({ folder: elsewhere, port })).rejects.toMatchObject({ code: 'serve.port_taken' });
    await other.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });
});
