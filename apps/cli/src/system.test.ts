/**
 * `muheng serve`, `office` and `doctor` as processes on real data folders: they start, print, refuse and stop with the exit codes of
 * docs/reference/cli.md, alone and beside each other. @source trust R5, R59, R96, R98
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHouse } from '@muheng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/muheng.js', import.meta.url));
const top = mkdtempSync(join(tmpdir(), 'muheng-system-'));
chmodSync(top, 0o755);
const folder = join(top, 'data');
const children = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(top, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
  /** Until it has said so. */
  until(words: RegExp): Promise<RegExpExecArray>;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    said.out += String(data);
  });
  child.stderr.on('data', (data) => {
    said.err += String(data);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
  const until = (words: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(said.err + said.out);
        if (found !== null) resolve(found);
      };
      child.stderr.on('data', look);
      child.stdout.on('data', look);
      void ended.then((code) => reject(new Error(`ended with ${code}: ${said.err}`)));
      look();
    });
  return { child, said, ended, until };
}

async function run(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { said, ended } = start(args);
  return { code: await ended, ...said };
}

const office = (slug: string, at = folder): string[] => [
  ...['office', '--data', at, '--slug', slug, '--name', '海安市亩均办', '--work', '亩均论英雄'],
  ...['--region', '海安市', '--code', '320685'],
];

describe('muheng office', () => {
  it('[R5] prints the first secrets of three administrators, once', async () => {
    const { code, out } = await run(...office('haian'));
    expect(code).toBe(0);
    expect(out.match(/^ {2}(?:xitong|anquan|shenji) {2}[\w-]{40,}$/gm)).toHaveLength(3);
    expect(out).toContain('首次登录，使用开通码');
  });

  it('made twice is refused and leaves nothing; another slug is another office, as JSON', async () => {
    const again = await run(...office('haian'));
    expect(again).toMatchObject({ code: 3, out: '' });
    expect(again.err).toMatch(/代号“haian”已由另一个牵头办公室使用.*\n.*--slug/);
    const other = await run(...office('rugao'), '--json');
    expect(other.code).toBe(0);
    const made = JSON.parse(other.out);
    expect(made).toMatchObject({
      slug: 'rugao',
      administrators: [{ login: 'xitong' }, { login: 'anquan' }, { login: 'shenji' }],
    });
    expect(new Set(made.administrators.map(({ secret }: { secret: string }) => secret)).size).toBe(3);
    const opened = await openHouse({ folder });
    const slugs = await opened.house.store.db.selectFrom('office_directory').select('slug').orderBy('slug').execute();
    await opened.close();
    expect(slugs.map(({ slug }) => slug)).toEqual(['haian', 'rugao']);
  });

  it.each([
    ['a slug that is none', ['--slug', '海安'], /--slug 应为/],
    ['a code that is none', ['--code', '32'], /--code 应为/],
    ['no name', ['--name', ' '], /缺少 --name/],
    ['an unknown word', ['--password', 'x'], /选项 --password/],
  ])('%s is said with the help, and nothing is made', async (_what, wrong, words) => {
    const nowhere = join(top, 'never');
    const { code, err } = await run(...office('haian', nowhere), ...wrong);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err).toContain('用法  muheng office');
    expect(() => readFileSync(join(nowhere, 'secret'))).toThrow(/ENOENT/);
  });

  it('a folder that cannot be, and the folder of a demonstration, are refused', async () => {
    const file = join(top, 'a-file');
    writeFileSync(file, 'not a folder');
    const below = await run(...office('haian', join(file, 'data')));
    expect(below.code).toBe(3);
    expect(below.err).toMatch(/数据目录|不能/);
    const demonstration = join(top, 'demonstration');
    await (await openHouse({ folder: demonstration, demonstration: true })).close();
    const wrong = await run(...office('haian', demonstration));
    expect(wrong.code).toBe(3);
    expect(wrong.err).toContain('演示数据');
  });
});

