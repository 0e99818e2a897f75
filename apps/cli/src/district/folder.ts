/**
 * 部门文件夹 — files and folders as given → files with their bytes and SHA-256, folders walked in the order of names. Hidden files, locks of
 * office programs, what Windows leaves and what a `.muhengignore` names (one name a line) are passed over; the same bytes twice are read once and told.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { districtFinding } from '@muheng/district';
import type { Finding } from '@muheng/finding';
import { UnreadableInput } from '../exits.js';
import { readBytes, readWords } from '../files.js';

export interface GivenFile {
  readonly file: string;
  /** As shown: relative to the folder it was found in. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface GivenFiles {
  readonly files: readonly GivenFile[];
  readonly findings: readonly Finding[];
}

/** Results and notes that lie beside the tables: never a department's table. */
const noTable = /\.(?:jsonl?|ya?ml|md|bundle|html?)$/i;
/** What Windows leaves in a folder. */
const ofTheSystem = /^(?:thumbs\.db|desktop\.ini)$/i;

export function filesIn(words: readonly string[]): GivenFiles {
  const listed = words.flatMap((word): { file: string; path: string }[] => {
    if (!existsSync(word)) throw new UnreadableInput(`找不到 ${word}。请检查路径。`);
    const within = statSync(word).isDirectory();
    return within ? walk(word).map((file) => ({ file, path: relative(word, file) })) : [{ file: word, path: basename(word) }];
  });
  const seen = new Map<string, string>();
  const paths = new Map<string, number>();
  const findings: Finding[] = [];
  const files = listed.flatMap(({ file, path: short }): GivenFile[] => {
    const bytes = readBytes(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const nth = (paths.get(short) ?? 0) + 1;
    paths.set(short, nth);
    const path = nth === 1 ? short : file;
    const other = seen.get(sha256);
    if (other !== undefined) {
      const kind = otherYear(path, other) ? 'file_twice_other_year' : 'file_twice';
      findings.push(districtFinding(kind, { file: path }, { other }));
      return [];
    }
    seen.set(sha256, path);
    return [{ file, path, bytes, sha256 }];
  });
  if (files.length === 0) throw new UnreadableInput(`${words.join('、')} 中没有可读的文件。`);
  return { files, findings };
}

/** Both paths name years, and not the same. */
function otherYear(path: string, other: string): boolean {
  const [own, theirs] = [path, other].map((one) => [...one.matchAll(/(?<!\d)20\d\d(?!\d)/g)].join(' '));
  return own !== '' && theirs !== '' && own !== theirs;
}

function walk(folder: string): string[] {
  const passedOver = new Set(ignored(folder));
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$') && !passedOver.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) return walk(file);
      return entry.isFile() && !noTable.test(entry.name) && !ofTheSystem.test(entry.name) ? [file] : [];
    });
}

function ignored(folder: string): readonly string[] {
  const list = join(folder, '.muhengignore');
  return existsSync(list)
    ? readWords(list)
        .split(/\r?\n/)
        .map((line) => line.trim().replace(/\/$/, ''))
    : [];
}
