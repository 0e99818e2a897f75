/**
 * 得数的行 — the canonical JSON of every subject's figures, written straight from the columns of the result: byte for byte what
 * `canonicalJson(figures(row))` of figures.ts prints, several times as fast.
 */
import { canonicalObject, type Result, type SubjectStyle, subjectMembers } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import type { SubjectFigures } from './figures.js';

/** Raises a RangeError for an infinity: no stored value is one. */
export function figureLines(result: Result, scheme: Scheme): (row: number) => string {
  const members = subjectMembers(result, scheme, style);
  return canonicalObject(fields.map((key) => ({ key, text: members[key] })));
}

/** The fields this format has, named one by one, as `subjectFigures` names them. */
const fields: readonly (keyof SubjectFigures)[] = [
  ...(['id', 'name', 'group', 'pool', 'status', 'indicators', 'branches', 'bonus', 'baseTotal', 'bonusTotal', 'total'] as const),
  ...(['rank', 'rankOf', 'computedGrade', 'grade', 'overrides', 'reasons'] as const),
];

const style: SubjectStyle = {
  object: canonicalObject,
  indicator: ['value', 'benchmark', 'score', 'absence', 'how'],
  overrides: (hits) =>
    `[${hits
      .map(
        ({ rule, from, to, applied }) =>
          `{"applied":${applied},"from":${JSON.stringify(from)},"rule":${JSON.stringify(rule)},"to":${JSON.stringify(to)}}`,
      )
      .join(',')}]`,
  reasons: (reasons) => JSON.stringify(reasons.map(({ code }) => code)),
};
