/** SQL of land: occupancy with what its parcel says, as the net land of a year needs it; and what the checks look at. */
import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { BuildState, OccupancyKind } from '../kinds.js';

export interface LandRow {
  readonly occupancy_id: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly kind: OccupancyKind;
  readonly parcel_id: string | null;
  readonly building_id: string | null;
  readonly counterpart_id: string | null;
  readonly counterpart: string | null;
  readonly lease_id: string | null;
  readonly parent_lease_id: string | null;
  readonly contract_no: string | null;
  readonly share_percent: string | null;
  readonly land_area_sqm: string | null;
  readonly floor_area_sqm: string | null;
  readonly floor_height_m: string | null;
  readonly transferred_on: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly parcel_number: string | null;
  readonly certificate_area_sqm: string | null;
  readonly actual_area_sqm: string | null;
  readonly supplied_area_sqm: string | null;
  readonly build_state: BuildState | null;
  readonly completion_due: string | null;
}

/** Of a subject: its own rows and all others on the same parcels. Of a year: every row that touches it. */
export type LandOf = { readonly subjectId: string } | { readonly parcelId: string } | { readonly year: number };

export async function landRows(tx: Tx, officeId: string, of: LandOf): Promise<LandRow[]> {
  const which =
    'subjectId' in of
      ? sql<SqlBool>`(o.subject_id = ${of.subjectId} OR o.parcel_id IN (
          SELECT parcel_id FROM occupancy WHERE office_id = ${officeId} AND subject_id = ${of.subjectId} AND parcel_id IS NOT NULL))`
      : 'parcelId' in of
        ? sql<SqlBool>`o.parcel_id = ${of.parcelId}`
        : sql<SqlBool>`(o."from" IS NULL OR o."from" < ${`${of.year + 1}-01-01`}) AND (o.until IS NULL OR o.until > ${`${of.year}-01-01`})`;
  const { rows } = await sql<LandRow>`
    SELECT o.occupancy_id, o.subject_id, s.name AS subject_name, o.kind, o.parcel_id, o.building_id, o.counterpart_id,
      coalesce(c.name, o.counterpart_name) AS counterpart, o.lease_id, o.parent_lease_id, o.contract_no, o.share_percent, o.land_area_sqm,
      o.floor_area_sqm, o.floor_height_m, o.transferred_on, o."from", o.until, p.number AS parcel_number, p.certificate_area_sqm,
      p.actual_area_sqm, p.supplied_area_sqm, p.build_state, p.completion_due
    FROM occupancy o
    JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = o.subject_id
    LEFT JOIN subject c ON c.office_id = ${officeId} AND c.subject_id = o.counterpart_id
    LEFT JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = o.parcel_id
    WHERE o.office_id = ${officeId} AND ${which}
    ORDER BY o.subject_id, o."from" NULLS FIRST, o.occupancy_id`.execute(tx);
  return rows;
}

export const findLandRule = (tx: Tx, officeId: string, year: number) =>
  tx.selectFrom('land_rule').selectAll().where('office_id', '=', officeId).where('year', '=', year).executeTakeFirst();
