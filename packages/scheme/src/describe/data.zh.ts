/** 数据与口径 in words: facts with unit and department, derived facts, lists, land. */
import { formulaInWords } from '@muheng/formula';
import { roundingInWords, unitText } from '@muheng/quantity';
import type { FactRule, LandRule, NetLandRule, Scheme } from '../model.js';
import { typeWords } from '../words.zh.js';
import { basis, number, row } from './words.zh.js';

export function describeData(scheme: Scheme): string[] {
  const facts = [...scheme.facts.values()].filter(({ formula }) => formula === undefined);
  const derived = scheme.derivedOrder.flatMap((id) => scheme.facts.get(id) ?? []);
  return [
    row('指标项', '单位', '来源', '说明'),
    row('---', '---', '---', '---'),
    ...facts.map((fact) =>
      row(
        fact.term,
        fact.type === 'number' ? unitText(fact.unit) || '纯数' : typeWords[fact.type],
        fact.from ?? '',
        noteOf(fact, scheme),
      ),
    ),
    ...derived.map(derivedInWords),
    ...[...scheme.lists.values()].map(({ term, dated, entries, match, cited }) =>
      dated
        ? `名单“${term}”随数据提供，按日期查是否在册。${basis(cited)}`
        : `代码表“${term}”（${match === 'exact' ? '完全相同' : '按开头'}）：${entries.join('、')}。${basis(cited)}`,
    ),
    ...[...scheme.tables.values()].map(
      ({ term, unit, rows, cited }) =>
        `对照表“${term}”（${unitText(unit)}）：${[...rows].map(([key, value]) => `${key} ${number(value)}`).join('、')}。${basis(cited)}`,
    ),
    ...(scheme.land === undefined ? [] : landInWords(scheme.land)),
  ];
}

export const mustBeWords = {
  positive: '应大于0，否则按算不出处理',
  not_negative: '应不小于0，否则按算不出处理',
  any: '',
} as const;

export const mergedWords: Readonly<Record<FactRule['merged'], string>> = {
  sum: '相加',
  first: '取编号在前的成员',
  most: '取最大',
  least: '取最小',
  mean: '取平均',
};

function noteOf(fact: FactRule, scheme: Scheme): string {
  const parts = [
    mustBeWords[fact.mustBe],
    scheme.merge === undefined || !fact.used ? '' : `合并评价时${mergedWords[fact.merged]}`,
    fact.values === undefined ? '' : `取值：${fact.values.join('、')}`,
    fact.used ? '' : '只收集，不计算',
  ];
  return parts.filter((part) => part !== '').join('；');
}

function derivedInWords(fact: FactRule): string {
  const formula = fact.formula === undefined ? '' : formulaInWords(fact.formula);
  const unit = fact.type === 'number' && unitText(fact.unit) !== '' ? `（${unitText(fact.unit)}）` : '';
  return `- ${fact.term}${unit} = ${formula}${fact.round === 'none' ? '' : `，${roundingInWords(fact.round)}`}。${basis(fact.cited)}`;
}

export const muWords = { '2000/3': '1亩按2000/3平方米', '666.67': '1亩按666.67平方米', '667': '1亩按667平方米' } as const;

function landInWords(land: LandRule): string[] {
  const { net, plotRatio } = land;
  return [
    `亩与平方米换算：${muWords[land.mu]}；用地面积${roundingInWords(land.round)}后再比较和相除。${land.sumCheck === 'parcel' ? '同一宗地各户用地之和与宗地面积核对。' : ''}${basis(land.cited)}`,
    ...(net === undefined ? [] : [`用地面积由用地表计算：${netInWords(net)}。${basis(net.cited)}`]),
    ...(land.transferred === undefined ? [] : [`数据年度内转让用地的，不参加当年评价。${basis(land.transferred.cited)}`]),
    ...(land.powerFromMeters === undefined
      ? []
      : [`用电量由电表归集：自用表加他户转供，减转供他户，合表按分摊比例。${basis(land.powerFromMeters.cited)}`]),
    ...(plotRatio === undefined
      ? []
      : [
          `层高超过${number(plotRatio.tallFloorOver)}米的，计算容积率时建筑面积按${number(plotRatio.counts)}倍。${basis(plotRatio.cited)}`,
        ]),
  ];
}

const basisWords = {
  certificate: '证载面积',
  actual: '实际面积',
  supplied: '供地面积',
  larger_of_certificate_and_actual: '证载面积与实际面积的较大者',
} as const;
const partWords = { add: '计入', subtract: '扣除', ignore: '不计' } as const;
const byWords = { months: '按使用月数折算', days: '按使用天数折算', reference_day: '按基准日的用地' } as const;

export function netInWords(net: NetLandRule): string {
  const parts = [
    `以${basisWords[net.basis]}为准`,
    `自有用地${partWords[net.own]}，承租用地${partWords[net.leased_in]}，出租用地${partWords[net.leased_out]}，集体用地${partWords[net.collective]}`,
    byWords[net.by],
    net.floorPerMu === null ? '租赁建筑面积不折算用地' : `租赁建筑面积按${number(net.floorPerMu)}平方米折1亩`,
    net.excess === 'add' ? '超占面积计入' : '超占面积不另计',
    net.method === 'parcel' ? '同一宗地各户按一个整体计' : '各户分别计',
  ];
  const building = net.underConstruction;
  if (building !== undefined) {
    const words = { ignore: '不计', whole: '全部计入' } as const;
    parts.push(
      `在建用地合同期内${words[building.inTerm]}，超过约定竣工日期${building.overdueAfterMonths}个月的${words[building.overdue]}`,
    );
  }
  return parts.join('；');
}