describe('muheng serve', () => {
  let running: Running;
  let url = '';
  beforeAll(async () => {
    running = start(['serve', '--data', folder, '--port', '0', '--json']);
    await running.until(/亩衡已启动/);
    url = JSON.parse(running.said.out.split('\n').find((line) => line.startsWith('{"url"')) ?? '{}').url;
  });

  it('says where it is, as JSON too, and answers there', async () => {
    expect(running.said.err).toContain(`亩衡已启动：${url}`);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const offices = await (await fetch(`${url}/api/v1/people/offices`)).json();
    expect(offices).toMatchObject({ items: [{ slug: 'haian' }, { slug: 'rugao' }], identityService: false });
  });

  it('[R59] one process owns the folder: a second server and an office are refused, and the first goes on', async () => {
    for (const args of [['serve', '--data', folder, '--port', '0'], office('nantong')]) {
      const { code, err } = await run(...args);
      expect(code, args[0]).toBe(3);
      expect(err, args[0]).toMatch(/数据目录 .+ 正.*使用/);
    }
    expect(await (await fetch(`${url}/api/v1/people/offices`)).json()).toMatchObject({ items: [{}, {}] });
  });

  it('[R96] doctor looks beside it: every line with its mark, JSON for machines', async () => {
    const { code, out } = await run('doctor', '--data', folder);
    expect({ code, out: out.match(/^✗.*$/gm) }).toEqual({ code: 0, out: null });
    expect(out.trim().split('\n').length).toBeGreaterThan(8);
    const told = JSON.parse((await run('doctor', '--data', folder, '--json')).out);
    expect(told.ok).toBe(true);
    expect(told.checks.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
  });

  it('a port that is taken, and plain HTTP to the outside, are refused with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const taken = await run('serve', '--data', join(top, 'second'), '--port', String(port));
    await new Promise((resolve) => other.close(resolve));
    expect(taken.code).toBe(3);
    expect(taken.err).toContain(`端口 ${port} 已被别的程序使用`);
    const plain = await run('serve', '--data', join(top, 'third'), '--host', '0.0.0.0');
    expect(plain.code).toBe(3);
    expect(plain.err).toMatch(/不加密.*\n.*--self-signed/);
  });

  it('[R98] stops when asked, with 0, and gives the folder back', async () => {
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.said.err).toContain('正在停止');
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    expect((await run('doctor', '--data', folder)).code).toBe(0);
  });

  it('[R98] asked while it still starts, it stops in order as well', async () => {
    const early = start(['serve', '--data', folder, '--port', '0']);
    while (!existsSync(join(folder, 'lock'))) await new Promise((resolve) => setTimeout(resolve, 20));
    early.child.kill('SIGTERM');
    expect(await early.ended).toBe(0);
    expect((await run('doctor', '--data', folder)).code).toBe(0);
  });

  it('[R59] killed, it leaves a folder that the next command takes over', async () => {
    const killed = start(['serve', '--data', folder, '--port', '0']);
    await killed.until(/亩衡已启动/);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect((await run(...office('nantong'))).code).toBe(0);
    const { code, out } = await run('doctor', '--data', folder);
    expect({ code, out: out.match(/^✗.*$/gm) }).toEqual({ code: 0, out: null });
  });
});

describe('muheng doctor', () => {
  it('[R96] says what is wrong, what to do, and ends with 1', async () => {
    const empty = await run('doctor', '--data', join(top, 'nothing-here'));
    expect(empty.code).toBe(1);
    expect(empty.out).toMatch(/^✗ .+\n {2}.+/m);
    expect(JSON.parse((await run('doctor', '--data', join(top, 'nothing-here'), '--json')).out).ok).toBe(false);
  });

  it('wants its folder, and both addresses of a database server, on the command line or in the environment', async () => {
    expect(await run('doctor')).toMatchObject({ code: 2, err: expect.stringContaining('缺少 --data') });
    const half = start(['doctor', '--data', folder], { DATABASE_URL: 'postgres://muheng_app@127.0.0.1:1/none' });
    expect(await half.ended).toBe(2);
    expect(half.said.err).toContain('DATABASE_OWNER_URL');
    const closed = 'postgres://nobody@127.0.0.1:1/none';
    const unreachable = start(['doctor', '--data', folder], { DATABASE_URL: closed, DATABASE_OWNER_URL: closed });
    expect(await unreachable.ended).not.toBe(0);
    expect(unreachable.said.err + unreachable.said.out).toMatch(/连接|连不上|数据库/);
  });
});
