/** How a value becomes points: every score rule written out once, in fractions, without a thought for speed. */

import { number } from './cell.js';
import { evaluate, stepDown } from './evaluate.js';
import {
  decimal,
  type Exact,
  larger,
  minus,
  negative,
  one,
  over,
  percent,
  plus,
  ratio,
  sign,
  size,
  smaller,
  times,
  toNumber,
  total,
  whole,
  zero,
} from './exact.js';
import { squareRoot } from './irrational.js';
import type { AllEqual, RuleDoc, TieRule } from './raw.js';
import { numberFor } from './raw.js';
import type { Leaf, Run, Standing } from './run.js';
import { population, samePool } from './values.js';

export interface Scoring {
  readonly run: Run;
  readonly leaf: Leaf;
  readonly standing: Standing;
  readonly rule: RuleDoc;
  readonly weight: Exact;
  readonly value: Exact;
}

/** Points before limits; undefined when they cannot be computed. */
export function pointsOf(scoring: Scoring): Exact | undefined {
  const { rule, weight: w, value: v } = scoring;
  switch (rule.by) {
    case 'ratio':
      return byRatio(scoring);
    case 'inverse': {
      const b = positiveBenchmark(scoring);
      return b === undefined ? undefined : times(w, minus(whole(2), over(v, b)));
    }
    case 'marks':
      return scoring.run.judge.order(v, w) > 0 ? w : v;
    case 'raw':
      return v;
    case 'count':
      return times(v, decimal(rule.points_each));
    case 'minmax':
      return byScale(scoring, rule);
    case 'goalposts':
      return byGoalposts(scoring, rule);
    case 'zscore':
      return byDeviation(scoring, rule);
    case 'rank':
      return byRank(scoring, rule);
    case 'percentile':
      return byPercentile(scoring, rule);
    case 'distance': {
      const b = scoring.standing.benchmarks.get(scoring.leaf.id);
      const span = numberFor(rule.span, scoring.standing.group ?? '');
      if (b === undefined || span === undefined) return undefined;
      return times(w, larger(zero, minus(one, over(size(minus(v, b)), decimal(span)))));
    }
    case 'steps': {
      const steps = stepDown(over(minus(v, decimal(rule.at)), decimal(rule.every)), scoring.run.judge);
      const points = plus(times(percent(rule.base), w), times(steps, decimal(rule.points)));
      return smaller(larger(points, times(percent(rule.least), w)), times(percent(rule.most), w));
    }
    case 'bands':
      return byBands(scoring, rule);
    case 'formula':
      return byFormula(scoring, rule.points);
  }
}

const lower = ({ leaf }: Scoring): boolean => leaf.better === 'lower';

function positiveBenchmark({ run, standing, leaf }: Scoring): Exact | undefined {
  const b = standing.benchmarks.get(leaf.id);
  return b !== undefined && run.judge.order(b, zero, 'benchmark above zero') > 0 ? b : undefined;
}

function byRatio(scoring: Scoring): Exact | undefined {
  const { weight, value, run } = scoring;
  if (!lower(scoring)) {
    const positive = positiveBenchmark(scoring);
    return positive === undefined ? undefined : over(times(weight, value), positive);
  }
  const b = scoring.standing.benchmarks.get(scoring.leaf.id);
  return b !== undefined && run.judge.order(value, zero, 'value above zero') > 0 ? over(times(weight, b), value) : undefined;
}

const values = ({ run, leaf, standing }: Scoring): readonly Exact[] =>
  population(run, leaf, samePool(standing)).map((one) => one.x);

const equalShare: Readonly<Record<AllEqual, (least: Exact) => Exact>> = {
  full: () => one,
  half: () => ratio(1, 2),
  least: (least) => least,
};

function byScale(scoring: Scoring, rule: Extract<RuleDoc, { by: 'minmax' }>): Exact | undefined {
  const all = values(scoring);
  if (all.length === 0) return undefined;
  const [least, most] = [all.reduce(smaller), all.reduce(larger)];
  const f = percent(rule.least_share);
  const { weight: w, value: v, run } = scoring;
  if (run.judge.order(least, most, 'all equal') === 0) {
    run.judge.note('all values equal');
    return times(w, equalShare[rule.all_equal](f));
  }
  const part = over(lower(scoring) ? minus(most, v) : minus(v, least), minus(most, least));
  return times(w, plus(f, times(minus(one, f), part)));
}

function byGoalposts(scoring: Scoring, rule: Extract<RuleDoc, { by: 'goalposts' }>): Exact | undefined {
  const group = scoring.standing.group ?? '';
  const [low, high] = [numberFor(rule.low, group), numberFor(rule.high, group)];
  if (low === undefined || high === undefined) return undefined;
  const f = percent(rule.least_share);
  const { value: v, weight: w } = scoring;
  const above = lower(scoring) ? minus(decimal(high), v) : minus(v, decimal(low));
  const share = plus(f, times(minus(one, f), over(above, minus(decimal(high), decimal(low)))));
  return times(w, rule.clamp ? smaller(larger(share, f), one) : share);
}

