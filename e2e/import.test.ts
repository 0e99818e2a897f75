/** Five thousand rows in a real browser: counted while it works, left and found again, decided, taken back; and a list's view that a colleague finds. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTables, writeCsv } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comeIn } from './demoPeople.js';
import { browserPath, type DemonstrationHouse, openDemonstration, type Visitor } from './house.js';

const title = browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'imports in a browser';
const rows = 5000;
const wrong = 40;

describe.skipIf(browserPath === undefined)(title, () => {
  let house: DemonstrationHouse;
  let clerk: Visitor;
  let town: string;
  const folder = mkdtempSync(join(tmpdir(), 'muheng-import-'));
  const file = join(folder, '企业名单.csv');
  beforeAll(async () => {
    house = await openDemonstration(60);
    clerk = await comeIn(house, 'qiantou');
    town = await clerk.page.evaluate(async () => {
      const answer = await fetch('/api/v1/people/regions');
      const { items } = (await answer.json()) as { items: { kind: string; name: string }[] };
      return items.find((one) => one.kind === 'town')?.name ?? '';
    });
    const lines = Array.from({ length: rows }, (_, n) => [`成批${n}号有限公司`, n < wrong ? '没有的镇' : town]);
    writeFileSync(file, writeCsv(['企业名称', '镇街'], lines));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await house?.close();
  });
  const open = async (path: string): Promise<void> => void (await clerk.page.goto(`${house.url}${path}`));
  const first = () => clerk.page.getByRole('link', { name: '第 1 号', exact: true });

  test('[ALL-5] five thousand rows are tried in the background: the page answers, can be left, and the trial is found again', async () => {
    const { page } = clerk;
    await open('/registry/import');
    await page.setInputFiles('input[type=file]', file);
    // The file has been taken in; from here on nothing depends on this page.
    await page.waitForURL(/\/registry\/import\/[0-9a-f-]{36}/);
    await page.getByRole('progressbar').waitFor();
    // The page is not held up by it: another one opens while it works.
    await page.getByRole('link', { name: '待办', exact: true }).first().click();
    await page.getByRole('heading', { name: /牵头办 经办/ }).waitFor();
    await open('/registry/import');
    await first().click();
    await page.getByText('将新增（行）').waitFor({ timeout: 120_000 });
    await page.getByText(`${wrong} 处`, { exact: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /下载疑点清单/ }).click(),
    ]);
    const path = join(folder, 'findings.xlsx');
    await download.saveAs(path);
    const read = await readTables(readFileSync(path), 'findings.xlsx', {
      vocabulary: [{ id: 'value', term: '表中的值', also: [], type: 'text' }],
      rowsPerSubject: 'many',
    });
    const column = read.tables[0]?.columns[0]?.index ?? -1;
    expect(read.tables[0]?.rows.filter((row) => row[column] === '没有的镇')).toHaveLength(wrong);
    expect(clerk.complaints).toEqual([]);
  });

  test('[R61] it is brought in only when the person says so, with counts; the same file again is told its number; it is taken back', async () => {
    const { page } = clerk;
    const bring = page.getByRole('button', { name: `导入 ${(rows - wrong).toLocaleString('en-US')} 行` });
    expect(await bring.isDisabled()).toBe(true);
    await page.getByLabel('只收合格行').check();
    await bring.click();
    await page.getByText(/正在(读取文件|逐行核对|写入|建立检索)/).waitFor();
    await page.getByText('已新增（行）').waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: '交另一个文件' }).click();
    await page.getByRole('heading', { name: '1 导入什么' }).waitFor();
    await page.setInputFiles('input[type=file]', file);
    await page.getByText(/这个文件已经导入过：第 1 号导入/).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: '打开第 1 号导入的结果' }).click();
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByLabel('理由').fill('表是旧的');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    // Done in the background like the import: counted, and the page is not held up.
    await page.getByRole('progressbar', { name: '正在撤销' }).waitFor();
    await page.getByText(/正在(核对之后的(改动|登记)|恢复登记|更新名单和检索)：/).waitFor();
    await page.getByText(/这次导入已撤销.*理由：表是旧的/).waitFor({ timeout: 120_000 });
    await open('/registry');
    await page
      .getByText(/共 6\d 户/)
      .first()
      .waitFor();
    expect(clerk.complaints).toEqual([]);
  });

  test('[ALL-5] what a later import changed keeps the older one from being taken back, named by enterprise; the newer first, then it goes', async () => {
    const { page } = clerk;
    const bringIn = async (name: string, lines: readonly (readonly string[])[]): Promise<string> => {
      const path = join(folder, name);
      writeFileSync(path, writeCsv(['企业名称', '镇街', '住所'], lines));
      await open('/registry/import');
      await page.setInputFiles('input[type=file]', path);
      await page.waitForURL(/\/registry\/import\/[0-9a-f-]{36}/);
      await page.getByRole('button', { name: /^导入 \d+ 行$/ }).click({ timeout: 60_000 });
      await page.getByRole('button', { name: '撤销这次导入' }).waitFor({ timeout: 60_000 });
      return new URL(page.url()).pathname;
    };
    const takeBack = async (path: string, button: string): Promise<void> => {
      await open(path);
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByLabel('理由').fill('重新核对');
      await page.getByRole('button', { name: '撤销', exact: true }).click();
    };
    const older = await bringIn('甲表.csv', [
      ['先后一号有限公司', town, '旧路 1 号'],
      ['先后二号有限公司', town, '旧路 2 号'],
    ]);
    const newer = await bringIn('乙表.csv', [['先后一号有限公司', town, '新路 1 号']]);
    await takeBack(older, '撤销这次导入');
    await page.getByText(/有 1 处又被改过或用到，没有撤销任何一行/).waitFor({ timeout: 60_000 });
    await page.getByText(/“基本情况”导入之后又改过/).waitFor();
    await page.getByRole('link', { name: '先后一号有限公司' }).click();
    await page.getByText('新路 1 号').first().waitFor();
    await takeBack(newer, '撤销这次导入');
    await page.getByText(/这次导入已撤销/).waitFor({ timeout: 60_000 });
    await takeBack(older, '再次撤销这次导入');
    await page.getByText(/这次导入已撤销/).waitFor({ timeout: 60_000 });
    expect(clerk.complaints).toEqual([]);
  });

  test('a view that the lead office shares is found by a town’s officer, who may not change it', async () => {
    const { page } = clerk;
    await open('/registry');
    const views = () => page.getByRole('button', { name: /^视图/ });
    await views().click();
    await page.getByLabel('视图名称').fill('每周核对');
    await page.getByLabel('本单位共用').check();
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByRole('button', { name: '视图：每周核对' }).waitFor();
    const town = await comeIn(house, 'zhenjie');
    await town.page.goto(`${house.url}/registry`);
    await town.page.getByRole('button', { name: /^视图/ }).click();
    const shared = town.page.getByRole('list', { name: '本单位共用' });
    await shared.getByText('每周核对').waitFor();
    expect(await shared.getByRole('button', { name: '改名' }).count()).toBe(0);
    await shared.getByRole('button', { name: '设为默认' }).click();
    await shared.getByText('★').waitFor();
    await town.page.reload();
    await town.page.getByRole('button', { name: '视图：每周核对' }).waitFor();
    expect(town.complaints).toEqual([]);
    await town.close();
  });
});
