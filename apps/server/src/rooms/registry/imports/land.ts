/** 宗地、租赁导入 — a certificate row makes its parcel, building and holder; a lease row makes 承租 and, where the lessor is known, 出租. */
import { isoDate, parseDate } from '@muheng/quantity';
import { emptyParcel } from '../actions/parcels.js';
import { parcelTable, same } from '../changes.js';
import {
  type BuildState,
  type LandUse,
  type LessorKind,
  type SiteKind,
  siteKinds,
  siteKindTitles,
  type Tenure,
} from '../kinds.js';
import { rowsByColumn } from '../queries/imports.js';
import type { Row } from '../queries/rows.js';
import type { FileRow } from './file.js';
import type { Plan } from './plan.js';
import { type Places, placesOf } from './regions.js';
import { SubjectIndex } from './whose.js';

const buildings = { table: 'building', idColumn: 'building_id' };
const occupancies = { table: 'occupancy', idColumn: 'occupancy_id' };

/** Who the row is about; a row about nobody known is told and refused. */
export function holderOf(plan: Plan, index: SubjectIndex, at: FileRow): Row | undefined {
  const whose = index.whose(at);
  if (whose.how === 'code' || whose.how === 'name') {
    if (whose.subject.status !== 'secret') return whose.subject;
    plan.refuse('import_subject_secret', at, { name: String(whose.subject.name) });
    return undefined;
  }
  const name = at.text('enterprise_name') ?? at.text('credit_code') ?? '（未填）';
  plan.refuse(whose.how === 'several' ? 'import_subject_ambiguous' : 'import_subject_unknown', at, { name }, 'enterprise_name');
  return undefined;
}

const wordsOf = <Kind extends string>(text: string | null, table: readonly (readonly [RegExp, Kind])[], otherwise: Kind): Kind =>
  text === null ? otherwise : (table.find(([word]) => word.test(text))?.[1] ?? otherwise);
const uses: readonly (readonly [RegExp, LandUse])[] = [
  [/仓储|物流/, 'storage'],
  [/创新|M0/, 'innovation'],
  [/工业/, 'industrial'],
];
const tenureWords: readonly (readonly [RegExp, Tenure])[] = [
  [/出让/, 'granted'],
  [/划拨/, 'allocated'],
  [/集体/, 'collective'],
  [/租赁/, 'leased'],
  [/作价|入股/, 'invested'],
  [/无/, 'none'],
];
const states: readonly (readonly [RegExp, BuildState])[] = [
  [/在建|建设中/, 'under_construction'],
  [/未开工|未动工/, 'not_started'],
  [/拆/, 'demolished'],
];

const decimal = (value: number | null, places = 2): string | null => (value === null ? null : value.toFixed(places));
const siteOf = (text: string | null): SiteKind | null => siteKinds.find((kind) => siteKindTitles[kind] === text) ?? null;

export async function planParcels(plan: Plan, rows: readonly FileRow[]): Promise<void> {
  const { tx, actor } = plan.importing;
  const index = await SubjectIndex.of(plan.importing, rows);
  const places = await placesOf(plan.importing);
  const numbers = rows.flatMap((row) => row.text('parcel_number') ?? []);
  const known = new Map(
    (await rowsByColumn(tx, actor.officeId, { table: 'parcel', column: 'number', values: numbers })).map((row) => [
      row.number,
      row,
    ]),
  );
  const held = new Set<string>();
  const seen = new Map<string, Row>();
  for await (const at of plan.through(rows)) {
    const number = at.text('parcel_number');
    const holder = number === null ? undefined : holderOf(plan, index, at);
    if (number === null) plan.refuse('import_value_missing', at, { what: '宗地号' }, 'parcel_number');
    if (number === null || holder === undefined) continue;
    const parcel = seen.get(number) ?? parcelOf(plan, at, { number, holder, known: known.get(number), places });
    if (!seen.has(number)) seen.set(number, parcel);
    if (held.has(`${String(parcel.parcel_id)} ${String(holder.subject_id)}`)) continue;
    held.add(`${String(parcel.parcel_id)} ${String(holder.subject_id)}`);
    const share = at.number('ownership_share');
    if (!known.has(number))
      plan.make(
        occupancies,
        ownRow(plan, holder, {
          parcel,
          share: share === null || share === 100 ? null : share.toFixed(4),
          from: at.text('registered_on'),
        }),
      );
  }
}

