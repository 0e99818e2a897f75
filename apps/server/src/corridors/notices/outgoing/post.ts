/**
 * 外发请求 — one POST to an allowed host: the address is looked at when the connection is made, and redirects are not followed. The
 * answer's body goes nowhere, or is read up to a size where it is wanted. @source trust R23
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
export async function post(told: Post, wire: Wire): Promise<WireTrouble | undefined> {
  const answer = await request(told, wire, { read: async (response) => void response.destroy() });
  return typeof answer === 'string' ? answer : undefined;
}

export interface AnswerWish {
  readonly mostBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** The bytes of a 2xx answer, or what went wrong. */
export async function exchange(told: Post, wire: Wire, { mostBytes, signal }: AnswerWish): Promise<Buffer | WireTrouble> {
  return (await request(told, wire, { signal, read: (response) => bytesOf(response, mostBytes) })) ?? 'refused';
}

interface Reader<T> {
  readonly signal?: AbortSignal | undefined;
  read(response: http.IncomingMessage): Promise<T>;
}

async function request<T>({ url, headers, body }: Post, wire: Wire, { signal, read }: Reader<T>): Promise<T | WireTrouble> {
  const target = URL.parse(url);
  const entry = target === null ? undefined : findAllowed(wire.allowed, target);
  if (target === null || entry === undefined || !/^https?:$/.test(target.protocol)) return 'not_allowed';
  if (literalRefused(target.hostname.replace(/^\[|\]$/g, ''), entry)) return 'address_refused';
  const client = target.protocol === 'https:' ? https : http;
  const late = AbortSignal.timeout(wire.timeoutMs ?? 10_000);
  return new Promise((resolve) => {
    const asking = client.request(
      target,
      {
        ...{ method: 'POST', agent: false, lookup: checkedLookup(wire.lookup ?? systemLookup, entry) },
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      },
      (response) => {
        const trouble = troubleOfStatus(response.statusCode ?? 0);
        if (trouble === undefined) read(response).then(resolve, (error: Error) => resolve(troubleOf(error)));
        else {
          response.destroy();
          resolve(trouble);
        }
      },
    );
    asking.on('error', (error) => resolve(troubleOf(error)));
    asking.end(body);
  });
}

function troubleOfStatus(status: number): WireTrouble | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? 'redirected' : 'refused';
}

/** Undefined when there are more. */
async function bytesOf(response: http.IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > mostBytes) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function troubleOf(error: Error): WireTrouble {
  if (error instanceof AddressRefused) return 'address_refused';
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'too_slow' : 'unreachable';
}
