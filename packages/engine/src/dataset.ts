/**
 * 定版数据 — what a scheme is run on: fact columns of one data year and of years before, for subjects sorted by the bytes of
 * their ids, and side tables. Built by `datasetFrom` out of plain tables; frozen.
 */
import type { Column } from '@muheng/formula';
import type { ColumnTable, PlainTable } from '@muheng/quantity';

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

export type SourceTable = PlainTable | ColumnTable;

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
