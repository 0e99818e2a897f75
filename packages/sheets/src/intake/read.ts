/**
 * 读文件 — bytes → tables with findings. Content decides the format; each visible sheet with a header gives a table. Raises nothing:
 * whatever is wrong is a finding. Read `readTables` first; `readTable` is the short way for one plain table.
 */
import type { Finding, Place } from '@muheng/finding';
import type { Book, BookSheet, SheetRow } from '../book/book.js';
import { readXlsBook } from '../book/xls.js';
import { readXlsxBook } from '../book/xlsx.js';
import { CannotRead, findingOf } from '../cannotRead.js';
import { Collector } from '../collector.js';
import type { CellDecisions } from '../columns/decided.js';
import type { Mapping } from '../columns/mapping.js';
import { type Matching, matchColumns } from '../columns/match.js';
import { creditCodeId, passedOver, type Term, type Vocabulary, vocabularyOf } from '../columns/vocabulary.js';
import { readCsvBook } from '../csv/csv.js';
import { decodeText } from '../csv/decode.js';
import { intakeLimits, type Limits } from '../limits.js';
import { lyingExtension, type ReadableKind, sniff } from '../sniff/sniff.js';
import { filledColumns, looksLikeCode, textOf } from '../table/cells.js';
import { findHeader, type Header, withoutComments } from '../table/header.js';
import { type Classified, classifyRows } from '../table/rows.js';
import { type Cell, columnLetters } from '../table.js';
import { found, kindWords } from '../texts.zh.js';
import { findAlikeRows, findDuplicates } from './duplicates.js';
import type { IntakeTable, RejectedRow } from './intakeTable.js';
import { readValues } from './readValues.js';
import type { Reference } from './reference.js';
import { checkUnits } from './unitCheck.js';

export interface ReadOptions {
  /** Facts that columns may be; the columns that say who and when are always known. */
  readonly vocabulary?: readonly Term[];
  /** What a person decided about the columns of such files. */
  readonly mapping?: Mapping;
  /** What a person decided about single cells. */
  readonly cells?: CellDecisions;
  /** Last year's figures by fact. */
  readonly reference?: ReadonlyMap<string, Reference>;
  /** `many`: leases, meters, events: a code may stand in several rows. */
  readonly rowsPerSubject?: 'one' | 'many';
  readonly limits?: Limits;
}

export interface TablesRead {
  readonly tables: readonly IntakeTable[];
  readonly findings: readonly Finding[];
}

export interface BookRead {
  readonly book?: Book;
  readonly kind?: ReadableKind;
  readonly findings: readonly Finding[];
}

/** Bytes → sheets with their cells, nothing read into them. */
export async function readBook(bytes: Uint8Array, file: string, limits: Limits = intakeLimits): Promise<BookRead> {
  try {
    const sniffed = sniff(bytes, limits);
    switch (sniffed.kind) {
      case 'xlsx':
        return { book: await readXlsxBook(sniffed.archive, limits), kind: 'xlsx', findings: nameFindings(file, 'xlsx') };
      case 'xls':
        return {
          book: await readXlsBook(bytes, sniffed.ole, limits),
          kind: 'xls',
          findings: [...nameFindings(file, 'xls'), found('xls_formulas_unseen', { file })],
        };
      case 'text':
        return readTextBook(bytes, file, limits);
      default:
        return {
          findings: [sniffed.kind === 'file_not_readable' ? findingOf(undefined, { file }) : found(sniffed.kind, { file })],
        };
    }
  } catch (error) {
    return { findings: [findingOf(error, { file })] };
  }
}

function readTextBook(bytes: Uint8Array, file: string, limits: Limits): BookRead {
  if (bytes.length > limits.plainBytes)
    throw new CannotRead('file_too_large', { most: Math.round(limits.plainBytes / 1_048_576) });
  const { text, findings } = decodeText(bytes, file);
  if (text === undefined) return { findings };
  const { book, findings: rows } = readCsvBook(text, file, limits);
  return { book, kind: 'text', findings: [...nameFindings(file, 'text'), ...findings, ...rows] };
}

export function nameFindings(file: string, kind: ReadableKind): Finding[] {
  const lie = lyingExtension(file, kind);
  return lie === undefined ? [] : [found('file_extension_differs', { file }, { extension: lie, kind: kindWords[kind] })];
}

