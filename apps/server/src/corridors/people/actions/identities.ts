/**
 * 统一身份关联 — the system administrator says which outside identity opens which account. One identity opens one account; it is never
 * taken from another silently. Both steps are ways into an account, so they want a fresh proof. @source trust R1, R4, R6, R50
 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { linkIdentity as linkContract, unlinkIdentity as unlinkContract } from '../contract/identities.js';
import { idShape } from '../contract/shapes.js';
import * as identities from '../queries/identities.js';
import { deleteSessionsOf } from '../queries/sessions.js';
import { refuseAdministrator } from '../signIn/administrators.js';
import { issuerName } from '../signIn/issuerName.js';
import type { UserIdentityTable } from '../tables.js';
import { refusePeople } from '../texts.zh.js';
import { theUser } from './users.js';

const kind = 'user_identity';
const link = z.strictObject({ ...linkContract.body.shape, userId: idShape });
const unlink = z.strictObject({ ...unlinkContract.body.shape, identityId: idShape });

export const linkIdentity: Action<z.infer<typeof link>, { identityId: string }> = {
  ...{ name: 'people.link_identity', title: '关联统一身份', may: 'office.administer', strong: true, input: link },
  async run(step, { userId, issuer: given, subject }) {
    const { tx, actor, now } = step;
    await theUser(step, userId);
    await refuseAdministrator(tx, actor.officeId, { userId, now });
    const issuer = servedIssuer(step, given);
    const row: UserIdentityTable = {
      ...{ office_id: actor.officeId, identity_id: step.newId(), issuer, subject },
      ...{ user_id: userId, linked_at: now, linked_by: actor.userId },
    };
    if ((await identities.insertIdentity(tx, row)) === undefined) await refuseTaken(step, row);
    await keepBefore(step, { kind, id: row.identity_id }, null);
    return {
      output: { identityId: row.identity_id },
      ...{ object: { kind: 'user', id: userId }, summary: '关联统一身份', change: { issuer, subject } },
    };
  },
};

/** 解除关联 — whoever is in by an identity of this account is out with the next request. */
export const unlinkIdentity: Action<z.infer<typeof unlink>, { done: true }> = {
  ...{ name: 'people.unlink_identity', title: '解除统一身份', may: 'office.administer', strong: true, input: unlink },
  evenWhenFull: true,
  async run(step, { identityId, reason }) {
    const { tx, actor } = step;
    const row = await identities.deleteIdentity(tx, actor.officeId, identityId);
    if (row === undefined) throw refusePeople('identity_not_found');
    await keepBefore(step, { kind, id: identityId }, { ...row });
    const ended = await deleteSessionsOf(tx, actor.officeId, row.user_id, 'oidc');
    return {
      output: { done: true },
      ...{ object: { kind: 'user', id: row.user_id }, summary: `解除统一身份，结束 ${ended} 处登录` },
      ...{ change: { issuer: row.issuer, subject: row.subject, ended }, reason },
    };
  },
};

/** @throws Refusal people.identity_not_served, issuer_unknown */
function servedIssuer({ house }: Step, given: string): string {
  if (house.identity === undefined) throw refusePeople('identity_not_served');
  const { issuer: known } = house.identity;
  const issuer = issuerName(given);
  if (issuer !== known) throw refusePeople('issuer_unknown', { issuer, known });
  return issuer;
}

/** @throws Refusal people.identity_linked, identity_taken, door.clash */
async function refuseTaken(step: Step, row: UserIdentityTable): Promise<never> {
  const held = await identities.findIdentity(step.tx, step.actor.officeId, row);
  // Taken a moment ago, and free again by now.
  if (held === undefined) throw refuseForm('clash');
  if (held.user_id === row.user_id) throw refusePeople('identity_linked');
  const { name, login } = await theUser(step, held.user_id);
  throw refusePeople('identity_taken', { name, login });
}
