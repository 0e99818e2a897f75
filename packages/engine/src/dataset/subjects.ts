/**
 * 评价对象 — who has rows in the data year, sorted by the bytes of their ids, and where the rows of each table stand among them. Files
 * mostly come in one order: the next row is looked for behind the last one found before anything is looked up.
 */
import type { Leaf, Scheme } from '@muheng/scheme';
import { compareBytes, sortTexts } from '../textOrder.js';
import { plainText } from './cells.js';
import type { Collector } from './collector.js';
import { fileRow, placeOf, type TablePlan, type Wanted } from './headers.js';
import type { TableRows } from './rows.js';
import { cellAt } from './sourceTable.js';
import { found } from './texts.zh.js';

/** Rows of a table that are to be placed. */
export interface Placeable {
  readonly plan: TablePlan<Wanted>;
  readonly rows: TableRows;
}

/** Where the rows of a table stand, by year. */
export type Placement = ReadonlyMap<number, Places>;

export interface Places {
  /** The table row + 1 of each subject, 0 = none. */
  readonly rows: Int32Array;
  /** Row by row the subjects, all of them and nobody else. */
  readonly straight: boolean;
}

export interface Subjects {
  readonly ids: readonly string[];
  /** A way to look up ids that mostly come in the order of the subjects; −1 = nobody. */
  finder(): (id: string) => number;
}

/** Subjects of the data year, sorted by the bytes of their ids. Who has rows of other years only is left out, with a note. */
export function subjectsOf(
  tables: readonly Placeable[],
  { year, scheme }: { readonly year: number; readonly scheme: Scheme },
  collector: Collector,
): Subjects {
  const subjects = new SortedSubjects(idsOf(tables, year));
  reportLeavers(tables, { year, subjects, scheme }, collector);
  return subjects;
}

class SortedSubjects implements Subjects {
  private places: ReadonlyMap<string, number> | undefined;

  constructor(readonly ids: readonly string[]) {}

  finder(): (id: string) => number {
    let next = 0;
    return (id) => {
      const at = this.ids[next] === id ? next : this.lookUp(id);
      if (at >= 0) next = at + 1;
      return at;
    };
  }

  private lookUp(id: string): number {
    this.places ??= new Map(this.ids.map((each, index) => [each, index]));
    return this.places.get(id) ?? -1;
  }
}

function idsOf(tables: readonly Placeable[], year: number): readonly string[] {
  const [first] = tables;
  const ascending = first === undefined ? undefined : ascendingIds(first.rows, year);
  if (ascending !== undefined && tables.slice(1).every(({ rows }) => addsNobody(rows, { year, ids: ascending })))
    return ascending;
  const ids = new Set<string>();
  for (const { rows } of tables)
    for (let row = 0; row < rows.ids.length; row++) if (rows.read[row] === 1 && rows.years[row] === year) ids.add(rows.ids[row]!);
  return sortTexts(ids);
}

/** The ids of the year in the order of the rows, when that is their order; the list itself when nobody is left out. */
function ascendingIds({ ids, ascending, read, years, only }: TableRows, year: number): readonly string[] | undefined {
  if (ascending && only === year) return ids;
  let last: string | undefined;
  let count = 0;
  for (let row = 0; row < ids.length; row++) {
    if (read[row] !== 1 || years[row] !== year) continue;
    const id = ids[row]!;
    if (last !== undefined && compareBytes(last, id) >= 0) return undefined;
    last = id;
    count++;
  }
  return count === ids.length ? ids : ids.filter((_, row) => read[row] === 1 && years[row] === year);
}

/** Every id of the year is among those, and stands in their order. */
function addsNobody({ ids, read, years }: TableRows, known: { readonly year: number; readonly ids: readonly string[] }): boolean {
  let next = 0;
  for (let row = 0; row < ids.length; row++) {
    if (read[row] !== 1 || years[row] !== known.year) continue;
    while (next < known.ids.length && known.ids[next] !== ids[row]) next++;
    if (next === known.ids.length) return false;
  }
  return true;
}