export async function readTables(bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<TablesRead> {
  const { book, findings } = await readBook(bytes, file, options.limits ?? intakeLimits);
  if (book === undefined) return { tables: [], findings };
  const collector = new Collector();
  collector.add(...findings);
  const vocabulary = vocabularyOf(options.vocabulary ?? []);
  const tables: IntakeTable[] = [];
  for (const sheet of book.sheets) {
    try {
      const table = tableOf(sheet, { book, file, options, vocabulary, collector });
      if (table !== undefined) tables.push(table);
    } catch (error) {
      if (!(error instanceof CannotRead)) throw error;
      collector.add(findingOf(error, placeOf(file, sheet)));
    }
  }
  if (tables.length === 0 && collector.all.every(({ severity }) => severity !== 'error'))
    collector.add(found('sheet_without_header', { file }));
  return { tables, findings: collector.all };
}

const placeOf = (file: string, sheet: BookSheet): Place => ({ file, ...(sheet.name === undefined ? {} : { sheet: sheet.name }) });

interface From {
  readonly book: Book;
  readonly file: string;
  readonly options: ReadOptions;
  readonly vocabulary: Vocabulary;
  readonly collector: Collector;
}

function tableOf(sheet: BookSheet, from: From): IntakeTable | undefined {
  const { file, options, vocabulary, collector } = from;
  const where = placeOf(file, sheet);
  if (sheet.visibility !== 'visible') {
    collector.add(found('sheet_hidden', where));
    return undefined;
  }
  const rows = withoutComments(sheet.rows);
  if (rows.length === 0) return undefined;
  const clean: BookSheet = rows.length === sheet.rows.length ? sheet : { ...sheet, rows };
  const header = findHeader(clean, vocabulary, new Set([...(options.mapping?.keys() ?? [])]));
  if (header === undefined) return undefined;
  const first = classifyRows(clean, header, codeColumnOf(header, vocabulary));
  const limits = options.limits ?? intakeLimits;
  if (first.data.length > limits.rows) throw new CannotRead('sheet_too_many_rows', { most: limits.rows });
  if (first.data.length === 0 && from.book.sheets.length > 1) return undefined;
  const matching = withCodeByContent(matchHeader(header, { first, where, from }), { header, first, where });
  collector.add(...matching.findings);
  tellLayout(clean, { header, first }, { where, collector });
  const width = Math.max(header.texts.length, ...matching.columns.map(({ index }) => index + 1));
  const values = readValues({
    data: first.data,
    columns: matching.columns,
    width,
    dateSystem: from.book.dateSystem,
    where,
    collector,
    decisions: options.cells ?? new Map(),
  });
  const compared = { data: first.data, rows: values.rows, columns: matching.columns, where, collector };
  const doubles = options.rowsPerSubject === 'many' ? [] : findDuplicates(compared);
  if (options.rowsPerSubject === 'many')
    findAlikeRows({ ...compared, ignored: new Set(header.texts.flatMap((text, at) => (passedOver(text) ? [at] : []))) });
  const columns = checkUnits({ ...compared, reference: options.reference ?? new Map(), settled: values.settled });
  const firstRow = first.data[0]?.row ?? (sheet.rows[header.dataFrom - 1]?.row ?? 0) + 1;
  const headers = header.texts.map((text) => text);
  for (const column of columns)
    headers[column.index] =
      column.unit === undefined || column.unit.text === '' || column.unitFrom === 'assumed'
        ? column.term.term
        : `${column.term.term}（${column.unit.text}）`;
  return {
    ...where,
    title: header.title,
    header: headers,
    rows: placed(first.data, values.rows, firstRow),
    firstRow,
    columns,
    unmatched: matching.unmatched,
    leftOut: first.leftOut,
    rejected: merged([...values.rejected, ...doubles]),
    dataRows: first.data.length,
  };
}

function matchHeader(header: Header, { first, where, from }: { first: Classified; where: Place; from: From }): Matching {
  const alike = (one: number, other: number): boolean =>
    first.data.every((row) => textOf(row.cells[one]) === textOf(row.cells[other]));
  const matching = matchColumns({
    headers: header.texts,
    vocabulary: from.vocabulary,
    mapping: from.options.mapping ?? new Map(),
    sheetUnit: header.sheetUnit,
    where,
    alike,
  });
  return {
    ...matching,
    findings: matching.findings.filter(({ code }) => from.options.vocabulary !== undefined || !code.endsWith('_recognised')),
  };
}

function codeColumnOf(header: Header, vocabulary: Vocabulary): number | undefined {
  const key = vocabulary.names;
  const at = header.texts.findIndex(
    (text) => text !== '' && key.get(text.normalize('NFKC').replace(/\s+/g, '').toLowerCase())?.term.id === creditCodeId,
  );
  return at < 0 ? undefined : at;
}

/** A column full of codes whose name says nothing is the code column: said, and taken. */
function withCodeByContent(
  matching: Matching,
  { header, first, where }: { header: Header; first: Classified; where: Place },
): Matching {
  if (matching.columns.some(({ term }) => term.id === creditCodeId)) return matching;
  const sample = first.data.slice(0, 200);
  const term = vocabularyOf([]).terms.find(({ id }) => id === creditCodeId);
  const best = matching.unmatched.find(
    ({ index }) => sample.length > 0 && sample.filter((row) => looksLikeCode(row.cells[index])).length * 2 > sample.length,
  );
  if (best === undefined || term === undefined) return matching;
  const column = {
    index: best.index,
    letters: columnLetters(best.index + 1),
    header: header.texts[best.index] ?? '',
    term,
    how: 'content' as const,
    unit: undefined,
    unitFrom: 'none' as const,
  };
  const said = found('code_column_by_content', { ...where, cell: best.letters }, { column: best.header });
  return {
    columns: [...matching.columns, column].sort((a, b) => a.index - b.index),
    unmatched: matching.unmatched.filter((one) => one !== best),
    findings: [
      ...matching.findings.filter((finding) => !(finding.where.cell === best.letters && finding.code.endsWith('_recognised'))),
      said,
    ],
  };
}

/** Hidden, merged, left-out and far things that a person should know of. @source R30 */
function tellLayout(
  sheet: BookSheet,
  { header, first }: { header: Header; first: Classified },
  { where, collector }: { where: Place; collector: Collector },
): void {
  for (const one of first.leftOut) collector.cell(`row_${one.why}`, { ...where, row: one.row }, { what: one.shown });
  if (first.far !== undefined)
    collector.add(found('rows_far_away', { ...where, row: first.far.row }, { count: first.far.count }));
  if (sheet.far !== undefined)
    collector.add(found('cells_far_away', { ...where, cell: sheet.far.first }, { count: sheet.far.count }));
  const hiddenColumns = sheet.hiddenColumns.filter((column) => first.data.some((row) => textOf(row.cells[column - 1]) !== ''));
  if (hiddenColumns.length > 0)
    collector.add(found('columns_hidden', where, { columns: hiddenColumns.map((column) => columnLetters(column)).join('、') }));
  const rows = new Set(first.data.map(({ row }) => row));
  const hiddenRows = sheet.hiddenRows.filter((row) => rows.has(row));
  if (hiddenRows.length > 0)
    collector.add(
      found(
        'rows_hidden',
        { ...where, row: hiddenRows[0]! },
        { count: hiddenRows.length, example: hiddenRows.slice(0, 5).join('、') },
      ),
    );
  const shared = header.shared.filter((column) => first.data.some((row) => textOf(row.cells[column]) !== ''));
  if (shared.length > 1)
    collector.add(found('header_merged', where, { columns: shared.map((column) => columnLetters(column + 1)).join('、') }));
  const nameless = namelessColumns(header, first.data);
  if (nameless.length > 0)
    collector.add(
      found('column_without_header', where, { columns: nameless.map((column) => columnLetters(column + 1)).join('、') }),
    );
  const inData = sheet.merges.filter(
    (merge) => merge.bottom > merge.top && rows.has(merge.top) && merge.top >= (first.data[0]?.row ?? 0),
  );
  if (inData.length > 0)
    collector.add(found('cells_merged_in_data', { ...where, row: inData[0]!.top }, { count: inData.length }));
}

function namelessColumns(header: Header, data: readonly SheetRow[]): number[] {
  const columns = new Set<number>();
  for (const row of data.slice(0, 1000))
    for (const column of filledColumns(row)) if ((header.texts[column] ?? '') === '') columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

const nothing: readonly Cell[] = Object.freeze([]);

/** Rows at their places in the file: rows[i] is row firstRow + i. */
function placed(data: readonly SheetRow[], rows: readonly (readonly Cell[])[], firstRow: number): (readonly Cell[])[] {
  const last = data[data.length - 1]?.row ?? firstRow - 1;
  const all: (readonly Cell[])[] = new Array<readonly Cell[]>(last - firstRow + 1).fill(nothing);
  data.forEach((row, at) => {
    all[row.row - firstRow] = rows[at]!;
  });
  return all;
}

function merged(rows: readonly RejectedRow[]): RejectedRow[] {
  const byRow = new Map<number, string[]>();
  for (const { row, reasons } of rows) byRow.set(row, [...(byRow.get(row) ?? []), ...reasons]);
  return [...byRow].map(([row, reasons]) => ({ row, reasons })).sort((a, b) => a.row - b.row);
}
