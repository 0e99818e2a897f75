/** SQL of subjects: what the actions need to keep a subject's cached columns and search terms right. Lists are in `lists.ts`. */
import { sql } from 'kysely';
import type { Reach, Tx } from '../../../store/scope.js';
import type { IdentifierKind, PlaceRole, Scale, StatusKind } from '../kinds.js';
import type { Row } from './rows.js';

export interface Ledgers {
  readonly identifiers: readonly {
    readonly kind: IdentifierKind;
    readonly value: string;
    readonly until: string | null;
    readonly from: string | null;
  }[];
  readonly formerNames: readonly string[];
  readonly accounts: readonly string[];
  readonly industry: string | null;
  readonly scale: Scale | null;
  readonly statuses: readonly StatusKind[];
}

/** What the cached columns of subjects are made of, by subject. `today`: Beijing day. */
export async function ledgersOf(
  tx: Tx,
  officeId: string,
  { subjectIds, today }: { readonly subjectIds: readonly string[]; readonly today: string },
): Promise<ReadonlyMap<string, Ledgers>> {
  const ids = [...subjectIds];
  const identifiers = groupBy(
    await tx
      .selectFrom('subject_identifier')
      .select(['subject_id', 'kind', 'value', 'from', 'until'])
      .where('office_id', '=', officeId)
      .where('subject_id', 'in', ids)
      .orderBy('from', 'desc')
      .orderBy('identifier_id', 'desc')
      .execute(),
  );
  const names = groupBy(
    await tx
      .selectFrom('subject_name')
      .select(['subject_id', 'name'])
      .where('office_id', '=', officeId)
      .where('subject_id', 'in', ids)
      .orderBy('name_id')
      .execute(),
  );
  const meters = groupBy(
    await tx
      .selectFrom('meter')
      .select(['subject_id', 'account'])
      .where('office_id', '=', officeId)
      .where('subject_id', 'in', ids)
      .orderBy('account')
      .execute(),
  );
  const industries = groupBy(
    await tx
      .selectFrom('subject_industry')
      .select(['subject_id', 'code'])
      .where('office_id', '=', officeId)
      .where('subject_id', 'in', ids)
      .where((where) => where.or([where('until', 'is', null), where('until', '>', today)]))
      .orderBy(sql`"from" DESC NULLS LAST`)
      .orderBy('industry_id', 'desc')
      .execute(),
  );
  const scales = groupBy(
    await tx
      .selectFrom('subject_scale')
      .select(['subject_id', 'scale'])
      .where('office_id', '=', officeId)
      .where('subject_id', 'in', ids)
      .orderBy('year', 'desc')
      .execute(),
  );
  const statuses = groupBy(
    await tx
      .selectFrom('subject_status')
      .select(['subject_id', 'kind'])
      .where('office_id', '=', officeId)
      .where('subject_id', 'in', ids)
      .where((where) => where.or([where('until', 'is', null), where('until', '>', today)]))
      .where((where) => where.or([where('from', 'is', null), where('from', '<=', today)]))
      .orderBy('status_id')
      .execute(),
  );
  return new Map(
    ids.map((id) => [
      id,
      {
        identifiers: identifiers.get(id) ?? [],
        formerNames: (names.get(id) ?? []).map(({ name }) => name),
        accounts: (meters.get(id) ?? []).map(({ account }) => account),
        industry: industries.get(id)?.[0]?.code ?? null,
        scale: scales.get(id)?.[0]?.scale ?? null,
        statuses: (statuses.get(id) ?? []).map(({ kind }) => kind),
      },
    ]),
  );
}

function groupBy<R extends { readonly subject_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const known = groups.get(row.subject_id);
    if (known === undefined) groups.set(row.subject_id, [row]);
    else known.push(row);
  }
  return groups;
}

