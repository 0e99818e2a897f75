/**
 * 定档调档规则 — where each rule of the scheme holds. A rule looks only at graded subjects of its groups; where its condition is
 * absent it stays undecided and does not apply; a rule it yields to (`unless`) blocks it for that subject.
 */
import { compile } from '@muheng/formula';
import type { Override } from '@muheng/scheme';
import type { StageFrame } from '../stage.js';
import { visitBlocks } from '../walk.js';

export const HOLDS = 1;
export const UNDECIDED = 2;

/** The rule's standing for each row: 0 does not hold, 1 holds, 2 undecided. */
export interface RuleRows {
  readonly rule: Override;
  readonly standing: Uint8Array;
  /** Rows where it holds or is undecided, ascending: few, so that moves touch few. */
  readonly rows: Int32Array;
}

export interface RuleScope {
  readonly graded: Uint8Array;
  readonly group: Int16Array;
  readonly groupIds: readonly string[];
}

export function ruleRows(rule: Override, frame: StageFrame, scope: RuleScope): RuleRows {
  const inGroup = Uint8Array.from([
    0,
    ...scope.groupIds.map((id) => (rule.groups === 'all' || rule.groups.includes(id) ? 1 : 0)),
  ]);
  const { graded, group } = scope;
  const standing = new Uint8Array(graded.length);
  const rows: number[] = [];
  visitBlocks(compile(rule.when), frame, ({ values }, start, end) => {
    for (let row = start, at = 0; row < end; row++, at++) {
      const holds = values[at]!;
      if (holds === 0 || graded[row] !== 1 || inGroup[group[row]! + 1] !== 1) continue;
      standing[row] = Number.isNaN(holds) ? UNDECIDED : HOLDS;
      rows.push(row);
    }
  });
  return { rule, standing, rows: Int32Array.from(rows) };
}

/** The first rule that this one yields to and that holds for the subject. */
export function blockerOf(rule: Override, row: number, all: ReadonlyMap<string, RuleRows>): Override | undefined {
  for (const id of rule.unless) {
    const other = all.get(id);
    if (other?.standing[row] === HOLDS) return other.rule;
  }
  return undefined;
}
