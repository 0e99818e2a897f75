/**
 * 分段读入 — several threads read one file: whoever reads the table takes pieces from the front, others take pieces from the back until
 * none is left. A piece begins behind a line feed; where one lies within quotes, the piece before it ends in an open quote and raises,
 * so that pieces that are all read are what one reader would have read.
 */
import type { Limits } from '../limits.js';
import type { ColumnUse } from '../table.js';
import { type ByteSource, withLineEnd } from './byteSource.js';
import { NotPlain } from './notPlain.js';
import type { SinkPart } from './sink.js';
import { sinkFor } from './sinks.js';
import { Rows } from './spans.js';

/** What a thread is told; can be posted. */
export interface PartWork {
  readonly uses: readonly ColumnUse[];
  readonly split: number;
  readonly limits: Pick<Limits, 'rows' | 'cellText'>;
  /** Rows that a thread makes room for at first. */
  readonly room: number;
  /** The bytes `from` to `to` in pieces of `pieceBytes`. */
  readonly from: number;
  readonly to: number;
  readonly pieceBytes: number;
  /** Shared: how many pieces are taken, and how many of them from the back. */
  readonly taken: Int32Array;
}

/** What a thread has read; can be posted, `buffersOf` handed over. */
export interface PartRead {
  readonly columns: readonly SinkPart[];
  readonly starts: Uint32Array;
  /** Last piece of the file first. */
  readonly pieces: readonly PieceRead[];
}

interface PieceRead {
  readonly piece: number;
  /** Rows of the part. */
  readonly from: number;
  readonly to: number;
  /** Bytes in the sinks before and behind it. */
  readonly before: readonly number[];
  readonly behind: readonly number[];
}

/** 分读 — other threads. Each answers what it read, undefined when something in it is not plain or the thread cannot work. */
export type OtherReaders = (work: PartWork) => readonly Promise<PartRead | undefined>[];

export const piecesOf = ({ from, to, pieceBytes }: PartWork): number => Math.ceil((to - from) / pieceBytes);

/** The next piece from the front, while some are left: `done` are taken from there already. −1 = none. */
export const takeFront = (work: PartWork, done: number): number => (Atomics.add(work.taken, 0, 1) < piecesOf(work) ? done : -1);

function takeBack(work: PartWork): number {
  const count = piecesOf(work);
  return Atomics.add(work.taken, 0, 1) < count ? count - 1 - Atomics.add(work.taken, 1, 1) : -1;
}

/** The task of a thread. */
export function readPart(work: PartWork, source: ByteSource): PartRead | undefined {
  try {
    const sinks = work.uses.map((use) => sinkFor(use, work.split));
    const rows = new Rows(sinks, work.split, work.limits);
    rows.makeRoom(work.room);
    const pieces: PieceRead[] = [];
    for (let piece = takeBack(work); piece >= 0; piece = takeBack(work)) {
      const from = rows.count;
      const before = sinks.map((sink) => sink.length);
      readPiece(rows, { source, work, piece });
      pieces.push({ piece, from, to: rows.count, before, behind: sinks.map((sink) => sink.length) });
    }
    return { columns: sinks.map((sink) => sink.part(rows.count)), starts: rows.starts.subarray(0, rows.count), pieces };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** What need not be copied when a part is posted. */
export function buffersOf({ columns, starts }: PartRead): ArrayBuffer[] {
  const buffers = columns.flatMap((column) => {
    if (column.kind === 'none') return [];
    if (column.kind === 'text') return [column.bytes.buffer];
    return column.kind === 'word' ? [column.codes.buffer] : [column.values.buffer, column.absence.buffer];
  });
  return [starts.buffer, ...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}

const lineFeed = 10;
/** Longer than a row may be: a piece is read so far beyond its end. */
const beyond = 1 << 17;

/** The rows that begin within the piece. Raises NotPlain. */
export function readPiece(
  rows: Rows,
  { source, work, piece }: { readonly source: ByteSource; readonly work: PartWork; readonly piece: number },
): void {
  const isFirst = piece === 0;
  const begin = work.from + piece * work.pieceBytes - (isFirst ? 0 : 1);
  const nominal = Math.min(work.to, work.from + (piece + 1) * work.pieceBytes);
  const bytes = source.read(begin, Math.min(work.to, nominal + beyond));
  if (bytes.length < nominal - begin) throw new NotPlain('file_changed');
  const start = isFirst ? 0 : bytes.indexOf(lineFeed) + 1;
  if (!isFirst && (start === 0 || start > nominal - begin)) {
    if (start === 0 && begin + bytes.length < work.to) throw new NotPlain('line_long');
    return;
  }
  const isLast = nominal === work.to;
  const end = isLast ? bytes.length : bytes.indexOf(lineFeed, nominal - begin - 1) + 1;
  if (end === 0 && begin + bytes.length < work.to) throw new NotPlain('line_long');
  const whole = end === 0 ? bytes.subarray(start) : bytes.subarray(start, end);
  if (whole.length > 0) rows.read(whole[whole.length - 1] === lineFeed ? whole : withLineEnd(whole), begin + start);
}

/** All that others have read, behind the rows that are there, in the order of the file. Raises NotPlain. */
export function joinParts(rows: Rows, parts: readonly PartRead[]): void {
  const added = parts.reduce((sum, { starts }) => sum + starts.length, 0);
  rows.roomFor(rows.count + added);
  const pieces = parts
    .flatMap((part) => {
      const joins = rows.sinks.map((sink, column) => sink.join(part.columns[column] ?? { kind: 'none' }));
      return part.pieces.map((piece) => ({ piece, joins, starts: part.starts }));
    })
    .sort((a, b) => a.piece.piece - b.piece.piece);
  for (const { piece, joins, starts } of pieces) {
    const { from, to, before, behind } = piece;
    const at = rows.count;
    for (const [column, join] of joins.entries())
      join({ from, to, bytesFrom: before[column] ?? 0, bytesTo: behind[column] ?? 0, at });
    rows.starts.set(starts.subarray(from, to), at);
    rows.count += to - from;
  }
}
