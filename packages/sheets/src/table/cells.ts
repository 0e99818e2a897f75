/** 单元格的样子 — what finding a table needs to know of a cell and a row, without knowing what column it stands in. */
import { plainNumber } from '@muheng/quantity';
import type { SheetRow } from '../book/book.js';
import type { Cell } from '../table.js';

export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return ordinary.test(text) ? text.trim() : text.normalize('NFKC').trim();
}

/** ASCII and common Chinese characters have no other form. */
const ordinary = /^[\x20-\x7e\u4e00-\u9fff]*$/;

/** Columns in which something stands. */
export function filledColumns(row: SheetRow): number[] {
  const columns: number[] = [];
  row.cells.forEach((cell, column) => {
    if (!isBlank(cell)) columns.push(column);
  });
  return columns;
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A number, or a text that is one (with separators, %, as a date or a code). */
export function looksNumeric(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return true;
  const text = textOf(cell).replace(/[,\s]/g, '').replace(/%$/, '');
  return text !== '' && (!Number.isNaN(plainNumber(text)) || /^\d{4}[-/.年]\d{1,2}/.test(text));
}

/** 18 characters of a credit code, more or less, or another long number: the mark of a row of data. */
export const looksLikeCode = (cell: Cell | undefined): boolean =>
  /^[0-9A-Z]{15,20}(?:\(.*\))?$/i.test(textOf(cell)) && /\d{6}/.test(textOf(cell));

/** A label: words, not a number, not a code. */
export const looksLikeLabel = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && textOf(cell) !== '' && !looksNumeric(cell) && !looksLikeCode(cell) && textOf(cell).length <= 80;

/** The number that a cell holds for adding up; NaN when it is none. */
export function amountOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return Number.NaN;
  const text = textOf(cell);
  return plainNumber(/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replace(/,/g, '') : text);
}
