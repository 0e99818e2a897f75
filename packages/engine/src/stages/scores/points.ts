/**
 * 计分规则 — how one value becomes points, before cap, floor and rounding. Plain functions of numbers: the score stage runs them
 * over columns, the explanation over one subject. A result that is NaN is 算不出. `share` numbers are 0–1, weights in points.
 */
import { atLeast, atMost, equalNumbers, lessThan, moreThan } from '@muheng/quantity';
import type { ScoreRule, Ties } from '@muheng/scheme';
import { findStanding, type Order, type Standing } from '../statistics.js';

type RuleOf<By extends ScoreRule['by']> = Extract<ScoreRule, { readonly by: By }>;

/** 比值法 — w·v/b; lower is better: w·b/v. A benchmark (or, for lower, a value) that is not above zero: 算不出. S41 */
export function pointsByRatio(value: number, benchmark: number, weight: number, lower: boolean): number {
  if (lower) return value > 0 ? (benchmark / value) * weight : Number.NaN;
  return benchmark > 0 ? (value / benchmark) * weight : Number.NaN;
}

/** 反比法 — w·(2 − v/b): nothing at twice the benchmark. S43 */
export const pointsByInverse = (value: number, benchmark: number, weight: number): number =>
  benchmark > 0 ? (2 - value / benchmark) * weight : Number.NaN;

/** 距离法 — w·max(0, 1 − |v − b|/span). */
export const pointsByDistance = (value: number, benchmark: number, weight: number, span: number): number =>
  weight * nanOrMost(1 - Math.abs(value - benchmark) / span, 0);

/** The larger of the two; NaN stays. */
const nanOrMost = (value: number, least: number): number => (value < least ? least : value);

/** 极差法 — w·(f + (1 − f)·(v − min)/(max − min)); all equal as declared. S42 */
export function pointsByMinmax(
  value: number,
  range: { readonly least: number; readonly most: number },
  weight: number,
  rule: Spread,
): number {
  if (equalNumbers(range.least, range.most)) return Number.isNaN(value) ? Number.NaN : rule.allEqual * weight;
  const part = (value - range.least) / (range.most - range.least);
  return weight * (rule.floor + (1 - rule.floor) * (rule.lower ? 1 - part : part));
}

/** `floor` the share the worst gets, `allEqual` the share all get when nothing differs. */
export interface Spread {
  readonly floor: number;
  readonly allEqual: number;
  readonly lower: boolean;
}

/** 两点标尺 — between fixed goalposts, clamped to [floor, 1] or not. S40 */
export function pointsByGoalposts(
  value: number,
  posts: { readonly low: number; readonly high: number },
  weight: number,
  rule: Goalposts,
): number {
  if (equalNumbers(posts.low, posts.high)) return Number.NaN;
  const part = rule.lower ? (posts.high - value) / (posts.high - posts.low) : (value - posts.low) / (posts.high - posts.low);
  const within = rule.clamp ? (part < 0 ? 0 : part > 1 ? 1 : part) : part;
  return weight * (rule.floor + (1 - rule.floor) * within);
}

export interface Goalposts {
  readonly floor: number;
  readonly clamp: boolean;
  readonly lower: boolean;
}

/** 标准分 — w·(centre + per_sd·(v − mean)/sd), the sign turned when lower is better. */
export function pointsByZscore(
  value: number,
  spread: { readonly mean: number; readonly deviation: number },
  weight: number,
  rule: { readonly centre: number; readonly perSd: number; readonly allEqual: number; readonly lower: boolean },
): number {
  if (!(spread.deviation > 0)) return Number.isNaN(value + spread.mean) ? Number.NaN : rule.allEqual * weight;
  const score = (value - spread.mean) / spread.deviation;
  return weight * (rule.centre + rule.perSd * (rule.lower ? -score : score));
}

/** Filled anew for every value, so that a column of a million makes no objects. */
const standing: Standing = { less: 0, atMost: 0, blocksBelow: 0 };

/** 名次 of a value among the others by the declared handling of ties; with `dense` equal values take one place together. */
export function placeOf(value: number, order: Order, ties: Ties, lower: boolean): number {
  findStanding(order, value, standing);
  const count = order.sorted.length;
  const better = lower ? standing.less : count - standing.atMost;
  const equal = standing.atMost > standing.less ? standing.atMost - standing.less : 1;
  switch (ties) {
    case 'min':
      return better + 1;
    case 'max':
      return better + equal;
    case 'average':
      return better + (equal + 1) / 2;
    case 'dense': {
      const held = standing.atMost > standing.less ? 1 : 0;
      return (lower ? standing.blocksBelow : order.starts.length - 1 - standing.blocksBelow - held) + 1;
    }
  }
}

