/**
 * 归集 — rows of several tables and years become columns over the subjects of the data year. Two rows for one subject and year, or two
 * tables that differ about a fact, are never decided here: equal ones count once, differing ones refuse the evaluation.
 */
import { equalNumbers } from '@muheng/quantity';
import { type Column, MISSING, PRESENT } from '../absence.js';
import { absentColumn } from '../columns.js';
import type { SourceTable } from '../dataset.js';
import { plainText } from './cells.js';
import type { Collector } from './collector.js';
import { columnLetters, type FieldColumn, fileRow, type TablePlan } from './headers.js';
import type { Field, ReadColumn } from './readColumn.js';
import type { TableRows } from './rows.js';
import { cellAt } from './sourceTable.js';
import type { Placement, Subjects } from './subjects.js';
import { found } from './texts.zh.js';

export interface ReadTable {
  readonly plan: TablePlan<Field>;
  readonly rows: TableRows;
  /** As `plan.columns`, by table row; texts as provisional numbers. */
  readonly columns: readonly ReadColumn[];
}

/** One table's column of a fact. */
interface Supply {
  readonly table: ReadTable;
  readonly column: FieldColumn<Field>;
  readonly values: ReadColumn;
  readonly placement: Placement;
}

export interface Assembled {
  /** By year, by fact. */
  readonly facts: ReadonlyMap<number, ReadonlyMap<string, ReadColumn>>;
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
  const facts = new Map<number, Map<string, ReadColumn>>();
  let sound = true;
  for (const [fact, parts] of supplies) {
    for (const year of new Set(parts.flatMap((part) => [...part.placement.keys()]))) {
      const giving = parts.filter((part) => part.placement.has(year));
      const column = wholeColumn(giving, year) ?? absentColumn(of.subjects.ids.length, MISSING);
      for (const [index, part] of giving.entries()) {
        if (column === part.values) break;
        if (!scatter(part, { into: column, year, earlier: giving.slice(0, index), ...of })) sound = false;
      }
      const columns = facts.get(year) ?? new Map<string, ReadColumn>();
      facts.set(year, columns.set(fact, column));
    }
  }
  return { facts, sound, source: sourcesOf(supplies) };
}

/** The only table's own column when its rows are the subjects, one by one. */
const wholeColumn = ([only, ...others]: readonly Supply[], year: number): ReadColumn | undefined =>
  only !== undefined && others.length === 0 && only.placement.get(year)?.straight === true ? only.values : undefined;

interface Scattering {
  readonly into: Column;
  readonly year: number;
  /** Tables before that may have given the fact already. */
  readonly earlier: readonly Supply[];
  readonly subjects: Subjects;
  readonly collector: Collector;
}

function scatter(part: Supply, { into, year, earlier, subjects, collector }: Scattering): boolean {
  const places = part.placement.get(year)?.rows;
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
    const row = supply === undefined ? -1 : rowOf(supply, at.year, at.subject);
    return supply === undefined || row < 0 ? '' : plainText(cellAt(supply.table.plan.table, row, supply.column.index));
  };
  return found(
    'fact_conflict',
    { subject: at.id },
    {
      id: at.id,
      term: part.column.field.term,
      first: first === undefined ? '' : cellOf(sourceOf(first), at.year, at.subject),
      one: shown(first),
      second: cellOf(sourceOf(part), at.year, at.subject),
      other: shown(part),
    },
  );
}

/** Where a table's column stands: what is kept to name cells when the table itself is gone. */
interface Source {
  readonly place: Pick<SourceTable, 'file' | 'sheet' | 'firstRow'>;
  readonly letters: string;
  readonly placement: Placement;
  readonly absence: Uint8Array;
}

function sourceOf({ table, column, placement, values }: Supply): Source {
  const { file, sheet, firstRow } = table.plan.table;
  return {
    place: {
      ...(file === undefined ? {} : { file }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(firstRow === undefined ? {} : { firstRow }),
    },
    letters: columnLetters(column.index),
    placement,
    absence: values.absence,
  };
}

function sourcesOf(supplies: ReadonlyMap<string, readonly Supply[]>): Assembled['source'] {
  const sources = new Map([...supplies].map(([fact, parts]): [string, Source[]] => [fact, parts.map(sourceOf)]));
  return (fact, year, subject) => {
    const having = (sources.get(fact) ?? []).filter((source) => rowOf(source, year, subject) >= 0);
    const source = having.find((each) => each.absence[rowOf(each, year, subject)] === PRESENT) ?? having[0];
    return source === undefined ? null : cellOf(source, year, subject);
  };
}

/** The first table that has a value for it, else the first that has a row. */
function supplierOf(parts: readonly Supply[], year: number, subject: number): Supply | undefined {
  const having = parts.filter((part) => rowOf(part, year, subject) >= 0);
  return having.find((part) => part.values.absence[rowOf(part, year, subject)] === PRESENT) ?? having[0];
}

/** −1 = none. */
const rowOf = ({ placement }: Pick<Source, 'placement'>, year: number, subject: number): number =>
  (placement.get(year)?.rows[subject] ?? 0) - 1;

/** `file!sheet!F214`. */
function cellOf(source: Source, year: number, subject: number): string {
  const { file, sheet } = source.place;
  return [file, sheet, `${source.letters}${fileRow(source.place, rowOf(source, year, subject))}`]
    .filter((part) => part !== undefined)
    .join('!');
}
