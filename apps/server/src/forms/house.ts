/** 总成 — what every action and read may use: storage, clock, files. Made once at the start; tests make their own. */

import type { Permission, Role } from '../corridors/people/roles.js';
import type { Reach } from '../store/scope.js';
import type { Store } from '../store/store.js';

export interface House {
  readonly store: Store;
  /** The only clock. */
  readonly now: () => Date;
  /** 数据目录 — files, secrets, temporary files below it. */
  readonly folder: string;
  /** 磁盘余量 — bytes of its disk that only signing in and the ledger may use; see store/diskRoom.ts. */
  readonly reservedBytes?: number;
  /** Secret of the installation from which keys are derived (sessions, one-time links, encryption of personal data). 32 bytes. */
  readonly secret: Buffer;
  /** Marks audit rows as demonstration. */
  readonly demonstration: boolean;
  /** 统一身份认证 — absent where the installation has none. */
  readonly identity?: IdentityService;
  /** 病毒检查 — the office's own scanner: a command that is given a path last; absent: none. @source trust R33 */
  readonly scanCommand?: readonly string[];
}

/** The government's own identity service, asked by OpenID Connect. */
export interface IdentityService {
  /** 认证服务 — its address, as `issuerName` writes it: the one service whose word is taken. */
  readonly issuer: string;
  /** Where to send the browser, and what it must bring back besides the answer: sealed, good for ten minutes. */
  start(house: House, officeId: string): Promise<{ readonly url: string; readonly flow: string }>;
  /** Who came back. @throws Error when the answer does not fit the flow. */
  finish(house: House, back: { readonly answer: string; readonly flow: string }): Promise<Identity>;
}

export interface Identity {
  readonly officeId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly secondFactor: boolean;
}

/** 操作人 — who asks, in which role, reaching how far. Made from the session by the door, never by a request's body. */
export interface Actor {
  readonly officeId: string;
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
  /** 单位 — for department officers: whose ledgers. */
  readonly organisationId: string | null;
  readonly sessionId: string;
  /** Signed in with a second factor. */
  readonly secondFactor: boolean;
  /** When the password or second factor was last shown: strong actions want it within ten minutes. */
  readonly provedAt: Date;
}

/** Where an action came from, for the audit row. */
export interface Origin {
  readonly ip: string;
  readonly requestId: string;
}
