/** 缺列 — facts that a rule reads and no table has. An error only when then no subject at all can be graded. */
import type { Finding } from '@muheng/finding';
import type { FactRule, Scheme } from '@muheng/scheme';
import type { SideTableId } from '../dataset.js';
import { found } from './texts.zh.js';
import { neverHolds, surelyAbsent, type Without, withDerived } from './without.js';

/** Facts that the land stage makes out of a side table. */
const madeFrom: Readonly<Record<string, SideTableId>> = { land_used: 'occupancy', plot_ratio: 'occupancy', power_used: 'meters' };

export function missingColumns(
  scheme: Scheme,
  has: { readonly facts: ReadonlySet<string>; readonly tables: ReadonlySet<SideTableId> },
): Finding[] {
  return [...scheme.facts.values()]
    .filter((fact) => isMissing(fact, has))
    .map((fact) => {
      const code = nobodyWithout(scheme, fact.id) ? 'column_missing_for_all' : 'column_missing';
      return found(code, { path: `facts.${fact.term}` }, { term: fact.term });
    });
}

/** Some rule reads the fact, and neither a column nor a side table gives it. */
export function isMissing(
  fact: FactRule,
  has: { readonly facts: ReadonlySet<string>; readonly tables: ReadonlySet<SideTableId> },
): boolean {
  const table = madeFrom[fact.id];
  return fact.used && fact.formula === undefined && !has.facts.has(fact.id) && !(table !== undefined && has.tables.has(table));
}

/** Nobody is surely in, or every group is out of reach, or what every group is scored by waits for the fact. */
function nobodyWithout(scheme: Scheme, fact: string): boolean {
  const without = withDerived(scheme, (id) => id === fact);
  const { include, undetermined, except } = scheme.who;
  const letIn = undetermined === 'in' || except.some((each) => each.status === 'graded');
  if (!letIn && neverHolds(include.tree, without)) return true;
  if (scheme.total.factor !== undefined && surelyAbsent(scheme.total.factor.tree, without)) return true;
  let unknown = false;
  return scheme.groups.every(({ id, when }) => {
    const closed = when === 'otherwise' ? unknown : neverHolds(when.tree, without);
    if (when !== 'otherwise' && surelyAbsent(when.tree, without)) unknown = true;
    return closed || waitsFor(scheme, id, without);
  });
}

/** The group has an indicator that is absent then and leaves its subject pending. */
const waitsFor = (scheme: Scheme, group: string, without: Without): boolean =>
  scheme.leaves.some(
    (leaf) =>
      (leaf.weight.get(group) ?? 0) > 0 && leaf.absent.missing.do === 'pending' && surelyAbsent(leaf.formula.tree, without),
  );
