/**
 * 外发请求 — one POST to an allowed host: the address is looked at when the connection is made, redirects are not followed, and the
 * answer's body goes nowhere. @source trust R23
 */
import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Allowed, findAllowed, mayConnect } from './allowlist.js';

export type PostTrouble = 'not_allowed' | 'address_refused' | 'redirected' | 'refused' | 'unreachable' | 'too_slow';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Wire {
  readonly allowed: readonly Allowed[];
  /** Tests stand in for the resolver, never for the check. */
  readonly lookup?: LookupFunction;
  readonly timeoutMs?: number;
}

/** Undefined when the other side took it (2xx). */
export function post({ url, headers, body }: Post, wire: Wire): Promise<PostTrouble | undefined> {
  const target = URL.parse(url);
  const entry = target === null ? undefined : findAllowed(wire.allowed, target);
  if (target === null || entry === undefined || !/^https?:$/.test(target.protocol)) return Promise.resolve('not_allowed');
  const literal = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !mayConnect(literal, entry)) return Promise.resolve('address_refused');
  const client = target.protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    const request = client.request(
      target,
      {
        ...{ method: 'POST', agent: false, lookup: checked(wire.lookup ?? systemLookup, entry) },
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

class AddressRefused extends Error {}

function troubleOf(error: Error): PostTrouble {
  if (error instanceof AddressRefused) return 'address_refused';
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'too_slow' : 'unreachable';
}

/** Every address of the answer must be one that the entry may have: the connection may take any of them. */
function checked(lookup: LookupFunction, entry: Allowed): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, options, (error, address, family) => {
      if (error !== null) return done(error, '', 0);
      const all = Array.isArray(address) ? address.map((one) => one.address) : [address];
      if (all.length === 0 || !all.every((one) => mayConnect(one, entry))) return done(new AddressRefused(hostname), '', 0);
      done(null, address, family);
    });
  };
}
