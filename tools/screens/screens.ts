/**
 * 每一页的样子 — pictures of every page of the browser from a running demonstration: `npx tsx tools/screens/screens.ts [name…]` after a build.
 * The office's pages are found in its router, so that a new page is taken without a word here; each by the first post that may open it, light,
 * dark and narrow. Names what docs/screens/README.md says nothing about, and ends with 1 then.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { askIn, type DemonstrationHouse, openDemonstration, type Visitor } from '../../e2e/house.js';
import { withPalette } from './palette.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = join(root, 'docs/screens');
const wanted = process.argv.slice(2);

const looks = {
  light: { width: 1120, height: 700 },
  dark: { width: 1120, height: 700, dark: true },
  narrow: { width: 390, height: 760 },
} as const;
type Look = keyof typeof looks;
const allLooks: readonly Look[] = ['light', 'dark', 'narrow'];

/** Whoever may: the first who is not refused. */
const posts = ['qiantou', 'fuze', 'xitong', 'anquan', 'shenji'] as const;

/** What stands in the place of a `$parameter`: the first of a list, by the public interface. */
const ids: Readonly<Record<string, readonly [path: string, field: string]>> = {
  subjectId: ['/registry/subjects?sort=name&scale=above&limit=1', 'subjectId'],
  parcelId: ['/registry/parcels?sort=area&limit=1', 'parcelId'],
  documentId: ['/documents?limit=1', 'documentId'],
  cycleId: ['/year/cycles?limit=1', 'cycleId'],
  jobId: ['/jobs?limit=1', 'jobId'],
  fileId: ['/files?limit=1', 'fileId'],
};

/** Paths of the office: as they stand in the router. */
function pathsOfRouter(): string[] {
  const source = readFileSync(join(root, 'apps/web/src/office/router.tsx'), 'utf8');
  const paths = [...source.matchAll(/path: '(\/[^']*)'/g)].map((found) => found[1] ?? '');
  return [...new Set(paths)].filter((path) => !['/', '/$', '/enter', '/sign-in/identity'].includes(path));
}

const nameOf = (path: string): string => path.replace(/\$\w+/g, 'one').replace(/^\//, '').replaceAll('/', '-');

/** What is not a page of its own: a dialog, a drawer, a state. One look is enough. */
interface State {
  readonly name: string;
  readonly login: string;
  readonly path: string;
  readonly looks?: readonly Look[];
  show(page: Page): Promise<void>;
}

const onlyLight: readonly Look[] = ['light'];
const first = '/registry/enterprises/$subjectId';
const states: readonly State[] = [
  { name: 'search', login: 'qiantou', path: '/todo', show: typed },
  { name: 'help', login: 'qiantou', path: '/registry', show: (page) => page.keyboard.press('?') },
  { name: 'why', login: 'qiantou', path: first, show: (page) => page.getByTitle('看逐月来历').first().click() },
  { name: 'form', login: 'qiantou', path: '/registry', show: (page) => page.getByRole('button', { name: '登记一户' }).click() },
  { name: 'refused', login: 'qiantou', path: '/audit', show: async () => {} },
  { name: 'missing', login: 'qiantou', path: '/no/such/page', show: async () => {} },
  { name: 'todo-head', login: 'fuze', path: '/todo', show: async () => {} },
  { name: 'todo-town', login: 'zhenjie', path: '/todo', show: async () => {} },
  { name: 'todo-department', login: 'shuiwu', path: '/todo', show: async () => {} },
  { name: 'offline', login: 'qiantou', path: '/registry', show: (page) => page.context().setOffline(true) },
  { name: 'expired', login: 'fuze', path: '/registry', show: ended },
];

async function typed(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '搜索' }).fill('jx');
  await page.waitForTimeout(600);
}

async function ended(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page
    .getByRole('button', { name: /筛选|添加条件/ })
    .first()
    .click()
    .catch(() => undefined);
  await page.reload().catch(() => undefined);
}

const portalPages = ['record', 'land', 'surveys', 'contacts', 'correct', 'account'] as const;

class Camera {
  readonly taken: string[] = [];
  readonly trouble: string[] = [];
  private readonly inside = new Map<string, Visitor>();

