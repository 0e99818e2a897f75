/**
 * 列的去处 — where the cells of one column go while bytes are read: numbers straight from their digits, words by number, texts as
 * bytes that are decoded together. A cell ends at a separator or a line end; `whole` takes a cell that stood in quotes.
 */
import { plainNumber } from '@muheng/quantity';
import type { ColumnUse, NumberCells, WordCells } from '../table.js';
import { ByteWords, cellText } from './byteWords.js';
import { NotPlain } from './notPlain.js';
import { carriageReturn, endOf, lineFeed, type Sink, type SinkPart, type Stretch, widened } from './sink.js';
import { TextSink } from './textSink.js';

const powers = Float64Array.from({ length: 16 }, (_, digits) => Number(`1e${digits}`));

/** No more digits than a double holds exactly: whole number ÷ power of ten is then the nearest double, as `Number` gives it. */
const mostDigits = 15;
/** As many stay below 2 ** 31. */
const smallDigits = 9;

export class NumberSink implements Sink {
  readonly length = 0;
  private values = new Float64Array(0);
  private absence = new Uint8Array(0);
  private isGone = false;
  private readonly otherRows: number[] = [];
  private readonly otherCodes: number[] = [];
  private readonly words = new ByteWords();

  constructor(private readonly split: number) {}

  room(rows: number): void {
    this.values = widened(this.values, new Float64Array(rows));
    this.absence = widened(this.absence, new Uint8Array(rows));
  }

  take(bytes: Uint8Array, at: number, row: number): number {
    let end = at;
    let digit = bytes[end]! - 48;
    const negative = digit === -3;
    if (negative || digit === -5) digit = bytes[++end]! - 48;
    let whole = 0;
    let start = end;
    while (digit >>> 0 <= 9) {
      whole = (Math.imul(whole, 10) + digit) | 0;
      digit = bytes[++end]! - 48;
    }
    let digits = end - start;
    let decimals = 0;
    if (digit === -2) {
      digit = bytes[++end]! - 48;
      start = end;
      while (digit >>> 0 <= 9) {
        whole = (Math.imul(whole, 10) + digit) | 0;
        digit = bytes[++end]! - 48;
      }
      decimals = end - start;
      digits += decimals;
    }
    const code = digit + 48;
    if (digits > 0 && digits <= mostDigits && (code === this.split || code === lineFeed || code === carriageReturn)) {
      const amount = digits <= smallDigits ? whole : digitsOf(bytes, at, end);
      const value = amount / powers[decimals]!;
      this.values[row] = negative ? 0 - value : value;
      return end;
    }
    this.blank(row);
    end = endOf(bytes, end, this.split);
    if (end > at) this.whole(bytes.subarray(at, end), row);
    return end;
  }

  blank(row: number): void {
    this.values[row] = Number.NaN;
    this.absence[row] = 1;
  }

  /** Blank, a longer or larger number, or something that is none. */
  whole(cell: Uint8Array, row: number): void {
    const value = longNumber(cell);
    this.values[row] = value;
    this.absence[row] = Number.isNaN(value) ? 1 : 0;
    if (!Number.isNaN(value)) return;
    const word = this.words.codeOf(cell, 0, cell.length);
    if (this.words.texts[word] === '') return;
    this.otherRows.push(row);
    this.otherCodes.push(word);
  }

  part(rows: number): SinkPart {
    return {
      ...{ kind: 'number', values: this.values.subarray(0, rows), absence: this.absence.subarray(0, rows) },
      ...{ rows: Int32Array.from(this.otherRows), codes: Int32Array.from(this.otherCodes), words: this.words.packed() },
    };
  }

  join(part: SinkPart): (stretch: Stretch) => void {
    if (part.kind !== 'number') throw new NotPlain('parts_differ');
    const codes = this.words.codesOf(part.words);
    return ({ from, to, at }) => {
      this.values.set(part.values.subarray(from, to), at);
      this.absence.set(part.absence.subarray(from, to), at);
      for (let other = firstFrom(part.rows, from); other < part.rows.length && part.rows[other]! < to; other++) {
        this.otherRows.push(part.rows[other]! - from + at);
        this.otherCodes.push(codes[part.codes[other]!]!);
      }
    };
  }

