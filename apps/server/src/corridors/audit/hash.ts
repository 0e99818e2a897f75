/**
 * 链式摘要 — the hash of an audit row: SHA-256 over the canonical JSON (RFC 8785) of the row and of the hash before it. The text is
 * plain enough for any language to compute again: strings, whole numbers as strings, true, false, null. @source trust R52
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@muheng/bundle';

/** Before the first row of an office. */
export const noHash = '0'.repeat(64);

export interface HashedRow {
  readonly office_id: string;
  readonly seq: number;
  readonly audit_id: string;
  /** UTC with six decimals: `2026-03-01T08:00:00.123000Z`. */
  readonly at: string;
  readonly user_id: string | null;
  readonly user_name: string;
  readonly roles: string;
  readonly action: string;
  readonly title: string;
  readonly outcome: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly summary: string;
  readonly change_digest: string;
  readonly reason: string | null;
  readonly ip: string;
  readonly request_id: string;
  readonly demonstration: boolean;
  readonly previous_hash: string;
}

export function hashRow(row: HashedRow): string {
  const { office_id, seq, audit_id, at, user_id, user_name, roles, action, title, outcome } = row;
  const { object_kind, object_id, summary, change_digest, reason, ip, request_id, demonstration, previous_hash } = row;
  const first = { office_id, seq: String(seq), audit_id, at, user_id, user_name, roles, action, title, outcome };
  const rest = { object_kind, object_id, summary, change_digest, reason, ip, request_id, demonstration, previous_hash };
  return sha256(canonicalJson({ ...first, ...rest }));
}

/** Digest of a change set; dates become ISO texts, decimals are texts already. */
export const changeDigest = (change: unknown): string => sha256(canonicalJson(JSON.parse(JSON.stringify(change ?? null))));

/** As the row's hash and the database's own text of it have it. */
export const exactTime = (at: Date): string => at.toISOString().replace(/Z$/, '000Z');

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
