/**
 * 接口约定 — what a route takes and gives, as data: from it come validation, OpenAPI, the role matrix and the typed client. A room's
 * `contract.ts` holds its routes; its `routes.ts` binds each to an action or a read. Deny by default: `may` has no default.
 * @source trust R10, R18
 */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { permissionInWords } from '../corridors/people/permissions.zh.js';
import type { Permission } from '../corridors/people/roles.js';
import { readInScope, type Tx } from '../store/scope.js';
import { type Action, type Asked, perform } from './action.js';
import type { Actor, House, Origin } from './house.js';
import { refuseForm } from './texts.zh.js';

/** A permission, or: anyone at all; anyone signed in. */
export type May = Permission | 'anyone' | 'signed_in';

type Shape = z.ZodType;

export interface Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Answer extends Shape = Shape,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, e.g. `/registry/enterprises/:enterpriseId`. */
  readonly path: `/${string}`;
  /** operationId, unique in the house: `renameEnterprise`. */
  readonly operation: string;
  /** Chinese, a few words. */
  readonly summary: string;
  readonly may: May;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** `Idempotency-Key` is required. @source trust R60 */
  readonly idempotent?: true;
  /** One uploaded file as multipart form data (field `file`), besides the query; the body takes nothing then. */
  readonly takes?: 'file';
  /** The answer is a download: a `FileAnswer`. */
  readonly gives?: 'file';
  /** How often one person may ask in a minute, where it differs from the house's limit. @source trust R20 */
  readonly perMinute?: number;
  /** Codes, e.g. `registry.enterprise_not_found`. */
  readonly refusals: readonly string[];
}

const nothing = z.strictObject({});

interface Given<Params extends Shape, Query extends Shape, Body extends Shape, Answer extends Shape>
  extends Omit<Route<Params, Query, Body, Answer>, 'params' | 'query' | 'body' | 'refusals'> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly refusals?: readonly string[];
}

/** What is not said takes nothing: unknown fields are refused. */
export function route<
  Params extends Shape = typeof nothing,
  Query extends Shape = typeof nothing,
  Body extends Shape = typeof nothing,
  Answer extends Shape = Shape,
>(given: Given<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return { params: nothing, query: nothing, body: nothing, refusals: [], ...given } as unknown as Route<
    Params,
    Query,
    Body,
    Answer
  >;
}

/** 收到的文件 — lies complete below the house's folder for the time of the request, then it is removed: rename it to keep it. */
export interface ReceivedFile {
  readonly path: string;
  /** As the sender named it: shown as data, never used as a path. */
  readonly name: string;
  readonly sizeBytes: number;
}

/** 下载 — the door sends it as an attachment, named by RFC 6266. @source trust R32 */
export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array | Readable;
}
export const fileAnswer = z.custom<FileAnswer>();

export interface Request<R extends Route> {
  readonly params: z.infer<R['params']>;
  readonly query: z.infer<R['query']>;
  readonly body: z.infer<R['body']>;
  /** Only, and then always, where the route `takes` a file. */
  readonly file?: ReceivedFile;
}

/** What the door hands over: it has passed the shapes of the route. */
export interface Checked {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly file?: ReceivedFile;
}

/** A route and what it does; the door registers lists of these. */
export interface Bound {
  readonly route: Route;
  answer(asked: Asked, request: Checked): Promise<unknown>;
}

/** Who knocks: nobody yet, or somebody whose session the answer changes. */
export interface Knock {
  readonly house: House;
  readonly origin: Origin;
  readonly actor: Actor | null;
}

/** `session`: the token of a new session, `end` for none any more, absent when it stays. */
export interface DoorAnswer {
  readonly answer: unknown;
  readonly session?: { readonly token: string } | 'end';
}

/** A route that makes or ends a session, or answers before there is one: only people and the door have these. */
export interface DoorBound {
  readonly route: Route;
  answerAtDoor(knock: Knock, request: Checked): Promise<DoorAnswer>;
}

export function atDoor<R extends Route>(
  to: R,
  answer: (
    knock: Knock,
    request: Request<R>,
  ) => Promise<{ readonly answer: z.infer<R['answer']>; readonly session?: { readonly token: string } | 'end' }>,
): DoorBound {
  return { route: to, answerAtDoor: (knock, request) => answer(knock, request as Request<R>) };
}

/** A route that changes something: one action. */
export function acts<R extends Route, Input, Output extends z.infer<R['answer']>>(
  to: R,
  action: Action<Input, Output>,
  inputOf: (request: Request<R>) => Input,
): Bound {
  if (to.may !== action.may) throw new Error(`${to.operation} and ${action.name} differ in who may`);
  const refusals = [...new Set([...to.refusals, ...refusalsOfForm(action)])];
  return { route: { ...to, refusals }, answer: (asked, request) => perform(action, inputOf(request as Request<R>), asked) };
}

/** What `perform` may refuse before the action runs: said here once, and not in every contract. */
function refusalsOfForm({ strong, evenWhenFull }: Pick<Action<never, never>, 'strong' | 'evenWhenFull'>): string[] {
  const proof = strong === true ? ['door.second_factor_needed', 'door.proof_needed'] : [];
  return evenWhenFull === true ? proof : [...proof, 'door.disk_full'];
}

export interface Reading {
  readonly tx: Tx;
  readonly house: Asked['house'];
  readonly actor: Asked['actor'];
}

/** A route that only reads: one read-only transaction in the reader's scope. */
export function reads<R extends Route>(
  to: R,
  read: (reading: Reading, request: Request<R>) => Promise<z.infer<R['answer']>>,
): Bound {
  const { may } = to;
  if (may === 'anyone') throw new Error(`${to.operation}: a read in scope needs somebody signed in`);
  return {
    route: to,
    async answer({ house, actor }, request) {
      if (may !== 'signed_in' && !actor.permissions.has(may)) throw refuseForm('not_permitted', permissionInWords(may));
      return readInScope(house.store, actor, (tx) => read({ tx, house, actor }, request as Request<R>));
    },
  };
}
