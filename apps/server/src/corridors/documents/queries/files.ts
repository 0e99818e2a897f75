/** SQL over the originals and e-seals of documents. */
import type { Tx } from '../../../store/scope.js';
import type { DocumentFileTable, DocumentSealTable } from '../tables.js';

export const listDocumentFiles = (tx: Tx, officeId: string, documentId: string) =>
  tx
    .selectFrom('document_file')
    .innerJoin('file', (join) => join.on('file.office_id', '=', officeId).onRef('file.file_id', '=', 'document_file.file_id'))
    .select(['document_file.file_id', 'role', 'added_by_name', 'added_at'])
    .select(['file.name', 'file.bytes', 'file.sha256', 'file.kind', 'file.checked_at', 'file.damaged_at'])
    .where('document_file.office_id', '=', officeId)
    .where('document_file.document_id', '=', documentId)
    .orderBy('added_at')
    .orderBy('document_file.file_id')
    .execute();

export interface OfDocument {
  readonly officeId: string;
  readonly documentId: string;
}

export const findDocumentFile = (tx: Tx, { officeId, documentId }: OfDocument, fileId: string) =>
  tx
    .selectFrom('document_file')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();

export const insertDocumentFile = (tx: Tx, row: DocumentFileTable) => tx.insertInto('document_file').values(row).execute();

export const deleteDocumentFile = (tx: Tx, { officeId, documentId }: OfDocument, fileId: string) =>
  tx
    .deleteFrom('document_file')
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
    .where('file_id', '=', fileId)
    .execute();

export const insertSeal = (tx: Tx, row: DocumentSealTable) => tx.insertInto('document_seal').values(row).execute();

/** With the name and hash of the sealed file. */
export const listSeals = (tx: Tx, officeId: string, documentId: string) =>
  tx
    .selectFrom('document_seal')
    .innerJoin('file', (join) =>
      join.on('file.office_id', '=', officeId).onRef('file.file_id', '=', 'document_seal.sealed_file_id'),
    )
    .selectAll('document_seal')
    .select(['file.name', 'file.sha256'])
    .where('document_seal.office_id', '=', officeId)
    .where('document_seal.document_id', '=', documentId)
    .orderBy('sealed_at')
    .orderBy('seal_id')
    .execute();

export const findSeal = (tx: Tx, officeId: string, sealId: string) =>
  tx
    .selectFrom('document_seal')
    .select('seal_id')
    .where('office_id', '=', officeId)
    .where('seal_id', '=', sealId)
    .executeTakeFirst();

/** Whether any seal was put on this file, or made it. */
export const findSealOnFile = (tx: Tx, officeId: string, fileId: string) =>
  tx
    .selectFrom('document_seal')
    .select('seal_id')
    .where('office_id', '=', officeId)
    .where((where) => where.or([where('file_id', '=', fileId), where('sealed_file_id', '=', fileId)]))
    .executeTakeFirst();
