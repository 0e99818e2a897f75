/**
 * 向服务器办事 — `ask('renameSubject', { path, body })`: typed by the public contract, the only way out of the browser. Adds the CSRF
 * token and, where the contract wants it, the key of the intent; anything but success is thrown as a `Problem`.
 */

import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { keepClock } from './clock.js';
import { withIntent } from './intent.js';
import { operationTable } from './operations.generated.js';
import { offlineProblem, Problem, problemOf } from './problem.js';
import type { operations } from './schema.generated.js';

export type Operation = keyof operations & keyof typeof operationTable;

/** What an operation answers when it succeeds. */
export type Answer<Op extends Operation> = operations[Op] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : unknown;
export type Item<Op extends Operation> = Answer<Op> extends { items: readonly (infer I)[] } ? I : never;
/** What it takes; an empty object in the contract is nothing to be said here. */
export type Body<Op extends Operation> = operations[Op] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B extends Record<string, never>
    ? undefined
    : B
  : undefined;
export type Query<Op extends Operation> = NonNullable<operations[Op]['parameters']['query']>;
type PathOf<Op extends Operation> = operations[Op]['parameters'] extends { path: infer P } ? P : undefined;

type Wanted<Op extends Operation> = (PathOf<Op> extends undefined ? unknown : { readonly path: PathOf<Op> }) &
  (operations[Op]['parameters'] extends { query: object } ? { readonly query: Query<Op> } : { readonly query?: Query<Op> }) &
  (Body<Op> extends undefined ? unknown : { readonly body: Body<Op> });

interface Loose {
  readonly path?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

const querySerializer = createQuerySerializer();
/** These ask who is there: a 401 of theirs is an answer, not the end of a session. */
const gate: ReadonlySet<Operation> = new Set([
  'whoAmI',
  'signIn',
  'signInByLink',
  'setFirstPassword',
  'finishIdentity',
  'proveIdentity',
]);
let csrfToken = '';
let sessionEnded: (problem: Problem) => void = () => {};

export function keepSession({ csrfToken: token, now }: { readonly csrfToken: string; readonly now: string }): void {
  csrfToken = token;
  keepClock(now);
}

/** What to do when an answer says that the session is over; the page keeps what is on it. */
export function onSessionEnd(act: (problem: Problem) => void): void {
  sessionEnded = act;
}

/** @throws Problem for every answer but success */
export async function ask<Op extends Operation>(operation: Op, wanted: Wanted<Op> & Pick<Loose, 'signal'>): Promise<Answer<Op>> {
  const [method] = operationTable[operation];
  const loose: Loose = wanted;
  const intent = { name: operation, payload: [loose.path, loose.query, loose.body], shelf: sessionStorage, answered };
  const answer =
    method === 'GET'
      ? await send(operation, loose, {})
      : await withIntent(intent, (key) => send(operation, loose, { 'x-csrf-token': csrfToken, 'idempotency-key': key }));
  // The one place where an answer is taken at its contract's word: the server checks what it gives against the same shape.
  return answer as Answer<Op>;
}

/** 下载 — for operations that give a file; the name is the server's. @throws Problem */
export async function askForFile<Op extends Operation>(
  operation: Op,
  wanted: Wanted<Op>,
): Promise<{ readonly name: string; readonly content: Blob }> {
  const response = await reach(operation, wanted, { 'x-csrf-token': csrfToken });
  if (!response.ok) throw refused(operation, response.status, await response.json().catch(() => undefined));
  return { name: fileNameOf(response.headers.get('content-disposition') ?? ''), content: await response.blob() };
}

/** RFC 6266: `filename*=UTF-8''…` before the plain one. */
export function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? '下载') : decodeURIComponent(encoded);
}

async function send(operation: Operation, wanted: Loose, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await reach(operation, wanted, headers);
  const read: unknown = await response.json().catch(() => undefined);
  if (response.ok) return read;
  throw refused(operation, response.status, read);
}

async function reach(
  operation: Operation,
  { path, query, body, signal }: Loose,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const [method] = operationTable[operation];
  return fetch(addressOf(operation, { path, query }), {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted === true ? error : offlineProblem();
  });
}

function refused(operation: Operation, status: number, body: unknown): Problem {
  const problem = problemOf(status, body);
  if (problem.kind === 'session' && !gate.has(operation)) sessionEnded(problem);
  return problem;
}

/** Where an operation is asked, with its path and query filled in; also for links to downloads. */
export function addressOf(operation: Operation, { path, query }: Pick<Loose, 'path' | 'query'>): string {
  const [, template] = operationTable[operation];
  const params = { ...(path === undefined ? {} : { path }), ...(query === undefined ? {} : { query }) };
  return createFinalURL(template, { baseUrl: '', params, querySerializer, pathSerializer: defaultPathSerializer });
}

/** 交文件 — one file with real progress, 0–1. @throws Problem */
export async function askWithFile<Op extends Operation>(operation: Op, wanted: Wanted<Op> & Sending): Promise<Answer<Op>> {
  const loose: Loose & Sending = wanted;
  const { file } = loose;
  const payload = [loose.path, loose.query, file.name, file.size, file.lastModified];
  const answer = await withIntent({ name: operation, payload, shelf: sessionStorage, answered }, (key) =>
    sendFile(operation, loose, key),
  );
  return answer as Answer<Op>;
}

export interface Sending {
  readonly file: File;
  onProgress?(share: number): void;
  readonly signal?: AbortSignal;
}

function sendFile(operation: Operation, wanted: Loose & Sending, key: string): Promise<unknown> {
  const [method] = operationTable[operation];
  const form = new FormData();
  form.append('file', wanted.file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, addressOf(operation, wanted));
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = ({ loaded, total }) => wanted.onProgress?.(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(offlineProblem());
    request.onabort = () => reject(offlineProblem());
    request.onload = () => {
      const read = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(read);
      else reject(refused(operation, request.status, read));
    };
    wanted.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The server has said its last word: not so when the network broke, it was busy, or it is still at work on this key. */
function answered(error: unknown): boolean {
  return error instanceof Problem && error.kind !== 'offline' && error.status < 500 && error.code !== 'door.still_running';
}

/** For forms made from a table: the table is checked against the contract's types, the call is not. @throws Problem */
export function askByTable(operation: Operation, wanted: Loose): Promise<unknown> {
  const intent = { name: operation, payload: [wanted.path, wanted.query, wanted.body], shelf: sessionStorage, answered };
  return withIntent(intent, (key) => send(operation, wanted, { 'x-csrf-token': csrfToken, 'idempotency-key': key }));
}

/** The `after` of a list's first page: none yet. */
export const firstPage = (): string | null => null;
