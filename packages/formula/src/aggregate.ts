/**
 * 附表汇总 — one number per subject from the rows of a side table, in one pass. The condition and the value are block kernels over
 * the table's rows; facts of the subject are carried to its rows. A row whose condition is 不适用 is left out; a condition that is
 * absent otherwise makes the result absent: nobody knows whether the row counts.
 */
import { type Cell, lenient, MISSING, NOT_APPLICABLE, NOT_COMPUTABLE, PRESENT } from './absence.js';
import { Dictionary } from './dictionary.js';
import { compileTree } from './kernel/compile.js';
import { newColumn } from './kernel/machine.js';
import { folds } from './row.js';
import type { AggregateFunction, AggregateNode, Column, Frame, Kernel, SideTable, TypedNode } from './tree.js';

export function aggregateColumn(node: AggregateNode, table: SideTable, frame: Frame): Column {
  const kernels = kernelsOf(node);
  const rows = new TableFrame(table, frame, kernels.texts);
  const where = kernels.where?.run(rows);
  const value = kernels.value?.run(rows);
  const out = newColumn(frame.rows);
  for (let subject = 0; subject < frame.rows; subject++) {
    const span = { start: table.subjectStart[subject] ?? 0, end: table.subjectStart[subject + 1] ?? 0 };
    const cell = gathered({ function: node.function, where, value }, span);
    out.values[subject] = cell.value;
    out.absence[subject] = cell.absence;
  }
  return out;
}

interface Gathering {
  readonly function: AggregateFunction;
  readonly where: Column | undefined;
  readonly value: Column | undefined;
}

const absent = (code: number): Cell => ({ value: Number.NaN, absence: code === 1 || code === 2 || code === 3 ? code : 4 });
const present = (value: number): Cell => (Number.isFinite(value) ? { value, absence: PRESENT } : absent(NOT_COMPUTABLE));

/** Nothing at all: nothing happened, so no piece and no sum; but no largest, smallest or mean. */
const ofNoRows: Readonly<Record<AggregateFunction, Cell>> = {
  count: present(0),
  sum: present(0),
  any: present(0),
  max: absent(MISSING),
  min: absent(MISSING),
  avg: absent(MISSING),
};

function gathered(
  { function: name, where, value }: Gathering,
  { start, end }: { readonly start: number; readonly end: number },
): Cell {
  let absence: number = NOT_APPLICABLE;
  let rows = 0;
  let counted = 0;
  let total = Number.NaN;
  for (let row = start; row < end; row++) {
    const condition = where === undefined ? PRESENT : where.absence[row]!;
    if (condition !== PRESENT) {
      absence = lenient[absence * 5 + condition]!;
      continue;
    }
    if (where !== undefined && where.values[row] !== 1) continue;
    rows++;
    const code = value === undefined ? PRESENT : value.absence[row]!;
    absence = lenient[absence * 5 + code]!;
    if (code !== PRESENT || value === undefined) continue;
    total = counted === 0 ? value.values[row]! : folds[foldOf(name)](total, value.values[row]!);
    counted++;
  }
  if (name === 'any' && rows > 0) return present(1);
  if (absence !== PRESENT && absence !== NOT_APPLICABLE) return absent(absence);
  if (rows === 0) return ofNoRows[name];
  if (name === 'count') return present(rows);
  if (counted === 0) return absent(NOT_APPLICABLE);
  return present(name === 'avg' ? total / counted : total);
}

const foldOf = (name: AggregateFunction): keyof typeof folds => (name === 'max' || name === 'min' ? name : 'sum');

interface Kernels {
  readonly where: Kernel | undefined;
  readonly value: Kernel | undefined;
  /** Facts of the subject that are texts: their codes are carried into the table's dictionary. */
  readonly texts: ReadonlySet<string>;
}

const compiled = new WeakMap<AggregateNode, Kernels>();

function kernelsOf(node: AggregateNode): Kernels {
  const known = compiled.get(node);
  if (known !== undefined) return known;
  const parts = [node.where, node.value].filter((part) => part !== undefined);
  const kernels: Kernels = {
    where: node.where === undefined ? undefined : compileTree(node.where),
    value: node.value === undefined ? undefined : compileTree(node.value),
    texts: new Set(parts.flatMap(textFactsIn)),
  };
  compiled.set(node, kernels);
  return kernels;
}

function textFactsIn(node: TypedNode): readonly string[] {
  if (node.kind === 'name') return node.type === 'text' && node.from === 'subject' ? [node.id] : [];
  if (node.kind === 'call') return node.args.flatMap(textFactsIn);
  return 'of' in node ? textFactsIn(node.of) : node.kind === 'valid_on' ? textFactsIn(node.expanded) : [];
}

/** The rows of a side table as a frame; a fact of the subject stands on each of its rows. */
class TableFrame implements Frame {
  readonly rows: number;
  readonly referenceDay: number;
  readonly year: number;
  private readonly codes: Dictionary;
  private readonly carried = new Map<string, Column>();

  constructor(
    private readonly table: SideTable,
    private readonly subjects: Frame,
    private readonly textFacts: ReadonlySet<string>,
  ) {
    this.rows = table.rows;
    this.referenceDay = subjects.referenceDay;
    this.year = subjects.year;
    this.codes = new Dictionary(table);
  }

  field(id: string): Column {
    return this.table.field(id);
  }

  codeOf(text: string): number {
    return this.codes.codeOf(text);
  }

  textOf(code: number): string {
    return this.codes.textOf(code);
  }

  column(id: string, yearsBack: number): Column {
    const isText = this.textFacts.has(id);
    return this.carry(`${yearsBack} ${id}`, () => this.subjects.column(id, yearsBack), isText);
  }

  member(list: string, day: number): Column {
    return this.carry(`${list} on ${day}`, () => this.subjects.member(list, day), false);
  }

  /** The checker refuses a gathering inside a gathering. */
  aggregate(): never {
    throw new RangeError('an aggregate inside an aggregate');
  }

  private carry(key: string, take: () => Column, isText: boolean): Column {
    const known = this.carried.get(key);
    if (known !== undefined) return known;
    const from = take();
    const to = newColumn(this.rows);
    for (let subject = 0; subject < this.subjects.rows; subject++) {
      const start = this.table.subjectStart[subject] ?? 0;
      const end = this.table.subjectStart[subject + 1] ?? 0;
      if (start === end) continue;
      const absence = from.absence[subject]!;
      const value =
        isText && absence === PRESENT ? this.codeOf(this.subjects.textOf(from.values[subject]!)) : from.values[subject]!;
      to.values.fill(value, start, end);
      to.absence.fill(absence, start, end);
    }
    this.carried.set(key, to);
    return to;
  }
}
