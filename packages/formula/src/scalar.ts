/**
 * 单值运算 — what each strict operation does with present numbers. A result that is no finite number is 算不出.
 * Row evaluation and block kernels both come here, so they cannot differ.
 */
import {
  addMonths,
  addYears,
  atLeast,
  atMost,
  commonLogarithm,
  equalNumbers,
  exponential,
  fullYearsBetween,
  lessThan,
  moreThan,
  naturalLogarithm,
  roundTo,
} from '@muheng/quantity';
import type { Comparison, Operation } from './functions.js';
import type { TimeStep } from './tree.js';

/** Operations that give an absent result as soon as one operand is absent. */
export type StrictOperation = Exclude<
  Operation,
  | 'and'
  | 'or'
  | 'if'
  | 'min'
  | 'max'
  | 'sum'
  | 'avg'
  | 'or_else'
  | 'missing'
  | 'not_applicable'
  | 'not_reported'
  | 'not_computable'
  | 'round'
>;

export type Scalar = (a: number, b: number, c: number) => number;

const notComputable = Number.NaN;
const flag = (condition: boolean): number => (condition ? 1 : 0);

export const scalars: Readonly<Record<StrictOperation, Scalar>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  negate: (a) => 0 - a,
  equal: (a, b) => flag(equalNumbers(a, b)),
  unequal: (a, b) => flag(!equalNumbers(a, b)),
  less: (a, b) => flag(lessThan(a, b)),
  at_most: (a, b) => flag(atMost(a, b)),
  more: (a, b) => flag(moreThan(a, b)),
  at_least: (a, b) => flag(atLeast(a, b)),
  between: (a, b, c) => flag(atLeast(a, b) && atMost(a, c)),
  days_between: (a, b) => a - b,
  not: (a) => 1 - a,
  floor: (a) => roundTo(a, { to: 0, by: a < 0 ? 'up' : 'down' }),
  ceil: (a) => roundTo(a, { to: 0, by: a < 0 ? 'down' : 'up' }),
  abs: (a) => Math.abs(a),
  ln: (a) => naturalLogarithm(a),
  log10: (a) => commonLogarithm(a),
  exp: (a) => exponential(a),
  sqrt: (a) => (a >= 0 ? Math.sqrt(a) : notComputable),
  clamp: (a, low, high) => (low > high ? notComputable : a < low ? low : a > high ? high : a),
  years_since: (day, reference) => fullYearsBetween(day, reference),
};

/** 增长率 — nothing to grow from when the year before is not above zero. */
export const growthOf = (now: number, before: number): number => (before > 0 ? (now - before) / before : notComputable);

/** One bit each for below, equal, above: the six comparisons in one loop. */
export const comparisonMasks: Readonly<Record<Comparison, number>> = {
  less: 1,
  equal: 2,
  at_most: 3,
  more: 4,
  unequal: 5,
  at_least: 6,
};

const moves: Readonly<Record<TimeStep['in'], (day: number, amount: number) => number>> = {
  year: addYears,
  month: addMonths,
  day: (day, amount) => day + amount,
};

export const movedBy = (day: number, step: TimeStep): number => moves[step.in](day, step.amount);
