/** 计分中发现的问题 — marks above the weight, benchmarks that cannot be divided by. */
import type { Scoring } from '../scoring.js';
import { found } from '../texts.zh.js';
import type { LeafOfGroup, PreparedLeaf } from './prepareLeaf.js';
import type { RowBlock } from './scoreLeaf.js';

/** How many of each group have marks above the weight, and the first of them. */
interface Marks {
  readonly of: LeafOfGroup;
  count: number;
  example: number;
  value: number;
}

export interface MarksTally {
  readonly found: readonly Marks[];
  look(of: LeafOfGroup, block: RowBlock, values: Float64Array): void;
}

export function tallyMarks({ groups }: PreparedLeaf): MarksTally {
  const tallies = groups.flatMap((of): Marks[] => (of?.rule?.by === 'marks' ? [{ of, count: 0, example: -1, value: 0 }] : []));
  return {
    found: tallies,
    look(of, { rows, from, count }, values) {
      const marks = tallies.find((each) => each.of === of);
      for (let at = 0; marks !== undefined && at < count; at++) {
        if (!(values[at]! > of.weight)) continue;
        if (marks.count === 0) {
          marks.example = rows[from + at]!;
          marks.value = values[at]!;
        }
        marks.count++;
      }
    },
  };
}

export function reportLeaf(scoring: Scoring, { leaf, benchmarks }: PreparedLeaf, marks: MarksTally): void {
  for (const { of, count, example, value } of marks.found) {
    if (count === 0) continue;
    const words = `，例如 ${scoring.frame.dataset.subjects[example] ?? ''}：${value}`;
    scoring.findings.push(
      found('marks_above_weight', { path: leaf.path }, { count, indicator: leaf.name, weight: of.weight, example: words }),
    );
  }
  const divides = [...leaf.score.values()].some(
    (rule) => rule.by === 'ratio' || rule.by === 'inverse' || (rule.by === 'bands' && rule.of === 'ratio'),
  );
  if (!divides || leaf.better === 'lower') return;
  for (const { scope, value } of benchmarks.results) {
    if (value > 0) continue;
    const shown = Number.isNaN(value) ? '没有数值' : `为 ${value}`;
    scoring.findings.push(found('benchmark_not_positive', { path: leaf.path }, { indicator: leaf.name, scope, value: shown }));
  }
}
