/**
 * 得数 — a result without its words: ids, codes and numbers only, so that better wording in a later version changes no byte of it.
 * This is what a bundle carries of a result and what `verify` compares.
 */
import { type Dataset, type Result, rankedOfPools, type SubjectJson, subjectAsJson } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { bytesOf } from './bytes.js';
import { canonicalJson } from './canonical.js';
import { hashParts } from './hash.js';

/**
 * One subject: the fields this format has, named one by one, so that a field more in the engine's JSON changes no bundle.
 * Absent numbers are null; `how` is plain, capped, floored, absence_rule, nonpositive_rule or reweighed.
 */
export interface SubjectFigures
  extends Pick<
    SubjectJson,
    | 'id'
    | 'name'
    | 'group'
    | 'pool'
    | 'status'
    | 'branches'
    | 'bonus'
    | 'baseTotal'
    | 'bonusTotal'
    | 'total'
    | 'rank'
    | 'rankOf'
    | 'computedGrade'
    | 'grade'
  > {
  readonly indicators: Readonly<
    Record<string, Pick<SubjectJson['indicators'][string], 'value' | 'benchmark' | 'score' | 'absence' | 'how'>>
  >;
  readonly overrides: readonly {
    readonly rule: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly applied: boolean;
  }[];
  /** Codes, in order. */
  readonly reasons: readonly string[];
}

export function subjectFigures(subject: SubjectJson): SubjectFigures {
  const { id, name, group, pool, status, branches, bonus, baseTotal, bonusTotal, total, rank, rankOf, computedGrade, grade } =
    subject;
  const indicators = Object.entries(subject.indicators).map(([key, { value, benchmark, score, absence, how }]) => [
    key,
    { value, benchmark, score, ...(absence === undefined ? {} : { absence }), how },
  ]);
  return {
    ...{ id, name, group, pool, status, branches, bonus, baseTotal, bonusTotal, total, rank, rankOf, computedGrade, grade },
    indicators: Object.fromEntries(indicators),
    overrides: subject.overrides.map(({ rule, from, to, applied }) => ({ rule, from, to, applied })),
    reasons: subject.reasons.map(({ code }) => code),
  };
}

/** Row → its figures. */
export function figuresOf(result: Result, scheme: Scheme): (row: number) => SubjectFigures {
  const ranked = rankedOfPools(result);
  return (row) => subjectFigures(subjectAsJson(result, row, { ranked, scheme }));
}

export const figurePaths = { summary: 'result/summary.json', subjects: 'result/subjects.jsonl' } as const;

/** Pools with their lines and benchmarks in one file, one line a subject in the other. */
export function figureFiles(result: Result, scheme: Scheme): Map<string, Uint8Array> {
  const figures = figuresOf(result, scheme);
  return new Map([
    [figurePaths.summary, bytesOf(canonicalJson(summaryOf(result, scheme)))],
    [figurePaths.subjects, linesOf(result.subjects.length, (row) => canonicalJson(figures(row)))],
  ]);
}

/** 得数的校验码 — SHA-256 of the summary file followed by the subjects file. */
export const figuresHash = (files: ReadonlyMap<string, Uint8Array>): string =>
  hashParts([files.get(figurePaths.summary) ?? new Uint8Array(0), files.get(figurePaths.subjects) ?? new Uint8Array(0)]);

/** As `figuresHash` of `figureFiles`, line by line: a million subjects need no file. */
export function resultHash(result: Result, scheme: Scheme): string {
  const figures = figuresOf(result, scheme);
  return hashParts(partsOf());
  function* partsOf(): Generator<Uint8Array> {
    yield bytesOf(canonicalJson(summaryOf(result, scheme)));
    for (let row = 0; row < result.subjects.length; row++) yield bytesOf(`${canonicalJson(figures(row))}\n`);
  }
}

const summaryOf = (result: Result, scheme: Scheme) => ({
  scheme: scheme.id,
  year: result.year,
  pools: result.pools.map(({ id, members, base, offQuota, cuts }) => ({ id, members, base, offQuota, cuts: cuts.map(lineOf) })),
  benchmarks: result.benchmarks.map(({ indicator, scope, value, count }) => ({
    indicator,
    scope,
    value: Number.isNaN(value) ? null : value,
    count,
  })),
});

const lineOf = ({ grade, places, computed, decided, lastRank, lastTotal, line }: Result['pools'][number]['cuts'][number]) => ({
  grade,
  places,
  computed,
  decided,
  lastRank,
  lastTotal,
  line,
});

/** Lines as bytes, without one text for all of them: a million subjects would not fit into it. */
function linesOf(count: number, line: (row: number) => string): Uint8Array {
  let all = new Uint8Array(1024);
  let length = 0;
  for (let row = 0; row < count; row++) {
    const bytes = bytesOf(`${line(row)}\n`);
    if (length + bytes.length > all.length) {
      const larger = new Uint8Array(Math.max(all.length * 2, length + bytes.length));
      larger.set(all.subarray(0, length));
      all = larger;
    }
    all.set(bytes, length);
    length += bytes.length;
  }
  return all.slice(0, length);
}

/** Rows of a dataset by subject id. */
export const rowsById = ({ subjects }: Pick<Dataset, 'subjects'>): ReadonlyMap<string, number> =>
  new Map(subjects.map((id, row) => [id, row]));
