/** Columns that many tables of this folder have. */
import type { ColumnType } from 'kysely';

/** What every row of a subject has: the region that is responsible for the subject decides who reaches it. */
export interface Own {
  office_id: string;
  region_id: string | null;
  version: number;
}

/** 起止 — half-open; null = since ever, still so. */
export interface Dated {
  from: string | null;
  until: string | null;
}

export interface OfSubject extends Own, Dated {
  subject_id: string;
}

/** A JSON column: written as text. */
export type Json<T> = ColumnType<T | null, string | null, string | null>;
