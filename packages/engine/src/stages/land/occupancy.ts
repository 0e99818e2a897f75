/**
 * 用地情况 — one row of the occupancy table as land: which area counts, for how much of the year, added or subtracted.
 * All areas here are ㎡. `readOccupancy` prepares the table, `weighRow` weighs one row into `Weighed` without making objects.
 */

import { addMonths, muInSquareMetres } from '@muheng/quantity';
import type { LandRule, NetLandRule } from '@muheng/scheme';
import { type Column, MISSING, PRESENT } from '../../absence.js';
import { absentColumn } from '../../columns.js';
import type { StageFrame } from '../stage.js';
import { type DeclaredMonths, monthsShare } from './months.js';

export const occupancyKinds = ['own', 'leased_in', 'leased_out', 'collective'] as const;
export type OccupancyKind = (typeof occupancyKinds)[number];

/** Words that may stand in 用地方式; the first is printed. */
export const kindWords: Readonly<Record<OccupancyKind, readonly string[]>> = {
  own: ['自有', '自用', 'own'],
  leased_in: ['承租', '租入', '租赁', 'leased_in'],
  leased_out: ['出租', '租出', 'leased_out'],
  collective: ['集体', '集体土地', '集体用地', 'collective'],
};
const constructionWords: readonly string[] = ['在建', '建设中', '未竣工', 'under_construction'];

const fields = [
  'parcel',
  'kind',
  'certificate_area',
  'actual_area',
  'supplied_area',
  'floor_area',
  'floor_height',
  'from',
  'to',
  'state',
  'completion_due',
  'transferred',
] as const;
export type OccupancyField = (typeof fields)[number];

/** The occupancy table with its kinds known; `kind` is an index into `occupancyKinds`, −1 = unknown word. */
export interface Occupancies {
  readonly rows: number;
  readonly subject: Int32Array;
  readonly kind: Int8Array;
  readonly building: Uint8Array;
  readonly columns: Readonly<Record<OccupancyField, Column>>;
  textOf(code: number): string;
}

export function readOccupancy(frame: StageFrame): Occupancies | undefined {
  const table = frame.dataset.tables.get('occupancy');
  if (table === undefined || table.rows === 0) return undefined;
  const missing = absentColumn(table.rows, MISSING);
  const columnOf = (field: OccupancyField): Column => table.fields.get(field) ?? missing;
  const columns: Record<OccupancyField, Column> = {
    parcel: columnOf('parcel'),
    kind: columnOf('kind'),
    certificate_area: columnOf('certificate_area'),
    actual_area: columnOf('actual_area'),
    supplied_area: columnOf('supplied_area'),
    floor_area: columnOf('floor_area'),
    floor_height: columnOf('floor_height'),
    from: columnOf('from'),
    to: columnOf('to'),
    state: columnOf('state'),
    completion_due: columnOf('completion_due'),
    transferred: columnOf('transferred'),
  };
  const kindOfCode = new Map(
    occupancyKinds.flatMap((kind, index) => kindWords[kind].map((word) => [frame.codeOf(word), index] as const)),
  );
  const building = new Set(constructionWords.map((word) => frame.codeOf(word)));
  const kind = Int8Array.from({ length: table.rows }, (_, row) =>
    isPresentAt(columns.kind, row) ? (kindOfCode.get(columns.kind.values[row]!) ?? -1) : -1,
  );
  const state = Uint8Array.from({ length: table.rows }, (_, row) =>
    isPresentAt(columns.state, row) && building.has(columns.state.values[row]!) ? 1 : 0,
  );
  return { rows: table.rows, subject: table.subject, kind, building: state, columns, textOf: (code) => frame.textOf(code) };
}

const isPresentAt = (column: Column, row: number): boolean => column.absence[row] === PRESENT;

/** 自有、承租 … of a row; the unknown word as it stands, 未填 when there is none. */
export function kindInWords(table: Occupancies, row: number): string {
  const kind = occupancyKinds[table.kind[row]!];
  if (kind !== undefined) return kindWords[kind][0]!;
  return isPresentAt(table.columns.kind, row) ? table.textOf(table.columns.kind.values[row]!) : '未填';
}

export const parcelOf = (table: Occupancies, row: number): string =>
  isPresentAt(table.columns.parcel, row) ? table.textOf(table.columns.parcel.values[row]!) : '未填宗地号';

export type Trouble = 'none' | 'occupancy_kind_unknown' | 'occupancy_area_missing' | 'completion_due_missing';

/** Why an area counts as it does. */
export type Ground =
  | 'area'
  | 'floor_space'
  | 'floor_ignored'
  | 'kind_ignored'
  | 'building_in_term'
  | 'building_overdue'
  | 'within_parcel';

