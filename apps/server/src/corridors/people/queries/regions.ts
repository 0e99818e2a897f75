/** SQL over the region tree and its dated codes. */
import { sql, type Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { RegionCodeTable, RegionTable } from '../tables.js';

const validOn = (day: string) => sql<boolean>`"from" <= ${day} AND (until IS NULL OR until > ${day})`;

/** Regions valid on a day, parents before children is not promised: sort and parent make the tree. */
export const listRegions = (tx: Tx, officeId: string, day: string) =>
  tx
    .selectFrom('region')
    .selectAll()
    .where('office_id', '=', officeId)
    .where(validOn(day))
    .orderBy('sort')
    .orderBy('region_id')
    .execute();

export const listRegionCodes = (tx: Tx, officeId: string) =>
  tx.selectFrom('region_code').selectAll().where('office_id', '=', officeId).orderBy('region_id').orderBy('from').execute();

/** The regions themselves and all below them that are valid on a day. */
export async function withDescendants(
  tx: Tx,
  officeId: string,
  of: { regionIds: readonly string[]; day: string },
): Promise<string[]> {
  const { rows } = await sql<{ region_id: string }>`
    WITH RECURSIVE below AS (
      SELECT office_id, region_id FROM region WHERE office_id = ${officeId} AND region_id = ANY (${[...of.regionIds]}::uuid[])
      UNION
      SELECT region.office_id, region.region_id FROM region
        JOIN below ON below.office_id = region.office_id AND below.region_id = region.parent_id
        WHERE region.office_id = ${officeId} AND region."from" <= ${of.day} AND (region.until IS NULL OR region.until > ${of.day})
    ) SELECT region_id FROM below ORDER BY region_id`.execute(tx);
  return rows.map(({ region_id }) => region_id);
}

export const findRegion = (tx: Tx, officeId: string, regionId: string) =>
  tx.selectFrom('region').selectAll().where('office_id', '=', officeId).where('region_id', '=', regionId).executeTakeFirst();

export const insertRegion = (tx: Tx, row: RegionTable) => tx.insertInto('region').values(row).execute();

/** Undefined when the version is not the stored one. */
export const updateRegion = (
  tx: Tx,
  { officeId, regionId, version }: { officeId: string; regionId: string; version: number },
  change: Updateable<RegionTable>,
) =>
  tx
    .updateTable('region')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('region_id', '=', regionId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

/** Another region that bears a code on some day of a period. */
export const findCodeClash = (tx: Tx, officeId: string, { region_id, code, from, until }: Omit<RegionCodeTable, 'office_id'>) =>
  tx
    .selectFrom('region_code')
    .innerJoin('region', (join) =>
      join.onRef('region.office_id', '=', 'region_code.office_id').onRef('region.region_id', '=', 'region_code.region_id'),
    )
    .select(['region.name', 'region_code.from', 'region_code.region_id'])
    .where('region_code.office_id', '=', officeId)
    .where('region_code.code', '=', code)
    .where('region_code.region_id', '!=', region_id)
    .where((where) => where.or([where('region_code.until', 'is', null), where('region_code.until', '>', from)]))
    .$if(until !== null, (query) => query.where('region_code.from', '<', until ?? ''))
    .orderBy('region_code.from')
    .executeTakeFirst();

/** The code that a region bears on a day ends there. */
export const endRegionCodes = (tx: Tx, officeId: string, regionId: string, day: string) =>
  tx
    .updateTable('region_code')
    .set({ until: day })
    .where('office_id', '=', officeId)
    .where('region_id', '=', regionId)
    .where('from', '<', day)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', day)]))
    .execute();

/** A code that would begin on the day or later gives way. */
export const deleteRegionCodesFrom = (tx: Tx, officeId: string, regionId: string, day: string) =>
  tx
    .deleteFrom('region_code')
    .where('office_id', '=', officeId)
    .where('region_id', '=', regionId)
    .where('from', '>=', day)
    .execute();

export const insertRegionCode = (tx: Tx, row: RegionCodeTable) => tx.insertInto('region_code').values(row).execute();

/** Which code is borne by which region on a day. @source trust R83 */
export const regionCodesOn = (tx: Tx, officeId: string, day: string) =>
  tx
    .selectFrom('region_code')
    .select(['code', 'region_id'])
    .where('office_id', '=', officeId)
    .where(validOn(day))
    .orderBy('code')
    .execute();
