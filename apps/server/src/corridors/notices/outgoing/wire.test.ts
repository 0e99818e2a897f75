/** What may be connected to, how a POST and a letter leave, and what is refused on the way: real servers on loopback. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localCertificate } from '../../../door/localCertificate.js';
import { newId } from '../../../store/ids.js';
import { openPostOffice, type TestPostOffice } from '../fixtures/postOffice.js';
import { mayConnect } from './allowlist.js';
import { sendMail } from './mail.js';
import { post } from './post.js';
import type { MailSettings } from './settings.js';

let answer = 200;
let server: Server;
let port: number;
let postOffice: TestPostOffice;
const account = { user: 'muheng', password: 'letters and numbers 1' };
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end('a secret of the other side');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  postOffice = await openPostOffice({ account });
});
afterAll(() => {
  server.close();
  postOffice.close();
});

const resolving = (address: string): LookupFunction =>
  ((_name: string, options: { all?: boolean }, done: (...words: unknown[]) => void) =>
    options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4)) as LookupFunction;

describe('外联白名单', () => {
  const to = (url: string) => ({ url, headers: {}, body: '{}' });

  it('[R23] a POST refuses a name that resolves to an inside address, redirects, other ports and other schemes', async () => {
    const named = [{ host: 'hook.example', port, inside: false }];
    const local = [{ host: '127.0.0.1', port, inside: true }];
    for (const address of ['127.0.0.1', '169.254.169.254', '::ffff:127.0.0.1', '::ffff:7f00:1'])
      expect(await post(to(`http://hook.example:${port}/`), { allowed: named, lookup: resolving(address) })).toBe(
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

  const letter = { id: newId(0), to: 'a@b.example', subject: '题', words: '文' };
  const mailBy = (more: Partial<MailSettings>): MailSettings => ({
    ...{
      channel: 'mail',
      host: '127.0.0.1',
      port: postOffice.port,
      security: 'none',
      from: 'o@office.example',
      user: '',
      authority: '',
    },
    ...more,
  });

  it('[R23] mail refuses the same: what is not listed, a name that was bound anew, cloud metadata', async () => {
    const named = [{ host: 'mail.example', port: postOffice.port, inside: false }];
    const before = postOffice.letters.length;
    const settings = mailBy({ host: 'mail.example' });
    const sending = (address: string) =>
      sendMail(letter, { settings, password: null }, { allowed: named, lookup: resolving(address) });
    for (const address of ['127.0.0.1', '169.254.169.254', '::ffff:127.0.0.1'])
      expect(await sending(address)).toBe('address_refused');
    expect(await sendMail(letter, { settings, password: null }, { allowed: [] })).toBe('not_allowed');
    const literal = [{ host: '127.0.0.1', port: postOffice.port, inside: false }];
    expect(await sendMail(letter, { settings: mailBy({}), password: null }, { allowed: literal })).toBe('address_refused');
    expect(postOffice.letters.length).toBe(before);
  });

  it('[R23] mail is encrypted as configured, and with a certificate that the office trusts, or it does not leave', async () => {
    const made = localCertificate({ names: ['mail.example'], addresses: ['127.0.0.1'], now: new Date() });
    const certificate = { cert: made.certificate, key: made.key };
    const whole = await openPostOffice({ certificate, whole: true, account });
    const upgraded = await openPostOffice({ certificate, account });
    const sendBy = (office: TestPostOffice, more: Partial<MailSettings>, password = account.password) =>
      sendMail(
        letter,
        { settings: mailBy({ host: 'mail.example', port: office.port, user: account.user, ...more }), password },
        { allowed: [{ host: 'mail.example', port: office.port, inside: true }], lookup: resolving('127.0.0.1'), timeoutMs: 3000 },
      );
    const { authority } = made;
    expect(await sendBy(whole, { security: 'tls', authority })).toBeUndefined();
    expect(await sendBy(upgraded, { security: 'starttls', authority })).toBeUndefined();
    for (const office of [whole, upgraded])
      expect(office.letters).toMatchObject([{ encrypted: true, user: account.user, to: letter.to }]);
    expect(await sendBy(whole, { security: 'tls' })).toBe('not_encrypted');
    expect(await sendBy(upgraded, { security: 'starttls' })).toBe('not_encrypted');
    expect(await sendBy(postOffice, { security: 'starttls', authority })).toBe('not_encrypted');
    expect(await sendBy(whole, { security: 'tls', authority }, 'wrong')).toBe('login_refused');
    expect(whole.letters).toHaveLength(1);
    whole.close();
    upgraded.close();
  });

  it('a recipient refused for good, for now, and a post office that says nothing are told apart', async () => {
    const strict = await openPostOffice({ onRecipient: (one) => (one.startsWith('no') ? '550 unknown' : '451 later') });
    const silent = await openPostOffice({ silent: true });
    const sendTo = (address: string, office = strict) =>
      sendMail(
        { ...letter, to: address },
        { settings: mailBy({ port: office.port }), password: null },
        { allowed: [{ host: '127.0.0.1', port: office.port, inside: true }], timeoutMs: 500 },
      );
    expect(await sendTo('nobody@b.example')).toBe('recipient_refused');
    expect(await sendTo('later@b.example')).toBe('refused');
    expect(await sendTo('a@b.example', silent)).toBe('too_slow');
    silent.close();
    strict.close();
    expect(await sendTo('a@b.example', strict)).toBe('unreachable');
  });

  it.each([
    ['127.0.0.1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
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
    for (const address of ['169.254.169.254', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', 'fe80::1'])
      expect(mayConnect(address, { host: 'x', port: 1, inside: true })).toBe(false);
    expect(mayConnect('10.0.0.8', { host: 'x', port: 1, inside: true })).toBe(true);
  });
});
