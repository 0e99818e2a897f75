/**
 * 列的去处 — where the cells of one column go while bytes are read: numbers straight from their digits, words by number. A cell ends at
 * a separator or a line end; `whole` takes a cell that stood in quotes. Texts: textSink.ts.
 */
import { plainNumber } from '@muheng/quantity';
import type { ColumnUse } from '../table.js';
import { ByteWords, cellText } from './byteWords.js';
import { NotPlain } from './notPlain.js';
import { type ColumnRoom, carriageReturn, endOf, lineFeed, type Notes, nothingNoted, type Sink } from './sink.js';
import { TextSink } from './textSink.js';

const powers = Float64Array.from({ length: 16 }, (_, digits) => Number(`1e${digits}`));

/** No more digits than a double holds exactly: whole number ÷ power of ten is then the nearest double, as `Number` gives it. */
const mostDigits = 15;
/** As many stay below 2 ** 31. */
const smallDigits = 9;

export class NumberSink implements Sink {
  readonly words = new ByteWords();
  private values: Float64Array = new Float64Array(0);
  private absence: Uint8Array = new Uint8Array(0);
  private first = 0;
  /** Least and most of the numbers since `begin`. */
  within: Float64Array = new Float64Array(2);
  private rows: number[] = [];
  private codes: number[] = [];

  constructor(private readonly split: number) {}

  into({ values, absence }: ColumnRoom): void {
    this.values = values;
    this.absence = absence;
  }

  begin(row: number): void {
    this.first = row;
    this.within[0] = Number.POSITIVE_INFINITY;
    this.within[1] = Number.NEGATIVE_INFINITY;
    this.rows = [];
    this.codes = [];
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
      const size = amount / powers[decimals]!;
      const value = negative ? 0 - size : size;
      this.values[row] = value;
      if (value < this.within[0]!) this.within[0] = value;
      if (value > this.within[1]!) this.within[1] = value;
      return end;
    }
    return this.other(bytes, { at, end, row });
  }

  /** Blank, a longer or larger number, or something that is none. */
  private other(bytes: Uint8Array, { at, end, row }: OddCell): number {
    const behind = endOf(bytes, end, this.split);
    if (behind === at) this.blank(row);
    else this.put(bytes, { at, end: behind, row });
    return behind;
  }

  blank(row: number): void {
    this.values[row] = Number.NaN;
    this.absence[row] = 1;
  }

  whole(cell: Uint8Array, row: number): void {
    this.put(cell, { at: 0, end: cell.length, row });
  }

  /** A view of every such cell would take more time than all else. */
  private put(bytes: Uint8Array, { at, end, row }: OddCell): void {
    const value = longNumber(bytes, at, end);
    this.values[row] = value;
    if (!Number.isNaN(value)) {
      if (value < this.within[0]!) this.within[0] = value;
      if (value > this.within[1]!) this.within[1] = value;
      return;
    }
    this.absence[row] = 1;
    const word = this.words.codeOf(bytes, at, end);
    if (this.words.texts[word] === '') return;
    this.rows.push(row - this.first);
    this.codes.push(word);
  }

  notes(): Notes {
    const [least = 0, most = 0] = this.within;
    return { kind: 'number', rows: Int32Array.from(this.rows), codes: Int32Array.from(this.codes), least, most };
  }
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
function longNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 400) return Number.NaN;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if ((code < 48 || code > 57) && code !== 46 && code !== 45 && code !== 43 && code !== 69 && code !== 101) return Number.NaN;
  }
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
  return plainNumber(text);
}

/** A cell of a row, `at` up to `end` of the bytes. */
interface OddCell {
  readonly at: number;
  readonly end: number;
  readonly row: number;
}

export class WordSink implements Sink {
  readonly words = new ByteWords();
  private codes: Float64Array = new Float64Array(0);
  /** Somebody who wants to know what a cell's code was. */
  learn: ((cell: Uint8Array, code: number) => void) | undefined;

  constructor(private readonly split: number) {}

  into({ values }: ColumnRoom): void {
    this.codes = values;
  }

  begin(): void {}

  take(bytes: Uint8Array, at: number, row: number): number {
    const end = endOf(bytes, at, this.split);
    const code = this.words.codeOf(bytes, at, end);
    this.codes[row] = code;
    this.learn?.(bytes.subarray(at, end), code);
    return end;
  }

  whole(cell: Uint8Array, row: number): void {
    this.codes[row] = this.words.codeOf(cell, 0, cell.length);
  }

  blank(row: number): void {
    this.codes[row] = this.words.codeOf(nothing, 0, 0);
  }

  notes(): Notes {
    return nothingNoted;
  }
}

const nothing = new Uint8Array(0);

/** Cells that nobody wants; only looked at for bytes that are no text. */
export class NoSink implements Sink {
  constructor(private readonly split: number) {}

  into(): void {}

  begin(): void {}

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

  notes(): Notes {
    return nothingNoted;
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

/** The words that a column's codes speak of. */
export const wordsOf = (sink: ColumnSink): ByteWords | undefined =>
  sink instanceof NumberSink || sink instanceof WordSink ? sink.words : undefined;
