/** 一次性链接与开通码 — made for one person, for one use, for a time; shown once. @source trust R5 */
import type { House } from '../../../forms/house.js';
import { newId } from '../../../store/ids.js';
import { inScope, type Tx, wholeOffice } from '../../../store/scope.js';
import { insertLink } from '../queries/sessions.js';
import type { LinkPurpose } from '../tables.js';
import { newToken } from '../tokens.js';

export interface NewLink {
  readonly officeId: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly hours: number;
}

/** In a demonstration a link stands for the second factor too; nowhere else. */
export async function makeLink(
  tx: Tx,
  house: House,
  link: NewLink,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const now = house.now();
  const { officeId, userId, purpose, hours } = link;
  const token = newToken(officeId);
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  await insertLink(tx, {
    ...{ office_id: officeId, link_id: newId(now.getTime()), token_hash: token.hash, user_id: userId, purpose },
    ...{ second_factor: house.demonstration && purpose === 'sign_in', created_at: now, expires_at: expiresAt, used_at: null },
  });
  return { token: token.text, expiresAt };
}

/** A sign-in link outside any action, for whoever starts the house: the demonstration. */
export async function makeOneTimeLink(house: House, link: Omit<NewLink, 'purpose'>): Promise<string> {
  const { token } = await inScope(house.store, wholeOffice(link.officeId), (tx) =>
    makeLink(tx, house, { ...link, purpose: 'sign_in' }),
  );
  return token;
}
