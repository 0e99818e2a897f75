/**
 * 大的 CSV — bytes → a table by columns, without a text or an object for every cell. Only for plain UTF-8 files; everything else gives
 * undefined and is left to the general reader, so that what is wrong is said in one place and both ways give the same cells.
 */
import type { Finding } from '@muheng/finding';
import { CannotRead } from '../cannotRead.js';
import { neutral } from '../intake/cellReaders.js';
import { nameFindings } from '../intake/read.js';
import type { Limits } from '../limits.js';
import type { Cell, ColumnTable, ColumnUse, NumberCells, TextCells, WordCells } from '../table.js';
import { type ByteSource, linePieces } from './byteSource.js';
import { decoded } from './byteWords.js';
import { parseCsv } from './csv.js';
import { bytesPerRow, type Layout, layoutOf } from './layout.js';
import { NotPlain } from './notPlain.js';
import { joinParts, type OtherReaders, readFront, rowsAt, shareWork } from './parts.js';
import { ownMemory, roomsFor } from './rooms.js';
import { wordsOf } from './sinks.js';
import { Rows, type RowsRead } from './spans.js';
import { PieceTexts } from './textCells.js';

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
  const { source, limits } = from;
  try {
    const layout = layoutOf(from);
    const uses = usesOf(from, layout);
    const capacity = Math.min(
      limits.rows,
      Math.ceil(((source.length - layout.from) / bytesPerRow(source, layout.from)) * 1.1) + 16,
    );
    const rows = new Rows({ uses, split: layout.split, limits }, roomsFor({ uses, capacity }, ownMemory));
    const pieces: RowsRead[] = [];
    let row = 0;
    for (const { bytes, offset } of linePieces(source, { from: layout.from, quotes })) {
      const read = rows.read(bytes, { offset, row, most: limits.rows - row });
      pieces.push(read);
      row = read.to;
    }
    return readOf(from, layout, { rows, pieces });
  } catch (error) {
    if (!(error instanceof NotPlain || error instanceof CannotRead)) throw error;
    return !quotes && error.message === 'quote_open' ? attempt(from, true) : undefined;
  }
}

/** Mostly what a source gives without asking for memory, `readPiece` reads on behind it. */
const usualPiece = (1 << 21) - (1 << 18);

async function readTogether(from: ColumnsToRead, others: OtherReaders): Promise<ColumnsRead | undefined> {
  const { source, limits } = from;
  try {
    const layout = layoutOf(from);
    const work = shareWork(
      {
        ...{ uses: usesOf(from, layout), split: layout.split, limits: { rows: limits.rows, cellText: limits.cellText } },
        ...{ from: layout.from, to: source.length, pieceBytes: source.pieceBytes ?? usualPiece },
      },
      bytesPerRow(source, layout.from),
    );
    const answers = Promise.all(others(work));
    const rows = rowsAt(work);
    const front = settled(() => readFront(rows, work, source));
    const parts = await answers;
    if (front === undefined || !parts.every((part) => part !== undefined)) return undefined;
    return readOf(from, layout, { rows, pieces: joinParts(rows, front, parts) });
  } catch (error) {
    if (error instanceof NotPlain || error instanceof CannotRead) return undefined;
    throw error;
  }
}

/** Undefined for what is not plain. */
function settled<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

const usesOf = ({ uses }: ColumnsToRead, { header }: Layout): readonly ColumnUse[] => {
  const wanted = uses(header);
  return header.map((_, column) => wanted[column] ?? 'none');
};

interface Read {
  readonly rows: Rows;
  readonly pieces: readonly RowsRead[];
}

const readOf = (from: ColumnsToRead, layout: Layout, read: Read): ColumnsRead => ({
  table: new CsvColumns(from, layout, read),
  findings: nameFindings(from.file, 'text'),
});

