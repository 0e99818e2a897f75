/**
 * 得分的算式 — one scoring rule for one subject as printed arithmetic, from the same statistics the score stage used. `expression`
 * gives the points before cap, floor and rounding; `method` says the rule in words.
 */
import { type Formula, traceRow } from '@muheng/formula';
import type { Leaf, ScoreRule } from '@muheng/scheme';
import { placeOf, shareOf } from '../stages/scores/points.js';
import { allEqualShare, type PoolSamples, spreadsOf } from '../stages/scores/scoreRows.js';
import type { StageFrame } from '../stages/stage.js';
import { countAtMost, countLess } from '../stages/statistics.js';
import { operand, printed } from './arithmetic.js';

export interface PointsTask {
  readonly leaf: Leaf;
  readonly row: number;
  readonly groupId: string;
  readonly pool: number;
  readonly weight: number;
  readonly value: number;
  readonly benchmark: number;
  readonly samples: PoolSamples;
  /** Where a points formula reads 值, 基准 and 权重. */
  readonly ruleFrame: () => StageFrame;
}

export interface PointsSaid {
  readonly expression: string;
  /** A line of its own before limits and rounding: figures of a formula are printed shorter than rounding may need. */
  readonly before: string | null;
  readonly note: string | null;
  /** Shows figures of other subjects (extremes, spread): not for an enterprise's eyes. */
  readonly others: boolean;
}

type RuleOf<By extends ScoreRule['by']> = Extract<ScoreRule, { readonly by: By }>;

export function pointsInNumbers(rule: ScoreRule, task: PointsTask): PointsSaid {
  const { value, benchmark, weight, leaf } = task;
  const [v, b, w] = [operand(value), operand(benchmark), printed(weight)];
  switch (rule.by) {
    case 'ratio':
      return own(leaf.better === 'lower' ? `${b} ÷ ${v} × ${w}` : `${v} ÷ ${b} × ${w}`);
    case 'inverse':
      return own(`(2 - ${v} ÷ ${b}) × ${w}`);
    case 'distance':
      return own(`${w} × 最大(1 - 绝对值(${v} - ${b}) ÷ ${printed(rule.span.get(task.groupId) ?? Number.NaN)}, 0)`);
    case 'marks':
      return own(`最小(${v}, ${w})`);
    case 'raw':
      return own(v);
    case 'count':
      return own(`${v} × ${operand(rule.pointsEach)}`);
    case 'steps':
      return stepsInNumbers(rule, task);
    case 'bands':
      return bandsInNumbers(rule, task);
    case 'goalposts':
      return goalpostsInNumbers(rule, task);
    case 'minmax':
      return minmaxInNumbers(rule, task);
    case 'zscore':
      return zscoreInNumbers(rule, task);
    case 'rank':
      return rankInNumbers(rule, task);
    case 'percentile':
      return percentileInNumbers(rule, task);
    case 'formula':
      return formulaInNumbers(rule.points, task);
  }
}

function formulaInNumbers(points: Formula, task: PointsTask): PointsSaid {
  const trace = traceRow(points, task.ruleFrame(), task.row, `${task.leaf.name}得分`);
  return { ...own(operand(trace.value)), before: trace.line };
}

const own = (expression: string, note: string | null = null): PointsSaid => ({ expression, before: null, note, others: false });

function stepsInNumbers(rule: RuleOf<'steps'>, { value, weight, leaf }: PointsTask): PointsSaid {
  const exact = (leaf.better === 'lower' ? rule.at - value : value - rule.at) / rule.every;
  const near = Math.round(exact);
  const steps = Math.abs(exact - near) <= 1e-12 * Math.max(1, Math.abs(near)) ? near : Math.floor(exact);
  const w = printed(weight);
  const reached = `${w} × ${printed(shareOf(rule.base))} + ${operand(steps)} × ${operand(rule.points)}`;
  const note = `自 ${printed(rule.at)} 起每 ${printed(rule.every)} 一级，共 ${printed(steps)} 级`;
  return own(`最小(最大(${reached}, ${w} × ${printed(shareOf(rule.least))}), ${w} × ${printed(shareOf(rule.most))})`, note);
}

function bandsInNumbers(rule: RuleOf<'bands'>, { value, benchmark, leaf }: PointsTask): PointsSaid {
  const measured = rule.of === 'value' ? printed(value) : `${operand(value)} ÷ ${operand(benchmark)}`;
  const side = leaf.better === 'lower' ? '以下' : '以上';
  const bands = rule.bands
    .map((band) => `${printed(band.from)} ${side}（${rule.edge === 'in' ? '含' : '不含'}）${printed(band.points)} 分`)
    .join('，');
  return own('', `按 ${measured} 所在的档计分：${bands}，其余 ${printed(rule.below)} 分`);
}

function goalpostsInNumbers(rule: RuleOf<'goalposts'>, { value, weight, leaf, groupId }: PointsTask): PointsSaid {
  const low = operand(rule.low.get(groupId) ?? Number.NaN);
  const high = operand(rule.high.get(groupId) ?? Number.NaN);
  const part =
    leaf.better === 'lower'
      ? `(${high} - ${operand(value)}) ÷ (${high} - ${low})`
      : `(${operand(value)} - ${low}) ÷ (${high} - ${low})`;
  return own(`${printed(weight)} × ${fromLeast(shareOf(rule.least), rule.clamp ? `最小(最大(${part}, 0), 1)` : part)}`);
}

