/** SQL of the history: rows as they were, with the action that changed them. */
import { type Insertable, sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { SupersededTable } from '../tables.js';

/** An action that touches a row twice keeps the first state: that is what it found. */
export async function addSuperseded(tx: Tx, rows: readonly Insertable<SupersededTable>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('superseded')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['office_id', 'action_id', 'kind', 'row_id']).doNothing())
    .execute();
}

/** Newest first; of the running action no audit row stands yet, so it comes before all. */
const withAction = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('superseded as was')
    .leftJoin('audit_row as row', (join) =>
      join.onRef('row.office_id', '=', 'was.office_id').onRef('row.audit_id', '=', 'was.action_id'),
    )
    .select(['was.superseded_id', 'was.at', 'was.action_id', 'was.kind', 'was.row_id', 'was.subject_id', 'was.before'])
    .select(['row.seq', 'row.action', 'row.title', 'row.user_id', 'row.user_name', 'row.reason', 'row.summary'])
    .where('was.office_id', '=', officeId)
    .orderBy(sql`row.seq DESC NULLS FIRST`)
    .orderBy('was.superseded_id', 'desc');

export type Of = { readonly kind: string; readonly id: string } | { readonly subjectId: string };

export const findHistory = (tx: Tx, officeId: string, { of, limit }: { readonly of: Of; readonly limit: number }) =>
  withAction(tx, officeId)
    .where((where) =>
      'subjectId' in of
        ? where('was.subject_id', '=', of.subjectId)
        : where.and([where('was.kind', '=', of.kind), where('was.row_id', '=', of.id)]),
    )
    .limit(limit)
    .execute();

/** What one action changed, and for each row whether a later action touched it. */
export const findChangesOf = (tx: Tx, officeId: string, actionId: string) =>
  withAction(tx, officeId)
    .where('was.action_id', '=', actionId)
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('superseded as later')
            .innerJoin('audit_row as later_row', (join) =>
              join.onRef('later_row.office_id', '=', 'later.office_id').onRef('later_row.audit_id', '=', 'later.action_id'),
            )
            .select('later.superseded_id')
            .where('later.office_id', '=', officeId)
            .where('later_row.office_id', '=', officeId)
            .whereRef('later.kind', '=', 'was.kind')
            .whereRef('later.row_id', '=', 'was.row_id')
            .whereRef('later_row.seq', '>', 'row.seq'),
        )
        .as('touched_later'),
    )
    .execute();
