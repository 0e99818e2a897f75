/** Each rule of the house against a few invented files: what it lets pass, and what it must not. */
import { describe, expect, it } from 'vitest';
import { findTests, idsInTitle, parseDemands, writeTests } from './demands.js';
import { type Repository, type Rule, repositoryOf } from './repository.js';
import { cycles } from './rules/cycles.js';
import { demands } from './rules/demands.js';
import { dependencies } from './rules/dependencies.js';
import { allowList, fileSize } from './rules/file-size.js';
import { importDirections } from './rules/import-directions.js';
import { places, unfinishedWork } from './rules/leftovers.js';
import { names } from './rules/names.js';
import { officeFirst } from './rules/office-first.js';
import { patterns } from './rules/patterns.js';
import { purity } from './rules/purity.js';
import { roomDirections, sqlPlaces } from './rules/rooms.js';
import { texts } from './rules/texts.js';

const repositoryWith = (files: Record<string, string>): Repository =>
  repositoryOf(Object.entries(files).map(([path, text]) => ({ path, text })));

/** What a rule says about the files, as `path:line message`. */
function told(rule: Rule, files: Record<string, string>): string[] {
  return rule.check(repositoryWith(files)).map((one) => `${one.path}:${one.line} ${one.message}`);
}

const engineFile = 'packages/engine/src/run.ts';

describe('import-directions', () => {
  it('lets a package import the ones below it, by name', () => {
    expect(
      told(importDirections, { [engineFile]: "import { parse } from '@muheng/formula';\nimport { add } from './add.js';" }),
    ).toEqual([]);
  });
  it('refuses an import upwards, with its line', () => {
    const found = told(importDirections, { 'packages/formula/src/a.ts': "\nimport { run } from '@muheng/engine';" });
    expect(found).toEqual(['packages/formula/src/a.ts:2 packages/formula may not import this package: @muheng/engine']);
  });
  it('refuses an app in a package, a deep path, a path into another package, and a package without a row', () => {
    expect(told(importDirections, { [engineFile]: "import '@muheng/cli';" })).toHaveLength(1);
    expect(told(importDirections, { [engineFile]: "import '@muheng/formula/dist/parse.js';" })).toHaveLength(1);
    expect(told(importDirections, { [engineFile]: "import '../../formula/src/parse.js';" })).toHaveLength(1);
    expect(told(importDirections, { 'tests/oracle/a.ts': "import '../../packages/engine/src/run.js';" })).toHaveLength(1);
    expect(told(importDirections, { 'packages/fresh/src/a.ts': "import '@muheng/finding';" })).toHaveLength(1);
  });
  it('keeps the oracle free of our packages, and lets its tests compare with them', () => {
    expect(told(importDirections, { 'tests/oracle/a.ts': "import '@muheng/quantity';" })).toHaveLength(1);
    expect(told(importDirections, { 'tests/oracle/a.test.ts': "import '@muheng/engine';" })).toEqual([]);
  });
  it('keeps sheets away from schemes and lets the command line import all', () => {
    expect(told(importDirections, { 'packages/sheets/src/a.ts': "import '@muheng/scheme';" })).toHaveLength(1);
    expect(told(importDirections, { 'apps/cli/src/a.ts': "import '@muheng/scheme';\nimport '@muheng/sheets';" })).toEqual([]);
  });
});

describe('room-directions', () => {
  const at = (path: string, from: string): string[] => told(roomDirections, { [`apps/server/src/${path}`]: `import '${from}';` });
  it('lets a room see rooms to its left, corridors, store and forms', () => {
    expect(at('rooms/intake/actions/a.ts', '../../registry/queries/subject.js')).toEqual([]);
    expect(at('rooms/intake/actions/a.ts', '../../../corridors/audit/append.js')).toEqual([]);
    expect(at('windows/enterprise/a.ts', '../../rooms/targets/queries/a.js')).toEqual([]);
    expect(at('door/rooms.ts', '../rooms/registry/routes.js')).toEqual([]);
  });
  it('refuses a room to the right, a room in a corridor, a window in a room, the door in a room', () => {
    expect(at('rooms/registry/a.ts', '../intake/routes.js')).toHaveLength(1);
    expect(at('corridors/audit/a.ts', '../../rooms/registry/routes.js')).toHaveLength(1);
    expect(at('rooms/registry/a.ts', '../../windows/search/routes.js')).toHaveLength(1);
    expect(at('rooms/registry/a.ts', '../../door/open.js')).toHaveLength(1);
    expect(at('rooms/kitchen/a.ts', '../registry/routes.js')).toHaveLength(1);
  });
  it('lets types cross', () => {
    const text = "import type { RegistryTables } from '../rooms/registry/tables.js';";
    expect(told(roomDirections, { 'apps/server/src/store/schema.ts': text })).toEqual([]);
  });
});

