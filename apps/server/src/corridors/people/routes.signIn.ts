/** 登录与我的账号 — the routes at the door: each makes, changes or ends a session, or answers before there is one. */
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { atDoor, type Bound, type DoorBound, type Knock, reads } from '../../forms/route.js';
import { refuseForm } from '../../forms/texts.zh.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import * as account from './actions/account.js';
import { readPublicPage } from './contract/places.js';
import * as contract from './contract/signIn.js';
import { loginKey } from './login.js';
import { publicPageOf } from './publicPage.js';
import { listOffices } from './queries/office.js';
import { findUser } from './queries/users.js';
import { forgetAttempts, guardOf, takeAttempt } from './signIn/guard.js';
import {
  type AtTheGate,
  setFirstPassword,
  signInByIdentity,
  signInByLink,
  signInByPassword,
  startIdentity,
} from './signIn/signIn.js';
import { whoOf, whoOfToken } from './who.js';

const gateOf = ({ house, origin, actor }: Knock): AtTheGate => ({
  house,
  origin,
  earlier: actor === null ? null : { officeId: actor.officeId, sessionId: actor.sessionId },
});

const opened = async ({ house }: Knock, token: string) => ({ answer: await whoOfToken(house, token), session: { token } });

function signedIn({ actor }: Knock): Actor {
  if (actor === null) throw refuseForm('not_signed_in');
  return actor;
}

/** Guesses at one's own password or code count like guesses at the door. @source trust R3 */
async function guarded<T>(knock: Knock, work: (actor: Actor) => Promise<T>): Promise<T> {
  const actor = signedIn(knock);
  const { house, origin } = knock;
  const { officeId, userId } = actor;
  const user = await inScope(house.store, wholeOffice(officeId), (tx) => findUser(tx, officeId, userId));
  const guard = guardOf(officeId, loginKey(user?.login ?? userId), origin);
  await takeAttempt(house, guard);
  const done = await work(actor);
  await inScope(house.store, wholeOffice(officeId), (tx) => forgetAttempts(tx, guard));
  return done;
}

export const signInRoutes: readonly DoorBound[] = [
  atDoor(contract.listOffices, async ({ house }) => {
    const offices = await listOffices(house.store);
    return {
      answer: { items: offices.map(({ slug, name }) => ({ slug, name })), identityService: house.identity !== undefined },
    };
  }),
  atDoor(readPublicPage, async ({ house }, { params }) => ({ answer: await publicPageOf(house, params.slug) })),
  atDoor(contract.signIn, async (knock, { body }) => opened(knock, (await signInByPassword(gateOf(knock), body)).token)),
  atDoor(contract.signInByLink, async (knock, { body }) => opened(knock, (await signInByLink(gateOf(knock), body.token)).token)),
  atDoor(contract.setFirstPassword, async (knock, { body }) =>
    opened(knock, (await setFirstPassword(gateOf(knock), body)).token),
  ),
  atDoor(contract.startIdentity, async (knock, { body }) => ({ answer: await startIdentity(knock.house, body.office) })),
  atDoor(contract.finishIdentity, async (knock, { body }) => opened(knock, (await signInByIdentity(gateOf(knock), body)).token)),
  atDoor(contract.signOut, async (knock) => ({
    answer: await perform(account.signOut, {}, { ...knock, actor: signedIn(knock) }),
    session: 'end',
  })),
  atDoor(contract.prove, async (knock, { body }) => {
    await guarded(knock, (actor) => perform(account.prove, body, { ...knock, actor }));
    const actor = signedIn(knock);
    const provedAt = knock.house.now();
    return {
      answer: await inScope(knock.house.store, actor, (tx) => whoOf(tx, knock.house, { ...actor, provedAt })),
    };
  }),
  atDoor(contract.changePassword, async (knock, { body }) => {
    const { token } = await guarded(knock, (actor) => perform(account.changePassword, body, { ...knock, actor }));
    return opened(knock, token);
  }),
  atDoor(contract.confirmFactor, async (knock, { body }) => {
    const { token } = await guarded(knock, (actor) => perform(account.confirmFactor, body, { ...knock, actor }));
    return opened(knock, token);
  }),
  atDoor(contract.beginFactor, async (knock) => ({
    answer: await perform(account.beginFactor, {}, { ...knock, actor: signedIn(knock) }),
  })),
];

export const accountRoutes: readonly Bound[] = [reads(contract.whoAmI, ({ tx, house, actor }) => whoOf(tx, house, actor))];
