/** 评价对象与分组 in words. */
import { formulaInWords } from '@muheng/formula';
import type { Scheme } from '../model.js';
import { basis, factName, gradeName } from './words.zh.js';

export const undeterminedWords = { pending: '列为待补数据', out: '不列入评价范围', in: '列入评价范围' } as const;
const builtInWords: Readonly<Record<string, string>> = {
  graded: '参评',
  out: '不在评价范围',
  pending: '待补数据',
  merged: '合并评价',
};

export const statusName = (scheme: Scheme, id: string): string => scheme.statuses.get(id)?.name ?? builtInWords[id] ?? id;

export function describeWho(scheme: Scheme): string[] {
  const { who, subject, merge } = scheme;
  const everybody = who.include.tree.kind === 'constant';
  const scope = everybody ? '全部列入评价范围' : `符合以下条件的列入评价范围：${formulaInWords(who.include)}`;
  const lines = [
    `${subject.noun}（以“${subject.measure}”计）${scope}。${basis(who.cited)}`,
    `因缺数据无法判断的，${undeterminedWords[who.undetermined]}。`,
  ];
  if (who.except.length > 0) lines.push('其中（按先后次序，先符合的为准）：');
  for (const { when, status, reason, cited } of who.except) {
    lines.push(`- ${formulaInWords(when)}的，为“${statusName(scheme, status)}”（${reason}）。${basis(cited)}`);
  }
  for (const { name, computed, ranked, graded, treatedAs, cited } of scheme.statuses.values()) {
    const marks = [computed ? '计算得分' : '不计算得分', ranked ? '参加排名' : '不参加排名', graded ? '参加定档' : '不定档'];
    lines.push(
      `“${name}”：${marks.join('、')}${treatedAs === undefined ? '' : `，按${gradeName(scheme, treatedAs)}管理`}。${basis(cited)}`,
    );
  }
  if (merge !== undefined) {
    const condition = merge.when === undefined ? '' : `且${formulaInWords(merge.when)}的`;
    lines.push(`“${factName(scheme, merge.by)}”相同${condition}合并为一户评价，成员取合并后的类别。${basis(merge.cited)}`);
  }
  return lines;
}

export function describeGroups(scheme: Scheme): string[] {
  const several = (pool: string): boolean => scheme.groups.filter((group) => group.pool === pool).length > 1;
  return scheme.groups.map(({ name, when, pool, cited }) => {
    const condition =
      when === 'otherwise' ? (scheme.groups.length === 1 ? '全部参评对象' : '其余参评对象') : formulaInWords(when);
    const mates = scheme.groups.filter((group) => group.pool === pool).map((group) => group.name);
    return `- ${name}：${condition}${several(pool) ? `；与${mates.filter((mate) => mate !== name).join('、')}同组排名` : ''}。${basis(cited)}`;
  });
}
