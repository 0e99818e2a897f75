/** SQL over users, their posts, passwords and factors. */
import type { Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { UserAccountTable, UserFactorTable, UserPostTable } from '../tables.js';

/** Account, password and factor of a login name: what a sign-in needs. */
export function findForSignIn(tx: Tx, officeId: string, by: { readonly loginKey: string } | { readonly userId: string }) {
  return tx
    .selectFrom('user_account')
    .leftJoin('user_secret', (join) =>
      join
        .onRef('user_secret.office_id', '=', 'user_account.office_id')
        .onRef('user_secret.user_id', '=', 'user_account.user_id'),
    )
    .leftJoin('user_factor', (join) =>
      join
        .onRef('user_factor.office_id', '=', 'user_account.office_id')
        .onRef('user_factor.user_id', '=', 'user_account.user_id'),
    )
    .select([
      ...(['user_account.user_id', 'user_account.login', 'user_account.login_key', 'user_account.name'] as const),
      ...(['user_account.disabled_at', 'user_secret.password_hash', 'user_secret.set_at'] as const),
      ...(['user_factor.totp_sealed', 'user_factor.confirmed_at', 'user_factor.last_step'] as const),
    ])
    .where('user_account.office_id', '=', officeId)
    .where((where) =>
      'loginKey' in by ? where('user_account.login_key', '=', by.loginKey) : where('user_account.user_id', '=', by.userId),
    )
    .executeTakeFirst();
}

export const findUser = (tx: Tx, officeId: string, userId: string) =>
  tx.selectFrom('user_account').selectAll().where('office_id', '=', officeId).where('user_id', '=', userId).executeTakeFirst();

/** Two posts given at once are judged one after the other. */
export const lockUser = (tx: Tx, officeId: string, userId: string) =>
  tx
    .selectFrom('user_account')
    .select('user_id')
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();

export const findUserByLogin = (tx: Tx, officeId: string, loginKey: string) =>
  tx
    .selectFrom('user_account')
    .select('user_id')
    .where('office_id', '=', officeId)
    .where('login_key', '=', loginKey)
    .executeTakeFirst();

export const insertUser = (tx: Tx, row: UserAccountTable) => tx.insertInto('user_account').values(row).execute();

export interface UserPage {
  readonly limit: number;
  /** Login key of the last one seen. */
  readonly after?: string;
  readonly name?: string;
  readonly organisationId?: string;
}

export const listUsers = (tx: Tx, officeId: string, { limit, after, name, organisationId }: UserPage) =>
  tx
    .selectFrom('user_account')
    .leftJoin('user_factor', (join) =>
      join
        .onRef('user_factor.office_id', '=', 'user_account.office_id')
        .onRef('user_factor.user_id', '=', 'user_account.user_id'),
    )
    .selectAll('user_account')
    .select('user_factor.confirmed_at')
    .where('user_account.office_id', '=', officeId)
    .$if(after !== undefined, (query) => query.where('user_account.login_key', '>', after ?? ''))
    .$if(name !== undefined, (query) => query.where('user_account.name', 'like', `%${(name ?? '').replace(/[\\%_]/g, '\\$&')}%`))
    .$if(organisationId !== undefined, (query) => query.where('user_account.organisation_id', '=', organisationId ?? null))
    .orderBy('user_account.login_key')
    .limit(limit)
    .execute();

/** Undefined when the version is not the stored one. */
export const updateUser = (
  tx: Tx,
  { officeId, userId, version }: { officeId: string; userId: string; version: number },
  change: Updateable<UserAccountTable>,
) =>
  tx
    .updateTable('user_account')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

export const noteSignIn = (tx: Tx, officeId: string, userId: string, at: Date) =>
  tx
    .updateTable('user_account')
    .set({ last_sign_in_at: at })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .execute();

export const setPassword = (tx: Tx, officeId: string, userId: string, secret: { hash: string; at: Date }) =>
  tx
    .insertInto('user_secret')
    .values({ office_id: officeId, user_id: userId, password_hash: secret.hash, set_at: secret.at })
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'user_id']).doUpdateSet((set) => ({
        password_hash: set.ref('excluded.password_hash'),
        set_at: set.ref('excluded.set_at'),
      })),
    )
    .execute();

export const deletePassword = (tx: Tx, officeId: string, userId: string) =>
  tx.deleteFrom('user_secret').where('office_id', '=', officeId).where('user_id', '=', userId).execute();

