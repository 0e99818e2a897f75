/** What a database must be, point by point; the real settings are tried in openHouse.test.ts. */
import { expect, it } from 'vitest';
import { type DatabaseFacts, judge } from './startChecks.js';

const safe: DatabaseFacts = {
  ...{
    versionNumber: 150_006,
    version: '15.6',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    data_checksums: 'on',
  },
  ...{ encoding: 'UTF8', role: 'muheng_app', superuser: false, bypasses: false, owned: 0 },
};

it('[R58] a safe database has no finding, version 15 and 18 alike', () => {
  expect(judge(safe)).toEqual([]);
  expect(judge({ ...safe, versionNumber: 180_004, version: '18.4', synchronous_commit: 'remote_apply' })).toEqual([]);
});

it.each([
  ['version', { versionNumber: 140_020, version: '14.20' }, '14.20'],
  ['fsync', { fsync: 'off' }, 'off'],
  ['full_page_writes', { full_page_writes: 'off' }, 'off'],
  ['synchronous_commit', { synchronous_commit: 'local' }, 'local'],
  ['synchronous_commit', { synchronous_commit: 'remote_write' }, 'remote_write'],
  ['data_checksums', { data_checksums: 'off' }, 'off'],
  ['encoding', { encoding: 'SQL_ASCII' }, 'SQL_ASCII'],
  ['role_name', { role: 'postgres' }, 'postgres'],
  ['role_superuser', { superuser: true }, 'muheng_app'],
  ['role_bypasses', { bypasses: true }, 'muheng_app'],
  ['role_owns', { owned: 3 }, 'muheng_app'],
] as const)('[R58] %s: %j is one finding that says what was found', (point, change, found) => {
  const findings = judge({ ...safe, ...change });
  expect(findings.map((finding) => finding.point)).toEqual([point]);
  expect(findings[0]?.words).toContain(found);
});
