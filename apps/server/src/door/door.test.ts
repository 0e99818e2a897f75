/** 入口 — who may, the trail, origin, headers and shapes, through every registered route. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, roleTable } from '../corridors/people/roles.js';
import { oddRoutes } from './fixtures/oddRoutes.js';
import { type Sampler, sampleOf } from './fixtures/sample.js';
import { type Browser, type TestDoor, testDoor } from './fixtures/testDoor.js';
import { allRoutes, doorRoutes } from './rooms.js';

let own: TestDoor;
let clerk: Browser;
beforeAll(async () => {
  own = await testDoor({ routes: [...allRoutes, ...oddRoutes], limits: { file: 1000 } });
  clerk = await own.browser('lead_clerk');
});
afterAll(() => own.drop());

const everything = [...allRoutes, ...doorRoutes, ...oddRoutes].map(({ route: one }) => one);
const changing = everything.filter(({ method }) => method !== 'GET');
const anyId = '01957dc7-c900-7b58-a9fa-9357894956a0';
const sampler = { idFor: () => anyId };

describe('who may', () => {
  it('[R10] every registered operation is in OpenAPI with who may; what is not signed in is refused', async () => {
    const { json } = await own.stranger().send({ method: 'GET', url: '/api/openapi.json' });
    expect(json.openapi).toBe('3.1.0');
    const told = Object.entries<Record<string, Record<string, unknown>>>(json.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => `${method.toUpperCase()} ${path} ${operation['x-may']} ${operation.operationId}`,
      ),
    );
    const wanted = everything.map(
      (one) => `${one.method} /api/v1${one.path.replace(/:(\w+)/g, '{$1}')} ${one.may} ${one.operation}`,
    );
    expect(told.sort()).toEqual(wanted.sort());
    expect(new Set(everything.map(({ operation }) => operation)).size).toBe(everything.length);
    for (const one of everything.filter(({ may }) => may !== 'anyone')) {
      const { path, query, body } = sampleOf(one, sampler);
      const answer = await own
        .stranger()
        .send({ method: one.method, url: path, query: texts(query), ...(body === undefined ? {} : { payload: body as object }) });
      expect([one.operation, answer.status, answer.json?.code]).toEqual([one.operation, 401, 'door.not_signed_in']);
    }
  });

  it.each(roles)('[R9] [R10] role × route matrix: %s may what the table says and nothing else', async (role) => {
    const browser = await own.browser(role, { subjectIds: [anyId] });
    for (const one of everything) {
      if (one.may === 'anyone' || ['signOut', 'changePassword', 'confirmFactor', 'fail', 'leak'].includes(one.operation))
        continue;
      const { path, query, body } = sampleOf(one, sampler);
      const { status, json } = await browser.send({
        method: one.method,
        url: path,
        query: texts(query),
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const allowed = one.may === 'signed_in' || roleTable[role].permissions.includes(one.may);
      const refused = status === 403 && json?.code === 'door.not_permitted';
      expect([one.operation, allowed]).toEqual([one.operation, !refused]);
    }
    if (role === 'audit_admin') expect(roleTable[role].permissions).toEqual(['office.audit']);
  });
});

describe('trail', () => {
  it('[R50] what is done and what is denied leaves one row each, what is merely wrong leaves none', async () => {
    const browsers = new Map<string, Browser>();
    for (const role of roles) browsers.set(role, await own.browser(role));
    const rows = async () =>
      (
        await own.store.asOwner(async (client) => {
          await client.query("SELECT set_config('muheng.office', $1, false)", [own.office.officeId]);
          return client.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_row');
        })
      ).rows[0]?.n ?? 0;
    const told: Record<string, number> = {};
    for (const one of allRoutes.map((bound) => bound.route)) {
      if (one.takes === 'file' || ['disableUser', 'endSessions', 'endPost', 'issueFirstSecret'].includes(one.operation)) continue;
      const holder =
        roles.find((role) => one.may === 'signed_in' || roleTable[role].permissions.some((held) => held === one.may)) ?? 'leader';
      const outsider = roles.find(
        (role) => one.may !== 'signed_in' && !roleTable[role].permissions.some((held) => held === one.may),
      );
      for (const role of outsider === undefined ? [holder] : [holder, outsider]) {
        const { path, query, body } = sampleOf(one, sampler);
        const before = await rows();
        const headers = one.idempotent ? { 'idempotency-key': `trail-${one.operation}`.slice(0, 60) } : {};
        const { status } = await browsers.get(role)!.send({
          method: one.method,
          url: path,
          query: texts(query),
          headers,
          ...(body === undefined ? {} : { payload: body as object }),
        });
        const left = (await rows()) - before;
        const denied = [401, 403, 404, 423].includes(status);
        const done = status < 300;
        // Reading is not on the trail, except that of the trail itself and of files.
        const wanted = denied ? [1] : !done ? [0] : one.method === 'GET' ? [0, 1] : [1];
        expect([one.operation, role, status, wanted.includes(left), left]).toEqual([one.operation, role, status, true, left]);
        told[denied ? 'denied' : done ? 'done' : 'wrong'] = (told[denied ? 'denied' : done ? 'done' : 'wrong'] ?? 0) + 1;
      }
    }
    console.log('[R50]', told);
    expect(told.denied).toBeGreaterThan(50);
  });
});

describe('origin', () => {
  it('[R8] no change without the token, from a foreign origin, or by a form', async () => {
    for (const one of changing) {
      const { path, body } = sampleOf(one, sampler);
      const send = (headers: Record<string, string>, payload: object | string | undefined = body as object) =>
        clerk.send({ method: one.method, url: path, headers, ...(payload === undefined ? {} : { payload }) });
      const forged = (answer: { status: number; json: { code: string } }) => [one.operation, answer.status, answer.json.code];
      const wanted = [one.operation, 403, 'door.forged'];
      if (one.may !== 'anyone') {
        expect(forged(await send({ 'x-csrf-token': '' }))).toEqual(wanted);
        expect(forged(await send({ 'x-csrf-token': 'a'.repeat(43) }))).toEqual(wanted);
      }
      expect(forged(await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }))).toEqual(wanted);
      expect(forged(await send({ origin: 'https://evil.example' }))).toEqual(wanted);
      expect(forged(await send({ origin: 'null' }))).toEqual(wanted);
      expect(forged(await send({ 'sec-fetch-site': 'same-site' }))).toEqual(wanted);
      expect(forged(await send({ 'content-type': 'text/plain' }, '{}'))).toEqual(wanted);
      expect(forged(await send({ 'content-type': 'application/x-www-form-urlencoded' }, 'a=1'))).toEqual(wanted);
    }
  });

  it('[R8] the token of another session does not serve', async () => {
    const other = await own.again(clerk.actor);
    const answer = await other.post('/people/count', { add: 1 }, { 'x-csrf-token': clerk.csrf, 'idempotency-key': 'abcdefgh' });
    expect(answer).toMatchObject({ status: 403, json: { code: 'door.forged' } });
  });

  it('[R8] reading changes nothing', async () => {
    const before = await stateOf();
    for (const one of allRoutes.map((bound) => bound.route).filter(({ method }) => method === 'GET')) {
      const { path, query } = sampleOf(one, sampler);
      await clerk.send({ method: 'GET', url: path, query: texts(query) });
      expect((await clerk.send({ method: 'HEAD', url: path, query: texts(query) })).status).toBe(404);
    }
    expect(await stateOf()).toEqual(before);
  });
});

/** Everything but sessions, which note when they were seen, and the ledger of denials. */
async function stateOf(): Promise<string[]> {
  return own.store.asOwner(async (client) => {
    await client.query(`SELECT set_config('muheng.office', $1, false), set_config('muheng.reach', 'office', false)`, [
      own.office.officeId,
    ]);
    const tables = await client.query<{ t: string }>(
      "SELECT table_name AS t FROM information_schema.columns WHERE column_name = 'office_id' AND table_schema = 'public' ORDER BY 1",
    );
    const told: string[] = [];
    for (const { t } of tables.rows) {
      if (['session', 'audit_row', 'audit_head'].includes(t)) continue;
      const { rows } = await client.query<{ h: string }>(
        `SELECT md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS h FROM ${t} x`,
      );
      told.push(`${t} ${rows[0]?.h}`);
    }
    return told;
  });
}

