/** 表 — a table as a file gives it: header and rows, nothing read into them yet. Dates of a workbook are ISO texts. */
export type Cell = string | number | boolean | null;

export interface PlainTable {
  readonly file?: string;
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** 1-based row of rows[0] in the file. */
  readonly firstRow?: number;
}

/** `F214` for row 214, column 6 (both from 1). */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** `F` for column 6 (from 1). */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