/** Filled anew by every `weighRow`: area in ㎡ (excess included), share of the year 0–1, sign, contribution in ㎡. */
export interface Weighed {
  area: number;
  excess: number;
  share: number;
  sign: -1 | 0 | 1;
  contribution: number;
  ground: Ground;
  trouble: Trouble;
}

export const newWeighed = (): Weighed => ({
  area: 0,
  excess: 0,
  share: 0,
  sign: 0,
  contribution: 0,
  ground: 'area',
  trouble: 'none',
});

/** What weighing needs besides the row. `held`: parcel codes with an owner (parcel method), else empty. */
export interface Weighing extends DeclaredMonths {
  readonly land: LandRule;
  readonly net: NetLandRule;
  readonly held: ReadonlySet<number>;
}

/** 一行用地 — `@source` S81–S84, S2. */
export function weighRow(table: Occupancies, row: number, weighing: Weighing, out: Weighed): void {
  const { net } = weighing;
  const kind = occupancyKinds[table.kind[row]!];
  out.area = out.excess = out.share = out.contribution = 0;
  out.sign = 0;
  out.ground = 'area';
  out.trouble = kind === undefined ? 'occupancy_kind_unknown' : 'none';
  if (kind === undefined) return;
  out.sign = net[kind] === 'add' ? 1 : net[kind] === 'subtract' ? -1 : 0;
  const leased = kind === 'leased_in' || kind === 'leased_out';
  if (out.sign === 0) out.ground = 'kind_ignored';
  if (leased && net.method === 'parcel' && weighing.held.has(table.columns.parcel.values[row]!)) {
    out.sign = 0;
    out.ground = 'within_parcel';
  }
  weighArea(table, row, { weighing, leased }, out);
  if (table.building[row] === 1) weighBuilding(table, row, weighing, out);
  out.share = monthsShare(table.columns.from, table.columns.to, row, weighing);
  out.contribution = out.sign === 0 || out.trouble !== 'none' ? 0 : out.sign * out.area * out.share;
}

function weighArea(
  table: Occupancies,
  row: number,
  how: { readonly weighing: Weighing; readonly leased: boolean },
  out: Weighed,
): void {
  const { net, land } = how.weighing;
  const area = areaOf(table, row, net.basis);
  const floor = table.columns.floor_area.values[row]!;
  if (!Number.isNaN(area)) {
    out.excess = net.excess === 'add' && !how.leased ? excessOf(table, row, net.basis) : 0;
    out.area = area + out.excess;
  } else if (Number.isNaN(floor)) {
    if (out.sign !== 0) out.trouble = 'occupancy_area_missing';
  } else if (how.leased && net.floorPerMu !== null) {
    const mu = muInSquareMetres[land.mu];
    out.ground = out.sign === 0 ? out.ground : 'floor_space';
    out.area = ((floor / net.floorPerMu) * mu.over) / mu.under;
  } else {
    out.ground = 'floor_ignored';
  }
}

function weighBuilding(table: Occupancies, row: number, weighing: Weighing, out: Weighed): void {
  const rule = weighing.net.underConstruction;
  if (rule === undefined || out.sign === 0) return;
  const due = table.columns.completion_due.values[row]!;
  if (Number.isNaN(due)) {
    out.trouble = 'completion_due_missing';
    return;
  }
  const overdue = addMonths(due, rule.overdueAfterMonths) < weighing.referenceDay;
  out.ground = overdue ? 'building_overdue' : 'building_in_term';
  if ((overdue ? rule.overdue : rule.inTerm) === 'ignore') out.sign = 0;
}

/** 计算口径的面积, ㎡; NaN when absent. */
export function areaOf(table: Occupancies, row: number, basis: NetLandRule['basis']): number {
  const certificate = table.columns.certificate_area.values[row]!;
  const actual = table.columns.actual_area.values[row]!;
  switch (basis) {
    case 'certificate':
      return certificate;
    case 'actual':
      return actual;
    case 'supplied':
      return table.columns.supplied_area.values[row]!;
    case 'larger_of_certificate_and_actual':
      return Number.isNaN(certificate) ? actual : actual > certificate ? actual : certificate;
  }
}

/** 超占面积 — actual beyond the certificate; only where the actual area is not itself the basis. */
function excessOf(table: Occupancies, row: number, basis: NetLandRule['basis']): number {
  if (basis === 'actual' || basis === 'larger_of_certificate_and_actual') return 0;
  const excess = table.columns.actual_area.values[row]! - table.columns.certificate_area.values[row]!;
  return excess > 0 ? excess : 0;
}

export const basisInWords: Readonly<Record<NetLandRule['basis'], string>> = {
  certificate: '证载面积',
  actual: '实际面积',
  supplied: '供地面积',
  larger_of_certificate_and_actual: '证载面积或实际面积',
};
