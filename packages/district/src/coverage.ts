/**
 * 漏报 — who should stand in a table and does not: where a table holds nearly all of a population, the few that are missing; elsewhere
 * those who stand in it in most of the other years. Tables of one kind and year count together (规上 and 规下 of the tax office).
 */
import type { Finding } from '@muheng/finding';
import type { FactStore, PlacedTable } from './facts.js';
import { tablePlace } from './place.js';
import { livesIn, type Register } from './register.js';
import { found } from './texts.zh.js';

/** From this part of a population on, a table is meant to hold all of it. */
const meantForAll = 0.95;
/** More names than this are told in one finding. */
const toldOneByOne = 0.05;
const leastPopulation = 12;

export interface Covering {
  readonly tables: readonly PlacedTable[];
  readonly store: FactStore;
  readonly register: Register;
}

export function missingSubjects({ tables, store, register }: Covering): Finding[] {
  const series = new Map<string, Map<number, PlacedTable[]>>();
  for (const table of tables) {
    const facts = table.joined.view.table.columns.flatMap(({ term }) => (term.type === 'number' ? [term.id] : []));
    for (const year of new Set(table.years)) {
      if (year === 0 || facts.length === 0) continue;
      const key = facts.sort().join(' ');
      const years = series.get(key) ?? new Map<number, PlacedTable[]>();
      series.set(key, years);
      years.set(year, [...(years.get(year) ?? []), table]);
    }
  }
  return [...series.values()].flatMap((years) => missingInSeries(years, { tables, store, register }));
}

function missingInSeries(years: ReadonlyMap<number, readonly PlacedTable[]>, of: Covering): Finding[] {
  const present = new Map([...years].map(([year, tables]) => [year, standingIn(tables, year)] as const));
  return [...years].flatMap(([year, tables]) => {
    const here = present.get(year)!;
    const others = [...present].filter(([other]) => other !== year).map(([, subjects]) => subjects);
    const population = populationOf(here, year, of);
    const missing = [...of.register.subjects.keys()].filter(
      (subject) =>
        !here.has(subject) &&
        livesIn(of.register.subjects[subject]!, year) &&
        (population?.has(subject) ?? elsewhere(subject, others)),
    );
    return told(missing, { tables, year, all: population !== undefined, size: here.size }, of);
  });
}

/** Also those whose row was found and not taken. */
function standingIn(tables: readonly PlacedTable[], year: number): ReadonlySet<number> {
  const subjects = new Set<number>();
  for (const { joined, years } of tables)
    joined.subject.forEach((subject, row) => {
      if (subject >= 0 && (years[row] === year || years[row] === 0)) subjects.add(subject);
    });
  return subjects;
}

/** Those living in the year, of one scale when the table has only those. */
function populationOf(here: ReadonlySet<number>, year: number, { store, register }: Covering): ReadonlySet<number> | undefined {
  const living = [...register.subjects.keys()].filter((at) => livesIn(register.subjects[at]!, year));
  const above = living.filter((at) => store.get('scale', year, at)?.value === '规上');
  const fits = (population: readonly number[]): boolean =>
    population.length >= leastPopulation && population.filter((at) => here.has(at)).length >= meantForAll * population.length;
  const onlyAbove = above.filter((at) => here.has(at)).length >= meantForAll * here.size;
  if (onlyAbove && fits(above)) return new Set(above);
  return fits(living) ? new Set(living) : undefined;
}

const elsewhere = (subject: number, others: readonly ReadonlySet<number>[]): boolean =>
  others.length > 0 && others.filter((present) => present.has(subject)).length * 2 > others.length - 1;

interface Telling {
  readonly tables: readonly PlacedTable[];
  readonly year: number;
  readonly all: boolean;
  readonly size: number;
}

function told(missing: readonly number[], { tables, year, all, size }: Telling, { register, store }: Covering): Finding[] {
  if (missing.length === 0) return [];
  const name = (at: number): string => register.subjects[at]!.name;
  const viewFor = (at: number): PlacedTable =>
    tables.find(({ scale }) => scale !== undefined && scale === store.get('scale', year, at)?.value) ?? tables[0]!;
  if (!all && missing.length > toldOneByOne * size) {
    const words = { table: `${year} 年`, count: missing.length, names: missing.map(name).join('、') };
    return [found('subjects_missing', tablePlace(tables[0]!.joined.view), words)];
  }
  const why = all ? '这张表应有全部企业' : '而其他年份都有';
  return missing.map((at) =>
    found(
      'subject_missing',
      { ...tablePlace(viewFor(at).joined.view), subject: register.subjects[at]!.code },
      { name: name(at), code: register.subjects[at]!.code, table: `${year} 年的表`, why },
    ),
  );
}
