/**
 * `npm run check` — everything a commit must pass: install, types (which builds dist), lint, tidy, components, tests. `--deep` raises the tests' counts.
 * Every step runs even when an earlier one failed; the exit code is not 0 when any did. Plain Node and no dependency: it runs
 * before anything is installed. The last line is `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/check');
const report = join(cache, 'vitest.json');
const deep = process.argv.includes('--deep');
const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];
const environment = { ...process.env, MUHENG_TIER: deep ? 'deep' : 'check' };

const installed = run('install', () => install(root) && installNode24());
const steps = [installed];
if (installed.ok) {
  steps.push(
    run('build', () => tool('ts7/bin/tsc', ['-b', 'tsconfig.build.json'])),
    run('types of tests', () => tool('ts7/bin/tsc', ['-p', 'tsconfig.test.json'])),
    run('web', web),
    run('lint', () => tool('@biomejs/biome/bin/biome', ['check', '.'])),
    run('tidy', () => tool('tsx/dist/cli.mjs', ['tools/tidy/tidy.ts'])),
    run(
      'components',
      () => tool('tsx/dist/cli.mjs', ['tools/components.ts']) && tool('tsx/dist/cli.mjs', ['tools/knownFaults.ts']),
    ),
    run(deep ? 'tests, deep counts' : 'tests', test),
  );
}
if (installed.ok && deep) for (const zone of zones) steps.push(run(`tests of time in ${zone}`, () => inZone(zone)));
summarise(
  steps,
  installed.ok
    ? countTests(steps.find(({ name }) => name.startsWith('tests,') || name === 'tests')?.ok ?? false)
    : { passed: 0, failed: 0, skipped: 0 },
);

/** Runs one step, says its name before and its time after, and never throws its failure away. */
function run(name, step) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const ok = step();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${ok ? 'ok' : 'FAILED'}, ${seconds} s`);
  return { name, ok, seconds };
}

/** `npm ci` when nothing is installed or the lock differs from the one that was installed last. */
function install(folder) {
  const marker = join(folder, 'node_modules/.cache/check/installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) {
    console.log('already installed');
    return true;
  }
  const done = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) return false;
  mkdirSync(join(folder, 'node_modules/.cache/check'), { recursive: true });
  writeFileSync(marker, wanted);
  return true;
}

/** Only the cross-version tests need it: without it they are skipped by name, and everything else runs. */
function installNode24() {
  if (!install(join(root, 'tests/node24'))) console.log('\n!! cross-version tests skipped: no Node 24 could be installed\n');
  return true;
}

/** A JavaScript tool from node_modules, by this very Node. */
function tool(path, args, folder = '.') {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: join(root, folder),
    stdio: 'inherit',
    env: environment,
  });
  if (done.error) console.error(done.error.message);
  return done.status === 0;
}

/** Types of the pages and of their tests, the client against the contracts, the build, and what the first screen sends. */
function web() {
  const pages = 'apps/web';
  return (
    tool('ts7/bin/tsc', ['-p', pages, '--noEmit']) &&
    tool('ts7/bin/tsc', ['-p', `${pages}/tsconfig.test.json`, '--noEmit']) &&
    tool('../apps/web/tools/client.mjs', ['--check']) &&
    tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], pages) &&
    tool('../apps/web/tools/size.mjs', [])
  );
}

function test() {
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
  return tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
}

/** The tests that show demands of time and of equal hashes once more, as on a machine elsewhere. @source trust R66 */
function inZone(zone) {
  const demands = readFileSync(join(root, 'docs/demands.yaml'), 'utf8').split(/^ {2}- id: /m);
  const listed = demands.flatMap((one) =>
    /^R6[5-9]\n/.test(one) ? (/^ {4}test: \[(.*)\]$/m.exec(one)?.[1].split(', ') ?? []) : [],
  );
  const files = [...new Set(listed)].filter((path) => path !== '' && !path.startsWith('e2e/'));
  if (files.length === 0) return false;
  environment.TZ = zone;
  try {
    return tool('vitest/vitest.mjs', ['run', ...files]);
  } finally {
    delete environment.TZ;
  }
}

/** What vitest counted. A file that could not be loaded counts as a failure; so does a run that ended badly with every test passed. */
function countTests(ok) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const unloaded = told.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = told.numFailedTests + unloaded;
  return {
    passed: told.numPassedTests,
    failed: ok ? failed : Math.max(1, failed),
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

function summarise(done, counts) {
  console.log(`\n${done.map((step) => `${step.name} ${step.ok ? 'ok' : 'FAILED'} ${step.seconds} s`).join(' · ')}`);
  const failed = done.filter((step) => !step.ok).map((step) => step.name);
  if (failed.length > 0) console.log(`check failed in: ${failed.join(', ')}`);
  if (counts.passed === 0 && failed.length === 0) console.log('check failed: no test ran');
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = failed.length > 0 || counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
