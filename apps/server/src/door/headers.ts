/** 安全响应头 — the same on every answer, errors and pages alike. @source trust R21 */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

export function policyOf(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function registerHeaders(door: FastifyInstance, secure: boolean): void {
  door.decorateRequest('cspNonce', '');
  door.addHook('onRequest', async (request, reply) => {
    request.cspNonce = randomBytes(16).toString('base64url');
    reply.headers(headersOf(request.cspNonce, request.id, secure));
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

export const headersOf = (nonce: string, requestId: string, secure: boolean): Record<string, string> => ({
  'content-security-policy': policyOf(nonce),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self)',
  'x-request-id': requestId,
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});
