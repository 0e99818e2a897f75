/**
 * 用地 — land certificates and leases → who uses what, from when to when; and the land of a year: own + leased in − leased out, each by its
 * months of twelve. Who lacks one row that belongs to it gets no land at all: less land would only flatter it. Read `landOf`.
 */
import type { Finding } from '@muheng/finding';
import { monthsOccupied, parseDate, roundTo } from '@muheng/quantity';
import { matchText } from '@muheng/sheets';
import { doubtful } from './facts.js';
import type { JoinedTable } from './join.js';
import { reversed, sharesAsFractions, tellImplausible } from './ledgerChecks.js';
import { rowPlace, tablePlace } from './place.js';
import type { TableKind, TableView } from './recognise.js';
import type { Register } from './register.js';
import { found } from './texts.zh.js';
import { numberOf, withoutDoubles } from './values.js';

export interface Occupancy {
  readonly subject: number;
  readonly kind: '自有' | '承租' | '出租' | '集体';
  readonly parcel: string;
  /** Code of a subject, or a name. */
  readonly counterpart: string;
  /** ㎡. */
  readonly area: number;
  readonly actual: number;
  readonly supplied: number;
  readonly floor: number;
  readonly height: number;
  /** ISO days, '' = open. */
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly due: string;
}

export interface Land {
  readonly occupancy: readonly Occupancy[];
  /** Why nothing is computed for a subject. */
  readonly incomplete: ReadonlyMap<number, string>;
}

export interface LandOfYear {
  readonly own: number;
  readonly leasedIn: number;
  readonly leasedOut: number;
  readonly used: number;
}

interface Building {
  readonly register: Register;
  readonly findings: Finding[];
  readonly occupancy: Occupancy[];
  readonly incomplete: Map<number, string>;
}

export function landOf(tables: readonly JoinedTable[], register: Register, findings: Finding[]): Land {
  const building: Building = { register, findings, occupancy: [], incomplete: new Map() };
  if (!bothLedgers(tables, findings)) return building;
  for (const joined of tables) {
    if (joined.view.kind === 'certificates') certificates(joined, building);
    if (joined.view.kind === 'leases') leases(joined, building);
  }
  for (const [subject, why] of building.incomplete)
    findings.push(
      found('incomplete_land', { subject: register.subjects[subject]!.code }, { name: register.subjects[subject]!.name, why }),
    );
  return building;
}

/** Without certificates leases say nothing of what anybody uses: less land would only flatter. Without leases the owners have it all. */
function bothLedgers(tables: readonly JoinedTable[], findings: Finding[]): boolean {
  const of = (kind: TableKind): TableView | undefined => tables.find(({ view }) => view.kind === kind)?.view;
  const [owned, leased] = [of('certificates'), of('leases')];
  if (owned === undefined && leased !== undefined) findings.push(found('certificates_absent', tablePlace(leased)));
  if (owned !== undefined && leased === undefined) findings.push(found('leases_absent', tablePlace(owned)));
  return owned !== undefined || leased === undefined;
}

/** ㎡ as cadastres keep them. */
const squareMetres = (value: number): number => roundTo(value, { to: 2, by: 'excel' });
const mark = (subject: number, why: string, { incomplete }: Building): void => {
  if (subject >= 0 && !incomplete.has(subject)) incomplete.set(subject, why);
};

/** Rows that are somebody's and cannot be taken, or may be somebody's. */
function markGaps(joined: JoinedTable, rows: readonly number[], building: Building, others: (row: number) => number): void {
  const { view, subject, taken, candidates } = joined;
  const word = (row: number): string => `${view.file} 第 ${view.fileRow(row)} 行没有采用`;
  for (let row = 0; row < subject.length; row++) {
    if (taken[row] === 1 || (view.table.rows[row]?.length ?? 0) === 0) continue;
    mark(subject[row]!, word(row), building);
    for (const candidate of candidates.get(row) ?? []) mark(candidate, `${word(row)}，可能是这一户的`, building);
    mark(others(row), word(row), building);
  }
  for (const row of rows) {
    mark(subject[row]!, word(row), building);
    mark(others(row), word(row), building);
  }
}

function certificates(joined: JoinedTable, building: Building): void {
  const { view, subject } = joined;
  const key = view.has('certificate_number') ? 'certificate_number' : 'parcel_number';
  const { rows, differing } = withoutDoubles(joined, {
    kinds: { alike: 'ledger_twice_alike', differ: 'ledger_twice' },
    keyOf: (row) => (view.text(row, key) === '' ? '' : `${subject[row]}\n${matchText(view.text(row, key))}`),
    words: (row) => ({ what: '证号', key: view.text(row, key) }),
    findings: building.findings,
  });
  markGaps(joined, differing, building, () => -1);
  const slipped = ['certificate_land', 'surveyed_land', 'floor_space'].filter((id) => {
    const column = view.column(id);
    return column !== undefined && doubtful(column, view, building.findings);
  });
  const fractions = sharesAsFractions(view, 'ownership_share', building.findings);
  for (const row of rows) {
    const share = view.has('ownership_share') ? numberOf(view, row, 'ownership_share') : 100;
    const part = (id: string): number =>
      fractions || slipped.includes(id)
        ? Number.NaN
        : squareMetres((numberOf(view, row, id) * (Number.isNaN(share) ? 100 : share)) / 100);
    const area = part('certificate_land');
    if (!slipped.includes('certificate_land')) tellImplausible(view, row, 'certificate_land', building.findings);
    if (Number.isNaN(area)) mark(subject[row]!, `${view.file} 第 ${view.fileRow(row)} 行没有可用的证载面积`, building);
    building.occupancy.push({
      ...{ subject: subject[row]!, kind: '自有', parcel: view.text(row, 'parcel_number'), counterpart: '' },
      ...{ area, actual: part('surveyed_land'), supplied: part('supplied_area'), floor: part('floor_space') },
      ...{ height: numberOf(view, row, 'floor_height'), from: view.text(row, 'registered_on'), to: '' },
      ...{ state: view.text(row, 'building_state'), due: view.text(row, 'completion_due') },
    });
  }
}