export const setFactor = (tx: Tx, row: UserFactorTable) =>
  tx
    .insertInto('user_factor')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'user_id']).doUpdateSet((set) => ({
        totp_sealed: set.ref('excluded.totp_sealed'),
        confirmed_at: set.ref('excluded.confirmed_at'),
        last_step: set.ref('excluded.last_step'),
        created_at: set.ref('excluded.created_at'),
      })),
    )
    .execute();

/** Takes a time step once; undefined when it, or a later one, was taken before. */
export const takeStep = (tx: Tx, officeId: string, userId: string, step: number) =>
  tx
    .updateTable('user_factor')
    .set({ last_step: step })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('last_step')
    .executeTakeFirst();

export const confirmFactor = (tx: Tx, officeId: string, userId: string, at: Date) =>
  tx
    .updateTable('user_factor')
    .set({ confirmed_at: at })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .execute();

export const deleteFactor = (tx: Tx, officeId: string, userId: string) =>
  tx.deleteFrom('user_factor').where('office_id', '=', officeId).where('user_id', '=', userId).execute();

/** Posts valid on a day or later, of one user or of all. */
export const listPosts = (tx: Tx, officeId: string, day: string, userIds?: readonly string[]) =>
  tx
    .selectFrom('user_post')
    .selectAll()
    .where('office_id', '=', officeId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', day)]))
    .$if(userIds !== undefined, (query) => query.where('user_id', 'in', [...(userIds ?? []), zero]))
    .orderBy('user_post_id')
    .execute();
const zero = '00000000-0000-0000-0000-000000000000';

export const findPost = (tx: Tx, officeId: string, postId: string) =>
  tx.selectFrom('user_post').selectAll().where('office_id', '=', officeId).where('user_post_id', '=', postId).executeTakeFirst();

/** Posts of an enterprise's own people, that stand or will. */
export const openPostsOfSubject = (
  tx: Tx,
  officeId: string,
  { subjectId, day }: { readonly subjectId: string; readonly day: string },
) =>
  tx
    .selectFrom('user_post')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', day)]))
    .orderBy('user_post_id')
    .forUpdate()
    .execute();

/** Who acts for an enterprise on a day: open accounts, each once. */
export async function usersOfSubject(
  tx: Tx,
  officeId: string,
  { subjectId, day }: { readonly subjectId: string; readonly day: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('user_post as p')
    .innerJoin('user_account as u', (join) => join.onRef('u.office_id', '=', 'p.office_id').onRef('u.user_id', '=', 'p.user_id'))
    .select('p.user_id')
    .distinct()
    .where('p.office_id', '=', officeId)
    .where('p.subject_id', '=', subjectId)
    .where('p.role', '=', 'enterprise_user')
    .where('p.from', '<=', day)
    .where((where) => where.or([where('p.until', 'is', null), where('p.until', '>', day)]))
    .where('u.disabled_at', 'is', null)
    .orderBy('p.user_id')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

export const setPostSubject = (
  tx: Tx,
  officeId: string,
  { postId, subjectId }: { readonly postId: string; readonly subjectId: string },
) =>
  tx
    .updateTable('user_post')
    .set({ subject_id: subjectId })
    .where('office_id', '=', officeId)
    .where('user_post_id', '=', postId)
    .execute();

export const insertPost = (tx: Tx, row: UserPostTable) => tx.insertInto('user_post').values(row).execute();

/** A post that never began is removed, any other ends on the day. */
export async function endPost(tx: Tx, officeId: string, { postId, day, from }: { postId: string; day: string; from: string }) {
  const at = { office_id: officeId, user_post_id: postId };
  if (from >= day)
    await tx
      .deleteFrom('user_post')
      .where((where) => where.and(at))
      .execute();
  else
    await tx
      .updateTable('user_post')
      .set({ until: day })
      .where((where) => where.and(at))
      .execute();
}

/** How many enabled users hold a role on a day, the named one left out. */
export async function countOthersWith(
  tx: Tx,
  officeId: string,
  role: UserPostTable['role'],
  but: { userId: string; day: string },
) {
  const { count } = await tx
    .selectFrom('user_post')
    .innerJoin('user_account', (join) =>
      join.onRef('user_account.office_id', '=', 'user_post.office_id').onRef('user_account.user_id', '=', 'user_post.user_id'),
    )
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('user_post.office_id', '=', officeId)
    .where('user_post.role', '=', role)
    .where('user_post.user_id', '!=', but.userId)
    .where('user_account.disabled_at', 'is', null)
    .where('user_post.from', '<=', but.day)
    .where((where) => where.or([where('user_post.until', 'is', null), where('user_post.until', '>', but.day)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}
