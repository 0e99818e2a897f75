/**
 * Two people at once, each in a session of their own: what only one of them changed is never asked, what both changed differently is, and
 * whoever turns away from the question has overwritten nothing.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { comeIn, soon } from './demoPeople.js';
import { askIn, browserPath, type DemonstrationHouse, openDemonstration, type Visitor } from './house.js';

const title = browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'two people at once';
const clashTitle = '您打开之后，这一项已被他人修改';

describe.skipIf(browserPath === undefined)(title, () => {
  let house: DemonstrationHouse;
  let first: Visitor;
  let second: Visitor;
  let enterprise: string;
  beforeAll(async () => {
    house = await openDemonstration(60);
    [first, second] = [await comeIn(house, 'qiantou'), await comeIn(house, 'qiantou')];
    await first.page.goto(`${house.url}/registry`);
    await first.page.getByRole('grid').getByRole('link').first().click();
    await first.page.getByRole('button', { name: '修改基本情况' }).waitFor();
    enterprise = first.page.url();
  });
  afterAll(async () => {
    expect([...(first?.complaints ?? []), ...(second?.complaints ?? [])]).toEqual([]);
    await house?.close();
  });

  const dialog = ({ page }: Visitor) => page.getByRole('dialog').last();
  const press = (visitor: Visitor, name: string) => dialog(visitor).getByRole('button', { name, exact: true }).click();
  const told = ({ page }: Visitor, words: string) => page.getByText(words).last().waitFor();
  const quiet = ({ page }: Visitor) => soon(() => page.getByRole('dialog').count()).toBe(0);
  /** Both have the form open, as it stood before either saved. */
  const both = async (address: string, button: string): Promise<void> => {
    for (const { page } of [first, second]) {
      await page.goto(address);
      await page.getByRole('button', { name: button }).first().click();
    }
  };
  const stored = async (label: string): Promise<string> => {
    const { page } = first;
    await page.goto(enterprise);
    await page.getByRole('button', { name: '修改基本情况' }).click();
    return dialog(first).getByLabel(label).inputValue();
  };

  test('[R62] different fields: nothing is asked, what the other changed is told, and both changes stand', async () => {
    await both(enterprise, '修改基本情况');
    await dialog(first).getByLabel('地址').fill('长江路 8 号');
    await press(first, '保存');
    await told(first, '已修改基本情况。');
    await dialog(second).getByLabel('备注').fill('厂区已扩建');
    await press(second, '保存');
    await dialog(second).getByRole('heading', { name: clashTitle }).waitFor();
    expect(await dialog(second).getByRole('radio').count()).toBe(0);
    await dialog(second).getByRole('heading', { name: '对方已改 1 处，照现有的保留' }).waitFor();
    await dialog(second)
      .getByRole('row', { name: /地址 .*长江路 8 号/ })
      .waitFor();
    // The one button is ready for the keyboard.
    await second.page.keyboard.press('Enter');
    await told(second, '已修改基本情况。');
    expect([await stored('地址'), await stored('备注')]).toEqual(['长江路 8 号', '厂区已扩建']);
  });

  test('[R62] one field changed by both: asked with what stood before; turned away, the next saving asks again', async () => {
    await both(enterprise, '修改基本情况');
    await dialog(first).getByLabel('地址').fill('长江路 10 号');
    await press(first, '保存');
    await told(first, '已修改基本情况。');
    await dialog(second).getByLabel('地址').fill('黄河路 1 号');
    await dialog(second).getByLabel('备注').fill('厂区已扩建，待测绘');
    await press(second, '保存');
    const question = dialog(second).getByRole('row', { name: /地址 长江路 8 号 黄河路 1 号 长江路 10 号/ });
    await question.waitFor();
    expect(await dialog(second).getByRole('radio').count()).toBe(2);
    expect(await dialog(second).getByRole('button', { name: '还有 1 处未取舍' }).isDisabled()).toBe(true);
    await press(second, '先不保存');
    expect(await dialog(second).getByLabel('地址').inputValue()).toBe('黄河路 1 号');
    await press(second, '保存');
    await question.waitFor();
    await dialog(second).getByRole('radio', { name: '长江路 10 号' }).check();
    await press(second, '按取舍保存');
    await told(second, '已修改基本情况。');
    expect([await stored('地址'), await stored('备注')]).toEqual(['长江路 10 号', '厂区已扩建，待测绘']);
  });

  test('[R62] the same change twice is no clash', async () => {
    await both(enterprise, '修改基本情况');
    for (const one of [first, second]) {
      await dialog(one).getByLabel('地址').fill('长江路 12 号');
      await press(one, '保存');
      await told(one, '已修改基本情况。');
      await quiet(one);
    }
  });

  test('[R62] two names: the second sees the first, and may leave it; another field of the record is in nobody’s way', async () => {
    await both(enterprise, '更名');
    await dialog(first).getByLabel('新名称').fill('湖屿永丰新材料有限公司');
    await press(first, '更名');
    await told(first, '已更名，原名称列为曾用名。');
    await dialog(second).getByLabel('新名称').fill('湖屿永丰智造有限公司');
    await press(second, '更名');
    await dialog(second)
      .getByRole('row', { name: /名称 .+ 湖屿永丰智造有限公司 湖屿永丰新材料有限公司/ })
      .waitFor();
    await dialog(second).getByRole('radio', { name: '湖屿永丰新材料有限公司' }).check();
    await press(second, '按取舍保存');
    await told(second, '对方已更名为“湖屿永丰新材料有限公司”，没有再更名。');
    await second.page.getByRole('heading', { name: '湖屿永丰新材料有限公司' }).first().waitFor();

    await second.page.getByRole('button', { name: '更名' }).click();
    await dialog(second).getByLabel('新名称').fill('湖屿永丰智造有限公司');
    await first.page.goto(enterprise);
    await first.page.getByRole('button', { name: '修改基本情况' }).click();
    await dialog(first).getByLabel('备注').fill('已测绘');
    await press(first, '保存');
    await told(first, '已修改基本情况。');
    await press(second, '更名');
    await told(second, '已更名，原名称列为曾用名。');
    await quiet(second);
    expect(await stored('备注')).toBe('已测绘');
  });

  test('[R38, R62] a telephone number that only one typed is not asked about, though nobody sees what is behind the mask', async () => {
    await first.page.goto(enterprise);
    await first.page.getByRole('button', { name: '登记联系人' }).click();
    await dialog(first).getByLabel('姓名').fill('欧阳明月');
    await dialog(first).getByLabel('电话').fill('13812345678');
    await press(first, '保存');
    const row = ({ page }: Visitor) => page.locator('#people').getByRole('row', { name: /欧\*\*/ });
    const edit = async (): Promise<void> => {
      for (const one of [first, second]) {
        await one.page.goto(enterprise);
        await row(one).getByRole('button', { name: '修改' }).click();
      }
    };
    await edit();
    await dialog(first).getByLabel('姓名').fill('欧阳明朗');
    await press(first, '保存');
    await told(first, '已修改联系人。');
    await dialog(second).getByLabel('电话').fill('13900001111');
    await press(second, '保存');
    await dialog(second).getByRole('heading', { name: '对方已改 1 处，照现有的保留' }).waitFor();
    expect(await dialog(second).getByRole('radio').count()).toBe(0);
    await press(second, '连同我改的一起保存');
    await row(second).getByText('139****1111').waitFor();
    // Two names behind one mask are still two.
    await edit();
    await dialog(first).getByLabel('姓名').fill('欧阳明亮');
    await press(first, '保存');
    await told(first, '已修改联系人。');
    await dialog(second).getByLabel('姓名').fill('欧阳明辉');
    await press(second, '保存');
    await dialog(second)
      .getByRole('row', { name: /姓名 欧\*\* 欧阳明辉 欧\*\*/ })
      .waitFor();
    await dialog(second).getByRole('radio', { name: '欧阳明辉' }).check();
    await press(second, '按取舍保存');
    await told(second, '已修改联系人。');
  });

  test('[R62] a parcel: one field of two is asked, and what was picked is asked by its name', async () => {
    const { told: listed } = await askIn(first.page, '/registry/parcels?limit=1');
    const { items } = z.object({ items: z.array(z.object({ parcelId: z.string() })) }).parse(listed);
    await both(`${house.url}/registry/parcels/${items[0]?.parcelId}`, '修改');
    const { told: register } = await askIn(first.page, '/registry/subjects?limit=2');
    const chosen = z
      .object({ items: z.array(z.object({ name: z.string() })) })
      .parse(register)
      .items.map(({ name }) => name);
    for (const [place, one] of [first, second].entries()) {
      const name = chosen[place] ?? '';
      await dialog(one).getByRole('combobox', { name: '权利人' }).fill(name);
      await one.page.locator('.ant-select-item-option', { hasText: name }).click();
    }
    await dialog(first).getByLabel('坐落').fill('开发区一号地');
    await press(first, '保存');
    await told(first, '已修改宗地。');
    await dialog(second).getByLabel('备注').fill('已踏勘');
    await press(second, '保存');
    const question = dialog(second).getByRole('row', { name: /^权利人/ });
    await question.waitFor();
    expect(await dialog(second).getByRole('radio').count()).toBe(2);
    for (const name of chosen) expect(await question.textContent()).toContain(name);
    expect(await dialog(second).textContent()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    await question.getByRole('radio').first().check();
    await press(second, '按取舍保存');
    await told(second, '已修改宗地。');
    await second.page.getByText('开发区一号地').first().waitFor();
    await second.page
      .getByText(chosen[1] ?? '')
      .first()
      .waitFor();
  });

  test('[R62] 用地口径: what another saves takes nothing away that is being typed, and both changes stand', async () => {
    for (const { page } of [first, second]) {
      await page.goto(`${house.url}/registry/land-rule`);
      await page.getByLabel('依据').waitFor();
    }
    const save = ({ page }: Visitor) => page.getByRole('button', { name: /^设定 .*口径$/ }).click();
    await second.page.getByLabel('厂房折亩').fill('987');
    await first.page.getByLabel('在建逾期').fill('7');
    await save(first);
    await told(first, '年用地口径。');
    await save(second);
    await dialog(second)
      .getByRole('row', { name: /在建逾期 .* 7 个月/ })
      .waitFor();
    expect(await dialog(second).getByRole('radio').count()).toBe(0);
    await press(second, '连同我改的一起保存');
    await told(second, '年用地口径。');
    await first.page.reload();
    await soon(() => first.page.getByLabel('厂房折亩').inputValue()).toMatch(/^987/);
    expect(await first.page.getByLabel('在建逾期').inputValue()).toBe('7');
  });

  test('[R62] 更正申请 is answered once: the second sees what was answered beside what they wrote', async () => {
    const phone = await house.visitor({ phone: true });
    await phone.page.goto((await house.link('qiye')).replace('/enter#', '/portal/enter#'));
    await phone.page.getByRole('button', { name: '进入' }).click();
    await phone.page.getByRole('link', { name: '有误' }).first().click();
    await phone.page.locator('textarea').fill('地址不对，已搬到长江路 12 号。');
    await phone.page.getByRole('button', { name: '提交更正申请' }).click();
    await phone.page.getByText(/✓ 已提交/).waitFor();
    await phone.close();
    const row = ({ page }: Visitor) => page.getByRole('row', { name: /已搬到长江路 12 号/ });
    for (const one of [first, second]) {
      await one.page.goto(`${house.url}/registry/corrections`);
      await row(one).getByRole('button', { name: '答复' }).click();
    }
    for (const [one, state, answer] of [
      [first, '已更正', '已按现场核实更正。'],
      [second, '维持登记', '营业执照地址未变。'],
    ] as const) {
      await dialog(one).getByLabel(state).check();
      await dialog(one).getByLabel('答复 *').fill(answer);
      await press(one, '答复');
    }
    await dialog(second)
      .getByRole('heading', { name: /已由他人答复/ })
      .waitFor();
    await dialog(second).getByRole('row', { name: '结果 维持登记 已更正' }).waitFor();
    await dialog(second).getByRole('row', { name: '答复 营业执照地址未变。 已按现场核实更正。' }).waitFor();
    await press(second, '知道了');
    await soon(() => row(second).count()).toBe(0);
  });
});
