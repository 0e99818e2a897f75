/** Where a row or cell of a table stands, for findings. */
import type { Place } from '@muheng/finding';
import { cellAddress } from '@muheng/sheets';
import type { TableView } from './recognise.js';

export const tablePlace = ({ table, file }: TableView): Place => ({
  file,
  ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
});

/** The cell of a term in a row; the row when the table has no such column. */
export function rowPlace(view: TableView, row: number, term: string): Place {
  const column = view.column(term);
  const at = view.fileRow(row);
  return { ...tablePlace(view), row: at, ...(column === undefined ? {} : { cell: cellAddress(at, column.index + 1) }) };
}

/** 税务局/2023年税收.xlsx 工作表“规上” C7, short. */
export function cellInWords(view: TableView, row: number, column: number): string {
  const sheet = view.table.sheet === undefined ? '' : `“${view.table.sheet}”`;
  return `${view.file}${sheet}${cellAddress(view.fileRow(row), column + 1)}`;
}

/** Key of a place, to find the reader's finding of the same cell. */
export const placeOf = ({ file, sheet, cell, row }: Place): string => `${file ?? ''}\n${sheet ?? ''}\n${cell ?? row ?? ''}`;

/** Where the words stand that say year or scale. */
export function wordsWith({ table: { sheet = '' } }: TableView, words: RegExp | string): string {
  const found = typeof words === 'string' ? sheet.includes(words) : words.test(sheet);
  return found ? `工作表名“${sheet}”` : '文件名';
}

/** The sheet, where file and file are one. */
export const tableInWords = ({ file, table }: TableView, beside: TableView): string =>
  file === beside.file && table.sheet !== undefined ? `同一文件的工作表“${table.sheet}”` : file;
