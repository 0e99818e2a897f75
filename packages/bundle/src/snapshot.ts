/**
 * 定版数据 as bytes: little-endian column files, each hashed, and a manifest that names them. Texts are a sorted dictionary and
 * codes; absence is one byte a row. The manifest's hash is the identity of the data: row order in a file, file names and
 * the order of columns do not change it, any value does.
 */
import type { Dataset } from '@muheng/engine';
import { hashBytes, hashText } from './hash.js';

interface ColumnEntry {
  readonly year: number;
  readonly fact: string;
  readonly values: string;
  readonly absence: string;
}
interface TableEntry {
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
    for (const [fact, column] of [...facts].sort(byKey)) columns.push({ year, fact, values: hashDoubles(column.values), absence: hashBytes(column.absence) });
  const tables = [...dataset.tables].sort(byKey).map(([table, side]) => ({
    table,
    rows: side.rows,
    subject: hashIntegers(side.subject),
    fields: Object.fromEntries([...side.fields].sort(byKey).map(([field, column]) => [field, { values: hashDoubles(column.values), absence: hashBytes(column.absence) }])),
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

/** Every NaN is written as one canonical NaN, −0 as 0, little-endian on every machine. */
function hashDoubles(values: Float64Array): string {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    view.setFloat64(row * 8, Number.isNaN(value) ? Number.NaN : value === 0 ? 0 : value, true);
  }
  return hashBytes(bytes);
}

function hashIntegers(values: Int32Array): string {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < values.length; row++) view.setInt32(row * 4, values[row]!, true);
  return hashBytes(bytes);
}
