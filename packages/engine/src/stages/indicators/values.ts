/** 指标值 — the value of an indicator for every subject of the groups it belongs to, rounded as its scheme says; all others 不适用. */
import { compile } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import type { Leaf } from '@muheng/scheme';
import { type Column, NOT_APPLICABLE } from '../../absence.js';
import { type Scoring, takesPart } from '../scoring.js';
import type { StageFrame } from '../stage.js';

/** In the indicator's unit, for the data year. */
export const indicatorValues = (scoring: Scoring, leaf: Leaf): Column => valuesIn(scoring, leaf, scoring.frame);

/** The same a year before, for the subjects of today. */
export const lastYearValues = (scoring: Scoring, leaf: Leaf): Column => valuesIn(scoring, leaf, scoring.frame.back(1));

function valuesIn(scoring: Scoring, leaf: Leaf, frame: StageFrame): Column {
  const column = compile(leaf.formula).run(frame);
  const taking = scoring.groupIds.map((id) => takesPart(leaf, id));
  const members = scoring.sizes.reduce((sum, size, own) => sum + (taking[own] === true ? size : 0), 0);
  if (members < frame.rows) leaveOthersOut(scoring.computedGroup, taking, column);
  if (leaf.valueRound !== 'none') roundColumn(column.values, leaf.valueRound);
  return column;
}

/**
 * 不适用 for whoever is not computed or in another group. Groups alternate from row to row, and a branch that a processor cannot
 * foresee costs more than arithmetic: × NaN takes the value out, × 1 leaves it as it is.
 */
function leaveOthersOut(group: Uint16Array, taking: readonly boolean[], { values, absence }: Column): void {
  const keep = Float64Array.of(Number.NaN, ...taking.map((takes) => (takes ? 1 : Number.NaN)));
  const mask = Uint8Array.of(0, ...taking.map((takes) => (takes ? 255 : 0)));
  const code = mask.map((bits) => (bits === 0 ? NOT_APPLICABLE : 0));
  for (let row = 0; row < values.length; row++) {
    const own = group[row]!;
    values[row]! *= keep[own]!;
    absence[row] = (absence[row]! & mask[own]!) | code[own]!;
  }
}
