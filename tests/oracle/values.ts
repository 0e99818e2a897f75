/** Stage 7 of the oracle: values of indicators and the benchmarks they are measured against. */
import { type Cell, gone, number } from './cell.js';
import { evaluate } from './evaluate.js';
import {
  below,
  decimal,
  type Exact,
  exactOrder,
  larger,
  minus,
  over,
  percent,
  plus,
  ratio,
  sign,
  smaller,
  times,
  total,
  whole,
  zero,
} from './exact.js';
import type { BenchmarkDoc } from './raw.js';
import { numberFor } from './raw.js';
import { inUnit, type Leaf, type Run, type Standing } from './run.js';
import { converted } from './units.js';

export const weightOf = (doc: { readonly weight: Leaf['weight'] }, standing: Standing): Exact | undefined => {
  const weight = standing.group === undefined || !standing.computed ? undefined : numberFor(doc.weight, standing.group);
  return weight === undefined || weight === 0 ? undefined : decimal(weight);
};

export function computeValues(run: Run): void {
  for (const leaf of run.leaves)
    for (const standing of run.standings)
      if (weightOf(leaf, standing) !== undefined) standing.values.set(leaf.id, indicatorValue(run, { leaf, standing, back: 0 }));
  for (const leaf of run.leaves)
    for (const standing of run.standings) {
      const benchmark = weightOf(leaf, standing) === undefined ? undefined : benchmarkOf(run, leaf, standing);
      if (benchmark !== undefined) standing.benchmarks.set(leaf.id, benchmark);
    }
}

interface Asked {
  readonly leaf: Leaf;
  readonly standing: Standing;
  readonly back: number;
}

export function indicatorValue(run: Run, { leaf, standing, back }: Asked): Cell {
  const scope = run.scope(standing);
  const { year } = scope.referenceDay;
  const cell = evaluate(
    run.formula(leaf.formula),
    { ...scope, referenceDay: { ...scope.referenceDay, year: year - back } },
    back,
  );
  if (cell.kind !== 'number') return cell.kind === 'gone' ? cell : gone('missing');
  const unit = run.unit(leaf.unit);
  return number(
    run.judge.round(inUnit(cell, unit), leaf.value_round ?? run.given.scheme.score?.value_round ?? 'none', 'value'),
    unit,
  );
}

/** Subjects that means, bests, ranks and scales of this indicator are taken over, with their values. */
export function population(
  run: Run,
  leaf: Leaf,
  near: (other: Standing) => boolean,
): readonly { readonly standing: Standing; readonly x: Exact }[] {
  return run.standings.flatMap((standing) => {
    const cell = standing.values.get(leaf.id);
    return standing.counted && near(standing) && cell?.kind === 'number' ? [{ standing, x: cell.x }] : [];
  });
}

export const samePool = (standing: Standing) => (other: Standing) => other.pool === standing.pool;

function isDoc(benchmark: Leaf['benchmark']): benchmark is BenchmarkDoc {
  return typeof benchmark === 'object' && typeof benchmark.from === 'string';
}

function benchmarkOf(run: Run, leaf: Leaf, standing: Standing): Exact | undefined {
  const { benchmark } = leaf;
  const group = standing.group ?? '';
  if (benchmark === undefined) return undefined;
  if (!isDoc(benchmark)) return decimalOf(numberFor(benchmark, group));
  if (benchmark.published !== undefined) {
    const published = numberFor(benchmark.published, group);
    if (published !== undefined) return decimal(published);
  }
  switch (benchmark.from) {
    case 'published':
      return decimalOf(benchmark.value === undefined ? undefined : numberFor(benchmark.value, group));
    case 'table':
      return fromTable(run, { benchmark, leaf, standing });
    case 'formula': {
      const cell = run.ask(benchmark.formula ?? '', standing);
      return cell.kind === 'number' ? inUnit(cell, run.unit(leaf.unit)) : undefined;
    }
    default:
      return fromData(run, { benchmark, leaf, standing });
  }
}

const decimalOf = (x: number | undefined): Exact | undefined => (x === undefined ? undefined : decimal(x));

interface Wanted {
  readonly benchmark: BenchmarkDoc;
  readonly leaf: Leaf;
  readonly standing: Standing;
}

