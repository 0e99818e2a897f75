/**
 * 单位核对 — the figures of a column against last year's, or against the plausible range: off by the factor of a unit, as a whole
 * or in single rows. Each is a question with a proposal; nothing is changed.
 */
import type { Place } from '@muheng/finding';
import type { Unit } from '@muheng/quantity';
import type { SheetRow } from '../book/book.js';
import type { Collector } from '../collector.js';
import type { ColumnMatch } from '../columns/match.js';
import { creditCodeId, unitOf } from '../columns/vocabulary.js';
import { type Cell, cellAddress } from '../table.js';
import { found } from '../texts.zh.js';
import { neighbourFactors, proposedUnit } from '../units/neighbours.js';
import { apart, type Distribution, distributionOf } from '../units/slips.js';
import { columnWitness, findRowSlips, type RowsToSearch, ratioWitness, type Witness } from '../units/witness.js';
import type { IntakeColumn } from './intakeTable.js';
import { type Compared, compareWith, inUnit, type Reference } from './reference.js';

export interface UnitsToCheck {
  readonly data: readonly SheetRow[];
  readonly rows: readonly (readonly Cell[])[];
  readonly columns: readonly ColumnMatch[];
  readonly reference: ReadonlyMap<string, Reference>;
  readonly where: Place;
  readonly collector: Collector;
  /** Addresses of cells that are not asked about. */
  readonly settled: ReadonlySet<string>;
}

export function checkUnits(from: UnitsToCheck): IntakeColumn[] {
  const code = from.columns.find(({ term }) => term.id === creditCodeId)?.index;
  const values = valuesOf(from);
  const looks = from.columns.map((column) => {
    const own = values.get(column);
    return own === undefined ? undefined : lookAt(column, { values: own, code }, from);
  });
  const checked = from.columns.map((column, at): IntakeColumn => {
    const look = looks[at];
    return look === undefined ? { ...column, verdict: 'not_compared' } : judge(look, looks, from);
  });
  tellRows(checked, looks, from);
  return checked;
}

/** A number column beside what it was before. */
interface Look extends Compared {
  readonly column: ColumnMatch;
  readonly working: Unit | undefined;
  /** By row, in the working unit; NaN where there is none. */
  readonly values: readonly number[];
  readonly now: Distribution | undefined;
  /** By what single figures may be off. */
  readonly neighbours: readonly number[];
}

/** Rows that are read together, so that their cells are near when the next column asks for them. */
const rowsAtOnce = 256;

/** The figures of the number columns, in the working unit. */
function valuesOf({ rows, columns }: UnitsToCheck): ReadonlyMap<ColumnMatch, readonly number[]> {
  const numbers = columns.filter(({ term }) => term.type === 'number');
  const taken = numbers.map((column) => {
    const working = unitOf(column.term.unit ?? '') ?? column.unit;
    const values: number[] = [];
    const take = (from: number, to: number): void => {
      for (let row = from; row < to; row++) values.push(inUnit(rows[row]![column.index] ?? null, column.unit, working));
    };
    return { values, take };
  });
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    for (const { take } of taken) take(from, Math.min(rows.length, from + rowsAtOnce));
  return new Map(numbers.map((column, at) => [column, taken[at]!.values]));
}

function lookAt(
  column: ColumnMatch,
  { values, code }: { readonly values: readonly number[]; readonly code: number | undefined },
  from: UnitsToCheck,
): Look {
  const working = unitOf(column.term.unit ?? '') ?? column.unit;
  const codeAt = (at: number): string | undefined => (code === undefined ? undefined : String(from.rows[at]?.[code] ?? ''));
  const compared = compareWith(from.reference, { id: column.term.id, working, values, codeAt });
  const neighbours = neighbourFactors(column.unit ?? working);
  return { column, working, values, now: distributionOf(values), neighbours, ...compared };
}

/**
 * Whoever exports a table in another unit has all of its columns in it: a column of which too little is known goes with the others
 * of its unit when most of them slipped alike, and tens that rest on other subjects' figures are nothing when most of them fit.
 */
function factorOf(look: Look, looks: readonly (Look | undefined)[]): number | undefined {
  if (!look.values.some((value) => value > 0)) return undefined;
  const alike = looks.filter(
    (other): other is Look =>
      other !== undefined &&
      other !== look &&
      other.column.unit?.text === look.column.unit?.text &&
      other.values.some((value) => value > 0),
  );
  if (look.factor !== undefined) {
    const fitting = alike.filter((other) => other.bySubject && other.factor === undefined).length;
    return !look.bySubject && apart(look.factor, 1) < 31 && fitting * 2 > alike.length ? undefined : look.factor;
  }
  const factors = alike.flatMap(({ factor }) => (factor === undefined ? [] : [factor]));
  const common = factors.find((factor) => factors.filter((other) => other === factor).length * 2 > alike.length);
  if (common === undefined) return undefined;
  const known = look.values.flatMap((value, at) => (value > 0 && (look.last(at) ?? 0) > 0 ? [value / look.last(at)!] : []));
  return known.filter((ratio) => ratio > 1 / 5 && ratio < 5).length * 2 > known.length ? undefined : common;
}

