/**
 * 行业代码核对 — codes of industries in the files of departments, before anything is joined: a code of the 2011 edition (the column says so)
 * is turned where the table of changes names one class, and shown; what is no class is refused with its cell. Read `withIndustries`.
 * @source GB/T 4754-2017; R82
 */
import type { Finding } from '@muheng/finding';
import {
  type Cell,
  cellAddress,
  type IndustryReading,
  type IndustryRow,
  type IndustryTable,
  type IndustryTrouble,
  type IntakeColumn,
  type IntakeTable,
  readIndustry,
} from '@muheng/sheets';
import type { DepartmentFile } from './district.js';
import { type DistrictCode, found } from './texts.zh.js';

export const industryFact = 'industry_code';

/** The files with their industry codes read; a file without any is given back as it is. */
export function withIndustries(files: readonly DepartmentFile[], industries: IndustryTable): readonly DepartmentFile[] {
  return files.map((file) => {
    if (!file.tables.some(({ columns }) => columns.some(({ term }) => term.id === industryFact))) return file;
    const findings: Finding[] = [...file.findings];
    return { ...file, tables: file.tables.map((table) => readColumn(table, industries, findings)), findings };
  });
}

/** What one way of writing came to: the value that is taken, and what is said of it. */
interface Judged {
  readonly value: Cell;
  readonly code?: DistrictCode;
  readonly words: Readonly<Record<string, string>>;
  /** Of the file. */
  readonly rows: number[];
}

function readColumn(table: IntakeTable, industries: IndustryTable, findings: Finding[]): IntakeTable {
  const column = table.columns.find(({ term }) => term.id === industryFact);
  if (column === undefined) return table;
  const edition = /2011/.test(column.header) ? 2011 : 2017;
  const seen = new Map<Cell, Judged>();
  const rows = table.rows.map((row, at) => {
    const cell = row[column.index] ?? null;
    if ((typeof cell !== 'string' && typeof cell !== 'number') || isAbsent(cell)) return row;
    const judged = seen.get(cell) ?? judge(cell, readIndustry(industries, cell, { edition }), column);
    seen.set(cell, judged);
    judged.rows.push(table.firstRow + at);
    return judged.value === cell ? row : row.map((one, index) => (index === column.index ? judged.value : one));
  });
  for (const { code, words, rows: told } of seen.values())
    if (code !== undefined) findings.push(found(code, placeIn(table, column, told[0]!), { ...words, count: told.length }));
  return { ...table, rows };
}

const isAbsent = (cell: Cell): boolean => cell === '' || cell === '缺' || cell === '未报' || cell === '不适用';

const placeIn = ({ sheet }: IntakeTable, { index }: IntakeColumn, row: number) => ({
  ...(sheet === undefined ? {} : { sheet }),
  ...{ row, cell: cellAddress(row, index + 1) },
});

const whyRefused: Readonly<Record<Exclude<IndustryTrouble, 'not_a_code'>, string>> = {
  unknown: '不在《国民经济行业分类》（GB/T 4754—2017）中',
  letter_differs: '的字母和数字不属于同一类',
  not_turned: '是 2011 年版的，对照表中没有它在 2017 年版中的去向',
  zero_lost: '是三位的数，可能丢了开头的 0',
};

const inWords = (chains: readonly (readonly IndustryRow[])[]): string =>
  chains.flatMap(([row]) => (row === undefined ? [] : [`${row.code}（${row.name}）`])).join('、');

function judge(cell: string | number, reading: IndustryReading, { term }: IntakeColumn): Judged {
  const written = String(cell);
  const refused = (why: string): Judged =>
    term.unused === true
      ? { value: cell, code: 'industry_doubtful', words: { written, why }, rows: [] }
      : { value: null, code: 'industry_refused', words: { written, why }, rows: [] };
  switch (reading.kind) {
    case 'known':
      return { value: cell, words: {}, rows: [] };
    case 'unlisted':
      return { value: cell, code: 'industry_unlisted', words: { written, near: inWords([reading.chain]) }, rows: [] };
    case 'turned': {
      const { from, chains } = reading;
      const [now, ...others] = chains.flatMap(([row]) => row ?? []);
      if (now === undefined || others.length > 0)
        return refused(`是 2011 年版的“${from.name}”，2017 年版分为 ${inWords(chains)}，要由人选定`);
      const value = /[A-Za-zＡ-Ｚａ-ｚ]/.test(written) ? now.code : now.code.slice(1);
      return { value, code: 'industry_turned', words: { written, name: from.name, now: inWords(chains) }, rows: [] };
    }
    case 'trouble':
      return reading.why === 'not_a_code'
        ? { value: cell, code: 'industry_not_a_code', words: { written }, rows: [] }
        : refused(whyRefused[reading.why]);
  }
}
