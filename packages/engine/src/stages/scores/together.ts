/**
 * 汇总 — how the points of several indicators become the points of what stands above them: sum, weighted mean or geometric mean.
 * An indicator that dropped out (reweigh) leaves its weight to the others under the same parent.
 */
import { exponential, naturalLogarithm } from '@muheng/quantity';
import type { Branch } from '@muheng/scheme';
import { scoredHow } from './limits.js';

export interface Part {
  readonly weight: number;
  readonly score: Float64Array;
  readonly dropped: Uint8Array | undefined;
  /** Of a leaf; marked where its points were scaled. All by place in the block. */
  readonly how: Uint8Array | undefined;
}

export interface Togethering {
  readonly by: Branch['aggregate'];
  /** Points of a perfect score, for the two means. */
  readonly full: number;
  readonly parts: readonly Part[];
  /** The points: NaN where one is NaN that did not drop out. */
  readonly score: Float64Array;
  /** 1 where everything dropped out. */
  readonly lost: Uint8Array;
}

/** Writes `score` and `lost` of `count` rows. `sum` scales the points of the others in their own columns, so that what is shown adds up. */
export function addTogether({ by, full, parts, score: out, lost }: Togethering, count: number): void {
  if (by === 'sum' && parts.every((part) => part.dropped === undefined)) {
    sumColumns(parts, count, out);
    return;
  }
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  for (let at = 0; at < count; at++) {
    let present = whole;
    for (let child = 0; child < parts.length; child++) if (parts[child]!.dropped?.[at] === 1) present -= parts[child]!.weight;
    if (present < whole) {
      present = presentWeight(parts, at);
      if (present <= 0) {
        lost[at] = 1;
        out[at] = Number.NaN;
        continue;
      }
      if (by === 'sum') scaleUp(parts, at, whole / present);
    }
    out[at] =
      by === 'geometric'
        ? geometricMean(parts, at, { full, present })
        : by === 'sum'
          ? sum(parts, at)
          : (full * sum(parts, at)) / present;
  }
}

/** The usual case, column by column: nothing can drop out. */
function sumColumns(parts: readonly Part[], count: number, out: Float64Array): void {
  out.fill(0, 0, count);
  let part = 0;
  for (; part + 1 < parts.length; part += 2) addTwo(parts[part]!.score, parts[part + 1]!.score, { out, count });
  if (part < parts.length) addOne(parts[part]!.score, { out, count });
}

interface Sums {
  readonly out: Float64Array;
  readonly count: number;
}

function addOne(score: Float64Array, { out, count }: Sums): void {
  for (let at = 0; at < count; at++) out[at] = out[at]! + score[at]!;
}

function addTwo(first: Float64Array, second: Float64Array, { out, count }: Sums): void {
  for (let at = 0; at < count; at++) out[at] = out[at]! + first[at]! + second[at]!;
}

function presentWeight(parts: readonly Part[], at: number): number {
  let weight = 0;
  for (let child = 0; child < parts.length; child++) if (parts[child]!.dropped?.[at] !== 1) weight += parts[child]!.weight;
  return weight;
}

function scaleUp(parts: readonly Part[], at: number, factor: number): void {
  for (let child = 0; child < parts.length; child++) {
    const part = parts[child]!;
    if (part.dropped?.[at] === 1) continue;
    part.score[at]! *= factor;
    if (part.how?.[at] === scoredHow.plain) part.how[at] = scoredHow.reweighed;
  }
}

function sum(parts: readonly Part[], at: number): number {
  let points = 0;
  for (let child = 0; child < parts.length; child++) if (parts[child]!.dropped?.[at] !== 1) points += parts[child]!.score[at]!;
  return points;
}

/** 几何平均 — W·exp(Σ wᵢ·ln rᵢ / Σ wᵢ) with rᵢ = pointsᵢ/wᵢ; nothing as soon as one rᵢ is zero or less. */
function geometricMean(parts: readonly Part[], at: number, of: { readonly full: number; readonly present: number }): number {
  let logs = 0;
  let nothing = false;
  for (let child = 0; child < parts.length; child++) {
    const part = parts[child]!;
    if (part.dropped?.[at] === 1) continue;
    const rate = part.score[at]! / part.weight;
    if (Number.isNaN(rate)) return Number.NaN;
    if (rate <= 0) nothing = true;
    else logs += part.weight * naturalLogarithm(rate);
  }
  return nothing ? 0 : of.full * exponential(logs / of.present);
}
