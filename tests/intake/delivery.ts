/** A whole delivery of an invented district, every file read by itself against what the office knew of the year before. */
import { basename } from 'node:path';
import { departmentTerms } from '@muheng/district';
import { type IntakeTable, type Reference, readTables, type TablesRead } from '@muheng/sheets';
import { type AnswerKey, type DirtLevel, deliver, makeDistrict, type Truth, truthTables } from '../../tools/seed/index.js';
import { catalogueFacts } from './districtFiles.js';

const vocabulary = departmentTerms(catalogueFacts());

export interface Seeded {
  readonly seed: number;
  readonly size: number;
}

export interface Delivery {
  readonly key: AnswerKey;
  readonly read: ReadonlyMap<string, TablesRead>;
}

/** Ledgers in which an enterprise may stand several times. */
const ledger = /台账|分摊|用电量|名录|事件/;

/** What the offices knew of the year before (of the year after, for the first). */
async function referencesOf(truth: Truth): Promise<ReadonlyMap<number, ReadonlyMap<string, Reference>>> {
  const facts = truthTables.find(({ name }) => name === 'facts');
  const lines = facts === undefined ? [] : [facts.header, ...truth.blocks.flatMap((block) => facts.linesOf(block))];
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const table = (await readTables(bytes, 'facts.csv', { vocabulary, rowsPerSubject: 'many' })).tables[0];
  const years = new Map<number, ReadonlyMap<string, Reference>>();
  for (const year of [2022, 2023, 2024])
    years.set(year, table === undefined ? new Map() : referenceOf(table, year === 2022 ? 2023 : year - 1));
  return years;
}

function referenceOf(table: IntakeTable, year: number): ReadonlyMap<string, Reference> {
  const code = table.columns.find(({ term }) => term.id === 'credit_code')?.index ?? -1;
  const when = table.columns.find(({ term }) => term.id === 'year')?.index ?? -1;
  const references = new Map<string, Reference>();
  for (const column of table.columns.filter(({ term }) => term.type === 'number')) {
    const bySubject = new Map<string, number>();
    for (const row of table.rows) {
      const value = row[column.index];
      if (Number(row[when]) === year && typeof value === 'number') bySubject.set(String(row[code]), value);
    }
    if (bySubject.size > 0) references.set(column.term.id, { unit: column.unit?.text ?? '', bySubject });
  }
  return references;
}

/** All files of one delivery, each read by itself. */
export async function readDelivery({ seed, size }: Seeded, dirt: DirtLevel = 'real'): Promise<Delivery> {
  const truth = makeDistrict({ seed, size });
  const { files, key } = await deliver(truth, { dirt });
  const references = await referencesOf(truth);
  const read = new Map<string, TablesRead>();
  for (const { path, bytes } of files) {
    const year = Number(/20\d\d/.exec(path)?.[0] ?? 0);
    const reference = references.get(year) ?? references.get(2024) ?? new Map();
    read.set(
      path,
      await readTables(bytes, basename(path), { vocabulary, reference, rowsPerSubject: ledger.test(path) ? 'many' : 'one' }),
    );
  }
  return { key, read };
}
