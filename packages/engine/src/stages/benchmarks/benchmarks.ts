/**
 * 基准值 — what each subject's value is measured against: published, a mean, the best or a quantile of this or last year's values,
 * from a table by a text fact, or by formula. NaN where there is none.
 */
import { compile } from '@muheng/formula';
import { roundTo } from '@muheng/quantity';
import type { Benchmark, Leaf, LookupTable } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import type { BenchmarkResult } from '../../result.js';
import { lastYearValues } from '../indicators/values.js';
import { byGroup, type Scoring, takesPart } from '../scoring.js';
import { leastOf, meanOf, mostOf, quantileOf, sampleOf, sumOf } from '../statistics.js';

export interface Benchmarks {
  /** Of every subject. */
  readonly of: Float64Array;
  /** Of every group, where all its subjects share one. */
  readonly ofGroups: Float64Array | undefined;
  readonly results: readonly BenchmarkResult[];
}

type Sampled = Extract<Benchmark, { readonly from: 'mean' | 'best' | 'quantile' }>;

/** `values` are asked for only when a statistic is taken of them. */
export function benchmarksOf(scoring: Scoring, leaf: Leaf, values: () => Float64Array): Benchmarks {
  const { benchmark } = leaf;
  const nobody = new Float64Array(scoring.groupIds.length).fill(Number.NaN);
  if (benchmark === undefined) return new SharedByGroups(scoring, nobody, []);
  if (benchmark.from === 'published') return published(scoring, leaf, benchmark.value);
  const of = new Float64Array(scoring.frame.rows).fill(Number.NaN);
  switch (benchmark.from) {
    case 'table':
      return { of, ofGroups: undefined, results: fillFromTable(scoring, leaf, { ...benchmark, of }) };
    case 'formula': {
      const column = compile(benchmark.formula).run(scoring.frame);
      for (const { rows } of partsOf(scoring, leaf))
        for (let at = 0; at < rows.length; at++) of[rows[at]!] = column.values[rows[at]!]!;
      return { of, ofGroups: undefined, results: [] };
    }
    default: {
      const known = benchmark.published ?? new Map<string, number>();
      const fixed = published(scoring, leaf, known);
      fill(scoring, fixed.ofGroups, of);
      const sampled = fillSampled(scoring, leaf, { benchmark, values, of, only: (id) => !known.has(id) });
      return { of, ofGroups: undefined, results: [...fixed.results, ...sampled] };
    }
  }
}

/** 公布值 — the same for the whole group. */
function published(
  scoring: Scoring,
  leaf: Leaf,
  value: ReadonlyMap<string, number>,
): Benchmarks & { readonly ofGroups: Float64Array } {
  const ofGroups = byGroup(scoring, value);
  for (let group = 0; group < ofGroups.length; group++)
    if (!takesPart(leaf, scoring.groupIds[group]!)) ofGroups[group] = Number.NaN;
  const results = scoring.groupIds.flatMap((scope, group): BenchmarkResult[] => {
    const value = ofGroups[group]!;
    return Number.isNaN(value) ? [] : [{ indicator: leaf.id, scope, value, how: '公布值', count: scoring.sizes[group]! }];
  });
  return new SharedByGroups(scoring, ofGroups, results);
}

/** Written out by subject only for who asks. A class, as what reads it is compiled for one shape. */
class SharedByGroups implements Benchmarks {
  private written: Float64Array | undefined;

  constructor(
    private readonly scoring: Scoring,
    readonly ofGroups: Float64Array,
    readonly results: readonly BenchmarkResult[],
  ) {}

  get of(): Float64Array {
    this.written ??= fill(this.scoring, this.ofGroups, new Float64Array(this.scoring.frame.rows).fill(Number.NaN));
    return this.written;
  }
}

function fill({ rowsOf }: Scoring, ofGroups: Float64Array, of: Float64Array): Float64Array {
  rowsOf.forEach((rows, group) => {
    for (let at = 0; at < rows.length; at++) of[rows[at]!] = ofGroups[group]!;
  });
  return of;
}

const partsOf = (
  scoring: Scoring,
  leaf: Leaf,
): readonly { readonly group: number; readonly id: string; readonly rows: Int32Array }[] =>
  scoring.groupIds.map((id, group) => ({ group, id, rows: scoring.rowsOf[group]! })).filter(({ id }) => takesPart(leaf, id));

interface Filling {
  readonly of: Float64Array;
  /** Groups this way of filling is for. */
  readonly only: (group: string) => boolean;
}

function fillSampled(
  scoring: Scoring,
  leaf: Leaf,
  filling: Filling & { readonly benchmark: Sampled; readonly values: () => Float64Array },
): BenchmarkResult[] {
  const { benchmark, of } = filling;
  const population = scoring.populations[benchmark.within];
  const parts = partsOf(scoring, leaf).filter(({ id }) => filling.only(id));
  if (parts.length === 0) return [];
  const samples = sampledValues(scoring, leaf, filling);
  const scopes = population.ids.map((scope, index) => ({
    scope,
    ...statisticOf(samples, { scoring, leaf, benchmark, scope: index }),
  }));
  const touched = new Set<number>();
  for (const { rows } of parts) {
    for (let at = 0; at < rows.length; at++) {
      const scope = population.of[rows[at]!]!;
      if (scope < 0) continue;
      of[rows[at]!] = scopes[scope]!.value;
      touched.add(scope);
    }
  }
  return scopes.filter((_, index) => touched.has(index)).map((each) => ({ indicator: leaf.id, ...each }));
}

