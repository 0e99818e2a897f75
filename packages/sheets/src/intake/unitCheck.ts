/**
 * 单位核对 — the figures of a column against last year's, or against the plausible range: off by the factor of a unit, as a whole
 * or in single rows. Each is a question with a proposal; nothing is changed.
 */
import type { Place } from '@muheng/finding';
import { convert, convertible, knownUnitTexts, type Unit } from '@muheng/quantity';
import type { SheetRow } from '../book/book.js';
import type { Collector } from '../collector.js';
import type { ColumnMatch } from '../columns/match.js';
import { creditCodeId, unitOf } from '../columns/vocabulary.js';
import { type Cell, cellAddress } from '../table.js';
import { found } from '../texts.zh.js';
import { type Distribution, distributionOf, findColumnSlip, findRowSlips } from '../units/slips.js';
import type { IntakeColumn } from './intakeTable.js';

/** 参照 — what a fact looked like before, in `unit`. */
export interface Reference {
  readonly unit: string;
  /** By credit code: last year's value. */
  readonly bySubject?: ReadonlyMap<string, number>;
  /** When only the distribution is known. */
  readonly distribution?: Distribution;
}

export interface UnitsToCheck {
  readonly data: readonly SheetRow[];
  readonly rows: readonly (readonly Cell[])[];
  readonly columns: readonly ColumnMatch[];
  readonly reference: ReadonlyMap<string, Reference>;
  readonly where: Place;
  readonly collector: Collector;
}

export function checkUnits(from: UnitsToCheck): IntakeColumn[] {
  const code = from.columns.find(({ term }) => term.id === creditCodeId);
  return from.columns.map((column) => (column.term.type === 'number' ? checkColumn(column, code?.index, from) : { ...column, verdict: 'not_compared' }));
}

function checkColumn(column: ColumnMatch, code: number | undefined, from: UnitsToCheck): IntakeColumn {
  const working = unitOf(column.term.unit ?? '') ?? column.unit;
  const values = from.rows.map((row) => inUnit(row[column.index] ?? null, column.unit, working));
  const now = distributionOf(values);
  const reference = from.reference.get(column.term.id);
  const before = reference === undefined ? undefined : referenceIn(reference, working);
  const base: IntakeColumn = { ...column, verdict: 'not_compared', ...(now === undefined ? {} : { medianNow: now.median }), ...(before?.distribution === undefined ? {} : { medianBefore: before.distribution.median }) };
  const distribution = before?.distribution;
  if (distribution === undefined || now === undefined) return checkPlausible(base, { values, working }, from);
  const slip = findColumnSlip(values, distribution);
  if (slip !== undefined) {
    const proposedUnit = proposedFor(column.unit ?? working, slip.factor);
    const blanks = { what: column.term.term, column: column.header, before: short(distribution.median), now: short(now.median), factor: inWords(slip.factor), unit: working?.text ?? '', proposal: proposedUnit ?? '相应的单位' };
    from.collector.add(found('unit_slip_column', { ...from.where, cell: column.letters }, blanks));
    return { ...base, verdict: 'slip', slip, ...(proposedUnit === undefined ? {} : { proposedUnit }) };
  }
  const subjectOf = (at: number): number | undefined => (code === undefined ? undefined : before?.bySubject.get(String(from.rows[at]?.[code] ?? '')));
  for (const { at, factor, before: last } of findRowSlips(values, distribution, subjectOf)) {
    const row = from.data[at]!.row;
    const blanks = { what: column.term.term, value: short(values[at]!), before: last === undefined ? `全表中位数 ${short(distribution.median)}` : short(last), factor: inWords(factor), unit: working?.text ?? '', proposal: short(values[at]! / factor) };
    from.collector.cell('unit_slip_row', { ...from.where, row, cell: cellAddress(row, column.index + 1) }, blanks);
  }
  return { ...base, verdict: 'fits' };
}

/** Without last year's figures: most values beyond the plausible range speak for another unit. */
function checkPlausible(base: IntakeColumn, { values, working }: { values: readonly number[]; working: Unit | undefined }, from: UnitsToCheck): IntakeColumn {
  const range = base.term.plausible;
  const positive = values.filter((value) => value > 0);
  if (range === undefined || positive.length < 5) return base;
  const outside = positive.filter((value) => value > range[1] || (range[0] > 0 && value < range[0]));
  if (outside.length * 2 <= positive.length) return base;
  const blanks = { what: base.term.term, column: base.header, now: short(base.medianNow ?? Number.NaN), least: range[0], most: range[1], unit: working?.text ?? '' };
  from.collector.add(found('unit_slip_plausible', { ...from.where, cell: base.letters }, blanks));
  return { ...base, verdict: 'slip' };
}

function inUnit(cell: Cell, unit: Unit | undefined, working: Unit | undefined): number {
  if (typeof cell !== 'number') return Number.NaN;
  return unit === undefined || working === undefined || !convertible(unit, working) ? cell : convert(cell, unit, working);
}

function referenceIn(reference: Reference, working: Unit | undefined): { distribution: Distribution | undefined; bySubject: ReadonlyMap<string, number> } {
  const unit = unitOf(reference.unit);
  const turned = (value: number): number => (unit === undefined || working === undefined || !convertible(unit, working) ? value : convert(value, unit, working));
  const bySubject = new Map([...(reference.bySubject ?? [])].map(([code, value]): [string, number] => [code, turned(value)]));
  const given = reference.distribution;
  const distribution = given === undefined ? distributionOf([...bySubject.values()]) : { ...given, median: turned(given.median), low: turned(given.low), high: turned(given.high) };
  return { distribution, bySubject };
}

/** The unit in which the same figures would fit: 万元 stated and 10 000 times too large gives 元. */
function proposedFor(stated: Unit | undefined, factor: number): string | undefined {
  if (stated === undefined) return undefined;
  for (const text of ['元', '万元', '千元', '亿元', '亩', '㎡', '公顷', 'kWh', '万kWh', 'tce', '万tce', 'kgce', 't', 'kg', 'm³', '万m³', ...knownUnitTexts()]) {
    const unit = unitOf(text);
    if (unit === undefined || !convertible(unit, stated)) continue;
    if (Math.abs(Math.log(convert(1, stated, unit) / factor)) < 0.01) return text;
  }
  return undefined;
}

const short = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '—');
const inWords = (factor: number): string => (factor >= 1 ? `${short(factor)} 倍` : `${short(1 / factor)} 分之一`);
