/**
 * Bytes → the first table of a file: a workbook's first visible sheet or a CSV in UTF-8 or GB18030. The format is told by
 * content, never by name. Formulas are not evaluated: cached results are read and counted. Raises nothing.
 */
import type { Finding } from '@muheng/finding';
import { type Cell as BookCell, type CellValue, readXlsx } from 'hucre';
import Papa from 'papaparse';
import { type Cell, cellAddress, type PlainTable } from './table.js';
import { found } from './texts.zh.js';

export interface ReadOutcome {
  readonly table?: PlainTable;
  readonly findings: readonly Finding[];
}

export async function readTable(bytes: Uint8Array, file: string): Promise<ReadOutcome> {
  if (bytes.length === 0) return refused(found('file_empty', { file }));
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes, file);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused(found('file_type_old_xls', { file }));
  return readText(bytes, file);
}

const refused = (finding: Finding): ReadOutcome => ({ findings: [finding] });
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

async function readWorkbook(bytes: Uint8Array, file: string): Promise<ReadOutcome> {
  try {
    const book = await readXlsx(bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden });
    const sheet = book.sheets[0];
    if (sheet === undefined) return refused(found('sheet_without_header', { file }));
    const findings: Finding[] = [];
    const rows = sheet.rows.map((row, at) =>
      row.map((value, column) => plainValue(value, { file, sheet: sheet.name, row: at + 1, column: column + 1 }, findings)),
    );
    const formulas = [...(sheet.cells?.values() ?? [])].filter((cell: BookCell) => cell.formula !== undefined).length;
    if (formulas > 0) findings.push(found('cell_from_formula', { file, sheet: sheet.name }, { count: formulas }));
    return tableFrom(rows, { file, sheet: sheet.name }, findings);
  } catch (error) {
    return refused(found('file_not_readable', { file }, { why: error instanceof Error ? error.message : String(error) }));
  }
}

interface At {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const errorValues = new Set([
  '#REF!',
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#VALUE!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);

function plainValue(value: CellValue | undefined, at: At, findings: Finding[]): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return isoOf(value);
  if (typeof value === 'string' && errorValues.has(value)) {
    findings.push(found('cell_error_value', { file: at.file, sheet: at.sheet, cell: cellAddress(at.row, at.column) }, { value }));
    return null;
  }
  return value;
}

/** Workbook dates come as UTC midnights; a time of day is kept so that nothing is lost silently. */
function isoOf(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

function readText(bytes: Uint8Array, file: string): ReadOutcome {
  const findings: Finding[] = [];
  const text = decode(bytes, file, findings);
  if (text === undefined) return { findings };
  const parsed = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimiter: text.includes('\t') && !text.includes(',') ? '\t' : ',',
  });
  for (const error of parsed.errors)
    if (error.type === 'Quotes')
      findings.push(found('csv_broken', { file, row: (error.row ?? 0) + 1 }, { row: (error.row ?? 0) + 1, why: '引号没有成对' }));
  return tableFrom(parsed.data, { file }, findings);
}

/** Strict UTF-8 first, then GB18030 (never the label gbk: it loses 4-byte characters). NUL bytes are no text. */
function decode(bytes: Uint8Array, file: string, findings: Finding[]): string | undefined {
  if (bytes.subarray(0, 65_536).includes(0)) {
    findings.push(found('file_type_unknown', { file }));
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
      findings.push(found('text_read_as_gb18030', { file }));
      return text;
    } catch {
      findings.push(found('text_encoding_unknown', { file }));
      return undefined;
    }
  }
}

/** The first row with a text in it is the header, unless it is a `#` comment line; blank rows below are dropped. */
function tableFrom(rows: readonly (readonly Cell[])[], from: { file: string; sheet?: string }, findings: Finding[]): ReadOutcome {
  const isComment = (row: readonly Cell[]): boolean => typeof row[0] === 'string' && row[0].trimStart().startsWith('#');
  const isBlank = (row: readonly Cell[]): boolean =>
    row.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));
  const headerAt = rows.findIndex((row) => !isBlank(row) && !isComment(row));
  const header = rows[headerAt];
  if (header === undefined) return { findings: [...findings, found('sheet_without_header', from)] };
  let end = rows.length;
  while (end > headerAt + 1 && isBlank(rows[end - 1] ?? [])) end--;
  const table: PlainTable = {
    ...from,
    header: header.map((cell) => (cell === null ? '' : String(cell).trim())),
    rows: rows.slice(headerAt + 1, end),
    firstRow: headerAt + 2,
  };
  return { table, findings };
}
