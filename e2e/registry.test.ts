/** The register in a real browser: an enterprise split and put together again, a telephone number unmasked, a survey sheet signed with its scan. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindFactor, choose, comeIn, soon } from './demoPeople.js';
import { browserPath, type DemonstrationHouse, openDemonstration, type Visitor } from './house.js';

const title =
  browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'the register in a browser';

/** One dot: the smallest whole picture. */
const scan = {
  name: '核查单扫描.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe.skipIf(browserPath === undefined)(title, () => {
  let house: DemonstrationHouse;
  let clerk: Visitor;
  let name: string;
  beforeAll(async () => {
    house = await openDemonstration(60);
    clerk = await comeIn(house, 'qiantou');
    const { page } = clerk;
    await page.goto(`${house.url}/registry`);
    const first = page.getByRole('grid').getByRole('link').first();
    name = (await first.textContent()) ?? '';
    await first.click();
    await page.getByRole('heading', { name }).waitFor();
  });
  afterAll(() => house?.close());

  const dialog = () => clerk.page.getByRole('dialog').last();

  test('[R81] part of an enterprise splits off: seen before, refused with a wrong code at its field, taken back from the time line', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: '登记户号' }).click();
    await choose(clerk, '种类', '电');
    await dialog().getByLabel('户号').fill('5566778899');
    await dialog().getByRole('button', { name: '保存' }).click();
    await page.getByRole('row', { name: /5566778899/ }).waitFor();
    await page.getByRole('button', { name: '拆分' }).click();
    await dialog().getByLabel('新户名称').fill('湖屿物流有限公司');
    await dialog().getByLabel('信用代码').fill('91320621MA1MXW0Y43');
    await dialog().getByLabel('理由').fill('分立登记');
    expect(await dialog().getByRole('button', { name: '先看影响' }).isDisabled()).toBe(true);
    await dialog()
      .getByRole('checkbox', { name: /5566778899/ })
      .check();
    await dialog().getByRole('button', { name: '先看影响' }).click();
    await dialog()
      .getByRole('row', { name: new RegExp(`5566778899.*${name}.*湖屿物流有限公司`) })
      .waitFor();
    await dialog().getByRole('button', { name: '转移 1 条登记' }).click();
    await dialog().locator('.field-wrong', { hasText: '校验位不符' }).waitFor();
    await dialog().getByLabel('信用代码').fill('');
    await dialog().getByRole('button', { name: '先看影响' }).click();
    await dialog().getByRole('button', { name: '转移 1 条登记' }).click();
    await page.getByText('已拆出“湖屿物流有限公司”，带走 1 条登记。').waitFor();
    await soon(() => page.getByRole('row', { name: /5566778899/ }).count()).toBe(0);
    const line = page.locator('#history li', { hasText: '拆出一户' });
    await line.getByText('转移或恢复：户号 1 条').waitFor();
    await line.getByRole('button', { name: '撤销' }).click();
    await dialog().getByLabel('理由').fill('弄错了');
    await dialog().getByRole('button', { name: '撤销' }).click();
    await page.getByRole('row', { name: /5566778899/ }).waitFor();
    expect(await line.getByRole('button', { name: '撤销' }).count()).toBe(0);
  });

  test('[R38] a contact is masked; who looks says why, and the ledger of the audit administrator has it', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: '登记联系人' }).click();
    await dialog().getByLabel('姓名').fill('欧阳明月');
    await dialog().getByLabel('电话').fill('13812345678');
    await dialog().getByRole('button', { name: '保存' }).click();
    const row = page.locator('#people').getByRole('row', { name: /欧\*\*/ });
    await row.getByText('138****5678').waitFor();
    await row.getByRole('button', { name: '查看' }).click();
    expect(await dialog().getByRole('button', { name: '查看' }).isDisabled()).toBe(true);
    await dialog().getByLabel('用途').fill('电话通知补报用地资料');
    await dialog().getByRole('button', { name: '查看' }).click();
    await page.getByText('13812345678').waitFor();
    const auditor = await comeIn(house, 'shenji');
    await bindFactor(house, auditor);
    await auditor.page.goto(`${house.url}/audit`);
    const entry = auditor.page.getByRole('row', { name: /查看未遮盖的联系人/ }).first();
    await entry.getByText('电话通知补报用地资料').waitFor();
    expect(await auditor.page.content()).not.toContain('13812345678');
    const officer = await comeIn(house, 'shuiwu');
    await officer.page.goto(page.url());
    await officer.page.locator('#people').getByText('138****5678').waitFor();
    expect(await officer.page.locator('#people').getByRole('button', { name: '查看' }).count()).toBe(0);
    await officer.close();
    await auditor.close();
  });

  test('a contact who leaves gets a last day and stays in the history; the number that was not typed stays', async () => {
    const { page } = clerk;
    await page.locator('#people').getByRole('row', { name: /欧/ }).getByRole('button', { name: '修改' }).click();
    await choose(clerk, '职责', '财务');
    await dialog().getByLabel('起').fill('2020-01-01');
    await dialog().getByLabel('止').fill('2019-01-01');
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog().locator('.field-wrong').waitFor();
    await dialog().getByLabel('止').fill('2025-04-01');
    await dialog().getByRole('button', { name: '保存' }).click();
    await page.getByText('已修改联系人。').waitFor();
    await page.locator('#people').getByRole('button', { name: '已截止 1 条' }).click();
    await page
      .locator('#people')
      .getByRole('row', { name: /财务 欧\*\* 138\*\*\*\*5678/ })
      .waitFor();
  });

  test('a survey sheet is printed, refused after the land changed, signed by its check code with the scan, and the scan comes back', async () => {
    const { page } = clerk;
    const enterprise = page.url();
    await page.getByRole('button', { name: '新建核查单' }).click();
    await dialog().getByLabel('编号').fill('湖屿核查〔2025〕17号');
    await dialog().getByLabel('核查日期').fill('2025-04-20');
    await dialog().getByRole('button', { name: '保存' }).click();
    await page.getByText('湖屿核查〔2025〕17号 待签字').waitFor();
    await page.getByRole('link', { name: '打印、登记签字' }).click();
    await page.getByRole('button', { name: '填写核查结果' }).click();
    await dialog().getByLabel('实际面积').fill('一千');
    await dialog().getByRole('button', { name: '增加一点' }).click();
    await dialog().getByLabel('第 1 点经度').fill('121.123456');
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog()
      .getByText(/不小于 0 的数/)
      .waitFor();
    await dialog()
      .getByText(/第 1 点不完整/)
      .waitFor();
    await dialog().getByLabel('实际面积').fill('1012.5');
    await dialog().getByLabel('第 1 点纬度').fill('28.654321');
    await dialog().getByRole('button', { name: '保存' }).click();
    await page.locator('.paper').getByText('1,012.50').waitFor();
    await page
      .locator('.paper')
      .getByText(/J1（121.123456，28.654321）/)
      .waitFor();
    const code = async (): Promise<string> => {
      await page.locator('.paper-foot').waitFor();
      return /校验码 ([0-9A-F]{8})/.exec((await page.locator('.paper-foot').textContent()) ?? '')?.[1] ?? '';
    };
    const printed = await code();
    expect(printed).toMatch(/^[0-9A-F]{8}$/);
    const sheet = page.url();
    await page.goto(enterprise);
    await page.getByRole('button', { name: '修改基本情况' }).click();
    await dialog().getByLabel('地址').fill('霁峙区湖滨路 8 号');
    await dialog().getByRole('button', { name: '保存' }).click();
    await page.getByText('已修改基本情况。').waitFor();
    await page.goto(sheet);
    await page.getByRole('button', { name: '登记签字' }).click();
    await dialog().getByRole('button', { name: '登记签字' }).click();
    await dialog().getByText('请至少填写一名签字人。').waitFor();
    await dialog().getByLabel('纸上校验码').fill(printed);
    await dialog().getByLabel('第 1 名签字人姓名').fill('张三丰');
    await dialog().locator('input[type=file]').setInputFiles(scan);
    await dialog().getByRole('button', { name: '登记签字' }).click();
    await dialog()
      .locator('.field-wrong', { hasText: `纸上校验码 ${printed}` })
      .waitFor();
    const now = await code();
    expect(now).not.toBe(printed);
    await dialog().getByLabel('纸上校验码').fill(now.toLowerCase());
    await dialog().getByRole('button', { name: '登记签字' }).click();
    await page.getByText(/已登记签字/).waitFor();
    await page.getByText('企业 张**').waitFor();
    expect(await page.content()).not.toContain('张三丰');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载扫描件' }).click();
    expect((await download).suggestedFilename()).toBe(scan.name);
    expect(await page.getByRole('button', { name: '登记签字' }).count()).toBe(0);
    await page.goto(enterprise);
    await page.getByText('湖屿核查〔2025〕17号 2025年4月20日签字').waitFor();
  });

  test('[R99] no page complained, broke the content policy, or asked anything outside', () => {
    expect(clerk.complaints).toEqual([]);
  });
});