function fromTable(run: Run, { benchmark, leaf, standing }: Wanted): Exact | undefined {
  const table = run.given.scheme.tables?.[benchmark.table ?? ''];
  const key = run.fact(benchmark.by ?? '', standing.subject, 0);
  const otherwise = typeof benchmark.otherwise === 'number' ? decimal(benchmark.otherwise) : undefined;
  if (table === undefined || key.kind !== 'text') return otherwise;
  const fits = Object.keys(table.rows)
    .filter((one) => (table.match === 'exact' ? one === key.text : key.text.startsWith(one)))
    .sort((a, b) => b.length - a.length);
  const row = fits[0] === undefined ? undefined : table.rows[fits[0]];
  return row === undefined ? otherwise : converted(decimal(row), run.unit(table.unit), run.unit(leaf.unit));
}

const nearOf = (within: string | undefined, standing: Standing): ((other: Standing) => boolean) => {
  if (within === 'all') return () => true;
  return within === 'group' ? (other) => other.group === standing.group : samePool(standing);
};

function fromData(run: Run, { benchmark, leaf, standing }: Wanted): Exact | undefined {
  const back = benchmark.of === 'last_year' ? 1 : 0;
  const near = nearOf(benchmark.within, standing);
  const among = run.standings.filter((other) => other.counted && near(other) && weightOf(leaf, other) !== undefined);
  const raw =
    benchmark.kind === 'of_sums' ? meanOfSums(run, { leaf, among, back }) : ofValues(run, { benchmark, leaf, among, back });
  if (raw === undefined) return undefined;
  const scaled = benchmark.times === undefined ? raw : times(raw, decimal(benchmark.times));
  return run.judge.round(scaled, benchmark.round ?? 'none', 'benchmark');
}

interface Over {
  readonly leaf: Leaf;
  readonly among: readonly Standing[];
  readonly back: number;
}

function meanOfSums(run: Run, { leaf, among, back }: Over): Exact | undefined {
  const node = run.formula(leaf.formula);
  if (node.kind !== 'two' || node.op !== '/') throw new TypeError('of_sums needs a quotient');
  let tops = zero;
  let bottoms = zero;
  for (const standing of among) {
    const scope = run.scope(standing);
    const top = evaluate(node.left, scope, back);
    const bottom = evaluate(node.right, scope, back);
    if (top.kind !== 'number' || bottom.kind !== 'number' || sign(bottom.x) <= 0) continue;
    tops = plus(tops, converted(top.x, top.factor, whole(1)));
    bottoms = plus(bottoms, converted(bottom.x, bottom.factor, whole(1)));
  }
  return sign(bottoms) === 0 ? undefined : converted(over(tops, bottoms), whole(1), run.unit(leaf.unit));
}

function ofValues(run: Run, { benchmark, leaf, among, back }: Over & { readonly benchmark: BenchmarkDoc }): Exact | undefined {
  const values = among.flatMap((standing) => {
    const cell = back === 0 ? standing.values.get(leaf.id) : indicatorValue(run, { leaf, standing, back });
    return cell?.kind === 'number' ? [cell.x] : [];
  });
  if (values.length === 0) return undefined;
  if (benchmark.from === 'mean') return over(total(values), whole(values.length));
  if (benchmark.from === 'best') return values.reduce(leaf.better === 'lower' ? smaller : larger);
  return quantile(values, percent(benchmark.at ?? '50%'), benchmark.type ?? 'R7');
}

/** Hyndman–Fan types 1, 6, 7. */
export function quantile(values: readonly Exact[], at: Exact, type: 'R1' | 'R6' | 'R7'): Exact {
  const sorted = [...values].sort(exactOrder);
  const n = sorted.length;
  const clamp = (k: number): Exact => sorted[Math.min(n, Math.max(1, k)) - 1] ?? zero;
  if (type === 'R1') return clamp(-Number(below(minus(zero, times(whole(n), at)))));
  const h = type === 'R6' ? times(whole(n + 1), at) : plus(times(whole(n - 1), at), ratio(1, 1));
  const k = Number(below(h));
  return plus(clamp(k), times(minus(h, whole(k)), minus(clamp(k + 1), clamp(k))));
}
