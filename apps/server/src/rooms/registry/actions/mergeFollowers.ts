/**
 * 合并的随从 — what hangs on a registration outside its ledgers and goes with it: accounts of the enterprise, and its place in merged
 * evaluations. A merged evaluation is a body's decision about named members: where it would lose one, it is dissolved first.
 */
import { keepBefore } from '../../../corridors/audit/history.js';
import { openPostsOfSubject, setPostSubject } from '../../../corridors/people/queries/users.js';
import type { Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { versionOf } from '../changes.js';
import { addMembers, evaluationsOf, type Member, memberRows, removeMembers } from '../queries/merged.js';
import { findRow, lockRow, type Row, updateRow } from '../queries/rows.js';
import { refuse } from '../texts.zh.js';

const evaluationTable = { table: 'merged_evaluation', idColumn: 'merged_evaluation_id' };
const open: ReadonlySet<unknown> = new Set(['applied', 'approved']);
const membersKind = 'merged_evaluation_members';

/** How many went over. @throws registry.merge_in_evaluations, merge_of_members */
export async function moveFollowersOfMerge(
  step: Step,
  { into, from }: { readonly into: Row; readonly from: Row },
): Promise<number> {
  return (await movePosts(step, { into, from })) + (await moveMemberships(step, { into, from }));
}

/** Users of either registration are users of the one enterprise. Their next request reaches it. @source trust R11 */
async function movePosts(step: Step, { into, from }: { readonly into: Row; readonly from: Row }): Promise<number> {
  const { tx, actor, now } = step;
  const posts = await openPostsOfSubject(tx, actor.officeId, { subjectId: String(from.subject_id), day: businessDay(now) });
  for (const post of posts) {
    await keepBefore(step, { kind: 'user_post', id: post.user_post_id, subjectId: String(into.subject_id) }, { ...post });
    await setPostSubject(tx, actor.officeId, { postId: post.user_post_id, subjectId: String(into.subject_id) });
  }
  return posts.length;
}

async function moveMemberships(step: Step, { into, from }: { readonly into: Row; readonly from: Row }): Promise<number> {
  const { tx, actor } = step;
  const [fromId, intoId] = [String(from.subject_id), String(into.subject_id)];
  const own = await evaluationsOf(tx, actor.officeId, fromId);
  const others = await evaluationsOf(tx, actor.officeId, intoId);
  const both = own.find(
    ({ state, merged_evaluation_id: id }) => open.has(state) && others.some((one) => one.merged_evaluation_id === id),
  );
  if (both !== undefined) throw refuse('merge_of_members', { name: both.name });
  const mine = own.find(({ state }) => open.has(state));
  const theirs = others.find(({ state }) => open.has(state));
  if (mine !== undefined && theirs !== undefined) throw refuse('merge_in_evaluations', { one: mine.name, other: theirs.name });
  for (const { merged_evaluation_id: id } of own) {
    const members = await memberRows(tx, actor.officeId, id);
    await keepMembers(step, { id, members, subjectId: intoId });
    const there = members.some(({ subject_id }) => subject_id === intoId);
    const next = members.flatMap((member): Member[] => {
      if (member.subject_id !== fromId) return [member];
      return there ? [] : [{ ...member, subject_id: intoId, region_id: regionOf(into) }];
    });
    await removeMembers(tx, actor.officeId, id);
    await addMembers(tx, next);
  }
  return own.length;
}

const regionOf = ({ region_id }: Row): string | null => (typeof region_id === 'string' ? region_id : null);

/** The members as one thing, and the evaluation as touched: a decision made on the old list is told so. */
async function keepMembers(
  step: Step,
  { id, members, subjectId }: { readonly id: string; readonly members: readonly Member[]; readonly subjectId: string | null },
): Promise<void> {
  const { tx, actor } = step;
  await keepBefore(step, { kind: membersKind, id, subjectId }, { members });
  const row = await lockRow(tx, actor.officeId, evaluationTable, id);
  if (row === undefined) return;
  await keepBefore(step, { kind: evaluationTable.table, id, subjectId: String(row.subject_id) }, row);
  await updateRow(tx, actor.officeId, evaluationTable, { id, set: { version: versionOf(row) + 1 } });
}

/** 撤销 of the above; other kinds are left alone. */
export async function restoreFollower(
  step: Step,
  change: { readonly kind: string; readonly id: string; readonly before: Row | null },
): Promise<void> {
  const { tx, actor } = step;
  const { kind, id, before } = change;
  if (before === null) return;
  if (kind === 'user_post') {
    await keepBefore(step, { kind, id, subjectId: null }, { ...before });
    await setPostSubject(tx, actor.officeId, { postId: id, subjectId: String(before.subject_id) });
  }
  if (kind === membersKind && (await findRow(tx, actor.officeId, evaluationTable, id)) !== undefined) {
    await keepBefore(step, { kind, id, subjectId: null }, { members: await memberRows(tx, actor.officeId, id) });
    await removeMembers(tx, actor.officeId, id);
    await addMembers(tx, membersOf(before));
  }
}

function membersOf(before: Row): Member[] {
  return Array.isArray(before.members)
    ? before.members.map((one: Row) => ({
        ...{ office_id: String(one.office_id), region_id: regionOf(one), version: Number(one.version) },
        ...{ merged_evaluation_id: String(one.merged_evaluation_id), subject_id: String(one.subject_id) },
        share_percent: typeof one.share_percent === 'string' ? one.share_percent : null,
      }))
    : [];
}
