/** SQL of imports: who and what a file speaks of, looked up by sets. */
import { sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { Row } from './rows.js';

const atOnce = 5_000;

async function inParts<T>(values: readonly string[], find: (part: string[]) => Promise<readonly T[]>): Promise<T[]> {
  const distinct = [...new Set(values)].sort();
  const found: T[] = [];
  for (let at = 0; at < distinct.length; at += atOnce) found.push(...(await find(distinct.slice(at, at + atOnce))));
  return found;
}

export interface CodeHolder {
  readonly value: string;
  readonly subject_id: string;
  readonly live: boolean;
}
/** Who bears or bore these credit codes. */
export const holdersOfCodes = (tx: Tx, officeId: string, codes: readonly string[]): Promise<CodeHolder[]> =>
  inParts(codes, async (part) => {
    const { rows } = await sql<CodeHolder>`
      SELECT value, subject_id, until IS NULL AS live FROM subject_identifier
      WHERE office_id = ${officeId} AND kind = 'credit_code' AND value = ANY (${part}::text[]) ORDER BY value, identifier_id`.execute(
      tx,
    );
    return rows;
  });

export interface NameHolder {
  readonly name_key: string;
  readonly subject_id: string;
  readonly former: boolean;
}
export const holdersOfNames = (tx: Tx, officeId: string, keys: readonly string[]): Promise<NameHolder[]> =>
  inParts(keys, async (part) => {
    const { rows } = await sql<NameHolder>`
      SELECT name_key, subject_id, false AS former FROM subject
      WHERE office_id = ${officeId} AND merged_into IS NULL AND name_key = ANY (${part}::text[])
      UNION SELECT n.name_key, n.subject_id, true FROM subject_name n
        JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = n.subject_id AND s.merged_into IS NULL
      WHERE n.office_id = ${officeId} AND n.name_key = ANY (${part}::text[]) ORDER BY 1, 2`.execute(tx);
    return rows;
  });

export const subjectsById = (tx: Tx, officeId: string, ids: readonly string[]): Promise<Row[]> =>
  inParts(ids, async (part) => {
    const { rows } = await sql<Row>`
      SELECT * FROM subject WHERE office_id = ${officeId} AND subject_id = ANY (${part}::uuid[]) ORDER BY subject_id`.execute(tx);
    return rows;
  });

/** Rows of a table by one of its text columns. */
export const rowsByColumn = (
  tx: Tx,
  officeId: string,
  { table, column, values }: { readonly table: string; readonly column: string; readonly values: readonly string[] },
): Promise<Row[]> =>
  inParts(values, async (part) => {
    const { rows } = await sql<Row>`
      SELECT * FROM ${sql.table(table)} WHERE office_id = ${officeId} AND ${sql.ref(column)} = ANY (${part}::text[]) ORDER BY 1, 2, 3, 4`.execute(
      tx,
    );
    return rows;
  });

/** Parks and small parks by name: few. */
export async function parksOf(tx: Tx, officeId: string): Promise<{ readonly subject_id: string; readonly name_key: string }[]> {
  const { rows } = await sql<{ subject_id: string; name_key: string }>`
    SELECT subject_id, name_key FROM subject WHERE office_id = ${officeId} AND kind IN ('park', 'small_park') AND merged_into IS NULL
    ORDER BY subject_id`.execute(tx);
  return rows;
}

/**
 * A register that was small a moment ago has plans that read it from end to end, kept by the connection, also for the checks of foreign
 * keys: with thousands of new rows in one transaction each of them would do so. They are made anew here, by the indexes.
 */
export const readByIndexes = async (tx: Tx): Promise<void> => {
  await sql`DISCARD PLANS`.execute(tx);
  await sql`SET LOCAL enable_seqscan = off`.execute(tx);
};
