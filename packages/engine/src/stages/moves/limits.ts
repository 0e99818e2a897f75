/** 比例上下限 — final shares of each pool against the limits a higher level sets (S65); exact, never n × 0.2 in doubles. */
import type { Ratio } from '@muheng/quantity';
import type { GradesRule } from '@muheng/scheme';
import type { MoveRecord } from './record.js';
import { gradingFinding } from './record.js';

export interface PoolCounts {
  readonly name: string;
  readonly members: number;
  /** Final number of each class. */
  readonly decided: readonly number[];
}

export function checkLimits(grades: GradesRule, pools: readonly PoolCounts[], record: MoveRecord): void {
  for (const pool of pools) {
    if (pool.members === 0) continue;
    grades.classes.forEach((grade, at) => {
      const limit = grades.limits.get(grade.key);
      const count = pool.decided[at]!;
      const against = compareShare(count, pool.members);
      if (limit?.least !== undefined && against(limit.least) < 0) report('低于不少于', limit.least);
      if (limit?.most !== undefined && against(limit.most) > 0) report('超过不多于', limit.most);

      function report(side: string, share: Ratio): void {
        const blanks = {
          pool: pool.name,
          grade: grade.name,
          count,
          members: pool.members,
          percent: percent(count / pool.members),
          side,
          limit: percent(share.over / share.under),
        };
        record.found(gradingFinding('grade_limit_broken', {}, blanks));
      }
    });
  }
}

/** Sign of count ÷ members − share. */
const compareShare =
  (count: number, members: number) =>
  (share: Ratio): number => {
    const gap = BigInt(count) * BigInt(share.under) - BigInt(members) * BigInt(share.over);
    return gap > 0n ? 1 : gap < 0n ? -1 : 0;
  };

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
