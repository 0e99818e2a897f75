/** 逐户的 JSON — each subject of the contract (docs/reference/result.md) as it stands, printed with two blanks, in the list of a result. */
import { indentedObject, type Result, type SubjectStyle, subjectMembers } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';

/** Row → its text, without the blanks before the first line: byte for byte `JSON.stringify` of `subjectAsJson`. */
export function subjectTexts(result: Result, scheme: Scheme): (row: number) => string {
  const members = Object.entries(subjectMembers(result, scheme, style));
  return style.object(
    members.map(([key, text]) => ({ key, text })),
    0,
  );
}

/** A subject stands in a list, which stands in the result. */
const depth = 4;

const style: SubjectStyle = {
  object: (members, level) => indentedObject(members, depth + 2 * level),
  indicator: ['value', 'benchmark', 'score', 'absence', 'how'],
  overrides: (hits) => listText(hits),
  reasons: (reasons) => listText(reasons),
};

const listText = (items: readonly object[]): string =>
  JSON.stringify(items, null, 2).replaceAll('\n', `\n${' '.repeat(depth + 2)}`);
