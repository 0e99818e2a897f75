/**
 * 统计量 — sums, means, extremes, spreads and order of the values of a population. Sums run in row order over fixed chunks of
 * 1 024 rows of the dataset, chunk sums added in order, so that no thread count changes a bit.
 */
import { equalNumbers, lessThan, moreThan, type Ratio } from '@muheng/quantity';
import type { Population } from './scoring.js';

/** The present values of one scope, with the rows they stand in, in row order. */
export interface Sample {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

export function sampleOf(values: Float64Array, population: Population, scope: number): Sample {
  const members = population.rows.subarray(population.starts[scope]!, population.starts[scope + 1]!);
  const rows = new Int32Array(members.length);
  const present = new Float64Array(members.length);
  let count = 0;
  for (let at = 0; at < members.length; at++) {
    const value = values[members[at]!]!;
    if (Number.isNaN(value)) continue;
    rows[count] = members[at]!;
    present[count++] = value;
  }
  return { rows: rows.subarray(0, count), values: present.subarray(0, count) };
}

/** 合计. */
export function sumOf({ rows, values }: Sample): number {
  let total = 0;
  let part = 0;
  let chunk = -1;
  for (let at = 0; at < values.length; at++) {
    if (rows[at]! >> 10 !== chunk) {
      total += part;
      part = 0;
      chunk = rows[at]! >> 10;
    }
    part += values[at]!;
  }
  return total + part;
}

/** 平均值; NaN when there is nothing. */
export const meanOf = (sample: Sample): number => sumOf(sample) / sample.values.length;

/** 标准差 over n or n − 1. 0 for a single value. */
export function deviationOf(sample: Sample, over: 'n' | 'n-1'): number {
  const mean = meanOf(sample);
  const squares = sample.values.map((value) => (value - mean) * (value - mean));
  const count = sample.values.length - (over === 'n' ? 0 : 1);
  return count < 1 ? 0 : Math.sqrt(sumOf({ rows: sample.rows, values: squares }) / count);
}

export function leastOf(values: Float64Array): number {
  let least = Number.NaN;
  for (let at = 0; at < values.length; at++) if (!(values[at]! >= least)) least = values[at]!;
  return least;
}

export function mostOf(values: Float64Array): number {
  let most = Number.NaN;
  for (let at = 0; at < values.length; at++) if (!(values[at]! <= most)) most = values[at]!;
  return most;
}

export type QuantileType = 'R1' | 'R6' | 'R7';

/** 分位数 of sorted values: R1 the inverse of the distribution, R6 (n+1)p, R7 (n−1)p + 1 (Excel PERCENTILE). NaN when empty. */
export function quantileOf(sorted: Float64Array, at: Ratio, type: QuantileType): number {
  const count = sorted.length;
  if (count === 0) return Number.NaN;
  if (type === 'R1') return sorted[Math.min(count, Math.max(1, ceilOf(count * at.over, at.under))) - 1]!;
  const place = type === 'R6' ? ((count + 1) * at.over) / at.under - 1 : ((count - 1) * at.over) / at.under;
  const within = Math.min(count - 1, Math.max(0, place));
  const below = Math.floor(within);
  const part = within - below;
  return part === 0 ? sorted[below]! : sorted[below]! + part * (sorted[below + 1]! - sorted[below]!);
}

/** over ÷ under rounded up, exactly. */
const ceilOf = (over: number, under: number): number => (over - (over % under)) / under + (over % under > 0 ? 1 : 0);

/** Values in ascending order, and how many distinct ones there are up to each. */
export interface Order {
  readonly sorted: Float64Array;
  /** `distinct[i]` = distinct values among the first i; equal neighbours (within the tolerance) are one. */
  readonly distinct: Int32Array;
}

export function orderOf(values: Float64Array): Order {
  const sorted = values.slice().sort();
  const distinct = new Int32Array(sorted.length + 1);
  for (let at = 0; at < sorted.length; at++) {
    distinct[at + 1] = distinct[at]! + (at > 0 && equalNumbers(sorted[at]!, sorted[at - 1]!) ? 0 : 1);
  }
  return { sorted, distinct };
}

/** How many of the sorted values are less than `value`, beyond the tolerance. */
export function countLess(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lessThan(sorted[middle]!, value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted values are at most `value`, within the tolerance. */
export function countAtMost(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moreThan(sorted[middle]!, value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