function reportLeavers(
  tables: readonly Placeable[],
  { year, subjects, scheme }: { readonly year: number; readonly subjects: Subjects; readonly scheme: Scheme },
  collector: Collector,
): void {
  const before = new Map<number, Set<string>>();
  for (const { rows } of tables) {
    if (rows.only === year) continue;
    const find = subjects.finder();
    for (let row = 0; row < rows.years.length; row++) {
      const own = rows.years[row]!;
      if (rows.read[row] !== 1 || own === year || find(rows.ids[row]!) >= 0) continue;
      before.set(own, (before.get(own) ?? new Set<string>()).add(rows.ids[row]!));
    }
  }
  const leavers = [...before].sort(([a], [b]) => b - a);
  const all = new Set([...before.values()].flatMap((ids) => [...ids]));
  const [example] = leavers.flatMap(([, ids]) => [...ids].slice(0, 1));
  if (example === undefined) return;
  const names = scheme.leaves.filter(comparesWithLastYear).map((leaf) => `“${leaf.name}”`);
  collector.add(
    found(
      'only_earlier_years',
      {},
      {
        ...{ count: all.size, example },
        years: leavers.map(([own, ids]) => `${own} 年 ${ids.size} 个`).join('、'),
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

/** By subject the first name that a row of the year gives, else the id. Made when asked for. */
export function namesOf(
  tables: readonly { readonly rows: Pick<TableRows, 'names'>; readonly placement: Placement }[],
  { year, ids }: { readonly year: number; readonly ids: readonly string[] },
): readonly string[] {
  const named = tables.flatMap(({ rows, placement }) => {
    const places = placement.get(year);
    return rows.names === undefined || places === undefined ? [] : [{ names: rows.names(), places }];
  });
  const [only, ...others] = named;
  if (only === undefined) return ids;
  if (others.length === 0 && only.places.straight && only.names.whole) return only.names.texts;
  const lists = named.map(({ names, places }) => ({ texts: names.texts.slice(), rows: places.rows }));
  return ids.map((id, subject) => {
    for (const { texts, rows } of lists) {
      const name = texts[rows[subject]! - 1] ?? '';
      if (name !== '') return name;
    }
    return id;
  });
}

/** Places the rows of one table; not sound when two rows of one subject and year differ. */
export function placeRows(
  table: Placeable,
  subjects: Subjects,
  collector: Collector,
): { readonly placement: Placement; readonly sound: boolean } {
  const { ids, read, years } = table.rows;
  if (subjects.ids === ids) return { placement: straightOn(years), sound: true };
  const find = subjects.finder();
  const placement = new Map<number, Int32Array>();
  let year = Number.NaN;
  let places: Int32Array = new Int32Array(0);
  let sound = true;
  for (let row = 0; row < ids.length; row++) {
    const subject = read[row] === 1 ? find(ids[row]!) : -1;
    if (subject < 0) continue;
    if (years[row] !== year) {
      year = years[row]!;
      places = placement.get(year) ?? new Int32Array(subjects.ids.length);
      placement.set(year, places);
    }
    const first = places[subject]! - 1;
    if (first < 0) places[subject] = row + 1;
    else if (!reportDouble(table, { first, second: row }, collector)) sound = false;
  }
  const placed = [...placement].map(([own, rows]): [number, Places] => [own, { rows, straight: isStraight(rows, ids.length) }]);
  return { placement: new Map(placed), sound };
}

/** The subjects are the rows of the table, all of one year. */
function straightOn(years: Int32Array): Placement {
  const rows = new Int32Array(years.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row + 1;
  return new Map(rows.length === 0 ? [] : [[years[0]!, { rows, straight: true }]]);
}

function isStraight(places: Int32Array, rows: number): boolean {
  if (places.length !== rows) return false;
  for (let subject = 0; subject < rows; subject++) if (places[subject] !== subject + 1) return false;
  return true;
}

/** True when the two rows are alike. */
function reportDouble(
  { plan, rows }: Placeable,
  pair: { readonly first: number; readonly second: number },
  collector: Collector,
): boolean {
  const cell = (row: number, column: number): string => plainText(cellAt(plan.table, row, column));
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
