/**
 * 核对 — syntax tree → typed tree: names are found, types and units settled, conversions put in. Every trouble becomes a finding;
 * a part that failed is undefined and its surroundings stay silent.
 */
import { dimensionless, pureUnit } from '@muheng/quantity';
import type { Syntax } from '../parse/syntax.js';
import { typeInWords, whatInWords } from '../texts.zh.js';
import type { TypedNode } from '../tree.js';
import { checkCall } from './calls.js';
import { comparisonOfTypes } from './comparisons.js';
import type { Checking } from './context.js';
import { movedDate } from './dates.js';
import { checkName } from './names.js';
import { date, flag, flagCall, number, numberCall, sameCall } from './nodes.js';
import { alikeTyped, checkAs } from './parts.js';
import { checkAmong, misplacedSet } from './sets.js';
import { checkAggregate } from './tables.js';
import { alike, plainNumber, unitOf } from './units.js';

type Kind = Syntax['kind'];
type Check<K extends Kind> = (checking: Checking, syntax: Extract<Syntax, { kind: K }>) => TypedNode | undefined;

/** One part of the tree; its own parts are checked through `checking.check`. */
export function checkKind(checking: Checking, syntax: Syntax): TypedNode | undefined {
  switch (syntax.kind) {
    case 'number':
      return number(syntax.value, syntax.unit ?? pureUnit);
    case 'text':
      checking.texts.add(syntax.text);
      return { kind: 'text', text: syntax.text, type: 'text', unit: pureUnit };
    case 'date':
      return date(syntax.day);
    case 'flag':
      return flag(syntax.value);
    case 'name':
    case 'field':
      return checkName(checking, syntax);
    case 'set':
    case 'list':
      return misplacedSet(checking, syntax);
    case 'call':
      return checkCall(checking, syntax);
    case 'aggregate':
      return checkAggregate(checking, syntax);
    case 'negate':
      return checkNegate(checking, syntax);
    case 'not':
      return checkNot(checking, syntax);
    case 'calculate':
      return checkCalculate(checking, syntax);
    case 'compare':
      return checkCompare(checking, syntax);
    case 'join':
      return checkJoin(checking, syntax);
    case 'between':
      return checkBetween(checking, syntax);
    case 'among':
      return checkAmong(checking, syntax);
    case 'if':
      return checkIf(checking, syntax);
  }
}

const checkNegate: Check<'negate'> = (checking, syntax) => {
  const of = checkAs(checking, syntax.of, { type: 'number', what: whatInWords.operand });
  if (of === undefined) return undefined;
  return of.kind === 'constant' ? { ...of, value: 0 - of.value } : sameCall('negate', [of], of);
};

const checkNot: Check<'not'> = (checking, syntax) => {
  const of = checkAs(checking, syntax.of, { type: 'flag', what: whatInWords.condition });
  return of === undefined ? undefined : flagCall('not', [of]);
};

const checkJoin: Check<'join'> = (checking, syntax) => {
  const items = syntax.items.map((item) => checkAs(checking, item, { type: 'flag', what: whatInWords.condition }));
  const whole = items.filter((item) => item !== undefined);
  return whole.length === items.length ? flagCall(syntax.op, whole) : undefined;
};

const checkCalculate: Check<'calculate'> = (checking, syntax) => {
  const left = checking.check(syntax.left);
  const right = checking.check(syntax.right);
  if (left === undefined || right === undefined) return undefined;
  const { op, at } = syntax;
  if (left.type === 'date' && (op === 'add' || op === 'subtract'))
    return movedDate(checking, { left, right, op, at: syntax.right.at });
  for (const [node, part] of [
    [left, syntax.left],
    [right, syntax.right],
  ] as const) {
    if (node.type === 'number') continue;
    return checking.refuse('type_mismatch', part.at, {
      what: whatInWords.operand,
      wanted: typeInWords.number,
      found: typeInWords[node.type],
    });
  }
  if (op === 'add' || op === 'subtract') {
    const both = alike(checking, [left, right], { doing: 'add', at: [syntax.left.at, syntax.right.at] });
    return both === undefined ? undefined : numberCall(op, both.nodes, both.unit);
  }
  const factors = [plainNumber(left), plainNumber(right)] as const;
  const unit = unitOf(op, factors[0].unit, factors[1].unit);
  if (unit === undefined) return checking.refuse('unit_too_large', at);
  const result = numberCall(op, factors, unit);
  return dimensionless(unit) ? plainNumber(result) : result;
};

const checkCompare: Check<'compare'> = (checking, syntax) => {
  const left = checking.check(syntax.left);
  const right = checking.check(syntax.right);
  if (left === undefined || right === undefined) return undefined;
  const both = comparisonOfTypes(checking, [left, right], {
    parts: [syntax.left, syntax.right],
    ordered: syntax.op !== 'equal' && syntax.op !== 'unequal',
  });
  return both === undefined ? undefined : flagCall(syntax.op, both);
};

const checkBetween: Check<'between'> = (checking, syntax) => {
  const parts = [syntax.of, syntax.low, syntax.high];
  const nodes = parts.map((part) => checking.check(part)).filter((node) => node !== undefined);
  if (nodes.length < parts.length) return undefined;
  const all = comparisonOfTypes(checking, nodes, { parts, ordered: true });
  return all === undefined ? undefined : flagCall('between', all);
};

const checkIf: Check<'if'> = (checking, syntax) => {
  const condition = checkAs(checking, syntax.condition, { type: 'flag', what: whatInWords.condition });
  const then = checking.check(syntax.whenTrue);
  const otherwise = checking.check(syntax.whenFalse);
  if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
  const branches = alikeTyped(checking, [then, otherwise], {
    parts: [syntax.whenTrue, syntax.whenFalse],
    what: whatInWords.branches,
  });
  return branches === undefined ? undefined : sameCall('if', [condition, ...branches], branches[0]!);
};
