/**
 * 对列表的文件 — one JSON for all department files, or a folder that has for `税务局/税收.xlsx` a `税务局/税收.xlsx.json` (or `税收.xlsx.json`).
 * `writeMappings` makes such a folder of what was recognised, to be mended by a person and given back.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '@muheng/finding';
import { findingInWords, hasErrors } from '@muheng/finding';
import { type IntakeTable, type Mapping, readMapping, writeMapping } from '@muheng/sheets';
import { UnreadableInput } from '../exits.js';
import { readWords, writeAtomically } from '../files.js';

/** The mapping of a department's file; undefined when there is none. */
export type MappingOf = (path: string) => Mapping | undefined;

export function mappingsFrom(word: string | undefined): MappingOf {
  if (word === undefined) return () => undefined;
  if (!existsSync(word)) throw new UnreadableInput(`找不到对列表 ${word}。请检查路径；可用 --write-mapping 导出一份再修改。`);
  if (!statSync(word).isDirectory()) {
    const mapping = read(word);
    return () => mapping;
  }
  return (path) => {
    const file = [join(word, `${path}.json`), join(word, `${basename(path)}.json`)].find((candidate) => existsSync(candidate));
    return file === undefined ? undefined : read(file);
  };
}

function read(file: string): Mapping {
  const { mapping, findings } = readMapping(readWords(file), file);
  if (hasErrors(findings)) throw new UnreadableInput(findings.map((finding: Finding) => findingInWords(finding)).join('\n'));
  return mapping;
}

/** One file a department file, columns of all of its sheets; gives how many were written. */
export function writeMappings(
  folder: string,
  files: readonly { readonly path: string; readonly tables: readonly IntakeTable[] }[],
): number {
  for (const { path, tables } of files) {
    const file = join(folder, `${path}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeAtomically(file, writeMapping(columnsOf(tables)));
  }
  return files.length;
}

function columnsOf(tables: readonly IntakeTable[]): { header: string; fact: string | null; unit?: string }[] {
  const seen = new Map<string, { header: string; fact: string | null; unit?: string }>();
  for (const { columns, unmatched } of tables) {
    for (const { header, term, unit } of columns)
      if (!seen.has(header))
        seen.set(header, { header, fact: term.id, ...(unit === undefined || unit.text === '' ? {} : { unit: unit.text }) });
    for (const { header } of unmatched) if (!seen.has(header)) seen.set(header, { header, fact: null });
  }
  return [...seen.values()];
}
