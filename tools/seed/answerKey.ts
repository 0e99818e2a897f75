/**
 * The answer key: every piece of dirt with its place, what was there, what it became and what an intake must do; and which row of
 * which file belongs to which enterprise. Rows count from 1 as a spreadsheet shows them (records, for a CSV).
 */
import { type DirtName, type DirtScope, type Intake, kindOf } from './dirt/kinds.js';
import { type CellValue, columnLetter, headerOf, type Line, type Plant, type SheetSpec, type Slip } from './table.js';
import type { DataYear } from './truth.js';

export interface KeyEntry {
  readonly file: string;
  readonly sheet: string;
  /** Null: the whole column, sheet or file; or a row that is not there. */
  readonly row: number | null;
  readonly column: string | null;
  /** The clean words of the column's header. */
  readonly header: string | null;
  readonly kind: DirtName;
  readonly scope: DirtScope;
  readonly intake: Intake;
  readonly was: CellValue;
  readonly became: CellValue;
  readonly subject: string | null;
  readonly year: DataYear | null;
  readonly slip?: Slip;
}

export interface SheetKey {
  readonly sheet: string;
  /** Clean headers, left to right. */
  readonly headers: readonly string[];
  readonly headerRows: readonly number[];
  /** Row, enterprise, data year of every row of this district; null in a ledger that is not of one year. */
  readonly rows: readonly (readonly [row: number, subject: string, year: DataYear | null])[];
}

export interface FileKey {
  readonly path: string;
  readonly department: string;
  readonly sheets: readonly SheetKey[];
}

export interface AnswerKey {
  readonly seed: number;
  readonly size: number;
  readonly dirt: 'none' | 'real';
  readonly files: readonly FileKey[];
  readonly entries: readonly KeyEntry[];
  /** Kind → how often. */
  readonly counts: Readonly<Partial<Record<DirtName, number>>>;
}

export interface Place {
  readonly file: string;
  readonly spec: SheetSpec;
}

/** What was planted in a line that stands in this row. A line's own plants come first, then its cells from left to right, each in order. */
export function entriesOfLine(place: Place, line: Line, row: number): KeyEntry[] {
  const whole = line.plants.map((plant) => entry(place, plant, { row, line }));
  return [
    ...whole,
    ...line.cells.flatMap((one, column) => one.plants.map((plant) => entry(place, plant, { row, column, line }))),
  ];
}

export function entryOfColumn(place: Place, plant: Plant, column: number): KeyEntry {
  return entry(place, plant, { row: null, column });
}

export function entryOfDropped(place: Place, subject: string | undefined, code: CellValue): KeyEntry {
  const made = entry(place, { kind: 'row_missing', was: code, became: null }, { row: null });
  return { ...made, subject: subject ?? null };
}

export function entryOfSheet(place: Place, plant: Plant): KeyEntry {
  return entry(place, plant, { row: null });
}

interface Where {
  readonly row: number | null;
  readonly column?: number;
  readonly line?: Line;
}

function entry({ file, spec }: Place, plant: Plant, { column, line, row }: Where): KeyEntry {
  const { intake, scope } = kindOf(plant.kind);
  const named = column === undefined ? undefined : spec.columns[column];
  return {
    file,
    sheet: spec.name,
    row,
    column: column === undefined ? null : columnLetter(column),
    header: named === undefined ? null : headerOf(named),
    kind: plant.kind,
    scope,
    intake,
    was: shown(plant.was, row),
    became: shown(plant.became, row),
    subject: line?.subject ?? null,
    year: line?.year ?? null,
    ...(plant.slip && { slip: plant.slip }),
  };
}

/** A formula with its own row number. */
export function shown(value: CellValue, row: number | null): CellValue {
  if (typeof value !== 'object' || value === null || !('formula' in value)) return value;
  return { ...value, formula: value.formula.replaceAll('{r}', String(row)) };
}

export function countKinds(entries: readonly KeyEntry[]): Partial<Record<DirtName, number>> {
  const counts: Partial<Record<DirtName, number>> = {};
  for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
