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

/** The newest state of a row under one version; found from the newest on, so that a version of a moment ago costs one look. */
export const findVersion = (
  tx: Tx,
  officeId: string,
  { kind, id, version }: { readonly kind: string; readonly id: string; readonly version: number },
) =>
  tx
    .selectFrom('superseded')
    .select('before')
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .where('row_id', '=', id)
    .where(sql<string>`before ->> 'version'`, '=', String(version))
    .orderBy('superseded_id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** A done action in the ledger. */
export const findDone = (tx: Tx, officeId: string, actionId: string) =>
  tx
    .selectFrom('audit_row')
    .select(['seq', 'action'])
    .where('office_id', '=', officeId)
    .where('audit_id', '=', actionId)
    .where('outcome', '=', 'done')
    .executeTakeFirst();

/** How many rows of each kind one action made, and how many it changed or removed. */
export const countChanges = (tx: Tx, officeId: string, actionId: string) =>
  tx
    .selectFrom('superseded')
    .select((select) => ['kind', select.fn.countAll<string>().as('rows'), select.fn.count<string>('before').as('changed')])
    .where('office_id', '=', officeId)
    .where('action_id', '=', actionId)
    .groupBy('kind')
    .orderBy('kind')
    .execute();

export interface ChangesWanted {
  readonly actionId: string;
  readonly kind: string;
  /** Rows it made, or rows it changed or removed. */
  readonly made: boolean;
  readonly after: string;
  readonly limit: number;
}

/** By the id of the row: an action of hundreds of thousands is read in parts. */
export const findChanges = (tx: Tx, officeId: string, { actionId, kind, made, after, limit }: ChangesWanted) =>
  tx
    .selectFrom('superseded')
    .select(['kind', 'row_id', 'subject_id', 'before'])
    .where('office_id', '=', officeId)
    .where('action_id', '=', actionId)
    .where('kind', '=', kind)
    .where('row_id', '>', after)
    .where('before', made ? 'is' : 'is not', null)
    .orderBy('row_id')
    .limit(limit)
    .execute();

/** Of these rows those that a done action after `seq` touched, with the newest or the first such action and what it found. */
export const findTouches = (
  tx: Tx,
  officeId: string,
  {
    seq,
    kind,
    ids,
    newest,
  }: { readonly seq: number; readonly kind: string; readonly ids: readonly string[]; readonly newest: boolean },
) =>
  tx
    .selectFrom('superseded as later')
    .innerJoin('audit_row as row', (join) =>
      join.onRef('row.office_id', '=', 'later.office_id').onRef('row.audit_id', '=', 'later.action_id'),
    )
    .distinctOn('later.row_id')
    .select(['later.row_id', 'later.subject_id', 'later.before', 'row.at', 'row.user_name', 'row.title'])
    .where('later.office_id', '=', officeId)
    .where('row.office_id', '=', officeId)
    .where('later.kind', '=', kind)
    .where('later.row_id', '=', sql<string>`ANY (${[...ids]}::text[])`)
    .where('row.seq', '>', seq)
    .orderBy('later.row_id')
    .orderBy('row.seq', newest ? 'desc' : 'asc')
    .execute();
