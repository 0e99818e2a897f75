/**
 * The definition of rounding, slow and exact: write the value with 15 significant digits, as Excel and WPS hold it,
 * and decide on those digits. `rounding.ts` only adds speed to this.
 */
import type { RoundingMode } from './rounding.js';

const digitsKept = 15;
const spacingOne = 4503599627370496; // 2^52: from here on doubles are whole

/** 10^0 … 10^12, all exact in a double. */
export const powersOfTen: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

/** 10^decimals; raises a RangeError outside 0–12. */
export function powerOfTen(decimals: number): number {
  const power = powersOfTen[decimals];
  if (power === undefined) throw new RangeError(`decimals must be a whole number from 0 to 12, not ${decimals}`);
  return power;
}

/**
 * Rounds one value. NaN and infinities stay, −0 becomes 0. From 2^52 · 10^-to on, a double has no finer digits than
 * the asked decimals, so it stays as it is.
 */
export function roundExactly(value: number, to: number, by: RoundingMode): number {
  const power = powerOfTen(to);
  if (!Number.isFinite(value) || Math.abs(value) >= spacingOne / power) return value;
  if (value === 0) return 0;
  const written = Math.abs(value).toExponential(digitsKept - 1);
  const exponent = Number(written.slice(digitsKept + 2));
  const kept = exponent + 1 + to;
  const size =
    kept >= digitsKept ? Number(written) : roundedDigits(written[0] + written.slice(2, digitsKept + 1), kept, by) / power;
  return size === 0 ? 0 : value < 0 ? -size : size;
}

/** The first `kept` digits as a whole number, raised by one where the mode says so for the digits cut off. */
function roundedDigits(digits: string, kept: number, by: RoundingMode): number {
  const whole = kept > 0 ? Number(digits.slice(0, kept)) : 0;
  const rest = kept >= 0 ? digits.slice(kept) : `0${digits}`;
  return raises[by](rest, whole % 2 === 1) ? whole + 1 : whole;
}

/** Whether the digits cut off raise the last digit kept; `odd` tells that digit. */
const raises: Readonly<Record<RoundingMode, (rest: string, odd: boolean) => boolean>> = {
  excel: (rest) => rest >= '5',
  gbt8170: (rest, odd) => (/^50*$/.test(rest) ? odd : rest >= '5'),
  up: (rest) => /[1-9]/.test(rest),
  down: () => false,
};
