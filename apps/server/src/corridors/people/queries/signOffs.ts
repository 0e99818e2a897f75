/** SQL over what was put forward and signed. */
import type { Insertable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { Role } from '../roles.js';
import type { SignOffTable } from '../tables.js';

interface OfObject {
  readonly kind: string;
  readonly objectId: string;
}

const ofObject = (tx: Tx, officeId: string, { kind, objectId }: OfObject) =>
  tx
    .selectFrom('sign_off')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .where('object_id', '=', objectId);

export const findOpen = (tx: Tx, officeId: string, of: OfObject) =>
  ofObject(tx, officeId, of).where('state', '=', 'proposed').executeTakeFirst();

/** The one that is put forward, locked until it is signed or withdrawn. */
export const lockOpen = (tx: Tx, officeId: string, of: OfObject) =>
  ofObject(tx, officeId, of).where('state', '=', 'proposed').forUpdate().executeTakeFirst();

export const findSigned = (tx: Tx, officeId: string, of: OfObject) =>
  ofObject(tx, officeId, of).where('state', '=', 'signed').orderBy('signed_at', 'desc').limit(1).executeTakeFirst();

/** Who holds one of these posts on this day and may still sign in. */
export async function holdersOf(
  tx: Tx,
  officeId: string,
  { roles, day }: { readonly roles: readonly Role[]; readonly day: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('user_post')
    .innerJoin('user_account', (join) =>
      join.on('user_account.office_id', '=', officeId).onRef('user_account.user_id', '=', 'user_post.user_id'),
    )
    .select('user_post.user_id')
    .distinct()
    .where('user_post.office_id', '=', officeId)
    .where('user_post.role', 'in', [...roles])
    .where('user_post.from', '<=', day)
    .where((eb) => eb.or([eb('user_post.until', 'is', null), eb('user_post.until', '>', day)]))
    .where('user_account.disabled_at', 'is', null)
    .orderBy('user_post.user_id')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

export const insertSignOff = (tx: Tx, row: Insertable<SignOffTable>) => tx.insertInto('sign_off').values(row).execute();

type Ending = Pick<Insertable<SignOffTable>, 'state' | 'counts' | 'digest' | 'signed_by' | 'signed_by_name' | 'signed_at'>;

export const endSignOff = (tx: Tx, officeId: string, { signOffId, ending }: { signOffId: string; ending: Ending }) =>
  tx.updateTable('sign_off').set(ending).where('office_id', '=', officeId).where('sign_off_id', '=', signOffId).execute();
