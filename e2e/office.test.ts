/**
 * The office from the first secret to the first enterprise, in a real browser against the real house: three administrators apart, people
 * opened and given posts, then the register. A page that complains on its console, breaks the content policy or asks outside fails.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, oneTimeCode, openWholeHouse, type Visitor, type WholeHouse } from './house.js';

const password = '海安亩均办2025-Xq7';
const title =
  browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'the office in a browser';

describe.skipIf(browserPath === undefined)(title, () => {
  let house: WholeHouse;
  const inside = new Map<string, Visitor>();
  const visitorOf = (login: string): Visitor => {
    const found = inside.get(login);
    if (found === undefined) throw new Error(`${login} has not come in yet`);
    return found;
  };
  beforeAll(async () => {
    house = await openWholeHouse();
  });
  afterAll(async () => {
    await house?.close();
  });

  async function firstSignIn(login: string, secret: string): Promise<Visitor> {
    const visitor = await house.visitor();
    const { page } = visitor;
    await page.goto(`${house.url}/enter#first=${encodeURIComponent(secret)}`);
    await page.getByLabel('新密码').fill(password);
    await page.getByLabel('再输一次').fill(password);
    await page.getByRole('button', { name: '设置并登录' }).click();
    await page.getByRole('heading', { name: /好，/ }).waitFor();
    inside.set(login, visitor);
    return visitor;
  }

  async function bindFactor({ page }: Visitor): Promise<void> {
    await page.goto(`${house.url}/account`);
    await page.getByRole('button', { name: '开始绑定' }).click();
    const secret = (await page.locator('code').textContent()) ?? '';
    await page.getByLabel('6 位数字').fill(oneTimeCode(secret));
    await page.getByRole('button', { name: '完成绑定' }).click();
    await page.getByText('✓ 已绑定').waitFor();
  }

  test('[R5] the first secret sets a password once; the second time it is spent', async () => {
    const secret = house.secrets.get('xitong') ?? '';
    const { page } = await firstSignIn('xitong', secret);
    expect(page.url()).not.toContain(secret);
    const late = await house.visitor();
    await late.page.goto(`${house.url}/enter#first=${encodeURIComponent(secret)}`);
    await late.page.getByLabel('新密码').fill(password);
    await late.page.getByLabel('再输一次').fill(password);
    await late.page.getByRole('button', { name: '设置并登录' }).click();
    await late.page.getByRole('alert').waitFor();
    await late.close();
  });

  test('[R4, R9] an administrator works only with a second factor, and opens accounts without giving posts', async () => {
    const { page } = visitorOf('xitong');
    await page.goto(`${house.url}/people/users`);
    await page
      .getByRole('heading', { name: /您的岗位没有/ })
      .or(page.getByText('动态口令'))
      .first()
      .waitFor();
    await bindFactor(visitorOf('xitong'));
    await page.goto(`${house.url}/people/users`);
    await page.getByRole('button', { name: '开通用户' }).click();
    await page.getByLabel('姓名 *').fill('陈静');
    await page.getByLabel('登录名 *').fill('chenjing');
    await page.getByRole('dialog').getByRole('button', { name: '开通', exact: true }).click();
    const link = (await page.locator('.secret-link').textContent()) ?? '';
    expect(link).toMatch(/\/enter#first=.{30,}/);
    await page.getByRole('button', { name: '我已转交' }).click();
    await page.getByRole('row', { name: /陈静/ }).waitFor();
    expect(await page.getByRole('button', { name: '授予岗位' }).count()).toBe(0);
    await firstSignIn('chenjing', decodeURIComponent(link.split('#first=')[1] ?? ''));
    expect(await visitorOf('chenjing').page.getByRole('link', { name: '企业名单' }).count()).toBe(0);
  });

  test('[R6, R9] the security administrator gives the post; the session made before it has ended', async () => {
    const security = await firstSignIn('anquan', house.secrets.get('anquan') ?? '');
    await bindFactor(security);
    const { page } = security;
    await page.goto(`${house.url}/people/users`);
    expect(await page.getByRole('button', { name: '开通用户' }).count()).toBe(0);
    await page.getByRole('row', { name: /陈静/ }).getByRole('button', { name: '授予岗位' }).click();
    await page.getByLabel('岗位 *').click();
    await page.getByTitle('牵头办经办').click();
    await page.getByLabel('理由 *').fill('任职文件');
    await page.getByRole('dialog').getByRole('button', { name: '授予', exact: true }).click();
    await page.getByText(/已授予 陈静/).waitFor();
    const clerk = visitorOf('chenjing');
    await clerk.page.goto(`${house.url}/todo`);
    await clerk.page.getByLabel('登录名').fill(' ChenJing');
    await clerk.page.getByLabel('密码').fill(password);
    await clerk.page.getByRole('button', { name: '下一步' }).click();
    await clerk.page.getByRole('link', { name: '企业名单' }).waitFor();
  });

  test('[R81] an enterprise is registered, found by pinyin, renamed, and found by its former name', async () => {
    const { page } = visitorOf('chenjing');
    await page.goto(`${house.url}/registry`);
    await page.getByRole('heading', { name: '还没有登记企业' }).waitFor();
    await page.getByRole('button', { name: '登记一户' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称 *').fill('江苏华盛纺织有限公司');
    await form.getByLabel('信用代码').fill('91320621MA1MXW0Y43');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('信用代码').fill('91320621MA1MXW0Y42');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '江苏华盛纺织有限公司' }).waitFor();
    await page.getByRole('button', { name: '更名' }).click();
    await page.getByLabel('新名称 *').fill('江苏华盛新材料有限公司');
    await page.getByRole('dialog').getByRole('button', { name: '更名' }).click();
    await page.getByText(/曾用名：江苏华盛纺织有限公司/).waitFor();
    // Closed and opened again at once it stays open.
    for (let time = 0; time < 10; time++) {
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Escape');
    }
    for (const wanted of ['hsxcl', '华盛纺织']) {
      await page.keyboard.press('Control+k');
      // The field has the focus: nobody reaches for the mouse.
      await page.keyboard.type(wanted);
      await page.getByRole('option', { name: /江苏华盛新材料有限公司/ }).waitFor();
      await page.keyboard.press('Escape');
    }
  });

  test('[R62] two people on one row: the second sees both values and chooses', async () => {
    const { page } = visitorOf('chenjing');
    await page.goto(`${house.url}/registry`);
    await page.getByRole('link', { name: '江苏华盛新材料有限公司' }).click();
    await page.getByRole('button', { name: '登记称号' }).click();
    await page.getByLabel('称号 *').fill('高新技术企业');
    await page.getByLabel('级别 *').click();
    await page.getByTitle('国家级').click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    const row = (on: typeof page) => on.getByRole('row', { name: /高新技术企业/ });
    await row(page).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const [on, document] of [
      [page, '甲号文'],
      [other, '乙号文'],
    ] as const) {
      await row(on).getByRole('button', { name: '修改' }).click();
      await on.getByLabel('认定文件').fill(document);
    }
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await row(page).getByText('甲号文').waitFor();
    await other.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await other.getByRole('heading', { name: '您打开之后，这一项已被他人修改' }).waitFor();
    await other.getByRole('radio', { name: '甲号文' }).waitFor();
    await other.getByRole('radio', { name: '乙号文' }).check();
    await other.getByRole('button', { name: '按取舍保存' }).click();
    await row(other).getByText('乙号文').waitFor();
    await other.close();
  });

  test('[R6] when the session ends, what was typed stays and goes on after signing in again', async () => {
    const { page } = visitorOf('chenjing');
    await page.getByRole('button', { name: '修改基本情况' }).click();
    await page.getByLabel('地址').fill('海安市长江路8号');
    await page.context().clearCookies();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '登录已失效，请重新登录' }).waitFor();
    await page.locator('#password').fill(password);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('heading', { name: '登录已失效，请重新登录' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('地址').inputValue()).toBe('海安市长江路8号');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('已修改基本情况。').waitFor();
  });

  test('the keyboard alone opens an enterprise from the list, and “?” opens the help of the page', async () => {
    const { page } = visitorOf('chenjing');
    await page.goto(`${house.url}/registry`);
    await page.getByRole('link', { name: '江苏华盛新材料有限公司' }).waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '成批修改 1 户' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('complementary', { name: '帮助' }).getByText('双击一行').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '江苏华盛新材料有限公司' }).waitFor();
  });

  test('[R7] nothing secret lies in the browser’s storage', async () => {
    for (const [login, { page }] of inside) {
      const { cookies, origins } = await page.context().storageState();
      const kept = JSON.stringify(origins);
      for (const cookie of cookies) expect(kept, login).not.toContain(cookie.value);
      expect(kept).not.toContain(password);
      for (const cookie of cookies) expect([cookie.httpOnly, cookie.sameSite]).toEqual([true, 'Strict']);
    }
  });

  test('[R99] no page complained, broke the content policy, or asked anything outside', () => {
    for (const [login, { complaints }] of inside) expect(complaints, login).toEqual([]);
  });
});
