/** What leaves the house: real database, real servers on loopback for web, SMS and mail. */
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sendEverywhere } from '../../beside.js';
import { type Action, perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { newId } from '../../store/ids.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { historyOf } from '../audit/history.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { sendReminderAction } from './actions/notices.js';
import { sendAgainAction, setChannelAction, setWishesAction } from './actions/outgoing.js';
import { openPostOffice, type TestPostOffice } from './fixtures/postOffice.js';
import { sendOut } from './notify.js';
import { allowlistOf } from './outgoing/allowlist.js';
import { sendDue } from './outgoing/send.js';
import { type ChannelSettings, type MailSettings, type Message, message } from './outgoing/settings.js';
import { noticeRoutes } from './routes.js';

let own: TestHouse;
let clerk: Actor;
let officer: Actor;
let admin: Actor;
const received: { path: string; body: string; signature: string | undefined; authorization: string | undefined }[] = [];
let answer = 200;
let hang = 0;
let server: Server;
let port: number;
let postOffice: TestPostOffice;
const account = { user: 'muheng', password: 'letters and numbers 1' };

beforeAll(async () => {
  own = await testHouse();
  clerk = await own.actor('lead_clerk');
  officer = await own.actor('department_officer');
  admin = await own.actor('system_admin');
  server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const { 'muheng-signature': signature, authorization } = request.headers;
    received.push({
      path: request.url ?? '',
      body,
      authorization,
      signature: typeof signature === 'string' ? signature : undefined,
    });
    await new Promise((done) => setTimeout(done, hang));
    response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end('a secret of the other side');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  postOffice = await openPostOffice({ account });
});
afterAll(async () => {
  server.close();
  postOffice.close();
  await own.drop();
});

const officeId = () => own.office.officeId;
const send: Action<{ readonly told: Message; readonly fails?: boolean }, object> = {
  ...{ name: 'notices.test_send', title: '外发', may: 'signed_in', input: z.custom<{ told: Message; fails?: boolean }>() },
  async run(step, { fails, told }) {
    await sendOut(step, [message.parse(told)]);
    if (fails === true) throw new Error('rolled back');
    return { output: {}, object: { kind: 'test', id: '1' }, summary: '', change: {} };
  },
};
const hook = (n = 1): Message => ({ channel: 'webhook', event: 'appeal.received', payload: { n } });
const set = (settings: ChannelSettings, more: { secret?: string; enabled?: boolean; version?: number } = {}, who = admin) =>
  perform(setChannelAction, { version: 0, enabled: true, settings, ...more }, own.asked({ ...who, provedAt: own.house.now() }));
const pass = (minutes: number): void => own.setNow(new Date(own.house.now().getTime() + minutes * 60_000 + 1000));
const allow = (...entries: object[]): void =>
  writeFileSync(join(own.house.folder, 'outbound.json'), JSON.stringify({ 允许: entries }));
type Told = { readonly items: readonly Readonly<Record<string, unknown>>[] } & Readonly<Record<string, unknown>>;
const ask = (operation: string, who: Actor, given: { body?: unknown; query?: object; params?: object } = {}): Promise<Told> => {
  const bound = noticeRoutes.find((one) => one.route.operation === operation)!;
  return bound.answer(own.asked(who), {
    ...{ params: bound.route.params.parse(given.params ?? {}), query: bound.route.query.parse(given.query ?? {}) },
    body: bound.route.body.parse(given.body ?? {}),
  }) as Promise<Told>;
};
const rowsOf = (where: { channel?: string } = {}) =>
  inScope(own.store, wholeOffice(officeId()), (tx) => {
    const all = tx.selectFrom('outgoing').selectAll().where('office_id', '=', officeId()).orderBy('outgoing_id');
    return (where.channel === undefined ? all : all.where('channel', '=', where.channel)).execute();
  });

describe('外发', () => {
  it('[R23] a fresh house sends nothing: no channel, no list', async () => {
    await perform(send, { told: hook() }, own.asked(clerk));
    expect(allowlistOf(own.house)).toEqual([]);
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 1 });
    expect((await rowsOf())[0]).toMatchObject({ last_error: '渠道没有设置或已停用', attempts: 1 });
    await set({ channel: 'webhook', url: `http://127.0.0.1:${port}/hook` }, { secret: 'sixteen letters!' });
    pass(2);
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 1 });
    expect((await rowsOf())[0]?.last_error).toContain('白名单');
    expect(received).toEqual([]);
  });

  it('sends once allowed, signed, again after a refusal and a longer pause, and not what was rolled back', async () => {
    allow({ 主机: '127.0.0.1', 端口: port, 内网: true }, { 主机: '127.0.0.1', 端口: postOffice.port, 内网: true });
    await expect(perform(send, { told: hook(), fails: true }, own.asked(clerk))).rejects.toThrow('rolled back');
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 0 }); // the pause of the second try
    answer = 503;
    pass(5);
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 1 });
    answer = 204;
    pass(5);
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 0 }); // fifteen minutes now
    pass(10);
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(2);
    const { body, signature } = received[1]!;
    expect(signature).toBe(`sha256=${createHmac('sha256', 'sixteen letters!').update(body).digest('hex')}`);
    expect(JSON.parse(body)).toMatchObject({ event: 'appeal.received', payload: { n: 1 } });
    const [row] = await rowsOf();
    expect([row?.state, row?.sealed.length, row?.sending_until]).toEqual(['sent', 0, null]);
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 0 });
  });

  it('an unreadable row is given up with its reason and holds up no other', async () => {
    const before = received.length;
    await inScope(own.store, wholeOffice(officeId()), (tx) =>
      tx
        .insertInto('outgoing')
        .values({
          ...{
            office_id: officeId(),
            outgoing_id: newId(0),
            channel: 'webhook',
            sealed: Buffer.from('rubbish'),
            state: 'waiting',
          },
          ...{ attempts: 0, next_at: new Date(0), sending_until: null, last_error: '', created_at: new Date(0), sent_at: null },
        })
        .execute(),
    );
    await perform(send, { told: hook(2) }, own.asked(clerk));
    answer = 200;
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 1, failed: 1 });
    expect(received.length).toBe(before + 1);
    expect((await rowsOf())[0]).toMatchObject({ state: 'given_up', last_error: '存放的内容无法读取，可能更换过密钥' });
  });

  it('no transaction waits for the other side: while it is slow, rows can be read, changed and sent by others, each once', async () => {
    const before = received.length;
    for (const n of [10, 11, 12]) await perform(send, { told: hook(n) }, own.asked(clerk));
    hang = 700;
    const running = [sendDue(own.house, officeId()), sendDue(own.house, officeId())];
    await new Promise((done) => setTimeout(done, 200));
    const [idle] = await own.store.asOwner((client) =>
      client
        .query(
          "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'",
        )
        .then(({ rows }) => rows),
    );
    expect(idle).toEqual({ n: 0 });
    // No row is locked while its message is on the way: a change of all of them comes through first.
    const changed = inScope(own.store, wholeOffice(officeId()), (tx) =>
      tx.updateTable('outgoing').set({ last_error: '' }).where('office_id', '=', officeId()).execute(),
    ).then(() => 'changed');
    expect(await Promise.race([changed, ...running.map((sent) => sent.then(() => 'sent'))])).toBe('changed');
    const counts = await Promise.all(running);
    hang = 0;
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(3);
    expect(
      received
        .slice(before)
        .map(({ body }) => JSON.parse(body).payload.n)
        .sort(),
    ).toEqual([10, 11, 12]);
  });

  it('what a dead process had in hand is taken again when its time is over; after the last pause it is given up and can be renewed', async () => {
    await perform(send, { told: hook(20) }, own.asked(clerk));
    const id = (await rowsOf()).find(({ state }) => state === 'waiting')!.outgoing_id;
    const change = (values: object) =>
      inScope(own.store, wholeOffice(officeId()), (tx) =>
        tx.updateTable('outgoing').set(values).where('office_id', '=', officeId()).where('outgoing_id', '=', id).execute(),
      );
    await change({ sending_until: new Date(own.house.now().getTime() + 60_000) });
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 0 });
    pass(1);
    answer = 500;
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 0, failed: 1 });
    await change({ attempts: 7, next_at: own.house.now() });
    await sendDue(own.house, officeId());
    expect((await rowsOf()).find(({ outgoing_id }) => outgoing_id === id)).toMatchObject({
      ...{ state: 'given_up', last_error: '对方没有接收', attempts: 8 },
    });
    await perform(sendAgainAction, { outgoingId: id }, own.asked(admin));
    answer = 200;
    expect(await sendDue(own.house, officeId())).toEqual({ sent: 1, failed: 0 });
    await expect(perform(sendAgainAction, { outgoingId: id }, own.asked(admin))).rejects.toMatchObject({
      code: 'notices.not_given_up',
    });
  });

  it('channels are the system administrator’s, their secrets sealed and never shown; a signature key must be long', async () => {
    await expect(set({ channel: 'sms', url: `http://127.0.0.1:${port}/sms` }, {}, clerk)).rejects.toMatchObject({
      code: 'door.not_permitted',
    });
    await expect(
      set({ channel: 'webhook', url: `http://127.0.0.1:${port}/hook` }, { secret: 'short', version: 1 }),
    ).rejects.toMatchObject({ code: 'notices.secret_missing' });
    await expect(set({ channel: 'webhook', url: 'https://a.example/' }, { version: 9 })).rejects.toMatchObject({
      code: 'door.version_differs',
    });
    const mail = {
      channel: 'mail',
      host: '127.0.0.1',
      port: 25,
      security: 'none',
      from: 'a@b.example',
      user: 'x',
      authority: '',
    } as const;
    await expect(set(mail, { secret: 'x' })).rejects.toMatchObject({ code: 'notices.mail_open' });
    await set({ channel: 'sms', url: `http://127.0.0.1:${port}/sms` }, { secret: 'token-of-the-gateway' });
    const { items } = await ask('readChannels', admin);
    expect(JSON.stringify(items)).not.toContain('token-of-the-gateway');
    expect(items.find(({ channel }) => channel === 'sms')).toMatchObject({
      ...{ enabled: true, hasSecret: true, allowed: true, address: `127.0.0.1:${port}` },
    });
    const stored = await own.store.asOwner((client) => client.query('SELECT secret_sealed FROM outgoing_channel'));
    for (const row of stored.rows) expect(String(row.secret_sealed)).not.toContain('token-of-the-gateway');
    await expect(ask('readChannels', clerk)).rejects.toMatchObject({ code: 'door.not_permitted' });
    await set({ channel: 'sms', url: `http://127.0.0.1:${port}/sms` }, { version: 1, enabled: true });
    const history = await inScope(own.store, wholeOffice(officeId()), (tx) =>
      historyOf(tx, officeId(), { kind: 'outgoing_channel', id: 'sms' }),
    );
    expect(history.map(({ before }) => before)).toEqual([
      expect.objectContaining({ settings: { channel: 'sms', url: `http://127.0.0.1:${port}/sms` }, secret_sealed: true }),
      null,
    ]);
  });

  it('a try tells at once whether it went, and is in the ledger', async () => {
    expect(await ask('testChannel', admin, { body: { channel: 'sms', to: '13800138000' } })).toEqual({
      sent: true,
      trouble: null,
    });
    expect(received.at(-1)).toMatchObject({ path: '/sms', authorization: 'Bearer token-of-the-gateway' });
    answer = 401;
    expect(await ask('testChannel', admin, { body: { channel: 'sms', to: '13800138000' } })).toEqual({
      ...{ sent: false, trouble: '对方没有接收' },
    });
    answer = 200;
    await expect(ask('testChannel', admin, { body: { channel: 'sms', to: '1' } })).rejects.toMatchObject({
      code: 'notices.address_wrong',
    });
    await expect(ask('testChannel', admin, { body: { channel: 'mail', to: 'a@b.example' } })).rejects.toMatchObject({
      code: 'notices.channel_not_set',
    });
    const { items } = await ask('listSendings', admin, { query: { state: 'waiting' } });
    expect(items[0]).toMatchObject({ channel: 'sms', attempts: 1, lastError: '对方没有接收' });
  });

  it('[R45] mail and SMS reach those who asked for the kind, at their own address, sealed; the bell has everything', async () => {
    const settings: MailSettings = {
      ...{ channel: 'mail', host: '127.0.0.1', port: postOffice.port, security: 'none', from: 'muheng@office.example' },
      ...{ user: '', authority: '' },
    };
    await set(settings);
    await expect(
      perform(setWishesAction, { version: 0, mailKinds: ['reminder'], smsKinds: [] }, own.asked(officer)),
    ).rejects.toMatchObject({ code: 'notices.address_missing' });
    await perform(
      setWishesAction,
      { version: 0, mail: 'officer@bureau.example', phone: '13912345678', mailKinds: ['reminder'], smsKinds: ['result'] },
      own.asked(officer),
    );
    const wishes = await ask('readWishes', officer);
    expect(wishes).toMatchObject({ mailMasked: 'of****@bureau.example', phoneMasked: '139****5678', mailOpen: true, version: 1 });
    const stored = await own.store.asOwner((client) => client.query('SELECT mail_sealed, phone_sealed FROM notice_wish'));
    expect(String(stored.rows[0]?.mail_sealed)).not.toContain('bureau');
    const smsBefore = (await rowsOf({ channel: 'sms' })).length;
    const reminder = { organisationId: own.office.organisationId, title: '请归集数据', words: '3月31日前', link: '/year' };
    await perform(sendReminderAction, reminder, own.asked(clerk));
    expect((await rowsOf({ channel: 'sms' })).length).toBe(smsBefore); // SMS was asked for another kind
    await sendEverywhere(own.house, { tell: (trouble) => expect(trouble).toBeUndefined() });
    expect(postOffice.letters.map(({ to }) => to)).toEqual(['officer@bureau.example']);
    const [letter] = postOffice.letters;
    expect(letter?.text).toMatch(/^Message-ID: <[0-9a-f-]{36}@office\.example>$/m);
    expect(letter?.text).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(received.at(-1)?.body).toContain('notice.reminder'); // the office's other system, once for all readers
    expect((await ask('readNotices', officer)).unread).toBe(1);
    await expect(perform(setWishesAction, { version: 0, mailKinds: [], smsKinds: [] }, own.asked(officer))).rejects.toMatchObject(
      { code: 'door.version_differs' },
    );
  });
});
