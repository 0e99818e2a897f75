/**
 * CSV — text → rows. Comma, tab, semicolon or bar, told by the lines themselves; quotes may hold line breaks; a quote that is
 * never closed is refused with its row, so that it does not swallow the rest of the file unseen.
 */
import type { Finding } from '@muheng/finding';
import type { Book, BookSheet, SheetRow } from '../book/book.js';
import { CannotRead } from '../cannotRead.js';
import { type Limits, linesAbove } from '../limits.js';
import { type Cell, cellAddress } from '../table.js';
import { found } from '../texts.zh.js';

const delimiters = [',', '\t', ';', '|', '，'] as const;
type Delimiter = (typeof delimiters)[number];

export interface CsvBook {
  readonly book: Book;
  readonly delimiter: Delimiter;
  readonly findings: readonly Finding[];
}

/** Raises CannotRead for limits and unclosed quotes. */
export function readCsvBook(text: string, file: string, limits: Limits): CsvBook {
  const delimiter = findDelimiter(text);
  const rows: SheetRow[] = [];
  let cellsLeft = limits.cells;
  let far: BookSheet['far'];
  parseCsv(text, delimiter, (fields, row) => {
    const cells = trimmed(fields);
    if (cells.length === 0) return;
    if (rows.length >= limits.rows + linesAbove) throw new CannotRead('sheet_too_many_rows', { most: limits.rows });
    if (cells.length > limits.columns) throw new CannotRead('sheet_too_many_columns', { most: limits.columns }, { row });
    const long = cells.findIndex((cell) => typeof cell === 'string' && cell.length > limits.cellText);
    if (long >= 0) throw new CannotRead('sheet_cell_too_long', { most: limits.cellText }, { cell: cellAddress(row, long + 1) });
    cellsLeft -= cells.length;
    if (cellsLeft < 0) throw new CannotRead('sheet_too_many_cells', { most: limits.cells });
    rows.push({ row, cells, marks: undefined });
  });
  const sheet: BookSheet = { name: undefined, visibility: 'visible', rows, merges: [], hiddenRows: [], hiddenColumns: [], far };
  return { book: { sheets: [sheet], dateSystem: '1900', formulasSeen: true }, delimiter, findings: raggedRows(rows, file) };
}

/** White space is no content; a blank end of a row is cut off. */
function trimmed(fields: readonly string[]): Cell[] {
  const cells: Cell[] = fields.map((field) => (field === '' || field.trim() === '' ? null : field));
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  return cells;
}

/** The sign that splits the first lines most evenly; a comma when nothing does. */
export function findDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(0, 20);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => splitsOf(line, delimiter)).filter((count) => count > 0);
    const usual = mostFrequent(counts);
    const score = counts.filter((count) => count === usual).length * (delimiter === '，' ? 0.5 : 1) * Math.min(usual, 3);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Signs outside quotes. */
function splitsOf(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) count++;
  }
  return count;
}

function mostFrequent(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Calls back for each record; `row` counts records from 1, as a spreadsheet numbers them. Raises CannotRead for an unclosed quote. */
export function parseCsv(text: string, delimiter: string, record: (fields: readonly string[], row: number) => void): void {
  let fields: string[] = [];
  let row = 1;
  let at = 0;
  const end = text.length;
  const split = delimiter.charCodeAt(0);
  const finish = (): void => {
    record(fields, row);
    row++;
    fields = [];
  };
  while (at < end) {
    if (text.charCodeAt(at) === 34) {
      const { field, next } = quotedField(text, at, { split, row });
      fields.push(field);
      at = next;
    } else {
      let stop = at;
      for (; stop < end; stop++) {
        const code = text.charCodeAt(stop);
        if (code === split || code === 10 || code === 13) break;
      }
      fields.push(text.slice(at, stop));
      at = stop;
    }
    const code = at < end ? text.charCodeAt(at) : 10;
    if (code === split) {
      at++;
      if (at === end) fields.push('');
      else continue;
    }
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    at++;
    finish();
  }
  if (fields.length > 0) finish();
}

/** `"a ""b"" c"`; what stands between the closing quote and the next sign is kept as it is. */
function quotedField(text: string, open: number, from: { split: number; row: number }): { field: string; next: number } {
  let field = '';
  let at = open + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) throw new CannotRead('csv_quote_open', { row: from.row }, { row: from.row });
    field += text.slice(at, close);
    if (text.charCodeAt(close + 1) !== 34) {
      at = close + 1;
      break;
    }
    field += '"';
    at = close + 2;
  }
  const start = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === from.split || code === 10 || code === 13) break;
  }
  return { field: field + text.slice(start, at).trimEnd(), next: at };
}

/** Rows wider than almost all others have a separator too many, most often a thousands separator without quotes. */
function raggedRows(rows: readonly SheetRow[], file: string): Finding[] {
  const usual = mostFrequent(rows.map((row) => row.cells.length).filter((length) => length > 1));
  const widest = Math.max(usual, ...rows.slice(0, 10).map((row) => row.cells.length));
  const wide = rows.filter((row) => row.cells.length > widest);
  return wide
    .slice(0, 100)
    .map((row) => found('csv_row_ragged', { file, row: row.row }, { count: row.cells.length, usual: widest }));
}
