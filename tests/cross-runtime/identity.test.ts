/**
 * One result, wherever it is computed: Node 20 and 24, Chromium, three time zones, one and two threads, rows shuffled. A runtime
 * that is not on this machine is skipped out loud.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Dice } from '../oracle/generator/dice.js';
import { type Case, makeCase } from '../oracle/generator/scheme.js';
import { chromiumArguments, findChromium, findNode24 } from '../runtimes.js';

const deep = process.env.MUHENG_TIER === 'deep';
const seeds = Array.from({ length: deep ? 400 : 60 }, (_, n) => 30_001 + n);
/** Several blocks of 1 024 rows, so that sums have more than one part. */
const large = [
  { seed: 40_001, subjects: 2600 },
  { seed: 40_002, subjects: 3500 },
  { seed: 40_003, subjects: 1100 },
];
const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];
const node24 = findNode24();
const browser = findChromium();

const folder = mkdtempSync(join(tmpdir(), 'muheng-identity-'));
const nodeBundle = join(folder, 'run.mjs');
const casesFile = join(folder, 'cases.json');
const shuffledFile = join(folder, 'shuffled.json');
const cases = [...seeds.map((seed) => makeCase(seed)), ...large.map(({ seed, subjects }) => makeCase(seed, subjects))];
let expected: string[] = [];

beforeAll(async () => {
  await bundle({ entry: 'node-main.ts', to: nodeBundle, platform: 'node', format: 'esm' });
  writeFileSync(casesFile, JSON.stringify(cases));
  writeFileSync(shuffledFile, JSON.stringify(cases.map(shuffled)));
  expected = runNode({ node: process.execPath, zone: 'UTC', threads: 1 })[0] ?? [];
  console.log(
    `identity: ${seeds.length} random schemes and ${large.length} large data sets, seeds ${seeds[0]} to ${large.at(-1)?.seed}, ${process.version}`,
  );
  if (node24 === undefined) console.log('!! SKIPPED: no Node 24 on this machine, the comparison with it did not run');
  if (browser === undefined) console.log('!! SKIPPED: no Chromium on this machine, the comparison with it did not run');
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the same result', () => {
  test.each(zones)('in Node 20, time zone %s', (zone) => {
    expect(runNode({ node: process.execPath, zone, threads: 1 })).toEqual([expected]);
  });

  test('on two threads', () => {
    expect(runNode({ node: process.execPath, zone: 'UTC', threads: 2 })).toEqual([expected, expected]);
  });

  test('with all rows shuffled', () => {
    expect(runNode({ node: process.execPath, zone: 'UTC', threads: 1, file: shuffledFile })).toEqual([expected]);
  });

  test.skipIf(node24 === undefined).each(zones)(
    `in Node 24${node24 === undefined ? ' (SKIPPED: not on this machine)' : ''}, time zone %s`,
    (zone) => {
      expect(runNode({ node: node24 ?? '', zone, threads: 2 })).toEqual([expected, expected]);
    },
  );

  test.skipIf(browser === undefined).each(zones)(
    `in Chromium${browser === undefined ? ' (SKIPPED: not on this machine)' : ''}, time zone %s`,
    async (zone) => {
      expect(await runBrowser(zone)).toEqual(expected);
    },
  );

  test('but not for a changed fact', () => {
    const more = (cell: string | number | boolean | null) => (typeof cell === 'number' && cell < 1000 ? cell + 1 : cell);
    const changed = cases.slice(0, 5).map((one) => ({
      ...one,
      tables: one.tables.map(({ header, rows }) => ({ header, rows: rows.map((row) => row.map(more)) })),
    }));
    writeFileSync(join(folder, 'changed.json'), JSON.stringify(changed));
    const [hashes = []] = runNode({ node: process.execPath, zone: 'UTC', threads: 1, file: join(folder, 'changed.json') });
    expect(hashes).toHaveLength(5);
    for (const [n, hash] of hashes.entries()) expect(hash).not.toBe(expected[n]);
  });
});

interface Bundling {
  readonly entry: string;
  readonly to: string;
  readonly platform: 'node' | 'browser';
  readonly format: 'esm' | 'iife';
}

async function bundle({ entry, to, platform, format }: Bundling): Promise<void> {
  const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url));
  const alias = Object.fromEntries(
    ['finding', 'quantity', 'formula', 'scheme', 'engine'].map((name) => [
      `@muheng/${name}`,
      path(`../../packages/${name}/src/index.ts`),
    ]),
  );
  const banner =
    platform === 'node'
      ? { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }
      : {};
  await build({
    entryPoints: [path(entry)],
    outfile: to,
    bundle: true,
    platform,
    format,
    banner,
    globalName: 'muheng',
    target: 'es2022',
    alias,
    logLevel: 'error',
    charset: 'utf8',
  });
}

interface NodeRun {
  readonly node: string;
  readonly zone: string;
  readonly threads: number;
  readonly file?: string;
}

/** Hashes by thread. */
function runNode({ node, zone, threads, file = casesFile }: NodeRun): string[][] {
  const ran = spawnSync(node, [nodeBundle, file, String(threads)], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    maxBuffer: 1 << 28,
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

async function runBrowser(zone: string): Promise<string[]> {
  const script = join(folder, 'browser.js');
  await bundle({ entry: 'program.ts', to: script, platform: 'browser', format: 'iife' });
  const running = await chromium.launch({
    executablePath: browser ?? '',
    args: [...chromiumArguments],
    env: { ...process.env, TZ: zone },
  });
  try {
    const page = await (await running.newContext({ timezoneId: zone })).newPage();
    await page.setContent('<!doctype html><title>muheng</title>');
    await page.addScriptTag({ path: script });
    const texts: string[] = [];
    for (const one of cases) texts.push(String(await page.evaluate(`muheng.fingerprints([${JSON.stringify(one)}])[0]`)));
    return texts.map((text) => createHash('sha256').update(text).digest('hex'));
  } finally {
    await running.close();
  }
}

function shuffled(one: Case): Case {
  const dice = new Dice(one.seed + 99);
  const mix = (tables: Case['tables']): Case['tables'] => tables.map((table) => ({ ...table, rows: dice.shuffled(table.rows) }));
  return {
    ...one,
    tables: mix(one.tables),
    sideTables: Object.fromEntries(Object.entries(one.sideTables).map(([name, tables]) => [name, mix(tables)])),
  };
}
