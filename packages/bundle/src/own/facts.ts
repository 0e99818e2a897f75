/**
 * 本户数据 — the facts and side-table rows of one subject (of all members, when they are evaluated together) as plain JSON, and back
 * into a dataset that holds nothing else: texts are spelled out, so no dictionary of others travels along.
 */
import { type Dataset, type SideColumns, type SideTableId, sideTableIds } from '@muheng/engine';
import { type Scheme, sideTableFields } from '@muheng/scheme';
import { compareTexts } from '../bytes.js';
import { asList, asNumber, asRecord, asText, entriesOf, type Json, ShapeTrouble } from '../json.js';

/** The kinds by the code of an absence column. */
export const absenceNames = ['present', 'missing', 'not_applicable', 'not_reported', 'not_computable'] as const;

/** A number (dates as days since 1970-01-01, flags as 1 and 0), a text, or the kind of absence. */
export type OwnValue = number | string | { readonly absent: string };
export type OwnRow = Readonly<Record<string, OwnValue>>;

export interface OwnSubject {
  readonly id: string;
  readonly name: string;
  /** By year, by fact. */
  readonly facts: Readonly<Record<string, OwnRow>>;
  /** By side table, the rows of the subject in their order. */
  readonly tables: Readonly<Record<string, readonly OwnRow[]>>;
}
export interface OwnFacts {
  readonly year: number;
  /** One, or all members of a joint evaluation, sorted by the bytes of their ids. */
  readonly subjects: readonly OwnSubject[];
}

type Column = SideColumns['fields'] extends ReadonlyMap<string, infer One> ? One : never;

const isTextFact = (scheme: Scheme, fact: string): boolean => scheme.facts.get(fact)?.type === 'text';
const isTextField = (table: string, field: string): boolean =>
  sideTableFields[table]?.fields.some(([id, , type]) => id === field && type === 'text') ?? false;

/** Rows of the dataset → their own facts; prepares once for many subjects. */
export function ownFactsOf(scheme: Scheme, dataset: Dataset): (rows: readonly number[]) => OwnFacts {
  const value = (column: Column, row: number, isText: boolean): OwnValue => {
    const absence = column.absence[row]!;
    if (absence !== 0) return { absent: absenceNames[absence] ?? '' };
    return isText ? (dataset.dictionary[column.values[row]!] ?? '') : column.values[row]! + 0;
  };
  const starts = new Map([...dataset.tables].map(([id, table]) => [id, startsOf(table.subject, dataset.subjects.length)]));
  const factsOf = (row: number): OwnSubject['facts'] =>
    Object.fromEntries(
      [...dataset.facts].map(([year, columns]) => [
        String(year),
        Object.fromEntries([...columns].map(([fact, column]) => [fact, value(column, row, isTextFact(scheme, fact))])),
      ]),
    );
  const tablesOf = (row: number): OwnSubject['tables'] =>
    Object.fromEntries(
      [...dataset.tables].map(([id, table]) => {
        const [from, to] = [starts.get(id)![row]!, starts.get(id)![row + 1]!];
        const rows = Array.from({ length: to - from }, (_, at) =>
          Object.fromEntries(
            [...table.fields].map(([field, column]) => [field, value(column, from + at, isTextField(id, field))]),
          ),
        );
        return [id, rows];
      }),
    );
  return (rows) => ({
    year: dataset.year,
    subjects: rows.map((row) => ({
      id: dataset.subjects[row]!,
      name: dataset.names[row]!,
      facts: factsOf(row),
      tables: tablesOf(row),
    })),
  });
}

function startsOf(subject: Int32Array, subjects: number): Int32Array {
  const starts = new Int32Array(subjects + 1);
  for (const row of subject) starts[row + 1]!++;
  for (let row = 0; row < subjects; row++) starts[row + 1]! += starts[row]!;
  return starts;
}

