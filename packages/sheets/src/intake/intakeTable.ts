/** 归集表 — a table found in a file, its columns matched and its cells read: what `readTables` gives. */

import type { ColumnMatch, Unmatched } from '../columns/match.js';
import type { LeftOut } from '../table/rows.js';
import type { PlainTable } from '../table.js';

/** How a number column compares with last year or a plausible range. */
export type UnitVerdict = 'fits' | 'slip' | 'not_compared';

export interface IntakeColumn extends ColumnMatch {
  /** 本年中位数, of values above zero, in the working unit of the term. */
  readonly medianNow?: number;
  /** 上年中位数, in the working unit. */
  readonly medianBefore?: number;
  readonly verdict: UnitVerdict;
  /** Unit text that would make the column fit, when it is off by a factor that a unit has. */
  readonly proposedUnit?: string;
  /** How many times too large the values seem; below 1: too small. */
  readonly slip?: number;
}

/** A row that cannot be taken as it is; its cells stay as the file has them. */
export interface RejectedRow {
  /** Row of the file. */
  readonly row: number;
  /** Codes of the findings. */
  readonly reasons: readonly string[];
}

/**
 * Headers of matched columns are `term（unit）`; matched cells are read (numbers in the column's unit, ISO dates, plain codes, 缺 for
 * marks that may mean anything); rows that are left out are empty, so that rows and columns stay where the file has them.
 */
export interface IntakeTable extends PlainTable {
  /** The first line above the header; '' when there is none. */
  readonly title?: string;
  readonly header: readonly string[];
  readonly firstRow: number;
  readonly columns: readonly IntakeColumn[];
  readonly unmatched: readonly Unmatched[];
  readonly leftOut: readonly LeftOut[];
  readonly rejected: readonly RejectedRow[];
  /** Rows of data, without those left out. */
  readonly dataRows: number;
}

/** 只收合格行 — the table with rejected rows emptied: only when the user says so. */
export function goodRowsOf(table: IntakeTable): IntakeTable {
  const rejected = new Set(table.rejected.map(({ row }) => row - table.firstRow));
  return {
    ...table,
    rows: table.rows.map((row, at) => (rejected.has(at) ? [] : row)),
    rejected: [],
    dataRows: table.dataRows - rejected.size,
  };
}
