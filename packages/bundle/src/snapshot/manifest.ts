/**
 * 定版数据清单 — every column of a dataset by the hash of its bytes. The manifest's own hash is the identity of the data: row order in a
 * file, file names and the order of columns do not change it, any value does. Where the cells came from is no part of it.
 */
import type { Dataset } from '@muheng/engine';
import { hashBytes, hashText, type NewHash } from '../hash.js';
import { doublesAsBytes, integersAsBytes } from './columns.js';

interface ColumnHashes {
  readonly values: string;
  readonly absence: string;
}
export interface ColumnEntry extends ColumnHashes {
  readonly year: number;
  readonly fact: string;
}
export interface TableEntry {
  readonly table: string;
  readonly rows: number;
  readonly subject: string;
  readonly fields: Readonly<Record<string, ColumnHashes>>;
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

export function snapshotManifest(dataset: Dataset, newHash?: NewHash): SnapshotManifest {
  const hashed = ({ values, absence }: Cells): ColumnHashes => ({
    values: hashBytes(doublesAsBytes(values), newHash),
    absence: hashBytes(absence, newHash),
  });
  const columns: ColumnEntry[] = [];
  for (const [year, facts] of [...dataset.facts].sort(([a], [b]) => a - b))
    for (const [fact, column] of [...facts].sort(byKey)) columns.push({ year, fact, ...hashed(column) });
  const tables = [...dataset.tables].sort(byKey).map(([table, side]) => ({
    table,
    rows: side.rows,
    subject: hashBytes(integersAsBytes(side.subject), newHash),
    fields: Object.fromEntries([...side.fields].sort(byKey).map(([field, column]) => [field, hashed(column)])),
  }));
  return {
    format: 1,
    year: dataset.year,
    subjects: dataset.subjects.length,
    ids: hashText(JSON.stringify(dataset.subjects), newHash),
    names: hashText(JSON.stringify(dataset.names), newHash),
    dictionary: hashText(JSON.stringify(dataset.dictionary), newHash),
    columns,
    tables,
  };
}

type Cells = { readonly values: Float64Array; readonly absence: Uint8Array };

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
