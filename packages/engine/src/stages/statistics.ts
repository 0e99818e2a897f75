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

/** 合计; a sum that cancels to within 1e-12 of its parts is zero. */
export function sumOf({ rows, values }: Sample): number {
  let total = 0;
  let part = 0;
  let size = 0;
  let chunk = -1;
  for (let at = 0; at < values.length; at++) {
    if (rows[at]! >> 10 !== chunk) {
      total += part;
      part = 0;
      chunk = rows[at]! >> 10;
    }
    part += values[at]!;
    size += Math.abs(values[at]!);
  }
  return withoutNoise(total + part, size);
}

/** `size` is the sum of the absolute values. */
const withoutNoise = (sum: number, size: number): number => (Math.abs(sum) <= 1e-12 * size ? 0 : sum);

/** 平均值; NaN when there is nothing. */
export const meanOf = (sample: Sample): number => sumOf(sample) / sample.values.length;

/** 各范围的合计 — of values that come in row order, each for its scope; the sums of `sumOf`. */
export class ScopeSums {
  private readonly totals: Float64Array;
  private readonly parts: Float64Array;
  private readonly sizes: Float64Array;
  private readonly counts: Float64Array;
  private readonly chunks: Int32Array;

  constructor(scopes: number) {
    this.totals = new Float64Array(scopes);
    this.parts = new Float64Array(scopes);
    this.sizes = new Float64Array(scopes);
    this.counts = new Float64Array(scopes);
    this.chunks = new Int32Array(scopes).fill(-1);
  }

  add(scope: number, row: number, value: number): void {
    if (row >> 10 !== this.chunks[scope]) {
      this.totals[scope]! += this.parts[scope]!;
      this.parts[scope] = 0;
      this.chunks[scope] = row >> 10;
    }
    this.parts[scope]! += value;
    this.sizes[scope]! += Math.abs(value);
    this.counts[scope]!++;
  }

  /** 平均值; NaN when there is nothing. */
  mean(scope: number): number {
    return withoutNoise(this.totals[scope]! + this.parts[scope]!, this.sizes[scope]!) / this.counts[scope]!;
  }
}

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

/** Values in ascending order and which of them are one: equal neighbours (within the tolerance) make a block. */
export interface Order {
  readonly sorted: Float64Array;
  /** Block of each place. */
  readonly block: Int32Array;
  /** First place of each block; the last entry is the number of values. */
  readonly starts: Int32Array;
  /** First place of each of many equal steps from the least to the most value: where a search begins. */
  readonly steps: Int32Array;
  /** Steps per unit of value. */
  readonly scale: number;
}

export function orderOf(values: Float64Array): Order {
  const sorted = values.slice().sort();
  const block = new Int32Array(sorted.length);
  const starts = new Int32Array(sorted.length + 1);
  let blocks = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || !equalNumbers(sorted[at]!, sorted[at - 1]!)) starts[blocks++] = at;
    block[at] = blocks - 1;
  }
  starts[blocks] = sorted.length;
  return { sorted, block, starts: starts.subarray(0, blocks + 1), ...stepsOf(sorted) };
}

/** About four values a step. With a range that is not finite, or none, there is one step: the whole. */
function stepsOf(sorted: Float64Array): Pick<Order, 'steps' | 'scale'> {
  const count = Math.max(1, sorted.length >> 2);
  const range = sorted.length === 0 ? 0 : sorted[sorted.length - 1]! - sorted[0]!;
  const scale = (count - 1) / range;
  if (!(range > 0) || !Number.isFinite(scale)) return { steps: Int32Array.of(0, sorted.length), scale: 0 };
  const steps = new Int32Array(count + 1);
  for (let at = 0; at < sorted.length; at++) steps[Math.floor((sorted[at]! - sorted[0]!) * scale) + 1]!++;
  for (let step = 0; step < count; step++) steps[step + 1]! += steps[step]!;
  return { steps, scale };
}

/** Where a value stands: how many are less, how many at most it, and how many blocks lie below it. */
export interface Standing {
  less: number;
  atMost: number;
  blocksBelow: number;
}

/** Fills `out`; a value that no one in the order has stands between two blocks. */
export function findStanding(order: Order, value: number, out: Standing): void {
  const { sorted, block, starts } = order;
  const step = Math.floor((value - sorted[0]!) * order.scale);
  let low = step > 0 ? order.steps[Math.min(step, order.steps.length - 1)]! : 0;
  let high = step < 0 ? 0 : step + 1 < order.steps.length ? order.steps[step + 1]! : sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  const near =
    low < sorted.length && equalNumbers(sorted[low]!, value)
      ? low
      : low > 0 && equalNumbers(sorted[low - 1]!, value)
        ? low - 1
        : -1;
  if (near < 0) {
    out.less = low;
    out.atMost = low;
    out.blocksBelow = low === 0 ? 0 : block[low - 1]! + 1;
    return;
  }
  out.blocksBelow = block[near]!;
  out.less = starts[out.blocksBelow]!;
  out.atMost = starts[out.blocksBelow + 1]!;
}

/** How many of the sorted values are less than `value`, beyond the tolerance. */
export function countLess(sorted: Float64Array, value: number): number {
  let count = 0;
  while (count < sorted.length && lessThan(sorted[count]!, value)) count++;
  return count;
}

/** How many of the sorted values are at most `value`, within the tolerance. */
export function countAtMost(sorted: Float64Array, value: number): number {
  let count = sorted.length;
  while (count > 0 && moreThan(sorted[count - 1]!, value)) count--;
  return count;
}