function byDeviation(scoring: Scoring, rule: Extract<RuleDoc, { by: 'zscore' }>): Exact | undefined {
  const all = values(scoring);
  const { weight: w, run } = scoring;
  if (all.length === 0) return undefined;
  if (run.judge.order(all.reduce(smaller), all.reduce(larger), 'all equal') === 0) {
    run.judge.note('no deviation');
    return times(w, equalShare[rule.all_equal](zero));
  }
  const mean = over(total(all), whole(all.length));
  const squares = total(all.map((x) => times(minus(x, mean), minus(x, mean))));
  const sd = squareRoot(over(squares, whole(rule.sd === 'n' ? all.length : all.length - 1)));
  const gap = minus(scoring.value, mean);
  return times(w, plus(percent(rule.centre), times(percent(rule.per_sd), over(lower(scoring) ? negative(gap) : gap, sd))));
}

/** Better, equal and worse values than this one, this one itself among the equal when it counts. */
function neighbours(scoring: Scoring): {
  readonly all: readonly Exact[];
  readonly better: readonly Exact[];
  readonly equal: number;
  readonly worse: number;
} {
  const { run, value } = scoring;
  const all = values(scoring);
  const towards = lower(scoring) ? -1 : 1;
  const orders = all.map((x) => run.judge.order(x, value, 'place of a value') * towards);
  return {
    all,
    better: all.filter((_, at) => orders[at] === 1),
    equal: orders.filter((order) => order === 0).length,
    worse: orders.filter((order) => order === -1).length,
  };
}

export const placeByTies: Readonly<
  Record<TieRule, (better: { readonly count: number; readonly distinct: number }, equal: number) => Exact>
> = {
  min: ({ count }) => whole(count + 1),
  max: ({ count }, equal) => whole(count + equal),
  average: ({ count }, equal) => ratio(2 * count + 1 + equal, 2),
  dense: ({ distinct }) => whole(distinct + 1),
};

function byRank(scoring: Scoring, rule: Extract<RuleDoc, { by: 'rank' }>): Exact | undefined {
  const { weight: w, value: v, run } = scoring;
  const { all, better, equal } = neighbours(scoring);
  const n = all.length;
  if (n === 0) return undefined;
  if (rule.falls === 'by_value') {
    const most = all.reduce(larger);
    return sign(v) <= 0 || sign(most) <= 0 ? zero : over(times(w, v), most);
  }
  const distinct = better.filter((x, at) => better.findIndex((y) => run.judge.order(x, y) === 0) === at).length;
  const place = placeByTies[rule.ties]({ count: better.length, distinct }, Math.max(1, equal));
  if (equal > 1) run.judge.note(`tied values ranked ${rule.ties}`);
  if (rule.falls === 'by_place') return larger(zero, times(w, over(plus(minus(whole(n), place), one), whole(n))));
  if (n === 1) {
    run.judge.note('ranked alone');
    return rule.single === 'full' ? w : zero;
  }
  return larger(zero, times(w, over(minus(whole(n), place), whole(n - 1))));
}

function byPercentile(scoring: Scoring, rule: Extract<RuleDoc, { by: 'percentile' }>): Exact | undefined {
  const { weight: w } = scoring;
  const { all, equal, worse } = neighbours(scoring);
  const n = all.length;
  if (n === 0) return undefined;
  if (n === 1 && rule.kind === 'inclusive') return rule.single === 'full' ? w : zero;
  const share =
    rule.kind === 'inclusive'
      ? ratio(worse, n - 1)
      : rule.kind === 'exclusive'
        ? ratio(worse + 1, n + 1)
        : ratio(2 * worse + equal, 2 * n);
  return times(w, smaller(share, one));
}

function byBands(scoring: Scoring, rule: Extract<RuleDoc, { by: 'bands' }>): Exact | undefined {
  const b = rule.of === 'ratio' ? positiveBenchmark(scoring) : one;
  if (b === undefined) return undefined;
  const measured = rule.of === 'ratio' ? over(scoring.value, b) : scoring.value;
  for (const band of rule.bands) {
    const order = scoring.run.judge.order(measured, decimal(band.from), 'band edge') * (lower(scoring) ? -1 : 1);
    if (order === 0) scoring.run.judge.note(`on a band's edge, ${rule.edge}`);
    if (order > 0 || (order === 0 && rule.edge === 'in')) return decimal(band.points);
  }
  return decimal(rule.below);
}

function byFormula({ run, leaf, standing, weight, value }: Scoring, text: string): Exact | undefined {
  const unit = run.unit(leaf.unit);
  const benchmark = standing.benchmarks.get(leaf.id);
  const cell = evaluate(run.formula(text), {
    ...run.scope(standing),
    field: (word) => {
      if (word === '值') return number(value, unit);
      if (word === '权重') return number(weight, one);
      if (word !== '基准') return undefined;
      return benchmark === undefined ? { kind: 'gone', why: 'not_computable' } : number(benchmark, unit);
    },
  });
  return cell.kind === 'number' && Number.isFinite(toNumber(cell.x)) ? times(cell.x, cell.factor) : undefined;
}
