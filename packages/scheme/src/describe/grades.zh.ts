/** 排名与分类 in words. */
import { formulaInWords } from '@muheng/formula';
import { unitText } from '@muheng/quantity';
import type { Base, Cut, PerGrade, Places, Scheme, Shares, SortKey } from '../model.js';
import { statusName } from './people.zh.js';
import { tiesWords } from './scores.zh.js';
import { basis, factName, gradeName, groupName, number, percent } from './words.zh.js';

export const keyInWords = ({ formula, order }: SortKey): string =>
  `${formulaInWords(formula)}${order === 'desc' ? '从高到低' : '从低到高'}`;

export function describeRank(scheme: Scheme): string[] {
  const { rank } = scheme;
  const within = rank.within.map((name) => withinInWords(scheme, name));
  const where = within.length === 0 ? '全部参评对象一起排名' : `按${within.join('、')}分别排名`;
  const on = rank.on === 'rounded' ? '按修约后的总分比较' : '按未修约的总分比较';
  return [`${where}，依次按${rank.by.map(keyInWords).join('、')}；${on}，${tiesWords[rank.ties]}。${basis(rank.cited)}`];
}

/** `group` and `pool` mean the same: where several groups share a pool, the pool is what is ranked. */
export function withinInWords(scheme: Scheme, name: string): string {
  if (name !== 'group' && name !== 'pool') return factName(scheme, name);
  return new Set(scheme.groups.map(({ pool }) => pool)).size < scheme.groups.length ? '排名组' : '分组';
}

export function describeGrades(scheme: Scheme): string[] {
  const { classes, cut, limits, cited } = scheme.grades;
  const names = classes.map(({ name, label }) => (label === undefined ? name : `${name}（${label}）`));
  const limited = [...limits].map(([grade, { least, most }]) => {
    const words = [
      ...(least === undefined ? [] : [`不低于${percent(least)}`]),
      ...(most === undefined ? [] : [`不超过${percent(most)}`]),
    ];
    return `${gradeName(scheme, grade)}${words.join('、')}`;
  });
  return [
    `评价结果从优到劣分为${names.join('、')}。${basis(cited)}`,
    ...[...new Set(cut.values())].map((rule) => {
      const groups = [...cut].filter(([, other]) => other === rule).map(([group]) => groupName(scheme, group));
      return `${groups.length === scheme.groups.length ? '' : `${groups.join('、')}：`}${cutInWords(scheme, rule)}${basis(rule.cited)}`;
    }),
    ...(limited.length === 0 ? [] : [`结果的比例限额：${limited.join('，')}。`]),
  ];
}

export const placesWords: Readonly<Record<Places, string>> = { down: '舍去尾数', nearest: '四舍五入', up: '进位' };
export const acrossWords = {
  better: '线上同分的都归较好一类',
  worse: '线上同分的都归较差一类',
  split: '线上同分的按标识次序分开',
} as const;

export function cutInWords(scheme: Scheme, cut: Cut): string {
  switch (cut.by) {
    case 'none':
      return '只排名，不定档。';
    case 'share': {
      const small =
        cut.smallest === undefined
          ? ''
          : `不足${cut.smallest.size}户的，${'all' in cut.smallest.then ? `都定为${gradeName(scheme, cut.smallest.then.all)}` : '不定档'}。`;
      const rounding = roundsInWords(scheme, cut.round, [cut.shares]);
      return `按比例划档：${sharesInWords(scheme, cut.shares)}；基数为${baseInWords(scheme, cut.base)}；${countInWords(cut, rounding)}。${small}`;
    }
    case 'two_stage': {
      const half = (part: { by: readonly SortKey[]; shares: Shares }): string =>
        `依次按${part.by.map(keyInWords).join('、')}，${sharesInWords(scheme, part.shares)}`;
      const first = `先按${cut.first.by.map(keyInWords).join('、')}取前${percent(cut.first.share)}（${placesWords[cut.first.round]}）`;
      return `分两步划档：${first}；其中${half(cut.upper)}；其余${half(cut.lower)}；基数为${baseInWords(scheme, cut.base)}；${countInWords(cut, roundsInWords(scheme, cut.round, [cut.upper.shares, cut.lower.shares]))}。`;
    }
    case 'threshold':
      return `按${formulaInWords(cut.on)}划线：${[...cut.lines].map(([grade, line]) => lineInWords(scheme, { cut, grade, line })).join('，')}。`;
    case 'rules':
      return `按先后次序，${cut.rules.map(({ grade, when }) => `${formulaInWords(when)}的为${gradeName(scheme, grade)}`).join('；')}；其余为${gradeName(scheme, cut.otherwise)}。`;
  }
}

/** One word when all classes with a share are rounded alike. */
function roundsInWords(scheme: Scheme, round: PerGrade<Places>, shares: readonly Shares[]): string {
  const counted = [...round].filter(([grade]) => shares.some((part) => part.has(grade) && part.get(grade) !== 'rest'));
  const [first] = counted;
  if (counted.every(([, places]) => places === first?.[1])) return placesWords[first?.[1] ?? 'nearest'];
  return counted.map(([grade, places]) => `${gradeName(scheme, grade)}${placesWords[places]}`).join('、');
}

const sharesInWords = (scheme: Scheme, shares: Shares): string =>
  [...shares].map(([grade, share]) => `${gradeName(scheme, grade)}${share === 'rest' ? '为其余' : percent(share)}`).join('、');

export function baseInWords(scheme: Scheme, base: Base): string {
  if (base.of === 'graded_and')
    return `参加定档的户数加${base.statuses.map((status) => `“${statusName(scheme, status)}”`).join('、')}的户数`;
  return base.of === 'graded' ? '参加定档的户数' : '参加定档的户数（不含不占比例名额的）';
}

function countInWords(
  cut: { readonly count: 'each' | 'cumulative'; readonly edge: 'in' | 'out'; readonly tiesAcrossCut: keyof typeof acrossWords },
  rounding: string,
): string {
  const count = cut.count === 'each' ? `各档户数 = 基数 × 比例，${rounding}` : `按累计比例划线，线上位次${rounding}`;
  return `${count}；正好在线上的${cut.edge === 'in' ? '计入较好一类（含）' : '不计入较好一类（不含）'}；${acrossWords[cut.tiesAcrossCut]}`;
}

interface Line {
  readonly cut: Extract<Cut, { by: 'threshold' }>;
  readonly grade: string;
  readonly line: number | 'rest';
}

function lineInWords(scheme: Scheme, { cut, grade, line }: Line): string {
  const name = gradeName(scheme, grade);
  if (line === 'rest') return `其余为${name}`;
  const value = `${number(line)}${unitText(cut.on.unit)}`;
  const higher = cut.better === 'higher';
  const words = cut.edge === 'in' ? `${value}${higher ? '以上' : '以下'}` : `${higher ? '超过' : '低于'}${value}`;
  return `${words}的为${name}`;
}
