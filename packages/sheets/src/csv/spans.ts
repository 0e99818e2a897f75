/** 逐行分列 — bytes of rows → sinks, one pass, no text made on the way. The bytes end with a line end. */

import type { ColumnUse } from '../table.js';
import { NotPlain } from './notPlain.js';
import { type Rooms, widerRooms } from './rooms.js';
import { carriageReturn, lineFeed, type Notes } from './sink.js';
import { type ColumnSink, NoSink, NothingSink, NumberSink, sinkFor, WordSink } from './sinks.js';
import { TextSink } from './textSink.js';

const quote = 34;

/** By kind of sink: calls that always meet the same class are what a runtime makes fast. */
const NUMBER = 0;
const WORD = 1;
const TEXT = 2;
const REST = 3;
/** A cell in quotes, of whatever column. */
const QUOTED = 4;
const kindOf: Readonly<Record<ColumnUse, number>> = { number: NUMBER, word: WORD, text: TEXT, none: REST };

export interface Reading {
  readonly uses: readonly ColumnUse[];
  readonly split: number;
  readonly limits: { readonly rows: number; readonly cellText: number };
}

/** Where the first byte stands in the file, which row begins there, and how many rows there is room for. */
export interface Place {
  readonly offset: number;
  readonly row: number;
  readonly most: number;
}

/** Rows of a piece of the file, and what was noted of them by column. */
export interface RowsRead {
  readonly from: number;
  readonly to: number;
  readonly notes: readonly Notes[];
}

export class Rows {
  readonly sinks: readonly ColumnSink[];
  /** One more than columns: what stands beyond the header. */
  private readonly kinds: Uint8Array;
  private readonly numbers: readonly NumberSink[];
  private readonly words: readonly WordSink[];
  private readonly texts: readonly TextSink[];
  private readonly rest: readonly NoSink[];
  private scratch = new Uint8Array(256);
  /** Does easy cells faster, in rooms that stay where they are. */
  machine: { readonly input: Uint8Array; scan(bytes: Uint8Array, place: Place): number } | undefined;

  constructor(
    readonly reading: Reading,
    public rooms: Rooms,
  ) {
    const { uses, split } = reading;
    const beyond = new NothingSink(split);
    const none = { number: new NumberSink(split), word: new WordSink(split), text: new TextSink(split) };
    this.sinks = uses.map((use) => sinkFor(use, split));
    this.kinds = Uint8Array.from([...uses.map((use) => kindOf[use]), REST]);
    this.numbers = this.sinks.map((sink) => (sink instanceof NumberSink ? sink : none.number));
    this.words = this.sinks.map((sink) => (sink instanceof WordSink ? sink : none.word));
    this.texts = this.sinks.map((sink) => (sink instanceof TextSink ? sink : none.text));
    this.rest = [...this.sinks.map((sink) => (sink instanceof NoSink ? sink : beyond)), beyond];
    this.enter();
  }

  /** Whole lines. Raises NotPlain, also when there is no room. */
  read(bytes: Uint8Array, place: Place): RowsRead {
    for (const sink of this.sinks) sink.begin(place.row, bytes.length);
    const to = this.machine?.scan(bytes, place) ?? this.scan(bytes, place);
    return { from: place.row, to, notes: this.sinks.map((sink) => sink.notes()) };
  }

  /** Gives the row behind the last. */
  private scan(bytes: Uint8Array, { offset, row: from, most }: Place): number {
    const { kinds, numbers, words, texts, rest } = this;
    const { split, limits } = this.reading;
    const width = this.sinks.length;
    const to = bytes.length;
    let { starts } = this.rooms;
    let row = from;
    for (let at = 0; at < to; row++) {
      if (row - from === most) this.refuse('rows_many');
      if (row === starts.length) starts = this.widen(row);
      starts[row] = at + offset;
      const start = at;
      let column = 0;
      for (; ; at++) {
        switch (bytes[at] === quote ? QUOTED : kinds[column]) {
          case NUMBER:
            at = numbers[column]!.take(bytes, at, row);
            break;
          case WORD:
            at = words[column]!.take(bytes, at, row);
            break;
          case TEXT:
            at = texts[column]!.take(bytes, at, row);
            break;
          case REST:
            at = rest[column]!.take(bytes, at);
            break;
          default:
            at = this.quoted(bytes, at, { row, column });
        }
        if (column < width) column++;
        if (bytes[at] !== split) break;
      }
      if (column < width) this.blanks(row, column);
      if (at - start > limits.cellText) this.refuse('row_long');
      at += bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
    }
    return row;
  }

  /** One cell; where it ends. */
  cell(bytes: Uint8Array, at: number, { row, column }: { readonly row: number; readonly column: number }): number {
    if (bytes[at] === quote) return this.quoted(bytes, at, { row, column });
    return (this.sinks[column] ?? this.rest[column]!).take(bytes, at, row);
  }

  /** The row ends before this column. */
  blanks(row: number, column: number): number {
    for (let rest = column; rest < this.sinks.length; rest++) this.sinks[rest]!.blank(row);
    return row;
  }

  refuse(why: string): never {
    throw new NotPlain(why);
  }

  private enter(): void {
    this.sinks.forEach((sink, column) => {
      sink.into(this.rooms.columns[column]!);
    });
  }

  private widen(rows: number): Uint32Array {
    const capacity = Math.min(Math.ceil(rows * 1.5) + 1024, this.reading.limits.rows);
    this.rooms = widerRooms(this.rooms, { rows, capacity });
    this.enter();
    return this.rooms.starts;
  }

  /** A cell in quotes, doubled ones single; nothing may stand between its end and the next sign. */
  private quoted(bytes: Uint8Array, at: number, { row, column }: { readonly row: number; readonly column: number }): number {
    let length = 0;
    let end = at + 1;
    for (; ; end++) {
      if (end >= bytes.length) throw new NotPlain('quote_open');
      const code = bytes[end]!;
      if (code === quote && bytes[++end] !== quote) break;
      if (length === this.scratch.length) this.scratch = twice(this.scratch);
      this.scratch[length++] = code;
    }
    const next = bytes[end];
    if (next !== this.reading.split && next !== lineFeed && next !== carriageReturn) throw new NotPlain('quote_inside');
    const sink = this.sinks[column] ?? this.rest[column]!;
    sink.whole(this.scratch.subarray(0, length), row);
    return end;
  }
}

function twice(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(bytes.length * 2);
  wider.set(bytes);
  return wider;
}
