/** Reading in a child: the same tables as in this process; what is too much for the child ends it and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { readTables } from '@muheng/sheets';
import { expect, it } from 'vitest';
import { xlsx } from '../fixtures/bytes.js';
import { readApart, readingLimits } from './readApart.js';

const csv = (rows: number): Uint8Array =>
  Buffer.from(
    `统一社会信用代码,企业名称,实缴税金(万元)\n${Array.from({ length: rows }, (_, n) => `91120113550399693Q,某某${n}有限公司,${n}.5`).join('\n')}\n`,
  );
const options = {
  vocabulary: [{ id: 'tax', term: '实缴税金', also: [], unit: '万元', type: 'number' as const }],
  rowsPerSubject: 'many' as const,
};

/** Children of this process that still live. */
const children = (): number =>
  readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8')
      .split(' ')
      .filter((id) => id !== '' && isReader(id)),
  ).length;
const isReader = (id: string): boolean => {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('readingChild');
  } catch {
    return false;
  }
};

it('[R28] gives the same tables and findings as a reading in this process', async () => {
  const bytes = Buffer.concat([csv(300), Buffer.from('坏码,乙有限公司,十二\n')]);
  const file = { bytes, name: '税收.csv', options };
  const apart = await readApart(file);
  expect(apart).toEqual(await readTables(bytes, '税收.csv', options));
  expect(apart.tables[0]?.dataRows).toBe(301);
  expect(apart.findings.length).toBeGreaterThan(0);
  await expect.poll(children).toBe(0);
});

it('[R28] a file that needs more memory than the cap ends its reader with a refusal; the next file is read', async () => {
  const file = { bytes: csv(400_000), name: '很大.csv', options };
  await expect(readApart(file, { ...readingLimits, memory: 24 })).rejects.toMatchObject({
    ...{ code: 'files.reading_too_large', status: 422 },
    message: '“很大.csv”展开后超过 24 MB，没有读。',
  });
  await expect.poll(children).toBe(0);
  expect((await readApart({ bytes: csv(3), name: '小.csv', options })).tables[0]?.dataRows).toBe(3);
});

it('[R28] a fault of the reader is told as ours, not as a file too large', async () => {
  const vocabulary = [{ id: 'tax', term: '实缴税金', also: [], unit: '万元', type: 'number' as const, get: null }];
  Reflect.deleteProperty(vocabulary[0]!, 'also');
  const file = { bytes: csv(3), name: '小.csv', options: { ...options, vocabulary } };
  await expect(readApart(file)).rejects.toThrow('the reader of a file ended with 1');
});

it('[R28] a file that takes too long ends its reader; this process answers all the while', async () => {
  let turns = 0;
  const heartbeat = setInterval(() => turns++, 10);
  const file = { bytes: csv(190_000), name: '很慢.csv', options };
  await expect(readApart(file, { ...readingLimits, seconds: 0.4 })).rejects.toMatchObject({
    ...{ code: 'files.reading_too_long', status: 422 },
  });
  clearInterval(heartbeat);
  expect(turns).toBeGreaterThan(5);
  await expect.poll(children).toBe(0);
});

it('[R28] a reading that is called off ends; one that waited for its turn does not begin', async () => {
  const off = new AbortController();
  const limits = { ...readingLimits, signal: off.signal };
  const readings = [1, 2, 3, 4].map((n) => readApart({ bytes: csv(190_000), name: `${n}.csv`, options }, limits));
  setTimeout(() => off.abort(new Error('取消')), 200);
  const ended = await Promise.allSettled(readings);
  expect(ended.map((one) => one.status === 'rejected' && one.reason.message)).toEqual(['取消', '取消', '取消', '取消']);
  await expect.poll(children).toBe(0);
});

it('[R27] [R28] a workbook that unpacks to a hundred megabytes of blanks is refused in words by its reader', async () => {
  const bytes = xlsx({ 'xl/worksheets/sheet1.xml': ' '.repeat(100_000_000) });
  const { tables, findings } = await readApart({ bytes, name: '空白.xlsx', options });
  expect(tables).toEqual([]);
  expect(findings.map(({ severity }) => severity)).toContain('error');
  await expect.poll(children).toBe(0);
});