function parcelOf(
  plan: Plan,
  at: FileRow,
  {
    number,
    holder,
    known,
    places,
  }: { readonly number: string; readonly holder: Row; readonly known: Row | undefined; readonly places: Places },
): Row {
  const region = at.text('region');
  const said: Row = {
    ...{ certificate_no: at.text('certificate_number'), location: at.text('location'), site_kind: siteOf(at.text('site_kind')) },
    ...{ certificate_area_sqm: decimal(at.number('certificate_area')), actual_area_sqm: decimal(at.number('actual_area')) },
    ...{
      supplied_area_sqm: decimal(at.number('supplied_area')),
      completion_due: at.text('completion_due'),
      acquired_on: at.text('registered_on'),
    },
  };
  if (known !== undefined) {
    const set = Object.fromEntries(
      Object.entries(said).filter(([column, value]) => value !== null && !same(column, known[column] ?? null, value)),
    );
    if (Object.keys(set).length === 0) plan.unchanged++;
    else {
      plan.change(parcelTable, known, { ...set, updated_at: plan.importing.house.now() });
      plan.changed++;
      plan.example(at.row, number, '修改宗地');
    }
    return known;
  }
  const parcelId = plan.newId();
  const own = {
    office_id: plan.importing.actor.officeId,
    region_id: (region === null ? undefined : places.region(region)) ?? holder.region_id,
    version: 1,
  };
  const row: Row = {
    ...{ ...emptyParcel, ...said, ...own, parcel_id: parcelId, holder_id: holder.subject_id, park_id: holder.park_id, number },
    ...{ use: wordsOf(at.text('use'), uses, 'other'), tenure: wordsOf(at.text('tenure'), tenureWords, 'granted') },
    ...{ build_state: wordsOf(at.text('building_state'), states, 'built'), updated_at: plan.importing.house.now() },
  };
  plan.make(parcelTable, row);
  const floor = at.number('floor_area');
  const height = at.number('floor_height');
  if (floor !== null && floor > 0)
    plan.make(buildings, {
      ...{ ...own, building_id: plan.newId(), parcel_id: parcelId, holder_id: holder.subject_id, name: '厂房', floors: null },
      ...{
        floor_area_sqm: decimal(floor),
        tall_floor_area_sqm: height !== null && height > 8 ? decimal(floor) : '0.00',
        floor_height_m: decimal(height),
      },
      ...{ floor_list: null, built_on: null, note: null, from: null, until: null },
    });
  plan.added++;
  plan.example(at.row, number, '新登记宗地');
  return row;
}

const blank = {
  ...{ parcel_id: null, building_id: null, counterpart_id: null, counterpart_name: null, lessor_kind: null, lease_id: null },
  ...{
    parent_lease_id: null,
    contract_no: null,
    share_percent: null,
    land_area_sqm: null,
    floor_area_sqm: null,
    floor_height_m: null,
  },
  ...{ rent_yuan_per_sqm_month: null, transferred_on: null, note: null, from: null, until: null },
} as const;

const ownRow = (
  plan: Plan,
  holder: Row,
  { parcel, share, from }: { readonly parcel: Row; readonly share: string | null; readonly from: string | null },
): Row => ({
  ...{ ...blank, office_id: plan.importing.actor.officeId, region_id: holder.region_id, version: 1, occupancy_id: plan.newId() },
  ...{ subject_id: holder.subject_id, kind: 'own', parcel_id: parcel.parcel_id, share_percent: share, from },
});

export async function planLeases(plan: Plan, rows: readonly FileRow[]): Promise<void> {
  const { tx, actor } = plan.importing;
  const index = await SubjectIndex.of(
    plan.importing,
    rows,
    rows.flatMap((row) => row.text('lessor') ?? []),
  );
  const numbers = rows.flatMap((row) => row.text('parcel_number') ?? []);
  const parcels = new Map(
    (await rowsByColumn(tx, actor.officeId, { table: 'parcel', column: 'number', values: numbers })).map((row) => [
      row.number,
      row,
    ]),
  );
  const contracts = rows.flatMap((row) => [row.text('contract'), row.text('head_contract')].filter((one) => one !== null));
  const standing = await rowsByColumn(tx, actor.officeId, { table: 'occupancy', column: 'contract_no', values: contracts });
  const leaseIds = new Map<string, string>();
  for (const row of standing) if (typeof row.lease_id === 'string') leaseIds.set(String(row.contract_no), row.lease_id);
  const before = new Set(leaseIds.keys());
  for (const at of rows) {
    const contract = at.text('contract');
    if (contract !== null && !leaseIds.has(contract)) leaseIds.set(contract, plan.newId());
  }
  const seen = new Set<string>();
  for await (const at of plan.through(rows)) {
    const lessee = holderOf(plan, index, at);
    if (lessee === undefined) continue;
    const contract = at.text('contract');
    if (contract !== null && (before.has(contract) || seen.has(contract))) {
      plan.unchanged++;
      continue;
    }
    const [from, until] = [at.text('lease_from'), dayAfter(at.text('lease_to'))];
    if (from !== null && until !== null && until <= from) {
      plan.refuse('import_period_wrong', at, { from, until: at.text('lease_to') ?? '' }, 'lease_to');
      continue;
    }
    if (contract !== null) seen.add(contract);
    addLease(plan, at, { lessee, index, parcels, leaseIds, contract, from, until });
  }
}

