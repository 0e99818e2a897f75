/** What is installed is known and the same everywhere: the lock file, the list of components, and the gate for known faults. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billOf, componentsOf, lockTroubles, readLock as readLockFile } from './components.js';
import { verdictOf } from './knownFaults.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readLock = (path = 'package-lock.json') => readLockFile(join(root, path));
const npm = (folder: string, ...args: string[]) =>
  // Whoever runs the tests may have asked npm to be quiet.
  spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 100_000,
    shell: process.platform === 'win32',
  });

describe('the lock file', () => {
  it('[R49] says the SHA-512 and the version of everything that is installed', () => {
    for (const path of ['package-lock.json', 'tests/node24/package-lock.json']) expect(lockTroubles(readLock(path))).toEqual([]);
  });

  it('[R49] without an integrity, with a weak one, without a version, or from elsewhere it is told', () => {
    const spoilt = (entry: object) => {
      const lock = readLock();
      const packages = { ...lock.packages, 'node_modules/zod': { ...lock.packages['node_modules/zod'], ...entry } };
      return lockTroubles({ ...lock, packages });
    };
    expect(spoilt({ integrity: undefined })).toEqual(['node_modules/zod has no SHA-512']);
    expect(spoilt({ integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' })).toEqual(['node_modules/zod has no SHA-512']);
    expect(spoilt({ version: undefined })).toEqual(['node_modules/zod has no version']);
    expect(spoilt({ resolved: 'git+ssh://git@example.test/zod.git' })).toHaveLength(1);
    expect(lockTroubles({ lockfileVersion: 3, packages: {} })).toEqual(['the lock file names no package']);
    expect(lockTroubles({ ...readLock(), lockfileVersion: 1 })).toHaveLength(1);
  });

  it('[R49] is what the package.json files ask for; where one asks for more, npm ci installs nothing', () => {
    const clean = npm(root, 'ci', '--dry-run', '--ignore-scripts', '--offline');
    expect(clean.status, clean.stderr).toBe(0);
    const copy = mkdtempSync(join(tmpdir(), 'muheng-lock-'));
    try {
      const workspaces = Object.keys(readLock().packages).filter((path) => path !== '' && !path.includes('node_modules/'));
      for (const path of ['package.json', 'package-lock.json', ...workspaces.map((one) => `${one}/package.json`)]) {
        mkdirSync(join(copy, dirname(path)), { recursive: true });
        cpSync(join(root, path), join(copy, path));
      }
      const own = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'));
      writeFileSync(
        join(copy, 'package.json'),
        JSON.stringify({ ...own, devDependencies: { ...own.devDependencies, 'iconv-lite': '0.4.1' } }),
      );
      const refused = npm(copy, 'ci', '--dry-run', '--ignore-scripts', '--offline');
      expect(refused.status).not.toBe(0);
      expect(refused.stderr).toContain('npm error');
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

describe('the list of components', () => {
  it('[R49] names what npm itself names, with the same hashes; the same lock file gives the same bytes', () => {
    const told = npm(root, 'sbom', '--package-lock-only', '--sbom-format', 'cyclonedx');
    const theirs = z
      .object({
        components: z.array(z.looseObject({ purl: z.string(), hashes: z.array(z.object({ content: z.string() })).default([]) })),
      })
      .parse(JSON.parse(told.stdout))
      .components.filter(({ hashes }) => hashes.length > 0)
      .map(({ purl, hashes }) => `${purl} ${hashes[0]?.content}`);
    const ours = componentsOf(readLock()).map(({ purl, hashes }) => `${purl} ${hashes[0]?.content}`);
    expect(new Set(ours)).toEqual(new Set(theirs));
    expect(JSON.stringify(billOf(readLock()))).toBe(JSON.stringify(billOf(readLock())));
    expect(billOf(readLock())).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'muheng' } } });
  });

  it('[R49] tells what ships from what only builds and tests, and under which licence', () => {
    const of = new Map(componentsOf(readLock()).map((one) => [one.name, one]));
    expect(['fastify', 'pg', 'antd', 'zod'].map((name) => of.get(name)?.scope)).toEqual(Array(4).fill('required'));
    expect(['vitest', 'exceljs', 'recheck'].map((name) => of.get(name)?.scope)).toEqual(Array(3).fill('excluded'));
    const unlicensed = [...of.values()].filter(({ scope, licenses }) => scope === 'required' && licenses === undefined);
    expect(unlicensed.map(({ name }) => name)).toEqual([]);
  });
});

it('[R49] the gate fails for a high or critical fault, passes slight ones, and says when nobody answers', () => {
  const audit = (severity: string) =>
    JSON.stringify({
      metadata: { vulnerabilities: { total: 1 } },
      vulnerabilities: { pg: { name: 'pg', severity, range: '<9', via: [{ title: 'a hole', url: 'https://example.test' }] } },
    });
  expect(verdictOf(audit('critical'))).toMatchObject({ kind: 'faulty', lines: ['critical: pg <9 a hole https://example.test'] });
  expect(verdictOf(audit('high')).kind).toBe('faulty');
  expect(verdictOf(audit('moderate'))).toMatchObject({ kind: 'clean', slight: 1 });
  expect(verdictOf(JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }))).toEqual({
    ...{ kind: 'unanswered', lines: ['405 Method Not Allowed'], slight: 0 },
  });
  expect(verdictOf('').kind).toBe('unanswered');
});
