/** Sentences of a difference. */
import { keyWords } from '../make/keys.zh.js';

export const differenceWords = {
  added: (label: string, words: string): string => `新增${label}：${words}`,
  removed: (label: string, words: string): string => `删去${label}：${words}`,
  changed: (label: string, before: string, after: string): string => `${label}由“${before}”改为“${after}”`,
} as const;

export const unsaid = '未写';

/** Keys that an editor does not explain, or that are too long for a label. */
const labels: Readonly<Record<string, string>> = {
  id: '标识',
  name: '名称',
  title: '标题',
  region: '行政区划代码',
  kind: '种类',
  source: '依据文件名',
  clause: '依据',
  assumed: '假定',
  absent: '缺数据',
  score: '计分方法',
  sum_check: '宗地面积核对',
  match: '比对方式',
  reason: '理由',
  include: '范围',
  rules: '规则',
  items: '各项',
  groups: '分组',
  better: '越高越好还是越低越好',
  by: '评分部门',
  show: '显示位数',
  choose: '可选个数',
  least: '最少',
  most: '最多',
  full: '满分',
  weights: '权重浮动',
  draws: '抽样次数',
  benchmark: '基准值',
  cut: '划档规则',
};

/** Of a key below others; a key that is a name (of a group, list, class) stands for itself. */
export function keyLabel(key: string, above: readonly string[]): string {
  const parent = above.at(-1) ?? '';
  if (['groups', 'lists', 'tables', 'statuses', 'classes', 'facts'].includes(parent)) return `“${key}”`;
  return labels[key] ?? keyWords[key]?.split(/[：（，]/)[0] ?? key;
}
