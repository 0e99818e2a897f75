/**
 * 外发请求 — one POST to an allowed host: the address is looked at when the connection is made, redirects are not followed, and the
 * answer's body goes nowhere. @source trust R23
 */
import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { findAllowed } from './allowlist.js';
import { AddressRefused, checkedLookup, literalRefused, type Wire, type WireTrouble } from './connect.js';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Undefined when the other side took it (2xx). */
export function post({ url, headers, body }: Post, wire: Wire): Promise<WireTrouble | undefined> {
  const target = URL.parse(url);
  const entry = target === null ? undefined : findAllowed(wire.allowed, target);
  if (target === null || entry === undefined || !/^https?:$/.test(target.protocol)) return Promise.resolve('not_allowed');
  if (literalRefused(target.hostname.replace(/^\[|\]$/g, ''), entry)) return Promise.resolve('address_refused');
  const client = target.protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    const request = client.request(
      target,
      {
        ...{ method: 'POST', agent: false, lookup: checkedLookup(wire.lookup ?? systemLookup, entry) },
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal: AbortSignal.timeout(wire.timeoutMs ?? 10_000),
      },
      (response) => {
        response.destroy();
        const status = response.statusCode ?? 0;
        resolve(status >= 200 && status < 300 ? undefined : status >= 300 && status < 400 ? 'redirected' : 'refused');
      },
    );
    request.on('error', (error) => resolve(troubleOf(error)));
    request.end(body);
  });
}

function troubleOf(error: Error): WireTrouble {
  if (error instanceof AddressRefused) return 'address_refused';
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'too_slow' : 'unreachable';
}
