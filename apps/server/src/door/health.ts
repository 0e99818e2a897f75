/** 健康与指标 — /health/live, /health/ready (degraded when a check fails), /metrics for this machine only. @source trust R97 */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { listOffices } from '../corridors/people/queries/office.js';
import type { House } from '../forms/house.js';
import { freeBytes, hasRoom } from '../store/diskRoom.js';

const leastFreeBytes = 500_000_000;

export type Checks = Readonly<Record<string, () => Promise<string | null>>>;

/** Those that every house has. */
export function houseChecks(house: House): Checks {
  return {
    async database() {
      await listOffices(house.store);
      return null;
    },
    async disk() {
      const free = await freeBytes(house.folder);
      if (free >= leastFreeBytes) return null;
      const left = `数据目录所在磁盘只剩 ${Math.floor(free / 1_000_000)} MB`;
      return (await hasRoom(house)) ? `${left}。` : `${left}，已暂停保存；查询和登录不受影响。`;
    },
  };
}

export function registerHealth(door: FastifyInstance, checks: Checks): void {
  door.get('/health/live', { schema: { hide: true }, logLevel: 'silent' }, () => ({ status: 'ok' }));
  door.get('/health/ready', { schema: { hide: true }, logLevel: 'silent' }, async (_request, reply) => {
    const told = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await wordsOf(check)] as const));
    const wrong = Object.fromEntries(told.filter(([, words]) => words !== null));
    const status = Object.keys(wrong).length === 0 ? 'ok' : 'degraded';
    return reply
      .code('database' in wrong ? 503 : 200)
      .send({ status, checks: Object.fromEntries(told.map(([name, words]) => [name, words ?? 'ok'])) });
  });
}

async function wordsOf(check: () => Promise<string | null>): Promise<string | null> {
  try {
    return await Promise.race([check(), new Promise<string>((resolve) => setTimeout(resolve, 3000, '3 秒内没有答复。').unref())]);
  } catch {
    return '检查没有通过，详见运行日志。';
  }
}

export function registerMetrics(door: FastifyInstance): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['route', 'status'] as const;
  const duration = new Histogram({
    ...{ name: 'muheng_http_seconds', help: 'Time to answer, by route', labelNames, registers: [registry] },
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });
  const denials = new Counter({
    name: 'muheng_http_denied_total',
    help: 'Answers 401, 403, 404, 429',
    labelNames,
    registers: [registry],
  });
  door.addHook('onResponse', async (request, reply) => {
    const labels = { route: request.routeOptions.config.route?.operation ?? 'page', status: String(reply.statusCode) };
    duration.observe(labels, reply.elapsedTime / 1000);
    if ([401, 403, 404, 429].includes(reply.statusCode)) denials.inc(labels);
  });
  door.get('/metrics', { schema: { hide: true }, logLevel: 'silent' }, async (request, reply) => {
    // Not through a proxy, and not from another machine.
    const near = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
    if (!near || request.headers['x-forwarded-for'] !== undefined) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
