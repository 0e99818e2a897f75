/**
 * Files of a command → scheme and dataset. A scheme is a path or the name of a preset in catalog/schemes; its source.yaml stands
 * beside it; the fact catalogue is catalog/facts.yaml. Whatever cannot be read ends with its place and remedy, exit 3.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  columnsUnused,
  columnUses,
  type Dataset,
  datasetFrom,
  type PlainTable,
  type SideTableId,
  type SourceTable,
  sideTableIds,
} from '@muheng/engine';
import { type Finding, findingInWords, hasErrors } from '@muheng/finding';
import { readScheme, type Scheme } from '@muheng/scheme';
import { readLargeTable, readTable } from '@muheng/sheets';
import type { Console } from './console.js';
import { type DeliveredInputs, deliveredInputs } from './district/delivered.js';
import { UnreadableInput, UsageTrouble } from './exits.js';
import { openFile, readBytes, readWords } from './files.js';
import { type Options, wholeNumber } from './options.js';
import { catalogFolder } from './paths.js';
import { type ReadingThread, threadForFiles } from './threads/readingThread.js';

export interface Loaded<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

export const presetNames = (): readonly string[] =>
  readdirSync(join(catalogFolder, 'schemes'))
    .filter((name) => existsSync(join(catalogFolder, 'schemes', name, 'scheme.yaml')))
    .sort();

/** The file a `--scheme` word means. */
export function schemeFile(word: string): string {
  if (existsSync(word)) return statSync(word).isDirectory() ? join(word, 'scheme.yaml') : word;
  const preset = join(catalogFolder, 'schemes', word, 'scheme.yaml');
  if (/^[a-z0-9-]+$/.test(word) && existsSync(preset)) return preset;
  throw new UnreadableInput(
    `找不到评价办法“${word}”。请给出 scheme.yaml 的路径，或以下预置办法之一：${presetNames().join('、')}。`,
  );
}

/** Reads and checks a scheme; `scheme` is undefined when it has errors. */
export function readSchemeFile(word: string): {
  readonly file: string;
  readonly scheme?: Scheme;
  readonly findings: readonly Finding[];
} {
  const { file, scheme: text, sourceFile, source: sourceText, catalogueFile, catalogue: catalogueText } = readSchemeTexts(word);
  return { file, ...readScheme({ file, text, sourceFile, sourceText, catalogueFile, catalogueText }) };
}

/** The three texts a scheme is read from, and their files. */
export function readSchemeTexts(
  word: string,
): Readonly<Record<'file' | 'sourceFile' | 'catalogueFile' | 'scheme' | 'source' | 'catalogue', string>> {
  const file = schemeFile(word);
  const scheme = readWords(file);
  const sourceFile = sourceFileOf(file, scheme);
  const catalogueFile = join(catalogFolder, 'facts.yaml');
  const source = existsSync(sourceFile) ? readWords(sourceFile) : '';
  return { file, sourceFile, catalogueFile, scheme, source, catalogue: readWords(catalogueFile) };
}

/** The file that `source: source.yaml` of a scheme text names: only a plain file name beside the scheme is followed. */
export function sourceFileOf(file: string, text: string): string {
  const named = /^source:\s*["']?([^"'\s#]+)["']?\s*(?:#.*)?$/m.exec(text)?.[1] ?? 'source.yaml';
  return join(dirname(file), basename(named));
}

export function getScheme(word: string, console: Console): Scheme {
  const { scheme, findings, file } = readSchemeFile(word);
  if (scheme === undefined || hasErrors(findings)) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    throw new UnreadableInput([`评价办法 ${file} 有 ${errors.length} 处必须处理：`, ...errors.map(findingInWords)].join('\n'));
  }
  console.progress(`评价办法：${scheme.title}`);
  return scheme;
}

export interface Inputs {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly findings: readonly Finding[];
  /** Only of department files. */
  readonly delivered?: DeliveredInputs;
}

/** The scheme and data that `--scheme` and `--files`, or `--facts --table`, name; a folder is department files. */
export async function loadInputs(options: Options, console: Console): Promise<Inputs> {
  const word = options.text.scheme;
  if (word === undefined) throw new UsageTrouble('缺少 --scheme。');
  const folders = filesWords(options);
  if (folders.length > 0) return deliveredInputs(folders, getScheme(word, console), { options, console });
  const year = wholeNumber(options, 'year');
  const facts = factsWords(options);
  const tables = options.list.table.map(sideTableWord);
  const thread = threadForFiles(facts);
  return loadData({ scheme: getScheme(word, console), facts, tables, year, thread }, console);
}

