/**
 * 变更 — the steps that every action of this room is made of: make a row, change it, remove it, each keeping what was before; and bring
 * a subject's cached columns and search terms up to date with its ledgers.
 */
import { isDeepStrictEqual } from 'node:util';
import { keepBefore, keepManyBefore, keptText, rowAtVersion } from '../../corridors/audit/history.js';
import type { Step } from '../../forms/action.js';
import { refuseForm } from '../../forms/texts.zh.js';
import { isNamedElsewhere } from '../../forms/violations.js';
import { deleteRow, insertRows, lockRow, type Row, type RowTable, updateRow } from './queries/rows.js';

export const subjectTable: RowTable = { table: 'subject', idColumn: 'subject_id' };
export const parcelTable: RowTable = { table: 'parcel', idColumn: 'parcel_id' };

/** Every table with its id: parents before children, the order in which an undo restores. */
export const rowTables: readonly RowTable[] = [
  subjectTable,
  parcelTable,
  { table: 'building', idColumn: 'building_id' },
  { table: 'meter', idColumn: 'meter_id' },
  { table: 'merged_evaluation', idColumn: 'merged_evaluation_id' },
  { table: 'subject_identifier', idColumn: 'identifier_id' },
  { table: 'subject_name', idColumn: 'name_id' },
  { table: 'subject_place', idColumn: 'place_id' },
  { table: 'subject_status', idColumn: 'status_id' },
  { table: 'subject_industry', idColumn: 'industry_id' },
  { table: 'subject_scale', idColumn: 'scale_id' },
  { table: 'subject_title', idColumn: 'title_id' },
  { table: 'transition_period', idColumn: 'transition_period_id' },
  { table: 'subject_contact', idColumn: 'contact_id' },
  { table: 'park_profile', idColumn: 'park_profile_id' },
  { table: 'subject_relation', idColumn: 'relation_id' },
  { table: 'land_contract', idColumn: 'land_contract_id' },
  { table: 'occupancy', idColumn: 'occupancy_id' },
  { table: 'meter_share', idColumn: 'meter_share_id' },
  { table: 'survey', idColumn: 'survey_id' },
  { table: 'subject_correction', idColumn: 'correction_id' },
  { table: 'region_claim', idColumn: 'claim_id' },
];

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const versionOf = (row: Row): number => Number(row.version);

/** The subject that shows a row in its history. */
const subjectOf = (row: Row): string | null => textOf(row.subject_id) ?? textOf(row.holder_id);

/** A row that names another which is not there. */
async function naming<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isNamedElsewhere(error) ? refuseForm('not_found') : error;
  }
}

/** @throws door.not_found when it names what is not there */
export async function makeRow(step: Step, { table, idColumn }: RowTable, row: Row): Promise<void> {
  await keepBefore(step, { kind: table, id: String(row[idColumn]), subjectId: subjectOf(row) }, null);
  await naming(insertRows(step.tx, table, [row]));
}

/** Rows of one table, by statements of many rows. */
export async function makeRows(step: Step, { table, idColumn }: RowTable, rows: readonly Row[]): Promise<void> {
  await keepManyBefore(
    step,
    rows.map((row) => ({ of: { kind: table, id: String(row[idColumn]), subjectId: subjectOf(row) }, row: null })),
  );
  await insertRows(step.tx, table, rows);
}

/** The row, locked. @throws door.not_found, also for what is out of reach */
export async function holdRow(step: Step, table: RowTable, id: string): Promise<Row> {
  const row = await lockRow(step.tx, step.actor.officeId, table, id);
  if (row === undefined) throw refuseForm('not_found');
  return row;
}

/** The row, locked and as the person saw it. @throws door.version_differs with what stands now @source trust R62 */
export async function holdVersion(
  step: Step,
  table: RowTable,
  { id, version, yours }: { readonly id: string; readonly version: number; readonly yours: unknown },
): Promise<Row> {
  const row = await holdRow(step, table, id);
  if (versionOf(row) === version) return row;
  const changed = await changedColumns(step, table, { row, version });
  throw refuseForm('version_differs', {}, { version: versionOf(row), now: shown(row), yours, changed });
}

/** Columns that differ from what the person saw: also sealed ones, that never leave. Null: the history does not reach back. */
async function changedColumns(
  { tx, actor }: Step,
  { table, idColumn }: RowTable,
  { row, version }: { readonly row: Row; readonly version: number },
): Promise<string[] | null> {
  const seen = await rowAtVersion(tx, actor.officeId, { kind: table, id: String(row[idColumn]), version });
  if (seen === undefined) return null;
  const now: Row = JSON.parse(keptText(row));
  const differing = Object.keys(now).filter((column) => !same(column, now[column], seen[column] ?? null));
  return differing.sort();
}

/** Sealed columns never leave. */
export const shown = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([column]) => !column.endsWith('_sealed')));

/** Of one column, as the database gives it and as a form does: 100.00 m² and 100 m² are one number, contracts 3.10 and 3.1 are two. */
export const same = (column: string, one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one, other) ||
  (isMeasure(column) && typeof one === 'string' && typeof other === 'string' && plainDecimal(one) === plainDecimal(other));

/** Numbers are named with their unit at the end. */
export const isMeasure = (column: string): boolean => /_(?:sqm|m|mu|percent|yuan|month)$/.test(column);
const plainDecimal = (text: string): string => (/^\d+\.\d+$/.test(text) ? text.replace(/\.?(?<!0)0+$/, '') : text);

/** Nothing happens when nothing differs. Gives the version after. */
export async function changeRow(
  step: Step,
  table: RowTable,
  { row, set }: { readonly row: Row; readonly set: Row },
): Promise<number> {
  const differing = Object.fromEntries(
    Object.entries(set).filter(([column, value]) => !same(column, row[column] ?? null, value ?? null)),
  );
  if (Object.keys(differing).length === 0) return versionOf(row);
  const id = String(row[table.idColumn]);
  await keepBefore(step, { kind: table.table, id, subjectId: subjectOf(row) }, row);
  const version = versionOf(row) + 1;
  await naming(updateRow(step.tx, step.actor.officeId, table, { id, set: { ...differing, version } }));
  return version;
}

export async function removeRow(step: Step, table: RowTable, row: Row): Promise<void> {
  const id = String(row[table.idColumn]);
  await keepBefore(step, { kind: table.table, id, subjectId: subjectOf(row) }, row);
  await deleteRow(step.tx, step.actor.officeId, table, id);
}
