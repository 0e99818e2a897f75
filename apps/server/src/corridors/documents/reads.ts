/** 文件库的查看 — the list as of a day, and one document with all that hangs on it. */
import { businessDay } from '../../forms/day.js';
import type { Reading } from '../../forms/route.js';
import { readOffice } from '../people/queries/office.js';
import type { DocumentAnswer, DocumentPage, DocumentsChoice, SortKey } from './contract.js';
import { dayStates, documentKinds } from './kinds.js';
import {
  findDocument,
  findDocumentWithSuccessor,
  listClauses,
  listDocuments,
  listPredecessors,
  listReviews,
} from './queries/documents.js';
import { listDocumentFiles, listSeals } from './queries/files.js';
import { sealableKinds, whyNotSealed } from './seal/mayBeSealed.js';
import { sealSetUpOf } from './seal/sealSystem.js';
import { fingerprintOfKey } from './seal/verifySignature.js';
import { standingOn } from './standing.js';
import type { DocumentTable } from './tables.js';
import { refuseDocuments } from './texts.zh.js';

interface Catalogue {
  readonly on: string;
  readonly items: DocumentAnswer[];
  readonly total: number;
}

export async function readCatalogue(
  reading: Reading,
  { limit, ...choice }: DocumentsChoice & { readonly limit: number },
): Promise<Catalogue> {
  const all = await wholeCatalogue(reading, choice);
  return { on: choice.on ?? today(reading), items: all.slice(0, limit), total: all.length };
}

export async function wholeCatalogue(
  reading: Reading,
  { words, kind, standing, state, due, on = today(reading), sort }: DocumentsChoice,
): Promise<DocumentAnswer[]> {
  const rows = await listDocuments(reading.tx, reading.actor.officeId, { words, kind, standing });
  const wanted = rows
    .map((row) => answerOf(row, on))
    .filter((one) => (state === undefined || one.state === state) && (due === undefined || one.reviewOverdue));
  return sorted(wanted, sort);
}

const today = ({ house }: Reading): string => businessDay(house.now());

type Row = DocumentTable & {
  readonly successorFrom: string | null;
  readonly clauses: number | null;
  readonly files: number | null;
};

function answerOf(row: Row, on: string): DocumentAnswer {
  const { state, valid, words } = standingOn(row, on);
  const open = state === 'in_force' || state === 'not_yet';
  return {
    ...{ documentId: row.document_id, number: row.number, title: row.title, issuer: row.issuer, kind: row.kind },
    ...{
      standing: row.standing,
      issuedOn: row.issued_on,
      effectiveFrom: row.effective_from,
      effectiveUntil: row.effective_until,
    },
    ...{ supersededBy: row.superseded_by, reviewDueOn: row.review_due_on, source: row.source, note: row.note },
    ...{ state, valid, standingWords: words, version: row.version, clauses: row.clauses ?? 0, files: row.files ?? 0 },
    // What no longer holds need not be examined again.
    reviewOverdue: open && row.review_due_on !== null && row.review_due_on < on,
  };
}

/** What has no value stands last in either direction; equal ones keep the order of the dates. */
function sorted(items: readonly DocumentAnswer[], sort: DocumentsChoice['sort']): DocumentAnswer[] {
  const down = sort.startsWith('-');
  const key = sort.replace('-', '') as SortKey;
  const worth = (item: DocumentAnswer): string | number | null => {
    if (key === 'kind') return documentKinds.indexOf(item.kind);
    if (key === 'state') return dayStates.indexOf(item.state);
    return item[key] === '' ? null : item[key];
  };
  return [...items].sort((one, other) => {
    const [a, b] = [worth(one), worth(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1);
  });
}

/** @throws Refusal documents.document_not_found */
export async function readPage(reading: Reading, documentId: string, on = today(reading)): Promise<DocumentPage> {
  const { tx, actor } = reading;
  const { officeId } = actor;
  const row = await findDocumentWithSuccessor(tx, officeId, documentId);
  if (row === undefined) throw refuseDocuments('document_not_found');
  const { clauses: _, files: __, ...document } = answerOf({ ...row, clauses: 0, files: 0 }, on);
  const clauses = await listClauses(tx, officeId, documentId);
  const reviews = await listReviews(tx, officeId, documentId);
  const successor = row.superseded_by === null ? undefined : await findDocument(tx, officeId, row.superseded_by);
  const sealing = await sealingOf(reading, row);
  const seals = await listSeals(tx, officeId, documentId);
  const sealed = new Set(seals.map(({ sealed_file_id }) => sealed_file_id));
  const files = await listDocumentFiles(tx, officeId, documentId);
  return {
    ...document,
    on,
    clauses: clauses.map(({ path, text }) => ({ path, text })),
    reviews: reviews.map(({ review_id, kind, reviewed_on, reviewer, conclusion }) => ({
      ...{ reviewId: review_id, kind, reviewedOn: reviewed_on, reviewer, conclusion },
    })),
    successor: successor === undefined ? null : relatedOf(successor),
    predecessors: (await listPredecessors(tx, officeId, documentId)).map(relatedOf),
    files: files.map((file) => ({
      ...{ fileId: file.file_id, role: file.role, name: file.name, sizeBytes: file.bytes, sha256: file.sha256 },
      ...{ addedByName: file.added_by_name, addedAt: file.added_at.toISOString(), checkedAt: file.checked_at.toISOString() },
      damaged: file.damaged_at !== null,
      sealable: sealing.seals.length > 0 && sealableKinds.has(file.kind) && !sealed.has(file.file_id),
    })),
    seals: seals.map((seal) => ({
      ...{ sealId: seal.seal_id, fileId: seal.file_id, sealedFileId: seal.sealed_file_id, sealedFileName: seal.name },
      ...{ sha256: seal.sha256, sealName: seal.seal_name, algorithm: seal.algorithm, sealedByName: seal.sealed_by_name },
      ...{ keyFingerprint: fingerprintOfKey(seal.public_key), sealedAt: seal.sealed_at.toISOString() },
    })),
    sealing,
  };
}

const relatedOf = (row: Pick<DocumentTable, 'document_id' | 'number' | 'title' | 'effective_from'>) => ({
  ...{ documentId: row.document_id, number: row.number, title: row.title, effectiveFrom: row.effective_from },
});

/** Nothing is offered where the action would refuse. @source trust R46 */
async function sealingOf({ tx, house, actor }: Reading, document: DocumentTable): Promise<DocumentPage['sealing']> {
  const no = (code: 'seal_forbidden' | 'seal_draft' | 'seal_not_set_up' | 'seal_set_up_wrong'): DocumentPage['sealing'] => {
    const { message, remedy } = refuseDocuments(code);
    return { seals: [], whyNot: `${message}${remedy}` };
  };
  const why = whyNotSealed(document);
  if (why !== null) return no(why);
  const setUp = sealSetUpOf(house);
  if (setUp === 'wrong') return no('seal_set_up_wrong');
  const { slug } = await readOffice(tx, actor.officeId);
  const seals = (setUp?.seals ?? []).filter(({ office }) => office === slug);
  return seals.length === 0
    ? no('seal_not_set_up')
    : { seals: seals.map(({ number, name }) => ({ number, name })), whyNot: null };
}