/** The dataset of these subjects alone. */
export function ownDataset(scheme: Scheme, own: OwnFacts): Dataset {
  const dictionary = textsOf(own);
  const codes = new Map(dictionary.map((text, code) => [text, code]));
  const columnOf = (values: readonly (OwnValue | undefined)[], isText: boolean): Column => {
    const column = { values: new Float64Array(values.length).fill(Number.NaN), absence: new Uint8Array(values.length).fill(1) };
    values.forEach((value, row) => {
      if (value === undefined) return;
      if (typeof value === 'object') column.absence[row] = codeOf(value.absent);
      else {
        if (isText !== (typeof value === 'string')) throw new ShapeTrouble(String(value));
        column.values[row] = typeof value === 'string' ? codes.get(value)! : value;
        column.absence[row] = 0;
      }
    });
    return column;
  };
  const years = [...new Set(own.subjects.flatMap(({ facts }) => Object.keys(facts)))];
  const facts = years.map((year): [number, Map<string, Column>] => {
    const ids = new Set(own.subjects.flatMap((subject) => Object.keys(subject.facts[year] ?? {})));
    const columns = [...ids].map((fact): [string, Column] => [
      fact,
      columnOf(
        own.subjects.map((subject) => subject.facts[year]?.[fact]),
        isTextFact(scheme, fact),
      ),
    ]);
    return [Number(year), new Map(columns)];
  });
  return {
    year: own.year,
    subjects: own.subjects.map(({ id }) => id),
    names: own.subjects.map(({ name }) => name),
    dictionary,
    facts: new Map(facts),
    tables: new Map(sideTableIds.flatMap((id) => tableOf(own, id, columnOf))),
    source: () => null,
  };
}

function tableOf(
  own: OwnFacts,
  id: SideTableId,
  columnOf: (values: readonly (OwnValue | undefined)[], isText: boolean) => Column,
): [SideTableId, SideColumns][] {
  const rows = own.subjects.flatMap((subject, row) => (subject.tables[id] ?? []).map((fields) => ({ row, fields })));
  if (own.subjects.every((subject) => subject.tables[id] === undefined)) return [];
  const fields = [...new Set(rows.flatMap((each) => Object.keys(each.fields)))];
  const columns = fields.map((field): [string, Column] => [
    field,
    columnOf(
      rows.map((each) => each.fields[field]),
      isTextField(id, field),
    ),
  ]);
  return [[id, { rows: rows.length, subject: Int32Array.from(rows, ({ row }) => row), fields: new Map(columns) }]];
}

function textsOf(own: OwnFacts): string[] {
  const texts = new Set<string>();
  const learn = (row: OwnRow): void => {
    for (const value of Object.values(row)) if (typeof value === 'string') texts.add(value);
  };
  for (const subject of own.subjects) {
    Object.values(subject.facts).forEach(learn);
    for (const rows of Object.values(subject.tables)) rows.forEach(learn);
  }
  return [...texts].sort(compareTexts);
}

function codeOf(absent: string): number {
  const names: readonly string[] = absenceNames;
  const code = names.indexOf(absent);
  if (code < 1) throw new ShapeTrouble(absent);
  return code;
}

/** Plain JSON → own facts; ShapeTrouble when it is something else. */
export function readOwnFacts(json: Json): OwnFacts {
  const own = asRecord(json, 'facts');
  const row = (value: Json, place: string): OwnRow => Object.fromEntries(entriesOf(value, place, readValue));
  return {
    year: asNumber(own.year, 'year'),
    subjects: asList(own.subjects, 'subjects').map((item) => {
      const subject = asRecord(item, 'subjects');
      return {
        id: asText(subject.id, 'subjects.id'),
        name: asText(subject.name, 'subjects.name'),
        facts: Object.fromEntries(entriesOf(subject.facts, 'subjects.facts', row)),
        tables: Object.fromEntries(
          entriesOf(subject.tables, 'subjects.tables', (rows, place) => asList(rows, place).map((each) => row(each, place))),
        ),
      };
    }),
  };
}

export function readValue(value: Json, place: string): OwnValue {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return { absent: asText(asRecord(value, place).absent, place) };
}
