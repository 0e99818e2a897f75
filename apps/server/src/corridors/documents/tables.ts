/** Tables of this folder; migration 0070_documents makes them. */
import type { ReviewKind, Standing } from './kinds.js';

/** 政策文件 */
export interface DocumentTable {
  office_id: string;
  document_id: string;
  /** 文号; empty for a draft that has none. */
  number: string;
  title: string;
  issuer: string;
  /** As decided by a person; what the dates say is derived (standingOn). */
  standing: Standing;
  issued_on: string | null;
  /** 施行期, half-open. */
  effective_from: string | null;
  effective_until: string | null;
  superseded_by: string | null;
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

export interface DocumentTables {
  document: DocumentTable;
  document_clause: DocumentClauseTable;
  document_review: DocumentReviewTable;
}
