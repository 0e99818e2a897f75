/** 编号失真 — an id that a spreadsheet has turned into a number: its last digits are lost, several subjects may have become one. */
import type { Cell } from '../dataset.js';
import { plainText } from './cells.js';
import type { Collector } from './collector.js';
import { cellPlace, type TablePlan, type Wanted } from './headers.js';

/** 9.13308E+17; an E among the digits of a code is none. */
const scientific = /^[+-]?(\d+\.\d+e\+?\d+|\d+e\+\d+)$/i;
/** Spreadsheets keep 15 digits of a number. */
const firstInexact = 1e15;

/** True when the id of the row cannot be trusted; then the cell is reported. */
export function damagedId(plan: TablePlan<Wanted>, row: number, collector: Collector): boolean {
  const cell = plan.table.rows[row]?.[plan.id] ?? null;
  const why = damageOf(cell);
  if (why === undefined) return false;
  collector.cell('id_damaged', cellPlace(plan.table, row, plan.id), { term: '编号', value: plainText(cell), why });
  return true;
}

function damageOf(cell: Cell): string | undefined {
  if (scientific.test(plainText(cell))) return '是科学计数法';
  return typeof cell === 'number' && Math.abs(cell) >= firstInexact ? '是超过 15 位的数字，末几位已经丢失' : undefined;
}
