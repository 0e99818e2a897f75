/**
 * 工作簿写出 — tables → .xlsx as one hands it to a leader: styled headers, frozen panes, filters. Numbers stay numbers, formulas are
 * never written; `neutral.ts` guards texts. Large tables: `streamed.ts`. @source R34
 */
import { type CellStyle, type CellValue, writeXlsx } from 'hucre';
import { type Cell, cellAddress } from '../table.js';
import { safeCell, safeText } from './neutral.js';
import { drawnPage, type OutPage, textWidth } from './page.js';
import { borders, headStyle, hex, subtitleStyle, type Tint, titleStyle } from './styles.js';

export interface OutColumn {
  readonly header: string;
  /** Characters. */
  readonly width?: number;
  /** Number format, e.g. `0.00`. */
  readonly format?: string;
  /** Long texts break into lines. */
  readonly wrap?: boolean;
  /** Colour of a cell by its content. */
  readonly tint?: (cell: Cell) => Tint | undefined;
}
export interface OutSheet {
  readonly name: string;
  /** Lines above the table: the first is the title. */
  readonly title?: readonly string[];
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that stay while scrolling sideways; 1 when not said. */
  readonly frozen?: number;
  /** Paper; a4 when not said. Landscape, one page wide, the header on every page. */
  readonly paper?: 'a4' | 'a3';
}
type WrittenSheet = Parameters<typeof writeXlsx>[0]['sheets'][number];
type StyledCells = Map<string, { value: CellValue; style: CellStyle }>;

/** Styled headers, frozen panes, filters, A4 landscape with the header on every page. A sheet's name is cut to what Excel takes. */
export async function writeWorkbook(sheets: readonly (OutSheet | OutPage)[]): Promise<Uint8Array> {
  return writeXlsx({
    defaultFont: { name: '宋体', size: 11 },
    sheets: sheets.map((sheet) => ('blocks' in sheet ? pageOf(sheet) : sheetOf(sheet))),
  });
}

const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.55, header: 0.25, footer: 0.25 };
const footer = { oddFooter: '&L&A&C第 &P 页，共 &N 页' };

function pageOf(page: OutPage): WrittenSheet {
  const { name, rows, cells, merges, heights } = drawnPage(page);
  return {
    name: sheetName(name),
    rows,
    cells,
    merges,
    rowDefs: heights,
    columns: page.widths.map((width) => ({ width })),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1, margins },
    headerFooter: footer,
    view: { showGridLines: false },
  };
}

function sheetOf(sheet: OutSheet): WrittenSheet {
  const title = sheet.title ?? [];
  const head = title.length;
  const widths = sheet.columns.map((column, at) => fittedWidth(column, sheet.rows, at));
  const last = cellAddress(head + 1 + sheet.rows.length, Math.max(1, sheet.columns.length));
  return {
    name: sheetName(sheet.name),
    rows: [
      ...title.map((line) => [safeText(line)]),
      sheet.columns.map((column) => safeText(column.header)),
      ...sheet.rows.map((row) => row.map(safeCell)),
    ],
    columns: sheet.columns.map((column, at) => ({ width: widths[at]!, style: columnStyle(column) })),
    rowDefs: heightsOf(sheet, widths),
    cells: styledCells(sheet, title),
    freezePane: { rows: head + 1, columns: sheet.frozen ?? 1 },
    ...(sheet.rows.length === 0 ? {} : { autoFilter: { range: `${cellAddress(head + 1, 1)}:${last}` } }),
    pageSetup: {
      paperSize: sheet.paper ?? 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${head + 1}:$${head + 1}`,
      margins,
    },
    headerFooter: footer,
  };
}

/** Wide enough for its longest number: a number that does not fit shows as #####. */
function fittedWidth(column: OutColumn, rows: OutSheet['rows'], at: number): number {
  const wanted = column.width ?? Math.min(40, Math.max(10, column.header.length * 2 + 2));
  const decimals = column.format === undefined ? undefined : (column.format.split('.')[1]?.length ?? 0);
  let longest = 0;
  for (const row of rows) {
    const cell = row[at];
    if (typeof cell !== 'number') continue;
    const whole = decimals === undefined ? String(cell) : Math.abs(cell).toFixed(decimals);
    const grouped = decimals === undefined ? 0 : Math.floor((whole.split('.')[0]!.length - 1) / 3);
    longest = Math.max(longest, whole.length + grouped + (cell < 0 ? 1 : 0));
  }
  return Math.max(wanted, longest + 2);
}

const lineHeight = 15.5;
const mostLines = 12;

/** Rows whose wrapped texts or headers need more than one line; programs do not always find that out by themselves. */
function heightsOf(sheet: OutSheet, widths: readonly number[]): Map<number, { height: number }> {
  const head = sheet.title?.length ?? 0;
  const heights = new Map<number, { height: number }>();
  const linesOf = (text: string, width: number): number =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);
  const most = Math.max(1, ...sheet.columns.map(({ header }, at) => linesOf(header, widths[at]!)));
  heights.set(head, { height: Math.max(20, most * lineHeight + 4) });
  const wrapped = sheet.columns.flatMap((column, at) => (column.wrap === true ? [at] : []));
  sheet.rows.forEach((row, down) => {
    const lines = Math.max(1, ...wrapped.map((at) => (typeof row[at] === 'string' ? linesOf(row[at], widths[at]!) : 1)));
    if (lines > 1) heights.set(head + 1 + down, { height: Math.min(mostLines, lines) * lineHeight + 2 });
  });
  return heights;
}

/** Only cells that differ from their column: title, header, coloured classes, words among numbers. */
function styledCells(sheet: OutSheet, title: readonly string[]): StyledCells {
  const cells: StyledCells = new Map();
  for (const [at, line] of title.entries())
    cells.set(`${at},0`, { value: safeText(line), style: at === 0 ? titleStyle : subtitleStyle });
  for (const [at, column] of sheet.columns.entries())
    cells.set(`${title.length},${at}`, { value: safeText(column.header), style: headStyle });
  sheet.columns.forEach((column, at) => {
    if (column.tint === undefined && column.format === undefined) return;
    sheet.rows.forEach((row, down) => {
      const cell = row[at] ?? null;
      const style = ownStyle(column, cell);
      if (style !== undefined) cells.set(`${title.length + 1 + down},${at}`, { value: safeCell(cell), style });
    });
  });
  return cells;
}

function columnStyle(column: OutColumn): CellStyle {
  return {
    border: borders,
    alignment: column.wrap === true ? { vertical: 'top', wrapText: true } : { vertical: 'center' },
    ...(column.format === undefined ? {} : { numFmt: column.format }),
  };
}

/** Words among numbers (缺, 不适用) stand right and grey: they are seen to be no numbers. */
function ownStyle(column: OutColumn, cell: Cell): CellStyle | undefined {
  if (column.format !== undefined)
    return typeof cell === 'string'
      ? { ...columnStyle(column), alignment: { vertical: 'center', horizontal: 'right' }, font: { color: { rgb: '6B7280' } } }
      : undefined;
  const tint = column.tint?.(cell);
  if (tint === undefined) return undefined;
  return {
    ...columnStyle(column),
    alignment: { vertical: 'center', horizontal: 'center' },
    font: { bold: true, color: { rgb: hex(tint.colour) } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: hex(tint.background) } },
  };
}

/** Cut to what Excel takes. */
export const sheetName = (name: string): string => name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);
