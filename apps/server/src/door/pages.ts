/**
 * 页面 — the built browser pages: hashed assets are kept a year by browsers, the two pages never, and each answer of a page carries a
 * fresh value that lets our styles in and no others. @source trust R21
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const nonceMark = 'CSP_NONCE_OF_THIS_ANSWER';

export async function registerPages(
  door: FastifyInstance,
  folder: string,
): Promise<(request: FastifyRequest, reply: FastifyReply) => FastifyReply> {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const office = read('index.html');
  const portal = existsSync(join(folder, 'portal.html')) ? read('portal.html') : office;
  await door.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    maxAge: '365d',
    immutable: true,
    index: false,
    decorateReply: false,
  });
  await door.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['assets/**', '*.html'],
    decorateReply: false,
    maxAge: '1h',
  });
  return (request, reply) => {
    const page = /^\/portal(\/|$|\?)/.test(request.url) ? portal : office;
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(nonceMark, request.cspNonce));
  };
}
