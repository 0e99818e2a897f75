/** 怪名称 — names of ten thousand characters and names full of signs of patterns, through search, filters, registering and import. */

import { readTables } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../door/fixtures/testDoor.js';
import { type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';
import { readImportFile } from './imports/file.js';
import { coreKeyOf, nameKeyOf, soundOf, termsOf } from './terms.js';

/** Of the processor, ten times what such a text may take: a guard against hanging, no measurement. */
const guardMilliseconds = 500;
const long = 10_000;
const odd: Readonly<Record<string, string>> = {
  letters: `${'a'.repeat(long - 1)}!`,
  brackets: '('.repeat(long),
  squares: '['.repeat(long),
  blanks: `甲${' '.repeat(long - 2)}乙`,
  lines: `甲${'\n'.repeat(long - 2)}乙`,
  stars: '*'.repeat(long),
  signs: '.*+?^$()|[]\\'.repeat(long / 15),
  zeros: `1.${'0'.repeat(long)}1`,
  commas: `${'1,'.repeat(long / 2)}x`,
  units: `${'用地面积,单位:'.repeat(long / 8)}(`,
  words: '亩均有限公司'.repeat(long / 6),
  percents: '%_'.repeat(long / 2),
};

let own: TestDoor;
let clerk: Browser;
let count = 0;
beforeAll(async () => {
  own = await testDoor();
  clerk = await own.browser('lead_clerk');
});
afterAll(() => own.drop());
const register = (name: string) =>
  clerk.post(
    '/registry/subjects',
    { kind: 'enterprise', name, regionId: own.office.rootRegionId },
    { 'idempotency-key': `odd-names-${++count}` },
  );
async function within<T>(work: () => T | Promise<T>): Promise<T> {
  const begun = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000).toBeLessThan(guardMilliseconds);
  return done;
}

describe('names of 10 000 characters', () => {
  it.each(Object.entries(odd))('[R24] %s: search, filters and registering answer in a moment', async (_name, text) => {
    const q = encodeURIComponent(text.slice(0, 4000));
    await within(async () => expect((await clerk.get(`/search?q=${q}`)).status).toBeLessThan(500));
    await within(async () => expect((await clerk.get(`/registry/subjects?q=${q}&limit=10`)).status).toBeLessThan(500));
    const kept = encodeURIComponent(text.slice(0, 60));
    await within(async () => expect((await clerk.get(`/registry/subjects?q=${kept}&limit=10`)).status).toBeLessThan(500));
    await within(async () => expect((await register(text)).status).toBe(422));
  });

  it.each(Object.entries(odd))(
    '[R24] %s: keys, sounds and terms of the name, and a table with it as header and cell',
    async (_name, text) => {
      await within(() => [nameKeyOf(text), coreKeyOf(text)]);
      await within(() => soundOf(text));
      await within(() => termsOf({ name: text, numbers: [text], formerNames: [] }));
      const cell = `"${text.replaceAll('"', '""')}"`;
      const bytes = new TextEncoder().encode(`企业名称,${cell}\n${cell},${cell}\n`);
      await within(() => readTables(bytes, 'a.csv', {}).catch(() => undefined));
      await within(() => readImportFile({ bytes, name: 'a.csv', kind: 'subjects' }));
    },
  );
});

it('[R24] brackets, stars and per cent signs in a name are found as they are written, and match nothing else', async () => {
  const names = ['甲(.*)[+]机械有限公司', '甲乙丙机械有限公司', '丁%戊_己有限公司', '丁庚戊辛己有限公司'];
  for (const name of names) expect((await register(name)).status).toBe(200);
  const found = async (q: string): Promise<string[]> => {
    const { json } = await clerk.get(`/registry/subjects?q=${encodeURIComponent(q)}&limit=10`);
    return json.items.map(({ name }: { name: string }) => name);
  };
  expect(await found('(.*)[+]')).toEqual([names[0]]);
  expect(await found('丁%戊_')).toEqual([names[2]]);
  expect(await found('甲.*机械')).toEqual([]);
  expect(await found('丁_戊')).toEqual([]);
  expect(await found('%%')).toEqual([]);
});
