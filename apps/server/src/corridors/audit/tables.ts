/** Tables of this folder; migrations make them. None of them is ever updated or deleted by the application, but the head. */
import type { ColumnType } from 'kysely';

/** 审计台账 — one row per action or denial, chained per office. */
export interface AuditRowTable {
  office_id: string;
  /** 1, 2, 3 … without a gap in each office. */
  seq: number;
  /** Id of the action; superseded rows carry it. */
  audit_id: string;
  at: Date;
  /** Null: nobody was signed in. */
  user_id: string | null;
  user_name: string;
  /** Codes of the posts held at the time, joined by commas. */
  roles: string;
  action: string;
  title: string;
  outcome: string;
  object_kind: string;
  object_id: string;
  summary: string;
  /** SHA-256 of the canonical JSON of everything that changed. */
  change_digest: string;
  reason: string | null;
  ip: string;
  request_id: string;
  demonstration: boolean;
  previous_hash: string;
  hash: string;
}

/** 链头 — the last row of an office's chain; its lock puts the rows of an office in one order. */
export interface AuditHeadTable {
  office_id: string;
  seq: number;
  hash: string;
}

/** 历史 — a row as it was before an action changed it. */
export interface SupersededTable {
  office_id: string;
  superseded_id: string;
  at: Date;
  action_id: string;
  kind: string;
  row_id: string;
  subject_id: string | null;
  /** Null: the row did not exist before. */
  before: ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>;
}

export interface AuditTables {
  audit_row: AuditRowTable;
  audit_head: AuditHeadTable;
  superseded: SupersededTable;
}