/** Brings the search terms of subjects to what they should be; gives what has to be added. */
export async function removeOtherTerms(
  tx: Tx,
  officeId: string,
  wanted: ReadonlyMap<string, readonly string[]>,
): Promise<{ office_id: string; term: string; subject_id: string }[]> {
  const { rows } = await sql<{ term: string; subject_id: string }>`
    SELECT term, subject_id FROM subject_term WHERE office_id = ${officeId} AND subject_id = ANY (${[...wanted.keys()]}::uuid[])
    ORDER BY subject_id, term`.execute(tx);
  const known = groupBy(rows);
  const fresh: { office_id: string; term: string; subject_id: string }[] = [];
  for (const [subjectId, terms] of wanted) {
    const have = new Set((known.get(subjectId) ?? []).map(({ term }) => term));
    const want = new Set(terms);
    const gone = [...have].filter((term) => !want.has(term));
    if (gone.length > 0)
      await tx
        .deleteFrom('subject_term')
        .where('office_id', '=', officeId)
        .where('subject_id', '=', subjectId)
        .where('term', 'in', gone)
        .execute();
    for (const term of terms) if (!have.has(term)) fresh.push({ office_id: officeId, term, subject_id: subjectId });
  }
  return fresh;
}

/** One change to many subjects. */
export async function updateSubjects(
  tx: Tx,
  officeId: string,
  { ids, set, versioned }: { readonly ids: readonly string[]; readonly set: Row; readonly versioned: boolean },
): Promise<void> {
  const parts = Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  if (versioned) parts.push(sql`version = version + 1`);
  await sql`UPDATE subject SET ${sql.join(parts)} WHERE office_id = ${officeId} AND subject_id = ANY (${[...ids]}::uuid[])`.execute(
    tx,
  );
}

/** Locked in the order of their ids. */
export async function lockSubjects(tx: Tx, officeId: string, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM subject WHERE office_id = ${officeId} AND subject_id = ANY (${[...ids]}::uuid[]) ORDER BY subject_id FOR UPDATE`.execute(
    tx,
  );
  return rows;
}

/** Tables whose rows carry the region of their subject. */
const followers = [
  'subject_identifier',
  'subject_name',
  'subject_place',
  'subject_status',
  'subject_industry',
  'subject_scale',
  'subject_title',
  'transition_period',
  'subject_contact',
  'park_profile',
  'subject_relation',
  'merged_evaluation',
  'merged_evaluation_member',
  'land_contract',
  'occupancy',
  'meter',
  'meter_share',
  'survey',
  'subject_correction',
] as const;

/** The rows of a subject follow it to another region. */
export async function moveFollowers(
  tx: Tx,
  officeId: string,
  { subjectId, regionId }: { readonly subjectId: string; readonly regionId: string | null },
): Promise<void> {
  for (const table of followers)
    await sql`
      UPDATE ${sql.table(table)} SET region_id = ${regionId} WHERE office_id = ${officeId} AND subject_id = ${subjectId}`.execute(
      tx,
    );
}

export interface RegionRow {
  readonly regionId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: string;
}
/** All regions that are or were; a few hundred. */
export async function regionsOf(tx: Tx, officeId: string): Promise<RegionRow[]> {
  const rows = await tx
    .selectFrom('region')
    .select(['region_id', 'parent_id', 'name', 'kind'])
    .where('office_id', '=', officeId)
    .orderBy('sort')
    .orderBy('region_id')
    .execute();
  return rows.map((row) => ({ regionId: row.region_id, parentId: row.parent_id, name: row.name, kind: row.kind }));
}

/**
 * 一时看到全办 — for the one statement that a rule allows it, after the rule has been checked: taking over a subject from a neighbour, the
 * other side of one's own lease, what else is counted on one's parcel. What it finds is shown only as far as it concerns the reader.
 */
export async function seeingWholeOffice<T>(tx: Tx, reach: Reach, work: () => Promise<T>): Promise<T> {
  if (reach.kind === 'office') return work();
  await sql`SET LOCAL muheng.reach = 'office'`.execute(tx);
  const result = await work();
  // One of four words of ours.
  await sql.raw(`SET LOCAL muheng.reach = '${reach.kind}'`).execute(tx);
  return result;
}

/** Places of one role that still hold. */
export const openPlaces = (
  tx: Tx,
  officeId: string,
  { subjectId, role }: { readonly subjectId: string; readonly role: PlaceRole },
) =>
  tx
    .selectFrom('subject_place')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('role', '=', role)
    .where('until', 'is', null)
    .orderBy('place_id')
    .execute();

export async function removeTermsOf(tx: Tx, officeId: string, subjectIds: readonly string[]): Promise<void> {
  await sql`DELETE FROM subject_term WHERE office_id = ${officeId} AND subject_id = ANY (${[...subjectIds]}::uuid[])`.execute(tx);
}
