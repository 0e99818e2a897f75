/**
 * 统一身份认证 from the command line to the browser: `muheng office`, `muheng serve` with the provider's settings and the secret out of sight,
 * then a person who presses the button, is sent to the provider and back, and works.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chromiumArguments } from '../tests/runtimes.js';
import { browserPath, buildPages, keptIn, oneTimeCode, type Visitor, visit } from './house.js';
import { type Provider, startProvider } from './identityProvider.js';

const bin = fileURLToPath(new URL('../apps/cli/bin/muheng.js', import.meta.url));
const password = '海安亩均办2025-Xq7';
const title =
  browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'the identity service, by command';

/** What the administrator needs of the answers on the way. */
const toldShape = z.looseObject({
  csrfToken: z.string().optional(),
  secret: z.string().optional(),
  userId: z.string().optional(),
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe.skipIf(browserPath === undefined)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'muheng-identity-'));
  let provider: Provider;
  let child: ChildProcess | undefined;
  let url = '';
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  let visitor: Visitor;
  let xitong = '';

  beforeAll(async () => {
    buildPages();
    chmodSync(folder, 0o755);
    provider = await startProvider();
    const data = join(folder, 'data');
    const office = [
      '--slug',
      'haian',
      '--name',
      '海安市亩均办',
      '--work',
      '亩均论英雄',
      '--region',
      '海安市',
      '--code',
      '320685',
    ];
    const made = spawnSync(process.execPath, [bin, 'office', '--data', data, ...office, '--json'], { encoding: 'utf8' });
    xitong = JSON.parse(made.stdout).administrators[0].secret;
    const secretFile = join(folder, 'identity-secret');
    writeFileSync(secretFile, `${provider.clientSecret}\n`, { mode: 0o600 });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const identity = ['--identity-issuer', provider.issuer, '--identity-client', provider.clientId];
    const words = ['serve', '--data', data, '--port', String(port), ...identity, '--identity-secret-file', secretFile];
    const served = spawn(process.execPath, [bin, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    child = served;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      served.stderr.on('data', (text) => {
        said += String(text);
        if (said.includes('亩衡已启动')) resolve();
      });
      served.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: [...chromiumArguments] });
    visitor = await visit(browser, {});
  });
  afterAll(async () => {
    await browser?.close();
    await provider?.close();
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    if (child?.kill('SIGTERM') === true) await gone;
    rmSync(folder, { recursive: true, force: true });
  });

  async function throughProvider({ page }: Visitor): Promise<void> {
    await page.goto(url);
    await page.getByRole('button', { name: '统一身份认证登录' }).click();
  }

  test('an identity that nobody was given opens nothing, and says who can help', async () => {
    await throughProvider(visitor);
    await visitor.page.getByRole('alert').waitFor();
    expect(provider.redirects.at(-1)).toBe(`${url}/sign-in/identity`);
    expect(visitor.page.url()).toBe(`${url}/sign-in/identity`);
    await visitor.page.getByRole('link', { name: '回到登录页' }).click();
    await visitor.page.getByLabel('登录名').waitFor();
  });

  test('[R6] linked by the administrator, the person is in; nothing of the way stays in the browser', async () => {
    await linkFirst();
    const { page, complaints } = visitor;
    await throughProvider(visitor);
    await page.getByRole('heading', { name: /好，/ }).waitFor();
    expect(page.url()).toBe(`${url}/todo`);
    const { cookies } = await page.context().storageState();
    const kept = await keptIn(page);
    expect(kept).not.toContain('muheng.identity');
    for (const { value } of cookies) expect(kept).not.toContain(value);
    expect(complaints.filter((one) => !one.startsWith('outside: http://127.0.0.1'))).toEqual([]);
  });

  test('[R8] turned away there, or come back without having left from here: said, with the way back', async () => {
    provider.person = null;
    const other = await visit(browser, {});
    await throughProvider(other);
    await other.page.getByRole('alert').waitFor();
    await other.page.goto(`${url}/sign-in/identity?code=stolen&state=of-somebody`);
    await other.page.getByText('这次认证不是从本页开始的').waitFor();
    expect(other.page.url()).toBe(`${url}/sign-in/identity`);
    await other.close();
  });

  /** The administrator opens an account and links the identity, by the public interface. */
  async function linkFirst(): Promise<void> {
    let cookie = '';
    let csrf = '';
    const ask = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${url}/api/v1/people${path}`, {
        method,
        headers: {
          ...{ cookie, 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID() },
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const fresh = answer.headers.get('set-cookie')?.split(';')[0];
      const told = toldShape.parse(await answer.json());
      expect(answer.ok, `${path} ${JSON.stringify(told)}`).toBe(true);
      cookie = fresh ?? cookie;
      csrf = told.csrfToken ?? csrf;
      return told;
    };
    await ask('POST', '/first-password', { secret: xitong, password });
    const { secret = '' } = await ask('POST', '/me/factor');
    await ask('POST', '/me/factor/confirm', { code: oneTimeCode(secret) });
    const { userId } = await ask('POST', '/users', { login: 'chenjing', name: '陈静', organisationId: null });
    const path = `/users/${userId}/identity`;
    await ask('POST', path, { issuer: provider.issuer, subject: 'gov-0001' });
  }
});