describe('sql-places', () => {
  const builder = "export const all = (tx) => tx.selectFrom('subject').selectAll().execute();";
  it('lets SQL stand in queries and in the store', () => {
    expect(told(sqlPlaces, { 'apps/server/src/rooms/registry/queries/subject.ts': builder })).toEqual([]);
    expect(told(sqlPlaces, { 'apps/server/src/store/scope.ts': 'export const s = sql`SELECT 1`;' })).toEqual([]);
  });
  it('refuses it elsewhere, with its line', () => {
    const found = told(sqlPlaces, { 'apps/server/src/rooms/registry/actions/a.ts': `\n${builder}` });
    expect(found).toEqual(['apps/server/src/rooms/registry/actions/a.ts:2 SQL stands in queries/ or in the store']);
    expect(told(sqlPlaces, { 'apps/server/src/door/a.ts': 'export const s = sql`SELECT 1`;' })).toHaveLength(1);
  });
});

describe('office-first', () => {
  const at = (text: string): string[] => told(officeFirst, { 'apps/server/src/rooms/registry/queries/a.ts': text });
  it('lets statements pass that say which office, in where, in joins and in text', () => {
    expect(at("tx.selectFrom('subject').selectAll().where('office_id', '=', id).executeTakeFirst();")).toEqual([]);
    expect(
      at("tx.selectFrom('a').innerJoin('b', (j) => j.onRef('b.office_id', '=', 'a.office_id')).where('a.office_id', '=', id);"),
    ).toEqual([]);
    expect(at('sql`SELECT 1 FROM subject WHERE office_id = 1`;')).toEqual([]);
    expect(
      at("async () => { const of = { office_id: id }; await tx.deleteFrom('a').where((w) => w.and(of)).execute(); };"),
    ).toEqual([]);
    expect(at("sql`coalesce(a, b)`; tx.selectFrom('office_directory').select('slug');")).toEqual([]);
  });
  it('refuses a list of rows in no order; one row, a lock and a count need none', () => {
    const list = "tx.selectFrom('a').selectAll().where('office_id', '=', id)";
    expect(at(`${list}.execute();`)).toHaveLength(1);
    expect(at(`${list}.orderBy('a_id').execute(); ${list}.executeTakeFirst(); ${list}.forUpdate().execute();`)).toEqual([]);
  });
  it('refuses those that do not', () => {
    for (const verb of ['selectFrom', 'updateTable', 'deleteFrom'])
      expect(at(`tx.${verb}('subject').where('subject_id', '=', id).executeTakeFirst();`)).toHaveLength(1);
    expect(at("tx.selectFrom('a').innerJoin('b', 'b.id', 'a.id').where('a.office_id', '=', id);")).toHaveLength(1);
    expect(at('await sql`DELETE FROM subject WHERE subject_id = 1`.execute(tx);')).toHaveLength(1);
  });
});

