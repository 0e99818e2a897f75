/**
 * 单位错位 — whether a column, or single rows of it, are off by the factor of a unit: 元 for 万元, ㎡ for 亩, kWh for 万kWh. Compared
 * with last year's figures or a plausible range; a factor is only proposed, never applied. Read `findColumnSlip`, `findRowSlips`.
 */

/** What the values are compared with, in the same unit as they. */
export interface Distribution {
  readonly median: number;
  /** 5 % and 95 % quantile of values above zero. */
  readonly low: number;
  readonly high: number;
  /** How many values it rests on. */
  readonly count: number;
}

/** 10, 百, 千, 万, 百万, 亿: a value is this many times too large (or its inverse too small). */
export const slipFactors: readonly number[] = [10, 100, 1_000, 10_000, 1_000_000, 100_000_000];
/** Of areas: ㎡ for 亩, 万㎡ and 公顷; thousands are not used, and would be taken for a mu. */
export const areaSlipFactors: readonly number[] = [10, 100, 2_000 / 3, 10_000, 1_000_000];

/** Median and quantiles of what is above zero; undefined for fewer than five values. */
export function distributionOf(values: readonly number[]): Distribution | undefined {
  const sorted = Float64Array.from(values.filter((value) => value > 0)).sort();
  if (sorted.length < 5) return undefined;
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), low: at(0.05), high: at(0.95), count: sorted.length };
}

export interface ColumnSlip {
  /** Values are this many times too large; below 1: too small. */
  readonly factor: number;
  readonly now: Distribution;
}

/**
 * A whole column: the median has moved by about one of the factors, and the quantiles moved with it. Years do not multiply a
 * district's median by more than 3, so that everything from 5 on is looked at.
 */
export function findColumnSlip(
  values: readonly number[],
  reference: Distribution,
  factors = slipFactors,
): ColumnSlip | undefined {
  const now = distributionOf(values);
  if (now === undefined) return undefined;
  const moved = now.median / reference.median;
  if (moved > 1 / 5 && moved < 5) return undefined;
  const factor = nearestFactor(moved, 2.2, factors);
  if (factor === undefined) return undefined;
  const spread = Math.max(apart(now.low / factor, reference.low), apart(now.high / factor, reference.high));
  return spread < (isLarge(factor) ? 8 : 3) ? { factor, now } : undefined;
}

/** How many times one positive number is the other, at least 1. */
export const apart = (one: number, other: number): number => Math.max(one / other, other / one);

/** The factor that explains a ratio up to ×÷ 2.2, the nearest one; tens only up to ×÷ 1.6. */
export function nearestFactor(ratio: number, within = 2.2, factors = slipFactors): number | undefined {
  let best: { factor: number; off: number } | undefined;
  for (const size of factors)
    for (const factor of [size, 1 / size]) {
      const off = apart(ratio, factor);
      const limit = size === 10 ? Math.min(within, 1.6) : within;
      if (off <= limit && off < (best?.off ?? Number.POSITIVE_INFINITY)) best = { factor, off };
    }
  return best?.factor;
}

export interface RowsAgainst {
  readonly reference: Distribution;
  /** Last year's value of the subject of a row. */
  readonly before: (at: number) => number | undefined;
  readonly factors?: readonly number[];
}

export interface RowSlip {
  /** Place in `values`. */
  readonly at: number;
  readonly factor: number;
  /** Last year's value of the same subject, when known. */
  readonly before: number | undefined;
}

/**
 * Single rows, losses by their size. With last year's value of the subject: the ratio is a factor (×÷ 1.35, hundreds and more ×÷ 3); tens only when the
 * value leaves the middle 90 % and the tenth of it does not. Without: the value lies 8 times above or 20 times below the middle 90 % and a factor
 * brings it inside.
 */
export function findRowSlips(
  values: readonly number[],
  { reference, before, factors = slipFactors }: RowsAgainst,
): readonly RowSlip[] {
  const slips: RowSlip[] = [];
  values.forEach((written, at) => {
    const value = Math.abs(written);
    if (!(value > 0)) return;
    const last = Math.abs(before(at) ?? 0);
    if (last > 0) {
      const factor = nearestFactor(value / last, 1.35, factors) ?? largeOnly(nearestFactor(value / last, 3, factors));
      const told = factor !== undefined && !inside(value, reference) && inside(value / factor, reference);
      if (factor !== undefined && (told || isLarge(factor))) slips.push({ at, factor, before: last });
      if (factor !== undefined || inside(value, reference)) return;
    }
    if (value < reference.high * 8 && value > reference.low / 20) return;
    const factor = nearestFactor(value / reference.median, Math.max(3, Math.sqrt(reference.high / reference.low)), factors);
    if (factor !== undefined && inside(value / factor, reference)) slips.push({ at, factor, before: undefined });
  });
  return slips;
}

/** Hundreds and more: no year brings that about. */
const isLarge = (factor: number): boolean => apart(factor, 1) > 31;

const largeOnly = (factor: number | undefined): number | undefined =>
  factor !== undefined && isLarge(factor) ? factor : undefined;

const inside = (value: number, { low, high }: Distribution): boolean => value >= low && value <= high;
