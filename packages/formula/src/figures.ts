/**
 * 条件的实况 — why a condition holds or does not, with the figures of one row: `应税销售收入 499 万元，低于 500 万元`. Only the parts
 * that decide are told: of 且 that fails the failing ones, of 或 that holds the holding ones. Read trace.ts for how values are written.
 */
import { PRESENT } from './absence.js';
import { Dictionary } from './dictionary.js';
import { formatNumber } from './print.js';
import { formulaNodeInWords } from './prose.js';
import { evaluate, type Spot } from './row.js';
import { relationWords, words } from './texts.zh.js';
import { shownCell, textWithNumbers } from './trace.js';
import type { CallNode, Formula, Frame, TypedNode } from './tree.js';

/** Prepared for one formula and frame; the answer is empty when the condition cannot be decided. Rows are those of the frame. */
export function conditionInFigures(formula: Formula, frame: Frame): (row: number) => string {
  const texts = Dictionary.for(formula, frame);
  return (row) => {
    const spot: Spot = { frame, row, texts, yearsBack: 0 };
    const cell = evaluate(formula.tree, spot);
    return cell.absence === PRESENT ? limbs(formula.tree, spot, cell.value === 1).join('；') : '';
  };
}

/** What decides that `node` is `holds`; limbs that are absent decide nothing. */
function limbs(node: TypedNode, spot: Spot, holds: boolean): readonly string[] {
  if (node.kind === 'call' && node.op === 'not') return limbs(node.args[0]!, spot, !holds);
  if (node.kind === 'call' && (node.op === 'and' || node.op === 'or'))
    return node.args.flatMap((arg) => (evaluate(arg, spot).value === (holds ? 1 : 0) ? limbs(arg, spot, holds) : []));
  if (node.kind === 'constant') return [];
  return [limb(node, spot, holds)];
}

function limb(node: TypedNode, spot: Spot, holds: boolean): string {
  if (node.kind === 'call' && node.op === 'between') return betweenInFigures(node, spot, holds);
  if (node.kind === 'call' && isRelation(node.op)) return relationInFigures(node, { op: node.op, spot, holds });
  if (node.kind === 'among') {
    const set = formulaNodeInWords(node).slice(formulaNodeInWords(node.of).length).trim();
    return `${measured(node.of, spot)}，${holds ? '' : words.not}${set}`;
  }
  if (node.kind === 'name') return `${textWithNumbers(node, spot)}`;
  if (node.kind === 'member') return `${holds ? '' : words.not_yet}${formulaNodeInWords(node)}`;
  return `${textWithNumbers(node, spot)}${holds ? words.holds : words.fails}`;
}

type Relation = keyof typeof relationWords.number;
const isRelation = (op: CallNode['op']): op is Relation => op in relationWords.number;
const opposite: Readonly<Record<Relation, Relation>> = {
  less: 'at_least',
  at_least: 'less',
  more: 'at_most',
  at_most: 'more',
  equal: 'unequal',
  unequal: 'equal',
};

function relationInFigures(node: CallNode, of: { readonly op: Relation; readonly spot: Spot; readonly holds: boolean }): string {
  const [left, right] = [node.args[0]!, node.args[1]!];
  const kind = left.type === 'number' || left.type === 'date' ? left.type : 'text';
  const relation = relationWords[kind][of.holds ? of.op : opposite[of.op]];
  return `${measured(left, of.spot, right)}，${relation}${spaced(lineInWords(right, of.spot))}`;
}

function betweenInFigures(node: CallNode, spot: Spot, holds: boolean): string {
  const [value, low, high] = [node.args[0]!, node.args[1]!, node.args[2]!];
  const range = `${lineInWords(low, spot)} ${words.with} ${lineInWords(high, spot)}`;
  return `${measured(value, spot, low)}，${holds ? '' : words.not}${words.between} ${range}`;
}

/** `用地面积 2.9985 亩（1999 ㎡）`: in the unit the line is written in, the value's own behind it. */
function measured(node: TypedNode, spot: Spot, line?: TypedNode): string {
  const own = node.kind === 'convert' ? node.of : node;
  const cell = evaluate(own, spot);
  const text = textWithNumbers(own, spot, false);
  const said = own.kind === 'name' || own.kind === 'builtin' || isMeasure(own) ? `${text} ` : `${text} = `;
  if (own.type !== 'number' || cell.absence !== PRESENT) return said + shownCell(cell, own.type, spot);
  const plain = withUnit(cell.value, own);
  if (node.kind === 'convert') return `${said}${withUnit(evaluate(node, spot).value, node)}（${plain}）`;
  if (line?.kind !== 'convert' || line.of.kind !== 'constant') return said + plain;
  const { over, under } = line.ratio;
  return `${said}${withUnit((cell.value * under) / over, line.of)}（${plain}）`;
}

/** A call by name, such as 满年数(…), stands before its value like a name; arithmetic takes an equals sign. */
const isMeasure = (node: TypedNode): boolean => /^[^\s=]+\(.*\)$/.test(formulaNodeInWords(node));

const withUnit = (value: number, node: TypedNode): string => {
  const unit = node.unit.text;
  return `${formatNumber(value)}${unit === '' || unit === '%' || unit === '‰' ? unit : ` ${unit}`}`;
};

/** The line as the document writes it; a figure of the subject's own, or a day of the evaluation, with its value. */
function lineInWords(node: TypedNode, spot: Spot): string {
  if (node.kind === 'constant' || node.kind === 'text') return formulaNodeInWords(node);
  if (node.kind === 'convert' && node.of.kind === 'constant') return formulaNodeInWords(node.of);
  return measured(node, spot);
}

const spaced = (text: string): string => (text.startsWith('“') ? text : ` ${text}`);