interface SampledValues {
  readonly values: Float64Array;
  readonly over: Float64Array;
  readonly under: Float64Array;
}

const none = new Float64Array(0);

/** The values a statistic is taken of; for 合计之比 both sides, with NaN in both where one is absent or the lower not above zero. */
function sampledValues(
  scoring: Scoring,
  leaf: Leaf,
  filling: { readonly benchmark: Sampled; readonly values: () => Float64Array },
): SampledValues {
  const { benchmark } = filling;
  const frame = benchmark.of === 'last_year' ? scoring.frame.back(1) : scoring.frame;
  if (benchmark.from !== 'mean' || benchmark.kind !== 'of_sums' || leaf.sides === undefined) {
    return {
      values: benchmark.of === 'last_year' ? lastYearValues(scoring, leaf).values : filling.values(),
      over: none,
      under: none,
    };
  }
  const over = compile(leaf.sides.over).run(frame).values.slice();
  const under = compile(leaf.sides.under).run(frame).values.slice();
  const inGroups = new Uint8Array(frame.rows);
  for (const { rows } of partsOf(scoring, leaf)) for (let at = 0; at < rows.length; at++) inGroups[rows[at]!] = 1;
  for (let row = 0; row < over.length; row++) {
    if (inGroups[row] === 1 && !Number.isNaN(over[row]!) && under[row]! > 0) continue;
    over[row] = Number.NaN;
    under[row] = Number.NaN;
  }
  return { values: none, over, under };
}

function statisticOf(
  samples: SampledValues,
  at: { readonly scoring: Scoring; readonly leaf: Leaf; readonly benchmark: Sampled; readonly scope: number },
): { readonly value: number; readonly how: string; readonly count: number } {
  const { benchmark, leaf, scoring, scope } = at;
  const population = scoring.populations[benchmark.within];
  const year = scoring.frame.year - (benchmark.of === 'last_year' ? 1 : 0);
  const ofSums = samples.over.length > 0;
  const sample = sampleOf(ofSums ? samples.over : samples.values, population, scope);
  const count = sample.values.length;
  const plain = ofSums
    ? sumOf(sample) / sumOf(sampleOf(samples.under, population, scope))
    : plainStatistic(benchmark, leaf, sample);
  const value = roundTo(plain * benchmark.times, benchmark.round);
  const times = benchmark.times === 1 ? '' : `的 ${benchmark.times} 倍`;
  return {
    value: Number.isFinite(value) ? value : Number.NaN,
    how: `${year} 年 ${count} 个数据${statisticInWords(benchmark, leaf)}${times}`,
    count,
  };
}

function plainStatistic(benchmark: Sampled, leaf: Leaf, sample: ReturnType<typeof sampleOf>): number {
  if (sample.values.length === 0) return Number.NaN;
  switch (benchmark.from) {
    case 'mean':
      return meanOf(sample);
    case 'best':
      return leaf.better === 'higher' ? mostOf(sample.values) : leastOf(sample.values);
    case 'quantile':
      return quantileOf(sample.values.slice().sort(), benchmark.at, benchmark.type);
  }
}

function statisticInWords(benchmark: Sampled, leaf: Leaf): string {
  if (benchmark.from === 'mean') return benchmark.kind === 'of_sums' ? '合计之比' : '的平均值';
  if (benchmark.from === 'best') return leaf.better === 'higher' ? '的最高值' : '的最低值';
  return `的 ${(benchmark.at.over * 100) / benchmark.at.under}% 分位数（${benchmark.type}）`;
}

/** S39: by the text of a fact; a text without an entry takes `otherwise`. */
function fillFromTable(
  scoring: Scoring,
  leaf: Leaf,
  filling: {
    readonly table: LookupTable;
    readonly by: string;
    readonly otherwise: number | 'not_computable';
    readonly of: Float64Array;
  },
): BenchmarkResult[] {
  const texts = scoring.frame.column(filling.by, 0);
  const known = new Map<number, { key: string; value: number; count: number }>();
  for (const { rows } of partsOf(scoring, leaf)) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const code = texts.absence[row] === PRESENT ? texts.values[row]! : -1;
      const entry = known.get(code) ?? { ...entryOf(filling, code < 0 ? undefined : scoring.frame.textOf(code)), count: 0 };
      entry.count++;
      known.set(code, entry);
      filling.of[row] = entry.value;
    }
  }
  const entries = new Map<string, { value: number; count: number }>();
  for (const { key, value, count } of known.values()) entries.set(key, { value, count: count + (entries.get(key)?.count ?? 0) });
  return [...entries].map(([key, entry]) => ({
    indicator: leaf.id,
    scope: key,
    value: entry.value,
    how: `表“${filling.table.term}”`,
    count: entry.count,
  }));
}

function entryOf(
  filling: { readonly table: LookupTable; readonly otherwise: number | 'not_computable' },
  text: string | undefined,
): { readonly key: string; readonly value: number } {
  const { table } = filling;
  for (let length = text?.length ?? 0; text !== undefined && length > 0; length--) {
    const key = text.slice(0, length);
    const value = table.rows.get(key);
    if (value !== undefined) return { key, value };
    if (table.match === 'exact') break;
  }
  return { key: '其他', value: filling.otherwise === 'not_computable' ? Number.NaN : filling.otherwise };
}