/** `(0.2 + (1 - 0.2) × part)`, or the part alone when the worst gets nothing. */
const fromLeast = (least: number, part: string): string =>
  least === 0 ? `(${part})` : `(${printed(least)} + (1 - ${printed(least)}) × ${part})`;

function minmaxInNumbers(rule: RuleOf<'minmax'>, { value, weight, leaf, samples, pool }: PointsTask): PointsSaid {
  const { least, most } = spreadsOf(samples, rule)[pool] ?? { least: Number.NaN, most: Number.NaN };
  const floor = shareOf(rule.least);
  if (most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most))) {
    return own(`${printed(weight)} × ${printed(allEqualShare(rule.allEqual, floor))}`, '同组的值全部相等，按办法规定的比例计分');
  }
  const part = `(${operand(value)} - ${operand(least)}) ÷ (${operand(most)} - ${operand(least)})`;
  return {
    expression: `${printed(weight)} × ${fromLeast(floor, leaf.better === 'lower' ? `(1 - ${part})` : part)}`,
    before: null,
    note: `同组最低 ${printed(least)}，最高 ${printed(most)}`,
    others: true,
  };
}

function zscoreInNumbers(rule: RuleOf<'zscore'>, { value, weight, leaf, samples, pool }: PointsTask): PointsSaid {
  const { mean, deviation } = spreadsOf(samples, rule)[pool] ?? { mean: Number.NaN, deviation: Number.NaN };
  if (!(deviation > 0))
    return own(`${printed(weight)} × ${printed(allEqualShare(rule.allEqual, 0))}`, '同组的值全部相等，按办法规定的比例计分');
  const sign = leaf.better === 'lower' ? '-' : '+';
  const score = `${operand(shareOf(rule.perSd))} × (${operand(value)} - ${operand(mean)}) ÷ ${printed(deviation)}`;
  return {
    expression: `${printed(weight)} × (${operand(shareOf(rule.centre))} ${sign} ${score})`,
    before: null,
    note: `同组平均 ${printed(mean)}，标准差 ${printed(deviation)}（除以 ${rule.sd}）`,
    others: true,
  };
}

function rankInNumbers(rule: RuleOf<'rank'>, { value, weight, leaf, samples, pool }: PointsTask): PointsSaid {
  const order = samples.order(pool);
  const count = order.sorted.length;
  const lower = leaf.better === 'lower';
  const w = printed(weight);
  if (rule.falls === 'by_value') {
    const best = lower ? order.sorted[0]! : order.sorted[count - 1]!;
    if (value <= 0 || best <= 0) return own('0', '值不大于零，不得分');
    return {
      expression: lower ? `${w} × ${printed(best)} ÷ ${printed(value)}` : `${w} × ${printed(value)} ÷ ${printed(best)}`,
      before: null,
      note: `同组最好值 ${printed(best)}`,
      others: true,
    };
  }
  if (rule.falls === 'to_zero' && count === 1) return own(rule.single === 'full' ? w : '0', '同组只有一个评价对象');
  const place = placeOf(value, order, rule.ties, lower);
  const over =
    rule.falls === 'by_place'
      ? `(${count} - ${printed(place)} + 1) ÷ ${count}`
      : `(${count} - ${printed(place)}) ÷ (${count} - 1)`;
  return own(`最大(${w} × ${over}, 0)`, `同组 ${count} 个值中列第 ${printed(place)}`);
}

function percentileInNumbers(rule: RuleOf<'percentile'>, { value, weight, leaf, samples, pool }: PointsTask): PointsSaid {
  const { sorted } = samples.order(pool);
  const count = sorted.length;
  const w = printed(weight);
  if (rule.kind === 'inclusive' && count === 1) return own(rule.single === 'full' ? w : '0', '同组只有一个评价对象');
  const below = countLess(sorted, value);
  const upTo = countAtMost(sorted, value);
  const less = leaf.better === 'lower' ? count - upTo : below;
  const share = {
    inclusive: `${less} ÷ (${count} - 1)`,
    exclusive: `(${less} + 1) ÷ (${count} + 1)`,
    midpoint: `(${less} + 0.5 × ${upTo - below}) ÷ ${count}`,
  }[rule.kind];
  return own(`${w} × 最小(${share}, 1)`, `同组 ${count} 个值中 ${less} 个不及，${upTo - below} 个相同`);
}

/** The rule in words, without figures: fit for everybody. */
export const methodWords: Readonly<Record<ScoreRule['by'], string>> = {
  ratio: '比值法：与基准值之比乘以权重',
  inverse: '反比法：2 减与基准值之比，乘以权重',
  distance: '距离法：离基准值越远得分越低',
  minmax: '极差法：按同组最低值和最高值之间的位置计分',
  goalposts: '两点标尺法：按固定的下限值和上限值之间的位置计分',
  zscore: '标准分法：按离同组平均值几个标准差计分',
  rank: '排序法：按同组名次计分',
  percentile: '百分位法：按同组中不及者的比例计分',
  steps: '阶梯法：每达到一级加分',
  bands: '分档法：按所在档次计分',
  count: '计件法：每件计分',
  marks: '主管部门评分',
  raw: '直接以指标值作为得分',
  formula: '按公式计分',
};
