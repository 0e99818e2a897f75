/**
 * 离基准值过远 — an indicator whose figures are mostly a hundred times its benchmark, or a hundredth: with no other year beside it, a table
 * in 元 that says 万元 is seen nowhere else.
 */
import { districtFinding } from '@muheng/district';
import type { LeafResult, Result } from '@muheng/engine';
import type { Finding } from '@muheng/finding';
import type { Scheme } from '@muheng/scheme';

/** Units differ by this and more; the middle of a group and its benchmark do not. */
const far = 100;
const leastSubjects = 8;

export function farFromBenchmark(scheme: Scheme, result: Result): Finding[] {
  return scheme.leaves.flatMap((leaf) => {
    const found = result.leaves.find(({ id }) => id === leaf.id);
    if (found === undefined) return [];
    return [...ratiosByPool(found, result)].flatMap(([pool, ratios]): Finding[] => {
      const middle = ratios.sort((a, b) => a - b)[ratios.length >> 1]!;
      if (ratios.length < leastSubjects || (middle < far && middle > 1 / far)) return [];
      const times = middle >= far ? `${rounded(middle)} 倍` : `${rounded(1 / middle)} 分之一`;
      return [
        districtFinding('indicator_far_from_benchmark', {}, { indicator: leaf.name, pool: result.pools[pool]!.name, times }),
      ];
    });
  });
}

const rounded = (ratio: number): number => Number(ratio.toPrecision(2));

/** Value over benchmark of who is ranked, both above zero. */
function ratiosByPool({ value, benchmark }: LeafResult, { pool }: Result): ReadonlyMap<number, number[]> {
  const byPool = new Map<number, number[]>();
  pool.forEach((at, row) => {
    const [own, against] = [value.values[row]!, benchmark[row]!];
    if (at < 0 || !(own > 0) || !(against > 0)) return;
    const ratios = byPool.get(at) ?? [];
    byPool.set(at, ratios);
    ratios.push(own / against);
  });
  return byPool;
}
