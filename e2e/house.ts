/**
 * A whole house for browser tests: a fresh data folder with the embedded database, the real door, the built pages, one new office, and
 * people who come in as people do: first secret, password, one-time codes. Nothing is put into the database behind the door's back.
 */
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeOffice, type NewOffice, type Served, serve } from '@muheng/server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../tests/runtimes.js';

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
}

/** Undefined = no browser on this machine: the caller skips, loudly. */
export const browserPath = findChromium();

export async function openWholeHouse(): Promise<WholeHouse> {
  buildPages();
  const folder = mkdtempSync(join(tmpdir(), 'muheng-e2e-'));
  // As root the database runs as another user, who must be able to walk in.
  chmodSync(folder, 0o755);
  const served: Served = await serve({ folder: join(folder, 'data'), port: 0, log: null });
  const made = await makeOffice(served.opened.house, newOffice);
  const secrets = new Map(made.firstSecrets.map(({ login, secret }) => [login, secret]));
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: [...chromiumArguments] });
  return {
    url: served.url,
    secrets,
    visitor: (look = {}) => visit(browser, look),
    async close() {
      await browser.close();
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The pages are what the tests look at: they are built from the source that stands here. */
function buildPages(): void {
  const web = fileURLToPath(new URL('../apps/web/', import.meta.url));
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

async function visit(browser: Browser, { width = 1440, height = 860, dark = false }: Look): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
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

/** The six digits of a second factor (RFC 6238, SHA-1, 30 s) as the person's telephone would show them; `ahead` takes a later one. */
export function oneTimeCode(secret: string, ahead = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll('=', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
