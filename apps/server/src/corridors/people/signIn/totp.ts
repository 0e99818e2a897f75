/**
 * 动态口令 — six digits of 30 seconds (RFC 6238), with the step before and after allowed for clocks that differ. Each step is taken once.
 * @source trust R4
 */
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { House } from '../../../forms/house.js';
import { seal, unseal } from '../../../forms/seal.js';

const purpose = 'people.totp';

export const newTotp = (house: Pick<House, 'secret'>): { readonly secret: string; readonly sealed: Buffer } => {
  const secret = generateSecret();
  return { secret, sealed: seal(house, purpose, secret) };
};

/** For the QR code of an authenticator app. */
export const totpUri = (secret: string, login: string, issuer: string): string => generateURI({ issuer, label: login, secret });

/** The time step that a code belongs to; undefined when it is wrong. Whether the step was used before, the database tells. */
export function stepOf(
  house: Pick<House, 'secret'>,
  sealed: Uint8Array,
  { code, now }: { code: string; now: Date },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret: unseal(house, purpose, sealed), token: code, epoch, epochTolerance: 30 });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
