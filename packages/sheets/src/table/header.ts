/**
 * 找表头 — which rows of a sheet are its header: below title and note rows, in one or several lines, with merged cells or blanks
 * that stand for them. Headers of several lines are joined with “-”; a line of units goes into brackets; a line of column numbers
 * is skipped. Read `findHeader`.
 */
import type { BookSheet, Merge, SheetRow } from '../book/book.js';
import { findTerm, isUnit, type Vocabulary } from '../columns/vocabulary.js';
import { storedText } from '../text.js';
import { filledColumns, looksLikeCode, looksLikeLabel, looksNumeric, textOf } from './cells.js';

export interface Header {
  /** Texts by column, from 0; '' = no header. */
  readonly texts: readonly string[];
  /** Places in `sheet.rows`: first line, and the first row of data. */
  readonly top: number;
  readonly dataFrom: number;
  /** 单位：万元 — said above the table for all of it. */
  readonly sheetUnit: string | undefined;
  /** The first line above the header, '' = none. */
  readonly title: string;
  /** Columns (from 0) whose header cell is merged with its neighbour's: they share one text. */
  readonly shared: readonly number[];
}

const lookedAt = 60;
const mostLines = 5;

export function findHeader(
  sheet: BookSheet,
  vocabulary: Vocabulary,
  wanted: ReadonlySet<string> = new Set(),
): Header | undefined {
  const rows = sheet.rows
    .slice(0, lookedAt)
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => !isComment(row));
  const anchor = findAnchor(rows, vocabulary, wanted);
  if (anchor === undefined) return undefined;
  const top = climb(sheet, anchor, vocabulary);
  const lines = linesFrom(sheet, { top, anchor }, vocabulary);
  const labels = lines.filter((line) => line.kind === 'labels').map((line) => line.row);
  const units = lines.find((line) => line.kind === 'units')?.row;
  const width = Math.max(...lines.map((line) => line.row.cells.length));
  const grid = labels.map((row, at) => spread(row, { sheet, width, below: labels[at + 1] }));
  const texts = Array.from({ length: width }, (_, column) =>
    withUnit(joined(grid.map((line) => line[column] ?? '')), units?.cells[column]),
  );
  return {
    texts,
    top,
    dataFrom: top + lines.length,
    sheetUnit: unitAbove(sheet.rows.slice(0, top)),
    title: top === 0 ? '' : sheet.rows[0]!.cells.map(textOf).join(' ').trim(),
    shared: sharedColumns(sheet.merges, { first: labels[labels.length - 1]!.row, width }),
  };
}

export const isComment = (row: SheetRow): boolean => textOf(row.cells[0]).startsWith('#');

/** The rows without the `#` lines that stand above all others; below, a row that begins with # may be data. */
export function withoutComments(rows: readonly SheetRow[]): readonly SheetRow[] {
  const first = rows.findIndex((row) => !isComment(row));
  return first < 0 ? [] : first === 0 ? rows : rows.slice(first);
}

interface Placed {
  readonly row: SheetRow;
  readonly at: number;
}

/** The row that names most columns; without any known name, the first row of labels as wide as the table. */
function findAnchor(rows: readonly Placed[], vocabulary: Vocabulary, wanted: ReadonlySet<string>): number | undefined {
  let best: { at: number; known: number } | undefined;
  for (const { row, at } of rows) {
    const known = knownIn(row, vocabulary, wanted);
    if (known > (best?.known ?? 0)) best = { at, known };
  }
  const filled = rows.map(({ row }) => filledColumns(row).length);
  const usual = [...filled].sort((a, b) => a - b)[Math.floor(filled.length * 0.6)] ?? 0;
  const labels = rows.find(({ row }, index) => {
    const count = filled[index]!;
    return (
      count >= Math.max(1, Math.min(usual, 2), usual * 0.5) &&
      filledColumns(row).every((column) => looksLikeLabel(row.cells[column])) &&
      !isInfo(row)
    );
  });
  if (
    best !== undefined &&
    (best.known >= 2 ||
      labels === undefined ||
      best.at === labels.at ||
      filledColumns(rows.find(({ at }) => at === best?.at)!.row).length >= 2)
  )
    return best.at;
  return labels?.at ?? best?.at ?? rows[0]?.at;
}

