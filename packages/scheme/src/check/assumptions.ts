/** 假定 — every assumed rule is said again, so that nobody takes it for the document's word. */
import { pathFromWords } from '../read/used.js';
import type { CheckInput, Report } from './input.js';

export function checkAssumptions({ scheme, reading }: CheckInput, report: Report): void {
  const own = new Set(reading.assumptions);
  for (const assumption of scheme.assumptions) {
    if (own.has(assumption))
      report('assumed_rule', pathFromWords(assumption.path), { what: assumption.what, why: assumption.why });
  }
}
