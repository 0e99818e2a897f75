/**
 * 提供服务 — opens the house and its door on an address, and closes both in order. Plain HTTP on loopback only: elsewhere a certificate
 * or a trusted proxy is wanted. @source trust R7, R98; design §5
 */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { nightly, outgoing, type Tell, workers } from './beside.js';
import { auditChecks, clockChecks } from './corridors/audit/checks.js';
import { fileChecks } from './corridors/files/nightly.js';
import { type IdentityConfig, identityService } from './corridors/people/signIn/identity.js';
import { emptyTemporary } from './door/files.js';
import { errorWords, openLog } from './door/log.js';
import { openDoor } from './door/openDoor.js';
import type { DoorOptions } from './door/options.js';
import { ownCertificate } from './door/ownCertificate.js';
import { allJobKinds } from './door/rooms.js';
import type { House } from './forms/house.js';
import { type HouseWish, type OpenedHouse, openHouse } from './openHouse.js';
import { refuseServe } from './texts.zh.js';

export interface ServeWish extends HouseWish {
  /** 127.0.0.1 unless said otherwise. */
  readonly host?: string | undefined;
  /** 0 takes any free port. */
  readonly port?: number | undefined;
  /** PEM texts. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
  /** Makes and keeps a certificate of its own in the data folder: see ownCertificate.ts. */
  readonly selfSigned?: boolean;
  readonly trustedProxies?: readonly string[] | undefined;
  /** Where the run-time log goes; standard output unless said otherwise, null for nowhere. */
  readonly log?: DestinationStream | null | undefined;
  /** 统一身份认证. */
  readonly identity?: IdentityConfig | undefined;
  readonly door?: Pick<DoorOptions, 'limits' | 'routes' | 'checks'>;
  /** Instead of what usually runs beside the door: workers, the night's work, outgoing messages. Each gives how it is stopped. */
  readonly beside?: readonly ((house: House) => Promise<() => Promise<void>>)[];
}

export interface Served {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly opened: OpenedHouse;
  /** The file that the browsers of the office are told to trust, where the certificate is of our own making. */
  readonly authorityFile: string | undefined;
  /** Lets running requests end, for at most 25 s, then closes everything. */
  close(): Promise<void>;
}

export const usualPort = 8080;
const patience = 25_000;

/** @throws Refusal serve.*, store.* */
export async function serve(wish: ServeWish): Promise<Served> {
  const { host = '127.0.0.1', port = usualPort, trustedProxies } = wish;
  const secure =
    wish.tls !== undefined || wish.selfSigned === true || (trustedProxies !== undefined && trustedProxies.length > 0);
  if (!secure && !isLoopback(host)) throw refuseServe('plain_http', { host });
  const opened = await openHouse({ what: '服务', ...wish });
  const closing: (() => Promise<unknown>)[] = [() => opened.close()];
  const close = async (): Promise<void> => {
    for (let last = closing.pop(); last !== undefined; last = closing.pop()) await last();
  };
  try {
    const house: House = {
      ...opened.house,
      ...(wish.identity === undefined ? {} : { identity: identityService(wish.identity) }),
    };
    const own =
      wish.selfSigned === true && wish.tls === undefined ? ownCertificate(house.folder, { host, now: house.now() }) : undefined;
    const tls = wish.tls ?? own;
    await emptyTemporary(house);
    const logger = wish.log === null ? undefined : openLog(wish.log);
    const tell: Tell = (trouble, what) => logger?.error({ err: trouble instanceof Error ? errorWords(trouble) : trouble }, what);
    for (const start of wish.beside ?? [workers(allJobKinds, tell), nightly(tell), outgoing(tell)])
      closing.push(await start(house));
    const door = await makeDoor(house, { ...wish, tls, logger }, secure);
    closing.push(() => shut(door));
    await listen(door, { host, port });
    return {
      url: urlOf(door, { host, scheme: tls === undefined ? 'http' : 'https' }),
      opened,
      authorityFile: own?.authorityFile,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeDoor(house: House, wish: ServeWish & Pick<DoorOptions, 'logger'>, secure: boolean): Promise<FastifyInstance> {
  const { tls, trustedProxies, logger } = wish;
  const web = fileURLToPath(new URL('../../web/dist/', import.meta.url));
  const webFolder = existsSync(`${web}index.html`) ? web : undefined;
  try {
    // A demonstration's clock stands in the spring that it shows.
    const clock = house.demonstration ? {} : clockChecks(house);
    const checks = { ...auditChecks(house), ...clock, ...fileChecks(house), ...wish.door?.checks };
    return await openDoor(house, { secure, tls, trustedProxies, logger, webFolder, ...wish.door, checks });
  } catch (error) {
    const code = codeOf(error);
    if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_CRYPTO')) throw refuseServe('certificate_unusable', { why: code });
    throw error;
  }
}

async function listen(door: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await door.listen({ host, port });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE') throw refuseServe('port_taken', { port });
    if (code.startsWith('E')) throw refuseServe('address_unusable', { host, port, why: code });
    throw error;
  }
}

/** Requests that run may end; whoever still hangs after that is cut off. */
async function shut(door: FastifyInstance): Promise<void> {
  const late = setTimeout(() => door.server.closeAllConnections(), patience);
  // A browser keeps its connection after the last answer: it is let go as soon as nothing runs on it.
  const idle = setInterval(() => door.server.closeIdleConnections(), 200);
  await door.close();
  clearInterval(idle);
  clearTimeout(late);
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function urlOf(door: FastifyInstance, { host, scheme }: { host: string; scheme: string }): string {
  const address = door.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `${scheme}://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
