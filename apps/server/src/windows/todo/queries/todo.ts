/** SQL of 待办: claims by side, own imports, documents that come due, what others did since an instant. */
import { sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';

/** How many there are in all, listed or not: beside each row, as the limit cuts after the counting. */
const inAll = sql<string>`count(*) OVER ()`.as('in_all');
export const countOf = (rows: readonly { readonly in_all: string }[]): number => Number(rows[0]?.in_all ?? 0);

/**
 * Open claims of the reader's reach, oldest first, with the names of both sides: those that go to these regions, or those that do not.
 * `regionIds` null: every region is the reader's.
 */
export function openClaims(
  tx: Tx,
  officeId: string,
  { regionIds, mine, limit }: { readonly regionIds: readonly string[] | null; readonly mine: boolean; readonly limit: number },
) {
  const claims = tx
    .selectFrom('region_claim')
    .leftJoin('region as giving', (join) =>
      join.on('giving.office_id', '=', officeId).onRef('giving.region_id', '=', 'region_claim.from_region_id'),
    )
    .leftJoin('region as taking', (join) =>
      join.on('taking.office_id', '=', officeId).onRef('taking.region_id', '=', 'region_claim.to_region_id'),
    )
    .select(['claim_id', 'subject_name', 'state', 'from_region_id', 'to_region_id', 'proposed_at'])
    .select(['giving.name as giving_name', 'taking.name as taking_name'])
    .select(inAll)
    .where('region_claim.office_id', '=', officeId)
    .where('region_claim.state', 'in', ['proposed', 'disputed'])
    .where(
      regionIds === null
        ? sql<boolean>`${mine}::boolean`
        : sql<boolean>`(coalesce(region_claim.to_region_id = ANY (${[...regionIds]}::uuid[]), false) = ${mine}::boolean)`,
    );
  return claims.orderBy('claim_id').limit(limit).execute();
}

/** Tried and not brought in, or brought in with rows left out: the reader's own of the last days. */
export const importsToMind = (tx: Tx, officeId: string, { madeBy, from }: { readonly madeBy: string; readonly from: Date }) =>
  tx
    .selectFrom('register_import')
    .innerJoin('job', (join) =>
      join
        .on('job.office_id', '=', officeId)
        .on('job.job_id', '=', sql<string>`coalesce(register_import.run_job_id, register_import.look_job_id)`),
    )
    .select(['import_id', 'number', 'register_import.kind', 'file_name', 'outcome', 'action_id'])
    .where('register_import.office_id', '=', officeId)
    .where('made_by', '=', madeBy)
    .where('made_at', '>=', from)
    .where('undone_at', 'is', null)
    // What is in stands, also in the moment before its job says so.
    .where((where) => where.or([where('action_id', 'is not', null), where('job.state', 'in', ['done', 'failed', 'cancelled'])]))
    .orderBy('number', 'desc')
    .limit(50)
    .execute();

/** In force, and to be examined or ending until a day. */
export const documentsDue = (tx: Tx, officeId: string, { until, limit }: { readonly until: string; readonly limit: number }) =>
  tx
    .selectFrom('document')
    .select(['document_id', 'number', 'title', 'review_due_on', 'effective_until'])
    .select(inAll)
    .where('office_id', '=', officeId)
    .where('standing', 'in', ['in_force', 'on_trial', 'extended'])
    .where((eb) => eb.or([eb('review_due_on', '<=', until), eb('effective_until', '<=', until)]))
    .orderBy(sql`least(coalesce(review_due_on, effective_until), coalesce(effective_until, review_due_on))`)
    .orderBy('document_id')
    .limit(limit)
    .execute();

export const openCorrections = (tx: Tx, officeId: string, limit: number) =>
  tx
    .selectFrom('subject_correction')
    .innerJoin('subject', (join) =>
      join.on('subject.office_id', '=', officeId).onRef('subject.subject_id', '=', 'subject_correction.subject_id'),
    )
    .select(['correction_id', 'subject.name', 'asked_at'])
    .select(inAll)
    .where('subject_correction.office_id', '=', officeId)
    .where('subject_correction.state', '=', 'open')
    .orderBy('asked_at')
    .orderBy('correction_id')
    .limit(limit)
    .execute();

/** Merged evaluations put forward by somebody else than the reader, oldest first. */
export const mergedToSign = (tx: Tx, officeId: string, { but, limit }: { readonly but: string; readonly limit: number }) =>
  tx
    .selectFrom('sign_off')
    .innerJoin('merged_evaluation', (join) =>
      join
        .on('merged_evaluation.office_id', '=', officeId)
        .onRef('merged_evaluation.merged_evaluation_id', '=', 'sign_off.object_id'),
    )
    .select(['sign_off_id', 'sign_off.title', 'proposed_by_name', 'proposed_at', 'merged_evaluation.subject_id'])
    .select(inAll)
    .where('sign_off.office_id', '=', officeId)
    .where('sign_off.kind', '=', 'merged_evaluation')
    .where('sign_off.state', '=', 'proposed')
    .where('proposed_by', '<>', but)
    .orderBy('proposed_at')
    .orderBy('sign_off_id')
    .limit(limit)
    .execute();

export interface Since {
  readonly from: Date;
  /** Others than this person. */
  readonly but: string;
  /** Beginnings of action names: `registry.`. */
  readonly rooms: readonly string[];
  /** Only of subjects that the transaction reaches. */
  readonly reached: boolean;
  /** Newest of each title; all are counted. */
  readonly ofEach: number;
}

/** What was done, newest first. */
export function doneSince(tx: Tx, officeId: string, { from, but, rooms, reached, ofEach }: Since) {
  let query = tx
    .selectFrom('audit_row')
    .select(['seq', 'at', 'action', 'title', 'summary', 'user_name', 'object_kind', 'object_id'])
    .where('office_id', '=', officeId)
    .where('at', '>', from)
    .where('outcome', '=', 'done')
    .where('user_id', 'is not', null)
    .where('user_id', '!=', but)
    .where((eb) => eb.or(rooms.map((room) => eb('action', 'like', `${room}%`))));
  if (reached)
    query = query
      .where('object_kind', '=', 'subject')
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('subject')
            .select('subject.subject_id')
            .where('subject.office_id', '=', officeId)
            .where(sql<boolean>`subject.subject_id::text = audit_row.object_id`),
        ),
      );
  const numbered = query
    .select(sql<string>`count(*) OVER (PARTITION BY title)`.as('of_title'))
    .select(sql<string>`row_number() OVER (PARTITION BY title ORDER BY seq DESC)`.as('nth'))
    .as('numbered');
  return tx.selectFrom(numbered).selectAll().where(sql<boolean>`nth <= ${ofEach}`).orderBy('seq', 'desc').execute();
}
