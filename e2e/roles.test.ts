/**
 * Every post in the browser, as a table: signs in by a link of the demonstration, lands on its work, does its main thing, and meets a
 * refusal that names the rule and who can wherever something is not its own — in the menu, by the address and by the interface.
 */

import { type Role, roles, roleTable } from '@muheng/server';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askIn, browserPath, type DemonstrationHouse, keptIn, openDemonstration } from './house.js';

const listed = z.object({ items: z.array(z.object({ regionName: z.string() })) });

type Menu = '企业名单' | '年度安排' | '文件库' | '领导小组' | '区域与单位' | '用户与岗位' | '单位设置' | '审计台账';
const addresses: Readonly<Record<Menu, string>> = {
  企业名单: '/registry',
  年度安排: '/year',
  文件库: '/documents',
  领导小组: '/people/leading-group',
  区域与单位: '/people/places',
  用户与岗位: '/people/users',
  单位设置: '/settings',
  审计台账: '/audit',
};
const menus = Object.keys(addresses).filter((title): title is Menu => title in addresses);

interface Path {
  readonly login: string;
  readonly sees: readonly Menu[];
  /** Something of the public interface that this post may not ask, and what the refusal calls it. */
  readonly closed: readonly [path: string, what: string];
  does(page: Page): Promise<void>;
}

const reading = ['企业名单', '年度安排', '文件库', '领导小组', '区域与单位'] as const;

async function openFirstEnterprise(page: Page): Promise<string> {
  await page.getByRole('link', { name: '企业名单' }).click();
  const first = page.getByRole('grid').getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return name;
}

const none = async (page: Page, ...buttons: readonly string[]): Promise<void> => {
  for (const name of buttons) expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
};

const paths: Readonly<Record<Role, Path>> = {
  lead_clerk: {
    ...{ login: 'qiantou', sees: reading, closed: ['/audit/rows?limit=1', '查看审计台账'] },
    async does(page) {
      await page.getByRole('link', { name: '企业名单' }).click();
      await page.getByRole('button', { name: '登记一户' }).click();
      await page.getByRole('dialog').getByLabel('名称 *').fill('霁峙新立机械有限公司');
      await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '霁峙新立机械有限公司' }).waitFor();
    },
  },
  lead_head: {
    ...{ login: 'fuze', sees: reading, closed: ['/people/users?limit=1', '查看用户名册'] },
    async does(page) {
      await openFirstEnterprise(page);
      await none(page, '修改基本情况', '更名');
      await page.getByRole('link', { name: '企业名单' }).click();
      await page.getByRole('button', { name: '导出', exact: true }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click();
      expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
    },
  },
  department_officer: {
    ...{ login: 'shuiwu', sees: reading, closed: ['/people/users?limit=1', '查看用户名册'] },
    async does(page) {
      const name = await openFirstEnterprise(page);
      await none(page, '修改基本情况', '更名', '登记称号');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: '搜索' }).fill(name.slice(0, 4));
      await page.getByRole('option', { name: new RegExp(name) }).waitFor();
    },
  },
  area_officer: {
    ...{ login: 'zhenjie', sees: reading, closed: ['/audit/rows?limit=1', '查看审计台账'] },
    async does(page) {
      await openFirstEnterprise(page);
      await page.getByRole('button', { name: '修改基本情况' }).click();
      await page.getByLabel('地址').fill('浣峙街道创新路 9 号');
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByText('已修改基本情况。').waitFor();
      await page.getByRole('link', { name: '企业名单' }).click();
      // Only its own town.
      const { told } = await askIn(page, '/registry/subjects?sort=name&limit=200');
      const regions = new Set(listed.parse(told).items.map(({ regionName }) => regionName));
      expect(regions.size).toBe(1);
    },
  },
  leader: {
    ...{ login: 'lingdao', sees: reading, closed: ['/people/users?limit=1', '查看用户名册'] },
    async does(page) {
      await openFirstEnterprise(page);
      await none(page, '修改基本情况', '更名', '登记称号');
      await page.getByTitle('看逐月来历').click();
      await page.getByRole('dialog').getByText('净用地').first().waitFor();
      await page.keyboard.press('Escape');
      await page.goto(`${new URL(page.url()).origin}/year`);
      await page.getByText('数据归集').first().waitFor();
    },
  },
  enterprise_user: {
    ...{ login: 'qiye', sees: [], closed: ['/registry/subjects?sort=name', '查看企业用地库'] },
    async does(page) {
      await page.getByRole('link', { name: '净用地逐月来历' }).first().click();
      await page.getByRole('heading', { name: '2024 年净用地' }).waitFor();
    },
  },
  outside_auditor: {
    ...{ login: 'shenjiju', sees: reading, closed: ['/audit/rows?limit=1', '查看审计台账'] },
    async does(page) {
      await openFirstEnterprise(page);
      await none(page, '修改基本情况', '更名', '登记称号', '导出');
      await page.getByRole('heading', { name: '时间线' }).waitFor();
    },
  },
  system_admin: {
    login: 'xitong',
    sees: ['年度安排', '文件库', '领导小组', '区域与单位', '用户与岗位', '单位设置'],
    closed: ['/registry/subjects?sort=name', '查看企业用地库'],
    async does(page) {
      await page.getByRole('link', { name: '用户与岗位' }).click();
      await page.getByRole('button', { name: '开通用户' }).click();
      await page.getByLabel('姓名 *').fill('新来的人');
      await page.getByLabel('登录名 *').fill('xinren');
      await page.getByRole('dialog').getByRole('button', { name: '开通', exact: true }).click();
      await page.locator('.secret-link').waitFor();
      await page.getByRole('button', { name: '我已转交' }).click();
      await page.getByRole('row', { name: /新来的人/ }).waitFor();
      await none(page, '授予岗位');
    },
  },
  security_admin: {
    ...{ login: 'anquan', sees: ['领导小组', '区域与单位', '用户与岗位', '单位设置'] },
    closed: ['/year/cycles', '查看年度安排'],
    async does(page) {
      await page.getByRole('link', { name: '用户与岗位' }).click();
      await none(page, '开通用户');
      await page
        .getByRole('row', { name: /新来的人/ })
        .getByRole('button', { name: '授予岗位' })
        .click();
      await page.getByLabel('岗位 *').click();
      await page.getByTitle('领导', { exact: true }).click();
      await page.getByLabel('理由 *').fill('分工文件');
      await page.getByRole('dialog').getByRole('button', { name: '授予', exact: true }).click();
      await page.getByText(/已授予 新来的人/).waitFor();
    },
  },
  audit_admin: {
    ...{ login: 'shenji', sees: ['审计台账'], closed: ['/people/organisations', '查看通讯录'] },
    async does(page) {
      await page.getByRole('link', { name: '审计台账' }).click();
      // The administrators' work of a moment ago stands there, and the chain holds.
      await page.getByText('授予岗位').first().waitFor();
      await page.getByRole('button', { name: '从头校验' }).click();
      await page.getByText(/✓ 共核对 \d+ 行，前后相扣/).waitFor();
    },
  },
};

