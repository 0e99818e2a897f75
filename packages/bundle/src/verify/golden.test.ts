/**
 * 旧包 — bundles written when engine semantics 1 was new must verify for ever, by whatever engine stands in the table under 1. They are
 * never written again: a change that breaks them needs a new number and keeps the old engine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findNode24 } from '../../../../tests/runtimes.js';
import { exampleRuns, salt } from '../fixtures/runs.js';
import { hashBytes } from '../hash.js';
import { writeBundle } from '../write.js';
import { verifyBundle } from './verify.js';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const goldens = [
  ['semantics-1.auditor.bundle', 'recomputed', '9aef9d5c0bbe39820cfbc797561d9da251ad1ac475cd07d379a379e87044314a'],
  ['semantics-1.enterprise.bundle', 'own_row_recomputed', 'b6b5e3701a86d9702453d657ec53be95ec780de97641116d743413c43a9cee41'],
  ['semantics-1.public.bundle', 'membership_and_hashes', '4bb5fa4c0cf30b21e46f1fbb11797dbc8729a52269d1f0088544c9fbd9c4f808'],
] as const;
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(fixture(name)));
const against = read('semantics-1.public.bundle');

describe('[R65] bundles of engine semantics 1', () => {
  test.each(goldens)('%s still proves %s', (name, level, sha256) => {
    const bundle = read(name);
    expect(hashBytes(bundle), 'the committed file was written again').toBe(sha256);
    const said = verifyBundle(bundle, level === 'membership_and_hashes' ? {} : { against });
    expect([said.findings, said.ok, said.level, said.head?.semantics]).toEqual([[], true, level, 1]);
  });
});

/** How they were made. Only for a new number: the pinned hashes above then get new rows beside the old ones. */
test.runIf(process.env.MUHENG_WRITE_GOLDEN !== undefined)('writes the bundles of the semantics in force', () => {
  const [run] = exampleRuns(['jiayibingding-sample']);
  if (run === undefined) throw new Error('no run');
  for (const viewer of ['auditor', 'enterprise', 'public'] as const) {
    const bundle = writeBundle({ ...run, viewer, salt, subject: run.result.subjects[1] ?? '' });
    writeFileSync(fixture(`semantics-${run.result.semantics}.${viewer}.bundle`), bundle);
    console.log(`${viewer} ${hashBytes(bundle)}`);
  }
});

const node24 = findNode24();
const folder = mkdtempSync(join(tmpdir(), 'muheng-bundle-'));
const script = join(folder, 'verify.cjs');
const packages = ['finding', 'quantity', 'formula', 'scheme', 'engine', 'bundle'];
const sourceOf = (name: string): string => fileURLToPath(new URL(`../../../${name}/src/index.ts`, import.meta.url));

/** One file that another runtime can run, out of the sources as they stand. */
beforeAll(async () => {
  await build({
    stdin: {
      contents: `import { readFileSync } from 'node:fs'; import { verifyBundle } from '@muheng/bundle';
        console.log(JSON.stringify(process.argv.slice(2).map((file) => { const { ok, level } = verifyBundle(new Uint8Array(readFileSync(file))); return [ok, level]; })));`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    alias: Object.fromEntries(packages.map((name) => [`@muheng/${name}`, sourceOf(name)])),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: script,
    logLevel: 'silent',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inRuntime = (node: string, zone: string): unknown => {
  const run = spawnSync(node, [script, ...goldens.map(([name]) => fixture(name))], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, LC_ALL: 'tr_TR.UTF-8' },
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout);
};
const expected = goldens.map(([, level]) => [true, level]);

describe('[R65] the same bundles verify', () => {
  test.each(['Asia/Shanghai', 'America/St_Johns'])('in this Node as a plain program, time zone %s', (zone) => {
    expect(inRuntime(process.execPath, zone)).toEqual(expected);
  });
  test.skipIf(node24 === undefined)(`in Node 24${node24 === undefined ? ' (SKIPPED: not on this machine)' : ''}`, () => {
    expect(inRuntime(node24 ?? '', 'UTC')).toEqual(expected);
  });
});
