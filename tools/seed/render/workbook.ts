/** .xlsx by exceljs: styled headers, merges, date cells, cached formulas, error cells. Same sheets, same bytes: no time of writing is kept. */
import ExcelJS from 'exceljs';
import { shown } from '../answerKey.js';
import type { CellValue, Line } from '../table.js';
import { type DrawnSheet, mergesOf } from './sheet.js';
import { withoutTimes } from './zipTimes.js';

export interface WorkbookWish {
  readonly sheets: readonly DrawnSheet[];
  readonly date1904: boolean;
}

const delivered = new Date(Date.UTC(2025, 2, 20));

export async function workbookBytes({ date1904, sheets }: WorkbookWish): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '';
  workbook.created = delivered;
  workbook.modified = delivered;
  workbook.properties.date1904 = date1904;
  for (const sheet of sheets) drawSheet(workbook, sheet);
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function drawSheet(workbook: ExcelJS.Workbook, drawn: DrawnSheet): void {
  const sheet = workbook.addWorksheet(drawn.name, { state: drawn.hidden ? 'hidden' : 'visible' });
  drawn.widths.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  drawn.lines.forEach((line, i) => {
    const row = sheet.getRow(i + 1);
    line.cells.forEach((one, column) => {
      if (one.value === null) return;
      const cell = row.getCell(column + 1);
      cell.value = written(one.value, i + 1);
      if (typeof one.value === 'object' && 'date' in one.value) cell.numFmt = 'yyyy-mm-dd';
    });
    style(row, line);
  });
  for (const { bottom, left, right, top } of mergesOf(drawn)) sheet.mergeCells(top, left, bottom, right);
}

function written(value: Exclude<CellValue, null>, row: number): ExcelJS.CellValue {
  if (typeof value !== 'object') return value;
  if ('date' in value) return new Date(`${value.date}T00:00:00Z`);
  if ('error' in value) return { error: value.error };
  const formula = shown(value, row);
  return typeof formula === 'object' && formula !== null && 'formula' in formula
    ? { formula: formula.formula, result: formula.result }
    : null;
}

function style(row: ExcelJS.Row, line: Line): void {
  if (line.kind === 'title') row.font = { bold: true, size: 16 };
  if (line.kind === 'total' || line.kind === 'subtotal') row.font = { bold: true };
  if (line.kind !== 'header') return;
  row.font = { bold: true };
  row.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  row.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } };
    cell.border = { top: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' }, right: { style: 'thin' } };
  });
}
