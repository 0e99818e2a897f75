/**
 * 综合能耗折标 — physical amounts of energy into tce by a stated, versioned set of coefficients (R91).
 * It refuses rather than guesses: a missing carrier, a row of the other basis, a unit that does not fit, an absent amount
 * each give a finding, and then there is no total. Coefficients are data (`catalog/tables`); none stands here.
 */
import type { Finding, Place } from '@muheng/finding';
import { equalNumbers } from './compare.js';
import { isoDate, parseDate } from './dates.js';
import { found } from './texts.zh.js';
import { convert, convertible, divideUnits, multiplyUnits, parseUnit, sameDimension, type Unit } from './units.js';

/** 当量值 (heat content) or 等价值 (what it took to make it, follows the year's coal use of power supply). */
export type EnergyBasis = '当量' | '等价';

/** 折标系数 — `value` in `unit` (kgce/kWh, tce/t, tce/万m³, kgce/MJ …), valid from `from` to `to`, both included, ISO dates. */
export interface EnergyCarrierCoefficient {
  readonly carrier: string;
  readonly value: number;
  readonly unit: string;
  readonly basis: EnergyBasis;
  readonly source: string;
  readonly from: string;
  readonly to?: string;
}

export interface CoefficientSet {
  readonly id: string;
  readonly title: string;
  readonly basis: EnergyBasis;
  readonly rows: readonly EnergyCarrierCoefficient[];
}

/** 能源消费量 — a physical amount of one carrier; NaN = absent. */
export interface EnergyConsumption {
  readonly carrier: string;
  readonly amount: number;
  readonly unit: string;
  readonly where?: Place;
}

/** One carrier turned into tce, with what is needed to recompute it; `tce` is NaN when it was refused. */
export interface StandardCoalLine {
  readonly carrier: string;
  readonly amount: number;
  readonly unit: string;
  readonly coefficient: EnergyCarrierCoefficient | undefined;
  readonly tce: number;
}

/** `tce` is NaN as soon as one line was refused: a part is never passed off as the whole. */
export interface StandardCoal {
  readonly tce: number;
  readonly lines: readonly StandardCoalLine[];
  readonly findings: readonly Finding[];
}

/**
 * 综合能源消费量 — tce, not rounded, summed in the order given.
 * `on` is the day whose coefficients hold (for a data year usually its 31 December), as a day number.
 */
export function standardCoal(consumptions: readonly EnergyConsumption[], set: CoefficientSet, on: number): StandardCoal {
  const findings: Finding[] = [];
  const lines: StandardCoalLine[] = [];
  let tce = 0;
  for (const consumption of consumptions) {
    const line = lineOf(consumption, set, on);
    tce += line.tce;
    lines.push(line.line);
    findings.push(...line.findings);
  }
  return { tce, lines, findings };
}

interface LineResult {
  readonly tce: number;
  readonly line: StandardCoalLine;
  readonly findings: readonly Finding[];
}

function lineOf(consumption: EnergyConsumption, set: CoefficientSet, on: number): LineResult {
  const { carrier, amount, unit } = consumption;
  const chosen = coefficientOf(consumption, set, on);
  const row = 'row' in chosen ? chosen.row : undefined;
  const turned = 'row' in chosen ? tceOf(consumption, chosen.row) : chosen;
  const tce = typeof turned === 'number' ? turned : Number.NaN;
  const findings = typeof turned === 'number' ? [] : [turned];
  return { tce, line: { carrier, amount, unit, coefficient: row, tce }, findings };
}

