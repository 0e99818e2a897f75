/** 名单与对照表 — lists and lookup tables of the scheme file, resolved. */
import type { ListInfo } from '@muheng/formula';
import type { ListRule, LookupTable } from '../model.js';
import type { Reading } from './reading.js';

export function readLists(reading: Reading): Map<string, ListRule> {
  const lists = new Map<string, ListRule>();
  for (const [term, file] of Object.entries(reading.file.lists ?? {})) {
    const path = ['lists', term];
    if (lists.has(file.id)) reading.report('id_twice', path, { id: file.id });
    const cited = reading.cite(file, { path, what: `名单“${term}”` });
    lists.set(
      file.id,
      'entries' in file
        ? { id: file.id, term, dated: false, entries: file.entries, match: file.match, cited }
        : { id: file.id, term, dated: true, entries: [], match: 'exact', cited },
    );
  }
  return lists;
}

/** As formulas see them. `match: prefix` lists are asked with 开头是(x, 表(名称)). */
export const listInfos = (lists: ReadonlyMap<string, ListRule>): ListInfo[] =>
  [...lists.values()].map(({ id, term, dated, entries }) => ({ id, term, dated, ...(dated ? {} : { entries }) }));

export function readTables(reading: Reading): Map<string, LookupTable> {
  const tables = new Map<string, LookupTable>();
  for (const [term, file] of Object.entries(reading.file.tables ?? {})) {
    const path = ['tables', term];
    if (tables.has(file.id)) reading.report('id_twice', path, { id: file.id });
    tables.set(file.id, {
      id: file.id,
      term,
      unit: reading.unit(file.unit, [...path, 'unit']),
      rows: new Map(Object.entries(file.rows)),
      match: file.match,
      cited: reading.cite(file, { path, what: `对照表“${term}”` }),
    });
  }
  return tables;
}
