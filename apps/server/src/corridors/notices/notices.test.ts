/** Notices inside, and what leaves the house: real database, real servers on loopback. */
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Action, perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { sendReminderAction } from './actions/notices.js';
import { sendOut } from './notify.js';
import { allowlistOf, mayConnect } from './outgoing/allowlist.js';
import type { Message } from './outgoing/channels.js';
import { post } from './outgoing/post.js';
import { sendDue } from './outgoing/send.js';
import { noticeRoutes } from './routes.js';

let own: TestHouse;
let clerk: Actor;
let officer: Actor;
const received: { body: string; signature: string | undefined }[] = [];
let answer = 200;
let server: Server;
let port: number;

beforeAll(async () => {
  own = await testHouse();
  clerk = await own.actor('lead_clerk');
  officer = await own.actor('department_officer');
  server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const { 'muheng-signature': signature } = request.headers;
    received.push({ body, signature: typeof signature === 'string' ? signature : undefined });
    response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end('a secret of the other side');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.close();
  await own.drop();
});

const read = (actor: Actor, query: object = {}): Promise<unknown> => {
  const bound = noticeRoutes.find((one) => one.route.operation === 'readNotices')!;
  return bound.answer(own.asked(actor), { params: {}, query: bound.route.query.parse(query), body: {} });
};

describe('通知', () => {
  it('[R17] reaches the users of the organisation and nobody else; reading is by oneself', async () => {
    const reminder = { organisationId: own.office.organisationId, title: '请归集数据', words: '3月31日前', link: '/year' };
    expect(await perform(sendReminderAction, reminder, own.asked(clerk))).toEqual({ readers: 5 }); // the three administrators, the clerk, the officer
    expect(await read(officer)).toMatchObject({ unread: 1, items: [{ title: '请归集数据', readAt: null }] });
    const stranger = await own.actor('lead_clerk', { office: await own.anotherOffice('bieqv') });
    expect(await read(stranger)).toMatchObject({ unread: 0, items: [] });
    const page = (await read(officer)) as { items: { noticeId: string }[] };
    const mark = noticeRoutes.find((one) => one.route.operation === 'markNotices')!;
    const body = { noticeIds: [page.items[0]!.noticeId] };
    expect(await mark.answer(own.asked(clerk), { params: {}, query: {}, body })).toEqual({ marked: 0 });
    expect(await mark.answer(own.asked(officer), { params: {}, query: {}, body })).toEqual({ marked: 1 });
    expect(await read(officer, { unread: 'true' })).toMatchObject({ unread: 0, items: [] });
  });
});

describe('外发', () => {
  const hook = (more: Partial<Message> = {}): Message => ({
    ...{
      channel: 'webhook',
      url: `http://127.0.0.1:${port}/hook`,
      event: 'appeal.received',
      payload: { n: 1 },
      secret: 'sixteen letters!',
    },
    ...(more as object),
  });
  const send: Action<Message, object> = {
    ...{ name: 'notices.test_send', title: '外发', may: 'signed_in', input: z.custom<Message>() },
    async run(step, message) {
      await sendOut(step, message);
      if (message.url.endsWith('/fails')) throw new Error('rolled back');
      return { output: {}, object: { kind: 'test', id: '1' }, summary: '', change: {} };
    },
  };

  it('[R23] without an allowlist nothing leaves', async () => {
    await perform(send, hook(), own.asked(clerk));
    expect(allowlistOf(own.house)).toEqual([]);
    expect(await sendDue(own.house, own.office.officeId)).toEqual({ sent: 0, failed: 1 });
    expect(received).toEqual([]);
  });

  it('sends once allowed, signed, again after a refusal, and not what was rolled back', async () => {
    writeFileSync(
      join(own.house.folder, 'outbound.json'),
      JSON.stringify({ 允许: [{ 主机: '127.0.0.1', 端口: port, 内网: true }] }),
    );
    await expect(perform(send, hook({ url: `http://127.0.0.1:${port}/fails` }), own.asked(clerk))).rejects.toThrow('rolled back');
    expect(await sendDue(own.house, own.office.officeId)).toEqual({ sent: 0, failed: 0 }); // a minute's pause
    answer = 503;
    own.setNow(new Date(own.house.now().getTime() + 61_000));
    expect(await sendDue(own.house, own.office.officeId)).toEqual({ sent: 0, failed: 1 });
    answer = 204;
    own.setNow(new Date(own.house.now().getTime() + 5 * 61_000));
    expect(await sendDue(own.house, own.office.officeId)).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(2);
    const { body, signature } = received[1]!;
    expect(signature).toBe(`sha256=${createHmac('sha256', 'sixteen letters!').update(body).digest('hex')}`);
    expect(JSON.parse(body)).toMatchObject({ event: 'appeal.received', payload: { n: 1 } });
    expect(await sendDue(own.house, own.office.officeId)).toEqual({ sent: 0, failed: 0 });
  });

  const to = (url: string) => ({ url, headers: {}, body: '{}' });
  const resolving = (address: string): LookupFunction =>
    ((_name: string, options: { all?: boolean }, done: (...words: unknown[]) => void) =>
      options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4)) as LookupFunction;

  it('[R23] refuses a name that resolves to an inside address, redirects, other ports and other schemes', async () => {
    const named = [{ host: 'hook.example', port, inside: false }];
    const local = [{ host: '127.0.0.1', port, inside: true }];
    expect(await post(to(`http://hook.example:${port}/`), { allowed: named, lookup: resolving('127.0.0.1') })).toBe(
      'address_refused',
    );
    expect(await post(to(`http://hook.example:${port}/`), { allowed: named, lookup: resolving('169.254.169.254') })).toBe(
      'address_refused',
    );
    expect(await post(to(`http://hook.example:${port + 1}/`), { allowed: named, lookup: resolving('127.0.0.1') })).toBe(
      'not_allowed',
    );
    expect(await post(to(`http://127.0.0.1:${port}@evil.example/`), { allowed: local })).toBe('not_allowed');
    expect(await post(to(`file://127.0.0.1:${port}/etc/passwd`), { allowed: local })).toBe('not_allowed');
    answer = 302;
    expect(await post(to(`http://127.0.0.1:${port}/`), { allowed: local })).toBe('redirected');
    answer = 200;
    expect(await post(to(`http://127.0.0.1:${port}/`), { allowed: local })).toBeUndefined();
  });

  it.each([
    ['127.0.0.1', false],
    ['::ffff:127.0.0.1', false],
    ['10.1.2.3', false],
    ['192.168.0.1', false],
    ['::1', false],
    ['fd00::1', false],
    ['0.0.0.0', false],
    ['not an address', false],
    ['203.0.113.7', true],
    ['2606:4700::1', true],
  ] as const)('[R23] a public entry may connect to %s: %s', (address, may) => {
    expect(mayConnect(address, { host: 'x', port: 1, inside: false })).toBe(may);
  });
  it('[R23] addresses of cloud metadata are refused even to inside entries', () => {
    for (const address of ['169.254.169.254', '::ffff:169.254.169.254', 'fe80::1'])
      expect(mayConnect(address, { host: 'x', port: 1, inside: true })).toBe(false);
    expect(mayConnect('10.0.0.8', { host: 'x', port: 1, inside: true })).toBe(true);
  });
});
