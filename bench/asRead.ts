/** The bench's district as the reader of large files makes it: columns of numbers, ids and names left as bytes until somebody reads them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBytes, type ReadingThread } from '@muheng/cli';
import { columnUses, type Dataset, datasetFrom } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { readLargeTable } from '@muheng/sheets';
import { writeCsvFile } from './factFiles.js';

/** As `muheng evaluate` reads a CSV of facts; on one thread without `thread`. */
export async function readFactFile(file: string, scheme: Scheme, thread?: ReadingThread): Promise<Dataset> {
  const bytes = openBytes(file);
  const reading = { uses: (header: readonly string[]) => columnUses(scheme, header), others: thread?.readersFor(bytes) };
  const { table } = await readLargeTable(bytes, 'facts.csv', reading);
  if (table === undefined || 'rows' in table) throw new Error('not read by columns');
  const { dataset, findings } = datasetFrom({ scheme, tables: [table] });
  if (dataset === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  bytes.close();
  return dataset;
}

export async function districtAsRead(rows: number, seed: number, scheme: Scheme): Promise<Dataset> {
  const folder = mkdtempSync(join(tmpdir(), 'muheng-bench-'));
  try {
    const file = join(folder, 'facts.csv');
    writeCsvFile(file, rows, seed);
    return await readFactFile(file, scheme);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
