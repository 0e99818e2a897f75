/** 数据与口径 — facts, lists, tables, land. */
import type { Formula, ValueType } from '@muheng/formula';
import type { MuDivisor, Rounding, Unit } from '@muheng/quantity';
import type { Citation } from './basis.js';

export interface FactRule {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly type: ValueType;
  /** The working unit: datasets carry the fact in this unit. Pure for non-numbers. */
  readonly unit: Unit;
  readonly from?: string;
  readonly confidential: string;
  readonly values?: readonly string[];
  readonly plausible?: readonly [number, number];
  readonly mustBe: 'positive' | 'not_negative' | 'any';
  readonly merged: 'sum' | 'first' | 'most' | 'least' | 'mean';
  /** Derived: computed from other facts, in `derivedOrder`. */
  readonly formula?: Formula;
  readonly round: Rounding;
  readonly cited: Citation;
  /** Some rule of the scheme reads it. */
  readonly used: boolean;
}

export interface ListRule {
  readonly id: string;
  readonly term: string;
  readonly dated: boolean;
  readonly entries: readonly string[];
  readonly match: 'exact' | 'prefix';
  readonly cited: Citation;
}
export interface LookupTable {
  readonly id: string;
  readonly term: string;
  readonly unit: Unit;
  readonly rows: ReadonlyMap<string, number>;
  readonly match: 'exact' | 'longest_prefix';
  readonly cited: Citation;
}

export type OccupancyPart = 'add' | 'subtract' | 'ignore';
export interface NetLandRule {
  readonly basis: 'certificate' | 'actual' | 'supplied' | 'larger_of_certificate_and_actual';
  readonly own: OccupancyPart;
  readonly leased_in: OccupancyPart;
  readonly leased_out: OccupancyPart;
  readonly collective: OccupancyPart;
  readonly by: 'months' | 'days' | 'reference_day';
  /** ㎡ of leased floor space per 亩 of land; null = floor space does not count. */
  readonly floorPerMu: number | null;
  readonly underConstruction?: {
    readonly inTerm: 'ignore' | 'whole';
    readonly overdueAfterMonths: number;
    readonly overdue: 'ignore' | 'whole';
  };
  readonly excess: 'ignore' | 'add';
  readonly method: 'enterprise' | 'parcel';
  readonly cited: Citation;
}
export interface LandRule {
  readonly mu: MuDivisor;
  readonly round: Rounding;
  readonly net?: NetLandRule;
  readonly transferred?: { readonly status: string; readonly cited: Citation };
  readonly powerFromMeters?: { readonly cited: Citation };
  readonly plotRatio?: { readonly tallFloorOver: number; readonly counts: number; readonly cited: Citation };
  readonly sumCheck: 'parcel' | 'none';
  readonly cited: Citation;
}
