/**
 * 定版数据的生成 — plain tables and a scheme in, a dataset and everything wrong with the tables out. Nothing bad enters silently,
 * nothing good is lost: a bad cell becomes an absence with a finding; where two rows or tables disagree there is no dataset at all.
 */
import type { Finding } from '@muheng/finding';
import type { Formula } from '@muheng/formula';
import type { FactRule, Scheme } from '@muheng/scheme';
import { type Column, PRESENT } from '../absence.js';
import type { ColumnUse, Dataset, PlainTable, SideColumns, SideTableId, SourceTable } from '../dataset.js';
import { type Assembled, assemble, type ReadTable } from './assemble.js';
import { keepBounds, nextBeyond } from './bounds.js';
import { Collector } from './collector.js';
import { compareTotals } from './compareTotals.js';
import { fileRow, placeOf, planTable, usesOf } from './headers.js';
import { missingColumns } from './missingColumns.js';
import { type ReadColumn, readColumns } from './readColumn.js';
import { readRows } from './rows.js';
import { readSideTable } from './sideTables.js';
import { namesOf, placeRows, subjectsOf } from './subjects.js';
import { TextPool } from './textPool.js';
import { found } from './texts.zh.js';
import { totalRowsBySum } from './totalRows.js';
import { unmatchedRows } from './unmatchedRows.js';

export interface DatasetInput {
  readonly tables: readonly SourceTable[];
  readonly sideTables?: Readonly<Partial<Record<SideTableId, readonly PlainTable[]>>>;
  readonly scheme: Scheme;
  /** 数据年度; else the scheme's, else the latest of the rows. */
  readonly year?: number;
}

export interface DatasetRead {
  /** Missing only when the tables contradict themselves or say nothing. */
  readonly dataset?: Dataset;
  readonly findings: readonly Finding[];
}

export function datasetFrom(input: DatasetInput): DatasetRead {
  const { scheme } = input;
  const collector = new Collector();
  const texts = new TextPool();
  const drafts = input.tables.map((table) => readTable(table, { input, collector, texts }));
  const year = yearOf(input, drafts, collector);
  if (year === undefined) return { findings: collector.all };
  const tables = drafts.map((table) => settleYears(table, year));
  const subjects = subjectsOf(tables, { year, scheme }, collector);
  if (subjects.ids.length === 0) collector.add(found('year_without_rows', {}, { year }));
  const placed = tables.map((table) => placeRows(table, subjects, collector));
  const assembled = assemble(
    tables,
    placed.map((each) => each.placement),
    { subjects, collector },
  );
  const sides = readSides(input, { scheme, subjects: subjects.ids, texts, collector });
  const known = new Set(tables.flatMap((table) => table.plan.columns.map((column) => column.field.id)));
  const first = [...differingYear(scheme, year), ...missingColumns(scheme, { facts: known, tables: new Set(sides.keys()) })];
  checkPlausible(scheme, { assembled, ids: subjects.ids, year }, collector);
  const sound = assembled.sound && placed.every((each) => each.sound) && subjects.ids.length > 0;
  if (!sound) return { findings: [...first, ...collector.all] };
  const named = tables.map(({ rows: { names } }, at) => ({ rows: { names }, placement: placed[at]!.placement }));
  const names = (): readonly string[] => namesOf(named, { year, ids: subjects.ids });
  const dataset = finished({ scheme, texts, assembled, ids: subjects.ids, names, year }, sides);
  return { dataset, findings: [...first, ...collector.all, ...unmatchedRows(scheme, dataset)] };
}

/** As what the columns of a table with these headers are read: for readers of large files. */
export const columnUses = (scheme: Scheme, header: readonly string[]): readonly ColumnUse[] =>
  usesOf(planOf(scheme, { header, rows: [] }));

/** Columns of a table with these headers that no rule of the scheme reads. */
export function columnsUnused(scheme: Scheme, header: readonly string[]): ReadonlySet<number> {
  const { id, name, year, columns } = planOf(scheme, { header, rows: [] });
  const read = columns.filter(({ field }) => field.used && field.formula === undefined).map(({ index }) => index);
  const used = new Set([id, name, year, ...read]);
  return new Set([...header.keys()].filter((index) => !used.has(index)));
}

const planOf = (scheme: Scheme, table: SourceTable) =>
  planTable(table, { wanted: [...scheme.facts.values()], mu: scheme.names.mu, yearly: true });

interface TableReading {
  readonly input: DatasetInput;
  readonly collector: Collector;
  readonly texts: TextPool;
}

function readTable(table: SourceTable, { input, collector, texts }: TableReading): ReadTable {
  const { scheme } = input;
  const plan = planOf(scheme, table);
  collector.add(...plan.findings);
  const derived = plan.columns.filter((column) => scheme.facts.get(column.field.id)?.formula !== undefined);
  for (const column of derived) collector.add(found('derived_column_ignored', placeOf(table), { term: column.field.term }));
  const kept = { ...plan, columns: plan.columns.filter((column) => !derived.includes(column)) };
  const deciding = factsDeciding(scheme);
  const rows = readRows(kept, input.year ?? (scheme.years.data === 'any' ? undefined : scheme.years.data), collector);
  const columns = readColumns(kept.columns, { table, rows: rows.read, texts, collector, deciding });
  const numbers = columns.filter((_, at) => kept.columns[at]!.field.type === 'number');
  const read = rows.read.slice();
  const sums = totalRowsBySum({ columns: numbers, rows: rows.read, years: rows.years, only: rows.only });
  for (const row of sums) {
    read[row] = 0;
    collector.add(found('total_row', { ...placeOf(table), row: fileRow(table, row) }, { why: '各列数值都等于其余各行之和' }));
  }
  const left = { ...rows, read, only: sums.length === 0 ? rows.only : undefined };
  compareTotals({ plan: kept, rows: left, columns, scheme }, collector);
  return { plan: kept, rows: left, columns };
}

