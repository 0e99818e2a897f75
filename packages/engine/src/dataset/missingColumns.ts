/** 缺列 — facts that a rule reads and no table has. An error only when then no subject at all can be graded. */
import type { Finding } from '@muheng/finding';
import type { Formula, TypedNode } from '@muheng/formula';
import type { FactRule, Scheme } from '@muheng/scheme';
import type { SideTableId } from '../dataset.js';
import { found } from './texts.zh.js';

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
      return found(code, { path: `facts.${fact.term}` }, { term: fact.term, fact: fact.id });
    });
}

function isMissing(
  fact: FactRule,
  has: { readonly facts: ReadonlySet<string>; readonly tables: ReadonlySet<SideTableId> },
): boolean {
  const table = madeFrom[fact.id];
  return fact.used && fact.formula === undefined && !has.facts.has(fact.id) && !(table !== undefined && has.tables.has(table));
}

/** Every group has an indicator that needs the fact and leaves its subject pending without it. */
function nobodyWithout(scheme: Scheme, fact: string): boolean {
  return scheme.groups.every((group) =>
    scheme.leaves.some(
      (leaf) => (leaf.weight.get(group.id) ?? 0) > 0 && leaf.absent.missing.do === 'pending' && needs(scheme, leaf.formula, fact),
    ),
  );
}

/** The formula is surely absent when the fact is. */
function needs(scheme: Scheme, formula: Formula, fact: string): boolean {
  if (!surely(formula.tree)) return false;
  return formula.references.some(({ id, yearsBack }) => {
    if (id === fact) return yearsBack === 0;
    const derived = scheme.facts.get(id)?.formula;
    return derived !== undefined && needs(scheme, derived, fact);
  });
}

/** Only arithmetic: no branch and no question about absence that could do without a value. */
function surely(node: TypedNode): boolean {
  switch (node.kind) {
    case 'constant':
    case 'name':
    case 'builtin':
      return true;
    case 'convert':
      return surely(node.of);
    case 'call':
      return arithmetic.has(node.op) && node.args.every(surely);
    default:
      return false;
  }
}

const arithmetic: ReadonlySet<string> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'negate',
  'sum',
  'min',
  'max',
  'avg',
  'round',
  'abs',
]);
