/**
 * From a file to grades: a CSV of a million rows against DuckDB reading the same file, a workbook of 200 000 × 20 against the bare
 * read of its cells. Each side runs alone in its own process, in turns; grades must be equal by hash. Time: medians of warm rounds, and
 * the first round of a process beside it; memory: the most that a process had which did it once.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCsvFile, writeWorkbookFile } from './factFiles.js';
import type { Answer, Side } from './filesChild.js';
import { median, milliseconds, type Row } from './measure.js';

const seed = 20221231;
/** Until a runtime that compiles while it runs has compiled. */
const uncounted = 2;
const warmRounds = 3;
const turns = 2;

export const csvRow = (rows = 1_000_000): Promise<Row[]> =>
  withFolder(async (folder) => csvRows(join(folder, 'facts.csv'), rows));
export const xlsxRow = (rows = 200_000): Promise<Row[]> =>
  withFolder(async (folder) => xlsxRows(join(folder, 'facts.xlsx'), rows));

async function withFolder(task: (folder: string) => Promise<Row[]>): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'muheng-bench-'));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function csvRows(file: string, rows: number): Promise<Row[]> {
  writeCsvFile(file, rows, seed);
  const megabytes = statSync(file).size / 2 ** 20;
  const ours = await once('csv', file);
  const name = `CSV of ${rows.toLocaleString('en')} rows (${megabytes.toFixed(0)} MB) → graded`;
  const memory: Row = {
    ...{ name: `${name}, memory at most`, ours: inMegabytes(ours.peakMegabytes), theirs: '–', ratio: '–' },
    ...{ reach: '≤ 600 MB', met: ours.peakMegabytes <= 600 },
  };
  const sql = await sqlSides(file);
  if (sql === undefined) return [memory];
  for (const { hash } of sql) if (hash !== ours.hash) throw new Error(`grades from the file differ: ${ours.hash} and ${hash}`);
  console.log(`grades of both from the CSV are equal: ${ours.hash}`);
  const [time, table, view] = await timesOf(file, ['csv', 'csv-table', 'csv-view']);
  const [theirs, form] = table!.warm <= view!.warm ? [table!, 'by way of a table'] : [view!, 'straight from the file'];
  const ratio = theirs.warm / time!.warm;
  return [
    {
      ...{ name: `${name}, ${ours.threads} threads`, ours: inWords(time!) },
      theirs: `DuckDB CSV → SQL ${form}, ${sql[0]!.threads} threads: ${inWords(theirs)}`,
      ...{ ratio: `${ratio.toFixed(2)} × faster`, reach: '≥ 2.5 × faster', met: ratio >= 2.5 },
    },
    { ...memory, theirs: `DuckDB: ${inMegabytes(Math.min(...sql.map((each) => each.peakMegabytes)))}` },
  ];
}

/** Undefined, loudly, where DuckDB is not installed for this machine. */
async function sqlSides(file: string): Promise<readonly Answer[] | undefined> {
  try {
    return [await once('csv-table', file), await once('csv-view', file)];
  } catch (error) {
    console.log(`!! DuckDB cannot be used here, so its row is missing and no grades were compared: ${String(error)}`);
    return undefined;
  }
}

async function xlsxRows(file: string, rows: number): Promise<Row[]> {
  await writeWorkbookFile(file, rows, seed);
  const peak = (await once('xlsx', file)).peakMegabytes;
  const [time, bare, other] = await timesOf(file, ['xlsx', 'xlsx-bare', 'xlsx-other']);
  const ratio = time!.warm / other!.warm;
  const name = `.xlsx of ${rows.toLocaleString('en')} × 20 (${(statSync(file).size / 2 ** 20).toFixed(0)} MB) → graded`;
  return [
    {
      ...{ name: `${name}, ${inMegabytes(peak)} at most`, ours: inWords(time!) },
      theirs: `bare read of its cells by hucre: ${inWords(other!)} (by our own reader: ${milliseconds(bare!.warm)})`,
      ratio: `${ratio.toFixed(2)} × its time (${(time!.warm / bare!.warm).toFixed(2)} ×)`,
      ...{ reach: '≤ 1.3 × its time', met: ratio <= 1.3 },
    },
  ];
}

const inMegabytes = (value: number): string => `${value.toFixed(0)} MB`;

interface Times {
  /** Median of the rounds that count. */
  readonly warm: number;
  /** Median of the first rounds: nothing is compiled yet. */
  readonly first: number;
}

const inWords = ({ warm, first }: Times): string => `${milliseconds(warm)} (the first time ${milliseconds(first)})`;

/** Sides in turns. */
async function timesOf(file: string, sides: readonly Side[]): Promise<Times[]> {
  const rounds = sides.map((): number[][] => []);
  for (let turn = 0; turn < turns; turn++)
    for (const [at, side] of sides.entries()) rounds[at]!.push([...(await childOn(side, file, uncounted + warmRounds)).times]);
  return rounds.map((all) => ({
    warm: median(all.flatMap((times) => times.slice(uncounted))),
    first: median(all.map(([first]) => first!)),
  }));
}

const once = (side: Side, file: string): Promise<Answer> => childOn(side, file, 1);

function childOn(side: Side, file: string, rounds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./filesChild.ts', import.meta.url)), [side, file, String(rounds)]);
    let answer: Answer | undefined;
    child.on('message', (message: Answer) => {
      answer = message;
    });
    child.on('error', reject);
    child.on('exit', (code) => (answer === undefined ? reject(new Error(`${side} ended with ${code}`)) : resolve(answer)));
  });
}
