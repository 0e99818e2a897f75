/** 定档与调档 in words. */
import { formulaInWords } from '@muheng/formula';
import type { Override, OverrideEffect, Scheme } from '../model.js';
import { basis, factName, gradeName, groupNames } from './words.zh.js';

export function describeOverrides(scheme: Scheme): string[] {
  const { overrides } = scheme;
  if (overrides === undefined) return [];
  const order =
    overrides.order === 'first_wins'
      ? '两条直接定档的规则同时成立的，以在前的为准'
      : '两条直接定档的规则同时成立的，以在后的为准';
  const vacated = overrides.vacated === 'leave' ? '调出后空出的名额不递补' : '调出后空出的名额依次递补';
  return [
    `${order}；${vacated}。`,
    ...overrides.rules.map(
      (rule, index) =>
        `${index + 1}. ${rule.name}${groupNames(scheme, rule.groups)}：${overrideInWords(scheme, rule)}${basis(rule.cited)}`,
    ),
  ];
}

/** Condition, effect and what it yields to, without the rule's name. */
export function overrideInWords(scheme: Scheme, rule: Override): string {
  const names = rule.unless.map((id) => scheme.overrides?.rules.find((other) => other.id === id)?.name ?? id);
  const unless = names.length === 0 ? '' : `（${names.join('、')}成立的除外）`;
  const when = rule.at === 'before_cut' ? '划档前' : '划档后';
  return `${formulaInWords(rule.when)}的，${when}${effectInWords(scheme, rule.effect)}${unless}。`;
}

function effectInWords(scheme: Scheme, effect: OverrideEffect): string {
  const quota = (offQuota: boolean): string => (offQuota ? '，不占比例名额' : '，占比例名额');
  switch (effect.kind) {
    case 'direct':
      return `直接定为${gradeName(scheme, effect.grade)}${quota(effect.offQuota)}`;
    case 'not':
      return `不得定为${effect.grades.map((grade) => gradeName(scheme, grade)).join('、')}${quota(effect.offQuota)}`;
    case 'up':
      return `上调${effect.by}档${effect.limit === null ? '' : `，最高调至${gradeName(scheme, effect.limit)}`}`;
    case 'down':
      return `下调${effect.by}档${effect.limit === null ? '' : `，最低调至${gradeName(scheme, effect.limit)}`}`;
    case 'follow':
      return `按“${factName(scheme, effect.fact)}”所指对象的类别确定`;
    case 'share': {
      const by =
        effect.grade === 'best'
          ? '取其中最好的类别'
          : effect.grade === 'worst'
            ? '取其中最差的类别'
            : `取${effect.largestBy === null ? '' : factName(scheme, effect.largestBy)}最大一户的类别`;
      return `“${factName(scheme, effect.fact)}”相同的共用一个类别，${by}`;
    }
  }
}
