/**
 * 登记接口 — each route of the house becomes one operation: validated, limited, told in OpenAPI with who may. A request passes in this
 * order: who, may, origin, limit, shape, action; what is refused to somebody known leaves its audit row. @source trust R10, R18, R20, R50
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { appendDenial } from '../corridors/audit/append.js';
import { requestHashOf } from '../corridors/people/resent.js';
import type { Asked } from '../forms/action.js';
import type { Actor, House, Origin } from '../forms/house.js';
import type { Refusal } from '../forms/refusal.js';
import type { Bound, Checked, DoorBound, Route } from '../forms/route.js';
import { refuseForm } from '../forms/texts.zh.js';
import { discard, isFileAnswer, receiveFile, sendFile } from './files.js';
import { problemShape } from './problem.js';
import { setSessionCookie } from './session.js';

export interface Hallway {
  readonly house: House;
  readonly secure: boolean;
  readonly fileLimit: number;
}

/** What fastify needs to know of a route. */
export function operationOf({ route }: Bound | DoorBound, routeLimits: boolean) {
  const { method, path, operation, summary, may } = route;
  const bodied = method !== 'GET' && route.takes !== 'file';
  return {
    method,
    url: `/api/v1${path}`,
    config: { route, ...(routeLimits ? rateOf(route) : {}) },
    schema: {
      ...{ operationId: operation, summary, tags: [path.split('/')[1] ?? ''] },
      ...{ params: route.params, querystring: route.query, ...(bodied ? { body: route.body } : {}) },
      'x-may': may,
      'x-refusals': [...route.refusals],
      ...(may === 'anyone' ? { security: [] } : {}),
      response: {
        ...(route.gives === 'file' ? {} : { 200: route.answer }),
        default: { description: '暂不能操作或系统异常', content: { 'application/problem+json': { schema: problemShape } } },
      },
      ...(route.idempotent ? { headers: z.looseObject({ 'idempotency-key': z.string().optional() }) } : {}),
    },
  };
}

const rateOf = ({ perMinute }: Route) => (perMinute === undefined ? {} : { rateLimit: { max: perMinute } });

export function handlerOf(hall: Hallway, bound: Bound | DoorBound) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { route } = bound;
    const { house } = hall;
    const checked: Checked = { params: request.params, query: request.query, body: request.body };
    const received = route.takes === 'file' ? await receiveFile(house, request, hall.fileLimit) : undefined;
    const full = received === undefined ? checked : { ...checked, file: received.file };
    const sha256 = received?.sha256 ?? null;
    try {
      if ('answerAtDoor' in bound) return await answerAtDoor(hall, bound, { request, reply, full });
      const answer = await bound.answer(askedOf(hall, request, { route, full, sha256 }), full);
      return isFileAnswer(answer) && route.gives === 'file' ? sendFile(reply, answer) : reply.send(answer);
    } finally {
      if (received !== undefined) await discard(received.file.path);
    }
  };
}

interface AtDoor {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly full: Checked;
}

async function answerAtDoor({ house, secure }: Hallway, bound: DoorBound, { request, reply, full }: AtDoor): Promise<unknown> {
  const { answer, session } = await bound.answerAtDoor({ house, actor: request.actor, origin: originOf(request) }, full);
  if (session !== undefined) setSessionCookie(reply, secure, session === 'end' ? null : session.token);
  return reply.send(answer);
}

interface Submission {
  readonly route: Route;
  readonly full: Checked;
  readonly sha256: string | null;
}

function askedOf({ house }: Hallway, request: FastifyRequest, { route, full, sha256 }: Submission): Asked {
  const { actor } = request;
  if (actor === null) throw refuseForm('not_signed_in');
  const asked = { house, actor, origin: originOf(request) };
  if (route.idempotent !== true) return asked;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) throw refuseForm('key_missing');
  const { params, query, body, file } = full;
  const requestHash = requestHashOf([params, query, body ?? null, file?.name ?? null, sha256]);
  return { ...asked, once: { key, operation: route.operation, requestHash } };
}

export const originOf = ({ ip, id }: FastifyRequest): Origin => ({ ip, requestId: id });

/** Denials are those of access: not known, not permitted, not theirs. A wrong field is none. Sign-in keeps its own. */
export async function noteDenial(house: House, request: FastifyRequest, { code, status, message }: Refusal): Promise<void> {
  const { actor } = request;
  const { route } = request.routeOptions.config;
  if (actor === null || route === undefined || route.may === 'anyone' || !denying.has(status)) return;
  await appendDenial(house, {
    ...{ actor, origin: originOf(request), action: route.operation, title: route.summary },
    ...{ object: { kind: 'route', id: objectOf(request, actor) }, code, summary: message },
  });
}

const denying: ReadonlySet<number> = new Set([401, 403, 404, 423]);

/** The last id of the path, shortened: what was reached for. */
function objectOf({ params }: FastifyRequest, { userId }: Actor): string {
  const values = typeof params === 'object' && params !== null ? Object.values(params) : [];
  return String(values.at(-1) ?? userId).slice(0, 64);
}
