/** 统一身份关联 — seen, linked and unlinked by the system administrator, on a real database; the way in through the service is in signIn/identity.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor, House } from '../../forms/house.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { historyOf } from '../audit/history.js';
import { linkIdentity, unlinkIdentity } from './actions/identities.js';
import { type TestHouse, testHouse } from './fixtures/testHouse.js';
import { readIdentities, readUsers } from './reads.js';
import { peopleRoutes } from './routes.js';
import { identityService } from './signIn/identity.js';
import { openSession } from './signIn/session.js';

const issuer = 'https://id.example.gov.cn';
const reason = '本人调离';
let own: TestHouse;
let house: House;
let system: Actor;
let clerk: Actor;
let head: Actor;
let made = 0;
const subject = () => `gov-${++made}`;

beforeAll(async () => {
  own = await testHouse();
  const redirectUri = 'https://muheng.test/sign-in/identity';
  house = { ...own.house, identity: identityService({ issuer, clientId: 'muheng', clientSecret: 'unused', redirectUri }) };
  [system, clerk, head] = [await own.actor('system_admin'), await own.actor('lead_clerk'), await own.actor('lead_head')];
});
afterAll(() => own.drop());

const asked = (actor: Actor, at: House = house) => ({ ...own.asked(actor), house: at });
const link = (given: { userId: string; subject: string; issuer?: string }, actor = system) =>
  perform(linkIdentity, { issuer, ...given }, asked(actor));
const unlink = (identityId: string, actor = system) => perform(unlinkIdentity, { identityId, reason }, asked(actor));
const seen = ({ userId }: Actor, by = system, at: House = house) =>
  readInScope(at.store, by, (tx) => readIdentities({ tx, house: at, actor: by }, userId));
const inOffice = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(own.store, wholeOffice(own.office.officeId), work);
const sessionsOf = ({ officeId, userId }: Actor) =>
  inOffice((tx) =>
    tx.selectFrom('session').select('way').where('office_id', '=', officeId).where('user_id', '=', userId).execute(),
  );

describe('linking', () => {
  it('[R50] shows issuer, subject, since when and by whom; the history keeps both steps, the ledger no subject', async () => {
    const sub = subject();
    const { identityId } = await link({ userId: clerk.userId, subject: sub });
    expect(await seen(clerk)).toEqual({
      items: [
        { identityId, issuer, subject: sub, linkedAt: own.house.now().toISOString(), linkedByName: system.name, served: true },
      ],
      ...{ service: issuer, passwordSet: false },
    });
    const page = await readInScope(own.store, system, (tx) =>
      readUsers({ tx, house, actor: system }, { limit: 200, after: undefined, name: undefined, organisationId: undefined }),
    );
    expect(page.items.map(({ userId, identities }) => [userId, identities])).toEqual(
      expect.arrayContaining([
        [clerk.userId, 1],
        [head.userId, 0],
      ]),
    );
    await unlink(identityId);
    expect((await seen(clerk)).items).toEqual([]);
    const { officeId } = system;
    const history = await inOffice((tx) => historyOf(tx, officeId, { kind: 'user_identity', id: identityId }));
    expect(history).toMatchObject([
      { title: '解除统一身份', reason, userName: system.name, before: { subject: sub, user_id: clerk.userId } },
      { title: '关联统一身份', before: null },
    ]);
    const ledger = await inOffice((tx) => tx.selectFrom('audit_row').selectAll().where('office_id', '=', officeId).execute());
    expect(ledger.filter(({ action }) => action.endsWith('link_identity')).map((row) => row.object_id)).toEqual([
      clerk.userId,
      clerk.userId,
    ]);
    expect(JSON.stringify(ledger)).not.toContain(sub);
  });

  it('[R1] one identity opens one account: never taken over, told whose it is, exact to the letter, and one of two at once', async () => {
    const sub = subject();
    await link({ userId: clerk.userId, subject: sub });
    await expect(link({ userId: head.userId, subject: sub })).rejects.toMatchObject({
      code: 'people.identity_taken',
      message: expect.stringContaining(clerk.name),
    });
    await expect(link({ userId: clerk.userId, subject: sub })).rejects.toMatchObject({ code: 'people.identity_linked' });
    expect((await seen(clerk)).items.map((one) => one.subject)).toEqual([sub]);
    expect((await seen(head)).items).toEqual([]);
    await link({ userId: head.userId, subject: sub.toUpperCase() });
    const raced = subject();
    const both = await Promise.allSettled([clerk, head].map(({ userId }) => link({ userId, subject: raced })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'people.identity_taken' } });
    expect([...(await seen(clerk)).items, ...(await seen(head)).items].filter((one) => one.subject === raced)).toHaveLength(1);
  });

  it('takes only the word of the service that the house asks, however its address is spelled', async () => {
    const { userId } = clerk;
    await expect(link({ userId, subject: subject(), issuer: 'https://id.other.gov.cn' })).rejects.toMatchObject({
      code: 'people.issuer_unknown',
      remedy: expect.stringContaining(issuer),
    });
    await expect(link({ userId, subject: subject(), issuer: `${issuer}/realms/a` })).rejects.toMatchObject({
      code: 'people.issuer_unknown',
    });
    const sub = subject();
    await link({ userId, subject: sub, issuer: 'https://ID.example.gov.cn:443/' });
    expect((await seen(clerk)).items.find((one) => one.subject === sub)).toMatchObject({ issuer, served: true });
    await expect(perform(linkIdentity, { userId, issuer, subject: subject() }, asked(system, own.house))).rejects.toMatchObject({
      code: 'people.identity_not_served',
    });
    const without = await seen(clerk, system, own.house);
    expect(without).toMatchObject({ service: null });
    expect(without.items.every(({ served }) => !served)).toBe(true);
  });

  it('[R9] the security administrator sees and does not link; whoever does the work sees nothing', async () => {
    const security = await own.actor('security_admin');
    const sub = subject();
    const { identityId } = await link({ userId: clerk.userId, subject: sub });
    expect((await seen(clerk, security)).items.map((one) => one.subject)).toContain(sub);
    for (const actor of [security, clerk]) {
      await expect(link({ userId: clerk.userId, subject: subject() }, actor)).rejects.toMatchObject({
        code: 'door.not_permitted',
      });
      await expect(unlink(identityId, actor)).rejects.toMatchObject({ code: 'door.not_permitted' });
    }
  });

  it('[R4] [R9] no administrator is linked: who links would become another of them', async () => {
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const) {
      const { userId } = await own.actor(role);
      await expect(link({ userId, subject: subject() })).rejects.toMatchObject({ code: 'people.identity_of_administrator' });
    }
  });

  it('[R15] everybody sees what opens their own account, and no other', async () => {
    const person = await own.actor('leader');
    const sub = subject();
    await link({ userId: person.userId, subject: sub });
    const route = peopleRoutes.find((one) => one.route.operation === 'listOwnIdentities');
    const told = (actor: Actor) => route?.answer(asked(actor), { params: {}, query: {}, body: {} });
    expect(await told(person)).toMatchObject({ items: [{ subject: sub }] });
    expect(JSON.stringify(await told(head))).not.toContain(`"${sub}"`);
  });

  it('[R4] a way into an account wants a second factor and a proof of the last ten minutes', async () => {
    const { userId } = clerk;
    const { identityId } = await link({ userId, subject: subject() });
    const weak = { ...system, secondFactor: false };
    const stale = { ...system, provedAt: new Date(own.house.now().getTime() - 601_000) };
    for (const [actor, code] of [
      [weak, 'door.second_factor_needed'],
      [stale, 'door.proof_needed'],
    ] as const) {
      await expect(link({ userId, subject: subject() }, actor)).rejects.toMatchObject({ code });
      await expect(unlink(identityId, actor)).rejects.toMatchObject({ code });
    }
  });
});

describe('unlinking', () => {
  it('[R6] ends what came in by the service, leaves what came in by password, and is done once', async () => {
    const person = await own.actor('leader');
    const sub = subject();
    const { identityId } = await link({ userId: person.userId, subject: sub });
    for (const way of ['oidc', 'password', 'oidc'] as const)
      await inOffice((tx) =>
        openSession(tx, person.officeId, { userId: person.userId, way, secondFactor: false }, own.house.now()),
      );
    await unlink(identityId);
    expect(await sessionsOf(person)).toEqual([{ way: 'password' }]);
    await expect(unlink(identityId)).rejects.toMatchObject({ code: 'people.identity_not_found' });
    await link({ userId: head.userId, subject: sub });
    expect((await seen(head)).items.map((one) => one.subject)).toContain(sub);
  });

  it('[R14] another office reaches neither the account nor the identity', async () => {
    const office = await own.anotherOffice('other');
    const foreign = await own.actor('system_admin', { office });
    const sub = subject();
    const { identityId } = await link({ userId: clerk.userId, subject: sub });
    await expect(unlink(identityId, foreign)).rejects.toMatchObject({ code: 'people.identity_not_found' });
    await expect(link({ userId: clerk.userId, subject: subject() }, foreign)).rejects.toMatchObject({
      code: 'people.user_not_found',
    });
    await expect(seen(clerk, foreign)).rejects.toMatchObject({ code: 'people.user_not_found' });
    expect((await seen(clerk)).items.map((one) => one.subject)).toContain(sub);
  });
});
