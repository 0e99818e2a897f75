/**
 * 对列表的文件 — one JSON for all department files, or a folder that has for `税务局/税收.xlsx` a `税务局/税收.xlsx.json` (or `税收.xlsx.json`).
 * `writeMappings` makes such a folder of what was recognised, to be mended by a person and given back.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '@muheng/finding';
import { findingInWords, hasErrors } from '@muheng/finding';
import { type CellQuestion, type IntakeTable, type MappingRead, readMapping, shownCell, writeMapping } from '@muheng/sheets';
import { UnreadableInput } from '../exits.js';
import { readWords, troubleInWords, writeAtomically } from '../files.js';

export type Decided = Pick<MappingRead, 'mapping' | 'cells'>;

/** What was decided about a department's file; undefined when there is nothing. */
export type MappingOf = (path: string) => Decided | undefined;

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

function read(file: string): Decided {
  const { findings, ...decided } = readMapping(readWords(file), file);
  if (hasErrors(findings)) throw new UnreadableInput(findings.map((finding: Finding) => findingInWords(finding)).join('\n'));
  return decided;
}

interface Recognised {
  readonly path: string;
  readonly tables: readonly IntakeTable[];
  readonly findings: readonly Finding[];
}

export interface MappingsWritten {
  readonly written: number;
  /** What somebody may have answered already is never written over. */
  readonly kept: number;
}

/** One file a department file: columns of all of its sheets, and the cells that wait for a decision. */
export function writeMappings(folder: string, files: readonly Recognised[]): MappingsWritten {
  let written = 0;
  for (const { path, tables, findings } of files) {
    const file = join(folder, `${path}.json`);
    if (existsSync(file)) continue;
    makeFolder(dirname(file));
    writeAtomically(file, writeMapping(columnsOf(tables), questionsOf(tables, findings)));
    written++;
  }
  return { written, kept: files.length - written };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UnreadableInput(`对列表写不到 ${folder}：${troubleInWords(error)}。请换一个文件夹。`);
  }
}

/** Figures and dates that reject their row, and figures whose unit is doubted. */
function questionsOf(tables: readonly IntakeTable[], findings: readonly Finding[]): CellQuestion[] {
  return findings.flatMap(({ code, severity, message, where }): CellQuestion[] => {
    const { sheet, row, cell } = where;
    if (row === undefined || cell === undefined) return [];
    const asked = code === 'unit_slip_row' || (severity === 'error' && /^(?:cell|number|date)_/.test(code));
    const table = tables.find((one) => one.sheet === sheet);
    const column = table?.columns.find(({ letters }) => cell === `${letters}${row}`);
    if (!asked || table === undefined || column === undefined) return [];
    const was = shownCell(table.rows[row - table.firstRow]?.[column.index] ?? null);
    return [{ ...(sheet === undefined ? {} : { sheet }), cell, was, question: message }];
  });
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
