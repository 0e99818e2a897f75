/** SQL over sessions, the guard against guessing, and one-time links. */
import { sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { LinkPurpose, OneTimeLinkTable, SessionTable, SignInWay } from '../tables.js';

export const insertSession = (tx: Tx, row: SessionTable) => tx.insertInto('session').values(row).execute();

/** The session with its user, settings and posts valid on `day`, in one round trip. */
export function findSession(tx: Tx, { officeId, hash, day }: { officeId: string; hash: Buffer; day: string }) {
  return tx
    .selectFrom('session')
    .innerJoin('user_account', (join) =>
      join.onRef('user_account.office_id', '=', 'session.office_id').onRef('user_account.user_id', '=', 'session.user_id'),
    )
    .innerJoin('office', 'office.office_id', 'session.office_id')
    .leftJoin('user_secret', (join) =>
      join.onRef('user_secret.office_id', '=', 'session.office_id').onRef('user_secret.user_id', '=', 'session.user_id'),
    )
    .leftJoin('user_post', (join) =>
      join
        .onRef('user_post.office_id', '=', 'session.office_id')
        .onRef('user_post.user_id', '=', 'session.user_id')
        .on('user_post.from', '<=', day)
        .on((on) => on.or([on('user_post.until', 'is', null), on('user_post.until', '>', day)])),
    )
    .select([
      ...(['session.session_id', 'session.user_id', 'session.way', 'session.second_factor', 'session.created_at'] as const),
      ...(['session.seen_at', 'session.proved_at', 'user_account.name', 'user_account.disabled_at'] as const),
      ...(['user_account.organisation_id as own_organisation_id', 'office.settings', 'user_secret.set_at'] as const),
      ...(['user_post.role', 'user_post.region_id', 'user_post.organisation_id', 'user_post.subject_id'] as const),
    ])
    .where('session.office_id', '=', officeId)
    .where('session.token_hash', '=', hash)
    .orderBy('user_post.user_post_id')
    .execute();
}

export const touchSession = (tx: Tx, officeId: string, sessionId: string, seenAt: Date) =>
  tx
    .updateTable('session')
    .set({ seen_at: seenAt })
    .where('office_id', '=', officeId)
    .where('session_id', '=', sessionId)
    .execute();

export const proveSession = (tx: Tx, officeId: string, sessionId: string, provedAt: Date) =>
  tx
    .updateTable('session')
    .set({ proved_at: provedAt })
    .where('office_id', '=', officeId)
    .where('session_id', '=', sessionId)
    .execute();

export const deleteSession = (tx: Tx, officeId: string, sessionId: string) =>
  tx.deleteFrom('session').where('office_id', '=', officeId).where('session_id', '=', sessionId).execute();

/** All of a user, or those come in by one way; gives how many there were. */
export async function deleteSessionsOf(tx: Tx, officeId: string, userId: string, way?: SignInWay): Promise<number> {
  const gone = await tx
    .deleteFrom('session')
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .$if(way !== undefined, (query) => query.where('way', '=', way ?? 'oidc'))
    .returning('session_id')
    .execute();
  return gone.length;
}

/** Those whose last sign of life lies before `before`: swept at each sign-in. */
export const deleteStaleSessions = (tx: Tx, officeId: string, before: Date) =>
  tx.deleteFrom('session').where('office_id', '=', officeId).where('seen_at', '<', before).execute();

export interface GuardKey {
  readonly officeId: string;
  readonly loginKey: string;
  readonly ip: string;
}

/** Counts an attempt before it is judged, so that parallel guesses cannot slip by; gives how many there were in the window. */
export async function countAttempt(tx: Tx, { officeId, loginKey, ip }: GuardKey, now: Date, windowStart: Date) {
  const row = await tx
    .insertInto('sign_in_guard')
    .values({ office_id: officeId, login_key: loginKey, ip, attempts: 1, since: now })
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'login_key', 'ip']).doUpdateSet({
        attempts: sql<number>`CASE WHEN sign_in_guard.since < ${windowStart} THEN 1 ELSE sign_in_guard.attempts + 1 END`,
        since: sql<Date>`CASE WHEN sign_in_guard.since < ${windowStart} THEN excluded.since ELSE sign_in_guard.since END`,
      }),
    )
    .returning(['attempts', 'since'])
    .executeTakeFirstOrThrow();
  return row;
}

export const uncountAttempt = (tx: Tx, { officeId, loginKey, ip }: GuardKey) =>
  tx
    .updateTable('sign_in_guard')
    .set((set) => ({ attempts: set('attempts', '-', 1) }))
    .where('office_id', '=', officeId)
    .where('login_key', '=', loginKey)
    .where('ip', '=', ip)
    .execute();

export const forgetAttempts = (tx: Tx, { officeId, loginKey, ip }: Omit<GuardKey, 'ip'> & { ip?: string }) =>
  tx
    .deleteFrom('sign_in_guard')
    .where('office_id', '=', officeId)
    .where('login_key', '=', loginKey)
    .$if(ip !== undefined, (query) => query.where('ip', '=', ip ?? ''))
    .execute();

export const insertLink = (tx: Tx, row: OneTimeLinkTable) => tx.insertInto('one_time_link').values(row).execute();

/** Spends a link: of two who try at once, one gets it. */
export const spendLink = (tx: Tx, officeId: string, { hash, now, purpose }: { hash: Buffer; now: Date; purpose: LinkPurpose }) =>
  tx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('office_id', '=', officeId)
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['link_id', 'user_id', 'second_factor'])
    .executeTakeFirst();

/** Open links of a user stop working. */
export const cancelLinks = (tx: Tx, officeId: string, userId: string, now: Date) =>
  tx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();

export const deleteOldGuards = (tx: Tx, officeId: string, before: Date) =>
  tx.deleteFrom('sign_in_guard').where('office_id', '=', officeId).where('since', '<', before).execute();

export const deleteOldLinks = (tx: Tx, officeId: string, before: Date) =>
  tx.deleteFrom('one_time_link').where('office_id', '=', officeId).where('expires_at', '<', before).execute();
