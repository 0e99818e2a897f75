/**
 * 得数 — a result without its words: ids, codes and numbers only, so that better wording in a later version changes no byte of it.
 * This is what a bundle carries of a result and what `verify` compares.
 */
import { type Dataset, type Result, rankedOfPools, type SubjectJson, subjectAsJson } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { bytesOf, joinBytes } from './bytes.js';
import { canonicalJson } from './canonical.js';
import { figureLines } from './figureLines.js';
import { hashParts, type NewHash } from './hash.js';

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

const figurePaths = { summary: 'result/summary.json', subjects: 'result/subjects.jsonl' } as const;

/** Pools with their lines and benchmarks in one file, one line a subject in the other. */
export function figureFiles(result: Result, scheme: Scheme): Map<string, Uint8Array> {
  return new Map([
    [figurePaths.summary, bytesOf(canonicalJson(summaryOf(result, scheme)))],
    [figurePaths.subjects, joinBytes([...linesOf(result, scheme)])],
  ]);
}

/** 得数的校验码 — SHA-256 of the summary file followed by the subjects file. */
export const figuresHash = (files: ReadonlyMap<string, Uint8Array>): string =>
  hashParts([files.get(figurePaths.summary) ?? new Uint8Array(0), files.get(figurePaths.subjects) ?? new Uint8Array(0)]);

/** As `figuresHash` of `figureFiles`, some lines at a time: a million subjects need no file. `newHash`: a faster SHA-256 where there is one. */
export function resultHash(result: Result, scheme: Scheme, newHash?: NewHash): string {
  return hashParts(partsOf(), newHash);
  function* partsOf(): Generator<Uint8Array> {
    yield bytesOf(canonicalJson(summaryOf(result, scheme)));
    yield* linesOf(result, scheme);
  }
}

const summaryOf = (result: Result, scheme: Scheme) => ({
  scheme: scheme.id,
  year: result.year,
  pools: result.pools.map(({ id, members, base, offQuota, cuts }) => ({ id, members, base, offQuota, cuts: cuts.map(cutOf) })),
  benchmarks: result.benchmarks.map(({ indicator, scope, value, count }) => ({
    indicator,
    scope,
    value: Number.isNaN(value) ? null : value,
    count,
  })),
});

const cutOf = ({ grade, places, computed, decided, lastRank, lastTotal, line }: Result['pools'][number]['cuts'][number]) => ({
  grade,
  places,
  computed,
  decided,
  lastRank,
  lastTotal,
  line,
});

/** Lines that become bytes together. */
const together = 256;

/** The lines of all subjects as bytes, never as one text: a million of them would not fit into it. */
function* linesOf(result: Result, scheme: Scheme): Generator<Uint8Array> {
  const lineOf = figureLines(result, scheme);
  const count = result.subjects.length;
  for (let row = 0; row < count; ) {
    let text = '';
    for (const end = Math.min(count, row + together); row < end; row++) text += `${lineOf(row)}\n`;
    yield bytesOf(text);
  }
}

/** Rows of a dataset by subject id. */
export const rowsById = ({ subjects }: Pick<Dataset, 'subjects'>): ReadonlyMap<string, number> =>
  new Map(subjects.map((id, row) => [id, row]));
