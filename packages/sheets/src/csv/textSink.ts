/**
 * 各行不同的文字 — cells one after another with line feeds between them, decoded together when somebody asks for texts. What most
 * readings only want to know of ids and names is answered from the bytes.
 */
import type { TextCells } from '../table.js';
import { cellText, decoded } from './byteWords.js';
import { NotPlain } from './notPlain.js';
import { carriageReturn, lineFeed, type Sink, type SinkPart, type Stretch, widened } from './sink.js';

const apostrophe = 39;
const space = 32;

export class TextSink implements Sink, TextCells {
  private bytes = new Uint8Array(1 << 16);
  length = 0;
  /** Bytes that are known to be UTF-8. */
  private checked = 0;
  /** Cells that the joined text cannot hold, or that lose an apostrophe. */
  private readonly odd = new Map<number, string>();
  private rows = 0;
  private made: readonly string[] | undefined;
  private lineStarts: Uint32Array | undefined;

  constructor(private readonly split: number) {}

  room(): void {}

  take(bytes: Uint8Array, at: number, row: number): number {
    const { split } = this;
    let into = this.bytes;
    let to = this.length;
    let end = at;
    for (let code = bytes[end]!; code !== split && code !== lineFeed && code !== carriageReturn; code = bytes[++end]!) {
      if (to + 2 >= into.length) into = this.widen();
      into[to++] = code;
    }
    into[to++] = lineFeed;
    if (to + 2 >= into.length) this.widen();
    this.length = to;
    if (bytes[at] === apostrophe) this.odd.set(row, cellText(bytes.subarray(at, end)));
    return end;
  }

  whole(cell: Uint8Array, row: number): void {
    if (cell.includes(lineFeed) || cell[0] === apostrophe) {
      this.odd.set(row, cellText(cell));
      this.blank();
      return;
    }
    while (this.length + cell.length + 2 >= this.bytes.length) this.widen();
    this.bytes.set(cell, this.length);
    this.length += cell.length;
    this.blank();
  }

  blank(): void {
    if (this.length + 2 >= this.bytes.length) this.widen();
    this.bytes[this.length++] = lineFeed;
  }

  private widen(): Uint8Array<ArrayBuffer> {
    this.bytes = widened(this.bytes, new Uint8Array(this.bytes.length * 2));
    return this.bytes;
  }

  /** No more cells come, and so many count. Raises NotPlain for what is no UTF-8 text. */
  finish(rows: number): void {
    this.rows = rows;
    this.check();
  }

  private check(): void {
    checkText(this.bytes, this.checked, this.length);
    this.checked = this.length;
  }

  part(): SinkPart {
    this.check();
    return { kind: 'text', bytes: this.bytes.subarray(0, this.length), odd: [...this.odd] };
  }

  join(part: SinkPart): (stretch: Stretch) => void {
    if (part.kind !== 'text') throw new NotPlain('parts_differ');
    this.check();
    return ({ from, to, bytesFrom, bytesTo, at }) => {
      while (this.length + bytesTo - bytesFrom + 2 >= this.bytes.length) this.widen();
      this.bytes.set(part.bytes.subarray(bytesFrom, bytesTo), this.length);
      this.length += bytesTo - bytesFrom;
      this.checked = this.length;
      for (const [row, text] of part.odd) if (row >= from && row < to) this.odd.set(row - from + at, text);
    };
  }

  get texts(): readonly string[] {
    if (this.made !== undefined) return this.made;
    const texts = decoded(this.bytes.subarray(0, this.length)).split('\n');
    texts.length = this.rows;
    for (const [row, text] of this.odd) if (row < this.rows) texts[row] = text;
    this.made = texts;
    return texts;
  }

  at(row: number): string {
    if (this.made !== undefined) return this.made[row] ?? '';
    this.lineStarts ??= this.findLines();
    const odd = this.odd.get(row);
    return odd ?? decoded(this.bytes.subarray(this.lineStarts[row]!, this.lineStarts[row + 1]! - 1));
  }

  private findLines(): Uint32Array {
    const starts = new Uint32Array(this.rows + 1);
    let at = 0;
    for (let row = 1; row <= this.rows; row++) {
      while (this.bytes[at] !== lineFeed) at++;
      starts[row] = ++at;
    }
    return starts;
  }

  ascending(): boolean {
    const { bytes } = this;
    if (this.odd.size > 0) return false;
    let last = -1;
    let at = 0;
    for (let row = 0; row < this.rows; row++) {
      const start = at;
      if (last >= 0) {
        let before = last;
        while (bytes[at] === bytes[before] && bytes[at] !== lineFeed) {
          at++;
          before++;
        }
        const code = bytes[at]!;
        const known = bytes[before]!;
        if (code === lineFeed || (known !== lineFeed && known > code)) return false;
      }
      while (bytes[at] !== lineFeed) at++;
      at++;
      last = start;
    }
    return true;
  }

  unusual(): readonly number[] {
    const { bytes } = this;
    const rows: number[] = [];
    let at = 0;
    for (let row = 0; row < this.rows; row++) {
      let usual = bytes[at] !== lineFeed && !this.odd.has(row);
      for (let code = bytes[at]!; code !== lineFeed; code = bytes[++at]!) {
        if (isPlain[code] === 1) continue;
        if (hanziAt(bytes, at) > 0) at += 2;
        else usual = false;
      }
      if (!usual) rows.push(row);
      at++;
    }
    return rows;
  }

  beginning(letters: Uint8Array): readonly number[] {
    const { bytes } = this;
    const rows: number[] = [];
    let at = 0;
    for (let row = 0; row < this.rows; row++) {
      const code = bytes[at]!;
      const unit = code > space && code < 127 ? code : hanziAt(bytes, at);
      if (code !== lineFeed && (unit === 0 || letters[unit] === 1)) rows.push(row);
      else if (this.odd.size > 0 && this.odd.has(row)) rows.push(row);
      while (bytes[at] !== lineFeed) at++;
      at++;
    }
    return rows;
  }
}

/** ASCII letters and digits. */
const isPlain = Uint8Array.from({ length: 256 }, (_, code) => (/[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0));

/** The Chinese character of three bytes that begins there, 0 = none. */
function hanziAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0xe4 || first > 0xe9) return 0;
  const unit = ((first & 15) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63);
  return unit >= 0x4e00 && unit <= 0x9fff ? unit : 0;
}

/** ASCII and common Chinese characters are told here, all else line by line by the decoder. */
function checkText(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code < 128 && code > 0) continue;
    if (code >= 0xe4 && code <= 0xe9 && (bytes[at + 1]! & 0xc0) === 0x80 && (bytes[at + 2]! & 0xc0) === 0x80) {
      at += 2;
      continue;
    }
    const end = bytes.indexOf(lineFeed, at);
    cellText(bytes.subarray(at, end));
    at = end;
  }
}
