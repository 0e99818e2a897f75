/** SQL over outside identities and the accounts they open. */
import type { Tx } from '../../../store/scope.js';
import type { UserIdentityTable } from '../tables.js';

export const findIdentity = (
  tx: Tx,
  officeId: string,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
) =>
  tx
    .selectFrom('user_identity')
    .select('user_id')
    .where('office_id', '=', officeId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();

/** Undefined when the identity opens an account already: of two who link it at once, one does. */
export const insertIdentity = (tx: Tx, row: UserIdentityTable) =>
  tx
    .insertInto('user_identity')
    .values(row)
    .onConflict((conflict) => conflict.columns(['office_id', 'issuer', 'subject']).doNothing())
    .returning('identity_id')
    .executeTakeFirst();

/** The row as it was; undefined when somebody else was first. */
export const deleteIdentity = (tx: Tx, officeId: string, identityId: string) =>
  tx
    .deleteFrom('user_identity')
    .where('office_id', '=', officeId)
    .where('identity_id', '=', identityId)
    .returningAll()
    .executeTakeFirst();

/** Newest first, with who linked it. */
export const listIdentities = (tx: Tx, officeId: string, userId: string) =>
  tx
    .selectFrom('user_identity')
    .innerJoin('user_account as linker', (join) =>
      join.onRef('linker.office_id', '=', 'user_identity.office_id').onRef('linker.user_id', '=', 'user_identity.linked_by'),
    )
    .select([
      ...(['user_identity.identity_id', 'user_identity.issuer', 'user_identity.subject', 'user_identity.linked_at'] as const),
      'linker.name as linked_by_name',
    ])
    .where('user_identity.office_id', '=', officeId)
    .where('user_identity.user_id', '=', userId)
    .orderBy('user_identity.identity_id', 'desc')
    .execute();

/** How many each of these users has; who has none is not in it. */
export async function countIdentities(
  tx: Tx,
  officeId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('user_identity')
    .select((select) => ['user_id', select.fn.countAll<string>().as('count')])
    .where('office_id', '=', officeId)
    .where('user_id', 'in', userIds)
    .groupBy('user_id')
    .orderBy('user_id')
    .execute();
  return new Map(rows.map(({ user_id, count }) => [user_id, Number(count)]));
}
