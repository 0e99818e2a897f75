/**
 * 公式的文字 — a typed tree as Chinese prose that `readFormula` reads back to the same tree. `>=` is 以上, `>` is 超过.
 * Brackets only where precedence needs them, and wherever 且 and 或 meet.
 */
import { type FunctionName, functions, type Operation } from './functions.js';
import { shownDate, shownNumber } from './print.js';
import { operatorSigns, words } from './texts.zh.js';
import type { AggregateNode, CallNode, CodeTestNode, ConstantNode, Formula, TimeStep, TypedNode } from './tree.js';

export const formulaInWords = (formula: Formula): string => formulaNodeInWords(formula.tree);

/** How tightly a node holds together; an operand that holds less tightly stands in brackets. */
export const levels = { branch: 0, or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, sign: 7, value: 8 } as const;

/** Writes a node with its operands written by `write`; the trace passes a writer that puts numbers in. */
export type Write = (node: TypedNode, least: number) => string;

export const formulaNodeInWords = (node: TypedNode): string => inWords(node, levels.branch);

const inWords: Write = (node, least) => bracketed(nodeInWords(node, inWords), levelOf(node), least);

export const bracketed = (text: string, level: number, least: number): string => (level < least ? `(${text})` : text);

export function nodeInWords(node: TypedNode, write: Write): string {
  switch (node.kind) {
    case 'constant':
      return constantInWords(node);
    case 'text':
      return quoted(node.text);
    case 'name':
      return node.word;
    case 'builtin':
      return words[node.which];
    case 'convert':
      return write(node.of, levels.branch);
    case 'prior':
      return called('prior', [write(node.of, levels.branch), `${node.years} 年`]);
    case 'growth':
      return called('growth', [write(node.of, levels.branch)]);
    case 'consecutive':
      return called('consecutive', [write(node.of, levels.branch), `${node.years} 年`]);
    case 'move_date':
      return `${write(node.of, levels.sum)} ${stepInWords(node.by)}`;
    case 'among':
      return `${write(node.of, levels.sum)} ${words.among} ${setInWords(node)}`;
    case 'code_test':
      return codeTestInWords(node, write);
    case 'member':
      return called('member', [node.word, ...(node.written === undefined ? [] : [write(node.written, levels.branch)])]);
    case 'valid_on':
      return called('valid_on', [write(node.day, levels.branch)]);
    case 'aggregate':
      return aggregateInWords(node, write);
    case 'call':
      return callInWords(node, write);
  }
}

export function levelOf(node: TypedNode): number {
  if (node.kind === 'convert') return levelOf(node.of);
  if (node.kind === 'move_date') return levels.sum;
  if (node.kind === 'among') return levels.compare;
  if (node.kind === 'constant' && node.value < 0 && node.type === 'number') return levels.sign;
  return node.kind === 'call' ? (operationLevels.get(node.op) ?? levels.value) : levels.value;
}

const operationLevels: ReadonlyMap<Operation, number> = new Map<Operation, number>([
  ['if', levels.branch],
  ['or', levels.or],
  ['and', levels.and],
  ['not', levels.not],
  ...(['equal', 'unequal', 'less', 'at_most', 'more', 'at_least', 'between'] as const).map((op): [Operation, number] => [
    op,
    levels.compare,
  ]),
  ...(['add', 'subtract', 'days_between'] as const).map((op): [Operation, number] => [op, levels.sum]),
  ...(['multiply', 'divide'] as const).map((op): [Operation, number] => [op, levels.product]),
  ['negate', levels.sign],
]);

export function constantInWords(node: ConstantNode): string {
  if (node.type === 'date') return shownDate(node.value);
  if (node.type === 'flag') return node.value === 1 ? words.yes : words.no;
  const unit = node.unit.text;
  const bare = unit === '' || (node.value === 0 && /^\d/.test(unit));
  if (bare) return shownNumber(node.value);
  return unit === '%' || unit === '‰' ? `${shownNumber(node.value)}${unit}` : `${shownNumber(node.value)} ${unit}`;
}

/** A closing quote inside is doubled. */
export const quoted = (text: string): string => `“${text.replaceAll('”', '””')}”`;

const called = (name: FunctionName, args: readonly string[]): string => `${functions[name].term}(${args.join(', ')})`;

const timeWords: Readonly<Record<TimeStep['in'], string>> = { year: '年', month: '个月', day: '天' };

