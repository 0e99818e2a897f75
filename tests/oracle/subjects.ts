/** Subjects and their facts out of plain tables: units to the working unit, kinds of absence, merging, must_be, derived facts. */
import { readDay } from './calendar.js';
import { type Cell, flag, type Gone, gone, number, strongest } from './cell.js';
import { decimal, type Exact, larger, one, over, plus, sign, smaller, whole } from './exact.js';
import type { FactDoc, Given, Row, Table } from './raw.js';
import { converted, factorOf } from './units.js';

export type SideRow = ReadonlyMap<string, Cell>;
export interface Subject {
  readonly id: string;
  /** By year, by term. */
  readonly facts: Map<number, Map<string, Cell>>;
  readonly sides: Map<string, SideRow[]>;
  /** Members of a merged subject. */
  readonly members: readonly string[];
}

export interface Fact extends FactDoc {
  readonly term: string;
  readonly type: 'number' | 'text' | 'date' | 'flag';
  readonly factor: Exact;
}

export interface Facts {
  readonly byTerm: ReadonlyMap<string, Fact>;
  readonly termOf: ReadonlyMap<string, string>;
  readonly mu: string;
}

/** Catalogue entries narrowed by the scheme's. */
export function readFacts({ scheme, catalogue }: Given): Facts {
  const mu = scheme.land?.mu.divisor ?? '2000/3';
  const byTerm = new Map<string, Fact>();
  const termOf = new Map<string, string>();
  for (const term of new Set([...Object.keys(catalogue.facts), ...Object.keys(scheme.facts ?? {})])) {
    const doc: FactDoc = { ...catalogue.facts[term], ...scheme.facts?.[term] };
    byTerm.set(term, { ...doc, term, type: doc.type ?? 'number', factor: factorOf(doc.unit ?? '', mu) ?? one });
    termOf.set(term, term);
    if (doc.id !== undefined) termOf.set(doc.id, term);
  }
  return { byTerm, termOf, mu };
}

export const compareIds = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

export function readSubjects(given: Given, facts: Facts): Subject[] {
  const byId = new Map<string, Subject>();
  const get = (id: string): Subject => {
    const known = byId.get(id) ?? { id, facts: new Map(), sides: new Map(), members: [] };
    byId.set(id, known);
    return known;
  };
  for (const table of given.tables) readFactTable(table, { get, facts, year: given.year });
  for (const [name, tables] of Object.entries(given.sideTables))
    for (const table of tables)
      for (const row of table.rows) {
        const subject = byId.get(String(row[table.header.indexOf('id')]));
        if (subject !== undefined) subject.sides.set(name, [...(subject.sides.get(name) ?? []), sideRow(name, table, row)]);
      }
  return [...byId.values()].filter((subject) => subject.facts.has(given.year)).sort((a, b) => compareIds(a.id, b.id));
}

interface Into {
  readonly get: (id: string) => Subject;
  readonly facts: Facts;
  readonly year: number;
}

function readFactTable({ header, rows }: Table, { get, facts, year }: Into): void {
  const columns = header.map((head) => {
    const [, word = head, unit] = /^(.+?)(?:[(（](.+)[)）])?$/.exec(head) ?? [];
    const fact = facts.byTerm.get(facts.termOf.get(word) ?? '');
    return fact === undefined
      ? undefined
      : { fact, factor: unit === undefined ? fact.factor : (factorOf(unit, facts.mu) ?? one) };
  });
  const yearAt = header.findIndex((head) => head === 'year' || head === '年度');
  for (const row of rows) {
    const subject = get(String(row[header.indexOf('id')]));
    const of = yearAt < 0 ? year : Number(row[yearAt]);
    const cells = subject.facts.get(of) ?? new Map<string, Cell>();
    subject.facts.set(of, cells);
    columns.forEach((column, at) => {
      if (column !== undefined) cells.set(column.fact.term, readCell(row[at] ?? null, column.fact, column.factor));
    });
  }
}

const absences: Readonly<Record<string, Gone>> = { 不适用: 'not_applicable', 未报: 'not_reported' };

