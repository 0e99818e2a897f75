/** 字节来源 — the bytes of a file, as a whole or piece by piece, so that a large file need not be in memory. */
import { NotPlain } from './notPlain.js';

export interface ByteSource {
  readonly length: number;
  /** How much is read at once; a line must be shorter. */
  readonly pieceBytes?: number;
  /** Bytes `from` to `to`; good until the next call. `into`: may be written to, the bytes then stand at its begin. */
  read(from: number, to: number, into?: Uint8Array): Uint8Array;
}

export function sourceOf(given: Uint8Array | ByteSource): ByteSource {
  if (!(given instanceof Uint8Array)) return given;
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
  return { length: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

const usualPiece = 1 << 20;
const lineFeed = 10;
const quote = 34;

/**
 * The bytes from `from` on in pieces of whole lines, each with the place of its first byte; behind the last line a line end is put
 * where there is none. `quotes`: a line end within quotes ends no piece. Raises NotPlain for lines that fill a piece.
 */
export function* linePieces(
  source: ByteSource,
  { from, quotes }: { readonly from: number; readonly quotes: boolean },
): Generator<{ readonly bytes: Uint8Array; readonly offset: number }> {
  let offset = from;
  while (offset < source.length) {
    const bytes = source.read(offset, Math.min(source.length, offset + (source.pieceBytes ?? usualPiece)));
    const isLast = offset + bytes.length === source.length;
    const end = isLast ? bytes.length : quotes ? wholeRecords(bytes) : bytes.lastIndexOf(lineFeed) + 1;
    if (end === 0) throw new NotPlain('line_long');
    yield { bytes: isLast && bytes[end - 1] !== lineFeed ? withLineEnd(bytes) : bytes.subarray(0, end), offset };
    offset += end;
  }
}

/** Behind the last line feed that stands outside quotes: before it, quotes are even in number. */
function wholeRecords(bytes: Uint8Array): number {
  let whole = 0;
  let even = true;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === quote) even = !even;
    else if (bytes[at] === lineFeed && even) whole = at + 1;
  }
  return whole;
}

/** As they are, a line feed behind them. */
export function withLineEnd(bytes: Uint8Array): Uint8Array {
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = lineFeed;
  return ended;
}
