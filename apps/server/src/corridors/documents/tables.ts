/** Tables of this folder; migration 0070_documents makes them. */
import type { DocumentKind, FileRole, ReviewKind, Standing } from './kinds.js';

/** 政策文件 */
export interface DocumentTable {
  office_id: string;
  document_id: string;
  /** 文号; empty for a draft that has none. */
  number: string;
  title: string;
  issuer: string;
  kind: DocumentKind;
  /** As decided by a person; what the dates say is derived (standingOn). */
  standing: Standing;
  issued_on: string | null;
  /** 施行期, half-open. */
  effective_from: string | null;
  effective_until: string | null;
  superseded_by: string | null;
  /** 复审期限 — the day by which it is to be examined again. */
  review_due_on: string | null;
  /** 原文链接或附件说明 */
  source: string;
  note: string;
  version: number;
}

/** 条款 — by its path in the document, e.g. 三.1. */
export interface DocumentClauseTable {
  office_id: string;
  document_id: string;
  path: string;
  sort: number;
  text: string;
}

/** 审查记录 */
export interface DocumentReviewTable {
  office_id: string;
  review_id: string;
  document_id: string;
  kind: ReviewKind;
  reviewed_on: string;
  reviewer: string;
  conclusion: string;
}

/** 文件原件 — the official text and its annexes, kept by the files corridor. */
export interface DocumentFileTable {
  office_id: string;
  document_id: string;
  file_id: string;
  role: FileRole;
  added_by_name: string;
  added_at: Date;
}

/** 电子签章 — what a licensed system made of one kept file; `signature` is over exactly the bytes of `sealed_file_id`. */
export interface DocumentSealTable {
  office_id: string;
  seal_id: string;
  document_id: string;
  file_id: string;
  sealed_file_id: string;
  seal_number: string;
  seal_name: string;
  algorithm: string;
  signature: Buffer;
  /** PEM: the key it was verified with when it came. */
  public_key: string;
  sealed_by_name: string;
  sealed_at: Date;
}

export interface DocumentTables {
  document: DocumentTable;
  document_clause: DocumentClauseTable;
  document_review: DocumentReviewTable;
  document_file: DocumentFileTable;
  document_seal: DocumentSealTable;
}
