/** 同宗同档 — subjects with one value of a text fact share a grade: the best, the worst, or that of the largest (S79). */
import type { Override } from '@muheng/scheme';
import type { AfterTask, Outcome } from './after.js';

export function sharers(
  task: AfterTask,
  { rule, rows }: { readonly rule: Override; readonly rows: readonly number[] },
  grade: Int16Array,
): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  const { effect } = rule;
  if (effect.kind !== 'share') return outcomes;
  for (const together of groupByText(rows, (row) => task.textOf(effect.fact, row)).values()) {
    const withGrade = together.filter((row) => grade[row]! >= 0);
    const decider =
      withGrade.length < 2 ? undefined : deciderOf[effect.grade](task, { rows: withGrade, by: effect.largestBy }, grade);
    if (decider === undefined) continue;
    for (const row of withGrade) {
      const to = grade[decider]!;
      outcomes.set(row, {
        to,
        word: to === grade[row] ? 'unchanged' : 'share',
        blanks: { partner: `“${task.subjects.names[decider]!}”` },
      });
    }
  }
  return outcomes;
}

function groupByText(rows: readonly number[], textOf: (row: number) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const text = textOf(row);
    if (text !== null) groups.set(text, [...(groups.get(text) ?? []), row]);
  }
  return groups;
}

type Decider = (
  task: AfterTask,
  among: { readonly rows: readonly number[]; readonly by: string | null },
  grade: Int16Array,
) => number | undefined;

const deciderOf: Readonly<Record<'best' | 'worst' | 'of_largest', Decider>> = {
  best: (_task, { rows }, grade) => rows.reduce((found, row) => (grade[row]! < grade[found]! ? row : found)),
  worst: (_task, { rows }, grade) => rows.reduce((found, row) => (grade[row]! > grade[found]! ? row : found)),
  /** Absent sizes come last; of equals the first in id order. */
  of_largest: (task, { rows, by }) =>
    rows.reduce((found, row) => (sizeOf(task, by, row) > sizeOf(task, by, found) ? row : found)),
};

function sizeOf(task: AfterTask, by: string | null, row: number): number {
  const size = by === null ? Number.NaN : task.numberOf(by, row);
  return Number.isNaN(size) ? Number.NEGATIVE_INFINITY : size;
}
