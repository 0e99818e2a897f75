/**
 * 跨单位重放 — what people of one office ask, asked again with the sessions of another: every route, with every id that the first office
 * has. Nothing of the first is seen or changed, and the second office's ledger tells of the attempts.
 */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginKey } from '../corridors/people/login.js';
import { roles, roleTable } from '../corridors/people/roles.js';
import type { Route } from '../forms/route.js';
import { type Sample, sampleOf } from './fixtures/sample.js';
import { type Browser, type TestDoor, testDoor } from './fixtures/testDoor.js';
import { allRoutes } from './rooms.js';

const canary = '金丝雀甲秘密';
let own: TestDoor;
let intruders: Map<string, Browser>;
let ids: Map<string, string[]>;

beforeAll(async () => {
  own = await testDoor();
  const other = await own.anotherOffice('other');
  await fillOffice();
  ids = await idsOf(own.office.officeId);
  intruders = new Map();
  for (const role of roles) intruders.set(role, await own.browser(role, { office: other, subjectIds: [anyOf('subject_id')] }));
});
afterAll(() => own.drop());

const anyOf = (column: string): string => ids.get(column)?.[0] ?? ids.get('user_id')?.[0] ?? '';

/** Rows of every room, named with the canary: what people of the office themselves can ask for with least content, twice over. */
async function fillOffice(): Promise<void> {
  const admin = await own.browser('system_admin');
  const clerk = await own.browser('lead_clerk');
  const { organisationId } = (
    await admin.post('/people/organisations', { name: `${canary}局`, shortName: canary, kind: 'department' })
  ).json;
  await admin.post('/people/users', { login: 'canary', name: canary, organisationId, phone: '13912345678' });
  await admin.post('/people/regions', {
    parentId: own.office.rootRegionId,
    kind: 'town',
    name: canary,
    from: '2025-01-01',
    code: '320685100',
  });
  await clerk.post(`/people/organisations/${organisationId}/contacts`, {
    role: 'backbone',
    name: canary,
    from: '2025-01-01',
    phone: '13912345678',
  });
  await clerk.post('/people/leading-group/members', { position: 'member', organisationId, name: canary, from: '2025-01-01' });
  const insiders = new Map<string, Browser>();
  for (const role of roles) insiders.set(role, await own.browser(role));
  let done = 0;
  for (let round = 0; round < 2; round++) {
    ids = await idsOf(own.office.officeId);
    for (const one of allRoutes.map((bound) => bound.route)) {
      if (one.method === 'GET' || one.takes === 'file' || [...ownSession, ...harmful].includes(one.operation)) continue;
      const { path, query, body } = sampleOf(one, { ...sampler, words: canary });
      const { status } = await browserFor(one, insiders).send({
        ...{ method: one.method, url: path, query: texts(query) },
        headers: one.idempotent ? { 'idempotency-key': `fill-${round}-${one.operation}`.slice(0, 60) } : {},
        ...(body === undefined ? {} : { payload: body as object }),
      });
      if (status < 300) done += 1;
    }
  }
  console.log(`[R14] the first office was filled by ${done} requests, ${ids.size} kinds of ids`);
}

/** They would end the sessions or accounts of the test itself. */
const harmful = ['disableUser', 'endSessions', 'issueFirstSecret', 'givePost', 'endPost'];

async function asOffice<T>(officeId: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return own.store.asOwner(async (client) => {
    await client.query("SELECT set_config('muheng.office', $1, false), set_config('muheng.reach', 'office', false)", [officeId]);
    return work(client);
  });
}

const columnsOf = (client: pg.Client) =>
  client.query<{ t: string; c: string }>(
    `SELECT table_name AS t, column_name AS c FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name <> 'office_id'
       AND table_name IN (SELECT table_name FROM information_schema.columns WHERE column_name = 'office_id') ORDER BY 1, 2`,
  );

/** Column name → ids that the office has. */
async function idsOf(officeId: string): Promise<Map<string, string[]>> {
  return asOffice(officeId, async (client) => {
    const found = new Map<string, string[]>();
    for (const { t, c } of (await columnsOf(client)).rows) {
      const { rows } = await client.query<{ id: string | null }>(`SELECT ${c}::text AS id FROM ${t} ORDER BY 1 LIMIT 5`);
      found.set(c, [...(found.get(c) ?? []), ...rows.flatMap(({ id }) => (id === null ? [] : [id]))]);
    }
    return found;
  });
}

