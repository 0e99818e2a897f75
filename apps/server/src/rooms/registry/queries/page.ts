/** SQL of one subject's page and one parcel's page: every ledger by its owner. */
import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { Row } from './rows.js';

/** The subject with the names of its region and park; merged ones too. */
export const findSubject = (tx: Tx, officeId: string, subjectId: string) =>
  tx
    .selectFrom('subject')
    .leftJoin('region', (join) =>
      join.onRef('region.office_id', '=', 'subject.office_id').onRef('region.region_id', '=', 'subject.region_id'),
    )
    .leftJoin('subject as park', (join) =>
      join.onRef('park.office_id', '=', 'subject.office_id').onRef('park.subject_id', '=', 'subject.park_id'),
    )
    .selectAll('subject')
    .select(['region.name as region_name', 'park.name as park_name'])
    .where('subject.office_id', '=', officeId)
    .where('subject.subject_id', '=', subjectId)
    .executeTakeFirst();

export type Owner = { readonly subjectId: string } | { readonly parcelId: string };
const owned = (of: Owner, alias: string) =>
  'subjectId' in of
    ? sql<SqlBool>`${sql.ref(`${alias}.subject_id`)} = ${of.subjectId}`
    : sql<SqlBool>`${sql.ref(`${alias}.parcel_id`)} = ${of.parcelId}`;

const run = async (query: ReturnType<typeof sql<Row>>, tx: Tx): Promise<Row[]> => (await query.execute(tx)).rows;

/** Plain ledgers of a subject, newest first. */
export const ledgerRows = (
  tx: Tx,
  officeId: string,
  { table, idColumn, subjectId }: { readonly table: string; readonly idColumn: string; readonly subjectId: string },
) =>
  run(
    sql<Row>`SELECT * FROM ${sql.table(table)} WHERE office_id = ${officeId} AND subject_id = ${subjectId} ORDER BY ${sql.ref(idColumn)}`,
    tx,
  );

export const placeRows = (tx: Tx, officeId: string, subjectId: string) =>
  run(
    sql<Row>`SELECT p.*, r.name AS place_region_name FROM subject_place p
      LEFT JOIN region r ON r.office_id = ${officeId} AND r.region_id = p.place_region_id
      WHERE p.office_id = ${officeId} AND p.subject_id = ${subjectId} ORDER BY p.role, p.place_id`,
    tx,
  );

const occupancySelect = sql`SELECT o.*, s.name AS subject_name, p.number AS parcel_number, b.name AS building_name, coalesce(c.name, o.counterpart_name) AS counterpart
  FROM occupancy o`;
const occupancyJoins = (officeId: string) => sql`
  JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = o.subject_id
  LEFT JOIN subject c ON c.office_id = ${officeId} AND c.subject_id = o.counterpart_id
  LEFT JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = o.parcel_id
  LEFT JOIN building b ON b.office_id = ${officeId} AND b.building_id = o.building_id`;
export const occupancyRows = (tx: Tx, officeId: string, of: Owner) =>
  run(
    sql<Row>`${occupancySelect} ${occupancyJoins(officeId)} WHERE o.office_id = ${officeId} AND ${owned(of, 'o')}
      ORDER BY o."from" NULLS FIRST, o.occupancy_id`,
    tx,
  );

/** 租户 — whoever rents from this subject, or uses a parcel that it holds: found first, named and sorted then. */
export const tenantRows = (tx: Tx, officeId: string, subjectId: string) =>
  run(
    sql<Row>`WITH found AS MATERIALIZED (
        SELECT occupancy_id FROM occupancy WHERE office_id = ${officeId} AND counterpart_id = ${subjectId}
        UNION SELECT t.occupancy_id FROM parcel h JOIN occupancy t ON t.office_id = ${officeId} AND t.parcel_id = h.parcel_id
          WHERE h.office_id = ${officeId} AND h.holder_id = ${subjectId}),
      used AS MATERIALIZED (
        SELECT o.* FROM found JOIN occupancy o ON o.office_id = ${officeId} AND o.occupancy_id = found.occupancy_id
        WHERE o.kind = 'in' AND o.subject_id <> ${subjectId})
      SELECT o.*, s.name AS subject_name, p.number AS parcel_number, b.name AS building_name, coalesce(c.name, o.counterpart_name) AS counterpart
      FROM used o ${occupancyJoins(officeId)} ORDER BY s.pinyin, o.occupancy_id LIMIT 500`,
    tx,
  );

export const contractRows = (tx: Tx, officeId: string, of: Owner) =>
  run(
    sql<Row>`SELECT c.*, p.number AS parcel_number FROM land_contract c
      JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = c.parcel_id
      WHERE c.office_id = ${officeId} AND ${owned(of, 'c')} ORDER BY c.signed_on NULLS FIRST, c.land_contract_id`,
    tx,
  );

/** Splits that the subject takes part in, and those of its own meters. */
export const shareRows = (tx: Tx, officeId: string, subjectId: string) =>
  run(
    sql<Row>`SELECT h.*, s.name AS subject_name, m.account FROM meter_share h
      JOIN meter m ON m.office_id = ${officeId} AND m.meter_id = h.meter_id
      JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = h.subject_id
      WHERE h.office_id = ${officeId} AND h.meter_share_id IN (
        SELECT meter_share_id FROM meter_share WHERE office_id = ${officeId} AND subject_id = ${subjectId}
        UNION SELECT x.meter_share_id FROM meter y JOIN meter_share x ON x.office_id = ${officeId} AND x.meter_id = y.meter_id
          WHERE y.office_id = ${officeId} AND y.subject_id = ${subjectId})
      ORDER BY m.account, h."from" NULLS FIRST, h.meter_share_id`,
    tx,
  );

