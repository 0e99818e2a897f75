/** 附表汇总的核对 — 件数, 存在, 合计, 最大, 最小, 平均 over the rows of one side table; 有效于 inside them. */
import { pureUnit } from '@muheng/quantity';
import type { FunctionName } from '../functions.js';
import type { Syntax } from '../parse/syntax.js';
import { formulaNodeInWords } from '../prose.js';
import { typeInWords, whatInWords } from '../texts.zh.js';
import type { AggregateFunction, AggregateNode, NameInfo, TableInfo, TypedNode } from '../tree.js';
import type { Checking } from './context.js';
import { unknownTable, wordOf } from './names.js';
import { flagCall } from './nodes.js';
import { checkAs } from './parts.js';

const aggregates: ReadonlyMap<FunctionName, AggregateFunction> = new Map(
  (['count', 'sum', 'max', 'min', 'avg', 'any'] as const).map((name): [FunctionName, AggregateFunction] => [name, name]),
);

export function checkAggregate(checking: Checking, syntax: Extract<Syntax, { kind: 'aggregate' }>): TypedNode | undefined {
  const gather = aggregates.get(syntax.function);
  const table = checking.space.table(syntax.table);
  if (checking.table !== undefined) return checking.refuse('aggregate_nested', syntax.at);
  if (checking.looksBack) return checking.refuse('prior_not_possible', syntax.at, { what: whatInWords.aggregate });
  if (table === undefined) return unknownTable(checking, syntax.table, syntax.tableAt);
  if (gather === undefined) return checking.refuse('aggregate_not_possible', syntax.at, { name: syntax.word });
  checking.table = table;
  const value = syntax.value === undefined ? undefined : checkGathered(checking, syntax.value, gather);
  const where =
    syntax.where === undefined ? undefined : checkAs(checking, syntax.where, { type: 'flag', what: whatInWords.condition });
  checking.table = undefined;
  if ((syntax.value !== undefined && value === undefined) || (syntax.where !== undefined && where === undefined))
    return undefined;
  const node: AggregateNode = {
    ...{ kind: 'aggregate', function: gather, table: table.id, word: wordOf(checking, table), key: '' },
    ...{ type: gather === 'any' ? 'flag' : (value?.type ?? 'number'), unit: value?.unit ?? pureUnit },
    ...(value === undefined ? {} : { value }),
    ...(where === undefined ? {} : { where }),
  };
  return remembered(checking, { ...node, key: formulaNodeInWords(node) });
}

/** Equal aggregates of one formula are one node, so that they are computed once. */
function remembered(checking: Checking, node: AggregateNode): AggregateNode {
  const known = checking.aggregates.get(node.key);
  if (known !== undefined) return known;
  checking.aggregates.set(node.key, node);
  return node;
}

function checkGathered(checking: Checking, syntax: Syntax, gather: AggregateFunction): TypedNode | undefined {
  const node = checking.check(syntax);
  if (node === undefined || node.type === 'number') return node;
  if (node.type === 'date' && (gather === 'max' || gather === 'min')) return node;
  return checking.refuse('type_mismatch', syntax.at, {
    what: whatInWords.argument(gather),
    wanted: typeInWords.number,
    found: typeInWords[node.type],
  });
}

/** from ≤ day, and to absent (still valid) or ≥ day. */
export function checkValidOn(checking: Checking, call: Extract<Syntax, { kind: 'call' }>): TypedNode | undefined {
  const table = checking.table;
  if (table === undefined) return checking.refuse('valid_on_outside', call.at);
  const from = dateField(checking, table, ['valid_from', 'from']);
  const to = dateField(checking, table, ['valid_to', 'to']);
  if (from === undefined || to === undefined) return checking.refuse('valid_on_fields', call.at, { table: table.term });
  const day = checkAs(checking, call.args[0]!, { type: 'date', what: whatInWords.argument(call.word) });
  if (day === undefined) return undefined;
  const open = flagCall('or', [flagCall('missing', [to]), flagCall('at_least', [to, day])]);
  const expanded = flagCall('and', [flagCall('at_most', [from, day]), open]);
  return { kind: 'valid_on', day, expanded, type: 'flag', unit: pureUnit };
}

function dateField(checking: Checking, table: TableInfo, ids: readonly string[]): TypedNode | undefined {
  const info = ids
    .map((id) => table.fields.find((field) => field.id === id && field.type === 'date'))
    .find((field): field is NameInfo => field !== undefined);
  if (info === undefined) return undefined;
  return {
    kind: 'name',
    id: info.id,
    term: info.term,
    word: wordOf(checking, info),
    from: 'field',
    type: 'date',
    unit: pureUnit,
  };
}
