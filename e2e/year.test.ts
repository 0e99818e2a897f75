/** The year in a real browser: its stages are arranged and the strip follows, a unit reports its part, clauses become tasks, days off count. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, comeIn, soon } from './demoPeople.js';
import { browserPath, type DemonstrationHouse, openDemonstration, type Visitor } from './house.js';

const title = browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'the year in a browser';

describe.skipIf(browserPath === undefined)(title, () => {
  let house: DemonstrationHouse;
  let clerk: Visitor;
  let tax: Visitor;
  beforeAll(async () => {
    house = await openDemonstration(60);
    clerk = await comeIn(house, 'qiantou');
    tax = await comeIn(house, 'shuiwu');
  });
  afterAll(() => house?.close());

  /** A document with a clause in the library, through the door as its page does it. */
  const registerDocument = ({ page }: Visitor): Promise<void> =>
    page.evaluate(async () => {
      const me = await fetch('/api/v1/people/me');
      const { csrfToken } = (await me.json()) as { csrfToken: string };
      const answer = await fetch('/api/v1/documents', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken, 'idempotency-key': 'e2e-year-document' },
        body: JSON.stringify({
          ...{
            number: '通州湾办发〔2022〕47号',
            title: '集约利用综合评价实施办法',
            issuer: '通州湾示范区',
            standing: 'in_force',
          },
          clauses: [{ path: '三.1', text: '列规纳统企业摸排' }],
        }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    });
  const strip = ({ page }: Visitor): Promise<string[]> => page.locator('.stage-strip li b').allTextContents();
  const lateRow = ({ page }: Visitor, words: RegExp) =>
    page.locator('.block', { has: page.getByRole('heading', { name: /^逾期/ }) }).getByRole('row', { name: words });

  test('[TZ-9] the clerk says when the policy holds and that the year runs; a period that ends before it begins is refused at its field', async () => {
    const { page } = clerk;
    await page.goto(`${house.url}/year`);
    await page.getByRole('button', { name: '修改年度评价' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('政策执行起').fill('2025-07-01');
    await form.getByLabel('政策执行止').fill('2025-06-01');
    await choose(clerk, '状态', '进行中');
    await form.getByRole('button', { name: '保存' }).click();
    await form.locator('.field-wrong', { hasText: '结束早于开始' }).waitFor();
    await form.getByLabel('政策执行止').fill('2026-07-01');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText(/政策执行期 2025年7月1日 至 2026年7月1日/).waitFor();
  });

  test('[TZ-9] stages are added, given units and a clock time, and moved; the strip on every page follows', async () => {
    const { page } = clerk;
    const before = await strip(clerk);
    await page.getByRole('button', { name: '编排阶段' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: /^企业确认/ }).click();
    await form.getByLabel('截止时刻').fill('12:00');
    await choose(clerk, '分工单位', '税务局', '自然资源局');
    await form.getByRole('button', { name: '增加阶段' }).click();
    await form.getByRole('button', { name: '保存 8 个阶段' }).click();
    await form.getByText('请填写阶段名称。').waitFor();
    await form.getByLabel('名称').fill('过程数据公示');
    await form.getByLabel('开始日').fill('2025-05-11');
    await form.getByLabel('截止日').fill('2025-05-01');
    await form.getByText('截止日早于开始日，请改正。').waitFor();
    await form.getByLabel('截止日').fill('2025-05-15');
    for (let place = 0; place < 4; place++) await form.getByRole('button', { name: '上移 过程数据公示' }).press('Enter');
    await form.getByRole('button', { name: '保存 8 个阶段' }).click();
    await page.getByText('已保存 8 个阶段。').waitFor();
    await soon(() => strip(clerk)).toEqual([...before.slice(0, 3), '过程数据公示', ...before.slice(3)]);
    await page.getByText('2025年4月1日 至 2025年4月20日 12:00').waitFor();
    await tax.page.goto(`${house.url}/todo`);
    await soon(() => strip(tax)).toContain('过程数据公示');
  });

  test('[R62] two people arrange the stages: the second sees both and chooses', async () => {
    const { page } = clerk;
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const [on, name] of [
      [page, '数据归集（甲）'],
      [other, '数据归集（乙）'],
    ] as const) {
      await on.getByRole('button', { name: '编排阶段' }).click();
      await on
        .getByRole('dialog')
        .getByRole('button', { name: /^数据归集/ })
        .click();
      await on.getByRole('dialog').getByLabel('名称').fill(name);
    }
    await page.getByRole('button', { name: '保存 8 个阶段' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await other.getByRole('button', { name: '保存 8 个阶段' }).click();
    await other.getByRole('heading', { name: '您打开之后，这一项已被他人修改' }).waitFor();
    await other.getByRole('radio', { name: /数据归集（甲）/ }).waitFor();
    await other.getByRole('radio', { name: /数据归集（乙）/ }).check();
    await other.getByRole('button', { name: '按取舍保存' }).click();
    await other.locator('.stage-strip').getByText('数据归集（乙）').waitFor();
    await other.close();
  });

  test('[TZ-9] [ALL-4] a unit reports its own part and no other; who is late is counted in working days', async () => {
    const { page } = tax;
    await page.goto(`${house.url}/year`);
    await lateRow(tax, /税务局 4 .*企业确认/).waitFor();
    expect(await page.getByRole('button', { name: '编排阶段' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '自然资源局报告完成' }).count()).toBe(0);
    await page.getByRole('button', { name: '税务局报告完成' }).click();
    await page.getByText('税务局已报“企业确认”完成。').waitFor();
    await soon(() => lateRow(tax, /税务局 .*企业确认/).count()).toBe(0);
    await lateRow(tax, /自然资源局 4 /).waitFor();
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await lateRow(tax, /税务局 4 /).waitFor();
  });

  test('[R67] a day off of the office’s own takes a day off what is late', async () => {
    const { page } = clerk;
    await page.goto(`${house.url}/year`);
    await page.getByRole('button', { name: '增加一天' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('日期').fill('2025-04-22');
    await form.getByLabel('说明').fill('防汛停工一天');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('row', { name: /2025年4月22日 星期二 休息 上班 防汛停工一天/ }).waitFor();
    await lateRow(clerk, /税务局 3 /).waitFor();
  });

  test('[ALL-6] a clause becomes a task of one lead and its supporters; refused without a lead or a day; reported by the unit, ended by the office', async () => {
    const { page } = clerk;
    await registerDocument(clerk);
    await page.getByRole('button', { name: '新建任务' }).click();
    const form = page.getByRole('dialog');
    await choose(clerk, '从文件选取', '通州湾办发〔2022〕47号 集约利用综合评价实施办法');
    await choose(clerk, '条款', '三.1 列规纳统企业摸排');
    expect(await form.getByLabel('任务 *').inputValue()).toBe('列规纳统企业摸排');
    expect(await form.getByLabel('依据条款').inputValue()).toBe('通州湾办发〔2022〕47号 三.1');
    await form.getByRole('button', { name: '新建', exact: true }).click();
    await form.getByText('请选择牵头单位：每项任务须有一个。').waitFor();
    await form.getByText('请填写截止日。').waitFor();
    await choose(clerk, '牵头单位', '统计局');
    await choose(clerk, '配合单位', '税务局');
    await form.getByLabel('截止日').fill('2025-06-30');
    await form.getByRole('button', { name: '新建', exact: true }).click();
    const row = (on: Visitor) => on.page.getByRole('row', { name: /列规纳统企业摸排/ });
    await row(clerk).getByText('统计局').waitFor();
    await tax.page.goto(`${house.url}/year`);
    await tax.page.getByRole('checkbox', { name: '只看本单位' }).check();
    expect(await row(tax).getByRole('button', { name: '办结' }).count()).toBe(0);
    await row(tax).getByRole('button', { name: '报告进度' }).click();
    await tax.page.getByLabel('进展').fill('已比对税务登记');
    await tax.page.getByRole('button', { name: '报告完成' }).last().click();
    await row(tax).getByText('已报完成，待办结').waitFor();
    await page.reload();
    await row(clerk).getByRole('button', { name: '办结' }).click();
    await page.getByLabel('理由').fill('已核对名单');
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await row(clerk).getByText('已办结').waitFor();
  });

  test('[R99] no page complained, broke the content policy, or asked anything outside', () => {
    expect([...clerk.complaints, ...tax.complaints]).toEqual([]);
  });
});
