/** 清单的核对 — x 属于 [ … ], x 属于 表(名称), 开头是(x, …). */
import { pureUnit } from '@muheng/quantity';
import type { Syntax } from '../parse/syntax.js';
import { nearShown, typeInWords, whatInWords } from '../texts.zh.js';
import type { ConstantNode, ListInfo, TypedNode } from '../tree.js';
import { checkText } from './comparisons.js';
import type { Checking } from './context.js';
import { wordOf } from './names.js';
import { nearName } from './near.js';
import { inUnit } from './units.js';

type SetSyntax = Extract<Syntax, { kind: 'set' | 'list' }>;

export const misplacedSet = (checking: Checking, syntax: SetSyntax): undefined => checking.refuse('list_misplaced', syntax.at);

export function checkAmong(checking: Checking, syntax: Extract<Syntax, { kind: 'among' }>): TypedNode | undefined {
  const of = checking.check(syntax.of);
  if (of === undefined) return undefined;
  const set = syntax.set;
  const base = { kind: 'among', of, texts: [], numbers: [], type: 'flag', unit: pureUnit } as const;
  if (set.kind === 'list') {
    if (of.type !== 'text') {
      return checking.refuse('type_mismatch', syntax.of.at, {
        what: whatInWords.among,
        wanted: typeInWords.text,
        found: typeInWords[of.type],
      });
    }
    const list = codeTable(checking, set.word, set.at);
    return list === undefined ? undefined : { ...base, texts: list.texts, list: list.named };
  }
  if (set.kind !== 'set') return checking.refuse('list_misplaced', set.at);
  const items = set.items.map((item) => checkItem(checking, item, of));
  const whole = items.filter((item) => item !== undefined);
  if (whole.length < items.length) return undefined;
  const texts = whole.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  return { ...base, texts, numbers: whole.filter((item): item is ConstantNode => item.kind === 'constant') };
}

/** One constant of a set, of the type and in the unit of the value that is tested. */
function checkItem(checking: Checking, syntax: Syntax, of: TypedNode): TypedNode | undefined {
  const node = checking.check(syntax);
  if (node === undefined) return undefined;
  if (node.type !== of.type) {
    const blanks = { what: whatInWords.among, left: typeInWords[of.type], right: typeInWords[node.type] };
    return checking.refuse('types_differ', syntax.at, blanks);
  }
  if (node.kind !== 'text' && node.kind !== 'constant')
    return checking.refuse('constant_needed', syntax.at, { what: whatInWords.member_item });
  const info = checking.infoOf.get(of);
  if (node.kind === 'text' && info !== undefined) checkText(checking, info, { text: node.text, at: syntax.at });
  if (node.type !== 'number') return node;
  const brought = inUnit(checking, node, { unit: of.unit, doing: 'compare', at: syntax.at });
  return brought === undefined ? undefined : brought.kind === 'convert' ? node : brought;
}

interface CodeTable {
  readonly texts: readonly string[];
  readonly named: { readonly id: string; readonly word: string };
}

/** A fixed table by name; its entries become part of the formula. */
export function codeTable(checking: Checking, word: string, at: number): CodeTable | undefined {
  const list = checking.space.list(word);
  if (list === undefined) return unknownList(checking, word, at);
  if (list.entries === undefined) return checking.refuse('list_without_entries', at, { name: word });
  checking.tables.add(list.id);
  for (const entry of list.entries) checking.texts.add(entry);
  return { texts: list.entries, named: { id: list.id, word: wordOf(checking, list) } };
}

/** A membership list by name. */
export function membershipList(checking: Checking, word: string, at: number): ListInfo | undefined {
  const list = checking.space.list(word);
  if (list === undefined) return unknownList(checking, word, at);
  return list.entries === undefined ? list : checking.refuse('list_with_entries', at, { name: word });
}

function unknownList(checking: Checking, name: string, at: number): undefined {
  return checking.refuse('list_unknown', at, { name, near: nearShown(nearName(name, checking.space.names())) });
}
