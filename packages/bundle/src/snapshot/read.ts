/**
 * 读定版数据 — the files of `writeSnapshot` → the dataset, when everything is there, of the right length and canonical: the dataset read
 * gives the very files it was read from. ShapeTrouble names the file that is off.
 */
import { type Dataset, type SideColumns, type SideTableId, sideTableIds } from '@muheng/engine';
import { firstDifference, textOf } from '../bytes.js';
import { asCount, asList, asNumber, asRecord, asText, asTexts, type Json, parseJson, ShapeTrouble } from '../json.js';
import type { Files } from '../tar/tar.js';
import { doublesFrom, integersFrom } from './columns.js';
import { paths, writeSnapshot } from './write.js';

type Column = SideColumns['fields'] extends ReadonlyMap<string, infer One> ? One : never;

/** Raises ShapeTrouble with the path of the file that does not fit. */
export function readSnapshot(files: Files): Dataset {
  const manifest = asRecord(readJson(files, paths.manifest), paths.manifest);
  if (manifest.format !== 1) throw new ShapeTrouble(paths.manifest);
  const rows = asCount(manifest.subjects, paths.manifest);
  const texts = (path: string): string[] => asTexts(readJson(files, path), path);
  const [subjects, names, dictionary] = [texts(paths.subjects), texts(paths.names), texts(paths.dictionary)];
  if (subjects.length !== rows) throw new ShapeTrouble(paths.subjects);
  if (names.length !== rows) throw new ShapeTrouble(paths.names);
  const facts = new Map<number, Map<string, Column>>();
  for (const item of asList(manifest.columns, paths.manifest)) {
    const entry = asRecord(item, paths.manifest);
    const year = asNumber(entry.year, paths.manifest);
    const fact = asText(entry.fact, paths.manifest);
    const columns = facts.get(year) ?? new Map<string, Column>();
    facts.set(
      year,
      columns.set(fact, readColumn(files, { values: paths.values(year, fact), absence: paths.absence(year, fact) }, rows)),
    );
  }
  const tables = new Map(asList(manifest.tables, paths.manifest).map((item) => readTable(files, item, rows)));
  const year = asNumber(manifest.year, paths.manifest);
  const dataset: Dataset = Object.freeze({
    year,
    subjects,
    names,
    dictionary,
    facts,
    tables,
    source: sourceIn(files, facts, rows),
  });
  for (const [path, content] of writeSnapshot(dataset))
    if (firstDifference(content, contentOf(files, path)) >= 0) throw new ShapeTrouble(path);
  return dataset;
}

function readTable(files: Files, item: Json, subjects: number): [SideTableId, SideColumns] {
  const entry = asRecord(item, paths.manifest);
  const table = sideTableIds.find((id) => id === entry.table);
  if (table === undefined) throw new ShapeTrouble(paths.manifest);
  const rows = asCount(entry.rows, paths.manifest);
  const subject = integersFrom(contentOf(files, paths.subject(table)), rows);
  if (subject === undefined || !isAscending(subject, subjects)) throw new ShapeTrouble(paths.subject(table));
  const fields = Object.keys(asRecord(entry.fields, paths.manifest)).map((field): [string, Column] => [
    field,
    readColumn(files, { values: paths.fieldValues(table, field), absence: paths.fieldAbsence(table, field) }, rows),
  ]);
  return [table, { rows, subject, fields: new Map(fields) }];
}

function isAscending(subject: Int32Array, subjects: number): boolean {
  let last = 0;
  for (const row of subject) {
    if (row < last || row >= subjects) return false;
    last = row;
  }
  return true;
}

function readColumn(files: Files, path: { readonly values: string; readonly absence: string }, rows: number): Column {
  const values = doublesFrom(contentOf(files, path.values), rows);
  const absence = contentOf(files, path.absence).slice();
  if (values === undefined) throw new ShapeTrouble(path.values);
  if (absence.length !== rows) throw new ShapeTrouble(path.absence);
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) throw new ShapeTrouble(path.values);
    if (absence[row]! > 4 || Number.isNaN(value) !== (absence[row] !== 0)) throw new ShapeTrouble(path.absence);
  }
  return { values, absence };
}

/** Which cell a fact came from, out of the provenance files, each read when first asked for. */
function sourceIn(files: Files, facts: Dataset['facts'], rows: number): Dataset['source'] {
  const known = new Map<string, readonly Json[]>();
  return (fact, year, subject) => {
    const path = paths.cells(year, fact);
    if (!files.has(path) || facts.get(year)?.has(fact) !== true) return null;
    const cells = known.get(path) ?? asList(readJson(files, path), path);
    known.set(path, cells);
    if (cells.length !== rows) throw new ShapeTrouble(path);
    const cell = cells[subject];
    return cell === null || cell === undefined ? null : asText(cell, path);
  };
}

export function contentOf(files: Files, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new ShapeTrouble(path);
  return bytes;
}

export function readJson(files: Files, path: string): Json {
  const text = textOf(contentOf(files, path));
  if (text === undefined) throw new ShapeTrouble(path);
  return parseJson(text, path);
}
