/**
 * 定版数据清单 — every column of a dataset by the hash of its bytes. The manifest's own hash is the identity of the data: row order in a
 * file, file names and the order of columns do not change it, any value does. Where the cells came from is no part of it.
 */
import type { Dataset } from '@muheng/engine';
import { hashBytes, hashText } from '../hash.js';
import { doublesAsBytes, integersAsBytes } from './columns.js';

export interface ColumnEntry {
  readonly year: number;
  readonly fact: string;
  readonly values: string;
  readonly absence: string;
}
export interface TableEntry {
  readonly table: string;
  readonly rows: number;
  readonly subject: string;
  readonly fields: Readonly<Record<string, { readonly values: string; readonly absence: string }>>;
}
export interface SnapshotManifest {
  readonly format: 1;
  readonly year: number;
  readonly subjects: number;
  readonly ids: string;
  readonly names: string;
  readonly dictionary: string;
  readonly columns: readonly ColumnEntry[];
  readonly tables: readonly TableEntry[];
}

export function snapshotManifest(dataset: Dataset): SnapshotManifest {
  const columns: ColumnEntry[] = [];
  for (const [year, facts] of [...dataset.facts].sort(([a], [b]) => a - b))
    for (const [fact, column] of [...facts].sort(byKey))
      columns.push({ year, fact, values: hashBytes(doublesAsBytes(column.values)), absence: hashBytes(column.absence) });
  const tables = [...dataset.tables].sort(byKey).map(([table, side]) => ({
    table,
    rows: side.rows,
    subject: hashBytes(integersAsBytes(side.subject)),
    fields: Object.fromEntries(
      [...side.fields]
        .sort(byKey)
        .map(([field, column]) => [
          field,
          { values: hashBytes(doublesAsBytes(column.values)), absence: hashBytes(column.absence) },
        ]),
    ),
  }));
  return {
    format: 1,
    year: dataset.year,
    subjects: dataset.subjects.length,
    ids: hashText(JSON.stringify(dataset.subjects)),
    names: hashText(JSON.stringify(dataset.names)),
    dictionary: hashText(JSON.stringify(dataset.dictionary)),
    columns,
    tables,
  };
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
