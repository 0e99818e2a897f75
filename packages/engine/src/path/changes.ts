/** 单项改动 — datasets that differ from a given one in one thing of one subject: a number, a flag, a new title. Nothing given is changed. */
import type { Column } from '@muheng/formula';
import { type Scheme, sideTableFields } from '@muheng/scheme';
import type { Dataset, SideColumns, SideTableId } from '../dataset.js';
import { findText, sortTexts } from '../textOrder.js';

/** One value of the data year; flags as 0 and 1. */
export function withFact(
  dataset: Dataset,
  change: { readonly fact: string; readonly row: number; readonly value: number },
): Dataset {
  const year = dataset.facts.get(dataset.year) ?? new Map<string, Column>();
  const old = year.get(change.fact);
  if (old === undefined) return dataset;
  const column = { values: old.values.slice(), absence: old.absence.slice() };
  column.values[change.row] = change.value;
  column.absence[change.row] = 0;
  return { ...plain(dataset), facts: new Map([...dataset.facts, [dataset.year, new Map([...year, [change.fact, column]])]]) };
}

const plain = (dataset: Dataset): Dataset => ({
  year: dataset.year,
  subjects: dataset.subjects,
  names: dataset.names,
  dictionary: dataset.dictionary,
  facts: dataset.facts,
  tables: dataset.tables,
  source: (fact, year, subject) => dataset.source(fact, year, subject),
});

export interface NewTitle {
  readonly name: string;
  readonly level: string;
  readonly row: number;
  /** Day number from which it is valid, for titles that must be new. */
  readonly from: number;
}

/** One more row of the titles table; words the dictionary lacks are added and all text columns renumbered. */
export function withTitle(scheme: Scheme, dataset: Dataset, title: NewTitle): Dataset {
  const known = withTexts(scheme, dataset, [title.name, title.level]);
  const fields: Readonly<Record<string, number>> = {
    name: findText(known.dictionary, title.name),
    level: findText(known.dictionary, title.level),
    from: title.from,
  };
  const old = known.tables.get('titles') ?? { rows: 0, subject: new Int32Array(0), fields: new Map<string, Column>() };
  const at = old.subject.filter((row) => row <= title.row).length;
  const names = new Set([...old.fields.keys(), 'name', 'level', 'from']);
  const table: SideColumns = {
    rows: old.rows + 1,
    subject: Int32Array.from([...old.subject.subarray(0, at), title.row, ...old.subject.subarray(at)]),
    fields: new Map(
      [...names].map((field): [string, Column] => [
        field,
        inserted(old.fields.get(field), { at, rows: old.rows, value: fields[field] }),
      ]),
    ),
  };
  return { ...known, tables: new Map<SideTableId, SideColumns>([...known.tables, ['titles', table]]) };
}

function inserted(
  column: Column | undefined,
  { at, rows, value }: { at: number; rows: number; value: number | undefined },
): Column {
  const values = new Float64Array(rows + 1).fill(Number.NaN);
  const absence = new Uint8Array(rows + 1).fill(1);
  for (let row = 0; row < rows && column !== undefined; row++) {
    const to = row < at ? row : row + 1;
    values[to] = column.values[row]!;
    absence[to] = column.absence[row]!;
  }
  values[at] = value ?? Number.NaN;
  absence[at] = value === undefined ? 1 : 0;
  return { values, absence };
}

function withTexts(scheme: Scheme, dataset: Dataset, texts: readonly string[]): Dataset {
  const fresh = texts.filter((text) => findText(dataset.dictionary, text) < 0);
  if (fresh.length === 0) return plain(dataset);
  const dictionary = sortTexts(new Set([...dataset.dictionary, ...fresh]));
  const codes = dataset.dictionary.map((text) => findText(dictionary, text));
  const renumbered = (column: Column): Column => ({
    values: column.values.map((code) => codes[code] ?? Number.NaN),
    absence: column.absence,
  });
  const renewed = (columns: ReadonlyMap<string, Column>, isText: (id: string) => boolean): Map<string, Column> =>
    new Map([...columns].map(([id, column]): [string, Column] => [id, isText(id) ? renumbered(column) : column]));
  const factIsText = (id: string): boolean => scheme.facts.get(id)?.type === 'text';
  const fieldIsText = (table: string, id: string): boolean =>
    sideTableFields[table]?.fields.some(([field, , type]) => field === id && type === 'text') ?? false;
  return {
    ...plain(dataset),
    dictionary,
    facts: new Map([...dataset.facts].map(([year, columns]) => [year, renewed(columns, factIsText)])),
    tables: new Map(
      [...dataset.tables].map(([id, table]) => [
        id,
        { ...table, fields: renewed(table.fields, (field) => fieldIsText(id, field)) },
      ]),
    ),
  };
}
