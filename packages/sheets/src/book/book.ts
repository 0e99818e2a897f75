/** 工作簿 — what a file holds, cell by existing cell, before anybody asks where the table is. A CSV is a book of one sheet. */
import type { DateSystem } from '@muheng/quantity';
import type { Cell } from '../table.js';

/** What is special about a cell; a sum of these. */
export const FORMULA = 1;
/** `value` is the name of the error, e.g. `#REF!`. */
export const ERROR = 2;
/** `value` is an ISO text made of a serial number with a date format. */
export const DATE = 4;
/** A number shown as a percentage: 0.35 stands as 35%. */
export const PERCENT = 8;
/** A formula without a stored result: `value` is null. */
export const UNCALCULATED = 16;
/** A serial with a date format that is no day: 0, 60, negative. `value` is the number. */
export const NO_DAY = 32;

export interface SheetRow {
  /** From 1, as the file numbers it. */
  readonly row: number;
  /** By column, from 0; holes and the end are absent cells. Reading a table turns them into values where they stand. */
  readonly cells: Cell[];
  /** Marks by column; undefined = all cells are plain. */
  readonly marks: Uint8Array | undefined;
}

/** Rows and columns from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface BookSheet {
  /** Undefined for a text file. */
  readonly name: string | undefined;
  readonly visibility: 'visible' | 'hidden' | 'very_hidden';
  /** Only rows in which something stands, in order. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  /** From 1. */
  readonly hiddenColumns: readonly number[];
  /** Cells beyond the last column that is read, left out. */
  readonly far: { readonly count: number; readonly first: string } | undefined;
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly dateSystem: DateSystem;
  /** An old workbook does not tell which cells are formulas. */
  readonly formulasSeen: boolean;
}

export const markAt = (row: SheetRow, column: number): number => row.marks?.[column] ?? 0;