function knownIn(row: SheetRow, vocabulary: Vocabulary, wanted: ReadonlySet<string>): number {
  const names = new Set<string>();
  for (const column of filledColumns(row)) {
    const text = storedText(String(row.cells[column]));
    if (wanted.has(text)) names.add(text);
    const found = looksLikeLabel(row.cells[column]) ? findTerm(text, vocabulary) : undefined;
    if (found !== undefined) names.add(found.term.id);
  }
  return names.size;
}

function hasColonInBrackets(text: string): boolean {
  const opening = text.search(/[(（]/);
  return opening !== -1 && /[:：]/.test(text.slice(opening));
}

/** 填报单位：某某局 · 2024年度 — a line about the table, not of it. */
function isInfo(row: SheetRow): boolean {
  const texts = filledColumns(row).map((column) => textOf(row.cells[column]));
  return texts.length <= 4 && texts.some((text) => /[:：]/.test(text) && !/^单位[:：]?$/.test(text) && !hasColonInBrackets(text));
}

/** Upwards from the anchor while the row above carries group names: merged over columns, or labels with blanks to their right. */
function climb(sheet: BookSheet, anchor: number, vocabulary: Vocabulary): number {
  let top = anchor;
  while (top > 0 && anchor - top < mostLines - 1) {
    const above = sheet.rows[top - 1]!;
    const here = sheet.rows[top]!;
    if (above.row !== here.row - 1 || isComment(above) || isInfo(above)) break;
    const filled = filledColumns(above);
    if (filled.length < 2 || !filled.every((column) => looksLikeLabel(above.cells[column]))) break;
    const width = here.cells.length;
    const groups = sheet.merges.filter(
      (merge) => merge.top === above.row && merge.right > merge.left && merge.right - merge.left + 1 < width,
    );
    const blanks = filledColumns(here).filter((column) => textOf(above.cells[column]) === '');
    const tall = sheet.merges.some((merge) => merge.top === above.row && merge.bottom >= here.row);
    const known = knownIn(above, vocabulary, new Set());
    if (groups.length === 0 && !tall && (blanks.length === 0 || (sheet.merges.length > 0 && known === 0))) break;
    top--;
  }
  return top;
}

interface Line {
  readonly row: SheetRow;
  readonly kind: 'labels' | 'units' | 'numbers';
}

/** The header lines from the top one down to the row before the first of data. */
function linesFrom(sheet: BookSheet, { top, anchor }: { top: number; anchor: number }, vocabulary: Vocabulary): Line[] {
  const lines: Line[] = [];
  for (let at = top; at < sheet.rows.length && lines.length < mostLines + 2; at++) {
    const row = sheet.rows[at]!;
    if (at <= anchor) {
      lines.push({ row, kind: 'labels' });
      continue;
    }
    const kind = lineKind(sheet, { row, above: sheet.rows[at - 1]!, first: sheet.rows[top]! }, vocabulary);
    if (kind === undefined || (kind !== 'labels' && lines.some((line) => line.kind === kind))) break;
    lines.push({ row, kind });
  }
  return lines;
}

function lineKind(
  sheet: BookSheet,
  { row, above, first }: { row: SheetRow; above: SheetRow; first: SheetRow },
  vocabulary: Vocabulary,
): Line['kind'] | undefined {
  if (row.row - above.row > 1 && !sheet.merges.some((merge) => merge.top <= above.row && merge.bottom >= row.row))
    return undefined;
  const filled = filledColumns(row);
  if (filled.some((column) => looksLikeCode(row.cells[column]))) return undefined;
  if (isColumnNumbers(row, filled)) return 'numbers';
  if (!filled.every((column) => looksLikeLabel(row.cells[column]))) return undefined;
  const units = filled.filter((column) => isUnit(textOf(row.cells[column]).replace(/^\(|\)$|^单位[:：]/g, '')));
  if (units.length > 0 && units.length === filled.length) return 'units';
  if (units.length >= 2 && units.length >= filled.length * 0.6) return 'units';
  const under = (column: number): boolean =>
    sheet.merges.some(
      (merge) =>
        merge.top >= first.row &&
        merge.top < row.row &&
        merge.bottom < row.row &&
        merge.right > merge.left &&
        column + 1 >= merge.left &&
        column + 1 <= merge.right,
    );
  if (sheet.merges.some((merge) => merge.top <= above.row && merge.top >= first.row && merge.bottom >= row.row)) return 'labels';
  if (filled.length > 0 && filled.every(under)) return 'labels';
  const known = knownIn(row, vocabulary, new Set());
  return known >= 2 &&
    row.cells.length > 0 &&
    !sameTexts(row, above) &&
    filled.some((column) => textOf(above.cells[column]) === '' || known === filled.length)
    ? 'labels'
    : undefined;
}

const sameTexts = (a: SheetRow, b: SheetRow): boolean =>
  filledColumns(a).every((column) => textOf(a.cells[column]) === textOf(b.cells[column]));

/** 甲 乙 1 2 3 … — numbers of columns under the header. */
function isColumnNumbers(row: SheetRow, filled: readonly number[]): boolean {
  if (filled.length < 3) return false;
  let next = 1;
  for (const column of filled) {
    const [before = ''] = textOf(row.cells[column])
      .replace(/^[(（]|[)）]$/g, '')
      .split('=');
    const text = before.trim();
    if (/^[甲乙丙丁戊己庚辛—-]$/.test(text) && next === 1) continue;
    if (text !== String(next)) return false;
    next++;
  }
  return (
    next >= 4 &&
    !filled.some((column) => looksLikeCode(row.cells[column])) &&
    filled.some((column) => looksNumeric(row.cells[column]))
  );
}

/** One line over all columns: merged cells give their text to each of theirs; without merges, a label reaches over blanks that have children. */
function spread(
  row: SheetRow,
  { sheet, width, below }: { sheet: BookSheet; width: number; below: SheetRow | undefined },
): string[] {
  const texts = Array.from({ length: width }, (_, column) => storedText(String(row.cells[column] ?? '')));
  const wide = sheet.merges.filter((merge) => merge.top <= row.row && merge.bottom >= row.row && merge.right > merge.left);
  for (const merge of wide) {
    const text = merge.top === row.row ? (texts[merge.left - 1] ?? '') : '';
    for (let column = merge.left; column < Math.min(merge.right, width); column++) texts[column] = text;
  }
  if (wide.length > 0 || below === undefined || sheet.merges.length > 0) return texts;
  let last = '';
  for (let column = 0; column < width; column++) {
    const child = textOf(below.cells[column]) !== '';
    if (texts[column] !== '') last = child ? texts[column]! : '';
    else if (child) texts[column] = last;
    else last = '';
  }
  return texts;
}

/** Parts joined with “-”, each once, without line breaks. */
function joined(parts: readonly string[]): string {
  const texts: string[] = [];
  for (const part of parts) {
    const text = part.replace(/(?<!\s)\s*[\r\n]\s*/g, '').trim();
    if (text !== '' && texts[texts.length - 1] !== text) texts.push(text);
  }
  return texts.join('-');
}

function withUnit(text: string, unit: SheetRow['cells'][number] | undefined): string {
  const plain = textOf(unit)
    .replace(/^单位[:：]/, '')
    .replace(/^\((.*)\)$/, '$1');
  return plain === '' || !isUnit(plain) || text === '' ? text : `${text}（${plain}）`;
}

/** 单位：万元 above the table; 单位：万元、亩 has several and is returned whole. */
function unitAbove(rows: readonly SheetRow[]): string | undefined {
  for (const row of rows) {
    const texts = filledColumns(row).map((column) => textOf(row.cells[column]));
    for (const [at, text] of texts.entries()) {
      const said =
        /(?:^|[^填报主管])(?:计量|金额)?单位[:：]\s*([^:：\s()]{1,20})/.exec(text)?.[1] ??
        (/^(?:计量|金额)?单位[:：]?$/.test(text) ? texts[at + 1] : undefined);
      if (said?.split(/[、,，;；]/).some((part) => isUnit(part))) return said;
    }
  }
  return undefined;
}

function sharedColumns(merges: readonly Merge[], last: { first: number; width: number }): number[] {
  const columns: number[] = [];
  for (const merge of merges)
    if (merge.top <= last.first && merge.bottom >= last.first && merge.right > merge.left)
      for (let column = merge.left - 1; column < Math.min(merge.right, last.width); column++) columns.push(column);
  return columns;
}
