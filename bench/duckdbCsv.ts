/**
 * The other side of the CSV row: the query of duckdb.ts on the file itself, read with declared types (nothing is guessed), either
 * straight from the file or by way of a table; files.ts takes the faster.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { query } from './duckdb.js';
import { csvColumns } from './factFiles.js';
import { hashOf } from './hash.js';

export interface CsvSql {
  readonly threads: number;
  /** Reads and grades. */
  round(): Promise<void>;
  hash(): Promise<string>;
}

const types = { text: 'VARCHAR', number: 'DOUBLE', flag: 'BOOLEAN' } as const;

export async function openCsvSql(file: string, form: 'table' | 'view'): Promise<CsvSql> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = csvColumns.map(({ id, kind }) => `'${id}': '${types[kind]}'`).join(', ');
  const source = `read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"',
    nullstr = ['', '不适用', '未报'], columns = {${columns}})`;
  const kept = csvColumns.filter(({ id }) => id !== 'id' && id !== 'name').map(({ id }) => id);
  const load = `CREATE OR REPLACE ${form === 'table' ? 'TABLE' : 'TEMP VIEW'} facts AS SELECT id AS row, ${kept.join(', ')} FROM ${source}`;
  const threads = await connection.runAndReadAll(`SELECT current_setting('threads')`);
  return {
    threads: Number(threads.getRows()[0]?.[0]),
    async round() {
      await connection.run(load);
      await connection.run(query);
    },
    async hash() {
      const read = await connection.runAndReadAll('SELECT total, rank::INTEGER, computed, grade FROM graded ORDER BY row');
      const rows = read.getRows();
      const total = Float64Array.from(rows, ([value]) => (typeof value === 'number' ? value : Number.NaN));
      const rank = Float64Array.from(rows, ([, value]) => Number(value ?? 0));
      const computed = Int16Array.from(rows, ([, , value]) => Number(value ?? 0) - 1);
      const grade = Int16Array.from(rows, ([, , , value]) => Number(value ?? 0) - 1);
      return hashOf([total, rank, computed, grade]);
    },
  };
}
