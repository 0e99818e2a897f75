/** 清理过期登录数据 — sessions that are over, links and keys of a month ago, guesses of yesterday. Nightly; the ledger keeps what happened. @source trust R47 */
import type { House } from '../../forms/house.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { deleteOldKeys } from './queries/resent.js';
import { deleteOldGuards, deleteOldLinks, deleteStaleSessions } from './queries/sessions.js';

const day = 86_400_000;

export function forgetOld(house: House, officeId: string): Promise<void> {
  const before = (days: number): Date => new Date(house.now().getTime() - days * day);
  return inScope(house.store, wholeOffice(officeId), async (tx) => {
    await deleteStaleSessions(tx, officeId, before(1));
    await deleteOldGuards(tx, officeId, before(1));
    await deleteOldLinks(tx, officeId, before(30));
    await deleteOldKeys(tx, officeId, before(30));
  });
}
