/**
 * 解压并计数 — the bytes of one entry, piece by piece, counted as they come: total, ratio, declared size and checksum must hold.
 * Inflating itself is the platform's `DecompressionStream`.
 * @source R27
 */
import { CannotRead } from '../cannotRead.js';
import type { Limits } from '../limits.js';
import { crc32 } from './crc.js';
import { type Archive, type Entry, megabytes } from './directory.js';

/** Bytes that all reads of one archive may still inflate. */
export interface Budget {
  left: number;
}

/** Raises CannotRead on the first byte too many, and at the end when size or checksum differ from what the archive says. */
export async function* inflate(
  archive: Archive,
  entry: Entry,
  guard: { limits: Limits; budget: Budget },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { limits, budget } = guard;
  let size = 0;
  let crc = 0;
  for await (const piece of pieces(archive, entry)) {
    size += piece.length;
    budget.left -= piece.length;
    if (budget.left < 0) throw new CannotRead('archive_too_large', { most: megabytes(limits.inflatedBytes) });
    if (size > entry.size) throw new CannotRead('archive_lies', { why: `“${entry.name}”比声明的大` });
    if (size > limits.ratioFrom && size > entry.packed * limits.ratio)
      throw new CannotRead('archive_ratio', { name: entry.name, most: limits.ratio });
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size) throw new CannotRead('archive_lies', { why: `“${entry.name}”比声明的小` });
  if (crc !== entry.crc) throw new CannotRead('archive_lies', { why: `“${entry.name}”校验码不符，文件已损坏` });
}

async function* pieces(archive: Archive, entry: Entry): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = archive.bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += pieceSize) yield packed.subarray(at, at + pieceSize);
    return;
  }
  if (entry.method !== 8) throw new CannotRead('archive_method', { name: entry.name });
  const reader = inParts(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } catch (error) {
    if (error instanceof CannotRead) throw error;
    throw new CannotRead('file_not_readable', { why: `“${entry.name}”解不开，文件已损坏` });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const pieceSize = 65_536;

function inParts(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + pieceSize));
      at += pieceSize;
    },
  });
}
