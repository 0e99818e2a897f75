/** 请求 — faults, limits, files and resent requests, on routes made for it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispositionOf } from './files.js';
import { counter, faults, oddRoutes } from './fixtures/oddRoutes.js';
import { type Browser, type TestDoor, testDoor } from './fixtures/testDoor.js';
import { allRoutes } from './rooms.js';

let own: TestDoor;
let clerk: Browser;
beforeAll(async () => {
  own = await testDoor({ routes: [...allRoutes, ...oddRoutes], limits: { file: 1000 } });
  clerk = await own.browser('lead_clerk');
});
afterAll(() => own.drop());

describe('faults', () => {
  it('[R22] nothing internal leaves; the number of the request does', async () => {
    for (const kind of Object.keys(faults)) {
      const { status, json, text, headers } = await clerk.get(`/people/fail/${kind}`);
      expect([kind, status >= 409]).toEqual([kind, true]);
      expect(json.requestId).toBe(headers['x-request-id']);
      expect(text).not.toMatch(/insert|select|\/srv|\bat \b|user_account|13800138000|TypeError|stack/i);
      expect(headers['content-type']).toContain('application/problem+json');
    }
    expect((await clerk.get('/people/fail/away')).json).toMatchObject({ status: 503, code: 'door.database_away' });
    expect((await clerk.get('/people/fail/disk')).json).toMatchObject({ status: 503, code: 'door.disk_full' });
    expect((await clerk.get('/people/fail/clash')).json).toMatchObject({ status: 409, code: 'door.clash' });
  });
});

describe('the database', () => {
  it('drops its connections under load: said as such, nothing internal, and all goes on by itself', async () => {
    const statuses: number[] = [];
    const ask = async () => {
      for (let at = 0; at < 10; at++) {
        const { status, json } = await clerk.get('/people/me');
        statuses.push(status);
        if (status !== 200) expect(json.code).toBe('door.database_away');
      }
    };
    let asking = true;
    const drop = async () => {
      while (asking) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND datname = current_database()`
          .execute(own.store.db)
          .catch(() => undefined);
      }
    };
    const asked = Promise.all(Array.from({ length: 8 }, ask)).finally(() => {
      asking = false;
    });
    await Promise.all([asked, drop()]);
    expect(statuses).toContain(503);
    // Connections that died while they lay idle leave the pool when they are asked.
    await expect.poll(async () => (await clerk.get('/people/me')).status, { timeout: 20_000 }).toBe(200);
  });
});

describe('limits', () => {
  it('[R19] body, parameter and file have a size; a forged X-Forwarded-For changes nothing', async () => {
    const big = JSON.stringify({ add: 1, more: 'x'.repeat(2_100_000) });
    expect(
      (
        await clerk.send({
          method: 'POST',
          url: '/api/v1/people/count',
          payload: big,
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(413);
    expect(await clerk.get(`/people/fail/${'x'.repeat(201)}`)).toMatchObject({ status: 404, json: { code: 'door.not_found' } });
    expect((await clerk.get('/people/%E0%A4%A')).status).toBe(404);
    expect(await upload(clerk, 'a.csv', 1000)).toMatchObject({ status: 200, json: { name: 'a.csv', sizeBytes: 1000 } });
    expect((await upload(clerk, 'a.csv', 1001)).status).toBe(413);
    expect((await upload(clerk, 'a.csv', 10, 1000)).status).toBe(413);
    await clerk.send({ method: 'GET', url: '/api/v1/people/users', headers: { 'x-forwarded-for': '9.9.9.9' } });
    const { rows } = await own.store.asOwner(async (client) => {
      await client.query(`SELECT set_config('muheng.office', $1, false)`, [own.office.officeId]);
      return client.query<{ ip: string }>('SELECT DISTINCT ip FROM audit_row WHERE ip LIKE $1', ['9.%']);
    });
    expect(rows).toEqual([]);
  });

  it('[R20] one person’s haste on one route does not slow another', async () => {
    const hasty = await testDoor({ limits: { perMinute: 5 } });
    try {
      const [one, two] = [await hasty.browser('leader'), await hasty.browser('leader')];
      const statuses: number[] = [];
      for (let at = 0; at < 7; at++) statuses.push((await one.get('/people/me')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
      expect((await one.get('/people/me')).json).toMatchObject({
        code: 'door.too_many',
        remedy: expect.stringContaining('秒后'),
      });
      expect((await one.get('/people/office')).status).toBe(200);
      expect((await two.get('/people/me')).status).toBe(200);
    } finally {
      await hasty.drop();
    }
  });
});

describe('files', () => {
  it('[R32] a download is an attachment whose name ends no header and climbs no folder', async () => {
    const { headers, text } = await clerk.get('/people/download');
    expect(text).toBe('a,b');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.\-()]+"; filename\*=UTF-8''[\w.\-%~!]+$/);
    for (const name of ['../../x', 'a\0b', '\u202Efdp.exe', '名'.repeat(100), 'CON', '-rf', ''])
      expect(dispositionOf(name)).toMatch(/^attachment; filename="[\w.\-()]+"; filename\*=UTF-8''[\w.\-%~!]+$/);
    expect(dispositionOf('../../x')).not.toContain('/x');
  });
});

describe('resent requests', () => {
  it('[R60] done once: missing 400, other content 422, running 409, replay gives the same answer', async () => {
    expect((await clerk.post('/people/count', { add: 1 })).status).toBe(400);
    expect((await clerk.post('/people/count', { add: 1 }, { 'idempotency-key': 'x' })).status).toBe(400);
    const before = counter.total;
    const at = { 'idempotency-key': 'one-and-the-same' };
    const all = await Promise.all(Array.from({ length: 100 }, () => clerk.post('/people/count', { add: 1 }, at)));
    expect(counter.total).toBe(before + 1);
    const kinds = new Set(all.map(({ status }) => status));
    expect([...kinds].every((status) => status === 200 || status === 409)).toBe(true);
    const first = all.find(({ status }) => status === 200);
    expect((await clerk.post('/people/count', { add: 1 }, at)).json).toEqual(first?.json);
    expect(await clerk.post('/people/count', { add: 2 }, at)).toMatchObject({ status: 422, json: { code: 'door.key_reused' } });
    const other = await own.browser('leader');
    expect((await other.post('/people/count', { add: 5 }, at)).json).toEqual({ total: before + 6 });
    expect(counter.total).toBe(before + 6);
  });

  it('[R60] a file of the same name and size with other content is another submission', async () => {
    const send = (letter: string) => upload(clerk, 'a.csv', 10, 1, { letter, key: 'same-key-for-files' });
    const first = await send('x');
    expect(first).toMatchObject({ status: 200, json: { name: 'a.csv' } });
    expect((await send('x')).json).toEqual(first.json);
    expect(await send('y')).toMatchObject({ status: 422, json: { code: 'door.key_reused' } });
  });

  it('[R60] what failed is not remembered: the same key may try again', async () => {
    const at = { 'idempotency-key': 'first-fails-then-works' };
    counter.failing = true;
    expect((await clerk.post('/people/count', { add: 1 }, at)).status).toBe(500);
    counter.failing = false;
    const { json } = await clerk.post('/people/count', { add: 1 }, at);
    expect((await clerk.post('/people/count', { add: 1 }, at)).json).toEqual(json);
  });
});

interface Sending {
  readonly letter?: string;
  readonly key?: string;
}

function upload(browser: Browser, name: string, size: number, parts = 1, { letter = 'x', key }: Sending = {}) {
  const one = (at: number) =>
    `--b\r\ncontent-disposition: form-data; name="file${at}"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${letter.repeat(size)}\r\n`;
  const payload = `${Array.from({ length: parts }, (_, at) => one(at)).join('')}--b--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=b', ...(key === undefined ? {} : { 'idempotency-key': key }) };
  return browser.send({ method: 'POST', url: `/api/v1/people/${key === undefined ? 'upload' : 'keep'}`, payload, headers });
}