describe('purity', () => {
  const impure: readonly string[] = [
    "import { readFileSync } from 'node:fs';",
    'export const now = Date.now();',
    'export const today = new Date();',
    'export const t = performance.now();',
    'export const r = Math.random();',
    'export const p = Math.pow(2, 3);',
    'export const p = 2 ** 3;',
    'let p = 2; p **= 3;',
    'export const e = process.env;',
    "export const f = fetch('x');",
    'setTimeout(() => 1, 2);',
    "export const g = new Function('return 1');",
    "eval('1');",
    'export const later = setTimeout;',
    "export const s = 'a'.localeCompare('b');",
  ];
  it.each(impure)('refuses %s', (line) => {
    expect(told(purity, { [engineFile]: line })).toHaveLength(1);
  });
  it('lets pass what only looks like it: comments, texts, own members, dates from numbers', () => {
    const text =
      "// Math.random() and 2 ** 3\nexport const s = 'Date.now()';\nexport const d = new Date(0);\nexport const x = { process: 1 }.process;\n";
    expect(told(purity, { [engineFile]: text })).toEqual([]);
  });
  it('does not bind tests and apps', () => {
    expect(told(purity, { 'packages/engine/src/a.test.ts': 'process.env;', 'apps/cli/src/a.ts': 'process.env;' })).toEqual([]);
  });
});

describe('cycles', () => {
  it('tells a cycle once, whatever file it is met from', () => {
    const files = {
      'a/x.ts': "import './y.js';",
      'a/y.ts': "import './z.js';",
      'a/z.ts': "import { x, type X } from './x.js';",
      'a/w.ts': "import './z.js';",
    };
    expect(told(cycles, files)).toEqual(['a/x.ts:1 import cycle: a/x.ts → a/y.ts → a/z.ts → a/x.ts']);
  });
  it('does not count imports of types alone', () => {
    const files = {
      'a/x.ts': "import './y.js';",
      'a/y.ts': "import type { X } from './x.js';\nimport { type Z } from './x.js';",
    };
    expect(told(cycles, files)).toEqual([]);
  });
  it('lets two ways to one file pass', () => {
    expect(told(cycles, { 'a/x.ts': "import './y.js'; import './z.js';", 'a/y.ts': "import './z.js';", 'a/z.ts': '' })).toEqual(
      [],
    );
  });
});

describe('dependencies', () => {
  const manifest = (declared: Record<string, string>): string =>
    JSON.stringify({ name: '@muheng/engine', dependencies: declared });
  const root = JSON.stringify({ name: 'muheng', devDependencies: { vitest: '4.1.12' } });
  const check = (declared: Record<string, string>, code: Record<string, string>): string[] =>
    told(dependencies, { 'package.json': root, 'packages/engine/package.json': manifest(declared), ...code });

  it('lets pass what is declared, pinned and used, and builtins', () => {
    expect(check({ zod: '4.6.7' }, { [engineFile]: "import { z } from 'zod/mini';\nimport 'node:fs';" })).toEqual([]);
  });
  it('tells what is missing, left over, or not pinned', () => {
    expect(check({}, { [engineFile]: "import 'zod';" })).toEqual([
      `${engineFile}:1 zod is not among the dependencies of @muheng/engine`,
    ]);
    expect(check({ zod: '4.6.7', yaml: '2.9.1' }, { [engineFile]: "import 'zod';" })[0]).toContain(
      'yaml is declared and never imported',
    );
    expect(check({ zod: '^4.6.7' }, { [engineFile]: "import 'zod';" })[0]).toContain('pin one version');
  });
  it('lets tests use what the root declares, and shipped code not', () => {
    expect(check({}, { 'packages/engine/src/a.test.ts': "import 'vitest';" })).toEqual([]);
    expect(check({}, { [engineFile]: "import 'vitest';" })).toHaveLength(1);
  });
  it('lets tools use only what the root declares', () => {
    expect(check({}, { 'tools/a.ts': "import 'vitest';\nimport '@muheng/engine';" })).toEqual([]);
    expect(check({}, { 'tools/a.ts': "import 'zod';" })).toEqual(['tools/a.ts:1 zod is not among the dependencies of the root']);
  });
});

describe('file-size', () => {
  const lines = (count: number): string => '1;\n'.repeat(count);
  it('lets 400 lines pass, warns at 401, refuses 601', () => {
    expect(told(fileSize, { 'a.ts': lines(400) })).toEqual([]);
    expect(fileSize.check(repositoryWith({ 'a.ts': lines(600) })).map((one) => one.severity)).toEqual(['warning']);
    expect(fileSize.check(repositoryWith({ 'a.ts': lines(601) })).map((one) => one.severity)).toEqual(['error']);
  });
  it('lets a listed file pass and refuses a row that is no longer needed', () => {
    const list = 'a.ts: one table that is read from top to bottom\n';
    expect(told(fileSize, { 'a.ts': lines(700), [allowList]: list })).toEqual([]);
    expect(told(fileSize, { 'a.ts': lines(10), [allowList]: list })[0]).toContain('take its row out');
  });
});