  constructor(private readonly at: DemonstrationHouse) {}

  async visitor(login: string, look: Look): Promise<Visitor> {
    const key = `${login} ${look}`;
    const known = this.inside.get(key);
    if (known !== undefined) return known;
    const one = await this.at.visitor(looks[look]);
    if (login === '') {
      this.inside.set(key, one);
      return one;
    }
    // A machine that does too much at once turns a page away: asked again, with a new link.
    for (let tries = 3; ; tries--)
      try {
        await one.page.goto(await this.at.link(login));
        await one.page.getByRole('button', { name: '进入系统' }).click();
        await one.page.waitForURL(/\/(?:todo|portal)$/);
        await one.page.getByRole('heading').first().waitFor();
        break;
      } catch (error) {
        if (tries === 1) throw error;
      }
    this.inside.set(key, one);
    return one;
  }

  async forget(login: string): Promise<void> {
    for (const look of allLooks) {
      await this.inside.get(`${login} ${look}`)?.close();
      this.inside.delete(`${login} ${look}`);
    }
  }

  async open(page: Page, path: string): Promise<void> {
    await page.goto(`${this.at.url}${path}`);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.waitForTimeout(350);
  }

  async take(page: Page, name: string): Promise<void> {
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(join(out, `${name}.png`), picture);
    this.taken.push(`${name}.png`);
  }

  /** Fills the parameters of a path, asked as this person. */
  async filled(page: Page, path: string): Promise<string | undefined> {
    let filled = path;
    for (const [, name = ''] of path.matchAll(/\$(\w+)/g)) {
      const special = name === 'surveyId' ? surveyOf : name === 'importId' ? importOf : undefined;
      const id = special === undefined ? await firstOf(page, ids[name]) : await special(page);
      if (id === undefined) return undefined;
      filled = filled.replace(`$${name}`, id);
    }
    return filled;
  }
}

const listed = z.object({ items: z.array(z.record(z.string(), z.unknown())) });
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

async function firstOf(page: Page, list: readonly [string, string] | undefined): Promise<string | undefined> {
  if (list === undefined) return undefined;
  const read = listed.safeParse((await askIn(page, list[0])).told);
  return read.success ? textOf(read.data.items[0]?.[list[1]]) : undefined;
}

/** A sheet has no list of its own: it hangs on an enterprise. */
async function surveyOf(page: Page): Promise<string | undefined> {
  const subjects = listed.safeParse((await askIn(page, '/registry/subjects?sort=name&limit=60&kind=enterprise')).told);
  if (!subjects.success) return undefined;
  const withSurveys = z.object({ surveys: z.array(z.object({ id: z.string() })) });
  for (const { subjectId } of subjects.data.items) {
    const { surveys } = withSurveys.parse((await askIn(page, `/registry/subjects/${textOf(subjectId)}`)).told);
    if (surveys[0] !== undefined) return surveys[0].id;
  }
  return undefined;
}

const imports = ['/registry/imports?limit=1', 'importId'] as const;

/** The demonstration's own came in before there were pages: one is handed in as an official would, with faults in it. */
async function importOf(page: Page): Promise<string | undefined> {
  const known = await firstOf(page, imports);
  if (known !== undefined) return known;
  await page.goto(new URL('/registry/import', page.url()).href);
  const picker = page.locator('input[type=file]');
  const isOffered = await picker.waitFor({ state: 'attached', timeout: 5_000 }).then(
    () => true,
    () => false,
  );
  if (!isOffered) return undefined;
  await picker.setInputFiles({ name: '2025年新增企业.csv', mimeType: 'text/csv', buffer: Buffer.from(handedIn) });
  await page.getByText('等您决定').first().waitFor();
  return firstOf(page, imports);
}

const handedIn = `\ufeff企业名称,统一社会信用代码,所属镇街,行业代码,成立日期,备注
霁峙新光电子有限公司,91320621MA1MXW0Y42,,C3979,2024-03-05,新办
霁峙宏远机械有限公司,91339981MA2XKJ3O0X,不存在的镇,C3484,2024年6月,代码里有字母O
霁峙无代码机械厂,,,C3484,2024-01-01,
合计,3,,,,
`;

