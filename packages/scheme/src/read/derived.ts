/** 推算项 — formulas of derived facts, in an order in which each comes after what it reads; circles are refused. */
import type { Formula, NameSpace } from '@muheng/formula';
import type { Citation, FactRule } from '../model.js';
import type { FactDraft } from './facts.js';
import { nothingCited, type Reading } from './reading.js';

export interface Derived {
  readonly formulas: ReadonlyMap<string, Formula>;
  /** Ids, each after what it reads. */
  readonly order: readonly string[];
}

export function readDerived(reading: Reading, drafts: ReadonlyMap<string, FactDraft>, space: NameSpace): Derived {
  const formulas = new Map<string, Formula>();
  for (const { rule, key, file } of drafts.values()) {
    const text = file.formula ?? undefined;
    if (text === undefined) continue;
    const path = key === undefined ? [] : ['facts', key, 'formula'];
    formulas.set(
      rule.id,
      reading.formula(text, space, { type: rule.type, ...(rule.type === 'number' ? { unit: rule.unit } : {}), path }),
    );
  }
  return { formulas, order: orderOf(reading, drafts, formulas) };
}

/** Depth first; a fact met again on the way down closes a circle, whatever the year it is read for. */
function orderOf(reading: Reading, drafts: ReadonlyMap<string, FactDraft>, formulas: ReadonlyMap<string, Formula>): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    const formula = formulas.get(id);
    if (formula === undefined || done.has(id)) return;
    if (way.includes(id)) {
      const circle = [...way.slice(way.indexOf(id)), id].map((step) => drafts.get(step)?.rule.term ?? step);
      const key = drafts.get(id)?.key;
      reading.report('facts_cycle', key === undefined ? [] : ['facts', key, 'formula'], { cycle: circle.join(' → ') });
      done.add(id);
      return;
    }
    for (const reference of formula.references) visit(reference.id, [...way, id]);
    if (done.has(id)) return;
    done.add(id);
    order.push(id);
  };
  for (const id of formulas.keys()) visit(id, []);
  return order;
}

/** Facts of the scheme: declared ones and those that are read, also by derived facts that are read. */
export interface FactChoice {
  readonly reading: Reading;
  readonly drafts: ReadonlyMap<string, FactDraft>;
  readonly derived: Derived;
  /** Ids that rules read. */
  readonly read: Iterable<string>;
}

export function chooseFacts({ reading, drafts, derived, read }: FactChoice): Map<string, FactRule> {
  const used = new Set<string>();
  const take = (id: string): void => {
    if (used.has(id) || !drafts.has(id)) return;
    used.add(id);
    for (const reference of derived.formulas.get(id)?.references ?? []) take(reference.id);
  };
  for (const id of read) take(id);
  const plain: FactRule[] = [];
  const computed = new Map<string, FactRule>();
  for (const { rule, key } of drafts.values()) {
    if (key === undefined && !used.has(rule.id)) continue;
    const formula = derived.formulas.get(rule.id);
    const fact: FactRule = {
      ...rule,
      cited: citationOf(reading, { key, term: rule.term }),
      used: used.has(rule.id),
      ...(formula === undefined ? {} : { formula }),
    };
    if (formula === undefined) plain.push(fact);
    else computed.set(rule.id, fact);
  }
  const later = derived.order.flatMap((id) => computed.get(id) ?? []);
  return new Map([...plain, ...later].map((fact) => [fact.id, fact]));
}

/** Only a derived fact of the scheme is a rule that needs a clause. */
function citationOf(reading: Reading, about: { key: string | undefined; term: string }): Citation {
  if (about.key === undefined) return nothingCited;
  const file = reading.file.facts?.[about.key] ?? {};
  const inherited = file.formula === undefined ? { from: nothingCited } : {};
  return reading.cite(file, { path: ['facts', about.key], what: `推算项“${about.term}”`, ...inherited });
}
