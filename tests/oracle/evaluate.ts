/** Computes one formula for one subject: the oracle's own reading of the absence table and of every function. */
import { type Day, dayCount, fullYears, readDay } from './calendar.js';
import { type Cell, flag, gone, type NumberCell, number, numberOf, strongest } from './cell.js';
import {
  below,
  type Exact,
  larger,
  minus,
  negative,
  one,
  over,
  plus,
  sign,
  size,
  smaller,
  times,
  toNumber,
  whole,
  zero,
} from './exact.js';
import type { Node } from './formula.js';
import { commonLog, exponential, naturalLog, squareRoot } from './irrational.js';
import type { Judge, Mode } from './judge.js';
import { converted } from './units.js';

/** What a formula may ask of its surroundings. */
export interface Scope {
  readonly judge: Judge;
  readonly referenceDay: Day;
  name(word: string, yearsBack: number): Cell;
  rows(table: string): readonly ((field: string) => Cell | undefined)[];
  list(word: string): readonly string[];
  member(word: string, day: Day): boolean;
  readonly field?: (word: string) => Cell | undefined;
}

export function evaluate(node: Node, scope: Scope, back = 0): Cell {
  switch (node.kind) {
    case 'number':
      return number(node.value, node.factor);
    case 'text':
      return node;
    case 'flag':
      return node;
    case 'date':
      return { kind: 'date', day: readDay(node.text) };
    case 'name':
      return node.word === '基准日'
        ? { kind: 'date', day: scope.referenceDay }
        : (scope.field?.(node.word) ?? scope.name(node.word, back));
    case 'field':
      return scope.field?.(node.word) ?? gone('missing');
    case 'minus':
      return eachNumber([evaluate(node.of, scope, back)], ([a]) => number(negative(a!.x), a!.factor));
    case 'not':
      return inverted(evaluate(node.of, scope, back));
    case 'if':
      return branch(node, scope, back);
    case 'between':
      return between(node, scope, back);
    case 'two':
      return two(node, scope, back);
    case 'call':
      return call(node, scope, back);
    default:
      throw new TypeError(`${node.kind} has no value`);
  }
}

/** A condition: true only when it is surely true. */
export const holds = (cell: Cell): boolean => cell.kind === 'flag' && cell.value;

const inverted = (cell: Cell): Cell => (cell.kind === 'flag' ? flag(!cell.value) : cell);

function branch(node: Extract<Node, { kind: 'if' }>, scope: Scope, back: number): Cell {
  const condition = evaluate(node.condition, scope, back);
  return condition.kind === 'gone' ? condition : evaluate(holds(condition) ? node.then : node.other, scope, back);
}

function between(node: Extract<Node, { kind: 'between' }>, scope: Scope, back: number): Cell {
  const cells = [node.of, node.low, node.high].map((part) => evaluate(part, scope, back));
  return strongest(cells) ?? flag(compare(cells[0]!, cells[1]!, scope) >= 0 && compare(cells[0]!, cells[2]!, scope) <= 0);
}

function eachNumber(cells: readonly Cell[], make: (numbers: readonly NumberCell[]) => Cell): Cell {
  return strongest(cells) ?? make(cells.map(numberOf));
}

