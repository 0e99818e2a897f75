/**
 * 归集 — rows of several tables and years become columns over the subjects of the data year. Two rows for one subject and year, or two
 * tables that differ about a fact, are never decided here: equal ones count once, differing ones refuse the evaluation.
 */
import { equalNumbers } from '@muheng/quantity';
import type { Leaf, Scheme } from '@muheng/scheme';
import { type Column, MISSING, PRESENT } from '../absence.js';
import { absentColumn } from '../columns.js';
import { sortTexts } from '../textOrder.js';
import { plainText } from './cells.js';
import type { Collector } from './collector.js';
import { columnLetters, type FieldColumn, fileRow, placeOf, type TablePlan } from './headers.js';
import type { Field } from './readColumn.js';
import type { TableRows } from './rows.js';
import { found } from './texts.zh.js';

export interface ReadTable {
  readonly plan: TablePlan<Field>;
  readonly rows: TableRows;
  /** As `plan.columns`, by table row; texts as provisional numbers. */
  readonly columns: readonly Column[];
}

/** Where the rows of a table stand: by year, the table row + 1 of each subject, 0 = none. */
export type Placement = ReadonlyMap<number, Int32Array>;

export interface Subjects {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Subjects of the data year, sorted by the bytes of their ids. Who has rows of other years only is left out, with a note. */
export function subjectsOf(
  tables: readonly ReadTable[],
  { year, scheme }: { readonly year: number; readonly scheme: Scheme },
  collector: Collector,
): Subjects {
  const now = new Map<string, string>();
  const before = new Map<number, Set<string>>();
  for (const { rows } of tables) {
    for (let row = 0; row < rows.ids.length; row++) {
      if (rows.read[row] !== 1) continue;
      const id = rows.ids[row]!;
      const own = rows.years[row]!;
      if (own !== year) before.set(own, (before.get(own) ?? new Set<string>()).add(id));
      else if ((now.get(id) ?? '') === '') now.set(id, rows.names[row]!);
    }
  }
  const ids = sortTexts(now.keys());
  reportLeavers(before, { now, scheme }, collector);
  return { ids, names: ids.map((id) => now.get(id) || id), indexOf: new Map(ids.map((id, index) => [id, index])) };
}

function reportLeavers(
  before: ReadonlyMap<number, ReadonlySet<string>>,
  { now, scheme }: { readonly now: ReadonlyMap<string, string>; readonly scheme: Scheme },
  collector: Collector,
): void {
  const leavers = [...before]
    .map(([year, ids]) => ({ year, ids: [...ids].filter((id) => !now.has(id)) }))
    .filter(({ ids }) => ids.length > 0)
    .sort((a, b) => b.year - a.year);
  const all = new Set(leavers.flatMap(({ ids }) => ids));
  const [example] = all;
  if (example === undefined) return;
  const names = scheme.leaves.filter(comparesWithLastYear).map((leaf) => `“${leaf.name}”`);
  collector.add(
    found(
      'only_earlier_years',
      {},
      {
        ...{ count: all.size, example },
        years: leavers.map(({ year, ids }) => `${year} 年 ${ids.length} 个`).join('、'),
        means: names.length === 0 ? '' : `${names.join('、')}用上年数据算出的基准值不含这些对象。`,
      },
    ),
  );
}

/** Some group's benchmark is taken from last year's values and not published. */
const comparesWithLastYear = ({ benchmark, weight }: Leaf): boolean =>
  benchmark !== undefined &&
  'of' in benchmark &&
  benchmark.of === 'last_year' &&
  [...weight.keys()].some((group) => benchmark.published?.has(group) !== true);

/** Places the rows of one table; false when two rows of one subject and year differ. */
export function placeRows(
  table: ReadTable,
  subjects: Subjects,
  collector: Collector,
): { readonly placement: Placement; readonly sound: boolean } {
  const { rows } = table;
  const placement = new Map<number, Int32Array>();
  let sound = true;
  for (let row = 0; row < rows.ids.length; row++) {
    const subject = rows.read[row] === 1 ? subjects.indexOf.get(rows.ids[row]!) : undefined;
    if (subject === undefined) continue;
    const places = placement.get(rows.years[row]!) ?? new Int32Array(subjects.ids.length);
    placement.set(rows.years[row]!, places);
    const first = places[subject]! - 1;
    if (first < 0) places[subject] = row + 1;
    else if (!reportDouble(table, { first, second: row }, collector)) sound = false;
  }
  return { placement, sound };
}

/** True when the two rows are alike. */
function reportDouble(
  { plan, rows }: ReadTable,
  pair: { readonly first: number; readonly second: number },
  collector: Collector,
): boolean {
  const cell = (row: number, column: number): string => plainText(plan.table.rows[row]?.[column] ?? null);
  const differing = plan.table.header.filter((_, column) => cell(pair.first, column) !== cell(pair.second, column));
  const where = { ...placeOf(plan.table), row: fileRow(plan.table, pair.second), subject: rows.ids[pair.second]! };
  const blanks = {
    id: rows.ids[pair.second]!,
    year: rows.years[pair.second]!,
    first: fileRow(plan.table, pair.first),
    second: fileRow(plan.table, pair.second),
  };
  if (differing.length === 0) collector.add(found('duplicate_rows_alike', where, blanks));
  else collector.add(found('duplicate_rows', where, { ...blanks, differing: differing.join('、') }));
  return differing.length === 0;
}

/** One table's column of a fact. */
interface Supply {
  readonly table: ReadTable;
  readonly column: FieldColumn<Field>;
  readonly values: Column;
  readonly placement: Placement;
}

export interface Assembled {
  /** By year, by fact. */
  readonly facts: ReadonlyMap<number, ReadonlyMap<string, Column>>;
  readonly sound: boolean;
  source(fact: string, year: number, subject: number): string | null;
}

export function assemble(
  tables: readonly ReadTable[],
  placements: readonly Placement[],
  of: { readonly subjects: Subjects; readonly collector: Collector },
): Assembled {
  const supplies = new Map<string, Supply[]>();
  tables.forEach((table, index) => {
    table.plan.columns.forEach((column, at) => {
      const supply = { table, column, values: table.columns[at]!, placement: placements[index]! };
      supplies.set(column.field.id, [...(supplies.get(column.field.id) ?? []), supply]);
    });
  });
  const facts = new Map<number, Map<string, Column>>();
  let sound = true;
  for (const [fact, parts] of supplies) {
    for (const year of new Set(parts.flatMap((part) => [...part.placement.keys()]))) {
      const column = absentColumn(of.subjects.ids.length, MISSING);
      for (const [index, part] of parts.entries()) {
        if (!scatter(part, { into: column, year, earlier: parts.slice(0, index), ...of })) sound = false;
      }
      const columns = facts.get(year) ?? new Map<string, Column>();
      facts.set(year, columns.set(fact, column));
    }
  }
  return { facts, sound, source: (fact, year, subject) => sourceOf(supplies.get(fact) ?? [], year, subject) };
}

interface Scattering {
  readonly into: Column;
  readonly year: number;
  /** Tables before that may have given the fact already. */
  readonly earlier: readonly Supply[];
  readonly subjects: Subjects;
  readonly collector: Collector;
}

function scatter(part: Supply, { into, year, earlier, subjects, collector }: Scattering): boolean {
  const places = part.placement.get(year);
  if (places === undefined) return true;
  let sound = true;
  for (let subject = 0; subject < places.length; subject++) {
    const row = places[subject]! - 1;
    if (row < 0) continue;
    const value = part.values.values[row]!;
    const absence = part.values.absence[row]!;
    if (into.absence[subject] === PRESENT) {
      if (absence !== PRESENT || equalNumbers(value, into.values[subject]!)) continue;
      sound = false;
      collector.add(conflict(part, { year, subject, id: subjects.ids[subject]!, earlier }));
    } else if (absence === PRESENT || into.absence[subject] === MISSING) {
      into.values[subject] = value;
      into.absence[subject] = absence;
    }
  }
  return sound;
}

function conflict(
  part: Supply,
  at: { readonly year: number; readonly subject: number; readonly id: string; readonly earlier: readonly Supply[] },
): ReturnType<typeof found> {
  const first = supplierOf(at.earlier, at.year, at.subject);
  const shown = (supply: Supply | undefined): string => {
    const row = (supply?.placement.get(at.year)?.[at.subject] ?? 0) - 1;
    return supply === undefined || row < 0 ? '' : plainText(supply.table.plan.table.rows[row]?.[supply.column.index] ?? null);
  };
  return found(
    'fact_conflict',
    { subject: at.id },
    {
      id: at.id,
      term: part.column.field.term,
      first: first === undefined ? '' : cellOf(first, at.year, at.subject),
      one: shown(first),
      second: cellOf(part, at.year, at.subject),
      other: shown(part),
    },
  );
}

/** The first table that has a value for it, else the first that has a row. */
function supplierOf(parts: readonly Supply[], year: number, subject: number): Supply | undefined {
  const rowOf = (part: Supply): number => (part.placement.get(year)?.[subject] ?? 0) - 1;
  const having = parts.filter((part) => rowOf(part) >= 0);
  return having.find((part) => part.values.absence[rowOf(part)] === PRESENT) ?? having[0];
}

function sourceOf(parts: readonly Supply[], year: number, subject: number): string | null {
  const part = supplierOf(parts, year, subject);
  return part === undefined ? null : cellOf(part, year, subject);
}

/** `file!sheet!F214`. */
function cellOf({ table, column, placement }: Supply, year: number, subject: number): string {
  const row = (placement.get(year)?.[subject] ?? 0) - 1;
  const { file, sheet } = table.plan.table;
  return [file, sheet, `${columnLetters(column.index)}${fileRow(table.plan.table, row)}`]
    .filter((part) => part !== undefined)
    .join('!');
}