const title =
  browserPath === undefined ? 'SKIPPED: no Chromium on this machine (set MUHENG_CHROMIUM)' : 'every post in the browser';

describe.skipIf(browserPath === undefined)(title, () => {
  let at: DemonstrationHouse;
  beforeAll(async () => {
    at = await openDemonstration(40);
  });
  afterAll(async () => {
    await at?.close();
  });

  // Administrators last: what the one opens, the next gives a post, the third finds in the ledger.
  test.each(roles.map((role) => [roleTable[role].title, role] as const))('[R4, R7, R9, R15] %s', async (post, role) => {
    const { login, sees, closed, does } = paths[role];
    const { page, complaints, close } = await at.visitor();
    const link = await at.link(login);
    await page.goto(link);
    await page.getByRole('button', { name: '进入系统' }).click();
    const enterprise = role === 'enterprise_user';
    const landing = enterprise ? page.getByRole('heading', { name: '基本情况' }) : page.getByRole('heading', { name: /好，/ });
    await landing.waitFor();
    expect(new URL(page.url()).pathname).toBe(enterprise ? '/portal' : '/todo');
    if (!enterprise)
      await page
        .getByText(new RegExp(`^${post}`))
        .first()
        .waitFor();

    await does(page);

    const menu = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents();
    expect(menus.filter((entry) => menu.includes(entry))).toEqual(menus.filter((entry) => sees.includes(entry)));
    for (const entry of menus.filter((one) => !sees.includes(one) && !enterprise)) {
      await page.goto(at.url + addresses[entry]);
      if (entry === '单位设置') {
        // Everybody may read under which rules the office works; nobody but two administrators changes them.
        await page.getByRole('heading', { level: 1, name: entry }).waitFor();
        await page.getByText('单位全称').waitFor();
        expect(await page.getByRole('button', { name: /^(?:变更|保存)/ }).count()).toBe(0);
        continue;
      }
      await page
        .getByRole('heading', { name: /^您的岗位没有“.+”的权限。$/ })
        .first()
        .waitFor();
      await page
        .getByText(/这项权限属于：.+。请交由他们办理/)
        .first()
        .waitFor();
    }

    const [path, what] = closed;
    const refused = await askIn(page, path);
    expect(refused.status, path).toBe(403);
    expect(JSON.stringify(refused.told)).toContain(`您的岗位没有“${what}”的权限`);

    const { cookies } = await page.context().storageState();
    const kept = await keptIn(page);
    expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([[true, 'Strict']]);
    for (const secret of [...cookies.map(({ value }) => value), link.split('#')[1] ?? '']) expect(kept).not.toContain(secret);
    expect(complaints).toEqual([]);
    await close();
  });

  test('[R9] every post has a person in the demonstration, and no person two kinds of administration', () => {
    expect(new Set(at.made.users.map(({ role }) => role))).toEqual(new Set(roles));
    expect(new Set(Object.values(paths).map(({ login }) => login)).size).toBe(roles.length);
  });
});
