import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterRoom, type Room, say } from './fixtures/room.js';
import { helps } from './help.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
let room: Room;
let inputs: readonly string[];
beforeAll(() => {
  room = enterRoom();
  inputs = ['--scheme', room.scheme, '--facts', room.facts, '--year', '2024'];
});
afterAll(() => room.leave());

describe('help', () => {
  it.each(Object.keys(helps).filter((name) => name !== ''))('%s --help has examples in Chinese and ends with 0', async (name) => {
    const { code, out } = await say(...name.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/例子\n {2}npx muheng/);
    expect(out).toBe(`${helps[name]}\n`);
  });

  it('--version says which, and whose bundles it recomputes', async () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'apps/cli/package.json'), 'utf8'));
    for (const word of ['--version', '-v'])
      expect(await say(word)).toMatchObject({ code: 0, out: `muheng ${version}\n校验包的引擎语义 1\n` });
  });

  it('no words, help and --help list the commands', async () => {
    for (const words of [[], ['--help'], ['-h'], ['help']])
      expect(await say(...words)).toMatchObject({ code: 0, out: expect.stringContaining('robustness') });
    expect((await say('help', 'path')).out).toContain('muheng path');
  });

  const examples = Object.values(helps).flatMap((help) =>
    [...help.matchAll(/^ {2}npx muheng (.*)$/gm)].map((found) => found[1] ?? ''),
  );
  const runnable = examples.filter((example) => !/我市|我区/.test(example));
  it('has an example for every command', () => {
    for (const name of ['evaluate', 'explain', 'compare', 'path', 'robustness', 'scheme'])
      expect(runnable.some((example) => example.startsWith(name))).toBe(true);
  });
  it.each(runnable)('the example runs: %s', async (example) => {
    const words = example.split(/\s+/).filter((word, at, all) => word !== '--out' && all[at - 1] !== '--out');
    const here = words.map((word) => (word.startsWith('catalog/') ? join(root, word) : word));
    const { code, err, out } = await say(...here, '--json');
    expect({ code, err }).toEqual({ code: expect.any(Number), err: '' });
    expect([0, 1]).toContain(code);
    expect(() => JSON.parse(out)).not.toThrow();
  });
});

describe('a method that ranks and gives no classes', () => {
  it('says ranks, never “not graded” of those who are ranked', async () => {
    const examples = join(root, 'catalog/schemes/chifeng-2020/examples');
    const args = [
      '--scheme',
      'chifeng-2020',
      '--facts',
      join(examples, 'facts.csv'),
      '--table',
      `titles=${join(examples, 'titles.csv')}`,
    ];
    const { code, out } = await say('evaluate', ...args, '--out', room.file('parks.html'));
    expect(code).toBe(0);
    expect(out).toContain('排定名次 14 个，不分类别；未评 3 个');
    expect(out).not.toMatch(/测算|类别 +/);
    expect(room.read('parks.html').match(/<tr data-grade="-1"/g)).toHaveLength(3);
  });
});

describe('explain', () => {
  it('prints lines a calculator can follow, and takes a name for an id', async () => {
    const { code, out } = await say('explain', ...inputs, '--subject', '虚构一厂');
    expect(code).toBe(0);
    expect(out).toContain('亩均税收 30 = 实缴税金 600 ÷ 用地面积 20');
    expect(out).toContain('facts.csv!D2');
    expect(out).toMatch(/含 2 处假定/);
  });

  it('shows an enterprise its own figures only and the public none', async () => {
    const asked = async (viewer: string) =>
      (await say('explain', ...inputs, '--subject', 'E01', '--viewer', viewer, '--json')).out;
    expect(JSON.parse(await asked('auditor'))).toMatchObject({ viewer: 'auditor', subject: { id: 'E01' }, grade: 'A' });
    expect(await asked('enterprise')).not.toContain('虚构二厂');
    expect((await say('explain', ...inputs, '--subject', 'E01')).out).toContain('内部资料');
    expect((await say('explain', ...inputs, '--subject', 'E01', '--viewer', 'enterprise')).out).not.toContain('内部资料');
    const seen = JSON.parse(await asked('public'));
    expect(seen).toMatchObject({ viewer: 'public', grade: 'A', total: null });
    expect(JSON.stringify(seen)).not.toMatch(/12000|600/);
  });
});

describe('compare', () => {
  it('names who moves and why', async () => {
    const better = room.write(
      'better.csv',
      room.read('facts.csv').replace('E04,虚构四厂,规上,300,6000', 'E04,虚构四厂,规上,900,18000'),
    );
    const { code, out } = await say('compare', ...inputs, '--with-facts', better, '--json');
    expect(code).toBe(0);
    const json = JSON.parse(out);
    expect(json.movers.find((mover: { id: string }) => mover.id === 'E04')).toMatchObject({ direction: 'up', from: 'C' });
    const words = await say('compare', ...inputs, '--with-facts', better);
    expect(words.out).toMatch(/虚构四厂/);
    expect(words.out).toMatch(/前一次\s+后一次/);
  });
});

