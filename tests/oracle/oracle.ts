/**
 * 独立核算 — evaluates a scheme by its meaning alone, in exact fractions, slowly. Shares no code with packages/*: its own numbers,
 * dates, units, formula reader and stages. What the engine says must be what this says. Read `evaluateExactly` first.
 */
import { computeTotals } from './bonus.js';
import { enter } from './entry.js';
import { rankAll } from './order.js';
import { gradeAll, type PoolOutcome } from './overrides.js';
import type { Given } from './raw.js';
import type { Run } from './run.js';
import { computeScores } from './scores.js';
import { computeValues } from './values.js';

export interface Verdict {
  readonly run: Run;
  readonly pools: readonly PoolOutcome[];
}

export function evaluateExactly(given: Given): Verdict {
  const run = enter(given);
  computeValues(run);
  computeScores(run);
  computeTotals(run);
  rankAll(run);
  return { run, pools: gradeAll(run) };
}
