/**
 * 条件的实况 — why a condition holds or does not, with the figures of one row: `应税销售收入 499 万元，低于 500 万元`. Only the parts
 * that decide are told: of 且 that fails the failing ones, of 或 that holds the holding ones. Read trace.ts for how values are written.
 */
import { PRESENT } from './absence.js';
import { Dictionary } from './dictionary.js';
import { formatNumber } from './print.js';
import { formulaNodeInWords } from './prose.js';
import { back, evaluate, type Spot } from './row.js';
import { decisionWords, relationWords, words } from './texts.zh.js';
import { allPartsOf, nameAt, shownCell, textWithNumbers } from './trace.js';
import type { CallNode, Formula, Frame, TypedNode } from './tree.js';

/** Prepared for one formula and frame. Where the condition cannot be decided the answer names what is absent: `用地面积 缺`. */
export function conditionInFigures(formula: Formula, frame: Frame): (row: number) => string {
  const texts = Dictionary.for(formula, frame);
  return (row) => {
    const spot: Spot = { frame, row, texts, yearsBack: 0 };
    const { value, absence } = evaluate(formula.tree, spot);
    const said = absence === PRESENT ? limbs(formula.tree, spot, value === 1) : absentNames(formula.tree, spot);
    return [...new Set(said)].join('；');
  };
}

function absentNames(node: TypedNode, spot: Spot): readonly string[] {
  if (evaluate(node, spot).absence === PRESENT) return [];
  const parts = allPartsOf(node, spot).flatMap(([part, at]) => absentNames(part, at));
  return parts.length > 0 ? parts : [textWithNumbers(node, spot)];
}

/** What decides that `node` holds or not; absent parts decide nothing. */
function limbs(node: TypedNode, spot: Spot, holds: boolean): readonly string[] {
  const wanted = holds ? 1 : 0;
  if (node.kind === 'prior') return limbs(node.of, back(spot, node.years), holds);
  if (node.kind === 'call' && node.op === 'not') return limbs(node.args[0]!, spot, !holds);
  if (node.kind === 'call' && (node.op === 'and' || node.op === 'or'))
    return node.args.flatMap((arg) => (evaluate(arg, spot).value === wanted ? limbs(arg, spot, holds) : []));
  if (node.kind === 'consecutive')
    return Array.from({ length: node.years }, (_, years) => back(spot, years)).flatMap((at) =>
      evaluate(node.of, at).value === wanted ? limbs(node.of, at, holds) : [],
    );
  return node.kind === 'constant' ? [] : [limb(node, spot, holds)];
}

function limb(node: TypedNode, spot: Spot, holds: boolean): string {
  const not = holds ? '' : decisionWords.not;
  if (node.kind === 'call' && isRelation(node.op)) return relationInFigures(node, { op: node.op, spot, holds });
  if (node.kind === 'call' && node.op === 'between') {
    const [value, low, high] = [node.args[0]!, node.args[1]!, node.args[2]!];
    return `${measured(value, spot, low)}，${not}${words.between} ${lineInWords(low, spot)} ${words.with} ${lineInWords(high, spot)}`;
  }
  if (node.kind === 'among') {
    const set = formulaNodeInWords(node).slice(formulaNodeInWords(node.of).length).trim();
    return `${measured(node.of, spot)}，${not}${set}`;
  }
  if (node.kind === 'member') return `${holds ? '' : decisionWords.not_yet}${formulaNodeInWords(node)}`;
  if (nameAt(node, spot) !== undefined) return textWithNumbers(node, spot);
  return textWithNumbers(node, spot) + (holds ? decisionWords.holds : decisionWords.fails);
}

type Relation = keyof typeof relationWords.number;
const opposite: Readonly<Record<Relation, Relation>> = {
  less: 'at_least',
  at_least: 'less',
  more: 'at_most',
  at_most: 'more',
  equal: 'unequal',
  unequal: 'equal',
};
const isRelation = (op: CallNode['op']): op is Relation => Object.hasOwn(opposite, op);

function relationInFigures(
  node: CallNode,
  { op, spot, holds }: { readonly op: Relation; readonly spot: Spot; readonly holds: boolean },
): string {
  const [left, right] = [node.args[0]!, node.args[1]!];
  const kind = left.type === 'flag' ? 'text' : left.type;
  const line = lineInWords(right, spot);
  return `${measured(left, spot, right)}，${relationWords[kind][holds ? op : opposite[op]]}${line.startsWith('“') ? '' : ' '}${line}`;
}

/** `用地面积 2.9985 亩（1999 ㎡）`: in the unit the line is written in, the value's own unit behind it. */
function measured(node: TypedNode, spot: Spot, line?: TypedNode): string {
  if (node.kind === 'prior') return measured(node.of, back(spot, node.years), line);
  const own = node.kind === 'convert' ? node.of : node;
  const cell = evaluate(own, spot);
  const said = calledAt(own, spot);
  if (own.type !== 'number' || cell.absence !== PRESENT) return said + shownCell(cell, own.type, spot);
  const plain = withUnit(cell.value, own);
  if (node.kind === 'convert') return `${said}${withUnit(evaluate(node, spot).value, node)}（${plain}）`;
  if (line?.kind !== 'convert' || line.of.kind !== 'constant') return said + plain;
  const { over, under } = line.ratio;
  return `${said}${withUnit((cell.value * under) / over, line.of)}（${plain}）`;
}

/** A name, or a call such as 满年数(…), stands before its value; arithmetic takes an equals sign. */
function calledAt(node: TypedNode, spot: Spot): string {
  const name = nameAt(node, spot);
  if (name !== undefined) return `${name} `;
  const isCall = /^[^\s()]+\(.*\)$/.test(formulaNodeInWords(node));
  return `${textWithNumbers(node, spot)}${isCall ? ' ' : ' = '}`;
}

function withUnit(value: number, node: TypedNode): string {
  const unit = node.unit.text;
  return formatNumber(value) + (unit === '' || unit === '%' || unit === '‰' ? unit : ` ${unit}`);
}

/** The line as the document writes it; a figure of the subject, or a day of the evaluation, with its value. */
function lineInWords(node: TypedNode, spot: Spot): string {
  if (node.kind === 'constant' || node.kind === 'text') return formulaNodeInWords(node);
  if (node.kind === 'convert' && node.of.kind === 'constant') return formulaNodeInWords(node.of);
  return measured(node, spot);
}
