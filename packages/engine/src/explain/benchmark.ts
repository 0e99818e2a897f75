/** 基准值的算式 — Σ分子 ÷ Σ分母 or Σ ÷ n of a benchmark that was computed from data, printed where it gives the stored value again. */
import { compile, formulaInWords } from '@muheng/formula';
import { equalNumbers, roundTo } from '@muheng/quantity';
import type { Benchmark, Leaf } from '@muheng/scheme';
import { sampleOf, sumOf } from '../stages/statistics.js';
import { lineOf, operand, printed, rounded } from './arithmetic.js';
import { type Explaining, type SumSaid, weightIn } from './context.js';

type Mean = Extract<Benchmark, { readonly from: 'mean' }>;

/** Null for other benchmarks, and where the figures are not this year's. */
export function benchmarkSum(
  context: Explaining,
  leaf: Leaf,
  at: { readonly row: number; readonly value: number },
): string | null {
  const { benchmark } = leaf;
  if (benchmark?.from !== 'mean') return null;
  const scope = context.scored.populations[benchmark.within].of[at.row]!;
  if (scope < 0) return null;
  const key = `${leaf.id}@${scope}`;
  const known = context.sums.get(key);
  const said = known === undefined ? sumIn(context, leaf, { benchmark, scope }) : known;
  context.sums.set(key, said);
  if (said === null) return null;
  const times = benchmark.times === 1 ? '' : ` × ${printed(benchmark.times)}`;
  if (!equalNumbers(roundTo(said.value * benchmark.times, benchmark.round), at.value)) return null;
  return lineOf(`${leaf.name}基准值`, at.value, rounded(`${said.expression}${times}`, benchmark.round));
}

const sumIn = (context: Explaining, leaf: Leaf, asked: Asked): SumSaid | null =>
  asked.benchmark.kind === 'of_sums' ? ratioOfSums(context, leaf, asked) : meanOfValues(context, leaf, asked);

interface Asked {
  readonly benchmark: Mean;
  readonly scope: number;
}

/** `评价税收 2500 ÷ 用地面积 199.2`, over all rows that have both and more than nothing below. */
function ratioOfSums({ scored, result }: Explaining, leaf: Leaf, { benchmark, scope }: Asked): SumSaid | null {
  if (leaf.sides === undefined) return null;
  const frame = benchmark.of === 'last_year' ? scored.frame.back(1) : scored.frame;
  const over = compile(leaf.sides.over).run(frame).values.slice();
  const under = compile(leaf.sides.under).run(frame).values.slice();
  for (let each = 0; each < over.length; each++) {
    const takesPart = weightIn(leaf, result.groupIds[result.group[each]!] ?? '') > 0;
    if (takesPart && !Number.isNaN(over[each]!) && under[each]! > 0) continue;
    over[each] = Number.NaN;
    under[each] = Number.NaN;
  }
  const population = scored.populations[benchmark.within];
  const above = sumOf(sampleOf(over, population, scope));
  const below = sumOf(sampleOf(under, population, scope));
  const term = (formula: typeof leaf.formula): string => (formula.tree.kind === 'name' ? `${formulaInWords(formula)} ` : '');
  return {
    value: above / below,
    expression: `${term(leaf.sides.over)}${operand(above)} ÷ ${term(leaf.sides.under)}${operand(below)}`,
  };
}

/** `合计 ÷ 个数`. */
function meanOfValues({ scored, leafResult }: Explaining, leaf: Leaf, { benchmark, scope }: Asked): SumSaid | null {
  const population = scored.populations[benchmark.within];
  if (benchmark.of === 'last_year') return null;
  const sample = sampleOf(leafResult(leaf.id).value.values, population, scope);
  const sum = sumOf(sample);
  return { value: sum / sample.values.length, expression: `${operand(sum)} ÷ ${sample.values.length}` };
}
