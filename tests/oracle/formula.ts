/** Reads the formulas the generator writes (a subset of the language, words set off by spaces) into a small tree. */
import { decimal, type Exact, one } from './exact.js';
import { factorOf } from './units.js';

export type Node =
  | { readonly kind: 'number'; readonly value: Exact; readonly factor: Exact }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'name'; readonly word: string }
  | { readonly kind: 'field'; readonly table: string; readonly word: string }
  | { readonly kind: 'set'; readonly items: readonly Node[] }
  | { readonly kind: 'listed'; readonly word: string }
  | { readonly kind: 'two'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'minus'; readonly of: Node }
  | { readonly kind: 'between'; readonly of: Node; readonly low: Node; readonly high: Node }
  | { readonly kind: 'if'; readonly condition: Node; readonly then: Node; readonly other: Node }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly where?: Node };

const synonyms: Readonly<Record<string, string>> = {
  且: 'and',
  或: 'or',
  非: 'not',
  属于: 'in',
  不属于: 'not in',
  若: 'if',
  则: 'then',
  否则: 'else',
  其中: 'where',
  介于: 'between',
  与: 'with',
  不低于: '>=',
  不超过: '<=',
  超过: '>',
  低于: '<',
  等于: '=',
  '×': '*',
  '÷': '/',
  '≠': '<>',
  是: 'true',
  否: 'false',
  最小: 'min',
  最大: 'max',
  合计: 'sum',
  平均: 'avg',
  往年: 'prior',
  增长率: 'growth',
  满年数: 'years_since',
  否则取: 'or_else',
  件数: 'count',
  存在: 'any',
  缺: 'missing',
};

const pattern = /"[^"]*"|\d{4}-\d\d-\d\d|\d+(?:\.\d+)?|<=|>=|<>|[=<>+\-*/×÷≠()[\],.%]|[\p{L}\p{N}_·&㎡]+/gu;

interface Reader {
  readonly words: readonly string[];
  at: number;
  readonly mu: string;
}

const cache = new Map<string, Node>();

export function readFormula(text: string, mu: string): Node {
  const key = `${mu} ${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const words = (text.match(pattern) ?? []).map((word) => (Object.hasOwn(synonyms, word) ? (synonyms[word] ?? word) : word));
  const reader: Reader = { words, at: 0, mu };
  const node = readWhole(reader);
  if (reader.at !== words.length) throw new SyntaxError(`oracle cannot read ${text} from ${words[reader.at]}`);
  cache.set(key, node);
  return node;
}

const peek = (reader: Reader): string => reader.words[reader.at] ?? '';
function skip(reader: Reader, word: string): boolean {
  if (peek(reader) !== word) return false;
  reader.at++;
  return true;
}
function need(reader: Reader, word: string): void {
  if (!skip(reader, word)) throw new SyntaxError(`oracle expected ${word}, found ${peek(reader)}`);
}

function readWhole(reader: Reader): Node {
  if (!skip(reader, 'if')) return readEither(reader);
  const condition = readEither(reader);
  need(reader, 'then');
  const then = readWhole(reader);
  need(reader, 'else');
  return { kind: 'if', condition, then, other: readWhole(reader) };
}

const readEither = (reader: Reader): Node => readChain(reader, ['or'], (inner) => readChain(inner, ['and'], readNot));
const readSum = (reader: Reader): Node => readChain(reader, ['+', '-'], (inner) => readChain(inner, ['*', '/'], readSigned));

function readChain(reader: Reader, ops: readonly string[], item: (reader: Reader) => Node): Node {
  let left = item(reader);
  for (let op = peek(reader); ops.includes(op); op = peek(reader)) {
    reader.at++;
    left = { kind: 'two', op, left, right: item(reader) };
  }
  return left;
}

const readNot = (reader: Reader): Node => (skip(reader, 'not') ? { kind: 'not', of: readNot(reader) } : readRelation(reader));

function readRelation(reader: Reader): Node {
  const left = readSum(reader);
  const op = peek(reader);
  if (['=', '<>', '<', '<=', '>', '>='].includes(op)) {
    reader.at++;
    return { kind: 'two', op, left, right: readSum(reader) };
  }
  if (skip(reader, 'between')) {
    const low = readSum(reader);
    if (!skip(reader, 'with')) need(reader, 'and');
    return { kind: 'between', of: left, low, high: readSum(reader) };
  }
  if (skip(reader, 'not in')) return { kind: 'not', of: { kind: 'two', op: 'in', left, right: readSet(reader) } };
  return skip(reader, 'in') ? { kind: 'two', op: 'in', left, right: readSet(reader) } : left;
}

function readSet(reader: Reader): Node {
  if (skip(reader, '表')) {
    need(reader, '(');
    const word = peek(reader);
    reader.at++;
    need(reader, ')');
    return { kind: 'listed', word };
  }
  need(reader, '[');
  return { kind: 'set', items: readItems(reader, ']') };
}

function readItems(reader: Reader, close: string): Node[] {
  const items: Node[] = [];
  while (!skip(reader, close)) {
    items.push(readWhole(reader));
    skip(reader, ',');
    if (peek(reader) === 'where') break;
  }
  return items;
}

const readSigned = (reader: Reader): Node => (skip(reader, '-') ? { kind: 'minus', of: readSigned(reader) } : readValue(reader));

function readValue(reader: Reader): Node {
  const word = peek(reader);
  reader.at++;
  if (word === '(') {
    const inner = readWhole(reader);
    need(reader, ')');
    return inner;
  }
  if (word.startsWith('"')) return { kind: 'text', text: word.slice(1, -1) };
  if (/^\d{4}-\d\d-\d\d$/.test(word)) return { kind: 'date', text: word };
  if (/^\d/.test(word)) return { kind: 'number', value: decimal(word), factor: readUnit(reader) };
  if (word === 'true' || word === 'false') return { kind: 'flag', value: word === 'true' };
  if (skip(reader, '(')) return readCall(reader, word);
  if (skip(reader, '.')) {
    const field = peek(reader);
    reader.at++;
    return { kind: 'field', table: word, word: field };
  }
  return { kind: 'name', word };
}

function readCall(reader: Reader, name: string): Node {
  const args = readItems(reader, ')');
  if (!skip(reader, 'where')) return { kind: 'call', name, args };
  const where = readWhole(reader);
  need(reader, ')');
  return { kind: 'call', name, args, where };
}

/** The longest run of words that is a unit: `万元/亩`. */
function readUnit(reader: Reader): Exact {
  const longer = factorOf(reader.words.slice(reader.at, reader.at + 3).join(''), reader.mu);
  if (longer !== undefined && reader.words[reader.at + 1] === '/') {
    reader.at += 3;
    return longer;
  }
  const single = peek(reader) === '' ? undefined : factorOf(peek(reader), reader.mu);
  if (single === undefined) return one;
  reader.at++;
  return single;
}