describe('path and robustness', () => {
  it('path finds a change that really reaches the grade', async () => {
    const { code, out } = await say('path', ...inputs, '--subject', 'E04', '--grade', 'B类', '--json');
    expect(code).toBe(0);
    const json = JSON.parse(out);
    expect(json.disclaimer).toContain('不作为评价承诺');
    const step = json.steps.find((one: { what: string }) => one.what === 'land_used');
    const facts = room.write('changed.csv', room.read('facts.csv').replace('300,6000,20', `300,6000,${step.to}`));
    const after = JSON.parse((await say('evaluate', '--scheme', room.scheme, '--facts', facts, '--year', '2024', '--json')).out);
    expect(after.subjects[3]).toMatchObject({ id: 'E04', grade: 'B' });
    expect(await say('path', ...inputs, '--subject', 'E03', '--grade', 'A')).toMatchObject({
      code: 0,
      out: expect.stringContaining('不能达到'),
    });
  });

  it('robustness gives the same answer for the same seed, between 0 and 1', async () => {
    const asked = (seed: string) => say('robustness', ...inputs, '--weights', '30%', '--draws', '40', '--seed', seed, '--json');
    const [first, again, other] = [await asked('7'), await asked('7'), await asked('8')];
    expect(first.code).toBe(0);
    expect(again.out).toBe(first.out);
    expect(JSON.parse(other.out).seed).toBe(8);
    for (const { kept } of JSON.parse(first.out).subjects) expect(kept === null || (kept >= 0 && kept <= 1)).toBe(true);
    expect((await say('robustness', ...inputs, '--weights', '30%', '--draws', '40')).out).toContain('内部资料');
  });
});

describe('scheme', () => {
  it('check: 0 and 1, with line and column', async () => {
    expect(await say('scheme', 'check', room.scheme)).toMatchObject({ code: 0, out: expect.stringContaining('可以用于评价') });
    const unsaid = room.write('unsaid.yaml', room.read('scheme.yaml').replace(', ties: min', ''));
    const { code, out } = await say('scheme', 'check', unsaid, '--json');
    expect(code).toBe(1);
    const json = JSON.parse(out);
    expect(json.valid).toBe(false);
    expect(json.findings[0]).toMatchObject({
      severity: 'error',
      where: { line: expect.any(Number), column: expect.any(Number) },
      remedy: expect.stringMatching(/./),
    });
  });

  it('describe, diff, list, schema', async () => {
    expect((await say('scheme', 'describe', room.scheme)).out).toContain('亩均税收');
    expect(JSON.parse((await say('scheme', 'describe', room.scheme, '--json')).out).text).toContain('亩均税收');
    const heavier = room.write(
      'heavier.yaml',
      room.read('scheme.yaml').replace('weight: 60', 'weight: 50').replace('weight: 40', 'weight: 50'),
    );
    const { differences } = JSON.parse((await say('scheme', 'diff', room.scheme, heavier, '--json')).out);
    expect(differences.map((one: { words: string }) => one.words).join()).toMatch(/60.*50/);
    expect((await say('scheme', 'diff', room.scheme, room.scheme)).out).toContain('没有不同');
    expect(JSON.parse((await say('scheme', 'list', '--json')).out).map((one: { name: string }) => one.name)).toContain(
      'lishui-2019',
    );
    expect(JSON.parse((await say('scheme', 'schema')).out)).toHaveProperty('$schema');
  });

  it('new makes a scheme that passes the check, copy the next year; neither writes over anything', async () => {
    const folder = room.file('ours');
    const make = () =>
      say('scheme', 'new', folder, '--id', 'ours-2024', '--title', '我市2024年度综合评价', '--place', '我市', '--year', '2024');
    expect((await make()).code).toBe(0);
    expect((await say('scheme', 'check', folder)).code).toBe(0);
    expect(await make()).toMatchObject({ code: 3, err: expect.stringContaining('没有覆盖') });
    const copied = await say(
      'scheme',
      'copy',
      folder,
      room.file('next'),
      '--id',
      'ours-2025',
      '--title',
      '我市2025年度综合评价',
      '--year',
      '2025',
    );
    expect(copied.code).toBe(0);
    expect((await say('scheme', 'check', room.file('next'))).code).toBe(0);
    expect(room.read('next/scheme.yaml')).toMatch(/^id: ours-2025$/m);
  });

  it('an unknown word after scheme, or none, is usage', async () => {
    expect((await say('scheme', 'chek', room.scheme)).code).toBe(2);
    expect((await say('scheme')).code).toBe(2);
    expect((await say('scheme', 'check')).code).toBe(2);
    expect((await say('scheme', 'check', 'nowhere-1999')).code).toBe(3);
  });
});

describe('the committed bin', () => {
  const bin = join(root, 'apps/cli/bin/muheng.js');
  it.skipIf(!existsSync(join(root, 'apps/cli/dist/main.js')))(
    'runs as a process of its own, JSON on stdout only (skipped when nothing is built)',
    () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'evaluate', ...inputs, '--json'], {
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout).year).toBe(2024);
      expect(spawnSync(process.execPath, [bin, 'nothing'], { encoding: 'utf8' }).status).toBe(2);
    },
  );
});
