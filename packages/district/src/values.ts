/** 取值 — cells of joined rows in the working unit of their term, and the rows of a table without their doubles. */
import type { Finding } from '@muheng/finding';
import { convert, convertible, equalNumbers, parseUnit, type Unit } from '@muheng/quantity';
import { type Cell, type IntakeColumn, matchText } from '@muheng/sheets';
import type { JoinedTable } from './join.js';
import { rowPlace } from './place.js';
import type { TableView } from './recognise.js';
import { type DistrictCode, found } from './texts.zh.js';

/** A number of the file in `unit`; other cells as they are. */
export function inUnit(cell: Cell, column: IntakeColumn, unit: Unit | undefined): Cell {
  if (typeof cell !== 'number' || unit === undefined || column.unit === undefined || !convertible(column.unit, unit)) return cell;
  return convert(cell, column.unit, unit);
}

/** The number of a ledger's cell in ㎡, kWh or 万元, whatever the scheme works in; else in the unit of its term. NaN when there is none. */
export function numberOf(view: TableView, row: number, id: string): number {
  const column = view.column(id);
  if (column === undefined) return Number.NaN;
  const cell = inUnit(view.cell(row, id), column, ledgerUnit(column.term.unit));
  return typeof cell === 'number' ? cell : Number.NaN;
}

const unitOf = (text: string): Unit | undefined => parseUnit(text, { mu: '2000/3' });
const bases = ['㎡', 'kWh', '万元'].flatMap((text) => unitOf(text) ?? []);

const units = new Map<string, Unit | undefined>();
function ledgerUnit(text: string | undefined): Unit | undefined {
  if (text === undefined) return undefined;
  if (!units.has(text)) {
    const own = unitOf(text);
    units.set(text, own === undefined ? undefined : (bases.find((base) => convertible(own, base)) ?? own));
  }
  return units.get(text);
}

/** Equal as values of a fact: numbers within the tolerance, texts as they are matched. */
export function alike(a: Cell, b: Cell): boolean {
  if (typeof a === 'number' && typeof b === 'number') return equalNumbers(a, b);
  return typeof a === 'string' && typeof b === 'string' ? matchText(a) === matchText(b) : a === b;
}

export interface Doubles {
  readonly kinds: { readonly alike: DistrictCode; readonly differ: DistrictCode };
  /** '' = the row has no key and is nobody's double. */
  readonly keyOf: (row: number) => string;
  readonly words: (row: number) => Readonly<Record<string, string | number>>;
  readonly findings: Finding[];
}

/** The rows that are taken, each key once; rows of one key that differ are all left out and given back apart. */
export function withoutDoubles(
  { view, taken }: JoinedTable,
  { kinds, keyOf, words, findings }: Doubles,
): { readonly rows: readonly number[]; readonly differing: readonly number[] } {
  const groups = new Map<string, number[]>();
  const single: number[] = [];
  for (let row = 0; row < taken.length; row++) {
    if (taken[row] !== 1) continue;
    const key = keyOf(row);
    if (key === '') single.push(row);
    else groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const differing: number[] = [];
  for (const group of groups.values()) {
    const first = group[0]!;
    if (group.length === 1) {
      single.push(first);
      continue;
    }
    const columns = view.table.columns.filter(({ term }) => term.id !== 'credit_code' && term.id !== 'enterprise_name');
    const unlike = columns.filter(({ term }) => group.some((row) => !alike(view.cell(row, term.id), view.cell(first, term.id))));
    const places = {
      rows: group.map((row) => view.fileRow(row)).join('、'),
      differing: unlike.map(({ term }) => term.term).join('、'),
    };
    const kind = unlike.length === 0 ? kinds.alike : kinds.differ;
    findings.push(found(kind, rowPlace(view, first, 'credit_code'), { ...words(first), ...places }));
    if (unlike.length === 0) single.push(first);
    else differing.push(...group);
  }
  return { rows: single.sort((a, b) => a - b), differing };
}
