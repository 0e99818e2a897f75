/** 评价对象逐户 — one line a subject as the papers show it: by ranking pool and rank, those without a rank after them. */
import type { OverrideHit, Reason, Result } from '@muheng/engine';
import { type Leaf, type Scheme, statusName } from '@muheng/scheme';
import { numberOrNull } from './numbers.js';

export interface SubjectLine {
  /** Row in the result's columns. */
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** Empty when in none. */
  readonly groupId: string;
  /** Name of the ranking pool, empty when in none. */
  readonly pool: string;
  /** Index into the result's pools, −1 = in none. */
  readonly poolAt: number;
  readonly status: string;
  readonly statusId: string;
  readonly baseTotal: number | null;
  readonly bonusTotal: number | null;
  readonly total: number | null;
  /** 0 = not ranked. */
  readonly rank: number;
  /** Places in the scheme's classes, −1 = none. */
  readonly computedGrade: number;
  readonly grade: number;
  /** Its group is ranked and not cut into classes: a rank is all there is. */
  readonly rankedOnly: boolean;
  readonly overrides: readonly OverrideHit[];
  readonly reasons: readonly Reason[];
}

/** `A类`; a dash for no grade. */
export const gradeName = (scheme: Scheme, place: number): string => scheme.grades.classes[place]?.name ?? '—';

export function subjectLines(scheme: Scheme, result: Result): readonly SubjectLine[] {
  const groups = new Map(scheme.groups.map((group) => [group.id, group.name]));
  const lines = result.subjects.map((id, row) => lineOf({ scheme, result, groups }, id, row));
  return lines.sort(byPoolAndRank);
}

interface Names {
  readonly scheme: Scheme;
  readonly result: Result;
  readonly groups: ReadonlyMap<string, string>;
}

function lineOf({ scheme, result, groups }: Names, id: string, row: number): SubjectLine {
  const groupId = result.groupIds[result.group[row] ?? -1];
  const poolAt = result.pool[row] ?? -1;
  const statusId = result.statusIds[result.status[row] ?? 0] ?? '';
  const rank = result.rank[row] ?? 0;
  return {
    row,
    id,
    name: result.names[row] ?? '',
    group: groupId === undefined ? '' : (groups.get(groupId) ?? groupId),
    groupId: groupId ?? '',
    pool: result.pools[poolAt]?.name ?? '',
    poolAt,
    status: statusName(scheme, statusId),
    statusId,
    baseTotal: numberOrNull(result.baseTotal, row),
    bonusTotal: numberOrNull(result.bonusTotal, row),
    total: numberOrNull(result.total, row),
    rank: Number.isNaN(rank) ? 0 : rank,
    computedGrade: result.computedGrade[row] ?? -1,
    grade: result.grade[row] ?? -1,
    rankedOnly: rank > 0 && scheme.grades.cut.get(groupId ?? '')?.by === 'none',
    overrides: result.overrides.get(row) ?? [],
    reasons: result.reasons.get(row) ?? [],
  };
}

function byPoolAndRank(a: SubjectLine, b: SubjectLine): number {
  const pool = (a.poolAt < 0 ? 1e9 : a.poolAt) - (b.poolAt < 0 ? 1e9 : b.poolAt);
  if (pool !== 0) return pool;
  const rank = (a.rank === 0 ? 1e9 : a.rank) - (b.rank === 0 ? 1e9 : b.rank);
  return rank !== 0 ? rank : a.row - b.row;
}

/** The name, or the id when a file has no names. */
export const titleOf = (line: SubjectLine): string => (line.name === '' ? line.id : line.name);

/** Others took or freed places by rule, so that the line runs elsewhere than in the plain cut. */
const recutWords = '其他对象按规则直接定档或退出名额，按其余名额划线';

/** The final class is not the one of the plain cut, or a rule fixed it. */
export const isMoved = (line: SubjectLine): boolean =>
  line.statusId !== 'merged' && (line.overrides.some((hit) => hit.applied) || line.grade !== line.computedGrade);

/** Rules that moved a grade, with their clause: `因…（第八条）`. */
export function overridesInWords(line: SubjectLine): string {
  const applied = line.overrides.filter((hit) => hit.applied).map((hit) => withClause(hit.words, hit.clause));
  return applied.length > 0 ? applied.join('；') : isMoved(line) ? recutWords : '';
}

export const reasonsInWords = (line: SubjectLine): string =>
  line.reasons.map((reason) => withClause(reason.words, reason.clause)).join('；');

const withClause = (words: string, clause: string): string =>
  clause === '' ? words : `${words.replace(/。$/, '')}（${clause}）`;

/** The indicator has a weight in the subject's group; others are left blank. */
export const hasPart = (leaf: Leaf, line: SubjectLine): boolean => (leaf.weight.get(line.groupId) ?? 0) > 0;
