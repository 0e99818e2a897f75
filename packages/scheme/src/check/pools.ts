/** 排名组 — groups that are ranked together are cut by one rule. */
import type { CheckInput, Report } from './input.js';

export function checkPools({ scheme, reading }: CheckInput, report: Report): void {
  const apart = scheme.rank.within.some((name) => name === 'group' || name === 'pool');
  const firsts = new Map<string, (typeof scheme.groups)[number]>();
  for (const group of scheme.groups) {
    const pool = apart ? group.pool : 'all';
    const first = firsts.get(pool);
    if (first === undefined) firsts.set(pool, group);
    else if (!sameCut(first.id, group.id)) {
      if (apart) report('pool_cuts_differ', ['groups', group.id], { first: first.name, second: group.name, pool });
      else report('rank_not_by_group', ['rank', 'within']);
    }
  }
  /** The same rule object, or two written alike. */
  function sameCut(a: string, b: string): boolean {
    if (scheme.grades.cut.get(a) === scheme.grades.cut.get(b)) return true;
    const { cut } = reading.file.grades;
    return !('by' in cut) && JSON.stringify(cut.groups[a]) === JSON.stringify(cut.groups[b]);
  }
}
