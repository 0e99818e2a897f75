/**
 * 压缩包目录 — what stands in a zip archive, from its central directory, checked before anything is inflated: number of entries,
 * paths, links, encryption, overlaps, names that occur twice, bytes that belong to nobody. Read `readDirectory`.
 * @source R27
 */
import { CannotRead } from '../cannotRead.js';
import type { Limits } from '../limits.js';

export interface Entry {
  /** With `/`, as written. */
  readonly name: string;
  /** 0 stored, 8 deflated; others are refused when read. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** As the directory says; counted while inflating. */
  readonly size: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly Entry[];
  /** By lower-case name. */
  find(name: string): Entry | undefined;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;

/** Raises CannotRead for whatever no honest workbook has. */
export function readDirectory(bytes: Uint8Array, limits: Limits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const { count, offset } = directoryPlace(view, end);
  if (count > limits.entries) throw new CannotRead('archive_too_many_entries', { count, most: limits.entries });
  const entries: Entry[] = [];
  const names = new Map<string, Entry>();
  let at = offset;
  let declared = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw broken();
    const { entry, next } = readEntry(view, at);
    at = next;
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw new CannotRead('archive_lies', { why: `“${entry.name}”出现两次` });
    names.set(key, entry);
    entries.push(entry);
    declared += entry.size;
    if (declared > limits.inflatedBytes) throw new CannotRead('archive_too_large', { most: megabytes(limits.inflatedBytes) });
  }
  refuseOverlaps(entries, offset);
  return { bytes, entries, find: (name) => names.get(name.toLowerCase()) };
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;

const broken = (): CannotRead => new CannotRead('file_not_readable', { why: '压缩包目录不完整，文件可能没有传完' });

/** The end record must be the last thing in the file: what follows its comment belongs to another file. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === endSignature) throw new CannotRead('file_of_two_kinds', { why: '压缩包之后还有其他内容' });
  throw broken();
}

function directoryPlace(view: DataView, end: number): { count: number; offset: number } {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === locator64Signature) {
    const record = bigNumber(view, locator + 8);
    if (record + 56 > end || view.getUint32(record, true) !== end64Signature) throw broken();
    return { count: bigNumber(view, record + 32), offset: bigNumber(view, record + 48) };
  }
  if (offset + size > end) throw broken();
  if (offset + size !== end) throw new CannotRead('file_of_two_kinds', { why: '压缩包前面或中间夹有其他内容' });
  return { count, offset };
}

function bigNumber(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw broken();
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 4_294_967_296;
  if (!Number.isSafeInteger(value)) throw broken();
  return value;
}

function readEntry(view: DataView, at: number): { entry: Entry; next: number } {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw broken();
  const name = textAt(view, at + 46, nameLength).replaceAll('\\', '/');
  refusePath(name);
  const attributes = view.getUint32(at + 38, true);
  if (view.getUint8(at + 5) === 3 && ((attributes >>> 16) & 0xf000) === 0xa000) throw new CannotRead('archive_path', { name });
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new CannotRead('file_encrypted');
  const large = readLarge(view, at, { from: at + 46 + nameLength, length: extraLength });
  const { packed, size } = large;
  if (large.local + 30 > view.byteLength || view.getUint32(large.local, true) !== localSignature) throw broken();
  const localName = view.getUint16(large.local + 26, true);
  if (textAt(view, large.local + 30, localName).replaceAll('\\', '/') !== name)
    throw new CannotRead('archive_lies', { why: `“${name}”两处名称不一` });
  const start = large.local + 30 + localName + view.getUint16(large.local + 28, true);
  if (start + packed > view.byteLength) throw broken();
  return {
    entry: { name, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed, size, start },
    next,
  };
}

/** Sizes and place, from the zip64 field where the short ones are full. */
function readLarge(
  view: DataView,
  at: number,
  extra: { from: number; length: number },
): { packed: number; size: number; local: number } {
  const short = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  };
  const full = 0xffffffff;
  if (short.size !== full && short.packed !== full && short.local !== full) return short;
  for (let field = extra.from; field + 4 <= extra.from + extra.length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let place = field + 4;
    const take = (value: number): number => {
      if (value !== full) return value;
      place += 8;
      return bigNumber(view, place - 8);
    };
    return { size: take(short.size), packed: take(short.packed), local: take(short.local) };
  }
  throw broken();
}

function textAt(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) throw broken();
  return new TextDecoder('utf-8').decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
}

function refusePath(name: string): void {
  if (name.startsWith('/') || /^[a-zA-Z]:/.test(name) || name.includes('\0') || name.split('/').includes('..'))
    throw new CannotRead('archive_path', { name });
}

/** Two entries that share bytes are how a small file becomes a large one. */
function refuseOverlaps(entries: readonly Entry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  sorted.forEach((entry, index) => {
    const limit = sorted[index + 1]?.start ?? directory;
    if (entry.start + entry.packed > limit) throw new CannotRead('archive_lies', { why: `“${entry.name}”与其他部分重叠` });
  });
}
