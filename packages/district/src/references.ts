/**
 * 参照 — the figures of the other years in the same files, for the question whether a unit slipped. Columns of one fact are held against each
 * other subject by subject; those that are apart from most are no reference, and are doubted. Read `agreementOf`.
 */
import type { Finding } from '@muheng/finding';
import { type IntakeTable, isCreditCode, type Reference } from '@muheng/sheets';
import { tableInWords, tablePlace } from './place.js';
import { TableView } from './recognise.js';
import type { FactTerm } from './terms.js';
import { found } from './texts.zh.js';
import { inUnit } from './values.js';

/** One column of one year: figures above zero by code, of those who stand in it once. */
interface Figures {
  readonly view: TableView;
  readonly fact: string;
  readonly year: number;
  readonly bySubject: ReadonlyMap<string, number>;
}

/** Fewer figures say nothing of a column. */
const leastFigures = 12;
/** Years of one firm differ by less; units by more. */
const farFrom = 5;

/** The reference for a file of one year: each fact as the nearest other year has it for the same subjects. */
export function referencesFrom(
  files: readonly { readonly path: string; readonly tables: readonly IntakeTable[] }[],
  facts: Iterable<FactTerm>,
): (path: string) => ReadonlyMap<string, Reference> {
  const known = new Map([...facts].map((fact) => [fact.id, fact]));
  const views = files.flatMap(({ path, tables }) => tables.map((table) => new TableView(path, table)));
  const columns = views.flatMap((view) => figuresOf(view, known));
  const { odd } = agreementOf(columns);
  const sound = columns.filter((column) => !odd.has(column));
  return (path) => {
    const own = columns.filter(({ view }) => view.file === path);
    if (new Set(own.map(({ year }) => year)).size !== 1) return new Map();
    return new Map(
      own.flatMap((column): [string, Reference][] => {
        const best = sound
          .filter((other) => other.fact === column.fact && other.year !== column.year)
          .map((other) => ({ other, common: ratios(column, other).length }))
          .filter(
            ({ common, other }) => common >= leastFigures && common * 2 >= Math.min(column.bySubject.size, other.bySubject.size),
          )
          .sort((a, b) => gap(a.other, column) - gap(b.other, column) || b.common - a.common)[0];
        const unit = known.get(column.fact)?.unit.text ?? '';
        return best === undefined ? [] : [[column.fact, { unit, bySubject: best.other.bySubject }]];
      }),
    );
  };
}

const gap = (one: Figures, other: Figures): number => Math.abs(one.year - other.year);

function figuresOf(view: TableView, facts: ReadonlyMap<string, FactTerm>): Figures[] {
  return view.table.columns.flatMap((column) => {
    const fact = facts.get(column.term.id);
    if (fact?.type !== 'number') return [];
    const years = new Map<number, Map<string, number | undefined>>();
    view.table.rows.forEach((_, row) => {
      const year = view.has('year') ? Number.parseInt(view.text(row, 'year'), 10) : view.year;
      const code = view.text(row, 'credit_code');
      const value = inUnit(view.cell(row, fact.id), column, fact.unit);
      if (year === undefined || Number.isNaN(year) || typeof value !== 'number' || !isCreditCode(code)) return;
      const values = years.get(year) ?? new Map<string, number | undefined>();
      years.set(year, values);
      values.set(code, values.has(code) ? undefined : value);
    });
    return [...years].flatMap(([year, values]): Figures[] => {
      const single = [...values].flatMap(([code, value]): [string, number][] =>
        value === undefined || value <= 0 ? [] : [[code, value]],
      );
      return single.length < leastFigures ? [] : [{ view, fact: fact.id, year, bySubject: new Map(single) }];
    });
  });
}

/** One's figure over the other's, of those who stand in both. */
function ratios(one: Figures, other: Figures): number[] {
  const list: number[] = [];
  for (const [code, value] of one.bySubject) {
    const beside = other.bySubject.get(code);
    if (beside !== undefined) list.push(value / beside);
  }
  return list.sort((a, b) => a - b);
}

interface Agreement {
  /** Columns apart from as many columns as agree with them, or more. */
  readonly odd: ReadonlySet<Figures>;
  /** Columns of which some are apart. */
  readonly apart: ReadonlySet<Figures>;
}

