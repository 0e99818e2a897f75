/** 计分方法 — each rule of each group against what it needs: a benchmark above zero, ordered bands, a scale with two ends. */
import { formatNumber } from '@muheng/formula';
import type { Benchmark, Leaf, ScoreRule } from '../model.js';
import { pathFromWords } from '../read/used.js';
import { scoreWords } from '../words.zh.js';
import type { Path } from '../yaml/document.js';
import type { CheckInput, Report } from './input.js';
import { fractionOf, inPercent } from './shares.js';

export function checkScores({ scheme, reading }: CheckInput, report: Report): void {
  const comparing = new Set<ScoreRule['by']>();
  /** What could not be read gives no second finding. */
  const unread = ({ path }: Leaf): boolean =>
    reading.findings.some(({ severity, where }) => severity === 'error' && where.path?.startsWith(`${path}.`) === true);
  for (const leaf of scheme.leaves) {
    const path = pathFromWords(leaf.path);
    if (leaf.benchmark?.from === 'mean' && leaf.benchmark.kind === 'of_sums' && leaf.sides === undefined && !unread(leaf))
      report('mean_needs_sides', [...path, 'benchmark'], { name: leaf.name });
    let needed = false;
    for (const [group, rule] of leaf.score) {
      needed ||= needsBenchmark(rule);
      checkRule({ leaf, group, rule, path, report });
      if (lonelyKeys[rule.by] !== undefined) comparing.add(rule.by);
    }
    const [first] = leaf.score.values();
    if (leaf.benchmark !== undefined && !needed && first !== undefined)
      report('benchmark_unused', [...path, 'benchmark'], { name: leaf.name, rule: scoreWords[first.by] });
  }
  for (const by of comparing) report('lonely_pool', ['indicators'], { what: scoreWords[by], key: lonelyKeys[by] ?? '' });
}

/** Which key says what a subject that is alone in its pool gets. */
const lonelyKeys: Readonly<Partial<Record<ScoreRule['by'], string>>> = {
  minmax: 'all_equal',
  zscore: 'all_equal',
  rank: 'single',
  percentile: 'single',
};

interface RuleSpot {
  readonly leaf: Leaf;
  readonly group: string;
  readonly rule: ScoreRule;
  readonly path: Path;
  readonly report: Report;
}

export function needsBenchmark(rule: ScoreRule): boolean {
  if (rule.by === 'formula') return rule.points.references.some(({ id }) => id === 'indicator_benchmark');
  return rule.by === 'ratio' || rule.by === 'inverse' || rule.by === 'distance' || (rule.by === 'bands' && rule.of === 'ratio');
}

const dividesByBenchmark = (rule: ScoreRule): boolean => rule.by === 'ratio' || rule.by === 'inverse' || rule.by === 'bands';

function checkRule(spot: RuleSpot): void {
  const { leaf, group, rule, path, report } = spot;
  const { name } = leaf;
  if (needsBenchmark(rule)) {
    const constants = constantsOf(leaf.benchmark, group);
    if (leaf.benchmark === undefined || constants === 'none')
      report('benchmark_missing', path, { name, group, rule: scoreWords[rule.by] });
    else if (dividesByBenchmark(rule)) {
      for (const value of constants)
        if (!(value > 0)) report('benchmark_not_positive', [...path, 'benchmark'], { name, group, value });
    }
  }
  if (rule.by === 'inverse' && leaf.better === 'lower') report('inverse_lower', [...path, 'better'], { name });
  if (rule.by === 'bands') checkBands(spot, rule);
  if (rule.by === 'goalposts') checkGoalposts(spot, rule);
  if (rule.by === 'minmax' || rule.by === 'goalposts') checkLeast(spot, rule.least);
  if (rule.by === 'steps') {
    const [least, base, most] = [rule.least, rule.base, rule.most].map(fractionOf);
    if (least !== undefined && base !== undefined && most !== undefined && !(least <= base && base <= most)) {
      report('share_range', [...path, 'score'], {
        path: `${name} base`,
        share: inPercent(rule.base),
        least: inPercent(rule.least),
        most: inPercent(rule.most),
      });
    }
  }
  if (rule.by === 'distance' && !rule.span.has(group))
    report('score_part_missing', [...path, 'score'], { name, group, part: 'span' });
}

function checkLeast({ leaf, path, report }: RuleSpot, least: { over: number; under: number }): void {
  const value = fractionOf(least);
  if (value < 0 || value > 1)
    report('share_range', [...path, 'score'], {
      path: `${leaf.name} least_share`,
      share: inPercent(least),
      least: '0%',
      most: '100%',
    });
}

function checkGoalposts({ leaf, group, path, report }: RuleSpot, rule: Extract<ScoreRule, { by: 'goalposts' }>): void {
  const low = rule.low.get(group);
  const high = rule.high.get(group);
  if (low === undefined || high === undefined)
    report('score_part_missing', [...path, 'score'], { name: leaf.name, group, part: low === undefined ? 'low' : 'high' });
  else if (!(low < high))
    report('goalposts_equal', [...path, 'score'], { name: leaf.name, group, low: formatNumber(low), high: formatNumber(high) });
}

function checkBands({ leaf, path, report }: RuleSpot, rule: Extract<ScoreRule, { by: 'bands' }>): void {
  const rising = leaf.better === 'lower' && rule.of === 'value';
  const pairs = rule.bands.slice(1).map((band, index) => [rule.bands[index] ?? band, band] as const);
  const ordered = (a: number, b: number): boolean => (leaf.better === 'lower' ? a < b : a > b);
  if (pairs.some(([before, band]) => !ordered(before.from, band.from))) {
    report('bands_not_monotone', [...path, 'score'], {
      name: leaf.name,
      order: rising || leaf.better === 'lower' ? '小到大' : '大到小',
    });
  }
  const points = [...rule.bands.map((band) => band.points), rule.below];
  if (points.some((value, index) => index > 0 && value > (points[index - 1] ?? value)))
    report('band_points_not_monotone', [...path, 'score'], { name: leaf.name });
}

/** Figures that are divided by; `none` when the group has no benchmark. */
function constantsOf(benchmark: Benchmark | undefined, group: string): readonly number[] | 'none' {
  if (benchmark === undefined) return 'none';
  switch (benchmark.from) {
    case 'published': {
      const value = benchmark.value.get(group);
      return value === undefined ? 'none' : [value];
    }
    case 'table':
      return [...benchmark.table.rows.values(), ...(benchmark.otherwise === 'not_computable' ? [] : [benchmark.otherwise])];
    case 'formula':
      return [];
    default: {
      const value = benchmark.published?.get(group);
      return value === undefined ? [] : [value];
    }
  }
}
