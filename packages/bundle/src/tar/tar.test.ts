import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../bytes.js';
import { blockSize, tarHeader } from './header.js';
import { packTar, readTar, type TarTrouble } from './tar.js';

const files = new Map([
  ['b/two.txt', bytesOf('二'.repeat(300))],
  ['a.txt', bytesOf('one')],
  ['empty.bin', new Uint8Array(0)],
]);

/** One entry with a header that was changed and whose checksum was made to fit again. */
function withHeader(change: (header: Uint8Array) => void): Uint8Array {
  const all = packTar(new Map([['a.txt', bytesOf('one')]]));
  const header = all.subarray(0, blockSize);
  change(header);
  header.set(bytesOf('        '), 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(bytesOf(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return all;
}
const put =
  (text: string, at: number) =>
  (header: Uint8Array): void =>
    header.set(bytesOf(text), at);
const codeOf = (bytes: Uint8Array): TarTrouble | undefined => readTar(bytes).fault?.code;
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const body = (text: string): Uint8Array => {
  const block = new Uint8Array(blockSize);
  block.set(bytesOf(text));
  return block;
};

describe('tar', () => {
  test('reads what it writes, sorted, and gives equal bytes for files in another order', () => {
    const all = packTar(files);
    const read = readTar(all);
    expect(read.fault).toBeUndefined();
    expect(read.fault === undefined && read.entries.map(({ path }) => path)).toEqual(['a.txt', 'b/two.txt', 'empty.bin']);
    expect(packTar(new Map([...files].reverse()))).toEqual(all);
    expect(all.length % blockSize).toBe(0);
  });

  test('another program unpacks it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'muheng-tar-'));
    try {
      writeFileSync(join(folder, 'x.tar'), packTar(files));
      execFileSync('tar', ['-xf', 'x.tar'], { cwd: folder });
      expect(readFileSync(join(folder, 'b/two.txt'), 'utf8')).toBe('二'.repeat(300));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.each<[string, TarTrouble, Uint8Array]>([
    ['a path out of the folder', 'archive_path_unsafe', withHeader(put('../a.txt\0', 0))],
    ['an absolute path', 'archive_path_unsafe', withHeader(put('/etc/a.txt\0', 0))],
    ['a path of another system', 'archive_path_unsafe', withHeader(put('c:\\a.txt\0', 0))],
    ['a path of dots inside', 'archive_path_unsafe', withHeader(put('a/../../b.txt\0', 0))],
    ['a prefix', 'archive_path_unsafe', withHeader(put('../up', 345))],
    ['a hard link', 'archive_not_a_file', withHeader(put('1', 156))],
    ['a symbolic link', 'archive_not_a_file', withHeader(put('2', 156))],
    ['a folder', 'archive_not_a_file', withHeader(put('5', 156))],
    ['a long-name entry', 'archive_not_a_file', withHeader(put('L', 156))],
    ['a link name on a file', 'archive_header_damaged', withHeader(put('passwd', 157))],
    ['another mode', 'archive_header_damaged', withHeader(put('0000755', 100))],
    ['a time', 'archive_header_damaged', withHeader(put('00000000001', 136))],
    ['an owner', 'archive_header_damaged', withHeader(put('root', 265))],
    ['a size that is no number', 'archive_header_damaged', withHeader(put('zzzzzzzzzzz', 124))],
    ['a size beyond the archive', 'archive_truncated', withHeader(put('77777777777', 124))],
    ['a size with a sign', 'archive_header_damaged', withHeader(put('-0000000003', 124))],
    ['a negative size in base 256', 'archive_header_damaged', withHeader((header) => header.fill(0xff, 124, 136))],
  ])('refuses %s', (_, code, bytes) => expect(codeOf(bytes)).toBe(code));

  test('refuses a name twice, names out of order, and says where', () => {
    const one = joined(tarHeader('a.txt', 3), body('one'));
    const end = new Uint8Array(2 * blockSize);
    expect(readTar(joined(one, one, end)).fault).toEqual({ code: 'archive_entry_doubled', path: 'a.txt', from: 1024, to: 1123 });
    expect(codeOf(joined(tarHeader('b.txt', 3), body('one'), one, end))).toBe('archive_order_wrong');
  });

  test('refuses whatever is cut off, at every length', () => {
    const all = packTar(files);
    for (let length = 0; length < all.length; length++)
      expect(readTar(all.subarray(0, length)).fault, String(length)).toBeDefined();
  });

  test('refuses anything behind the end, even zeros', () => {
    const all = packTar(files);
    expect(codeOf(joined(all, new Uint8Array(blockSize)))).toBe('archive_trailing');
    expect(readTar(joined(all, bytesOf('x'))).fault).toEqual({
      code: 'archive_trailing',
      path: '',
      from: all.length,
      to: all.length,
    });
  });

  test('never writes a path it would not read', () => {
    for (const path of ['../a.txt', '/a.txt', 'A.txt', 'a', 'a b.txt', `${'a'.repeat(100)}.txt`, ''])
      expect(() => packTar(new Map([[path, new Uint8Array(0)]])), path).toThrow(RangeError);
  });
});