/** Which columns of a fact agree with each other from year to year; a handful that moved from 规下 to 规上 compares nothing. */
function agreementOf(columns: readonly Figures[]): Agreement {
  const [odd, apart] = [new Set<Figures>(), new Set<Figures>()];
  for (const fact of new Set(columns.map((column) => column.fact))) {
    const own = columns.filter((column) => column.fact === fact);
    const camp = new Map(own.map((column) => [column, new Set([column])]));
    const pairs: [Figures, Figures][] = [];
    own.forEach((one, at) => {
      for (const other of own.slice(0, at)) {
        const list = one.year === other.year ? [] : ratios(one, other);
        if (list.length < leastFigures || list.length * 2 < Math.min(one.bySubject.size, other.bySubject.size)) continue;
        const middle = list[Math.floor(list.length / 2)]!;
        if (middle > farFrom || middle < 1 / farFrom) pairs.push([one, other]);
        else unite(camp, one, other);
      }
    });
    for (const pair of pairs) {
      const [first, second] = [camp.get(pair[0])!, camp.get(pair[1])!];
      for (const column of [...first, ...second]) apart.add(column);
      if (first.size <= second.size) for (const column of first) odd.add(column);
      if (second.size <= first.size) for (const column of second) odd.add(column);
    }
  }
  return { odd, apart };
}

function unite(camp: Map<Figures, Set<Figures>>, one: Figures, other: Figures): void {
  const [own, theirs] = [camp.get(one)!, camp.get(other)!];
  if (own === theirs) return;
  for (const column of theirs) {
    own.add(column);
    camp.set(column, own);
  }
}

/** 各年相差悬殊 — columns of one fact that cannot all be in one unit: said at each of them, whichever is wrong; the odd ones are `doubted`. */
export function yearsApart(views: readonly TableView[], facts: ReadonlyMap<string, FactTerm>): Finding[] {
  const columns = views.flatMap((view) => figuresOf(view, facts));
  const { odd, apart } = agreementOf(columns);
  for (const { view, fact } of odd) view.doubted.add(fact);
  return [...apart].map((column) => {
    const { term, unit } = facts.get(column.fact)!;
    const beside = [...apart].filter((other) => other.fact === column.fact && other.view.scale === column.view.scale);
    return found(
      'column_years_apart',
      { ...tablePlace(column.view), cell: column.view.column(column.fact)!.letters },
      {
        what: term,
        medians: beside.map((other) => `${other.year} 年 ${medianOf(other)}`).join('、'),
        odd: beside.flatMap((other) => (odd.has(other) ? [other.year] : [])).join('、'),
        unit: unit.text,
      },
    );
  });
}

function medianOf({ bySubject }: Figures): number {
  const sorted = [...bySubject.values()].sort((a, b) => a - b);
  return Number(sorted[Math.floor((sorted.length - 1) / 2)]!.toPrecision(4));
}

/** Land, people and what is counted may well stay as they are. */
const moving = (fact: FactTerm | undefined): boolean => !['area', 'people', 'count', ''].includes(fact?.unit.dimension ?? '');

/** 不同年份而数字全同 — a table of one year that is the other year's again: every figure of every column that two years share. */
export function yearsAlike(views: readonly TableView[], facts: ReadonlyMap<string, FactTerm>): Finding[] {
  const columns = views.flatMap((view) => figuresOf(view, facts)).filter(({ fact }) => moving(facts.get(fact)));
  const pairs = new Map<string, Pair>();
  columns.forEach((one, at) => {
    for (const other of columns.slice(0, at)) {
      if (one.fact !== other.fact || one.year === other.year || one.view === other.view) continue;
      const key = `${views.indexOf(one.view)} ${views.indexOf(other.view)}`;
      const pair = pairs.get(key) ?? { one, other, figures: 0, subjects: 0, equal: true };
      pairs.set(key, pair);
      if (pair.equal) compare(pair, one, other);
    }
  });
  return [...pairs.values()].flatMap(({ one, other, figures, subjects, equal }) =>
    equal && subjects >= leastFigures
      ? [found('years_alike', tablePlace(one.view), { other: tableInWords(other.view, one.view), count: subjects, figures })]
      : [],
  );
}

interface Pair {
  readonly one: Figures;
  readonly other: Figures;
  figures: number;
  subjects: number;
  equal: boolean;
}

function compare(pair: Pair, one: Figures, other: Figures): void {
  let common = 0;
  for (const [code, value] of one.bySubject) {
    const beside = other.bySubject.get(code);
    if (beside === undefined) continue;
    if (beside !== value) {
      pair.equal = false;
      return;
    }
    common++;
  }
  pair.figures += common;
  pair.subjects = Math.max(pair.subjects, common);
}
