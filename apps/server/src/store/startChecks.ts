/**
 * 启动检查 — is what we commit really kept, and is the application really held by row-level security? Asked as the application, so
 * that settings of its role and database count. @source trust R16, R58
 */
import { fillBlanks } from '@muheng/finding';
import { sql } from 'kysely';
import type { Store } from './store.js';
import { type UnsafePoint, unsafeWords } from './texts.zh.js';

export interface DatabaseFacts {
  readonly versionNumber: number;
  readonly version: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly data_checksums: string;
  readonly encoding: string;
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  /** Tables it owns, or whose owner it may become. */
  readonly owned: number;
}

export interface UnsafeFinding {
  readonly point: UnsafePoint;
  /** Chinese, with what was found. */
  readonly words: string;
}

export async function findUnsafe({ db }: Store): Promise<UnsafeFinding[]> {
  const { rows } = await sql<DatabaseFacts>`
    SELECT current_setting('server_version_num')::int AS "versionNumber", current_setting('server_version') AS version,
      current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
      current_setting('synchronous_commit') AS synchronous_commit, current_setting('data_checksums') AS data_checksums,
      current_setting('server_encoding') AS encoding, rolname AS role, rolsuper AS superuser, rolbypassrls AS bypasses,
      (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owned
    FROM pg_roles r WHERE rolname = current_user`.execute(db);
  return rows.flatMap(judge);
}

/** The rules alone, for facts that a test invents. */
export function judge(facts: DatabaseFacts): UnsafeFinding[] {
  const points: readonly (readonly [UnsafePoint, boolean, string])[] = [
    ['version', facts.versionNumber >= 150_000, facts.version],
    ['fsync', facts.fsync === 'on', facts.fsync],
    ['full_page_writes', facts.full_page_writes === 'on', facts.full_page_writes],
    ['synchronous_commit', ['on', 'remote_apply'].includes(facts.synchronous_commit), facts.synchronous_commit],
    ['data_checksums', facts.data_checksums === 'on', facts.data_checksums],
    ['encoding', facts.encoding === 'UTF8', facts.encoding],
    ['role_name', facts.role === 'muheng_app', facts.role],
    ['role_superuser', !facts.superuser, facts.role],
    ['role_bypasses', !facts.bypasses, facts.role],
    ['role_owns', facts.superuser || facts.owned === 0, facts.role],
  ];
  return points
    .filter(([, holds]) => !holds)
    .map(([point, , found]) => ({ point, words: fillBlanks(unsafeWords[point], { found }) }));
}
