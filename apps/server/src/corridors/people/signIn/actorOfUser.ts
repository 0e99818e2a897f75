/**
 * 代办身份 — the actor for work that goes on after the request: the person as of now, not as of when it was started. Closed accounts and
 * posts that ended give nothing. @source trust R11
 */
import { businessDay } from '../../../forms/day.js';
import type { Actor, House } from '../../../forms/house.js';
import { inScope, wholeOffice } from '../../../store/scope.js';
import { findUser, listPosts } from '../queries/users.js';
import { permissionsOf, roleTable } from '../roles.js';
import { reachOf } from './session.js';

export interface Absent {
  readonly officeId: string;
  readonly userId: string;
  /** Was signed in with a second factor: posts that want one count. */
  readonly secondFactor: boolean;
}

/** Strong actions are not done in absence: no proof of identity is fresh. */
export function actorOfUser(house: House, { officeId, userId, secondFactor }: Absent): Promise<Actor | undefined> {
  const day = businessDay(house.now());
  return inScope(house.store, wholeOffice(officeId), async (tx) => {
    const user = await findUser(tx, officeId, userId);
    if (user === undefined || user.disabled_at !== null) return undefined;
    const posts = (await listPosts(tx, officeId, day, [userId])).filter(({ from }) => from <= day);
    const roles = [...new Set(posts.map(({ role }) => role))];
    const held = roles.filter((role) => secondFactor || !roleTable[role].secondFactor);
    return {
      ...{
        officeId,
        userId,
        name: user.name,
        roles,
        permissions: permissionsOf(held),
        reach: await reachOf(tx, officeId, { posts, day }),
      },
      organisationId: posts.find(({ organisation_id }) => organisation_id !== null)?.organisation_id ?? user.organisation_id,
      ...{ sessionId: '', secondFactor, provedAt: new Date(0) },
    };
  });
}
