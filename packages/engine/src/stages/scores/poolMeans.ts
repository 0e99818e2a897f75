/** 平均得分 — S50: mean of the plain scores of each pool, after limits, then rounded; of subjects that are ranked and have a value. */
import { compile } from '@muheng/formula';
import { roundTo } from '@muheng/quantity';
import type { Scoring } from '../scoring.js';
import { ScopeSums } from '../statistics.js';
import { eachBlock, stretchRows } from '../walk.js';
import type { PreparedLeaf } from './prepareLeaf.js';
import { newSheet, scoreLeaf } from './scoreLeaf.js';

export const needsMeans = ({ actions }: PreparedLeaf): boolean => actions.some((action) => action?.do === 'group_mean_score');

/** By pool; NaN where nobody has a score. */
export function poolMeans(scoring: Scoring, prepared: PreparedLeaf): Float64Array {
  const { pools, standing, status, frame } = scoring;
  const reader = compile(prepared.leaf.formula).over(frame);
  const result = reader.results[0]!;
  const sheet = newSheet(prepared);
  const sums = new ScopeSums(pools.ids.length);
  const add = (row: number, points: number): void => {
    if (!Number.isNaN(points) && standing.ranked[status[row]!] === 1 && pools.of[row]! >= 0)
      sums.add(pools.of[row]!, row, points);
  };
  const plain = new Float64Array(stretchRows).fill(Number.NaN);
  const isAlone = prepared.groups.filter((of) => of !== undefined).length === 1;
  eachBlock(
    scoring,
    (block, group) => {
      const of = prepared.groups[group];
      if (of === undefined) return;
      const { rows, from, count } = block;
      reader.pick(rows, from, from + count);
      scoreLeaf(prepared, of, { block, result, sheet });
      for (let at = 0; at < count; at++) {
        const points = Number.isNaN(result.values[at]!) ? Number.NaN : sheet.score[at]!;
        if (isAlone) add(rows[from + at]!, points);
        else plain[rows[from + at]! % stretchRows] = points;
      }
    },
    (start, end) => {
      // Groups may share a pool: what they left is added in the order of the rows.
      if (!isAlone) for (let row = start; row < end; row++) add(row, plain[row - start]!);
      if (!isAlone) plain.fill(Number.NaN);
    },
  );
  return Float64Array.from(pools.ids, (_, pool) => roundTo(sums.mean(pool), prepared.leaf.round));
}
