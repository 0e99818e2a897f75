/**
 * 三员不以统一身份登录 — who links identities is an administrator, and would so become another one: their accounts open by password and
 * code alone. @source trust R4, R9
 */
import { businessDay } from '../../../forms/day.js';
import type { Tx } from '../../../store/scope.js';
import { listPosts } from '../queries/users.js';
import { administrators } from '../roles.js';
import { refusePeople } from '../texts.zh.js';

/** Also who becomes one later. @throws Refusal people.identity_of_administrator */
export async function refuseAdministrator(
  tx: Tx,
  officeId: string,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Promise<void> {
  const posts = await listPosts(tx, officeId, businessDay(now), [userId]);
  if (posts.some(({ role }) => administrators.includes(role))) throw refusePeople('identity_of_administrator');
}
