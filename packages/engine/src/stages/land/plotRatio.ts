/** 容积率 — floor space of own buildings over own land; floors above the declared height count as often as declared (S88). */
import { moreThan } from '@muheng/quantity';
import type { LandRule } from '@muheng/scheme';
import { type Column, NOT_COMPUTABLE } from '../../absence.js';
import { emptyColumn, put, putAbsent } from '../../columns.js';
import { areaOf, type Occupancies, occupancyKinds } from './occupancy.js';

export interface PlotRatios {
  readonly ratio: Column;
  /** 1 where the table gives floor space for the subject. */
  readonly delivered: Uint8Array;
}

export function plotRatios(table: Occupancies, subjects: number, land: LandRule): PlotRatios | undefined {
  const rule = land.plotRatio;
  if (rule === undefined) return undefined;
  const floors = new Float64Array(subjects);
  const ground = new Float64Array(subjects);
  const delivered = new Uint8Array(subjects);
  const { floor_area: floorArea, floor_height: height } = table.columns;
  for (let row = 0; row < table.rows; row++) {
    const kind = occupancyKinds[table.kind[row]!];
    if (kind !== 'own' && kind !== 'collective') continue;
    const subject = table.subject[row]!;
    const area = areaOf(table, row, land.net?.basis ?? 'certificate');
    const floor = floorArea.values[row]!;
    if (!Number.isNaN(area)) ground[subject]! += area;
    if (Number.isNaN(floor)) continue;
    delivered[subject] = 1;
    floors[subject]! += floor * (moreThan(height.values[row]!, rule.tallFloorOver) ? rule.counts : 1);
  }
  const ratio = emptyColumn(subjects);
  for (let row = 0; row < subjects; row++) {
    if (ground[row]! > 0) put(ratio, row, floors[row]! / ground[row]!);
    else putAbsent(ratio, row, NOT_COMPUTABLE);
  }
  return { ratio, delivered };
}
