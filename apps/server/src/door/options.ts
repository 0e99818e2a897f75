/** 入口的设置 — what `openDoor` needs besides the house; every limit in one place. @source trust R19, R20 */
import type { FastifyBaseLogger } from 'fastify';
import type { Bound, DoorBound } from '../forms/route.js';

export interface DoorOptions {
  /** Those of the house unless a test names its own. */
  readonly routes?: readonly Bound[];
  readonly doorRoutes?: readonly DoorBound[];
  /** True behind TLS, ours or a trusted proxy's: cookies are `__Host-` and Secure, HSTS is sent. */
  readonly secure: boolean;
  /** PEM texts: the door itself speaks TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
  /** Addresses of proxies whose `X-Forwarded-*` count; none by default. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** Built pages; absent when only the interface is wanted. */
  readonly webFolder?: string | undefined;
  readonly logger?: FastifyBaseLogger | undefined;
  /** Named checks for /health/ready: a Chinese sentence when something is wrong. */
  readonly checks?: Readonly<Record<string, () => Promise<string | null>>>;
  readonly limits?: Partial<DoorLimits>;
}

export interface DoorLimits {
  /** Whole request, headers included, ms. */
  readonly requestTimeout: number;
  /** Bytes of a JSON body. */
  readonly body: number;
  /** Bytes of an uploaded file. */
  readonly file: number;
  /** Characters of one path parameter. */
  readonly param: number;
  /** Requests of one person to one route in a minute. */
  readonly perMinute: number;
  /** The same for an address where nobody is signed in. */
  readonly strangerPerMinute: number;
  /** Whether limits that routes name themselves count. */
  readonly routeLimits: boolean;
  /** ms that the event loop may lag before new work is turned away. */
  readonly eventLoopDelay: number;
}

export const usualLimits: DoorLimits = {
  requestTimeout: 120_000,
  body: 2_000_000,
  file: 200_000_000,
  param: 200,
  perMinute: 600,
  strangerPerMinute: 120,
  routeLimits: true,
  eventLoopDelay: 3_000,
};
