/**
 * 开门 — makes or opens a data folder: lock, secret, database (embedded, or a server by URL), migrations, start checks. What is not
 * safe is refused with a sentence and a remedy; nothing is changed then. @source trust R16, R58, R59
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { appendAudit } from './corridors/audit/append.js';
import { sweepFiles } from './corridors/files/nightly.js';
import type { House } from './forms/house.js';
import type { Refusal } from './forms/refusal.js';
import { lockDatabase } from './store/databaseLock.js';
import { type Embedded, hasDatabase, startEmbedded } from './store/embedded.js';
import { lockFolder } from './store/folderLock.js';
import { newId } from './store/ids.js';
import { checkInstallation, everyOfficeId, holdsData } from './store/installation.js';
import { migrate } from './store/migrate.js';
import { inScope, wholeOffice } from './store/scope.js';
import { secretOf } from './store/secret.js';
import { findUnsafe, type UnsafeFinding } from './store/startChecks.js';
import { openStore, type StoreAddress } from './store/store.js';
import { refuseStore } from './store/texts.zh.js';

export interface HouseWish {
  /** 数据目录. */
  readonly folder: string;
  /** A PostgreSQL server instead of the embedded one: as `muheng_app`, and as the owner of the tables. */
  readonly databaseUrl?: string | undefined;
  readonly databaseOwnerUrl?: string | undefined;
  readonly demonstration?: boolean;
  /** Starts although the checks fail; left in every office's ledger. */
  readonly allowUnsafeDatabase?: boolean;
  /** Shown to whoever finds the folder in use. */
  readonly what?: string;
  readonly connections?: number;
  /** The office's virus scanner: a command that is given a path last. */
  readonly scanCommand?: readonly string[];
  /** 磁盘余量; see store/diskRoom.ts. */
  readonly reservedBytes?: number;
  readonly now?: () => Date;
}

export interface OpenedHouse {
  readonly house: House;
  /** A database left behind by a killed process was taken over. */
  readonly adopted: boolean;
  /** Migrations that ran now. */
  readonly migrated: readonly string[];
  readonly unsafe: readonly UnsafeFinding[];
  /** Lets go of everything; the embedded database stops. Stop door and worker before. */
  close(): Promise<void>;
}

/** @throws Refusal with a code of `store.*` */
export async function openHouse(wish: HouseWish): Promise<OpenedHouse> {
  const folder = resolve(wish.folder);
  makeFolder(folder);
  const closing: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (let last = closing.pop(); last !== undefined; last = closing.pop()) await last();
  };
  try {
    return { ...(await open({ ...wish, folder }, closing)), close };
  } catch (error) {
    await close();
    throw diskRefusal(folder, error) ?? error;
  }
}

const unwritable: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '只读磁盘',
  ENOSPC: '磁盘已满',
  EDQUOT: '配额已满',
};

/** Files that this user may not write, as they show when the folder is opened. */
function diskRefusal(folder: string, error: unknown): Refusal | undefined {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : '';
  const why = unwritable[code];
  return why === undefined ? undefined : Object.assign(refuseStore('folder_not_writable', { folder, why }), { cause: error });
}

type Closing = (() => Promise<void> | void)[];

async function open(wish: HouseWish, closing: Closing): Promise<Omit<OpenedHouse, 'close'>> {
  const { folder, demonstration = false, now = () => new Date() } = wish;
  const { address, embedded } = await addressOf(wish, closing);
  const store = openStore(address, wish.connections);
  closing.push(() => store.close());
  const unsafe = await reached(() => findUnsafe(store));
  if (unsafe.length > 0 && wish.allowUnsafeDatabase !== true)
    throw refuseStore('database_unsafe', { points: unsafe.map(({ words }) => words).join('；') });
  const secret = secretOf(folder, { hasData: await reached(() => store.asOwner(holdsData)) });
  const migrated = await store.asOwner(async (client) => {
    await checkInstallation(client, { folder, secret, demonstration });
    return migrate(client);
  });
  const { scanCommand, reservedBytes } = wish;
  const house: House = {
    ...{ store, now, folder, secret, demonstration },
    ...(scanCommand === undefined ? {} : { scanCommand }),
    ...(reservedBytes === undefined ? {} : { reservedBytes }),
  };
  if (unsafe.length > 0) await leaveWord(house, unsafe);
  // Nobody else works on the folder: what no row names was cut off by a kill.
  if (embedded !== undefined) await sweepFiles(house, 0);
  embedded?.watch();
  return { house, adopted: embedded?.adopted ?? false, migrated, unsafe };
}

/** Several servers may share a database by URL; the embedded one has one process. */
async function addressOf(wish: HouseWish, closing: Closing): Promise<{ address: StoreAddress; embedded?: Embedded }> {
  const { folder, databaseUrl, databaseOwnerUrl, what = '服务' } = wish;
  if (databaseUrl !== undefined) {
    if (databaseOwnerUrl === undefined) throw refuseStore('owner_url_missing');
    return { address: { app: databaseUrl, owner: databaseOwnerUrl } };
  }
  closing.push(lockFolder(folder, what));
  secretOf(folder, { hasData: hasDatabase(folder) });
  const embedded = await startEmbedded(folder);
  const unlock = await lockDatabase(embedded.address.owner);
  if (unlock === undefined) throw refuseStore('database_in_use', { folder });
  closing.push(() => embedded.stop(), unlock);
  return { address: embedded.address, embedded };
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isConnectionTrouble(error)) throw error;
    throw Object.assign(refuseStore('database_not_reachable', { why: error.message || error.code }), { cause: error });
  }
}

/** Network errors, and what the server says before it lets anybody in. */
const isConnectionTrouble = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(?:E[A-Z]+|28...|3D000|57P03|53300|08...)$/.test(error.code);

/** The override stands in every office's ledger. */
async function leaveWord(house: House, unsafe: readonly UnsafeFinding[]): Promise<void> {
  const at = house.now();
  const points = unsafe.map(({ words }) => words).join('；');
  for (const officeId of await everyOfficeId(house.store))
    await inScope(house.store, wholeOffice(officeId), (tx) =>
      appendAudit(tx, {
        ...{ id: newId(at.getTime()), at, origin: { ip: '', requestId: '' }, outcome: 'done', reason: null },
        actor: { officeId, userId: null, name: '启动命令', roles: [] },
        ...{ action: 'store.allow_unsafe_database', title: '带不安全的数据库设置启动', object: { kind: 'database', id: '' } },
        ...{ summary: points, change: unsafe, demonstration: house.demonstration },
      }),
    );
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw refuseStore('folder_not_writable', { folder, why: error instanceof Error ? error.message : String(error) });
  }
}
