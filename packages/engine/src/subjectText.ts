/**
 * 逐户成文 — the JSON of subjects written straight from the columns of a result, without an object for each of a million subjects. What the
 * text looks like is the caller's: order of members, blanks, how much of rules and reasons. `subjectAsJson` says what it must hold.
 */
import { absenceKinds } from '@muheng/formula';
import type { Scheme } from '@muheng/scheme';
import { howWords, type IndicatorJson, rankedOfPools, type SubjectJson } from './json.js';
import type { LeafResult, Result } from './result.js';

export type TextOf = (row: number) => string;

/** Undefined in a row: the member is left out there. */
export interface Member {
  readonly key: string;
  readonly text: (row: number) => string | undefined;
}

export interface SubjectStyle {
  /** `level`: 0 the subject, 1 its indicators, branches, bonus, 2 one indicator. */
  readonly object: (members: readonly Member[], level: 0 | 1 | 2) => TextOf;
  readonly indicator: readonly (keyof IndicatorJson)[];
  readonly overrides: (hits: SubjectJson['overrides']) => string;
  readonly reasons: (reasons: SubjectJson['reasons']) => string;
}

/** Members of one subject, in the order of the contract. Raises a RangeError for an infinity: no stored value is one. */
export function subjectMembers(result: Result, scheme: Scheme, style: SubjectStyle): Readonly<Record<keyof SubjectJson, TextOf>> {
  const { subjects, names, status, group, pool, rank, computedGrade, grade, overrides, reasons } = result;
  const [grades, groups] = [result.gradeKeys.map(quoted), result.groupIds.map(quoted)];
  const [pools, statuses] = [result.pools.map(({ id }) => quoted(id)), result.statusIds.map(quoted)];
  const ranked = rankedOfPools(result);
  const indicators = indicatorsByGroup(result, scheme, style);
  const whenRanked =
    (text: TextOf): TextOf =>
    (row) =>
      rank[row] === 0 ? 'null' : text(row);
  return {
    id: (row) => quoted(subjects[row]!),
    name: (row) => quoted(names[row]!),
    group: (row) => groups[group[row]!] ?? 'null',
    pool: (row) => pools[pool[row]!] ?? 'null',
    status: (row) => statuses[status[row]!]!,
    indicators: (row) => indicators[group[row]!]?.(row) ?? '{}',
    branches: style.object(
      result.branches.map(({ id, score }) => ({ key: id, text: numbers(score) })),
      1,
    ),
    bonus: style.object(result.bonus.map(countedMember), 1),
    baseTotal: numbers(result.baseTotal),
    bonusTotal: numbers(result.bonusTotal),
    total: numbers(result.total),
    rank: whenRanked((row) => finiteText(rank[row]!)),
    rankOf: whenRanked((row) => `${ranked[pool[row]!]!}`),
    computedGrade: (row) => grades[computedGrade[row]!] ?? 'null',
    grade: (row) => grades[grade[row]!] ?? 'null',
    overrides: (row) => listText(overrides.get(row), style.overrides),
    reasons: (row) => listText(reasons.get(row), style.reasons),
  };
}

/** Canonical: keys by their UTF-16 units, no blanks. */
export const canonicalObject = (members: readonly Member[]): TextOf =>
  objectText([...members].sort(byKey), { before: '', colon: ':', end: '}' });

/** As `JSON.stringify(value, null, 2)` prints an object that stands so many blanks deep. */
export function indentedObject(members: readonly Member[], depth: number): TextOf {
  const line = `\n${' '.repeat(depth)}`;
  return objectText(members, { before: `${line}  `, colon: ': ', end: `${line}}` });
}

interface Blanks {
  readonly before: string;
  readonly colon: string;
  readonly end: string;
}

function objectText(members: readonly Member[], { before, colon, end }: Blanks): TextOf {
  const parts = members.map(({ key, text }) => ({ key: `${before}${quoted(key)}${colon}`, text }));
  return (row) => {
    let all = '';
    for (const { key, text } of parts) {
      const own = text(row);
      if (own !== undefined) all += (all === '' ? '{' : ',') + key + own;
    }
    return all === '' ? '{}' : all + end;
  };
}

const byKey = (a: Member, b: Member): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** By group those that have a weight in it. */
const indicatorsByGroup = ({ leaves, groupIds }: Result, scheme: Scheme, style: SubjectStyle): readonly TextOf[] =>
  groupIds.map((group) => {
    const own = leaves.filter((_leaf, at) => (scheme.leaves[at]?.weight.get(group) ?? 0) > 0);
    return style.object(
      own.map((leaf) => ({ key: leaf.id, text: indicatorText(leaf, style) })),
      1,
    );
  });

const absenceTexts = [undefined, ...absenceKinds.map((kind) => JSON.stringify(kind))];
const howTexts = howWords.map((word) => JSON.stringify(word));

function indicatorText({ value, benchmark, score, how }: LeafResult, { object, indicator }: SubjectStyle): TextOf {
  const { values, absence } = value;
  const texts: Readonly<Record<keyof IndicatorJson, Member['text']>> = {
    value: numbers(values),
    benchmark: repeatedNumbers(benchmark),
    score: numbers(score),
    absence: (row) => absenceTexts[absence[row]!],
    how: (row) => howTexts[how[row]!] ?? howTexts[0]!,
  };
  return object(
    indicator.map((key) => ({ key, text: texts[key] })),
    2,
  );
}

/** Only what is not nothing. */
const countedMember = ({ id, counted }: Result['bonus'][number]): Member => ({
  key: id,
  text: (row) => (counted[row]! === 0 || Number.isNaN(counted[row]!) ? undefined : finiteText(counted[row]!)),
});

const quoted = (text: string): string => JSON.stringify(text);

/** Absent numbers are null, −0 is 0. */
const numbers =
  (column: Float64Array): TextOf =>
  (row) =>
    numberText(column[row]!);

/** Of a column in which neighbours mostly have one number: its text is kept. */
function repeatedNumbers(column: Float64Array): TextOf {
  let known = Number.NaN;
  let text = 'null';
  return (row) => {
    const value = column[row]!;
    if (!Object.is(value, known)) {
      known = value;
      text = numberText(value);
    }
    return text;
  };
}

const numberText = (value: number): string => (Number.isNaN(value) ? 'null' : finiteText(value));

function finiteText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('canonical JSON holds finite numbers only');
  return `${value}`;
}

/** Hardly anybody has one. */
const listText = <T>(items: readonly T[] | undefined, text: (items: readonly T[]) => string): string =>
  items === undefined || items.length === 0 ? '[]' : text(items);
