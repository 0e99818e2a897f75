/**
 * SQL of lists — the register by filter and sort, page after page by the key of the last row (never by offset), its totals, and search.
 * Under row-level security an index serves only what is leak-proof: =, <, starts_with on texts and ids, not LIKE and not arrays.
 */
import { type ExpressionBuilder, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from '../../../store/schema.js';
import type { Tx } from '../../../store/scope.js';
import type { FilterCondition } from '../contract.js';
import type { Scale, StatusKind, SubjectKind } from '../kinds.js';
import type { SubjectTable } from '../tables.js';
import { termRange } from '../terms.js';

/** A filter with its words resolved: regions with those below, the day that counts. */
export interface SubjectFilter {
  readonly kind?: SubjectKind | undefined;
  readonly regionIds?: readonly string[] | undefined;
  readonly parkId?: string | undefined;
  readonly status?: StatusKind | undefined;
  readonly scale?: Scale | undefined;
  readonly industry?: string | undefined;
  readonly title?: string | undefined;
  readonly inTransition?: boolean | undefined;
  readonly q?: string | undefined;
  readonly conditions: readonly FilterCondition[];
  readonly subjectIds?: readonly string[] | undefined;
  readonly today: string;
}

type Column = keyof SubjectTable;
export interface Sort {
  readonly column: Column;
  readonly direction: 'asc' | 'desc';
  /** Rows without a value come last. */
  readonly nullable: boolean;
}
export const sorts = {
  name: { column: 'pinyin', direction: 'asc', nullable: false },
  code: { column: 'credit_code', direction: 'asc', nullable: true },
  region: { column: 'region_id', direction: 'asc', nullable: true },
  updated: { column: 'updated_at', direction: 'desc', nullable: false },
  industry: { column: 'industry_code', direction: 'asc', nullable: true },
  status: { column: 'status', direction: 'asc', nullable: false },
  founded: { column: 'founded_on', direction: 'asc', nullable: true },
  production: { column: 'production_from', direction: 'asc', nullable: true },
} as const satisfies Readonly<Record<string, Sort>>;
export type SortName = keyof typeof sorts;

/** Where a page ended: the sort's value of the last row (the region's name within it), and its id. */
export interface Cursor {
  readonly value: string | null;
  readonly second: string | null;
  readonly id: string;
}

const fieldColumns: Readonly<Record<FilterCondition['field'], Column>> = {
  name: 'name',
  creditCode: 'credit_code',
  industryCode: 'industry_code',
  regionId: 'region_id',
  parkId: 'park_id',
  status: 'status',
  scale: 'scale',
  kind: 'kind',
  address: 'address',
  foundedOn: 'founded_on',
  productionFrom: 'production_from',
  endedOn: 'ended_on',
  updatedAt: 'updated_at',
};

type Query = SelectQueryBuilder<Schema, 'subject', object>;
const base = (tx: Tx, officeId: string): Query =>
  tx.selectFrom('subject').where('subject.office_id', '=', officeId).where('subject.merged_into', 'is', null);

function filtered(tx: Tx, officeId: string, filter: SubjectFilter): Query {
  let query = base(tx, officeId);
  if (filter.kind !== undefined) query = query.where('subject.kind', '=', filter.kind);
  if (filter.regionIds !== undefined)
    query = query.where('subject.region_id', 'in', filter.regionIds.length > 0 ? [...filter.regionIds] : [nobody]);
  if (filter.parkId !== undefined) query = query.where('subject.park_id', '=', filter.parkId);
  if (filter.scale !== undefined) query = query.where('subject.scale', '=', filter.scale);
  if (filter.industry !== undefined)
    query = query
      .where('subject.industry_code', '>=', filter.industry)
      .where('subject.industry_code', '<', `${filter.industry}~`);
  if (filter.subjectIds !== undefined)
    query = query.where('subject.subject_id', 'in', filter.subjectIds.length > 0 ? [...filter.subjectIds] : [nobody]);
  if (filter.status !== undefined) query = query.where(withStatus(officeId, filter.status, filter.today));
  if (filter.title !== undefined)
    query = query.where(sql<SqlBool>`EXISTS (
      SELECT 1 FROM subject_title t WHERE t.office_id = ${officeId} AND t.subject_id = subject.subject_id AND t.name = ${filter.title}
      AND (t."from" IS NULL OR t."from" <= ${filter.today}) AND (t.until IS NULL OR t.until > ${filter.today}))`);
  if (filter.inTransition !== undefined) {
    const has = sql<SqlBool>`EXISTS (
      SELECT 1 FROM transition_period p WHERE p.office_id = ${officeId} AND p.subject_id = subject.subject_id
      AND (p."from" IS NULL OR p."from" <= ${filter.today}) AND coalesce(p.extended_until, p.until, '9999-01-01'::date) > ${filter.today})`;
    query = query.where(filter.inTransition ? has : sql<SqlBool>`NOT ${has}`);
  }
  const range = filter.q === undefined ? undefined : termRange(filter.q);
  if (range !== undefined)
    query = query.where('subject.subject_id', 'in', (from) =>
      from
        .selectFrom('subject_term')
        .select('subject_term.subject_id')
        .where('subject_term.office_id', '=', officeId)
        .where('term', '>=', range.from)
        .where('term', '<', range.before),
    );
  for (const condition of filter.conditions) query = query.where((where) => conditionOf(where, condition));
  return query;
}
const nobody = '00000000-0000-0000-0000-000000000000';

/** A status beside the weightiest one counts too: 抵押 of an enterprise that has stopped. 正常 has no row. */
const withStatus = (officeId: string, status: StatusKind, today: string): RawBuilder<SqlBool> =>
  status === 'normal'
    ? sql<SqlBool>`subject.status = 'normal'`
    : sql<SqlBool>`(subject.status = ${status} OR EXISTS (
        SELECT 1 FROM subject_status s WHERE s.office_id = ${officeId} AND s.subject_id = subject.subject_id AND s.kind = ${status}
        AND (s."from" IS NULL OR s."from" <= ${today}) AND (s.until IS NULL OR s.until > ${today})))`;

function conditionOf(_where: ExpressionBuilder<Schema, 'subject'>, { field, op, value }: FilterCondition): RawBuilder<SqlBool> {
  const column = sql.ref(`subject.${fieldColumns[field]}`);
  const [one = '', other = ''] = Array.isArray(value) ? value : [value];
  const date =
    field.endsWith('On') || field === 'productionFrom'
      ? sql`::date`
      : field === 'updatedAt'
        ? sql`::timestamptz`
        : field.endsWith('Id')
          ? sql`::uuid`
          : sql``;
  switch (op) {
    case '=':
      return sql<SqlBool>`${column} = ${one}${date}`;
    case '≠':
      return sql<SqlBool>`(${column} <> ${one}${date} OR ${column} IS NULL)`;
    case '>':
      return sql<SqlBool>`${column} > ${one}${date}`;
    case '≥':
      return sql<SqlBool>`${column} >= ${one}${date}`;
    case '<':
      return sql<SqlBool>`${column} < ${one}${date}`;
    case '≤':
      return sql<SqlBool>`${column} <= ${one}${date}`;
    case 'empty':
      return sql<SqlBool>`${column} IS NULL`;
    case 'notEmpty':
      return sql<SqlBool>`${column} IS NOT NULL`;
    case 'contains':
      return sql<SqlBool>`strpos(${column}::text, ${one}) > 0`;
    case 'between':
      return sql<SqlBool>`${column} >= ${one}${date} AND ${column} <= ${other}${date}`;
  }
}

export type SubjectRow = Awaited<ReturnType<typeof pageOf>>[number];

/** One page of the filter in the order of the sort, beginning behind the cursor; at most `limit` rows. */
export async function listRows(
  tx: Tx,
  officeId: string,
  asked: { readonly filter: SubjectFilter; readonly sort: SortName; readonly after: Cursor | undefined; readonly limit: number },
): Promise<SubjectRow[]> {
  const { nullable } = sorts[asked.sort];
  if (!nullable) return pageOf(tx, officeId, { ...asked, part: 'all' });
  // First the rows with a value, by the index; then those without one.
  const first =
    asked.after !== undefined && asked.after.value === null ? [] : await pageOf(tx, officeId, { ...asked, part: 'valued' });
  if (first.length === asked.limit) return first;
  const after = asked.after?.value === null ? asked.after : undefined;
  return [...first, ...(await pageOf(tx, officeId, { ...asked, after, limit: asked.limit - first.length, part: 'empty' }))];
}

function pageOf(
  tx: Tx,
  officeId: string,
  asked: {
    readonly filter: SubjectFilter;
    readonly sort: SortName;
    readonly after: Cursor | undefined;
    readonly limit: number;
    readonly part: 'all' | 'valued' | 'empty';
  },
) {
  const { column, direction } = sorts[asked.sort];
  const byRegion = asked.sort === 'region';
  const sorted = sql.ref(`subject.${column}`);
  const way = direction === 'desc' ? sql`DESC` : sql`ASC`;
  const beyond = direction === 'desc' ? sql`<` : sql`>`;
  let query = filtered(tx, officeId, asked.filter);
  if (asked.part === 'valued') query = query.where(sql<SqlBool>`${sorted} IS NOT NULL`);
  if (asked.part === 'empty') query = query.where(sql<SqlBool>`${sorted} IS NULL`);
  const { after } = asked;
  if (after !== undefined) {
    const secondKey = byRegion ? sql`, subject.pinyin` : sql``;
    const secondValue = byRegion ? sql`, ${after.second}` : sql``;
    query =
      asked.part === 'empty'
        ? query.where(
            byRegion
              ? sql<SqlBool>`(subject.pinyin, subject.subject_id) > (${after.second}, ${after.id})`
              : sql<SqlBool>`subject.subject_id > ${after.id}`,
          )
        : query.where(
            sql<SqlBool>`(${sorted}${secondKey}, subject.subject_id) ${beyond} (${after.value}${secondValue}, ${after.id})`,
          );
  }
  if (asked.part !== 'empty') query = query.orderBy(sql`${sorted} ${way}`);
  if (byRegion) query = query.orderBy('subject.pinyin');
  return query
    .leftJoin('region', (join) =>
      join.onRef('region.office_id', '=', 'subject.office_id').onRef('region.region_id', '=', 'subject.region_id'),
    )
    .leftJoin('subject as park', (join) =>
      join.onRef('park.office_id', '=', 'subject.office_id').onRef('park.subject_id', '=', 'subject.park_id'),
    )
    .selectAll('subject')
    .select(['region.name as region_name', 'park.name as park_name'])
    .orderBy(sql`subject.subject_id ${way}`)
    .limit(asked.limit)
    .execute();
}

export const countRows = (tx: Tx, officeId: string, filter: SubjectFilter) =>
  filtered(tx, officeId, filter)
    .select(['subject.status', 'subject.scale'])
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['subject.status', 'subject.scale'])
    .orderBy('subject.status')
    .orderBy('subject.scale')
    .execute();

