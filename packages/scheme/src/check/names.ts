/** 名称 — indicators have ids and names of their own, so that later formulas know which one is meant. */
import type { Indicator } from '../model.js';
import { pathFromWords } from '../read/used.js';
import type { CheckInput, Report } from './input.js';

export function checkNames({ scheme, drafts }: CheckInput, report: Report): void {
  const ids = new Map<string, Indicator>();
  const names = new Map<string, Indicator>();
  for (const indicator of withChildren(scheme.indicators)) {
    const path = pathFromWords(indicator.path);
    const sameId = ids.get(indicator.id);
    const sameName = names.get(indicator.name);
    if (sameId !== undefined) report('id_twice', [...path, 'id'], { id: indicator.id });
    else if (sameName !== undefined && groupsMeet(sameName, indicator)) {
      report('name_twice', [...path, 'name'], { name: indicator.name, first: sameName.id, second: indicator.id });
    }
    ids.set(indicator.id, indicator);
    names.set(indicator.name, indicator);
    const fact = [...drafts.values()].find(({ rule }) => rule.term === indicator.name);
    const same =
      indicator.kind === 'leaf' && indicator.formula.tree.kind === 'name' && indicator.formula.tree.id === fact?.rule.id;
    if (fact !== undefined && indicator.kind === 'leaf' && !same)
      report('name_of_fact', [...path, 'name'], { name: indicator.name });
  }
}

export const withChildren = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.flatMap((indicator) => [indicator, ...(indicator.kind === 'branch' ? withChildren(indicator.children) : [])]);

const groupsMeet = (a: Indicator, b: Indicator): boolean => [...a.weight.keys()].some((group) => b.weight.has(group));
