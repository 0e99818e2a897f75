/**
 * 各行不同的文字 — cells one after another with line feeds between them, decoded when somebody asks for texts. What most readings only
 * want to know of ids and names is noted while their bytes pass.
 */
import { cellText } from './byteWords.js';
import { blankText, type ColumnRoom, carriageReturn, lineFeed, type Notes, type Sink } from './sink.js';

const apostrophe = 39;
const space = 32;

/** Signs of texts by byte. */
const USUAL = 0;
const END = 1;
/** The first of three bytes of a common Chinese character. */
const HANZI = 2;
const OTHER = 3;

/** Places of the state. */
const LENGTH = 0;
const LAST = 1;
const ASCENDING = 2;

export class TextSink implements Sink {
  private readonly signs: Uint8Array;
  private bytes: Uint8Array = new Uint8Array(1 << 16);
  /** `LENGTH` of the bytes taken, `LAST`: where the text before begins, −1 = there is none; `ASCENDING`: 1 so far. */
  private state: Int32Array = new Int32Array(3);
  private firsts: Uint16Array = new Uint16Array(0);
  private first = 0;
  private unusual: number[] = [];
  private odd: (readonly [number, string])[] = [];

  constructor(split: number) {
    this.signs = Uint8Array.from({ length: 256 }, (_, code) =>
      code === split || code === lineFeed || code === carriageReturn ? END : signOf(code),
    );
  }

  into({ firsts }: ColumnRoom): void {
    this.firsts = firsts;
  }

  /** Both stay where they are, for somebody who takes texts as well. */
  share(bytes: Uint8Array, state: Int32Array): void {
    this.bytes = bytes;
    this.state = state;
  }

  /** Room for every byte and one line feed more of each row, which has a byte. */
  begin(row: number, bytes: number): void {
    this.first = row;
    this.state[LENGTH] = 0;
    this.state[LAST] = -1;
    this.state[ASCENDING] = 1;
    this.unusual = [];
    this.odd = [];
    if (this.bytes.length < 2 * bytes + 16) this.bytes = new Uint8Array(2 * bytes + 16);
  }

  take(bytes: Uint8Array, at: number, row: number): number {
    const { bytes: into, signs } = this;
    const from = this.state[LENGTH]!;
    let to = from;
    let end = at;
    let code = bytes[end]!;
    let sign = signs[code]!;
    let usual = sign !== END;
    let strange = false;
    for (; sign !== END; sign = signs[code]!) {
      if (sign === HANZI && isHanzi(code, bytes[end + 1]!, bytes[end + 2]!)) {
        into[to++] = code;
        into[to++] = bytes[++end]!;
        code = bytes[++end]!;
      } else if (sign !== USUAL) {
        usual = false;
        if (code > 127 || code === 0) strange = true;
      }
      into[to++] = code;
      code = bytes[++end]!;
    }
    into[to++] = lineFeed;
    this.took(row, from, to);
    if (!usual) this.look(bytes.subarray(at, end), { row, strange });
    return end;
  }

  whole(cell: Uint8Array, row: number): void {
    if (cell.includes(lineFeed) || cell[0] === apostrophe) {
      this.blank(row);
      this.unlike(row, cellText(cell));
      return;
    }
    const from = this.state[LENGTH]!;
    this.bytes.set(cell, from);
    this.bytes[from + cell.length] = lineFeed;
    this.took(row, from, from + cell.length + 1);
    const { usual, strange } = signsOf(cell);
    if (!usual) this.look(cell, { row, strange });
  }

  blank(row: number): void {
    const from = this.state[LENGTH]!;
    this.bytes[from] = lineFeed;
    this.took(row, from, from + 1);
    this.unusual.push(row - this.first);
  }

  notes(): Notes {
    return {
      ...{ kind: 'text', bytes: new Uint8Array(this.bytes.subarray(0, this.state[LENGTH])) },
      ...{ unusual: Int32Array.from(this.unusual), odd: this.odd, ascending: this.state[ASCENDING] === 1 },
    };
  }

  /** The text that stands there now, with its line feed. */
  private took(row: number, from: number, to: number): void {
    const { bytes, state } = this;
    const last = state[LAST]!;
    if (state[ASCENDING] === 1 && last >= 0 && !comesBehind(bytes, last, from)) state[ASCENDING] = 0;
    this.firsts[row] = firstOf(bytes, from);
    state[LAST] = from;
    state[LENGTH] = to;
  }

  /** Raises NotPlain for what is no UTF-8 text. */
  private look(cell: Uint8Array, { row, strange }: { readonly row: number; readonly strange: boolean }): void {
    if (strange) cellText(cell);
    if (cell[0] === apostrophe) this.unlike(row, cellText(cell));
    this.unusual.push(row - this.first);
  }

  private unlike(row: number, text: string): void {
    this.odd.push([row - this.first, text]);
    this.firsts[row] = 0;
    this.state[ASCENDING] = 0;
  }
}

function signOf(code: number): number {
  if (code >= 0xe4 && code <= 0xe9) return HANZI;
  return /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? USUAL : OTHER;
}

const signOfByte = Uint8Array.from({ length: 256 }, (_, code) => signOf(code));

/** Of three bytes, from U+4E00 to U+9FFF. */
function isHanzi(first: number, second: number, third: number): boolean {
  const unit = ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
  return (second & 0xc0) === 0x80 && (third & 0xc0) === 0x80 && unit >= 0x4e00 && unit <= 0x9fff;
}

/** `usual`: letters, digits and common Chinese characters only, and not blank; `strange`: perhaps no UTF-8 text. */
function signsOf(cell: Uint8Array): { readonly usual: boolean; readonly strange: boolean } {
  let usual = cell.length > 0;
  let strange = false;
  for (let at = 0; at < cell.length; at++) {
    const code = cell[at]!;
    const sign = signOfByte[code]!;
    if (sign === HANZI && isHanzi(code, cell[at + 1]!, cell[at + 2]!)) at += 2;
    else if (sign !== USUAL) {
      usual = false;
      if (code > 127 || code === 0) strange = true;
    }
  }
  return { usual, strange };
}

function firstOf(bytes: Uint8Array, at: number): number {
  const code = bytes[at]!;
  if (code === lineFeed) return blankText;
  if (code < 128) return code > space && code < 127 ? code : 0;
  const [second, third] = [bytes[at + 1]!, bytes[at + 2]!];
  if (code < 0xe4 || code > 0xe9 || !isHanzi(code, second, third)) return 0;
  return ((code & 15) << 12) | ((second & 63) << 6) | (third & 63);
}

/** Of two lines, by their bytes; not when they are alike. */
export function comesBehind(bytes: Uint8Array, before: number, at: number): boolean {
  let one = before;
  let other = at;
  while (bytes[one] === bytes[other] && bytes[one] !== lineFeed) {
    one++;
    other++;
  }
  return bytes[other] !== lineFeed && (bytes[one] === lineFeed || bytes[one]! < bytes[other]!);
}