export const relationRows = (tx: Tx, officeId: string, subjectId: string) =>
  run(
    sql<Row>`SELECT r.*, o.name AS other_name FROM subject_relation r
      JOIN subject o ON o.office_id = ${officeId} AND o.subject_id = r.other_id
      WHERE r.office_id = ${officeId} AND r.subject_id = ${subjectId} ORDER BY r.relation_id`,
    tx,
  );

export const surveyRows = (tx: Tx, officeId: string, of: Owner) =>
  run(
    sql<Row>`SELECT v.* FROM survey v WHERE v.office_id = ${officeId} AND ${owned(of, 'v')} ORDER BY v.surveyed_on, v.survey_id`,
    tx,
  );

export const buildingRows = (tx: Tx, officeId: string, parcelId: string) =>
  run(sql<Row>`SELECT * FROM building WHERE office_id = ${officeId} AND parcel_id = ${parcelId} ORDER BY name, building_id`, tx);

export interface ParcelAsked {
  readonly regionIds: readonly string[] | undefined;
  readonly holderId: string | undefined;
  readonly siteKind: string | undefined;
  readonly idleKind: string | undefined;
  readonly tenure: string | undefined;
  readonly q: string | undefined;
  readonly sort: 'number' | 'region' | 'area';
  readonly after: { readonly value: string | null; readonly second: string | null; readonly id: string } | undefined;
  readonly limit: number;
  readonly parcelId?: string;
}

export async function parcelRows(tx: Tx, officeId: string, asked: ParcelAsked): Promise<Row[]> {
  const conditions = [sql<SqlBool>`p.office_id = ${officeId}`];
  if (asked.parcelId !== undefined) conditions.push(sql<SqlBool>`p.parcel_id = ${asked.parcelId}`);
  if (asked.regionIds !== undefined) conditions.push(sql<SqlBool>`p.region_id = ANY (${[...asked.regionIds]}::uuid[])`);
  if (asked.holderId !== undefined)
    conditions.push(
      sql<SqlBool>`p.parcel_id IN (SELECT parcel_id FROM occupancy WHERE office_id = ${officeId} AND subject_id = ${asked.holderId})`,
    );
  for (const [column, value] of [
    ['site_kind', asked.siteKind],
    ['idle_kind', asked.idleKind],
    ['tenure', asked.tenure],
  ] as const)
    if (value !== undefined) conditions.push(sql<SqlBool>`${sql.ref(`p.${column}`)} = ${value}`);
  if (asked.q !== undefined)
    conditions.push(
      sql<SqlBool>`(starts_with(p.number, ${asked.q}) OR strpos(p.certificate_no, ${asked.q}) > 0 OR strpos(h.name, ${asked.q}) > 0)`,
    );
  const { after } = asked;
  // Areas begin at zero; none at all sorts last, as −1 in descending order.
  const key =
    asked.sort === 'area'
      ? sql`coalesce(p.certificate_area_sqm, -1)`
      : asked.sort === 'region'
        ? sql`coalesce(p.region_id::text, '~')`
        : sql`p.number`;
  const way = asked.sort === 'area' ? sql`DESC` : sql`ASC`;
  if (after !== undefined) {
    const value = asked.sort === 'area' ? sql`${after.value}::numeric` : sql`${after.value}`;
    conditions.push(
      asked.sort === 'area'
        ? sql<SqlBool>`(${key}, p.number, p.parcel_id) < (${value}, ${after.second}, ${after.id})`
        : sql<SqlBool>`(${key}, p.number, p.parcel_id) > (${value}, ${after.second}, ${after.id})`,
    );
  }
  return run(
    sql<Row>`SELECT p.*, h.name AS holder_name, r.name AS region_name, ${key} AS sort_key FROM parcel p
      LEFT JOIN subject h ON h.office_id = ${officeId} AND h.subject_id = p.holder_id
      LEFT JOIN region r ON r.office_id = ${officeId} AND r.region_id = p.region_id
      WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY ${key} ${way}, p.number ${way}, p.parcel_id ${way} LIMIT ${asked.limit}`,
    tx,
  );
}

export const claimRows = (
  tx: Tx,
  officeId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
) =>
  run(
    sql<Row>`SELECT c.*, f.name AS from_region_name, t.name AS to_region_name FROM region_claim c
      LEFT JOIN region f ON f.office_id = ${officeId} AND f.region_id = c.from_region_id
      JOIN region t ON t.office_id = ${officeId} AND t.region_id = c.to_region_id
      WHERE c.office_id = ${officeId} AND c.state IN ('proposed', 'disputed') ${after === undefined ? sql`` : sql`AND c.claim_id > ${after}`}
      ORDER BY c.claim_id LIMIT ${limit}`,
    tx,
  );

export async function findSurvey(tx: Tx, officeId: string, surveyId: string): Promise<Row | undefined> {
  return (await run(sql<Row>`SELECT * FROM survey WHERE office_id = ${officeId} AND survey_id = ${surveyId}`, tx))[0];
}
