/** What the departments hand in: files as bytes, and the answer key of what was planted in them. For sizes that fit in memory. */
import {
  type AnswerKey,
  countKinds,
  entriesOfLine,
  entryOfColumn,
  entryOfDropped,
  entryOfSheet,
  type FileKey,
  type KeyEntry,
  type SheetKey,
} from './answerKey.js';
import { departmentFiles, pathOf } from './departments/all.js';
import { kindOf } from './dirt/kinds.js';
import { cleanLayout, headLines } from './dirt/layout.js';
import { type Pen, penFor } from './pen.js';
import { type Random, randomOf, rounded } from './random.js';
import { csvBytes, csvLine } from './render/csv.js';
import { oldWorkbookBytes } from './render/oldWorkbook.js';
import type { DrawnSheet } from './render/sheet.js';
import { workbookBytes } from './render/workbook.js';
import { cell, type FileSpec, headerOf, isNumber, type Line, type Row, type SheetSpec } from './table.js';
import type { Truth } from './truth.js';

export type DirtLevel = 'none' | 'real';

export interface DeliveredFile {
  /** Department folder and name. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Delivery {
  readonly files: readonly DeliveredFile[];
  readonly key: AnswerKey;
}

export async function deliver(
  truth: Truth,
  { dirt, only }: { readonly dirt: DirtLevel; readonly only?: (path: string) => boolean },
): Promise<Delivery> {
  const files: DeliveredFile[] = [];
  const keys: FileKey[] = [];
  const entries: KeyEntry[] = [];
  for (const file of departmentFiles.filter((one) => only?.(pathOf(one)) ?? true)) {
    const drawn = drawFile(truth, file, dirt);
    files.push({ path: pathOf(file), bytes: await bytesOf(file, drawn) });
    keys.push({ path: pathOf(file), department: file.department, sheets: drawn.keys });
    for (const one of drawn.entries) entries.push(one);
  }
  return { files, key: { seed: truth.seed, size: truth.size, dirt, files: keys, entries, counts: countKinds(entries) } };
}

interface DrawnFile {
  readonly sheets: readonly DrawnSheet[];
  readonly date1904: boolean;
  readonly keys: readonly SheetKey[];
  readonly entries: readonly KeyEntry[];
}

function drawFile(truth: Truth, file: FileSpec, dirt: DirtLevel): DrawnFile {
  const path = pathOf(file);
  const random = randomOf(truth.seed, 'file', path);
  const dirty = dirt === 'real';
  const workbook = !file.format.startsWith('csv');
  const date1904 = dirty && file.format === 'xlsx' && random.chance(kindOf('file_1904').probability);
  const main = file.sheets.map((spec) => {
    const pen = penFor({ spec, format: file.format, path, seed: truth.seed, district: truth.district, dirty, date1904 });
    return drawSheet(truth, { pen, spec, path });
  });
  const extra = dirty && workbook ? extraSheets(truth, file, random) : { before: [], after: [], entries: [] };
  const first = { file: path, spec: file.sheets[0]! };
  const from1904 = date1904 ? [entryOfSheet(first, { kind: 'file_1904', was: '1900', became: '1904' })] : [];
  return {
    sheets: [...extra.before, ...main.map((one) => one.sheet), ...extra.after],
    date1904,
    keys: main.map((one) => one.key),
    entries: [...from1904, ...extra.entries, ...main.flatMap((one) => one.entries)],
  };
}

interface SheetWork {
  readonly pen: Pen;
  readonly spec: SheetSpec;
  readonly path: string;
}

function drawSheet(truth: Truth, { path, pen, spec }: SheetWork): { sheet: DrawnSheet; key: SheetKey; entries: KeyEntry[] } {
  const lines = [...pen.head(), ...truth.blocks.flatMap(pen.take), ...pen.tail()];
  const place = { file: path, spec };
  const entries = [
    ...pen.sheetPlants().map(({ column, plant }) => entryOfColumn(place, plant, column)),
    ...pen.dropped.map(({ code, subject }) => entryOfDropped(place, subject, code)),
    ...lines.flatMap((line, i) => entriesOfLine(place, line, i + 1)),
  ];
  const town = spec.columns.findIndex((column) => column.kind === 'town');
  return {
    sheet: {
      name: spec.name,
      lines,
      widths: widthsOf(spec),
      hidden: false,
      ...(pen.layout.mergedTown && { mergedColumn: town }),
    },
    key: {
      sheet: spec.name,
      headers: spec.columns.map(headerOf),
      headerRows: pen.head().flatMap((line, i) => (line.kind === 'header' ? [i + 1] : [])),
      rows: lines.flatMap((line, i) => (line.subject === undefined ? [] : [[i + 1, line.subject, line.year ?? null] as const])),
    },
    entries,
  };
}

const widthsOf = (spec: SheetSpec): number[] =>
  spec.columns.map(
    ({ kind }) => ({ sequence: 6, code: 22, name: 32, town: 14, text: 18, number: 14, date: 12, meter: 14 })[kind],
  );

interface Extra {
  readonly before: DrawnSheet[];
  readonly after: DrawnSheet[];
  readonly entries: KeyEntry[];
}

/** A page of explanations in front, and a hidden sheet with the first rows of the ledger as it was last year. */
function extraSheets(truth: Truth, file: FileSpec, random: Random): Extra {
  const extra: Extra = { before: [], after: [], entries: [] };
  const spec = file.sheets[0]!;
  const put = (list: DrawnSheet[], kind: 'sheet_cover' | 'sheet_hidden', sheet: DrawnSheet): void => {
    list.push(sheet);
    extra.entries.push(
      entryOfSheet({ file: pathOf(file), spec: { ...spec, name: sheet.name } }, { kind, was: null, became: sheet.name }),
    );
  };
  if (random.chance(kindOf('sheet_cover').probability))
    put(extra.before, 'sheet_cover', { name: '说明', lines: coverLines(file), widths: [60], hidden: false });
  if (random.chance(kindOf('sheet_hidden').probability)) {
    const head = headLines({ spec, layout: cleanLayout, random: undefined, format: file.format });
    const old = truth.blocks
      .slice(0, 2)
      .flatMap(spec.rowsOf)
      .map((row) => lastYears(row, spec));
    put(extra.after, 'sheet_hidden', { name: '旧', lines: [...head, ...old], widths: widthsOf(spec), hidden: true });
  }
  return extra;
}

/** Amounts a little lower than now: taken for this year's they would be wrong. */
function lastYears(row: Row, spec: SheetSpec): Line {
  const cells = row.cells.map((value, i) =>
    cell(isNumber(value) && spec.columns[i]?.summed ? rounded(value * 0.93, spec.columns[i].digits ?? 2) : value),
  );
  return { kind: 'row', cells, plants: [] };
}

function coverLines(file: FileSpec): Line[] {
  const words = [`${file.department}数据报送说明`, '一、本表数据以正式报送为准。', '二、如有疑问请与报送人联系。'];
  return words.map((text) => ({ kind: 'note', cells: [cell(text)], plants: [] }));
}

async function bytesOf(file: FileSpec, drawn: DrawnFile): Promise<Uint8Array> {
  if (file.format === 'xlsx') return workbookBytes(drawn);
  if (file.format === 'xls') return oldWorkbookBytes(drawn.sheets);
  return csvBytes(drawn.sheets.flatMap((sheet) => sheet.lines.map(csvLine)).join(''), file.format, true);
}
