/** 日期运算的核对 — date ± 3 年, date − date, and days that are the same for every row. */
import { parseUnit, pureUnit } from '@muheng/quantity';
import { limits } from '../limits.js';
import type { DayRule, TimeStep, TypedNode } from '../tree.js';
import type { Checking } from './context.js';
import { numberCall } from './nodes.js';

interface Moved {
  readonly left: TypedNode;
  readonly right: TypedNode;
  readonly op: 'add' | 'subtract';
  readonly at: number;
}

export function movedDate(checking: Checking, { left, right, op, at }: Moved): TypedNode | undefined {
  if (right.type === 'date' && op === 'subtract') return numberCall('days_between', [left, right], dayUnit(checking));
  const step = stepOf(right, op === 'add' ? 1 : -1);
  if (step === undefined) return checking.refuse('step_wrong', at);
  return { kind: 'move_date', of: left, by: step, type: 'date', unit: pureUnit };
}

export const dayUnit = (checking: Checking) => parseUnit('天', { mu: checking.space.mu }) ?? pureUnit;
export const yearUnit = (checking: Checking) => parseUnit('年', { mu: checking.space.mu }) ?? pureUnit;

/** 3 年, 6 个月, 1 季度, 30 天 — whole numbers of calendar steps. */
function stepOf(node: TypedNode, sign: number): TimeStep | undefined {
  if (node.kind !== 'constant' || node.type !== 'number') return undefined;
  const { over, under } = node.unit.factor;
  const step = (amount: number, unit: TimeStep['in']): TimeStep | undefined =>
    Number.isInteger(amount) && Math.abs(amount) <= limits.steps
      ? { amount: amount === 0 ? 0 : sign * amount, in: unit }
      : undefined;
  if (node.unit.dimension === 'days') return over === 1 && under === 1 ? step(node.value, 'day') : undefined;
  if (node.unit.dimension !== 'time') return undefined;
  return over === 1 && under === 1 ? step(node.value, 'year') : step((node.value * 12 * over) / under, 'month');
}

/** A day that does not depend on the row. */
export function fixedDay(node: TypedNode): DayRule | undefined {
  if (node.kind === 'constant' && node.type === 'date') return { from: node.value, moves: [] };
  if (node.kind === 'builtin' && node.which === 'reference_date') return { from: 'reference_date', moves: [] };
  if (node.kind !== 'move_date') return undefined;
  const before = fixedDay(node.of);
  return before === undefined ? undefined : { from: before.from, moves: [...before.moves, node.by] };
}