/** Department files: what `--files` names, and the words when a folder is among them. */
export function filesWords({ list, words }: Options): readonly string[] {
  const folder = words.some((word) => existsSync(word) && statSync(word).isDirectory());
  if (list.files.length === 0 && !folder) return [];
  if (list.table.length > 0 || list.facts.length > 0)
    throw new UsageTrouble('--facts、--table 是另一种给法，不与部门文件合用；部门文件里的台账会自己认出。');
  return [...list.files, ...words];
}

export function factsWords(options: Options): readonly string[] {
  const facts = [...options.list.facts, ...options.words];
  if (facts.length === 0)
    throw new UsageTrouble('缺少数据：用 --files 给出部门文件所在的文件夹，或用 --facts 给出一张或几张基础数据表。');
  return facts;
}

interface DataWords {
  readonly scheme: Scheme;
  readonly facts: readonly string[];
  readonly tables: readonly SideTableWord[];
  readonly year: number | undefined;
  /** Reads along where a file is large. */
  readonly thread?: ReadingThread | undefined;
}

export async function loadData(words: DataWords, console: Console): Promise<Inputs> {
  const findings: Finding[] = [];
  const facts: FactTable[] = [];
  for (const file of words.facts) facts.push(await loadFacts(file, words, { console, findings }));
  words.thread?.close();
  const sideTables: Partial<Record<SideTableId, PlainTable[]>> = {};
  for (const { table, file } of words.tables) {
    sideTables[table] = [...(sideTables[table] ?? []), await loadTable(file, console, findings)];
  }
  const made = datasetFrom({
    scheme: words.scheme,
    tables: facts.map(({ table }) => table),
    sideTables,
    ...(words.year === undefined ? {} : { year: words.year }),
  });
  for (const { close } of facts) close();
  const all = [...findings, ...made.findings];
  if (made.dataset === undefined)
    throw new UnreadableInput(
      ['基础数据不能用于评价：', ...all.filter((finding) => finding.severity === 'error').map(findingInWords)].join('\n'),
    );
  console.progress(`基础数据：${made.dataset.subjects.length} ${words.scheme.subject.measure}，数据年度 ${made.dataset.year}`);
  return { scheme: words.scheme, dataset: made.dataset, findings: all };
}

export interface SideTableWord {
  readonly table: SideTableId;
  readonly file: string;
}

/** `events=事故.csv`. */
export function sideTableWord(word: string): SideTableWord {
  const [, name = '', file = ''] = /^([^=]*)=(.+)$/.exec(word) ?? [];
  const table = sideTableIds.find((known) => known === name);
  if (table === undefined) throw new UsageTrouble(`--table 写成 表=文件，表是 ${sideTableIds.join(' ')} 之一；收到“${word}”。`);
  return { table, file };
}

interface FactTable {
  readonly table: SourceTable;
  /** The table reads from its file until then. */
  readonly close: () => void;
}

async function loadFacts(
  file: string,
  { scheme, thread }: DataWords,
  { console, findings }: { readonly console: Console; readonly findings: Finding[] },
): Promise<FactTable> {
  const bytes = openFile(file);
  const { table, findings: seen } = await readLargeTable(bytes, basename(file), {
    uses: (header) => columnUses(scheme, header),
    unused: (header) => columnsUnused(scheme, header),
    others: thread?.readersFor(bytes),
  });
  findings.push(...seen);
  if (table === undefined) throw new UnreadableInput(seen.map(findingInWords).join('\n'));
  console.progress(`读入 ${file}：${'rows' in table ? table.rows.length : table.rowCount} 行`);
  return { table, close: () => bytes.close() };
}

async function loadTable(file: string, console: Console, findings: Finding[]): Promise<PlainTable> {
  const { table, findings: seen } = await readTable(readBytes(file), basename(file));
  findings.push(...seen);
  if (table === undefined) throw new UnreadableInput(seen.map(findingInWords).join('\n'));
  console.progress(`读入 ${file}：${table.rows.length} 行`);
  return table;
}
