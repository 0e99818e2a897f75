/**
 * 公式可用的名称 — which names a formula may use at its stage of the evaluation. Facts always; group from the indicators on; values and
 * scores from the bonus on; totals from the ranking on; the grade of this year only after the cut, that of earlier years always.
 */
import type { ListInfo, NameInfo, NameSpace, TableInfo } from '@muheng/formula';
import { type MuDivisor, pureUnit, type Unit } from '@muheng/quantity';
import { sideTableInfos } from '../sideTables.js';
import type { FactDraft } from './facts.js';

/** `facts` before scoring, `score` inside a points formula, `scored` with values and scores, `totals` with sums and rank. */
export type Stage = 'facts' | 'value' | 'score' | 'scored' | 'sorting' | 'totals';

export interface IndicatorName {
  readonly id: string;
  readonly name: string;
  /** Of the value; undefined for a branch, which has only a score. */
  readonly unit?: Unit;
}

export interface NameParts {
  readonly facts: ReadonlyMap<string, FactDraft>;
  readonly lists: readonly ListInfo[];
  readonly groups: readonly string[];
  readonly grades: readonly string[];
  readonly indicators: readonly IndicatorName[];
  readonly mu: MuDivisor;
}

/** Fixed names of the evaluation: id and official term. */
export const stageTerms = {
  total: '总分',
  base_total: '基础分',
  bonus_total: '加分',
  rank: '名次',
  grade: '类别',
  group: '分组',
  indicator_value: '值',
  indicator_benchmark: '基准',
  indicator_weight: '权重',
} as const;
/** Other words for the same. */
const otherTerms: Readonly<Record<string, string>> = { 测算类别: 'grade', 加减分: 'bonus_total', 排名: 'rank', 得分: 'total' };

/** A fact may not take one of these. */
export const reservedNames: ReadonlySet<string> = new Set([...Object.entries(stageTerms).flat(), ...Object.keys(otherTerms)]);

/** `own` is the unit of the indicator whose points formula is read. */
export function spaceFor(stage: Stage, parts: NameParts, own: Unit = pureUnit): NameSpace {
  const infos = new Map<string, NameInfo>();
  const add = (info: NameInfo, ...names: readonly string[]): void => {
    for (const name of [info.id, info.term, ...names]) if (!infos.has(name)) infos.set(name, info);
  };
  for (const { rule } of parts.facts.values()) {
    const { id, term, type, unit, values } = rule;
    add({ id, term, type, unit, prior: true, ...(values === undefined ? {} : { values }) });
  }
  for (const draft of parts.facts.values()) {
    const info = infos.get(draft.rule.id);
    if (info !== undefined) add(info, ...draft.rule.also);
  }
  for (const info of stageInfos(stage, parts, own)) {
    add(info, ...Object.entries(otherTerms).flatMap(([word, id]) => (id === info.id ? [word] : [])), ...shortNames(info));
  }
  const tables = new Map(
    sideTableInfos(parts.mu).flatMap((table): [string, TableInfo][] => [
      [table.id, table],
      [table.term, table],
    ]),
  );
  const lists = new Map(
    parts.lists.flatMap((list): [string, ListInfo][] => [
      [list.id, list],
      [list.term, list],
    ]),
  );
  const names = [...new Set([...infos.keys(), ...tables.keys(), ...lists.keys()])];
  return Object.freeze({
    find: (name: string) => infos.get(name),
    table: (name: string) => tables.get(name),
    list: (name: string) => lists.get(name),
    names: () => names,
    mu: parts.mu,
  });
}

/** `value.tax_per_mu` may also be written `tax_per_mu`; `score.tax_per_mu` `tax_per_mu_score`. */
function shortNames(info: NameInfo): string[] {
  if (info.id.startsWith('value.')) return [info.id.slice('value.'.length)];
  return info.id.startsWith('score.') ? [`${info.id.slice('score.'.length)}_score`] : [];
}

function stageInfos(stage: Stage, parts: NameParts, own: Unit): NameInfo[] {
  const number = (id: keyof typeof stageTerms, unit: Unit = pureUnit): NameInfo => ({
    id,
    term: stageTerms[id],
    type: 'number',
    unit,
    prior: false,
  });
  const infos: NameInfo[] = [{ id: 'grade', term: stageTerms.grade, type: 'text', values: parts.grades, prior: true }];
  if (stage === 'facts') return infos;
  infos.push({ id: 'group', term: stageTerms.group, type: 'text', values: parts.groups, prior: false });
  if (stage === 'value') return infos;
  if (stage === 'score')
    return [...infos, number('indicator_value', own), number('indicator_benchmark', own), number('indicator_weight')];
  for (const { id, name, unit } of parts.indicators) {
    if (unit !== undefined) infos.push({ id: `value.${id}`, term: name, type: 'number', unit, prior: false });
    infos.push({ id: `score.${id}`, term: `${name}得分`, type: 'number', unit: pureUnit, prior: false });
  }
  if (stage === 'scored') return infos;
  infos.push(number('total'), number('base_total'), number('bonus_total'));
  return stage === 'sorting' ? infos : [...infos, number('rank')];
}
