/** 词表 — different texts among many cells, found by their bytes, decoded once each. */
import { neutral } from '../intake/cellReaders.js';
import { NotPlain } from './notPlain.js';

/** Words one behind the other, and where each ends. */
export interface PackedWords {
  readonly bytes: Uint8Array;
  readonly ends: Int32Array;
}

/** A blank cell is ''; the apostrophe of an export is off, as in every table. */
export function cellText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new NotPlain('zero_byte');
  return text.trim() === '' ? '' : String(neutral(text));
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Raises NotPlain for what is not UTF-8. */
export function decoded(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new NotPlain('text_not_utf8');
    throw error;
  }
}

export class ByteWords {
  readonly texts: string[] = [];
  private readonly words: Uint8Array[] = [];
  /** Code + 1 by hash, 0 = free; at least twice as many places as words. */
  private places = new Int32Array(64);
  private readonly hashes: number[] = [];
  /** Code + 1 of cells of one byte. */
  private readonly single = new Int32Array(256);

  codeOf(bytes: Uint8Array, from: number, to: number): number {
    if (to - from !== 1) return this.find(bytes, from, to);
    const known = this.single[bytes[from]!]! - 1;
    if (known >= 0) return known;
    const code = this.find(bytes, from, to);
    this.single[bytes[from]!] = code + 1;
    return code;
  }

  /** For another thread. */
  packed(): PackedWords {
    const bytes = new Uint8Array(this.words.reduce((sum, word) => sum + word.length, 0));
    const ends = new Int32Array(this.words.length);
    let end = 0;
    this.words.forEach((word, code) => {
      bytes.set(word, end);
      end += word.length;
      ends[code] = end;
    });
    return { bytes, ends };
  }

  /** The own codes of those words. */
  codesOf({ bytes, ends }: PackedWords): Int32Array {
    return ends.map((end, code) => this.codeOf(bytes, code === 0 ? 0 : ends[code - 1]!, end));
  }

  private find(bytes: Uint8Array, from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 0x01000193) ^ bytes[at]!) | 0;
    const mask = this.places.length - 1;
    for (let place = (hash ^ (hash >>> 15)) & mask; ; place = (place + 1) & mask) {
      const code = this.places[place]! - 1;
      if (code < 0) return this.add(hash, place, bytes.slice(from, to));
      if (this.hashes[code] === hash && this.words[code]!.length === to - from && sameBytes(this.words[code]!, bytes, from))
        return code;
    }
  }

  private add(hash: number, place: number, word: Uint8Array): number {
    const code = this.words.length;
    this.texts.push(cellText(word));
    this.words.push(word);
    this.hashes.push(hash);
    this.places[place] = code + 1;
    if (this.words.length * 2 > this.places.length) this.widen();
    return code;
  }

  private widen(): void {
    this.places = new Int32Array(this.places.length * 4);
    const mask = this.places.length - 1;
    for (const [code, hash] of this.hashes.entries()) {
      let place = (hash ^ (hash >>> 15)) & mask;
      while (this.places[place] !== 0) place = (place + 1) & mask;
      this.places[place] = code + 1;
    }
  }
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < known.length; at++) if (known[at] !== bytes[from + at]) return false;
  return true;
}
