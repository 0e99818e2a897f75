/** 编号失真 — an id that a spreadsheet has turned into a number: its last digits are lost, several subjects may have become one. */
import type { Cell } from '../dataset.js';
import type { Collector } from './collector.js';
import { cellPlace, type TablePlan, type Wanted } from './headers.js';

/** 9.13308E+17; an E among the digits of a code is none. */
const scientific = /^[+-]?(\d+\.\d+e\+?\d+|\d+e\+\d+)$/i;
/** Spreadsheets keep 15 digits of a number. */
const firstInexact = 1e15;

/** True when the id of the row cannot be trusted; then the cell is reported. `text`: the cell as plain text. */
export function damagedId(
  plan: TablePlan<Wanted>,
  { row, cell, text }: { readonly row: number; readonly cell: Cell; readonly text: string },
  collector: Collector,
): boolean {
  const why = damageOf(cell, text);
  if (why === undefined) return false;
  collector.cell('id_damaged', '编号', () => ({ where: cellPlace(plan.table, row, plan.id), blanks: { value: text, why } }));
  return true;
}

function damageOf(cell: Cell, text: string): string | undefined {
  if ((text.includes('.') || text.includes('+')) && scientific.test(text)) return '是科学计数法';
  return typeof cell === 'number' && Math.abs(cell) >= firstInexact ? '是超过 15 位的数字，末几位已经丢失' : undefined;
}
