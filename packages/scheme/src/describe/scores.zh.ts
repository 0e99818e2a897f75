/** 计分方法 — one score rule as an official formula in words. w is 权重, v 指标值, b 基准值. */
import { formulaInWords } from '@muheng/formula';
import type { Leaf, ScoreRule } from '../model.js';
import { number, percent, points } from './words.zh.js';

const equalWords = { full: '得满分', half: '得一半分', least: '得最低分' } as const;
const singleWords = { full: '得满分', none: '得0分' } as const;
export const tiesWords = {
  min: '并列取最前名次（1、2、2、4）',
  dense: '并列不占名次（1、2、2、3）',
  average: '并列取平均名次',
  max: '并列取最后名次（1、3、3、4）',
} as const;

export function scoreInWords(rule: ScoreRule, leaf: Leaf, group: string): string {
  const lower = leaf.better === 'lower';
  const side = lower ? '（越低越好）' : '';
  switch (rule.by) {
    case 'ratio':
      return lower ? '得分 = 权重 × 基准值 ÷ 指标值（越低越好）' : '得分 = 权重 × 指标值 ÷ 基准值';
    case 'inverse':
      return '得分 = 权重 × (2 − 指标值 ÷ 基准值)（越低越好）';
    case 'minmax':
      return `在排名组内按最大、最小值线性折算，最差的一户得权重的${percent(rule.least)}，最好的得满分；各户相同的${equalWords[rule.allEqual]}${side}`;
    case 'goalposts': {
      const [low, high] = [rule.low.get(group) ?? Number.NaN, rule.high.get(group) ?? Number.NaN];
      return `在${number(low)}与${number(high)}之间线性折算，最差端得权重的${percent(rule.least)}，最好端得满分${rule.clamp ? '，超出的按端点计' : '，超出的照算'}${side}`;
    }
    case 'zscore':
      return `得分 = 权重 × (${percent(rule.centre)} + ${percent(rule.perSd)} × (指标值 − 平均值) ÷ 标准差)，标准差除以${rule.sd === 'n' ? 'n' : 'n−1'}；各户相同的${equalWords[rule.allEqual]}${side}`;
    case 'rank':
      return `${rankWords[rule.falls]}，${tiesWords[rule.ties]}；只有一户的${singleWords[rule.single]}${side}`;
    case 'percentile':
      return `按${percentileWords[rule.kind]}百分位计分，只有一户的${singleWords[rule.single]}${side}`;
    case 'distance':
      return `得分 = 权重 × (1 − |指标值 − 基准值| ÷ ${number(rule.span.get(group) ?? Number.NaN)})，最低0分`;
    case 'steps':
      return `指标值为${number(rule.at)}的得权重的${percent(rule.base)}，每高${number(rule.every)}加${points(rule.points)}，每低${number(rule.every)}减${points(rule.points)}，最高为权重的${percent(rule.most)}，最低为权重的${percent(rule.least)}`;
    case 'bands':
      return bandsInWords(rule, lower);
    case 'count':
      return `每${leaf.unit.text === '' ? '1' : `1${leaf.unit.text}`}得${points(rule.pointsEach)}`;
    case 'marks':
      return `由${leaf.by ?? '责任部门'}评分，最高为权重分`;
    case 'raw':
      return '以指标值为得分';
    case 'formula':
      return `得分 = ${formulaInWords(rule.points)}`;
  }
}

const rankWords = {
  by_place: '按名次计分：第1名得满分，得分 = 权重 × (户数 − 名次 + 1) ÷ 户数',
  to_zero: '按名次计分：第1名得满分，末名0分，得分 = 权重 × (户数 − 名次) ÷ (户数 − 1)',
  by_value: '第1名得满分，其余按指标值与最大值之比折算，得分 = 权重 × 指标值 ÷ 最大值',
} as const;
const percentileWords = { inclusive: '含端点', exclusive: '不含端点', midpoint: '中点' } as const;

function bandsInWords(rule: Extract<ScoreRule, { by: 'bands' }>, lower: boolean): string {
  const what = rule.of === 'value' ? '指标值' : '指标值与基准值之比';
  const edge = lower ? { in: '以下', out: '' } : { in: '以上', out: '' };
  const over = lower ? '低于' : '超过';
  const lines = rule.bands.map(
    ({ from, points: given }) =>
      `${rule.edge === 'in' ? `${number(from)}${edge.in}` : `${over}${number(from)}`}的得${points(given)}`,
  );
  return `${what}${lines.join('，')}，其余得${points(rule.below)}`;
}
