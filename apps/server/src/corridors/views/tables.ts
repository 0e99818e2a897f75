/** Tables of this folder; migration 0080_views makes them. */
import type { ColumnType } from 'kysely';

/** 视图 — a named arrangement of a list: columns, conditions, order; one's own, or shared with the office. */
export interface SavedViewTable {
  office_id: string;
  view_id: string;
  /** Which list: `registry.subjects`. */
  page: string;
  name: string;
  owner_id: string;
  owner_name: string;
  shared: boolean;
  /** See contract.ts. */
  content: ColumnType<unknown, string, string>;
  version: number;
  updated_at: Date;
}

/** 默认视图 — what a person wants a list to open with. */
export interface UsualViewTable {
  office_id: string;
  user_id: string;
  page: string;
  view_id: string;
}

export interface ViewTables {
  saved_view: SavedViewTable;
  usual_view: UsualViewTable;
}
