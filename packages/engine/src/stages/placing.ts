/**
 * 参评与分组 — one walk through the dataset, 1 024 rows at a time: who takes part (status.ts), then in which group (groups.ts). All
 * conditions are asked together, so that what they read in common is read once.
 */
import { blockRows, compileTogether } from '@muheng/formula';
import { Groups } from './groups/groups.js';
import { type Deciding, Statuses } from './status/status.js';

export interface Placed {
  /** Status code of every subject, before anything is scored. */
  readonly status: Uint8Array;
  /** Group number, −1 none. */
  readonly group: Int16Array;
  /** How many of each group are computed. */
  readonly sizes: Uint32Array;
}

/** `isMember`: 1 = evaluated within another subject; undefined when nobody is. */
export function placeSubjects(deciding: Deciding, isMember: Uint8Array | undefined): Placed {
  const { rows } = deciding.frame;
  const statuses = new Statuses(deciding, isMember);
  const groups = new Groups(deciding);
  const reader = compileTogether([...statuses.asked, ...groups.asked]).over(deciding.frame);
  const toStatuses = reader.results.slice(0, statuses.asked.length);
  const toGroups = reader.results.slice(statuses.asked.length);
  for (let start = 0; start < rows; start += blockRows) {
    const span = { start, end: Math.min(rows, start + blockRows) };
    reader.span(span.start, span.end);
    statuses.look(toStatuses, span);
    groups.look(toGroups, statuses.of, span);
  }
  statuses.report();
  groups.report();
  return { status: statuses.of, group: groups.of, sizes: groups.sizes };
}