function compare(a: Cell, b: Cell, scope: Scope): number {
  if (a.kind === 'number' && b.kind === 'number') return scope.judge.order(a.x, converted(b.x, b.factor, a.factor), 'comparison');
  if (a.kind === 'date' && b.kind === 'date') return Math.sign(dayCount(a.day) - dayCount(b.day));
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text ? 0 : 1;
  if (a.kind === 'flag' && b.kind === 'flag') return a.value === b.value ? 0 : 1;
  throw new TypeError(`${a.kind} against ${b.kind}`);
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function two(node: Extract<Node, { kind: 'two' }>, scope: Scope, back: number): Cell {
  const left = evaluate(node.left, scope, back);
  if (node.op === 'in') return left.kind === 'gone' ? left : flag(among(left, node.right, scope));
  const right = evaluate(node.right, scope, back);
  if (node.op === 'and' || node.op === 'or') return joined(node.op, left, right);
  const gap = strongest([left, right]);
  if (gap !== undefined) return gap;
  const test = comparisons[node.op];
  return test === undefined ? arithmetic(node.op, numberOf(left), numberOf(right)) : flag(test(compare(left, right, scope)));
}

function joined(op: 'and' | 'or', left: Cell, right: Cell): Cell {
  const decides = op === 'or';
  if ([left, right].some((cell) => cell.kind === 'flag' && cell.value === decides)) return flag(decides);
  return strongest([left, right]) ?? flag(!decides);
}

function among(left: Cell, set: Node, scope: Scope): boolean {
  if (set.kind === 'listed') return left.kind === 'text' && scope.list(set.word).includes(left.text);
  if (set.kind !== 'set') throw new TypeError('no set');
  return set.items.some((item) => compare(left, evaluate(item, scope), scope) === 0);
}

function arithmetic(op: string, a: NumberCell, b: NumberCell): Cell {
  if (op === '*') return number(times(a.x, b.x), times(a.factor, b.factor));
  if (op === '/') return b.x.over === 0n ? gone('not_computable') : number(over(a.x, b.x), over(a.factor, b.factor));
  const other = converted(b.x, b.factor, a.factor);
  return number(op === '+' ? plus(a.x, other) : minus(a.x, other), a.factor);
}

type Call = Extract<Node, { kind: 'call' }>;
type Function = (args: readonly Cell[], scope: Scope) => Cell;

/** Functions of numbers, strict in absence. */
const strictly =
  (make: (numbers: readonly NumberCell[], scope: Scope) => Cell): Function =>
  (args, scope) =>
    eachNumber(args, (numbers) => make(numbers, scope));

/** 不适用 is passed over, any other absence stays. */
const folding =
  (fold: (numbers: readonly Exact[]) => Exact): Function =>
  (args) => {
    const counted = args.filter((cell) => !(cell.kind === 'gone' && cell.why === 'not_applicable'));
    if (counted.length === 0) return gone('not_applicable');
    return eachNumber(counted, (numbers) =>
      number(fold(numbers.map((n) => converted(n.x, n.factor, numbers[0]!.factor))), numbers[0]!.factor),
    );
  };

const pure = (cell: NumberCell): Exact => converted(cell.x, cell.factor, one);
const onPure = (allowed: (x: Exact) => boolean, make: (x: Exact) => Exact): Function =>
  strictly(([a]) => (allowed(pure(a!)) ? number(make(pure(a!)), one) : gone('not_computable')));

const sumUp = (all: readonly Exact[]): Exact => all.reduce(plus);

const functions: Readonly<Record<string, Function>> = {
  min: folding((all) => all.reduce(smaller)),
  max: folding((all) => all.reduce(larger)),
  sum: folding(sumUp),
  avg: folding((all) => over(sumUp(all), whole(all.length))),
  abs: strictly(([a]) => number(size(a!.x), a!.factor)),
  floor: strictly(([a], { judge }) => number(stepDown(a!.x, judge), a!.factor)),
  ceil: strictly(([a], { judge }) => number(negative(stepDown(negative(a!.x), judge)), a!.factor)),
  round: (args, { judge }) => {
    const mode = args[2]?.kind === 'text' ? readMode(args[2].text) : 'excel';
    return eachNumber(args.slice(0, 2), ([a, to]) =>
      number(judge.round(a!.x, { to: toNumber(to!.x), by: mode }, 'round()'), a!.factor),
    );
  },
  clamp: strictly(([a, low, high]) => {
    const [least, most] = [low!, high!].map((cell) => converted(cell.x, cell.factor, a!.factor));
    return number(smaller(larger(a!.x, least!), most!), a!.factor);
  }),
  sqrt: onPure((x) => sign(x) >= 0, squareRoot),
  ln: onPure((x) => sign(x) > 0, naturalLog),
  log10: onPure((x) => sign(x) > 0, commonLog),
  exp: onPure(() => true, exponential),
  or_else: ([a, b]) => (a!.kind === 'gone' ? b! : a!),
  years_since: ([a], { referenceDay }) => (a!.kind === 'date' ? number(whole(fullYears(a!.day, referenceDay)), one) : a!),
};

/** Whole numbers within the tolerance count as reached. */
export function stepDown(x: Exact, judge: Judge): Exact {
  const floor = whole(below(x));
  return judge.order(x, plus(floor, one), 'whole step') >= 0 ? plus(floor, one) : floor;
}

export function readMode(text: string): Mode {
  if (text !== 'excel' && text !== 'gbt8170' && text !== 'up' && text !== 'down') throw new TypeError(text);
  return text;
}

const kinds = ['not_applicable', 'not_reported', 'not_computable'];

function call(node: Call, scope: Scope, back: number): Cell {
  const { name, args } = node;
  const first = args[0]!;
  if (name === 'count' || name === 'any' || first.kind === 'field') return gathered(node, scope);
  if (name === 'prior') return evaluate(first, scope, back + yearsOf(args[1]));
  if (name === 'growth') return growth(evaluate(first, scope, back), evaluate(first, scope, back + 1));
  if (name === 'member' || name === '列入') return membership(node, scope);
  const cells = args.map((arg) => evaluate(arg, scope, back));
  if (name === 'missing') return flag(cells[0]!.kind === 'gone');
  if (kinds.includes(name)) return flag(cells[0]!.kind === 'gone' && cells[0]!.why === name);
  const known = functions[name];
  if (known === undefined) throw new TypeError(`no function ${name}`);
  return known(cells, scope);
}

const yearsOf = (node: Node | undefined): number => (node?.kind === 'number' ? toNumber(node.value) : 1);

function membership({ args }: Call, scope: Scope): Cell {
  const [list, day] = args;
  if (list?.kind !== 'name') throw new TypeError('no list');
  return flag(scope.member(list.word, day?.kind === 'date' ? readDay(day.text) : scope.referenceDay));
}

function growth(now: Cell, before: Cell): Cell {
  return eachNumber([now, before], ([a, b]) =>
    sign(b!.x) > 0 ? number(over(minus(a!.x, b!.x), b!.x), one) : gone('not_computable'),
  );
}

/** `count(events where …)`, `sum(events.amount where …)`. */
function gathered({ name, args, where }: Call, scope: Scope): Cell {
  const [first] = args;
  const table = first?.kind === 'name' ? first.word : first?.kind === 'field' ? first.table : '';
  const rows = scope.rows(table).filter((row) => where === undefined || holds(evaluate(where, { ...scope, field: row })));
  if (name === 'count') return number(whole(rows.length), one);
  if (name === 'any') return flag(rows.length > 0);
  if (first?.kind !== 'field') throw new TypeError('no field');
  const cells = rows.map((row) => row(first.word) ?? gone('missing'));
  if (cells.length === 0) return name === 'sum' ? number(zero, one) : gone('not_applicable');
  return functions[name]!(cells, scope);
}
