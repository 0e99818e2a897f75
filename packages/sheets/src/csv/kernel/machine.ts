/** 机器 — the program of program.ts at the desk of one thread, with the thread's sinks for whatever is hard. */
import { carriageReturn } from '../sink.js';
import { NumberSink, WordSink } from '../sinks.js';
import type { Place, Rows } from '../spans.js';
import { TextSink } from '../textSink.js';
import {
  blockBytes,
  column as field,
  HARD,
  NONE,
  NUMBER,
  numberBytes,
  head as of,
  singlesFrom,
  TEXT,
  WORD,
  windowBytes,
  wordBytes,
  wordHash,
  wordHashShift,
  wordPlaceBytes,
  wordPlaces,
} from './layout.js';
import { aligned, type MachineMemory, type Run, webAssembly } from './memory.js';
import { constantBytes, programBytes } from './program.js';

const shuffleBytes = (numberBytes + 1) * windowBytes * windowBytes;
const powerBytes = 16 * 8;
const tableBytes = singlesFrom + 256 * 8;
/** Text of a piece, a line feed more for each row, a window behind it. */
const textBytes = (pieceBytes: number): number => aligned(2 * pieceBytes + 2 * windowBytes);

/** The head, a block for each column and one beyond, constants. */
const headBytes = (columns: number): number => aligned((columns + 2) * blockBytes + constantBytes().length);

/** What a thread needs for so many columns and bytes at once. */
export const deskBytes = (columns: number, pieceBytes: number): number =>
  headBytes(columns) +
  shuffleBytes +
  powerBytes +
  aligned(pieceBytes + 2 * windowBytes) +
  columns * Math.max(tableBytes, textBytes(pieceBytes));

export interface Desk {
  readonly memory: MachineMemory;
  readonly from: number;
  /** At once. */
  readonly pieceBytes: number;
}

/** Once: what a runtime learns of the program while it runs is not lost. `none`: it cannot, or may not, run such programs. */
let compiled: object | 'none' | undefined;

function program(): object | 'none' {
  if (webAssembly === undefined) return 'none';
  try {
    return new webAssembly.Module(programBytes());
  } catch {
    return 'none';
  }
}

/** Nothing where a runtime cannot run the program: then the rows are scanned as they are without it. */
export function machineFor(rows: Rows, desk: Desk): Machine | undefined {
  compiled ??= program();
  return compiled === 'none' ? undefined : new Machine(rows, desk);
}

class Machine {
  private readonly head: DataView;
  /** Bytes that are read to here need not be copied. */
  readonly input: Uint8Array;
  /** What is being scanned. */
  private piece: Uint8Array;
  private run: Run | undefined;
  private taken: number;

  constructor(
    private readonly rows: Rows,
    private readonly desk: Desk,
  ) {
    const { sinks } = rows;
    const { memory, from, pieceBytes } = desk;
    this.taken = from;
    const bytes = headBytes(sinks.length);
    this.head = new DataView(memory.buffer, this.take(bytes), bytes);
    new Uint8Array(memory.buffer, from + (sinks.length + 2) * blockBytes).set(constantBytes());
    this.head.setInt32(of.shuffles, this.shuffles(), true);
    this.head.setInt32(of.powers, this.powers(), true);
    this.input = new Uint8Array(memory.buffer, this.take(pieceBytes + 2 * windowBytes), pieceBytes);
    this.piece = this.input;
    this.head.setInt32(of.columns, sinks.length, true);
    this.head.setInt32(of.split, rows.reading.split, true);
    this.head.setInt32(of.mostBytes, rows.reading.limits.cellText, true);
    this.head.setInt32(of.starts, rows.rooms.starts.byteOffset, true);
    for (let column = 0; column <= sinks.length; column++) this.seat(column);
  }

  /** As Rows.scan. */
  scan(bytes: Uint8Array, { offset, row, most }: Place): number {
    this.run ??= this.start();
    const isHere = bytes.buffer === this.input.buffer;
    if (!isHere) this.input.set(bytes);
    this.piece = isHere ? bytes : this.input.subarray(0, bytes.length);
    const at = this.piece.byteOffset;
    this.head.setInt32(of.end, row + most, true);
    this.head.setInt32(of.offset, offset - at, true);
    return this.run(at, at + bytes.length, row, this.head.byteOffset);
  }

