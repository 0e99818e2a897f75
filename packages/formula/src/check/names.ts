/** 名称的核对 — fields of the surrounding table first, then facts, then 基准日 and 数据年度; else a finding with a near name. */
import { pureUnit } from '@muheng/quantity';
import { functionOf } from '../functions.js';
import type { Syntax } from '../parse/syntax.js';
import { nearShown, whatInWords, words } from '../texts.zh.js';
import type { BuiltInNode, NameInfo, NameNode, TableInfo, TypedNode } from '../tree.js';
import { halfWidth } from '../width.js';
import type { Checking } from './context.js';
import { nearName } from './near.js';

const builtIns: ReadonlyMap<string, BuiltInNode> = new Map(
  (['reference_date', 'data_year'] as const).flatMap((which) => {
    const node: BuiltInNode = { kind: 'builtin', which, type: which === 'data_year' ? 'number' : 'date', unit: pureUnit };
    return [which, words[which]].map((name): [string, BuiltInNode] => [name, node]);
  }),
);

export function checkName(checking: Checking, syntax: Extract<Syntax, { kind: 'name' | 'field' }>): TypedNode | undefined {
  const { word, at } = syntax;
  const table = checking.table;
  if (syntax.kind === 'field' && (table === undefined || checking.space.table(syntax.table) !== table))
    return outsideField(checking, syntax);
  const field = table === undefined ? undefined : fieldOf(table, word);
  if (field !== undefined) return named(checking, field, { from: 'field', at });
  if (syntax.kind === 'field') {
    const near = nearName(word, table?.fields.flatMap((known) => [known.id, known.term]) ?? []);
    return checking.refuse('field_unknown', at, { table: table?.term ?? '', name: word, near: nearShown(near) });
  }
  const info = checking.space.find(word);
  if (info !== undefined) return named(checking, info, { from: 'subject', at });
  const builtIn = builtIns.get(word);
  if (builtIn === undefined) return unknownName(checking, word, at);
  if (checking.looksBack) return checking.refuse('prior_not_possible', at, { what: whatInWords.builtIn(word) });
  return builtIn;
}

export const fieldOf = (table: TableInfo, word: string): NameInfo | undefined =>
  table.fields.find((field) => field.id === word || field.term === word);

function outsideField(checking: Checking, syntax: Extract<Syntax, { kind: 'field' }>): undefined {
  if (checking.space.table(syntax.table) === undefined) return unknownTable(checking, syntax.table, syntax.at);
  return checking.refuse('field_outside_table', syntax.at, { table: syntax.table, name: syntax.word });
}

export function unknownTable(checking: Checking, name: string, at: number): undefined {
  return checking.refuse('table_unknown', at, { name, near: nearShown(nearName(name, checking.space.names())) });
}

function unknownName(checking: Checking, name: string, at: number): undefined {
  if (checking.space.table(name) !== undefined) return checking.refuse('table_as_value', at, { name });
  if (checking.space.list(name) !== undefined) return checking.refuse('list_as_value', at, { name });
  const fields = checking.table?.fields.flatMap((field) => [field.id, field.term]) ?? [];
  return checking.refuse('name_unknown', at, {
    name,
    near: nearShown(nearName(name, [...fields, ...checking.space.names(), ...builtIns.keys()])),
  });
}

function named(
  checking: Checking,
  info: NameInfo,
  use: { readonly from: NameNode['from']; readonly at: number },
): TypedNode | undefined {
  if (checking.looksBack && !info.prior) return checking.refuse('prior_not_available', use.at, { name: info.term });
  const unit = info.type === 'number' ? (info.unit ?? pureUnit) : pureUnit;
  const word = wordOf(checking, info);
  const node: NameNode = { kind: 'name', id: info.id, term: info.term, word, from: use.from, type: info.type, unit };
  checking.infoOf.set(node, info);
  if (use.from === 'field') return node;
  for (const yearsBack of checking.years) checking.references.set(`${yearsBack} ${info.id}`, { id: info.id, yearsBack });
  return node;
}

/** How prose writes a name so that it reads back: bare when the tokenizer takes exactly it, else in 「」. */
export function wordOf(checking: Checking, info: { readonly id: string; readonly term: string }): string {
  const { term } = info;
  const known = checking.vocabulary.longest(`${halfWidth(term)} `, 0);
  const bare = known?.kind === 'name' && known.name === term && known.length === term.length;
  if (bare && !functionOf.has(term) && !readOtherwise.test(term)) return term;
  return term.includes('」') ? info.id : `「${term}」`;
}

/** Beginnings of numbers, texts and quoted names, and the two words that may stand before a bracket or a text. */
const readOtherwise = /^[\d"“「\s\uFF10-\uFF19\uFF02]|^(表|table|日期|date)$/;
