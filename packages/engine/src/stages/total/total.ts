/**
 * 总分 — the indicators put together (sum, weighted or geometric mean), times the factor, plus bonus, within limits, rounded.
 * NaN for subjects that are not computed or whose data are pending.
 */
import { compile } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import { PRESENT } from '../../absence.js';
import { within } from '../bonus/bonus.js';
import { absentFacts } from '../reasons.js';
import type { Scores } from '../scores/scores.js';
import { reportLost } from '../scores/scores.js';
import { addTogether } from '../scores/together.js';
import type { Scoring } from '../scoring.js';
import type { StageFrame } from '../stage.js';

/** Indicator part after the factor. Marks in `pending` the subjects for which it cannot be told. */
export function baseTotals(scoring: Scoring, scores: Scores, frame: StageFrame): Float64Array {
  const { scheme } = scoring;
  const base = new Float64Array(frame.rows).fill(Number.NaN);
  const lost = new Uint8Array(frame.rows);
  scoring.groupIds.forEach((groupId, group) => {
    const parts = scores.partsOf(groupId, scheme.indicators);
    addTogether({ by: scheme.total.by, full: scheme.total.full, parts, rows: scoring.rowsOf[group]! }, base, lost);
  });
  reportLost(scoring, { name: '总分', cited: scheme.total.cited }, { lost, pending: scores.pending });
  if (scheme.total.factor !== undefined) multiply(scoring, frame, { base, pending: scores.pending });
  return base;
}

function multiply(scoring: Scoring, frame: StageFrame, to: { readonly base: Float64Array; readonly pending: Uint8Array }): void {
  const { factor, cited } = scoring.scheme.total;
  if (factor === undefined) return;
  const column = compile(factor).run(frame);
  for (const rows of scoring.rowsOf) {
    for (const row of rows) {
      to.base[row]! *= column.values[row]!;
      if (column.absence[row] === PRESENT) continue;
      to.pending[row] = 1;
      scoring.reasons.add(row, { code: 'factor_absent', words: `总分的系数算不出：${absentFacts(frame, factor, row)}`, cited });
    }
  }
}

export interface Totals {
  readonly full: Float64Array;
  readonly rounded: Float64Array;
}

export function totalsOf(scoring: Scoring, base: Float64Array, bonus: Float64Array): Totals {
  const { least, most, round } = scoring.scheme.total;
  const full = new Float64Array(base.length);
  for (let row = 0; row < full.length; row++) full[row] = within(base[row]! + bonus[row]!, least, most);
  return { full, rounded: rounded(full, round) };
}

function rounded(full: Float64Array, round: Parameters<typeof roundColumn>[1]): Float64Array {
  const out = new Float64Array(full.length);
  roundColumn(full, round, out);
  return out;
}
