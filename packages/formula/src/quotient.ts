/** 两数之商 — whether a formula is plainly one fact of the subject over another: who computes many of them need not go by way of a kernel. */
import type { Formula, NameNode, TypedNode } from './tree.js';

export interface Quotient {
  readonly over: NameNode;
  readonly under: NameNode;
}

/** Undefined for every other formula. Absent and not finite operands, and a quotient that is not finite, are the caller's to tell. */
export function quotientOf({ tree }: Formula): Quotient | undefined {
  if (tree.kind !== 'call' || tree.op !== 'divide') return undefined;
  const [over, under] = tree.args;
  return isFact(over) && isFact(under) ? { over, under } : undefined;
}

const isFact = (node: TypedNode | undefined): node is NameNode => node?.kind === 'name' && node.from === 'subject';
