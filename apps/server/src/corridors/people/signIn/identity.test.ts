/** 统一身份认证 — tried against a small provider on this machine that signs real tokens. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor } from '../../../door/openDoor.js';
import { perform } from '../../../forms/action.js';
import type { House } from '../../../forms/house.js';
import { inScope, wholeOffice } from '../../../store/scope.js';
import { linkIdentity } from '../actions/identities.js';
import { type TestHouse, testHouse } from '../fixtures/testHouse.js';
import { identityService } from './identity.js';

const client = { clientId: 'muheng', clientSecret: 'shared-with-the-provider' };
const redirectUri = 'https://muheng.test/sign-in/identity';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let server: Server;
let issuer = '';
/** Who is signed in at the provider, and what it says of the way. */
let person = { sub: 'gov-0001', amr: ['pwd'] };
let nonceSent: string | undefined;
const codes = new Map<string, { challenge: string; nonce: string }>();

/** What a browser would do at the provider: consent, and come back with a code. */
function visit(url: string): string {
  const { searchParams } = new URL(url);
  const code = randomBytes(8).toString('hex');
  codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', nonce: nonceSent ?? searchParams.get('nonce') ?? '' });
  return `?code=${code}&state=${searchParams.get('state')}`;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function idToken(nonce: string): string {
  const now = Math.floor(Date.now() / 1000);
  const body = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part({ iss: issuer, aud: client.clientId, ...person, nonce, iat: now, exp: now + 60 })}`;
  return `${body}.${createSign('sha256').update(body).sign(privateKey).toString('base64url')}`;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (data) => {
      text += String(data);
    });
    request.on('end', () => {
      const answer = (body: object, status = 200) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (request.url === '/.well-known/openid-configuration')
        return answer({
          ...{
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/keys`,
          },
          ...{
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          },
        });
      if (request.url === '/keys')
        return answer({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
      const given = new URLSearchParams(text);
      const known = codes.get(given.get('code') ?? '');
      codes.delete(given.get('code') ?? '');
      const verifier = createHash('sha256')
        .update(given.get('code_verifier') ?? '')
        .digest('base64url');
      if (known === undefined || known.challenge !== verifier) return answer({ error: 'invalid_grant' }, 400);
      return answer({ access_token: 'unused', token_type: 'bearer', id_token: idToken(known.nonce) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => server.close());

describe('signing in by the identity service', () => {
  let own: TestHouse;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let userId = '';
  beforeAll(async () => {
    own = await testHouse();
    own.setNow(new Date());
    const house: House = { ...own.house, identity: identityService({ issuer, ...client, redirectUri }) };
    door = await openDoor(house, { secure: true });
    const clerk = await own.actor('lead_head');
    userId = clerk.userId;
    const asked = { ...own.asked(await own.actor('system_admin')), house };
    await perform(linkIdentity, { userId, issuer, subject: 'gov-0001' }, asked);
  });
  afterAll(async () => {
    await door.close();
    await own.drop();
  });

  const post = async (path: string, payload: object) => {
    const { statusCode, body, headers } = await door.inject({ method: 'POST', url: `/api/v1/people/identity/${path}`, payload });
    return { status: statusCode, json: JSON.parse(body), cookie: headers['set-cookie'] };
  };
  const begin = async (): Promise<{ url: string; flow: string }> => (await post('start', {})).json;

  it('[R6] opens the linked account in a session of ours; a second factor counts when the service says so', async () => {
    const { url, flow } = await begin();
    const done = await post('finish', { answer: visit(url), flow });
    expect(done).toMatchObject({ status: 200, json: { userId, secondFactor: { used: false, needed: true }, permissions: [] } });
    expect(String(done.cookie)).toMatch(/^__Host-muheng=/);
    person = { sub: 'gov-0001', amr: ['pwd', 'mfa'] };
    const again = await begin();
    const strong = await post('finish', { answer: visit(again.url), flow: again.flow });
    expect(strong).toMatchObject({
      status: 200,
      json: { secondFactor: { used: true }, permissions: expect.arrayContaining(['year.decide']) },
    });
  });

  it('[R8] the answer of one browser does not fit the flow of another, nor twice, nor after ten minutes', async () => {
    const [mine, other] = [await begin(), await begin()];
    expect(await post('finish', { answer: visit(mine.url), flow: other.flow })).toMatchObject({
      status: 401,
      json: { code: 'people.identity_failed' },
    });
    const answer = visit(mine.url);
    expect((await post('finish', { answer, flow: mine.flow })).status).toBe(200);
    expect((await post('finish', { answer, flow: mine.flow })).status).toBe(401);
    const late = await begin();
    const lateAnswer = visit(late.url);
    own.setNow(new Date(Date.now() + 601_000));
    expect((await post('finish', { answer: lateAnswer, flow: late.flow })).status).toBe(401);
    own.setNow(new Date());
    expect((await post('finish', { answer: '?error=access_denied', flow: late.flow })).status).toBe(401);
    expect((await post('finish', { answer, flow: `${late.flow.slice(0, -4)}AAAA` })).status).toBe(401);
  });

  it('a token with another nonce, or of somebody we do not know, opens nothing; the person is told what to hand over, the ledger is not', async () => {
    const { url, flow } = await begin();
    nonceSent = 'of-another-sign-in';
    expect((await post('finish', { answer: visit(url), flow })).json.code).toBe('people.identity_failed');
    nonceSent = undefined;
    person = { sub: 'gov-9999', amr: ['pwd'] };
    const again = await begin();
    expect(await post('finish', { answer: visit(again.url), flow: again.flow })).toMatchObject({
      status: 403,
      json: { code: 'people.identity_unknown', details: { issuer, subject: 'gov-9999' } },
    });
    const { officeId } = own.office;
    const ledger = await inScope(own.store, wholeOffice(officeId), (tx) =>
      tx.selectFrom('audit_row').selectAll().where('office_id', '=', officeId).orderBy('seq').execute(),
    );
    expect(ledger.at(-1)).toMatchObject({ outcome: 'denied', summary: expect.stringContaining('没有对应的本系统账号') });
    expect(JSON.stringify(ledger)).not.toContain('gov-9999');
  });

  it('[R4] [R9] opens nothing for an account that has become an administrator since', async () => {
    const clerk = await own.actor('lead_clerk');
    const asked = {
      ...own.asked(await own.actor('system_admin')),
      house: { ...own.house, identity: identityService({ issuer, ...client, redirectUri }) },
    };
    await perform(linkIdentity, { userId: clerk.userId, issuer, subject: 'gov-0007' }, asked);
    const { officeId } = own.office;
    await inScope(own.store, wholeOffice(officeId), (tx) =>
      tx
        .updateTable('user_post')
        .set({ role: 'audit_admin' })
        .where('office_id', '=', officeId)
        .where('user_id', '=', clerk.userId)
        .execute(),
    );
    person = { sub: 'gov-0007', amr: ['pwd', 'mfa'] };
    const { url, flow } = await begin();
    expect(await post('finish', { answer: visit(url), flow })).toMatchObject({
      status: 403,
      json: { code: 'people.identity_of_administrator' },
    });
  });

  it('where there is no service, the page does not offer it and the routes say so', async () => {
    const plain = await openDoor(own.house, { secure: true });
    const offices = await plain.inject({ method: 'GET', url: '/api/v1/people/offices' });
    expect(offices.json()).toMatchObject({ identityService: false });
    const start = await plain.inject({ method: 'POST', url: '/api/v1/people/identity/start', payload: {} });
    expect(start.json()).toMatchObject({ status: 404, code: 'people.identity_off' });
    await plain.close();
  });
});