describe('names', () => {
  it('refuses empty words in paths and declarations', () => {
    expect(told(names, { 'packages/engine/src/utils.ts': '' })).toHaveLength(1);
    expect(told(names, { 'packages/engine/src/helpers/a.ts': '' })).toHaveLength(1);
    expect(told(names, { 'a.ts': 'class RowManager {}\nexport const sortHelper = 1;' })).toHaveLength(2);
  });
  it('lets words pass that only contain them', () => {
    expect(
      told(names, { 'packages/engine/src/management.ts': 'export const managementScore = 1;\nexport type Utilisation = 1;' }),
    ).toEqual([]);
  });
});

describe('unfinished-work and places', () => {
  const joined = (...parts: string[]): string => parts.join('');
  it('refuses what is put off', () => {
    expect(told(unfinishedWork, { 'docs/a.md': joined('x\nTO', 'DO later') })[0]).toMatch(/^docs\/a\.md:2 /);
    expect(told(unfinishedWork, { 'docs/a.md': 'TODOS and Todo are words' })).toEqual([]);
  });
  it('refuses places of one machine and registry hosts', () => {
    expect(told(places, { 'a.md': joined('see /ho', 'me/zhang/muheng') })).toHaveLength(1);
    expect(told(places, { 'a.json': joined('"https://regis', 'try.example.org/x.tgz"') })).toHaveLength(1);
    expect(told(places, { 'a.md': 'docs/work/parks and https://example.org/home/page and /usr/bin/chromium' })).toEqual([]);
  });
});

describe('texts', () => {
  const path = 'packages/engine/src/texts.zh.ts';
  it('lets a whole row pass and leaves tables of words alone', () => {
    expect(
      told(texts, {
        [path]: "export const t = { a: { severity: 'error', message: '缺土地', remedy: '请补录。' } };\nconst w = { a: 'x' };",
      }),
    ).toEqual([]);
  });
  it('looks at the calls of a builder', () => {
    const builder = "const error = (message: string, remedy: string) => ({ severity: 'error', message, remedy });\n";
    expect(told(texts, { [path]: `${builder}export const t = { a: error('缺土地', '请补录。') };` })).toEqual([]);
    expect(told(texts, { [path]: `${builder}export const t = { a: error('缺土地') };` })).toEqual([
      `${path}:2 remedy is missing`,
    ]);
  });
  it('refuses a row without a remedy, with an empty one, or in another language', () => {
    expect(told(texts, { [path]: "export const t = { a: { severity: 'error', message: '缺土地' } };" })).toEqual([
      `${path}:1 remedy is missing`,
    ]);
    expect(told(texts, { [path]: "export const t = { a: { message: '缺土地', remedy: '' } };" })).toHaveLength(1);
    expect(told(texts, { [path]: "export const t = { a: { message: 'land missing', remedy: '请补录。' } };" })).toHaveLength(1);
  });
});