/** Hash of each table of the office. */
async function stateOf(officeId: string): Promise<string[]> {
  return asOffice(officeId, async (client) => {
    const { rows } = await client.query<{ t: string }>(
      "SELECT table_name AS t FROM information_schema.columns WHERE column_name = 'office_id' AND table_schema = 'public' ORDER BY 1",
    );
    const told: string[] = [];
    for (const { t } of rows) {
      const { rows: one } = await client.query<{ h: string }>(
        `SELECT md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS h FROM ${t} x`,
      );
      told.push(`${t} ${one[0]?.h}`);
    }
    return told;
  });
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const sampler = { idFor: (name: string) => idsFor(name)[0] ?? anyOf('user_id') };

/** `postId` is `user_post_id`, `parentId` is `region_id` of the office: the column that ends like the name. */
function idsFor(name: string): readonly string[] {
  const column = snake(name);
  return ids.get(column) ?? [...ids].find(([known]) => known.endsWith(`_${column}`))?.[1] ?? [];
}

const texts = (query: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

function browserFor({ may }: Route, browsers: ReadonlyMap<string, Browser>): Browser {
  const role =
    roles.find((one) => may === 'signed_in' || may === 'anyone' || roleTable[one].permissions.includes(may)) ?? 'lead_clerk';
  return browsers.get(role)!;
}

const ownSession = ['signOut', 'changePassword', 'confirmFactor', 'beginFactor', 'proveIdentity'];

describe('replay', () => {
  it('[R13] [R14] [R17] ids of another office on every route: nothing seen, nothing changed, each attempt in the ledger', async () => {
    const before = await stateOf(own.office.officeId);
    const targets = allRoutes.map((bound) => bound.route).filter(({ operation }) => !ownSession.includes(operation));
    const leaks: string[] = [];
    const reached: string[] = [];
    const answers: Record<string, number> = {};
    let asked = 0;
    for (const one of targets) {
      for (const sample of samplesOf(one)) {
        const browser = browserFor(one, intruders);
        const { status, text } = await browser.send({
          method: one.method,
          url: sample.path,
          query: texts(sample.query),
          headers: {
            'x-office-id': own.office.officeId,
            'x-tenant': 'test',
            ...(one.idempotent ? { 'idempotency-key': `replay-${asked}-key` } : {}),
          },
          ...(sample.body === undefined ? {} : { payload: sample.body as object }),
        });
        asked += 1;
        if (/:\w+Id\b/.test(one.path)) {
          const kind = status === 404 ? '404' : `${status} ${one.operation}`;
          answers[kind] = (answers[kind] ?? 0) + 1;
        }
        if (text.includes(canary) || /139(\*{4}|1234)5678/.test(text)) leaks.push(`${one.operation} ${text.slice(0, 200)}`);
        if (/:\w+Id\b/.test(one.path) && status < 300) reached.push(`${one.operation} ${status} ${text.slice(0, 200)}`);
        if (status >= 500) leaks.push(`${one.operation} ${status} ${text}`);
      }
    }
    console.log(`[R14] ${asked} requests over ${targets.length} routes; to foreign ids:`, answers);
    expect({ leaks, reached }).toEqual({ leaks: [], reached: [] });
    expect(await stateOf(own.office.officeId)).toEqual(before);
    const { officeId } = intruders.get('system_admin')!.actor;
    const denials = await asOffice(officeId, (client) =>
      client
        .query<{ n: number }>("SELECT count(*)::int AS n FROM audit_row WHERE outcome = 'denied'")
        .then(({ rows }) => rows[0]?.n ?? 0),
    );
    const withIds = targets.filter(({ path }) => /:\w+Id\b/.test(path)).length;
    expect(denials).toBeGreaterThanOrEqual(Math.floor(withIds / 2));
  });

  it('[R13] an office named in the query or the body is not taken', async () => {
    const admin = intruders.get('system_admin')!;
    expect((await admin.get(`/people/users?officeId=${own.office.officeId}`)).status).toBe(422);
    const made = await admin.post('/people/organisations', {
      officeId: own.office.officeId,
      name: 'x',
      shortName: 'x',
      kind: 'other',
    });
    expect(made.status).toBe(422);
    const { json } = await admin.get('/people/office');
    expect(json.officeId).toBe(admin.actor.officeId);
  });

  it('[R13] a session token whose office was exchanged opens nothing', async () => {
    const browser = intruders.get('leader')!;
    const token = Buffer.from(browser.cookie.split('=')[1] ?? '', 'base64url');
    Buffer.from(own.office.officeId.replaceAll('-', ''), 'hex').copy(token);
    const forged = own.stranger();
    forged.cookie = `__Host-muheng=${token.toString('base64url')}`;
    expect((await forged.get('/people/me')).status).toBe(401);
  });

  it('[R17] the same login name lives in two offices, and signing in to one says nothing of the other', async () => {
    expect(loginKey('Canary ')).toBe('canary');
    const offices = await own.stranger().get('/people/offices');
    expect(offices.text).not.toContain(canary);
    const answer = await own.stranger().post('/people/sign-in', { office: 'other', login: 'canary', password: 'whatever-1A' });
    expect(answer).toMatchObject({ status: 401, json: { code: 'people.sign_in_failed' } });
    expect(await own.stranger().post('/people/sign-in', { login: 'canary', password: 'x' })).toMatchObject({
      status: 422,
      json: { code: 'people.office_unclear' },
    });
  });
});

/** One request for each known id of the route's parameters. */
function samplesOf(one: Route): Sample[] {
  const name = /:(\w+)/.exec(one.path)?.[1];
  const known = name === undefined ? [] : idsFor(name).slice(0, 3);
  if (known.length === 0) return [sampleOf(one, sampler)];
  return known.map((id) => sampleOf(one, { idFor: (field) => (field === name ? id : sampler.idFor(field)) }));
}
