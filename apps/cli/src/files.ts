/**
 * Writing results: the format is told by the extension and refused before any work is done; a file is written beside its place
 * and renamed, so that a reader never sees half of it and a failure leaves the old one.
 */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { type ByteFile, openBytes } from './byteFile.js';
import { UnreadableInput, UsageTrouble } from './exits.js';

export const formats = ['.json', '.xlsx', '.csv', '.html', '.bundle'] as const;
export type Format = (typeof formats)[number];
export interface Target {
  readonly file: string;
  readonly format: Format;
}

/** `--out` words → targets; `inputs` are files that must not be written over, and folders of files. */
export function targetsOf(words: readonly string[], inputs: readonly string[]): readonly Target[] {
  const read = new Set(inputs.filter((file) => existsSync(file)).map((file) => realpathSync(file)));
  const folders = [...read].filter((file) => statSync(file).isDirectory());
  return words.map((file) => targetOf(file, { read, folders }));
}

interface Inputs {
  readonly read: ReadonlySet<string>;
  readonly folders: readonly string[];
}

/** Papers that would be read as tables of a department. */
const tables: ReadonlySet<Format> = new Set(['.xlsx', '.csv']);

function targetOf(file: string, { read, folders }: Inputs): Target {
  const extension = extname(file).toLowerCase();
  const format = formats.find((known) => known === extension);
  if (format === undefined) throw new UsageTrouble(`--out 的扩展名应为 ${formats.join(' ')} 之一，收到“${file}”。`);
  const folder = dirname(resolve(file));
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UnreadableInput(`没有写 ${file}：文件夹 ${folder} 不存在。请先建立该文件夹，或换一个位置。`);
  if (existsSync(file) && statSync(file).isDirectory())
    throw new UnreadableInput(`没有写 ${file}：这是一个文件夹。请换一个文件名。`);
  if (existsSync(file) && read.has(realpathSync(file)))
    throw new UsageTrouble(`--out ${file} 就是输入文件，没有覆盖。请换一个文件名。`);
  const within = folders.find((one) => isWithin(realpathSync(folder), one));
  if (within !== undefined && tables.has(format))
    throw new UsageTrouble(`--out ${file} 在部门文件夹 ${within} 里：会覆盖部门文件，或者下次被当作部门文件读入。请写到别处。`);
  return { file, format };
}

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}${sep}`);

/** Lines come without their line ends. */
export type Content = string | Uint8Array | { readonly lines: Iterable<string> };

export function writeAtomically(file: string, content: Content): void {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(part, content);
    else writeLines(part, content.lines);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new UnreadableInput(`没有写成 ${file}：${troubleInWords(error)}。请检查权限、磁盘空间，并关闭正在打开它的程序。`);
  }
}

/** Letters that are written at once, about. */
const atOnce = 1 << 20;

function writeLines(file: string, lines: Iterable<string>): void {
  const handle = openSync(file, 'w');
  try {
    for (const some of together(lines)) writeFileSync(handle, `${some}\n`);
  } finally {
    closeSync(handle);
  }
}

/** Lines joined to longer texts: fewer, larger writes. */
export function* together(lines: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let letters = 0;
  for (const line of lines) {
    waiting.push(line);
    letters += line.length;
    if (letters <= atOnce) continue;
    yield waiting.join('\n');
    waiting = [];
    letters = 0;
  }
  if (waiting.length > 0) yield waiting.join('\n');
}

const causes: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '不允许这样做',
  ENOSPC: '磁盘已满',
  EBUSY: '文件正被其他程序打开',
  EROFS: '磁盘只读',
  ENOENT: '文件不存在',
  EISDIR: '这是一个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  ENAMETOOLONG: '文件名过长',
};

/** A system error in Chinese, its code behind it. */
export function troubleInWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return causes[code] === undefined ? error.message : `${causes[code]}（${code}）`;
}

export const readBytes = (file: string): Uint8Array => opened(file, (path) => readFileSync(path));

/** For files that may be large; to be closed. */
export const openFile = (file: string): ByteFile => opened(file, openBytes);

function opened<T>(file: string, open: (file: string) => T): T {
  try {
    if (statSync(file).isDirectory())
      throw new UnreadableInput(`${file} 是一个文件夹，不是文件。请给出其中的文件；部门文件的文件夹用 --files。`);
    return open(file);
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    throw new UnreadableInput(`文件 ${file} 读不了：${troubleInWords(error)}。请检查路径和权限。`);
  }
}

export const readWords = (file: string): string => new TextDecoder('utf-8').decode(readBytes(file));
