/**
 * 称号加分 — points by level for titles that are valid when the scheme says: on the reference day, at any time of the data year,
 * or begun in it. Best or sum; a row's 件数 multiplies, one when it is not given. S55–S57
 */
import { dayNumber } from '@muheng/quantity';
import type { BonusItem } from '@muheng/scheme';
import { type Column, MISSING, PRESENT } from '../../absence.js';
import { absentColumn } from '../../columns.js';
import type { StageFrame } from '../stage.js';

type Titles = Extract<BonusItem['source'], { readonly from: 'titles' }>;

/** Points of every subject; 0 without a title. */
export function titlePoints(frame: StageFrame, rule: Titles): Column {
  const points: Column = { values: new Float64Array(frame.rows), absence: new Uint8Array(frame.rows) };
  const table = frame.dataset.tables.get('titles');
  if (table === undefined) return points;
  const missing = absentColumn(table.rows, MISSING);
  const columnOf = (field: string): Column => table.fields.get(field) ?? missing;
  const [name, level, count] = [columnOf('name'), columnOf('level'), columnOf('count')];
  const names = new Set(rule.names.map((text) => frame.codeOf(text)));
  const levels = new Map([...rule.levels].map(([text, worth]) => [frame.codeOf(text), worth]));
  const validity = validityOf(frame, rule.valid);
  const [from, to] = [columnOf('from').values, columnOf('to').values];
  for (let at = 0; at < table.rows; at++) {
    if (name.absence[at] !== PRESENT || !names.has(name.values[at]!)) continue;
    if (!validity(from[at]!, to[at]!)) continue;
    const worth =
      (level.absence[at] === PRESENT ? (levels.get(level.values[at]!) ?? 0) : 0) *
      (count.absence[at] === PRESENT ? count.values[at]! : 1);
    const row = table.subject[at]!;
    if (rule.take === 'sum') points.values[row]! += worth;
    else if (worth > points.values[row]!) points.values[row] = worth;
  }
  return points;
}

/** A title without a beginning has always been held; one without an end still is. For titles new in the year a beginning is needed. */
function validityOf(frame: StageFrame, valid: Titles['valid']): (from: number, to: number) => boolean {
  const day = frame.referenceDay;
  const first = dayNumber(frame.year, 1, 1) ?? day;
  const last = dayNumber(frame.year, 12, 31) ?? day;
  switch (valid) {
    case 'on_reference_day':
      return (from, to) => !(from > day) && !(to < day);
    case 'in_data_year':
      return (from, to) => !(from > last) && !(to < first);
    case 'new_in_data_year':
      return (from) => from >= first && from <= last;
  }
}

/** Whether a title counts by its dates, NaN where one is not given. */
export const isValid = (
  frame: StageFrame,
  valid: Titles['valid'],
  { from, to }: { readonly from: number; readonly to: number },
): boolean => validityOf(frame, valid)(from, to);
