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

/**
 * 按列的表 — the same cells as a PlainTable's rows would hold, for files of many rows: one by one, and by column as far as they are
 * plain. Undefined where a column was not asked for in that form.
 */
export interface ColumnTable {
  readonly file?: string;
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly rowCount: number;
  /** 1-based row of row 0 in the file. */
  readonly firstRow?: number;
  cell(row: number, column: number): Cell;
  /** Handed over, as words are: whoever takes them may change them; undefined from then on. */
  numbers(column: number): NumberCells | undefined;
  words(column: number): WordCells | undefined;
  texts(column: number): TextCells | undefined;
}

/** Values with absence 0 as they stand, blanks with 1 and NaN; what is no plain number has both too and is listed. */
export interface NumberCells {
  readonly values: Float64Array;
  readonly absence: Uint8Array;
  readonly others: OtherCells;
  /** Least and most of the values; turned round when there is none. */
  readonly within: readonly [number, number];
}

/** `texts[codes[i]]` stands in row `rows[i]`. */
export interface OtherCells {
  readonly rows: Int32Array;
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** Cells of which most rows have their own. */
export interface TextCells {
  /** '' = blank. Made when first asked for. */
  readonly texts: readonly string[];
  /** One of them, without making the others. */
  at(row: number): string;
  /** The bytes of each row's text come behind those of the row before; false also when that is not known. */
  ascending(): boolean;
  /** Rows whose cell is blank or holds anything but ASCII letters, digits and 汉字 from U+4E00 to U+9FFF. */
  unusual(): readonly number[];
  /** Rows whose cell begins with such a letter (1 by UTF-16 unit), with a space, or with a sign that has another form. */
  beginning(letters: Uint8Array): readonly number[];
}

/** `texts[codes[row]]`; '' = blank. Whole numbers, in the form that columns of values have. */
export interface WordCells {
  readonly codes: Float64Array;
  readonly texts: readonly string[];
}

/** As what a column is wanted: numbers; words that recur; texts of which each row has its own; not at all. */
export type ColumnUse = 'number' | 'word' | 'text' | 'none';

/** `F214` for row 214, column 6 (both from 1). */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** `F` for column 6 (from 1). */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
