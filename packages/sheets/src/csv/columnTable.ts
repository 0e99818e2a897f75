/**
 * 大的 CSV — bytes → a table by columns, without a text or an object for every cell. Only for plain UTF-8 files; everything else gives
 * undefined and is left to the general reader, so that what is wrong is said in one place and both ways give the same cells.
 */
import type { Finding } from '@muheng/finding';
import { CannotRead } from '../cannotRead.js';
import { vocabularyOf } from '../columns/vocabulary.js';
import { neutral } from '../intake/cellReaders.js';
import { nameFindings } from '../intake/read.js';
import type { Limits } from '../limits.js';
import { sniff } from '../sniff/sniff.js';
import { findHeader, withoutComments } from '../table/header.js';
import type { Cell, ColumnTable, ColumnUse, NumberCells, TextCells, WordCells } from '../table.js';
import { type ByteSource, linePieces } from './byteSource.js';
import { decoded } from './byteWords.js';
import { parseCsv, readCsvBook } from './csv.js';
import { findMojibake } from './mojibake.js';
import { NotPlain } from './notPlain.js';
import { joinParts, type OtherReaders, type PartWork, piecesOf, readPiece, takeFront } from './parts.js';
import { type ColumnSink, NumberSink, sinkFor, useOf, WordSink } from './sinks.js';
import { Rows } from './spans.js';
import { TextSink } from './textSink.js';

export interface ColumnsRead {
  readonly table: ColumnTable;
  readonly findings: readonly Finding[];
}

export interface ColumnsToRead {
  readonly source: ByteSource;
  readonly file: string;
  readonly limits: Limits;
  readonly uses: (header: readonly string[]) => readonly ColumnUse[];
}

/** `others`: threads that read parts of the same source; what comes out is the same. */
export async function readCsvColumns(from: ColumnsToRead, others?: OtherReaders): Promise<ColumnsRead | undefined> {
  return (others === undefined ? undefined : await readTogether(from, others)) ?? attempt(from, false);
}

/** `quotes`: cells in quotes may hold line ends; looking out for them takes longer, so it is left to a second attempt. */
function attempt(from: ColumnsToRead, quotes: boolean): ColumnsRead | undefined {
  try {
    const layout = layoutOf(from);
    const rows = rowsFor(from, layout);
    for (const piece of linePieces(from.source, { from: layout.from, quotes })) rows.read(piece.bytes, piece.offset);
    return readOf(from, layout, rows);
  } catch (error) {
    if (!(error instanceof NotPlain || error instanceof CannotRead)) throw error;
    return !quotes && error.message === 'quote_open' ? attempt(from, true) : undefined;
  }
}

/** Mostly what a source gives without asking for memory, `readPiece` reads on behind it. */
const usualPiece = (1 << 21) - (1 << 18);
/** Each thread makes room for more than its share at first: only what is written to takes memory. */
const share = 0.75;

async function readTogether(from: ColumnsToRead, others: OtherReaders): Promise<ColumnsRead | undefined> {
  const { source, limits } = from;
  try {
    const layout = layoutOf(from);
    const rows = rowsFor(from, layout);
    const work: PartWork = {
      ...{ uses: rows.sinks.map(useOf), split: layout.delimiter.charCodeAt(0), room: Math.ceil(rows.starts.length * share) },
      ...{ limits: { rows: limits.rows, cellText: limits.cellText }, from: layout.from, to: source.length },
      ...{ pieceBytes: source.pieceBytes ?? usualPiece, taken: new Int32Array(new SharedArrayBuffer(8)) },
    };
    const answers = Promise.all(others(work));
    const isWhole = readFront(rows, { source, work });
    const parts = await answers;
    if (!isWhole || !parts.every((part) => part !== undefined)) return undefined;
    joinParts(rows, parts);
    return readOf(from, layout, rows);
  } catch (error) {
    if (error instanceof NotPlain || error instanceof CannotRead) return undefined;
    throw error;
  }
}

/** False when something is not plain; then nothing is left for the others to begin with. */
function readFront(rows: Rows, { source, work }: { readonly source: ByteSource; readonly work: PartWork }): boolean {
  try {
    let done = 0;
    for (let piece = takeFront(work, done); piece >= 0; piece = takeFront(work, done)) {
      readPiece(rows, { source, work, piece });
      done++;
    }
    return true;
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    Atomics.store(work.taken, 0, piecesOf(work));
    return false;
  }
}

/** Without rows as yet. */
function rowsFor({ source, limits, uses }: ColumnsToRead, { header, delimiter, from }: Layout): Rows {
  const split = delimiter.charCodeAt(0);
  const wanted = uses(header);
  const sinks = header.map((_, column) => sinkFor(wanted[column] ?? 'none', split));
  const rows = new Rows(sinks, split, limits);
  rows.makeRoom(Math.ceil(((source.length - from) / bytesPerRow(source, from)) * 1.1) + 16);
  return rows;
}

const readOf = (from: ColumnsToRead, layout: Layout, rows: Rows): ColumnsRead => ({
  table: new CsvColumns(from, layout, rows),
  findings: nameFindings(from.file, 'text'),
});

interface Layout {
  readonly header: readonly string[];
  readonly delimiter: string;
  /** Row of the file in which the data begin, and the byte. */
  readonly firstRow: number;
  readonly from: number;
}

