/** Chinese words for the kinds and choices of a scheme: prose, differences and findings take them from here. */
import type { ValueType } from '@muheng/formula';
import type { ScoreRule, Standing } from './model.js';

export const typeWords: Readonly<Record<ValueType, string>> = { number: '数', text: '文字', date: '日期', flag: '是否' };

export const standingWords: Readonly<Record<Standing, string>> = {
  in_force: '有效',
  extended: '延期有效',
  trial: '试行',
  draft: '征求意见稿',
  expired: '已过有效期',
  superseded: '已被替代',
  void: '已废止',
  interpretation: '解读材料',
  notice: '公示通报',
  invented: '虚构（演示用）',
  unknown: '效力未核实',
};

export const scoreWords: Readonly<Record<ScoreRule['by'], string>> = {
  ratio: '比值法',
  inverse: '反向比值法',
  minmax: '极差标准化法',
  goalposts: '两点线性法',
  zscore: '标准分法',
  rank: '排序法',
  percentile: '百分位法',
  distance: '距离法',
  steps: '阶梯加减法',
  bands: '分段计分法',
  count: '计数法',
  marks: '部门评分',
  raw: '原值计分',
  formula: '公式计分',
};
