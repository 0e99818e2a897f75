/**
 * 定档调档规则 — where each rule of the scheme holds. A rule looks only at graded subjects of its groups; where its condition is
 * absent it stays undecided and does not apply; a rule it yields to (`unless`) blocks it for that subject.
 */
import { type BlockResult, blockRows, type Column, compile, type Kernel, type TypedNode } from '@muheng/formula';
import type { Override } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import type { StageFrame } from '../stage.js';
import { eachSpan, type Span, visitBlocks } from '../walk.js';

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
  const looker = new Looker(rule, scope);
  const kernel = compile(rule.when);
  const flag = flagOf(rule.when.tree);
  if (flag === undefined) visitBlocks({ kernel, frame }, looker, lookAtBlock);
  else visitFlagged(kernel, { frame, flagged: flaggedRows(frame.column(flag, 0)) }, looker);
  return { rule, standing: looker.standing, rows: Int32Array.from(looker.rows) };
}

/** Collects where one rule holds or is undecided. */
class Looker {
  readonly standing = new Map<number, number>();
  readonly rows: number[] = [];
  /** By group number + 1. */
  private readonly inGroup: Uint8Array;

  constructor(
    rule: Override,
    private readonly scope: RuleScope,
  ) {
    const { groups } = rule;
    this.inGroup = Uint8Array.from([0, ...scope.groupIds.map((id) => (groups === 'all' || groups.includes(id) ? 1 : 0))]);
  }

  look(row: number, holds: number): void {
    const { graded, group } = this.scope;
    if (holds === 0 || graded[row] !== 1 || this.inGroup[group[row]! + 1] !== 1) return;
    this.standing.set(row, Number.isNaN(holds) ? UNDECIDED : HOLDS);
    this.rows.push(row);
  }
}

function lookAtBlock(looker: Looker, { values }: BlockResult, { start, end }: Span): void {
  for (let row = start, at = 0; row < end; row++, at++) if (values[at] !== 0) looker.look(row, values[at]!);
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
  const rows: number[] = [];
  eachSpan(column.values.length, { ...column, rows }, listFlagged);
  return Int32Array.from(rows);
}

/** Hardly anybody is: eight are looked at together. Sums without signs are 0 only where all are, and NaN is not. */
function listFlagged({ values, absence, rows }: Column & { readonly rows: number[] }, start: number, end: number): void {
  let row = start;
  for (; row + 8 <= end; row += 8) {
    const sum =
      Math.abs(values[row]!) +
      Math.abs(values[row + 1]!) +
      Math.abs(values[row + 2]!) +
      Math.abs(values[row + 3]!) +
      Math.abs(values[row + 4]!) +
      Math.abs(values[row + 5]!) +
      Math.abs(values[row + 6]!) +
      Math.abs(values[row + 7]!);
    const absent =
      absence[row]! |
      absence[row + 1]! |
      absence[row + 2]! |
      absence[row + 3]! |
      absence[row + 4]! |
      absence[row + 5]! |
      absence[row + 6]! |
      absence[row + 7]!;
    if (sum === 0 && absent === PRESENT) continue;
    for (let at = row; at < row + 8; at++) if (values[at] !== 0 || absence[at] !== PRESENT) rows.push(at);
  }
  for (; row < end; row++) if (values[row] !== 0 || absence[row] !== PRESENT) rows.push(row);
}

function visitFlagged(
  kernel: Kernel,
  { frame, flagged }: { readonly frame: StageFrame; readonly flagged: Int32Array },
  looker: Looker,
): void {
  const reader = kernel.over(frame);
  const { values } = reader.results[0]!;
  for (let from = 0; from < flagged.length; from += blockRows) {
    const to = Math.min(flagged.length, from + blockRows);
    reader.pick(flagged, from, to);
    for (let at = 0; from + at < to; at++) looker.look(flagged[from + at]!, values[at]!);
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
