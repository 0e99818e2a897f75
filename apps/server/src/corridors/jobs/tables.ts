/** Tables of this folder; migrations make them. The queue itself stands in the schema `pgboss` and holds ids only. */
import type { ColumnType } from 'kysely';

type Json = ColumnType<unknown, string | null, string | null>;

export interface JobTable {
  office_id: string;
  job_id: string;
  /** `registry.import` */
  kind: string;
  title: string;
  /** queued running done failed cancelled */
  state: string;
  /** How many of `unit` are done, really. */
  done: number;
  total: number | null;
  unit: string;
  message: string;
  input: Json;
  /** Where to go on after a stop. */
  checkpoint: Json;
  result: Json;
  cancel_requested: boolean;
  heavy: boolean;
  /** Runs that ended without a word. */
  attempts: number;
  worker_id: string | null;
  /** Until then the worker counts as alive. */
  lease_until: Date | null;
  started_by: string;
  started_by_name: string;
  /** Signed in with a second factor when starting it: the posts that want one count. */
  second_factor: boolean;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

/** 通道 — one row for each office; its lock decides one claim at a time. */
export interface JobLaneTable {
  office_id: string;
}

export interface JobTables {
  job: JobTable;
  job_lane: JobLaneTable;
}
