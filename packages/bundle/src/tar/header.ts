/**
 * 归档头 — the one header a file of a bundle may have: ustar, plain file, mode 0644, no owner, no time. A reader builds it again from
 * path and size and compares all 512 bytes, so nothing can hide in it. Refuses paths that could leave the folder they are unpacked in.
 */
import { bytesOf } from '../bytes.js';

export const blockSize = 512;
/** Largest size the header can say: 11 octal digits. */
export const mostFileBytes = 0o77777777777;

/** Small letters, digits and `_`, one dot before the extension, `/` between: nothing to escape from, the same on every system. */
const safePath = /^(?:[a-z0-9_]+\/)*[a-z0-9_]+\.[a-z0-9_]+$/;
export const isSafePath = (path: string): boolean => path.length <= 100 && safePath.test(path);

const at = {
  name: 0,
  mode: 100,
  uid: 108,
  gid: 116,
  size: 124,
  mtime: 136,
  checksum: 148,
  type: 156,
  magic: 257,
  version: 263,
  major: 329,
  minor: 337,
} as const;

export function tarHeader(path: string, size: number): Uint8Array {
  const header = new Uint8Array(blockSize);
  const put = (text: string, where: number): void => header.set(bytesOf(text), where);
  put(path, at.name);
  put('0000644\0', at.mode);
  put('0000000\0', at.uid);
  put('0000000\0', at.gid);
  put(`${size.toString(8).padStart(11, '0')}\0`, at.size);
  put('00000000000\0', at.mtime);
  put('        ', at.checksum);
  put('0', at.type);
  put('ustar\0', at.magic);
  put('00', at.version);
  put('0000000\0', at.major);
  put('0000000\0', at.minor);
  put(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, at.checksum);
  return header;
}

/** Sum of the bytes with the checksum itself as spaces. */
function checksumOf(header: Uint8Array): number {
  let sum = 0;
  for (let place = 0; place < blockSize; place++) sum += place >= at.checksum && place < at.checksum + 8 ? 0x20 : header[place]!;
  return sum;
}

export interface SaidHeader {
  readonly path: string;
  /** NaN when no octal number stands there. */
  readonly size: number;
  readonly type: string;
  /** The checksum fits the bytes: what is strange is meant, not damaged. */
  readonly sound: boolean;
}

/** What a header says, believed or not. */
export function readTarHeader(header: Uint8Array): SaidHeader {
  const prefix = field(header, 345, 155);
  const name = field(header, at.name, 100);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    size: octal(field(header, at.size, 12)),
    type: String.fromCharCode(header[at.type]!),
    sound: octal(field(header, at.checksum, 8).trim()) === checksumOf(header),
  };
}

const octal = (text: string): number => (/^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : Number.NaN);

function field(header: Uint8Array, from: number, length: number): string {
  let text = '';
  for (let place = from; place < from + length && header[place] !== 0; place++) text += String.fromCharCode(header[place]!);
  return text;
}
