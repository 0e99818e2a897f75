/** 演示系统里的人 — who comes in by a one-time link; and the small movements that every page needs. */
import { expect } from 'vitest';
import { type DemonstrationHouse, type Look, oneTimeCode, type Visitor } from './house.js';

export async function comeIn(house: DemonstrationHouse, login: string, look?: Look): Promise<Visitor> {
  const visitor = await house.visitor(look);
  const { page } = visitor;
  await page.goto(await house.link(login));
  await page.getByRole('button', { name: '进入系统' }).click();
  await page.getByRole('heading', { name: /好，/ }).waitFor();
  return visitor;
}

/** Posts that work only with a second factor bind it first. */
export async function bindFactor(house: DemonstrationHouse, { page }: Visitor): Promise<void> {
  await page.goto(`${house.url}/account`);
  await page.getByRole('button', { name: '开始绑定' }).click();
  const secret = (await page.locator('code').textContent()) ?? '';
  await page.getByLabel('6 位数字').fill(oneTimeCode(secret, 0, house.house.now().getTime()));
  await page.getByRole('button', { name: '完成绑定' }).click();
  await page.getByText('✓ 已绑定').waitFor();
}

/** Of a select in the dialog on top, by the words of the choice. */
export async function choose({ page }: Visitor, label: string, ...options: readonly string[]): Promise<void> {
  await page.getByRole('dialog').last().getByRole('combobox', { name: label }).click();
  for (const option of options)
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option, { exact: true }).click();
  // A list of many stays open: Esc closes it, and not the dialog.
  if (options.length > 1) await page.keyboard.press('Escape');
}

/** What the page comes to show: patient, the machine may be busy. */
export const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });
