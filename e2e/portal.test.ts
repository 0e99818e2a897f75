/**
 * The enterprise on its phone: comes in by link, password and one-time code, reads its own record and nothing else, keeps its contacts, says
 * what is not right, and is answered by the officer of its town in the office's pages.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askIn, browserPath, type DemonstrationHouse, keptIn, oneTimeCode, openDemonstration, type Visitor } from './house.js';

const password = '永丰铸造2025-Xq7z';
const title = browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'the portal on a phone';

describe.skipIf(browserPath === undefined)(title, () => {
  let at: DemonstrationHouse;
  let phone: Visitor;
  let page: Page;
  const visitors: Visitor[] = [];
  const visitor = async (look: Parameters<DemonstrationHouse['visitor']>[0]): Promise<Visitor> => {
    const one = await at.visitor(look);
    visitors.push(one);
    return one;
  };
  const portalLink = async (login: string): Promise<string> => (await at.link(login)).replace('/enter#', '/portal/enter#');
  const firstLine = (): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();

  beforeAll(async () => {
    at = await openDemonstration(60);
    phone = await visitor({ phone: true });
    page = phone.page;
  });
  afterAll(async () => {
    await at?.close();
  });

  test('[R5, R7] the link signs in once, leaves the address at once, and the second phone is told what to do', async () => {
    const link = await portalLink('qiye');
    await page.goto(link);
    await page.getByRole('button', { name: '进入' }).waitFor();
    expect(page.url()).toBe(`${at.url}/portal`);
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    const second = await visitor({ phone: true });
    await second.page.goto(link);
    await second.page.getByRole('button', { name: '进入' }).click();
    await second.page
      .getByRole('alert')
      .getByText(/重新|联系/)
      .waitFor();
    await second.page.getByRole('button', { name: '已有密码，用登录名登录' }).click();
    await second.page.getByLabel('登录名').waitFor();
  });

  test('[R15] the record is the own one; the office’s pages and other enterprises are closed', async () => {
    const own = at.made.users.find(({ login }) => login === 'qiye')?.name.replace(' 联络员', '') ?? '';
    expect(await firstLine()).toBe(own);
    for (const path of ['/todo', '/registry', '/people/users']) {
      await page.goto(`${at.url}${path}`);
      await page.waitForURL(`${at.url}/portal`);
    }
    const asked = [];
    for (const path of ['subjects', 'own?subjectId=018f0000-0000-7000-8000-000000000000', 'corrections'])
      asked.push(await askIn(page, `/registry/${path}`));
    expect(asked.map(({ status }) => status)).toEqual([403, 404, 403]);
    expect(JSON.stringify(asked)).not.toContain('有限公司');
  });

  test('[S81] net land is explained month by month, for each year that has a rule, and the back button comes back', async () => {
    await page.goto(`${at.url}/portal`);
    await page.getByRole('link', { name: '净用地逐月来历' }).first().click();
    await page.getByRole('heading', { name: '2024 年净用地' }).waitFor();
    expect(await page.locator('.portal-big').textContent()).toMatch(/^[\d.,]+ 亩$/);
    expect(await page.getByText(/^口径：/).textContent()).toContain('演示口径');
    const months = page.getByRole('table', { name: '各月净用地（㎡）' });
    expect(await months.getByRole('rowheader').allTextContents()).toEqual(
      [1, 7, 2, 8, 3, 9, 4, 10, 5, 11, 6, 12].map((month) => `${month}月`),
    );
    await page.getByRole('link', { name: '2022 年' }).click();
    await page.getByRole('heading', { name: '2022 年净用地' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '2024 年净用地' }).waitFor();
    await page.goto(`${at.url}/portal?v=land&year=2019`);
    await page.getByText('还没有公布 2019 年怎样计算用地').waitFor();
  });

  test('the survey sheet is seen and printed; the page does not run off the screen', async () => {
    await page.goto(`${at.url}/portal`);
    await page.getByRole('link', { name: /^用地核查单/ }).click();
    await page.getByRole('link', { name: '查看、打印' }).click();
    await page.getByRole('heading', { name: '工业企业用地核查单' }).waitFor();
    const printed = page.evaluate("new Promise((told) => addEventListener('beforeprint', () => told(true)))");
    await page.getByRole('button', { name: '打印' }).click();
    expect(await printed).toBe(true);
    for (const view of ['', '?v=land', '?v=surveys', '?v=contacts', '?v=correct', '?v=account']) {
      await page.goto(`${at.url}/portal${view}`);
      await page.getByRole('heading').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(390);
    }
  });

  test('[R38] contacts: added, corrected, ended; shown masked, a wrong number refused beside its field', async () => {
    await page.goto(`${at.url}/portal?v=contacts`);
    await page.getByRole('button', { name: '登记联系人' }).click();
    await page.getByLabel('职责').selectOption({ label: '统计' });
    await page.getByLabel('姓名').fill('周小明');
    await page.getByLabel('电话').fill('没有');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('电话').fill('13812340001');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('已登记。').waitFor();
    const card = page.locator('.portal-card', { has: page.getByRole('heading', { name: '统计 周**' }) });
    expect(await card.textContent()).not.toContain('12340001');
    await card.getByRole('button', { name: '修改' }).click();
    await card.getByLabel('姓名').fill('吴小明');
    await card.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '统计 吴**' }).waitFor();
    const since = page.locator('.portal-card', { has: page.getByRole('heading', { name: /^联络员 / }) });
    page.once('dialog', (dialog) => void dialog.accept());
    await since.getByRole('button', { name: '停用' }).click();
    await page.getByText(/联络员 演\*\*，2025年4月24日停用/).waitFor();
  });

  test('[R60] what is not right is sent once and answered by the officer of the town', async () => {
    const words = '承租的三号厂房 2024 年 6 月起已退租。';
    await page.goto(`${at.url}/portal`);
    await page
      .locator('.portal-card', { has: page.getByRole('heading', { name: '用地', exact: true }) })
      .getByRole('link', { name: '有误' })
      .click();
    expect(await page.getByLabel('哪一部分').inputValue()).toBe('land');
    await page.getByLabel('说明').fill(words);
    await page.getByRole('button', { name: '提交更正申请' }).dblclick();
    await page.getByText('✓ 已提交，并已提醒 1 名经办人员。').waitFor();
    await page.getByText(words).waitFor();
    expect(await page.getByText(words).count()).toBe(1);

    const { page: desk } = await visitor({});
    await desk.goto(await at.link('qiantou'));
    await desk.getByRole('button', { name: '进入系统' }).click();
    await desk
      .getByText(/申请更正登记/)
      .first()
      .waitFor();
    await desk.getByRole('link', { name: '更正申请', exact: true }).click();
    await desk
      .getByRole('row', { name: new RegExp(words) })
      .getByRole('button', { name: '答复' })
      .click();
    await desk.getByLabel('已更正').check();
    await desk.getByLabel('答复 *').fill('已按退租协议更正。');
    await desk.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click();
    await desk
      .getByText(/已答复/)
      .first()
      .waitFor();

    // Announced where the enterprise comes in, marked until it has been read, and then no more.
    await page.goto(`${at.url}/portal`);
    const notice = page.locator('.portal-card', { has: page.getByRole('heading', { name: '新通知 1' }) });
    await notice.getByText('用地：已更正').waitFor();
    await page.locator('.portal-nav').getByText('新答复 1').waitFor();
    await notice.getByRole('link', { name: '查看' }).click();
    const answered = page.locator('.portal-card', { hasText: words });
    await answered.getByText('新答复', { exact: true }).waitFor();
    await answered.getByText('已按退租协议更正。').waitFor();
    expect(await answered.locator('.portal-answer').textContent()).toMatch(/结果：已更正理由：已按退租协议更正。\S+ .+ 答复$/);
    await page.goBack();
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    expect(await page.getByText(/新通知|新答复/).count()).toBe(0);
    await page.goto(`${at.url}/portal?v=correct`);
    await answered.getByText('已按退租协议更正。').waitFor();
    expect(await page.getByText('新答复', { exact: true }).count()).toBe(0);
  });

  test('[R6] the session ends: what was typed is still there after signing in again, as the same person', async () => {
    await page.goto(`${at.url}/portal?v=account`);
    await page.getByText('我的账号').first().waitFor();
    const enterprise = await firstPassword('xinqiye');
    const { page: other } = enterprise;
    await other.goto(`${at.url}/portal?v=correct`);
    await other.getByLabel('说明').fill('写到一半的话');
    await other.context().clearCookies();
    await other.getByRole('button', { name: '提交更正申请' }).click();
    await other.getByRole('heading', { name: '登录已失效，请重新登录' }).waitFor();
    expect(await other.getByLabel('登录名').isDisabled()).toBe(true);
    await other.getByLabel('密码').fill(password);
    await other.getByRole('button', { name: '登录', exact: true }).click();
    await other.getByRole('button', { name: '提交更正申请' }).waitFor();
    expect(await other.getByLabel('说明').inputValue()).toBe('写到一半的话');
  });

  /** A new enterprise account from the administrators’ hands to its own password, in the portal. */
  async function firstPassword(login: string): Promise<Visitor> {
    const { page: admin } = await visitor({});
    await admin.goto(await at.link('xitong'));
    await admin.getByRole('button', { name: '进入系统' }).click();
    await admin.getByRole('heading', { name: /好，/ }).waitFor();
    await admin.goto(`${at.url}/people/users`);
    await admin.getByRole('button', { name: '开通用户' }).click();
    await admin.getByLabel('姓名 *').fill('新企业 联络员');
    await admin.getByLabel('登录名 *').fill(login);
    await admin.getByRole('dialog').getByRole('button', { name: '开通', exact: true }).click();
    const secret = ((await admin.locator('.secret-link').textContent()) ?? '').split('#first=')[1] ?? '';
    await admin.getByRole('button', { name: '我已转交' }).click();
    await givePost(login);
    const fresh = await visitor({ phone: true });
    await fresh.page.goto(`${at.url}/portal/enter#first=${secret}`);
    await fresh.page.getByLabel('新密码').fill('123456');
    await fresh.page.getByLabel('再输一次').fill('123456');
    await fresh.page.getByRole('button', { name: '设置并登录' }).click();
    await fresh.page.getByRole('alert').waitFor();
    await fresh.page.getByLabel('新密码').fill(password);
    await fresh.page.getByLabel('再输一次').fill(password);
    await fresh.page.getByRole('button', { name: '设置并登录' }).click();
    await fresh.page.getByRole('heading', { name: '基本情况' }).waitFor();
    return fresh;
  }

  /** As the security administrator, by the public interface. */
  async function givePost(login: string): Promise<void> {
    const { page: clerk } = await visitor({});
    await clerk.goto(await at.link('qiantou'));
    await clerk.getByRole('button', { name: '进入系统' }).click();
    await clerk.getByRole('link', { name: '企业名单' }).waitFor();
    const list = await askIn(clerk, '/registry/subjects?sort=name&limit=30&kind=enterprise&status=normal');
    const subjectId = z
      .object({ items: z.array(z.object({ subjectId: z.string() })) })
      .parse(list.told)
      .items.at(-1)?.subjectId;
    const { page: security } = await visitor({});
    await security.goto(await at.link('anquan'));
    await security.getByRole('button', { name: '进入系统' }).click();
    await security.getByRole('link', { name: '用户与岗位' }).waitFor();
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse((await askIn(security, '/people/me')).told);
    const users = z.object({ items: z.array(z.object({ login: z.string(), userId: z.string() })) });
    const { items } = users.parse((await askIn(security, '/people/users?limit=100')).told);
    const given = await askIn(security, `/people/users/${items.find((one) => one.login === login)?.userId}/posts`, {
      method: 'POST',
      headers: { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID() },
      body: { role: 'enterprise_user', subjectId, from: '2025-04-01', reason: '企业授权书' },
    });
    expect(given.status, JSON.stringify(given.told)).toBe(200);
  }

  test('[R4] own password changed, one-time codes bound on the phone itself, asked for at the next sign-in', async () => {
    const own = visitors.at(-1);
    const fresh = own?.page ?? page;
    const newer = `${password}9`;
    await fresh.goto(`${at.url}/portal?v=account`);
    await fresh.getByLabel('现在的密码').fill(password);
    await fresh.getByLabel('新密码').fill(newer);
    await fresh.getByLabel('再输一次').fill(newer);
    await fresh.getByRole('button', { name: '修改密码' }).click();
    await fresh.getByText('✓ 密码已修改').waitFor();
    await fresh.getByLabel('登录密码').fill(newer);
    await fresh.getByRole('button', { name: '开始绑定' }).click();
    const secret = (await fresh.locator('code').textContent()) ?? '';
    expect(await fresh.getByRole('link', { name: '在本机的验证器中添加' }).getAttribute('href')).toMatch(/^otpauth:\/\/totp\//);
    await fresh.getByLabel(/输入验证器显示的/).fill(oneTimeCode(secret, 0, at.house.now().getTime()));
    await fresh.getByRole('button', { name: '完成绑定' }).click();
    await fresh.getByText('✓ 已绑定').waitFor();
    await fresh.getByRole('button', { name: '退出' }).click();
    await fresh.getByLabel('登录名').fill('xinqiye');
    await fresh.getByLabel('密码').fill(newer);
    await fresh.getByRole('button', { name: '登录', exact: true }).click();
    await fresh.getByLabel('动态口令').waitFor();
    await fresh.getByLabel('动态口令').fill('000000');
    await fresh.getByRole('button', { name: '验证并登录' }).click();
    await fresh.getByRole('alert').waitFor();
  });

  test('who acts for several enterprises chooses, and changes over', async () => {
    const { page: group } = await visitor({ phone: true });
    await group.goto(await portalLink('jituan'));
    await group.getByRole('button', { name: '进入' }).click();
    await group.getByRole('heading', { name: '您的账号办理 2 户，请选择' }).waitFor();
    const names = await group.locator('.portal-choose a').allTextContents();
    expect(new Set(names).size).toBe(2);
    await group.getByRole('link', { name: names[1] ?? '' }).click();
    await group.getByRole('heading', { name: '基本情况' }).waitFor();
    expect(await group.getByRole('heading', { level: 1 }).textContent()).toBe(names[1]);
    await group.getByRole('link', { name: '换一户' }).click();
    await group.getByRole('link', { name: names[0] ?? '' }).click();
    expect(await group.getByRole('heading', { level: 1 }).textContent()).toBe(names[0]);
  });

  test('a short link names the office; a wrong one says so', async () => {
    const { page: guest } = await visitor({ phone: true });
    await guest.goto(`${at.url}/portal/yanshi`);
    await guest.getByText('亩均论英雄改革领导小组办公室').waitFor();
    await guest.goto(`${at.url}/portal/nirgendwo`);
    await guest.getByText('没有代号为“nirgendwo”的办公室').waitFor();
  });

  test('[R99] offline is said, typed words stay, nothing secret is kept, no page complained or asked outside', async () => {
    await page.goto(`${at.url}/portal?v=correct`);
    await page.getByLabel('说明').fill('断网时写的');
    await page.context().setOffline(true);
    await page.getByText('网络已断开，恢复之后再提交').waitFor();
    await page.getByRole('button', { name: '提交更正申请' }).click();
    await page.locator('form').getByRole('alert').waitFor();
    expect(await page.getByLabel('说明').inputValue()).toBe('断网时写的');
    await page.context().setOffline(false);
    for (const { page: one, complaints } of visitors) {
      const { cookies } = await one.context().storageState();
      const kept = await keptIn(one);
      for (const cookie of cookies) expect(kept).not.toContain(cookie.value);
      expect(kept).not.toContain(password);
      expect(complaints).toEqual([]);
    }
  });
});
