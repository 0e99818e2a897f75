/**
 * 大表写出 — one sheet of any number of rows as a stream of .xlsx bytes: rows are pulled while bytes are read, so that 200 000 rows do
 * not stand in memory. Styled header with units, frozen pane, filter-ready columns; plainer than `writeWorkbook`.
 */
import { type CellStyle, writeXlsxStream } from 'hucre';
import type { Cell } from '../table.js';
import { safeCell, safeText } from './neutral.js';
import { headStyle } from './styles.js';
import { type OutColumn, sheetName } from './workbook.js';

export interface StreamedSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** Columns that stay while scrolling sideways; 1 when not said. */
  readonly frozen?: number;
}

/** The library writes the header when it starts and asks each column for its style row by row: the style changes with the first row pulled. */
export function streamWorkbook(sheet: StreamedSheet): ReadableStream<Uint8Array> {
  const state = { inHeader: true };
  const columns = sheet.columns.map((column) => ({
    header: safeText(column.header),
    width: column.width ?? Math.min(40, Math.max(10, column.header.length * 2 + 2)),
    get style(): CellStyle {
      return state.inHeader ? headStyle : column.format === undefined ? {} : { numFmt: column.format };
    },
  }));
  return writeXlsxStream(safeRows(sheet.rows, state), {
    name: sheetName(sheet.name),
    columns,
    freezePane: { rows: 1, columns: sheet.frozen ?? 1 },
  });
}

async function* safeRows(rows: StreamedSheet['rows'], state: { inHeader: boolean }): AsyncGenerator<Cell[], void, undefined> {
  for await (const row of rows) {
    state.inHeader = false;
    yield row.map(safeCell);
  }
}
