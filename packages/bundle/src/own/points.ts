/**
 * 与他户比较的得分 — points of one value from the frozen statistics of its pool, before cap, floor and rounding; the same arithmetic in the
 * same order as the engine's, so that the last bit agrees. docs/reference/bundle.md prints the formulas.
 */
import { equalNumbers } from '@muheng/quantity';
import type { ScoreRule } from '@muheng/scheme';
import type { Statistic } from './frozen.js';

/** A value with its kind of absence, 0 = present. */
export interface Measured {
  readonly value: number;
  readonly absence: number;
}

type Comparing = Extract<ScoreRule, { by: 'minmax' | 'zscore' | 'rank' | 'percentile' }>;

export interface Among {
  readonly rule: Comparing;
  readonly statistic: Statistic;
  readonly weight: number;
  readonly lower: boolean;
  readonly value: number;
}

/** NaN = 算不出, also when the statistic is of another kind than the rule needs. */
export function pointsAmongOthers({ rule, statistic, weight, lower, value }: Among): number {
  if (Number.isNaN(value)) return Number.NaN;
  if (rule.by === 'minmax') return statistic.by === 'minmax' ? minmax(rule, statistic, { weight, lower, value }) : Number.NaN;
  if (rule.by === 'zscore') return statistic.by === 'zscore' ? zscore(rule, statistic, { weight, lower, value }) : Number.NaN;
  if (rule.by === 'percentile') return statistic.by === 'percentile' ? percentile(rule, statistic, weight) : Number.NaN;
  if (rule.falls === 'by_value') return statistic.by === 'best' ? byValue(statistic, { weight, lower, value }) : Number.NaN;
  return statistic.by === 'place' ? byPlace(rule, statistic, weight) : Number.NaN;
}

type StatisticOf<By extends Statistic['by']> = Extract<Statistic, { by: By }>;
type RuleOf<By extends Comparing['by']> = Extract<Comparing, { by: By }>;
interface At {
  readonly weight: number;
  readonly lower: boolean;
  readonly value: number;
}

const shareOf = ({ over, under }: { readonly over: number; readonly under: number }): number => over / under;

function minmax(rule: RuleOf<'minmax'>, { least, most }: StatisticOf<'minmax'>, { weight, lower, value }: At): number {
  const floor = shareOf(rule.least);
  if (least === null || most === null) return Number.NaN;
  if (equalNumbers(least, most)) return { full: 1, half: 0.5, least: floor }[rule.allEqual] * weight;
  const part = (value - least) / (most - least);
  return weight * (floor + (1 - floor) * (lower ? 1 - part : part));
}

function zscore(rule: RuleOf<'zscore'>, { mean, deviation }: StatisticOf<'zscore'>, { weight, lower, value }: At): number {
  if (!(deviation > 0)) return mean === null ? Number.NaN : { full: 1, half: 0.5, least: 0 }[rule.allEqual] * weight;
  if (mean === null) return Number.NaN;
  const score = (value - mean) / deviation;
  return weight * (shareOf(rule.centre) + shareOf(rule.perSd) * (lower ? -score : score));
}

function byPlace(rule: RuleOf<'rank'>, { count, place }: StatisticOf<'place'>, weight: number): number {
  if (count === 0) return Number.NaN;
  if (rule.falls === 'to_zero' && count === 1) return rule.single === 'full' ? weight : 0;
  const points = rule.falls === 'by_place' ? (weight * (count - place + 1)) / count : (weight * (count - place)) / (count - 1);
  return points < 0 ? 0 : points;
}

function byValue({ count, best }: StatisticOf<'best'>, { weight, lower, value }: At): number {
  if (count === 0) return Number.NaN;
  if (value <= 0 || best <= 0) return 0;
  return weight * (lower ? best / value : value / best);
}

function percentile(rule: RuleOf<'percentile'>, { count, less, equal }: StatisticOf<'percentile'>, weight: number): number {
  if (count === 0) return Number.NaN;
  if (rule.kind === 'inclusive' && count === 1) return rule.single === 'full' ? weight : 0;
  const share = { inclusive: less / (count - 1), exclusive: (less + 1) / (count + 1), midpoint: (less + 0.5 * equal) / count }[
    rule.kind
  ];
  return weight * (share > 1 ? 1 : share);
}