  /** Undefined when they have been handed over. */
  cells(rows: number): NumberCells | undefined {
    if (this.isGone) return undefined;
    this.isGone = true;
    const others = { rows: Int32Array.from(this.otherRows), codes: Int32Array.from(this.otherCodes), texts: this.words.texts };
    const cells = { values: this.values.subarray(0, rows), absence: this.absence.subarray(0, rows), others };
    this.values = new Float64Array(0);
    this.absence = new Uint8Array(0);
    return cells;
  }
}

/** The first place in an ascending list that holds `least` or more. */
function firstFrom(ascending: Int32Array, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The digits as one whole number, below 10 ** 15. */
function digitsOf(bytes: Uint8Array, from: number, to: number): number {
  let whole = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) whole = whole * 10 + digit;
  }
  return whole;
}

/** What `plainNumber` makes of the text; texts that hold other signs than a number's are not even made. */
function longNumber(cell: Uint8Array): number {
  if (cell.length > 400) return Number.NaN;
  for (let at = 0; at < cell.length; at++) {
    const code = cell[at]!;
    if ((code < 48 || code > 57) && code !== 46 && code !== 45 && code !== 43 && code !== 69 && code !== 101) return Number.NaN;
  }
  return plainNumber(String.fromCharCode(...cell));
}

export class WordSink implements Sink {
  readonly length = 0;
  private codes = new Int32Array(0);
  private readonly words = new ByteWords();

  constructor(private readonly split: number) {}

  room(rows: number): void {
    this.codes = widened(this.codes, new Int32Array(rows));
  }

  take(bytes: Uint8Array, at: number, row: number): number {
    const end = endOf(bytes, at, this.split);
    this.codes[row] = this.words.codeOf(bytes, at, end);
    return end;
  }

  whole(cell: Uint8Array, row: number): void {
    this.codes[row] = this.words.codeOf(cell, 0, cell.length);
  }

  blank(row: number): void {
    this.codes[row] = this.words.codeOf(nothing, 0, 0);
  }

  part(rows: number): SinkPart {
    return { kind: 'word', codes: this.codes.subarray(0, rows), words: this.words.packed() };
  }

  join(part: SinkPart): (stretch: Stretch) => void {
    if (part.kind !== 'word') throw new NotPlain('parts_differ');
    const own = this.words.codesOf(part.words);
    return ({ from, to, at }) => {
      for (let row = from; row < to; row++) this.codes[row - from + at] = own[part.codes[row]!]!;
    };
  }

  cells(rows: number): WordCells {
    return { codes: this.codes.subarray(0, rows), texts: this.words.texts };
  }
}

const nothing = new Uint8Array(0);

/** Cells that nobody wants; only looked at for bytes that are no text. */
export class NoSink implements Sink {
  readonly length = 0;

  constructor(private readonly split: number) {}

  room(): void {}

  take(bytes: Uint8Array, at: number): number {
    let end = at;
    let odd = false;
    for (let code = bytes[end]!; code !== this.split && code !== lineFeed && code !== carriageReturn; code = bytes[++end]!)
      if (code > 127 || code === 0) odd = true;
    if (odd) this.whole(bytes.subarray(at, end));
    return end;
  }

  whole(cell: Uint8Array): void {
    cellText(cell);
  }

  blank(): void {}

  part(): SinkPart {
    return { kind: 'none' };
  }

  join(): () => void {
    return () => {};
  }
}

/** Beyond the header: only blanks may stand there. */
export class NothingSink extends NoSink {
  private readonly until: number;

  constructor(split: number) {
    super(split);
    this.until = split;
  }

  override take(bytes: Uint8Array, at: number): number {
    const end = endOf(bytes, at, this.until);
    if (end > at) this.whole(bytes.subarray(at, end));
    return end;
  }

  override whole(cell: Uint8Array): void {
    if (cellText(cell) !== '') throw new NotPlain('row_too_wide');
  }
}

export type ColumnSink = NumberSink | WordSink | TextSink | NoSink;

export function sinkFor(use: ColumnUse, split: number): ColumnSink {
  switch (use) {
    case 'number':
      return new NumberSink(split);
    case 'word':
      return new WordSink(split);
    case 'text':
      return new TextSink(split);
    case 'none':
      return new NoSink(split);
  }
}

export const useOf = (sink: ColumnSink): ColumnUse =>
  sink instanceof NumberSink ? 'number' : sink instanceof WordSink ? 'word' : sink instanceof TextSink ? 'text' : 'none';
