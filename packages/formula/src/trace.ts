/**
 * 计算过程 — one row of a formula with its numbers put in, so that anybody can recompute it from the page:
 * `亩均税收 24.5 = 评价税收 490 ÷ 用地面积 20`. Conversions are printed as × and ÷. Recomputed on demand, never stored.
 */
import { absenceInWords, absenceKindOf, type Cell } from './absence.js';
import { Dictionary } from './dictionary.js';
import { formatNumber, shownDate } from './print.js';
import { bracketed, constantInWords, formulaNodeInWords, levelOf, levels, nodeInWords, type Write } from './prose.js';
import { back, evaluate, type Spot } from './row.js';
import { words } from './texts.zh.js';
import type { Formula, Frame, Trace, TypedNode, ValueType } from './tree.js';

/** `title` stands before the value in `line`, e.g. the indicator's name. */
export function traceRow(formula: Formula, frame: Frame, row: number, title?: string): Trace {
  const spot: Spot = { frame, row, texts: Dictionary.for(formula, frame), yearsBack: 0 };
  const trace = traceNode(formula.tree, spot);
  return title === undefined ? trace : { ...trace, line: `${title} ${trace.line}` };
}

function traceNode(node: TypedNode, spot: Spot): Trace {
  const cell = evaluate(node, spot);
  const text = textWithNumbers(node, spot);
  const shown = shownCell(cell, node.type, spot);
  return {
    ...{ text, line: `${shown} = ${text}`, value: cell.value, absence: cell.absence, shown },
    ...{ type: node.type, unit: node.unit, node, yearsBack: spot.yearsBack },
    steps: partsOf(node, spot).map(([part, where]) => traceNode(part, where)),
  };
}

/** What a step is computed from; constants explain themselves. */
function partsOf(node: TypedNode, spot: Spot): readonly (readonly [TypedNode, Spot])[] {
  const parts = allPartsOf(node, spot);
  return parts.filter(([part]) => part.kind !== 'constant' && part.kind !== 'text');
}

/** What a node is computed from, each with the year it is read in. */
export function allPartsOf(node: TypedNode, spot: Spot): readonly (readonly [TypedNode, Spot])[] {
  switch (node.kind) {
    case 'convert':
    case 'move_date':
    case 'among':
    case 'code_test':
      return [[node.of, spot]];
    case 'prior':
      return [[node.of, back(spot, node.years)]];
    case 'growth':
      return [
        [node.of, spot],
        [node.of, back(spot, 1)],
      ];
    case 'consecutive':
      return Array.from({ length: node.years }, (_, years) => [node.of, back(spot, years)] as const);
    case 'call':
      return node.args.map((arg) => [arg, spot] as const);
    default:
      return [];
  }
}

/** A value as printed: a number with up to 15 digits, a date, a text, 是/否, or the kind of its absence. */
export function shownCell(cell: Cell, type: ValueType, texts: { readonly texts: Dictionary }): string {
  const kind = absenceKindOf(cell.absence);
  if (kind !== undefined) return absenceInWords[kind];
  if (type === 'date') return shownDate(cell.value);
  if (type === 'flag') return cell.value === 1 ? words.yes : words.no;
  return type === 'text' ? `“${texts.texts.textOf(cell.value)}”` : formatNumber(cell.value);
}

/** Writes nodes with the numbers of the spot. */
function substituted(root: TypedNode, spot: Spot): Write {
  const write: Write = (node, least) => {
    if (node.kind === 'prior') return substituted(root, back(spot, node.years))(node.of, least);
    return bracketed(withNumbers(node, spot, write), levelWithNumbers(node), least);
  };
  return write;
}

/** Names and what the engine gathered carry their value behind them. */
const valued: ReadonlySet<TypedNode['kind']> = new Set(['name', 'builtin', 'aggregate', 'member']);

/** `实缴税金(1 年前)`: what a valued node is called at this spot; undefined for all others. */
export function nameAt(node: TypedNode, spot: Spot): string | undefined {
  if (!valued.has(node.kind)) return undefined;
  const name = node.kind === 'name' ? node.term : formulaNodeInWords(node);
  return spot.yearsBack === 0 ? name : `${name}(${spot.yearsBack} ${words.year_before})`;
}

/** A node with the numbers of the spot put in, e.g. `评价税收 490 ÷ 用地面积 20`. */
export const textWithNumbers = (node: TypedNode, spot: Spot): string => substituted(node, spot)(node, levels.branch);

function withNumbers(node: TypedNode, spot: Spot, write: Write): string {
  const name = nameAt(node, spot);
  if (name !== undefined) return `${name} ${shownCell(evaluate(node, spot), node.type, spot)}`;
  if (node.kind === 'constant') return constantInWords(node);
  if (node.kind === 'convert') return convertedInWords(node, spot, write);
  if (node.kind === 'growth') {
    const before = substituted(node, back(spot, 1));
    return `(${write(node.of, levels.sum)} - ${before(node.of, levels.product)}) ÷ ${before(node.of, levels.sign)}`;
  }
  if (node.kind === 'consecutive') {
    return Array.from({ length: node.years }, (_, years) => substituted(node, back(spot, years))(node.of, levels.not)).join(
      ` ${words.and} `,
    );
  }
  return nodeInWords(node, write);
}

function convertedInWords(node: Extract<TypedNode, { kind: 'convert' }>, spot: Spot, write: Write): string {
  if (node.of.kind === 'constant') return `${formatNumber(evaluate(node, spot).value)} ${node.unit.text}`.trimEnd();
  const { over, under } = node.ratio;
  const times = over === 1 ? '' : ` × ${over}`;
  const divided = under === 1 ? '' : ` ÷ ${under}`;
  return write(node.of, levels.product) + times + divided;
}

function levelWithNumbers(node: TypedNode): number {
  if (node.kind === 'convert' && node.of.kind !== 'constant') return levels.product;
  if (node.kind === 'growth') return levels.product;
  if (node.kind === 'consecutive') return levels.and;
  return levelOf(node);
}