/** Facts that scope and groups are decided by, also through derived ones. */
function factsDeciding(scheme: Scheme): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (formula: Formula): void => {
    for (const { id } of formula.references) {
      if (ids.has(id)) continue;
      ids.add(id);
      const derived = scheme.facts.get(id)?.formula;
      if (derived !== undefined) add(derived);
    }
  };
  for (const formula of [scheme.who.include, ...scheme.who.except.map((each) => each.when)]) add(formula);
  for (const { when } of scheme.groups) if (when !== 'otherwise') add(when);
  return ids;
}

function yearOf({ scheme, year }: DatasetInput, tables: readonly ReadTable[], collector: Collector): number | undefined {
  const declared = scheme.years.data === 'any' ? undefined : scheme.years.data;
  const known = year ?? declared ?? latestOf(tables);
  if (known === undefined) collector.add(found('year_unknown', {}));
  return known;
}

function latestOf(tables: readonly ReadTable[]): number | undefined {
  let latest = 0;
  for (const { rows } of tables)
    for (let row = 0; row < rows.years.length; row++)
      if (rows.read[row] === 1 && rows.years[row]! > latest) latest = rows.years[row]!;
  return latest === 0 ? undefined : latest;
}

/** Said before all else: every figure of the run is of another year than the scheme's. */
function differingYear({ years }: Scheme, year: number): readonly Finding[] {
  return years.data === 'any' || years.data === year ? [] : [found('year_differs', {}, { scheme: years.data, year })];
}

/** Rows without a year of their own are of the data year. */
const settleYears = (table: ReadTable, year: number): ReadTable =>
  table.rows.years.includes(0)
    ? {
        ...table,
        rows: {
          ...table.rows,
          years: table.rows.years.map((own) => (own === 0 ? year : own)),
          only: table.rows.only === 0 ? year : table.rows.only,
        },
      }
    : table;

function readSides(
  input: DatasetInput,
  reading: Parameters<typeof readSideTable>[2],
): ReadonlyMap<SideTableId, ReturnType<typeof readSideTable>> {
  const given = input.sideTables ?? {};
  const ids: readonly SideTableId[] = ['titles', 'events', 'occupancy', 'meters', 'decisions', 'history', 'lists'];
  return new Map(
    ids.flatMap((id): [SideTableId, ReturnType<typeof readSideTable>][] => {
      const tables = given[id] ?? [];
      return tables.length === 0 ? [] : [[id, readSideTable(id, tables, reading)]];
    }),
  );
}

interface Finishing {
  readonly scheme: Scheme;
  readonly texts: TextPool;
  readonly assembled: Assembled;
  readonly ids: readonly string[];
  readonly names: () => readonly string[];
  readonly year: number;
}

function finished({ scheme, texts, assembled, ids, names, year }: Finishing, sides: ReturnType<typeof readSides>): Dataset {
  const { dictionary, renumber } = texts.finish();
  let made: readonly string[] | undefined;
  const isText = (fact: string): boolean => scheme.facts.get(fact)?.type === 'text';
  const facts = [...assembled.facts].map(([own, columns]): [number, ReadonlyMap<string, Column>] => [
    own,
    new Map([...columns].map(([id, column]): [string, Column] => [id, isText(id) ? renumber(column) : plainly(column)])),
  ]);
  const tables = [...sides].map(([id, { rows, subject, fields, textFields }]): [SideTableId, SideColumns] => {
    const named = [...fields].map(([field, column]): [string, Column] => [
      field,
      textFields.has(field) ? renumber(column) : column,
    ]);
    return [id, { rows, subject, fields: new Map(named) }];
  });
  return Object.freeze({
    year,
    subjects: ids,
    get names() {
      made ??= names();
      return made;
    },
    dictionary,
    facts: new Map(facts),
    tables: new Map(tables),
    source: assembled.source,
  });
}

function plainly({ values, absence, within }: ReadColumn): Column {
  const column = { values, absence };
  if (within !== undefined) keepBounds(column, within);
  return column;
}

/** 常见范围 — of the data year; a value outside stays as it is. */
function checkPlausible(scheme: Scheme, of: Pick<Finishing, 'assembled' | 'ids' | 'year'>, collector: Collector): void {
  for (const [id, column] of of.assembled.facts.get(of.year) ?? []) {
    const rule = scheme.facts.get(id);
    const range = rule?.plausible;
    if (rule === undefined || range === undefined || isWithin(column, range)) continue;
    for (let row = nextBeyond(column.values, range, 0); row >= 0; row = nextBeyond(column.values, range, row + 1))
      if (column.absence[row] === PRESENT) reportImplausible(rule, { ...of, row, value: column.values[row]! }, collector);
  }
}

const isWithin = ({ within }: ReadColumn, [least, most]: readonly [number, number]): boolean =>
  within !== undefined && within[0] >= least && within[1] <= most;

function reportImplausible(
  rule: FactRule,
  at: Pick<Finishing, 'assembled' | 'ids' | 'year'> & { readonly row: number; readonly value: number },
  collector: Collector,
): void {
  collector.cell('fact_implausible', rule.term, () => {
    const cell = at.assembled.source(rule.id, at.year, at.row);
    const [least = 0, most = 0] = rule.plausible ?? [];
    return {
      where: { subject: at.ids[at.row]!, ...(cell === null ? {} : { cell }) },
      blanks: { value: at.value, unit: rule.unit.text, least, most },
    };
  });
}
