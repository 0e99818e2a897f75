/** SQL of what names a row: by the foreign keys that stand in the database, so that a table of another room is not forgotten. */
import { sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { Row, RowTable } from './rows.js';

export interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Every column of a foreign key to this table; each begins with office_id. */
export async function referencesTo(tx: Tx, { table, idColumn }: RowTable): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    SELECT c.relname AS "table", a.attname AS "column" FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid AND c.relnamespace = 'public'::regnamespace
    JOIN pg_attribute o ON o.attrelid = k.conrelid AND o.attnum = k.conkey[1] AND o.attname = 'office_id'
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[2]
    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[2]
    WHERE k.contype = 'f' AND k.confrelid = ${table}::regclass AND b.attname = ${idColumn} ORDER BY c.relname, a.attname`.execute(
    tx,
  );
  return rows;
}

/** 企业账号 — the application follows this id, the database does not watch it. */
export const postsOfSubjects: Reference = { table: 'user_post', column: 'subject_id' };

export interface UsedWanted extends Reference {
  /** Rows that the action made. */
  readonly made: readonly string[];
  readonly actionId: string;
  /** Of the table that names them, where the action may have written there itself. */
  readonly idColumn: string | undefined;
  /** Rows that ended by this day name nothing any more; undefined: whenever they ended. */
  readonly openOn: string | undefined;
  readonly most: number;
}

/**
 * Rows that stand and name what the action made, without those that it wrote itself; `in_all` says how many there are. A count in place
 * of NOT EXISTS: looked up row by row, it stays fast when the tables were small a moment ago.
 */
export async function usedSince(tx: Tx, officeId: string, wanted: UsedWanted): Promise<(Row & { readonly in_all: string })[]> {
  const { actionId, made, table, column, idColumn, openOn, most } = wanted;
  const notItsOwn =
    idColumn === undefined
      ? sql``
      : sql`AND (
          SELECT count(*) FROM superseded own WHERE own.office_id = ${officeId} AND own.action_id = ${actionId} AND own.kind = ${table}
            AND own.row_id = ${sql.ref(`naming.${idColumn}`)}::text) = 0`;
  const open = openOn === undefined ? sql`` : sql`AND (naming.until IS NULL OR naming.until > ${openOn})`;
  const { rows } = await sql<Row & { readonly in_all: string }>`
    SELECT naming.*, count(*) OVER () AS in_all FROM ${sql.table(table)} AS naming
    WHERE naming.office_id = ${officeId} AND ${sql.ref(`naming.${column}`)} = ANY (${[...made]}::uuid[]) ${notItsOwn} ${open}
    ORDER BY ${sql.ref(`naming.${column}`)} LIMIT ${most}`.execute(tx);
  return rows;
}