  private start(): Run {
    if (webAssembly === undefined || compiled === undefined || compiled === 'none') throw new Error('no program');
    const { rows } = this;
    const outside = {
      memory: this.desk.memory,
      hard: (at: number, row: number, column: number) => {
        const { byteOffset } = this.piece;
        return rows.cell(this.piece, at - byteOffset, { row, column }) + byteOffset;
      },
      blanks: (row: number, column: number) => rows.blanks(row, column),
      refuse: (why: number) => rows.refuse(why === 0 ? 'rows_many' : 'row_long'),
    };
    return new webAssembly.Instance(compiled, { outside }).exports.run;
  }

  private take(bytes: number): number {
    const at = this.taken;
    this.taken += aligned(bytes);
    return at;
  }

  /** The block of a column. */
  private seat(column: number): void {
    const { buffer } = this.desk.memory;
    const block = (column + 1) * blockBytes;
    const put = (offset: number, value: number): void => this.head.setInt32(block + offset, value, true);
    const sink = this.rows.sinks[column];
    const room = this.rows.rooms.columns[column];
    if (sink === undefined || room === undefined) put(field.kind, HARD);
    else if (sink instanceof NumberSink) {
      put(field.kind, NUMBER);
      put(field.values, room.values.byteOffset);
      put(field.absence, room.absence.byteOffset);
      sink.within = new Float64Array(buffer, this.head.byteOffset + block + field.least, 2);
    } else if (sink instanceof WordSink) {
      const table = this.take(tableBytes);
      const places = new DataView(buffer, table, tableBytes);
      for (let place = 0; place < wordPlaces; place++) places.setFloat64(place * wordPlaceBytes + 8, -1, true);
      for (let byte = 0; byte < 256; byte++) places.setFloat64(singlesFrom + byte * 8, -1, true);
      put(field.kind, WORD);
      put(field.values, room.values.byteOffset);
      put(field.known, table);
      sink.learn = (cell, code) => learnWord(places, cell, code);
    } else if (sink instanceof TextSink) {
      const bytes = new Uint8Array(buffer, this.take(textBytes(this.desk.pieceBytes)), textBytes(this.desk.pieceBytes));
      put(field.kind, TEXT);
      put(field.values, room.firsts.byteOffset);
      put(field.known, bytes.byteOffset);
      sink.share(bytes, new Int32Array(buffer, this.head.byteOffset + block + field.length, 3));
    } else put(field.kind, NONE);
  }

  /** For each length of a number and place of its point: which byte goes where, so that the last digit is the last. */
  private shuffles(): number {
    const at = this.take(shuffleBytes);
    const places = new Uint8Array(this.desk.memory.buffer, at, shuffleBytes).fill(255);
    for (let length = 1; length <= numberBytes; length++)
      for (let point = 0; point <= length; point++) {
        let into = windowBytes;
        for (let from = length - 1; from >= 0; from--)
          if (from !== point) places[(length * windowBytes + point) * windowBytes + --into] = from;
      }
    return at;
  }

  private powers(): number {
    const at = this.take(powerBytes);
    new Float64Array(this.desk.memory.buffer, at, 16).set(Array.from({ length: 16 }, (_, digits) => Number(`1e${digits}`)));
    return at;
  }
}

/** What stood in its place before is known no more; it is looked up outside again. */
function learnWord(places: DataView, cell: Uint8Array, code: number): void {
  if (cell.length > wordBytes || cell.includes(carriageReturn)) return;
  if (cell.length === 1) places.setFloat64(singlesFrom + cell[0]! * 8, code, true);
  let key = 0n;
  for (let at = cell.length - 1; at >= 0; at--) key = (key << 8n) | BigInt(cell[at]!);
  const place = Number(BigInt.asUintN(64, key * wordHash) >> wordHashShift) * wordPlaceBytes;
  places.setBigUint64(place, key, true);
  places.setFloat64(place + 8, code, true);
}
