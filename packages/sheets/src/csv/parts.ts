/**
 * 分段读入 — several threads read one file: whoever reads the table takes pieces from the front, others take pieces from the back until
 * none is left. All write into the same memory, where each piece has a stretch of its own: from the front row behind row, from the
 * back at the begin of the stretch, so that at the end rows only move together. A piece begins behind a line feed; where one lies within quotes, the piece before it ends
 * in an open quote and raises, so that pieces that are all read are what one reader would have read.
 */
import { type ByteSource, withLineEnd } from './byteSource.js';
import type { PackedWords } from './byteWords.js';
import { deskBytes, machineFor } from './kernel/machine.js';
import { type Desks, sharedMemory } from './kernel/memory.js';
import { NotPlain } from './notPlain.js';
import { moveRows, partsOf, type Rooms, roomBytes, roomsFor, threadsMemory } from './rooms.js';
import { wordsOf } from './sinks.js';
import { type Reading, Rows, type RowsRead } from './spans.js';

const lineFeed = 10;
/** Longer than a row may be: a piece is read so far beyond its end. */
const beyond = 1 << 17;

/** What a thread is told; can be posted. */
export interface PartWork extends Reading {
  /** The bytes `from` to `to` in pieces of `pieceBytes`. */
  readonly from: number;
  readonly to: number;
  readonly pieceBytes: number;
  /** Shared: how many pieces are taken, how many of them from the back, and how many desks. */
  readonly taken: Int32Array;
  /** Shared: `stretch` rows for each piece. */
  readonly rooms: Rooms;
  readonly stretch: number;
  /** Shared memory for a machine at each thread; undefined where there is none. */
  readonly desks: Desks | undefined;
}

export interface PieceRead extends RowsRead {
  readonly piece: number;
}

/** What a thread has read; can be posted. */
export interface PartRead {
  /** In the order they were taken. */
  readonly pieces: readonly PieceRead[];
  /** What the codes in its rows and notes mean, by column. */
  readonly words: readonly (PackedWords | undefined)[];
}

/** What need not be copied when a part is posted. */
export const buffersOf = ({ pieces }: PartRead): ArrayBuffer[] =>
  pieces
    .flatMap(({ notes }) => notes.flatMap((each) => (each.kind === 'text' ? [each.bytes.buffer] : [])))
    .filter((buffer) => buffer instanceof ArrayBuffer);

/** 分读 — other threads. Each answers what it read, undefined when something in it is not plain or the thread cannot work. */
export type OtherReaders = (work: PartWork) => readonly Promise<PartRead | undefined>[];

/** How much longer a stretch is than rows of the usual length need: the less, the less memory is written to twice. */
const spare = 1.12;

/** Desks that are made: memory of those that nobody takes is never touched. */
const mostDesks = 4;

/** `rowBytes`: about how long a row is. Only what is written to takes memory. */
export function shareWork(of: Omit<PartWork, 'taken' | 'rooms' | 'stretch' | 'desks'>, rowBytes: number): PartWork {
  const stretch = Math.ceil((of.pieceBytes / rowBytes) * spare) + 64;
  const wanted = { uses: of.uses, capacity: stretch * piecesOf(of) };
  const taken = new Int32Array(new SharedArrayBuffer(12));
  const from = roomBytes(wanted);
  const bytes = deskBytes(of.uses.length, atOnce(of));
  const memory = sharedMemory(from + bytes * mostDesks);
  return {
    ...{ ...of, taken, stretch },
    rooms: roomsFor(wanted, memory === undefined ? threadsMemory : partsOf(memory.buffer)),
    desks: memory === undefined ? undefined : { memory, from, bytes, count: mostDesks },
  };
}

/** What a thread reads with: a machine, where there is memory for one. */
export function rowsAt(work: PartWork): Rows {
  const rows = new Rows(work, work.rooms);
  const { desks } = work;
  const desk = desks === undefined ? 0 : Atomics.add(work.taken, 2, 1);
  if (desks !== undefined && desk < desks.count)
    rows.machine = machineFor(rows, {
      ...{ memory: desks.memory, from: desks.from + desk * desks.bytes, pieceBytes: atOnce(work) },
    });
  return rows;
}

/** Bytes of a piece, of the row that goes on behind it, and a few. */
const atOnce = ({ pieceBytes }: Pick<PartWork, 'pieceBytes'>): number => pieceBytes + beyond + 64;

const piecesOf = ({ from, to, pieceBytes }: Pick<PartWork, 'from' | 'to' | 'pieceBytes'>): number =>
  Math.ceil((to - from) / pieceBytes);

