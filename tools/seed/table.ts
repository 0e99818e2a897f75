/**
 * Tables as departments keep them: what a column is, what a cell may hold, and the lines of a sheet before they have row numbers.
 * Each planted piece of dirt travels with the cell or line it was planted in, so that the answer key cannot miss it.
 */
import type { DirtName } from './dirt/kinds.js';
import type { Block, DataYear } from './truth.js';

/** A formula's text has `{r}` where its own row number goes. */
export type CellValue =
  | null
  | string
  | number
  | { readonly date: string }
  | { readonly formula: string; readonly result: number }
  | { readonly error: '#DIV/0!' | '#REF!' | '#N/A' };

export type ColumnKind = 'sequence' | 'code' | 'name' | 'town' | 'text' | 'number' | 'date' | 'meter';

export interface Column {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly unit?: string;
  /** The upper header cell of a two-line header. */
  readonly group?: string;
  /** Other words that departments use for the same thing. */
  readonly also?: readonly string[];
  /** Decimals; only for numbers. */
  readonly digits?: number;
  /** Stands in subtotals and totals. */
  readonly summed?: boolean;
  /** A sum of other columns of its row, which a department may leave as a formula. */
  readonly formula?: string;
}

export interface Row {
  readonly subject?: string;
  readonly year?: DataYear;
  readonly town: string;
  readonly cells: readonly CellValue[];
}

export type FileFormat = 'xlsx' | 'xls' | 'csv_gb18030' | 'csv_utf8_bom' | 'csv_utf8';

export interface SheetSpec {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** One row an enterprise: a second one is then a double row. */
  readonly oneRowEach: boolean;
  readonly rowsOf: (block: Block) => Row[];
}

export interface FileSpec {
  readonly department: string;
  /** Without folder and ending. */
  readonly name: string;
  readonly format: FileFormat;
  readonly sheets: readonly SheetSpec[];
}

export interface Plant {
  readonly kind: DirtName;
  readonly was: CellValue;
  readonly became: CellValue;
  /** A unit slip: became = was × factor, rounded to `digits`. */
  readonly slip?: Slip;
}

export interface Slip {
  readonly factor: number;
  readonly digits: number;
}

export interface Cell {
  readonly value: CellValue;
  readonly plants: readonly Plant[];
}

export type LineKind = 'title' | 'unit' | 'note' | 'header' | 'row' | 'subtotal' | 'total' | 'blank' | 'footer';

export interface Line {
  readonly kind: LineKind;
  readonly cells: readonly Cell[];
  /** What was planted by this line being here at all. */
  readonly plants: readonly Plant[];
  readonly subject?: string | undefined;
  readonly year?: DataYear | undefined;
  /** Cells merged from this line: column, columns wide, lines high. */
  readonly merges?: readonly { readonly column: number; readonly wide: number; readonly high: number }[];
}

export const cell = (value: CellValue, plants: readonly Plant[] = []): Cell => ({ value, plants });

export const headerOf = (column: Column): string =>
  column.unit === undefined ? column.header : `${column.header}(${column.unit})`;

export const isNumber = (value: CellValue): value is number => typeof value === 'number';

/** A, B, … Z, AA … as spreadsheets name columns; from 0. */
export function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest;
}
