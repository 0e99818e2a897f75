/**
 * 工作簿写出 — tables → .xlsx as one hands it to a leader: styled headers, frozen panes, filters. Numbers stay numbers, formulas are
 * never written; `neutral.ts` guards texts. Large tables: `streamed.ts`. @source R34
 */
import { type CellStyle, type CellValue, writeXlsx } from 'hucre';
import { type Cell, cellAddress } from '../table.js';
import { safeCell, safeText } from './neutral.js';

/** `#rrggbb`. */
export interface Tint {
  readonly colour: string;
  readonly background: string;
}
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
}
type WrittenSheet = Parameters<typeof writeXlsx>[0]['sheets'][number];
type StyledCells = Map<string, { value: CellValue; style: CellStyle }>;

const thin = { style: 'thin', color: { rgb: 'C9D1DC' } } as const;
const borders = { top: thin, bottom: thin, left: thin, right: thin };
export const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  border: borders,
};
const titleStyle: CellStyle = { font: { bold: true, size: 15 } };
const subtitleStyle: CellStyle = { font: { size: 10, color: { rgb: '4B5563' } } };

/** Styled headers, frozen panes, filters, A4 landscape with the header on every page. A sheet's name is cut to what Excel takes. */
export async function writeWorkbook(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  return writeXlsx({ defaultFont: { name: '宋体', size: 11 }, sheets: sheets.map(sheetOf) });
}

function sheetOf(sheet: OutSheet): WrittenSheet {
  const title = sheet.title ?? [];
  const head = title.length;
  const last = cellAddress(head + 1 + sheet.rows.length, Math.max(1, sheet.columns.length));
  return {
    name: sheetName(sheet.name),
    rows: [
      ...title.map((line) => [safeText(line)]),
      sheet.columns.map((column) => safeText(column.header)),
      ...sheet.rows.map((row) => row.map(safeCell)),
    ],
    columns: sheet.columns.map((column) => ({
      width: column.width ?? Math.min(40, Math.max(10, column.header.length * 2 + 2)),
      style: columnStyle(column),
    })),
    cells: styledCells(sheet, title),
    freezePane: { rows: head + 1, columns: sheet.frozen ?? 1 },
    ...(sheet.rows.length === 0 ? {} : { autoFilter: { range: `${cellAddress(head + 1, 1)}:${last}` } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${head + 1}:$${head + 1}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  };
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

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** Cut to what Excel takes. */
export const sheetName = (name: string): string => name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);
