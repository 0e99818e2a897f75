/**
 * 登录 — by password (and code), by one-time link, by first secret. Whoever fails learns only that it failed; every outcome leaves an
 * audit row. Read session.ts next. @source trust R3–R6
 */
import type { House, Origin } from '../../../forms/house.js';
import { Refusal } from '../../../forms/refusal.js';
import { newId } from '../../../store/ids.js';
import { inScope, type Tx, wholeOffice } from '../../../store/scope.js';
import { appendAudit, appendDenial } from '../../audit/append.js';
import { loginKey } from '../login.js';
import { findIdentity } from '../queries/identities.js';
import { listOffices, readOffice } from '../queries/office.js';
import { cancelLinks, deleteSession, deleteSessionsOf, spendLink } from '../queries/sessions.js';
import { findForSignIn, setPassword, takeStep } from '../queries/users.js';
import type { SignInWay } from '../tables.js';
import { refusePeople } from '../texts.zh.js';
import { readToken } from '../tokens.js';
import { refuseAdministrator } from './administrators.js';
import { forgetAttempts, giveBackAttempt, guardOf, takeAttempt } from './guard.js';
import { passwordFault } from './passwordRules.js';
import { hashPassword, isPassword } from './passwords.js';
import { openSession } from './session.js';
import { stepOf } from './totp.js';

export interface AtTheGate {
  readonly house: House;
  readonly origin: Origin;
  /** The session that the browser still had: it ends with a new sign-in. */
  readonly earlier: { readonly officeId: string; readonly sessionId: string } | null;
}

export interface Opened {
  readonly token: string;
  readonly officeId: string;
  readonly sessionId: string;
}

export interface PasswordSignIn {
  readonly office?: string | undefined;
  readonly login: string;
  readonly password: string;
  readonly code?: string | undefined;
}

type Account = NonNullable<Awaited<ReturnType<typeof findForSignIn>>>;

/** @throws Refusal people.sign_in_failed, locked, code_needed, code_wrong, account_disabled, office_unclear */
export async function signInByPassword(gate: AtTheGate, given: PasswordSignIn): Promise<Opened> {
  const { house, origin } = gate;
  const officeId = await officeOf(house, given.office);
  const key = loginKey(given.login);
  const guard = guardOf(officeId, key, origin);
  let account: Account | undefined;
  try {
    await takeAttempt(house, guard);
    account = await inScope(house.store, wholeOffice(officeId), (tx) => findForSignIn(tx, officeId, { loginKey: key }));
    if (!(await isPassword(account?.password_hash ?? null, given.password)) || account === undefined)
      throw refusePeople('sign_in_failed');
    if (account.disabled_at !== null) throw refusePeople('account_disabled');
    const withCode = account.confirmed_at !== null;
    if (withCode && given.code === undefined) {
      await giveBackAttempt(house, guard);
      throw refusePeople('code_needed');
    }
    if (withCode) await takeCode(house, officeId, account, given.code ?? '');
    const { user_id: userId } = account;
    return await inScope(house.store, wholeOffice(officeId), async (tx) => {
      await forgetAttempts(tx, guard);
      return enter(tx, gate, { officeId, userId, name: account?.name ?? '', way: 'password', secondFactor: withCode });
    });
  } catch (error) {
    // That the code is still to come is a step on the way, not a denial.
    if (error instanceof Refusal && error.code !== 'people.code_needed') await noteDenial(gate, { officeId, account }, error);
    throw error;
  }
}

/** A code is taken once, whoever asks first. @throws Refusal people.code_wrong */
export async function takeCode(
  house: House,
  officeId: string,
  { user_id, totp_sealed, last_step }: Pick<Account, 'user_id' | 'totp_sealed' | 'last_step'>,
  code: string,
): Promise<void> {
  const step = totp_sealed === null ? undefined : stepOf(house, totp_sealed, { code, now: house.now() });
  if (step === undefined || step <= Number(last_step)) throw refusePeople('code_wrong');
  const taken = await inScope(house.store, wholeOffice(officeId), (tx) => takeStep(tx, officeId, user_id, step));
  if (taken === undefined) throw refusePeople('code_wrong');
}

/** 一次性登录链接。 @throws Refusal people.link_spent, account_disabled */
export async function signInByLink(gate: AtTheGate, text: string): Promise<Opened> {
  const token = readToken(text);
  if (token === undefined) throw refusePeople('link_spent');
  const { officeId, hash } = token;
  return inScope(gate.house.store, wholeOffice(officeId), async (tx) => {
    const link = await spendLink(tx, officeId, { hash, now: gate.house.now(), purpose: 'sign_in' });
    const account = link && (await findForSignIn(tx, officeId, { userId: link.user_id }));
    if (link === undefined || account === undefined) throw refusePeople('link_spent');
    if (account.disabled_at !== null) throw refusePeople('account_disabled');
    const { user_id: userId, name } = account;
    return enter(tx, gate, { officeId, userId, name, way: 'link', secondFactor: link.second_factor });
  });
}

