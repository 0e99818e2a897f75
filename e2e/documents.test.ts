/**
 * 文件库、附件、任务、设置 in a real browser: a document from its number to its clauses and original, its standing on two days, the catalogue
 * as a workbook; a job seen through to its end; what the administrators set. What is refused is seen refused.
 */
import { readFile } from 'node:fs/promises';
import { readTable } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, openWholeHouse, type WholeHouse } from './house.js';
import { firstSignIn, givePost, openAccount, openStaff, type Staff } from './staff.js';

const title =
  browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'documents, files, jobs, settings';

const pdf = (mark: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/${mark} 1>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );

describe.skipIf(browserPath === undefined)(title, () => {
  let house: WholeHouse;
  let staff: Staff;
  beforeAll(async () => {
    house = await openWholeHouse();
    staff = await openStaff(house);
  });
  afterAll(async () => {
    await house?.close();
  });

  test('[ALL-7] a document is entered with its clauses; a number twice is refused at its field', async () => {
    const { page } = staff.clerk;
    await page.goto(`${house.url}/documents`);
    await page.getByRole('heading', { name: '文件库还是空的' }).waitFor();
    await page.getByRole('button', { name: '登记文件' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('标题 *').fill('低效工业用地全域整治实施方案');
    await form.getByLabel('文号', { exact: true }).fill('临政发〔2022〕22号');
    await form.getByLabel('制发机关').fill('临海市人民政府');
    await form.getByLabel('施行起').fill('2022-07-16');
    await form.getByLabel('失效日').fill('2022-07-16');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.getByText('有效期的止日期不晚于起日期').waitFor();
    await form.getByLabel('失效日').fill('2024-01-01');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '低效工业用地全域整治实施方案' }).waitFor();
    await page.getByRole('button', { name: '录入条款' }).click();
    await page.getByLabel('第 1 条的条款号').fill('二(七)');
    await page.getByLabel('第 1 条的原文').fill('分割转让的宗地，每宗不小于10亩。');
    await page.getByRole('button', { name: '增加一条' }).click();
    await page.getByLabel('第 2 条的条款号').fill('二(七)');
    await page.getByLabel('第 2 条的原文').fill('受让企业承接原出让合同约定的义务。');
    await page.getByRole('button', { name: '还有 2 处要改' }).waitFor();
    await page.getByLabel('第 2 条的条款号').fill('二(八)');
    await page.getByRole('button', { name: '第 2 条上移' }).click();
    await page.getByRole('button', { name: '保存条款' }).click();
    await page.getByText('已保存条款 2 条。').waitFor();
    expect(await page.locator('.clauses > li > b').allTextContents()).toEqual(['二(八)', '二(七)']);
    await page.goto(`${house.url}/documents`);
    await page.getByRole('button', { name: '登记文件' }).click();
    await form.getByLabel('标题 *').fill('又一份');
    await form.getByLabel('文号', { exact: true }).fill('临政发〔2022〕22号');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.getByText(/已经登记为《低效工业用地全域整治实施方案》/).waitFor();
    await page.keyboard.press('Escape');
  });

  test('[ALL-7] its standing on two days, in the list and on its page', async () => {
    const { page } = staff.clerk;
    await page.goto(`${house.url}/documents`);
    const row = page.getByRole('row', { name: /低效工业用地/ });
    await row.locator('.standing-expired', { hasText: '失效' }).waitFor();
    await page.getByLabel('看哪一天').fill('2023-06-01');
    await row.locator('.standing-in_force', { hasText: '有效' }).waitFor();
    await page.getByLabel('当日效力').click();
    await page.getByTitle('失效', { exact: true }).click();
    await page.getByRole('heading', { name: '没有符合条件的文件' }).waitFor();
    await page.goto(`${house.url}/documents`);
    await row.waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByText('这一天不能作为依据').waitFor();
    await page.getByLabel('看哪一天').fill('2023-12-31');
    await page.getByText('现行有效（至 2023-12-31）').waitFor();
  });

  test('[ALL-7] [R36] the original is kept and shows its hash, a disguised one is refused, the same twice is refused', async () => {
    const { page } = staff.clerk;
    const input = page.locator('#originals input[type=file]');
    await input.setInputFiles({ name: '正式文本.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a pdf') });
    await page.getByText(/认不出“正式文本.pdf”/).waitFor();
    await input.setInputFiles({ name: '正式文本.pdf', mimeType: 'application/pdf', buffer: pdf('A') });
    await page.locator('.line-list .hash').waitFor();
    expect(await page.locator('.line-list .hash').textContent()).toMatch(/SHA-256 [0-9a-f]{64}/);
    await input.setInputFiles({ name: '又一次.pdf', mimeType: 'application/pdf', buffer: pdf('A') });
    await page.getByText(/同样内容的文件“正式文本.pdf”已经存入/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.line-list').getByRole('button', { name: '下载' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('正式文本.pdf');
    expect((await readFile(await download.path())).equals(pdf('A'))).toBe(true);
  });

  test('[ALL-7] the catalogue leaves as the workbook of what is on the page', async () => {
    const { page } = staff.clerk;
    await page.goto(`${house.url}/documents`);
    await page.getByRole('row', { name: /低效工业用地/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    const { table } = await readTable(await readFile(await download.path()), download.suggestedFilename());
    expect(table?.rows).toHaveLength(1);
    expect(table?.rows[0]).toEqual(expect.arrayContaining(['临政发〔2022〕22号', '低效工业用地全域整治实施方案']));
  });

  test('[ALL-6] a clause becomes a task that names it', async () => {
    const { page } = staff.clerk;
    await page.getByRole('link', { name: '低效工业用地全域整治实施方案' }).click();
    await page.getByRole('button', { name: '把 二(七) 分解为任务' }).click();
    const form = page.getByRole('dialog');
    expect(await form.getByLabel('依据条款').inputValue()).toBe('临政发〔2022〕22号 二(七)');
    // The document has lapsed: said beside the field, and in the table once the task stands; without it nothing is said.
    const warning = form.getByRole('list', { name: '依据有误' });
    await warning.getByText(/已过有效期（2023-12-31 止）.*不能作为依据/).waitFor();
    await form.getByLabel('依据条款').fill('领导小组会议议定');
    await form.getByText('文件库里没有这个文号').waitFor();
    expect(await warning.count()).toBe(0);
    await form.getByLabel('依据条款').fill('临政发[2022]22号 二(七)');
    await warning.waitFor();
    await form.getByLabel('任务 *').fill('分割转让面积核查');
    await form.getByLabel('牵头单位 *').click();
    await page.locator('.ant-select-item-option').first().click();
    await form.getByLabel('截止日 *').fill('2031-06-30');
    await form.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByText('已新建任务。').waitFor();
    await page.goto(`${house.url}/year`);
    const row = page.getByRole('row', { name: /临政发\[2022\]22号 二\(七\)/ });
    await row.getByRole('list', { name: '依据有误' }).getByRole('link', { name: '临政发〔2022〕22号' }).waitFor();
    await row.getByRole('link', { name: '临政发〔2022〕22号' }).click();
    await page.getByText('仍有 1 处未办结的引用').waitFor();
    await page.getByRole('link', { name: '分割转让面积核查' }).click();
    await page.getByRole('button', { name: '新建任务' }).click();
    await page.getByLabel('从文件选取').click();
    await page.getByTitle(/^〔失效，不能作为依据〕临政发〔2022〕22号 /).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.goto(`${house.url}/registry/land-rule`);
    await page.getByLabel('依据 *').fill('临政发〔2022〕22号第五条');
    await page.getByRole('list', { name: '依据有误' }).waitFor();
  });

  test('[R36] a job is started, shows in the top bar or the list, is seen through to its end, and leads on to its result', async () => {
    const { page } = staff.clerk;
    await page.goto(`${house.url}/files`);
    await page.getByText(/1 个文件全部完好/).waitFor();
    await page.getByRole('button', { name: '立即核对' }).click();
    await page.getByText('已发起核对').waitFor();
    await page.goto(`${house.url}/jobs`);
    const job = page.locator('.job-list > li', { hasText: '核对全部文件' });
    await job.getByText('已完成').waitFor();
    await job.getByText('核对 1 份内容，全部完好。').waitFor();
    await page.reload();
    await job.getByRole('link', { name: '看附件与空间' }).click();
    await page.getByRole('heading', { name: '附件与空间' }).waitFor();
    await page.goto(`${house.url}/jobs`);
    await page.getByText('没有办成', { exact: true }).click();
    await page.getByRole('heading', { name: '没有“没有办成”的任务' }).waitFor();
  });

  test('[R33] a file sent by oneself gives its hash as the receipt and counts against what is left', async () => {
    const { page } = staff.clerk;
    await page.goto(`${house.url}/files`);
    await page.locator('.ant-segmented-item', { hasText: '我上传的' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer: pdf('B') });
    await page.getByText(/已收到“合同.pdf”/).waitFor();
    const row = page.locator('.line-list > li', { hasText: '合同.pdf' });
    await row.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText('已删除“合同.pdf”。').waitFor();
    expect(await row.count()).toBe(0);
    // The original of the document stands in use.
    await page.locator('.line-list > li', { hasText: '正式文本.pdf' }).getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText(/已作为材料使用，不能删除/).waitFor();
    await page.getByRole('button', { name: '不删除' }).click();
  });

  test('[R48] [R97] the administrator sees the health, sets the 审图号, renames the office; a clerk has no such page', async () => {
    const { page } = staff.system;
    await page.goto(`${house.url}/settings`);
    await page.getByText(/各项检查正常/).waitFor();
    await page.getByText('没有审图号，公开页一律不显示地图').waitFor();
    await page.getByLabel('审图号').fill('待批');
    await page.getByRole('button', { name: '保存业务设置' }).click();
    await page.locator('#mapApprovalNumber-help', { hasText: '请照批准文书填写' }).waitFor();
    await page.getByLabel('审图号').fill('苏S（2024）012号');
    await page.getByRole('button', { name: '保存业务设置' }).click();
    await page.getByText('已保存业务设置。').waitFor();
    await page.getByText('公开页的地图旁印上此号').waitFor();
    await page.getByRole('button', { name: '变更全称' }).click();
    await page.getByLabel('新的全称 *').fill('海安市资源集约利用评价工作领导小组办公室');
    await page.getByLabel('依据文件 *').fill('海委编〔2025〕12号');
    await page.getByRole('dialog').getByRole('button', { name: '变更', exact: true }).click();
    await page.getByText('已变更单位全称').waitFor();
    await page.locator('.top-name', { hasText: '海安市资源集约利用评价工作领导小组办公室' }).waitFor();
    expect(await staff.clerk.page.getByRole('link', { name: '单位设置' }).count()).toBe(0);
    await staff.security.page.goto(`${house.url}/settings`);
    await staff.security.page.getByLabel('无操作退出').fill('30');
    await staff.security.page.getByRole('button', { name: '保存安全设置' }).click();
    await staff.security.page.getByText('已保存安全设置').waitFor();
    expect(await staff.security.page.getByRole('button', { name: '保存业务设置' }).count()).toBe(0);
  });

  test('[R62] settings in two windows: another block is in nobody’s way, another field is told, one field of two is asked', async () => {
    const { page } = staff.system;
    const other = await page.context().newPage();
    for (const on of [page, other]) {
      await on.goto(`${house.url}/settings`);
      await on.getByLabel('审图号').waitFor();
    }
    await other.getByLabel('审图号').fill('苏S（2025）001号');
    await page.getByLabel('简称').fill('集约办');
    await page.getByRole('button', { name: '保存名称' }).click();
    await page.getByText('已保存名称。').waitFor();
    await other.getByRole('button', { name: '保存业务设置' }).click();
    await other.getByText('已保存业务设置。').waitFor();
    await other.getByLabel('审图号').fill('苏S（2025）003号');
    await page.getByLabel('每人空间').fill('777');
    await page.getByLabel('审图号').fill('苏S（2025）002号');
    await page.getByRole('button', { name: '保存业务设置' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByRole('radio', { name: '苏S（2025）002号' }).check();
    await asked.getByRole('button', { name: '按取舍保存' }).click();
    await page.getByText('已保存业务设置。').waitFor();
    await other.getByRole('button', { name: '保存业务设置' }).click();
    await other
      .getByRole('dialog')
      .getByRole('row', { name: /每人空间 .* 777 MB/ })
      .waitFor();
    await other.getByRole('dialog').getByRole('radio', { name: '苏S（2025）002号' }).check();
    await other.getByRole('button', { name: '按取舍保存' }).click();
    await other.getByText('与对方保存的一致，没有再改。').waitFor();
    expect(await other.getByLabel('每人空间').inputValue()).toBe('777');
    await other.close();
  });

  test('[R9] a post is ended with a reason of its own, which the person feels at once; a name that nobody has says so', async () => {
    const { page } = staff.security;
    const secret = await openAccount(house, staff.system, { name: '周平', login: 'zhouping' });
    await givePost(house, staff.security, { name: '周平', post: '牵头办经办' });
    const person = await firstSignIn(house, secret);
    const row = page.getByRole('row', { name: '周平' });
    await row.getByRole('button', { name: '终止周平的牵头办经办岗位' }).click();
    const form = page.getByRole('dialog');
    const end = form.getByRole('button', { name: '终止岗位', exact: true });
    expect(await end.isDisabled()).toBe(true);
    await form.getByLabel('理由 *').fill('调离本单位');
    await end.click();
    await page.getByText('已终止岗位：周平。').waitFor();
    await row.getByText('没有岗位，登录后什么也不能办').waitFor();
    await person.page.goto(`${house.url}/registry`);
    await person.page.getByLabel('登录名').waitFor();
    await person.close();
    await page.getByLabel('姓名').fill('查无此人');
    await page.getByText('没有叫这个名字的用户').waitFor();
  });

  test('the keyboard reaches the filter, the day and the rows; “?” opens the help of the page', async () => {
    const { page } = staff.clerk;
    await page.goto(`${house.url}/documents`);
    await page.getByRole('grid').focus();
    await page.keyboard.press('?');
    await page.getByRole('complementary', { name: '帮助' }).getByText('校验值（SHA-256）有什么用？').waitFor();
  });

  test('[R99] no page complained, broke the content policy, or asked anything outside', () => {
    for (const [who, { complaints }] of Object.entries(staff)) expect(complaints, who).toEqual([]);
  });
});
