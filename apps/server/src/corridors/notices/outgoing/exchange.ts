/**
 * 外发并取回答 — one POST to an allowed host whose answer is wanted: the same looks at address and redirects as `post`, the answer read up
 * to a size and no further. @source trust R23
 */
import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { findAllowed } from './allowlist.js';
import { AddressRefused, checkedLookup, literalRefused, type Wire, type WireTrouble } from './connect.js';
import type { Post } from './post.js';

export interface AnswerWish {
  readonly mostBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** The bytes of a 2xx answer, or what went wrong. */
export function exchange(
  { url, headers, body }: Post,
  wire: Wire,
  { mostBytes, signal }: AnswerWish,
): Promise<Buffer | WireTrouble> {
  const target = URL.parse(url);
  const entry = target === null ? undefined : findAllowed(wire.allowed, target);
  if (target === null || entry === undefined || !/^https?:$/.test(target.protocol)) return Promise.resolve('not_allowed');
  if (literalRefused(target.hostname.replace(/^\[|\]$/g, ''), entry)) return Promise.resolve('address_refused');
  const client = target.protocol === 'https:' ? https : http;
  const late = AbortSignal.timeout(wire.timeoutMs ?? 10_000);
  return new Promise((resolve) => {
    const request = client.request(
      target,
      {
        ...{ method: 'POST', agent: false, lookup: checkedLookup(wire.lookup ?? systemLookup, entry) },
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      },
      (response) => void answerOf(response, mostBytes).then(resolve, (error: Error) => resolve(troubleOf(error))),
    );
    request.on('error', (error) => resolve(troubleOf(error)));
    request.end(body);
  });
}

async function answerOf(response: http.IncomingMessage, mostBytes: number): Promise<Buffer | WireTrouble> {
  const status = response.statusCode ?? 0;
  if (status < 200 || status >= 300) {
    response.destroy();
    return status >= 300 && status < 400 ? 'redirected' : 'refused';
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > mostBytes) return 'refused';
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function troubleOf(error: Error): WireTrouble {
  if (error instanceof AddressRefused) return 'address_refused';
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'too_slow' : 'unreachable';
}
