/** 登记和修改政策文件、条款、审查记录. @source ALL-7 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { clauseShape, type DocumentInput, documentInput, makeDocument, reviewInput } from '../contract.js';
import { reviewTitles } from '../kinds.js';
import * as sql from '../queries/documents.js';
import type { DocumentTable } from '../tables.js';
import { refuseDocuments } from '../texts.zh.js';

type Clause = z.infer<typeof clauseShape>;

export const makeDocumentAction: Action<z.infer<typeof makeDocument.body>, { documentId: string }> = {
  ...{ name: 'documents.make_document', title: '登记文件', may: 'documents.edit', input: makeDocument.body },
  async run(step, { clauses, ...input }) {
    const { tx, actor } = step;
    const documentId = step.newId();
    const fields = await checkedFields(step, documentId, input);
    await sql.insertDocument(tx, { office_id: actor.officeId, document_id: documentId, ...fields, version: 1 });
    await keepBefore(step, { kind: 'document', id: documentId }, null);
    await putClauses(step, documentId, clauses);
    const output = { documentId };
    return {
      output,
      object: { kind: 'document', id: documentId },
      summary: `登记《${input.title}》`,
      change: { input, clauses },
    };
  },
};

const editInput = documentInput.extend({ documentId: z.guid(), version: z.int() });

export const editDocumentAction: Action<z.infer<typeof editInput>, { version: number }> = {
  ...{ name: 'documents.edit_document', title: '修改文件', may: 'documents.edit', input: editInput },
  async run(step, { documentId, version, ...input }) {
    await documentOf(step, documentId);
    const fields = await checkedFields(step, documentId, input);
    const output = await change(step, { documentId, version }, fields);
    return { output, object: { kind: 'document', id: documentId }, summary: `修改《${input.title}》`, change: input };
  },
};

const clausesInput = z.strictObject({ documentId: z.guid(), version: z.int(), clauses: z.array(clauseShape) });

export const setClausesAction: Action<z.infer<typeof clausesInput>, { version: number }> = {
  ...{ name: 'documents.set_clauses', title: '录入条款', may: 'documents.edit', input: clausesInput },
  async run(step, { documentId, version, clauses }) {
    const { tx, actor } = step;
    const before = await sql.listClauses(tx, actor.officeId, documentId);
    const output = await change(step, { documentId, version }, {});
    await keepBefore(step, { kind: 'document_clauses', id: documentId }, { clauses: before });
    await putClauses(step, documentId, clauses);
    const summary = `条款 ${clauses.length} 条`;
    return { output, object: { kind: 'document', id: documentId }, summary, change: { clauses } };
  },
};

const addReviewInput = reviewInput.extend({ documentId: z.guid() });

export const addReviewAction: Action<z.infer<typeof addReviewInput>, { reviewId: string }> = {
  ...{ name: 'documents.add_review', title: '登记审查', may: 'documents.edit', input: addReviewInput },
  async run(step, { documentId, kind, reviewedOn, reviewer, conclusion, nextDueOn }) {
    const { tx, actor } = step;
    const { title, version } = await documentOf(step, documentId);
    if (typeof nextDueOn === 'string' && nextDueOn <= reviewedOn) throw refuseDocuments('review_due_reversed');
    const reviewId = step.newId();
    const row = { kind, reviewed_on: reviewedOn, reviewer, conclusion };
    await sql.insertReview(tx, { office_id: actor.officeId, review_id: reviewId, document_id: documentId, ...row });
    await keepBefore(step, { kind: 'document_review', id: reviewId }, null);
    if (nextDueOn !== undefined) await change(step, { documentId, version }, { review_due_on: nextDueOn });
    const summary = `《${title}》${reviewTitles[kind]}`;
    const told = { ...row, nextDueOn: nextDueOn ?? null };
    return { output: { reviewId }, object: { kind: 'document', id: documentId }, summary, change: told };
  },
};

async function checkedFields(
  { tx, actor }: Step,
  documentId: string,
  input: DocumentInput,
): Promise<Omit<DocumentTable, 'office_id' | 'document_id' | 'version'>> {
  const { number, title, issuer, kind, standing, issuedOn, effectiveFrom, effectiveUntil, supersededBy, source, note } = input;
  // Two at once would each find the number free, or the circle open.
  await sql.holdLibrary(tx, actor.officeId);
  if (effectiveFrom !== null && effectiveUntil !== null && effectiveUntil <= effectiveFrom)
    throw refuseDocuments('dates_reversed');
  if (supersededBy === documentId) throw refuseDocuments('supersedes_itself');
  if (supersededBy !== null && (await sql.findDocument(tx, actor.officeId, supersededBy)) === undefined)
    throw refuseDocuments('successor_not_found');
  await refuseCircle(tx, actor.officeId, { documentId, supersededBy });
  const same = number === '' ? undefined : await sql.findByNumber(tx, actor.officeId, number);
  if (same !== undefined && same.document_id !== documentId) throw refuseDocuments('number_taken', { number, title: same.title });
  return {
    ...{ number, title, issuer, kind, standing, issued_on: issuedOn, effective_from: effectiveFrom, source, note },
    ...{ effective_until: effectiveUntil, superseded_by: supersededBy, review_due_on: input.reviewDueOn },
  };
}

/** What supersedes this one must not be superseded by it, over however many steps. */
async function refuseCircle(
  tx: Step['tx'],
  officeId: string,
  { documentId, supersededBy }: { readonly documentId: string; readonly supersededBy: string | null },
): Promise<void> {
  const seen = new Set<string>();
  for (let next = supersededBy; next !== null && !seen.has(next); ) {
    seen.add(next);
    const row = await sql.findDocument(tx, officeId, next);
    if (row?.superseded_by === documentId) throw refuseDocuments('supersedes_in_circle', { title: row.title });
    next = row?.superseded_by ?? null;
  }
}

async function putClauses({ tx, actor }: Step, documentId: string, clauses: readonly Clause[]): Promise<void> {
  const paths = new Set<string>();
  for (const { path } of clauses) {
    if (paths.has(path)) throw refuseDocuments('clause_twice', { path });
    paths.add(path);
  }
  const rows = clauses.map(({ path, text }, sort) => ({ office_id: actor.officeId, document_id: documentId, path, sort, text }));
  await sql.replaceClauses(tx, { officeId: actor.officeId, documentId }, rows);
}

export async function documentOf({ tx, actor }: Pick<Step, 'tx' | 'actor'>, documentId: string): Promise<DocumentTable> {
  const document = await sql.findDocument(tx, actor.officeId, documentId);
  if (document === undefined) throw refuseDocuments('document_not_found');
  return document;
}

async function change(
  step: Step,
  { documentId, version }: { readonly documentId: string; readonly version: number },
  fields: Partial<DocumentTable>,
): Promise<{ version: number }> {
  const before = await documentOf(step, documentId);
  const done = await sql.updateDocument(step.tx, { officeId: step.actor.officeId, id: documentId, version }, fields);
  if (done === undefined) throw refuseForm('version_differs', {}, { stored: before });
  await keepBefore(step, { kind: 'document', id: documentId }, { ...before });
  return done;
}
