/** 指标体系、计分方法、缺项处理 in words. */
import { formulaInWords } from '@muheng/formula';
import { roundingInWords, unitText } from '@muheng/quantity';
import { withChildren } from '../check/names.js';
import type { AbsenceAction, AbsenceRule, Benchmark, Branch, Leaf, Limit, Scheme } from '../model.js';
import { scoreInWords } from './scores.zh.js';
import { basis, factName, number, percent, perGroup, points, row } from './words.zh.js';

export const aggregateWords = {
  sum: '下级得分相加',
  weighted_mean: '下级得分率加权平均',
  geometric: '下级得分率加权几何平均',
} as const;

export function describeIndicators(scheme: Scheme): string[] {
  const all = withChildren(scheme.indicators);
  const branches = all.flatMap((indicator) => (indicator.kind === 'branch' ? [indicator] : []));
  const rows = all.map((indicator) => {
    const weight = perGroup(scheme, indicator.weight, number);
    const name = `${'　'.repeat(depthOf(indicator.parent, branches))}${indicator.name}`;
    if (indicator.kind === 'branch')
      return row(name, weight, aggregateWords[indicator.aggregate], '', '', basis(indicator.cited));
    return row(
      name,
      weight,
      formulaInWords(indicator.formula),
      unitText(indicator.unit) || '纯数',
      `${benchmarkInWords(scheme, indicator)}${benchmarkBasis(indicator)}`,
      basis(indicator.cited),
    );
  });
  const printed = scheme.leaves.flatMap(({ name, printedUnit, unit }) =>
    printedUnit === undefined || printedUnit === unitText(unit)
      ? []
      : [`- 文件给“${name}”印的单位是“${printedUnit}”，本办法按“${unitText(unit)}”计算。`],
  );
  return [
    row('指标', '权重（分）', '公式', '单位', '基准值', '依据'),
    row('---', '---', '---', '---', '---', '---'),
    ...rows,
    ...printed,
  ];
}

function depthOf(parent: string | null, branches: readonly Branch[]): number {
  const above = branches.find(({ id }) => id === parent);
  return above === undefined ? 0 : 1 + depthOf(above.parent, branches);
}

/** Only where it differs from the indicator's. */
const benchmarkBasis = (leaf: Leaf): string =>
  leaf.benchmark === undefined || leaf.benchmark.cited === leaf.cited ? '' : basis(leaf.benchmark.cited);

const withinWords = { pool: '同一排名组', group: '同一分组', all: '全部参评对象' } as const;

export function benchmarkInWords(scheme: Scheme, leaf: Leaf): string {
  const { benchmark } = leaf;
  if (benchmark === undefined) return '—';
  switch (benchmark.from) {
    case 'published':
      return `公布值 ${perGroup(scheme, benchmark.value, number)}`;
    case 'table':
      return `按${factName(scheme, benchmark.by)}查“${benchmark.table.term}”，查不到的${benchmark.otherwise === 'not_computable' ? '按算不出处理' : `取${number(benchmark.otherwise)}`}`;
    case 'formula':
      return formulaInWords(benchmark.formula);
    default:
      return overInWords(scheme, benchmark, leaf);
  }
}

function overInWords(scheme: Scheme, benchmark: Extract<Benchmark, { of: string }>, leaf: Leaf): string {
  const year = benchmark.of === 'this_year' ? '本年' : '上年';
  const what = {
    mean: () => (benchmark.from === 'mean' && benchmark.kind === 'of_sums' ? '总量相除的平均值' : '各户平均值'),
    best: () => (leaf.better === 'lower' ? '最小值' : '最大值'),
    quantile: () => (benchmark.from === 'quantile' ? `${percent(benchmark.at)}分位数（${benchmark.type}）` : ''),
  }[benchmark.from]();
  const times = benchmark.times === 1 ? '' : `的${number(benchmark.times)}倍`;
  const round = benchmark.round === 'none' ? '' : `，${roundingInWords(benchmark.round)}`;
  const published =
    benchmark.published === undefined ? '' : `；已公布 ${perGroup(scheme, benchmark.published, number)}，以公布值为准`;
  return `${withinWords[benchmark.within]}${year}${what}${times}${round}${published}`;
}

/** Leaves that score alike are told together. */
export function describeScores(scheme: Scheme): string[] {
  const told = new Map<string, Leaf[]>();
  for (const leaf of scheme.leaves) {
    const rule = perGroup(scheme, leaf.score, (score, group) => scoreInWords(score, leaf, group), 'own');
    const limits = [limitInWords('上限', leaf.cap), limitInWords('下限', leaf.floor)].join('，');
    const rounds = `指标值${roundingInWords(leaf.valueRound)}，得分${roundingInWords(leaf.round)}`;
    const words = `${rule}。${limits}；${rounds}。${nonpositiveInWords(leaf)}${basis(leaf.scoreCited)}`;
    told.set(words, [...(told.get(words) ?? []), leaf]);
  }
  return [...told].map(
    ([words, leaves]) =>
      `- ${leaves.length === scheme.leaves.length && leaves.length > 1 ? '各项指标' : leaves.map(({ name }) => name).join('、')}：${words}`,
  );
}

export function limitInWords(what: string, limit: Limit): string {
  if (limit.kind === 'none') return `不设${what}`;
  return limit.kind === 'points' ? `${what}${points(limit.points)}` : `${what}为权重的${number(limit.times)}倍`;
}

export function nonpositiveInWords({ nonpositive }: Leaf): string {
  if (nonpositive.do === 'points') return `指标值不大于0的得${points(nonpositive.points)}。`;
  return nonpositive.do === 'no_points' ? '指标值不大于0的得0分。' : '';
}

const actionWords: Readonly<Record<Exclude<AbsenceAction['do'], 'points' | 'share'>, string>> = {
  pending: '列为待补数据，不参加排名和定档',
  no_points: '得0分',
  full_points: '得满分',
  group_mean_score: '取同组该项平均得分',
  reweigh: '不计该项，其余各项按权重放大',
  as_zero: '按0计算',
};

export function absenceInWords(rule: AbsenceRule): string {
  const words = (action: AbsenceAction): string => {
    if (action.do === 'points') return `得${points(action.points)}`;
    return action.do === 'share' ? `得权重的${percent(action.share)}` : actionWords[action.do];
  };
  const kinds = [
    ['缺', words(rule.missing)],
    ['不适用', words(rule.not_applicable)],
    ['未报', words(rule.not_reported)],
    ['算不出', words(rule.not_computable)],
  ] as const;
  const same = new Map<string, string[]>();
  for (const [kind, action] of kinds) same.set(action, [...(same.get(action) ?? []), kind]);
  return [...same].map(([action, names]) => `${names.join('、')}的，${action}`).join('；');
}

export function describeAbsence(scheme: Scheme): string[] {
  const told = new Map<string, string[]>();
  for (const { name, absent } of scheme.leaves) {
    const words = `${absenceInWords(absent)}。${basis(absent.cited)}`;
    told.set(words, [...(told.get(words) ?? []), name]);
  }
  return [...told].map(
    ([words, names]) =>
      `- ${names.length === scheme.leaves.length && names.length > 1 ? '各项指标' : names.join('、')}：数据${words}`,
  );
}
