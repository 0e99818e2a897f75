/** 使用时间 — for which share of a year a row with 使用起 and 使用止 counts, by months, days or the reference day. */
import { monthsOccupied } from '@muheng/quantity';
import type { NetLandRule } from '@muheng/scheme';
import type { Column } from '../../absence.js';

export interface DeclaredMonths {
  readonly by: NetLandRule['by'];
  readonly year: number;
  readonly referenceDay: number;
}

/** 0–1. A row without a beginning has always been there, one without an end goes on. */
export function monthsShare(from: Column, to: Column, row: number, declared: DeclaredMonths): number {
  const first = from.values[row]!;
  const last = to.values[row]!;
  const begins = Number.isNaN(first) ? Number.NEGATIVE_INFINITY : first;
  const ends = Number.isNaN(last) ? Number.POSITIVE_INFINITY : last;
  if (declared.by === 'reference_day') return begins <= declared.referenceDay && ends >= declared.referenceDay ? 1 : 0;
  if (begins === Number.NEGATIVE_INFINITY && ends === Number.POSITIVE_INFINITY) return 1;
  return monthsOccupied({ from: begins, to: ends, year: declared.year, by: declared.by });
}
