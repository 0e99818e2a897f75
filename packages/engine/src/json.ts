/**
 * 评价结果的 JSON — the documented contract that others script against (docs/reference/result.md). Absent numbers are null, grades and
 * statuses their keys; order of subjects is by id bytes. Identity (hashes) is added by the bundle.
 */

import type { Finding } from '@muheng/finding';
import { absenceKindOf } from '@muheng/formula';
import type { Assumption, Scheme } from '@muheng/scheme';
import type { BenchmarkResult, LeafResult, OverrideHit, PoolResult, Reason, Result } from './result.js';

/** How a score came about, by the code of `LeafResult.how`. */
export const howWords = ['plain', 'capped', 'floored', 'absence_rule', 'nonpositive_rule', 'reweighed'] as const;

export interface IndicatorJson {
  readonly value: number | null;
  readonly benchmark: number | null;
  readonly score: number | null;
  /** Only where the value is absent: missing, not_applicable, not_reported, not_computable. */
  readonly absence?: string;
  readonly how: (typeof howWords)[number];
}

export interface SubjectJson {
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
  readonly pool: string | null;
  readonly status: string;
  readonly indicators: Readonly<Record<string, IndicatorJson>>;
  readonly branches: Readonly<Record<string, number | null>>;
  readonly bonus: Readonly<Record<string, number>>;
  readonly baseTotal: number | null;
  readonly bonusTotal: number | null;
  readonly total: number | null;
  readonly rank: number | null;
  /** Ranked subjects of the pool. */
  readonly rankOf: number | null;
  readonly computedGrade: string | null;
  readonly grade: string | null;
  readonly overrides: readonly OverrideHit[];
  readonly reasons: readonly Reason[];
}

export interface ResultJson {
  readonly scheme: {
    readonly id: string;
    readonly title: string;
    readonly place: string;
    readonly work: string;
    readonly trial: string | null;
    readonly grades: readonly { readonly key: string; readonly name: string; readonly label: string | null }[];
  };
  readonly year: number;
  readonly semantics: number;
  readonly subjects: readonly SubjectJson[];
  /** Every line of every pool. */
  readonly cuts: readonly (PoolResult['cuts'][number] & { readonly pool: string })[];
  readonly pools: readonly Omit<PoolResult, 'cuts'>[];
  readonly benchmarks: readonly BenchmarkResult[];
  readonly assumptions: readonly Assumption[];
  readonly findings: readonly Finding[];
}

/** `rows`: which subjects; for results that are too large to be printed as a whole, which then come by `subjectAsJson`. */
export function resultAsJson(result: Result, scheme: Scheme, rows: Iterable<number> = result.subjects.keys()): ResultJson {
  const ranked = rankedOfPools(result);
  return {
    scheme: {
      id: scheme.id,
      title: scheme.title,
      place: scheme.place.name,
      work: scheme.place.work,
      trial: scheme.trial ?? null,
      grades: scheme.grades.classes.map(({ key, name, label }) => ({ key, name, label: label ?? null })),
    },
    year: result.year,
    semantics: result.semantics,
    subjects: Array.from(rows, (row) => subjectAsJson(result, row, { ranked, scheme })),
    cuts: result.pools.flatMap(({ id, cuts }) => cuts.map((cut) => ({ pool: id, ...cut }))),
    pools: result.pools.map(({ id, name, members, base, offQuota }) => ({ id, name, members, base, offQuota })),
    benchmarks: result.benchmarks,
    assumptions: scheme.assumptions,
    findings: result.findings,
  };
}

/** Number of ranked subjects of each pool. */
export function rankedOfPools(result: Pick<Result, 'pools' | 'pool' | 'rank'>): Int32Array {
  const ranked = new Int32Array(result.pools.length);
  for (let row = 0; row < result.rank.length; row++) if (result.rank[row]! > 0) ranked[result.pool[row]!]!++;
  return ranked;
}

/** One subject of the contract. */
export function subjectAsJson(
  result: Result,
  row: number,
  { ranked, scheme }: { readonly ranked: Int32Array; readonly scheme: Scheme },
): SubjectJson {
  const group = result.groupIds[result.group[row]!] ?? '';
  const leaves = result.leaves.filter((_leaf, at) => (scheme.leaves[at]?.weight.get(group) ?? 0) > 0);
  const rank = result.rank[row]!;
  const pool = result.pools[result.pool[row]!];
  return {
    id: result.subjects[row]!,
    name: result.names[row]!,
    group: result.groupIds[result.group[row]!] ?? null,
    pool: pool?.id ?? null,
    status: result.statusIds[result.status[row]!]!,
    indicators: Object.fromEntries(leaves.map((leaf) => [leaf.id, indicatorAsJson(leaf, row)])),
    branches: Object.fromEntries(result.branches.map((branch) => [branch.id, present(branch.score[row]!)])),
    bonus: Object.fromEntries(
      result.bonus.flatMap((item) =>
        item.counted[row]! === 0 || Number.isNaN(item.counted[row]!) ? [] : [[item.id, item.counted[row]!]],
      ),
    ),
    baseTotal: present(result.baseTotal[row]!),
    bonusTotal: present(result.bonusTotal[row]!),
    total: present(result.total[row]!),
    rank: rank === 0 ? null : rank,
    rankOf: rank === 0 ? null : ranked[result.pool[row]!]!,
    computedGrade: gradeKey(result, result.computedGrade[row]!),
    grade: gradeKey(result, result.grade[row]!),
    overrides: result.overrides.get(row) ?? [],
    reasons: result.reasons.get(row) ?? [],
  };
}

export const gradeKey = (result: Pick<Result, 'gradeKeys'>, code: number): string | null => result.gradeKeys[code] ?? null;

function indicatorAsJson(leaf: LeafResult, row: number): IndicatorJson {
  const kind = absenceKindOf(leaf.value.absence[row]!);
  return {
    value: present(leaf.value.values[row]!),
    benchmark: present(leaf.benchmark[row]!),
    score: present(leaf.score[row]!),
    ...(kind === undefined ? {} : { absence: kind }),
    how: howWords[leaf.how[row]!] ?? 'plain',
  };
}

/** −0 prints as 0. */
const present = (value: number): number | null => (Number.isNaN(value) ? null : value + 0);
