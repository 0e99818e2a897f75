/**
 * `npm run bench` — one table: what the engine takes, beside what it is held against in the same run. See README.md beside this.
 * `--rows N` for another size than a million; `--only NAME` for the rows whose name begins so.
 */
import { createHash } from 'node:crypto';
import { cpus, loadavg, totalmem } from 'node:os';
import { evaluate, explainer, prepareWhatIf, type Result, robustness, scoreSubjects } from '@muheng/engine';
import { districtAsRead } from './asRead.js';
import { district } from './district.js';
import { csvRow, xlsxRow } from './files.js';
import { median, medians, milliseconds, type Row, tableOf } from './measure.js';
import { benchScheme } from './scheme.js';

const seed = 20221231;
const scheme = benchScheme();
const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1 || process.argv.length];
const rows = Number(argument('--rows') ?? 1_000_000);
const only = argument('--only') ?? '';

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  evaluate: large,
  whatif,
  robust,
  explain,
  growth,
  csv: () => csvRow(rows),
  xlsx: () => xlsxRow(),
};
const table: Row[] = [];
for (const [name, part] of Object.entries(parts)) if (name.startsWith(only)) table.push(...(await part()));
const [cpu] = cpus();
const machine = `${cpu?.model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB; Node ${process.version}`;
console.log(`\n${machine}; load while it ran ${loadavg()[0]?.toFixed(1)} (1 is this bench itself); seed ${seed}\n`);
console.log(tableOf(table));
process.exitCode = table.every((row) => row.met) ? 0 : 1;

/** A million enterprises against one SQL query and against one sort of as many numbers. */
async function large(): Promise<Row[]> {
  const dataset = await districtAsRead(rows, seed, scheme);
  const result = evaluate(scheme, dataset);
  const numbers = result.total.map((total, row) => (Number.isNaN(total) ? row : total));
  const sql = await openedSql(district(rows, seed));
  if (sql !== undefined) await assertSame(result, sql);
  const queries = sql === undefined ? [] : [() => sql.run(1), () => sql.run()];
  const [ours, sort, ...theirs] = await medians([() => evaluate(scheme, dataset), () => numbers.slice().sort(), ...queries], 7);
  sql?.close();
  const name = `${rows.toLocaleString('en')} enterprises, huangyan-2022 with overrides`;
  const against = (time: number, what: string): string => `${what}: ${milliseconds(time)}`;
  const table = theirs.map((time, at): Row => {
    const threads = at === 0 ? '1 thread' : `${sql?.threads} threads`;
    return {
      ...{ name: `${name}, ${at === 0 ? 'one thread each' : 'one thread'}`, ours: milliseconds(ours!) },
      ...{ theirs: against(time, `DuckDB SQL, ${threads}`), ratio: `${(time / ours!).toFixed(2)} × faster` },
      ...{ reach: '≥ 4 × faster', met: time / ours! >= 4 },
    };
  });
  table.push({
    ...{ name, ours: milliseconds(ours!), theirs: against(sort!, `Float64Array.sort of ${rows.toLocaleString('en')}`) },
    ...{ ratio: `${(ours! / sort!).toFixed(2)} × its time`, reach: '≤ 2.0 × its time', met: ours! / sort! <= 2 },
  });
  return table;
}

/** Undefined, loudly, where DuckDB is not installed for this machine. */
async function openedSql(dataset: ReturnType<typeof district>) {
  try {
    const { openSql } = await import('./duckdb.js');
    return await openSql(dataset);
  } catch (error) {
    console.log(`!! DuckDB cannot be used here, so its row is missing and no grades were compared: ${String(error)}`);
    return undefined;
  }
}

async function assertSame(result: Result, sql: NonNullable<Awaited<ReturnType<typeof openedSql>>>): Promise<void> {
  await sql.run();
  const answer = await sql.answer(result.subjects.length);
  const ours = hashOf([result.total, result.rank, result.computedGrade, result.grade]);
  const theirs = hashOf([answer.total, answer.rank, answer.computed, answer.grade]);
  if (ours !== theirs) throw new Error(`totals, ranks or grades differ: ${ours} and ${theirs}`);
  console.log(`totals, ranks, computed and final grades of both are equal: ${ours}`);
}

