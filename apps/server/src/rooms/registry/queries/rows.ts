/** 行 — reading and writing one row of any table of this folder by its id, where the table is only known at run time. Columns are ours. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import { jsonColumns } from '../shapes.js';

export interface RowTable {
  readonly table: string;
  readonly idColumn: string;
}
export type Row = Readonly<Record<string, unknown>>;

/** Columns and values as they come and go: JSON columns as text. */
const written = (column: string, value: unknown): unknown =>
  jsonColumns.has(column) && value !== null && value !== undefined && typeof value !== 'string' ? JSON.stringify(value) : value;

export async function findRow(tx: Tx, officeId: string, { table, idColumn }: RowTable, id: string): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.ref(idColumn)} = ${id}`.execute(tx);
  return rows[0];
}

/** By id; those that are gone or out of reach are not there. */
export async function findRows(tx: Tx, officeId: string, { table, idColumn }: RowTable, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.ref(idColumn)} = ANY (${[...ids]}::uuid[])
    ORDER BY ${sql.ref(idColumn)}`.execute(tx);
  return rows;
}

/** Until the transaction ends nobody else changes it. */
export async function lockRow(tx: Tx, officeId: string, { table, idColumn }: RowTable, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT * FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.ref(idColumn)} = ${id} FOR UPDATE`.execute(tx);
  return rows[0];
}

/** By id, until the transaction ends nobody else changes them; those that are gone or out of reach are not there. */
export async function lockRows(tx: Tx, officeId: string, { table, idColumn }: RowTable, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.ref(idColumn)} = ANY (${[...ids]}::uuid[])
    ORDER BY ${sql.ref(idColumn)} FOR UPDATE`.execute(tx);
  return rows;
}

export async function rowsWhere(
  tx: Tx,
  officeId: string,
  { table, idColumn }: RowTable,
  where: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const conditions = Object.entries(where).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const { rows } = await sql<Row>`
    SELECT * FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.join(conditions, sql` AND `)} ORDER BY ${sql.ref(idColumn)}`.execute(
    tx,
  );
  return rows;
}

/** Parameters of one statement; the protocol takes 65 535. */
const mostParameters = 30_000;

/** Multi-row VALUES; all rows have the columns of the first. */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const perStatement = Math.max(1, Math.floor(mostParameters / columns.length));
  for (let at = 0; at < rows.length; at += perStatement) {
    const tuples = rows
      .slice(at, at + perStatement)
      .map((row) => sql`(${sql.join(columns.map((column) => sql`${written(column, row[column] ?? null)}`))})`);
    await sql`INSERT INTO ${sql.table(table)} (${names}) VALUES ${sql.join(tuples)}`.execute(tx);
  }
}

export async function updateRow(
  tx: Tx,
  officeId: string,
  { table, idColumn }: RowTable,
  { id, set }: { readonly id: string; readonly set: Row },
): Promise<void> {
  const parts: RawBuilder<unknown>[] = Object.entries(set).map(
    ([column, value]) => sql`${sql.ref(column)} = ${written(column, value)}`,
  );
  if (parts.length === 0) return;
  await sql`UPDATE ${sql.table(table)} SET ${sql.join(parts)} WHERE office_id = ${officeId} AND ${sql.ref(idColumn)} = ${id}`.execute(
    tx,
  );
}

/** Many rows to the values kept of each, all of the same columns, by one statement; their versions go on. */
export async function restoreRows(
  tx: Tx,
  officeId: string,
  { table, idColumn }: RowTable,
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly Row[] },
): Promise<void> {
  const set = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`was.${column}`)}`);
  await sql`
    UPDATE ${sql.table(table)} AS now SET ${sql.join([...set, sql`version = now.version + 1`])}
    FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) AS was
    WHERE now.office_id = ${officeId} AND ${sql.ref(`now.${idColumn}`)} = ${sql.ref(`was.${idColumn}`)}`.execute(tx);
}

export async function deleteRow(tx: Tx, officeId: string, { table, idColumn }: RowTable, id: string): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.ref(idColumn)} = ${id}`.execute(tx);
}

/** By one statement. */
export async function deleteRows(tx: Tx, officeId: string, { table, idColumn }: RowTable, ids: readonly string[]): Promise<void> {
  await sql`
    DELETE FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.ref(idColumn)} = ANY (${[...ids]}::uuid[])`.execute(
    tx,
  );
}

/** One column of many rows to one value. */
export async function setColumn(
  tx: Tx,
  officeId: string,
  {
    table,
    column,
    value,
    of,
  }: { readonly table: string; readonly column: string; readonly value: unknown; readonly of: Readonly<Record<string, string>> },
): Promise<void> {
  const conditions = Object.entries(of).map(([name, one]) => sql`${sql.ref(name)} = ${one}`);
  await sql`
    UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${value}
    WHERE office_id = ${officeId} AND ${sql.join(conditions, sql` AND `)}`.execute(tx);
}
