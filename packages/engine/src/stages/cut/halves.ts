/** 两步划类的前后段 — who stands in which half, in the order of that half's keys, and in which half a class ends. */
import type { Cut } from '@muheng/scheme';
import type { ByTwoStage } from './prepare.js';

export type TwoStage = Extract<Cut, { readonly by: 'two_stage' }>;
export type Half = 'upper' | 'lower';

/** Rows of both halves, best first, before any rule took somebody out. */
export function halvesOf(
  cut: ByTwoStage,
  { pool, base }: { readonly pool: number; readonly base: number },
): Record<Half, Int32Array> {
  const [from, to] = [cut.first.starts[pool]!, cut.first.starts[pool + 1]!];
  const above = Math.min(to - from, cut.upperPlaces(base));
  const inUpper = new Set(cut.first.rows.subarray(from, from + above));
  const rowsOf = (half: Half): Int32Array => {
    const { order } = cut[half];
    return order.rows
      .subarray(order.starts[pool]!, order.starts[pool + 1]!)
      .filter((row) => inUpper.has(row) === (half === 'upper'));
  };
  return { upper: rowsOf('upper'), lower: rowsOf('lower') };
}

/** The last half that has places for the class: there its line runs. */
export function endingHalf(cut: TwoStage, grade: string): Half {
  const share = cut.lower.shares.get(grade);
  return share === 'rest' || (share !== undefined && share.over > 0) ? 'lower' : 'upper';
}
