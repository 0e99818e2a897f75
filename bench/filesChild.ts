/**
 * One side of a row about files, alone in its process, so that its memory is its own: reads the file, grades, says how long each round
 * took, how much memory the process had at most, and the hash of what came out. Started by files.ts, answers over the channel.
 */
import { readFileSync } from 'node:fs';
import { type ReadingThread, startReadingThread } from '@muheng/cli';
import { datasetFrom, evaluate, type Result } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { intakeLimits, readBook, readTables, type Term } from '@muheng/sheets';
import { readXlsx } from 'hucre';
import { readFactFile } from './asRead.js';
import { hashOf } from './hash.js';
import { benchScheme } from './scheme.js';

export interface Answer {
  /** Milliseconds of each round, in order. */
  readonly times: readonly number[];
  readonly peakMegabytes: number;
  readonly threads: number;
  readonly hash: string;
}

export type Side = 'csv' | 'csv-table' | 'csv-view' | 'xlsx' | 'xlsx-bare' | 'xlsx-other';

interface Work {
  readonly threads: number;
  round(): Promise<void>;
  /** What the last round gave; not timed. */
  hash(): Promise<string> | string;
}

const [, , side = '', file = '', rounds = '1'] = process.argv;
const makers: Readonly<Record<Side, () => Promise<Work> | Work>> = {
  csv: () => ours(gradeCsv, 2),
  'csv-table': async () => (await import('./duckdbCsv.js')).openCsvSql(file, 'table'),
  'csv-view': async () => (await import('./duckdbCsv.js')).openCsvSql(file, 'view'),
  xlsx: () => ours(gradeWorkbook),
  'xlsx-bare': () => ours(readBare),
  'xlsx-other': () => ours(readOther),
};
const isSide = (word: string): word is Side => word in makers;
if (!isSide(side)) throw new Error(`no such side: ${side}`);
const scheme = benchScheme();
let thread: ReadingThread | undefined;
const work = await makers[side]();
const times: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  await work.round();
  times.push(performance.now() - start);
}
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const answer: Answer = { times, peakMegabytes, threads: work.threads, hash: await work.hash() };
process.send?.(answer, undefined, undefined, () => process.exit());

/** What a task gave last is hashed at the end; before a round it is let go. */
function ours(task: () => Promise<Result | number>, threads = 1): Work {
  let last: Result | number = 0;
  return {
    threads,
    async round() {
      last = 0;
      last = await task();
    },
    hash: () => (typeof last === 'number' ? String(last) : hashOf([last.total, last.rank, last.computedGrade, last.grade])),
  };
}

async function gradeCsv(): Promise<Result> {
  thread ??= startReadingThread();
  return evaluate(scheme, await readFactFile(file, scheme, thread));
}

async function gradeWorkbook(): Promise<Result> {
  const { tables } = await readTables(readFileSync(file), 'facts.xlsx', { vocabulary: termsOf(scheme), limits: intakeLimits });
  if (tables[0]?.rejected.length !== 0) throw new Error('rows of the workbook were rejected');
  return gradesOf(scheme, datasetFrom({ scheme, tables }));
}

async function readBare(): Promise<number> {
  const { book } = await readBook(readFileSync(file), 'facts.xlsx');
  return book?.sheets[0]?.rows.length ?? 0;
}

async function readOther(): Promise<number> {
  const book = await readXlsx(new Uint8Array(readFileSync(file)));
  return book.sheets[0]?.rows.length ?? 0;
}

function termsOf({ facts }: Scheme): Term[] {
  return [...facts.values()].map(({ id, term, also, type, unit, mustBe }) => ({ id, term, also, type, unit: unit.text, mustBe }));
}

function gradesOf(by: Scheme, { dataset, findings }: ReturnType<typeof datasetFrom>): Result {
  if (dataset === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return evaluate(by, dataset);
}
