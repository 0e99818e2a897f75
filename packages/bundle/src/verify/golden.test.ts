/**
 * 旧包 — bundles written when engine semantics 1 was new must verify for ever, by whatever engine stands in the table under 1. They are
 * never written again: a change that breaks them needs a new number and keeps the old engine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate, type Result } from '@muheng/engine';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCase } from '../../../../tests/oracle/generator/scheme.js';
import { findNode24 } from '../../../../tests/runtimes.js';
import { type Engine, type Engines, engines } from '../engines.js';
import { exampleRuns, randomRun, salt } from '../fixtures/runs.js';
import { hashBytes } from '../hash.js';
import { recomputeOwn } from '../own/recompute.js';
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

describe('[R65] engines of two semantics side by side', () => {
  /** What a later engine might be: every total a point higher, and its own number. */
  const later: Engine = {
    evaluate: (scheme, dataset) => raised(evaluate(scheme, dataset)),
    recomputeOwn: (own) => {
      const recomputed = recomputeOwn({ ...own, given: { ...own.given, total: (own.given.total ?? 0) - 1 } });
      const { total } = recomputed.figures;
      return { ...recomputed, figures: { ...recomputed.figures, total: total === null ? null : total + 1 } };
    },
  };
  const raised = (result: Result): Result => ({ ...result, semantics: 2, total: result.total.map((total) => total + 1) });
  const both: Engines = new Map([...engines, [2, later]]);
  const [run] = exampleRuns(['jiayibingding-sample']);

  test('each bundle is recomputed by the engine of its number, the old ones as ever', () => {
    for (const [name, level] of goldens) {
      const said = verifyBundle(read(name), { engines: both });
      expect([said.ok, said.level, said.head?.semantics]).toEqual([true, level, 1]);
    }
    const bundle = writeBundle({ ...run!, result: raised(run!.result), viewer: 'auditor', salt });
    const said = verifyBundle(bundle, { engines: both });
    expect([said.findings, said.ok, said.head?.semantics]).toEqual([[], true, 2]);
  });

  test('the engine of another number proves neither; a number without one is refused, not guessed', () => {
    const swapped: Engines = new Map([
      [1, later],
      [2, { evaluate, recomputeOwn }],
    ]);
    for (const name of ['semantics-1.auditor.bundle', 'semantics-1.enterprise.bundle'])
      expect(verifyBundle(read(name), { engines: swapped }).findings.map(({ code }) => code)).toEqual([
        name.includes('auditor') ? 'recomputed_differs' : 'own_row_differs',
      ]);
    const bundle = writeBundle({ ...run!, result: raised(run!.result), viewer: 'auditor', salt });
    expect(verifyBundle(bundle, { engines: swapped }).ok).toBe(false);
    const said = verifyBundle(bundle);
    expect([said.unreadable, said.findings.map(({ code }) => code)]).toEqual([true, ['semantics_unknown']]);
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
const skipped = node24 === undefined ? ' (SKIPPED: not on this machine)' : '';
const folder = mkdtempSync(join(tmpdir(), 'muheng-bundle-'));
const script = join(folder, 'bundle.cjs');
const packages = ['finding', 'quantity', 'formula', 'scheme', 'engine', 'bundle'];
const sourceOf = (name: string): string => fileURLToPath(new URL(`../../../${name}/src/index.ts`, import.meta.url));

/** `verify <files>` prints what each proves; `write <cases.json> <folder>` evaluates them and writes their bundles. */
const program = `import { readFileSync, writeFileSync } from 'node:fs';
  import { verifyBundle, writeBundle } from '@muheng/bundle';
  import { datasetFrom, evaluate } from '@muheng/engine';
  import { readScheme } from '@muheng/scheme';
  const [, , what, ...words] = process.argv;
  const verified = (file) => { const { ok, level } = verifyBundle(new Uint8Array(readFileSync(file))); return [ok, level]; };
  const write = ([cases, folder]) => JSON.parse(readFileSync(cases, 'utf8')).map((one) => {
    const texts = { scheme: one.schemeText, source: one.sourceText, catalogue: one.catalogueText };
    const { scheme } = readScheme({ file: 'scheme.yaml', sourceFile: 'source.yaml', catalogueFile: 'facts.yaml',
      text: texts.scheme, sourceText: texts.source, catalogueText: texts.catalogue });
    const { dataset } = datasetFrom({ scheme, tables: one.tables, sideTables: one.sideTables, year: one.year });
    const run = { texts, dataset, result: evaluate(scheme, dataset), salt: one.salt };
    return ['auditor', 'enterprise', 'public'].map((viewer) => {
      const file = folder + '/' + one.seed + '.' + viewer;
      writeFileSync(file, writeBundle({ ...run, viewer, subject: run.result.subjects[0] }));
      return file;
    });
  });
  console.log(JSON.stringify(what === 'verify' ? words.map(verified) : write(words)));`;

/** One file that another runtime can run, out of the sources as they stand. */
beforeAll(async () => {
  await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'js' },
    alias: Object.fromEntries(packages.map((name) => [`@muheng/${name}`, sourceOf(name)])),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: script,
    logLevel: 'silent',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inRuntime(node: string, zone: string, words: readonly string[]): unknown {
  const run = spawnSync(node, [script, ...words], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, LC_ALL: 'tr_TR.UTF-8' },
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout);
}
const kept = ['verify', ...goldens.map(([name]) => fixture(name))];
const expected = goldens.map(([, level]) => [true, level]);

describe('[R65] the same bundles verify', () => {
  test.each(['Asia/Shanghai', 'America/St_Johns'])('in this Node as a plain program, time zone %s', (zone) => {
    expect(inRuntime(process.execPath, zone, kept)).toEqual(expected);
  });
  test.skipIf(node24 === undefined)(`in Node 24${skipped}`, () => {
    expect(inRuntime(node24 ?? '', 'UTC', kept)).toEqual(expected);
  });
  test.skipIf(node24 === undefined)(
    `written in Node 24 they are the bytes written here, and verify here and there${skipped}`,
    () => {
      const seeds = Array.from({ length: 8 }, (_, at) => 2_400 + at);
      const cases = join(folder, 'cases.json');
      writeFileSync(cases, JSON.stringify(seeds.map((seed) => ({ ...makeCase(seed), seed, salt }))));
      const written = inRuntime(node24 ?? '', 'America/St_Johns', ['write', cases, folder]) as string[][];
      const files = written.flatMap((one, at) => {
        const run = randomRun(seeds[at]!);
        return (['auditor', 'enterprise', 'public'] as const).map((viewer, nth) => {
          const there = new Uint8Array(readFileSync(one[nth]!));
          const here = writeBundle({ ...run, viewer, salt, subject: run.result.subjects[0]! });
          expect(hashBytes(there), `seed ${seeds[at]}, ${viewer}`).toBe(hashBytes(here));
          expect(verifyBundle(there)).toMatchObject({ ok: true, findings: [] });
          return one[nth]!;
        });
      });
      const said = inRuntime(node24 ?? '', 'UTC', ['verify', ...files]) as [boolean, string | null][];
      expect(said.map(([ok]) => ok)).toEqual(files.map(() => true));
      console.log(
        `${files.length} bundles written in Node 24, seeds ${seeds[0]} to ${seeds.at(-1)}: the bytes of ${process.version}`,
      );
    },
  );
});