/** More than `findHeader` and the search for the delimiter look at. */
const headBytes = 1 << 18;
const headRows = 100;
/** As many characters as the search for wrong decoding looks at. */
const garbledWithin = 400_000;
/** Rows whose width `raggedRows` takes for the widest. */
const widthFrom = 10;
const lineFeed = 10;
const quote = 34;

function layoutOf({ source, file, limits }: ColumnsToRead): Layout {
  const bytes = source.read(0, Math.min(source.length, garbledWithin * 3 + 3));
  if (source.length > limits.plainBytes || sniff(bytes, limits).kind !== 'text' || bytes.includes(0))
    throw new NotPlain('no_text');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new NotPlain('utf16');
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (findMojibake(textOfHead(bytes, begin)) !== undefined) throw new NotPlain('garbled');
  const whole = source.length <= headBytes;
  const end = whole ? source.length : bytes.lastIndexOf(lineFeed, headBytes) + 1;
  const { book, delimiter, findings } = readCsvBook(decoded(bytes.subarray(begin, end)), file, limits);
  const all = book.sheets[0]?.rows ?? [];
  const rows = withoutComments(all);
  const header = findHeader({ ...book.sheets[0]!, rows }, vocabularyOf([]));
  const above = header === undefined ? undefined : rows[header.dataFrom - 1];
  if (header === undefined || above === undefined || findings.length > 0 || delimiter.charCodeAt(0) > 127)
    throw new NotPlain('no_plain_header');
  if (!whole && all.length < headRows) throw new NotPlain('long_rows');
  if (all.length - rows.length + header.dataFrom > widthFrom || header.texts.length > widest(all))
    throw new NotPlain('deep_header');
  const from = startOf(bytes, { begin, records: above.row, split: delimiter.charCodeAt(0) });
  return { header: header.texts, delimiter, firstRow: above.row + 1, from };
}

const widest = (rows: readonly { readonly cells: readonly Cell[] }[]): number =>
  Math.max(...rows.slice(0, widthFrom).map(({ cells }) => cells.length));

/** The characters in which wrong decoding is looked for. */
function textOfHead(bytes: Uint8Array, begin: number): string {
  const head = bytes.subarray(begin, begin + garbledWithin * 3);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: true }).slice(0, garbledWithin);
}

/** The byte behind so many records. */
function startOf(
  bytes: Uint8Array,
  { begin, records, split }: { readonly begin: number; readonly records: number; readonly split: number },
): number {
  let at = begin;
  let opening = true;
  for (let left = records; left > 0 && at < bytes.length; at++) {
    const code = bytes[at]!;
    if (opening && code === quote) at = closing(bytes, at);
    else if (code === 13 && bytes[at + 1] !== lineFeed) left--;
    else if (code === lineFeed) left--;
    opening = code === split || code === lineFeed || code === 13;
  }
  return at;
}

function closing(bytes: Uint8Array, open: number): number {
  for (let at = open + 1; at < bytes.length; at++) if (bytes[at] === quote && bytes[++at] !== quote) return at - 1;
  throw new NotPlain('quote_open');
}

class CsvColumns implements ColumnTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly firstRow: number;
  readonly rowCount: number;
  private readonly source: ByteSource;
  private readonly delimiter: string;
  private readonly sinks: readonly ColumnSink[];
  private readonly starts: Uint32Array;
  private last: { readonly row: number; readonly cells: readonly Cell[] } | undefined;

  constructor({ source, file, limits }: ColumnsToRead, { header, delimiter, firstRow }: Layout, rows: Rows) {
    this.source = source;
    this.file = file;
    this.header = header;
    this.firstRow = firstRow;
    this.delimiter = delimiter;
    this.sinks = rows.sinks;
    this.starts = rows.starts.subarray(0, rows.count);
    let count = rows.count;
    while (count > 0 && this.cells(count - 1).every((cell) => cell === null)) count--;
    this.rowCount = count;
    if (count === 0 || count * header.length > limits.cells) throw new NotPlain('no_rows');
    for (const sink of this.sinks) if (sink instanceof TextSink) sink.finish(count);
  }

  cell(row: number, column: number): Cell {
    return this.cells(row)[column] ?? null;
  }

  numbers(column: number): NumberCells | undefined {
    const sink = this.sinks[column];
    return sink instanceof NumberSink ? sink.cells(this.rowCount) : undefined;
  }

  words(column: number): WordCells | undefined {
    const sink = this.sinks[column];
    return sink instanceof WordSink ? sink.cells(this.rowCount) : undefined;
  }

  texts(column: number): TextCells | undefined {
    const sink = this.sinks[column];
    return sink instanceof TextSink ? sink : undefined;
  }

  /** The row once more, by the general parser. */
  private cells(row: number): readonly Cell[] {
    if (this.last?.row === row) return this.last.cells;
    const text = decoded(this.source.read(this.starts[row]!, this.starts[row + 1] ?? this.source.length));
    let cells: readonly Cell[] = [];
    parseCsv(text, this.delimiter, (fields, record) => {
      if (record === 1) cells = fields.map((field) => (field.trim() === '' ? null : neutral(field)));
    });
    this.last = { row, cells };
    return cells;
  }
}

/** About, from the first lines. */
function bytesPerRow(source: ByteSource, from: number): number {
  const sample = source.read(from, Math.min(source.length, from + headBytes));
  let lines = 1;
  for (let at = 0; at < sample.length; at++) if (sample[at] === lineFeed) lines++;
  return Math.max(1, sample.length / lines);
}
