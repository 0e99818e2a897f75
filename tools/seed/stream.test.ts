/** Large districts: the same lines as in memory, written while they are made; and the command line with its refusals. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { parseCsv } from './fixtures/reread.js';
import { deliver, type KeyEntry, makeDistrict, streamDelivery } from './index.js';

const deep = process.env.MUHENG_TIER === 'deep';
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'seed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = (words: readonly string[], limits: readonly string[] = []) =>
  spawnSync(process.execPath, [...limits, '--import', 'tsx', 'tools/seed/seed.ts', ...words], { cwd: root, encoding: 'utf8' });

it('streams the same bytes that are delivered from memory, and the same part of the answer key', async () => {
  const out = join(folder, 'small');
  const streamed = await streamDelivery({ seed: 9, size: 500, folder: out, dirt: 'real' });
  const { files, key } = await deliver(makeDistrict({ seed: 9, size: 500 }), {
    dirt: 'real',
    only: (path) => path.endsWith('.csv'),
  });
  expect(files).toHaveLength(7);
  for (const { bytes, path } of files) expect(Buffer.compare(readFileSync(join(out, path)), Buffer.from(bytes)), path).toBe(0);
  const entries: KeyEntry[] = readFileSync(join(out, 'answer-key.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries).toHaveLength(streamed.planted);
  const inOrder = (list: readonly KeyEntry[]): string[] => list.map((one) => JSON.stringify(one)).sort();
  const paths = new Set(files.map((file) => file.path));
  expect(inOrder(entries.filter((one) => paths.has(one.file)))).toEqual(inOrder(key.entries));
});

it('writes the truth as plain tables beside the files', () => {
  const facts = parseCsv(readFileSync(join(folder, 'small', 'truth', 'facts.csv'), 'utf8').replace(/^\ufeff/, ''));
  const truth = makeDistrict({ seed: 9, size: 500 });
  expect(facts.length - 1).toBe(truth.blocks.reduce((sum, block) => sum + block.facts.length, 0));
  const at = (header: string): number => facts[0]!.indexOf(header);
  const first = truth.blocks[0]!.facts[0]!;
  expect(facts[1]![at('实缴税金(万元)')]).toBe(String(first.values.taxPaid));
  expect(facts[1]![at('用地面积(㎡)')]).toBe(String(first.values.landUsed));
  expect(readdirSync(join(folder, 'small', 'truth')).sort()).toEqual([
    'events.csv',
    'facts.csv',
    'meters.csv',
    'occupancy.csv',
    'titles.csv',
  ]);
});

it('the command writes files, key and truth, and refuses what it does not understand', () => {
  const out = join(folder, 'files');
  const done = command(['--seed', '3', '--size', '48', '--out', out]);
  expect(done.status, done.stderr).toBe(0);
  expect(existsSync(join(out, 'answer-key.json'))).toBe(true);
  expect(readdirSync(out)).toContain('税务局');
  for (const words of [
    ['--size', '10'],
    ['--out', out, '--dirt', 'much'],
    ['--out', out, '--size', '0'],
    ['--out', out, '--seed', 'x'],
    ['--out', out, '--what'],
    ['--out', out, '--size', '100000'],
  ]) {
    const refused = command(words);
    expect(refused.status, words.join(' ')).toBe(2);
    expect(refused.stderr).toContain('usage');
  }
});

it.skipIf(!deep)(
  '100 000 enterprises stream within 256 MB of heap and 700 MB in all (minutes: only in the deep tier)',
  () => {
    const out = join(folder, 'large');
    const done = command(['--seed', '7', '--size', '100000', '--out', out, '--format', 'csv'], ['--max-old-space-size=256']);
    console.log(done.stdout);
    expect(done.status, done.stderr).toBe(0);
    const peak = Number(/peak memory (\d+) MB/.exec(done.stdout)?.[1]);
    expect(peak).toBeLessThan(700);
    expect(statSync(join(out, 'truth', 'facts.csv')).size).toBeGreaterThan(50_000_000);
  },
  1_200_000,
);
