/**
 * 单位错位(整列) — whether a column is off by the factor of a unit: 元 for 万元, ㎡ for 亩, kWh for 万kWh. Compared with the
 * distribution of last year's figures; a factor is only proposed, never applied. Read `findColumnSlip`; single rows: `witness.ts`.
 */
import { valueAt } from './smallest.js';

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
  const positive = aboveZero(values);
  if (positive.length < 5) return undefined;
  const at = (share: number): number => valueAt(positive, Math.min(positive.length - 1, Math.floor(share * positive.length)));
  return { median: at(0.5), low: at(0.05), high: at(0.95), count: positive.length };
}

function aboveZero(values: readonly number[]): Float64Array {
  const positive = new Float64Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! > 0) positive[count++] = values[at]!;
  return positive.subarray(0, count);
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

/** Hundreds and more: no year brings that about. */
const isLarge = (factor: number): boolean => apart(factor, 1) > 31;