const villages = /(?:经济合作社|经济联合社|村民委员会|村委会|居民委员会|居委会|合作社|村集体)$/;

function leases(joined: JoinedTable, building: Building): void {
  const { view, subject } = joined;
  const { register, findings } = building;
  const areaId = ['allotted_land', 'leased_in_land'].find((id) => view.has(id)) ?? 'allotted_land';
  const slipped = [areaId, 'leased_floor_space'].filter((id) => {
    const column = view.column(id);
    return column !== undefined && doubtful(column, view, findings);
  });
  const lessorOf = (row: number): number => lessor(view.text(row, 'landlord'), register);
  const { rows, differing } = withoutDoubles(joined, {
    kinds: { alike: 'ledger_twice_alike', differ: 'ledger_twice' },
    keyOf: (row) => matchText(view.text(row, 'contract')),
    words: (row) => ({ what: '合同', key: view.text(row, 'contract') }),
    findings,
  });
  markGaps(joined, differing, building, lessorOf);
  for (const row of rows) {
    const backwards = reversed(view, row, findings);
    const area = backwards || slipped.includes(areaId) ? Number.NaN : numberOf(view, row, areaId);
    if (!slipped.includes(areaId)) tellImplausible(view, row, areaId, findings);
    const floor = slipped.includes('leased_floor_space') ? Number.NaN : numberOf(view, row, 'leased_floor_space');
    const name = view.text(row, 'landlord');
    const other = lessorOf(row);
    if (Number.isNaN(area)) {
      const why = `${view.file} 第 ${view.fileRow(row)} 行没有可用的${backwards ? '起止日期' : '用地面积'}`;
      mark(subject[row]!, why, building);
      mark(other, why, building);
    }
    const common = {
      ...{ parcel: view.text(row, 'parcel_number'), area, actual: Number.NaN, supplied: Number.NaN, floor, state: '', due: '' },
      ...{ height: numberOf(view, row, 'floor_height'), from: view.text(row, 'lease_from'), to: view.text(row, 'lease_to') },
    };
    const kind = other < 0 && villages.test(name) ? '集体' : '承租';
    const counterpart = other < 0 ? name : register.subjects[other]!.code;
    building.occupancy.push({ subject: subject[row]!, kind, counterpart, ...common });
    if (other >= 0)
      building.occupancy.push({ subject: other, kind: '出租', counterpart: register.subjects[subject[row]!]!.code, ...common });
    else if (name !== '' && kind === '承租') tellNearLessor(joined, row, building);
  }
}

/** The one subject of exactly this name, now or before. */
function lessor(name: string, { names, formerNames }: Register): number {
  const now = names.equal(name);
  const known = now.length > 0 ? now : formerNames.equal(name);
  return known.length === 1 ? known[0]! : -1;
}

function tellNearLessor({ view }: JoinedTable, row: number, building: Building): void {
  const { names, formerNames, subjects } = building.register;
  const written = view.text(row, 'landlord');
  const near = [...new Set([...names.similar(written), ...formerNames.similar(written)])];
  if (near.length === 0) return;
  const candidates = near
    .slice(0, 3)
    .map((at) => `“${subjects[at]!.name}”`)
    .join('、');
  building.findings.push(found('lessor_nearly_known', rowPlace(view, row, 'landlord'), { written, candidates }));
  for (const at of near) mark(at, `${view.file} 第 ${view.fileRow(row)} 行的出租方可能是这一户`, building);
}

/** The part of the year that the span covers, 0–1, by months as the house counts them. */
function partOf({ from, to }: { readonly from: string; readonly to: string }, year: number): number {
  const [first, last] = [parseDate(from), parseDate(to)];
  return monthsOccupied({ from: first ?? Number.NEGATIVE_INFINITY, to: last, year, by: 'months' });
}

/** Net land of a year by subject, for those of whom everything is known. */
export function landIn(year: number, { occupancy, incomplete }: Land): ReadonlyMap<number, LandOfYear> {
  const sums = new Map<number, { own: number; leasedIn: number; leasedOut: number }>();
  for (const one of occupancy) {
    if (incomplete.has(one.subject)) continue;
    const sum = sums.get(one.subject) ?? { own: 0, leasedIn: 0, leasedOut: 0 };
    sums.set(one.subject, sum);
    const part = one.area * partOf(one, year);
    if (one.kind === '自有') sum.own += part;
    else if (one.kind === '出租') sum.leasedOut += part;
    else sum.leasedIn += part;
  }
  return new Map(
    [...sums].map(([subject, sum]): [number, LandOfYear] => {
      const [own, leasedIn, leasedOut] = [squareMetres(sum.own), squareMetres(sum.leasedIn), squareMetres(sum.leasedOut)];
      return [subject, { own, leasedIn, leasedOut, used: squareMetres(own + leasedIn - leasedOut) }];
    }),
  );
}