const stepInWords = (step: TimeStep): string => `${step.amount < 0 ? '-' : '+'} ${Math.abs(step.amount)} ${timeWords[step.in]}`;

function setInWords(node: Extract<TypedNode, { kind: 'among' }>): string {
  if (node.list !== undefined) return `${words.table}(${node.list.word})`;
  return `[${[...node.texts.map(quoted), ...node.numbers.map(constantInWords)].join(', ')}]`;
}

function codeTestInWords(node: CodeTestNode, write: Write): string {
  const of = write(node.of, levels.branch);
  const { test } = node;
  if (test.kind === 'between') return called('code_between', [of, quoted(test.low), quoted(test.high)]);
  const [only, ...others] = test.prefixes;
  const prefixes = only !== undefined && others.length === 0 ? quoted(only) : `[${test.prefixes.map(quoted).join(', ')}]`;
  return called('starts_with', [of, test.list === undefined ? prefixes : `${words.table}(${test.list.word})`]);
}

function aggregateInWords(node: AggregateNode, write: Write): string {
  const gathered = node.value === undefined ? node.word : tableSaid(node.value, node.word, write);
  const where = node.where === undefined ? '' : ` ${words.where} ${write(node.where, levels.branch)}`;
  return called(node.function, [gathered + where]);
}

/** The fields of the gathered value are written with their table. */
function tableSaid(value: TypedNode, table: string, write: Write): string {
  const withTable: Write = (node, least) => {
    if (node.kind === 'name' && node.from === 'field') return `${table}.${write(node, least)}`;
    return bracketed(nodeInWords(node, withTable), levelOf(node), least);
  };
  return withTable(value, levels.branch);
}

function callInWords(node: CallNode, write: Write): string {
  const [first, second, third] = node.args;
  const { op } = node;
  switch (op) {
    case 'if':
      return `${words.if} ${write(first!, levels.or)} ${words.if_true} ${write(second!, levels.or)} ${words.if_false} ${write(third!, levels.branch)}`;
    case 'and':
    case 'or':
      return node.args.map((arg) => write(arg, levels.not)).join(` ${words[op]} `);
    case 'not':
      return `${words.not} ${write(first!, levels.not)}`;
    case 'negate':
      return `-${write(first!, levels.value)}`;
    case 'between':
      return `${write(first!, levels.sum)} ${words.between} ${write(second!, levels.sum)} ${words.with} ${write(third!, levels.sum)}`;
    case 'add':
    case 'subtract':
    case 'days_between':
      return `${write(first!, levels.sum)} ${operatorSigns[op]} ${write(second!, levels.product)}`;
    case 'multiply':
    case 'divide':
      return `${write(first!, levels.product)} ${operatorSigns[op]} ${write(second!, levels.sign)}`;
    case 'equal':
    case 'unequal':
      return `${write(first!, levels.sum)} ${operatorSigns[op]} ${write(second!, levels.sum)}`;
    case 'less':
    case 'at_most':
    case 'more':
    case 'at_least':
      return comparisonInWords(op, [write(first!, levels.sum), write(second!, levels.sum)], first!.type === 'date');
    default:
      return called(op, [...node.args.map((arg) => write(arg, levels.branch)), ...roundingArguments(node)]);
  }
}

function roundingArguments(node: CallNode): readonly string[] {
  if (node.rounding === undefined) return [];
  return [String(node.rounding.to), ...(node.rounding.by === 'excel' ? [] : [quoted(node.rounding.by)])];
}

type Ordering = 'less' | 'at_most' | 'more' | 'at_least';
const ofDates: Readonly<Record<Ordering, string>> = { less: '早于', at_most: '不晚于', more: '晚于', at_least: '不早于' };
const ofNumbers: Readonly<Record<Ordering, readonly [before: string, after: string]>> = {
  less: ['低于', ''],
  at_most: [words.at, words.or_less],
  more: ['超过', ''],
  at_least: [words.at, words.or_more],
};

function comparisonInWords(op: Ordering, sides: readonly [string, string], dates: boolean): string {
  if (dates) return `${sides[0]} ${ofDates[op]} ${sides[1]}`;
  const [before, after] = ofNumbers[op];
  return `${sides[0]} ${before} ${sides[1]}${after === '' ? '' : ` ${after}`}`;
}
