/** 台账核对 — figures of ledgers that cannot be what their column says: asked about before anything is summed of them. */
import type { Finding } from '@muheng/finding';
import { rowPlace, tablePlace } from './place.js';
import type { TableView } from './recognise.js';
import { found } from './texts.zh.js';
import { numberOf } from './values.js';

/** A column of per cents in which nothing is above 1: the whole is written as 1, and a hundredth of it would be taken. */
export function sharesAsFractions(view: TableView, id: string, findings: Finding[]): boolean {
  const column = view.column(id);
  if (column === undefined) return false;
  const shares = view.table.rows.map((_, row) => numberOf(view, row, id)).filter((share) => share > 0);
  const largest = shares.reduce((most, share) => Math.max(most, share), 0);
  if (shares.length === 0 || largest > 1) return false;
  findings.push(found('shares_as_fractions', { ...tablePlace(view), cell: column.letters }, { column: column.header, largest }));
  return true;
}

/** An area that hardly any parcel has, row by row; a whole column of them the readers have seen. */
export function tellImplausible(view: TableView, row: number, id: string, findings: Finding[]): void {
  const column = view.column(id);
  const range = column?.term.plausible;
  if (column === undefined || range === undefined || column.term.unit !== '㎡') return;
  const value = numberOf(view, row, id);
  if (Number.isNaN(value) || value === 0 || (value >= range[0] && value <= range[1])) return;
  const words = { what: column.term.term, value, least: range[0], most: range[1], unit: column.term.unit };
  findings.push(found('ledger_implausible', rowPlace(view, row, id), words));
}

/** A lease that ends before it begins; it would count for nothing. */
export function reversed(view: TableView, row: number, findings: Finding[]): boolean {
  const [from, to] = [view.text(row, 'lease_from'), view.text(row, 'lease_to')];
  const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
  if (!isDay(from) || !isDay(to) || from <= to) return false;
  findings.push(found('lease_span_reversed', rowPlace(view, row, 'lease_to'), { from, to }));
  return true;
}
