/** 上限下限 — cap and floor of an indicator's points, in points or as a multiple of its weight. S48 */
import type { Limit } from '@muheng/scheme';

/** +∞ (−∞) stands for none: it is only compared with, never stored. */
export const mostPoints = (cap: Limit, weight: number): number => limitOf(cap, weight) ?? Number.POSITIVE_INFINITY;
export const leastPoints = (floor: Limit, weight: number): number => limitOf(floor, weight) ?? Number.NEGATIVE_INFINITY;

function limitOf(limit: Limit, weight: number): number | undefined {
  if (limit.kind === 'none') return undefined;
  return limit.kind === 'points' ? limit.points : limit.times * weight;
}

/** What `how` of a leaf says. */
export const scoredHow = { plain: 0, capped: 1, floored: 2, absence: 3, nonpositive: 4, reweighed: 5 } as const;
