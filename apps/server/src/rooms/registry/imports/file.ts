/** 导入文件 — bytes → rows with cells by term, and findings by sheet, row and column; whose row it is stands in `credit_code`, `enterprise_name`. */
import { createHash } from 'node:crypto';
import type { Finding } from '@muheng/finding';
import { type Cell, cellAddress, type IntakeTable } from '@muheng/sheets';
import { readApart, readingLimits } from '../../../corridors/files/reading/readApart.js';
import { type ImportKind, vocabularies } from './vocabulary.js';

export interface FileRow {
  readonly file: string;
  readonly sheet: string | undefined;
  /** As the spreadsheet shows it. */
  readonly row: number;
  text(term: string): string | null;
  number(term: string): number | null;
  /** `F214`, or undefined when there is no such column. */
  cell(term: string): string | undefined;
}

export interface FileRead {
  /** Of the bytes that were read. */
  readonly sha256: string;
  readonly rows: readonly FileRow[];
  /** Rows that the reading of cells rejected already. */
  readonly rejected: readonly FileRow[];
  readonly findings: readonly Finding[];
  /** What stands in the cell of a finding; empty when it names none. */
  valueAt(where: Finding['where']): string;
}

export interface ToImport {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly kind: ImportKind;
  /** Ends the reading early. */
  readonly signal?: AbortSignal;
}

/** Half a minute by another process at the worst: never within a transaction. @throws files.reading_too_long, files.reading_too_large */
export async function readImportFile({ bytes, name, kind, signal }: ToImport): Promise<FileRead> {
  const rowsPerSubject = kind === 'subjects' ? 'one' : 'many';
  const options = { vocabulary: vocabularies[kind], rowsPerSubject } as const;
  const { tables, findings } = await readApart(
    { bytes, name, options },
    signal === undefined ? readingLimits : { ...readingLimits, signal },
  );
  const rows: FileRow[] = [];
  const rejected: FileRow[] = [];
  for (const table of tables) {
    const refused = new Set(table.rejected.map(({ row }) => row));
    table.rows.forEach((cells, at) => {
      if (cells.length === 0) return;
      const row = rowOf(table, cells, { file: name, row: table.firstRow + at });
      (refused.has(row.row) ? rejected : rows).push(row);
    });
  }
  return {
    ...{ sha256: createHash('sha256').update(bytes).digest('hex'), rows, rejected, findings: findings.map(byBlankTable) },
    valueAt({ sheet, row, cell }) {
      const table = tables.find((one) => sheet === undefined || one.sheet === sheet);
      const column = cell === undefined ? undefined : columnOfCell(cell);
      if (table === undefined || row === undefined || column === undefined) return '';
      return String(table.rows[row - table.firstRow]?.[column] ?? '');
    },
  };
}

/** Here nobody writes a mapping file (对列表): whoever imports goes by the blank table, and brings the file again. */
const remedies: Readonly<Record<string, string>> = {
  column_not_recognised: '与登记无关的不必处理；要登记的，请把列名改成空白表上的写法，重新交文件。',
  column_nearly_recognised: '如是同一项，请把列名改成空白表上的写法，重新交文件。',
  column_twice: '请只留下要登记的一列，重新交文件。',
  column_twice_best_taken: '如不对，请删去多余的列，重新交文件。',
  column_unit_differs: '请改正列名中的单位，重新交文件。',
  column_unit_not_stated: '请确认单位；不对的，请在列名后用括号写明，重新交文件。',
  code_column_by_content: '请把列名改为“统一社会信用代码”。',
  unit_slip_row: '请核对单位和数值；确认前不会改动。',
};
const byBlankTable = (finding: Finding): Finding => ({ ...finding, remedy: remedies[finding.code] ?? finding.remedy });

function rowOf(table: IntakeTable, cells: readonly Cell[], place: { readonly file: string; readonly row: number }): FileRow {
  const columnOf = (term: string): number | undefined => table.columns.find((column) => column.term.id === term)?.index;
  const cellOf = (term: string): Cell => {
    const at = columnOf(term);
    return at === undefined ? null : (cells[at] ?? null);
  };
  return {
    ...place,
    sheet: table.sheet,
    text(term) {
      const value = cellOf(term);
      return value === null || value === '' || value === '缺' ? null : String(value).trim();
    },
    number(term) {
      const value = cellOf(term);
      return typeof value === 'number' ? value : null;
    },
    cell(term) {
      const at = columnOf(term);
      return at === undefined ? undefined : cellAddress(place.row, at + 1);
    },
  };
}

/** `F214` → 5. */
function columnOfCell(cell: string): number | undefined {
  const letters = /^[A-Z]+/.exec(cell)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
