/**
 * 入口 — one fastify instance with every route of the house, called as a value by tests. What is not registered here does not exist;
 * the order in which a request is judged stands in register.ts. @source trust R10, R18–R22, R97
 */
import { createServer } from 'node:https';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
  fastify,
  LogController,
} from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { House } from '../forms/house.js';
import { refuseForm } from '../forms/texts.zh.js';
import { newId } from '../store/ids.js';
import { headersOf, registerHeaders } from './headers.js';
import { houseChecks, registerHealth, registerMetrics } from './health.js';
import { errorWords } from './log.js';
import { nulIssue, pathOfNul } from './nul.js';
import { registerOpenApi } from './openApi.js';
import { type DoorLimits, type DoorOptions, usualLimits } from './options.js';
import { registerPages } from './pages.js';
import { ShapeError, sendProblem, troubleOf } from './problem.js';
import { handlerOf, noteDenial, operationOf } from './register.js';
import { allRoutes, doorRoutes } from './rooms.js';
import { checkMay, checkOrigin, findActor } from './session.js';

export async function openDoor(house: House, options: DoorOptions): Promise<FastifyInstance> {
  const limits: DoorLimits = { ...usualLimits, ...options.limits };
  const { secure, logger, tls } = options;
  const door: FastifyInstance = fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    ...(tls === undefined ? {} : { serverFactory: tlsServer(tls, limits) }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestTimeout: limits.requestTimeout,
    connectionTimeout: limits.requestTimeout,
    bodyLimit: limits.body,
    routerOptions: { maxParamLength: limits.param },
    exposeHeadRoutes: false,
    trustProxy: options.trustedProxies === undefined ? false : [...options.trustedProxies],
    genReqId: () => newId(house.now().getTime()),
    // A path that cannot be never meets the hooks: it gets its headers here.
    frameworkErrors: (_error, request, reply) => {
      reply.headers(headersOf('none', request.id, secure));
      return sendProblem(reply, troubleOf(refuseForm('not_found'), request.id).problem);
    },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  door.removeContentTypeParser('text/plain');
  door.setValidatorCompiler(({ schema, httpPart }) => validatorOf(schema, httpPart ?? 'body'));
  door.setSerializerCompiler(serializerCompiler);
  door.decorateRequest('actor', null);
  registerHeaders(door, secure);
  registerMetrics(door);
  await registerPlugins(door, limits);
  const openPage = options.webFolder === undefined ? undefined : await registerPages(door, options.webFolder);
  setAnswers(door, house, openPage);
  await registerOpenApi(door);
  registerHealth(door, { ...houseChecks(house), ...options.checks });
  registerRoutes(door, house, { options, limits });
  return door;
}

const tlsServer =
  ({ certificate, key }: { certificate: string; key: string }, { requestTimeout }: DoorLimits): FastifyServerFactory =>
  (handler) =>
    createServer(
      { cert: certificate, key, minVersion: 'TLSv1.2', requestTimeout, headersTimeout: Math.min(30_000, requestTimeout) },
      handler,
    );

/** Each part is checked by its schema; what is not said is refused. */
function validatorOf(schema: unknown, part: string) {
  if (!(schema instanceof z.ZodType)) throw new Error('a route without a zod schema');
  return (data: unknown) => {
    const nul = pathOfNul(data);
    if (nul !== undefined) return { error: new ShapeError(schema, [nulIssue(nul)], part) };
    // No body at all is an empty one.
    const result = schema.safeParse(part === 'body' ? (data ?? {}) : data);
    return result.success ? { value: result.data } : { error: new ShapeError(schema, result.error.issues, part) };
  };
}

async function registerPlugins(door: FastifyInstance, limits: DoorLimits): Promise<void> {
  await door.register(cookie);
  await door.register(compress, { global: true, threshold: 2048, encodings: ['br', 'gzip'] });
  await door.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: limits.file } });
  await door.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelay,
    pressureHandler: (request, reply) => {
      // Whether we live can always be asked, and a page that loads can say that the house is busy.
      if (request.url.startsWith('/api/')) sendProblem(reply, troubleOf(refuseForm('busy'), request.id).problem);
    },
  });
  await door.register(rateLimit, {
    global: true,
    hook: 'preValidation',
    timeWindow: '1 minute',
    cache: 50_000,
    // Pages and their parts are many, cheap and the same for all.
    allowList: ({ routeOptions }) => routeOptions.config.route === undefined,
    max: (request) => (request.actor === null ? limits.strangerPerMinute : limits.perMinute),
    keyGenerator: ({ actor, ip, routeOptions }) => `${actor?.userId ?? ip} ${routeOptions.config.route?.operation}`,
    errorResponseBuilder: (_request, { ttl }) => refuseForm('too_many', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  });
}

type OpenPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

function setAnswers(door: FastifyInstance, house: House, openPage: OpenPage | undefined): void {
  door.setErrorHandler(async (error, request, reply) => {
    const { refusal, problem } = troubleOf(error, request.id);
    if (refusal === undefined || problem.status === 503) request.log.error({ err: errorWords(error) }, 'fault');
    if (refusal?.cause !== undefined) request.log.warn({ err: errorWords(refusal.cause) }, 'refused because of');
    if (refusal !== undefined) await noteDenial(house, request, refusal).catch((cause: unknown) => tellLost(request.log, cause));
    return sendProblem(reply, problem);
  });
  door.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !/^\/(api|assets|health|metrics)(\/|$|\?)/.test(request.url);
    if (page && openPage !== undefined) return openPage(request, reply);
    return sendProblem(reply, troubleOf(refuseForm('not_found'), request.id).problem);
  });
  door.addHook('onResponse', async (request, reply) => {
    const { route } = request.routeOptions.config;
    if (route === undefined) return;
    const { actor, method } = request;
    const line = { operation: route.operation, method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    request.log.info({ ...line, officeId: actor?.officeId, userId: actor?.userId }, 'answered');
  });
}

/** A denial that could not be written down is an alarm, the answer stays a denial. */
const tellLost = (log: FastifyBaseLogger, cause: unknown): void =>
  log.error({ err: errorWords(cause) }, 'denial not written to the audit ledger');

function registerRoutes(door: FastifyInstance, house: House, given: { options: DoorOptions; limits: DoorLimits }): void {
  const { options, limits } = given;
  const { secure } = options;
  const hall = { house, secure, fileLimit: limits.file };
  door.addHook('onRequest', async (request) => {
    const { route } = request.routeOptions.config;
    if (route === undefined) return;
    request.actor = await findActor(house, request, secure);
    if (route.may !== 'anyone' && request.actor === null) throw refuseForm('not_signed_in');
    checkOrigin(house, request, request.actor);
    checkMay(route, request.actor);
  });
  for (const bound of [...(options.doorRoutes ?? doorRoutes), ...(options.routes ?? allRoutes)])
    door.route({ ...operationOf(bound, limits.routeLimits), handler: handlerOf(hall, bound) });
}
