/** 上限 — how much a file may hold. `intakeLimits` is for files that others send; `localLimits` for files of the person at the keyboard. */

export interface Limits {
  /** Entries of an archive. */
  readonly entries: number;
  /** Bytes of all parts that are read, counted while inflating. */
  readonly inflatedBytes: number;
  /** Inflated ÷ packed, of one part above `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Rows of data of one sheet, header and title lines not counted. */
  readonly rows: number;
  readonly columns: number;
  /** UTF-16 units of one cell. */
  readonly cellText: number;
  /** Cells that hold something, of the whole file. */
  readonly cells: number;
  readonly sheets: number;
  readonly merges: number;
  /** Characters of the shared texts of a workbook. */
  readonly sharedText: number;
  /** Bytes of a text file or an old workbook. */
  readonly plainBytes: number;
}

/** @source R27, R29 */
export const intakeLimits: Limits = {
  entries: 1_000,
  inflatedBytes: 1_073_741_824,
  ratio: 200,
  ratioFrom: 1_048_576,
  rows: 200_000,
  columns: 500,
  cellText: 32_767,
  cells: 10_000_000,
  sheets: 200,
  merges: 100_000,
  sharedText: 200_000_000,
  plainBytes: 268_435_456,
};

/** Rows of a whole sheet, and CSV files of some million rows. */
export const localLimits: Limits = { ...intakeLimits, rows: 5_000_000, cells: 200_000_000, plainBytes: 1_073_741_824 };

/** Rows and columns that a spreadsheet can have at all. */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

/** Title and header lines that may stand above the rows that are counted. */
export const linesAbove = 200;
