/** 语法分析, the innermost level: literals, names, brackets, calls, sets. */
import { parseDate } from '@muheng/quantity';
import { aggregating, type FunctionName, functionOf } from '../functions.js';
import { functionExamples } from '../texts.zh.js';
import type { Token } from '../tokens.js';
import { Trouble } from '../trouble.js';
import type { Cursor } from './cursor.js';
import type { Syntax } from './syntax.js';

/** How the levels around a value are read; handed in by expressions.ts. */
export interface Inner {
  readonly expression: (cursor: Cursor) => Syntax;
  readonly sum: (cursor: Cursor) => Syntax;
}

export function readValue(cursor: Cursor, inner: Inner): Syntax {
  const token = cursor.token;
  const { at, end } = token;
  if (token.kind === 'number') {
    cursor.take();
    return cursor.node({
      kind: 'number',
      value: token.value,
      ...(token.unit === undefined ? {} : { unit: token.unit }),
      at,
      end,
    });
  }
  if (token.kind === 'text') {
    cursor.take();
    return cursor.node({ kind: 'text', text: token.text, at, end });
  }
  if (token.kind === 'date') {
    cursor.take();
    return cursor.node({ kind: 'date', day: token.day, at, end });
  }
  if (token.kind === 'name') return readNamed(cursor, inner, token);
  if (cursor.at('yes') || cursor.at('no')) {
    const value = cursor.at('yes');
    cursor.take();
    return cursor.node({ kind: 'flag', value, at, end });
  }
  if (cursor.at('open')) return readBracket(cursor, inner);
  if (cursor.at('open_list')) return readItems(cursor, inner);
  return cursor.refuse('value');
}

/** Keeps the brackets' extent out of the tree: prose sets its own. */
function readBracket(cursor: Cursor, inner: Inner): Syntax {
  cursor.take();
  const bracketed = cursor.deeper(() => inner.expression(cursor));
  cursor.expect('close', 'close');
  return bracketed;
}

function readNamed(cursor: Cursor, inner: Inner, name: Extract<Token, { kind: 'name' }>): Syntax {
  const { word, quoted, at, end } = name;
  cursor.take();
  if (quoted) return readFieldOrName(cursor, { word, at, end });
  if (cursor.at('open')) {
    if (word === '表' || word === 'table') return readList(cursor, at);
    return readCall(cursor, inner, name);
  }
  const token = cursor.token;
  if ((word === '日期' || word === 'date') && token.kind === 'text') {
    cursor.take();
    const day = parseDate(token.text);
    if (day === undefined) throw new Trouble('date_invalid', token.at, { date: token.text });
    return cursor.node({ kind: 'date', day, at, end: token.end });
  }
  return readFieldOrName(cursor, { word, at, end });
}

function readFieldOrName(cursor: Cursor, name: { readonly word: string; readonly at: number; readonly end: number }): Syntax {
  if (!cursor.skip('dot')) return cursor.node({ kind: 'name', ...name });
  const field = cursor.token;
  if (field.kind !== 'name') return cursor.refuse('field');
  cursor.take();
  cursor.freeFields.push({ table: name.word, at: name.at });
  return cursor.node({ kind: 'field', table: name.word, word: field.word, at: name.at, end: field.end });
}

/** 表(名称) */
function readList(cursor: Cursor, at: number): Syntax {
  cursor.take();
  const token = cursor.token;
  if (token.kind !== 'name' && token.kind !== 'text') return cursor.refuse('list');
  cursor.take();
  const end = cursor.expect('close', 'close').end;
  return cursor.node({ kind: 'list', word: token.kind === 'name' ? token.word : token.text, at, end });
}

/** What stands after 属于: [ … ], 表(名称), or the bare name of a list. */
export function readSet(cursor: Cursor, inner: Inner): Syntax {
  const token = cursor.token;
  if (cursor.at('open_list')) return readItems(cursor, inner);
  if (token.kind !== 'name') return cursor.refuse('set');
  cursor.take();
  if ((token.word === '表' || token.word === 'table') && cursor.at('open')) return readList(cursor, token.at);
  return cursor.node({ kind: 'list', word: token.word, at: token.at, end: token.end });
}

function readItems(cursor: Cursor, inner: Inner): Syntax {
  const at = cursor.take().at;
  const items: Syntax[] = [];
  cursor.deeper(() => {
    do items.push(inner.sum(cursor));
    while (cursor.skip('comma'));
  });
  const end = cursor.expect('close_list', 'close_list').end;
  return cursor.node({ kind: 'set', items, at, end });
}

function readCall(cursor: Cursor, inner: Inner, { word, at }: Extract<Token, { kind: 'name' }>): Syntax {
  const name = functionOf.get(word);
  if (name === undefined) throw new Trouble('function_unknown', at, { name: word, near: '' });
  cursor.take();
  const before = cursor.freeFields;
  cursor.freeFields = [];
  const args: Syntax[] = [];
  const where = cursor.deeper(() => {
    if (!cursor.at('close') && !cursor.at('where')) {
      do args.push(inner.expression(cursor));
      while (cursor.skip('comma') && !cursor.at('where'));
    }
    return cursor.skip('where') ? inner.expression(cursor) : undefined;
  });
  const end = cursor.expect('close', 'close').end;
  const call: Call = { function: name, word, args, where, at, end, fields: cursor.freeFields };
  const gathers = aggregating.has(name) && (where !== undefined || call.fields.length > 0 || name === 'count' || name === 'any');
  if (gathers) {
    cursor.freeFields = before;
    return cursor.node(gathered(call));
  }
  if (where !== undefined) throw new Trouble('aggregate_not_possible', at, { name: word });
  cursor.freeFields = [...before, ...call.fields];
  return cursor.node({ kind: 'call', function: name, word, args, at, end });
}

interface Call {
  readonly function: FunctionName;
  readonly word: string;
  readonly args: readonly Syntax[];
  readonly where: Syntax | undefined;
  readonly at: number;
  readonly end: number;
  /** Table fields inside that no inner function gathers. */
  readonly fields: Cursor['freeFields'];
}

/** A call that gathers the rows of one side table: `件数(事件 其中 …)`, `合计(用地.面积)`. */
function gathered(call: Call): Syntax {
  const { at, end, word, where } = call;
  const value = call.args[0];
  if (value === undefined || call.args.length > 1) throw new Trouble('aggregate_one_value', at, { name: word });
  const first = call.fields[0];
  const base = { kind: 'aggregate', function: call.function, word, at, end, ...(where === undefined ? {} : { where }) } as const;
  const table = call.function === 'count' || call.function === 'any' ? value : undefined;
  if (table !== undefined && table.kind !== 'name') {
    throw new Trouble('arguments_wrong', at, {
      name: word,
      count: 1,
      found: call.args.length,
      example: functionExamples[call.function],
    });
  }
  const name = table?.word ?? first?.table;
  const other = call.fields.find((field) => field.table !== name);
  if (name === undefined) throw new Trouble('aggregate_one_value', value.at, { name: word });
  if (other !== undefined) throw new Trouble('aggregate_two_tables', other.at, { first: name, second: other.table });
  return table === undefined
    ? { ...base, table: name, tableAt: first?.at ?? at, value }
    : { ...base, table: name, tableAt: table.at };
}
