/**
 * 表 — a table as a file gives it, by rows or by columns, nothing read into it yet: what the readers of files give and what a dataset is
 * built of.
 */

/** A cell as a file gives it; dates of a workbook are ISO texts. */
export type Cell = string | number | boolean | null;

/** Header and rows. `file` and `sheet` say where it came from. */
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

/** Cells of a number column: values with absence 0 as they stand, blanks with 1 and NaN; what is no plain number has both too and is listed. */
export interface NumberCells {
  readonly values: Float64Array;
  readonly absence: Uint8Array;
  readonly others: OtherCells;
  /** Least and most of the values; turned round when there is none. */
  readonly within: readonly [number, number];
}

/** Cells that are no plain number: `texts[codes[i]]` stands in row `rows[i]`. */
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
  /** Some row has none, or only spaces. */
  hasBlank(): boolean;
  /** The bytes of each row's text come behind those of the row before; false also when that is not known. */
  ascending(): boolean;
  /** Rows whose cell is blank or holds anything but ASCII letters, digits and 汉字 from U+4E00 to U+9FFF. */
  unusual(): readonly number[];
  /** Rows whose cell begins with such a letter (1 by UTF-16 unit), with a space, or with a sign that has another form. */
  beginning(letters: Uint8Array): readonly number[];
}

/** Cells of a column with few different texts: `texts[codes[row]]`, '' = blank. Codes are whole numbers, in the form of a column's values. */
export interface WordCells {
  readonly codes: Float64Array;
  readonly texts: readonly string[];
}

/** As what a column is wanted: numbers; words that recur; texts of which each row has its own; not at all. */
export type ColumnUse = 'number' | 'word' | 'text' | 'none';
