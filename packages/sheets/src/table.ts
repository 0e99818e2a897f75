/** 表 — the shape of tables (`@muheng/quantity`), and how cells are addressed in a sheet. */
export type {
  Cell,
  ColumnTable,
  ColumnUse,
  NumberCells,
  OtherCells,
  PlainTable,
  TextCells,
  WordCells,
} from '@muheng/quantity';

/** `F214` for row 214, column 6 (both from 1). */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** `F` for column 6 (from 1). */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
