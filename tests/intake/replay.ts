/** One file, whatever it holds, through both ways of reading; raises an AssertionError when it ends neither in a table nor in words. */
import { strict as assert } from 'node:assert';
import { departmentTerms } from '@muheng/district';
import { readTable, readTables } from '@muheng/sheets';
import { catalogueFacts } from './districtFiles.js';

export interface Replayed {
  readonly tables: number;
  /** Codes of its findings, each once, sorted. */
  readonly codes: readonly string[];
}

const vocabulary = departmentTerms(catalogueFacts());

export async function replay(bytes: Uint8Array): Promise<Replayed> {
  const { tables, findings } = await readTables(bytes, 'case.xlsx', { vocabulary });
  const plain = await readTable(bytes, 'case.xlsx');
  assert.ok(tables.length > 0 || findings.length > 0, 'no table and no finding');
  assert.ok(plain.table !== undefined || plain.findings.length > 0, 'no plain table and no finding');
  for (const { code, message, remedy } of findings) {
    assert.match(message, /\p{Script=Han}/u, code);
    assert.doesNotMatch(`${message}${remedy}`, /\{\w+\}|undefined/, code);
  }
  for (const table of tables)
    for (const cell of table.rows.flat()) assert.ok(typeof cell !== 'number' || Number.isFinite(cell), 'a number that is none');
  return { tables: tables.length, codes: [...new Set(findings.map(({ code }) => code))].sort() };
}
