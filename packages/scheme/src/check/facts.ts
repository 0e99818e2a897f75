/** 基础数据项 — ranges that make sense, merging said for ratios, the mu divisor said when land is in 亩, nothing declared in vain. */
import type { FactRule } from '../model.js';
import type { CheckInput, Report } from './input.js';

export function checkFacts(input: CheckInput, report: Report): void {
  const { reading, scheme } = input;
  const collected = new Set(reading.file.also_collect ?? []);
  for (const fact of scheme.facts.values()) {
    const key = input.drafts.get(fact.id)?.key;
    const path = key === undefined ? ['facts'] : ['facts', key];
    const names = [fact.term, fact.id, ...fact.also];
    const kept = names.some((name) => collected.has(name));
    if (key !== undefined && !fact.used && !kept && reading.unreadable === 0) report('fact_unused', path, { term: key });
    if (fact.plausible !== undefined && fact.plausible[0] > fact.plausible[1])
      report('plausible_wrong', path, { term: fact.term });
    if (scheme.merge !== undefined && mergesBlindly(fact, input))
      report('merged_unsaid', key === undefined ? ['merge'] : path, { term: fact.term });
  }
  for (const [index, name] of (reading.file.also_collect ?? []).entries()) {
    const fact = [...input.drafts.values()].find(
      ({ rule }) => rule.term === name || rule.id === name || rule.also.includes(name),
    );
    if (fact === undefined) report('fact_unknown', ['also_collect', index], { name, hint: '' });
    else if (scheme.facts.get(fact.rule.id)?.used === true) report('collected_used', ['also_collect', index], { term: name });
  }
  if (reading.file.land === undefined && usesMu(input)) report('mu_unsaid', []);
}

/** A ratio cannot be added up; a derived fact is computed again from the merged ones. */
function mergesBlindly(fact: FactRule, input: CheckInput): boolean {
  const said = input.drafts.get(fact.id)?.file.merged !== undefined;
  return fact.used && !said && fact.type === 'number' && fact.unit.dimension === '' && fact.formula === undefined;
}

/** 用地 is compared or divided by in 亩. Values that come per 亩 already need no divisor. */
function usesMu({ scheme, formulas }: CheckInput): boolean {
  const facts = [...scheme.facts.values()];
  const land = facts.some(({ used, unit }) => used && unit.dimension === 'area');
  const units = [...facts.map(({ unit }) => unit.text), ...scheme.leaves.map(({ unit }) => unit.text)];
  const texts = [...formulas.map(({ formula }) => formula.text), ...facts.map(({ formula }) => formula?.text ?? '')];
  return land && (units.some((unit) => unit.includes('亩')) || texts.some((text) => /\d\s*亩/.test(text)));
}
