/** .xls (BIFF8) by SheetJS: text, numbers, error cells, merges. Its writer keeps no time of writing. */
import * as XLSX from '@e965/xlsx';
import type { CellValue } from '../table.js';
import { type DrawnSheet, mergesOf } from './sheet.js';

const errorCodes = { '#DIV/0!': 0x07, '#REF!': 0x17, '#N/A': 0x2a } as const;

export function oldWorkbookBytes(sheets: readonly DrawnSheet[]): Buffer {
  const workbook = XLSX.utils.book_new();
  for (const sheet of sheets) XLSX.utils.book_append_sheet(workbook, drawn(sheet), sheet.name);
  workbook.Workbook = { Sheets: sheets.map((sheet) => ({ Hidden: sheet.hidden ? 1 : 0 })) };
  const bytes: Buffer = XLSX.write(workbook, { type: 'buffer', bookType: 'biff8' });
  return bytes;
}

function drawn(sheet: DrawnSheet): XLSX.WorkSheet {
  const out: XLSX.WorkSheet = {};
  let right = 0;
  sheet.lines.forEach((line, r) => {
    line.cells.forEach((one, c) => {
      if (one.value !== null) out[XLSX.utils.encode_cell({ r, c })] = cellObject(one.value);
      right = Math.max(right, c);
    });
  });
  out['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, sheet.lines.length - 1), c: right } });
  out['!merges'] = mergesOf(sheet).map((one) => ({
    s: { r: one.top - 1, c: one.left - 1 },
    e: { r: one.bottom - 1, c: one.right - 1 },
  }));
  out['!cols'] = sheet.widths.map((wch) => ({ wch }));
  return out;
}

function cellObject(value: Exclude<CellValue, null>): XLSX.CellObject {
  if (typeof value === 'number') return { t: 'n', v: value };
  if (typeof value === 'string') return { t: 's', v: value };
  if ('error' in value) return { t: 'e', v: errorCodes[value.error] };
  throw new Error('an .xls ledger here holds text, numbers and errors only');
}
