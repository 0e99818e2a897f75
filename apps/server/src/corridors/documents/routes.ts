/** 政策文件库的接口。 */
import { writeWorkbook } from '@muheng/sheets';
import { businessDay } from '../../forms/day.js';
import { acts, type Bound, type FileAnswer, type Reading, reads } from '../../forms/route.js';
import * as actions from './actions/documents.js';
import type { DocumentAnswer } from './contract.js';
import * as contract from './contract.js';
import { findDocument, listClauses, listDocuments, listReviews } from './queries/documents.js';
import { standingOn } from './standing.js';
import type { DocumentTable } from './tables.js';
import { refuseDocuments } from './texts.zh.js';

type Query = (typeof contract.documentsQuery)['_output'];

export const documentRoutes: readonly Bound[] = [
  reads(contract.readDocuments, async (reading, { query }) => ({ items: await answers(reading, query) })),
  reads(contract.exportDocuments, async (reading, { query }) => catalogue(await answers(reading, query))),
  reads(contract.readDocument, async (reading, { params }) => {
    const { tx, actor } = reading;
    const row = await findDocument(tx, actor.officeId, params.documentId);
    if (row === undefined) throw refuseDocuments('document_not_found');
    const { clauses: _, ...document } = answerOf({ ...row, clauses: 0 }, dayOf(reading));
    const clauses = await listClauses(tx, actor.officeId, params.documentId);
    const reviews = await listReviews(tx, actor.officeId, params.documentId);
    return {
      ...document,
      clauses: clauses.map(({ path, text }) => ({ path, text })),
      reviews: reviews.map(({ review_id, kind, reviewed_on, reviewer, conclusion }) => ({
        ...{ reviewId: review_id, kind, reviewedOn: reviewed_on, reviewer, conclusion },
      })),
    };
  }),
  acts(contract.makeDocument, actions.makeDocumentAction, ({ body }) => body),
  acts(contract.editDocument, actions.editDocumentAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.setClauses, actions.setClausesAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.addReview, actions.addReviewAction, ({ params, body }) => ({ ...params, ...body })),
];

const dayOf = ({ house }: Reading): string => businessDay(house.now());

async function answers(reading: Reading, { words, standing, on }: Query): Promise<DocumentAnswer[]> {
  const rows = await listDocuments(reading.tx, reading.actor.officeId, { words, standing });
  return rows.map((row) => answerOf(row, on ?? dayOf(reading)));
}

function answerOf(row: DocumentTable & { readonly clauses: number | null }, day: string): DocumentAnswer {
  const { valid, words } = standingOn(row, day);
  return {
    ...{ documentId: row.document_id, number: row.number, title: row.title, issuer: row.issuer, standing: row.standing },
    ...{ issuedOn: row.issued_on, effectiveFrom: row.effective_from, effectiveUntil: row.effective_until },
    ...{ supersededBy: row.superseded_by, source: row.source, note: row.note, version: row.version },
    ...{ valid, standingWords: words, clauses: row.clauses ?? 0 },
  };
}

/** 文件目录 — as it is filtered on the page. */
async function catalogue(items: readonly DocumentAnswer[]): Promise<FileAnswer> {
  const columns = ['文号', '标题', '制发机关', '效力', '印发日期', '施行起', '失效日（不含）', '条款数', '出处', '备注'];
  const rows = items.map((item) => [
    ...[item.number, item.title, item.issuer, item.standingWords, item.issuedOn, item.effectiveFrom, item.effectiveUntil],
    ...[item.clauses, item.source, item.note],
  ]);
  const content = await writeWorkbook([{ name: '文件目录', columns: columns.map((header) => ({ header })), rows }]);
  return { name: '政策文件目录.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content };
}
