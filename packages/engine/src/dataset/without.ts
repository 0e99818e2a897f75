/**
 * 缺了一项还算不算得出 — what a formula can still be when some facts are absent for everybody. Cautious: says “surely” only when
 * no other datum could give a value.
 */
import type { TypedNode } from '@muheng/formula';
import type { Scheme } from '@muheng/scheme';

/** How an operation takes an absent operand. */
type Takes = 'absent_by_any' | 'absent_by_all' | 'by_branch' | 'never_absent';
type Operation = Extract<TypedNode, { readonly kind: 'call' }>['op'];

const any: Takes = 'absent_by_any';
const takes: Readonly<Record<Operation, Takes>> = {
  add: any,
  subtract: any,
  multiply: any,
  divide: any,
  negate: any,
  equal: any,
  unequal: any,
  less: any,
  at_most: any,
  more: any,
  at_least: any,
  between: any,
  days_between: any,
  not: any,
  min: any,
  max: any,
  sum: any,
  avg: any,
  round: any,
  floor: any,
  ceil: any,
  abs: any,
  ln: any,
  log10: any,
  exp: any,
  sqrt: any,
  clamp: any,
  years_since: any,
  and: 'absent_by_all',
  or: 'absent_by_all',
  or_else: 'absent_by_all',
  if: 'by_branch',
  missing: 'never_absent',
  not_applicable: 'never_absent',
  not_reported: 'never_absent',
  not_computable: 'never_absent',
};

/** Is the fact absent for everybody in the data year. */
export type Without = (fact: string) => boolean;

/** The same also of derived facts that cannot do without those that `absent` names. */
export function withDerived(scheme: Scheme, absent: Without): Without {
  const known = new Map<string, boolean>();
  const without: Without = (id) => {
    const derived = scheme.facts.get(id)?.formula;
    if (derived === undefined) return absent(id);
    const answer = known.get(id) ?? surelyAbsent(derived.tree, without);
    known.set(id, answer);
    return answer;
  };
  return without;
}

export function surelyAbsent(node: TypedNode, without: Without): boolean {
  switch (node.kind) {
    case 'name':
      return node.from === 'subject' && without(node.id);
    case 'convert':
    case 'growth':
    case 'move_date':
    case 'among':
    case 'code_test':
      return surelyAbsent(node.of, without);
    case 'call':
      return absentByOperands(node, without);
    default:
      return false;
  }
}

function absentByOperands(node: Extract<TypedNode, { readonly kind: 'call' }>, without: Without): boolean {
  const [first, ...others] = node.args.map((arg) => surelyAbsent(arg, without));
  switch (takes[node.op]) {
    case 'absent_by_any':
      return first === true || others.includes(true);
    case 'absent_by_all':
      return first === true && !others.includes(false);
    case 'by_branch':
      return first === true || !others.includes(false);
    case 'never_absent':
      return false;
  }
}

/** A condition that is false or absent, whatever else the data say. */
export function neverHolds(node: TypedNode, without: Without): boolean {
  if (node.kind === 'consecutive') return neverHolds(node.of, without);
  if (node.kind !== 'call') return surelyAbsent(node, without);
  if (node.op === 'and') return node.args.some((arg) => neverHolds(arg, without));
  if (node.op === 'or') return node.args.every((arg) => neverHolds(arg, without));
  return surelyAbsent(node, without);
}
