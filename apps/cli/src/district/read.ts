/** 读入部门文件 — every file twice: once as it is, and once more beside the figures of its other years, to see units that slipped. */
import { join } from 'node:path';
import {
  type District,
  departmentTerms,
  joinDistrict,
  kindWords,
  referencesFrom,
  type TableView,
  withIndustries,
} from '@muheng/district';
import type { Finding } from '@muheng/finding';
import { type FactTerm, factTermsFor, type Scheme } from '@muheng/scheme';
import { type IndustryTable, industryTableFrom, type ReadOptions, readTables, type TablesRead, type Term } from '@muheng/sheets';
import type { Console } from '../console.js';
import { UsageTrouble } from '../exits.js';
import { readWords } from '../files.js';
import { type Options, wholeNumber } from '../options.js';
import { catalogFolder } from '../paths.js';
import type { FileLine } from './fileLine.js';
import { filesIn, type GivenFile } from './folder.js';
import { type Decided, type MappingOf, mappingsFrom, writeMappings } from './mappings.js';
import { factsNeeded } from './needed.js';

export interface Delivered {
  readonly district: District;
  readonly files: readonly FileLine[];
  /** Of files, reading and joining. */
  readonly findings: readonly Finding[];
}

export async function readDelivery(
  words: readonly string[],
  { scheme, standIns }: { readonly scheme: Scheme; readonly standIns: ReadonlyMap<string, string> },
  { options, console }: { options: Options; console: Console },
): Promise<Delivered> {
  const { files, findings } = filesIn(words);
  const mappingOf = mappingsFrom(options.text.mapping);
  const facts = catalogueFor(scheme);
  const vocabulary = departmentTerms(facts, factsNeeded(scheme, standIns));
  const reading: Reading = { vocabulary, mappingOf, console };
  console.progress(`部门文件 ${files.length} 个`);
  const first = await readAll(files, reading);
  const references = referencesFrom(first, facts);
  const read = await readAgain(files, first, { ...reading, references });
  const folder = options.text['write-mapping'];
  if (folder !== undefined) {
    const { written, kept } = writeMappings(folder, read);
    console.err(
      `已写 ${written} 份对列表到 ${folder}${kept === 0 ? '' : `；已有的 ${kept} 份没有改动，要重新导出请换一个文件夹`}`,
    );
  }
  const year = wholeNumber(options, 'year') ?? (scheme.years.data === 'any' ? undefined : scheme.years.data);
  const district = joinDistrict({
    files: withIndustries(read, industryClasses()),
    facts,
    ...(year === undefined ? {} : { year }),
  });
  console.progress(`并户：名录 ${district.register.subjects.length} 户，数据年度 ${district.years.join('、')}`);
  return { district, files: fileLines(files, district), findings: [...findings, ...district.findings] };
}

interface Reading {
  readonly vocabulary: readonly Term[];
  readonly mappingOf: MappingOf;
  readonly console: Console;
}

type ReadFile = TablesRead & { readonly path: string };

async function readAll(files: readonly GivenFile[], { vocabulary, mappingOf, console }: Reading): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const [at, { path, bytes }] of files.entries()) {
    const tables = await readTables(bytes, path, withMapping({ vocabulary, rowsPerSubject: 'many' }, mappingOf(path)));
    read.push({ path, ...tables });
    const rows = tables.tables.reduce((sum, table) => sum + table.dataRows, 0);
    console.progress(`读入 ${at + 1}/${files.length} ${path}：${tables.tables.length === 0 ? '没有读出表' : `${rows} 行`}`);
  }
  return read;
}

/** Only a file of one year has other years beside it. */
async function readAgain(
  files: readonly GivenFile[],
  first: readonly ReadFile[],
  { vocabulary, mappingOf, references }: Reading & { references: ReturnType<typeof referencesFrom> },
): Promise<ReadFile[]> {
  return Promise.all(
    files.map(async ({ path, bytes }, at): Promise<ReadFile> => {
      const reference = references(path);
      if (reference.size === 0) return first[at]!;
      const options: ReadOptions = { vocabulary, rowsPerSubject: 'many', reference };
      return { path, ...(await readTables(bytes, path, withMapping(options, mappingOf(path)))) };
    }),
  );
}

const withMapping = (options: ReadOptions, decided: Decided | undefined): ReadOptions => ({ ...options, ...decided });

function fileLines(files: readonly GivenFile[], { views, joined, placed, register, facts }: District): FileLine[] {
  return files.flatMap(({ path, sha256 }) => {
    const own = views.filter((view) => view.file === path);
    const department = departmentOf(path, own, facts);
    if (own.length === 0) return [{ path, department, sheet: '', what: '没有读出表', year: null, rows: 0, taken: 0, sha256 }];
    return own.map((view): FileLine => {
      const table = joined.find((one) => one.view === view);
      const fact = placed.find((one) => one.joined.view === view);
      const years = fact === undefined ? view.year : fact.years.find((year) => year > 0);
      const taken =
        fact?.years.filter((year) => year > 0).length ??
        table?.taken.filter((one) => one === 1).length ??
        register.subjects.filter(({ at }) => at?.view === view).length;
      const { dataRows: rows, sheet = '' } = view.table;
      return { path, department, sheet, what: kindWords[view.kind], year: years ?? null, rows, taken, sha256 };
    });
  });
}

/** The folder the file lies in; else the department that the catalogue names for most of its facts. */
function departmentOf(path: string, views: readonly TableView[], facts: District['facts']): string {
  const folder = path.split(/[\\/]/).slice(-2, -1)[0] ?? '';
  if (/[局委办公司会所站中心]$/.test(folder)) return folder;
  const counts = new Map<string, number>();
  for (const view of views)
    for (const { term } of view.table.columns) {
      const from = facts.get(term.id)?.from;
      if (from !== undefined && term.type === 'number') counts.set(from, (counts.get(from) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? folder;
}

/** `--use 评价税收=实缴税金`: what stands in for a fact that nobody delivers. */
export function standInsOf(options: Options, scheme: Scheme): ReadonlyMap<string, string> {
  const facts = catalogueFor(scheme);
  return new Map(
    options.list.use.map((word) => {
      const [, wanted = '', given = ''] = /^([^=]+)=(.+)$/.exec(word) ?? [];
      const [to, from] = [factOf(wanted, facts), factOf(given, facts)];
      if (to === undefined || from === undefined)
        throw new UsageTrouble(`--use 写成 办法要的数据项=部门给的数据项，例如 评价税收=实缴税金；收到“${word}”。`);
      if (to.type !== from.type || to.unit.dimension !== from.unit.dimension)
        throw new UsageTrouble(`--use ${word}：两项的种类或单位不同，不能代替。`);
      return [to.id, from.id];
    }),
  );
}

const factOf = (word: string, facts: readonly FactTerm[]): FactTerm | undefined =>
  facts.find(({ id, term }) => id === word || term === word) ?? facts.find(({ also }) => also.includes(word));

const industryClasses = (): IndustryTable =>
  industryTableFrom(wordsOfTable('gbt4754-2017.csv'), wordsOfTable('gbt4754-2011-changes.csv'));

const wordsOfTable = (name: string): string => readWords(join(catalogFolder, 'tables', name));

const catalogueFor = (scheme: Scheme): readonly FactTerm[] => factTermsFor(scheme, readWords(join(catalogFolder, 'facts.yaml')));
