/**
 * 会话 — a random token in a cookie, its hash in the database. Who the person is, in which posts, is read anew at each request: a user
 * disabled or a post ended a second ago has no more say. @source trust R6, R11, R15
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { businessDay } from '../../../forms/day.js';
import type { Actor, House } from '../../../forms/house.js';
import { newId } from '../../../store/ids.js';
import { inScope, type Reach, type Tx, wholeOffice } from '../../../store/scope.js';
import { withDescendants } from '../queries/regions.js';
import { deleteStaleSessions, findSession, insertSession, touchSession } from '../queries/sessions.js';
import { noteSignIn } from '../queries/users.js';
import { permissionsOf, type Role, roleTable } from '../roles.js';
import { settingsOf } from '../settings.js';
import type { SignInWay } from '../tables.js';
import { newToken, readToken } from '../tokens.js';
import { isPasswordOld } from './passwordRules.js';

const minute = 60_000;
/** A last sign of life is written down once in so long, not at every request. */
const touchEvery = minute / 2;
/** A session seen so far in the future was made before the clock was set back: it ends. @source trust R68 */
const clockSlack = 5 * minute;

export interface NewSession {
  readonly userId: string;
  readonly way: SignInWay;
  readonly secondFactor: boolean;
}

/** Opens a session; gives the token for the cookie, which is kept nowhere else. */
export async function openSession(tx: Tx, officeId: string, { userId, way, secondFactor }: NewSession, now: Date) {
  const token = newToken(officeId);
  await deleteStaleSessions(tx, officeId, new Date(now.getTime() - 24 * 60 * minute));
  const sessionId = newId(now.getTime());
  await insertSession(tx, {
    ...{ office_id: officeId, session_id: sessionId, token_hash: token.hash, user_id: userId, way },
    ...{ second_factor: secondFactor, created_at: now, seen_at: now, proved_at: now },
  });
  await noteSignIn(tx, officeId, userId, now);
  return { token: token.text, sessionId };
}

/** Undefined when there is no such session, or it is over. Marks the session as seen. */
export async function actorOfToken(house: House, text: string): Promise<Actor | undefined> {
  const token = readToken(text);
  if (token === undefined) return undefined;
  const { officeId, hash } = token;
  return inScope(house.store, wholeOffice(officeId), (tx) => actorOf(tx, house, { officeId, hash }));
}

async function actorOf(tx: Tx, house: House, { officeId, hash }: { officeId: string; hash: Buffer }): Promise<Actor | undefined> {
  const now = house.now();
  const day = businessDay(now);
  const rows = await findSession(tx, { officeId, hash, day });
  const [first] = rows;
  if (first === undefined || first.disabled_at !== null || isOver(first, now)) return undefined;
  if (now.getTime() - first.seen_at.getTime() > touchEvery) await touchSession(tx, officeId, first.session_id, now);
  const posts = rows.flatMap((row) => (row.role === null ? [] : [{ ...row, role: row.role }]));
  const roles = [...new Set(posts.map(({ role }) => role))];
  const old =
    first.way === 'password' &&
    first.set_at !== null &&
    isPasswordOld(settingsOf(first.settings).passwordProfile, first.set_at, now);
  const held = old ? [] : roles.filter((role) => first.second_factor || !roleTable[role].secondFactor);
  // Whoever looks at a demonstration came by a link that is spent, and has no password to show again.
  const provedAt = house.demonstration && first.way === 'link' ? now : first.proved_at;
  return {
    ...{ officeId, userId: first.user_id, name: first.name, roles, permissions: permissionsOf(held) },
    reach: await reachOf(tx, officeId, { posts, day }),
    organisationId: posts.find(({ organisation_id }) => organisation_id !== null)?.organisation_id ?? first.own_organisation_id,
    ...{ sessionId: first.session_id, secondFactor: first.second_factor, provedAt },
  };
}

interface Life {
  readonly settings: unknown;
  readonly created_at: Date;
  readonly seen_at: Date;
}

function isOver({ settings, created_at, seen_at }: Life, now: Date): boolean {
  const { idleMinutes, sessionHours } = settingsOf(settings);
  const at = now.getTime();
  return (
    at - seen_at.getTime() > idleMinutes * minute ||
    at - created_at.getTime() > sessionHours * 60 * minute ||
    seen_at.getTime() - at > clockSlack
  );
}

export interface Posts {
  readonly posts: readonly { readonly role: Role; readonly region_id: string | null; readonly subject_id: string | null }[];
  readonly day: string;
}

/** Of posts that reach differently far (they are refused when given) the nearest counts. */
export async function reachOf(tx: Tx, officeId: string, { posts, day }: Posts): Promise<Reach> {
  const kinds = new Set(posts.map(({ role }) => roleTable[role].reach));
  if (kinds.has('none') || kinds.size === 0) return { kind: 'none' };
  if (kinds.has('subjects')) return { kind: 'subjects', subjectIds: idsOf(posts.map(({ subject_id }) => subject_id)) };
  if (!kinds.has('regions')) return { kind: 'office' };
  const regionIds = await withDescendants(tx, officeId, { regionIds: idsOf(posts.map(({ region_id }) => region_id)), day });
  return { kind: 'regions', regionIds };
}

const idsOf = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** 防伪令牌 — bound to the session, given to the page, sent back with every change. @source trust R8 */
export function csrfTokenOf({ secret }: Pick<House, 'secret'>, sessionId: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, 'muheng', 'people.csrf', 32));
  return createHmac('sha256', key).update(sessionId).digest('base64url');
}

export function isCsrfToken(house: Pick<House, 'secret'>, sessionId: string, given: string): boolean {
  const wanted = Buffer.from(csrfTokenOf(house, sessionId));
  const got = Buffer.from(given);
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}
