/** 岗位与安全 — posts, locks, sessions and factors of others: the security administrator. @source trust R3, R4, R6, R9, R11 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { keepBefore } from '../../audit/history.js';
import { idShape } from '../contract/shapes.js';
import { endPost as endContract, givePost as giveContract } from '../contract/users.js';
import { findOrganisation } from '../queries/organisations.js';
import { findRegion } from '../queries/regions.js';
import { deleteSessionsOf, forgetAttempts } from '../queries/sessions.js';
import * as users from '../queries/users.js';
import { type Role, roleTable } from '../roles.js';
import { refusePeople } from '../texts.zh.js';
import { theUser } from './users.js';

const give = z.strictObject({ ...giveContract.body.shape, userId: idShape });
type Give = z.infer<typeof give>;

/** 授予岗位 — the sessions of the person end, so that the new ones carry the new posts. */
export const givePost: Action<Give, { postId: string }> = {
  ...{ name: 'people.give_post', title: '授予岗位', may: 'office.secure', strong: true, input: give },
  async run(step, input) {
    const { tx, actor } = step;
    const { officeId } = actor;
    const { userId, role, from, until, reason } = input;
    if (userId === actor.userId) throw refusePeople('own_account');
    await theUser(step, userId);
    await users.lockUser(tx, officeId, userId);
    if (until !== undefined && until <= from) throw refusePeople('dates_reversed');
    await checkComplete(step, input);
    await checkBeside(step, input);
    const postId = step.newId();
    const { regionId = null, organisationId = null, subjectId = null } = input;
    await keepBefore(step, { kind: 'user_post', id: postId }, null);
    await users.insertPost(tx, {
      ...{
        office_id: officeId,
        user_post_id: postId,
        user_id: userId,
        role,
        region_id: regionId,
        organisation_id: organisationId,
      },
      ...{ subject_id: subjectId, from, until: until ?? null },
    });
    const ended = await deleteSessionsOf(tx, officeId, userId);
    return {
      ...{ output: { postId }, object: { kind: 'user', id: userId }, summary: `授予岗位“${roleTable[role].title}”`, reason },
      change: { postId, role, regionId, organisationId, subjectId, from, until: until ?? null, ended },
    };
  },
};

const end = z.strictObject({ ...endContract.body.shape, postId: idShape });

export const endPost: Action<z.infer<typeof end>, { done: true }> = {
  ...{ name: 'people.end_post', title: '终止岗位', may: 'office.secure', strong: true, input: end },
  evenWhenFull: true,
  async run(step, { postId, reason }) {
    const { tx, actor, now } = step;
    const { officeId } = actor;
    const day = businessDay(now);
    const post = await users.findPost(tx, officeId, postId);
    if (post === undefined || (post.until !== null && post.until <= day)) throw refusePeople('post_not_found');
    const { user_id: userId, role, from } = post;
    if (userId === actor.userId) throw refusePeople('own_account');
    if (role.endsWith('_admin') && (await users.countOthersWith(tx, officeId, role, { userId, day })) === 0)
      throw refusePeople('last_administrator', { role: roleTable[role].title });
    await keepBefore(step, { kind: 'user_post', id: postId }, { ...post });
    await users.endPost(tx, officeId, { postId, day, from });
    const ended = await deleteSessionsOf(tx, officeId, userId);
    const summary = `终止岗位“${roleTable[role].title}”`;
    return { output: { done: true }, object: { kind: 'user', id: userId }, summary, change: { postId, ended }, reason };
  },
};

const ofUser = z.strictObject({ userId: idShape });
const withReason = z.strictObject({ userId: idShape, reason: z.string() });

export const unlockUser: Action<{ userId: string }, { done: true }> = {
  ...{ name: 'people.unlock_user', title: '解除登录锁定', may: 'office.secure', input: ofUser },
  evenWhenFull: true,
  async run(step, { userId }) {
    const { login_key: loginKey } = await theUser(step, userId);
    await forgetAttempts(step.tx, { officeId: step.actor.officeId, loginKey });
    return { output: { done: true }, object: { kind: 'user', id: userId }, summary: '解除登录锁定', change: {} };
  },
};

export const endSessions: Action<z.infer<typeof withReason>, { ended: number }> = {
  ...{ name: 'people.end_sessions', title: '强制退出', may: 'office.secure', input: withReason },
  evenWhenFull: true,
  async run(step, { userId, reason }) {
    await theUser(step, userId);
    const ended = await deleteSessionsOf(step.tx, step.actor.officeId, userId);
    return {
      output: { ended },
      object: { kind: 'user', id: userId },
      summary: `结束 ${ended} 处登录`,
      change: { ended },
      reason,
    };
  },
};

/** 解除动态口令 — the person signs in by password and binds a new telephone. */
export const resetFactor: Action<z.infer<typeof withReason>, { done: true }> = {
  ...{ name: 'people.reset_factor', title: '解除动态口令', may: 'office.secure', strong: true, input: withReason },
  evenWhenFull: true,
  async run(step, { userId, reason }) {
    const { tx, actor } = step;
    if (userId === actor.userId) throw refusePeople('own_account');
    await theUser(step, userId);
    await users.deleteFactor(tx, actor.officeId, userId);
    await deleteSessionsOf(tx, actor.officeId, userId);
    return { output: { done: true }, object: { kind: 'user', id: userId }, summary: '解除动态口令', change: {}, reason };
  },
};

/** What a post must say besides its role. */
async function checkComplete({ tx, actor }: Step, { role, regionId, organisationId, subjectId }: Give): Promise<void> {
  const { reach, title } = roleTable[role];
  const missing = (what: string) => refusePeople('post_incomplete', { role: title, what });
  if (reach === 'regions' && regionId === undefined) throw missing('管辖的区域');
  if (reach === 'subjects' && subjectId === undefined) throw missing('是哪家企业');
  if (role === 'department_officer' && organisationId === undefined) throw missing('是哪个部门');
  if (regionId !== undefined && (await findRegion(tx, actor.officeId, regionId)) === undefined)
    throw refusePeople('region_not_found');
  if (organisationId !== undefined && (await findOrganisation(tx, actor.officeId, organisationId)) === undefined)
    throw refusePeople('organisation_not_found');
}

/** Posts that overlap in time must bear each other. @source trust R9 */
async function checkBeside({ tx, actor }: Step, { userId, role, from, until }: Give): Promise<void> {
  const held = await users.listPosts(tx, actor.officeId, from, [userId]);
  for (const other of held) {
    if (until !== undefined && other.from >= until) continue;
    const words = { held: roleTable[other.role].title, wanted: roleTable[role].title };
    if (excludes(role, other.role)) throw refusePeople('roles_exclude', words);
    if (roleTable[role].reach !== roleTable[other.role].reach) throw refusePeople('reaches_differ', words);
  }
}

const excludes = (a: Role, b: Role): boolean => roleTable[a].excludes.includes(b) || roleTable[b].excludes.includes(a);
