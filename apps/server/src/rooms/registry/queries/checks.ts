/** SQL of checks and duplicates: candidates by sets, each with what its sentence needs. At most `limit` of a kind. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { CheckKind, DuplicateKind } from '../kinds.js';
import type { Row } from './rows.js';

export interface Asked {
  readonly officeId: string;
  /** Beijing day. */
  readonly today: string;
  /** Day up to which ends are warned of. */
  readonly soon: string;
  readonly limit: number;
}

const names = (officeId: string): RawBuilder<unknown> => sql`
  JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = o.subject_id
  LEFT JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = o.parcel_id`;
const shown = sql`o.subject_id, s.name AS subject_name, o.parcel_id, p.number AS parcel_number`;
const open = (alias: string, today: string): RawBuilder<unknown> =>
  sql`(${sql.ref(`${alias}.from`)} IS NULL OR ${sql.ref(`${alias}.from`)} <= ${today}) AND (${sql.ref(`${alias}.until`)} IS NULL OR ${sql.ref(`${alias}.until`)} > ${today})`;

/** Every check but 宗地合计, which is the engine's arithmetic. */
export type SqlCheck = Exclude<CheckKind, 'parcel_sum'>;

const statements: Readonly<Record<SqlCheck, (asked: Asked) => RawBuilder<Row>>> = {
  // One subject, one way of use, one place, two spans that meet. Renewals that follow one another do not.
  occupancy_overlaps: ({ officeId, limit }) => sql<Row>`
    SELECT ${shown}, o.kind, o.occupancy_id AS row_a, x.occupancy_id AS row_b, o."from" AS from_a, o.until AS until_a, x."from" AS from_b, x.until AS until_b
    FROM occupancy o JOIN occupancy x ON x.office_id = ${officeId} AND x.subject_id = o.subject_id AND x.parcel_id = o.parcel_id AND x.kind = o.kind
      AND x.building_id IS NOT DISTINCT FROM o.building_id AND x.occupancy_id > o.occupancy_id
      AND (o.kind = 'own' OR (x.counterpart_id IS NOT DISTINCT FROM o.counterpart_id AND x.counterpart_name IS NOT DISTINCT FROM o.counterpart_name))
      AND coalesce(o."from", '0001-01-01') < coalesce(x.until, '9999-01-01') AND coalesce(x."from", '0001-01-01') < coalesce(o.until, '9999-01-01')
    ${names(officeId)} WHERE o.office_id = ${officeId} ORDER BY o.occupancy_id, x.occupancy_id LIMIT ${limit}`,
  parcel_over_let: ({ officeId, today, limit }) => sql<Row>`
    SELECT o.parcel_id, min(p.number) AS parcel_number, sum(o.land_area_sqm) AS sum, min(p.certificate_area_sqm) AS area,
      array_agg(o.occupancy_id::text ORDER BY o.occupancy_id) AS row_ids
    FROM occupancy o JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = o.parcel_id
    WHERE o.office_id = ${officeId} AND o.kind = 'in' AND o.parent_lease_id IS NULL AND ${open('o', today)}
    GROUP BY o.parcel_id HAVING sum(o.land_area_sqm) > min(p.certificate_area_sqm) ORDER BY o.parcel_id LIMIT ${limit}`,
  // By building where the lease names one, else by all buildings of the parcel.
  building_over_let: ({ officeId, today, limit }) => sql<Row>`
    SELECT * FROM (
      SELECT o.parcel_id, min(p.number) AS parcel_number, min(b.name) AS building, sum(o.floor_area_sqm) AS sum, min(b.floor_area_sqm) AS area,
        array_agg(o.occupancy_id::text ORDER BY o.occupancy_id) AS row_ids
      FROM occupancy o JOIN building b ON b.office_id = ${officeId} AND b.building_id = o.building_id
        JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = b.parcel_id
      WHERE o.office_id = ${officeId} AND o.kind = 'in' AND o.parent_lease_id IS NULL AND ${open('o', today)}
      GROUP BY o.parcel_id, o.building_id HAVING sum(o.floor_area_sqm) > min(b.floor_area_sqm)
      UNION ALL
      SELECT o.parcel_id, min(p.number), '', sum(o.floor_area_sqm), min(b.total), array_agg(o.occupancy_id::text ORDER BY o.occupancy_id)
      FROM occupancy o JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = o.parcel_id
        JOIN (SELECT parcel_id, sum(floor_area_sqm) AS total FROM building WHERE office_id = ${officeId} AND ${open('building', today)} GROUP BY parcel_id) b
          ON b.parcel_id = o.parcel_id
      WHERE o.office_id = ${officeId} AND o.kind = 'in' AND o.parent_lease_id IS NULL AND ${open('o', today)}
      GROUP BY o.parcel_id HAVING sum(o.floor_area_sqm) > min(b.total)) z
    ORDER BY parcel_id, building LIMIT ${limit}`,
  // The lessor is of the register, and has neither the parcel nor a lease of it.
  lease_without_parent: ({ officeId, today, limit }) => sql<Row>`
    SELECT ${shown}, o.occupancy_id AS row_a, c.name AS lessor FROM occupancy o ${names(officeId)}
    JOIN subject c ON c.office_id = ${officeId} AND c.subject_id = o.counterpart_id
    WHERE o.office_id = ${officeId} AND o.kind = 'in' AND o.parcel_id IS NOT NULL AND ${open('o', today)}
      AND NOT EXISTS (SELECT 1 FROM occupancy h WHERE h.office_id = ${officeId} AND h.subject_id = o.counterpart_id AND h.parcel_id = o.parcel_id
        AND h.kind IN ('own', 'in', 'collective') AND ${open('h', today)})
    ORDER BY o.occupancy_id LIMIT ${limit}`,
  lease_one_sided: ({ officeId, today, limit }) => sql<Row>`
    SELECT ${shown}, o.occupancy_id AS row_a, c.name AS lessor FROM occupancy o ${names(officeId)}
    JOIN subject c ON c.office_id = ${officeId} AND c.subject_id = o.counterpart_id
    WHERE o.office_id = ${officeId} AND o.kind = 'in' AND ${open('o', today)}
      AND NOT EXISTS (SELECT 1 FROM occupancy h WHERE h.office_id = ${officeId} AND h.subject_id = o.counterpart_id AND h.kind = 'out'
        AND (h.lease_id = o.lease_id OR (h.counterpart_id = o.subject_id AND h.parcel_id IS NOT DISTINCT FROM o.parcel_id)))
    ORDER BY o.occupancy_id LIMIT ${limit}`,
  lease_without_contract: ({ officeId, today, limit }) => sql<Row>`
    SELECT ${shown}, o.kind, o.occupancy_id AS row_a FROM occupancy o ${names(officeId)}
    WHERE o.office_id = ${officeId} AND o.kind = 'in' AND o.contract_no IS NULL AND o.note IS NULL AND ${open('o', today)}
    ORDER BY o.occupancy_id LIMIT ${limit}`,
  // Ended within a year, and nothing came after.
  occupancy_expired: ({ officeId, today, limit }) => sql<Row>`
    SELECT ${shown}, o.kind, o.occupancy_id AS row_a, o.until FROM occupancy o ${names(officeId)}
    WHERE o.office_id = ${officeId} AND o.kind = 'in' AND o.until <= ${today} AND o.until > ${today}::date - 365 AND s.status = 'normal'
      AND NOT EXISTS (SELECT 1 FROM occupancy n WHERE n.office_id = ${officeId} AND n.subject_id = o.subject_id AND n.occupancy_id <> o.occupancy_id
        AND coalesce(n.until, '9999-01-01') > o.until AND n.kind IN ('in', 'own', 'collective'))
    ORDER BY o.until, o.occupancy_id LIMIT ${limit}`,
  transition_ends: ({ officeId, today, soon, limit }) => sql<Row>`
    SELECT t.subject_id, s.name AS subject_name, t.transition_period_id AS row_a, t.kind, coalesce(t.extended_until, t.until) AS until
    FROM transition_period t JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = t.subject_id
    WHERE t.office_id = ${officeId} AND coalesce(t.extended_until, t.until) > ${today} AND coalesce(t.extended_until, t.until) <= ${soon}
    ORDER BY coalesce(t.extended_until, t.until), t.transition_period_id LIMIT ${limit}`,
  title_ends: ({ officeId, today, soon, limit }) => sql<Row>`
    SELECT t.subject_id, s.name AS subject_name, t.title_id AS row_a, t.name AS title, t.until
    FROM subject_title t JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = t.subject_id
    WHERE t.office_id = ${officeId} AND t.until > ${today} AND t.until <= ${soon} ORDER BY t.until, t.title_id LIMIT ${limit}`,
  meter_over_shared: ({ officeId, today, limit }) => sql<Row>`
    SELECT min(m.subject_id::text) AS subject_id, min(s.name) AS subject_name, m.account, sum(h.share_percent) AS sum,
      array_agg(h.meter_share_id::text ORDER BY h.meter_share_id) AS row_ids
    FROM meter_share h JOIN meter m ON m.office_id = ${officeId} AND m.meter_id = h.meter_id
      JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = m.subject_id
    WHERE h.office_id = ${officeId} AND ${open('h', today)} GROUP BY m.meter_id, m.account HAVING sum(h.share_percent) > 100
    ORDER BY m.account LIMIT ${limit}`,
  contract_overdue: ({ officeId, today, limit }) => sql<Row>`
    SELECT c.*, s.name AS subject_name, p.number AS parcel_number, c.land_contract_id AS row_a
    FROM land_contract c JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = c.subject_id
      JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = c.parcel_id
    WHERE c.office_id = ${officeId} AND ((c.start_due < ${today} AND c.started_on IS NULL) OR (c.completion_due < ${today} AND c.completed_on IS NULL)
      OR (c.production_due < ${today} AND c.production_accepted_on IS NULL)) ORDER BY c.land_contract_id LIMIT ${limit}`,
  subject_without_code: ({ officeId, limit }) => sql<Row>`
    SELECT s.subject_id, s.name AS subject_name FROM subject s
    WHERE s.office_id = ${officeId} AND s.merged_into IS NULL AND s.credit_code IS NULL AND s.kind IN ('enterprise', 'workshop')
    ORDER BY s.pinyin, s.subject_id LIMIT ${limit}`,
  subject_without_region: ({ officeId, limit }) => sql<Row>`
    SELECT s.subject_id, s.name AS subject_name FROM subject s
    WHERE s.office_id = ${officeId} AND s.merged_into IS NULL AND s.region_id IS NULL ORDER BY s.pinyin, s.subject_id LIMIT ${limit}`,
  place_disputed: ({ officeId, limit }) => sql<Row>`
    SELECT c.subject_id, c.subject_name, c.role, c.note, c.claim_id AS row_a FROM region_claim c
    WHERE c.office_id = ${officeId} AND c.state = 'disputed' ORDER BY c.claim_id LIMIT ${limit}`,
};

