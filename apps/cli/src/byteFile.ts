/** 大文件 — the bytes of a file piece by piece into one piece of memory, so that a large CSV is never in memory as a whole. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { type ByteSource, sourceOf } from '@muheng/sheets';

export interface ByteFile extends ByteSource {
  /** By which other threads read the same file; undefined for what is no file and can be read only once. */
  readonly handle: number | undefined;
  close(): void;
}

/** As many bytes as a reader of large files mostly asks for at once. */
const usual = 1 << 21;

/** Raises what the file system raises. */
export function openBytes(file: string): ByteFile {
  const handle = openSync(file, 'r');
  const close = (): void => closeSync(handle);
  const isFile = fstatSync(handle).isFile();
  return isFile ? { ...bytesOf(handle), handle, close } : { ...sourceOf(readFileSync(handle)), handle: undefined, close };
}

/** The bytes of an open file. */
export function bytesOf(handle: number): ByteSource {
  const room = new Uint8Array(usual);
  return {
    length: fstatSync(handle).size,
    read(from, to, place) {
      const where =
        place !== undefined && to - from <= place.length ? place : to - from <= usual ? room : new Uint8Array(to - from);
      const into = where.subarray(0, to - from);
      let filled = 0;
      while (filled < into.length) {
        const got = readSync(handle, into, filled, into.length - filled, from + filled);
        if (got === 0) break;
        filled += got;
      }
      return into.subarray(0, filled);
    },
  };
}