function readCell(value: Row[number], fact: { readonly type: Fact['type']; readonly factor: Exact }, unit: Exact): Cell {
  if (value === null || value === '') return gone('missing');
  if (typeof value === 'string' && Object.hasOwn(absences, value)) return gone(absences[value] ?? 'missing');
  if (fact.type === 'text') return { kind: 'text', text: String(value) };
  if (fact.type === 'date') return { kind: 'date', day: readDay(String(value)) };
  if (fact.type === 'flag') return flag(value === true || value === '是');
  return number(converted(decimal(String(value)), unit, fact.factor), fact.factor);
}

/** Number and date fields of the side tables; the others are texts. Area fields are in ㎡, power in kWh, share in %. */
const sideTypes: Readonly<Record<string, Fact['type']>> = {
  from: 'date',
  to: 'date',
  date: 'date',
  completion_due: 'date',
  transferred: 'date',
  count: 'number',
  amount: 'number',
  area: 'number',
  certificate_area: 'number',
  actual_area: 'number',
  supplied_area: 'number',
  floor_area: 'number',
  floor_height: 'number',
  power: 'number',
  share: 'number',
  year: 'number',
};

function sideRow(table: string, { header }: Table, row: Row): SideRow {
  return new Map(
    header.map((head, at): [string, Cell] => {
      const text = head === 'year' && table !== 'history';
      const factor = head === 'share' ? over(one, whole(100)) : one;
      return [head, readCell(row[at] ?? null, { type: text ? 'text' : (sideTypes[head] ?? 'text'), factor }, factor)];
    }),
  );
}

/** 合并评价 — subjects with one value of `by` become one, whose id is that value; their side rows go along. */
export function merged(
  subjects: readonly Subject[],
  rule: { readonly by: string; readonly applies: (subject: Subject) => boolean; readonly facts: Facts; readonly year: number },
): Subject[] {
  const teams = new Map<string, Subject[]>();
  const result: Subject[] = [];
  for (const subject of subjects) {
    const cell = subject.facts.get(rule.year)?.get(rule.by);
    if (cell?.kind === 'text' && rule.applies(subject)) teams.set(cell.text, [...(teams.get(cell.text) ?? []), subject]);
    else result.push(subject);
  }
  for (const [id, members] of teams) result.push(...(members.length > 1 ? [joined(id, members, rule.facts)] : members));
  return result.sort((a, b) => compareIds(a.id, b.id));
}

function joined(id: string, members: readonly Subject[], facts: Facts): Subject {
  const years = new Set(members.flatMap((member) => [...member.facts.keys()]));
  const all = new Map<number, Map<string, Cell>>();
  for (const year of years) {
    const cells = new Map<string, Cell>();
    for (const fact of facts.byTerm.values())
      cells.set(
        fact.term,
        joinedCell(
          fact,
          members.map((member) => member.facts.get(year)?.get(fact.term) ?? gone('missing')),
        ),
      );
    all.set(year, cells);
  }
  const sides = new Map<string, SideRow[]>();
  for (const member of members) for (const [name, rows] of member.sides) sides.set(name, [...(sides.get(name) ?? []), ...rows]);
  return { id, facts: all, sides, members: members.map((member) => member.id) };
}

/** 不适用 members are passed over; any other absence makes a number absent. */
function joinedCell(fact: Fact, cells: readonly Cell[]): Cell {
  const how = fact.type === 'number' ? (fact.merged ?? 'sum') : 'first';
  const counted = cells.filter((cell) => cell.kind !== 'gone' || cell.why !== 'not_applicable');
  const first = cells.find((cell) => cell.kind !== 'gone');
  if (how === 'first') return first ?? strongest(counted) ?? gone('not_applicable');
  const numbers = counted.flatMap((cell) => (cell.kind === 'number' ? [cell.x] : []));
  return strongest(counted) ?? (numbers.length === 0 ? gone('not_applicable') : number(folds[how](numbers), fact.factor));
}

const folds: Readonly<Record<'sum' | 'most' | 'least' | 'mean', (all: readonly Exact[]) => Exact>> = {
  sum: (all) => all.reduce(plus),
  most: (all) => all.reduce(larger),
  least: (all) => all.reduce(smaller),
  mean: (all) => over(all.reduce(plus), whole(all.length)),
};

/** 必须为正 — a number outside is 算不出. */
export function permitted(cell: Cell, fact: Fact): Cell {
  if (cell.kind !== 'number') return cell;
  const bad = (fact.must_be === 'positive' && sign(cell.x) <= 0) || (fact.must_be === 'not_negative' && sign(cell.x) < 0);
  return bad ? gone('not_computable') : cell;
}