function hashOf(columns: readonly (Float64Array | Int16Array)[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.digest('hex').slice(0, 16);
}

/** Other weights for the indicators: scores are kept, only totals, cuts and rules run; ranks would be made when read. */
async function whatif(): Promise<Row[]> {
  const table: Row[] = [];
  for (const [size, most] of [
    [10_000, 0.5],
    [200_000, 8],
  ] as const) {
    const dataset = district(size, seed);
    const prepared = prepareWhatIf(scoreSubjects(scheme, dataset));
    const weights = (share: number) => new Map([['tax_per_mu', 30 * share]]);
    let turn = 0;
    const many = size < 100_000 ? 200 : 20;
    const some = (): void => {
      for (let at = 0; at < many; at++) prepared.gradeWithWeights(weights(1 + (turn++ % 10) / 20));
    };
    const [loop, full] = await medians([some, () => evaluate(scheme, dataset)], 7);
    const once = loop! / many;
    const name = `weights-only what-if, ${size.toLocaleString('en')} enterprises`;
    const ratio = `${(full! / once).toFixed(1)} × faster`;
    const reach = size < 100_000 ? `< ${most} ms and ≥ 10 ×` : `< ${most} ms`;
    const met = once < most && (size >= 100_000 || full! / once >= 10);
    table.push({ name, ours: milliseconds(once), theirs: `full run: ${milliseconds(full!)}`, ratio, reach, met });
  }
  return table;
}

async function robust(): Promise<Row[]> {
  const dataset = district(10_000, seed);
  const task = { scheme, dataset, seed, draws: 1000, weights: { over: 1, under: 10 }, facts: new Map<string, never>() };
  const [draws, full] = await medians(
    [() => robustness(task), () => Array.from({ length: 10 }, () => evaluate(scheme, dataset))],
    5,
  );
  const whole = (full! / 10) * 1000;
  return [
    {
      ...{ name: '1 000-draw robustness of weights, 10,000 enterprises', ours: milliseconds(draws!) },
      ...{ theirs: `1 000 full runs: ${milliseconds(whole)}`, ratio: `${(whole / draws!).toFixed(1)} × faster` },
      ...{ reach: '≥ 20 × faster', met: whole / draws! >= 20 },
    },
  ];
}

/** Structured, for the auditor, of subjects all over a district of 10 000; not printed. */
async function explain(): Promise<Row[]> {
  const dataset = district(10_000, seed);
  const explanationOf = explainer({ scheme, dataset, result: evaluate(scheme, dataset) });
  const all = (): void => {
    for (const subject of dataset.subjects) explanationOf(subject, 'auditor');
  };
  const [time] = await medians([all], 5);
  const each = (time! / dataset.subjects.length) * 1000;
  return [
    {
      ...{ name: 'one explanation, structured', ours: `${each.toFixed(1)} µs`, theirs: '–', ratio: '–' },
      ...{ reach: '< 10 µs', met: each < 10 },
    },
  ];
}

/** Time for each row at four sizes, over the least of them. */
async function growth(): Promise<Row[]> {
  const times: { size: number; each: number }[] = [];
  for (const size of [10_000, 100_000, 1_000_000, 5_000_000]) {
    const dataset = await districtAsRead(size, seed, scheme);
    const several = Math.max(1, 1_000_000 / size);
    const once = (): void => {
      for (let at = 0; at < several; at++) evaluate(scheme, dataset);
    };
    const [time] = await medians([once], 5);
    times.push({ size, each: (time! / several / size) * 1e6 });
  }
  const each = times.map((time) => time.each);
  const ratio = Math.max(...each) / Math.min(...each);
  const shown = times.map(({ size, each }) => `${size.toLocaleString('en')}: ${each.toFixed(0)} ns`).join(', ');
  return [
    {
      ...{ name: 'growth, time for each row', ours: shown, theirs: `median ${median(each).toFixed(0)} ns` },
      ...{ ratio: `${ratio.toFixed(2)} × most over least`, reach: '≤ 1.5 ×', met: ratio <= 1.5 },
    },
  ];
}
