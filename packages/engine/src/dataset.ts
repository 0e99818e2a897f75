/**
 * 定版数据 — what a scheme is run on: fact columns of one data year and of years before, for subjects sorted by the bytes of
 * their ids, and side tables. Built by `datasetFrom` out of plain tables; frozen.
 */
import type { Column } from '@muheng/formula';

/** A cell as a file gives it. */
export type Cell = string | number | boolean | null;
/** A plain table: header and rows. `place` says where it came from. */
export interface PlainTable {
  readonly file?: string;
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[] /** 1-based row number of rows[0] in the file. */;
  readonly firstRow?: number;
}

/**
 * A table by columns, for files of many rows. Its cells are those that the rows of a PlainTable would hold; the columns are the same
 * cells once more, read as far as they are plain, and undefined where the table does not have them in that form.
 */
export interface ColumnTable {
  readonly file?: string;
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly rowCount: number;
  readonly firstRow?: number;
  cell(row: number, column: number): Cell;
  /** Handed over, as words are: whoever takes them may change them; undefined from then on. */
  numbers(column: number): NumberCells | undefined;
  words(column: number): WordCells | undefined;
  texts(column: number): TextCells | undefined;
}

/** Cells of a number column: values with absence 0 as they stand, blanks with 1 and NaN; the others have NaN too and are listed. */
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

export type SourceTable = PlainTable | ColumnTable;

/** As what a column is wanted: numbers; words that recur; texts of which each row has its own; not at all. */
export type ColumnUse = 'number' | 'word' | 'text' | 'none';

/** `titles` 称号, `events` 事件, `occupancy` 用地, `meters` 电表, `decisions` 决定, `history` 历年类别, `lists` 名单. */
export const sideTableIds = ['titles', 'events', 'occupancy', 'meters', 'decisions', 'history', 'lists'] as const;
export type SideTableId = (typeof sideTableIds)[number];

export interface SideColumns {
  readonly rows: number /** Subject row of each table row; rows sorted by it. */;
  readonly subject: Int32Array;
  readonly fields: ReadonlyMap<string, Column>;
}

export interface Dataset {
  readonly year: number;
  /** Sorted by UTF-8 bytes. */
  readonly subjects: readonly string[];
  readonly names: readonly string[];
  /** Sorted texts; a text column holds indexes into it. */
  readonly dictionary: readonly string[];
  /** By year, by fact id, in the scheme's working unit. Years before align to the same subjects. */
  readonly facts: ReadonlyMap<number, ReadonlyMap<string, Column>>;
  readonly tables: ReadonlyMap<SideTableId, SideColumns>;
  /** `file!sheet!F214` of a fact's cell, when known. */
  source(fact: string, year: number, subject: number): string | null;
}
