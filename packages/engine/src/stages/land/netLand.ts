/**
 * 净用地 — 自有 + 承租 − 出租 by months, in ㎡ per subject, from the occupancy table (S81–S84), and the check that what is
 * counted on a parcel does not exceed it (TZ-1). Subjects without rows stay NaN with absence 0 rows: the caller keeps their fact.
 */
import type { Finding } from '@muheng/finding';
import { comparisonTolerance, moreThan } from '@muheng/quantity';
import type { LandRule, NetLandRule } from '@muheng/scheme';
import type { Column } from '../../absence.js';
import { NOT_COMPUTABLE, PRESENT } from '../../absence.js';
import { emptyColumn, put, putAbsent } from '../../columns.js';
import { found } from '../texts.zh.js';
import {
  areaOf,
  basisInWords,
  kindInWords,
  newWeighed,
  type Occupancies,
  occupancyKinds,
  parcelOf,
  type Weighed,
  type Weighing,
  weighRow,
} from './occupancy.js';

export interface NetLand {
  /** ㎡; only rows with `delivered` = 1 mean something. */
  readonly squareMetres: Column;
  /** 1 where the occupancy table has rows for the subject. */
  readonly delivered: Uint8Array;
  readonly findings: readonly Finding[];
}

export interface LandYear {
  readonly land: LandRule;
  readonly net: NetLandRule;
  readonly year: number;
  readonly referenceDay: number;
}

/** What `weighRow` needs for a year. */
export function weighingOf(table: Occupancies, year: LandYear): Weighing {
  const held = new Set<number>();
  if (year.net.method === 'parcel') {
    for (let row = 0; row < table.rows; row++)
      if (owns(table, row) && table.columns.parcel.absence[row] === PRESENT) held.add(table.columns.parcel.values[row]!);
  }
  return { land: year.land, net: year.net, held, by: year.net.by, year: year.year, referenceDay: year.referenceDay };
}

const owns = (table: Occupancies, row: number): boolean => {
  const kind = occupancyKinds[table.kind[row]!];
  return kind === 'own' || kind === 'collective';
};

export function netLand(table: Occupancies, subjects: readonly string[], year: LandYear): NetLand {
  const weighing = weighingOf(table, year);
  const squareMetres = emptyColumn(subjects.length);
  const delivered = new Uint8Array(subjects.length);
  const findings: Finding[] = [];
  const contributions = new Float64Array(table.rows);
  const gross = new Float64Array(subjects.length);
  const weighed = newWeighed();
  for (let row = 0; row < table.rows; row++) {
    const subject = table.subject[row]!;
    weighRow(table, row, weighing, weighed);
    delivered[subject] = 1;
    if (weighed.trouble !== 'none') {
      findings.push(troubleOf(table, row, { weighed, net: year.net, subject: subjects[subject]! }));
      if (weighed.trouble !== 'occupancy_kind_unknown') putAbsent(squareMetres, subject, NOT_COMPUTABLE);
    }
    contributions[row] = weighed.contribution;
    gross[subject]! += Math.abs(weighed.contribution);
    if (squareMetres.absence[subject] === PRESENT)
      put(squareMetres, subject, squareMetres.values[subject]! + weighed.contribution);
  }
  for (let row = 0; row < gross.length; row++) squareMetres.values[row] = withoutDust(squareMetres.values[row]!, gross[row]!);
  if (year.land.sumCheck === 'parcel') findings.push(...overAllocated(table, contributions, year.net));
  return { squareMetres, delivered, findings };
}

/** What is added and what is subtracted cancel: then the rest is zero, not the 1e-13 ㎡ that thirds of a year leave in doubles. */
export const withoutDust = (net: number, gross: number): number => (Math.abs(net) <= comparisonTolerance * gross ? 0 : net);

function troubleOf(
  table: Occupancies,
  row: number,
  at: { readonly weighed: Weighed; readonly net: NetLandRule; readonly subject: string },
): Finding {
  const code = at.weighed.trouble === 'none' ? 'occupancy_area_missing' : at.weighed.trouble;
  return found(
    code,
    { subject: at.subject },
    { parcel: parcelOf(table, row), kind: kindInWords(table, row), basis: basisInWords[at.net.basis] },
  );
}

/** 宗地面积核对 — the sum counted on a parcel against what its holders hold of it; a parcel nobody holds cannot be checked. */
function overAllocated(table: Occupancies, contributions: Float64Array, net: NetLandRule): Finding[] {
  const sums = new Map<number, { counted: number; held: number }>();
  for (let row = 0; row < table.rows; row++) {
    if (table.columns.parcel.absence[row] !== PRESENT) continue;
    const parcel = table.columns.parcel.values[row]!;
    const sum = sums.get(parcel) ?? { counted: 0, held: 0 };
    sum.counted += contributions[row]!;
    if (owns(table, row)) sum.held += heldArea(table, row, net);
    sums.set(parcel, sum);
  }
  return [...sums]
    .filter(([, sum]) => sum.held > 0 && moreThan(sum.counted, sum.held))
    .map(([parcel, sum]) =>
      found('parcel_over_allocated', {}, { parcel: table.textOf(parcel), sum: shown(sum.counted), area: shown(sum.held) }),
    );
}

function heldArea(table: Occupancies, row: number, net: NetLandRule): number {
  const area = areaOf(table, row, net.basis);
  const actual = table.columns.actual_area.values[row]!;
  if (Number.isNaN(area)) return 0;
  return net.excess === 'add' && actual > area ? actual : area;
}

const shown = (squareMetres: number): string => String(Math.round(squareMetres * 100) / 100);
