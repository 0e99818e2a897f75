/**
 * 电子签章 in a real browser, against a seal system on loopback that signs with a real key: asked, kept, verified; a copy with one changed
 * byte does not hold; a notice that stops utilities is offered no seal.
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { browserPath, type DemonstrationHouse, openDemonstration, type Visitor } from './house.js';

const title = browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'e-seals in a browser';
const token = 'sixteen letters of a token';
const asked = z.object({ requestId: z.string(), content: z.base64() });
const keys = generateKeyPairSync('ed25519');
const pdf = (mark: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/${mark} 1>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );

/** What it gave back last. */
let sealed = Buffer.alloc(0);

const openSystem = (): Promise<Server> => {
  const server = createServer(async (request, response) => {
    const { requestId, content } = asked.parse(JSON.parse((await buffer(request)).toString('utf8')));
    sealed = Buffer.concat([Buffer.from(content, 'base64'), Buffer.from('% seal\n%%EOF\n')]);
    const sha256 = createHash('sha256').update(sealed).digest('hex');
    const signature = sign(null, sealed, keys.privateKey).toString('base64');
    response.end(JSON.stringify({ requestId, content: sealed.toString('base64'), sha256, signature }));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
};

describe.skipIf(browserPath === undefined)(title, () => {
  let at: DemonstrationHouse;
  let system: Server;
  let head: Visitor;
  beforeAll(async () => {
    at = await openDemonstration(40);
    system = await openSystem();
    const { port } = system.address() as AddressInfo;
    const key = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const seals = [{ 编号: 'S-01', 名称: '亩均办公章', 单位代号: 'yanshi' }];
    const settings = { 地址: `http://127.0.0.1:${port}/seal`, 令牌: token, 验签公钥: key, 算法: 'Ed25519', 印章: seals };
    writeFileSync(join(at.house.folder, 'seal.json'), JSON.stringify(settings));
    const list = [{ 主机: '127.0.0.1', 端口: port, 内网: true }];
    writeFileSync(join(at.house.folder, 'outbound.json'), JSON.stringify({ 允许: list }));
    head = await at.visitor();
    await head.page.goto(await at.link('fuze'));
    await head.page.getByRole('button', { name: '进入系统' }).click();
    await head.page.waitForURL(/\/todo$/);
  });
  afterAll(async () => {
    system?.close();
    await at?.close();
  });

  test('[R46] the head asks for a seal, sees it put, verifies what is kept, and a changed copy does not hold', async () => {
    const { page } = head;
    await page.goto(`${at.url}/documents`);
    await page.getByRole('link', { name: '2024年度工业企业综合评价工作方案' }).click();
    await page
      .locator('#originals input[type=file]')
      .setInputFiles({ name: '工作方案.pdf', mimeType: 'application/pdf', buffer: pdf('S') });
    await page.getByRole('button', { name: '电子签章' }).click();
    await page.getByRole('dialog').getByText('亩均办公章').waitFor();
    await page.getByRole('button', { name: '申请盖章' }).click();
    await page.getByText('✓ 已盖章，盖章件已通过验证并留存。').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '知道了' }).click();
    await page.getByText('工作方案（盖章）.pdf').waitFor();
    await page.getByRole('button', { name: '验证签章' }).click();
    await page.getByText('✓ 留存件：验证通过').waitFor();
    const dialog = page.getByRole('dialog');
    const bring = (content: Buffer) =>
      dialog.locator('input[type=file]').setInputFiles({ name: '来件.pdf', mimeType: 'application/pdf', buffer: content });
    await bring(sealed);
    await dialog.getByText('✓ 来件：验证通过').waitFor();
    const changed = Buffer.from(sealed);
    changed[40] = (changed[40] ?? 0) ^ 1;
    await bring(changed);
    await dialog.getByText('✕ 来件：验证不通过').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${at.url}/jobs`);
    const job = page.locator('.job-list > li', { hasText: '电子签章' });
    await job.getByText('已完成').waitFor();
    await job.getByRole('link', { name: '看盖章的文件' }).click();
    await page.getByRole('heading', { name: '2024年度工业企业综合评价工作方案' }).waitFor();
  });

  test('[R46] a notice that stops the power is offered no seal, and the page says by which law', async () => {
    const { page } = head;
    await page.goto(`${at.url}/documents`);
    await page.getByRole('button', { name: '登记文件' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('标题 *').fill('停止供电通知书');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '停止供电通知书' }).waitFor();
    await page
      .locator('#originals input[type=file]')
      .setInputFiles({ name: '通知.pdf', mimeType: 'application/pdf', buffer: pdf('T') });
    await page.getByText(/《电子签名法》第三条/).waitFor();
    expect(await page.getByRole('button', { name: '电子签章' }).count()).toBe(0);
  });

  test('[R99] no page complained', () => expect(head.complaints).toEqual([]));
});
