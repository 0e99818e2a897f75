/**
 * `npx tsx tools/seed/seed.ts --seed 7 --size 1200 --out <folder> [--dirt none|real] [--format files|csv]` — an invented district as its
 * departments would deliver it: a folder a department, `truth/` beside them and the answer key. From 100 000 on only `--format csv`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Delivery, type DirtLevel, deliver } from './deliver.js';
import { makeDistrict } from './district.js';
import { streamDelivery } from './stream.js';
import type { Truth } from './truth.js';
import { truthTables } from './truthTables.js';

interface Options {
  readonly seed: number;
  readonly size: number;
  readonly out: string;
  readonly dirt: DirtLevel;
  readonly format: 'files' | 'csv';
}

const usage = 'usage: seed --seed <whole number> --size <whole number> --out <folder> [--dirt none|real] [--format files|csv]';
const largestInFiles = 99_999;

await run(process.argv.slice(2));

async function run(words: string[]): Promise<void> {
  const options = parseOptions(words);
  if (typeof options === 'string') {
    console.error(`${options}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { dirt, format, out, seed, size } = options;
  if (format === 'csv') {
    const { files, planted, rows } = await streamDelivery({ seed, size, folder: out, dirt });
    console.log(
      `seed ${seed}, ${size} enterprises: ${files} CSV files, ${rows} rows, ${planted} pieces of dirt, in ${out}; peak memory ${peakMegabytes()} MB`,
    );
    return;
  }
  const truth = makeDistrict({ seed, size });
  const delivery = await deliver(truth, { dirt });
  save(out, truth, delivery);
  console.log(
    `seed ${seed}, ${truth.district.name}, ${size} enterprises: ${delivery.files.length} files, ${delivery.key.entries.length} pieces of dirt, in ${out}`,
  );
}

/** Of the whole process so far; Node counts it in kilobytes. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function save(out: string, truth: Truth, delivery: Delivery): void {
  const put = (path: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  };
  for (const { bytes, path } of delivery.files) put(path, bytes);
  put('.muhengignore', 'truth\nanswer-key.json\n');
  put('answer-key.json', JSON.stringify(delivery.key));
  for (const table of truthTables)
    put(`truth/${table.name}.csv`, `\ufeff${[table.header, ...truth.blocks.flatMap(table.linesOf)].join('\r\n')}\r\n`);
}

/** The options, or what is wrong with them. */
function parseOptions(words: string[]): Options | string {
  const text = { type: 'string' } as const;
  let values: Partial<Record<'seed' | 'size' | 'out' | 'dirt' | 'format', string>>;
  try {
    values = parseArgs({ args: words, options: { seed: text, size: text, out: text, dirt: text, format: text } }).values;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown option';
  }
  const [seed, size] = [Number(values.seed ?? 7), Number(values.size ?? 1200)];
  const { dirt = 'real', format = 'files', out } = values;
  if (out === undefined) return '--out is missing';
  if (!Number.isSafeInteger(seed) || seed < 0) return `--seed ${values.seed} is no whole number`;
  if (!Number.isSafeInteger(size) || size < 1 || size > 5_000_000) return `--size ${values.size} is not between 1 and 5000000`;
  if (dirt !== 'none' && dirt !== 'real') return `--dirt ${dirt} is neither none nor real`;
  if (format !== 'files' && format !== 'csv') return `--format ${format} is neither files nor csv`;
  if (format === 'files' && size > largestInFiles) return `${size} enterprises do not fit in workbooks: use --format csv`;
  return { seed, size, out, dirt, format };
}
