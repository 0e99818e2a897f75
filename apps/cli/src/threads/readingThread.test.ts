import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ColumnTable, type PartRead, readLargeTable } from '@muheng/sheets';
import { afterAll, describe, expect, test } from 'vitest';
import { openBytes } from '../byteFile.js';
import { startReadingThread, threadForFiles } from './readingThread.js';

const folder = mkdtempSync(join(tmpdir(), 'muheng-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = '统一社会信用代码,规模,评价税收（万元）,用地面积（㎡）';
const uses = () => ['text', 'word', 'number', 'number'] as const;
const lineOf = (row: number): string =>
  `E${1_000_000 + row},${row % 3 ? '规上' : '规下'},${row % 7 ? row / 8 : '不适用'},${row}.5`;

function fileOf(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, [header, ...lines].join('\n'));
  return file;
}

/** What a table holds, and what the other thread read of it. */
async function readWith(file: string, threads: 1 | 2) {
  const bytes = openBytes(file);
  const thread = startReadingThread();
  const parts: (PartRead | undefined)[] = [];
  const ask = thread.readersFor(bytes);
  const { table } = await readLargeTable({ ...bytes, pieceBytes: 10_000 }, file, {
    uses,
    others:
      threads === 1 || ask === undefined
        ? undefined
        : (work) => {
            const [answer] = ask(work);
            // The first thread comes to its share when the other has had some.
            const back = (): number => Atomics.load(work.taken, 1);
            for (let look = 0; look < 500 && back() < 3; look++) Atomics.wait(work.taken, 1, back(), 20);
            const kept = async (): Promise<PartRead | undefined> => {
              parts.push(await answer);
              return parts[0];
            };
            return [kept()];
          },
  });
  if (table === undefined || 'rows' in table) throw new Error('not by columns');
  const content = contentOf(table);
  bytes.close();
  thread.close();
  return { content, parts };
}

const contentOf = (table: ColumnTable): unknown => [
  table.rowCount,
  table.texts(0)?.texts,
  [...(table.words(1)?.codes ?? [])].map((code) => table.words(1)?.texts[code]),
  [2, 3].map((column) => table.numbers(column)).map((cells) => [cells?.values, cells?.absence, cells?.others.rows]),
  [0, 1, 2, 3].map((column) => table.cell(table.rowCount - 1, column)),
];

describe('a large CSV on two threads', () => {
  test('the other thread reads some of it, and the table is the one that one thread makes', async () => {
    const file = fileOf(
      'large.csv',
      Array.from({ length: 20_000 }, (_, row) => lineOf(row)),
    );
    const [one, two] = [await readWith(file, 1), await readWith(file, 2)];
    expect(two.parts[0]?.pieces.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThan(100);
    expect(two.content).toEqual(one.content);
  });

  test('small files, files that are not there and a thread that has ended leave all to one thread', async () => {
    const file = fileOf('small.csv', [lineOf(1), lineOf(2)]);
    expect(threadForFiles([file, join(folder, 'none.csv')])).toBeUndefined();
    const bytes = openBytes(file);
    const thread = startReadingThread();
    const others = thread.readersFor(bytes);
    thread.close();
    const { table } = await readLargeTable(bytes, file, { uses, others });
    bytes.close();
    expect(table === undefined || 'rows' in table ? undefined : table.rowCount).toBe(2);
  });
});
