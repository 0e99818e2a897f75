/** Counts, entry by entry of the answer key, what the readers found, asked, read as if clean — and missed. */
import type { IntakeTable } from '@muheng/sheets';
import { matchText, type TablesRead } from '@muheng/sheets';
import type { AnswerKey, CellValue, DirtName, KeyEntry } from '../../tools/seed/index.js';

/** Only who has the register of enterprises can see these: they are for the joining of files, not for the reading of one. */
export const needsTheRegister: ReadonlySet<DirtName> = new Set([
  'code_former',
  'name_former',
  'name_typo',
  'name_traditional',
  'town_short',
  'row_missing',
  'row_other_district',
  'row_cancelled',
]);

export interface Score {
  readonly seen: Map<string, { met: number; missed: number }>;
  readonly misses: string[];
  rowsKept: number;
  /** Dirt in columns that no vocabulary knows: nobody reads them. */
  unread: number;
  /** Questions about units on clean cells and columns. */
  readonly falseAlarms: string[];
  readonly rejectedWithoutCause: string[];
  readonly rowsDropped: string[];
  readonly rowsSlippedThrough: string[];
}

export const emptyScore = (): Score => ({
  seen: new Map(),
  misses: [],
  rowsKept: 0,
  unread: 0,
  falseAlarms: [],
  rejectedWithoutCause: [],
  rowsDropped: [],
  rowsSlippedThrough: [],
});

export function scoreDelivery(key: AnswerKey, read: ReadonlyMap<string, TablesRead>, score: Score): void {
  const byCell = new Map<string, KeyEntry[]>();
  for (const entry of key.entries) {
    const place = `${entry.file}\n${entry.sheet}\n${entry.row}\n${entry.column}`;
    byCell.set(place, [...(byCell.get(place) ?? []), entry]);
  }
  for (const entries of byCell.values())
    for (const entry of entries) scoreEntry({ entry, entries, read: read.get(entry.file) }, score);
  for (const file of key.files)
    for (const sheet of file.sheets) scoreRows(key, { path: file.path, sheet, read: read.get(file.path) }, score);
}

interface EntryToScore {
  readonly entry: KeyEntry;
  /** All dirt of the same cell. */
  readonly entries: readonly KeyEntry[];
  readonly read: TablesRead | undefined;
}

function scoreEntry({ entry, entries, read }: EntryToScore, score: Score): void {
  if (needsTheRegister.has(entry.kind) || read === undefined) return;
  if (entry.scope === 'cell' && tableOf(entry, read)?.columns.every(({ letters }) => letters !== entry.column)) {
    score.unread++;
    return;
  }
  const met = entry.intake === 'tolerate' ? tolerated(entry, entries, read) : named(entry, read);
  if (met === undefined) return;
  const tally = score.seen.get(entry.kind) ?? { met: 0, missed: 0 };
  score.seen.set(entry.kind, { met: tally.met + (met ? 1 : 0), missed: tally.missed + (met ? 0 : 1) });
  if (!met)
    score.misses.push(
      `${entry.kind} ${entry.file} ${entry.sheet} ${entry.column ?? ''}${entry.row ?? ''} ${JSON.stringify(entry.was)} → ${JSON.stringify(entry.became)}`,
    );
}

const tableOf = (entry: { readonly sheet: string }, read: TablesRead): IntakeTable | undefined =>
  read.tables.find((table) => table.sheet === undefined || table.sheet === entry.sheet);

/** A finding at the cell, at its row, in a span of formulas, or for the column. */
function named(entry: KeyEntry, read: TablesRead): boolean {
  return read.findings.some(({ where, message, code }) => {
    if (where.sheet !== undefined && where.sheet !== entry.sheet) return false;
    if (entry.column === null)
      return (
        where.row === entry.row ||
        ((code.startsWith('code_twice') || code === 'row_twice') && new RegExp(`[第、]${entry.row}[、 ]`).test(message))
      );
    const address = `${entry.column}${entry.row ?? ''}`;
    if (where.cell === address) return true;
    if (entry.row === null) return (code === 'unit_slip_column' || code === 'unit_slip_plausible') && where.cell === entry.column;
    if (code === 'unit_slip_column') return where.cell === entry.column && entry.kind === 'number_unit_slip';
    return code === 'cell_from_formula' && inSpans(message, entry.column, entry.row);
  });
}

