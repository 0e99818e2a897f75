/**
 * 重复提交 — a request with an `Idempotency-Key` is done once: the answer is kept in the transaction of the action itself, so that a
 * kill leaves either both or neither. While the first runs, a second is told so. @source trust R60
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../../forms/house.js';
import { refuseForm } from '../../forms/texts.zh.js';
import type { Tx } from '../../store/scope.js';
import { findKey, insertKey, tryLock } from './queries/resent.js';

export interface Once {
  readonly key: string;
  readonly operation: string;
  /** Of everything that was sent: the same key with other content is refused. */
  readonly requestHash: string;
}

export const requestHashOf = (request: unknown): string => createHash('sha256').update(JSON.stringify(request)).digest('hex');

/** @throws Refusal door.key_running, door.key_reused */
export async function claimOnce(
  tx: Tx,
  { officeId, userId }: Actor,
  once: Once,
): Promise<{ readonly answer: unknown } | undefined> {
  const lock = createHash('sha256').update(`${officeId}/${userId}/${once.key}`).digest().readBigInt64BE();
  if (!(await tryLock(tx, lock))) throw refuseForm('key_running');
  const earlier = await findKey(tx, { officeId, userId, key: once.key });
  if (earlier === undefined) return undefined;
  if (earlier.operation !== once.operation || earlier.request_hash !== once.requestHash) throw refuseForm('key_reused');
  return { answer: JSON.parse(earlier.answer) };
}

export async function keepAnswer(
  tx: Tx,
  { officeId, userId }: Actor,
  kept: { once: Once; answer: unknown; now: Date },
): Promise<void> {
  const { once, answer, now } = kept;
  await insertKey(tx, {
    ...{ office_id: officeId, user_id: userId, idempotency_key: once.key, operation: once.operation },
    ...{ request_hash: once.requestHash, answer: JSON.stringify(answer ?? null), created_at: now },
  });
}
