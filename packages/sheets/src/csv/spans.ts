/** 逐行分列 — bytes of rows → sinks, one pass, no text made on the way. The bytes end with a line end. */
import { NotPlain } from './notPlain.js';
import { type ColumnSink, NoSink, NothingSink, NumberSink, WordSink } from './sinks.js';
import { TextSink } from './textSink.js';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

export class Rows {
  private readonly numbers: readonly (NumberSink | undefined)[];
  private readonly words: readonly (WordSink | undefined)[];
  private readonly texts: readonly (TextSink | undefined)[];
  private readonly rest: readonly NoSink[];
  private capacity = 0;
  private scratch = new Uint8Array(256);
  /** Where rows begin in the file. */
  starts = new Uint32Array(0);
  count = 0;

  constructor(
    readonly sinks: readonly ColumnSink[],
    private readonly split: number,
    private readonly limits: { readonly rows: number; readonly cellText: number },
  ) {
    const beyond = new NothingSink(split);
    this.numbers = sinks.map((sink) => (sink instanceof NumberSink ? sink : undefined));
    this.words = sinks.map((sink) => (sink instanceof WordSink ? sink : undefined));
    this.texts = sinks.map((sink) => (sink instanceof TextSink ? sink : undefined));
    this.rest = [...sinks.map((sink) => (sink instanceof NoSink ? sink : beyond)), beyond];
  }

  makeRoom(rows: number): void {
    this.capacity = Math.min(rows, this.limits.rows);
    for (const sink of this.sinks) sink.room(this.capacity);
    const starts = new Uint32Array(this.capacity);
    starts.set(this.starts);
    this.starts = starts;
  }

  /** At least so many. Raises NotPlain. */
  roomFor(rows: number): void {
    if (rows > this.limits.rows) throw new NotPlain('rows_many');
    if (rows > this.capacity) this.makeRoom(rows);
  }

  /** Whole lines that begin at `offset` in the file. Raises NotPlain. */
  read(bytes: Uint8Array, offset: number): void {
    const { sinks } = this;
    const to = bytes.length;
    let at = 0;
    while (at < to) {
      if (this.count === this.capacity) this.grow();
      const row = this.count++;
      this.starts[row] = at + offset;
      const start = at;
      let column = 0;
      for (;;) {
        at = bytes[at] === quote ? this.quoted(bytes, { at, to }, column) : this.plain(bytes, at, column);
        column++;
        if (bytes[at] !== this.split) break;
        at++;
      }
      for (; column < sinks.length; column++) sinks[column]!.blank(row);
      if (at - start > this.limits.cellText) throw new NotPlain('row_long');
      at += bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
    }
  }

  private grow(): void {
    if (this.capacity >= this.limits.rows) throw new NotPlain('rows_many');
    this.makeRoom(Math.ceil(this.capacity * 1.5) + 1024);
  }

  private plain(bytes: Uint8Array, at: number, column: number): number {
    const row = this.count - 1;
    const number = this.numbers[column];
    if (number !== undefined) return number.take(bytes, at, row);
    const text = this.texts[column];
    if (text !== undefined) return text.take(bytes, at, row);
    const word = this.words[column];
    if (word !== undefined) return word.take(bytes, at, row);
    return (this.rest[column] ?? this.rest[this.rest.length - 1]!).take(bytes, at);
  }

  /** A cell in quotes, doubled ones single; nothing may stand between its end and the next sign. */
  private quoted(bytes: Uint8Array, { at, to }: { readonly at: number; readonly to: number }, column: number): number {
    let length = 0;
    let end = at + 1;
    for (; ; end++) {
      if (end >= to) throw new NotPlain('quote_open');
      const code = bytes[end]!;
      if (code === quote && bytes[++end] !== quote) break;
      if (length === this.scratch.length) this.scratch = twice(this.scratch);
      this.scratch[length++] = code;
    }
    const next = bytes[end];
    if (next !== this.split && next !== lineFeed && next !== carriageReturn) throw new NotPlain('quote_inside');
    const cell = this.scratch.subarray(0, length);
    const sink = this.sinks[column] ?? this.rest[this.rest.length - 1]!;
    sink.whole(cell, this.count - 1);
    return end;
  }
}

function twice(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(bytes.length * 2);
  wider.set(bytes);
  return wider;
}