function inSpans(message: string, column: string, row: number): boolean {
  return [...message.matchAll(/([A-Z]+)(\d+)(?:–[A-Z]+(\d+))?/g)].some(
    ([, letters, first, last]) => letters === column && row >= Number(first) && row <= Number(last ?? first),
  );
}

/** The value that was read is the clean one; undefined when the cell also has dirt that must be asked about, or nobody reads its column. */
function tolerated(entry: KeyEntry, entries: readonly KeyEntry[], read: TablesRead): boolean | undefined {
  const table = tableOf(entry, read);
  if (entry.scope === 'sheet') return table === undefined;
  if (entry.scope !== 'cell') return table !== undefined;
  if (
    entry.row === null ||
    entry.column === null ||
    entries.some(({ intake, kind }) => intake !== 'tolerate' || needsTheRegister.has(kind))
  )
    return undefined;
  const column = table?.columns.find(({ letters }) => letters === entry.column);
  if (table === undefined || column === undefined) return undefined;
  const value = table.rows[entry.row - table.firstRow]?.[column.index] ?? null;
  return sameValue(entries[0]!.was, value);
}

function sameValue(was: CellValue, value: IntakeTable['rows'][number][number]): boolean {
  if (was === null) return value === null || value === '缺';
  if (typeof was === 'number') return typeof value === 'number' && Math.abs(value - was) <= 1e-9 * Math.abs(was);
  if (typeof was === 'object') return 'date' in was && value === was.date;
  return typeof value === 'number' ? value === Number(was) : matchText(String(value ?? '')) === matchText(String(was));
}

interface RowsToScore {
  readonly path: string;
  readonly sheet: AnswerKey['files'][number]['sheets'][number];
  readonly read: TablesRead | undefined;
}

/** Every row of an enterprise is there; no row of anything else is. */
function scoreRows(key: AnswerKey, { path, sheet, read }: RowsToScore, score: Score): void {
  const table = read === undefined ? undefined : tableOf(sheet, read);
  const rows = new Set(sheet.rows.map(([row]) => row));
  const foreign = new Set(
    key.entries
      .filter(
        (entry) =>
          entry.file === path &&
          entry.sheet === sheet.sheet &&
          entry.kind.startsWith('row_') &&
          entry.row !== null &&
          needsTheRegister.has(entry.kind),
      )
      .map(({ row }) => row),
  );
  const kept = new Set(table?.rows.flatMap((row, at) => (row.length > 0 ? [table.firstRow + at] : [])));
  for (const row of rows) {
    if (kept.has(row)) score.rowsKept++;
    else score.rowsDropped.push(`${path} ${sheet.sheet} ${row}`);
  }
  const dirty = new Set(
    key.entries
      .filter((entry) => entry.file === path && entry.sheet === sheet.sheet && entry.intake !== 'tolerate')
      .map(({ row }) => row),
  );
  const twins = new Set(
    table?.rejected.flatMap(({ row, reasons }) => (reasons.every((reason) => reason === 'code_twice') ? [row] : [])),
  );
  for (const { row, reasons } of table?.rejected ?? [])
    if (!dirty.has(row) && !twins.has(row)) score.rejectedWithoutCause.push(`${path} ${sheet.sheet} ${row} ${reasons.join(' ')}`);
  if (table !== undefined) score.falseAlarms.push(...needlessQuestions(key, { path, sheet, read }));
  for (const row of kept) if (!rows.has(row) && !foreign.has(row)) score.rowsSlippedThrough.push(`${path} ${sheet.sheet} ${row}`);
}

/** Questions about units on cells and columns where nothing was planted that must be asked about or found. */
function needlessQuestions(key: AnswerKey, { path, sheet, read }: RowsToScore): string[] {
  const planted = new Set(
    key.entries
      .filter((entry) => entry.file === path && entry.sheet === sheet.sheet && entry.intake !== 'tolerate')
      .map(({ row, column }) => `${column ?? ''}${row ?? ''}`),
  );
  return (read?.findings ?? []).flatMap(({ code, where, message }) =>
    code.startsWith('unit_slip_') &&
    (where.sheet === undefined || where.sheet === sheet.sheet) &&
    !planted.has(where.cell ?? '') &&
    !planted.has(String(where.row ?? '-'))
      ? [`${path} ${where.cell ?? ''} ${message}`]
      : [],
  );
}
