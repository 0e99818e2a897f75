/** 指标值 — the value of an indicator for every subject of the groups it belongs to, rounded as its scheme says; all others 不适用. */
import { compile } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import type { Leaf } from '@muheng/scheme';
import { type Column, NOT_APPLICABLE } from '../../absence.js';
import { emptyColumn, putAbsent } from '../../columns.js';
import { type Scoring, takesPart } from '../scoring.js';
import type { StageFrame } from '../stage.js';

/** In the indicator's unit, for the data year. */
export const indicatorValues = (scoring: Scoring, leaf: Leaf): Column => valuesIn(scoring, leaf, scoring.frame);

/** The same a year before, for the subjects of today. */
export const lastYearValues = (scoring: Scoring, leaf: Leaf): Column => valuesIn(scoring, leaf, scoring.frame.back(1));

function valuesIn(scoring: Scoring, leaf: Leaf, frame: StageFrame): Column {
  const column = compile(leaf.formula).run(frame, emptyColumn(frame.rows));
  const { group, status, standing } = scoring;
  const taking = scoring.groupIds.map((id) => takesPart(leaf, id));
  const members = scoring.rowsOf.reduce((sum, rows, own) => sum + (taking[own] === true ? rows.length : 0), 0);
  for (let row = 0; members < frame.rows && row < frame.rows; row++) {
    if (standing.computed[status[row]!] !== 1 || taking[group[row]!] !== true) putAbsent(column, row, NOT_APPLICABLE);
  }
  if (leaf.valueRound !== 'none') roundColumn(column.values, leaf.valueRound);
  return column;
}
