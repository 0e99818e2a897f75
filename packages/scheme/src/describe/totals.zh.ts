/** 加分与扣分、总分 in words. */
import { formulaInWords } from '@muheng/formula';
import { roundingInWords } from '@muheng/quantity';
import type { BonusItem, Scheme } from '../model.js';
import { basis, groupNames, points } from './words.zh.js';

export function describeBonus(scheme: Scheme): string[] {
  const { bonus } = scheme;
  if (bonus === undefined) return [];
  const kinds = new Set(bonus.items.flatMap(({ kind }) => kind ?? []));
  return [
    `加减分合计${rangeInWords(bonus.least, bonus.most)}；缺数据的${bonus.absent === 'no_points' ? '不计分' : '列为待补数据'}。${basis(bonus.cited)}`,
    ...(kinds.size === 0 ? [] : [`同类只取最高一项：${[...kinds].join('、')}。`]),
    ...bonus.items.map(
      (item) =>
        `- ${item.name}${item.kind === null ? '' : `（${item.kind}）`}${groupNames(scheme, item.groups)}：${sourceInWords(item)}${rangeInWords(item.least, item.most, '，')}。${basis(item.cited)}`,
    ),
  ];
}

const validWords = {
  on_reference_day: '基准日有效的',
  in_data_year: '数据年度内有效的',
  new_in_data_year: '数据年度内新取得的',
} as const;

export function sourceInWords({ source, when }: BonusItem): string {
  const condition = when === undefined ? '' : `${formulaInWords(when)}的，`;
  switch (source.from) {
    case 'points':
      return `${condition}计${formulaInWords(source.points)}${source.points.tree.kind === 'constant' ? '分' : ''}`;
    case 'titles': {
      const levels = [...source.levels].map(([level, value]) => `${level}${points(value)}`).join('、');
      return `${condition}${validWords[source.valid]}“${source.names.join('”“')}”，${levels}，${source.take === 'best' ? '取最高' : '累计'}`;
    }
    case 'events':
      return `${condition}${formulaInWords(source.count)}，首件${points(source.first)}，以后每件${points(source.further)}`;
  }
}

export function rangeInWords(least: number | null, most: number | null, before = ''): string {
  if (least === null && most === null) return before === '' ? '不设上下限' : '';
  const parts = [...(most === null ? [] : [`最高${points(most)}`]), ...(least === null ? [] : [`最低${points(least)}`])];
  return `${before}${parts.join('、')}`;
}

export const totalByWords = {
  sum: '各项指标得分相加',
  weighted_mean: '各项得分率按权重加权平均后乘以满分',
  geometric: '各项得分率按权重加权几何平均后乘以满分',
} as const;

export function describeTotal(scheme: Scheme): string[] {
  const { total, bonus } = scheme;
  const full = total.by === 'sum' ? '' : `（满分${points(total.full)}）`;
  const factor = total.factor === undefined ? '' : `，乘以${formulaInWords(total.factor)}`;
  const extra = bonus === undefined ? '' : '，再加加减分';
  return [
    `总分由${totalByWords[total.by]}${full}${factor}${extra}；总分${rangeInWords(total.least, total.most)}，${roundingInWords(total.round)}。${basis(total.cited)}`,
  ];
}
