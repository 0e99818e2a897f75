/** 用户 — opened, edited, stopped and opened again by the system administrator, who gives no posts. @source trust R1, R5, R6, R11 */
import { z } from 'zod';
import type { Action, Done, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { seal } from '../../../forms/seal.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { idShape } from '../contract/shapes.js';
import { createUser as createContract, disableUser as disableContract, editUser as editContract } from '../contract/users.js';
import { loginKey } from '../login.js';
import { readOffice } from '../queries/office.js';
import { findOrganisation } from '../queries/organisations.js';
import { cancelLinks, deleteSessionsOf } from '../queries/sessions.js';
import * as users from '../queries/users.js';
import { roleTable } from '../roles.js';
import { makeLink } from '../signIn/links.js';
import type { UserAccountTable } from '../tables.js';
import { refusePeople } from '../texts.zh.js';

export const phonePurpose = 'people.phone';

const withUser = <Shape extends z.ZodRawShape>(body: z.ZodObject<Shape>) => z.strictObject({ ...body.shape, userId: idShape });
const byReason = withUser(disableContract.body);
type ByReason = z.infer<typeof byReason>;

interface Secret {
  readonly userId: string;
  readonly secret: string;
  readonly expiresAt: string;
}

export const createUser: Action<z.infer<typeof createContract.body>, Secret> = {
  ...{ name: 'people.create_user', title: '开通用户', may: 'office.administer', input: createContract.body },
  async run(step, { login, name, organisationId, phone }) {
    const { tx, actor, now } = step;
    const { officeId } = actor;
    const key = loginKey(login);
    if ((await users.findUserByLogin(tx, officeId, key)) !== undefined) throw refusePeople('login_taken', { login });
    await checkOrganisation(step, organisationId);
    const userId = step.newId();
    const row: UserAccountTable = {
      ...{
        office_id: officeId,
        user_id: userId,
        login: login.normalize('NFKC').trim(),
        login_key: key,
        name,
        organisation_id: organisationId,
      },
      ...{ phone_sealed: phone === undefined ? null : seal(step.house, phonePurpose, phone), disabled_at: null },
      ...{ created_at: now, last_sign_in_at: null, version: 1 },
    };
    await keepBefore(step, { kind: 'user_account', id: userId }, null);
    await users.insertUser(tx, row);
    const output = await firstSecret(step, userId);
    return done(output, userId, { summary: '开通用户，发放开通码', change: { login: key, name, organisationId } });
  },
};

const edit = withUser(editContract.body);

export const editUser: Action<z.infer<typeof edit>, { version: number }> = {
  ...{ name: 'people.edit_user', title: '修改用户', may: 'office.administer', input: edit },
  async run(step, { userId, version, name, organisationId, phone }) {
    const account = await theUser(step, userId);
    if (account.version !== version) throw refuseForm('version_differs', {}, { yours: version, theirs: account.version });
    if (organisationId !== undefined) await checkOrganisation(step, organisationId);
    return change(step, account, {
      ...{ summary: '修改用户', told: { name, organisationId, phone: phone === undefined ? undefined : 'changed' } },
      set: {
        ...(name === undefined ? {} : { name }),
        ...(organisationId === undefined ? {} : { organisation_id: organisationId }),
        ...(phone === undefined ? {} : { phone_sealed: phone === null ? null : seal(step.house, phonePurpose, phone) }),
      },
    });
  },
};

/** 停用 — takes effect with the next request of that person. */
export const disableUser: Action<ByReason, { version: number }> = {
  ...{ name: 'people.disable_user', title: '停用用户', may: 'office.administer', input: byReason },
  evenWhenFull: true,
  async run(step, { userId, reason }) {
    const { tx, actor, now } = step;
    if (userId === actor.userId) throw refusePeople('own_account');
    const account = await theUser(step, userId);
    await checkOthersRemain(step, userId);
    await deleteSessionsOf(tx, actor.officeId, userId);
    await cancelLinks(tx, actor.officeId, userId, now);
    return change(step, account, { set: { disabled_at: now }, summary: '停用用户', told: { disabled: true }, reason });
  },
};

export const enableUser: Action<ByReason, { version: number }> = {
  ...{ name: 'people.enable_user', title: '恢复用户', may: 'office.administer', input: byReason },
  async run(step, { userId, reason }) {
    const account = await theUser(step, userId);
    return change(step, account, { set: { disabled_at: null }, summary: '恢复用户', told: { disabled: false }, reason });
  },
};

/** 重发开通码 — the password and every session end; the second factor stays until the security administrator lifts it. */
export const issueFirstSecret: Action<{ userId: string }, Secret> = {
  ...{
    name: 'people.issue_first_secret',
    title: '重发开通码',
    may: 'office.administer',
    input: z.strictObject({ userId: idShape }),
  },
  async run(step, { userId }) {
    const { tx, actor, now } = step;
    if (userId === actor.userId) throw refusePeople('own_account');
    await theUser(step, userId);
    await users.deletePassword(tx, actor.officeId, userId);
    await deleteSessionsOf(tx, actor.officeId, userId);
    await cancelLinks(tx, actor.officeId, userId, now);
    const output = await firstSecret(step, userId);
    return done(output, userId, { summary: '重发开通码，原密码失效', change: {} });
  },
};

/** @throws Refusal people.user_not_found */
export async function theUser({ tx, actor }: Step, userId: string): Promise<UserAccountTable> {
  const account = await users.findUser(tx, actor.officeId, userId);
  if (account === undefined) throw refusePeople('user_not_found');
  return account;
}

async function firstSecret({ tx, house, actor }: Step, userId: string): Promise<Secret> {
  const { settings } = await readOffice(tx, actor.officeId);
  const { officeId } = actor;
  const { token, expiresAt } = await makeLink(tx, house, {
    officeId,
    userId,
    purpose: 'first_secret',
    hours: settings.firstSecretHours,
  });
  return { userId, secret: token, expiresAt: expiresAt.toISOString() };
}

async function checkOrganisation({ tx, actor }: Step, organisationId: string | null): Promise<void> {
  if (organisationId === null) return;
  if ((await findOrganisation(tx, actor.officeId, organisationId)) === undefined) throw refusePeople('organisation_not_found');
}

/** Nobody stops the last one who could open an account, give a post or read the ledger. */
async function checkOthersRemain({ tx, actor, now }: Step, userId: string): Promise<void> {
  const day = businessDay(now);
  for (const { role } of await users.listPosts(tx, actor.officeId, day, [userId])) {
    if (!role.endsWith('_admin')) continue;
    if ((await users.countOthersWith(tx, actor.officeId, role, { userId, day })) === 0)
      throw refusePeople('last_administrator', { role: roleTable[role].title });
  }
}

interface Change {
  readonly set: Parameters<typeof users.updateUser>[2];
  readonly summary: string;
  readonly told: unknown;
  readonly reason?: string;
}

async function change(
  step: Step,
  account: UserAccountTable,
  { set, summary, told, reason }: Change,
): Promise<Done<{ version: number }>> {
  const { user_id: userId, version } = account;
  await keepBefore(step, { kind: 'user_account', id: userId }, { ...account });
  const changed = await users.updateUser(step.tx, { officeId: step.actor.officeId, userId, version }, set);
  if (changed === undefined) throw refuseForm('version_differs', {}, { yours: version });
  return done({ version: changed.version }, userId, { summary, change: told, ...(reason === undefined ? {} : { reason }) });
}

const done = <Output>(
  output: Output,
  userId: string,
  told: { readonly summary: string; readonly change: unknown; readonly reason?: string },
): Done<Output> => ({ output, object: { kind: 'user', id: userId }, ...told });