/** All pieces that nobody has taken yet, from the front. Raises NotPlain; then nothing is left for the others to begin with. */
export function readFront(rows: Rows, work: PartWork, source: ByteSource): readonly PieceRead[] {
  try {
    const pieces: PieceRead[] = [];
    let row = 0;
    while (Atomics.add(work.taken, 0, 1) < piecesOf(work)) {
      const piece = pieces.length;
      const read = readPiece(rows, work, { source, piece, row, most: (piece + 1) * work.stretch - row });
      pieces.push(read);
      row = read.to;
    }
    return pieces;
  } catch (error) {
    leaveRest(work);
    throw error;
  }
}

/** Nobody begins with another piece. */
export const leaveRest = (work: PartWork): void => void Atomics.store(work.taken, 0, piecesOf(work));

/** The task of another thread: all pieces that nobody has taken yet, from the back. */
export function readPart(work: PartWork, source: ByteSource): PartRead | undefined {
  try {
    const rows = rowsAt(work);
    const pieces: PieceRead[] = [];
    while (Atomics.add(work.taken, 0, 1) < piecesOf(work)) {
      const piece = piecesOf(work) - 1 - Atomics.add(work.taken, 1, 1);
      pieces.push(readPiece(rows, work, { source, piece, row: piece * work.stretch, most: work.stretch }));
    }
    return { pieces, words: rows.sinks.map((sink) => wordsOf(sink)?.packed()) };
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    leaveRest(work);
    return undefined;
  }
}

interface PieceToRead {
  readonly source: ByteSource;
  readonly piece: number;
  /** The first of its rows becomes this one, and there is room for so many. */
  readonly row: number;
  readonly most: number;
}

/** The rows that begin within the piece. Raises NotPlain. */
function readPiece(rows: Rows, work: PartWork, { source, piece, row, most }: PieceToRead): PieceRead {
  const isFirst = piece === 0;
  const begin = work.from + piece * work.pieceBytes - (isFirst ? 0 : 1);
  const nominal = Math.min(work.to, work.from + (piece + 1) * work.pieceBytes);
  const bytes = source.read(begin, Math.min(work.to, nominal + beyond), rows.machine?.input);
  if (bytes.length < nominal - begin) throw new NotPlain('file_changed');
  const start = isFirst ? 0 : bytes.indexOf(lineFeed) + 1;
  const isWithin = !isFirst && (start === 0 || start > nominal - begin);
  if (isWithin && start === 0 && begin + bytes.length < work.to) throw new NotPlain('line_long');
  const end = nominal === work.to ? bytes.length : bytes.indexOf(lineFeed, nominal - begin - 1) + 1;
  if (end === 0 && begin + bytes.length < work.to) throw new NotPlain('line_long');
  const whole = isWithin ? bytes.subarray(0, 0) : end === 0 ? bytes.subarray(start) : bytes.subarray(start, end);
  const lines = whole.length === 0 || whole[whole.length - 1] === lineFeed ? whole : withLineEnd(whole);
  return { piece, ...rows.read(lines, { offset: begin + start, row, most }) };
}

/** All that was read as the rows of one table, in the order of the file. Raises NotPlain. */
export function joinParts(rows: Rows, front: readonly PieceRead[], parts: readonly PartRead[]): readonly PieceRead[] {
  const own = rows.sinks.map(wordsOf);
  const joined = [...front];
  let at = front[front.length - 1]?.to ?? 0;
  const later = parts.flatMap(({ pieces, words }) => {
    const codes = words.map((packed, column) => (packed === undefined ? undefined : own[column]!.codesOf(packed)));
    return pieces.map((piece) => ({ piece, codes }));
  });
  for (const { piece, codes } of later.sort((a, b) => a.piece.piece - b.piece.piece)) {
    const { from, to } = piece;
    moveRows(rows.rooms, { from, to, at });
    const notes = piece.notes.map((each, column) => {
      const renumbered = codes[column];
      if (renumbered === undefined || isSame(renumbered)) return each;
      if (each.kind === 'number') return { ...each, codes: each.codes.map((code) => renumbered[code]!) };
      renumber(rows.rooms.columns[column]!.values.subarray(at, at + to - from), renumbered);
      return each;
    });
    joined.push({ piece: piece.piece, from: at, to: at + to - from, notes });
    at += to - from;
  }
  return joined;
}

const isSame = (codes: Int32Array): boolean => codes.every((code, at) => code === at);

function renumber(values: Float64Array, codes: Int32Array): void {
  for (let row = 0; row < values.length; row++) values[row] = codes[values[row]!]!;
}