export async function checkRows(tx: Tx, kind: SqlCheck, asked: Asked): Promise<readonly Row[]> {
  return (await statements[kind](asked).execute(tx)).rows;
}

export interface DuplicateRow {
  readonly kind: DuplicateKind;
  readonly key: string;
  readonly subject_ids: readonly string[];
}

const liveSubjects = (officeId: string): RawBuilder<unknown> => sql`office_id = ${officeId} AND merged_into IS NULL`;

/** Groups of subjects that may be one; each kind apart, the surest first. */
export async function duplicateRows(tx: Tx, { officeId, limit }: Pick<Asked, 'officeId' | 'limit'>): Promise<DuplicateRow[]> {
  const { rows } = await sql<DuplicateRow>`
    SELECT * FROM (
      SELECT 'same_name' AS kind, 1 AS sort, name_key AS key, array_agg(subject_id::text ORDER BY subject_id) AS subject_ids FROM subject
      WHERE ${liveSubjects(officeId)} GROUP BY name_key HAVING count(*) > 1
      UNION ALL
      SELECT 'same_core_name', 2, core_key, array_agg(subject_id::text ORDER BY subject_id) FROM subject
      WHERE ${liveSubjects(officeId)} AND length(core_key) >= 2 GROUP BY core_key HAVING count(*) > 1 AND count(DISTINCT name_key) > 1
      UNION ALL
      SELECT 'same_certificate', 3, certificate_no, array_agg(DISTINCT holder_id::text ORDER BY holder_id::text) FROM parcel
      WHERE office_id = ${officeId} AND certificate_no IS NOT NULL AND holder_id IS NOT NULL
      GROUP BY certificate_no HAVING count(DISTINCT holder_id) > 1
      UNION ALL
      SELECT 'same_account', 4, account, array_agg(DISTINCT subject_id::text ORDER BY subject_id::text) FROM meter
      WHERE office_id = ${officeId} AND until IS NULL GROUP BY account HAVING count(DISTINCT subject_id) > 1) d
    ORDER BY sort, key LIMIT ${limit}`.execute(tx);
  return rows;
}
