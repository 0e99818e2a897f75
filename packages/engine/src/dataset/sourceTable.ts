/** 两种表 — rows or columns: the few questions the reading asks of either. */
import type { Cell, SourceTable } from '../dataset.js';

export const rowCountOf = (table: SourceTable): number => ('rows' in table ? table.rows.length : table.rowCount);

export const cellAt = (table: SourceTable, row: number, column: number): Cell =>
  'rows' in table ? (table.rows[row]?.[column] ?? null) : table.cell(row, column);

/** Nothing stands in the row. */
export function isBlankRow(table: SourceTable, row: number): boolean {
  const width = 'rows' in table ? (table.rows[row]?.length ?? 0) : table.header.length;
  for (let column = 0; column < width; column++) {
    const cell = cellAt(table, row, column);
    if (cell !== null && (typeof cell !== 'string' || cell.trim() !== '')) return false;
  }
  return true;
}
