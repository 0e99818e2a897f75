/** SQL over documents, clauses and reviews. */
import { sql, type Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { DocumentKind, Standing } from '../kinds.js';
import type { DocumentClauseTable, DocumentReviewTable, DocumentTable } from '../tables.js';

export interface DocumentFilter {
  readonly words?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly standing?: Standing | undefined;
}

/** All of them, latest first: a library has hundreds, entered one by one, and the state of a day is worked out, not stored. */
export function listDocuments(tx: Tx, officeId: string, { words, kind, standing }: DocumentFilter) {
  let query = withSuccessor(tx, officeId)
    .select((eb) => [
      eb
        .selectFrom('document_clause')
        .select((count) => count.fn.countAll<number>().as('clauses'))
        .where('document_clause.office_id', '=', officeId)
        .whereRef('document_clause.document_id', '=', 'document.document_id')
        .as('clauses'),
      eb
        .selectFrom('document_file')
        .select((count) => count.fn.countAll<number>().as('files'))
        .where('document_file.office_id', '=', officeId)
        .whereRef('document_file.document_id', '=', 'document.document_id')
        .as('files'),
    ])
    .where('document.office_id', '=', officeId);
  if (kind !== undefined) query = query.where('document.kind', '=', kind);
  if (standing !== undefined) query = query.where('document.standing', '=', standing);
  if (words !== undefined && words !== '') {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('document.number', 'like', like),
        eb('document.title', 'like', like),
        eb('document.issuer', 'like', like),
        eb.exists(
          eb
            .selectFrom('document_clause')
            .select('path')
            .where('document_clause.office_id', '=', officeId)
            .whereRef('document_clause.document_id', '=', 'document.document_id')
            .where('text', 'like', like),
        ),
      ]),
    );
  }
  return query.orderBy(sql`document.issued_on DESC NULLS LAST`).orderBy('document.document_id').execute();
}

/** With the day from which the document that supersedes it counts. */
const withSuccessor = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('document')
    .leftJoin('document as successor', (join) =>
      join.on('successor.office_id', '=', officeId).onRef('successor.document_id', '=', 'document.superseded_by'),
    )
    .selectAll('document')
    .select((eb) => eb.fn.coalesce('successor.effective_from', 'successor.issued_on').as('successorFrom'));

/** All that a text may cite. */
export const listCitable = (tx: Tx, officeId: string) =>
  withSuccessor(tx, officeId).where('document.office_id', '=', officeId).orderBy('document.document_id').execute();

export const findDocumentWithSuccessor = (tx: Tx, officeId: string, documentId: string) =>
  withSuccessor(tx, officeId)
    .where('document.office_id', '=', officeId)
    .where('document.document_id', '=', documentId)
    .executeTakeFirst();

/** Documents that this one supersedes. */
export const listPredecessors = (tx: Tx, officeId: string, documentId: string) =>
  tx
    .selectFrom('document')
    .select(['document_id', 'number', 'title', 'effective_from'])
    .where('office_id', '=', officeId)
    .where('superseded_by', '=', documentId)
    .orderBy('effective_from')
    .orderBy('document_id')
    .execute();

export const findDocument = (tx: Tx, officeId: string, documentId: string) =>
  tx
    .selectFrom('document')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();

/** One at a time within an office, until its transaction ends; readers and the rest of the office go on. */
export const holdLibrary = (tx: Tx, officeId: string) =>
  tx.selectFrom('office').select('office_id').where('office_id', '=', officeId).orderBy('office_id').forNoKeyUpdate().execute();

export const findByNumber = (tx: Tx, officeId: string, number: string) =>
  tx.selectFrom('document').selectAll().where('office_id', '=', officeId).where('number', '=', number).executeTakeFirst();

export const insertDocument = (tx: Tx, row: DocumentTable) => tx.insertInto('document').values(row).execute();

export interface Versioned {
  readonly officeId: string;
  readonly id: string;
  readonly version: number;
}

/** Undefined when the version is not the stored one. */
export const updateDocument = (tx: Tx, { officeId, id, version }: Versioned, change: Updateable<DocumentTable>) =>
  tx
    .updateTable('document')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('document_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

export const listClauses = (tx: Tx, officeId: string, documentId: string) =>
  tx
    .selectFrom('document_clause')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .orderBy('sort')
    .orderBy('path')
    .execute();

export async function replaceClauses(
  tx: Tx,
  of: { readonly officeId: string; readonly documentId: string },
  rows: readonly DocumentClauseTable[],
): Promise<void> {
  await tx.deleteFrom('document_clause').where('office_id', '=', of.officeId).where('document_id', '=', of.documentId).execute();
  if (rows.length > 0) await tx.insertInto('document_clause').values(rows).execute();
}

export const listReviews = (tx: Tx, officeId: string, documentId: string) =>
  tx
    .selectFrom('document_review')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .orderBy('reviewed_on')
    .orderBy('review_id')
    .execute();

export const insertReview = (tx: Tx, row: DocumentReviewTable) => tx.insertInto('document_review').values(row).execute();
