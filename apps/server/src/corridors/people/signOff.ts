/**
 * 会签 — what binds others takes two people: one puts it forward, another signs, with a second factor and a proof of identity not
 * older than ten minutes, exactly what was shown. The sheet says the figures and a digest of everything behind them; the signer sends
 * the digest back. Signed by the one who put it forward, or changed since it was shown: 409. Rooms use `signedBySecond`.
 * @source trust R12
 */
import type { z } from 'zod';
import type { Action, Done, Step } from '../../forms/action.js';
import { businessDay } from '../../forms/day.js';
import type { Reading } from '../../forms/route.js';
import { changeDigest } from '../audit/hash.js';
import { keepBefore } from '../audit/history.js';
import type { Signature, SignSheet } from './contract/signOff.js';
import { endSignOff, findOpen, findSigned, holdersOf, insertSignOff, lockOpen } from './queries/signOffs.js';
import { type Permission, roles, roleTable } from './roles.js';
import type { SignCount } from './tables.js';
import { refusePeople } from './texts.zh.js';

/** 待签内容 — everything the signature covers, as it stands now. */
export interface ToSign {
  /** Table of what is signed. */
  readonly kind: string;
  readonly objectId: string;
  readonly title: string;
  /** The figures that the signer is shown: `{ what: '成员企业', count: 3, unit: '户' }`. */
  readonly counts: readonly SignCount[];
  /** All that the decision rests on: any change of it changes the digest. */
  readonly content: unknown;
}

export const digestToSign = ({ kind, objectId, title, counts, content }: ToSign): string =>
  changeDigest({ kind, objectId, title, counts, content });

/** 提请 — put forward by whoever acts; the row of it goes with the action. */
export async function propose(step: Step, { kind, objectId, title }: Pick<ToSign, 'kind' | 'objectId' | 'title'>): Promise<void> {
  const { officeId, userId, name } = step.actor;
  const signOffId = step.newId();
  await keepBefore(step, { kind: 'sign_off', id: signOffId }, null);
  await insertSignOff(step.tx, {
    ...{ office_id: officeId, sign_off_id: signOffId, kind, object_id: objectId, title, state: 'proposed' },
    ...{ proposed_by: userId, proposed_by_name: name, proposed_at: step.now },
    ...{ counts: null, digest: null, signed_by: null, signed_by_name: null, signed_at: null },
  });
}

/** Who may sign what the actor puts forward: to be told of it. */
export async function signersFor({ tx, actor, now }: Step, may: Permission): Promise<string[]> {
  const holding = roles.filter((role) => roleTable[role].permissions.includes(may));
  const holders = await holdersOf(tx, actor.officeId, { roles: holding, day: businessDay(now) });
  return holders.filter((userId) => userId !== actor.userId);
}

/** 撤回提请 — nothing when nothing is put forward. */
export async function withdraw(step: Step, of: Pick<ToSign, 'kind' | 'objectId'>): Promise<void> {
  const { officeId } = step.actor;
  const row = await lockOpen(step.tx, officeId, of);
  if (row === undefined) return;
  await keepBefore(step, { kind: 'sign_off', id: row.sign_off_id }, { ...row });
  const ending = {
    state: 'withdrawn',
    counts: null,
    digest: null,
    signed_by: null,
    signed_by_name: null,
    signed_at: null,
  } as const;
  await endSignOff(step.tx, officeId, { signOffId: row.sign_off_id, ending });
}

/** @throws Refusal people.sign_nothing_open */
export async function sheetOf({ tx, actor }: Pick<Reading, 'tx' | 'actor'>, toSign: ToSign): Promise<SignSheet> {
  const row = await findOpen(tx, actor.officeId, toSign);
  if (row === undefined) throw refusePeople('sign_nothing_open', { title: toSign.title });
  return {
    ...{ title: toSign.title, counts: [...toSign.counts], digest: digestToSign(toSign) },
    ...{ proposedBy: row.proposed_by_name, proposedAt: row.proposed_at.toISOString(), own: row.proposed_by === actor.userId },
  };
}

/** The last signature under it; null when there is none. */
export async function signatureOf(
  { tx, actor }: Pick<Reading, 'tx' | 'actor'>,
  of: Pick<ToSign, 'kind' | 'objectId'>,
): Promise<Signature | null> {
  const row = await findSigned(tx, actor.officeId, of);
  if (row === undefined || row.digest === null || row.signed_by_name === null || row.signed_at === null) return null;
  return {
    ...{ digest: row.digest, counts: [...(row.counts ?? [])], proposedBy: row.proposed_by_name },
    ...{ proposedAt: row.proposed_at.toISOString(), signedBy: row.signed_by_name, signedAt: row.signed_at.toISOString() },
  };
}

export interface SignedWork<Input, Output> {
  readonly name: `${string}.${string}`;
  readonly title: string;
  readonly may: Permission;
  readonly input: z.ZodType<Input>;
  /** What would be signed now, its rows locked. */
  toSign(step: Step, input: Input): Promise<ToSign>;
  /** What the signature brings about. */
  run(step: Step, input: Input, toSign: ToSign): Promise<Done<Output>>;
}

/** 签发操作 — an action that only a second person can do, by what the sheet showed; the ledger has figures and digest. */
export function signedBySecond<Input extends { readonly digest: string }, Output extends object>(
  work: SignedWork<Input, Output>,
): Action<Input, Output & { readonly signed: Signature }> {
  const { name, title, may, input } = work;
  return {
    ...{ name, title, may, input, strong: true },
    async run(step, given) {
      const toSign = await work.toSign(step, given);
      const signed = await sign(step, toSign, given.digest);
      const done = await work.run(step, given, toSign);
      return {
        ...done,
        output: { ...done.output, signed },
        summary: `${done.summary}；${wordsOf(signed)}`,
        change: { done: done.change, signed },
      };
    },
  };
}

/** @throws Refusal people.sign_nothing_open, sign_same_person, sign_changed_since */
async function sign(step: Step, toSign: ToSign, digest: string): Promise<Signature> {
  const { officeId, userId, name } = step.actor;
  const row = await lockOpen(step.tx, officeId, toSign);
  if (row === undefined) throw refusePeople('sign_nothing_open', { title: toSign.title });
  if (row.proposed_by === userId) throw refusePeople('sign_same_person', { title: toSign.title });
  const counts = [...toSign.counts];
  if (digestToSign(toSign) !== digest) throw refusePeople('sign_changed_since', { title: toSign.title }, { counts });
  await keepBefore(step, { kind: 'sign_off', id: row.sign_off_id }, { ...row });
  const ending = {
    ...({ state: 'signed', counts: JSON.stringify(counts), digest } as const),
    ...{ signed_by: userId, signed_by_name: name, signed_at: step.now },
  };
  await endSignOff(step.tx, officeId, { signOffId: row.sign_off_id, ending });
  return {
    ...{ digest, counts, proposedBy: row.proposed_by_name, proposedAt: row.proposed_at.toISOString() },
    ...{ signedBy: name, signedAt: step.now.toISOString() },
  };
}

const wordsOf = ({ counts, digest, proposedBy, signedBy }: Signature): string =>
  `${counts.map(({ what, count, unit }) => `${what} ${count} ${unit}`).join('，')}；摘要 ${digest.slice(0, 16)}；提请 ${proposedBy}，签发 ${signedBy}`;
