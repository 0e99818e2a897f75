/** 单位错位(逐户对照) — a whole column against the last values of the same subjects. Read `medianRatio`. */
import { nearestFactor } from './slips.js';

/** Median of now ÷ before over rows that have both above zero; undefined for fewer than five. */
export function medianRatio(now: readonly number[], before: (at: number) => number | undefined): number | undefined {
  const ratios = new Float64Array(now.length);
  let count = 0;
  for (let at = 0; at < now.length; at++) {
    const last = before(at);
    if (now[at]! > 0 && last !== undefined && last > 0) ratios[count++] = now[at]! / last;
  }
  return count < 5 ? undefined : ratios.subarray(0, count).sort()[Math.floor(count / 2)];
}

/** The factor by which a whole column moved against the same subjects' last values, when the median ratio is one. */
export const slipOfRatio = (ratio: number, factors: readonly number[]): number | undefined =>
  ratio > 1 / 5 && ratio < 5 ? undefined : nearestFactor(ratio, 2.2, factors);
