/**
 * 用地 — puts 用地面积, 用电量 and 容积率 into the facts where the scheme has the rule and the tables have rows for the subject,
 * rounds land in 亩 as declared, and turns numbers outside their bounds into 算不出. Years before are treated alike.
 */
import type { Finding } from '@muheng/finding';
import { convert, muInSquareMetres, parseUnit, roundTo, type Unit } from '@muheng/quantity';
import type { FactRule, LandRule, Scheme } from '@muheng/scheme';
import { type Column, MISSING, PRESENT } from '../../absence.js';
import { absentColumn, copyColumn } from '../../columns.js';
import { firstOutside, withinBounds } from '../../dataset/bounds.js';
import type { Dataset } from '../../dataset.js';
import { frameOf, referenceDayOf } from '../../frame.js';
import type { StageFrame } from '../stage.js';
import { found } from '../texts.zh.js';
import { netLand } from './netLand.js';
import { readOccupancy } from './occupancy.js';
import { plotRatios } from './plotRatio.js';
import { powerFromMeters } from './power.js';

export interface LandStage {
  readonly frame: StageFrame;
  readonly findings: readonly Finding[];
}

export function settleLand(scheme: Scheme, dataset: Dataset): LandStage {
  const findings: Finding[] = [];
  const delivered = frameOf(scheme, dataset);
  const years = new Map<number, ReadonlyMap<string, Column>>();
  for (const year of new Set([dataset.year, ...dataset.facts.keys()])) {
    const columns = new Map(dataset.facts.get(year));
    if (scheme.land !== undefined) {
      const place = { scheme, land: scheme.land, year, columns };
      const found = settleYear(delivered, place);
      if (year === dataset.year) findings.push(...found);
    }
    for (const [id, column] of columns) {
      const rule = scheme.facts.get(id);
      if (rule === undefined || rule.formula !== undefined || rule.type !== 'number') continue;
      const bounded = withinBounds(column, rule.mustBe);
      columns.set(id, bounded);
      if (bounded !== column && year === dataset.year && rule.used) findings.push(...outside(column, rule, delivered.dataset));
    }
    years.set(year, columns);
  }
  return { frame: frameOf(scheme, dataset, years), findings };
}

interface LandOfYear {
  readonly scheme: Scheme;
  readonly land: LandRule;
  readonly year: number;
  /** Of the year; changed in place. */
  readonly columns: Map<string, Column>;
}

function settleYear(frame: StageFrame, place: LandOfYear): readonly Finding[] {
  const { scheme, land, year, columns } = place;
  const findings: Finding[] = [];
  const occupancies = readOccupancy(frame);
  if (occupancies !== undefined && land.net !== undefined) {
    const net = netLand(occupancies, frame.dataset.subjects, {
      land,
      net: land.net,
      year,
      referenceDay: referenceDayOf(scheme, year),
    });
    findings.push(...net.findings);
    overlay(place, 'land_used', { ...net, column: net.squareMetres, unit: '㎡' });
  }
  roundLand(place);
  if (occupancies !== undefined) {
    const ratios = plotRatios(occupancies, frame.rows, land);
    if (ratios !== undefined) overlay(place, 'plot_ratio', { column: ratios.ratio, delivered: ratios.delivered, unit: '' });
  }
  const power = land.powerFromMeters === undefined || year !== frame.dataset.year ? undefined : powerFromMeters(frame);
  if (power !== undefined) {
    findings.push(...power.findings);
    overlay(place, 'power_used', { column: power.kWh, delivered: power.delivered, unit: 'kWh' });
  }
  return columns.size === 0 ? [] : findings;
}

/** Puts computed values, in the fact's working unit, over the delivered ones. */
function overlay(
  place: LandOfYear,
  fact: string,
  given: { readonly column: Column; readonly delivered: Uint8Array; readonly unit: string },
): void {
  const rule = place.scheme.facts.get(fact);
  const from = parseUnit(given.unit, { mu: place.land.mu });
  if (rule === undefined || from === undefined) return;
  const rows = given.delivered.length;
  const column = copyColumn(place.columns.get(fact) ?? absentColumn(rows, MISSING));
  for (let row = 0; row < rows; row++) {
    if (given.delivered[row] !== 1) continue;
    column.absence[row] = given.column.absence[row]!;
    column.values[row] = given.column.absence[row] === PRESENT ? convert(given.column.values[row]!, from, rule.unit) : Number.NaN;
  }
  place.columns.set(fact, column);
}

/** 用地面积修约 — in 亩, whatever unit the fact is carried in. */
function roundLand(place: LandOfYear): void {
  const { land, columns, scheme } = place;
  const column = columns.get('land_used');
  const rule = scheme.facts.get('land_used');
  if (land.round === 'none' || column === undefined || rule === undefined) return;
  const mu = muUnit(land);
  const copy = copyColumn(column);
  for (let row = 0; row < copy.values.length; row++) {
    if (copy.absence[row] === PRESENT)
      copy.values[row] = convert(roundTo(convert(copy.values[row]!, rule.unit, mu), land.round), mu, rule.unit);
  }
  columns.set('land_used', copy);
}

export const muUnit = (land: LandRule): Unit => ({ text: '亩', dimension: 'area', factor: muInSquareMetres[land.mu] });

function outside(column: Column, rule: FactRule, dataset: Dataset): Finding[] {
  const findings: Finding[] = [];
  const code = rule.mustBe === 'positive' ? 'fact_not_positive' : 'fact_negative';
  for (let row = firstOutside(column, rule.mustBe, 0); row >= 0; row = firstOutside(column, rule.mustBe, row + 1)) {
    const cell = dataset.source(rule.id, dataset.year, row);
    findings.push(
      found(
        code,
        { subject: dataset.subjects[row]!, ...(cell === null ? {} : { cell }) },
        { term: rule.term, value: column.values[row]! },
      ),
    );
  }
  return findings;
}
