/** Exact sums and words of shares. */
import type { Ratio } from '@muheng/quantity';

/** A share has at most six decimals of a percent: hundred-millionths are whole. */
const wholeParts = 100_000_000;

/** In hundred-millionths, exact. */
export const partsOf = ({ over, under }: Ratio): number => over * (wholeParts / under);

export const partsInPercent = (parts: number): string => `${parts / (wholeParts / 100)}%`;
export const inPercent = (share: Ratio): string => partsInPercent(partsOf(share));
export const fractionOf = ({ over, under }: Ratio): number => over / under;
export const whole = wholeParts;
