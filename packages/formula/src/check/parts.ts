/** 部分的核对 — a part of a formula with its type, and parts one of which will be taken. */
import type { Syntax } from '../parse/syntax.js';
import { typeInWords } from '../texts.zh.js';
import type { TypedNode, ValueType } from '../tree.js';
import type { Checking } from './context.js';
import { alike } from './units.js';

/** Checks a part and its type. */
export function checkAs(
  checking: Checking,
  syntax: Syntax,
  wanted: { readonly type: ValueType; readonly what: string },
): TypedNode | undefined {
  const node = checking.check(syntax);
  if (node === undefined || node.type === wanted.type) return node;
  return checking.refuse('type_mismatch', syntax.at, {
    what: wanted.what,
    wanted: typeInWords[wanted.type],
    found: typeInWords[node.type],
  });
}

/** Values one of which will be taken: one type, numbers in one unit. */
export function alikeTyped(
  checking: Checking,
  nodes: readonly TypedNode[],
  of: { readonly parts: readonly Syntax[]; readonly what: string },
): readonly TypedNode[] | undefined {
  const first = nodes[0]!;
  const odd = nodes.findIndex((node) => node.type !== first.type);
  const at = of.parts.map((part) => part.at);
  if (odd >= 0) {
    const found = typeInWords[nodes[odd]!.type];
    return checking.refuse('types_differ', at[odd] ?? 0, { what: of.what, left: typeInWords[first.type], right: found });
  }
  return first.type === 'number' ? alike(checking, nodes, { doing: 'choose', at })?.nodes : nodes;
}
