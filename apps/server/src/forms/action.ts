/**
 * 操作 — one verb, one transaction, one audit row. An action never calls another; shared steps take the transaction. `perform` checks
 * who may, opens the scope, runs, appends the audit row as the last statement, commits. @source trust R50, R51
 */
import type { z } from 'zod';
import { appendAudit } from '../corridors/audit/append.js';
import { permissionInWords } from '../corridors/people/permissions.zh.js';
import { claimOnce, keepAnswer, type Once } from '../corridors/people/resent.js';
import type { Permission } from '../corridors/people/roles.js';
import { hasRoom } from '../store/diskRoom.js';
import { newId } from '../store/ids.js';
import { inScope, type Tx } from '../store/scope.js';
import type { Actor, House, Origin } from './house.js';
import { refuseForm } from './texts.zh.js';
import { violationRefusal } from './violations.js';

export interface Action<Input, Output> {
  /** `registry.rename_enterprise` */
  readonly name: `${string}.${string}`;
  /** 更名 — as the audit ledger shows it. */
  readonly title: string;
  /** `signed_in`: for what is one's own, e.g. one's password or saved views. */
  readonly may: Permission | 'signed_in';
  /** Needs a second factor and a proof of identity not older than ten minutes. @source trust R4, R12 */
  readonly strong?: true;
  /** Done also when the disk is nearly full: it makes room, guards the door, or leaves nothing but its row. @source trust R57 */
  readonly evenWhenFull?: true;
  readonly input: z.ZodType<Input>;
  run(step: Step, input: Input): Promise<Done<Output>>;
}

export interface Step {
  readonly tx: Tx;
  readonly house: House;
  readonly actor: Actor;
  readonly now: Date;
  /** Id of the audit row this action will leave: superseded rows carry it. */
  readonly actionId: string;
  newId(): string;
}

export interface Done<Output> {
  readonly output: Output;
  /** What was acted upon. */
  readonly object: { readonly kind: string; readonly id: string };
  /** Chinese, short: what changed, without personal data. */
  readonly summary: string;
  /** Everything that changed; its digest goes into the audit row. JSON values, decimals as strings. */
  readonly change: unknown;
  /** 理由 given by the person. */
  readonly reason?: string;
}

export interface Asked {
  readonly house: House;
  readonly actor: Actor;
  readonly origin: Origin;
  /** The same request sent again gets the answer of the first. @source trust R60 */
  readonly once?: Once;
}

const proofMinutes = 10;

/** @throws Refusal when this actor may not, the disk is full, the action refuses, or another came first; nothing is left then */
export async function perform<Input, Output>(
  action: Action<Input, Output>,
  input: Input,
  { house, actor, origin, once }: Asked,
): Promise<Output> {
  const now = house.now();
  checkMay(action, actor, now);
  if (action.evenWhenFull !== true && !(await hasRoom(house))) throw refuseForm('disk_full');
  return inScope(house.store, actor, async (tx) => {
    if (once !== undefined) {
      const earlier = await claimOnce(tx, actor, once);
      // What was kept is what this action gave then.
      if (earlier !== undefined) return earlier.answer as Output;
    }
    const actionId = newId(now.getTime());
    const step: Step = { tx, house, actor, now, actionId, newId: () => newId(now.getTime()) };
    const done = await action.run(step, input);
    if (once !== undefined) await keepAnswer(tx, actor, { once, answer: done.output, now });
    await appendAudit(tx, {
      id: actionId,
      at: now,
      actor,
      origin,
      action: action.name,
      title: action.title,
      outcome: 'done',
      object: done.object,
      summary: done.summary,
      change: done.change,
      reason: done.reason ?? null,
      demonstration: house.demonstration,
    });
    return done.output;
  }).catch((error: unknown) => {
    throw violationRefusal(error) ?? error;
  });
}

function checkMay({ may, strong }: Pick<Action<never, never>, 'may' | 'strong'>, actor: Actor, now: Date): void {
  if (may !== 'signed_in' && !actor.permissions.has(may)) throw refuseForm('not_permitted', permissionInWords(may));
  if (strong !== true) return;
  if (!actor.secondFactor) throw refuseForm('second_factor_needed');
  if (now.getTime() - actor.provedAt.getTime() > proofMinutes * 60_000) throw refuseForm('proof_needed');
}
