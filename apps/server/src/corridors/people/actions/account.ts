/** 我的账号 — what a person changes about their own sign-in: password, second factor, proof of identity, sign-out. @source trust R4, R6 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { deleteSession, deleteSessionsOf, proveSession } from '../queries/sessions.js';
import { findForSignIn, confirmFactor as markConfirmed, setFactor, takeStep } from '../queries/users.js';
import { isPassword } from '../signIn/passwords.js';
import { openSession } from '../signIn/session.js';
import { writePassword } from '../signIn/signIn.js';
import { newTotp, stepOf, totpUri } from '../signIn/totp.js';
import { refusePeople } from '../texts.zh.js';

const proofMinutes = 10;
const nothing = z.strictObject({});

export const signOut: Action<object, { done: true }> = {
  ...{ name: 'people.sign_out', title: '退出登录', may: 'signed_in', input: nothing },
  evenWhenFull: true,
  async run({ tx, actor }) {
    await deleteSession(tx, actor.officeId, actor.sessionId);
    return { output: { done: true }, object: { kind: 'user', id: actor.userId }, summary: '退出登录', change: {} };
  },
};

/** 再次确认身份 — with the password or a code; strong actions are open for ten minutes then. */
export const prove: Action<{ password: string } | { code: string }, { done: true }> = {
  ...{ name: 'people.prove', title: '再次确认身份', may: 'signed_in' },
  evenWhenFull: true,
  input: z.union([z.strictObject({ password: z.string() }), z.strictObject({ code: z.string() })]),
  async run(step, input) {
    const way = 'password' in input ? 'password' : 'code';
    if ('password' in input) await checkPassword(step, input.password);
    else await takeCodeNow(step, input.code);
    const { tx, actor, now } = step;
    await proveSession(tx, actor.officeId, actor.sessionId, now);
    return {
      output: { done: true },
      object: own(step),
      summary: `以${way === 'code' ? '动态口令' : '密码'}确认身份`,
      change: { way },
    };
  },
};

/** 修改密码 — ends every session of the person; this browser gets a new one. */
export const changePassword: Action<{ current: string; password: string }, { token: string }> = {
  ...{ name: 'people.change_password', title: '修改密码', may: 'signed_in' },
  evenWhenFull: true,
  input: z.strictObject({ current: z.string(), password: z.string() }),
  async run(step, { current, password }) {
    const { tx, actor, now } = step;
    const { officeId, userId } = actor;
    const { login } = await checkPassword(step, current);
    if (current === password) throw refusePeople('password_unfit', { reason: '与原密码相同' });
    await writePassword(tx, { officeId, userId, login, password, now });
    const ended = await deleteSessionsOf(tx, officeId, userId);
    const { token } = await openSession(tx, officeId, { userId, way: 'password', secondFactor: actor.secondFactor }, now);
    return { output: { token }, object: own(step), summary: `修改密码，结束 ${ended} 处登录`, change: { ended } };
  },
};

/** 开始绑定动态口令 — a new secret that works once a first code was shown. */
export const beginFactor: Action<object, { secret: string; uri: string }> = {
  ...{ name: 'people.begin_factor', title: '开始绑定动态口令', may: 'signed_in', input: nothing },
  evenWhenFull: true,
  async run(step) {
    const { tx, actor, now, house } = step;
    checkProof(step);
    const account = await ownAccount(step);
    if (account.confirmed_at !== null) throw refusePeople('factor_present');
    const { secret, sealed } = newTotp(house);
    await setFactor(tx, {
      ...{ office_id: actor.officeId, user_id: actor.userId, totp_sealed: sealed },
      ...{ confirmed_at: null, last_step: 0, created_at: now },
    });
    const uri = totpUri(secret, account.login, '亩衡');
    return { output: { secret, uri }, object: own(step), summary: '开始绑定动态口令', change: {} };
  },
};

/** 完成绑定动态口令 — the posts that need it work at once, in a new session. */
export const confirmFactor: Action<{ code: string }, { token: string }> = {
  ...{ name: 'people.confirm_factor', title: '完成绑定动态口令', may: 'signed_in', input: z.strictObject({ code: z.string() }) },
  evenWhenFull: true,
  async run(step, { code }) {
    const { tx, actor, now } = step;
    const { officeId, userId } = actor;
    checkProof(step);
    const account = await ownAccount(step);
    if (account.totp_sealed === null) throw refusePeople('factor_absent');
    if (account.confirmed_at !== null) throw refusePeople('factor_present');
    if (!(await isFreshCode(step, code))) throw refusePeople('code_wrong');
    await markConfirmed(tx, officeId, userId, now);
    await deleteSessionsOf(tx, officeId, userId);
    const { token } = await openSession(tx, officeId, { userId, way: 'password', secondFactor: true }, now);
    return { output: { token }, object: own(step), summary: '绑定动态口令', change: {} };
  },
};

const own = ({ actor }: Step): { kind: string; id: string } => ({ kind: 'user', id: actor.userId });

async function ownAccount({ tx, actor }: Step) {
  const account = await findForSignIn(tx, actor.officeId, { userId: actor.userId });
  if (account === undefined) throw refuseForm('not_signed_in');
  return account;
}

async function checkPassword(step: Step, password: string) {
  const account = await ownAccount(step);
  if (!(await isPassword(account.password_hash, password))) throw refusePeople('proof_failed');
  return account;
}

async function takeCodeNow(step: Step, code: string): Promise<void> {
  if (!(await isFreshCode(step, code))) throw refusePeople('proof_failed');
}

async function isFreshCode(step: Step, code: string): Promise<boolean> {
  const { tx, actor, now, house } = step;
  const { totp_sealed } = await ownAccount(step);
  const at = totp_sealed === null ? undefined : stepOf(house, totp_sealed, { code, now });
  return at !== undefined && (await takeStep(tx, actor.officeId, actor.userId, at)) !== undefined;
}

/** Whoever finds an open screen shall not bind a telephone of their own. */
function checkProof({ now, actor }: Step): void {
  if (now.getTime() - actor.provedAt.getTime() > proofMinutes * 60_000) throw refuseForm('proof_needed');
}
