/** SQL of reading the ledger. */
import type { Tx } from '../../../store/scope.js';

export interface LedgerFilter {
  readonly userId?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  readonly objectKind?: string | undefined;
  readonly objectId?: string | undefined;
  /** From this instant on. */
  readonly from?: Date | undefined;
  /** Before this instant. */
  readonly until?: Date | undefined;
}

export interface LedgerPage {
  readonly filter: LedgerFilter;
  /** Rows before this number; undefined: from the newest. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Newest first. */
export function findLedger(tx: Tx, officeId: string, { filter, before, limit }: LedgerPage) {
  const { userId, action, outcome, objectKind, objectId, from, until } = filter;
  let query = tx
    .selectFrom('audit_row')
    .select(['seq', 'audit_id', 'at', 'user_id', 'user_name', 'roles', 'action', 'title', 'outcome', 'object_kind'])
    .select(['object_id', 'summary', 'change_digest', 'reason', 'ip', 'request_id', 'demonstration', 'hash'])
    .where('office_id', '=', officeId);
  if (before !== undefined) query = query.where('seq', '<', before);
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  if (action !== undefined) query = query.where('action', '=', action);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (objectKind !== undefined) query = query.where('object_kind', '=', objectKind);
  if (objectId !== undefined) query = query.where('object_id', '=', objectId);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (until !== undefined) query = query.where('at', '<', until);
  return query.orderBy('seq', 'desc').limit(limit).execute();
}