/** 首次设密 — the first secret is spent for a password of one's own. @throws Refusal people.link_spent, password_unfit, account_disabled */
export async function setFirstPassword(
  gate: AtTheGate,
  given: { readonly secret: string; readonly password: string },
): Promise<Opened> {
  const { house } = gate;
  const now = house.now();
  const token = readToken(given.secret);
  if (token === undefined) throw refusePeople('link_spent');
  const { officeId, hash } = token;
  return inScope(house.store, wholeOffice(officeId), async (tx) => {
    const link = await spendLink(tx, officeId, { hash, now, purpose: 'first_secret' });
    const account = link && (await findForSignIn(tx, officeId, { userId: link.user_id }));
    if (link === undefined || account === undefined) throw refusePeople('link_spent');
    if (account.disabled_at !== null) throw refusePeople('account_disabled');
    const { user_id: userId, name } = account;
    await writePassword(tx, { officeId, userId, login: account.login, password: given.password, now });
    await cancelLinks(tx, officeId, userId, now);
    await deleteSessionsOf(tx, officeId, userId);
    return enter(tx, { ...gate, earlier: null }, { officeId, userId, name, way: 'password', secondFactor: false });
  });
}

/** 转到统一身份认证。 @throws Refusal people.identity_off, office_unclear */
export async function startIdentity(
  house: House,
  office: string | undefined,
): Promise<{ readonly url: string; readonly flow: string }> {
  if (house.identity === undefined) throw refusePeople('identity_off');
  return house.identity.start(house, await officeOf(house, office));
}

/** 以统一身份登录 — opens the account that this identity was linked to, never makes one. @throws Refusal people.identity_* */
export async function signInByIdentity(
  gate: AtTheGate,
  back: { readonly answer: string; readonly flow: string },
): Promise<Opened> {
  const { house } = gate;
  if (house.identity === undefined) throw refusePeople('identity_off');
  const identity = await house.identity.finish(house, back).catch((cause: unknown) => {
    throw Object.assign(refusePeople('identity_failed'), { cause });
  });
  const { officeId, issuer, subject, secondFactor } = identity;
  let account: Account | undefined;
  try {
    return await inScope(house.store, wholeOffice(officeId), async (tx) => {
      const linked = await findIdentity(tx, officeId, { issuer, subject });
      account = linked && (await findForSignIn(tx, officeId, { userId: linked.user_id }));
      // Told to the person whose identity it is, to be handed to the administrator; the ledger keeps only the sentence.
      if (account === undefined) throw refusePeople('identity_unknown', {}, { issuer, subject });
      if (account.disabled_at !== null) throw refusePeople('account_disabled');
      const { user_id: userId, name } = account;
      await refuseAdministrator(tx, officeId, { userId, now: house.now() });
      return enter(tx, gate, { officeId, userId, name, way: 'oidc', secondFactor });
    });
  } catch (error) {
    if (error instanceof Refusal) await noteDenial(gate, { officeId, account }, error);
    throw error;
  }
}

export interface NewPassword {
  readonly officeId: string;
  readonly userId: string;
  readonly login: string;
  readonly password: string;
  readonly now: Date;
}

/** @throws Refusal people.password_unfit */
export async function writePassword(tx: Tx, { officeId, userId, login, password, now }: NewPassword): Promise<void> {
  const { settings, name, work_name, slug } = await readOffice(tx, officeId);
  const reason = passwordFault(password, { profile: settings.passwordProfile, words: [login, name, work_name, slug] });
  if (reason !== undefined) throw refusePeople('password_unfit', { reason });
  await setPassword(tx, officeId, userId, { hash: await hashPassword(password), at: now });
}

interface Entering {
  readonly officeId: string;
  readonly userId: string;
  readonly name: string;
  readonly way: SignInWay;
  readonly secondFactor: boolean;
}

const wayTitles: Readonly<Record<SignInWay, string>> = { password: '密码', link: '一次性链接', oidc: '统一身份认证' };

/** Opens the session and leaves the audit row: the last statement of the transaction. */
export async function enter(tx: Tx, { house, origin, earlier }: AtTheGate, who: Entering): Promise<Opened> {
  const { officeId, userId, name, way, secondFactor } = who;
  const now = house.now();
  if (earlier !== null && earlier.officeId === officeId) await deleteSession(tx, officeId, earlier.sessionId);
  const { token, sessionId } = await openSession(tx, officeId, { userId, way, secondFactor }, now);
  await appendAudit(tx, {
    ...{ id: newId(now.getTime()), at: now, origin, actor: { officeId, userId, name, roles: [] } },
    ...{ action: 'people.sign_in', title: '登录', outcome: 'done', object: { kind: 'user', id: userId } },
    summary: `以${wayTitles[way]}${secondFactor ? '和动态口令' : ''}登录`,
    ...{ change: { way, secondFactor }, reason: null, demonstration: house.demonstration },
  });
  return { token, officeId, sessionId };
}

export async function officeOf(house: House, slug: string | undefined): Promise<string> {
  const offices = await listOffices(house.store);
  const found = slug === undefined ? (offices.length === 1 ? offices[0] : undefined) : offices.find((one) => one.slug === slug);
  if (found === undefined) throw refusePeople('office_unclear');
  return found.office_id;
}

interface Denied {
  readonly officeId: string;
  readonly account: Account | undefined;
}

/** The login name itself stays out: people type passwords into the wrong field. */
async function noteDenial({ house, origin }: AtTheGate, { officeId, account }: Denied, refusal: Refusal): Promise<void> {
  await appendDenial(house, {
    ...{ actor: { officeId, userId: account?.user_id ?? null, name: account?.name ?? '未登录', roles: [] }, origin },
    ...{ action: 'people.sign_in', title: '登录', object: { kind: 'user', id: account?.user_id ?? 'unknown' } },
    ...{ code: refusal.code, summary: refusal.message },
  });
}
