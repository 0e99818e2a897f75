/**
 * A whole house for browser tests: a fresh data folder with the embedded database, the real door, the built pages, one new office, and
 * people who come in as people do: first secret, password, one-time codes. Nothing is put into the database behind the door's back.
 */
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildDemonstration,
  type Demonstration,
  type House,
  makeOffice,
  makeOneTimeLink,
  type NewOffice,
  type Served,
  type ServeWish,
  serve,
} from '@muheng/server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { chromiumArguments, findChromium } from '../tests/runtimes.js';
import { demoDistrict } from '../tools/demoDistrict.js';

export interface Visitor {
  readonly page: Page;
  /** What the page said on its console as an error, and requests that failed: empty when all is well. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface WholeHouse {
  readonly url: string;
  /** First secrets of the three administrators, by login. */
  readonly secrets: ReadonlyMap<string, string>;
  visitor(look?: Look): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** A telephone: touch, small. */
  readonly phone?: boolean;
}

/** Undefined = no browser on this machine: the caller skips, loudly. */
export const browserPath = findChromium();

interface OpenHouse {
  readonly url: string;
  readonly house: House;
  visitor(look?: Look): Promise<Visitor>;
  close(): Promise<void>;
}

/** A house of `wish`, with a browser beside it. */
async function open(wish: Omit<ServeWish, 'folder'>): Promise<OpenHouse> {
  buildPages();
  const folder = mkdtempSync(join(tmpdir(), 'muheng-e2e-'));
  // As root the database runs as another user, who must be able to walk in.
  chmodSync(folder, 0o755);
  const served: Served = await serve({ port: 0, log: null, ...wish, folder: join(folder, 'data') });
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: [...chromiumArguments] });
  return {
    url: served.url,
    house: served.opened.house,
    visitor: (look = {}) => visit(browser, look),
    async close() {
      await browser.close();
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openWholeHouse(): Promise<WholeHouse> {
  const { house, ...rest } = await open({});
  const made = await makeOffice(house, newOffice);
  return { ...rest, secrets: new Map(made.firstSecrets.map(({ login, secret }) => [login, secret])) };
}

export interface DemonstrationHouse extends Omit<WholeHouse, 'secrets'> {
  readonly house: House;
  readonly made: Demonstration;
  /** Today, as the demonstration has it. */
  readonly today: string;
  /** A one-time sign-in link as `npm run demo` prints it. */
  link(login: string): Promise<string>;
}

/** The invented district as `npm run demo` makes it, smaller, in the spring in which its data are evaluated. */
export async function openDemonstration(size: number): Promise<DemonstrationHouse> {
  const behind = Date.now() - Date.parse('2025-04-24T09:00:00+08:00');
  const { house, ...rest } = await open({ demonstration: true, now: () => new Date(Date.now() - behind) });
  const made = await buildDemonstration(house, await demoDistrict({ seed: 7, size }));
  return {
    ...{ ...rest, house, made, today: '2025-04-24' },
    async link(login) {
      const user = made.users.find((one) => one.login === login);
      if (user === undefined) throw new Error(`the demonstration has no ${login}`);
      return `${rest.url}/enter#${await makeOneTimeLink(house, { officeId: made.officeId, userId: user.userId, hours: 12 })}`;
    },
  };
}

/** The pages are what the tests look at: built from the source that stands here, once for all test files that run at a time. */
export function buildPages(): void {
  const web = fileURLToPath(new URL('../apps/web/', import.meta.url));
  const lock = join(tmpdir(), 'muheng-e2e-building');
  const stale = 120_000;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > stale)
        rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    if (newestIn(join(web, 'src')) > (statSync(join(web, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0))
      build(web);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const newestIn = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => statSync(join(folder, path)).mtimeMs));

function build(web: string): void {
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: web,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0 || !existsSync(join(web, 'dist/index.html'))) throw new Error(`the pages do not build: ${built.stderr}`);
}

const newOffice: NewOffice = {
  slug: 'haian',
  name: '海安市亩均论英雄改革工作领导小组办公室',
  workName: '工业企业资源集约利用综合评价',
  region: { kind: 'county', name: '海安市', code: '320685' },
  organisation: { name: '海安市亩均办', shortName: '亩均办' },
  administrators: {
    system_admin: { login: 'xitong', name: '周系统' },
    security_admin: { login: 'anquan', name: '吴安全' },
    audit_admin: { login: 'shenji', name: '郑审计' },
  },
};

export async function visit(
  browser: Browser,
  { width = 1440, height = 860, dark = false, phone = false }: Look,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 760 } : { width, height },
    ...(phone ? { hasTouch: true, isMobile: true } : {}),
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1') && !/^(?:data|blob):/.test(request.url()))
      complaints.push(`outside: ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}

const answered = z.object({ status: z.number(), told: z.unknown() });

/** Asks the public interface from inside a page, as the person who is signed in there. */
export async function askIn(
  page: Page,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Readonly<Record<string, string>>; body?: object } = {},
): Promise<z.infer<typeof answered>> {
  const sent = {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const asked = `fetch(${JSON.stringify(`/api/v1${path}`)}, ${JSON.stringify(sent)})`;
  return answered.parse(
    await page.evaluate(`${asked}.then(async (answer) => ({ status: answer.status, told: await answer.json() }))`),
  );
}

/** What a page keeps in this browser beside its cookies. */
export const keptIn = async (page: Page): Promise<string> =>
  JSON.stringify([
    (await page.context().storageState()).origins,
    await page.evaluate('[{ ...sessionStorage }, { ...localStorage }]'),
  ]);

/** The six digits of a second factor (RFC 6238, SHA-1, 30 s) as the person's telephone would show them; `ahead` takes a later one. */
export function oneTimeCode(secret: string, ahead = 0, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll('=', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000) + ahead));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
