/**
 * 办不成的回答 — what the server said (problem+json), or what the browser met on the way, as one value with the Chinese sentence and the
 * remedy. Everything that fails in the pages is a `Problem`; nothing else is shown to a person.
 */
import { ownProblems } from '../furniture/texts.zh.js';

export type ProblemKind = 'refused' | 'absent' | 'conflict' | 'input' | 'session' | 'offline' | 'fault';

export interface FieldFault {
  /** `body.creditCode` */
  readonly path: string;
  readonly message: string;
}

export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly status: number;
  readonly remedy: string;
  readonly requestId: string | null;
  readonly fields: readonly FieldFault[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(given: Omit<Problem, 'name' | 'stack' | 'cause'>) {
    super(given.message);
    this.kind = given.kind;
    this.code = given.code;
    this.status = given.status;
    this.remedy = given.remedy;
    this.requestId = given.requestId;
    this.fields = given.fields;
    this.details = given.details;
  }
}

/** The answer of the door, whatever its body; never throws. */
export function problemOf(status: number, body: unknown): Problem {
  const said = isRecord(body) ? body : {};
  const kind = kindOf(status);
  const own = kind === 'fault' ? ownProblems.fault : ownProblems.unread;
  const details = isRecord(said.details) ? said.details : {};
  return new Problem({
    kind,
    code: text(said.code) ?? `http.${status}`,
    status,
    message: text(said.message) ?? text(said.detail) ?? text(said.title) ?? own.message,
    remedy: text(said.remedy) ?? own.remedy,
    requestId: text(said.requestId) ?? null,
    fields: fieldsOf(said.errors ?? said.fields ?? details.fields ?? details.errors),
    details,
  });
}

export function offlineProblem(): Problem {
  return new Problem({
    kind: 'offline',
    code: 'web.offline',
    status: 0,
    ...ownProblems.offline,
    requestId: null,
    fields: [],
    details: {},
  });
}

/** Anything thrown, as a Problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({
    kind: 'fault',
    code: 'web.fault',
    status: 0,
    ...ownProblems.fault,
    requestId: null,
    fields: [],
    details: {},
  });
}

function kindOf(status: number): ProblemKind {
  if (status === 401) return 'session';
  if (status === 403) return 'refused';
  if (status === 404 || status === 410) return 'absent';
  if (status === 409) return 'conflict';
  if (status >= 500) return 'fault';
  return 'input';
}

function fieldsOf(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (!isRecord(one)) return [];
    const message = text(one.message);
    const path = Array.isArray(one.path) ? one.path.join('.') : (text(one.path) ?? text(one.field) ?? text(one.where) ?? '');
    return message === undefined ? [] : [{ path, message }];
  });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