async function officePages(camera: Camera): Promise<void> {
  for (const path of pathsOfRouter()) {
    const name = nameOf(path);
    if (!isWanted(name)) continue;
    let login: string | undefined;
    for (const post of posts) {
      const { page } = await camera.visitor(post, 'light');
      const filled = await camera.filled(page, path);
      if (filled === undefined) continue;
      await camera.open(page, filled);
      if ((await page.getByRole('heading', { name: /^您的岗位没有/ }).count()) > 0) continue;
      login = post;
      for (const look of allLooks) {
        const { page: seen } = await camera.visitor(post, look);
        if (look !== 'light') await camera.open(seen, filled);
        await camera.take(seen, `${name}-${look}`);
      }
      break;
    }
    if (login === undefined) camera.trouble.push(`${path}: nobody may open it, or nothing is there to fill it in`);
  }
}

async function officeStates(camera: Camera): Promise<void> {
  for (const { name, login, path, show, looks: seen = onlyLight } of states) {
    if (!isWanted(name)) continue;
    for (const look of seen) {
      try {
        const { page } = await camera.visitor(login, look);
        const filled = await camera.filled(page, path);
        await camera.open(page, filled ?? path);
        await show(page);
        await page.waitForTimeout(500);
        await camera.take(page, `${name}-${look}`);
      } catch (error) {
        camera.trouble.push(`${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
      }
      if (name === 'offline' || name === 'expired') await camera.forget(login);
    }
  }
}

async function gates(camera: Camera): Promise<void> {
  for (const [name, path] of [
    ['signin', '/'],
    ['enter', '/enter'],
    ['portal-gate', '/portal'],
  ] as const) {
    if (!isWanted(name)) continue;
    for (const look of allLooks) {
      const { page } = await camera.visitor('', look);
      await camera.open(page, path);
      await camera.take(page, `${name}-${look}`);
    }
  }
}

async function portal(camera: Camera): Promise<void> {
  for (const view of portalPages) {
    if (!isWanted(`portal-${view}`)) continue;
    for (const look of ['narrow', 'dark'] as const) {
      const { page } = await camera.visitor('qiye', look);
      await page.setViewportSize({ width: 390, height: 760 });
      await camera.open(page, view === 'record' ? '/portal' : `/portal?v=${view}`);
      await camera.take(page, `portal-${view}-${look}`);
    }
  }
  if (!isWanted('portal-sheet')) return;
  const { page } = await camera.visitor('qiye', 'narrow');
  await camera.open(page, '/portal?v=surveys');
  await page.getByRole('link', { name: '查看、打印' }).click();
  await page.getByRole('heading', { name: '工业企业用地核查单' }).waitFor();
  await camera.take(page, 'portal-sheet-narrow');
}

const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);

mkdirSync(out, { recursive: true });
const at = await openDemonstration(240);
const camera = new Camera(at);
try {
  await gates(camera);
  await officePages(camera);
  await officeStates(camera);
  await portal(camera);
} finally {
  await at.close();
}
// Only now: the work on colours would keep the house, which lives in this process, from answering.
for (const file of camera.taken) writeFileSync(join(out, file), withPalette(readFileSync(join(out, file))));
if (wanted.length === 0)
  for (const file of readdirSync(out)) if (file.endsWith('.png') && !camera.taken.includes(file)) rmSync(join(out, file));
const told = readFileSync(join(out, 'README.md'), 'utf8');
const named = new Set([...told.matchAll(/^\| ([\w, -]+) \|/gm)].flatMap((found) => (found[1] ?? '').split(/, */)));
const names = [...new Set(camera.taken.map((file) => file.replace(/-(?:light|dark|narrow)\.png$/, '')))];
const untold = names.filter((name) => !named.has(name));
process.stdout.write(`${camera.taken.length} pictures of ${names.length} pages and states\n`);
for (const line of [...camera.trouble, ...untold.map((name) => `${name}: not in docs/screens/README.md`)])
  process.stderr.write(`${line}\n`);
process.exitCode = camera.trouble.length + untold.length > 0 ? 1 : 0;