/** 排序法 — by_place w·(n − r + 1)/n, to_zero w·(n − r)/(n − 1), by_value w·v/vmax; never below zero. S44 */
export function pointsByRank(
  value: number,
  order: Order,
  weight: number,
  rule: RuleOf<'rank'> & { readonly lower: boolean },
): number {
  const count = order.sorted.length;
  if (count === 0) return Number.NaN;
  if (rule.falls === 'by_value') return weight * valueShare(value, order.sorted, rule.lower);
  if (rule.falls === 'to_zero' && count === 1) return rule.single === 'full' ? weight : 0;
  const place = placeOf(value, order, rule.ties, rule.lower);
  const points = rule.falls === 'by_place' ? (weight * (count - place + 1)) / count : (weight * (count - place)) / (count - 1);
  return points < 0 ? 0 : points;
}

function valueShare(value: number, sorted: Float64Array, lower: boolean): number {
  const best = lower ? sorted[0]! : sorted[sorted.length - 1]!;
  if (value <= 0 || best <= 0) return 0;
  return lower ? best / value : value / best;
}

/** 百分位 — inclusive less/(n − 1), exclusive (less + 1)/(n + 1), midpoint (less + ½ equal)/n, less = strictly worse. */
export function pointsByPercentile(
  value: number,
  order: Order,
  weight: number,
  rule: RuleOf<'percentile'> & { readonly lower: boolean },
): number {
  const count = order.sorted.length;
  if (count === 0) return Number.NaN;
  if (rule.kind === 'inclusive' && count === 1) return rule.single === 'full' ? weight : 0;
  findStanding(order, value, standing);
  const { less: below, atMost: upTo } = standing;
  const less = rule.lower ? count - upTo : below;
  const share = percentShare(rule.kind, { less, equal: upTo - below, count });
  return weight * (share > 1 ? 1 : share);
}

function percentShare(
  kind: RuleOf<'percentile'>['kind'],
  among: { readonly less: number; readonly equal: number; readonly count: number },
): number {
  switch (kind) {
    case 'inclusive':
      return among.less / (among.count - 1);
    case 'exclusive':
      return (among.less + 1) / (among.count + 1);
    case 'midpoint':
      return (among.less + 0.5 * among.equal) / among.count;
  }
}

/** 阶梯法 — base share at `at`, each further whole `every` is `points` more (fewer below), within [least, most]. S46 */
export function pointsBySteps(value: number, weight: number, rule: RuleOf<'steps'>, lower: boolean): number {
  const steps = wholeSteps((lower ? rule.at - value : value - rule.at) / rule.every);
  const points = weight * shareOf(rule.base) + steps * rule.points;
  const least = weight * shareOf(rule.least);
  const most = weight * shareOf(rule.most);
  return points < least ? least : points > most ? most : points;
}

/** A value within the tolerance of a whole step has reached it. */
function wholeSteps(steps: number): number {
  const near = Math.round(steps);
  return Math.abs(steps - near) <= 1e-12 * Math.max(1, Math.abs(near)) ? near : Math.floor(steps);
}

/** 分档计分 — the first band, best first, whose line the value reaches (含) or passes (不含). */
export function pointsByBands(value: number, rule: RuleOf<'bands'>, lower: boolean): number {
  if (Number.isNaN(value)) return Number.NaN;
  for (const band of rule.bands) {
    const reached =
      rule.edge === 'in'
        ? lower
          ? atMost(value, band.from)
          : atLeast(value, band.from)
        : lower
          ? lessThan(value, band.from)
          : moreThan(value, band.from);
    if (reached) return band.points;
  }
  return rule.below;
}

/** 计件 — v × points. S45 */
export const pointsByCount = (value: number, pointsEach: number): number => value * pointsEach;

/** 主管部门评分 — the value is the points, at most the weight. S47 */
export const pointsByMarks = (value: number, weight: number): number => (value > weight ? weight : value);

export const shareOf = (share: { readonly over: number; readonly under: number }): number => share.over / share.under;
