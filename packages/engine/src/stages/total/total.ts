/**
 * 总分 — the indicators put together (see scores/scores.ts), times the factor, plus bonus, within limits, rounded.
 * NaN for subjects that are not computed or whose data are pending.
 */
import { compile } from '@muheng/formula';
import { type Rounding, roundColumn } from '@muheng/quantity';
import { PRESENT } from '../../absence.js';
import { type Bonuses, within } from '../bonus/bonus.js';
import { absentFacts } from '../reasons.js';
import type { Scores } from '../scores/scores.js';
import type { Scoring } from '../scoring.js';
import type { StageFrame } from '../stage.js';

/** 系数 — multiplies the indicator part. Marks in `pending` the subjects for which it cannot be told. */
export function applyFactor(scoring: Scoring, frame: StageFrame, to: Pick<Scores, 'base' | 'pending'>): void {
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
  /** Before rounding; computed again for who asks. */
  readonly full: Float64Array;
  readonly rounded: Float64Array;
}

export function totalsOf(scoring: Scoring, scores: Pick<Scores, 'base' | 'total'>, bonus: Bonuses): Totals {
  const { least, most, round } = scoring.scheme.total;
  let full: Float64Array | undefined;
  const before = (): Float64Array => {
    full ??= fullTotals(scores.base, bonus.total, { least, most });
    return full;
  };
  return {
    rounded: scores.total ?? rounded(before(), round),
    get full() {
      return before();
    },
  };
}

function rounded(full: Float64Array, round: Rounding): Float64Array {
  const out = new Float64Array(full.length);
  roundColumn(full, round, out);
  return out;
}

function fullTotals(
  base: Float64Array,
  bonus: Float64Array,
  { least, most }: { readonly least: number | null; readonly most: number | null },
): Float64Array {
  const full = new Float64Array(base.length);
  for (let row = 0; row < full.length; row++) full[row] = within(base[row]! + bonus[row]!, least, most);
  return full;
}