function judge(look: Look, looks: readonly (Look | undefined)[], from: UnitsToCheck): IntakeColumn {
  const { column, now, before, working } = look;
  const base: IntakeColumn = {
    ...column,
    verdict: 'not_compared',
    ...(now === undefined ? {} : { medianNow: now.median }),
    ...(before === undefined ? {} : { medianBefore: before.median }),
  };
  const factor = factorOf(look, looks);
  if (factor === undefined)
    return before === undefined || now === undefined ? checkPlausible(base, look, from) : { ...base, verdict: 'fits' };
  const proposal = proposedUnit(column.unit ?? working, factor);
  const median = now?.median ?? middle(look.values);
  const blanks = {
    what: column.term.term,
    column: column.header,
    before: short(before?.median ?? median / factor),
    now: short(median),
    factor: inWords(factor),
    unit: working?.text ?? '',
    proposal: proposal ?? '相应的单位',
  };
  from.collector.add(found('unit_slip_column', { ...from.where, cell: column.letters }, blanks));
  return { ...base, verdict: 'slip', slip: factor, ...(proposal === undefined ? {} : { proposedUnit: proposal }) };
}

const middle = (values: readonly number[]): number => {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Single cells, against last year and against the columns beside; columns that slipped as a whole are left alone. */
function tellRows(columns: readonly IntakeColumn[], looks: readonly (Look | undefined)[], from: UnitsToCheck): void {
  const sound = looks.filter((look, at): look is Look => look !== undefined && columns[at]?.verdict !== 'slip');
  for (const look of sound) {
    const { values, working, neighbours } = look;
    const { words, ...known } = witnessesOf(look, sound);
    for (const { at, factor, witness, expected } of findRowSlips({ values, factors: neighbours, ...known })) {
      const row = from.data[at]!.row;
      const cell = cellAddress(row, look.column.index + 1);
      if (from.settled.has(cell)) continue;
      const told = {
        what: look.column.term.term,
        value: short(values[at]!),
        against: words.get(witness)?.(at, expected) ?? '',
        factor: inWords(factor),
        unit: working?.text ?? '',
        proposal: short(values[at]! / factor),
      };
      from.collector.cell('unit_slip_row', { ...from.where, row, cell }, told);
    }
  }
}

/** Columns that are heard about each other. */
const mostSiblings = 5;
/** Two columns go together when nine tenths of their ratios stay within ×÷ 5 of the usual one. */
const together = 1;

interface Witnesses extends Pick<RowsToSearch, 'witnesses' | 'siblings'> {
  /** How each is named, for a row and what it lets expect there. */
  readonly words: ReadonlyMap<Witness, (at: number, expected: number) => string>;
}

/** What lets expect a value of a column: last year, the columns that go with it, the rest of the column. */
function witnessesOf(look: Look, all: readonly Look[]): Witnesses {
  const words = new Map<Witness, (at: number, expected: number) => string>();
  const spread = ratioWitness(look.values, look.last, 1)?.spread;
  const last = spread === undefined ? undefined : { expected: look.last, spread };
  if (last !== undefined) words.set(last, (_, expected) => `上年 ${short(expected)}`);
  const reference = ownBefore(look) ?? look.before ?? look.now ?? likeUnits(look, all);
  const column = reference === undefined ? undefined : columnWitness(reference);
  if (column !== undefined) words.set(column, (_, expected) => `本列中位数 ${short(expected)}`);
  const siblings = all
    .flatMap((other) => {
      const witness = other === look ? undefined : ratioWitness(look.values, (at) => other.values[at]);
      return witness === undefined || witness.spread > together ? [] : [{ other, witness }];
    })
    .sort((a, b) => a.witness.spread - b.witness.spread)
    .slice(0, mostSiblings);
  for (const { other, witness } of siblings)
    words.set(witness, (at) => `同行“${other.column.term.term}” ${short(other.values[at]!)}`);
  return {
    witnesses: [last, column].filter((one) => one !== undefined),
    siblings: siblings.map(({ witness }) => witness),
    words,
  };
}

/** A column with hardly a figure, such as a tax that few pay, goes by the others of its unit. */
function likeUnits({ column }: Look, all: readonly Look[]): Distribution | undefined {
  return distributionOf(all.flatMap((other) => (other.column.unit?.text === column.unit?.text ? other.values : [])));
}

/** Large and small enterprises come in files of their own: last year's values of those that are here, when there are enough. */
function ownBefore({ values, last }: Look): Distribution | undefined {
  const known: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = last(at);
    if (value !== undefined) known.push(value);
  }
  return known.length < 20 ? undefined : distributionOf(known);
}

/** Without last year's figures: most values beyond the plausible range speak for another unit. */
function checkPlausible(base: IntakeColumn, { values, working }: Look, from: UnitsToCheck): IntakeColumn {
  const range = base.term.plausible;
  const positive = values.filter((value) => value > 0);
  if (range === undefined || positive.length < 5) return base;
  const outside = positive.filter((value) => value > range[1] || (range[0] > 0 && value < range[0]));
  if (outside.length * 2 <= positive.length) return base;
  const blanks = {
    what: base.term.term,
    column: base.header,
    now: short(base.medianNow ?? Number.NaN),
    least: range[0],
    most: range[1],
    unit: working?.text ?? '',
  };
  from.collector.add(found('unit_slip_plausible', { ...from.where, cell: base.letters }, blanks));
  return { ...base, verdict: 'slip' };
}

const short = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '—');
const inWords = (factor: number): string => (factor >= 1 ? `${short(factor)} 倍` : `${short(1 / factor)} 分之一`);
