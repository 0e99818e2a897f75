/**
 * 定版数据的文件 — a dataset as `snapshot/…` (column files and manifest, design of docs/reference/bundle.md) and `provenance/…` (which
 * cell each fact came from, no part of the data's hash). Equal datasets give equal bytes.
 */
import type { Dataset } from '@muheng/engine';
import { bytesOf } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { doublesAsBytes, integersAsBytes } from './columns.js';
import { snapshotManifest } from './manifest.js';

/** Path → bytes. Raises a RangeError for an infinite value. */
export function writeSnapshot(dataset: Dataset): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  files.set(paths.manifest, bytesOf(canonicalJson(snapshotManifest(dataset))));
  files.set(paths.subjects, bytesOf(JSON.stringify(dataset.subjects)));
  files.set(paths.names, bytesOf(JSON.stringify(dataset.names)));
  files.set(paths.dictionary, bytesOf(JSON.stringify(dataset.dictionary)));
  for (const [year, facts] of dataset.facts) {
    for (const [fact, column] of facts) {
      files.set(paths.values(year, fact), doublesAsBytes(column.values));
      files.set(paths.absence(year, fact), column.absence.slice());
    }
  }
  for (const [table, side] of dataset.tables) {
    files.set(paths.subject(table), integersAsBytes(side.subject));
    for (const [field, column] of side.fields) {
      files.set(paths.fieldValues(table, field), doublesAsBytes(column.values));
      files.set(paths.fieldAbsence(table, field), column.absence.slice());
    }
  }
  return files;
}

export const paths = {
  manifest: 'snapshot/manifest.json',
  subjects: 'snapshot/subjects.json',
  names: 'snapshot/names.json',
  dictionary: 'snapshot/dictionary.json',
  values: (year: number, fact: string): string => `snapshot/facts/${year}/${fact}.f64`,
  absence: (year: number, fact: string): string => `snapshot/facts/${year}/${fact}.u8`,
  subject: (table: string): string => `snapshot/tables/${table}.i32`,
  fieldValues: (table: string, field: string): string => `snapshot/tables/${table}/${field}.f64`,
  fieldAbsence: (table: string, field: string): string => `snapshot/tables/${table}/${field}.u8`,
  cells: (year: number, fact: string): string => `provenance/${year}/${fact}.json`,
} as const;

/** 数据来源 — for each fact of which some cell is known, the cell of every subject. */
export function writeProvenance(dataset: Dataset): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [year, facts] of dataset.facts) {
    for (const fact of facts.keys()) {
      const cells = dataset.subjects.map((_, row) => dataset.source(fact, year, row));
      if (cells.some((cell) => cell !== null)) files.set(paths.cells(year, fact), bytesOf(JSON.stringify(cells)));
    }
  }
  return files;
}
