/**
 * 数值比较 — every comparison of the house (`=`, `>=`, thresholds, band edges) goes through here.
 * Two values count as equal when they differ by at most 1e-12 of the larger one, so that 0.1 + 0.2 is at least 0.3.
 * A NaN (absent value) is never equal to, above or below anything.
 */

/** Relative tolerance of all comparisons. */
export const comparisonTolerance = 1e-12;

/** 等于 — |a − b| ≤ 1e-12 · max(|a|, |b|). */
export function equalNumbers(a: number, b: number): boolean {
  if (a === b) return true;
  const gap = Math.abs(a - b);
  return gap < Number.POSITIVE_INFINITY && gap <= comparisonTolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** 以上、不低于（含本数） */
export const atLeast = (a: number, b: number): boolean => a >= b || equalNumbers(a, b);

/** 以下、不超过（含本数） */
export const atMost = (a: number, b: number): boolean => a <= b || equalNumbers(a, b);

/** 超过、高于（不含本数） */
export const moreThan = (a: number, b: number): boolean => a > b && !equalNumbers(a, b);

/** 低于、不足（不含本数） */
export const lessThan = (a: number, b: number): boolean => a < b && !equalNumbers(a, b);
