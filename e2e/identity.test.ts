/**
 * 统一身份认证 from the command line to the browser: `muheng office`, `muheng serve` with the provider's settings and the secret out of sight,
 * then a person who presses the button, is sent to the provider and back, is linked by the administrator, and works.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArguments } from '../tests/runtimes.js';
import { browserPath, buildPages, keptIn, type Visitor, visit } from './house.js';
import { type Provider, startProvider } from './identityProvider.js';
import { bindFactor, firstSignIn, openAccount } from './staff.js';

const bin = fileURLToPath(new URL('../apps/cli/bin/muheng.js', import.meta.url));
const title =
  browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'the identity service, by command';

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
  /** The system administrator. */
  let system: Visitor;
  let house: Parameters<typeof firstSignIn>[0];
  /** What the sign-in page gave the person. */
  let handedOver = '';

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
    const firstSecret: string = JSON.parse(made.stdout).administrators[0].secret;
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
    house = { url, visitor: (look = {}) => visit(browser, look) };
    system = await firstSignIn(house, firstSecret);
    await bindFactor(house, system);
  });
  afterAll(async () => {
    await browser?.close();
    await provider?.close();
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    if (child?.kill('SIGTERM') === true) await gone;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The identities of an account, as the system administrator has them on the page. */
  async function openIdentities(name: string): Promise<void> {
    await system.page.getByRole('button', { name: `${name}的统一身份` }).click();
    await system.page.getByRole('dialog').getByLabel('身份标识 *').waitFor();
  }
  const pressLink = (): Promise<void> =>
    system.page.getByRole('dialog').getByRole('button', { name: '关联', exact: true }).click();

  async function throughProvider({ page }: Visitor, from = '/'): Promise<void> {
    await page.goto(`${url}${from}`);
    await page.getByRole('button', { name: '统一身份认证登录' }).click();
  }

  test('an identity that nobody was given opens nothing, and gives the person what to hand to the administrator', async () => {
    await throughProvider(visitor);
    const { page } = visitor;
    await page.getByRole('alert').getByText('没有对应的本系统账号').waitFor();
    expect(provider.redirects.at(-1)).toBe(`${url}/sign-in/identity`);
    expect(page.url()).toBe(`${url}/sign-in/identity`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    await page.getByRole('button', { name: '复制' }).click();
    await page.getByText('✓ 已复制').waitFor();
    handedOver = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(handedOver).toBe(await page.getByLabel('交给系统管理员的内容').locator('pre').textContent());
    expect(handedOver).toContain(`认证服务：${provider.issuer}\n身份标识：gov-0001`);
    await page.getByRole('link', { name: '回到登录页' }).click();
    await page.getByLabel('登录名').waitFor();
  });

  test('[R6] the administrator takes what was handed in and links it on the page, and the person is in; nothing of the way stays in the browser', async () => {
    const { page: desk } = system;
    await openAccount(house, system, { name: '陈静', login: 'chenjing' });
    await openIdentities('陈静');
    await desk.getByText('还没有关联统一身份').waitFor();
    await desk.getByLabel('身份标识 *').fill(handedOver.replace(provider.issuer, 'https://id.other.gov.cn'));
    expect(await desk.getByLabel('身份标识 *').inputValue()).toBe('gov-0001');
    expect(await desk.getByLabel('认证服务 *').inputValue()).toBe('https://id.other.gov.cn');
    await pressLink();
    await desk.getByText('本系统没有接入认证服务“https://id.other.gov.cn”').waitFor();
    await desk.getByLabel('身份标识 *').fill(handedOver);
    await pressLink();
    await desk.getByText('已关联，陈静 可以用统一身份认证登录').waitFor();
    await openIdentities('陈静');
    await desk.getByText(`${provider.issuer} ·`).waitFor();
    expect(await desk.getByRole('list', { name: '已关联的统一身份' }).textContent()).toMatch(/gov-0001.*\d{2}:\d{2}.*关联/);
    await desk.getByRole('button', { name: '关闭', exact: true }).click();

    const { page, complaints } = visitor;
    await throughProvider(visitor);
    await page.getByRole('heading', { name: /好，/ }).waitFor();
    expect(page.url()).toBe(`${url}/todo`);
    const { cookies } = await page.context().storageState();
    const kept = await keptIn(page);
    expect(kept).not.toContain('muheng.identity');
    for (const { value } of cookies) expect(kept).not.toContain(value);
    await page.goto(`${url}/account`);
    await page.getByRole('list', { name: '已关联的统一身份' }).getByText('gov-0001').waitFor();
    expect(complaints).toEqual([]);
  });

  test('[R1] an identity that opens another account is not taken over: whose it is, is said; a link just made is taken back', async () => {
    const { page } = system;
    await openAccount(house, system, { name: '李强', login: 'liqiang' });
    await openIdentities('李强');
    await page.getByLabel('身份标识 *').fill('gov-0001');
    await pressLink();
    await page.getByText('这个身份已关联到陈静的账号“chenjing”，没有改动。').waitFor();
    await page.getByLabel('身份标识 *').fill('gov-0002');
    await page.getByLabel('身份标识 *').press('Enter');
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await page.getByText('已撤销关联。').waitFor();
    await page.getByRole('button', { name: '李强的统一身份' }).getByText('未关联').waitFor();
    await page.getByRole('button', { name: '陈静的统一身份' }).getByText('✓ 已关联').waitFor();
  });

  test('[R6] unlinked with a reason: whoever is in by it is out with the next step, and does not come in again', async () => {
    const { page: desk } = system;
    await openIdentities('陈静');
    await desk.getByRole('button', { name: '解除', exact: true }).click();
    await desk.getByText('本人没有设过密码，解除后登录不了').waitFor();
    await desk.getByLabel('理由 *').fill('本人调离');
    await desk.getByRole('button', { name: '解除统一身份' }).click();
    await desk.getByText('已解除统一身份：陈静。').waitFor();
    await desk.getByRole('button', { name: '陈静的统一身份' }).getByText('未关联').waitFor();
    expect(system.complaints).toEqual([]);
    await visitor.page.goto(`${url}/account`);
    await visitor.page.getByLabel('登录名').waitFor();
    await throughProvider(visitor);
    await visitor.page.getByText('身份标识：gov-0001').waitFor();
    await throughProvider(visitor, '/portal/haian');
    await visitor.page.getByText('企业账号请发给所属镇街（园区）经办').waitFor();
  });

  test('[R8] turned away there, or come back without having left from here: said, with the way back', async () => {
    provider.person = null;
    const other = await visit(browser, {});
    await throughProvider(other);
    await other.page.getByRole('alert').waitFor();
    expect(await other.page.getByRole('link', { name: '回到登录页' }).getAttribute('href')).toBe('/');
    await throughProvider(other, '/portal/haian');
    await other.page.getByRole('alert').waitFor();
    await other.page.getByRole('link', { name: '回到登录页' }).click();
    await other.page.getByRole('heading', { name: '企业登录' }).waitFor();
    expect(other.page.url()).toBe(`${url}/portal/haian`);
    await other.page.goto(`${url}/sign-in/identity?code=stolen&state=of-somebody`);
    await other.page.getByText('这次认证不是从本页开始的').waitFor();
    expect(other.page.url()).toBe(`${url}/sign-in/identity`);
    await other.close();
  });
});
