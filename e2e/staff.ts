/** People of a whole house, come in as people do: first secret, password, one-time code; an account opened by one administrator, its post given by another. */
import { oneTimeCode, type Visitor, type WholeHouse } from './house.js';

const staffPassword = '海安亩均办2025-Xq7';

/** Where they come in: any running house. */
type AnyHouse = Pick<WholeHouse, 'url' | 'visitor'>;

export async function firstSignIn(house: AnyHouse, secret: string): Promise<Visitor> {
  const visitor = await house.visitor();
  const { page } = visitor;
  await page.goto(`${house.url}/enter#first=${encodeURIComponent(secret)}`);
  await page.getByLabel('新密码').fill(staffPassword);
  await page.getByLabel('再输一次').fill(staffPassword);
  await page.getByRole('button', { name: '设置并登录' }).click();
  await page.getByRole('heading', { name: /好，/ }).waitFor();
  return visitor;
}

export async function bindFactor(house: AnyHouse, { page }: Visitor): Promise<void> {
  await page.goto(`${house.url}/account`);
  await page.getByRole('button', { name: '开始绑定' }).click();
  const secret = (await page.locator('code').textContent()) ?? '';
  await page.getByLabel('6 位数字').fill(oneTimeCode(secret));
  await page.getByRole('button', { name: '完成绑定' }).click();
  await page.getByText('✓ 已绑定').waitFor();
}

export interface Staff {
  readonly system: Visitor;
  readonly security: Visitor;
  /** 牵头办经办 */
  readonly clerk: Visitor;
}

/** Two administrators with their second factor, and a clerk of the lead office. */
export async function openStaff(house: WholeHouse): Promise<Staff> {
  const system = await firstSignIn(house, house.secrets.get('xitong') ?? '');
  await bindFactor(house, system);
  const secret = await openAccount(house, system, { name: '陈静', login: 'chenjing' });
  const security = await firstSignIn(house, house.secrets.get('anquan') ?? '');
  await bindFactor(house, security);
  await givePost(house, security, { name: '陈静', post: '牵头办经办' });
  return { system, security, clerk: await firstSignIn(house, secret) };
}

/** 授予岗位, by the security administrator. */
export async function givePost(
  { url }: AnyHouse,
  { page }: Visitor,
  { name, post }: { readonly name: string; readonly post: string },
): Promise<void> {
  await page.goto(`${url}/people/users`);
  await page.getByRole('row', { name }).getByRole('button', { name: '授予岗位' }).click();
  await page.getByLabel('岗位 *').click();
  await page.getByTitle(post).click();
  await page.getByLabel('理由 *').fill('任职文件');
  await page.getByRole('dialog').getByRole('button', { name: '授予', exact: true }).click();
  await page.getByText(`已授予 ${name}`).waitFor();
}

/** 开通用户, by the system administrator; gives the first secret that the page shows once. */
export async function openAccount(
  { url }: AnyHouse,
  { page }: Visitor,
  { name, login }: { readonly name: string; readonly login: string },
): Promise<string> {
  await page.goto(`${url}/people/users`);
  await page.getByRole('button', { name: '开通用户' }).click();
  await page.getByLabel('姓名 *').fill(name);
  await page.getByLabel('登录名 *').fill(login);
  await page.getByRole('dialog').getByRole('button', { name: '开通', exact: true }).click();
  const link = (await page.locator('.secret-link').textContent()) ?? '';
  await page.getByRole('button', { name: '我已转交' }).click();
  return decodeURIComponent(link.split('#first=')[1] ?? '');
}