describe('demands', () => {
  const entry = (id: string, due: string, test: string): string =>
    `  - id: ${id}\n    demand: One demand in one sentence.\n    clause: somewhere 一\n    due: ${due}\n    path: A user does something.\n    negative: Something is refused.\n    test: [${test}]\n`;
  const listOf = (...entries: string[]): string =>
    `# head\nnow: m2\nmilestones:\n  m2: engine\n  m3: files\ndemands:\n${entries.join('')}`;
  const check = (list: string, tests: Record<string, string>): string[] => told(demands, { 'docs/demands.yaml': list, ...tests });
  const testFile = 'packages/engine/src/a.test.ts';

  it('reads IDs at the start of a title: one, several, ranges', () => {
    expect(idsInTitle('[S936] mean of last year')).toEqual(['S936']);
    expect(idsInTitle('[S901, TZ-91、R987] three')).toEqual(['S901', 'TZ-91', 'R987']);
    expect(idsInTitle('[CF-91–CF-93] range')).toEqual(['CF-91', 'CF-92', 'CF-93']);
    expect(idsInTitle('[S901-903] range')).toEqual(['S901', 'S902', 'S903']);
    expect(idsInTitle('no [S901] at the start')).toEqual([]);
    expect(idsInTitle('[5, 6] are numbers')).toEqual([]);
  });
  it('finds titles of it, it.each and describe, and not of other calls', () => {
    const text =
      "describe('[S901] a', () => {});\nit.each([1])('[S902] %s', () => {});\nit.skipIf(x)(`[S903] $" +
      "{x}`, () => {});\nsplit('[S904] b');";
    expect([...findTests(repositoryWith({ [testFile]: text })).keys()]).toEqual(['S901', 'S902', 'S903']);
  });
  it('lets pass a demand that is due and has its test, and one that is not due yet', () => {
    expect(
      check(listOf(entry('S901', 'm2', testFile), entry('S902', 'm3', '')), { [testFile]: "it('[S901] a', () => {});" }),
    ).toEqual([]);
  });
  it('refuses a due demand without a test, at the line of its entry', () => {
    expect(check(listOf(entry('S901', 'm3', ''), entry('S902', 'm2', '')), {})).toEqual([
      'docs/demands.yaml:14 S902 is due in m2 and no test carries [S902]',
    ]);
  });
  it('refuses a stale field, an unknown ID, an ID twice, and a milestone that is none', () => {
    expect(check(listOf(entry('S901', 'm2', 'gone.test.ts')), { [testFile]: "it('[S901] a', () => {});" })[0]).toContain('stale');
    expect(check(listOf(entry('S901', 'm3', '')), { [testFile]: "it('[S999] a', () => {});" })[0]).toContain(
      '[S999] is no demand',
    );
    expect(check(listOf(entry('S901', 'm3', ''), entry('S901', 'm3', '')), {})[0]).toContain('stands twice');
    expect(check(listOf(entry('S901', 'm9', '')), {})[0]).toContain('no milestone');
  });
  it('writes the test fields and leaves every other byte alone', () => {
    const before = listOf(entry('S901', 'm2', 'gone.test.ts'), entry('S902', 'm3', ''));
    const after = writeTests(before, new Map([['S901', [testFile, 'tests/b.test.ts']]]));
    expect(after).toBe(before.replace('gone.test.ts', `${testFile}, tests/b.test.ts`));
    expect(parseDemands(after).demands.map((one) => one.test)).toEqual([[testFile, 'tests/b.test.ts'], []]);
  });
});

describe('patterns', () => {
  const serverFile = 'apps/server/src/rooms/registry/queries/lists.ts';
  it('[R24] refuses regular expressions made from values, in JavaScript and in SQL', () => {
    expect(told(patterns, { [engineFile]: 'const a = (q: string) => new RegExp(q);' })).toEqual([
      `${engineFile}:1 makes a regular expression from a value`,
    ]);
    expect(told(patterns, { [serverFile]: `RegExp(\`^\${name}\`);` })).toHaveLength(1);
    expect(told(patterns, { [serverFile]: `sql\`SELECT 1 FROM a WHERE b ~* \${q}\`;` })).toHaveLength(1);
    expect(told(patterns, { [serverFile]: "query.where('name', '~', q);" })).toHaveLength(1);
    expect(told(patterns, { [serverFile]: `sql\`WHERE a SIMILAR TO \${q}\`;` })).toHaveLength(1);
    expect(told(patterns, { [serverFile]: `sql\`regexp_replace(a, \${q})\`;` })).toHaveLength(1);
  });
  it('[R24] lets literals pass, fixed checks of the database, and tests', () => {
    expect(told(patterns, { [engineFile]: "const a = /x/;\nconst b = new RegExp('x', 'g');" })).toEqual([]);
    expect(told(patterns, { [serverFile]: "const c = `CHECK (sha256 ~ '^[0-9a-f]{64}$')`;" })).toEqual([]);
    expect(told(patterns, { 'packages/engine/src/run.test.ts': 'new RegExp(q);' })).toEqual([]);
  });
});