class CsvColumns implements ColumnTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly firstRow: number;
  readonly rowCount: number;
  private readonly source: ByteSource;
  private readonly delimiter: string;
  private readonly reader: Rows;
  private readonly pieces: readonly RowsRead[];
  private readonly end: number;
  private readonly gone = new Set<number>();
  private last: { readonly row: number; readonly cells: readonly Cell[] } | undefined;

  constructor({ source, file, limits }: ColumnsToRead, { header, delimiter, firstRow }: Layout, { rows, pieces }: Read) {
    this.source = source;
    this.file = file;
    this.header = header;
    this.firstRow = firstRow;
    this.delimiter = delimiter;
    this.reader = rows;
    this.pieces = pieces;
    this.end = pieces[pieces.length - 1]?.to ?? 0;
    let count = this.end;
    while (count > 0 && this.cells(count - 1).every((cell) => cell === null)) count--;
    this.rowCount = count;
    if (count === 0 || this.end > limits.rows || count * header.length > limits.cells) throw new NotPlain('no_rows');
  }

  cell(row: number, column: number): Cell {
    return this.cells(row)[column] ?? null;
  }

  numbers(column: number): NumberCells | undefined {
    const texts = this.wordTexts(column, 'number');
    if (texts === undefined) return undefined;
    const { values, absence } = this.reader.rooms.columns[column]!;
    return {
      ...{ values: values.subarray(0, this.rowCount), absence: absence.subarray(0, this.rowCount) },
      ...this.notedOf(column, texts),
    };
  }

  private notedOf(column: number, texts: readonly string[]): Pick<NumberCells, 'others' | 'within'> {
    const pieces = this.pieces.flatMap(({ from, notes }) => {
      const own = notes[column];
      return own?.kind === 'number' ? [{ from, own }] : [];
    });
    const count = pieces.reduce((sum, { own }) => sum + own.rows.length, 0);
    const rows = new Int32Array(count);
    const codes = new Int32Array(count);
    let at = 0;
    for (const { from, own } of pieces) {
      for (let one = 0; one < own.rows.length; one++) rows[at + one] = from + own.rows[one]!;
      codes.set(own.codes, at);
      at += own.rows.length;
    }
    const least = pieces.reduce((known, { own }) => Math.min(known, own.least), Number.POSITIVE_INFINITY);
    const most = pieces.reduce((known, { own }) => Math.max(known, own.most), Number.NEGATIVE_INFINITY);
    return { others: { rows, codes, texts }, within: [least, most] };
  }

  words(column: number): WordCells | undefined {
    const texts = this.wordTexts(column, 'word');
    return texts === undefined
      ? undefined
      : { codes: this.reader.rooms.columns[column]!.values.subarray(0, this.rowCount), texts };
  }

  /** Undefined for a column of another use, and when its cells have been handed over. */
  private wordTexts(column: number, use: ColumnUse): readonly string[] | undefined {
    const sink = this.reader.sinks[column];
    if (sink === undefined || this.reader.reading.uses[column] !== use || this.gone.has(column)) return undefined;
    this.gone.add(column);
    return wordsOf(sink)?.texts;
  }

  texts(column: number): TextCells | undefined {
    if (this.reader.reading.uses[column] !== 'text') return undefined;
    const pieces = this.pieces.flatMap(({ from, to, notes }) => {
      const own = notes[column];
      return own?.kind === 'text' ? [{ from, to, notes: own }] : [];
    });
    return new PieceTexts(pieces, this.reader.rooms.columns[column]!.firsts.subarray(0, this.rowCount));
  }

  /** The row once more, by the general parser. */
  private cells(row: number): readonly Cell[] {
    if (this.last?.row === row) return this.last.cells;
    const { starts } = this.reader.rooms;
    const text = decoded(this.source.read(starts[row]!, row + 1 < this.end ? starts[row + 1]! : this.source.length));
    let cells: readonly Cell[] = [];
    parseCsv(text, this.delimiter, (fields, record) => {
      if (record === 1) cells = fields.map((field) => (field.trim() === '' ? null : neutral(field)));
    });
    this.last = { row, cells };
    return cells;
  }
}