/** 出租方类别 by the words of its name. */
const lessorWords: readonly (readonly [RegExp, LessorKind])[] = [
  [/经济合作社|村民委员会|村委会|村集体|村二厂|股份社/, 'village_factory'],
  [/民用房|民房/, 'civilian_house'],
  [/小微企业园|小微园/, 'small_park'],
  [/国有|城投|产投|开发建设/, 'state_owned'],
  [/公司|厂$|企业/, 'company'],
];
const lessorKindOf = (name: string): LessorKind =>
  lessorWords.find(([word]) => word.test(name))?.[1] ?? (/^\p{Script=Han}{2,4}$/u.test(name) ? 'person' : 'unknown');

interface Lease {
  readonly lessee: Row;
  readonly index: SubjectIndex;
  readonly parcels: ReadonlyMap<unknown, Row>;
  readonly leaseIds: ReadonlyMap<string, string>;
  readonly contract: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

function addLease(plan: Plan, at: FileRow, { lessee, index, parcels, leaseIds, contract, from, until }: Lease): void {
  const lessorName = at.text('lessor');
  const whose = lessorName === null ? undefined : index.named(lessorName);
  const lessor = whose?.how === 'name' && whose.subject.subject_id !== lessee.subject_id ? whose.subject : undefined;
  const number = at.text('parcel_number');
  const parcel = number === null ? undefined : parcels.get(number);
  if (number !== null && parcel === undefined) plan.tell('import_parcel_unknown', at, { number }, 'parcel_number');
  const head = at.text('head_contract');
  const common = {
    ...{ ...blank, office_id: plan.importing.actor.officeId, version: 1, parcel_id: parcel?.parcel_id ?? null },
    ...{ lease_id: contract === null ? plan.newId() : (leaseIds.get(contract) ?? plan.newId()), contract_no: contract },
    ...{ parent_lease_id: head === null ? null : (leaseIds.get(head) ?? null), land_area_sqm: decimal(at.number('land_area')) },
    ...{ floor_area_sqm: decimal(at.number('floor_area')), floor_height_m: decimal(at.number('floor_height')) },
    ...{ rent_yuan_per_sqm_month: decimal(at.number('rent')), from, until },
  };
  // A village's land that no enterprise holds is collective: it counts for whoever uses it.
  const kind = lessorName === null ? 'unknown' : lessor === undefined ? lessorKindOf(lessorName) : 'company';
  plan.make(occupancies, {
    ...{ ...common, occupancy_id: plan.newId(), region_id: lessee.region_id, subject_id: lessee.subject_id, lessor_kind: kind },
    ...{ kind: kind === 'village_factory' && parcel === undefined ? 'collective' : 'in' },
    ...{ counterpart_id: lessor?.subject_id ?? null, counterpart_name: lessor === undefined ? lessorName : null },
  });
  if (lessor !== undefined)
    plan.make(occupancies, {
      ...{
        ...common,
        occupancy_id: plan.newId(),
        region_id: lessor.region_id,
        subject_id: lessor.subject_id,
        lessor_kind: 'company',
      },
      ...{ kind: 'out', counterpart_id: lessee.subject_id },
    });
  plan.added++;
  plan.example(at.row, String(lessee.name), `承租${contract === null ? '' : ` ${contract}`}`);
}

/** A ledger names the last day; the register keeps the first day that no longer counts. */
export const dayAfter = (day: string | null): string | null => {
  const number = day === null ? undefined : parseDate(day);
  return number === undefined ? null : isoDate(number + 1);
};
