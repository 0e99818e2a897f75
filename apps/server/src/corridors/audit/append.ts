/**
 * 留痕 — appends one row to the office's audit chain: the digest of the change set, and the hash over the row and the one before it.
 * The last statement of an action's transaction; the head of the chain is locked, so rows of one office stand in one order, whatever
 * the clock does. When the ledger cannot be written the action fails with it.
 * @source trust R50–R52, R68
 */
import type { Actor, House, Origin } from '../../forms/house.js';
import { newId } from '../../store/ids.js';
import { inScope, type Tx, wholeOffice } from '../../store/scope.js';
import { changeDigest, exactTime, hashRow } from './hash.js';
import { plainText } from './plainText.js';
import { addRow, lockHead } from './queries/chain.js';
import { refuseAudit } from './texts.zh.js';

export interface AuditActor extends Pick<Actor, 'officeId' | 'name' | 'roles'> {
  /** Null: nobody was signed in, e.g. a refused sign-in. */
  readonly userId: string | null;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: AuditActor;
  readonly origin: Origin;
  readonly action: string;
  readonly title: string;
  readonly outcome: 'done' | 'denied' | 'failed';
  readonly object: { readonly kind: string; readonly id: string };
  readonly summary: string;
  readonly change: unknown;
  readonly reason: string | null;
  readonly demonstration: boolean;
}

/** @throws Refusal audit.ledger_not_writable (503); conflicts of the database (40xxx) and a full disk (53100) pass through. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  try {
    const head = await lockHead(tx, entry.actor.officeId);
    await addRow(tx, rowOf(entry, head.seq + 1, head.hash));
  } catch (error) {
    // Two transactions that met, and a full disk, are told as what they are.
    if (/^40|^53100$/.test(sqlStateOf(error))) throw error;
    throw Object.assign(refuseAudit('ledger_not_writable'), { cause: error });
  }
}

/** What the door refused, as it is told to `appendDenial`. */
export interface Denial {
  readonly actor: AuditActor;
  readonly origin: Origin;
  /** What was asked for: the operation of the route, or the action. */
  readonly action: string;
  readonly title: string;
  readonly object: { readonly kind: string; readonly id: string };
  /** Code and sentence of the refusal. */
  readonly code: string;
  readonly summary: string;
}

/** 被拒绝的操作 — one row of its own, in its own transaction, since that of the action was rolled back. */
export async function appendDenial(house: House, denial: Denial): Promise<void> {
  const now = house.now();
  await inScope(house.store, wholeOffice(denial.actor.officeId), (tx) =>
    appendAudit(tx, {
      ...{ id: newId(now.getTime()), at: now, outcome: 'denied', reason: null, demonstration: house.demonstration },
      ...{ actor: denial.actor, origin: denial.origin, action: denial.action, title: denial.title, object: denial.object },
      summary: denial.summary,
      change: { code: denial.code },
    }),
  );
}

function rowOf(entry: AuditEntry, seq: number, previousHash: string) {
  const { actor, origin, object } = entry;
  const row = {
    office_id: actor.officeId,
    seq,
    audit_id: entry.id,
    user_id: actor.userId,
    user_name: plainText(actor.name),
    roles: actor.roles.join(','),
    action: plainText(entry.action),
    title: plainText(entry.title),
    outcome: entry.outcome,
    object_kind: plainText(object.kind),
    object_id: plainText(object.id),
    summary: plainText(entry.summary),
    change_digest: changeDigest(entry.change),
    reason: entry.reason === null ? null : plainText(entry.reason),
    ip: plainText(origin.ip),
    request_id: plainText(origin.requestId),
    demonstration: entry.demonstration,
    previous_hash: previousHash,
  };
  return { ...row, at: entry.at, hash: hashRow({ ...row, at: exactTime(entry.at) }) };
}

const sqlStateOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
