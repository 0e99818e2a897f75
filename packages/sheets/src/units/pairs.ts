/**
 * 单位错位(逐户、逐列对照) — slips told by what belongs together: this year's and last year's value of the same subject, or two
 * columns of one row whose ratio is otherwise steady. Read `medianRatio` and `findSiblingSlips`.
 */
import { apart, nearestFactor, slipFactors } from './slips.js';

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
export const slipOfRatio = (ratio: number, factors = slipFactors): number | undefined =>
  ratio > 1 / 5 && ratio < 5 ? undefined : nearestFactor(ratio, 2.2, factors);

export interface SiblingSlip {
  readonly at: number;
  /** Which of the two columns. */
  readonly column: 0 | 1;
  readonly factor: number;
  /** What the other column lets expect. */
  readonly expected: number;
}

/** Ratios of most rows may differ by this much from the usual one. */
const steady = 4;
/** No two columns that go together differ by so much more than usual. */
const suspicious = 50;

/**
 * Rows in which one of two columns is off by a factor, the other being as usual. Nothing unless at least ten rows have both and
 * nine tenths of them stay within ×÷ 4 of the median ratio. Off is who leaves the column's own middle 90 %.
 */
export function findSiblingSlips(
  one: readonly number[],
  other: readonly number[],
  factors = slipFactors,
): readonly SiblingSlip[] {
  const usual = usualRatio(one, other);
  if (usual === undefined) return [];
  const both = one.flatMap((value, at) =>
    value > 0 && other[at]! > 0 && apart(value / other[at]!, usual) >= suspicious ? [at] : [],
  );
  if (both.length === 0) return [];
  const middle = [medianOf(one), medianOf(other)] as const;
  const slips: SiblingSlip[] = [];
  for (const at of both) {
    const off = one[at]! / other[at]! / usual;
    const factor = nearestFactor(off, steady, factors);
    if (factor === undefined) continue;
    const first = apart(one[at]!, middle[0]) >= apart(other[at]!, middle[1]);
    slips.push(
      first
        ? { at, column: 0, factor, expected: one[at]! / factor }
        : { at, column: 1, factor: 1 / factor, expected: other[at]! * factor },
    );
  }
  return slips;
}

/** Rows that are looked at to see whether two columns go together. */
const sampled = 2_000;

/** The median ratio, when nine tenths of the rows that have both stay near it; rows are taken evenly from the whole table. */
function usualRatio(one: readonly number[], other: readonly number[]): number | undefined {
  const step = Math.max(1, Math.floor(one.length / sampled));
  const ratios: number[] = [];
  for (let at = 0; at < one.length; at += step) if (one[at]! > 0 && other[at]! > 0) ratios.push(one[at]! / other[at]!);
  if (ratios.length < 10) return undefined;
  const usual = Float64Array.from(ratios).sort()[Math.floor(ratios.length / 2)]!;
  return ratios.filter((ratio) => apart(ratio, usual) <= steady).length < ratios.length * 0.9 ? undefined : usual;
}

/** Of what is above zero. */
function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values.filter((value) => value > 0)).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
