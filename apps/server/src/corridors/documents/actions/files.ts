/** 文件原件 — the official text and annexes of a document, kept by their content. @source ALL-7, trust R36 */
import { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import type { ReceivedFile } from '../../../forms/route.js';
import { keepBefore } from '../../audit/history.js';
import { keepFile, removeFile } from '../../files/keep.js';
import { refuseFile } from '../../files/texts.zh.js';
import { type FileRole, fileRoles, fileRoleTitles } from '../kinds.js';
import * as sql from '../queries/files.js';
import { refuseDocuments } from '../texts.zh.js';
import { documentOf } from './documents.js';

interface Adding {
  readonly documentId: string;
  readonly role: FileRole;
  readonly file: ReceivedFile;
}

export const addDocumentFileAction: Action<Adding, { fileId: string; name: string; sizeBytes: number; sha256: string }> = {
  ...{ name: 'documents.add_file', title: '存入文件原件', may: 'documents.edit' },
  input: z.object({ documentId: z.guid(), role: z.enum(fileRoles), file: z.custom<ReceivedFile>() }),
  async run(step, { documentId, role, file }) {
    const { tx, actor } = step;
    const { title } = await documentOf(step, documentId);
    const kept = await keepFile(step, file, { purpose: 'document' });
    const there = await sql.listDocumentFiles(tx, actor.officeId, documentId);
    const same = there.find(({ sha256 }) => sha256 === kept.sha256);
    if (same !== undefined) throw refuseDocuments('file_twice', { name: same.name });
    await sql.insertDocumentFile(tx, {
      ...{ office_id: actor.officeId, document_id: documentId, file_id: kept.fileId, role },
      ...{ added_by_name: actor.name, added_at: step.now },
    });
    await keepBefore(step, { kind: 'document_file', id: kept.fileId }, null);
    const { fileId, name, bytes: sizeBytes, sha256 } = kept;
    return {
      output: { fileId, name, sizeBytes, sha256 },
      object: { kind: 'document', id: documentId },
      summary: `《${title}》存入${fileRoleTitles[role]}，${sizeBytes} 字节`,
      change: { fileId, role, sha256 },
    };
  },
};

export const removeDocumentFileAction: Action<{ documentId: string; fileId: string }, Record<string, never>> = {
  ...{ name: 'documents.remove_file', title: '撤下文件原件', may: 'documents.edit' },
  input: z.object({ documentId: z.guid(), fileId: z.guid() }),
  async run(step, { documentId, fileId }) {
    const { tx, actor } = step;
    const { title } = await documentOf(step, documentId);
    const of = { officeId: actor.officeId, documentId };
    const row = await sql.findDocumentFile(tx, of, fileId);
    if (row === undefined) throw refuseFile('not_found');
    if ((await sql.findSealOnFile(tx, actor.officeId, fileId)) !== undefined) throw refuseDocuments('file_sealed');
    await keepBefore(step, { kind: 'document_file', id: fileId }, { ...row });
    await sql.deleteDocumentFile(tx, of, fileId);
    await removeFile(step, fileId);
    const summary = `《${title}》撤下${fileRoleTitles[row.role]}`;
    return { output: {}, object: { kind: 'document', id: documentId }, summary, change: { fileId } };
  },
};
