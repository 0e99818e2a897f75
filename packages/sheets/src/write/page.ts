/**
 * 单页 — a sheet of several small tables and lines under headings, to be read on one printed page: what a leader looks at first. Cells are
 * guarded like all others; a line runs over the whole width and breaks. Read `OutPage`.
 */
import type { CellStyle, CellValue } from 'hucre';
import type { Cell } from '../table.js';
import { safeCell, safeText } from './neutral.js';
import { borders, headStyle, hex, type Tint, titleStyle } from './styles.js';

export interface OutBlock {
  readonly heading?: string;
  /** Lines over the whole width. */
  readonly lines?: readonly string[];
  readonly header?: readonly string[];
  readonly rows?: readonly (readonly Cell[])[];
  /** Look of a header by its words: classes keep their colours. */
  readonly tint?: (header: string) => Tint | undefined;
  /** Columns of text; the others stand right. */
  readonly texts?: number;
}

export interface OutPage {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly OutBlock[];
  /** Characters of each column. */
  readonly widths: readonly number[];
}

interface Drawn {
  readonly rows: CellValue[][];
  readonly cells: Map<string, { value: CellValue; style: CellStyle }>;
  readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
  readonly heights: Map<number, { height: number }>;
}

const headingStyle: CellStyle = { font: { bold: true, size: 12, color: { rgb: '1F3A5F' } } };
const lineStyle: CellStyle = { font: { size: 11 }, alignment: { wrapText: true, vertical: 'top' } };
const textStyle: CellStyle = { border: borders, alignment: { vertical: 'center' } };
const numberStyle: CellStyle = { border: borders, alignment: { vertical: 'center', horizontal: 'right' } };
const lineHeight = 16;

/** One A4 page, landscape. */
export function drawnPage({ name, title, blocks, widths }: OutPage): Drawn & { readonly name: string } {
  const drawn: Drawn = { rows: [], cells: new Map(), merges: [], heights: new Map() };
  const page = { drawn, widths };
  wide(page, title, titleStyle);
  for (const block of blocks) {
    if (block.heading !== undefined) {
      drawn.rows.push([]);
      wide(page, block.heading, headingStyle);
    }
    for (const line of block.lines ?? []) wide(page, line, lineStyle);
    if (block.header !== undefined) head(drawn, block.header, block);
    for (const row of block.rows ?? []) body(drawn, row, block.texts ?? 1);
  }
  return { name, ...drawn };
}

interface Page {
  readonly drawn: Drawn;
  readonly widths: readonly number[];
}

/** Text over all columns, as high as its lines need: merged cells do not grow by themselves. */
function wide({ drawn, widths }: Page, text: string, style: CellStyle): void {
  const row = drawn.rows.length;
  drawn.rows.push([safeText(text)]);
  drawn.cells.set(`${row},0`, { value: safeText(text), style });
  drawn.merges.push({ startRow: row, startCol: 0, endRow: row, endCol: Math.max(1, widths.length) - 1 });
  const room = widths.reduce((sum, width) => sum + width, 0) - 4;
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  drawn.heights.set(row, { height: style === titleStyle ? 26 : lines * lineHeight + 2 });
}

/** In characters of a narrow letter; quotes, dashes and dots are as wide as characters in a Chinese font. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > '\u2e7f' || wideMarks.has(char) ? 2 : 1), 0);
const wideMarks: ReadonlySet<string> = new Set('‘’“”…—·×→');

function head(drawn: Drawn, header: readonly string[], { tint }: OutBlock): void {
  const row = drawn.rows.length;
  drawn.rows.push(header.map(safeText));
  header.forEach((words, at) => {
    const look = tint?.(words);
    const style =
      look === undefined
        ? headStyle
        : {
            ...headStyle,
            font: { bold: true, color: { rgb: hex(look.colour) } },
            fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: hex(look.background) } },
          };
    drawn.cells.set(`${row},${at}`, { value: safeText(words), style });
  });
  drawn.heights.set(row, { height: 22 });
}

function body(drawn: Drawn, cells: readonly Cell[], texts: number): void {
  const row = drawn.rows.length;
  drawn.rows.push(cells.map(safeCell));
  cells.forEach((cell, at) => {
    drawn.cells.set(`${row},${at}`, { value: safeCell(cell), style: at < texts ? textStyle : numberStyle });
  });
}
