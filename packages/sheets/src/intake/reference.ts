/**
 * 参照 — a column of figures beside what the office knew before: by subject, or as a distribution; and the factor by which the whole
 * column is off. Areas that were never handed in before are held against the other areas of the same subjects.
 */
import { convert, convertible, type Unit } from '@muheng/quantity';
import { unitOf } from '../columns/vocabulary.js';
import type { Cell } from '../table.js';
import { medianRatio, slipOfRatio } from '../units/pairs.js';
import { apart, areaSlipFactors, type Distribution, distributionOf, findColumnSlip, slipFactors } from '../units/slips.js';

/** 参照 — what a fact looked like before, in `unit`. */
export interface Reference {
  readonly unit: string;
  /** By credit code: last year's value. */
  readonly bySubject?: ReadonlyMap<string, number>;
  /** When only the distribution is known. */
  readonly distribution?: Distribution;
}

export interface ToCompare {
  /** The fact of the column. */
  readonly id: string;
  readonly working: Unit | undefined;
  /** By row, in the working unit; NaN where there is none. */
  readonly values: readonly number[];
  readonly codeAt: (at: number) => string | undefined;
}

export interface Compared {
  readonly before: Distribution | undefined;
  /** Last year's value of the subject of a row. */
  readonly last: (at: number) => number | undefined;
  /** The whole column is this many times too large. */
  readonly factor: number | undefined;
  /** Whether the factor rests on the same subjects' values. */
  readonly bySubject: boolean;
}

export function compareWith(references: ReadonlyMap<string, Reference>, column: ToCompare): Compared {
  const { id, working, values } = column;
  const factors = working?.dimension === 'area' ? areaSlipFactors : slipFactors;
  const reference = references.get(id);
  if (reference === undefined)
    return { before: undefined, last: () => undefined, factor: againstOtherAreas(references, column, factors), bySubject: true };
  const { distribution, bySubject } = referenceIn(reference, working);
  const last = lastOf(bySubject, column);
  const ratio = medianRatio(values, last);
  const factor =
    ratio !== undefined
      ? slipOfRatio(ratio, factors)
      : distribution === undefined
        ? undefined
        : findColumnSlip(values, distribution, factors)?.factor;
  return { before: distribution, last, factor, bySubject: ratio !== undefined };
}

const lastOf =
  (bySubject: ReadonlyMap<string, number>, { codeAt }: ToCompare): Compared['last'] =>
  (at) => {
    const code = codeAt(at);
    return code === undefined ? undefined : bySubject.get(code);
  };

/**
 * Floors, parcels and certificates of a subject are never 666 times its land: off when none of its other areas finds them
 * ordinary, and the one in the middle finds them off by a factor.
 */
function againstOtherAreas(
  references: ReadonlyMap<string, Reference>,
  column: ToCompare,
  factors: readonly number[],
): number | undefined {
  if (column.working?.dimension !== 'area') return undefined;
  const ratios = [...references.values()]
    .filter(({ unit }) => unitOf(unit)?.dimension === 'area')
    .flatMap((reference) => medianRatio(column.values, lastOf(referenceIn(reference, column.working).bySubject, column)) ?? [])
    .sort((a, b) => a - b);
  const middle = ratios[Math.floor(ratios.length / 2)];
  return middle === undefined || ratios.some((ratio) => apart(ratio, 1) < 5) ? undefined : slipOfRatio(middle, factors);
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

/** A figure in the working unit; NaN for none. */
export function inUnit(cell: Cell, unit: Unit | undefined, working: Unit | undefined): number {
  if (typeof cell !== 'number') return Number.NaN;
  if (unit === undefined || working === undefined || unit.text === working.text) return cell;
  return convertible(unit, working) ? convert(cell, unit, working) : cell;
}
