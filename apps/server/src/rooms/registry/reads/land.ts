/** 净用地逐月来历、宗地页 — reads about land. */
import type { z } from 'zod';
import { businessDay } from '../../../forms/day.js';
import type { Reading } from '../../../forms/route.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { getParcel, type LandExplanationAnswer, landExplanation, parcelItem } from '../contract.js';
import { kindWord, landOfSubject, overAllocatedParcels, ruleInWords } from '../land.js';
import { findLandRule, landRows } from '../queries/land.js';
import * as page from '../queries/page.js';
import type { Row } from '../queries/rows.js';
import { seeingWholeOffice } from '../queries/subjects.js';
import { ledgers } from '../shapes.js';
import { ledgerShown } from '../shown.js';
import { found } from '../texts.zh.js';
import { parcelShown } from './lists.js';
import { contractShown, occupancyShown, surveyShown } from './subjectPage.js';

export async function readLand(
  { tx, actor }: Reading,
  { subjectId, year }: { readonly subjectId: string; readonly year: number },
): Promise<LandExplanationAnswer> {
  if ((await page.findSubject(tx, actor.officeId, subjectId)) === undefined) throw refuseForm('not_found');
  const rule = await findLandRule(tx, actor.officeId, year);
  const empty = {
    subjectId,
    year,
    rule: null,
    lines: [],
    byMonthSqm: [],
    netSqm: null,
    netMu: null,
    roundedMu: null,
    findings: [],
  };
  if (rule === undefined) return empty;
  const words = { words: ruleInWords(rule), clause: rule.clause };
  // The same number for every reader: what others have on the same parcels counts, seen or not.
  const rows = await seeingWholeOffice(tx, actor.reach, () => landRows(tx, actor.officeId, { subjectId }));
  const shown = landOfSubject(rule, rows, subjectId);
  if (shown === null) return { ...empty, rule: words };
  const over = new Set(overAllocatedParcels(rule, rows));
  const findings = [...new Map(rows.map((row) => [row.parcel_id, row]))].flatMap(([parcelId, row]) =>
    parcelId !== null && over.has(parcelId) ? [parcelSum({ row, rows, rule })] : [],
  );
  return landExplanation.parse({
    ...{
      subjectId,
      year,
      rule: words,
      byMonthSqm: [...shown.byMonthSqm],
      netSqm: shown.netSqm,
      netMu: shown.netMu,
      roundedMu: shown.roundedMu,
    },
    lines: shown.lines.map(({ row, byMonth, ...line }) => ({
      ...{
        ...line,
        byMonth: [...byMonth],
        occupancyId: row.occupancy_id,
        parcel: row.parcel_number ?? '未挂宗地',
        kind: kindWord(row.kind),
      },
      ...{ counterpart: row.counterpart, from: row.from, until: row.until },
    })),
    findings,
  });
}

type Rule = NonNullable<Awaited<ReturnType<typeof findLandRule>>>;
type Rows = Awaited<ReturnType<typeof landRows>>;

/** The sentence for one parcel: what is counted on it against what its holders have. */
export function parcelSum({ row, rows, rule }: { readonly row: Rows[number]; readonly rows: Rows; readonly rule: Rule }): {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
} {
  const onIt = rows.filter(({ parcel_id }) => parcel_id === row.parcel_id);
  let sum = 0;
  for (const subjectId of new Set(onIt.map(({ subject_id }) => subject_id)))
    sum += landOfSubject(rule, onIt, subjectId)?.netSqm ?? 0;
  const { code, message, remedy } = found(
    'parcel_sum',
    {},
    {
      parcel: row.parcel_number ?? '',
      sum: Math.round(sum * 100) / 100,
      area: row.certificate_area_sqm ?? '—',
      year: rule.year,
      rule: ruleInWords(rule).split('；')[0] ?? '',
    },
  );
  return { code, message, remedy };
}

export async function readParcel({ tx, house, actor }: Reading, parcelId: string): Promise<z.infer<typeof getParcel.answer>> {
  const { officeId } = actor;
  const parcel = await oneParcel({ tx, actor }, parcelId);
  const today = businessDay(house.now());
  const [buildings, occupancies] = [
    await page.buildingRows(tx, officeId, parcelId),
    await page.occupancyRows(tx, officeId, { parcelId }),
  ];
  return getParcel.answer.parse({
    parcel: parcelItem.parse(parcelShown(parcel)),
    buildings: buildings.map((row) => ledgerShown(ledgers.building, row, ledgers.building.fields)),
    occupancies: occupancies.map(occupancyShown),
    contracts: (await page.contractRows(tx, officeId, { parcelId })).map((row) => contractShown(row, today)),
    surveys: (await page.surveyRows(tx, officeId, { parcelId })).map(surveyShown),
    leaseTree: leaseTree(occupancies, today),
    floorSqm: floorSpace(buildings, occupancies, today),
  });
}

export async function oneParcel({ tx, actor }: Pick<Reading, 'tx' | 'actor'>, parcelId: string): Promise<Row> {
  const nothing = {
    regionIds: undefined,
    holderId: undefined,
    siteKind: undefined,
    idleKind: undefined,
    tenure: undefined,
    q: undefined,
  };
  const [row] = await page.parcelRows(tx, actor.officeId, { ...nothing, parcelId, sort: 'number', after: undefined, limit: 1 });
  if (row === undefined) throw refuseForm('not_found');
  return row;
}

const isOpen = (row: Row, today: string): boolean =>
  (typeof row.from !== 'string' || row.from <= today) && (typeof row.until !== 'string' || row.until > today);

/** 出租层级 — leases of the parcel, those that sublet behind the one they sublet from. */
function leaseTree(rows: readonly Row[], today: string): Row[] {
  const leases = rows.filter(({ kind, lease_id }) => kind === 'in' && lease_id !== null);
  const tree: Row[] = [];
  const add = (parent: unknown, depth: number): void => {
    for (const row of leases)
      if (isChild(row, parent) && depth < 20) {
        tree.push({
          ...{
            leaseId: row.lease_id,
            parentLeaseId: row.parent_lease_id,
            depth,
            lessor: row.counterpart ?? '不明',
            lessee: row.subject_name,
          },
          ...{
            floorAreaSqm: row.floor_area_sqm,
            landAreaSqm: row.land_area_sqm,
            from: row.from,
            until: row.until,
            current: isOpen(row, today),
          },
        });
        add(row.lease_id, depth + 1);
      }
  };
  const known = new Set(leases.map(({ lease_id }) => lease_id));
  const isChild = (row: Row, parent: unknown): boolean =>
    parent === null ? !known.has(row.parent_lease_id) : row.parent_lease_id === parent;
  add(null, 0);
  return tree;
}

/** Floor space of the buildings, and how much of it is let today at the first level. */
function floorSpace(buildings: readonly Row[], rows: readonly Row[], today: string): Row {
  const sum = (list: readonly Row[]): number => list.reduce((total, row) => total + Number(row.floor_area_sqm ?? 0), 0);
  const leases = rows.filter((row) => row.kind === 'in' && row.parent_lease_id === null && isOpen(row, today));
  const total = buildings.length === 0 ? null : sum(buildings);
  const let_ = sum(leases);
  return {
    total: total === null ? null : total.toFixed(2),
    let: let_.toFixed(2),
    left: total === null ? null : (total - let_).toFixed(2),
  };
}
