/** 逐格的决定，用到读值 — which cells of a sheet a person decided about, and what becomes of each. */
import type { Place } from '@muheng/finding';
import { convert, convertible } from '@muheng/quantity';
import type { Collector } from '../collector.js';
import { type CellDecision, cellKey } from '../columns/decided.js';
import type { ColumnMatch } from '../columns/match.js';
import { creditCodeId, nameId, unitOf } from '../columns/vocabulary.js';
import { type Cell, cellAddress } from '../table.js';
import { storedText } from '../text.js';
import { type ReadCell, readerOf } from './cellReaders.js';
import type { ValuesToRead } from './readValues.js';

interface Decided {
  /** Columns with a decision, by row of the file. */
  readonly rows: ReadonlyMap<number, ReadonlySet<number>>;
  /** Filled while cells are read. */
  readonly settled: ReadonlySet<string>;
  /** What is kept; undefined = the cell is read as if nothing had been decided. */
  take(at: AtCell): { readonly value: Cell } | undefined;
}

interface AtCell {
  readonly column: ColumnMatch;
  readonly row: number;
  readonly cell: Cell;
  readonly mark: number;
}

export function decidedCells(from: ValuesToRead): Decided {
  const { decisions, where, data, columns, collector, dateSystem } = from;
  const rows = new Map<number, Set<number>>();
  const settled = new Set<string>();
  if (decisions.size === 0) return { rows, settled, take: () => undefined };
  for (const { row } of data)
    for (const { index } of columns)
      if (decisions.has(keyOf(where, row, index))) {
        const own = rows.get(row);
        if (own === undefined) rows.set(row, new Set([index]));
        else own.add(index);
      }
  return {
    rows,
    settled,
    take({ column, row, cell, mark }) {
      const address = cellAddress(row, column.index + 1);
      const decision = decisions.get(cellKey(where.sheet, address));
      if (decision === undefined) return undefined;
      const at = { collector, place: { ...where, row, cell: address }, what: column.term.term };
      const read = readerOf(column, dateSystem)(cell, mark);
      if (!fits(decision, { cell, column, read }, at)) return undefined;
      const value = told(decision, { cell, column, read }, at);
      if (value !== undefined) settled.add(address);
      return value;
    },
  };
}

const keyOf = (where: Place, row: number, index: number): string => cellKey(where.sheet, cellAddress(row, index + 1));

interface Seen extends Pick<AtCell, 'cell' | 'column'> {
  readonly read: ReadCell;
}

interface At {
  readonly collector: Collector;
  readonly place: Place;
  readonly what: string;
}

/** 原值 as people see it. */
export const shownCell = (cell: Cell): string => (cell === null ? '' : storedText(String(cell)));

/** Still about this cell, by its text or by what was read in it; who a row is about is never decided by cell. */
function fits(decision: CellDecision, { cell, column, read }: Seen, { collector, place, what }: At): boolean {
  const value = shownCell(cell);
  if (value !== decision.was && shownCell(read.value) !== decision.was) {
    collector.cell('cell_decision_outdated', place, { what, was: decision.was, value });
    return false;
  }
  const identity = column.term.id === creditCodeId || column.term.id === nameId;
  if (identity) collector.cell('cell_decision_unfit', place, { what, why: '代码和名称不能逐格决定' });
  return !identity;
}

/** The value that follows from the decision, and the finding that says so. */
function told(
  { use }: CellDecision,
  { cell, column, read }: Seen,
  { collector, place, what }: At,
): { readonly value: Cell } | undefined {
  const value = shownCell(cell);
  if (use === 'missing') {
    collector.cell('cell_decided_missing', place, { what, value });
    return { value: '缺' };
  }
  if (read.trouble !== undefined) {
    collector.cell('cell_decision_unfit', place, { what, why: '这一格读不出来，只能“不用”' });
    return undefined;
  }
  if (use === 'as_is') {
    collector.cell('cell_decided_as_is', place, { what, value });
    return { value: read.value };
  }
  const [own, unit] = [unitOf(use.unit), column.unit];
  if (typeof read.value !== 'number' || own === undefined || unit === undefined || !convertible(own, unit)) {
    collector.cell('cell_decision_unfit', place, { what, why: `单位“${use.unit}”不能换算成本列的单位` });
    return undefined;
  }
  const converted = Number(convert(read.value, own, unit).toPrecision(15));
  collector.cell('cell_decided_unit', place, { what, value, unit: use.unit, read: converted });
  return { value: converted };
}
