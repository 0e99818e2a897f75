/** 防猜测 — five failed attempts in fifteen minutes, counted per login name and address, before the password is looked at. @source trust R3 */
import type { House, Origin } from '../../../forms/house.js';
import { inScope, wholeOffice } from '../../../store/scope.js';
import { countAttempt, forgetAttempts, type GuardKey, uncountAttempt } from '../queries/sessions.js';
import { refusePeople } from '../texts.zh.js';

export const mostAttempts = 5;
const windowMinutes = 15;

export const guardOf = (officeId: string, loginKey: string, { ip }: Origin): GuardKey => ({ officeId, loginKey, ip });

/** @throws Refusal people.locked */
export async function takeAttempt(house: House, guard: GuardKey): Promise<void> {
  const now = house.now();
  const start = new Date(now.getTime() - windowMinutes * 60_000);
  const { attempts, since } = await inScope(house.store, wholeOffice(guard.officeId), (tx) =>
    countAttempt(tx, guard, now, start),
  );
  if (attempts <= mostAttempts) return;
  const left = Math.ceil((since.getTime() + windowMinutes * 60_000 - now.getTime()) / 60_000);
  throw refusePeople('locked', { count: mostAttempts, minutes: Math.max(1, left) });
}

/** An attempt that was no guess, e.g. the right password while the code is still to come. */
export const giveBackAttempt = (house: House, guard: GuardKey) =>
  inScope(house.store, wholeOffice(guard.officeId), (tx) => uncountAttempt(tx, guard));

export { forgetAttempts };
