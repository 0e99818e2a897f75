/**
 * 定档调档规则 — where each rule of the scheme holds. A rule looks only at graded subjects of its groups; where its condition is
 * absent it stays undecided and does not apply; a rule it yields to (`unless`) blocks it for that subject.
 */
import { blockRows, type Column, compile, type Kernel, type TypedNode } from '@muheng/formula';
import type { Override } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import type { StageFrame } from '../stage.js';
import { eachSpan, visitBlocks } from '../walk.js';

export const HOLDS = 1;
export const UNDECIDED = 2;

/** The rule's standing: 1 holds, 2 undecided; rows that are not listed are those where it does not hold. */
export interface RuleRows {
  readonly rule: Override;
  readonly standing: ReadonlyMap<number, number>;
  /** Rows where it holds or is undecided, ascending: few, so that moves touch few. */
  readonly rows: Int32Array;
}

export interface RuleScope {
  readonly graded: Uint8Array;
  readonly group: Int16Array;
  readonly groupIds: readonly string[];
}

export function ruleRows(rule: Override, frame: StageFrame, scope: RuleScope): RuleRows {
  const standing = new Map<number, number>();
  const rows: number[] = [];
  const look = lookerOf(rule, scope, { standing, rows });
  const flag = flagOf(rule.when.tree);
  if (flag === undefined)
    visitBlocks(compile(rule.when), frame, ({ values }, start, end) => {
      for (let row = start, at = 0; row < end; row++, at++) if (values[at] !== 0) look(row, values[at]!);
    });
  else visitFlagged(compile(rule.when), { frame, flagged: flaggedRows(frame.column(flag, 0)) }, look);
  return { rule, standing, rows: Int32Array.from(rows) };
}

type Look = (row: number, holds: number) => void;

function lookerOf(
  rule: Override,
  { graded, group, groupIds }: RuleScope,
  { standing, rows }: { readonly standing: Map<number, number>; readonly rows: number[] },
): Look {
  const inGroup = Uint8Array.from([0, ...groupIds.map((id) => (rule.groups === 'all' || rule.groups.includes(id) ? 1 : 0))]);
  return (row, holds) => {
    if (holds === 0 || graded[row] !== 1 || inGroup[group[row]! + 1] !== 1) return;
    standing.set(row, Number.isNaN(holds) ? UNDECIDED : HOLDS);
    rows.push(row);
  };
}

/** 标志 — a mark of the subject without which the condition surely fails: few carry one, and only they need be asked further. */
function flagOf(tree: TypedNode): string | undefined {
  if (tree.kind === 'name') return tree.from === 'subject' && tree.type === 'flag' ? tree.id : undefined;
  if (tree.kind !== 'call' || tree.op !== 'and') return undefined;
  for (const part of tree.args) {
    const flag = flagOf(part);
    if (flag !== undefined) return flag;
  }
  return undefined;
}

/** Whoever carries the mark, or of whom it is not known. */
function flaggedRows(column: Column): Int32Array {
  const { values, absence } = column;
  const rows: number[] = [];
  eachSpan(values.length, (start, end) => {
    for (let row = start; row < end; row++) if (values[row] !== 0 || absence[row] !== PRESENT) rows.push(row);
  });
  return Int32Array.from(rows);
}

function visitFlagged(
  kernel: Kernel,
  { frame, flagged }: { readonly frame: StageFrame; readonly flagged: Int32Array },
  look: Look,
): void {
  const reader = kernel.over(frame);
  const { values } = reader.results[0]!;
  for (let from = 0; from < flagged.length; from += blockRows) {
    const to = Math.min(flagged.length, from + blockRows);
    reader.pick(flagged, from, to);
    for (let at = 0; from + at < to; at++) look(flagged[from + at]!, values[at]!);
  }
}

/** The first rule that this one yields to and that holds for the subject. */
export function blockerOf(rule: Override, row: number, all: ReadonlyMap<string, RuleRows>): Override | undefined {
  for (const id of rule.unless) {
    const other = all.get(id);
    if (other?.standing.get(row) === HOLDS) return other.rule;
  }
  return undefined;
}
