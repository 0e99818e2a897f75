/** 读本户得数 — the figures of one subject out of plain JSON; ShapeTrouble when it is something else. */
import { howWords } from '@muheng/engine';
import type { SubjectFigures } from '../figures.js';
import { asList, asNumber, asRecord, asText, asTexts, entriesOf, type Json, orNull, ShapeTrouble } from '../json.js';

export function readFigures(json: Json): SubjectFigures {
  const said = asRecord(json, 'figures');
  const number = (key: string): number | null => orNull(said[key], key, asNumber);
  const text = (key: string): string | null => orNull(said[key], key, asText);
  return {
    id: asText(said.id, 'id'),
    name: asText(said.name, 'name'),
    group: text('group'),
    pool: text('pool'),
    status: asText(said.status, 'status'),
    indicators: Object.fromEntries(entriesOf(said.indicators, 'indicators', readIndicator)),
    branches: Object.fromEntries(entriesOf(said.branches, 'branches', (value, place) => orNull(value, place, asNumber))),
    bonus: Object.fromEntries(entriesOf(said.bonus, 'bonus', asNumber)),
    baseTotal: number('baseTotal'),
    bonusTotal: number('bonusTotal'),
    total: number('total'),
    rank: number('rank'),
    rankOf: number('rankOf'),
    computedGrade: text('computedGrade'),
    grade: text('grade'),
    overrides: asList(said.overrides, 'overrides').map((item) => {
      const hit = asRecord(item, 'overrides');
      if (typeof hit.applied !== 'boolean') throw new ShapeTrouble('overrides.applied');
      return {
        rule: asText(hit.rule, 'overrides.rule'),
        from: orNull(hit.from, 'overrides.from', asText),
        to: orNull(hit.to, 'overrides.to', asText),
        applied: hit.applied,
      };
    }),
    reasons: asTexts(said.reasons, 'reasons'),
  };
}

function readIndicator(value: Json, place: string): SubjectFigures['indicators'][string] {
  const said = asRecord(value, place);
  const number = (key: string): number | null => orNull(said[key], `${place}.${key}`, asNumber);
  const how = howWords.find((word) => word === said.how);
  if (how === undefined) throw new ShapeTrouble(`${place}.how`);
  const absence = said.absence === undefined ? {} : { absence: asText(said.absence, place) };
  return { value: number('value'), benchmark: number('benchmark'), score: number('score'), ...absence, how };
}
