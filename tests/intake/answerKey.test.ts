/** Whole deliveries of an invented district, read file by file and counted against the answer key. Seeds and counts are printed. */
import { basename } from 'node:path';
import { type IntakeTable, type Reference, readTables, type TablesRead } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';
import { type AnswerKey, deliver, makeDistrict, type Truth, truthTables } from '../../tools/seed/index.js';
import { emptyScore, needsTheRegister, type Score, scoreDelivery } from './score.js';
import { factTerms, ledgerTerms } from './vocabulary.js';

const deep = process.env.MUHENG_TIER === 'deep';
const seeds = deep ? [101, 202, 303, 404, 505, 606] : [101, 202];
const size = deep ? 1_200 : 300;
const vocabulary = [...factTerms(), ...ledgerTerms];

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

async function readAll(seed: number): Promise<{ key: AnswerKey; read: Map<string, TablesRead> }> {
  const truth = makeDistrict({ seed, size });
  const { files, key } = await deliver(truth, { dirt: 'real' });
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

function print(score: Score): void {
  const lines = [...score.seen]
    .sort()
    .map(([kind, { met, missed }]) => `  ${kind.padEnd(26)} ${String(met).padStart(6)} met ${String(missed).padStart(4)} missed`);
  console.log(
    [
      `intake: seeds ${seeds.join(' ')}, ${size} enterprises each; ${score.rowsKept} rows kept, ${score.rowsDropped.length} dropped, ${score.rowsSlippedThrough.length} slipped through, ${score.rejectedWithoutCause.length} rejected without cause; ${score.unread} pieces in columns nobody reads; ${score.falseAlarms.length} needless questions about units`,
      ...lines,
    ].join('\n'),
  );
}

describe('department files against the answer key', async () => {
  const score = emptyScore();
  for (const seed of seeds) {
    const { key, read } = await readAll(seed);
    scoreDelivery(key, read, score);
  }
  print(score);

  it('[R29] drops no row of an enterprise and lets no total, header or note through', () => {
    expect(score.rowsKept).toBeGreaterThan(seeds.length * size * 5);
    expect(score.rowsDropped).toEqual([]);
    expect(score.rowsSlippedThrough).toEqual([]);
    expect(score.rejectedWithoutCause).toEqual([]);
    expect(score.unread).toBeLessThan(score.rowsKept / 50);
    expect(score.falseAlarms.length, score.falseAlarms.slice(0, 20).join('\n')).toBeLessThan(score.rowsKept / 100);
  });

  it('[R79] [R80] [R31] [R69] [R95] finds, asks about or reads as clean every piece of dirt that one file can show', () => {
    expect([...score.seen.keys()].filter((kind) => needsTheRegister.has(kind as never))).toEqual([]);
    expect(score.seen.size).toBeGreaterThan(45);
    expect(score.misses).toEqual([]);
  });
});
