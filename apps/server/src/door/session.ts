/**
 * 谁在敲门 — the session of a request from its cookie, whether this person may use this route at all, and whether a change really comes
 * from our page. Before anything else of the request is read. @source trust R7, R8, R10, R11
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { permissionInWords } from '../corridors/people/permissions.zh.js';
import { type Permission, permissionsOf } from '../corridors/people/roles.js';
import { actorOfToken, isCsrfToken } from '../corridors/people/signIn/session.js';
import type { Actor, House } from '../forms/house.js';
import type { Route } from '../forms/route.js';
import { refuseForm } from '../forms/texts.zh.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null: nobody is signed in. */
    actor: Actor | null;
    cspNonce: string;
  }
  interface FastifyContextConfig {
    route?: Route;
  }
}

/** `__Host-` wants Secure, and browsers drop both over plain HTTP: on loopback the plain name stands. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-muheng' : 'muheng');

export function setSessionCookie(reply: FastifyReply, secure: boolean, token: string | null): void {
  const options = { path: '/', httpOnly: true, secure, sameSite: 'strict' } as const;
  if (token === null) reply.clearCookie(cookieName(secure), options);
  else reply.setCookie(cookieName(secure), token, options);
}

export async function findActor(house: House, request: FastifyRequest, secure: boolean): Promise<Actor | null> {
  const token = request.cookies[cookieName(secure)];
  return token === undefined ? null : ((await actorOfToken(house, token)) ?? null);
}

/** @throws Refusal door.not_signed_in, not_permitted, second_factor_needed */
export function checkMay({ may }: Route, actor: Actor | null): void {
  if (may === 'anyone') return;
  if (actor === null) throw refuseForm('not_signed_in');
  if (may === 'signed_in' || actor.permissions.has(may)) return;
  throw wouldBeHeldWithCode(actor, may)
    ? refuseForm('second_factor_needed')
    : refuseForm('not_permitted', permissionInWords(may));
}

const wouldBeHeldWithCode = (actor: Actor, may: Permission): boolean =>
  !actor.secondFactor && permissionsOf(actor.roles).has(may);

const formTypes = /^(text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * A change comes from our page: same origin as the browser tells it, no type that a form of another page could send, and the token
 * of the session. Programs outside a browser send no Origin; they still need the token. @throws Refusal door.forged
 */
export function checkOrigin(house: House, request: FastifyRequest, actor: Actor | null): void {
  const { method, headers } = request;
  if (method === 'GET' || method === 'HEAD') return;
  const { route } = request.routeOptions.config;
  const site = headers['sec-fetch-site'];
  const foreign = (site !== undefined && site !== 'same-origin') || !isOwnOrigin(headers.origin, request.host);
  const upload = route?.takes === 'file' && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
  const byForm = !upload && formTypes.test(headers['content-type'] ?? '');
  if (foreign || byForm) throw refuseForm('forged');
  // Signing in needs no token: there is no session yet, or it replaces the one there is.
  if (route?.may === 'anyone' || actor === null) return;
  const token = headers['x-csrf-token'];
  if (typeof token !== 'string' || !isCsrfToken(house, actor.sessionId, token)) throw refuseForm('forged');
}

function isOwnOrigin(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
