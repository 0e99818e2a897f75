/**
 * 归档 — files as one plain tar: paths sorted, headers as `tarHeader` gives them, zeros to the next 512, two zero blocks at the end, nothing
 * after. Equal files give equal bytes. The reader takes exactly what the writer writes and names the place of anything else.
 */
import { compareTexts, firstDifference } from '../bytes.js';
import { blockSize, isSafePath, mostFileBytes, readTarHeader, tarHeader } from './header.js';

export type Files = ReadonlyMap<string, Uint8Array>;

export const sortedPaths = (files: Files): string[] => [...files.keys()].sort(compareTexts);

/** Raises a RangeError for a path no bundle may have. */
export function packTar(files: Files): Uint8Array {
  const paths = sortedPaths(files);
  for (const path of paths) if (!isSafePath(path)) throw new RangeError(`not a path of a bundle: ${path}`);
  const sizes = paths.map((path) => files.get(path)!.length);
  const all = new Uint8Array(sizes.reduce((sum, size) => sum + blockSize + padded(size), 2 * blockSize));
  let at = 0;
  for (const path of paths) {
    const content = files.get(path)!;
    all.set(tarHeader(path, content.length), at);
    all.set(content, at + blockSize);
    at += blockSize + padded(content.length);
  }
  return all;
}

const padded = (size: number): number => size + ((blockSize - (size % blockSize)) % blockSize);

export interface TarEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of the content, from the beginning of the archive. */
  readonly offset: number;
}

export type TarTrouble =
  | 'archive_truncated'
  | 'archive_header_damaged'
  | 'archive_path_unsafe'
  | 'archive_not_a_file'
  | 'archive_entry_doubled'
  | 'archive_order_wrong'
  | 'archive_too_many'
  | 'archive_padding_damaged'
  | 'archive_end_damaged'
  | 'archive_trailing';

/** Something the writer would not have written, at the bytes `from` up to and with `to`. */
export interface TarFault {
  readonly code: TarTrouble;
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

export type TarRead = { readonly entries: readonly TarEntry[]; readonly fault?: undefined } | { readonly fault: TarFault };

/** A bundle of fifty years of a thousand facts has fewer. */
export const mostEntries = 100_000;

export function readTar(bytes: Uint8Array): TarRead {
  const entries: TarEntry[] = [];
  let at = 0;
  while (at + blockSize <= bytes.length && !isZero(bytes, at, at + blockSize)) {
    const before = entries.at(-1)?.path;
    const read = readEntry(bytes, at, before);
    if ('code' in read) return { fault: read };
    if (entries.length === mostEntries)
      return { fault: { code: 'archive_too_many', path: read.path, from: at, to: at + blockSize - 1 } };
    entries.push(read);
    at = read.offset + padded(read.bytes.length);
  }
  const fault = endFault(bytes, at);
  return fault === undefined ? { entries } : { fault };
}

function readEntry(bytes: Uint8Array, at: number, before: string | undefined): TarEntry | TarFault {
  const header = bytes.subarray(at, at + blockSize);
  const { path, size, type, sound } = readTarHeader(header);
  const said = (code: TarTrouble, from = at, to = at + blockSize - 1): TarFault => ({
    code,
    path: isSafePath(path) ? path : '',
    from,
    to,
  });
  if (!sound) return said('archive_header_damaged');
  if (type !== '0') return said('archive_not_a_file', at + 156, at + 156);
  if (!isSafePath(path)) return said('archive_path_unsafe', at, at + 99);
  if (Number.isNaN(size) || size > mostFileBytes) return said('archive_header_damaged', at + 124, at + 135);
  const odd = firstDifference(header, tarHeader(path, size));
  if (odd >= 0) return said('archive_header_damaged', at + odd, at + odd);
  if (path === before) return said('archive_entry_doubled', at, at + 99);
  if (before !== undefined && compareTexts(path, before) < 0) return said('archive_order_wrong', at, at + 99);
  const offset = at + blockSize;
  if (offset + padded(size) > bytes.length) return said('archive_truncated', bytes.length, bytes.length);
  for (let place = offset + size; place < offset + padded(size); place++)
    if (bytes[place] !== 0) return said('archive_padding_damaged', place, place);
  return { path, offset, bytes: bytes.subarray(offset, offset + size) };
}

/** Two blocks of zeros, and nothing behind them. */
function endFault(bytes: Uint8Array, at: number): TarFault | undefined {
  const end = at + 2 * blockSize;
  for (let place = at; place < Math.min(end, bytes.length); place++)
    if (bytes[place] !== 0) return { code: 'archive_end_damaged', path: '', from: place, to: place };
  if (bytes.length < end) return { code: 'archive_truncated', path: '', from: bytes.length, to: bytes.length };
  return bytes.length > end ? { code: 'archive_trailing', path: '', from: end, to: bytes.length - 1 } : undefined;
}

function isZero(bytes: Uint8Array, from: number, to: number): boolean {
  for (let place = from; place < to; place++) if (bytes[place] !== 0) return false;
  return true;
}
