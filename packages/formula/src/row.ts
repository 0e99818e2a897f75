/**
 * 逐户计算 — one row of a formula, straight from the tree. The kernels of kernel/ must give the same bits (a property test
 * holds them to it). Absences follow the tables of absence.ts.
 */
import { equalNumbers, roundTo } from '@muheng/quantity';
import {
  type AbsenceCode,
  absenceCodeOf,
  type Cell,
  lenient,
  MISSING,
  NOT_APPLICABLE,
  NOT_COMPUTABLE,
  PRESENT,
  strict,
} from './absence.js';
import { dayOf, numbersOf, passes } from './codes.js';
import { Dictionary } from './dictionary.js';
import { growthOf, movedBy, scalars } from './scalar.js';
import type { CallNode, Column, Formula, Frame, TypedNode } from './tree.js';

export interface Spot {
  readonly frame: Frame;
  readonly row: number;
  readonly texts: Dictionary;
  readonly yearsBack: number;
}

export function evaluateRow(formula: Formula, frame: Frame, row: number): Cell {
  return evaluate(formula.tree, { frame, row, texts: Dictionary.for(formula, frame), yearsBack: 0 });
}

export function evaluate(node: TypedNode, spot: Spot): Cell {
  switch (node.kind) {
    case 'constant':
      return present(node.value);
    case 'text':
      return present(spot.texts.codeOf(node.text));
    case 'name':
      return cellAt(node.from === 'field' ? fieldOf(spot.frame, node.id) : spot.frame.column(node.id, spot.yearsBack), spot.row);
    case 'builtin':
      return present(node.which === 'data_year' ? spot.frame.year : spot.frame.referenceDay);
    case 'convert':
      return strictly([evaluate(node.of, spot)], (a) => (a * node.ratio.over) / node.ratio.under);
    case 'prior':
      return evaluate(node.of, back(spot, node.years));
    case 'growth':
      return strictly([evaluate(node.of, spot), evaluate(node.of, back(spot, 1))], growthOf);
    case 'consecutive':
      return joined(
        Array.from({ length: node.years }, (_, years) => evaluate(node.of, back(spot, years))),
        0,
      );
    case 'move_date':
      return strictly([evaluate(node.of, spot)], (day) => movedBy(day, node.by));
    case 'among':
      return among(node, spot);
    case 'code_test':
      return strictly([evaluate(node.of, spot)], (code) => (passes(node.test, spot.texts.textOf(code)) ? 1 : 0));
    case 'member':
      return cellAt(spot.frame.member(node.list, dayOf(node.day, spot.frame)), spot.row);
    case 'valid_on':
      return evaluate(node.expanded, spot);
    case 'aggregate':
      return cellAt(spot.frame.aggregate(node), spot.row);
    case 'call':
      return call(node, spot);
  }
}

const present = (value: number): Cell => ({ value, absence: PRESENT });
const absent = (absence: number): Cell => ({ value: Number.NaN, absence: codeOf(absence) });

const codeList: readonly AbsenceCode[] = [0, 1, 2, 3, 4];
const codeOf = (code: number): AbsenceCode => codeList[code] ?? MISSING;

/** A value that is no finite number was not computable. */
const computed = (value: number): Cell => (Number.isFinite(value) ? present(value) : absent(NOT_COMPUTABLE));

export const back = (spot: Spot, years: number): Spot => ({ ...spot, yearsBack: spot.yearsBack + years });

export function fieldOf(frame: Frame, id: string): Column {
  if (frame.field === undefined) throw new RangeError(`field ${id} outside a side table`);
  return frame.field(id);
}

function cellAt(column: Column, row: number): Cell {
  const absence = column.absence[row];
  return absence === PRESENT ? computed(column.values[row] ?? Number.NaN) : absent(absence ?? MISSING);
}

function strictly(cells: readonly Cell[], compute: (a: number, b: number, c: number) => number): Cell {
  let absence = 0;
  for (const cell of cells) absence = strict[absence * 5 + cell.absence]!;
  if (absence !== PRESENT) return absent(absence);
  const [a, b, c] = cells;
  return computed(compute(a!.value, b?.value ?? 0, c?.value ?? 0));
}

/** 且 (`decides` 0) and 或 (`decides` 1): one deciding operand is enough, else any absence shows. */
function joined(cells: readonly Cell[], decides: 0 | 1): Cell {
  let absence = 0;
  for (const cell of cells) {
    if (cell.absence === PRESENT && cell.value === decides) return present(decides);
    absence = strict[absence * 5 + cell.absence]!;
  }
  return absence === PRESENT ? present(1 - decides) : absent(absence);
}

/** 合计, 最大, 最小, 平均 of operands: 不适用 is left out, any other absence shows. */
function gathered(cells: readonly Cell[], op: 'min' | 'max' | 'sum' | 'avg'): Cell {
  let absence: number = NOT_APPLICABLE;
  let total = Number.NaN;
  let count = 0;
  for (const cell of cells) {
    absence = lenient[absence * 5 + cell.absence]!;
    if (cell.absence !== PRESENT) continue;
    total = count === 0 ? cell.value : folds[op](total, cell.value);
    count++;
  }
  if (absence !== PRESENT) return absent(absence);
  return computed(op === 'avg' ? total / count : total);
}

export const folds: Readonly<Record<'min' | 'max' | 'sum' | 'avg', (a: number, b: number) => number>> = {
  min: (a, b) => (b < a ? b : a),
  max: (a, b) => (b > a ? b : a),
  sum: (a, b) => a + b,
  avg: (a, b) => a + b,
};

function among(node: Extract<TypedNode, { kind: 'among' }>, spot: Spot): Cell {
  const of = evaluate(node.of, spot);
  if (node.of.type === 'text') return strictly([of], (code) => (node.texts.includes(spot.texts.textOf(code)) ? 1 : 0));
  const numbers = numbersOf(node);
  return strictly([of], (value) => (numbers.some((other) => equalNumbers(value, other)) ? 1 : 0));
}

function call(node: CallNode, spot: Spot): Cell {
  const cells = node.args.map((arg) => evaluate(arg, spot));
  const [first, second, third] = cells;
  switch (node.op) {
    case 'and':
      return joined(cells, 0);
    case 'or':
      return joined(cells, 1);
    case 'if':
      return first!.absence !== PRESENT ? first! : first!.value === 1 ? second! : third!;
    case 'min':
    case 'max':
    case 'sum':
    case 'avg':
      return gathered(cells, node.op);
    case 'or_else':
      return first!.absence === PRESENT ? first! : second!;
    case 'missing':
      return present(first!.absence === PRESENT ? 0 : 1);
    case 'not_applicable':
    case 'not_reported':
    case 'not_computable':
      return present(first!.absence === absenceCodeOf[node.op] ? 1 : 0);
    case 'round':
      return strictly(cells, (value) => roundTo(value, node.rounding ?? 'none'));
    case 'years_since':
      return strictly([first!, present(spot.frame.referenceDay)], scalars.years_since);
    default:
      return strictly(cells, scalars[node.op]);
  }
}
