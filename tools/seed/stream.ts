/**
 * A large district as CSV: one block is made, written into every ledger, its truth and its part of the answer key written too, and
 * forgotten. Memory does not grow with the size.
 */

import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { entriesOfLine, entryOfColumn, entryOfDropped, type KeyEntry } from './answerKey.js';
import type { DirtLevel } from './deliver.js';
import { departmentCsvFiles, pathOf } from './departments/all.js';
import { blocksOf, type Wish } from './district.js';
import { type Pen, penFor } from './pen.js';
import { districtOf } from './places.js';
import { csvBytes, csvLine } from './render/csv.js';
import type { FileSpec, Line } from './table.js';
import { truthTables } from './truthTables.js';

export interface StreamWish extends Wish {
  readonly folder: string;
  readonly dirt: DirtLevel;
}

export interface Streamed {
  readonly files: number;
  readonly rows: number;
  readonly planted: number;
}

interface OpenFile {
  readonly file: FileSpec;
  readonly pen: Pen;
  readonly stream: WriteStream;
  row: number;
  dropped: number;
}

export async function streamDelivery(wish: StreamWish): Promise<Streamed> {
  const open = departmentCsvFiles.map((file) => openFile(file, wish));
  const truth = truthTables.map((table) => ({ table, stream: openStream(join(wish.folder, 'truth', `${table.name}.csv`)) }));
  const key = openStream(join(wish.folder, 'answer-key.jsonl'));
  let planted = 0;
  const keep = async (entries: readonly KeyEntry[]): Promise<void> => {
    planted += entries.length;
    await put(key, entries.map((one) => `${JSON.stringify(one)}\n`).join(''));
  };
  for (const { stream, table } of truth) await put(stream, csvBytes(`${table.header}\r\n`, 'csv_utf8_bom', true));
  for (const one of open) {
    await keep(await write(one, one.pen.head()));
  }
  for (const block of blocksOf(wish)) {
    for (const one of open) await keep(await write(one, one.pen.take(block)));
    for (const { stream, table } of truth)
      await put(
        stream,
        table
          .linesOf(block)
          .map((line) => `${line}\r\n`)
          .join(''),
      );
  }
  for (const one of open) {
    await keep(await write(one, one.pen.tail()));
    await keep(one.pen.sheetPlants().map(({ column, plant }) => entryOfColumn(placeOf(one), plant, column)));
  }
  await Promise.all([...open, ...truth, { stream: key }].map(({ stream }) => close(stream)));
  return { files: open.length, rows: open.reduce((sum, one) => sum + one.row, 0), planted };
}

function openFile(file: FileSpec, { dirt, folder, seed }: StreamWish): OpenFile {
  const path = pathOf(file);
  const pen = penFor({
    spec: file.sheets[0]!,
    format: file.format,
    path,
    seed,
    district: districtOf(seed),
    dirty: dirt === 'real',
    date1904: false,
  });
  return { file, pen, stream: openStream(join(folder, path)), row: 0, dropped: 0 };
}

const placeOf = ({ file }: OpenFile): { file: string; spec: FileSpec['sheets'][number] } => ({
  file: pathOf(file),
  spec: file.sheets[0]!,
});

/** Writes lines, gives what was planted in them and what was left out since the last call. */
async function write(one: OpenFile, lines: readonly Line[]): Promise<KeyEntry[]> {
  const place = placeOf(one);
  const entries = lines.flatMap((line, i) => entriesOfLine(place, line, one.row + i + 1));
  const dropped = one.pen.dropped.splice(0).map(({ code, subject }) => entryOfDropped(place, subject, code));
  const first = one.row === 0;
  one.row += lines.length;
  if (lines.length > 0) await put(one.stream, csvBytes(lines.map(csvLine).join(''), one.file.format, first));
  return [...dropped, ...entries];
}

function openStream(path: string): WriteStream {
  mkdirSync(dirname(path), { recursive: true });
  return createWriteStream(path);
}

async function put(stream: WriteStream, bytes: Buffer | string): Promise<void> {
  if (bytes.length > 0 && !stream.write(bytes)) await once(stream, 'drain');
}

async function close(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, 'close');
}