const texts = (query: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

describe('headers', () => {
  it('[R7] [R21] on answers, refusals, faults and what is not there', async () => {
    for (const path of ['/people/me', '/people/users', '/people/fail/sql', '/nothing/here']) {
      const { headers } = await clerk.get(path);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/object-src 'none'; base-uri 'none'.*frame-ancestors 'none'/),
        'strict-transport-security': expect.stringContaining('max-age='),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(String(headers['content-security-policy'])).not.toContain('unsafe');
    }
  });

  it('[R7] every cookie is __Host-, Secure, HttpOnly, SameSite=Strict, and ends with the session', async () => {
    const browser = await own.browser('leader');
    const out = await browser.post('/people/sign-out');
    expect([out.headers['set-cookie']].flat().join()).toMatch(
      /^__Host-muheng=; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Strict)/,
    );
    expect(out.headers['set-cookie']).not.toMatch(/Domain/);
    expect((await own.again(browser.actor)).cookie).not.toBe(browser.cookie);
  });
});

describe('shapes', () => {
  it('[R18] unknown fields, __proto__ and constructor are refused, in Chinese and by field', async () => {
    const send = (payload: string) =>
      clerk.send({
        method: 'POST',
        url: '/api/v1/people/count',
        payload,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'shape-0001' },
      });
    expect(await send('{"add":1,"isAdmin":true}')).toMatchObject({
      status: 422,
      json: { errors: [{ message: '有不认识的字段：isAdmin。' }] },
    });
    expect(await send('{"add":"x"}')).toMatchObject({
      status: 422,
      json: { errors: [{ where: '加数', path: 'add', message: '应当是数字。' }] },
    });
    expect(await send('{}')).toMatchObject({ status: 422, json: { errors: [{ where: '加数', message: '必须填写。' }] } });
    for (const payload of [
      '{"add":1,"__proto__":{"a":1}}',
      '{"add":1,"constructor":{"prototype":{"a":1}}}',
      '{"add":1',
      '',
      'null',
      '[]',
      '1',
    ])
      expect([400, 422]).toContain((await send(payload)).status);
    const nul = await send('{"add":1,"note":"a\\u0000b"}');
    expect(nul).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'note', message: '含有不能保存的空字符，请重新输入。' }] },
    });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const payload of [`{"add":${deep}}`, deep, '['.repeat(900_000)]) expect((await send(payload)).status).toBe(400);
    expect((await clerk.get('/people/users?__proto__=1&constructor=2')).status).toBe(403);
    const admin = await own.browser('system_admin');
    expect((await admin.get('/people/users?constructor=2')).status).toBe(422);
    expect((await admin.get('/people/users?__proto__=2')).status).toBe(422);
    expect((await admin.get('/people/users?limit=201')).json.errors[0]).toMatchObject({
      where: '每页条数',
      message: '不能大于 200。',
    });
    expect((await admin.get('/people/users?limit=200')).status).toBe(200);
  });

  it('[R15] an answer that says more than its shape is a fault, not a leak', async () => {
    const answer = await clerk.get('/people/leak');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('机密');
  });

  it('[R18] no odd text, number or day of the right shape makes a fault', async () => {
    const browsers = new Map<string, Browser>();
    for (const role of roles) browsers.set(role, await own.browser(role));
    const odd: readonly Partial<Sampler>[] = [
      { words: 'a\0b' },
      { words: '\ud800' },
      { words: "'; DROP TABLE session; --" },
      { words: '\u202e\ufeff\u200b' },
      { words: '亩'.repeat(5_000) },
      { words: '𬭎👨‍👩‍👧‍👦' },
      { words: '{"__proto__":1}' },
      { number: Number.MAX_SAFE_INTEGER },
      { number: -1 },
      { number: 2_147_483_648 },
      { number: 1e300 },
      { day: '0000-01-01' },
      { day: '9999-12-31' },
      { day: '0001-01-01' },
    ];
    // Those that once made faults, each day; all of them in the deep tier.
    const daily: ReadonlySet<number> = new Set([0, 7, 9, 11]);
    const faulty: string[] = [];
    for (const one of [...allRoutes, ...doorRoutes].map((bound) => bound.route)) {
      if (one.takes === 'file' || one.operation === 'signOut' || one.operation === 'endSessions') continue;
      const holder = roles.find((role) => roleTable[role].permissions.some((held) => held === one.may)) ?? 'leader';
      for (const [at, more] of odd.entries()) {
        if (process.env.MUHENG_TIER !== 'deep' && !daily.has(at)) continue;
        const { path, query, body } = sampleOf(one, { ...sampler, ...more });
        const headers = one.idempotent ? { 'idempotency-key': `odd-${at}-${one.operation}`.slice(0, 60) } : {};
        const payload = body === undefined ? {} : { payload: body as object };
        const { status, text } = await browsers
          .get(holder)!
          .send({ method: one.method, url: path, query: texts(query), headers, ...payload });
        if (status >= 500) faulty.push(`${one.operation} ${JSON.stringify(more).slice(0, 60)} ${status} ${text.slice(0, 80)}`);
      }
    }
    expect(faulty).toEqual([]);
  });

  it('[R18] no input makes a fault: random bodies to random routes', async () => {
    const runs = process.env.MUHENG_TIER === 'deep' ? 10_000 : 600;
    const admin = await own.browser('system_admin');
    const security = await own.browser('security_admin');
    const targets = [...allRoutes, ...doorRoutes]
      .map((bound) => bound.route)
      .filter(({ operation, takes }) => takes !== 'file' && operation !== 'signOut');
    const seed = Date.now() % 1_000_000;
    console.log(`[R18] seed ${seed}, ${runs} requests over ${targets.length} routes`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...targets),
        fc.constantFrom(clerk, admin, security),
        fc.json(),
        fc.webQueryParameters(),
        fc.string(),
        async (one, browser, json, query, id) => {
          const path = one.path.replace(/:(\w+)/g, () => encodeURIComponent(id));
          const url = `/api/v1${path}?${query}`;
          const headers = { 'content-type': 'application/json', 'idempotency-key': 'fuzzfuzz' };
          const answer = await browser.send({
            method: one.method,
            url,
            ...(one.method === 'GET' ? {} : { payload: json, headers }),
          });
          if (answer.status >= 500) throw new Error(`${one.operation} ${url} ${json} → ${answer.status} ${answer.text}`);
        },
      ),
      { numRuns: runs, seed },
    );
  });
});
