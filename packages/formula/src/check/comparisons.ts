/** 比较的核对 — one type on all sides, numbers in one unit, texts from the fact's own list; text and flags have no order. */
import type { Syntax } from '../parse/syntax.js';
import { doingInWords, nearShown, typeInWords, words } from '../texts.zh.js';
import type { NameInfo, TypedNode } from '../tree.js';
import type { Checking } from './context.js';
import { nearName } from './near.js';
import { alike } from './units.js';

export function comparisonOfTypes(
  checking: Checking,
  nodes: readonly TypedNode[],
  of: { readonly parts: readonly Syntax[]; readonly ordered: boolean },
): readonly TypedNode[] | undefined {
  const first = nodes[0]!;
  const at = of.parts.map((part) => part.at);
  const odd = nodes.findIndex((node) => node.type !== first.type);
  if (odd >= 0) {
    const blanks = { what: doingInWords.compare, left: typeInWords[first.type], right: typeInWords[nodes[odd]!.type] };
    return checking.refuse('types_differ', at[odd] ?? 0, blanks);
  }
  if (of.ordered && (first.type === 'text' || first.type === 'flag')) {
    return checking.refuse('order_not_defined', at[0] ?? 0, { type: typeInWords[first.type] });
  }
  if (first.type === 'number') return alike(checking, nodes, { doing: 'compare', at })?.nodes;
  if (first.type === 'text') for (const node of nodes) checkTexts(checking, node, { nodes, at });
  return nodes;
}

function checkTexts(
  checking: Checking,
  name: TypedNode,
  others: { readonly nodes: readonly TypedNode[]; readonly at: readonly number[] },
): void {
  const info = checking.infoOf.get(name);
  if (info === undefined) return;
  others.nodes.forEach((node, index) => {
    if (node.kind === 'text') checkText(checking, info, { text: node.text, at: others.at[index] ?? 0 });
  });
}

/** A text that the fact can never have is a typing error. */
export function checkText(checking: Checking, info: NameInfo, written: { readonly text: string; readonly at: number }): void {
  if (info.values === undefined || info.values.includes(written.text)) return;
  checking.refuse('text_not_allowed', written.at, {
    ...{ name: info.term, text: written.text, values: info.values.slice(0, shownValues).join('、') || words.none },
    near: nearShown(nearName(written.text, info.values)),
  });
}

const shownValues = 12;
