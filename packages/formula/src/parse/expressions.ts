/**
 * 语法分析 — tokens → syntax tree, by precedence: 若 < 或 < 且 < 非 < comparison < + − < × ÷ < sign < value.
 * Chains are loops, and every bracket, call, sign and branch goes through `Cursor.deeper`, so no text can exhaust the stack.
 */
import type { Arithmetic, Comparison } from '../functions.js';
import { Trouble } from '../trouble.js';
import type { Keyword } from '../vocabulary.js';
import type { Cursor } from './cursor.js';
import type { Syntax } from './syntax.js';
import { type Inner, readSet, readValue } from './values.js';

export function readWhole(cursor: Cursor): Syntax {
  const tree = readExpression(cursor);
  if (cursor.token.kind !== 'end') cursor.refuse('end');
  return tree;
}

function readExpression(cursor: Cursor): Syntax {
  return cursor.at('if') ? readIf(cursor) : readOr(cursor);
}

/** 若 c 则 a 否则 若 … : a chain of branches is one level deep. */
function readIf(cursor: Cursor): Syntax {
  return cursor.deeper(() => {
    const branches: { readonly at: number; readonly condition: Syntax; readonly whenTrue: Syntax }[] = [];
    while (cursor.at('if')) {
      const at = cursor.take().at;
      const condition = readOr(cursor);
      cursor.skip('comma');
      cursor.expect('if_true', 'if_true');
      const whenTrue = readExpression(cursor);
      cursor.skip('comma');
      cursor.expect('if_false', 'if_false');
      branches.push({ at, condition, whenTrue });
    }
    let tree = readOr(cursor);
    for (const { at, condition, whenTrue } of branches.reverse()) {
      tree = cursor.node({ kind: 'if', condition, whenTrue, whenFalse: tree, at, end: tree.end });
    }
    return tree;
  });
}

const readOr = (cursor: Cursor): Syntax => readJoined(cursor, 'or', (inner) => readJoined(inner, 'and', readNot));

function readJoined(cursor: Cursor, op: 'and' | 'or', readItem: (cursor: Cursor) => Syntax): Syntax {
  const first = readItem(cursor);
  if (!cursor.at(op)) return first;
  const items = [first];
  while (cursor.skip(op)) items.push(readItem(cursor));
  return cursor.node({ kind: 'join', op, items, at: first.at, end: items[items.length - 1]!.end });
}

function readNot(cursor: Cursor): Syntax {
  if (!cursor.at('not')) return readComparison(cursor);
  const at = cursor.take().at;
  const of = cursor.deeper(() => readNot(cursor));
  return cursor.node({ kind: 'not', of, at, end: of.end });
}

const comparisons: ReadonlyMap<Keyword, Comparison> = new Map(
  (['equal', 'unequal', 'less', 'at_most', 'more', 'at_least'] as const).map((op): [Keyword, Comparison] => [op, op]),
);

function readComparison(cursor: Cursor): Syntax {
  const left = readSum(cursor);
  const compared = readRelation(cursor, left);
  const token = cursor.token;
  if (compared !== left && token.kind === 'keyword' && comparisons.has(token.keyword))
    throw new Trouble('comparison_chained', token.at);
  return compared;
}

function readRelation(cursor: Cursor, left: Syntax): Syntax {
  const token = cursor.token;
  if (token.kind === 'number') return left.kind === 'number' ? left : readEdge(cursor, left);
  if (token.kind !== 'keyword') return left;
  const op = comparisons.get(token.keyword);
  if (op !== undefined) {
    cursor.take();
    const right = readSum(cursor);
    return cursor.node({ kind: 'compare', op, left, right, at: left.at, end: right.end });
  }
  if (token.keyword === 'stands_at') {
    cursor.take();
    return readEdge(cursor, left);
  }
  if (token.keyword === 'between') return readBetween(cursor, left);
  if (token.keyword === 'not' && cursor.at('among', 1)) {
    cursor.take();
    return negated(cursor, readAmong(cursor, left));
  }
  if (token.keyword === 'not_among') return negated(cursor, readAmong(cursor, left));
  return token.keyword === 'among' ? readAmong(cursor, left) : left;
}

const negated = (cursor: Cursor, of: Syntax): Syntax => cursor.node({ kind: 'not', of, at: of.at, end: of.end });

/** `用地面积 在 3 亩 以上`, or without 在 before a plain number. */
function readEdge(cursor: Cursor, left: Syntax): Syntax {
  const right = readSum(cursor);
  const token = cursor.token;
  const op = cursor.skip('or_more') ? 'at_least' : cursor.skip('or_less') ? 'at_most' : undefined;
  if (op === undefined) return cursor.refuse('edge');
  return cursor.node({ kind: 'compare', op, left, right, at: left.at, end: token.end });
}

function readBetween(cursor: Cursor, of: Syntax): Syntax {
  cursor.take();
  const low = readSum(cursor);
  if (!cursor.skip('and')) cursor.expect('with', 'with');
  const high = readSum(cursor);
  const end = cursor.at('inside') ? cursor.take().end : high.end;
  return cursor.node({ kind: 'between', of, low, high, at: of.at, end });
}

function readAmong(cursor: Cursor, of: Syntax): Syntax {
  cursor.take();
  const set = readSet(cursor, inner);
  return cursor.node({ kind: 'among', of, set, at: of.at, end: set.end });
}

const sums: ReadonlyMap<Keyword, Arithmetic> = new Map([
  ['plus', 'add'],
  ['minus', 'subtract'],
]);
const products: ReadonlyMap<Keyword, Arithmetic> = new Map([
  ['multiply', 'multiply'],
  ['divide', 'divide'],
]);

const readSum = (cursor: Cursor): Syntax => readChain(cursor, sums, readProduct);
const readProduct = (cursor: Cursor): Syntax => readChain(cursor, products, readSigned);

function readChain(cursor: Cursor, operators: ReadonlyMap<Keyword, Arithmetic>, readItem: (cursor: Cursor) => Syntax): Syntax {
  let left = readItem(cursor);
  for (;;) {
    const token = cursor.token;
    const op = token.kind === 'keyword' ? operators.get(token.keyword) : undefined;
    if (op === undefined) return left;
    cursor.take();
    const right = readItem(cursor);
    left = cursor.node({ kind: 'calculate', op, left, right, at: left.at, end: right.end });
  }
}

function readSigned(cursor: Cursor): Syntax {
  if (!cursor.at('minus')) return readValue(cursor, inner);
  const at = cursor.take().at;
  const of = cursor.deeper(() => readSigned(cursor));
  return cursor.node({ kind: 'negate', of, at, end: of.end });
}

const inner: Inner = { expression: readExpression, sum: readSum };