/** The one row of the set that holds for this carrier on that day, or the finding why there is none. */
function coefficientOf(
  consumption: EnergyConsumption,
  set: CoefficientSet,
  on: number,
): { row: EnergyCarrierCoefficient } | Finding {
  const { carrier, where = {} } = consumption;
  const valid = set.rows.filter((row) => row.carrier === carrier && holdsOn(row, on));
  const fitting = valid.filter((row) => row.basis === set.basis);
  const date = isoDate(on);
  if (fitting.length > 1)
    return found('energy_carrier_ambiguous', where, { set: set.title, carrier, date, count: fitting.length });
  if (fitting[0] !== undefined) return { row: fitting[0] };
  if (valid[0] !== undefined) {
    return found('energy_basis_wrong', where, { set: set.title, basis: set.basis, carrier, found: valid[0].basis });
  }
  return found('energy_carrier_missing', where, { set: set.title, carrier, date });
}

/** A date that cannot be read holds on no day. */
function holdsOn(row: EnergyCarrierCoefficient, on: number): boolean {
  const from = parseDate(row.from) ?? Number.POSITIVE_INFINITY;
  const to = row.to === undefined ? Number.POSITIVE_INFINITY : (parseDate(row.to) ?? Number.NEGATIVE_INFINITY);
  return from <= on && on <= to;
}

/** amount × coefficient in tce, the amount first brought to the coefficient's own unit. */
function tceOf(consumption: EnergyConsumption, row: EnergyCarrierCoefficient): number | Finding {
  const { carrier, amount, unit, where = {} } = consumption;
  if (!(row.value > 0) || !Number.isFinite(row.value))
    return found('energy_coefficient_invalid', where, { carrier, value: row.value });
  if (!Number.isFinite(amount)) return found('energy_amount_absent', where, { carrier });
  if (amount < 0) return found('energy_amount_negative', where, { carrier, amount, unit });
  const amountUnit = energyUnit(unit);
  const coefficientUnit = energyUnit(row.unit);
  if (amountUnit === undefined) return found('energy_unit_unknown', where, { carrier, unit });
  if (coefficientUnit === undefined) return found('energy_unit_unknown', where, { carrier, unit: row.unit });
  const product = multiplyUnits(amountUnit, coefficientUnit);
  if (product === undefined || !convertible(product, tceUnit)) {
    return found('energy_unit_mismatch', where, { carrier, unit, coefficientUnit: row.unit });
  }
  return convert(amount * row.value, product, tceUnit);
}

export interface BasisRatio {
  /** How many times the larger coefficient is the smaller; NaN when the two cannot be compared. */
  readonly times: number;
  readonly findings: readonly Finding[];
}

/**
 * 当量值与等价值之比 — compares two coefficients of one carrier, e.g. 电力 4.04 tce/万kWh (等价) with 1.229 tce/万kWh (当量): 3.29 times.
 * Two bases with different values are flagged: results on them cannot be compared.
 */
export function basisRatio(a: EnergyCarrierCoefficient, b: EnergyCarrierCoefficient): BasisRatio {
  const unitA = energyUnit(a.unit);
  const unitB = energyUnit(b.unit);
  if (unitA === undefined || unitB === undefined || !sameDimension(unitA, unitB) || divideUnits(unitA, unitB) === undefined) {
    return {
      times: Number.NaN,
      findings: [found('energy_unit_mismatch', {}, { carrier: a.carrier, unit: a.unit, coefficientUnit: b.unit })],
    };
  }
  const other = convert(b.value, unitB, unitA);
  const times = Math.max(a.value, other) / Math.min(a.value, other);
  if (a.basis === b.basis || equalNumbers(times, 1)) return { times, findings: [] };
  const blanks = {
    carrier: a.carrier,
    basisA: a.basis,
    valueA: a.value,
    unitA: a.unit,
    basisB: b.basis,
    valueB: b.value,
    unitB: b.unit,
  };
  return { times, findings: [found('energy_basis_differs', {}, { ...blanks, times: times.toFixed(2) })] };
}

/** Energy units hold no land, so the mu divisor cannot matter here. */
const energyUnit = (text: string): Unit | undefined => parseUnit(text, { mu: '2000/3' });

const tceUnit: Unit = Object.freeze({ text: 'tce', dimension: 'coal', factor: { over: 1, under: 1 } });
