/**
 * 暂不能操作 — a step that may not happen now, by this person, in this state. Thrown inside an action or a read; everything rolls
 * back, and the door answers with the sentence, the remedy and the status. A room keeps its own in `texts.zh.ts`.
 */
import { type Blanks, fillBlanks } from '@muheng/finding';

export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  /** Chinese: what happened; `{name}` marks a blank. */
  readonly message: string;
  /** Chinese: what to do next, and who can. */
  readonly remedy: string;
}

export class Refusal extends Error {
  constructor(
    /** `registry.enterprise_not_found` */
    readonly code: string,
    readonly status: RefusalText['status'],
    message: string,
    readonly remedy: string,
    /** What the page needs besides, e.g. both values of a conflict. Never base figures that the reader may not see. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export interface Refuse<Code extends string> {
  (code: Code, blanks?: Blanks, details?: Readonly<Record<string, unknown>>): Refusal;
  /** For the contract: what a route may answer. */
  readonly texts: Readonly<Record<Code, RefusalText>>;
  readonly room: string;
}

/** `const refuse = refusalsOf('registry', texts); throw refuse('enterprise_not_found', { code })`. */
export function refusalsOf<Code extends string>(room: string, texts: Readonly<Record<Code, RefusalText>>): Refuse<Code> {
  const refuse = (code: Code, blanks: Blanks = {}, details: Readonly<Record<string, unknown>> = {}): Refusal => {
    const { status, message, remedy } = texts[code];
    return new Refusal(`${room}.${code}`, status, fillBlanks(message, blanks), fillBlanks(remedy, blanks), details);
  };
  return Object.assign(refuse, { texts, room });
}