/** Ids of a filter in the order of names; one more than `most` when there are more. */
export async function idsOf(
  tx: Tx,
  officeId: string,
  { filter, most }: { readonly filter: SubjectFilter; readonly most: number },
): Promise<string[]> {
  const rows = await filtered(tx, officeId, filter)
    .select('subject.subject_id')
    .orderBy('subject.pinyin')
    .orderBy('subject.subject_id')
    .limit(most + 1)
    .execute();
  return rows.map(({ subject_id }) => subject_id);
}

/** Subjects by words, best first: at most `limit`. */
export async function searchRows(
  tx: Tx,
  officeId: string,
  { q, limit, wholeOffice }: { readonly q: string; readonly limit: number; readonly wholeOffice: boolean },
) {
  const range = termRange(q);
  if (range === undefined) return [];
  // In a whole office the first keys are enough; with a narrower reach most of them may be somebody else's.
  const most = wholeOffice ? sql`LIMIT ${limit * 8}` : sql``;
  const { rows } = await sql<{
    subject_id: string;
    name: string;
    kind: SubjectKind;
    status: StatusKind;
    credit_code: string | null;
    region_name: string | null;
    merged_into: string | null;
  }>`
    SELECT s.subject_id, s.name, s.kind, s.status, s.credit_code, r.name AS region_name, s.merged_into
    FROM (SELECT subject_id, min(term) AS term FROM (
            SELECT subject_id, term FROM subject_term
            WHERE office_id = ${officeId} AND term >= ${range.from} AND term < ${range.before} ORDER BY term ${most}) k
          GROUP BY subject_id) f
    JOIN subject s ON s.office_id = ${officeId} AND s.subject_id = f.subject_id
    LEFT JOIN region r ON r.office_id = ${officeId} AND r.region_id = s.region_id
    WHERE s.merged_into IS NULL
    ORDER BY f.term, s.pinyin, s.subject_id LIMIT ${limit}`.execute(tx);
  return rows;
}
