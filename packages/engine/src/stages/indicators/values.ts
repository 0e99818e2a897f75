/** 指标值 — the value of an indicator for every subject of the groups it belongs to, rounded as its scheme says; all others 不适用. */
import { compile } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import type { Leaf } from '@muheng/scheme';
import { type Column, NOT_APPLICABLE } from '../../absence.js';
import { absentColumn } from '../../columns.js';
import { type Scoring, takesPart } from '../scoring.js';
import type { StageFrame } from '../stage.js';

/** In the indicator's unit, for the data year. */
export const indicatorValues = (scoring: Scoring, leaf: Leaf): Column => valuesIn(scoring, leaf, scoring.frame);

/** The same a year before, for the subjects of today. */
export const lastYearValues = (scoring: Scoring, leaf: Leaf): Column => valuesIn(scoring, leaf, scoring.frame.back(1));

function valuesIn(scoring: Scoring, leaf: Leaf, frame: StageFrame): Column {
  const all = compile(leaf.formula).run(frame);
  const column = absentColumn(frame.rows, NOT_APPLICABLE);
  scoring.rowsOf.forEach((rows, group) => {
    if (!takesPart(leaf, scoring.groupIds[group]!)) return;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      column.values[row] = all.values[row]!;
      column.absence[row] = all.absence[row]!;
    }
  });
  if (leaf.valueRound !== 'none') roundColumn(column.values, leaf.valueRound);
  return column;
}
