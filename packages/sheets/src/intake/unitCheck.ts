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
import { findSiblingSlips, medianRatio, slipOfRatio } from '../units/pairs.js';
import {
  apart,
  areaSlipFactors,
  type Distribution,
  distributionOf,
  findColumnSlip,
  findRowSlips,
  slipFactors,
} from '../units/slips.js';
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
  const code = from.columns.find(({ term }) => term.id === creditCodeId)?.index;
  const looks = from.columns.map((column) => (column.term.type === 'number' ? lookAt(column, code, from) : undefined));
  const checked = from.columns.map((column, at): IntakeColumn => {
    const look = looks[at];
    return look === undefined ? { ...column, verdict: 'not_compared' } : judge(look, looks, from);
  });
  tellRows(checked, looks, from);
  return checked;
}

/** A number column beside what it was before. */
interface Look {
  readonly column: ColumnMatch;
  readonly working: Unit | undefined;
  /** By row, in the working unit; NaN where there is none. */
  readonly values: readonly number[];
  readonly now: Distribution | undefined;
  readonly before: Distribution | undefined;
  readonly last: (at: number) => number | undefined;
  /** The whole column is off by this factor. */
  readonly factor: number | undefined;
}

function lookAt(column: ColumnMatch, code: number | undefined, from: UnitsToCheck): Look {
  const working = unitOf(column.term.unit ?? '') ?? column.unit;
  const values = from.rows.map((row) => inUnit(row[column.index] ?? null, column.unit, working));
  const reference = from.reference.get(column.term.id);
  const turned = reference === undefined ? undefined : referenceIn(reference, working);
  const last = (at: number): number | undefined =>
    code === undefined ? undefined : turned?.bySubject.get(String(from.rows[at]?.[code] ?? ''));
  const before = turned?.distribution;
  const ratio = turned === undefined ? undefined : medianRatio(values, last);
  const factors = factorsFor(working);
  const factor =
    ratio !== undefined
      ? slipOfRatio(ratio, factors)
      : before === undefined
        ? undefined
        : findColumnSlip(values, before, factors)?.factor;
  return { column, working, values, now: distributionOf(values), before, last, factor };
}

const factorsFor = (unit: Unit | undefined): readonly number[] => (unit?.dimension === 'area' ? areaSlipFactors : slipFactors);

/** A column of which too little is known goes with the others of its unit when most of them slipped alike. */
function factorOf(look: Look, looks: readonly (Look | undefined)[]): number | undefined {
  if (look.factor !== undefined) return look.factor;
  if (!look.values.some((value) => value > 0)) return undefined;
  const alike = looks.filter(
    (other): other is Look =>
      other !== undefined &&
      other !== look &&
      other.column.unit?.text === look.column.unit?.text &&
      other.values.some((value) => value > 0),
  );
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
  const proposedUnit = proposedFor(column.unit ?? working, factor);
  const median = now?.median ?? middle(look.values);
  const blanks = {
    what: column.term.term,
    column: column.header,
    before: short(before?.median ?? median / factor),
    now: short(median),
    factor: inWords(factor),
    unit: working?.text ?? '',
    proposal: proposedUnit ?? '相应的单位',
  };
  from.collector.add(found('unit_slip_column', { ...from.where, cell: column.letters }, blanks));
  return { ...base, verdict: 'slip', slip: factor, ...(proposedUnit === undefined ? {} : { proposedUnit }) };
}

const middle = (values: readonly number[]): number => {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Single cells, against last year and against the columns beside; columns that slipped as a whole are left alone. */
function tellRows(columns: readonly IntakeColumn[], looks: readonly (Look | undefined)[], from: UnitsToCheck): void {
  const told = new Set<string>();
  const tell = (
    { column, working, values }: Look,
    { at, factor, against }: { at: number; factor: number; against: string },
  ): void => {
    const row = from.data[at]!.row;
    const cell = cellAddress(row, column.index + 1);
    if (told.has(cell)) return;
    told.add(cell);
    from.collector.cell(
      'unit_slip_row',
      { ...from.where, row, cell },
      {
        what: column.term.term,
        value: short(values[at]!),
        against,
        factor: inWords(factor),
        unit: working?.text ?? '',
        proposal: short(values[at]! / factor),
      },
    );
  };
  const sound = looks.filter((look, at): look is Look => look !== undefined && columns[at]?.verdict !== 'slip');
  for (const look of sound) {
    const reference = look.before ?? look.now;
    if (reference === undefined) continue;
    for (const { at, factor, before } of findRowSlips(look.values, {
      reference,
      before: look.last,
      factors: factorsFor(look.working),
    }))
      tell(look, {
        at,
        factor,
        against: before === undefined ? `本列中位数 ${short(reference.median)}` : `上年 ${short(before)}`,
      });
  }
  sound.forEach((one, place) => {
    for (const other of sound.slice(place + 1)) {
      if (
        one.working === undefined ||
        other.working === undefined ||
        one.working.dimension !== other.working.dimension ||
        one.working.dimension === ''
      )
        continue;
      for (const slip of findSiblingSlips(one.values, other.values, factorsFor(one.working))) {
        const [own, beside] = slip.column === 0 ? [one, other] : [other, one];
        tell(own, {
          at: slip.at,
          factor: slip.factor,
          against: `同行“${beside.column.term.term}” ${short(beside.values[slip.at]!)}`,
        });
      }
    }
  });
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

function inUnit(cell: Cell, unit: Unit | undefined, working: Unit | undefined): number {
  if (typeof cell !== 'number') return Number.NaN;
  return unit === undefined || working === undefined || !convertible(unit, working) ? cell : convert(cell, unit, working);
}

function referenceIn(
  reference: Reference,
  working: Unit | undefined,
): { distribution: Distribution | undefined; bySubject: ReadonlyMap<string, number> } {
  const unit = unitOf(reference.unit);
  const turned = (value: number): number =>
    unit === undefined || working === undefined || !convertible(unit, working) ? value : convert(value, unit, working);
  const bySubject = new Map([...(reference.bySubject ?? [])].map(([code, value]): [string, number] => [code, turned(value)]));
  const given = reference.distribution;
  const distribution =
    given === undefined
      ? distributionOf([...bySubject.values()])
      : { ...given, median: turned(given.median), low: turned(given.low), high: turned(given.high) };
  return { distribution, bySubject };
}

/** The unit in which the same figures would fit: 万元 stated and 10 000 times too large gives 元. */
function proposedFor(stated: Unit | undefined, factor: number): string | undefined {
  if (stated === undefined) return undefined;
  for (const text of [
    '元',
    '万元',
    '千元',
    '亿元',
    '亩',
    '㎡',
    '公顷',
    'kWh',
    '万kWh',
    'tce',
    '万tce',
    'kgce',
    't',
    'kg',
    'm³',
    '万m³',
    ...knownUnitTexts(),
  ]) {
    const unit = unitOf(text);
    if (unit === undefined || !convertible(unit, stated)) continue;
    if (apart(convert(1, stated, unit), factor) < 1.01) return text;
  }
  return undefined;
}

const short = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '—');
const inWords = (factor: number): string => (factor >= 1 ? `${short(factor)} 倍` : `${short(1 / factor)} 分之一`);
