/** 跟随定档 — a subject takes the grade of the one named in a text fact (S78). Chains are followed to their end; a cycle, an unknown name or a leader without grade changes nothing. */
import type { Override } from '@muheng/scheme';
import type { AfterTask, Outcome } from './after.js';

const CYCLE = -2;
const UNKNOWN = -3;

export function followers(
  task: AfterTask,
  { rule, rows }: { readonly rule: Override; readonly rows: readonly number[] },
  grade: Int16Array,
): Map<number, Outcome> {
  const fact = rule.effect.kind === 'follow' ? rule.effect.fact : '';
  const following = new Set(rows);
  const leaderOf = (row: number): number => {
    const id = task.textOf(fact, row);
    return id === null ? -1 : task.rowOf(id);
  };
  const ends = new Map<number, number>();
  for (const row of rows) findEnd(row, { ends, leaderOf, following });
  const outcomes = new Map<number, Outcome>();
  const troubled: Record<'follow_unknown' | 'follow_cycle', number[]> = { follow_unknown: [], follow_cycle: [] };
  for (const row of rows) {
    const end = ends.get(row) ?? UNKNOWN;
    const to = end >= 0 ? grade[end]! : -1;
    if (to >= 0) outcomes.set(row, { to, word: 'follow', blanks: { leader: task.subjects.names[end]! } });
    else {
      const word = end === CYCLE ? 'follow_cycle' : 'follow_unknown';
      troubled[word].push(row);
      outcomes.set(row, { to: grade[row]!, word });
    }
  }
  task.record.about('follow_unknown', troubled.follow_unknown, { rule: rule.name });
  task.record.about('follow_cycle', troubled.follow_cycle, { rule: rule.name });
  return outcomes;
}

/** The first leader up the chain that does not itself follow; the answer is kept for every row on the way. */
function findEnd(
  start: number,
  { ends, leaderOf, following }: { ends: Map<number, number>; leaderOf: (row: number) => number; following: ReadonlySet<number> },
): void {
  const way: number[] = [];
  const onWay = new Set<number>();
  let row = start;
  let end = UNKNOWN;
  for (;;) {
    const known = ends.get(row);
    if (known !== undefined) end = known;
    else if (onWay.has(row)) end = CYCLE;
    else if (following.has(row)) {
      way.push(row);
      onWay.add(row);
      const leader = leaderOf(row);
      if (leader >= 0) {
        row = leader;
        continue;
      }
      end = UNKNOWN;
    } else end = row;
    break;
  }
  for (const passed of way) ends.set(passed, end);
}
